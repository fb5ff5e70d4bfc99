"""Stage 5: contacts, partners and quotes of one section, put together from its blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pipeline.lean_spacy  # noqa: F401 - before any other import of spaCy
from pipeline.assemble.contacts import FoundContact, MentionIndex, find_contacts
from pipeline.assemble.grammar.language import model_name
from pipeline.assemble.partners import FoundPartner, find_partners
from pipeline.assemble.quotes import FoundQuote, find_quotes
from pipeline.assemble.speakers import FoundSpeaker
from pipeline.mentions import Mentions
from pipeline.segment import Section
from pipeline.text import Text

__all__ = [
    "Found",
    "FoundContact",
    "FoundPartner",
    "FoundQuote",
    "FoundSpeaker",
    "find_all",
    "model_name",
]


@dataclass(frozen=True, slots=True)
class Found:
    """What one section says, each value with its span."""

    contacts: tuple[FoundContact, ...]
    partners: tuple[FoundPartner, ...]
    quotes: tuple[FoundQuote, ...]


def find_all(
    text: Text, sections: Iterable[Section], mentions: Mentions, model: str | None
) -> Iterator[tuple[Section, Found]]:
    """Yield each section with what it says; nobody needs that of all at once."""
    index = MentionIndex(mentions)
    return ((section, _find(text, section, index, model)) for section in sections)


def _find(text: Text, section: Section, index: MentionIndex, model: str | None) -> Found:
    return Found(
        find_contacts(text, section.blocks, index),
        find_partners(text, section, model),
        find_quotes(text, section.span, section.utterances),
    )
