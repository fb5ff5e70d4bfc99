"""Brochures that stand in the test itself, and spans that are marked in them."""

import codecs
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.run import Result, extract
from pipeline.text import Span, Text
from schemas import Contact, Landkreis

MARK_RE = re.compile(r"[⟦⟧]")


def read_brochure(characters: str, *, model: str | None = None) -> Result:
    """Take characters through all stages, as a file of the user would go."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "edition-1.txt")
        path.write_bytes(codecs.BOM_UTF8 + characters.encode("utf-8", "surrogatepass"))
        return extract(path, model=model)


def read_section(below: str, heading: str = "Landkreis Celle") -> Landkreis:
    """Return the one section that the lines below a heading make."""
    (section,) = read_brochure(f"{heading}\n\n{below}\n").brochure.landkreise
    return section


def unmark(marked: str) -> tuple[Text, list[Span]]:
    """Return a text without its marks ⟦…⟧, and the spans that they mark."""
    places = [match.start() - i for i, match in enumerate(MARK_RE.finditer(marked))]
    return Text.of(MARK_RE.sub("", marked)), list(map(Span, places[::2], places[1::2]))


def told(contact: Contact) -> str:
    """Return what a contact says of who it is: `name · roles · organisation · units`."""
    return " · ".join(
        [
            contact.name.full if contact.name else "",
            " + ".join(contact.roles),
            contact.organisation or "",
            " + ".join(contact.units),
        ]
    )
