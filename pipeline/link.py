"""Stage 6, Layout and Found -> Brochure: ids, official keys, and who of the contacts speaks.

Ids outlive editions: a contact is known by its Landkreis and its name, wherever it stands.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import schemas
from pipeline import __version__
from pipeline.assemble import Found, FoundContact, FoundPartner, FoundQuote, FoundSpeaker
from pipeline.german.kreise import Heading, key
from pipeline.identifiers import (
    contact_id,
    counted,
    partner_id,
    quote_id,
    slug,
    told_apart,
)
from pipeline.mentions import Address, Email, Phone
from pipeline.read import Raw
from pipeline.read.placed import Placements, Places
from pipeline.repair import Repaired
from pipeline.segment import Block, Layout, Part, Section
from pipeline.text import Span, Text, fold

SAME_SPEAKER: Final = 88
"""Least similarity (rapidfuzz ratio, 0 to 100) of two spellings of one name in one section."""
MOST_COMPARED: Final = 1000
"""Persons in one section; where there are more, each speaker would be compared with all of them."""


def link(
    raw: Raw,
    repaired: Repaired,
    layout: Layout,
    found: Iterable[tuple[Section, Found]],
    model: str | None,
) -> schemas.Brochure:
    """Return the record without findings; `found` may take its sections out of the layout."""
    publish = Publisher(repaired.text, raw.placed)
    ids = counted(map(_section_id, layout.headings))
    return schemas.Brochure(
        schema_version=schemas.SCHEMA_VERSION,
        source=_source(raw, repaired),
        generator=schemas.Generator(name="kreislese", version=__version__, model=model),
        title=repaired.text.fold(layout.title) if layout.title else None,
        landkreise=tuple(
            publish.landkreis(section, values, identity)
            for identity, (section, values) in zip(ids, found, strict=True)
        ),
        residue=tuple(publish.passage(span) for span in layout.residue),
        findings=(),
    )


def _source(raw: Raw, repaired: Repaired) -> schemas.Source:
    return schemas.Source(
        file=raw.file,
        sha256=raw.sha256,
        media_type=raw.media_type,
        encoding=raw.encoding,
        pages=len(raw.page_starts) or None,
        characters=len(repaired.text.characters),
        removed=tuple(schemas.Removed(text=r.text, pages=r.pages) for r in repaired.removed),
    )


def _section_id(heading: Heading) -> str:
    return heading.kreis.ags if heading.kreis else slug(heading.name)


def places_in(text: Text, placed: Placements) -> Places[schemas.Box] | None:
    """Return what finds the boxes of a stretch of the text; None for plain text."""
    return Places(text.characters, placed, schemas.Box) if placed else None


def publish_span(span: Span, places: Places[schemas.Box] | None) -> schemas.Span:
    """Return a span with its page and its boxes; plain text has neither."""
    if places is None:
        return schemas.Span(start=span.start, end=span.end, page=None, boxes=None)
    page, boxes = places.page(*span), places.boxes(*span)
    return schemas.Span(start=span.start, end=span.end, page=page, boxes=boxes)


class Publisher:
    """Turns what was found into published models; knows the text for passages and pages."""

    def __init__(self, text: Text, placed: Placements) -> None:
        """Publish values of this text; `placed` says where on pages its lines stand."""
        self._text = text
        self._places = places_in(text, placed)

    def span(self, span: Span) -> schemas.Span:
        """Return a span with its page and its boxes."""
        return publish_span(span, self._places)

    def passage(self, span: Span) -> schemas.Passage:
        """Return a passage with its white space folded."""
        return schemas.Passage(text=self._text.fold(span), span=self.span(span))

    def landkreis(self, section: Section, found: Found, identity: str) -> schemas.Landkreis:
        """Return one section without findings."""
        kreis = section.heading.kreis
        heading = self._text.at(section.printed)
        contacts = self._contacts(found.contacts, identity)
        blocks = section.blocks
        return schemas.Landkreis(
            id=identity,
            heading=heading,
            name=kreis.official_name if kreis else fold(heading),
            ags=kreis.ags if kreis else None,
            nuts3=kreis.nuts3 if kreis else None,
            land=kreis.land if kreis else None,
            span=self.span(section.span),
            subheadings=tuple(self.passage(b.span) for b in blocks if b.part is Part.SUBHEADING),
            paragraphs=tuple(
                self._paragraph(b, blocks) for b in blocks if b.part is Part.PARAGRAPH
            ),
            contacts=contacts,
            partners=self._partners(found.partners, identity),
            quotes=self._quotes(found.quotes, contacts, identity),
            residue=tuple(self.passage(b.span) for b in blocks if b.part is Part.RESIDUE),
            findings=(),
            corrections=(),
            checked=None,
        )

    def _paragraph(self, block: Block, blocks: Sequence[Block]) -> schemas.Paragraph:
        line = block.lines[0]
        return schemas.Paragraph(
            heading=self._text.fold(blocks[block.under].span) if block.under is not None else None,
            text=self._text.fold(Span(line.content.start, block.span.end)),
            span=self.span(block.span),
        )

    def _contacts(
        self, found: Sequence[FoundContact], section_id: str
    ) -> tuple[schemas.Contact, ...]:
        wanted = [contact_id(section_id, naming(contact)) for contact in found]
        ids = told_apart(wanted, [_traits(contact) for contact in found])
        return tuple(
            schemas.Contact(
                id=identity,
                name=schemas.Name(
                    full=contact.name.full,
                    title=contact.name.title,
                    given=contact.name.given,
                    family=contact.name.family,
                )
                if contact.name
                else None,
                roles=contact.roles,
                organisation=contact.organisation,
                units=contact.units,
                address=self._address(contact.address) if contact.address else None,
                phones=tuple(map(self._phone, contact.phones)),
                emails=tuple(
                    schemas.Email(
                        address=e.address, raw=_same(e.raw, e.address), span=self.span(e.span)
                    )
                    for e in contact.emails
                ),
                websites=tuple(
                    schemas.Website(url=w.url, raw=w.raw, span=self.span(w.span))
                    for w in contact.websites
                ),
                span=self.span(contact.span),
            )
            for contact, identity in zip(found, ids, strict=True)
        )

    def _address(self, address: Address) -> schemas.Address:
        return schemas.Address(
            street=address.street,
            house_number=address.house_number,
            postal_code=address.postal_code,
            city=address.city,
            span=self.span(address.span),
        )

    def _phone(self, phone: Phone) -> schemas.Phone:
        return schemas.Phone(
            kind=phone.kind,
            raw=phone.raw,
            e164=phone.e164,
            area=phone.area,
            span=self.span(phone.span),
        )

    def _email(self, email: Email) -> schemas.Email:
        raw = _same(email.raw, email.address)
        return schemas.Email(address=email.address, raw=raw, span=self.span(email.span))

    def _partners(
        self, found: Sequence[FoundPartner], section_id: str
    ) -> tuple[schemas.Partner, ...]:
        wanted = [partner_id(section_id, partner.name) for partner in found]
        return tuple(
            schemas.Partner(
                id=identity,
                name=partner.name,
                kind=partner.kind,
                role=partner.role,
                raw=_same(self._text.fold(partner.span), partner.name),
                span=self.span(partner.span),
            )
            for partner, identity in zip(
                found, told_apart(wanted, [[partner.name] for partner in found]), strict=True
            )
        )

    def _quotes(
        self, found: Sequence[FoundQuote], contacts: Sequence[schemas.Contact], section_id: str
    ) -> tuple[schemas.Quote, ...]:
        wanted = [quote_id(section_id, quote.text) for quote in found]
        named = Named(contacts)
        return tuple(
            schemas.Quote(
                id=identity,
                text=quote.text,
                speaker=_speaker(quote.speaker, named) if quote.speaker else None,
                attribution=quote.attribution,
                span=self.span(quote.span),
            )
            for quote, identity in zip(
                found, told_apart(wanted, [[quote.text] for quote in found]), strict=True
            )
        )


def _same(raw: str, value: str) -> str:
    """Return one object for both where they are equal, as they mostly are."""
    return value if raw == value else raw


def naming(contact: FoundContact | schemas.Contact) -> str:
    """Return what a contact is called: the person, else the office down to its department.

    A person is called the same with a new doctorate, or with the family name printed first.
    """
    if name := contact.name:
        return " ".join(part for part in (name.given, name.family) if part) or name.full
    office = [part for part in (contact.organisation, *contact.units) if part]
    return " ".join(office) or next(iter(contact.roles), "kontakt")


def _traits(contact: FoundContact) -> list[str]:
    """Return what tells a contact from a namesake, the most lasting first."""
    mails = sorted({mail.address for mail in contact.emails}, key=lambda mail: (len(mail), mail))
    numbers = sorted({phone.e164 for phone in contact.phones if phone.e164})
    return [*mails, *numbers, *contact.units, *contact.roles]


def _speaker(found: FoundSpeaker, named: "Named") -> schemas.Speaker:
    return schemas.Speaker(
        name=found.name,
        kind=found.kind,
        roles=found.roles,
        organisation=found.organisation,
        contact_id=named.of(found.name) if found.name else None,
    )


class Named:
    """The persons among the contacts of a section, by name."""

    def __init__(self, contacts: Iterable[schemas.Contact]) -> None:
        """Look at each contact once; of namesakes the first counts."""
        self._ids: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        self._spoken: dict[str, str | None] = {}
        for contact in contacts:
            if contact.name:
                bare = key(_bare(contact.name))
                self._bare.setdefault(bare, contact.id)
                self._ids.setdefault(bare, contact.id)
                self._ids.setdefault(key(contact.name.full), contact.id)

    def of(self, name: str) -> str | None:
        """Return the id of whoever bears a name, also under a slightly different spelling."""
        spoken = key(name)
        if spoken not in self._spoken:
            self._spoken[spoken] = self._ids.get(spoken) or self._alike(spoken)
        return self._spoken[spoken]

    def _alike(self, spoken: str) -> str | None:
        if not 0 < len(self._bare) <= MOST_COMPARED:
            return None
        from rapidfuzz import fuzz, process  # needed only where the spellings differ

        forms = list(self._bare)
        best = process.extractOne(spoken, forms, scorer=fuzz.ratio, score_cutoff=SAME_SPEAKER)
        return self._bare[best[0]] if best else None


def _bare(name: schemas.Name | None) -> str:
    return f"{name.given or ''}{name.family or ''}" if name else ""
