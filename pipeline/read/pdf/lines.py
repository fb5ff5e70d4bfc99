"""Lines of a column, as they stand on the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.german.labels import label_kind
from pipeline.read.pdf.ink import LEVEL, Box, Fragment, Hidden

BULLET_RE: Final = re.compile(r"(?:[•●▪■◦‣⁃►▶➤➢➔→✓✔❖❑☎✆✉*·–—-]|\(?(?:\d{1,2}|[a-h])[.)])$")
LARGER: Final = 1.15
"""In parts of the size of most text: from here on it is a heading."""
VALUE_RE: Final = re.compile(r"[\d(+]|\S*@|www\.|https?:")
LONGEST_LABEL: Final = 30
FAR: Final = 2.5
"""In parts of the size: a wider gap within a line parts cells of a table."""
REACH: Final = 14.0
"""In parts of the size: how far a value may stand behind its label, text behind its bullet."""


class Line(NamedTuple):
    """Text on one base line within one column."""

    page: int
    box: Box
    base: float
    size: float
    text: str
    bold: bool
    words: tuple[float, ...]
    hidden: Hidden
    cell: bool = False
    """Whether it stands beside the line before it: a cell of a table."""

    @property
    def first_word(self) -> float:
        """Width of the first word."""
        return self.words[1] - self.words[0] if self.words else self.box.width


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that stand below each other."""

    lines: tuple[Line, ...]
    framed: bool
    """Whether they stand in a frame, or beside the main text: a paragraph does not run on there."""
    right: float
    """Where its lines could end at most, as far as the frame shows it; else where they do."""


def attach_labels(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Put bullets and labels together with what they stand before, however wide the gap."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda each: each.base):
        if rows and fragment.base - rows[-1][0].base <= LEVEL * min(
            fragment.size, rows[-1][0].size
        ):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [fragment for row in rows for fragment in _attached(row) if fragment.text != "•"]


def _attached(row: list[Fragment]) -> list[Fragment]:
    if len(row) == 1:
        return row
    row.sort(key=lambda fragment: fragment.box.x0)
    found = [row[0]]
    for fragment in row[1:]:
        before = found[-1]
        gap = fragment.box.x0 - before.box.x1
        if gap <= REACH * before.size and _announces(before.text, fragment.text):
            found[-1] = merge_fragments([before, fragment])
        else:
            found.append(fragment)
    return found


def _announces(text: str, behind: str) -> bool:
    """Whether a stretch is a bullet, or a label with its value behind it."""
    if len(text) > LONGEST_LABEL:
        return False
    if BULLET_RE.match(text):
        return True
    is_value = text[-1] in ".:" or VALUE_RE.match(behind) is not None
    return is_value and label_kind(text) is not None


def merge_fragments(row: Sequence[Fragment]) -> Fragment:
    """Return one stretch for several on one line, in order."""
    box = row[0].box
    for fragment in row[1:]:
        box = box.joined(fragment.box)
    largest = max(row, key=lambda fragment: fragment.size)
    return Fragment(
        box,
        largest.base,
        largest.size,
        " ".join(fragment.text for fragment in row),
        all(fragment.bold for fragment in row),
        _words(row),
        row[0].turned,
        row[0].hidden if all(fragment.hidden for fragment in row) else Hidden.NO,
    )


def _words(row: Sequence[Fragment]) -> tuple[float, ...]:
    if not all(fragment.words for fragment in row):
        return ()
    return tuple(x for fragment in row for x in fragment.words)


def lines_of(fragments: Iterable[Fragment], page: int) -> list[Line]:
    """Return the lines of one column, from top to bottom; cells of a row one after the other."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda each: (each.base, each.box.x0)):
        if rows and fragment.base - rows[-1][0].base <= LEVEL * min(
            fragment.size, rows[-1][0].size
        ):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    edge = max((fragment.box.x1 for row in rows for fragment in row), default=0.0)
    found: list[Line] = []
    for row in rows:
        row.sort(key=lambda fragment: fragment.box.x0)
        cells = [row] if _is_stretched(row, edge) else list(_cells(row))
        for number, cell in enumerate(cells):
            whole = merge_fragments(cell) if len(cell) > 1 else cell[0]
            found.append(Line(page, *whole[:6], whole.hidden, number > 0))
    return found


def _is_stretched(row: Sequence[Fragment], edge: float) -> bool:
    """Whether this is a line with wide blanks between all its words, up to the column's edge."""
    if edge - row[-1].box.x1 > 0.5 * row[-1].size:
        return False
    return all(" " not in fragment.text and not fragment.text[0].isdigit() for fragment in row)


def _cells(row: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    cell = [row[0]]
    for before, fragment in pairwise(row):
        if fragment.box.x0 - before.box.x1 > FAR * before.size:
            yield cell
            cell = []
        cell.append(fragment)
    yield cell
