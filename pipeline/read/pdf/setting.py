"""How a document is set, measured on all its columns: the usual size, leading and width."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

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


def setting_of(columns: Sequence[Column]) -> Setting:
    """Measure how a document is set."""
    steps: defaultdict[float, Counter[float]] = defaultdict(Counter)
    edges: defaultdict[int, set[float]] = defaultdict(set)
    sizes: Counter[float] = Counter()
    for column in columns:
        for line in column.lines:
            sizes[rounded(line.size)] += len(line.text)
        for before, line in pairwise(column.lines):
            if are_alike(before.size, line.size) and 0 < line.base - before.base < 2 * line.size:
                steps[rounded(line.size)][round((line.base - before.base) * 2) / 2] += 1
        if len(column.lines) >= 8:  # noqa: PLR2004
            edges[left_of(column)].add(column.right)
    leading = {size: _narrowest(counts, size) for size, counts in steps.items()}
    usual = sizes.most_common(1)[0][0] if sizes else 10.0
    return Setting(leading, {left: tuple(sorted(ends)) for left, ends in edges.items()}, usual)


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
