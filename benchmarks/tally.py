"""Right, wrong and missed values, counted by field.

>>> tally = Tally()
>>> tally.add("partner", ["Jobcenter", "Caritas"], ["Jobcenter", "Landrat"], "Enzkreis")
>>> [(row.precision, row.recall) for row in tally.rows()]
[(0.5, 0.5)]
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

COMPLETE: Final = "contact complete"
"""The contacts that are right in every field; it sums up other fields, so no total has it."""


class Miss(NamedTuple):
    """A value that is not found, or one that is not right."""

    field: str
    kind: str
    """`missed` or `wrong`."""
    where: str
    value: str


class Row(NamedTuple):
    """The figures of one field."""

    field: str
    hits: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """How much of what was found is right."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """How much of what is right was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.hits + self.wrong + self.missed
        return 2 * self.hits / total if total else 1.0


@dataclass
class Tally:
    """What is right, wrong and missed, by field."""

    hits: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    harm: list[Miss] = field(default_factory=list)
    """Numbers and addresses that look right and stand nowhere in the gold section."""

    def add(
        self,
        name: str,
        gold: Iterable[str],
        got: Iterable[str],
        where: str,
        optional: Iterable[str] = (),
    ) -> None:
        """Compare the values of one field."""
        want, have = Counter(gold), Counter(got)
        self.hits[name] += (want & have).total()
        for value, n in (want - have).items():
            self.missed[name] += n
            self.misses.append(Miss(name, "missed", where, value))
        for value, n in (have - want - Counter(optional)).items():
            self.wrong[name] += n
            self.misses.append(Miss(name, "wrong", where, value))

    def merge(self, other: "Tally") -> None:
        """Add the figures of another brochure."""
        self.hits.update(other.hits)
        self.wrong.update(other.wrong)
        self.missed.update(other.missed)
        self.misses += other.misses
        self.harm += other.harm

    def row(self, name: str) -> Row:
        """Return the figures of one field."""
        return Row(name, self.hits[name], self.wrong[name], self.missed[name])

    def rows(self) -> Iterator[Row]:
        """Yield the figures of every field that occurs."""
        for name in sorted({*self.hits, *self.wrong, *self.missed}):
            row = self.row(name)
            if row.hits or row.wrong or row.missed:
                yield row

    def total(self) -> Row:
        """Return the sum over all fields."""
        rows = [row for row in self.rows() if row.field != COMPLETE]
        hits, wrong, missed = (
            sum(column) for column in zip(*(row[1:] for row in rows), strict=True)
        )
        return Row("all fields", hits, wrong, missed)
