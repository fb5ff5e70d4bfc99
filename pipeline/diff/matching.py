"""Who is who in two editions: items are matched by what they are, never by where they stand.

An identity that both sides have once is a pair. For what is left, every pair that may be one and
the same gets a score, and the pairs are taken from the best downwards, each item once. The score
of two is the same from both sides, and so is the order of pairs that score alike: matching B with
A gives the pairs of A with B turned round.

>>> from pipeline.diff.spelling import alike
>>> match(["Kern", "Weiß"], ["Weiss", "Kern", "Roth"], str, alike)[0]
Pair(old=1, new=0)
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, TypeVar

T = TypeVar("T")

MOST_PAIRS: Final = 250_000
"""More pairs than that, of items that no identity tells apart, are not weighed against each other:
then those of one identity are taken in their order."""


class Pair(NamedTuple):
    """Index of one item in the old and in the new list; None where it is in one of them only."""

    old: int | None
    new: int | None


def match(
    old: Sequence[T],
    new: Sequence[T],
    identity: Callable[[T], str],
    score: Callable[[T, T], float],
) -> list[Pair]:
    """Pair the items; in the order of the new ones, then those that are no more.

    A score of 0 says that two are not the same.
    """
    names = [identity(item) for item in old], [identity(item) for item in new]
    partner = _by_identity(*names)
    matched = set(partner.values())
    left = [i for i in range(len(old)) if i not in matched]
    free = [j for j in range(len(new)) if j not in partner]
    if len(left) * len(free) <= MOST_PAIRS:
        scored = ((score(old[i], new[j]), i, j) for i in left for j in free)
        partner |= _best((each for each in scored if each[0]), *names)
    else:
        partner |= _in_order(*names, left, free)
    gone = sorted(set(range(len(old))) - set(partner.values()))
    return [Pair(partner.get(j), j) for j in range(len(new))] + [Pair(i, None) for i in gone]


def _by_identity(old: list[str], new: list[str]) -> dict[int, int]:
    """Return index by index which new item is which old one."""
    counts = Counter(old), Counter(new)
    places = {name: i for i, name in enumerate(old) if counts[0][name] == 1}
    return {j: places[n] for j, n in enumerate(new) if counts[1][n] == 1 and n in places}


def _in_order(old: list[str], new: list[str], left: list[int], free: list[int]) -> dict[int, int]:
    """Return the pairs of what has one identity, the first with the first."""
    waiting: dict[str, list[int]] = {}
    for i in reversed(left):
        waiting.setdefault(old[i], []).append(i)
    return {j: waiting[new[j]].pop() for j in free if waiting.get(new[j])}


def _best(
    scored: Iterable[tuple[float, int, int]], old: list[str], new: list[str]
) -> dict[int, int]:
    """Return the pairs when the best are taken first, each item once."""

    def rank(pair: tuple[float, int, int]) -> tuple[float, list[str], int, int]:
        points, i, j = pair
        return -points, sorted((old[i], new[j])), i + j, abs(i - j)

    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored, key=rank):
        if j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    return found
