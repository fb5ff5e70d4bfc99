"""Direct dials: the extension of a desk, printed apart from the number of the house.

`Zentrale 069 90009-0`, and below it `Eva Kurz, Durchwahl -700`: the desk rings under 069 90009-700.
A head with an extension of its own tells where the desk's begins: `-0`, or one of that length.

>>> from pipeline.german.labels import label_before
>>> head, line = Head("030 23125-0", "+4930231250", 0), "Jan, Durchwahl -014"
>>> direct_dial(line, 16, label_before(line, 16), head)
(15, 19, '+493023125014')
"""

import re
from typing import Final, NamedTuple

from pipeline.german.labels import Label
from pipeline.mentions.extensions import EXTENSION_LABELS
from pipeline.mentions.lookalikes import UNIT_RE
from pipeline.mentions.numbers import BLANK, DASH

FARTHEST: Final = 800
"""Characters between the number of the house and a desk."""
# Linear: anchored at both ends of a short stretch.
PRINTED_RE: Final = re.compile(rf"{DASH}{BLANK}?(?P<digits>[0-9]{{1,5}})$")
DIGITS_RE: Final = re.compile(rf"[0-9]{{2,5}}(?![\w/-]|[.,:][0-9]|{BLANK}?[0-9])")
DASHED_RE: Final = re.compile(rf"(?:^|[\s(,;|/]){DASH}{BLANK}?$")
LISTED_RE: Final = re.compile(
    rf"(?<=[\s(,;|/])(?<![0-9][ \t])(?P<dash>{DASH}){BLANK}?"
    rf"(?P<digits>[0-9]{{2,5}})(?={BLANK}?[\n,;|)/])"
)
OPEN_RE: Final = re.compile(
    rf"{BLANK}?{DASH}{BLANK}*+(?:(?:\.{{2,3}}|…|[xX]{{2,4}}|\*{{2,4}}|_{{2,4}})?{BLANK}*+(?:\n|\Z)"
    r"|\(?(?:Durchwahl|DW|App)\b)"
)
# "Durchwahl 11", "Kurz: -11", but no hours: "8 -11"
SMALL_DESK_RE: Final = re.compile(
    r"(?:\b(?:Durchwahl|DW|App\.?|Apparat|NSt\.?|Nebenstelle):?[ \t]"
    r"|[^\W\d_][.:),]{0,2}[ \t]{1,9}-)\Z"
)
SHORTENED_RE: Final = re.compile(
    rf"(?P<house>[1-9][0-9]{{1,2}}{BLANK}?[0-9]{{2,5}}){BLANK}?{DASH}{BLANK}?(?P<digits>[0-9]{{1,5}})(?![\w/-])"
)
LONGEST_BETWEEN: Final = 40
"""Characters between two numbers of a house on one line."""
LONGEST_LINES: Final = 240
ALONE_RE: Final = re.compile(rf"{BLANK}*+(?:[\n,;|()/]|\Z)")


class Head(NamedTuple):
    """A number that is printed whole."""

    raw: str
    e164: str
    end: int
    """Where it ends in the text."""


def direct_dial(
    characters: str, start: int, label: Label | None, head: Head
) -> tuple[int, int, str] | None:
    """Return start and end of the extension here, and the number that it completes; else None."""
    digits = DIGITS_RE.match(characters, start)
    printed = PRINTED_RE.search(head.raw)
    if digits is None or printed is None or start - head.end > FARTHEST:
        return None
    dash = DASHED_RE.search(characters, max(0, start - 3), start)
    if not names_desk(characters, label) and not ALONE_RE.match(characters, digits.end()):
        return None
    tail = printed["digits"]
    if tail != "0" and len(tail) != len(digits[0]):
        return None
    if UNIT_RE.match(characters, digits.end()):
        return None
    e164 = head.e164.removesuffix(tail) + digits[0]
    first = dash.end() - len(dash[0].lstrip(" \n\t(,;|/")) if dash else start
    return (first, digits.end(), e164) if _rings(e164) else None


def is_open_head(characters: str, end: int) -> bool:
    """Whether a number breaks off at its dash, and below it extensions follow: `030 23125-`."""
    return OPEN_RE.match(characters, end) is not None and (
        LISTED_RE.search(characters, end + 1, end + LONGEST_LINES) is not None
    )


def shortened_dial(characters: str, start: int, head: Head) -> tuple[int, int, str] | None:
    """Return the number here that leaves out the area code of the one before it on its line.

    `030 23125-0 (Zentrale), 23125-014 (direkt)`.
    """
    match, printed = SHORTENED_RE.match(characters, start), PRINTED_RE.search(head.raw)
    if match is None or printed is None or not 0 < start - head.end <= LONGEST_BETWEEN:
        return None
    house = head.e164.removesuffix(printed["digits"])
    is_same = house.endswith(re.sub(r"\D", "", match["house"]))
    if not is_same or "\n" in characters[head.end : start]:
        return None
    e164 = house + match["digits"]
    return (start, match.end(), e164) if _rings(e164) else None


def dials_before(characters: str, head: Head, start: int, floor: int) -> list[tuple[int, int, str]]:
    """Return the extensions that stand before the number of their house: in its paragraph.

    `Eva Kurz -120, Jan Roth -121, Tel. 030 23125-0`. Only `-0` tells that they belong to it.
    """
    printed = PRINTED_RE.search(head.raw)
    if printed is None or printed["digits"] != "0":
        return []
    above = characters.rfind("\n\n", floor, start)
    found = LISTED_RE.finditer(characters, max(floor, above, start - LONGEST_LINES), start)
    numbers = [(m.start("dash"), m.end(), head.e164[:-1] + m["digits"]) for m in found]
    return [number for number in numbers if _rings(number[2])]


def is_small_desk(characters: str, start: int) -> bool:
    """Whether a label or a dash stands before two digits: `Durchwahl 11`, `Eva Kurz -11`."""
    return SMALL_DESK_RE.search(characters, max(0, start - 14), start) is not None


def is_dashed(characters: str, start: int) -> bool:
    """Whether a dash stands before digits, and nothing that it could join them to."""
    return DASHED_RE.search(characters, max(0, start - 3), start) is not None


def names_desk(characters: str, label: Label | None) -> bool:
    """Whether a label says that an extension follows: `Durchwahl`, `App.`."""
    return (
        label is not None
        and characters[label.start : label.end].strip(" .:").casefold() in EXTENSION_LABELS
    )


def _rings(e164: str) -> bool:
    import phonenumbers  # see numbers.py

    return phonenumbers.is_valid_number(phonenumbers.parse(e164))
