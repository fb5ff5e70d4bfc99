"""One number as printed: its groups of digits, and whether it can be rung.

German numbers have a trunk 0, an area code of two to five digits and a subscriber's number in any
grouping. DIN 5008 says how to group; brochures rarely do. `phonenumbers` says what is valid, but it
also takes `0203 2023` out of a date, so the groups must fit an area code as well.

>>> groups = read_groups("0 61 31 / 69 333 - 40 00", 0)
>>> national_of(groups)
'6131693334000'
>>> valid_e164("6131693334000")
'+496131693334000'
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from pipeline.german import MOST_KEPT
from pipeline.german.area_codes import area_code

BLANK: Final = "[ \\t\u00a0\u2009\u202f]"
DASH: Final = "[-\u2010-\u2014\u2212]"

# Linear: between two runs of digits stands one bounded separator, and digits are possessive.
NUMBER_RE: Final = re.compile(
    rf"""
    (?: [(\[]?+ \+{{1,2}}+ {BLANK}?+ \(?+ | [(\[]?+ {BLANK}?+ )   # "+49", "(+49", "+ 49", "(0"
    (?: 0[1-9][0-9]{{1,4}}+ {BLANK}{{3,4}}+ (?=[1-9]) )?+             # "09353   793-1600"
    [0-9]++
    (?:
        (?: [)\]]{{1,2}} {BLANK}{{0,2}} (?: (?: [./] | {DASH} ) {BLANK}{{0,2}} )?+ \(?+  # ") / "
          | {BLANK}{{0,2}} [(\[] {BLANK}?+                          # "+49 (0"
          | {BLANK}{{0,2}} [./] {BLANK}{{0,2}} \(?+                 # "0221 / 4710"
          | / {BLANK}?+ \n {BLANK}{{0,8}}                           # broken behind the area code
          | {BLANK}{{0,2}} {DASH}{{1,2}} (?: {BLANK}?+ \n {BLANK}{{0,8}} | {BLANK}{{0,2}} )
          | {BLANK}{{1,2}}
        )
        [0-9]++
    ){{0,11}}
    """,
    re.VERBOSE,
)
GROUP_RE: Final = re.compile(r"([^0-9]*+)([0-9]++)")
LINE_RE: Final = re.compile(rf"{BLANK}*+\n{BLANK}{{0,8}}(?=(?:[/]{BLANK}?|{DASH}{BLANK}?)?[1-9])")
LOOSE_RE: Final = re.compile(rf"(?:{BLANK}|\n)++|{BLANK}+(?:/|{DASH}|\(){BLANK}*+")
DASH_RE: Final = re.compile(DASH)

FEWEST_DIGITS: Final = 7
"""Of a number without label, area code included and trunk 0 left out."""
SHORTEST_ROW: Final = 3
COMPLETE: Final = 9
"""From here on a number with area code is rarely continued by a blank."""
MOST_DIGITS: Final = 13
"""The longest German numbers: area code, long pilot number, four digits of extension."""

MOBILE_RE: Final = re.compile(r"1[567]")
SERVICE_RE: Final = re.compile(r"800|18[0-9]|137|900|70[01]|32|31|19[1-4]|116|118|16[4-9]")
# The federal government's networks: 030 18 and 0228 99, often printed as one area code.
FEDERAL: Final = ("3018", "22899")


class Group(NamedTuple):
    """A run of digits and what is printed between it and the one before."""

    separator: str
    digits: str
    start: int
    end: int


def read_groups(characters: str, start: int) -> tuple[Group, ...]:
    """Return the groups of digits of whatever number is printed from here on."""
    match = NUMBER_RE.match(characters, start)
    if not match:
        return ()
    found = GROUP_RE.finditer(characters, start, match.end())
    return tuple(Group(m[1], m[2], m.start(2), m.end(2)) for m in found)


def continued(characters: str, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Add the next line's digits where a labelled number is too short and they stand alone."""
    national = national_of(groups)
    if national is None or len(national) >= FEWEST_DIGITS:
        return groups
    if not (match := LINE_RE.match(characters, groups[-1].end)):
        return groups
    match_more = re.compile(rf"(?:[/]|{DASH})?{BLANK}?").match(characters, match.end())
    more = read_groups(characters, match_more.end()) if match_more else ()
    rest = characters[more[-1].end : more[-1].end + 3] if more else "x"
    if rest.strip(" \t")[:1] not in {"", "\n", ",", ";", "|"}:
        return groups
    first = more[0]
    separator = characters[groups[-1].end : first.start]
    return (*groups, first._replace(separator=separator), *more[1:])


def joined(groups: Sequence[Group]) -> str:
    """Return all digits."""
    return "".join(group.digits for group in groups)


def is_international(groups: Sequence[Group]) -> bool:
    """Whether a country code is printed."""
    return "+" in groups[0].separator or groups[0].digits.startswith("00")


def has_trunk(groups: Sequence[Group]) -> bool:
    """Whether it starts as a complete number does: with the trunk 0 or a country code."""
    return is_international(groups) or groups[0].digits.startswith("0")


def national_of(groups: Sequence[Group]) -> str | None:
    """Return the German national number, without trunk 0; None for foreign and local numbers."""
    digits = joined(groups)
    if not is_international(groups):
        return digits[1:] if digits.startswith("0") else None
    country = digits if "+" in groups[0].separator else digits[2:]
    if "+" in groups[0].separator and country.startswith("00"):
        country = country[2:]
    if not country.startswith("49"):
        return None
    return country[2:].removeprefix("0")  # "(0)" is dialled inside Germany only


def can_start(groups: Sequence[Group]) -> bool:
    """Whether the first digits name a place or a network, as those of a complete number do."""
    national = national_of(groups)
    if national is None:
        return is_international(groups)
    return bool(MOBILE_RE.match(national) or SERVICE_RE.match(national) or area_code(national))


@lru_cache(maxsize=MOST_KEPT)
def valid_e164(national: str) -> str | None:
    """Return the international form of a German number that can be rung, else None."""
    if len(national) > MOST_DIGITS or not national:
        return None
    if not (MOBILE_RE.match(national) or SERVICE_RE.match(national)):
        code = area_code(national)
        if code is None or national[len(code) : len(code) + 1] in {"", "0"}:
            return None  # no subscriber's number starts with 0
    return _validated(f"+49{national}")


def foreign_e164(groups: Sequence[Group]) -> str | None:
    """Return the international form of a number with another country's code, if it is valid."""
    digits = joined(groups)
    if "(0" in "".join(g.separator + g.digits for g in groups[1:2]) and groups[1].digits == "0":
        digits = groups[0].digits + joined(groups[2:])  # "+43 (0) 662"
    return _validated("+" + (digits if "+" in groups[0].separator else digits[2:]))


@lru_cache(maxsize=MOST_KEPT)
def _validated(number: str) -> str | None:
    import phonenumbers  # 40 ms that a text without numbers need not pay

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    formatted: str = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return formatted if formatted == number else None


def e164_of(groups: Sequence[Group]) -> str | None:
    """Return the international form of a complete number that can be rung, else None."""
    national = national_of(groups)
    if national is not None:
        return valid_e164(national)
    return foreign_e164(groups) if is_international(groups) else None


def fits_area_code(groups: Sequence[Group]) -> bool:
    """Whether the printed grouping has a joint behind the area code, or none at all near it.

    `03046 - 03055` is a range of post codes, though 030 is an area code.
    """
    national = national_of(groups)
    if national is None or MOBILE_RE.match(national) or SERVICE_RE.match(national):
        return True
    code = area_code(national)
    if code is None:
        return False
    lead = sum(len(group.digits) for group in groups) - len(national)
    joints = [total - lead for total in accumulate(len(group.digits) for group in groups)]
    if joints[0] >= FEWEST_DIGITS or len(code) in joints:
        return True
    return any(national.startswith(prefix) and len(prefix) in joints for prefix in FEDERAL)


def is_loose(separator: str) -> bool:
    """Whether a number may end before this separator."""
    return LOOSE_RE.fullmatch(separator) is not None


def is_count(groups: Sequence[Group]) -> bool:
    """Whether it is a row of a calendar: 03 04 05 06."""
    values = [int(group.digits) for group in groups]
    return len(values) > SHORTEST_ROW and all(b - a == 1 for a, b in pairwise(values))


def extension_start(groups: Sequence[Group]) -> int | None:
    """Return the index of the group that the extension starts with: behind the last dash.

    The dash behind the area code (`0221-471 0123`) starts none.
    """
    index = next((i for i in range(len(groups) - 1, 0, -1) if _parts(groups[i].separator)), None)
    if index is None:
        return None
    national = national_of(groups)
    if national is None:
        lead, code = 0, ""
    else:
        lead = len(joined(groups)) - len(national)
        code = area_code(national) or national[:3]
    before = len(joined(groups[:index])) - lead
    return index if before > len(code) else None


def _parts(separator: str) -> bool:
    """Whether a dash or a word stands between two groups."""
    return DASH_RE.search(separator) is not None or any(map(str.isalpha, separator))
