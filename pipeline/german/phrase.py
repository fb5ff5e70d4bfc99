"""The small words and adjectives of a noun phrase, and what they say about its case.

Tables in nouns.toml; the grammar is that of Duden, Die Grammatik.

>>> sorted(agreement("beim")), agreement("Amt") is None
(['dsm', 'dsn'], True)
>>> case_after("mit"), case_after("seitens")
('dative', 'genitive')
>>> adjective("Evangelischen"), adjective("Gemeinden") is None
(Ending(stem='Evangelisch', ending='en', rest=''), True)
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final, Literal, NamedTuple

from pipeline.german import MOST_KEPT, load_toml
from pipeline.german.bodies import body_nouns
from pipeline.german.declension import Lexicon, Noun, readings
from pipeline.german.grammar import words
from pipeline.german.roles import role_nouns

Case = Literal["nominative", "genitive", "dative", "accusative"]

# Linear: lazy over one class up to a fixed choice at the end.
ADJECTIVE_RE: Final = re.compile(
    r"(?P<stem>[^\W\d_][^\W\d_-]*+(?:-[^\W\d_]++)*+)(?P<rest>[,;]?)", re.UNICODE
)
ENDINGS: Final = ("en", "em", "er", "es", "e")
SHORTEST: Final = 2


class Ending(NamedTuple):
    """An adjective taken apart."""

    stem: str
    ending: str
    rest: str
    """A comma behind it."""


@lru_cache(maxsize=MOST_KEPT)
def adjective(word: str) -> Ending | None:
    """Take an adjective apart; None if the word is none by its form."""
    match = ADJECTIVE_RE.fullmatch(word)
    if match is None or word.lower() in words_of("not_adjectives", "words"):
        return None
    whole = match["stem"]
    ending = next((ending for ending in ENDINGS if whole.endswith(ending)), "")
    stem = whole.removesuffix(ending)
    if not ending or len(stem) < SHORTEST:
        return None
    if whole[0].isupper() and not _begins_names(stem.lower()):
        return None
    return Ending(stem, ending, match["rest"])


def _begins_names(stem: str) -> bool:
    last = stem.rpartition("-")[2]
    if last.endswith(tuple(words_of("adjectives", "not"))):
        return False  # Koordinierungsstelle
    ends = (end for end in _ends_of_adjectives() if last.endswith(end))
    is_long = any(len(last) - len(end) > 1 for end in ends)  # more than `Celler`
    return last in words_of("adjectives", "stems") or is_long


@lru_cache(maxsize=MOST_KEPT)
def agreement(word: str) -> frozenset[str] | None:
    """Return what an article or pronoun agrees with; None if the word is neither."""
    word = word.lower()
    if "/" not in word:
        return _determiners().get(word)
    parts = word.split("/")
    said = [_determiners().get(part) for part in parts]
    if any(reading is None for reading in said):
        return None
    return frozenset[str]().union(*(reading for reading in said if reading))


def quantifier(word: str) -> tuple[str, str, bool] | None:
    """Return stem and ending of a quantifier, and whether a weak adjective follows.

    >>> quantifier("Allen"), quantifier("vielen"), quantifier("Amt")
    (('all', 'en', True), ('viel', 'en', False), None)
    """
    return _quantifiers().get(word.lower())


def case_after(preposition: str) -> Case | None:
    """Return the case that a preposition asks for; None if it may be two or is unknown."""
    wanted = preposition.lower()
    cases: tuple[Case, ...] = ("dative", "accusative", "genitive")
    return next((case for case in cases if wanted in words_of("prepositions", case)), None)


def is_preposition(word: str) -> bool:
    """Tell whether a lower-case word is a preposition, contracted or not."""
    return word in _prepositions()


def breaks_off(line: str) -> bool:
    """Tell whether a line ends in the middle of a phrase, so that the next goes on with it.

    >>> breaks_off("Leiterin der"), breaks_off("Amtsleiter im Landkreis"), breaks_off("Leiterin")
    (True, True, False)
    """
    printed = line.rpartition(" ")[2]
    if printed in words("abbreviated_enders"):
        return True  # `Landrätin Dr.`
    last = printed.lower()
    return is_preposition(last) or agreement(last) is not None or last in words("breaks_off")


def participle(words: list[str]) -> int:
    """Return where the adjective stands that ends an attribute opened by a preposition, else 0."""
    for i in range(1, len(words) - 1):
        if words[i].endswith((",", ";")):
            return 0
        if words[i][0].islower() and words[i + 1][0].isupper() and adjective(words[i]):
            return i
    return 0


@cache
def words_of(table: str, key: str) -> frozenset[str]:
    """Return a list of nouns.toml."""
    return frozenset(_table()[table][key])


@cache
def _ends_of_adjectives() -> tuple[str, ...]:
    return tuple(_table()["adjectives"]["endings"])


@cache
def _prepositions() -> frozenset[str]:
    plain = frozenset[str]().union(*_table()["prepositions"].values())
    return plain | {"im", "am", "vom", "zum", "beim", "zur", "ins", "ans"}


@cache
def _determiners() -> Mapping[str, frozenset[str]]:
    table = _table()
    found = {word: readings(short) for word, short in table["determiners"].items()}
    for block in (table["possessives"], table["demonstratives"]):
        for stem in block["stems"]:
            for ending, short in block["endings"].items():
                found[stem + ending.replace("none", "")] = readings(short)
    return found


@cache
def _quantifiers() -> Mapping[str, tuple[str, str, bool]]:
    table = _table()["quantifiers"]
    return {
        stem + ending: (stem, ending, weak)
        for weak, stems in ((False, table["stems"]), (True, table["weak"]))
        for stem in stems
        for ending in ("e", "en", "er")
    }


@cache
def _table() -> Mapping[str, Any]:
    return load_toml("nouns.toml")


@cache
def nouns() -> Lexicon:
    """Return all nouns: of bodies and roles, and the others; limits of use do not count here."""
    ours = [*body_nouns(), *role_nouns()]
    others = [
        Noun(lemma, gender, plural, flags[0] if flags else "")
        for lemma, gender, plural, _, *flags in _table()["nouns"]["rows"]
    ]
    return Lexicon([_unlimited(noun) for noun in [*ours, *others]])


@cache
def suffixes() -> Lexicon:
    """Return the endings that tell gender and plural of a noun that no list holds."""
    return Lexicon(
        Noun(lemma, gender, plural, "compound only")
        for lemma, gender, plural, _ in _table()["suffixes"]["rows"]
    )


def _unlimited(noun: Noun) -> Noun:
    """Let a noun count in every compound: what is no body is declined all the same."""
    if noun.flag in ("compound only", "no feminine"):
        return Noun(noun.lemma, noun.gender, noun.plural, "", noun.adjectival, noun.value)
    return noun
