"""Extensions: several numbers printed as one with alternatives behind it.

`4710-120/-121`, `4710-120, -121`, `4710-1 bis -5`, `4710-0, DW 12`, `471090/91`: the head is
shared, the last digits are not. Reading them as one long number would give a valid wrong one.

>>> from pipeline.mentions.numbers import read_groups
>>> printed = "030 23125-010/-011"
>>> number = cut_alternatives(read_groups(printed, 0))
>>> [(p.raw, p.e164) for p in read_extensions(printed, number)]
[('-011', '+493023125011')]
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.german.labels import label_kinds
from pipeline.mentions.lookalikes import UNIT_RE
from pipeline.mentions.numbers import BLANK, DASH, Group, e164_of, extension_start, joined
from pipeline.text import Span

WIDEST_RANGE: Final = 20
"""`-1 bis -5` is five extensions; `-100 bis -999` names its two ends."""
CLOSE: Final = 20
"""Two extensions without a dash are told from one long number by lying this near each other."""
SHORTEST_BARE: Final = 3
PAIR: Final = 2
"""Digits of a group as DIN 5008 had it once, counted from the right."""
PHONE_KINDS: Final = frozenset({"phone", "mobile", "fax"})

# Linear: every part is bounded.
EXTENSION_RE: Final = re.compile(
    rf"""
    {BLANK}{{0,2}}
    (?:
        (?P<joint> [,;/|+&]{BLANK}?(?:oder|und|bzw\.)?
          | (?:oder|und|bzw\.?|u\.|o\.|sowie|bis|or) (?= \s | {DASH} ) )
        \s{{0,2}}
    )?
    (?:
        \n?{BLANK}{{0,2}}
        (?P<label> [(]?[^\W\d_][\w./-]{{0,18}} (?:{BLANK}[(]?[A-Z][a-z]{{2,12}}[)]?)? )
        [.:]{{0,2}} {BLANK}{{0,3}}
    )?
    (?P<dash> {DASH}{BLANK}? )?
    (?P<digits> [0-9]{{1,3}}{BLANK}[0-9]{{2}} | [0-9]{{1,5}} )
    (?! {BLANK}?[0-9] | \w | [.,:][0-9] | {BLANK}?{DASH}{BLANK}?[0-9] )
    """,
    re.VERBOSE,
)
# An extension printed with its head as one number: "069 90009 DW 123".
DIRECT_RE: Final = re.compile(
    rf"""
    (?P<label> {BLANK}{{1,2}} (?:DW|Durchwahl|App|Apparat|NSt) [.:]?{BLANK}? (?:{DASH}{BLANK}?)? )
    (?P<digits> [0-9]{{1,5}} ) (?! \w | [.,:][0-9] )
    """,
    re.VERBOSE,
)
EXTENSION_LABELS: Final = frozenset(
    {"dw", "durchwahl", "app", "apparat", "nst", "nebenstelle", "ext", "klappe", "kl"}
)


@dataclass(frozen=True, slots=True)
class Extension:
    """A further number: its digits as printed and the whole number that they stand for."""

    raw: str
    e164: str | None
    span: Span
    kinds: tuple[str, ...]
    """What a label of its own says (`Fax -015`); empty where there is none."""
    label: Span | None


def cut_alternatives(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Return the groups of the first number where the rest are alternatives to its end."""
    for index in range(2, len(groups)):
        if _is_alternative(groups[:index], groups[index], _ending(groups[index:])):
            return groups[:index]
    return groups


def _ending(groups: tuple[Group, ...]) -> str:
    """Return the digits of an ending, also where they are printed in pairs: `2 50` is 250."""
    size = 1
    while size < len(groups) and _is_pair(groups[size]):
        size += 1
    return joined(groups[:size])


def _is_pair(group: Group) -> bool:
    return group.separator.isspace() and len(group.digits) == PAIR


def _is_alternative(number: tuple[Group, ...], group: Group, ending: str) -> bool:
    """Whether a group opens another ending of the number before it: `-120/121`, `-014 -015`."""
    mark = group.separator.strip()
    if not mark:
        return False
    extension = extension_start(number)
    near = _is_near(joined(number), ending)
    if extension is None or not _is_complete(number):
        return mark == "/" and near and _is_complete(number)
    if mark == "/":
        return True
    if mark not in "()":  # a second dash
        spaced = group.separator[0].isspace() and not group.separator[-1].isspace()
        same_length = len(joined(number[extension:])) == len(group.digits)
        return (spaced or near) and same_length and len(group.digits) > 1
    return False


def _is_near(head: str, digits: str) -> bool:
    """Whether digits are the end of the number just counted on a little."""
    end = head[-len(digits) :].lstrip("+")
    return bool(end) and 0 < int(digits) - int(end) <= CLOSE


def _is_complete(number: tuple[Group, ...]) -> bool:
    return e164_of(number) is not None


def with_direct(characters: str, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Add the extension behind a number that is only its head: `069 90009 DW 123`."""
    match = DIRECT_RE.match(characters, groups[-1].end)
    if match is None or extension_start(groups) is not None:
        return groups
    whole = (*groups, Group(match["label"], match["digits"], match.start("digits"), match.end()))
    return whole if _is_complete(whole) else groups


def read_extensions(characters: str, groups: tuple[Group, ...]) -> list[Extension]:
    """Return the further extensions printed behind a number, in order."""
    found: list[Extension] = []
    whole = e164_of(groups)
    if whole is None:
        return found
    start = extension_start(groups)
    printed = joined(groups[start:]) if start is not None else None
    last, position = printed or "", groups[-1].end
    while match := EXTENSION_RE.match(characters, position):
        if not _is_extension(characters, match, whole, last if printed else None):
            break
        digits = re.sub(r"\s", "", match["digits"])
        own = len(groups) > SHORTEST_BARE - 1 and len(groups[-1].digits) == len(digits)
        shared = printed or (groups[-1].digits if own else None)
        new = _extensions(match, whole, shared, last, digits)
        found.extend(new)
        last, position = digits, match.end()
    return found


def _is_extension(characters: str, match: re.Match[str], whole: str, last: str | None) -> bool:
    """Whether digits behind a number are a further extension of it."""
    label = match["label"]
    if UNIT_RE.match(characters, match.end()):
        return False
    if label and not _names_extension(label):
        return False
    if match["dash"]:
        return bool(match["joint"] or label or not match["dash"][-1].isspace())
    if label:
        return label.strip("(.:").casefold() in EXTENSION_LABELS
    return bool(match["joint"]) and "\n" not in match[0] and _counts_on(match, whole, last)


def _counts_on(match: re.Match[str], whole: str, last: str | None) -> bool:
    """Whether digits without dash or label go on where the number ended: `4710-120/121`."""
    joint, digits = match["joint"].strip(), re.sub(r"\s", "", match["digits"])
    if last is None:
        return joint == "/" and _is_near(whole, digits)
    if joint == "/":
        return len(digits) <= len(last) or len(last) == 1
    same = len(digits) == len(last) and _is_near(last, digits)
    return same and (len(digits) >= SHORTEST_BARE or joint.isalpha())


def _names_extension(label: str) -> bool:
    bare = label.strip("(.:)").casefold()
    return bare in EXTENSION_LABELS or bool(PHONE_KINDS & set(label_kinds(label)))


def _extensions(
    match: re.Match[str], whole: str, printed: str | None, last: str, digits: str
) -> list[Extension]:
    """Return the extension that is printed, after those that a range passes over."""
    start = match.start("dash") if match["dash"] else match.start("digits")
    named = Span(match.start("label"), match.end("label")) if match["label"] else None
    kinds = tuple(k for k in label_kinds(match["label"] or "") if k in PHONE_KINDS)
    found = []
    if match["joint"] == "bis" and last and len(digits) == len(last):
        first, end = int(last), int(digits)
        if 0 < end - first <= WIDEST_RANGE:
            between = Span(match.start("joint"), match.end())
            raw = match.string[between.start : between.end]
            steps = [str(n).zfill(len(digits)) for n in range(first + 1, end)]
            found = [
                Extension(raw, _replaced(whole, printed, n, True), between, (), None) for n in steps
            ]
    e164 = _replaced(whole, printed, digits, bool(match["dash"]))
    span = Span(start, match.end("digits"))
    return [*found, Extension(match.string[span.start : span.end], e164, span, kinds, named)]


def _replaced(whole: str, printed: str | None, digits: str, dashed: bool) -> str | None:
    """Return the number with its extension replaced; without a dash only its last digits.

    Where nothing shows how long the extension is, only a neighbour is no guess.
    """
    if printed is None and not _is_near(whole, digits):
        return None
    short = printed is None or (not dashed and len(digits) < len(printed))
    tail = len(digits) if short else len(printed or "")
    e164 = whole[:-tail] + digits
    import phonenumbers  # see numbers.py

    return e164 if phonenumbers.is_valid_number(phonenumbers.parse(e164)) else None
