"""Two records in, their differences out; wording them is `wording.py`'s.

Compared is what the brochure says, as far as it was understood: names, numbers, texts. Not
compared is how it was set: places, order, line breaks, dashes, and what follows from the others.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Generic, TypeVar

from pipeline.diff.about import About, likeness
from pipeline.diff.identity import (
    bare,
    match_contacts,
    match_landkreise,
    match_partners,
    match_quotes,
)
from pipeline.diff.matching import Pair
from pipeline.diff.paragraphs import match_paragraphs
from pipeline.diff.spelling import same
from schemas import Address, Brochure, Contact, Landkreis, Name, Paragraph, Partner, Phone, Quote
from schemas.changes import Change, Place, Subject

T = TypeVar("T", Contact, Partner, Quote, Paragraph)

EXCERPT: Final = 60
"""So much of a text is enough to know which one is meant."""


def compare(old: Brochure, new: Brochure) -> tuple[Change, ...]:
    """Return what is different; empty if the new record says what the old one said."""
    whole = About("brochure", _brochure(old), _brochure(new))
    changes = list(whole.value("title", old.title, new.title))
    for i, j in match_landkreise(old.landkreise, new.landkreise):
        about = About("landkreis", _landkreis(old, i), _landkreis(new, j))
        if i is None or j is None:
            changes.append(about.whole())
        else:
            changes += about.value("name", old.landkreise[i].name, new.landkreise[j].name)
            changes += _inside(about, old.landkreise[i], new.landkreise[j])
    return tuple(changes)


def appeared(new: Brochure) -> tuple[Change, ...]:
    """Return the change that a brochure is which has no older edition."""
    return (About("brochure", None, _brochure(new)).whole(),)


def disappeared(old: Brochure) -> tuple[Change, ...]:
    """Return the change that a brochure is which has no newer edition."""
    return (About("brochure", _brochure(old), None).whole(),)


def _brochure(brochure: Brochure) -> Place:
    name = brochure.title or brochure.source.file
    return Place(name=name, landkreis=None, id=None, path="")


def _landkreis(brochure: Brochure, index: int | None) -> Place | None:
    if index is None:
        return None
    landkreis = brochure.landkreise[index]
    return Place(
        name=landkreis.name,
        landkreis=landkreis.name,
        id=landkreis.id,
        path=f"/landkreise/{index}",
    )


@dataclass(frozen=True)  # no slots: typing marks an instance of a generic class
class _Kind(Generic[T]):
    """How one kind of thing in a section is named and compared."""

    what: Subject
    name: Callable[[T], str]
    differences: Callable[[About, T, T], Iterator[Change]]

    def changes(
        self, within: About, old: Sequence[T], new: Sequence[T], pairs: Sequence[Pair]
    ) -> Iterator[Change]:
        """Yield what became of each pair."""
        for i, j in pairs:
            before = self._place(within.old, old, i)
            about = About(self.what, before, self._place(within.new, new, j))
            if i is None or j is None:
                yield about.whole()
            else:
                yield from self.differences(about, old[i], new[j])

    def _place(self, section: Place | None, items: Sequence[T], index: int | None) -> Place | None:
        if index is None or section is None:
            return None
        item = items[index]
        return Place(
            name=self.name(item),
            landkreis=section.name,
            id=item.id if isinstance(item, Contact) else None,
            path=f"{section.path}/{self.what}s/{index}",
        )


def _inside(about: About, old: Landkreis, new: Landkreis) -> Iterator[Change]:
    """Yield what is different in a section: people first, for they are what one looks for."""
    contacts = match_contacts(old.contacts, new.contacts)
    both = [
        (old.contacts[i], new.contacts[j]) for i, j in contacts if i is not None and j is not None
    ]
    known_as = {one.id: other.id for one, other in both}
    renamed = frozenset(other.id for one, other in both if _is_renamed(one, other))
    yield from CONTACT.changes(about, old.contacts, new.contacts, contacts)
    partners = match_partners(old.partners, new.partners)
    yield from PARTNER.changes(about, old.partners, new.partners, partners)
    quotes = match_quotes(old.quotes, new.quotes, known_as)
    kind = _Kind("quote", _speaker_of, partial(_quote, renamed))
    yield from kind.changes(about, old.quotes, new.quotes, quotes)
    paragraphs = match_paragraphs(old.paragraphs, new.paragraphs)
    yield from PARAGRAPH.changes(about, old.paragraphs, new.paragraphs, paragraphs)


def _is_renamed(one: Contact, other: Contact) -> bool:
    return bool(one.name and other.name and not same(bare(one.name), bare(other.name)))


def _contact(about: About, old: Contact, new: Contact) -> Iterator[Change]:
    if old.name and new.name:
        yield from _name(about, old.name, new.name)
    yield from about.values("roles", old.roles, new.roles)
    yield from about.value("organisation", old.organisation, new.organisation)
    yield from about.values("units", old.units, new.units)
    yield from about.value("address", _address(old.address), _address(new.address))
    yield from about.values("phones", map(_phone, old.phones), map(_phone, new.phones), _numbers)
    yield from about.values(
        "emails", (mail.address for mail in old.emails), (mail.address for mail in new.emails)
    )
    yield from about.values(
        "websites", (site.url for site in old.websites), (site.url for site in new.websites)
    )


def _name(about: About, old: Name, new: Name) -> Iterator[Change]:
    if same(old.full, new.full):
        return
    if same(bare(old), bare(new)):
        yield from about.value("name.title", old.title, new.title)
    else:
        yield from about.value("name", old.full, new.full)


def _address(address: Address | None) -> str | None:
    if address is None:
        return None
    lines = (address.street, address.house_number), (address.postal_code, address.city)
    return ", ".join(line for each in lines if (line := " ".join(filter(None, each))))


FAX: Final = "Fax "


def _phone(phone: Phone) -> str:
    number = phone.e164 or " ".join(phone.raw.split())
    return f"{FAX}{number}" if phone.kind == "fax" else number


def _numbers(one: str, other: str) -> float:
    """Return a score for two numbers: one line does not become the other by a new number."""
    if one.startswith(FAX) != other.startswith(FAX) and one[-5:] != other[-5:]:
        return 0
    return likeness(one, other)


def _partner(about: About, old: Partner, new: Partner) -> Iterator[Change]:
    yield from about.value("name", old.name, new.name)
    yield from about.value("kind", old.kind, new.kind)
    yield from about.value("role", old.role, new.role)


def _quote(renamed: frozenset[str], about: About, old: Quote, new: Quote) -> Iterator[Change]:
    """Yield what is different in a quote; that its speaker is renamed the contact says already."""
    yield from about.value("text", old.text, new.text)
    one, other = old.speaker, new.speaker
    if not (other and other.contact_id in renamed and one and one.name):
        yield from about.value(
            "speaker.name", one.name if one else None, other.name if other else None
        )
    yield from about.values("speaker.roles", one.roles if one else (), other.roles if other else ())
    yield from about.value(
        "speaker.organisation",
        one.organisation if one else None,
        other.organisation if other else None,
    )
    if one is None and other is None:
        yield from about.value("attribution", old.attribution, new.attribution)


def _paragraph(about: About, old: Paragraph, new: Paragraph) -> Iterator[Change]:
    yield from about.value("text", old.text, new.text)


def naming(contact: Contact) -> str:
    """Return what a contact is called: the person, else the office."""
    if contact.name:
        return contact.name.full
    office = (*reversed(contact.units), contact.organisation)
    return ", ".join(filter(None, office)) or next(iter(contact.roles), "an office without a name")


def _speaker_of(quote: Quote) -> str:
    if said := quote.speaker:
        name = said.name or ", ".join(said.roles) or said.organisation
        if name:
            return name
    return _excerpt(quote.text)


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"


CONTACT: Final = _Kind[Contact]("contact", naming, _contact)
PARTNER: Final = _Kind[Partner]("partner", lambda partner: partner.name, _partner)
PARAGRAPH: Final = _Kind[Paragraph]("paragraph", lambda each: _excerpt(each.text), _paragraph)
