"""The pages of a PDF as they are shown: their pictures, and a frame for each value."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from pipeline.write.page.pictures import Pictures
from pipeline.write.page.values import Value

AROUND = 1.5
"""Points that a frame stands off."""


class Shown(NamedTuple):
    """One page."""

    number: int
    width: float
    height: float
    """In points."""
    picture: Markup
    """As a `data:` address."""
    frames: Markup
    """A rectangle for each line of each value."""


def pages_of(values: Sequence[Value], pictures: Pictures) -> Iterator[Shown]:
    """Yield the pages that were drawn, each with the frames of what stands on it."""
    found: defaultdict[int, list[Value]] = defaultdict(list)
    # blocks first, for what is drawn last is what the pointer finds
    for value in sorted(values, key=lambda value: value.span.start - value.span.end):
        for page in {box.page for box in value.boxes}:
            found[page].append(value)
    for each in pictures.pages:
        frames = Markup("".join(_frames(found.get(each.number, ()), each.number)))
        yield Shown(each.number, each.width, each.height, Markup(each.address), frames)


def _frames(values: Iterable[Value], page: int) -> Iterator[str]:
    """Yield rectangles that stand off the lines; kinds and paths are ours, the rest is numbers."""
    for value in values:
        for box in value.boxes:
            if box.page == page:
                x, y = round(box.x0 - AROUND, 2), round(box.top - AROUND, 2)
                width = round(box.x1 - box.x0 + 2 * AROUND, 2)
                height = round(box.bottom - box.top + 2 * AROUND, 2)
                yield (
                    f'<rect class="frame {value.kind}" data-of="t{value.path}"'
                    f' x="{x}" y="{y}" width="{width}" height="{height}"/>'
                )
