"""The root of what is published about one brochure."""

from typing import Final, Literal

from pydantic import NonNegativeInt, PositiveInt
from pydantic.dataclasses import dataclass

from schemas.contact import Contact
from schemas.correction import Correction
from schemas.finding import Finding
from schemas.model import VALUE, Model
from schemas.partner import Partner
from schemas.quote import Quote
from schemas.span import Passage, Span

SCHEMA_VERSION: Final = "1.2"


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Removed:
    """A running header, a footer or a page number that was taken out of the text."""

    text: str
    pages: tuple[PositiveInt, ...]


class Source(Model):
    """The file that was read."""

    file: str
    """Path below the input folder, with `/` between its parts."""
    sha256: str
    """Of the raw bytes, in hexadecimal."""
    media_type: str
    encoding: str | None
    """Of text files; null for others."""
    pages: PositiveInt | None
    """Number of pages; null for plain text."""
    characters: NonNegativeInt
    """Length of the text that spans index, in code points."""
    removed: tuple[Removed, ...]


class Generator(Model):
    """The software that wrote the record; no time stamp, so equal input gives equal bytes."""

    name: Literal["kreislese"]
    version: str
    model: str | None
    """Name and version of a trained spaCy pipeline; null where none is used."""


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Paragraph:
    """Running text or a list item."""

    heading: str | None
    """The sub-heading that it stands under."""
    text: str
    """The passage with line breaks and runs of white space folded to one space."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Landkreis:
    """One section of the brochure."""

    id: str
    """Official key (AGS, five digits); a slug of the heading where no register knows it."""
    heading: str
    """As printed."""
    name: str
    """Official name with its kind; the heading where no register knows it."""
    ags: str | None
    """Amtlicher Gemeindeschlüssel of the Kreis, five digits."""
    nuts3: str | None
    land: str | None
    """Bundesland."""
    span: Span
    """From the heading to the end of the section."""
    subheadings: tuple[Passage, ...]
    paragraphs: tuple[Paragraph, ...]
    contacts: tuple[Contact, ...]
    partners: tuple[Partner, ...]
    quotes: tuple[Quote, ...]
    residue: tuple[Passage, ...]
    """Text in the section that is none of the above."""
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...]
    """What a person put right in this section, in the order of the corrections file."""
    checked: str | None
    """The note of whoever checked the section, empty where there is none; null if nobody has."""


class Brochure(Model):
    """One brochure as data: every value leads back to the characters it was read from."""

    schema_version: Literal["1.2"]
    source: Source
    generator: Generator
    title: str | None
    """What stands above the first Landkreis."""
    landkreise: tuple[Landkreis, ...]
    """In document order."""
    residue: tuple[Passage, ...]
    """Text outside every section."""
    findings: tuple[Finding, ...]
    """About the document as a whole."""
