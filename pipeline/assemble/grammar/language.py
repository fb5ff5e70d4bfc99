"""The spaCy pipeline: German tokens, and our own rules as components.

Without a model it is `spacy.blank("de")`: nothing is downloaded and nothing is missing. A trained
pipeline (`--model de_core_news_lg`) adds its persons and organisations as evidence.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

import spacy
from spacy.language import BaseDefaults, Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_suffix_regex

from pipeline.german.name_words import abbreviated_titles
from pipeline.german.partner_cues import Cue, Place, find_cues

CUES: Final = "partner_cues"
# spaCy parts words at a colon or a slash; German writes `Mitarbeiter:innen` and `Schwedt/O`.
KEPT_INFIXES: Final = (":<>=", r"\/", r")\.(?=[")
# It keeps a full stop behind capitals, as in initials; behind an acronym it ends the sentence.
ACRONYM_SUFFIX: Final = r"(?<=[A-ZÄÖÜ]{2})\."


@Language.factory(CUES, assigns=["doc.spans"])
def make_partner_cues(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Mark the phrases by which a sentence says who takes part, in `doc.spans["partner_cues"]`.

    The label of a span is the phrase as the table has it.
    """

    def mark(doc: Doc) -> Doc:
        spans = [
            doc.char_span(place.start, place.end, label=cue.phrase, alignment_mode="expand")
            for cue, place in find_cues(doc.text)
        ]
        doc.spans[name] = [span for span in spans if span is not None]
        return doc

    return mark


def cues_of(doc: Doc) -> tuple[tuple[Cue, Place], ...]:
    """Return the cues that the component has marked, with their places in characters."""
    marked = {(span.label_, span.start_char) for span in doc.spans[CUES]}
    return tuple(
        (cue, place) for cue, place in find_cues(doc.text) if (cue.phrase, place.start) in marked
    )


@cache
def language(model: str | None) -> Language:
    """Return the pipeline, loaded once per process; OSError if the model is not installed."""
    nlp = spacy.load(model) if model else spacy.blank("de")
    if isinstance(nlp.tokenizer, Tokenizer):
        _adapt(nlp.tokenizer, nlp.Defaults)
    nlp.add_pipe(CUES, name=CUES)
    return nlp


def _adapt(tokenizer: Tokenizer, defaults: type[BaseDefaults]) -> None:
    """Keep together what German offices write as one word."""
    infixes = [str(infix) for infix in defaults.infixes or ()]
    kept = [infix for infix in infixes if not any(part in infix for part in KEPT_INFIXES)]
    suffixes = [str(suffix) for suffix in defaults.suffixes or ()]
    tokenizer.suffix_search = compile_suffix_regex([*suffixes, ACRONYM_SUFFIX]).search
    tokenizer.infix_finditer = compile_infix_regex(kept).finditer
    for title in abbreviated_titles():
        tokenizer.add_special_case(title, [{"ORTH": title}])


def model_name(model: str | None) -> str | None:
    """Return name and version of a trained pipeline; None where none is used."""
    if model is None:
        return None
    meta = language(model).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
