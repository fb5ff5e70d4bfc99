"""Words around and inside names: titles, salutations, particles, given names.

Tables in name_particles.toml and given_names.txt, own compilations.

>>> is_given_name("Jürgen"), is_title("Dipl.-Päd."), "von" in name_words("rows")
(True, True, True)
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from pipeline.german import MOST_KEPT, load_toml

PLAIN: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i", "ł": "l", "đ": "d", "ø": "oe"}
)
MARK_RE: Final = re.compile("[\u0300-\u036f]+")


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name; of `Karl-Heinz` and the like each part must be one.

    >>> is_given_name("KARL-HEINZ"), is_given_name("Juergen"), is_given_name("Müller")
    (True, True, False)
    """
    known = _given_names()
    if _folded(word) in known:
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(_folded(part) in known for part in parts)


def is_title(word: str) -> bool:
    """Tell whether a word is an academic title or a part of one: `Dr.`, `med.`, `Dipl.-Päd.`."""
    if word in _titles() or (word.isupper() and word.capitalize() in _titles()):
        return True
    return word.startswith(_begins()) and not word.startswith("Diplomat")


@lru_cache(maxsize=MOST_KEPT)
def tells_of_a_person(word: str) -> bool:
    """Tell whether a word alone hints at a name: a given name, a title, a degree, a salutation.

    >>> tells_of_a_person("Eva"), tells_of_a_person("Prof."), tells_of_a_person("Kurz")
    (True, True, False)
    """
    is_degree = word.strip(".,") in _words_of_degrees()
    return is_degree or is_title(word) or word.capitalize() in salutations() or is_given_name(word)


@cache
def _words_of_degrees() -> frozenset[str]:
    rows = _table()["degrees"]["rows"]
    return frozenset(word.strip(".,") for row in rows for word in row[0].split())


@lru_cache(maxsize=MOST_KEPT)
def _folded(text: str) -> str:
    """Fold case and diacritics, and write umlauts with an e: Jürgen is Juergen, Ayşe is Ayse."""
    text = text.lower()
    if text.isascii():
        return text
    text = text.translate(PLAIN)
    return text if text.isascii() else MARK_RE.sub("", unicodedata.normalize("NFD", text))


@cache
def _given_names() -> frozenset[str]:
    text = files("pipeline.german").joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(_folded(text).split())


@cache
def _table() -> dict[str, Any]:
    return load_toml("name_particles.toml")


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in _table()["titles"]["rows"])


@cache
def _begins() -> tuple[str, ...]:
    return tuple(_table()["titles"]["begins"])


@cache
def salutations() -> frozenset[str]:
    """Return `Frau`, `Herrn` and the like."""
    return frozenset(row[0] for row in _table()["salutations"]["rows"])


@cache
def company() -> frozenset[str]:
    """Return the words for those who work with a person: `Eva Kurz & Team`."""
    return frozenset(_table()["company"]["words"])


@cache
def name_words(key: str) -> frozenset[str]:
    """Return a list of particles, or of the family names, by its key."""
    particles, family = _table()["particles"], _table()["family"]
    words = particles.get(key) or family[key]
    return frozenset(word if isinstance(word, str) else word[0] for word in words)


def _either(forms: list[str]) -> str:
    ordered = sorted(forms, key=len, reverse=True)
    return "|".join(re.escape(form).replace(r"\ ", r"\s?") for form in ordered)


@cache
def degree_re() -> re.Pattern[str]:
    """Degrees behind a name. Linear: a fixed choice, anchored at the end."""
    either = _either([row[0] for row in _table()["degrees"]["rows"]])
    dipl = r"Dipl(?:\.|om)?[ -]?[\w.-]{2,40}+"
    return re.compile(rf"(?P<degrees>(?:(?:,\s?|\s)(?:{either}|{dipl})(?=$|[\s,]))++)$")


@cache
def office_re() -> re.Pattern[str]:
    """Mandates behind a name, which are no degrees."""
    return re.compile(rf"(?:(?:,\s?|\s)(?:{_either(_table()['degrees']['offices'])}))++$")


@cache
def abbreviated_titles() -> tuple[str, ...]:
    """Return the single words among the titles that end in a full stop, in lower case: `med.`."""
    rows = load_toml("name_particles.toml")["titles"]["rows"]
    words = {word for row in rows for word in row[0].split() if word.endswith(".")}
    return tuple(sorted(word for word in words if word[0].islower() or "-" in word))
