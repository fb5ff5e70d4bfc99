"""Where in a stretch the name of a street begins.

`Kreisverwaltung Musterkreis Berliner Allee`: the street is what its last word needs, no more.

>>> name = "Kreisverwaltung Musterkreis Berliner Allee"
>>> name[street_start(name, numbered=True):]
'Berliner Allee'
"""

import re
from typing import Final

from pipeline.german.name_words import is_given_name, is_title
from pipeline.german.streets import (
    adjective_re,
    named_after_re,
    no_street_re,
    opening_re,
    street_adjective_re,
    street_ending_re,
    sure_ending_re,
    words,
)

NEXT_LETTER: Final = r"(?:[ ]?[a-zA-Z](?!\w))?"
BEHIND_FIRST_DIGIT: Final = (
    rf"[0-9]{{0,3}}+{NEXT_LETTER}"
    rf"(?:[ ]?[-–/+&][ ]?[0-9]{{1,4}}(?!\d){NEXT_LETTER}|[ ]?[-–][ ]?[a-z](?!\w)){{0,3}}"
)
HOUSE_NUMBER: Final = rf"[0-9]{BEHIND_FIRST_DIGIT}"
WORD_RE: Final = re.compile(r"\S+")
SQUARE_RE: Final = re.compile(r"[A-Z][ ]?[0-9]{1,2}")
MOST_WORDS: Final = 4
TITLE_RE: Final = re.compile(r"Bad|Sankt|St\.|Am|(?:Alte|Neue|Große|Kleine)[rn]?")
COUNTED_RE: Final = re.compile(r"[0-9]{1,3}er")  # "77er Straße"
PARTICLES: Final = ("von-", "van-", "vom-", "zur-", "zum-", "de-", "ten-")  # "von-Stein-Straße"
SHORT_NAME: Final = 3
"""Words of `Karl Marx Straße`; characters of the shortest name without a word for a street."""


def street_start(name: str, *, numbered: bool) -> int | None:
    """Return where the street begins that ends with the stretch; None where it holds none."""
    tokens = list(WORD_RE.finditer(name))
    if match := named_after_re().search(name):
        return match.start()
    if not tokens or not _can_end(tokens):
        return None
    opening = _opening(name, tokens)
    if opening is not None:
        return opening
    ending = street_ending_re().search(tokens[-1][0])
    if len(tokens) > 1 and not numbered and not sure_ending_re().search(tokens[-1][0]):
        return None  # "Land Baden-Württemberg", but "Augustinerhof"
    if ending and ending.start() > 1:
        return _before_joined(tokens)
    if ending and len(tokens) > 1:
        return _before_alone(tokens)
    return _unmarked(name, tokens, numbered=numbered)


def _can_end(tokens: list[re.Match[str]]) -> bool:
    """Whether the last word can be a street's."""
    last = tokens[-1][0]
    if len(tokens) > 1 and any(char.isdigit() for char in last):
        return False
    if last[0].isdigit():  # "18.-März-Straße"
        return "-" in last and sure_ending_re().search(last) is not None
    if "-" in last and last.startswith(PARTICLES):
        return sure_ending_re().search(last) is not None
    return last[0].isupper() or last.casefold() in words("endings")


def _opening(name: str, tokens: list[re.Match[str]]) -> int | None:
    """Return where the preposition stands that the street begins with: `An der`, `Am`."""
    for index, token in enumerate(tokens[:-1]):
        match = opening_re().match(name, token.start())
        if not match:
            continue
        after = [other for other in tokens[index:] if other.start() >= match.end()]
        middle = after[:-1]
        if len(after) <= MOST_WORDS and all(_belongs(other[0]) for other in middle):
            return token.start()
    return None


def _belongs(word: str) -> bool:
    return bool(adjective_re().match(word)) or word[0].islower() or word.endswith("en")


def _before_joined(tokens: list[re.Match[str]]) -> int:
    """Return where a street like `Lindenstraße` begins: with an adjective before it, if any."""
    index = len(tokens) - 1
    if index == 1 and _is_of_place(tokens[0][0]):
        return tokens[0].start()  # the line holds nothing else: "Reinhäuser Landstraße"
    while index and _is_plain_adjective(tokens[index - 1][0]):
        index -= 1
    if "-" in tokens[index][0]:  # "Dr. Külz-Straße", "Heinrich Melzer-Str."
        while index and _is_of_person(tokens[index - 1][0]):
            index -= 1
    return tokens[index].start()


def _is_of_person(word: str) -> bool:
    return is_given_name(word) or is_title(word)


def _is_of_place(word: str) -> bool:
    return (
        word.endswith("er") and bool(adjective_re().match(word)) and not no_street_re().search(word)
    )


def _is_plain_adjective(word: str) -> bool:
    """Whether a word is an adjective of the street, and not one of a town (`Berliner`)."""
    if street_adjective_re().match(word):
        return True
    return bool(adjective_re().match(word)) and not word.endswith("er")


def _before_alone(tokens: list[re.Match[str]]) -> int | None:
    """Return where a street like `Berliner Allee`, `Karl Marx Straße` begins."""
    index = len(tokens) - 2
    if not tokens[index][0][0].isupper():
        return index if COUNTED_RE.fullmatch(tokens[index][0]) else None
    if len(tokens) == SHORT_NAME and _is_of_person(tokens[0][0]):
        return 0  # "Kurt Schumacher Straße"
    if len(tokens) <= SHORT_NAME and not tokens[index][0].endswith("er"):
        return (
            0
            if tokens[0][0][0].isupper() and not no_street_re().search(tokens[0][0])
            else tokens[index].start()
        )
    while index and TITLE_RE.fullmatch(tokens[index - 1][0]):
        index -= 1
    return tokens[index].start()


def _unmarked(name: str, tokens: list[re.Match[str]], *, numbered: bool) -> int | None:
    """Return 0 where the whole stretch can be a street that no word marks: `Schloß 1`, `C 4`."""
    if not numbered:
        return 0 if sure_ending_re().fullmatch(name) else None
    if SQUARE_RE.fullmatch(name):
        return 0
    capital = all(
        token[0][0].isupper() or token[0] in {"der", "des", "von", "am"} for token in tokens
    )
    if (
        len(tokens) >= MOST_WORDS
        or not capital
        or no_street_re().search(name)
        or len(name) < SHORT_NAME
    ):
        return None
    return 0
