"""Figures of repeated measurements: a median, the lowest and the highest.

Ratios are made per round, of what was measured one after the other, so that a machine that slows
down slows both sides.

>>> Figure("ours / theirs", (0.5, 0.75, 1.0)).median
0.75
>>> ratio("ours / theirs", (3.0, 2.0), (6.0, 2.0)).values
(0.5, 1.0)
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Final

SHARE: Final = "share"
"""The unit of a part of a whole, which is neither good nor bad."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, once per round."""

    name: str
    values: tuple[float, ...]
    unit: str = ""
    """Empty: a ratio."""
    more_is_better: bool = False
    goal: float | None = None
    """The least, or the most, that is asked of it."""

    @property
    def median(self) -> float:
        """The figure that is quoted."""
        return median(self.values)

    @property
    def is_reached(self) -> bool | None:
        """Whether the median is at the goal or better; None where there is no goal."""
        if self.goal is None:
            return None
        return self.median >= self.goal if self.more_is_better else self.median <= self.goal

    def printed(self) -> str:
        """Return median and spread, to be read.

        >>> Figure("time", (0.5, 0.75, 1.0)).printed(), Figure("stage", (0.2,), SHARE).printed()
        ('0.75 (0.50 to 1.00)', '20 % (20 to 20)')
        >>> Figure("speed", (123456.0, 234567.0, 345678.0), "characters/s").printed()
        '235,000 (123,000 to 346,000) characters/s'
        """
        low, high = min(self.values), max(self.values)
        if self.unit == SHARE:
            return f"{100 * self.median:.0f} % ({100 * low:.0f} to {100 * high:.0f})"
        return f"{short(self.median)} ({short(low)} to {short(high)}) {self.unit}".rstrip()

    def record(self) -> dict[str, Any]:
        """Return the figure for performance.json."""
        return {**asdict(self), "values": [float(f"{value:.4g}") for value in self.values]}

    @classmethod
    def of(cls, record: dict[str, Any]) -> "Figure":
        """Read a figure of performance.json."""
        return cls(**{**record, "values": tuple(record["values"])})


def ratio(
    name: str,
    ours: Sequence[float],
    theirs: Sequence[float],
    *,
    more_is_better: bool = False,
    goal: float | None = None,
) -> Figure:
    """Return the ratios of two measurements, round by round."""
    values = tuple(a / b for a, b in zip(ours, theirs, strict=True))
    return Figure(name, values, more_is_better=more_is_better, goal=goal)


def is_worse(now: Figure, before: Figure) -> bool:
    """Tell whether a figure got worse by more than the spread of both measurements.

    >>> before = Figure("seconds", (1.0, 1.1, 1.2))
    >>> is_worse(Figure("seconds", (1.15, 1.3)), before)
    False
    >>> is_worse(Figure("seconds", (1.3, 1.4)), before)
    True
    """
    if now.more_is_better:
        return max(now.values) < min(before.values)
    return min(now.values) > max(before.values)


def short(value: float) -> str:
    """Return three digits that count.

    >>> short(0.123), short(12.345), short(123456.0)
    ('0.12', '12.3', '123,000')
    """
    whole_digits = len(str(int(value)))
    return f"{float(f'{value:.3g}'):,.{max(0, 3 - whole_digits)}f}"
