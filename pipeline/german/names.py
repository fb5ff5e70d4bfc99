"""Names of persons: title, given name and family name, and what looks like a name.

Titles, particles and salutations are in name_particles.toml, about 6,700 given names of those who
work in German offices in given_names.txt; own compilations. Since 1919 a title of nobility is part
of the family name (Article 109 of the Weimar constitution, still in force as ordinary law).

>>> parse_name("Frau Prof. Dr. med. Anna von der Heide-Müller")
ParsedName(full='Prof. Dr. med. Anna von der Heide-Müller', title='Prof. Dr. med.', \
given='Anna', family='von der Heide-Müller')
>>> looks_like_name("Ayşe Yılmaz-Öztürk"), looks_like_name("Robert Beispiel Stiftung")
(True, False)
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.german import MOST_KEPT
from pipeline.german.bodies import head_of
from pipeline.german.name_order import is_family_first, is_turned
from pipeline.german.name_titles import behind_university, count_titles, skip_salutation
from pipeline.german.name_words import (
    degree_re,
    is_given_name,
    is_title,
    name_words,
    office_re,
)
from pipeline.german.phrase import adjective, nouns, suffixes
from pipeline.german.roles import role_of

__all__ = [
    "ParsedName",
    "could_be_family",
    "could_be_name",
    "is_given_name",
    "is_title",
    "looks_like_name",
    "parse_name",
]

MOST_WORDS: Final = 6
LONGEST: Final = 120
AROUND: Final = " \t\n,;:"
LONG_NOUN: Final = 8
"""Hartung and Hornung are families, a longer word in -ung is an activity."""
NOUN_ENDINGS: Final = ("heit", "keit", "tion", "tionen", "tät", "schaft", "schaften", "ungen")
FAMILY_ENDINGS: Final = ("er", "enz")  # of nouns and families alike: Wachtler, Lorenz
PAIR: Final = 2
ARTICLES: Final = frozenset({"Der", "Die", "Das"})

# Linear: disjoint classes, possessive.
WORD_RE: Final = re.compile(
    r"""
    (?: [^\W\d_]\. (?: -[^\W\d_]\. )*+                              # M., K.-H.
      | [dlDLOoNn]['’][^\W\d_]++ (?: -[^\W\d_]++ )*+                # d'Angelo
      | [^\W\d_]++ (?: ['’-] [^\W\d_]++ )*+ \.?+ )
    """,
    re.VERBOSE,
)
FAMILY_RE: Final = re.compile(r"[A-ZÄÖÜÇŞİĆČŁŚŻĐ][^\W\d_]{2,}+(?:-[A-ZÄÖÜÇŞİĆČŁŚŻĐ][^\W\d_]++)?")
INITIALS_RE: Final = re.compile(r"[A-ZÄÖÜ]\.(?:[ -]?[A-ZÄÖÜ]\.){0,2}")
ARTICLE_RE: Final = re.compile(r"(?:[aA]l|[eE]l|[aAeE][snrdtz]h?|[dD])[-'’](?=\w)")


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A person's name taken apart."""

    full: str
    """As printed, without salutation."""
    title: str | None
    given: str | None
    family: str | None


class _Pieces(NamedTuple):
    """A printed name without what stands around it."""

    full: str
    titles: tuple[str, ...]
    core: str
    is_addressed: bool
    """Whether a salutation stood in front."""


def parse_name(printed: str) -> ParsedName:
    """Take a name apart; raise ValueError if it is no person's name by its shape."""
    if len(printed) > LONGEST:
        raise ValueError(f"too long for a person's name: {len(printed)} characters")
    name = _parsed(printed)
    if name is None:
        raise ValueError(f"not a person's name: {printed!r}")
    return name


@lru_cache(maxsize=MOST_KEPT)
def _parsed(printed: str) -> ParsedName | None:
    pieces = _strip(printed)
    words, in_front = _in_order(pieces.core)
    inner = _titles_behind_comma(pieces.core)
    titles = (*pieces.titles, *inner)
    evidence = pieces.is_addressed or bool(titles)
    if not words or len(words) > MOST_WORDS or (len(words) < PAIR and not evidence):
        return None
    if (
        any(map(_is_no_name, _doubtful(words)))
        or _ends_in_initial(words)
        or not all(_has_shape(words, i) for i in range(len(words)))
    ):
        return None
    split = in_front or _family_start(words)
    if pieces.is_addressed and words[0] in name_words("capital") and not is_given_name(words[0]):
        split = 0  # "Herr El Bouazzati"
    plain = [word for word in words[split:] if word not in name_words("suffixes")]
    given, family = " ".join(words[:split]), " ".join(plain)
    if (is_family_first(words) or is_turned(words)) and not in_front:
        given, family = " ".join(words[1:]), words[0]
    title = " ".join(titles) or None
    return ParsedName(pieces.full, title, given or None, family or None)


@lru_cache(maxsize=MOST_KEPT)
def looks_like_name(line: str) -> bool:
    """Whether a line is a person's name by its shape and by a given name, title or salutation."""
    try:
        name = parse_name(line)
    except ValueError:
        return False
    if name.title or skip_salutation(line.strip(AROUND).split()):
        return True
    if INITIALS_RE.fullmatch(name.given or ""):
        return could_be_name(line)
    given = (name.given or "").split(" ")[0]
    return is_given_name(given) or (name.family in name_words("first") and is_given_name(given))


@lru_cache(maxsize=MOST_KEPT)
def could_be_name(line: str) -> bool:
    """Whether a line may be a name by its shape alone: 2 to 5 capitals, none a common noun."""
    try:
        parse_name(line)
    except ValueError:
        return False
    words, _ = _in_order(_strip(line).core)
    if words[0] in ARTICLES or words[0][0].islower():
        return False
    if adjective(words[0]) and not is_given_name(words[0]):
        return False
    return len(words) < MOST_WORDS and not any(map(_is_noun, words))


def could_be_family(word: str) -> bool:
    """Whether a word may be a family name by its shape: `Kurz-Roth`, but not `Klimaschutz`."""
    if FAMILY_RE.fullmatch(word) is None:
        return False
    if word in ARTICLES or _is_known(word):
        return word not in ARTICLES
    ending = suffixes().find(word)
    is_family = ending is None or ending.noun.lemma in FAMILY_ENDINGS
    return is_family and not (_is_no_name(word) or _is_noun(word) or nouns().find(word))


def _strip(printed: str) -> _Pieces:
    """Take salutation, titles, degrees and offices off a name."""
    words = printed.strip(AROUND).split()
    start = skip_salutation(words)
    full = office_re().sub("", " ".join(words[start:])).strip(" ,")
    degree = degree_re().search(full)
    core = full[: degree.start()] if degree else full
    words = core.split()
    count = count_titles(words)
    count = behind_university(words, count)
    behind = [degree["degrees"].strip(" ,")] if degree else []
    return _Pieces(full, (*words[:count], *behind), " ".join(words[count:]), start > 0)


def _in_order(core: str) -> tuple[list[str], int]:
    """Return the words, given names first, and how many are given where a comma said so."""
    family, comma, given = core.partition(",")
    if not comma:
        return core.split(), 0
    first = given.split()
    first = first[count_titles(first) :]
    return [*first, *family.split()], len(first)


def _titles_behind_comma(core: str) -> tuple[str, ...]:
    """Return the titles before the given name where the family name is in front."""
    given = core.partition(",")[2].split()
    return tuple(given[: count_titles(given)])


def _has_shape(words: list[str], i: int) -> bool:
    """Whether a word may stand in a name: a capital, or a particle in front of one."""
    word = words[i]
    if WORD_RE.fullmatch(word) is None and word not in name_words("suffixes") | name_words("rows"):
        return False
    if word[0].isupper():
        is_short = len(word) <= PAIR or "-" in word or word in name_words("dotted")
        return is_short or not word.endswith(".")
    if word in name_words("suffixes"):
        return i == len(words) - 1
    if word not in name_words("rows") and ARTICLE_RE.match(word) is None:
        return False
    if word in ("und", "in", "an"):
        return 0 < i < len(words) - 1 and _joins(words, i)
    return i + 1 < len(words) or not word.isalpha()


def _joins(words: list[str], i: int) -> bool:
    """Whether `und`, `in`, `an` stand in a noble name and not between two words."""
    if words[i] == "und":
        return words[i - 1] in name_words("rows") and words[i + 1] in name_words("rows")
    return words[i + 1] in ("der", "dem", "den")


def _family_start(words: list[str]) -> int:
    """Return where the family name begins: at a particle, else behind the given names."""
    if len(words) > PAIR and words[0] in name_words("arabic") and ARTICLE_RE.match(words[1]):
        return PAIR
    if words[0] in name_words("rows"):
        return 0  # "Herr van der Berg"
    begins = next((i for i in range(1, len(words)) if _begins_family(words, i)), 0)
    if begins:
        return begins - (words[begins] in ("y", "e") and begins > 1)
    last = len(words) - 1 - (words[-1] in name_words("suffixes"))
    return 0 if last == 0 else max(1, _behind_given_names(words, last))


def _begins_family(words: list[str], i: int) -> bool:
    in_capitals = all(map(str.isupper, words))
    word = words[i].lower() if in_capitals else words[i]
    if ARTICLE_RE.match(word):
        return True
    if i == len(words) - 1:
        return False
    noble = word.capitalize() if in_capitals else word
    if word in name_words("rows") or noble in name_words("nobility"):
        return True
    return word in name_words("capital") and not _is_arabic(words, i - 1)


def _is_arabic(words: list[str], i: int) -> bool:
    return i == 0 and words[i] in name_words("arabic")


def _behind_given_names(words: list[str], last: int) -> int:
    """Return the place behind the given names; an unknown middle word belongs to the family."""
    if not is_given_name(words[0]):
        return last
    i = 1
    while i < last and (is_given_name(words[i]) or words[i].endswith(".")):
        i += 1
    return i


def _doubtful(words: list[str]) -> list[str]:
    """Return the words that may be none of a name; behind a given name a man's office is one.

    `Günter Kamleiter` and `Anke Prüfer` are persons, `Leiter` and `Eva Projektleiterin` functions.
    """
    role = role_of(words[-1]) if len(words) == PAIR and is_given_name(words[0]) else None
    is_family = role is not None and role.gender == "m"
    return words[:-1] if is_family else words


def _ends_in_initial(words: list[str]) -> bool:
    """Whether nothing but a letter is left of the family name, as in `M. A.`."""
    return len(words[-1]) == PAIR and words[-1].endswith(".")


def _is_no_name(word: str) -> bool:
    """Whether a word names a body or a role, and is no family name as well."""
    if _is_known(word):
        return False
    return head_of(word) is not None or role_of(word) is not None


def _is_known(word: str) -> bool:
    """Whether a word, or the last part of a double name, is a name for certain."""
    last = word.rpartition("-")[2]
    return last.capitalize() in name_words("words") or is_given_name(word)


def _is_noun(word: str) -> bool:
    if _is_known(word):
        return False
    lower = word.lower()
    if lower.endswith(NOUN_ENDINGS) or (lower.endswith("ung") and len(word) >= LONG_NOUN):
        return True
    match = nouns().find(word)
    return match is not None and match.is_whole
