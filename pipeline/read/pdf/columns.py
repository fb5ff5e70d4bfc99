"""In which order the parts of a page are read: by the white between them, by frames and by rules.

A page is cut along the river of white that has most text on both its banks; what crosses the river
(a heading over both columns, a rule, a wide box) ends it, so that columns may change within a page.
Text in a frame is a page of its own. A column much narrower than the one beside it is a margin.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from pipeline.read.pdf.cues import ends_sentence, starts_small
from pipeline.read.pdf.frames import NEAR, Item, items_of, top_of
from pipeline.read.pdf.initials import attach_initials
from pipeline.read.pdf.ink import Box, Fragment, Page
from pipeline.read.pdf.lines import LARGER, Column, Line, attach_labels, lines_of
from pipeline.read.pdf.margins import with_margin

GUTTER: Final = 6.0
"""Points of white at least between two columns."""
LEAST_LINES: Final = 2.2
"""Lines of text at least that stand side by side for the white between them to be a river."""
RULED_LINES: Final = 0.5
"""The same between two rules: a row of a table."""
MOST_STRETCHED: Final = 9
"""Lines of a justified paragraph in which wide blanks may stand below each other by chance."""
MOST_UNEVEN: Final = 3.5
"""Lines by which columns that end above one heading may differ in length."""
EVEN: Final = 0.25
"""Points by which the blanks in one stretched line differ."""
NARROW: Final = 0.6
"""A column of less than this part of its neighbour's width is a margin."""


class River(NamedTuple):
    """White between two columns: what is before it, on both banks, and behind it."""

    above: list[Item]
    left: list[Item]
    right: list[Item]
    below: list[Item]
    is_row: bool
    """Whether it is in a row of a table."""


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


def read_columns(page: Page, fragments: Sequence[Fragment]) -> list[Column]:
    """Return the columns of a page in the order in which they are read."""
    upright = attach_initials(fragment for fragment in fragments if not fragment.turned)
    upright = attach_labels(upright)
    found = list(_arranged(items_of(page, upright), page.number, framed=False))
    turned = [fragment for fragment in fragments if fragment.turned]
    return found + [_column([line], framed=True) for line in _turned_lines(turned, page.number)]


def _turned_lines(fragments: Iterable[Fragment], page: int) -> Iterator[Line]:
    for fragment in sorted(fragments, key=lambda each: (each.turned, each.box.x0, each.box.top)):
        yield Line(page, *fragment[:6], fragment.hidden)


# --- rivers -------------------------------------------------------------------------------------


def _arranged(
    items: Sequence[Item], page: int, *, framed: bool, in_row: bool = False
) -> Iterator[Column]:
    river = _widest_river(items, in_row=in_row)
    if river is None:
        yield from _single(items, page, framed=framed)
        return
    yield from _arranged(river.above, page, framed=framed)
    yield from _banks(river, page, framed=framed)
    yield from _arranged(river.below, page, framed=framed)


def _widest_river(items: Sequence[Item], *, in_row: bool) -> River | None:
    """Return the river with the most text on both banks."""
    edges: list[float] = []
    for x in sorted(item.box.x0 for item in items if item.fragment or item.frame):
        if not edges or x - edges[-1] > 1.0:
            edges.append(x)
    stretches = [
        stretch for edge in edges[1:] for stretch in _stretches(edge, items, in_row=in_row)
    ]
    if not stretches:
        return None
    best = max(stretches, key=lambda stretch: stretch.support)
    upper, left, right = _parted(best.left, best.right)
    above, below = [*items[: best.start], *upper], list(items[best.end :])
    return River(above, left, right, below, best.is_row)


def _stretches(edge: float, items: Sequence[Item], *, in_row: bool) -> Iterator[Stretch]:
    """Yield where white runs just left of an edge, each time between two items that cross it."""
    start = 0
    ruled = in_row
    left: list[Item] = []
    right: list[Item] = []
    for number, item in enumerate((*items, None)):
        if item and item.box.x1 <= edge - GUTTER + 0.5:
            left.append(item)
        elif item and item.box.x0 >= edge - 0.5:
            right.append(item)
        else:
            is_rule = in_row if item is None else not (item.fragment or item.frame)
            support = _support(left, right, ruled=ruled and is_rule) if left and right else 0.0
            around = (items[start - 1] if start else None, item)
            if support and not _is_stretched(left, right, around):
                is_row = not _support(left, right, ruled=False)
                yield Stretch(support, start, number, left, right, is_row)
            start, left, right, ruled = number + 1, [], [], is_rule


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
    size = max(
        8.0, min(max((i.size for i in left), default=0), max((i.size for i in right), default=0))
    )
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


# --- banks: columns, margins, rows of a table ---------------------------------------------------


def _banks(river: River, page: int, *, framed: bool) -> Iterator[Column]:
    left, right = (
        list(_arranged(bank, page, framed=framed, in_row=river.is_row))
        for bank in (river.left, river.right)
    )
    widths = [max((_width(column) for column in bank), default=0.0) for bank in (left, right)]
    if widths[0] < NARROW * widths[1] and not _heads(left, right):
        yield from with_margin(right, left)
    elif widths[1] < NARROW * widths[0] and not _heads(right, left):
        yield from with_margin(left, right)
    else:
        yield from left
        yield from right


def _width(column: Column) -> float:
    return max(line.box.x1 for line in column.lines) - min(line.box.x0 for line in column.lines)


def _heads(narrow: Sequence[Column], wide: Sequence[Column]) -> bool:
    """Whether the narrow one holds a heading larger than any in the wide one: then it is text."""
    largest = max(line.size for column in narrow for line in column.lines)
    return largest > LARGER * max(line.size for column in wide for line in column.lines)


def _single(items: Sequence[Item], page: int, *, framed: bool) -> Iterator[Column]:
    """Yield what stands in one column: its lines, and the frames between them."""
    open_items: list[Fragment] = []
    for item in items:
        if item.fragment:
            open_items.append(item.fragment)
        elif item.frame:
            if open_items:
                yield _column(lines_of(open_items, page), framed=framed)
            open_items = []
            for column in _arranged(item.frame.items, page, framed=True):
                yield replace(column, right=_right_in(item.frame.box, column))
    if open_items:
        yield _column(lines_of(open_items, page), framed=framed)


def _column(lines: Sequence[Line], *, framed: bool) -> Column:
    usual = median(line.size for line in lines)
    text = [line for line in lines if line.size < LARGER * usual]  # a heading may stand out
    return Column(tuple(lines), framed, max(line.box.x1 for line in text))


def _right_in(frame: Box, column: Column) -> float:
    """Return where lines in a frame end at most: as far from its edge as they begin."""
    inset = min(line.box.x0 for line in column.lines) - frame.x0
    return max(column.right, frame.x1 - inset) if inset < frame.width / 4 else column.right
