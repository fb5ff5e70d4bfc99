"""Contacts, partners and quotes that come or go whole, and the blocks of text that they leave."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import schemas
from pipeline.corrections.ground import Ground, Place, published
from pipeline.corrections.ids import Owner
from pipeline.corrections.tables import NewContact, NewOwner, NewPartner, NewQuote, NewSpeaker
from pipeline.corrections.values import reading
from pipeline.german.names import ParsedName
from pipeline.identifiers import contact_id, partner_id, quote_id
from pipeline.mentions import Address, Email, Phone, Website
from pipeline.text import Span, gaps
from schemas import Landkreis, Passage


def id_of(new: NewOwner, section_id: str) -> str:
    """Return the id that an added contact, partner or quote has."""
    match new:
        case NewContact():
            return contact_id(section_id, _called(new))
        case NewPartner():
            return partner_id(section_id, new.name)
        case NewQuote():
            return quote_id(section_id, new.text)


def _called(new: NewContact) -> str:
    if new.name:
        return " ".join(filter(None, (new.name.given, new.name.family))) or new.name.full
    office = " ".join(filter(None, (new.organisation, *new.units)))
    return office or next(iter(new.roles))


def as_read_already(new: NewOwner, known: Owner) -> bool:
    """Whether somebody who was added is read by now, with everything that was written of him."""
    match new, known:
        case NewContact(), schemas.Contact():
            one, other = _lines(new), _lines(known)
            return all(one[field] <= other[field] for field in one)
        case NewPartner(), schemas.Partner():
            return new.kind == known.kind and new.role in {None, known.role}
        case NewQuote(), schemas.Quote():
            said = new.speaker
            return said is None or (known.speaker is not None and said.name == known.speaker.name)
    return False


def _lines(contact: NewContact | schemas.Contact) -> dict[str, set[str]]:
    """Return the values of each field as lines that can be compared."""
    single = {
        "name": contact.name,
        "organisation": contact.organisation,
        "address": contact.address,
    }
    lists: Mapping[str, Sequence[schemas.Value | Phone | Email | Website]] = {
        "roles": contact.roles,
        "units": contact.units,
        "phones": contact.phones,
        "emails": contact.emails,
        "websites": contact.websites,
    }
    lines = {name: {reading(value)} if value else set() for name, value in single.items()}
    return lines | {name: set(map(reading, values)) for name, values in lists.items()}


def built(new: NewOwner, landkreis: Landkreis, free: Sequence[Span], ground: Ground) -> Owner:
    """Return what was added as the record has it; its block may lie in one of the free stretches.

    Every character has one place: inside a paragraph a block nests, and residue makes room.
    """
    match new:
        case NewContact():
            return _contact(new, landkreis, free, ground)
        case NewPartner():
            raw, span = ground.place(new.name, landkreis.span)
            return schemas.Partner(
                id=id_of(new, landkreis.id),
                name=new.name,
                kind=new.kind,
                role=new.role,
                raw=" ".join(raw.split()),
                span=span,
            )
        case NewQuote():
            return schemas.Quote(
                id=id_of(new, landkreis.id),
                text=new.text,
                speaker=_speaker(new.speaker) if new.speaker else None,
                attribution=None,
                span=_block(ground.place(new.text, landkreis.span), landkreis, free, ground),
            )


def _contact(
    new: NewContact, landkreis: Landkreis, free: Sequence[Span], ground: Ground
) -> schemas.Contact:
    called: ParsedName | str = new.name or new.organisation or next(iter(new.units + new.roles))
    block = _block(ground.place(called, landkreis.span), landkreis, free, ground)

    def put(draft: Address | Phone | Email | Website) -> schemas.Value:
        return published(draft, None, ground, landkreis.span)

    return schemas.Contact(
        id=id_of(new, landkreis.id),
        name=cast(schemas.Name, published(new.name, None, ground)) if new.name else None,
        roles=new.roles,
        organisation=new.organisation,
        units=new.units,
        address=cast(schemas.Address, put(new.address)) if new.address else None,
        phones=cast(tuple[schemas.Phone, ...], tuple(map(put, new.phones))),
        emails=cast(tuple[schemas.Email, ...], tuple(map(put, new.emails))),
        websites=cast(tuple[schemas.Website, ...], tuple(map(put, new.websites))),
        span=block,
    )


def _speaker(new: NewSpeaker) -> schemas.Speaker:
    return schemas.Speaker(
        name=new.name,
        kind=new.kind,
        roles=new.roles,
        organisation=new.organisation,
        contact_id=None,  # found with all others when the section is complete
    )


def _block(
    place: Place, landkreis: Landkreis, free: Sequence[Span], ground: Ground
) -> schemas.Span:
    """Return the block of what was added: where it is printed, unless that is another's block."""
    fits = any(stretch.holds(_ends(place.span)) for stretch in free)
    return place.span if place.raw and fits else ground.beside(landkreis.span)


def free_stretches(
    landkreis: Landkreis, owners: Iterable[Owner], removed: Iterable[Owner]
) -> list[Span]:
    """Return where the block of an added contact or quote may lie."""
    loose = [_ends(each.span) for each in (*landkreis.residue, *blocks_of(removed))]
    taken = [_ends(each.span) for each in (*blocks_of(owners), *landkreis.subheadings)]
    free = [gap for span in loose for gap in gaps(span, _touching(span, taken))]
    return [_ends(paragraph.span) for paragraph in landkreis.paragraphs] + free


def blocks_of(owners: Iterable[Owner]) -> list[schemas.Contact | schemas.Quote]:
    """Return those that have a block of their own; partners are mentions in paragraphs."""
    return [owner for owner in owners if not isinstance(owner, schemas.Partner)]


def residue_of(
    landkreis: Landkreis,
    parts: Mapping[str, Iterable[Owner]],
    removed: Iterable[Owner],
    ground: Ground,
) -> tuple[Passage, ...]:
    """Return what fits nowhere: without the blocks of what was added, with those of what went."""
    blocks = [
        _ends(each.span) for each in (*parts["contacts"], *parts["quotes"], *landkreis.subheadings)
    ]
    paragraphs = [_ends(paragraph.span) for paragraph in landkreis.paragraphs]
    loose = [_ends(passage.span) for passage in landkreis.residue]
    loose += [_ends(owner.span) for owner in blocks_of(removed)]
    left = {gap for span in loose for gap in gaps(span, _touching(span, blocks + paragraphs))}
    if left == {_ends(passage.span) for passage in landkreis.residue}:
        return landkreis.residue
    stripped = sorted({ground.text.strip(gap) for gap in left})
    return tuple(ground.publish.passage(span) for span in stripped if span.start < span.end)


def _touching(span: Span, others: Iterable[Span]) -> list[Span]:
    return [other for other in others if other.overlaps(span)]


def _ends(span: schemas.Span) -> Span:
    return Span(span.start, span.end)
