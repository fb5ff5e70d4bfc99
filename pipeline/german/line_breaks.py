r"""What German knows about a hyphen at a line end, from line_breaks.toml and the register.

>>> [shows_ellipsis(*words) for words in (("BZW.", "Stadt"), ("als", "auch"), ("als", "er"))]
[True, True, False]
>>> is_coupled("rheinland", "pfälzische"), is_coupled("Rhein", "land")
(True, False)
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final

from pipeline.german import load_csv, load_toml

PAIR_RE: Final = re.compile(r"(\w++)-(?=(\w++))")
ROMAN_RE: Final = re.compile(r"[IVX]+$")
VOWELS: Final = frozenset("AEIOUÄÖÜY")


@cache
def _table() -> dict[str, Any]:
    return load_toml("line_breaks.toml")


@cache
def words(kind: str) -> frozenset[str]:
    """Return all words of one kind."""
    return frozenset(word for entry in _table()[kind] for word in entry["words"])


@cache
def _ellipses() -> dict[str, tuple[str, ...]]:
    entries = _table()["ellipsis"]
    return {word: tuple(entry.get("next", ())) for entry in entries for word in entry["words"]}


@cache
def _whole() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("whole"))


@cache
def _ends_of_words() -> tuple[str, ...]:
    entries = _table()["whole"]
    return tuple(word for entry in entries if entry.get("ends") for word in entry["words"])


@cache
def _coupled_by_first() -> dict[str, tuple[str, ...]]:
    by_first: dict[str, tuple[str, ...]] = {}
    for first, second in (word.split("-", 1) for word in sorted(words("coupled"))):
        by_first[first] = (*by_first.get(first, ()), second)
    return by_first


@cache
def _register_pairs() -> frozenset[str]:
    names = {value for row in load_csv("kreise.csv") for value in (row["name"], row["land"])}
    return frozenset(_pairs_in(names))


def _pairs_in(printed: Iterable[str]) -> Iterator[str]:
    """Yield the neighbours in coupled words, each as it is asked for in a line and in capitals."""
    for word in printed:
        for left, right in PAIR_RE.findall(word):
            yield f"{left.casefold()}-{right}"
            yield f"{left}-{right}".upper()


def coupled_in(characters: str) -> Callable[[], frozenset[str]]:
    """Return a function that finds the coupled words of a text when it is first asked for them."""

    @cache
    def found() -> frozenset[str]:
        return frozenset(_pairs_in(word for word in characters.split() if "-" in word))

    return found


def shows_ellipsis(word: str, following: str) -> bool:
    """Whether the hyphen before this word stands for a part that comes later."""
    wanted = _ellipses().get(word.casefold())
    return wanted is not None and (not wanted or following.casefold() in wanted)


def is_whole(first: str, second: str) -> bool:
    """Whether the two are one word, though the second alone would show an ellipsis."""
    word = f"{first}-{second}".casefold()
    return word in _whole() or word.endswith(_ends_of_words())


def is_abbreviation(capitals: str) -> bool:
    """Whether the capitals are an abbreviation and no piece of a word."""
    has_vowel = not VOWELS.isdisjoint(capitals)
    return len(capitals) == 1 or not has_vowel or capitals in words("abbreviation")


def is_coupled_in_capitals(first: str, second: str) -> bool:
    """Whether a hyphen couples two parts in capitals: `EU`-`BÜRO`, `BADEN`-`WÜRTTEMBERG`."""
    known = is_abbreviation(first) or f"{first}-{second}" in _register_pairs()
    return known or ROMAN_RE.match(second) is not None


def is_coupled(first: str, second: str) -> bool:
    """Whether a hyphen couples the two, though the second begins with a small letter."""
    if len(first) == 1 or (first.isalpha() and first.isupper()):
        return True
    firsts = _coupled_by_first().get(first.casefold(), ())
    return second.startswith(firsts) or _are_adjectives(first.casefold(), second)


def _are_adjectives(first: str, second: str) -> bool:
    (entry,) = _table()["adjective"]
    stem = re.sub("e[mnrs]?$", "", second)
    return first.endswith(tuple(entry["first"])) and stem.endswith(tuple(entry["words"]))


@cache
def host_re() -> re.Pattern[str]:
    """Match a host name that ends like those of German offices."""
    endings = "|".join(sorted(words("domain"), key=len, reverse=True))
    return re.compile(rf"(?:[a-z0-9äöüß-]++\.)+(?:{endings})(?![\w-])")
