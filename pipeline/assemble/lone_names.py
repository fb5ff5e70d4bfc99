"""Names of one word beside a quote: `Landrat Kurz`, `so Kurz`, `sagt Eva`.

>>> lone_name("so Kurz"), lone_name("sagt sie"), name_behind_office("betont Landrat Kurz")
('Kurz', None, Span(start=15, end=19))
"""

import re
from itertools import pairwise
from typing import Final

from pipeline.german.grammar import words
from pipeline.german.name_words import is_given_name
from pipeline.german.names import could_be_family
from pipeline.german.phrase import nouns
from pipeline.german.roles import role_of
from pipeline.german.speech import speaks_re
from pipeline.text import Span

WORD_RE: Final = re.compile(r"[\w.-]+")
FUNCTIONS: Final = frozenset(
    {"leiter", "referent", "koordinator", "sachbearbeiter", "beauftragte", "manager", "berater"}
)
"""Functions behind which a field of work may stand without a preposition: `Leiterin Soziales`."""
NO_NAMES: Final = words("starters") | words("fillers") | {"er", "sie", "wir", "ich", "dies", "man"}


def name_behind_office(passage: str) -> Span | None:
    """Return a family name alone behind an office: `Landrat Kurz`; a field of work is none."""
    for office, word in pairwise(WORD_RE.finditer(passage)):
        role = role_of(office[0])
        if role is None or role.number == "plural" or not could_be_family(word[0]):
            continue
        if role.word not in FUNCTIONS or nouns().find(word[0]) is None:
            return Span(*word.span())
    return None


def lone_name(attribution: str) -> str | None:
    """Return the one word beside a verb of speech that may be a name: `so Kurz`, `sagt Eva`."""
    verb = speaks_re().search(attribution)
    if verb is None:
        return None
    rest = attribution[verb.end() :].split() if verb.start() == 0 else []
    word = rest[0] if rest else attribution[: verb.start()].strip()
    is_followed = len(rest) > 1 and rest[1][0].isupper() and not word.endswith(",")
    word = word.strip(" ,")
    is_word = could_be_family(word) or is_given_name(word)
    return word if is_word and not is_followed and word.lower() not in NO_NAMES else None
