"""The pages of a PDF as they are shown: their pictures, and a frame for each value."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from pipeline.read.placed import pages_of as pages_of_boxes
from pipeline.write.page.pictures import Pictures
from pipeline.write.page.values import Value
from pipeline.write.page.view import View
from schemas import Brochure

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


def pages_of(view: View, pictures: Pictures) -> Iterator[Shown]:
    """Yield the pages that were drawn, each with the frames of what stands on it."""
    sections = _sections_by_page(view.brochure)
    for each in pictures.pages:
        values = [
            value
            for section in (*sections[each.number], None)
            for value in view.part(section).by_page[each.number]
        ]
        # blocks first, for what is drawn last is what the pointer finds
        values.sort(key=lambda value: value.span.start - value.span.end)
        frames = Markup("".join(_frames(values, each.number)))
        yield Shown(each.number, each.width, each.height, Markup(each.address), frames)


def _sections_by_page(brochure: Brochure) -> Mapping[int, Sequence[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, section in enumerate(brochure.landkreise):
        for page in pages_of_boxes(section.span.boxes or ()):
            found[page].append(number)
    return found


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
