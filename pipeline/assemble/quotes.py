"""Quotes: an utterance with its speaker."""

import re
from dataclasses import dataclass, replace
from typing import Final

from pipeline.assemble.attributions import FoundSpeaker, parse_attribution
from pipeline.mentions.persons import find_persons
from pipeline.segment.utterances import Utterance
from pipeline.text import Span, Text, fold

PRONOUN_RE: Final = re.compile(r"\b(?:er|sie|dieser|diese|jener|jene)\b")


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """An utterance with its attribution."""

    text: str
    speaker: FoundSpeaker | None
    attribution: str | None
    span: Span


def find_quotes(text: Text, utterances: tuple[Utterance, ...]) -> tuple[FoundQuote, ...]:
    """Return the quotes of one section, in order."""
    return tuple(_quote(text, utterance) for utterance in utterances)


def _quote(text: Text, utterance: Utterance) -> FoundQuote:
    spoken = fold(" ".join(text.at(piece) for piece in utterance.pieces))
    if utterance.attribution is None:
        return FoundQuote(spoken, None, None, utterance.span)
    speaker = parse_attribution(text.at(utterance.attribution))
    attribution = text.fold(utterance.attribution)
    if speaker.name is None and PRONOUN_RE.search(attribution):
        speaker = replace(speaker, name=_named_before(text, utterance.span.start))
    return FoundQuote(spoken, speaker, attribution, utterance.span)


def _named_before(text: Text, start: int) -> str | None:
    """Return the one person whom the paragraph names before a quote; None for none or several."""
    paragraph = Span(text.characters.rfind("\n", 0, start) + 1, start)
    names = {text.fold(span) for span in find_persons(text, paragraph)}
    return names.pop() if len(names) == 1 else None
