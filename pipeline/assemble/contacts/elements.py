"""What stands on the lines of a contact block, in printed order: mentions and designations."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.assemble.contacts.drafts import Element
from pipeline.german import bundeslaender
from pipeline.german.asides import is_aside
from pipeline.german.fields import FieldKind, field_kind, is_task
from pipeline.german.labels import label_kind
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions import Address, Email, Mentions, Phone, Website
from pipeline.mentions.designations import (
    Designation,
    Kind,
    find_designations,
    is_role_label,
    kind_of,
    might_be_person,
)
from pipeline.segment.lines import Line
from pipeline.text import Span, Text, gaps

MARKS: Final = " \t\n,;:|·•*–—-()/"
# A label and its colon; one without white space is a gendered ending (`Koordinator:in`).
LABEL_RE: Final = re.compile(r"[\s,;|·•*–—-]*+(?P<label>[^\n,|]{1,40}?):(?=\s|$)")
# In a letterhead the body signs by its head ("Kreis X / Der Landrat"): no contact's function.
HOLDER_RE: Final = re.compile(r"(?:Der|Die|Das)[ ]")


class MentionIndex:
    """The mentions of a document, by place."""

    def __init__(self, mentions: Mentions) -> None:
        """Sort them once; look-ups are by bisection."""
        values: list[Address | Phone | Email | Website] = [
            *mentions.reachable(),
            *mentions.addresses,
        ]
        self._values = sorted(values, key=lambda value: value.span)
        self._starts = [value.span.start for value in self._values]

    def within(self, span: Span) -> Sequence[Address | Phone | Email | Website]:
        """Return those that begin inside a span."""
        return self._values[
            bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
        ]


def find_elements(text: Text, lines: Sequence[Line], index: MentionIndex) -> Iterator[Element]:
    """Yield what stands on the lines, in printed order."""
    covered = Span(0, 0)  # an address may run over several lines
    for i, line in enumerate(lines):
        values = index.within(line.span)
        taken = [covered, *(value.span for value in values)]
        taken += [
            value.label
            for value in values
            if not isinstance(value, Address) and value.label is not None
        ]
        found = [Element(value, value.span, i) for value in values]
        for gap in gaps(line.content, taken):
            found.extend(_designated(text, gap, i))
        covered = max([covered, *(value.span for value in values)], key=lambda span: span.end)
        found = _with_tasks(sorted(found, key=lambda element: element.span))
        reachable = any(not isinstance(value, Address) for value in values)
        for k, element in enumerate(found):
            following = found[k + 1].value if k + 1 < len(found) else None
            leads = isinstance(following, Designation) and following.kind is Kind.NAME
            yield replace(element, opens=reachable and k == 0, leads_to_name=leads)


def _with_tasks(found: Sequence[Element]) -> list[Element]:
    """Read what stands behind a name on its line, and names no office, as what the person does."""
    told: list[Element] = []
    named = False
    for element in found:
        value = element.value
        works = named and isinstance(value, Designation) and _says_work(value)
        told.append(_as(element, Kind.ROLE) if works else element)
        named |= isinstance(value, Designation) and value.kind is Kind.NAME
    return told


def _as(element: Element, kind: Kind) -> Element:
    if not isinstance(element.value, Designation):
        return element
    return replace(element, value=replace(element.value, kind=kind))


def _says_work(piece: Designation) -> bool:
    if piece.kind is Kind.UNKNOWN:
        plain = all(char.isalpha() or char in " -&*:" for char in piece.text)
        return plain and not might_be_person(piece.text)
    return piece.kind in {Kind.UNIT, Kind.ORGANISATION} and is_task(piece.text, beside=True)


def _designated(text: Text, gap: Span, line: int) -> Iterator[Element]:
    """Yield the names, functions and offices in a stretch without mentions."""
    passage = text.at(gap)
    start = gap.start
    field: FieldKind | None = None
    named = False
    labelled = LABEL_RE.match(passage)
    if labelled:
        label = labelled["label"].strip(MARKS)
        field = field_kind(label)
        if field or label_kind(label) or is_role_label(label):
            named = label_kind(label) == "person" or is_role_label(label)
            if is_role_label(label):
                at = gap.start + labelled.start("label")
                role = Designation(Kind.ROLE, label, 0, 0)
                yield Element(role, Span(at, at + len(label)), line)
            start, passage = gap.start + labelled.end(), passage[labelled.end() :]
        elif is_aside(label) or (
            not passage[labelled.end() :].strip(MARKS) and kind_of(label) is Kind.UNKNOWN
        ):
            return  # "Träger: …", or what the number behind it is for: "Patientenservice:"
    for piece in find_designations(passage):
        if _is_of_contact(piece):
            element = Element(piece, Span(start + piece.start, start + piece.end), line)
            yield _as(element, _kind_behind(field, piece, named=named))
            named = False


def _kind_behind(field: FieldKind | None, piece: Designation, *, named: bool) -> Kind:
    """Return what a piece is behind the label of a field, or first behind one that a name follows.

    `Funktion: Jugendparlament` is a function, `Koordinator:in: Noa Kurz` somebody.
    """
    if named and might_be_person(piece.text):
        return Kind.NAME
    if field == "role" and piece.kind is not Kind.NAME:
        return Kind.ROLE
    if field == "unit" and piece.kind in {Kind.UNKNOWN, Kind.ORGANISATION}:
        return Kind.UNIT
    if field == "organisation" and piece.kind is Kind.UNKNOWN:
        return Kind.ORGANISATION
    return piece.kind


def _is_of_contact(piece: Designation) -> bool:
    """Whether a piece says who or what the contact is: no label, no remark, no letterhead."""
    if len(piece.text) <= 1 or (piece.text[0] == "(" and piece.text[-1] == ")"):
        return False
    if piece.text in bundeslaender() or field_kind(piece.text):
        return False
    if piece.kind is Kind.ROLE:
        return HOLDER_RE.match(piece.text) is None and subheading_kind(piece.text) != "contact"
    return label_kind(piece.text) is None or piece.kind in {Kind.UNIT, Kind.ORGANISATION}
