"""The spaCy pipeline: German tokens as offices write them.

Without a model it is `spacy.blank("de")` but for some tokens: nothing is downloaded, nothing is
missing. A trained pipeline (`--model de_core_news_lg`) adds its persons and organisations as
evidence.
"""

from functools import cache
from typing import Final

import spacy
from spacy.lang.de import German, GermanDefaults
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_suffix_regex

from pipeline.german.grammar import words
from pipeline.german.name_words import abbreviated_titles

# spaCy parts words at a colon or a slash; German writes `Mitarbeiter:innen` and `Schwedt/O`.
KEPT_INFIXES: Final = (":<>=", r"\/", r")\.(?=[")
# It keeps a full stop behind capitals, as in initials; behind an acronym or a legal form it ends
# the sentence.
ACRONYM_SUFFIX: Final = r"(?<=[A-ZÄÖÜ]{2})\."
FORM_SUFFIX: Final = r"(?<=bH|eG|bR|öR|eK)\."
# Of a legal form that ends in a full stop it does not: `SkF e. V./SKM` are two.
SLASH_INFIX: Final = r"(?<=[a-zäöüV]\.)/(?=[A-ZÄÖÜ])"
INFIXES: Final = [
    *(
        str(infix)
        for infix in GermanDefaults.infixes or ()
        if not any(part in str(infix) for part in KEPT_INFIXES)
    ),
    SLASH_INFIX,
]
SUFFIXES: Final = [*map(str, GermanDefaults.suffixes or ()), ACRONYM_SUFFIX, FORM_SUFFIX]
KEPT_WHOLE: Final = (
    *abbreviated_titles(),
    *(
        form
        for low in sorted(words("abbreviated_attributes"))
        for form in (low, low.capitalize(), "-".join(map(str.capitalize, low.split("-"))))
    ),
)
"""Abbreviations with their full stop."""
EXCEPTIONS: Final = {
    **(GermanDefaults.tokenizer_exceptions or {}),
    **{whole: [{"ORTH": whole}] for whole in KEPT_WHOLE},
}


class OfficeDefaults(GermanDefaults):
    """Keeps together what German offices write as one word."""

    infixes = INFIXES
    suffixes = SUFFIXES
    tokenizer_exceptions = EXCEPTIONS


class OfficeGerman(German):  # type: ignore[no-untyped-call]  # of spaCy
    """German as offices write it; what `spacy.blank("de")` is otherwise."""

    Defaults = OfficeDefaults


@cache
def language(model: str | None) -> Language:
    """Return the pipeline, loaded once per process; OSError if the model is not installed."""
    nlp = spacy.load(model) if model else OfficeGerman()
    if model and isinstance(nlp.tokenizer, Tokenizer):
        _adapt(nlp.tokenizer)
    return nlp


def _adapt(tokenizer: Tokenizer) -> None:
    """Give a trained pipeline the tokens that ours has."""
    tokenizer.suffix_search = compile_suffix_regex(SUFFIXES).search
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    for whole in KEPT_WHOLE:
        tokenizer.add_special_case(whole, [{"ORTH": whole}])


def model_name(model: str | None) -> str | None:
    """Return name and version of a trained pipeline; None where none is used."""
    if model is None:
        return None
    meta = language(model).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
