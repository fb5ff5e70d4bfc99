r"""The final characters of a brochure, and places in them.

From `repair` on no character changes, so a `Span` means the same in every later stage.

>>> text = Text.of("Landkreis Börde\nTel. 030 23125-014")
>>> text.fold(Span(10, 20))
'Börde Tel.'
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

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
    def lines(self) -> tuple[Span, ...]:
        """The lines with their white space at both ends left out; blank lines are empty spans."""
        found = []
        start = 0
        for line in self.characters.split("\n"):
            left = start + len(line) - len(line.lstrip())
            found.append(Span(left, max(left, start + len(line.rstrip()))))
            start += len(line) + 1
        return tuple(found)

    @cached_property
    def lines_without_digits(self) -> tuple[int, ...]:
        """Which of the lines hold no digit, blank ones among them; counted from 0."""
        search = DIGIT_RE.search
        return tuple(i for i, line in enumerate(self.lines) if not search(self.characters, *line))

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
