"""Where on its page a stretch of the text stands, and what else a reader saw of it."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, Generic, NamedTuple, Protocol, TypeVar, overload

B = TypeVar("B")


class Placeable(Protocol):
    """Whatever stands on a page."""

    @property
    def page(self) -> int:
        """Counted from 1."""


WORD_RE: Final = re.compile(r"\S+")
FINENESS: Final = 100
"""What is measured has two decimals."""
WIDEST: Final = 32_767
"""Hundredths of a point, 11.5 cm: where a word or a gap is wider, its line has no words."""


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


class Placements(Sequence[Placed]):
    """Lines in the order of their text, kept as bare numbers: a large file has 100,000 of them."""

    __slots__ = ("_ends", "_measured", "_steps", "_stretches")

    def __init__(self, lines: Iterable[Placed] = ()) -> None:
        """Keep these lines; of what is measured, two decimals."""
        self._stretches = array("i")
        """Of each line its start, its end and its page; the page negative where it is bold."""
        self._measured = array("i")
        """Of each line its four sides and how much larger it is."""
        self._steps = array("h")
        """From the left side of each line to the left of its first word, to its right, and on."""
        self._ends = array("i", [0])
        """Where the steps of each line end among all steps."""
        for line in lines:
            self.append(line)

    def append(self, line: Placed) -> None:
        """Keep one more line."""
        self._stretches.extend((line.start, line.end, -line.page if line.bold else line.page))
        self._measured.extend(round(value * FINENESS) for value in line[3:8])
        edges = [round(x * FINENESS) for x in (line.x0, *line.words)]
        steps = [after - before for before, after in pairwise(edges)]
        if all(abs(step) <= WIDEST for step in steps):
            self._steps.extend(steps)
        self._ends.append(len(self._steps))

    def first_at(self, offset: int) -> int:
        """Return the index of the last line that starts at an offset of the text or before it."""
        return max(
            0, bisect_right(range(len(self)), offset, key=lambda n: self._stretches[3 * n]) - 1
        )

    def stretch(self, n: int) -> tuple[int, int]:
        """Return where line n starts and ends in the text."""
        return self._stretches[3 * n], self._stretches[3 * n + 1]

    def is_bold(self, n: int) -> bool:
        """Whether all of line n is."""
        return self._stretches[3 * n + 2] < 0

    def larger(self, n: int) -> float:
        """Return how many times as large as most text the letters of line n are."""
        return self._measured[5 * n + 4] / FINENESS

    def page(self, n: int) -> int:
        """Return the page of line n, counted from 1."""
        return abs(self._stretches[3 * n + 2])

    def sides(self, n: int) -> tuple[float, float, float, float]:
        """Return x0, top, x1 and bottom of line n."""
        x0, top, x1, bottom = self._measured[5 * n : 5 * n + 4]
        return x0 / FINENESS, top / FINENESS, x1 / FINENESS, bottom / FINENESS

    def words(self, n: int) -> tuple[float, ...]:
        """Return where the words of line n begin and end; empty if that is not known."""
        steps = self._steps[self._ends[n] : self._ends[n + 1]]
        _, *edges = accumulate(steps, initial=self._measured[5 * n])
        return tuple(x / FINENESS for x in edges)

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> Placed: ...
    @overload
    def __getitem__(self, index: slice) -> "Placements": ...
    def __getitem__(self, index: int | slice) -> "Placed | Placements":
        """Return a line, or some of them."""
        if isinstance(index, slice):
            return Placements(self[n] for n in range(*index.indices(len(self))))
        n = range(len(self))[index]
        start, end = self.stretch(n)
        return Placed(
            start,
            end,
            self.page(n),
            *self.sides(n),
            self.larger(n),
            self.is_bold(n),
            self.words(n),
        )

    def __eq__(self, other: object) -> bool:
        """Whether these are the same lines."""
        return isinstance(other, Placements) and all(
            getattr(self, name) == getattr(other, name) for name in self.__slots__
        )

    __hash__ = None  # type: ignore[assignment]  # it grows


class Places(Generic[B]):
    """Finds the lines on the pages that a stretch of the text stands in."""

    def __init__(
        self,
        characters: str,
        placed: Placements,
        box: Callable[[int, float, float, float, float], B],
    ) -> None:
        """Find them in the text that was put together from these lines.

        `box` makes what is found out of page, x0, top, x1 and bottom.
        """
        self._characters = characters
        self._placed = placed
        self._box = box

    def page(self, start: int, end: int) -> int | None:
        """Return the page that a stretch begins on; None where it covers no line."""
        return next(self.pages(start, end), None)

    def pages(self, start: int, end: int) -> Iterator[int]:
        """Yield the page of each line that the stretch covers."""
        return map(self._placed.page, self._lines(start, end))

    def boxes(self, start: int, end: int) -> "Covered[B]":
        """Return a box for each line that the stretch covers, as far as it does."""
        return Covered(self, start, end)

    def made(self, start: int, end: int) -> Iterator[B]:
        """Make these boxes, one by one."""
        for n in self._lines(start, end):
            first, last = self._placed.stretch(n)
            if start <= first and last <= end:
                yield self._box(self._placed.page(n), *self._placed.sides(n))
            else:
                yield self._part(n, max(first, start), min(last, end))

    def _lines(self, start: int, end: int) -> Iterator[int]:
        """Yield the lines that share a character with a stretch."""
        for n in range(self._placed.first_at(start), len(self._placed)):
            first, last = self._placed.stretch(n)
            if first >= end:
                return
            if last > start and last > first:
                yield n

    def _part(self, n: int, start: int, end: int) -> B:
        x0, top, x1, bottom = self._placed.sides(n)
        words = self._placed.words(n)
        found = list(WORD_RE.finditer(self._characters, *self._placed.stretch(n)))
        if words and len(found) * 2 == len(words):
            spans = [
                (match.start(), match.end(), words[2 * n], words[2 * n + 1])
                for n, match in enumerate(found)
            ]
            covered = [each for each in spans if each[1] > start and each[0] < end]
            if covered:
                x0 = round(_within(covered[0], start)[0], 2)
                x1 = round(_within(covered[-1], end)[1], 2)
        return self._box(self._placed.page(n), x0, top, x1, bottom)


class Covered(Sequence[B]):
    """The boxes of a stretch, made anew whenever somebody looks: a large file has 100,000 of them.

    Equal to a tuple of the same boxes.
    """

    __slots__ = ("_end", "_places", "_start")

    def __init__(self, places: Places[B], start: int, end: int) -> None:
        """Let `places` make them."""
        self._places = places
        self._start = start
        self._end = end

    def __iter__(self) -> Iterator[B]:
        """Make them one by one, in the order of the text."""
        return self._places.made(self._start, self._end)

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(1 for _ in self.pages())

    def pages(self) -> Iterator[int]:
        """Yield the page of each box, which need not be made for that."""
        return self._places.pages(self._start, self._end)

    @overload
    def __getitem__(self, index: int) -> B: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[B, ...]: ...
    def __getitem__(self, index: int | slice) -> B | tuple[B, ...]:
        """Return a box, or some of them."""
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        """Whether these are the same boxes."""
        return isinstance(other, tuple | Covered) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return what equal tuples have."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Show them."""
        return repr(tuple(self))


def pages_of(boxes: Sequence[Placeable]) -> frozenset[int]:
    """Return the pages that boxes stand on, without making those that are not made yet."""
    if isinstance(boxes, Covered):
        return frozenset(boxes.pages())
    return frozenset(box.page for box in boxes)


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
