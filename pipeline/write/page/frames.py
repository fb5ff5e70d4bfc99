"""The pages of a PDF as they are shown: their pictures, and a frame for each value."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.write.page.pictures import Pictures
from pipeline.write.page.values import Value

AROUND = 1.5
"""Points that a frame stands off."""


class Frame(NamedTuple):
    """A rectangle on a page, in points from its top left corner."""

    kind: str
    id: str
    """Of the mark in the text."""
    x: float
    y: float
    width: float
    height: float


class Shown(NamedTuple):
    """One page."""

    number: int
    width: float
    height: float
    """In points."""
    picture: str | None
    """As a `data:` address; None for one that was left out."""
    frames: list[Frame]


def pages_of(values: Sequence[Value], pictures: Pictures) -> list[Shown]:
    """Return the pages that were drawn, each with the frames of what stands on it."""
    frames: defaultdict[int, list[Frame]] = defaultdict(list)
    # blocks first, for what is drawn last is what the pointer finds
    for value in sorted(values, key=lambda value: value.span.start - value.span.end):
        for box in value.boxes:
            frames[box.page].append(
                Frame(
                    value.kind,
                    f"t{value.path}",
                    round(box.x0 - AROUND, 2),
                    round(box.top - AROUND, 2),
                    round(box.x1 - box.x0 + 2 * AROUND, 2),
                    round(box.bottom - box.top + 2 * AROUND, 2),
                )
            )
    return [
        Shown(number, each.width, each.height, each.address, frames[number])
        for number, each in enumerate(pictures.pages, 1)
    ]
