"""In which order the parts of a page are read: by the white between them, by frames and by rules.

A page is cut along the river of white that has most text on both its banks; what crosses the river
(a heading over both columns, a rule, a wide box) ends it, so that columns may change within a page.
Text in a frame is a page of its own. A column much narrower than the one beside it is a margin.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from pipeline.read.pdf.frames import Item, items_of
from pipeline.read.pdf.initials import attach_initials
from pipeline.read.pdf.ink import Box, Fragment, Page
from pipeline.read.pdf.lines import LARGER, Column, Line, attach_labels, lines_of
from pipeline.read.pdf.margins import with_margin
from pipeline.read.pdf.rivers import River, widest_river

NARROW: Final = 0.6
"""A column of less than this part of its neighbour's width is a margin."""


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


def _arranged(
    items: Sequence[Item], page: int, *, framed: bool, in_row: bool = False
) -> Iterator[Column]:
    river = widest_river(items, in_row=in_row)
    if river is None:
        yield from _single(items, page, framed=framed)
        return
    yield from _arranged(river.above, page, framed=framed)
    yield from _banks(river, page, framed=framed)
    yield from _arranged(river.below, page, framed=framed)


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
