"""Every value of a record that one can point at: its kind, its path, its place in the text.

Some values have no span of their own (a name, a role): they stand inside the span of their
contact or quote, as printed, and are looked up there. One that is not found has no place; the
contact's place stands for it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.text import Span
from schemas import Box, Brochure, Contact, Landkreis, Quote
from schemas import Span as Published

KINDS: Final = {
    "heading": "Headings",
    "subheading": "Sub-headings",
    "name": "Names",
    "role": "Roles",
    "organisation": "Organisations",
    "unit": "Units",
    "address": "Addresses",
    "phone": "Phones",
    "mail": "E-mails",
    "website": "Websites",
    "partner": "Partners",
    "quote": "Quotes",
    "residue": "Residue",
}
"""Kinds of values, in the order of the legend; `contact` and `paragraph` are blocks."""

LONGEST: Final = 20_000
"""Characters of a contact that are looked through for its values."""

WORD_RE: Final = re.compile(r"\S++")


class Value(NamedTuple):
    """One value, or one block, and where it stands."""

    kind: str
    path: str
    """JSON pointer from the record's root."""
    span: Span
    boxes: Sequence[Box]
    """On the pages of a PDF; empty for what was looked up, and for plain text."""


def values_of(brochure: Brochure, characters: str, section: int | None) -> Iterator[Value]:
    """Yield the values that are printed in a section; what a person added may be nowhere.

    Sections are counted from 0; None is what stands outside of them.
    """
    if section is None:
        yield from _placed("residue", "/residue", (each.span for each in brochure.residue))
        return
    for value in _in_section(brochure.landkreise[section], f"/landkreise/{section}", characters):
        if not characters[value.span.start : value.span.end].isspace():
            yield value


def _in_section(section: Landkreis, path: str, characters: str) -> Iterator[Value]:
    yield from _placed(
        "subheading", f"{path}/subheadings", (each.span for each in section.subheadings)
    )
    yield from _placed(
        "paragraph", f"{path}/paragraphs", (each.span for each in section.paragraphs)
    )
    for i, contact in enumerate(section.contacts):
        yield _value("contact", f"{path}/contacts/{i}", contact.span)
        yield from _in_contact(contact, f"{path}/contacts/{i}", characters)
    yield from _placed("partner", f"{path}/partners", (each.span for each in section.partners))
    for i, quote in enumerate(section.quotes):
        yield _value("quote", f"{path}/quotes/{i}", quote.span)
        yield from _speaker(quote, f"{path}/quotes/{i}/speaker", characters)
    yield from _placed("residue", f"{path}/residue", (each.span for each in section.residue))


def _in_contact(contact: Contact, path: str, characters: str) -> Iterator[Value]:
    placed = [
        *_placed("phone", f"{path}/phones", (each.span for each in contact.phones)),
        *_placed("mail", f"{path}/emails", (each.span for each in contact.emails)),
        *_placed("website", f"{path}/websites", (each.span for each in contact.websites)),
    ]
    if contact.address:
        placed.append(_value("address", f"{path}/address", contact.address.span))
    yield from placed
    passage = Passage(characters, contact.span, (value.span for value in placed))
    name = [("name", f"{path}/name", contact.name.full)] if contact.name else []
    roles = [("role", f"{path}/roles/{i}", role) for i, role in enumerate(contact.roles)]
    units = [("unit", f"{path}/units/{i}", unit) for i, unit in enumerate(contact.units)]
    body = contact.organisation
    bodies = [("organisation", f"{path}/organisation", body)] if body else []
    yield from passage.look_up([*name, *roles, *bodies, *units])


def _speaker(quote: Quote, path: str, characters: str) -> Iterator[Value]:
    speaker = quote.speaker
    if speaker is None:
        return
    passage = Passage(characters, quote.span, ())
    name = [("name", f"{path}/name", speaker.name)] if speaker.name else []
    roles = [("role", f"{path}/roles/{i}", role) for i, role in enumerate(speaker.roles)]
    body = speaker.organisation
    bodies = [("organisation", f"{path}/organisation", body)] if body else []
    yield from passage.look_up([*name, *roles, *bodies], backwards=True)


def _placed(kind: str, path: str, spans: Iterable[Published]) -> Iterator[Value]:
    return (_value(kind, f"{path}/{i}", span) for i, span in enumerate(spans))


def _value(kind: str, path: str, span: Published) -> Value:
    return Value(kind, path, Span(span.start, span.end), () if span.boxes is None else span.boxes)


class Passage:
    """A stretch of the text, looked through for values whose white space is folded."""

    def __init__(self, characters: str, span: Published, taken: Iterable[Span]) -> None:
        """Fold the passage; nothing is found at the places that are taken."""
        end = min(span.end, span.start + LONGEST)
        words = [*WORD_RE.finditer(characters, span.start, end)]
        self._folded = " ".join(word[0] for word in words)
        self._places = [word.start() for word in words]
        self._starts: list[int] = []
        start = 0
        for word in words:
            self._starts.append(start)
            start += len(word[0]) + 1
        self._taken = list(taken)

    def look_up(
        self, wanted: list[tuple[str, str, str]], backwards: bool = False
    ) -> Iterator[Value]:
        """Yield the values, each a kind, a path and its wording, that are found in the passage.

        The longest go first, so that none is found inside another one; each place is taken once.
        """
        for kind, path, wording in sorted(wanted, key=lambda each: -len(each[2])):
            if wording and (span := self._find(wording, backwards)):
                self._taken.append(span)
                yield Value(kind, path, span, ())

    def _find(self, wording: str, backwards: bool) -> Span | None:
        find = self._folded.rfind if backwards else self._folded.find
        start, end = 0, len(self._folded)
        while (at := find(wording, start, end)) >= 0:
            span = self._span(at, at + len(wording))
            if self._is_whole(at, at + len(wording)) and not any(map(span.overlaps, self._taken)):
                return span
            start, end = (0, at + len(wording) - 1) if backwards else (at + 1, end)
        return None

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether no word goes on at either end."""
        before = self._folded[start - 1 : start] if start else ""
        return not (before.isalnum() or self._folded[end : end + 1].isalnum())

    def _span(self, start: int, end: int) -> Span:
        return Span(self._place(start), self._place(end - 1) + 1)

    def _place(self, folded: int) -> int:
        word = bisect_right(self._starts, folded) - 1
        return self._places[word] + folded - self._starts[word]
