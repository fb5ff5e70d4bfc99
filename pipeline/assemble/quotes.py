"""Quotes: an utterance with its speaker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.assemble.antecedents import (
    Antecedent,
    meant_gender,
    person_called,
    person_meant,
    sentence_start,
)
from pipeline.assemble.attributions import FoundSpeaker, parse_attribution
from pipeline.assemble.lone_names import lone_name
from pipeline.german.names import is_given_name
from pipeline.segment.utterances import Utterance
from pipeline.text import Span, Text, fold

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
    return tuple(_quote(text, section.start, utterance, spoken) for utterance in utterances)


def _quote(text: Text, start: int, utterance: Utterance, spoken: Sequence[Span]) -> FoundQuote:
    said = fold(" ".join(text.at(piece) for piece in utterance.pieces))
    before = Span(start, utterance.span.start)
    if utterance.attribution is None:
        return FoundQuote(said, _last_named(text, before, spoken), None, utterance.span)
    attribution = text.fold(utterance.attribution)
    speaker = parse_attribution(text.at(utterance.attribution))
    if speaker.name is None:
        meant = _meant(text, before, speaker, attribution, spoken)
    else:
        meant = person_called(text, before, speaker.name)
    return FoundQuote(said, _joined(speaker, meant), attribution, utterance.span)


def _meant(
    text: Text, before: Span, speaker: FoundSpeaker, attribution: str, spoken: Sequence[Span]
) -> Antecedent | None:
    """Return the person whom an attribution without a full name means."""
    if speaker.kind != "person" or speaker.roles or speaker.organisation:
        return None
    if name := lone_name(attribution):
        return person_called(text, before, name) or (
            Antecedent(name, (), None, None, before.end) if is_given_name(name) else None
        )
    gender = meant_gender(attribution)
    return person_meant(text, before, gender, spoken) if gender else None


def _last_named(text: Text, before: Span, spoken: Sequence[Span]) -> FoundSpeaker | None:
    """Return who is named before a quote without attribution in its paragraph, if one is."""
    line = text.characters.rfind("\n", before.start, before.end) + 1
    near = Span(max(line, before.end - NEAREST), before.end)
    meant = person_meant(text, near, "any", spoken)
    if meant is None or meant.sentence < sentence_start(text, near):
        return None
    return _joined(FoundSpeaker(None, "person", (), None), meant)


def _joined(speaker: FoundSpeaker, meant: Antecedent | None) -> FoundSpeaker:
    """Complete a speaker by what the text before says of the same person."""
    if meant is None:
        return speaker
    return replace(
        speaker,
        name=meant.name,
        roles=speaker.roles or meant.roles,
        organisation=speaker.organisation or meant.organisation,
    )
