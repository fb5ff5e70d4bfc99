"""Quotes: an utterance with its speaker, read from the attribution.

`– Dr. Eva Kurz, Landrätin des Landkreises X`, `sagt Landrätin Dr. Eva Kurz`, `Die Lotsinnen`.
"""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from pipeline.german.names import looks_like_name, parse_name
from pipeline.german.roles import role_of
from pipeline.german.speech import speaks_re
from pipeline.mentions.designations import Designation, Kind, find_designations, might_be_person
from pipeline.mentions.persons import find_persons
from pipeline.segment.utterances import Utterance
from pipeline.text import Span, Text, fold

ARTICLE_RE: Final = re.compile(r"^(?:[Dd]ie|[Dd]er|[Dd]as|[Uu]nsere?|[Ee]ine?)[ ]")
PRONOUN_RE: Final = re.compile(r"\b(?:er|sie|dieser|diese|jener|jene)\b")
SALUTATION_RE: Final = re.compile(r"\b(?:Frau|Herrn?)[ ]")
TRAILING_RE: Final = re.compile(
    r"[ ]+(?:abschließend|weiter|dazu|außerdem|zufrieden|stolz|begeistert|überzeugt"
    r"|ein|aus|an|zusammen|fest|hinzu)$"
)


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """Whose utterance it is."""

    name: str | None
    kind: Literal["person", "group"]
    roles: tuple[str, ...]
    organisation: str | None


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
    attribution = text.fold(utterance.attribution)
    speaker = parse_attribution(attribution)
    if speaker.name is None and PRONOUN_RE.search(attribution):
        speaker = replace(speaker, name=_named_before(text, utterance.span.start))
    return FoundQuote(spoken, speaker, attribution, utterance.span)


def _named_before(text: Text, start: int) -> str | None:
    """Return the one person whom the paragraph names before a quote; None for none or several."""
    paragraph = Span(text.characters.rfind("\n", 0, start) + 1, start)
    names = {text.fold(span) for span in find_persons(text, paragraph)}
    return names.pop() if len(names) == 1 else None


def parse_attribution(attribution: str) -> FoundSpeaker:
    """Read name, functions and body out of an attribution."""
    passage = attribution.strip(" –—-~:.")
    if passage.startswith("(") and passage.endswith(")"):
        passage = passage[1:-1]
    passage = TRAILING_RE.sub("", speaks_re().sub("", passage, count=1).strip(" ,:"))
    pieces = find_designations(SALUTATION_RE.sub("", passage))
    name = next((piece.text for piece in pieces if piece.kind is Kind.NAME), None)
    if name is None and pieces and might_be_person(pieces[0].text):
        name = pieces[0].text
    roles = [_bare(piece) for piece in pieces if piece.kind is Kind.ROLE]
    bodies = [piece for piece in pieces if piece.kind is Kind.ORGANISATION]
    units = [piece for piece in pieces if piece.kind is Kind.UNIT]
    organisation = next(iter([*bodies, *units]), None)
    is_group = name is None and any(_is_plural(role) for role in roles)
    return FoundSpeaker(
        _with_titles(name),
        "group" if is_group else "person",
        tuple(roles),
        ARTICLE_RE.sub("", organisation.text, count=1) if organisation else None,
    )


def _bare(piece: Designation) -> str:
    return ARTICLE_RE.sub("", fold(piece.text), count=1)


def _is_plural(role: str) -> bool:
    heads = [head for word in role.split() if (head := role_of(word))]
    return bool(heads) and heads[0].number == "plural"


def _with_titles(name: str | None) -> str | None:
    """Return the name as printed, without salutation."""
    if name is None or not looks_like_name(name):
        return name
    return parse_name(name).full
