"""Bodies, offices and collectives, told by the last part of a German compound.

The words are in bodies.toml, own compilation from the names of German offices and associations.

>>> head_of("Kreisjugendamts").word, head_of("Wohlfahrtsverbänden").number
('amt', 'plural')
>>> head_of("Haltestelle") is None, head_of("Ehrenamt").kind
(True, 'group')
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final, Literal, NamedTuple, cast

from pipeline.german import MOST_KEPT, load_toml
from pipeline.german.declension import Lexicon, Match, Noun

Number = Literal["singular", "plural"]
Kind = Literal["organisation", "group"]
Level = Literal["body", "unit"]

EDGES: Final = " \t\n.,;:!?()[]„“”\"'‚‘’»«›‹"
UNKNOWN: Final = 1
"""Readings of the singular and the plural at once leave the number open."""


class BodyHead(NamedTuple):
    """What the head of a body's name says about it."""

    word: str
    """As bodies.toml has it: `amt` for `Jugendämtern`."""
    gender: str | None
    """`m`, `f` or `n`; None where there is no singular."""
    kind: Kind
    level: Level
    number: Number | None
    """Of the form as printed; None where it may be both."""
    is_proper: bool = False
    """A name or an abbreviation: `AWO`."""


@lru_cache(maxsize=MOST_KEPT)
def head_of(word: str) -> BodyHead | None:
    """Return the head of one word, inflected or hyphenated as it may be; None if it is no body."""
    word = word.strip(EDGES)
    proper = _proper().get(word) or (_proper().get(word[:-1]) if word.endswith("s") else None)
    return proper or _common(word)


def is_of_state(printed: str) -> bool:
    """Tell whether an office is one of the Bund or a Land, a body of its own, by its name.

    >>> is_of_state("Bundessprachenamt"), is_of_state("Jugendamt")
    (True, False)
    """
    return printed in _table()["of_state"]["names"] or printed.lower().startswith(_state_openings())


def is_legal_form(printed: str) -> bool:
    """Tell whether a string is a legal form: `e. V.`, `gGmbH`."""
    return printed.replace(" ", "") in _legal_forms()


def legal_form_at_end(name: str) -> str | None:
    """Return the legal form that a name ends in, as printed.

    >>> legal_form_at_end("Brücken bauen e. V.")
    'e. V.'
    """
    if not name.endswith(_legal_endings()):
        return None
    match = _legal_form_re().search(name)
    return match["form"] if match else None


def _common(word: str) -> BodyHead | None:
    match = _lexicon().find(word)
    if match is None or _is_excluded(match):
        return None
    kind, level = cast(tuple[Kind, Level], match.noun.value)  # body_nouns() sets it
    gender = match.noun.gender if match.noun.gender in ("m", "f", "n") else None
    return BodyHead(match.noun.lemma, gender, kind, level, number_of(match.readings))


def number_of(readings: frozenset[str]) -> Number | None:
    """Return the number that all readings share; oblique ones count only where no other is."""
    numbers = {reading[1] for reading in readings if reading[0] in "na"} or {
        reading[1] for reading in readings
    }
    if len(numbers) > UNKNOWN:
        return None
    return "plural" if numbers == {"p"} else "singular"


def _is_excluded(match: Match) -> bool:
    joined = match.word.replace("-", "").lower()
    return (joined.removesuffix(match.form) + match.noun.lemma).endswith(_not(match.noun.lemma))


@cache
def _table() -> dict[str, Any]:
    return load_toml("bodies.toml")


@cache
def _state_openings() -> tuple[str, ...]:
    return tuple(_table()["of_state"]["openings"])


@cache
def _not(lemma: str) -> tuple[str, ...]:
    return tuple(_table()["not"].get(lemma, ()))


@cache
def _proper() -> dict[str, BodyHead]:
    return {
        word: BodyHead(
            word,
            gender if gender in ("m", "f", "n") else None,
            block["kind"],
            block["level"],
            "plural" if gender == "p" else "singular",
            is_proper=True,
        )
        for block in _table()["names"]
        for word, gender, *_ in block["rows"]
    }


@cache
def _lexicon() -> Lexicon:
    return Lexicon(body_nouns())


def body_nouns() -> Iterator[Noun]:
    """Yield the nouns of bodies.toml, feminines in -in among them."""
    for block in _table()["heads"]:
        value = (block["kind"], block["level"])
        for lemma, gender, plural, _, *flags in block["rows"]:
            flag = flags[0] if flags else ""
            adjectival = block.get("adjectival", False)
            yield Noun(lemma, gender, plural, flag, adjectival, value)
            if block.get("feminine") and flag != "no feminine":
                feminine = lemma.removesuffix("e") + "in"
                yield Noun(feminine, "f", feminine + "nen", value=value)


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(form.replace(" ", "") for form in _table()["legal_forms"]["words"])


@cache
def _legal_endings() -> tuple[str, ...]:
    return tuple({form.rsplit(" ", 1)[-1] for form in _table()["legal_forms"]["words"]})


@cache
def _legal_form_re() -> re.Pattern[str]:
    forms = sorted(_table()["legal_forms"]["words"], key=len, reverse=True)
    either = "|".join(re.escape(form).replace(r"\ ", r"\s?") for form in forms)
    return re.compile(rf"(?:^|(?<=[\s(,“\"])) (?P<form>{either}) $".replace(" ", ""))
