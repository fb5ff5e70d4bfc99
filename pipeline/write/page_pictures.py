"""The pages of a PDF as pictures, with what was found on them framed: for eyes, not for machines.

A block has a light ground, a value a line around it; the colour says what it was taken for.
"""

import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from schemas import Box, Brochure, Contact, Landkreis, Span

if TYPE_CHECKING:
    from PIL.Image import Image

RESOLUTION: Final = 110
"""Dots per inch."""
COLOURS: Final = MappingProxyType(
    {
        "heading": (200, 30, 30),
        "sub-heading": (230, 130, 0),
        "paragraph": (120, 120, 120),
        "contact": (20, 90, 200),
        "quote": (140, 40, 170),
        "partner": (10, 140, 60),
        "phone": (0, 150, 170),
        "e-mail": (0, 110, 90),
        "website": (90, 110, 0),
        "address": (130, 80, 30),
        "residue": (220, 0, 140),
    }
)
BLOCKS: Final = frozenset(("heading", "sub-heading", "paragraph", "contact", "quote", "residue"))
"""What has a ground; the others have a line."""


class Found(NamedTuple):
    """A box and what was found in it."""

    kind: str
    box: Box


def draw_pages(
    path: Path, data: bytes, brochure: Brochure, folder: Path, password: str | None = None
) -> Iterator[Path]:
    """Write a picture for each page of the PDF; yield each file as soon as it is written."""
    import pdfplumber  # heavy, and only this command draws

    on_page: defaultdict[int, list[Found]] = defaultdict(list)
    for found in _all_found(brochure):
        on_page[found.box.page].append(found)
    with pdfplumber.open(io.BytesIO(data), password=password) as pdf:
        for page in pdf.pages:
            picture = page.to_image(resolution=RESOLUTION, force_mediabox=True)
            file = folder / f"{path.stem}-{page.page_number:03}.png"
            _framed(picture.original, on_page[page.page_number]).save(file)
            page.close()
            yield file


def _framed(picture: "Image", found: list[Found]) -> "Image":
    """Return the picture with all boxes drawn on it and a legend below."""
    from PIL import Image as Images
    from PIL import ImageDraw

    scale = RESOLUTION / 72
    layer = Images.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for kind, box in sorted(found, key=lambda each: each.kind not in BLOCKS):
        edges = [side * scale for side in (box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1)]
        if kind in BLOCKS:
            pen.rectangle(edges, fill=(*COLOURS[kind], 60))
        else:
            pen.rectangle(edges, outline=(*COLOURS[kind], 255), width=2)
    drawn = Images.alpha_composite(picture.convert("RGBA"), layer)
    pen = ImageDraw.Draw(drawn)
    for number, (kind, colour) in enumerate(COLOURS.items()):
        pen.text((8 + 78 * number, drawn.height - 16), kind, fill=(*colour, 255))
    return drawn.convert("RGB")


def _all_found(brochure: Brochure) -> Iterator[Found]:
    for landkreis in brochure.landkreise:
        yield from _in_section(landkreis)
    for passage in brochure.residue:
        yield from _boxes("residue", passage.span)


def _in_section(landkreis: Landkreis) -> Iterator[Found]:
    """Yield what a section holds; its heading is the first line of its span."""
    yield from list(_boxes("heading", landkreis.span))[:1]
    for subheading in landkreis.subheadings:
        yield from _boxes("sub-heading", subheading.span)
    for paragraph in landkreis.paragraphs:
        yield from _boxes("paragraph", paragraph.span)
    for contact in landkreis.contacts:
        yield from _boxes("contact", contact.span)
        yield from _of_contact(contact)
    for quote in landkreis.quotes:
        yield from _boxes("quote", quote.span)
    for partner in landkreis.partners:
        yield from _boxes("partner", partner.span)
    for passage in landkreis.residue:
        yield from _boxes("residue", passage.span)


def _of_contact(contact: Contact) -> Iterator[Found]:
    for phone in contact.phones:
        yield from _boxes("phone", phone.span)
    for email in contact.emails:
        yield from _boxes("e-mail", email.span)
    for website in contact.websites:
        yield from _boxes("website", website.span)
    if contact.address:
        yield from _boxes("address", contact.address.span)


def _boxes(kind: str, span: Span) -> Iterator[Found]:
    for box in span.boxes or ():
        yield Found(kind, box)
