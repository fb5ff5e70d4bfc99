r"""The final characters of a brochure, and places in them.

From `repair` on no character changes, so a `Span` means the same in every later stage.

>>> text = Text.of("Landkreis Börde\nTel. 030 23125-014")
>>> text.fold(Span(10, 20))
'Börde Tel.'
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple, overload

DIGIT_RE: Final = re.compile(r"[0-9]")


def fold(passage: str) -> str:
    """Return the passage with line breaks and runs of white space folded to one space."""
    return " ".join(passage.split())


class Span(NamedTuple):
    """A half-open stretch [start, end) of the text, in code points counted from 0."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


class Lines(Sequence[Span]):
    """The lines of a text, kept as bare numbers: a large file has 50,000 of them."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, characters: str) -> None:
        """Find the lines of a text."""
        self._starts, self._ends = array("i"), array("i")
        start = 0
        for line in characters.split("\n"):
            left = start + len(line) - len(line.lstrip())
            self._starts.append(left)
            self._ends.append(max(left, start + len(line.rstrip())))
            start += len(line) + 1

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._starts)

    def __iter__(self) -> Iterator[Span]:
        """Yield them in their order."""
        return map(Span, self._starts, self._ends)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        """Return a line, or some of them."""
        if isinstance(index, slice):
            return tuple(map(Span, self._starts[index], self._ends[index]))
        return Span(self._starts[index], self._ends[index])


@dataclass(frozen=True)
class Text:
    """All characters of a brochure; lines end in a single line feed."""

    characters: str
    page_starts: tuple[int, ...]
    """Offset of the first character of each page, ascending; empty for plain text."""

    @classmethod
    def of(cls, characters: str) -> "Text":
        """Make a text without pages."""
        return cls(characters, ())

    @cached_property
    def lines(self) -> "Lines":
        """The lines with their white space at both ends left out; blank lines are empty spans."""
        return Lines(self.characters)

    @cached_property
    def lines_without_digits(self) -> Sequence[int]:
        """Which of the lines hold no digit, blank ones among them; counted from 0."""
        search = DIGIT_RE.search
        return array(
            "i", (i for i, line in enumerate(self.lines) if not search(self.characters, *line))
        )

    def at(self, span: Span) -> str:
        """Return the passage as printed."""
        return self.characters[span.start : span.end]

    def fold(self, span: Span) -> str:
        """Return the passage with white space folded."""
        return fold(self.characters[span.start : span.end])

    def strip(self, span: Span) -> Span:
        """Return the span without white space at its ends; empty if nothing is left."""
        passage = self.characters[span.start : span.end]
        start = span.start + len(passage) - len(passage.lstrip())
        return Span(start, max(start, span.start + len(passage.rstrip())))

    def page(self, offset: int) -> int | None:
        """Return the page of a character, counted from 1; None for plain text."""
        return bisect_right(self.page_starts, offset) or None if self.page_starts else None


def gaps(whole: Span, taken: Iterable[Span]) -> list[Span]:
    """Return what is left of `whole` when the taken spans are cut out, in order."""
    left, start = [], whole.start
    for span in sorted(taken):
        if span.start > start:
            left.append(Span(start, min(span.start, whole.end)))
        start = max(start, span.end)
    if start < whole.end:
        left.append(Span(start, whole.end))
    return left
