"""Quotes: an utterance with its speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.assemble.antecedents import (
    Antecedent,
    last_sentence,
    meant_gender,
    person_called,
    person_in_office,
    person_interviewed,
    person_meant,
    person_opening,
)
from pipeline.assemble.attributions import parse_attribution
from pipeline.assemble.lone_names import lone_name
from pipeline.assemble.speakers import NOBODY, FoundSpeaker
from pipeline.german.names import is_given_name
from pipeline.german.speech import answers, impersonal_re, speaks_re
from pipeline.segment.utterances import Utterance
from pipeline.text import Span, Text, fold

FOOTNOTE_RE: Final = re.compile(r"(?<=\w)(?:\*(?!\w)|[¹²³])")
"""`Amira*`, whose name was changed; no `Mitarbeiter*innen`."""
NEAREST: Final = 300
"""Characters before a quote without attribution within which its speaker is named."""


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """An utterance with its attribution."""

    text: str
    speaker: FoundSpeaker | None
    attribution: str | None
    span: Span


def find_quotes(
    text: Text, section: Span, utterances: tuple[Utterance, ...]
) -> tuple[FoundQuote, ...]:
    """Return the quotes of one section, in order."""
    spoken = [piece for utterance in utterances for piece in utterance.pieces]
    found: list[FoundQuote] = []
    announced: dict[int, FoundSpeaker] = {}
    speaker: FoundSpeaker | None
    for utterance in utterances:
        said = fold(" ".join(text.at(piece) for piece in utterance.pieces))
        before = Span(section.start, utterance.span.start)
        if utterance.attribution is None:
            speaker = _unsaid(text, section, utterance, spoken) or _goes_on(text, before, found)
            found.append(FoundQuote(said, speaker, None, utterance.span))
            continue
        attribution = text.fold(utterance.attribution)
        printed = text.at(utterance.attribution) if utterance.is_signed else attribution
        printed = FOOTNOTE_RE.sub("", printed)
        if utterance.is_turn:
            speaker = _interviewed(text, before, utterance, printed, announced)
        else:
            speaker = _speaker(text, before, printed, spoken)
        if found and _answers(text, found[-1], utterance, attribution):
            speaker = _unless_same(speaker, found[-1].speaker)
        found.append(FoundQuote(said, speaker, attribution, utterance.span))
    return tuple(found)


def _speaker(text: Text, before: Span, printed: str, spoken: Sequence[Span]) -> FoundSpeaker | None:
    """Read an attribution, and complete it by the text before; None if nobody is meant."""
    speaker = parse_attribution(printed)
    if speaker.name is not None:
        return _joined(speaker, person_called(text, before, speaker.name))
    if speaker.kind == "person" and speaker.roles:
        role = speaker.roles[0]
        return _joined(speaker, person_in_office(text, before, printed, role, spoken))
    name = lone_name(printed)
    if name and (meant := person_called(text, before, name)):
        return _joined(NOBODY, meant)
    if name and is_given_name(name) and speaker.organisation is None:
        return replace(speaker, name=name)
    gender = meant_gender(printed) if speaker.kind == "person" else None
    if speaker == NOBODY and gender is None and impersonal_re().search(printed):
        return None
    return _joined(speaker, person_meant(text, before, gender, spoken) if gender else None)


def _interviewed(
    text: Text, before: Span, utterance: Utterance, printed: str, known: dict[int, FoundSpeaker]
) -> FoundSpeaker:
    """Return who answers in an interview, by the label before the answer."""
    at = utterance.announced
    if at is None:
        return _joined(replace(NOBODY, name=printed), person_called(text, before, printed))
    if at not in known:
        end = min(at + NEAREST, utterance.span.start)
        known[at] = _joined(NOBODY, person_interviewed(text, Span(at, end)))
    return known[at]


def _unsaid(
    text: Text, section: Span, utterance: Utterance, spoken: Sequence[Span]
) -> FoundSpeaker | None:
    """Return whom the sentence before a quote without attribution names, or the one behind.

    The one behind counts where the quote opens its paragraph: `„…“ Eva Kurz klappt das Heft zu.`
    """
    start, end = utterance.span
    floor = max(section.start, start - NEAREST)
    near = Span(max(floor, text.characters.rfind("\n", floor, start) + 1), start)
    if text.at(near).strip():
        last = last_sentence(text, text.strip(near))
        meant = person_meant(text, near, "any", spoken)
        if meant and meant.sentence >= last:
            return _joined(NOBODY, meant)
        sentence = text.at(Span(last, start))
        gender = meant_gender(sentence) if speaks_re().search(sentence) else None
        meant = person_meant(text, near, gender, spoken) if gender else None
        return _joined(NOBODY, meant) if meant else None
    behind = text.characters[end : min(section.end, end + NEAREST)].partition("\n")[0]
    person = person_opening(behind.strip())
    return _joined(NOBODY, person) if person else None


def _goes_on(text: Text, before: Span, found: Sequence[FoundQuote]) -> FoundSpeaker | None:
    """Return the speaker of the last quote, if a sentence about that person leads to this one."""
    if not found or found[-1].speaker is None or found[-1].speaker.kind != "person":
        return None
    between = text.at(Span(found[-1].span.end, before.end))
    is_near = len(between) <= NEAREST and "\n" not in between
    return found[-1].speaker if is_near and meant_gender(between) else None


def _answers(text: Text, last: FoundQuote, utterance: Utterance, attribution: str) -> bool:
    """Whether somebody who is not named answers to the quote just before."""
    between = text.characters[last.span.end : utterance.span.start]
    is_next = len(between) < NEAREST and not between.strip(" .\n")
    return is_next and answers(attribution) and meant_gender(attribution) is not None


def _unless_same(speaker: FoundSpeaker | None, last: FoundSpeaker | None) -> FoundSpeaker | None:
    """Return a speaker without name where it would be the last one: nobody answers himself."""
    is_same = speaker is not None and last is not None and speaker.name == last.name
    return NOBODY if is_same else speaker


def _joined(speaker: FoundSpeaker, meant: Antecedent | None) -> FoundSpeaker:
    """Complete a speaker by what the text says elsewhere of the same person."""
    if meant is None:
        return speaker
    return replace(
        speaker,
        name=meant.name,
        roles=speaker.roles or meant.roles,
        organisation=speaker.organisation or meant.organisation,
    )
