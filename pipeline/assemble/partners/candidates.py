"""Whether a word can name a partner at all.

>>> tells_of_somebody("Kreisjugendamt"), tells_of_somebody("Wetter")
(True, False)
"""

from functools import lru_cache
from typing import Final

from pipeline.german import MOST_KEPT
from pipeline.german.bodies import head_of, is_legal_form
from pipeline.german.grammar import words
from pipeline.german.name_words import tells_of_a_person
from pipeline.german.partner_cues import evidence
from pipeline.german.roles import role_of

GENERIC: Final = evidence("generic")
NOBODY: Final = tuple(evidence("nobody"))
NAMED: Final = frozenset(entry.split()[0] for entry in words("heads_of_names"))
THINGS: Final = words("things")


def is_nobody(low: str) -> bool:
    """Whether a noun in lower case is never somebody, by its end.

    >>> is_nobody("eingangsbereich"), is_nobody("fachbereich")
    (True, False)
    """
    if not low.endswith(NOBODY):
        return False
    body = head_of(low.capitalize())
    return body is None or body.word in NOBODY


@lru_cache(maxsize=MOST_KEPT)
def is_particular(word: str) -> bool:
    """Whether a word names a body, a holder of an office or a person, and not just any."""
    plain = word.strip(".-_")
    if not plain or not tells_of_somebody(word):
        return False
    body, role = head_of(plain), role_of(plain)
    if body is not None and body.kind == "group" and role is None:
        return False
    is_name = plain[0].isupper() or (body is not None and body.is_proper)  # donum vitae
    return is_name and plain.lower() not in GENERIC and not is_nobody(plain.lower())


@lru_cache(maxsize=MOST_KEPT)
def tells_of_somebody(word: str) -> bool:
    """Whether a word alone may be part of the name of a body or a person."""
    plain = word.strip(".-_")
    if not plain or plain in THINGS:
        return False
    is_acronym = plain.isupper() and len(plain) > 1
    return (
        is_acronym
        or plain.lower() in NAMED
        or head_of(plain) is not None
        or role_of(plain) is not None
        or is_legal_form(word)
        or tells_of_a_person(word)
    )
