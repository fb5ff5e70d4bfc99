r"""Labels of a number that do not stand before it: above it, in a table, or behind it in brackets.

>>> label_behind("030 23125-015 (Fax)", 13, lone=True).kinds
('fax',)
>>> label_above(Text.of("Telefon\n\n030 23125-014"), 9).kinds
('phone',)
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from pipeline.german.fields import field_kind
from pipeline.german.labels import MARKS, Label, label_kinds
from pipeline.mentions.extensions import PHONE_KINDS
from pipeline.text import Span, Text

MOST_ROWS: Final = 6
"""Labels that may stand one below the other before their values."""
LONGEST_LABEL: Final = 40
LONGEST_TABLE: Final = 40
"""Rows below the heads of the columns."""
LONGEST_ROW: Final = 200
"""A longer line is running text, not a row of a table."""
BRACKET_BEHIND_RE: Final = re.compile(r"[ \t]{0,2}[(\[][ ]?([^()\[\]\d\n]{1,30}?)[ ]?[)\]]")
BEHIND_RE: Final = re.compile(r"[ \t]{1,2}([^\W\d_]{3,12})[.]?[ \t]*+(?=\n(?![ \t]*[\d(+])|\Z)")
CELL_RE: Final = re.compile(r"[ ]{2,}+|\t++|[ ]?\|[ ]?")


def label_behind(characters: str, end: int, *, lone: bool) -> Label | None:
    """Return the label in brackets behind a number, or without them where it ends the line."""
    match = BRACKET_BEHIND_RE.match(characters, end) or (lone and BEHIND_RE.match(characters, end))
    if not match:
        return None
    kinds = tuple(kind for kind in label_kinds(match[1]) if kind in PHONE_KINDS)
    return Label(kinds, match.start(1), match.end(1), weak=False) if kinds else None


def label_above(text: Text, start: int) -> Label | None:
    """Return the label above a number: alone on its line, the head of its column, or in its row.

    Where labels stand one below the other and then as many values, the first belongs to the first.
    """
    row = bisect_right(text.lines, Span(start, len(text.characters) + 1)) - 1
    line = text.lines[row]
    if start - line.start > LONGEST_ROW:
        return None
    before = text.characters[line.start : start] if line.start <= start else ""
    column = len(CELL_RE.findall(before))
    if before.strip(MARKS) and not column:
        return None
    if column:
        return _head_of_column(text, row, column)
    return _in_stack(text, row) or _head_of_column(text, row, 0)


def _heads(cell: str) -> bool:
    return bool(label_kinds(cell)) or field_kind(cell) is not None


def _rows_above(text: Text, row: int) -> Iterator[Span]:
    """Yield the lines above, nearest first; one blank line between two is passed over."""
    count = blanks = 0
    for i in range(row - 1, max(0, row - 3 * MOST_ROWS) - 1, -1):
        line = text.lines[i]
        blanks = blanks + 1 if line.start == line.end else 0
        if blanks > 1 or count == 2 * MOST_ROWS:
            break
        if not blanks:
            count += 1
            yield line


def _in_stack(text: Text, row: int) -> Label | None:
    """Return the label that a row of values has in the stack of labels above."""
    above: list[tuple[Span, tuple[str, ...]]] = []
    values = 0
    for line in _rows_above(text, row):
        kinds = label_kinds(text.at(line)) if line.end - line.start <= LONGEST_LABEL else ()
        if not kinds and len(above) > values:
            break
        above.append((line, kinds))
        values += not kinds
        if values == MOST_ROWS:
            return None  # more than there can be labels above them
    labels = len(above) - values
    if values >= labels:
        return None
    # the stack reads downwards, `above` upwards: label - value = labels - 1
    line, found = above[labels - 1]
    if not PHONE_KINDS & set(found):
        return None
    return Label(found, line.start, line.end, weak=False)


def _head_of_column(text: Text, row: int, column: int) -> Label | None:
    """Return the label that heads the number's column, above the other rows of the table."""
    at = bisect_left(text.lines_without_digits, row) - 1
    head = text.lines_without_digits[at] if at >= 0 else -1
    if head < max(0, row - LONGEST_TABLE):
        return None
    line = text.lines[head]
    if line.start == line.end or any(
        line.end - line.start > LONGEST_ROW for line in text.lines[head:row]
    ):
        return None
    cells = CELL_RE.split(text.at(line))
    if len(cells) <= max(column, 1) or not all(map(_heads, filter(None, cells))):
        return None
    kinds = label_kinds(cells[column])
    if not PHONE_KINDS & set(kinds):
        return None
    start = text.characters.index(cells[column], line.start)
    return Label(kinds, start, start + len(cells[column]), weak=False)
