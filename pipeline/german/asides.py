"""Opening hours, rooms and bank data: pieces of a contact block that say nothing about who it is.

>>> is_aside("Raum 2.07"), is_aside("Mo–Do 8.30–15.30 Uhr"), is_aside("Amt für Soziales")
(True, True, False)
"""

import re
from functools import cache
from typing import Final

from pipeline.german import load_toml

LONGEST_CAPTION: Final = 160
# "A – Fi", "Sch–Z", "A bis K": whose names begin so, they are looked after. Two syllables with a
# hyphen are a name (`Li-Na`), sides of the compass a region.
DAYS: Final = "(?:Mo|Di|Mi|Do|Fr|Sa|So)"
LETTERS: Final = (
    rf"(?<!\S)(?!(?:Süd|Ost)\b|{DAYS}\W{{1,3}}{DAYS}\b)"
    r"(?:[A-ZÄÖÜ](?:[a-zäöüß]{1,2})?(?:[ ]?[–—][ ]?|[ ](?:-|bis)[ ])[A-ZÄÖÜ](?:[a-zäöüß]{1,2})?"
    r"|[A-ZÄÖÜ]-(?:S(?:ch|t|p)|[A-ZÄÖÜ][a-z]?)|S(?:ch|t|p)-[A-ZÄÖÜ])(?![\w.-])"
)
WEEKDAY: Final = r"(?<!\w)(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?(?:[ ]?[-–/,:]|[ ]+(?:\d|bis|und|u\.))"


@cache
def _asides_re() -> re.Pattern[str]:
    table = load_toml("asides.toml")["asides"]
    words = "|".join(map(re.escape, sorted(table["words"], key=len, reverse=True)))
    starts = "|".join(map(re.escape, sorted(table["starts"], key=len, reverse=True)))
    numbered = "|".join(map(re.escape, table["numbered"]))
    return re.compile(
        rf"(?<![\w-])(?:{words})(?![\w-])(?!-\w)|^(?:{starts})(?![\w-])|{WEEKDAY}"
        rf"|^N\.[ ]?N\.?$|^{LETTERS}$"
        rf"|(?<![\w-])(?:{numbered})[ ](?:Nr\.[ ]?)?(?:\d|[A-Z](?:[ ]?\d|\b))"
    )


def is_aside(piece: str) -> bool:
    """Whether a piece of a contact block is neither name, function, office nor address."""
    return _asides_re().search(piece) is not None


@cache
def register_re() -> re.Pattern[str]:
    """Match a court and the register behind it, over a comma or the end of a line.

    Linear: a fixed word, up to forty characters, a fixed word and a digit.

    >>> bool(register_re().search("Amtsgericht Köln, VR 700412"))
    True
    """
    table = load_toml("asides.toml")["registers"]
    courts, registers = ("|".join(table[key]) for key in ("courts", "registers"))
    return re.compile(
        rf"(?:{courts})[ ][^,;|\n\d]{{2,40}}(?:,|\n)?[ ]?\(?(?:unter[ ])?"
        rf"(?:{registers})(?:[ -]?Nr)?[.:]?[ ]*\d"
    )


def is_code(piece: str) -> bool:
    """Whether a piece that names nothing we know holds a digit: a code, a room, a price.

    >>> is_code("W/SR 21"), is_code("ermäßigt 2,50 €"), is_code("Jugend und Familie")
    (True, True, False)
    """
    return any(map(str.isdigit, piece))


@cache
def _opens_caption_re() -> re.Pattern[str]:
    """Compile the table; linear: fixed words, then up to twenty characters and a colon."""
    table = load_toml("asides.toml")["captions"]
    keys = ("labels", "starts", "scenes", "events", "whole")
    labels, starts, scenes, events, whole = (
        "|".join(table[key]).replace(" ", "[ ]") for key in keys
    )
    return re.compile(
        rf"""
        \(? (?: (?:{labels}) \b | Abb\. ) [^:]{{0,20}}:
      | (?:{starts}) [ ] (?-i: [A-ZÄÖÜ0-9©] ) \S* (?:[ ]\S+){{0,3}} $
      | (?:{scenes}) [ ] \S+ [ ] [^:]*+ $
      | \S+ [ ] [^:.?!]*? \b
          (?:beim|bei[ ](?:der|einem|einer)|während[ ](?:des|der)|auf[ ](?:dem|der)) [ ]
          (?:[a-zäöüß]+[ ])? (?-i: (?=[A-ZÄÖÜ]) ) \w*? (?:{events})s? \b [^:.?!]* $
      | (?:{whole}) $
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _in_caption_re() -> re.Pattern[str]:
    """Compile what stands anywhere in a caption; linear: each branch at its own first letter."""
    words = load_toml("asides.toml")["captions"]["credits"]
    labels = "|".join([*words, *map(str.upper, words)])
    return re.compile(
        rf"""
            © | \([cC]\) | \b (?: [vV]on[ ]links | [vV]\.[ ]?l\. ) (?:\W|$)
          | \( (?: Mitte | links | rechts | hinten | vorn )
          | (?: (?<=[.!?…)“”«»"/|–—-])[ ]? | \( | [ ](?=Foto|FOTO) ) (?:{labels}) (?:[ ]\(\d\))?
            :[ ] [^():!?]{{1,60}} \)?\.? $
        """,
        re.VERBOSE,
    )


def is_caption(passage: str) -> bool:
    """Whether a line says what a picture shows, who made it, or of when the page is.

    >>> is_caption("Foto: Jan Kurz"), is_caption("Stand der Umsetzung")
    (True, False)
    """
    if len(passage) > LONGEST_CAPTION:
        return False
    return bool(_opens_caption_re().match(passage) or _in_caption_re().search(passage))
