"""The spaCy pipeline: German tokens, and our own rules as components.

Without a model it is `spacy.blank("de")` but for some tokens: nothing is downloaded, nothing is
missing. A trained pipeline (`--model de_core_news_lg`) adds its persons and organisations as
evidence.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

import spacy
from spacy.lang.de import German, GermanDefaults
from spacy.language import Language
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
INFIXES: Final = [
    str(infix)
    for infix in GermanDefaults.infixes or ()
    if not any(part in str(infix) for part in KEPT_INFIXES)
]
SUFFIXES: Final = [*map(str, GermanDefaults.suffixes or ()), ACRONYM_SUFFIX]
EXCEPTIONS: Final = {
    **(GermanDefaults.tokenizer_exceptions or {}),
    **{title: [{"ORTH": title}] for title in abbreviated_titles()},
}


class OfficeDefaults(GermanDefaults):
    """Keeps together what German offices write as one word."""

    infixes = INFIXES
    suffixes = SUFFIXES
    tokenizer_exceptions = EXCEPTIONS


class OfficeGerman(German):  # type: ignore[no-untyped-call]  # of spaCy
    """German as offices write it; what `spacy.blank("de")` is otherwise."""

    Defaults = OfficeDefaults


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


def cues_of(doc: Doc, printed: str) -> tuple[tuple[Cue, Place], ...]:
    """Return the cues that the component has marked, with their places in the printed sentence."""
    marked = {(span.label_, span.start_char) for span in doc.spans[CUES]}
    return tuple(
        (cue, place) for cue, place in find_cues(printed) if (cue.phrase, place.start) in marked
    )


@cache
def language(model: str | None) -> Language:
    """Return the pipeline, loaded once per process; OSError if the model is not installed."""
    nlp = spacy.load(model) if model else OfficeGerman()
    if model and isinstance(nlp.tokenizer, Tokenizer):
        _adapt(nlp.tokenizer)
    nlp.add_pipe(CUES, name=CUES)
    return nlp


def _adapt(tokenizer: Tokenizer) -> None:
    """Give a trained pipeline the tokens that ours has."""
    tokenizer.suffix_search = compile_suffix_regex(SUFFIXES).search
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    for title in abbreviated_titles():
        tokenizer.add_special_case(title, [{"ORTH": title}])


def model_name(model: str | None) -> str | None:
    """Return name and version of a trained pipeline; None where none is used."""
    if model is None:
        return None
    meta = language(model).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
