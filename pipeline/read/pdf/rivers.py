"""Rivers of white between columns: where most text stands on both banks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from pipeline.read.pdf.cues import ends_sentence, starts_small
from pipeline.read.pdf.frames import NEAR, Item, top_of
from pipeline.read.pdf.ink import Box
from pipeline.read.pdf.lines import LARGER

GUTTER: Final = 6.0
"""Points of white at least between two columns."""
LEAST_LINES: Final = 2.2
"""Lines of text at least that stand side by side for the white between them to be a river."""
RULED_LINES: Final = 0.5
"""The same between two rules: a row of a table."""
LEAST_SIZE: Final = 8.0
"""Points; smaller letters count as if they were as large."""
MOST_STRETCHED: Final = 9
"""Lines of a justified paragraph in which wide blanks may stand below each other by chance."""
MOST_UNEVEN: Final = 3.5
"""Lines by which columns that end above one heading may differ in length."""
EVEN: Final = 0.25
"""Points by which the blanks in one stretched line differ."""


class River(NamedTuple):
    """White between two columns: what is before it, on both banks, and behind it."""

    above: list[Item]
    left: list[Item]
    right: list[Item]
    below: list[Item]
    is_row: bool
    """Whether it is in a row of a table."""


class Gap(NamedTuple):
    """White from one item that crosses it to the next, with something at both sides."""

    height: float
    start: int
    """The first item below the one that crosses it."""
    banks: str
    """On which side each item stands, `l` or `r`."""
    ruled: bool
    """Whether both items that cross it are rules."""


class Stretch(NamedTuple):
    """A part of a page, from one item to another, with white between those at left and right."""

    support: float
    """How far text stands on both sides, in points."""
    start: int
    end: int
    left: list[Item]
    right: list[Item]
    is_row: bool
    """Whether only the rules above and below make it one: a row of a table."""


def widest_river(items: Sequence[Item], *, in_row: bool) -> River | None:
    """Return the river with the most text on both banks; of equal ones the first."""
    best: Stretch | None = None
    at = 0
    # the highest first, for none has more text at its sides than it is high
    for number, gap in sorted(enumerate(_gaps(items, in_row=in_row)), key=lambda each: -each[1][0]):
        if best and gap.height < best.support:
            break
        stretch = _stretch(gap, items)
        if stretch and (not best or (stretch.support, -number) > (best.support, -at)):
            best, at = stretch, number
    if best is None:
        return None
    upper, left, right = _parted(best.left, best.right)
    above, below = [*items[: best.start], *upper], list(items[best.end :])
    return River(above, left, right, below, best.is_row)


def _gaps(items: Sequence[Item], *, in_row: bool) -> Iterator[Gap]:
    """Yield where white runs just left of an edge, each time between two items that cross it."""
    sides = [(item.box.x0, item.box.x1) for item in items]
    tops, bottoms = [item.box.top for item in items], [item.box.bottom for item in items]
    rules = [in_row, *(not (item.fragment or item.frame) for item in items), in_row]
    for edge in _edges(items):
        before, behind = edge - GUTTER + 0.5, edge - 0.5
        banks = ["l" if x1 <= before else "r" if x0 >= behind else " " for x0, x1 in sides]
        start = 0
        for bank in "".join(banks).split(" "):
            end = start + len(bank)
            if "l" in bank and "r" in bank:
                ruled = rules[start] and rules[end + 1]
                height = max(bottoms[start:end]) - min(tops[start:end])
                if height > LEAST_SIZE * (RULED_LINES if ruled else LEAST_LINES):
                    yield Gap(height, start, bank, ruled)
            start = end + 1


def _edges(items: Sequence[Item]) -> list[float]:
    """Return where text begins, but for what is furthest left."""
    edges: list[float] = []
    for x in sorted(item.box.x0 for item in items if item.fragment or item.frame):
        if not edges or x - edges[-1] > 1.0:
            edges.append(x)
    return edges[1:]


def _stretch(gap: Gap, items: Sequence[Item]) -> Stretch | None:
    """Return what stands at both sides of a gap, if it is a river."""
    start, end = gap.start, gap.start + len(gap.banks)
    left, right = (
        [item for item, bank in zip(items[start:end], gap.banks, strict=True) if bank == side]
        for side in "lr"
    )
    support = _support(left, right, ruled=gap.ruled)
    around = (items[start - 1] if start else None, items[end] if end < len(items) else None)
    if not support or _is_stretched(left, right, around):
        return None
    return Stretch(support, start, end, left, right, not _support(left, right, ruled=False))


def _is_stretched(left: list[Item], right: list[Item], around: Iterable[Item | None]) -> bool:
    """Whether these are but a few lines of a paragraph, with wide blanks that happen to meet."""
    top = max(left[0].box.top, right[0].box.top) - 1
    bottom = 1 + min(max(item.box.bottom for item in bank) for bank in (left, right))
    left, right = (
        [item for item in bank if item.box.top >= top and item.box.bottom <= bottom]
        for bank in (left, right)
    )
    both = [*left, *right]
    size = max((item.size for item in both), default=0.0)
    if bottom - top > MOST_STRETCHED * size or not (left and right):
        return False
    if all(_has_single_words(bank) for bank in (left, right)):
        return True  # blanks as wide as these part all words of their lines
    if _has_even_blanks(left, right):
        return True
    x0, x1 = min(item.box.x0 for item in both), max(item.box.x1 for item in both)
    return any(
        item is not None
        and item.fragment is not None
        and abs(item.size - size) < 1
        and item.box.top - bottom < 0.7 * size
        and top - item.box.bottom < 0.7 * size
        and (abs(item.box.x0 - x0) < NEAR or abs(item.box.x1 - x1) < NEAR)
        for item in around
    )


def _has_single_words(bank: Sequence[Item]) -> bool:
    """Whether most of it stands word by word."""
    single = sum(item.fragment is not None and " " not in item.fragment.text for item in bank)
    return single >= len(bank) / 2


def _has_even_blanks(left: list[Item], right: list[Item]) -> bool:
    """Whether the white in most rows is as wide as that between other words of the row."""
    rows: defaultdict[int, list[Box]] = defaultdict(list)
    for item in (*left, *right):
        rows[round(item.box.bottom)].append(item.box)
    edge = max(item.box.x1 for item in left)
    even = count = 0
    for row in rows.values():
        row.sort()
        gaps = [(after.x0 - before.x1, after.x0 > edge) for before, after in pairwise(row)]
        at = next((n for n, (_, over) in enumerate(gaps) if over), None)
        if at is not None and row[0].x1 <= edge:
            count += 1
            others = [gap for n, (gap, _) in enumerate(gaps) if n != at]
            even += any(abs(gaps[at][0] - gap) < EVEN for gap in others)
    return even > count / 2


def _support(left: list[Item], right: list[Item], *, ruled: bool) -> float:
    """Return how far text stands on both banks, in points; 0 if that is too little."""
    banks = []
    for bank in (left, right):
        texts = [item for item in bank if item.fragment or item.frame]
        if not texts:
            return 0.0
        banks.append((texts[0].box.top, max(item.box.bottom for item in texts)))
    overlap = min(banks[0][1], banks[1][1]) - max(banks[0][0], banks[1][0])
    size = max(LEAST_SIZE, min(max(item.size for item in bank) for bank in (left, right)))
    return overlap if overlap > size * (RULED_LINES if ruled else LEAST_LINES) else 0.0


def _parted(left: list[Item], right: list[Item]) -> tuple[list[Item], list[Item], list[Item]]:
    """Cut the banks where a heading over both, too short to cross the river, begins a new part.

    Such a heading stands alone in its row; above it both columns end, and below it both begin.
    Since columns may do so by chance, a sentence must run from one end to the other's head.
    """
    usual = median(item.size for item in (*left, *right))
    for number, head in enumerate(left[:-1]):
        if head.size < LARGER * usual:
            continue
        upper = left[:number], [item for item in right if item.box.top < head.box.top]
        lower = left[number + 1 :], right[len(upper[1]) :]
        if not all((*upper, *lower)) or not _support(*lower, ruled=False):
            continue
        ends = [max(item.box.bottom for item in bank) for bank in upper]
        if (
            max(ends) <= head.box.top + 1
            and abs(ends[0] - ends[1]) < MOST_UNEVEN * usual
            and abs(lower[0][0].box.top - lower[1][0].box.top) < usual
            and _flows(upper[0][-1], upper[1][0])
            and not _flows(lower[0][-1], upper[1][0])
        ):
            return sorted([*upper[0], *upper[1]], key=top_of), [head, *lower[0]], lower[1]
    return [], left, right


def _flows(last: Item, first: Item) -> bool:
    if last.fragment is None or first.fragment is None:
        return False
    return starts_small(first.fragment.text) and not ends_sentence(last.fragment.text)
