"""Words of postal addresses: what streets end and begin with, how the names of towns go on.

Collected from the street and town directories of German offices; see streets.toml.

>>> bool(street_ending_re().search("Lindenstraße")), bool(street_ending_re().search("Lindenbaum"))
(True, False)
"""

import re
from functools import cache
from typing import Any

from pipeline.german import load_toml


@cache
def _table() -> dict[str, Any]:
    return load_toml("streets.toml")


def _alternatives(name: str) -> str:
    """Return the words of a table as a pattern, longest first."""
    words = sorted(set(_table()[name]["words"]), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)


def words(name: str) -> frozenset[str]:
    """Return the words of a table."""
    return frozenset(_table()[name]["words"])


@cache
def street_ending_re() -> re.Pattern[str]:
    """Match what ends with a word for a street, joined or alone."""
    return re.compile(rf"(?:{_alternatives('endings')})\Z", re.IGNORECASE)


@cache
def sure_ending_re() -> re.Pattern[str]:
    """Match what ends with a word that proves a street."""
    return re.compile(rf"(?:{_alternatives('sure_endings')})\Z", re.IGNORECASE)


@cache
def opening_re() -> re.Pattern[str]:
    """Match the preposition that a street begins with."""
    return re.compile(rf"(?:{_alternatives('openings')})(?=[ ])")


@cache
def adjective_re() -> re.Pattern[str]:
    """Match one word that belongs to the street behind it: `Große`, `Berliner`, `St.`."""
    return re.compile(rf"(?:(?:{_alternatives('adjectives')})(?:e[rnsm]?)?|[A-ZÄÖÜ][\wäöüß-]+er)\Z")


@cache
def street_adjective_re() -> re.Pattern[str]:
    """Match an adjective that belongs to the street behind it, and is no town's: `Unterer`."""
    return re.compile(rf"(?:{_alternatives('adjectives')})e[rnsm]?\Z")


@cache
def no_street_re() -> re.Pattern[str]:
    """Match a word that is no street's, though a number follows it: an office, a month, a room."""
    return re.compile(rf"(?:{_alternatives('no_street')})\Z")


@cache
def named_after_re() -> re.Pattern[str]:
    """Match the beginning of a street like `Platz der Republik`."""
    return re.compile(
        rf"(?:^|(?<=[ ]))(?:{_alternatives('named_after')})[ ]"
        r"(?:der|des|am|an[ ]der|im|zum|zur|von)[ ]"
    )


@cache
def town_re() -> re.Pattern[str]:
    """Match a town's name: `Buchholz (Aller)`, `Neustadt a. d. Aisch`."""
    place = _alternatives("town_places")
    return re.compile(
        rf"""
        (?: (?:{_alternatives("town_openings")}) [ ] (?=[A-ZÄÖÜ]) (?!OT\b|Ortsteil\b) ){{0,2}}
        [A-ZÄÖÜ][\wäöüßÄÖÜ]*+ (?: -[\w]++ ){{0,4}}
        (?: (?<=[a-zäöüß]) / [A-ZÄÖÜ][\w]{{0,14}}\.? (?![\w@]) )?+
        (?: [ ] (?:{_alternatives("town_links")}) [ ]?+ (?:{place}) (?![\w])
            (?: [ ] (?:{place}) (?![\w]) )? )?
        (?: [ ]? \( [ ]? (?! [^()\n]*(?:haus|amt|Tel|Fax|Eingang|Gebäude|Zimmer) )
            [A-ZÄÖÜ][^()\d\n]{{0,24}} \) )?
        (?: / [A-ZÄÖÜĆČŠŽŁŹŃ][^\W\d_]++ (?: [ ] \( [^()\d\n]{{2,24}} \) )?+ (?![\w@.]) )?+
        (?: ,[ ] (?:{_alternatives("town_ranks")}) (?= [ ]*+ (?:[\n,;|]|\Z) ) )?+
        """,
        re.VERBOSE,
    )
