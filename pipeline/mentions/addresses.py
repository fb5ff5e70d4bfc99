"""Postal addresses: street and number, post code and town, or a Postfach.

A post code with a town is the anchor; the street is read backwards from it, over a comma, a dot
or a line break. DIN 5008 sets them on two lines; brochures use one to three.

>>> found = find_addresses(Text.of("Alter Markt 15 - 21 · 50667 Köln, Postfach 10 12, 50601 Köln"))
>>> [(a.street, a.house_number, a.postal_code, a.city) for a in found]
[('Alter Markt', '15 - 21', '50667', 'Köln'), ('Postfach 10 12', None, '50601', 'Köln')]
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.german import bundeslaender
from pipeline.german.area_codes import is_place
from pipeline.german.labels import label_before, label_kind
from pipeline.german.streets import sure_ending_re, town_re, words
from pipeline.mentions.street_names import BEHIND_FIRST_DIGIT
from pipeline.mentions.streets import (
    DOTS,
    IN_RE,
    POSTFACH_RE,
    REACH,
    name_of_postbox,
    read_street,
    street_before,
    street_behind,
)
from pipeline.text import Span, Text, fold


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address, as far as it is printed."""

    street: str | None
    """Without number, or a Postfach with its number."""
    house_number: str | None
    postal_code: str | None
    city: str | None
    span: Span


# Linear: anchored on five digits, a Postfach or a house number; the rest lies within a short reach.
POST_CODE_RE: Final = re.compile(
    r"(?<![\w.,/-])(?P<country>DE?[ ]?[-–][ ]?)?(?P<code>[0-9]{5})[ \t]{1,3}\n?(?=[A-ZÄÖÜ])"
)
# It begins with the digit itself, which is quickly found; what must stand before it comes second.
NUMBER_RE: Final = re.compile(
    rf"[0-9](?<=[a-zäöüß.][ ].){BEHIND_FIRST_DIGIT}(?![\w.,:/-][\w]|[ ]?[%€])"
)
SECOND_HALF_RE: Final = re.compile(r"(?:[ ]-[ ]?|-[ ])([A-ZÄÖÜ][\w-]{2,24}+)")
LOWEST_CODE: Final = 1001
ENDS_RE: Final = re.compile(rf"[ \t]*(?:$|[\n,;|{DOTS}).:–\]]|-[ ]|/|[ ]{{2}}|\t|\()")


def find_addresses(text: Text, claimed: Sequence[Span] = ()) -> tuple[Address, ...]:
    """Return all postal addresses outside the claimed spans, sorted by place; never raises."""
    taken = sorted(claimed)
    found: list[Address] = []
    for match in POST_CODE_RE.finditer(text.characters):
        span = Span(match.start("code"), match.end("code"))
        if not _is_free(span, taken) or (found and match.start() < found[-1].span.end):
            continue
        floor = found[-1].span.end if found else 0
        if address := _with_post_code(text, match, floor, taken):
            found.append(address)
    return _with_lone_streets(text, found, taken)


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, span)
    return not any(other.overlaps(span) for other in taken[max(0, at - 1) : at + 1])


def _with_post_code(
    text: Text, match: re.Match[str], floor: int, taken: Sequence[Span]
) -> Address | None:
    """Return the address of a post code, if a town follows."""
    characters = text.characters
    town = town_re().match(characters, match.end(), match.end() + REACH)
    first = characters[match.end() : match.end() + 40].split()[:1]
    no_town = (
        town is None
        or int(match["code"]) < LOWEST_CODE
        or first[0].strip(".,;:") in words("no_town")
    )
    if town is None or no_town:
        return None
    before = taken[: bisect_right(taken, (match.start(), match.start()))][-1:]
    street = street_before(text, match.start(), max([floor, *(span.end for span in before)]))
    whole = _whole_name(characters, Span(*town.span()))
    start, end = match.start(), whole.end
    if street is None and not _is_town_line(characters, match, end):
        return None
    if street is None and (street := street_behind(text, end)):
        end = street.span.end
    elif street:
        start = street.span.start
    name, number = (street.street, street.house_number) if street else (None, None)
    city = _without_land(fold(characters[whole.start : whole.end]))
    return Address(name, number, match["code"], city, Span(start, end))


def _whole_name(characters: str, town: Span) -> Span:
    """Return a town with its second half, where blanks stand around the hyphen between them."""
    match = SECOND_HALF_RE.match(characters, town.end)
    if match and is_place(f"{fold(characters[town.start : town.end])}-{match[1]}"):
        return Span(town.start, match.end())
    return town


def _without_land(city: str) -> str:
    """Return a town without the Land behind it, where that is no part of its name.

    It stands in brackets or behind a slash: `Plauen (Sachsen)`, `Plauen/Sachsen`.
    """
    name, bracket, land = city.removesuffix(")").partition(" (")
    if not bracket:
        name, _, land = city.partition("/")
    return name if land in bundeslaender() and city not in words("named_by_land") else city


def _is_town_line(characters: str, match: re.Match[str], end: int) -> bool:
    """Whether a post code and a town stand as an address does, not as a count in a sentence."""
    if match["country"]:
        return True
    if not ENDS_RE.match(characters, end):
        return _is_labelled(characters, match.start()) or _label_follows(characters, end)
    before = characters[max(0, match.start() - 60) : match.start()]
    line = before.rpartition("\n")[2]
    stripped = line.rstrip()
    if not stripped.strip("-•*·▪–"):
        return "\n" in before or match.start() == len(before)
    return (
        stripped[-1] in f",;|{DOTS}(:–/)"
        or bool(IN_RE.search(line))
        or _is_labelled(characters, match.start())
    )


def _label_follows(characters: str, position: int) -> bool:
    """Whether the next word is a label: `50667 Köln Tel. 0221 4710-123`."""
    word = characters[position : position + 24].split(maxsplit=1)
    return bool(word) and label_kind(word[0]) is not None


def _is_labelled(characters: str, position: int) -> bool:
    label = label_before(characters, position)
    return label is not None and "address" in label.kinds


def _with_lone_streets(
    text: Text, found: list[Address], taken: Sequence[Span]
) -> tuple[Address, ...]:
    """Add streets and post boxes without a post code that stand alone or behind a label."""
    spans = sorted([*taken, *(address.span for address in found)])
    more: list[Address] = []
    for match in NUMBER_RE.finditer(text.characters):
        if _is_free(Span(*match.span()), spans) and (address := _lone_street(text, match)):
            more.append(address)
    for match in POSTFACH_RE.finditer(text.characters):
        span = Span(*match.span())
        if _is_free(span, spans) and ENDS_RE.match(text.characters, span.end):
            more.append(Address(name_of_postbox(match), None, None, None, span))
    return tuple(sorted([*found, *more], key=lambda address: address.span))


def _lone_street(text: Text, match: re.Match[str]) -> Address | None:
    """Return the street of a house number that stands on its line alone, or behind a label."""
    characters = text.characters
    floor = max(0, match.start() - 60)
    line_start = max(characters.rfind("\n", floor, match.start()) + 1, floor)
    name = characters[line_start : match.start()].rstrip()
    if not sure_ending_re().search(name):
        return None
    cut = max(name.rfind(mark) for mark in ":,|·•") + 1
    name_start = line_start + cut + len(name[cut:]) - len(name[cut:].lstrip())
    street = read_street(text, Span(name_start, match.end()))
    if street is None or street.span.start != name_start:
        return None
    labelled = _is_labelled(characters, name_start)
    line_end = characters.find("\n", match.end(), match.end() + 60)
    rest = characters[match.end() : line_end if line_end >= 0 else match.end() + 60]
    town = (
        town_re().fullmatch(rest.strip(" ,|·•"))
        if rest[:3].strip()[:1] in {",", "|", "·", "•"}
        else None
    )
    alone = name_start == line_start and characters[line_start - 1 : line_start] in {"", "\n"}
    if not (labelled or (alone and (not rest.strip(" ,.") or town))):
        return None
    city = fold(town[0]) if town and label_kind(town[0]) is None else None
    end = match.end() + len(rest.rstrip(" ,|·•")) if city else match.end()
    return Address(street.street, street.house_number, None, city, Span(name_start, end))
