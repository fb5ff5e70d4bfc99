"""The text as it is shown: sections, in each its blocks, in each block its marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise, starmap
from typing import Final

from markupsafe import Markup

from pipeline.text import Span, Text, gaps
from pipeline.write.page.marking import Mark, mark_up
from pipeline.write.page.values import Value
from pipeline.write.page.view import View

BLOCKS: Final = frozenset({"subheading", "paragraph", "contact", "quote", "residue"})
"""Kinds of values that are blocks where they do not stand inside another one."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of lines that belong together."""

    kind: str
    path: str | None
    """Of the value that the block is; None for what is no value, as the title."""
    page: int | None
    """Where the block is the first one on its page."""
    html: Markup


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the text, or what stands outside of them."""

    section: int | None
    """Number of the Landkreis in the record, counted from 0."""
    blocks: Iterator[Block]
    """To be gone over once, before the next part is asked for: they are large."""


@dataclass
class _Draft:
    kind: str
    path: str | None
    span: Span
    marks: list[Mark] = field(default_factory=list)


def parts_of(view: View) -> Iterator[Part]:
    """Divide the whole text."""
    sections = [Span(each.span.start, each.span.end) for each in view.brochure.landkreise]
    numbers: dict[Span, int | None] = {span: number for number, span in enumerate(sections)}
    before = None
    for stretch in sorted([*sections, *gaps(Span(0, len(view.text.characters)), sections)]):
        section = numbers.get(stretch)
        if drafts := _drafts(view, stretch, section):
            yield Part(section, starmap(partial(_block, view.text), pairwise([before, *drafts])))
            before = drafts[-1]


def _drafts(view: View, stretch: Span, section: int | None) -> list[_Draft]:
    """Divide a section, or what stands between two."""
    values = view.part(section).values
    if section is None:
        values = values[_since(values, stretch.start) : _since(values, stretch.end)]
    blocks, inline = _outermost(values)
    found = [_Draft(value.kind, value.path, span) for value, span in blocks]
    rest = _rest(view.text, stretch, section, found)
    drafts = sorted([*found, *rest], key=lambda draft: draft.span)
    marks = [
        Mark(*value.span, value.kind + view.doubt(value.path), f"t{value.path}") for value in inline
    ]
    first = bisect_left(view.marks, stretch.start, key=lambda mark: mark.start)
    last = bisect_left(view.marks, stretch.end, key=lambda mark: mark.start)
    _hand_out([*marks, *view.marks[first:last]], drafts)
    return drafts


def _since(values: Sequence[Value], start: int) -> int:
    return bisect_left(values, start, key=lambda value: value.span.start)


def _outermost(values: Sequence[Value]) -> tuple[list[tuple[Value, Span]], list[Value]]:
    """Part the blocks, cut so that none overlaps another, from what stands inside of them."""
    blocks: list[tuple[Value, Span]] = []
    inline = [value for value in values if value.kind not in BLOCKS]
    end = 0
    wide = (value for value in values if value.kind in BLOCKS)
    for value in sorted(wide, key=lambda value: (value.span.start, -value.span.end)):
        if value.span.end <= end:
            inline.append(value)
        else:
            blocks.append((value, Span(max(value.span.start, end), value.span.end)))
            end = value.span.end
    return blocks, inline


def _rest(
    text: Text, stretch: Span, section: int | None, drafts: Sequence[_Draft]
) -> Iterator[_Draft]:
    """Yield what is in no block: the heading, or the title above the first one."""
    for gap in gaps(stretch, [draft.span for draft in drafts]):
        span = text.strip(gap)
        if span.start == span.end:
            continue
        is_heading = section is not None and span.start == stretch.start
        path = f"/landkreise/{section}/heading" if is_heading else None
        yield _Draft("heading" if is_heading else "other", path, span)


def _hand_out(marks: Iterable[Mark], drafts: Sequence[_Draft]) -> None:
    """Give each block its marks; one that reaches over several blocks is cut at their ends."""
    starts = [draft.span.start for draft in drafts]
    for mark in marks:
        number = max(0, bisect_right(starts, mark.start) - 1)
        is_first = True
        while number < len(drafts) and drafts[number].span.start < mark.end:
            span = drafts[number].span
            start, end = max(mark.start, span.start), min(mark.end, span.end)
            if start < end:
                piece = mark._replace(start=start, end=end, is_first=is_first)
                drafts[number].marks.append(piece)
                is_first = False
            number += 1


def _block(text: Text, before: _Draft | None, draft: _Draft) -> Block:
    page = text.page(draft.span.start)
    is_first = before is None or page != text.page(before.span.start)
    html = mark_up(text.characters, draft.span, draft.marks)
    return Block(draft.kind, draft.path, page if is_first else None, html)
