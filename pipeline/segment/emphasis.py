"""Which lines a designer set apart by larger or by bold letters; of plain text nobody knows."""

from dataclasses import dataclass
from typing import Final

from pipeline.read.placed import Placements
from pipeline.text import Span

LARGER: Final = 1.15
"""In parts of the size of most text: from here on letters are larger."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How a line is set, compared with most of the text."""

    is_larger: bool
    is_bold: bool

    @property
    def stands_out(self) -> bool:
        """Whether one sees the line first."""
        return self.is_larger or self.is_bold


class Emphases:
    """Knows how lines are set, as far as the file shows it."""

    def __init__(self, placed: Placements) -> None:
        """Look at all lines: where most of them are bold, bold letters say nothing."""
        self._placed = placed
        bold = length = 0
        for n in range(len(placed)):
            start, end = placed.stretch(n)
            length += end - start
            bold += (end - start) * placed.is_bold(n)
        self._bold_is_usual = bold * 2 > length

    def at(self, span: Span) -> Emphasis | None:
        """Return how all of a stretch of the text is set; None for plain text."""
        if not self._placed:
            return None
        placed = self._placed
        found = []
        for n in range(placed.first_at(span.start), len(placed)):
            start, end = placed.stretch(n)
            if start >= span.end:
                break
            if end > span.start:
                found.append(n)
        if not found:
            return None
        return Emphasis(
            min(map(placed.larger, found)) >= LARGER,
            all(map(placed.is_bold, found)) and not self._bold_is_usual,
        )
