"""Contacts inside a sentence: `Fragen beantwortet Frau Steffi Kern, Telefon …, E-Mail …`.

A sentence with a number or an e-mail address names whom it belongs to: the person that stands
before it, else the body. Its contact nests in the paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.assemble.contacts.appositions import Said, body_behind, said_of
from pipeline.assemble.contacts.drafts import FoundContact
from pipeline.assemble.contacts.elements import MentionIndex
from pipeline.assemble.contacts.naming import parsed_name
from pipeline.assemble.grammar.noun_phrases import NounPhraseReader
from pipeline.assemble.grammar.sentences import find_sentences
from pipeline.assemble.grammar.tokens import tokenize
from pipeline.german.inflection import nominative
from pipeline.german.roles import role_of
from pipeline.mentions import Address, Email, Phone, Website
from pipeline.mentions.designations import Kind, kind_of, stands_alone
from pipeline.mentions.persons import find_persons
from pipeline.segment.blocks import Block, Part
from pipeline.text import Span, Text

# Between a number and whom one reaches there.
BEHIND_RE: Final = re.compile(
    r"\s?(?:[(–-]\s?|(?:mit|bei|an)\s)(?:(?!Frau|Herr|Hr)(?P<function>[A-ZÄÖÜ][\w*:-]+)\s)?"
    r"(?:(?:Frau|Herrn?+|Fr\.|Hr\.)\s)?"
)
# By which a sentence means the person of the one before: "Sie erreichen sie unter …".
PRONOUN_RE: Final = re.compile(
    r"(?<!\w)(?:(?:sie|ihn|ihr|ihm)|(?:Sie|Er)\s(?:ist|berät|hilft|steht|arbeitet|informiert|hat))(?!\w)"
)
ARTICLES: Final = frozenset({"", "Der", "Die", "Das"})


def find_inline_contacts(
    text: Text, blocks: Sequence[Block], index: MentionIndex
) -> Iterator[FoundContact]:
    """Yield the contacts inside the paragraphs of one section, in order."""
    for block in blocks:
        if block.part is not Part.PARAGRAPH or not _reachable(index, block.span):
            continue
        content = Span(block.lines[0].content.start, block.span.end)
        meant: tuple[Span, Span] | None = None
        for sentence in find_sentences(text, content):
            if mentions := _reachable(index, sentence):
                within = index.within(sentence)
                addresses = [value for value in within if isinstance(value, Address)]
                contacts = list(_in_sentence(text, sentence, mentions, addresses))
                if meant and contacts[0].name is None and PRONOUN_RE.search(text.at(sentence)):
                    contacts[0] = _of_person(text, *meant, contacts[0])
                yield from contacts
            persons = list(find_persons(text, sentence))
            meant = (persons[0], sentence) if len(persons) == 1 and not mentions else None


def _of_person(text: Text, person: Span, sentence: Span, contact: FoundContact) -> FoundContact:
    """Give a contact to whom its pronoun means: `Es berät Frau Kurz. Sie ist unter … da`."""
    said = said_of(text, person, sentence, until=sentence.end)
    return replace(
        contact,
        name=parsed_name(text.fold(person)),
        roles=tuple(said.roles),
        organisation=said.organisation or contact.organisation,
        units=tuple(said.units) or contact.units,
        span=Span(person.start, contact.span.end),
    )


def _reachable(index: MentionIndex, span: Span) -> list[Phone | Email | Website]:
    values = [value for value in index.within(span) if isinstance(value, Phone | Email | Website)]
    return values if any(not isinstance(value, Website) for value in values) else []


def _in_sentence(
    text: Text,
    sentence: Span,
    mentions: Sequence[Phone | Email | Website],
    addresses: Sequence[Address],
) -> Iterator[FoundContact]:
    """Give each mention to the person before it; without one all go to the body that is named."""
    persons = list(find_persons(text, sentence))
    if not persons:
        yield from _offices(text, sentence, mentions)
        return
    bounds = [span.start for span in persons] + [sentence.end]
    foot, address = _foot(text, sentence, mentions, addresses)
    if all(_stands_behind(text, person, mentions) for person in persons):
        bounds = [0, *(span.end for span in persons[:-1]), sentence.end]
        if name := _subject(text, Span(sentence.start, min(mentions[0].span, persons[0]).start)):
            foot.add(Kind.ORGANISATION if stands_alone(name) else kind_of(name), name)
    bounds[0] = sentence.start
    for person, start, end in zip(persons, bounds, bounds[1:], strict=False):
        own = [mention for mention in mentions if start <= mention.span.start < end]
        if own:
            until = _first_behind(person, own, end)
            said = said_of(text, person, sentence, until=until)
            beside = (one for one in addresses if person.end <= one.span.start < until)
            spans = [person, *(mention.span for mention in own)]
            first = min(spans).start if said.start < 0 else min(min(spans).start, said.start)
            whole = Span(first, max(span.end for span in spans))
            contact = _contact(text.fold(person), said.organisation, own, whole)
            yield replace(
                contact,
                roles=tuple(said.roles),
                organisation=said.organisation or foot.organisation,
                units=tuple(said.units or foot.units),
                address=next(beside, address),
            )


def _stands_behind(text: Text, person: Span, mentions: Sequence[Phone | Email | Website]) -> bool:
    """Whether a number stands directly before a name: `unter 030 23125-014 mit Frau Kurz`."""
    ends = [m.span.end for m in mentions if isinstance(m, Phone) and m.span.end <= person.start]
    match = BEHIND_RE.fullmatch(text.at(Span(max(ends), person.start))) if ends else None
    return match is not None and (
        match["function"] is None or role_of(match["function"]) is not None
    )


def _subject(text: Text, before: Span) -> str | None:
    """Return the body that a sentence begins with: `Das Jobcenter Celle ist unter … (Eva Kurz)`."""
    named = _body(text, before)
    if named is None or text.at(Span(before.start, named[1])).strip() not in ARTICLES:
        return None
    return nominative(named[0])


def _first_behind(person: Span, own: Sequence[Phone | Email | Website], end: int) -> int:
    """Return where the first number behind a name begins, else where the next person does."""
    starts = (mention.span.start for mention in own if mention.span.start > person.end)
    return min(starts, default=end)


def _foot(
    text: Text,
    sentence: Span,
    mentions: Sequence[Phone | Email | Website],
    addresses: Sequence[Address],
) -> tuple[Said, Address | None]:
    """Return the body behind the last number, and the address there, for all persons."""
    last = max(mention.span.end for mention in mentions)
    behind = [address for address in addresses if address.span.start >= last]
    end = behind[0].span.start if behind else sentence.end
    return body_behind(text, Span(last, end)), behind[0] if behind else None


def _offices(
    text: Text, sentence: Span, mentions: Sequence[Phone | Email | Website]
) -> Iterator[FoundContact]:
    """Yield the contact of each body that the sentence names before a number; of nobody else.

    `die Volkshochschule (Tel. …) und die Musikschule (Tel. …)` are two.
    """
    office: tuple[str, int] | None = None
    own: list[Phone | Email | Website] = []
    start = sentence.start
    for mention in sorted(mentions, key=lambda mention: mention.span):
        named = _body(text, Span(start, mention.span.start))
        if named and own:
            yield _office(office, own)
            own = []
        office = named or office
        own.append(mention)
        start = mention.span.end
    yield _office(office, own)


def _body(text: Text, before: Span) -> tuple[str, int] | None:
    """Return the last body that is named in a stretch, and where it begins."""
    tokens = tokenize(text.at(before).replace("\n", " "))
    reader = NounPhraseReader(tokens)
    i = 0
    found: tuple[str, int] | None = None
    while i < reader.count:
        phrase = reader.read(i)
        body = reader.body(phrase.head) if phrase else None
        if phrase and body and body.kind == "organisation" and body.number != "plural":
            start, end = tokens.span(phrase.start, phrase.end)
            found = tokens.printed[start:end], before.start + tokens.starts[phrase.name]
        i = max(phrase.end, i + 1) if phrase else i + 1
    return found


def _office(
    found: tuple[str, int] | None, mentions: Sequence[Phone | Email | Website]
) -> FoundContact:
    """Return the contact of a body, or of nobody."""
    spans = [mention.span for mention in mentions]
    whole = Span(min(spans).start, max(span.end for span in spans))
    if not found:
        return _contact(None, None, mentions, whole)
    name, span = nominative(found[0]), Span(min(found[1], whole.start), whole.end)
    if kind_of(name) is Kind.UNIT and not stands_alone(name):
        return replace(_contact(None, None, mentions, span), units=(name,))
    return _contact(None, name, mentions, span)


def _contact(
    name: str | None,
    organisation: str | None,
    mentions: Sequence[Phone | Email | Website],
    span: Span,
) -> FoundContact:
    return FoundContact(
        parsed_name(name) if name else None,
        (),
        organisation,
        (),
        None,
        tuple(m for m in mentions if isinstance(m, Phone)),
        tuple(m for m in mentions if isinstance(m, Email)),
        tuple(m for m in mentions if isinstance(m, Website)),
        span,
    )
