"""How a document is set, measured on all its columns: size, leading, width and hyphens."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pipeline.german.line_breaks import coupled_in
from pipeline.read.pdf.lines import Column

SAME_SIZE: Final = 0.07
"""Part of the size by which the letters of one paragraph differ."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document is set."""

    leading: dict[float, float]
    """By size: the usual distance of lines."""
    edges: dict[int, tuple[float, ...]]
    """By where columns begin: where long ones end."""
    usual: float
    """Size of most text."""
    coupled: Callable[[], frozenset[str]]
    """Finds the coupled words that are printed within lines."""
    has_soft_hyphens: bool
    """Whether its fonts call hyphens soft that are seen within lines."""


class Measure:
    """Measures how a document is set, page after page."""

    def __init__(self) -> None:
        """Begin with no page."""
        self._steps: defaultdict[float, Counter[float]] = defaultdict(Counter)
        self._edges: defaultdict[int, set[float]] = defaultdict(set)
        self._sizes: Counter[float] = Counter()
        self._coupled: set[str] = set()
        self._soft = False

    def add(self, columns: Iterable[Column]) -> None:
        """Measure the columns of one more page."""
        for column in columns:
            for line in column.lines:
                self._sizes[rounded(line.size)] += len(line.text)
                self._read(line.text)
            for before, line in pairwise(column.lines):
                step = line.base - before.base
                if are_alike(before.size, line.size) and 0 < step < 2 * line.size:
                    self._steps[rounded(line.size)][round(step * 2) / 2] += 1
            if len(column.lines) >= 8:  # noqa: PLR2004
                self._edges[left_of(column)].add(column.right)

    def _read(self, text: str) -> None:
        if "-" in text:
            self._coupled.update(word for word in text.split() if "-" in word[:-1])
        self._soft = self._soft or "\xad" in text[:-1]

    def setting(self) -> Setting:
        """Return how the document is set."""
        leading = {size: _narrowest(counts, size) for size, counts in self._steps.items()}
        edges = {left: tuple(sorted(ends)) for left, ends in self._edges.items()}
        usual = self._sizes.most_common(1)[0][0] if self._sizes else 10.0
        coupled = coupled_in(" ".join(self._coupled))
        return Setting(leading, edges, usual, coupled, self._soft)


def rounded(size: float) -> float:
    """Return the size by which the letters of one kind are known."""
    return round(size * 2) / 2


def left_of(column: Column) -> int:
    """Return where a column begins, coarsely: the same for all that begin there."""
    return round(min(line.box.x0 for line in column.lines) / 3)


def _narrowest(counts: Counter[float], size: float) -> float:
    """Return the distance within paragraphs: the narrowest of those that are usual."""
    most = counts.most_common(1)[0][1]
    usual = [step for step, count in counts.items() if count >= max(2, most / 5)]
    return min(usual) if usual else 1.3 * size


def are_alike(size: float, other: float) -> bool:
    """Whether two sizes are meant to be one."""
    return abs(size - other) <= SAME_SIZE * max(size, other)
