"""What the templates ask of a record: where things stand, what is doubtful, how to word it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from pipeline.report import SEVERITIES
from pipeline.text import Text
from pipeline.write.page.marking import Mark
from pipeline.write.page.parts import PartView, nearest
from pipeline.write.page.values import KINDS
from schemas import (
    Address,
    Brochure,
    Contact,
    Correction,
    Finding,
    Phone,
    Speaker,
    Website,
)

LONGEST_DOUBT: Final = 200
"""Characters of a passage that a finding underlines; a whole page would help nobody."""

PARTS: Final = 4
"""As many are at hand: what stands outside of the sections, and those that meet on a page."""

SECTION_RE: Final = re.compile(r"/landkreise/(?P<number>[0-9]++)")

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
    recorded: str
    """Path of what is recorded and it is about, or of what holds that; empty for none."""
    place: str
    """Id of the element in the text for that."""
    is_marked: bool
    """Whether its passage has a mark of its own, for what it is about has none."""

    @property
    def spot(self) -> str:
        """The id of the element in the text that it is about."""
        return f"t/f/{self.number}" if self.is_marked else self.place

    @property
    def target(self) -> str:
        """The id of the element in the records that it is about."""
        return f"r{self.recorded}" if self.recorded else self.spot


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
    """One record, ready to be shown: part by part, for all parts of a large one take much room."""

    def __init__(self, brochure: Brochure, text: Text, *, editing: bool = False) -> None:
        """Show this record."""
        self.brochure = brochure
        self.text = text
        self.editing = editing
        self.part = lru_cache(PARTS)(partial(PartView, brochure, text))

    def part_of(self, path: str) -> PartView:
        """Return the part that a path leads into."""
        match = SECTION_RE.match(path)
        number = int(match["number"]) if match else len(self.brochure.landkreise)
        return self.part(number if number < len(self.brochure.landkreise) else None)

    @cached_property
    def findings(self) -> list[Doubt]:
        """All findings: open ones, the gravest first, then those that somebody accepted."""
        found: list[tuple[int | None, int, Finding]] = [
            (None, n, finding) for n, finding in enumerate(self.brochure.findings)
        ]
        for i, section in enumerate(self.brochure.landkreise):
            found += ((i, n, finding) for n, finding in enumerate(section.findings))
        order = sorted(range(len(found)), key=lambda k: _gravity(found[k][2]))
        doubts: dict[int, Doubt] = {}
        for number, k in sorted(enumerate(order), key=itemgetter(1)):  # section by section
            doubts[number] = self._doubt(number, *found[k])
        return [doubts[number] for number in range(len(order))]

    def _doubt(self, number: int, section: int | None, n: int, finding: Finding) -> Doubt:
        part, span = self.part_of(finding.path), finding.span
        is_short = span is not None and span.end - span.start <= LONGEST_DOUBT
        return Doubt(
            number=number,
            section=section,
            heading="" if section is None else self.brochure.landkreise[section].heading,
            at=f"/findings/{n}" if section is None else f"/landkreise/{section}/findings/{n}",
            finding=finding,
            recorded=nearest(finding.path, part.recorded),
            place=self.place(finding.path),
            is_marked=is_short and finding.path not in part.places,
        )

    @cached_property
    def corrected(self) -> dict[str, list[Corrected]]:
        """The corrections by the path of what is recorded, or by that of what holds it."""
        found: dict[str, list[Corrected]] = {}
        for i, section in enumerate(self.brochure.landkreise):
            for n, each in enumerate(section.corrections):
                told = _told(each, f"/landkreise/{i}/corrections/{n}")
                path = nearest(each.path, self.part_of(each.path).recorded)
                found.setdefault(path, []).append(told)
        return found

    @cached_property
    def doubts(self) -> dict[str, list[Doubt]]:
        """The findings by the path of what is recorded, or by that of what holds it."""
        found: dict[str, list[Doubt]] = {}
        for doubt in self.findings:
            found.setdefault(doubt.recorded, []).append(doubt)
        return found

    def doubt(self, path: str | None) -> str:
        """Return what a block that has findings is marked with."""
        for doubt in self.doubts.get(path, ()) if path else ():
            if doubt.finding.accepted is None:
                return f" doubt {doubt.finding.severity}"
        return ""

    @cached_property
    def marks(self) -> Sequence[Mark]:
        """The passages of findings about what has no mark of its own, in the order of the text."""
        found = []
        for doubt in self.findings:
            span = doubt.finding.span
            if span and doubt.is_marked:
                is_open = doubt.finding.accepted is None
                kind = f"doubt {doubt.finding.severity}" if is_open else "accepted"
                found.append(Mark(span.start, span.end, kind, doubt.spot))
        return sorted(found, key=lambda mark: mark.start)

    def severities(self, section: int) -> str:
        """Return which severities the findings of a section have."""
        found = {each.severity for each in self.brochure.landkreise[section].findings}
        return " ".join(severity for severity in SEVERITIES if severity in found)

    def place(self, path: str) -> str:
        """Return the id of the element in the text for a value, or for what holds it."""
        known = nearest(path, self.part_of(path).places)
        if known:
            return f"t{known}"
        parts = path.split("/")
        return f"t/landkreise/{parts[2]}/heading" if parts[1:2] == ["landkreise"] else "text"

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


def _gravity(finding: Finding) -> tuple[bool, int]:
    return finding.accepted is not None, SEVERITIES.index(finding.severity)


def _on_one_line(address: Address) -> str:
    street = " ".join(filter(None, (address.street, address.house_number)))
    city = " ".join(filter(None, (address.postal_code, address.city)))
    return ", ".join(filter(None, (street, city)))


def _told(correction: Correction, at: str) -> Corrected:
    from pipeline.corrections.values import reading  # most brochures have no corrections

    deed = {"set": "corrected", "remove": "removed", "add": "added"}[correction.act]
    read = None if correction.read is None else reading(correction.read)
    return Corrected(correction, at, deed, read)
