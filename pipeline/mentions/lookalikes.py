"""What looks like a phone number and is none: dates, hours, sums, keys, post codes.

A number that can be rung and is not one of the office is worse than none, so whatever has the shape
of one of these is passed over unless a label says otherwise.

>>> lookalike_end("02.03.2023 in Mainz", 0), lookalike_end("08.30 - 12.00 Uhr", 0)
(10, 13)
>>> lookalike_end("06131 69333", 0) is None
True
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.mentions.numbers import BLANK, DASH, Group, fits_area_code, is_count

# Linear: every part is bounded.
LOOKALIKE_RE: Final = re.compile(
    rf"""
    (?: [0-3]?[0-9]\. (?: [ ]?[01]?[0-9]\. )?+ [ ]?(?:{DASH}|/|bis|und)[ ]? )?   # "03./04.05.2023"
      [0-3]?[0-9]\.[ ]?[01]?[0-9]\.
      (?: [ ]?(?:19|20)[0-9][0-9] | [ ]?[0-9][0-9] (?![0-9])
        | (?= [ ]?(?: {DASH} | /| bis | und | , | $ | [a-zA-Z(] ) ) )          # "02.03. bis 05.03."
  | (?: 0?[1-9] | 1[0-2] ) [./] (?:19|20)[0-9][0-9] (?![0-9])                 # "03/2023"
  | (?:19|20)[0-9][0-9] - [01][0-9] - [0-3][0-9] (?![0-9])                    # "2023-03-02"
  | [0-3][0-9] - [01][0-9] - (?:19|20)[0-9][0-9] (?![0-9])
  | [0-3]?[0-9] / [01]?[0-9] / (?:19|20)[0-9][0-9] (?![0-9])
  | (?:19|20)[0-9][0-9] [ ]?(?:/|{DASH})[ ]? (?: (?:19|20)[0-9][0-9] | [0-9][0-9] ) (?![0-9])
  | [0-2]?[0-9] [.:] [0-5][0-9] (?![0-9])                                      # "08.30 - 12.00"
      (?: [ ]?(?:{DASH}|bis|und|,)[ ]? [0-2]?[0-9] [.:] [0-5][0-9] (?![0-9])
        | (?= [ ]?(?:{DASH}|bis)[ ]?[0-2]?[0-9](?![0-9]) | [ ]?(?:Uhr|h\b) ) )
  | [0-2]?[0-9] (?:[ ]?(?:{DASH}|bis|und)[ ]?[0-2]?[0-9])? [ ]? Uhr\b
  | [0-9]{{1,3}} (?: [. ][0-9]{{3}} ){{0,4}}+ ,(?:[0-9]{{1,2}}(?![0-9])|{DASH}{{1,2}})  # "1.250,00"
  | [1-9][0-9]{{0,2}} (?: \.[0-9]{{3}} ){{1,4}}+ (?! [0-9/] | [ ]?{DASH}[ ]?[0-9] | \.[0-9] )
    """,
    re.VERBOSE,
)
# What stops a number that runs into it: "Tel. 030 23125-014 8.00 - 12.00 Uhr".
RUNS_INTO_RE: Final = re.compile(
    rf"""
    (?<= [\s(] ) (?:
        [0-3]?[0-9]\.[ ]?[01]?[0-9]\.[ ]?(?:19|20)[0-9][0-9] (?![0-9])
      | [0-2]?[0-9][.:][0-5][0-9] (?= [ ]?(?:Uhr|{DASH}[ ]?[0-2]?[0-9][.:][0-5][0-9]|bis\b) )
      | [0-2]?[0-9] (?:[ ]?{DASH}[ ]?[0-2]?[0-9])? [ ]?Uhr\b
      | [0-9]{{5}} (?= [ ] (?! Herr|Frau|Tel|Fax|Mobil|Handy|Mail|Zentrale|Sekretariat|Durchw|Web )
                    (?:Bad[ ])? [A-ZÄÖÜ][a-zäöüß]{{2}} )                       # a post code
    )
    """,
    re.VERBOSE,
)
UNIT_RE: Final = re.compile(
    rf"""
    {BLANK}{{0,2}} (?:
        [€%°] | (?:Euro|EUR|Prozent|Uhr|km|m²?|qm|ha|kg|Mio|Mrd|Tsd|Cent|Ct|Stück)\b | T€
      | Million | Milliard | Jahre | Stunden | Minuten | Einwohn | Teilnehm | Haushalt | Kinder
      | (?:Personen|Menschen|Plätze|Fälle|Familien)\b
    )
    """,
    re.VERBOSE,
)
# Directly behind the last digit: part of a word, a decimal, an address.
GLUED_BEHIND_RE: Final = re.compile(r"[^\W_]|[,:.][0-9]|@|_")
PLACEHOLDER_RE: Final = re.compile(
    rf"{BLANK}?(?:{DASH}|/)?{BLANK}?(?:[xX]{{2,}}+|…|\.{{3}}|\*{{2,}}|_{{2,}})"
)
GLUED_BEFORE_RE: Final = re.compile(rf"(?:[0-9A-Za-z][./:,]|[\w)]{DASH}|[§#=&%~^§])\Z")
IBAN_RE: Final = re.compile(r"\b[A-Z]{2}[0-9]{2}[ ]?(?:[0-9]{4}[ ]?){0,5}\Z")
YEAR_RE: Final = re.compile(r"(?:19|20)[0-9]{2}")


def lookalike_end(characters: str, start: int) -> int | None:
    """Return the end of the date, hour or sum that starts here; None where there is none."""
    match = LOOKALIKE_RE.match(characters, start)
    return match.end() if match else None


def is_glued(characters: str, start: int) -> bool:
    """Whether a number without label is the rest of something longer: of a key, an IBAN."""
    before = characters[max(0, start - 2) : start]
    return bool(GLUED_BEFORE_RE.search(before)) or bool(
        IBAN_RE.search(characters[max(0, start - 30) : start])
    )


def is_lookalike(characters: str, groups: Sequence[Group]) -> bool:
    """Whether groups that begin with a 0 are more likely something else than a number to ring."""
    if is_count(groups) or not fits_area_code(groups):
        return True
    if UNIT_RE.match(characters, groups[-1].end):
        return True
    if YEAR_RE.fullmatch("".join(group.digits for group in groups[1:])):
        return True  # "Vorlage 0234/2023"
    return groups[0].digits == "0" and len(groups) > 1 and groups[1].separator == "-"  # ISBN
