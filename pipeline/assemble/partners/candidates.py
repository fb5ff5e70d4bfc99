"""Whether a sentence can name a partner at all, told by its words alone, before it is tokenized.

Somebody who takes part is named by a body (`amt` in `Kreisjugendamt`), a function, an acronym, a
given name or title, a legal form, or stands in quotation marks; nearly half of the sentences of a
brochure have nothing of the kind.

>>> may_name_somebody("Das Kreisjugendamt hilft."), may_name_somebody("Das Wetter hilft.")
(True, False)
"""

import re
from functools import lru_cache
from typing import Final

from pipeline.german import MOST_KEPT
from pipeline.german.bodies import head_of, is_legal_form
from pipeline.german.grammar import words
from pipeline.german.name_words import tells_of_a_person
from pipeline.german.partner_cues import evidence
from pipeline.german.phrase import nouns, suffixes
from pipeline.german.roles import role_of

GENERIC: Final = evidence("generic")
NOBODY: Final = tuple(evidence("nobody"))
SPECIFIC_ENDINGS: Final = tuple(
    stem + ending
    for stem in words("specific_attributes")
    for ending in ("e", "en", "er", "es", "em")
)
THINGS: Final = words("things")
# Linear: one class, possessive.
WORD_RE: Final = re.compile(r"[\w.-]++")
QUOTED_RE: Final = re.compile(r"[„»«“\"‚]|e\. ?V\.")


def may_name_somebody(sentence: str) -> bool:
    """Whether a word of a sentence can be, or be a part of, the name of a partner."""
    return (
        any(map(tells_of_somebody, WORD_RE.findall(sentence)))
        or QUOTED_RE.search(sentence) is not None
    )


def may_name_in_particular(sentence: str) -> bool:
    """Whether somebody in particular can be named, as is asked where no cue points at a list.

    >>> may_name_in_particular("Die Stadt Celle hilft."), may_name_in_particular("Die Stadt hilft.")
    (True, False)
    """
    words_ = WORD_RE.findall(sentence)
    if any(map(_is_particular, words_)):
        return True
    return any(
        after[0].isupper() or before.endswith(SPECIFIC_ENDINGS)
        for before, word, after in zip(["", *words_], words_, [*words_[1:], "."], strict=False)
        if word.lower() in GENERIC and tells_of_somebody(word)
    )


@lru_cache(maxsize=MOST_KEPT)
def _is_particular(word: str) -> bool:
    """Whether a word names a body, a holder of an office or a person, and not just any."""
    plain = word.strip(".-_")
    if not plain or not tells_of_somebody(word):
        return False
    body, role = head_of(plain), role_of(plain)
    if body is not None and body.kind == "group" and role is None:
        return False
    return (
        plain[0].isupper() and plain.lower() not in GENERIC and not plain.lower().endswith(NOBODY)
    )


@lru_cache(maxsize=MOST_KEPT)
def tells_of_somebody(word: str) -> bool:
    """Whether a word alone may be part of the name of a body or a person."""
    plain = word.strip(".-_")
    if not plain or plain in THINGS:
        return False
    is_acronym = plain.isupper() and len(plain) > 1
    return (
        is_acronym
        or head_of(plain) is not None
        or role_of(plain) is not None
        or is_legal_form(word)
        or tells_of_a_person(word)
    )


@lru_cache(maxsize=MOST_KEPT)
def is_name(word: str) -> bool:
    """Whether a noun is a proper name: an acronym, or known to no list and no ending.

    >>> is_name("Celle"), is_name("BUND"), is_name("Vereine"), is_name("Integration")
    (True, True, False, False)
    """
    body = head_of(word)
    if word in THINGS:
        return False
    if (word.isupper() and len(word) > 1) or (body is not None and body.is_proper):
        return True
    if body is not None or role_of(word) is not None:
        return False
    return nouns().find(word) is None and suffixes().find(word) is None
