"""Tables without lines: a row of labels says what stands in the columns below it."""

import re
from typing import Final

from pipeline.german.fields import FieldKind, field_kind
from pipeline.german.labels import label_kinds

CELL_RE: Final = re.compile(r"[ ]{2,}+|[ ]*+\t[ \t]*+|[ ]*+\|[ ]*+")
FEWEST: Final = 2
Columns = tuple[FieldKind | None, ...]


def heads_of(line: str) -> Columns | None:
    """Return what the columns hold if a line is nothing but their heads; None for other lines.

    >>> heads_of("Name | Aufgabe | Telefon"), heads_of("Eva Kurz | Leiterin | 030 23125-014")
    ((None, 'role', None), None)
    """
    if not any(mark in line for mark in ("|", "\t", "  ")):
        return None
    cells = CELL_RE.split(line.strip(" \t|"))
    if len(cells) < FEWEST or not all(field_kind(cell) or label_kinds(cell) for cell in cells):
        return None
    return tuple(map(field_kind, cells))


def column_of(line: str, position: int) -> int:
    """Return in which column of a line an offset lies, counted from 0."""
    left = len(line) - len(line.lstrip(" \t|"))
    return sum(1 for _ in CELL_RE.finditer(line, left, max(left, position)))
