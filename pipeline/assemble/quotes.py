"""Quotes: an utterance with its speaker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.assemble.antecedents import (
    Antecedent,
    last_sentence,
    meant_gender,
    person_called,
    person_meant,
    person_opening,
)
from pipeline.assemble.attributions import FoundSpeaker, parse_attribution
from pipeline.assemble.lone_names import lone_name
from pipeline.german.names import is_given_name
from pipeline.segment.utterances import Utterance
from pipeline.text import Span, Text, fold

NEAREST: Final = 300
"""Characters before a quote without attribution within which its speaker is named."""


NOBODY: Final = FoundSpeaker(None, "person", (), None)


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
    for utterance in utterances:
        said = fold(" ".join(text.at(piece) for piece in utterance.pieces))
        before = Span(section.start, utterance.span.start)
        if utterance.attribution is None:
            speaker = _unsaid(text, section, utterance, spoken) or _goes_on(text, before, found)
            found.append(FoundQuote(said, speaker, None, utterance.span))
            continue
        speaker = _speaker(text, before, text.at(utterance.attribution), spoken)
        attribution = text.fold(utterance.attribution)
        found.append(FoundQuote(said, speaker, attribution, utterance.span))
    return tuple(found)


def _speaker(text: Text, before: Span, printed: str, spoken: Sequence[Span]) -> FoundSpeaker:
    """Read an attribution, and complete it by what the text before says."""
    speaker = parse_attribution(printed)
    if speaker.name is not None:
        return _joined(speaker, person_called(text, before, speaker.name))
    if speaker.kind == "person" and speaker.roles:
        return speaker
    name = lone_name(printed)
    if name and (meant := person_called(text, before, name)):
        return _joined(NOBODY, meant)
    if name and is_given_name(name) and speaker.organisation is None:
        return replace(speaker, name=name)
    gender = meant_gender(printed) if speaker.kind == "person" else None
    return _joined(speaker, person_meant(text, before, gender, spoken) if gender else None)


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
        meant = person_meant(text, near, "any", spoken)
        return (
            _joined(NOBODY, meant)
            if meant and meant.sentence >= last_sentence(text, text.strip(near))
            else None
        )
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
