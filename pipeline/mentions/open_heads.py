r"""Extensions without a dash below a number that breaks off: the head of a column in a staff list.

`Tel. 089 99998-`, and below it `Eva Kurz   123   Zimmer 4`: she rings under 089 99998-123.

>>> table = "Name   Tel. 089 99998-\nEva Kurz   123\nJan Roth   124\n"
>>> [table[start:end] for start, end in bare_extensions(table, table.index("089"), 21)]
['123', '124']
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from pipeline.mentions.direct_dials import OPEN_RE

MOST_ROWS: Final = 60
LONGEST_ROW: Final = 200
# Linear: cells are parted by what they cannot hold.
CELL_RE: Final = re.compile(r"[^ \t|\n](?:[^ \t|\n]|[ ](?![ |\t\n]))*+")
# A further head stands behind the number: "Tel. 089 99998-   Zimmer".
HEAD_RE: Final = re.compile(r"-(?:[.]{2,3}|…)?(?:[ ]{2,}|[ ]*\t|[ ]*\|)[ \t|]*[A-ZÄÖÜ][^\W\d]+")
EXTENSION_RE: Final = re.compile(r"[0-9]{2,4}")
# "Eva Kurz 123": one blank, and nothing behind.
AT_END_RE: Final = re.compile(r"[^\W\d_.][^\W\d_]+[,:]?[ ](?P<digits>[0-9]{2,4})\Z")
ROOM_RE: Final = re.compile(r"(?:Zimmer|Zi\.|Raum|Haus|Nr\.)[ ][0-9]+\Z")


def bare_extensions(characters: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where extensions stand below the number from start to end; none where it is whole."""
    if OPEN_RE.match(characters, end) is None and HEAD_RE.match(characters, end) is None:
        return []
    line = characters.rfind("\n", 0, start) + 1
    column = sum(1 for cell in CELL_RE.finditer(characters, line, start) if cell.end() < start)
    below = characters.find("\n", end) + 1
    return list(_of_rows(characters, below, column)) if below else []


def _of_rows(characters: str, start: int, column: int) -> Iterator[tuple[int, int]]:
    """Yield the extension of each row, up to the first that has none or several."""
    for _ in range(MOST_ROWS):
        end = characters.find("\n", start, start + LONGEST_ROW)
        end = len(characters) if end < 0 else end
        if end - start > LONGEST_ROW or not (found := _of_row(characters, start, end, column)):
            return
        yield found
        start = end + 1


def _of_row(characters: str, start: int, end: int, column: int) -> tuple[int, int] | None:
    """Return the extension of a row: in the column of its head, else the only cell of digits."""
    cells = [cell.span() for cell in CELL_RE.finditer(characters, start, end)]
    digits = [cell for cell in cells if EXTENSION_RE.fullmatch(characters, *cell)]
    if column:
        digits = [cell for cell in islice(cells, column, column + 1) if cell in digits]
    if len(cells) == 1:
        match = AT_END_RE.search(characters, *cells[0])
        is_room = ROOM_RE.search(characters, *cells[0])
        digits = [match.span("digits")] if match and not is_room else []
    return digits[0] if len(digits) == 1 and digits[0] != cells[0] else None
