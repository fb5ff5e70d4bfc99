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
from pipeline.german.grammar import load_grammar
from pipeline.german.name_words import tells_of_a_person
from pipeline.german.phrase import nouns, suffixes
from pipeline.german.roles import role_of

THINGS: Final = frozenset(load_grammar()["things"])
# Linear: one class, possessive.
WORD_RE: Final = re.compile(r"[\w.-]++")
QUOTED_RE: Final = re.compile(r"[„»«“\"‚]|e\. ?V\.")


def may_name_somebody(sentence: str) -> bool:
    """Whether a word of a sentence can be, or be a part of, the name of a partner."""
    return (
        any(map(tells_of_somebody, WORD_RE.findall(sentence)))
        or QUOTED_RE.search(sentence) is not None
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
