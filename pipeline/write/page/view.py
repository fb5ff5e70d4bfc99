"""What the templates ask of a record: where things stand, what is doubtful, how to word it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.report import SEVERITIES
from pipeline.text import Text
from pipeline.write.page.marking import Mark
from pipeline.write.page.values import KINDS, values_of
from schemas import (
    Address,
    Brochure,
    Contact,
    Correction,
    Finding,
    Partner,
    Passage,
    Phone,
    Quote,
    Speaker,
    Website,
)

LONGEST_DOUBT: Final = 200
"""Characters of a passage that a finding underlines; a whole page would help nobody."""

LISTS: Final = ("roles", "units", "phones", "emails", "websites")

FIELDS: Final = {"emails": "mail", "phones": "phone", "websites": "website", "speaker": "quote"}
"""Kinds of the legend by the names of fields, where these differ."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding in the list, the gravest first."""

    number: int
    """Its place in the list, counted from 0."""
    section: int | None
    """Number of its Landkreis; None for the document."""
    heading: str
    at: str
    """JSON pointer to the finding itself."""
    finding: Finding


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a person put right, as it is told."""

    correction: Correction
    at: str
    """JSON pointer to the correction itself."""
    deed: str
    read: str | None
    """What the program had read, on one line."""


class Row(NamedTuple):
    """One value of a contact, as the records show it."""

    path: str
    kind: str
    label: str
    words: str
    note: str = ""
    line: str | None = None
    """What is edited, if it is not the words."""


class View:
    """One record, ready to be shown."""

    def __init__(self, brochure: Brochure, text: Text, *, editing: bool = False) -> None:
        """Find the place of every value."""
        self.brochure = brochure
        self.text = text
        self.editing = editing
        self.values = list(values_of(brochure, text.characters))
        self._places = {value.path for value in self.values}
        self._recorded = set(_recorded(brochure))

    @cached_property
    def findings(self) -> list[Doubt]:
        """All findings: open ones, the gravest first, then those that somebody accepted."""
        numbered: list[tuple[int | None, str, str, Finding]] = [
            *((None, "", f"/findings/{n}", f) for n, f in enumerate(self.brochure.findings)),
            *(
                (i, section.heading, f"/landkreise/{i}/findings/{n}", finding)
                for i, section in enumerate(self.brochure.landkreise)
                for n, finding in enumerate(section.findings)
            ),
        ]
        numbered.sort(
            key=lambda each: (each[3].accepted is not None, SEVERITIES.index(each[3].severity))
        )
        return [Doubt(number, *each) for number, each in enumerate(numbered)]

    @cached_property
    def corrected(self) -> dict[str, list[Corrected]]:
        """The corrections by the path of what is recorded, or by that of what holds it."""
        found: dict[str, list[Corrected]] = {}
        for i, section in enumerate(self.brochure.landkreise):
            for n, each in enumerate(section.corrections):
                told = _told(each, f"/landkreise/{i}/corrections/{n}")
                found.setdefault(_nearest(each.path, self._recorded), []).append(told)
        return found

    @cached_property
    def doubts(self) -> dict[str, list[Doubt]]:
        """The findings by the path of what is recorded, or by that of what holds it."""
        found: dict[str, list[Doubt]] = {}
        for doubt in self.findings:
            found.setdefault(_nearest(doubt.finding.path, self._recorded), []).append(doubt)
        return found

    def doubt(self, path: str | None) -> str:
        """Return what a block that has findings is marked with."""
        for doubt in self.doubts.get(path, ()) if path else ():
            if doubt.finding.accepted is None:
                return f" doubt {doubt.finding.severity}"
        return ""

    def marks(self) -> Iterator[Mark]:
        """Yield the passages of findings about what has no mark of its own."""
        for doubt in self.findings:
            span = doubt.finding.span
            if span and span.end - span.start <= LONGEST_DOUBT and not self._has_mark(doubt):
                is_open = doubt.finding.accepted is None
                kind = f"doubt {doubt.finding.severity}" if is_open else "accepted"
                yield Mark(span.start, span.end, kind, f"t/f/{doubt.number}")

    def _has_mark(self, doubt: Doubt) -> bool:
        return doubt.finding.path in self._places

    def severities(self, section: int) -> str:
        """Return which severities the findings of a section have."""
        found = {each.severity for each in self.brochure.landkreise[section].findings}
        return " ".join(severity for severity in SEVERITIES if severity in found)

    def place(self, path: str) -> str:
        """Return the id of the element in the text for a value, or for what holds it."""
        nearest = _nearest(path, self._places)
        if nearest:
            return f"t{nearest}"
        parts = path.split("/")
        return f"t/landkreise/{parts[2]}/heading" if parts[1:2] == ["landkreise"] else "text"

    def target(self, doubt: Doubt) -> str:
        """Return the id of the element in the records that a finding is about."""
        nearest = _nearest(doubt.finding.path, self._recorded)
        return f"r{nearest}" if nearest else self.spot(doubt)

    def spot(self, doubt: Doubt) -> str:
        """Return the id of the element in the text that a finding is about."""
        span = doubt.finding.span
        marked = span and span.end - span.start <= LONGEST_DOUBT and not self._has_mark(doubt)
        return f"t/f/{doubt.number}" if marked else self.place(doubt.finding.path)

    @staticmethod
    def kind(doubt: Doubt) -> str:
        """Return the kind of value that a finding is about; empty for a section or the document."""
        for part in reversed(doubt.finding.path.split("/")):
            kind = FIELDS.get(part, part.removesuffix("s"))
            if kind in KINDS or kind == "contact":
                return kind
        return ""

    @staticmethod
    def called(contact: Contact) -> str:
        """Return what a contact is called: the person, else the office."""
        if contact.name:
            return contact.name.full
        return ", ".join([*contact.units[-1:], *([contact.organisation or ""])]).strip(", ") or (
            next((each.address for each in contact.emails), "Contact")
        )

    def rows(self, at: str, contact: Contact) -> Iterator[Row]:
        """Yield what is known of a contact besides the name, in the order of the record."""
        for i, role in enumerate(contact.roles):
            yield Row(f"{at}/roles/{i}", "role", "Role", role)
        if contact.organisation:
            yield Row(f"{at}/organisation", "organisation", "Organisation", contact.organisation)
        for i, unit in enumerate(contact.units):
            yield Row(f"{at}/units/{i}", "unit", "Unit", unit)
        if contact.address:
            yield Row(f"{at}/address", "address", "Address", _on_one_line(contact.address))
        for i, phone in enumerate(contact.phones):
            yield self._phone_row(f"{at}/phones/{i}", phone)
        for i, email in enumerate(contact.emails):
            note = f"printed {email.raw}" if email.raw != email.address else ""
            yield Row(f"{at}/emails/{i}", "mail", "E-mail", email.address, note)
        for i, website in enumerate(contact.websites):
            path = f"{at}/websites/{i}"
            yield Row(path, "website", "Website", self.website(path, website), "", website.url)

    def _phone_row(self, path: str, phone: Phone) -> Row:
        words = self.phone(path, phone)
        line = f"Fax {words}" if phone.kind == "fax" else words
        about = self.about(path, phone)
        return Row(path, "phone", phone.kind.capitalize(), words, about, line)

    def phone(self, path: str, phone: Phone) -> str:
        """Return a number as printed, or as somebody put it right."""
        is_printed = phone.raw and path not in self.corrected
        return phone.raw if is_printed else phone.e164 or phone.raw

    def website(self, path: str, website: Website) -> str:
        """Return an address on the web as printed, or as somebody put it right."""
        return website.raw if website.raw and path not in self.corrected else website.url

    def about(self, path: str, phone: Phone) -> str:
        """Return what is known of a number besides its digits as printed."""
        number = None if self.phone(path, phone) == phone.e164 else phone.e164
        return " · ".join(filter(None, (number, phone.area)))

    def speaker(self, path: str, speaker: Speaker) -> list[tuple[str, str, str]]:
        """Return path, kind and words of what is said of a speaker."""
        at = f"{path}/speaker"
        name = [(f"{at}/name", "name", speaker.name)] if speaker.name else []
        roles = [(f"{at}/roles/{i}", "role", role) for i, role in enumerate(speaker.roles)]
        body = speaker.organisation
        return [*name, *roles, *([(f"{at}/organisation", "organisation", body)] if body else [])]

    @staticmethod
    def ranges(pages: Sequence[int]) -> str:
        """Return page numbers with those in a row drawn together.

        >>> View.ranges((1, 2, 3, 7))
        '1–3, 7'
        """
        starts = [pages[0], *(b for a, b in pairwise(pages) if b != a + 1)]
        ends = [*(a for a, b in pairwise(pages) if b != a + 1), pages[-1]]
        both = zip(starts, ends, strict=True)
        return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in both)


def _on_one_line(address: Address) -> str:
    street = " ".join(filter(None, (address.street, address.house_number)))
    city = " ".join(filter(None, (address.postal_code, address.city)))
    return ", ".join(filter(None, (street, city)))


def _told(correction: Correction, at: str) -> Corrected:
    from pipeline.corrections.values import reading  # most brochures have no corrections

    deed = {"set": "corrected", "remove": "removed", "add": "added"}[correction.act]
    read = None if correction.read is None else reading(correction.read)
    return Corrected(correction, at, deed, read)


def _recorded(brochure: Brochure) -> Iterator[str]:
    """Yield the paths of all elements of the records."""
    yield from (f"/residue/{n}" for n in range(len(brochure.residue)))
    for i, section in enumerate(brochure.landkreise):
        path = f"/landkreise/{i}"
        yield path
        for group in ("contacts", "partners", "quotes", "residue"):
            yield f"{path}/{group}"
            for n, thing in enumerate(getattr(section, group)):
                yield f"{path}/{group}/{n}"
                yield from (f"{path}/{group}/{n}/{field}" for field in _fields(thing))


def _fields(thing: Contact | Partner | Quote | Passage) -> Iterator[str]:
    """Yield the fields of a thing that have elements of their own."""
    match thing:
        case Contact():
            yield from _filled(thing, ("name", "organisation", "address"), LISTS)
        case Quote(speaker=Speaker() as speaker):
            yield "speaker"
            filled = _filled(speaker, ("name", "organisation"), ("roles",))
            yield from (f"speaker/{field}" for field in filled)


def _filled(
    owner: Contact | Speaker, single: tuple[str, ...], lists: tuple[str, ...]
) -> Iterator[str]:
    yield from (name for name in single if getattr(owner, name))
    yield from (f"{name}/{n}" for name in lists for n in range(len(getattr(owner, name))))


def _nearest(path: str, known: set[str]) -> str:
    """Return the path, or the longest one above it that is known; empty if none is."""
    while path and path not in known:
        path = path.rpartition("/")[0]
    return path
