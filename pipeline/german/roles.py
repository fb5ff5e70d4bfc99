"""Roles: what somebody does or which office they hold, in all forms that offices print.

The words are in roles.toml, own compilation. Gendered spellings are read here: the star, colon,
underline, slash or bracket, the capital I, `Beauftragte/r`, and a `(m/w/d)` behind the word.

>>> role_of("Bildungskoordinatorinnen")
RoleHead(word='koordinator', gender='f', number='plural', is_noun=False, is_adjectival=False)
>>> role_of("Referent*in").gender is None, role_of("Integrationsbeauftragte/r").word
(True, 'beauftragte')
>>> role_of("Gegenwart") is None
True
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final

from pipeline.german import MOST_KEPT, load_toml
from pipeline.german.bodies import EDGES, Number, number_of
from pipeline.german.declension import Lexicon, Match, Noun

# Linear: one class each; anchored at the end.
ALL_GENDERS_RE: Final = re.compile(r"\s*+\([mwdfixn](?:\s?/\s?[mwdfixn*]){1,3}\)\s*+$")
GENDERED_RE: Final = re.compile(
    r"""
    (?: [*:_·’'] | /-?+ | \( -?+ | (?<= [a-zäöüß] ) (?= I ) )
    (?P<ending> [Ii]n (?:nen)?+ | r | n )
    \)?+ $
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class RoleHead:
    """What the head of a role says about its holder."""

    word: str
    """The masculine in lower case, as roles.toml has it: `koordinator`."""
    gender: str | None
    """`m` or `f`, of a noun its own; None where the spelling means all."""
    number: Number | None
    is_noun: bool = False
    """The function instead of the person: `Leitung`."""
    is_adjectival: bool = False
    """Declined like an adjective: `Beauftragte`."""


@lru_cache(maxsize=MOST_KEPT)
def role_of(word: str) -> RoleHead | None:
    """Return the head of one word, inflected, hyphenated or gendered; None if it is no role."""
    if word[1:].isalpha() and word[1:].islower():
        plain, ending = word, ""  # no sign of gender
    else:
        plain, ending = ungendered(ALL_GENDERS_RE.sub("", word.strip()))
    match = _find(plain.rstrip(")").strip(EDGES))
    if match is None and plain.endswith(f"e{ending}"):
        match = _find(plain.removesuffix(f"e{ending}") + ending)  # "Lotse*in" for "Lots*in"
    if match is None:
        return None
    role = _head(match)
    if not ending:
        return role
    return replace(role, gender=None, number="plural" if ending.endswith("nen") else "singular")


def ungendered(word: str) -> tuple[str, str]:
    """Return a word of which dictionaries know, and the ending that the writer set apart.

    >>> ungendered("Koordinator:innen"), ungendered("Ärzt*in"), ungendered("Leiterin")
    (('Koordinatorinnen', 'innen'), ('Ärztin', 'in'), ('Leiterin', ''))
    """
    word = word.rstrip(",;.")
    match = GENDERED_RE.search(word)
    if match is None:
        return word, ""
    ending = match["ending"].lower()
    return word[: match.start()] + (ending if ending.startswith("in") else ""), ending


def _find(word: str) -> Match | None:
    match = _lexicon().find(word)
    return None if match is None or word.replace("-", "").lower().endswith(_not()) else match


def _head(match: Match) -> RoleHead:
    noun = match.noun
    if noun.adjectival:
        gender, number = _adjectival_reading(match.form)
        return RoleHead(noun.lemma, gender, number, is_adjectival=True)
    word = str(noun.value or noun.lemma)
    return RoleHead(word, noun.gender, number_of(match.readings), is_noun=noun.value is None)


def _adjectival_reading(form: str) -> tuple[str | None, Number | None]:
    """Read a form that stands alone: -r is a man, -e a woman or several, the others unclear."""
    if form.endswith(("er", "em", "es")):
        return "m", "singular"
    return (None, "plural") if form.endswith("en") else ("f", None)


@cache
def _table() -> dict[str, Any]:
    return load_toml("roles.toml")


@cache
def _not() -> tuple[str, ...]:
    return tuple(_table()["not"]["words"])


@cache
def _lexicon() -> Lexicon:
    return Lexicon(role_nouns())


def is_signing(word: str) -> bool:
    """Whether a function heads an authority: `Landrätin`."""
    role = role_of(word)
    return role is not None and role.word in _table()["signing"]["words"]


def is_counted(word: str) -> bool:
    """Whether several hold an office one after the other: `1. Vorsitzende`, `2. Beigeordneter`."""
    role = role_of(word.rstrip(":,"))
    return role is not None and role.word in _table()["counted"]["words"]


ARTICLE_RE: Final = re.compile(r"^D(?:er|ie|ER|IE)[ ](?=[A-ZÄÖÜ])")


def is_held(printed: str) -> bool:
    """Tell whether a function can be an office of its own: a Beauftragte, no Landrat."""
    head = next(filter(None, map(role_of, printed.split())), None)
    return head is not None and head.word in _table()["held"]["words"]


def names_office(printed: str) -> bool:
    """Tell whether an office is named after who holds it, by its article or its Land.

    >>> names_office("Die Landesbeauftragte für Datenschutz"), names_office("Seniorenbeauftragte")
    (True, False)
    """
    if not is_held(printed):
        return False
    held = _table()["held"]
    noun = next(word for word in printed.split() if role_of(word)).lower()
    opens = noun.startswith(tuple(held["openings"])) or printed.startswith(tuple(held["lands"]))
    return opens or ARTICLE_RE.match(printed) is not None


def role_nouns() -> Iterator[Noun]:
    """Yield the nouns of roles.toml, feminines among them; their value is the masculine."""
    for block in _table()["people"]:
        for masculine, feminine, plural, _, *flags in block["rows"]:
            flag = flags[0] if flags else ""
            woman = feminine or masculine.removesuffix("e") + "in"
            women = woman + ("en" if woman.endswith("frau") else "nen")
            yield Noun(masculine, "m", plural, flag, value=masculine)
            yield Noun(woman, "f", women, value=masculine)
    for lemma, _ in _table()["adjectival"]["rows"]:
        yield Noun(lemma, "", "", adjectival=True)
    for lemma, gender, plural, _ in _table()["nouns"]["rows"]:
        yield Noun(lemma, gender, plural)
