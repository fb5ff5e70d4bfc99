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
from typing import Final, NamedTuple

from pipeline.german import bundeslaender
from pipeline.german.labels import label_before, label_kind
from pipeline.german.streets import sure_ending_re, town_re, words
from pipeline.mentions.street_names import HOUSE_NUMBER, SQUARE_RE, street_start
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


class Street(NamedTuple):
    """The part of an address above the town."""

    street: str
    house_number: str | None
    span: Span


# Linear: anchored on five digits, a Postfach or a house number; the rest lies within a short reach.
POST_CODE_RE: Final = re.compile(
    r"(?<![\w.,/-])(?P<country>DE?[ ]?[-–][ ]?)?(?P<code>[0-9]{5})[ \t]{1,3}\n?(?=[A-ZÄÖÜ])"
)
POSTFACH_RE: Final = re.compile(
    r"\b(?:Postfach|Postf\.|PF)[ ][0-9]{1,6}(?:[ ][0-9]{2}){0,3}+(?![\w])"
)
BRACKET_RE: Final = re.compile(r"[ ]\(([^()]+)\)$")
HOUSE_NUMBER_RE: Final = re.compile(HOUSE_NUMBER)
NUMBER_RE: Final = re.compile(rf"(?<=[a-zäöüß.][ ]){HOUSE_NUMBER}(?![\w.,:/-][\w]|[ ]?[%€])")
SEGMENT_RE: Final = re.compile(
    rf"(?P<name>.*?\S)(?:[ ]+(?:Nr\.?[ ]?)?|(?<=\.))(?P<number>{HOUSE_NUMBER})"
)
LEFT_OUT_RE: Final = re.compile(
    r"""
    (?:^|(?<=[ ])) (?:
        c/o[ ].*
      | (?:OT|Ortsteil|Stadtteil|Gemeindeteil|GT)[ ].*
      | (?:Haus|Gebäude|Geb\.|Zimmer|Zi\.|Raum|Block|Aufgang|Eingang|Etage|Bau)
        [ ](?:Nr\.[ ]?)?[\w.]{1,6}
      | \d{1,2}\.[ ]?(?:OG|Etage|Stock|Obergeschoss|Stockwerk)
      | EG
      | (?:Hinter|Vorder|Neben)haus
    )$
    """,
    re.VERBOSE,
)
DELIMITERS: Final = ",;|·•*\n:(>▪■–\t"
JOINTS: Final = " ,;|·•*/–-\t\n\u00a0"
LOWEST_CODE: Final = 1001
REACH: Final = 150
MOST_PIECES: Final = 4
MOST_BREAKS: Final = 2
ENDS_RE: Final = re.compile(r"[ \t]*(?:$|[\n,;|·•).:–\]]|-[ ]|[ ]{2}|\t|\()")
IN_RE: Final = re.compile(r"(?:^|[ (])(?:in|nach)[ ]\Z")


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
    street = _street_before(text, match.start(), max([floor, *(span.end for span in before)]))
    start, end = match.start(), town.end()
    if street is None and not _is_town_line(characters, match, end):
        return None
    if street is None and (street := _street_behind(text, end)):
        end = street.span.end
    elif street:
        start = street.span.start
    name, number = (street.street, street.house_number) if street else (None, None)
    city = fold(town[0])
    bracket = BRACKET_RE.search(city)
    if bracket and bracket[1] in bundeslaender():  # behind the town, not a part of its name
        city = city[: bracket.start()]
    return Address(name, number, match["code"], city, Span(start, end))


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
        stripped[-1] in ",;|·•(:–/"
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


def _pieces_before(characters: str, end: int, floor: int) -> list[Span]:
    """Return the stretches between delimiters before a position, nearest first."""
    found: list[Span] = []
    floor = max(floor, end - REACH)
    while len(found) < MOST_PIECES and end > floor:
        joint = end
        while joint > floor and characters[joint - 1] in JOINTS + "(":
            joint -= 1
        if characters.count("\n", joint, end) > MOST_BREAKS or joint == floor:
            break
        start = joint
        while start > floor and not _delimits(characters, start - 1):
            start -= 1
        piece = Span(
            start + len(characters[start:joint]) - len(characters[start:joint].lstrip()), joint
        )
        found.append(piece)
        end = start
    return found


def _delimits(characters: str, at: int) -> bool:
    """Whether a character parts the pieces of an address; a dash between digits does not."""
    if characters[at] == "–":
        return not (characters[at - 1 : at].isdigit() and characters[at + 1 : at + 2].isdigit())
    return characters[at] in DELIMITERS


def _street_before(text: Text, end: int, floor: int) -> Street | None:
    """Return the street that is printed before a post code, or else the Postfach."""
    characters = text.characters
    if match := IN_RE.search(characters, max(0, end - 10), end):
        end = match.start() + 1
    postfach = square = None
    for piece in _pieces_before(characters, end, floor):
        printed = text.at(piece)
        if postbox := POSTFACH_RE.search(printed):
            span = Span(piece.start + postbox.start(), piece.start + postbox.end())
            postfach = postfach or Street(fold(postbox[0]), None, span)
            printed = printed[: postbox.start()]
        if square and SQUARE_RE.fullmatch(printed):
            return square._replace(street=printed, span=Span(piece.start, square.span.end))
        if HOUSE_NUMBER_RE.fullmatch(printed):
            square = Street("", printed, piece)  # "C 4, 12": a square in Mannheim and its number
        elif short := LEFT_OUT_RE.sub("", printed).rstrip(" ,"):
            return _street(text, Span(piece.start, piece.start + len(short))) or postfach
    return postfach


def _street(text: Text, piece: Span) -> Street | None:
    """Return the street and number that a stretch ends with."""
    printed = text.at(piece)
    match = SEGMENT_RE.fullmatch(printed)
    name = match["name"] if match else printed
    start = street_start(name, numbered=match is not None)
    if start is None:
        return None
    street = name[start:].rstrip(" ,")
    return Street(
        fold(street), fold(match["number"]) if match else None, Span(piece.start + start, piece.end)
    )


def _street_behind(text: Text, end: int) -> Street | None:
    """Return the street behind a town: `50667 Köln, Alter Markt 15`."""
    match = re.compile(r"[ \t]*[,|·•;–\n-][ \t]*([^\n,;|·•]{4,60})").match(text.characters, end)
    if not match:
        return None
    piece = text.strip(Span(match.start(1), match.end(1)))
    printed = text.at(piece)
    segment = SEGMENT_RE.match(printed)
    if (
        not segment
        or not sure_ending_re().search(segment["name"])
        or street_start(segment["name"], numbered=True) != 0
    ):
        return None
    rest = text.characters[match.end() : match.end() + 12]
    if "\n" in match[0][: match.start(1) - match.start()] and re.match(r"\n\d{5}", rest):
        return None  # the street of the next address
    return Street(
        fold(segment["name"]),
        fold(segment["number"]),
        Span(piece.start, piece.start + segment.end()),
    )


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
            more.append(Address(fold(match[0]), None, None, None, span))
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
    street = _street(text, Span(name_start, match.end()))
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
