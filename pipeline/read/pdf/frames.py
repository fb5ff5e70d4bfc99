"""Frames: rectangles around or behind text that make it a page of its own."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.read.pdf.ink import Box, Fragment, Page

PAGEWIDE: Final = 0.6
"""Of the page: a larger frame is its ground."""
NEAR: Final = 3.0
"""Points within which edges are the same."""


class Item(NamedTuple):
    """Something with a place: a stretch of text, a frame with all that is in it, or a rule."""

    box: Box
    fragment: Fragment | None
    frame: "Frame | None"

    @property
    def size(self) -> float:
        """Of the letters; 0 where there are none of its own."""
        return self.fragment.size if self.fragment else 0.0


class Frame(NamedTuple):
    """A frame and what lies in it."""

    box: Box
    items: tuple[Item, ...]


def top_of(item: Item) -> tuple[float, float]:
    """Sort from top to bottom, and from left to right."""
    return item.box.top, item.box.x0


def items_of(page: Page, fragments: Sequence[Fragment]) -> list[Item]:
    """Return what stands outside all frames, the frames with all they hold, and the rules."""
    items = _framed(fragments, _frames(page, fragments))
    items += [Item(rule, None, None) for rule in page.rules]
    return sorted(items, key=top_of)


def _frames(page: Page, fragments: Sequence[Fragment]) -> list[Box]:
    """Return the rectangles that hold text of their own, the largest first."""
    area = page.width * page.height
    frames: list[Box] = []
    for box in sorted(set(page.boxes), key=lambda each: -each.area):
        if box.area > PAGEWIDE * area or any(_same(box, other) for other in frames):
            continue
        inside = [fragment for fragment in fragments if _lies_in(fragment.box, box)]
        crossing = any(_crosses(fragment.box, box) for fragment in fragments)
        tall = max((fragment.size for fragment in inside), default=0.0) * 2
        if inside and not crossing and box.height > tall and len(inside) < len(fragments):
            frames.append(box)
    return frames


def _same(box: Box, other: Box) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(box, other, strict=True))


def _lies_in(text: Box, box: Box) -> bool:
    middle = (text.top + text.bottom) / 2
    return box.top <= middle <= box.bottom and box.x0 - 1 <= text.x0 and text.x1 <= box.x1 + 1


def _crosses(text: Box, box: Box) -> bool:
    """Whether a line of text runs over an edge of the box: then the box is a decoration."""
    middle = (text.top + text.bottom) / 2
    return (
        box.top < middle < box.bottom
        and not _lies_in(text, box)
        and text.x0 < box.x1 - NEAR
        and text.x1 > box.x0 + NEAR
    )


def _framed(fragments: Sequence[Fragment], frames: Sequence[Box]) -> list[Item]:
    """Put the text into the frames, and these into each other."""
    inside: list[list[Item]] = [[] for _ in frames]
    outside: list[Item] = []
    for fragment in fragments:
        item = Item(fragment.box, fragment, None)
        owner = _owner(fragment.box, frames, len(frames))
        (outside if owner is None else inside[owner]).append(item)
    for number in reversed(range(len(frames))):  # the smallest first
        box = frames[number]
        framed = Item(box, None, Frame(box, tuple(sorted(inside[number], key=top_of))))
        owner = _owner(box, frames, number)
        if inside[number]:
            (outside if owner is None else inside[owner]).append(framed)
    return outside


def _owner(box: Box, frames: Sequence[Box], count: int) -> int | None:
    """Return the smallest of the first `count` frames that holds the box."""
    return next((n for n in reversed(range(count)) if _lies_in(box, frames[n])), None)
