"""Names of one word beside a quote: `Landrat Kurz`, `so Kurz`, `sagt Eva`.

>>> lone_name("so Kurz"), lone_name("sagt sie"), name_behind_office("betont Landrat Kurz")
('Kurz', None, Span(start=15, end=19))
"""

import re
from itertools import pairwise
from typing import Final

from pipeline.german.area_codes import is_place
from pipeline.german.grammar import words
from pipeline.german.name_words import is_given_name
from pipeline.german.names import could_be_family, could_be_name
from pipeline.german.phrase import nouns
from pipeline.german.roles import role_of
from pipeline.german.speakers import person_noun
from pipeline.german.speech import is_of_person, speaks_re
from pipeline.text import Span

MOST_WORDS: Final = 3
FURTHER_RE: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]|[A-ZÄÖÜ]\.")
"""What is too short for a family name alone: Ban Ki Moon, Tatjana K."""
FINITE_RE: Final = re.compile(r"[a-zäöüß]{1,30}(?:t|te|en)(?= [A-ZÄÖÜ])")
"""A verb in no list, before its subject: `dämpft Behm die Freude`."""
WORD_RE: Final = re.compile(r"[\w.-]+")
FULL_RE: Final = re.compile(
    r"[ ]([^\W\d_a-z][\w’'-]{1,30}+(?:[ ][^\W\d_a-z][\w’'-]{1,30}+){1,2}+)(?=,|[ ][^\W\d_A-Z]|$)"
)
"""Linear: at most three words, behind a verb; at the end, or before a small word or a comma."""
FUNCTIONS: Final = words("functions_with_field")
NO_NAMES: Final = words("starters") | words("fillers") | {"er", "sie", "wir", "ich", "dies", "man"}


def name_behind_office(passage: str) -> Span | None:
    """Return a name in no list behind an office: `Landrat Kurz`; a field of work is none."""
    found = list(WORD_RE.finditer(passage))
    for i, (office, word) in enumerate(pairwise(found), 1):
        person, role = person_noun(office[0]), role_of(office[0])
        is_next = passage[office.end() : word.start()] == " "
        if not is_next or not (person or role) or not could_be_family(word[0]):
            continue
        if (person and person.number == "plural") or (role and role.number == "plural"):
            continue
        if role is None or role.word not in FUNCTIONS or nouns().find(word[0]) is None:
            return Span(word.start(), _end_of_name(passage, found[i : i + MOST_WORDS]))
    return None


def name_behind_verb(passage: str) -> Span | None:
    """Return two words or three that no list holds as the subject of a verb of speech.

    >>> name_behind_verb("sagt Dilnaz Ahmadi, die hier lernt"), name_behind_verb("sagt Radio Kiel")
    (Span(start=5, end=18), None)
    """
    verb = speaks_re().match(passage)
    named = FULL_RE.match(passage, verb.end()) if verb else None
    if named is None or verb is None or not is_of_person(verb[0]):
        return None
    words = named[1].split()
    is_plain = all(map(could_be_family, words)) and not any(map(is_place, words))
    return Span(*named.span(1)) if is_plain and could_be_name(named[1]) else None


def _end_of_name(passage: str, found: list[re.Match[str]]) -> int:
    """Return where a name ends that begins with the first of some words."""
    end = found[0].end()
    for word in found[1:]:
        part = word[0]
        is_part = FURTHER_RE.fullmatch(part) or could_be_family(part)
        if passage[end : word.start()] != " " or not is_part:
            break
        end = word.end()
    return end


def lone_name(attribution: str) -> str | None:
    """Return the one word beside a verb of speech that may be a name: `so Kurz`, `sagt Eva`."""
    verb = speaks_re().search(attribution) or FINITE_RE.match(attribution)
    if verb is None:
        return None
    rest = attribution[verb.end() :].split() if verb.start() == 0 else []
    word = rest[0] if rest else attribution[: verb.start()].strip()
    is_followed = len(rest) > 1 and rest[1][0].isupper() and not word.endswith(",")
    word = word.strip(" ,")
    is_word = could_be_family(word) or is_given_name(word)
    return word if is_word and not is_followed and word.lower() not in NO_NAMES else None
