"""Where a corrected value stands: a value that was set keeps its place, an added one is looked up.

What is added is often printed, and was only missed: then it gets its true place. What is printed
nowhere gets the white space behind its owner's block, as near to an empty span as a span can be,
and an empty `raw`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import schemas
from pipeline.corrections.values import Draft, reading
from pipeline.german.names import ParsedName
from pipeline.link import Publisher
from pipeline.mentions import Address, Email, Phone, Website
from pipeline.mentions.addresses import find_addresses
from pipeline.mentions.emails import find_emails
from pipeline.mentions.phones import find_phones
from pipeline.mentions.websites import find_websites
from pipeline.text import Span, Text


class Place(NamedTuple):
    """Where a value stands, and what is printed there: nothing if it stands nowhere."""

    raw: str
    span: schemas.Span


class Ground(NamedTuple):
    """The text of a brochure, for looking up what is added."""

    text: Text
    publish: Publisher

    def place(self, draft: Draft, *within: schemas.Span) -> Place:
        """Return where a value stands inside the first of some stretches that has it."""
        for stretch in within:
            if span := next(self._printed(draft, Span(stretch.start, stretch.end)), None):
                return Place(self.text.at(span), self.publish.span(span))
        return Place("", self.beside(within[0]))

    def _printed(self, draft: Draft, within: Span) -> Iterator[Span]:
        part = Text.of(self.text.at(within))
        spans: Iterator[Span]
        match draft:
            case Phone():
                numbers = find_phones(part)
                spans = (n.span for n in numbers if (n.e164 or n.raw) == (draft.e164 or draft.raw))
            case Email():
                spans = (e.span for e in find_emails(part) if e.address == draft.address)
            case Website():
                spans = (w.span for w in find_websites(part) if w.url == draft.url)
            case Address():
                spans = (a.span for a in find_addresses(part) if reading(a) == reading(draft))
            case ParsedName() | str():
                spans = _passages(reading(draft), part)
        return (Span(within.start + span.start, within.start + span.end) for span in spans)

    def beside(self, block: schemas.Span) -> schemas.Span:
        """Return the white space behind a block, with the block's last box on the page."""
        characters = self.text.characters
        blanks = list(range(block.end, min(block.end + 1, len(characters))))
        blanks += range(block.end - 1, block.start - 1, -1)
        at = next((i for i in blanks if characters[i].isspace()), block.end - 1)
        boxes = block.boxes[-1:] if block.boxes else block.boxes
        page = boxes[0].page if boxes else block.page
        return schemas.Span(start=at, end=at + 1, page=page, boxes=boxes)


def _passages(line: str, part: Text) -> Iterator[Span]:
    """Yield where a line is printed, with any white space between its words."""
    # linear: words and white space are disjoint
    pattern = r"\s+".join(map(re.escape, line.split()))
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", part.characters):
        yield Span(*match.span())


def published(
    draft: Draft, old: schemas.Value | None, ground: Ground, *within: schemas.Span
) -> schemas.Value:
    """Return a value as the record has it; `old` is the one in whose place it stands."""
    match draft:
        case str():
            return draft
        case ParsedName():
            return schemas.Name(
                full=draft.full, title=draft.title, given=draft.given, family=draft.family
            )
        case Address():
            kept = old.span if isinstance(old, schemas.Address) else None
            return schemas.Address(
                street=draft.street,
                house_number=draft.house_number,
                postal_code=draft.postal_code,
                city=draft.city,
                span=kept or ground.place(draft, *within).span,
            )
    raw, span = (
        (old.raw, old.span)
        if isinstance(old, schemas.Phone | schemas.Email | schemas.Website)
        else ground.place(draft, *within)
    )
    if isinstance(draft, Email):
        return schemas.Email(address=draft.address, raw=raw, span=span)
    if isinstance(draft, Website):
        return schemas.Website(url=draft.url, raw=raw, span=span)
    if draft.e164 is None:  # 115 has no other field to stand in
        raw = draft.raw
    return schemas.Phone(kind=draft.kind, raw=raw, e164=draft.e164, area=draft.area, span=span)
