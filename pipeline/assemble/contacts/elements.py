"""What stands on the lines of a contact block, in printed order: mentions and designations."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.assemble.contacts.drafts import Element
from pipeline.german import bundeslaender
from pipeline.german.labels import label_kind
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions import Address, Email, Mentions, Phone, Website
from pipeline.mentions.designations import (
    Designation,
    Kind,
    find_designations,
    is_role_label,
    kind_of,
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
        found.sort(key=lambda element: element.span)
        reachable = any(not isinstance(value, Address) for value in values)
        for k, element in enumerate(found):
            following = found[k + 1].value if k + 1 < len(found) else None
            leads = isinstance(following, Designation) and following.kind is Kind.NAME
            yield replace(element, opens=reachable and k == 0, leads_to_name=leads)


def _designated(text: Text, gap: Span, line: int) -> Iterator[Element]:
    """Yield the names, functions and offices in a stretch without mentions."""
    passage = text.at(gap)
    start = gap.start
    labelled = LABEL_RE.match(passage)
    if labelled:
        label = labelled["label"].strip(MARKS)
        if label_kind(label) or is_role_label(label):
            if is_role_label(label):
                at = gap.start + labelled.start("label")
                role = Designation(Kind.ROLE, label, 0, 0)
                yield Element(role, Span(at, at + len(label)), line)
            start, passage = gap.start + labelled.end(), passage[labelled.end() :]
        elif not passage[labelled.end() :].strip(MARKS) and kind_of(label) is Kind.UNKNOWN:
            return  # says what the number behind it is for: "Patientenservice:"
    for piece in find_designations(passage):
        if _is_of_contact(piece):
            yield Element(piece, Span(start + piece.start, start + piece.end), line)


def _is_of_contact(piece: Designation) -> bool:
    """Whether a piece says who or what the contact is: no label, no remark, no letterhead."""
    if len(piece.text) <= 1 or (piece.text[0] == "(" and piece.text[-1] == ")"):
        return False
    if piece.text in bundeslaender():
        return False
    if piece.kind is Kind.ROLE:
        return HOLDER_RE.match(piece.text) is None and subheading_kind(piece.text) != "contact"
    return label_kind(piece.text) is None or piece.kind in {Kind.UNIT, Kind.ORGANISATION}
