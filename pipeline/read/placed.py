"""Where on its page a stretch of the text stands, and what else a reader saw of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

WORD_RE: Final = re.compile(r"\S+")


class Placed(NamedTuple):
    """A line on a page and the stretch [start, end) of the text that it became."""

    start: int
    end: int
    page: int
    """Counted from 1."""
    x0: float
    """In points from the left edge of the page, as are x1, and top and bottom from its top."""
    top: float
    x1: float
    bottom: float
    larger: float
    """How many times as large as most text the letters are."""
    bold: bool
    words: tuple[float, ...]
    """Where each word begins and ends, from left to right; empty if that is not known."""


class Box(NamedTuple):
    """Part of a line on a page, in points from the top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Places:
    """Finds the lines on the pages that a stretch of the text stands in."""

    def __init__(self, characters: str, placed: Sequence[Placed]) -> None:
        """Find them in the text that was put together from these lines."""
        self._characters = characters
        self._placed = placed
        self._starts = [line.start for line in placed]

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """Yield a box for each line that the stretch covers, as far as it does."""
        first = max(0, bisect_right(self._starts, start) - 1)
        for n in range(first, len(self._placed)):
            line = self._placed[n]
            if line.start >= end:
                return
            if line.end > start and line.end > line.start:
                left, right = self._sides(line, max(start, line.start), min(end, line.end))
                yield Box(line.page, left, line.top, right, line.bottom)

    def _sides(self, line: Placed, start: int, end: int) -> tuple[float, float]:
        if (start, end) == (line.start, line.end) or not line.words:
            return line.x0, line.x1
        found = list(WORD_RE.finditer(self._characters, line.start, line.end))
        if len(found) * 2 != len(line.words):
            return line.x0, line.x1
        spans = [
            (match.start(), match.end(), line.words[2 * n], line.words[2 * n + 1])
            for n, match in enumerate(found)
        ]
        covered = [each for each in spans if each[1] > start and each[0] < end]
        if not covered:
            return line.x0, line.x1
        left, right = _within(covered[0], start)[0], _within(covered[-1], end)[1]
        return round(left, 2), round(right, 2)


def _within(word: tuple[int, int, float, float], at: int) -> tuple[float, float]:
    """Return where a word begins and ends if it is cut at a character, all equally wide."""
    start, end, x0, x1 = word
    if not start < at < end:
        return x0, x1
    middle = x0 + (x1 - x0) * (at - start) / (end - start)
    return middle, middle


class Remark(NamedTuple):
    """What a reviewer should know about how the file was read."""

    kind: str
    """`picture`: a page without text; `hidden`: text that one does not see; `rebuilt`: the file."""
    message: str
    page: int | None
    """Counted from 1; None for the whole file."""
    start: int
    """The stretch of the text that it is about; start and end are equal if there is none."""
    end: int
