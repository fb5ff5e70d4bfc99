r"""Labels of a number that do not stand before it: above it, in a table, or behind it in brackets.

>>> label_behind("030 23125-015 (Fax)", 13, lone=True).kinds
('fax',)
>>> label_above(Text.of("Telefon\n\n030 23125-014"), 9).kinds
('phone',)
"""

import re
from bisect import bisect_right
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
DIGIT_RE: Final = re.compile(r"[0-9]")
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


def _rows_above(text: Text, row: int) -> list[Span]:
    """Return the lines above, nearest first; one blank line between two is passed over."""
    found: list[Span] = []
    blanks = 0
    for line in reversed(text.lines[max(0, row - 3 * MOST_ROWS) : row]):
        blanks = blanks + 1 if line.start == line.end else 0
        if blanks > 1 or len(found) == 2 * MOST_ROWS:
            break
        if not blanks:
            found.append(line)
    return found


def _in_stack(text: Text, row: int) -> Label | None:
    """Return the label that a row of values has in the stack of labels above."""
    above = _rows_above(text, row)
    kinds: list[tuple[str, ...]] = []
    values = 0
    for line in above:
        found = label_kinds(text.at(line)) if line.end - line.start <= LONGEST_LABEL else ()
        if not found and len(kinds) > values:
            break
        kinds.append(found)
        values += not found
        if values == MOST_ROWS:
            return None  # more than there can be labels above them
    labels = len(kinds) - values
    if values >= labels:
        return None
    index = labels - 1  # the stack reads downwards, `above` upwards: label - value = labels - 1
    line, found = above[index], kinds[index]
    if not PHONE_KINDS & set(found):
        return None
    return Label(found, line.start, line.end, weak=False)


def _head_of_column(text: Text, row: int, column: int) -> Label | None:
    """Return the label that heads the number's column."""
    for line in reversed(text.lines[max(0, row - LONGEST_TABLE) : row]):
        if line.end - line.start > LONGEST_ROW or line.start == line.end:
            return None
        if DIGIT_RE.search(text.characters, line.start, line.end):
            continue  # another row of the table
        cells = CELL_RE.split(text.at(line))
        if len(cells) <= max(column, 1) or not all(map(_heads, filter(None, cells))):
            return None
        kinds = label_kinds(cells[column])
        if PHONE_KINDS & set(kinds):
            start = text.characters.index(cells[column], line.start)
            return Label(kinds, start, start + len(cells[column]), weak=False)
    return None
