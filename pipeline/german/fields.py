"""Fields of forms (`Funktion:`, `Amt:`) and words for work (`Verwaltung`), told by fields.toml.

>>> field_kind("Dienststelle"), field_kind("Leitung")
('organisation', None)
>>> is_task("Projektassistenz"), is_task("Wissenschaftliche Begleitung"), is_task("Amt für Sport")
(True, True, False)
"""

import re
from functools import cache
from typing import Any, Final, Literal

from pipeline.german import load_toml

FieldKind = Literal["role", "unit", "organisation", "given", "family"]
KINDS: Final[tuple[FieldKind, ...]] = ("role", "unit", "organisation", "given", "family")
LINKING: Final = frozenset({"und", "für", "der", "des", "im", "zur", "zum", "u."})
MOST_WORDS: Final = 2
"""An adjective and the word for the work; what is longer has a name of its own."""


def field_kind(label: str) -> FieldKind | None:
    """Return what stands behind a label of a form or below the head of a column."""
    return _fields().get(label.strip(" \t:").casefold())


def is_task(piece: str, *, beside: bool = False) -> bool:
    """Whether a piece is a word for work that somebody does, with an adjective at most.

    `Verwaltung` is work only beside a name, on its line.
    """
    words = piece.split()
    if not 0 < len(words) <= MOST_WORDS:
        return False
    return words[-1].lower().endswith(_task_endings(beside=beside)) or (
        words[0] in _table()["task"]["begins"]
    )


def is_activity(piece: str) -> bool:
    """Whether a piece that names no office is one word for what is done: `Radwegförderung`."""
    return piece.isalpha() and piece.endswith(tuple(_table()["task"]["activity"]))


def is_office_label(label: str) -> bool:
    """Whether a label names a desk that can be rung: `Vorzimmer:`."""
    return label.strip(" \t:.") in _table()["office"]["words"]


def is_of_one(unit: str) -> bool:
    """Whether a department is the desk of one person: `Sekretariat des Landrats`."""
    return unit.split(" ", 1)[0] in _table()["office"]["of_one"]


def is_matter(label: str) -> bool:
    """Whether a label says what somebody is for, and not only that one may ask: `Artenschutz:`."""
    words = label.split()
    if not words or any(word[0].islower() and word not in LINKING for word in words):
        return False
    last = words[-1].lower().rpartition("-")[2]
    return last not in _table()["matter"]["asks"] and "Sie" not in words


@cache
def asking_re() -> re.Pattern[str]:
    """Match where one is told to ask, before whom: `Anmeldung bei der …`. Linear: fixed words.

    >>> asking_re().sub("", "Anmeldung bei der Volkshochschule Celle")
    'Volkshochschule Celle'
    """
    asks = "|".join(_table()["matter"]["asks"])
    return re.compile(
        rf"(?:[^.]{{0,40}}\.[ ])?(?:Eine[ ])?(?i:{asks})[ ](?:ist[ ])?"
        r"(?:(?:bitte|erforderlich|möglich|erbeten|nach[ ]Vereinbarung)[ ])?"
        r"(?:bei|beim|über|durch|erteilt|gibt|an)(?:[ ](?:der|die|das|dem|den))?"
        r"(?:[ ](?=[A-ZÄÖÜ])|$)"
    )


def is_office_by_work(label: str) -> bool:
    """Whether an office is named after the work that is done in it: `Landschaftsplanung`."""
    return " " not in label and label.lower().endswith(tuple(_table()["matter"]["work"]))


def is_matter_of_work(piece: str) -> bool:
    """Whether a piece names a benefit or a task, as the cells of a staff list do: `Elterngeld`."""
    endings = tuple(_table()["matter"]["cells"])
    return any(word[0].isupper() and word.lower().endswith(endings) for word in piece.split())


def names_work(label: str) -> bool:
    """Whether a label names a benefit, a task, or an office after its work: `Elterngeld:`."""
    label = label.strip(" :")
    return is_matter(label) and (is_matter_of_work(label) or is_office_by_work(label))


def is_language(word: str) -> bool:
    """Whether a word names a language.

    >>> is_language("Vietnamesisch"), is_language("Dari"), is_language("Artenschutz")
    (True, True, False)
    """
    return word.endswith("isch") or word in _table()["languages"]["words"]


def is_family_field(label: str) -> bool:
    """Whether a family name stands behind a label, if a given name stands on the next line."""
    return field_kind(label) == "family" or label.strip(" :") in _table()["field"]["whole"]


@cache
def again_re() -> re.Pattern[str]:
    """Match what stands for the address above: `(gleiche Anschrift)`. Linear: fixed words."""
    phrases = sorted(_table()["again"]["phrases"], key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", " ?") for phrase in phrases)
    return re.compile(rf"(?<!\w)\(?(?i:{either})(?!\w)\)?")


def is_switchboard(label: str) -> bool:
    """Whether a label names the number of the house: `Zentrale:`."""
    return label.strip(" \t:.") in _table()["switchboard"]["words"]


def is_service(piece: str) -> bool:
    """Whether a piece is the abbreviation of a service: `MBE`."""
    return piece in _table()["services"]["words"]


def is_site(piece: str) -> bool:
    """Whether a piece is a part of a body, told by where it sits: `Standort Lauenburg`."""
    return piece.split(" ", 1)[0] in _table()["site"]["words"]


def is_house(piece: str) -> bool:
    """Whether a piece is a building: `Haus der Jugend`, `Verwaltungszentrum`, `Altes Rathaus`."""
    house = _table()["house"]
    words = piece.split(" ")
    at = 1 if len(words) > 1 and words[0] in house["adjectives"] else 0
    return words[at] in house["words"] or piece.startswith(tuple(house["begins"]))


@cache
def _table() -> dict[str, Any]:
    return load_toml("fields.toml")


@cache
def _fields() -> dict[str, FieldKind]:
    return {word.casefold(): kind for kind in KINDS for word in _table()["field"][kind]}


@cache
def _task_endings(*, beside: bool) -> tuple[str, ...]:
    task = _table()["task"]
    return tuple(task["endings"] + task["beside"] if beside else task["endings"])
