"""Nouns for those who speak in the news: functions, and people who hold none.

The words are in speakers.toml, own compilation. They denote somebody beside a quote only; a name
or a body is looked for first.

>>> person_noun("Augenzeugin"), person_noun("Jodlern").number, person_noun("Sender") is None
(PersonNoun(word='Augenzeugin', gender='f', number='singular', is_listed=True), 'plural', True)
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from pipeline.german import MOST_KEPT, load_toml
from pipeline.german.bodies import EDGES, Number, head_of, number_of
from pipeline.german.declension import Lexicon, Noun
from pipeline.german.roles import role_of

NONE: Final = "-"


class PersonNoun(NamedTuple):
    """A noun that denotes somebody."""

    word: str
    """As printed."""
    gender: str | None
    """`m` or `f`; None where the form means both."""
    number: Number | None
    """Of the form as printed; None where it may be both."""
    is_listed: bool = True
    """Whether it is told by more than its ending: Wachtler may be a name."""


@lru_cache(maxsize=MOST_KEPT)
def person_noun(word: str) -> PersonNoun | None:
    """Return what a noun says of the person that it denotes; None if it denotes nobody."""
    word = word.strip(EDGES)
    if role := role_of(word):
        return None if role.is_noun else PersonNoun(word, role.gender, role.number)
    if word.lower().endswith(_not()):
        return None
    match, is_listed = _persons().find(word), True
    if match is None and head_of(word) is None:
        match, is_listed = _endings().find(word), False
    if match is None:
        return None
    if match.noun.adjectival:
        return PersonNoun(word, *_adjectival(match.form))
    gender = match.noun.gender if match.noun.gender != "n" else None
    return PersonNoun(word, gender, number_of(match.readings), is_listed)


def _adjectival(form: str) -> tuple[str | None, Number | None]:
    """Read a form behind an article, where -e may be a man too: der Angeklagte."""
    return ("m", "singular") if form.endswith("er") else (None, None)


def may_be_body(noun: str) -> bool:
    """Tell whether a noun that no list holds may be a body that speaks, by its end.

    >>> may_be_body("Fähranstalt"), may_be_body("Kleine")
    (True, False)
    """
    return noun.lower().endswith(tuple(_table()["bodies"]["ends"]))


def stands_in(word: str) -> bool:
    """Tell whether a noun may stand for anybody named before: `der SPD-Politiker`.

    >>> stands_in("SPD-Politikerin"), stands_in("Richterin")
    (True, False)
    """
    forms = tuple(
        form
        for stem in _table()["stand_ins"]["words"]
        for form in (stem, f"{stem.removesuffix('e')}in")
    )
    return word.lower().endswith(forms)


def is_collective(noun: str) -> bool:
    """Tell whether a noun denotes several who may speak together: `Klasse`, `Theatergruppe`.

    >>> is_collective("Theatergruppe"), is_collective("Selbsthilfegruppe"), is_collective("Kasse")
    (True, False, False)
    """
    head = head_of(noun)
    is_body = head is not None and head.kind != "group"
    return not is_body and noun.lower().endswith(tuple(_table()["collectives"]["ends"]))


def means_several(word: str) -> bool:
    """Tell whether a word before a noun says that there are several: `Zwei`, `viele`."""
    return word.lower() in _table()["collectives"]["several"]


@cache
def _table() -> dict[str, Any]:
    return load_toml("speakers.toml")


@cache
def _not() -> tuple[str, ...]:
    return tuple(_table()["not"]["words"])


@cache
def _persons() -> Lexicon:
    rows = [row for block in _table()["persons"] for row in block["rows"]]
    adjectival = [Noun(row[0], "", "", adjectival=True) for row in _table()["adjectival"]["rows"]]
    neuter = [Noun(row[0], "n", row[1]) for row in _table()["neuter"]["rows"]]
    return Lexicon([*_nouns(rows), *neuter, *adjectival])


@cache
def _endings() -> Lexicon:
    return Lexicon(_nouns([[*row, "compound only"] for row in _table()["endings"]["rows"]]))


def _nouns(rows: list[list[str]]) -> Iterator[Noun]:
    """Yield masculines and feminines of some rows."""
    for masculine, feminine, plural, _, *flags in rows:
        flag = flags[0] if flags else ""
        is_feminine = masculine.endswith(FEMININE) and feminine == NONE
        yield Noun(masculine, "f" if is_feminine else "m", plural, flag)
        if feminine != NONE:
            woman = feminine or masculine.removesuffix("e") + "in"
            yield Noun(woman, "f", woman + ("en" if woman.endswith("frau") else "nen"), flag)


FEMININE: Final = ("mutter", "tochter", "schwester", "nonne", "braut", "frau", "kraft")
