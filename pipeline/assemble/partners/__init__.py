"""Partners: who takes part in or supports the project, as sentences and lists say it.

Where a sentence holds a cue (`unterstützt durch`, `beteiligen sich`), the noun phrases that it
points at are the partners; bodies are partners by their place, too (`sentences`). Under a
sub-heading that announces partners, or behind `Mitglieder sind:`, each entry is one. Clauses that
deny, or speak of the past or the future, count for nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.assemble.grammar.sentences import find_sentences
from pipeline.assemble.grammar.tokens import Tokens, tokenize
from pipeline.assemble.partners.cue_lists import members_of
from pipeline.assemble.partners.described import is_described
from pipeline.assemble.partners.doubles import without_doubles
from pipeline.assemble.partners.entries import read_entry
from pipeline.assemble.partners.found import FoundPartner, Member, placed
from pipeline.assemble.partners.hints import Hints
from pipeline.assemble.partners.lists import ListReader
from pipeline.assemble.partners.memberships import membership
from pipeline.assemble.partners.row_labels import label_at
from pipeline.assemble.partners.sentences import find_members
from pipeline.german.grammar import words
from pipeline.german.kreise import find_kreis, key
from pipeline.german.partner_cues import (
    Cues,
    Place,
    find_cues,
    is_denied,
    is_of_others,
    leads_to_list,
    leads_to_topics,
)
from pipeline.german.subheadings import subheading_kind
from pipeline.segment import Block, Part, Section
from pipeline.text import Span, Text

__all__ = ["FoundPartner", "find_partners"]

# What is said of the Landkreis itself: "der angrenzende Landkreis X".
OWN_RE: Final = re.compile(r"^[a-zäöü]\S* (?=Landkreis|Kreis)")
KREIS_RE: Final = re.compile(r"(?i:kreis|stadt|region|verband)|\bLK\b")
SUBORDINATE: Final = words("subordinate")
LEAST_SENTENCE = 6
"""Words; fewer below a heading for partners are an entry, whatever sign they end in."""


def find_partners(text: Text, section: Section, model: str | None) -> tuple[FoundPartner, ...]:
    """Return the partners of one section, each once, at its first mention."""
    quoted = [utterance.span for utterance in section.utterances]
    found: dict[str, FoundPartner] = {}
    announced = False
    for block in section.blocks:
        if block.part is not Part.PARAGRAPH:
            continue
        is_item = block.lines[0].bullet > 0
        for partner in _in_paragraph(text, section, block, model, listed=announced and is_item):
            if _is_own(partner, section):
                continue
            if not _is_inside(partner.span, quoted):
                found.setdefault(key(partner.name), partner)
        announced = _announces(text.at(block.span)) or (announced and is_item)
    return tuple(without_doubles(text, [*found.values()]))


def _is_inside(span: Span, utterances: list[Span]) -> bool:
    """Whether one of the utterances, in their order, holds the span."""
    i = bisect_right(utterances, span.start, key=lambda utterance: utterance.start) - 1
    return i >= 0 and utterances[i].holds(span)


def _announces(passage: str) -> bool:
    """Whether a paragraph leads to a list of partners: `An der Runde sind beteiligt:`."""
    if not passage.endswith(":"):
        return False
    folded = " ".join(passage.split())
    if leads_to_topics(folded):
        return False
    return bool(find_cues(folded)) or leads_to_list(folded)


def _is_of_partners(subheading: str) -> bool:
    """Whether a sub-heading announces partners: `Partner vor Ort`, `Wir kooperieren mit:`."""
    return subheading_kind(subheading) == "partners" or _announces(subheading)


def _is_own(partner: FoundPartner, section: Section) -> bool:
    """Whether a body is the Landkreis of the section itself."""
    own = section.heading.kreis
    if own is not None and own.official_name.startswith(f"{partner.name} "):
        return True  # der Regionalverband
    if key(partner.name) in {key(section.heading.name), key(f"Landkreis {section.heading.name}")}:
        return True
    if not KREIS_RE.search(partner.name):
        return False
    kreis = find_kreis(OWN_RE.sub("", partner.name))
    return own is not None and kreis is not None and kreis[0].ags == own.ags


def _in_paragraph(
    text: Text, section: Section, block: Block, model: str | None, *, listed: bool
) -> Iterator[FoundPartner]:
    """Yield the partners of one paragraph or list item; `listed` if it is announced as one."""
    content = Span(block.lines[0].content.start, block.span.end)
    under = section.blocks[block.under] if block.under is not None else None
    listed = listed or (under is not None and _is_of_partners(text.fold(under.span)))
    if listed and _is_entry(text, content):
        yield from read_entry(text, content, model)
        return
    after_cue, of_ours = False, listed
    for sentence in find_sentences(text, content):
        printed = text.at(sentence).replace("\n", " ")  # as long as before, so that offsets stay
        hints = Hints(printed, of_ours=of_ours)
        cues = find_cues(printed) if hints.at_a_cue else ()
        may_name = _may_name(hints, cues) or (model and hints.at_taking_part)
        if may_name and not is_of_others(printed):
            reader = ListReader(tokenize(printed, model))
            for member in _in_sentence(reader, hints, cues, after_cue=after_cue):
                partner = placed(member, reader.tokens, sentence.start)
                role = partner.role or _role_in(text.at(sentence), sentence, partner)
                yield replace(partner, role=role) if role else partner
                of_ours = True
        after_cue, of_ours = bool(cues), of_ours or hints.at_us or bool(cues)


def _role_in(printed: str, sentence: Span, partner: FoundPartner) -> str | None:
    """Return what the row or the sentence that names a partner says of it."""
    label = label_at(printed, partner.span.start - sentence.start)
    if label is None and partner.kind == "person":
        return membership(printed.replace("\n", " "))
    return label


def _may_name(hints: Hints, cues: Cues) -> bool:
    """Whether a sentence may name a partner at all."""
    if cues:
        return hints.at_somebody
    is_about = hints.at_taking_part or hints.at_doing
    return is_about and hints.at_somebody_in_particular


def _is_entry(text: Text, content: Span) -> bool:
    """Whether a paragraph under a heading for partners is a list entry and no sentence."""
    passage = text.at(content)
    if passage.endswith(":"):
        return False
    return (
        not passage.rstrip().endswith((".", "!"))
        or passage.rstrip().endswith(("V.", "e.V."))
        or len(passage.split()) < LEAST_SENTENCE
    )


def _in_sentence(
    reader: ListReader, hints: Hints, cues: Cues, *, after_cue: bool
) -> Iterator[Member]:
    """Yield the partners of one sentence; `after_cue` says whether the one before has a cue."""
    tokens = reader.tokens
    for cue, place in cues:
        if (cue.after_cue and not after_cue) or _is_denied(tokens, hints, place):
            continue
        for member in members_of(reader, cue, place).members:
            if not is_described(reader, member):
                yield member
    if hints.at_contact_data or not (hints.at_taking_part or hints.at_doing):
        return  # who is reached there is a contact
    if not (tokens.labels or hints.at_somebody_in_particular):
        return
    for found in find_members(reader, told=hints.at_taking_part or bool(cues)):
        start, end = tokens.span(found.members[0].start, found.end)
        if not _is_denied(tokens, hints, Place(start, end, end)):
            yield from (member for member in found.members if not is_described(reader, member))


def _is_denied(tokens: Tokens, hints: Hints, place: Place) -> bool:
    """Whether the clause around a place says that somebody does not take part."""
    return hints.at_denial and is_denied(_clause(tokens.printed, place))


def is_subordinate(part: str) -> bool:
    """Whether what stands before a comma is a clause of its own, which denies nothing behind it.

    >>> is_subordinate("Während die Tafel nicht mitwirkt"), is_subordinate("Leider hilft die Tafel")
    (True, False)
    """
    return part.split(maxsplit=1)[:1] != [] and part.split(maxsplit=1)[0].lower() in SUBORDINATE


def _clause(sentence: str, place: Place) -> str:
    """Return the clause around a cue: what denies it stands in the same one."""
    start = max(
        sentence.rfind(mark, 0, place.start) for mark in (";", ":", " – ", ", aber ", ", doch ")
    )
    ends = [
        at
        for mark in (";", " – ", ", aber ", ", doch ", ", sondern ")
        if (at := sentence.find(mark, place.end)) >= 0
    ]
    before = sentence[start + 1 : place.start].split(",")
    kept = [part for part in before[:-1] if not is_subordinate(part)]
    return ",".join([*kept, before[-1]]) + sentence[place.start : min(ends, default=len(sentence))]
