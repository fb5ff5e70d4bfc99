"""The street beside a post code and its town, on their line or above it.

>>> printed = "Lindenweg 12, Haus 3, "
>>> street_before(Text.of(printed), len(printed), 0)[:2]
('Lindenweg', '12')
"""

import re
from typing import Final, NamedTuple

from pipeline.german.fields import is_house
from pipeline.german.streets import opening_re, sure_ending_re
from pipeline.mentions.street_names import HOUSE_NUMBER, SQUARE_RE, street_start
from pipeline.text import Span, Text, fold

REACH: Final = 150
"""Characters around a post code in which its street and town stand."""
# "Dr. Kernburg -Str."
GAP_RE: Final = re.compile(r"[ ]-(?=[A-ZÄÖÜ][a-zäöüß]*+\.?\Z)")
# Where the post codes of Mannheim begin: an address there is a square.
MANNHEIM_RE: Final = re.compile(r"(?:D[ ]?-[ ]?)?68[1-3]\d\d[ ]Mannheim")
POSTFACH_RE: Final = re.compile(
    r"\b(?:Postfach|Postf\.|PF):?[ ][0-9]{1,6}(?:[ ][0-9]{2,3}){0,3}+(?![\w])"
)
HOUSE_NUMBER_RE: Final = re.compile(HOUSE_NUMBER)
SEGMENT_RE: Final = re.compile(
    rf"(?P<name>.*?\S)(?:[ ]+(?:Nr\.?[ ]?)?|(?<=\.))(?P<number>{HOUSE_NUMBER})"
)
LEFT_OUT_RE: Final = re.compile(
    r"""
    (?:^|(?<=[ ])) (?:
        c/o[ ].*
      | (?:OT|Ortsteil|Stadtteil|Gemeindeteil|GT)[ ].*
      | (?:Haus|Gebäude|Geb\.|Zimmer|Zi\.|Raum|Block|Aufgang|Eingang|Etage|Bau)
        (?:[ ]|(?<=\.))(?:Nr\.[ ]?)?[\w.]{1,6}
      | -[A-ZÄÖÜ][\w ]{2,24}-?
      | \d{1,2}\.[ ]?(?:OG|Etage|Stock|Obergeschoss|Stockwerk)
      | EG
      | (?:Hinter|Vorder|Neben)haus
    )$
    """,
    re.VERBOSE,
)
DOTS: Final = "·•∙⋅‧●"
DELIMITERS: Final = f",;|{DOTS}*\n:(>▪■–\t"
JOINTS: Final = f" ,;|{DOTS}*/–-\t\n\u00a0"
MOST_PIECES: Final = 4
MOST_BREAKS: Final = 2
# "(4. OG, Zimmer 412)" behind a street
BRACKET_RE: Final = re.compile(r"\([^()\n]{2,60}\)\Z")
BEHIND_RE: Final = re.compile(rf"[ \t]*[,|{DOTS};–\n-][ \t]*([^\n,;|{DOTS}]{{4,60}})")
IN_RE: Final = re.compile(r"(?:^|[ (])(?:in|nach)[ ]\Z")


def name_of_postbox(match: re.Match[str]) -> str:
    """Return a Postfach with its number, as it is written in an address."""
    return fold(match[0].replace(":", "", 1))


class Street(NamedTuple):
    """The part of an address above the town."""

    street: str
    house_number: str | None
    span: Span


def _pieces_before(characters: str, end: int, floor: int) -> list[Span]:
    """Return the stretches between delimiters before a position, nearest first."""
    found: list[Span] = []
    floor = max(floor, end - REACH)
    while len(found) < MOST_PIECES and end > floor:
        joint = end
        while joint > floor and characters[joint - 1] in JOINTS + "(":
            joint -= 1
        if bracket := BRACKET_RE.search(characters, max(floor, joint - 64), joint):
            end = bracket.start()
            continue
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
    if characters[at] in "–-":
        before, behind = characters[max(0, at - 2) : at], characters[at + 1 : at + 3]
        if characters[at] == "-" and not (before[-1:] == behind[:1] == " "):
            return False
        return not (before.rstrip()[-1:].isdigit() and behind.lstrip()[:1].isdigit())
    if characters[at] == "/":  # "Schlossplatz 2 / Eingang Nord"
        return characters[at - 1 : at] == characters[at + 1 : at + 2] == " "
    if characters[at] == ":" and characters.endswith("Postfach", max(0, at - 9), at):
        return False
    return characters[at] in DELIMITERS


def street_before(text: Text, end: int, floor: int) -> Street | None:
    """Return the street that is printed before a post code, or else the Postfach."""
    characters = text.characters
    until = end
    if match := IN_RE.search(characters, max(0, end - 10), end):
        end = match.start() + 1
    postfach = square = None
    for piece in _pieces_before(characters, end, floor):
        printed = text.at(piece)
        if postbox := POSTFACH_RE.search(printed):
            span = Span(piece.start + postbox.start(), piece.start + postbox.end())
            postfach = postfach or Street(name_of_postbox(postbox), None, span)
            printed = printed[: postbox.start()]
        if square and SQUARE_RE.fullmatch(printed):
            return square._replace(street=printed, span=Span(piece.start, square.span.end))
        if SQUARE_RE.fullmatch(printed) and MANNHEIM_RE.match(characters, until):
            return Street(printed, None, piece)
        if HOUSE_NUMBER_RE.fullmatch(printed):
            square = Street("", printed, piece)  # "C 4, 12": a square in Mannheim and its number
        elif short := LEFT_OUT_RE.sub("", printed).rstrip(" ,"):
            street = read_street(text, Span(piece.start, piece.start + len(short)))
            if street or postfach:
                return street or postfach
            return _street_beyond(text, piece, floor) or _house(text, piece, end)
    return postfach


def _house(text: Text, piece: Span, end: int) -> Street | None:
    """Return the house that a letter is sent to by its name: `Altes Rathaus, 53111 Bonn`."""
    printed = text.at(piece)
    opens = text.characters[piece.start - 1 : piece.start] in {"", "\n"}
    on_line = "\n" not in text.characters[piece.end : end] and opens
    return Street(printed, None, piece) if on_line and is_house(printed) else None


def _street_beyond(text: Text, piece: Span, floor: int) -> Street | None:
    """Return the street before a house or a room: `Lindenstraße 62, Verwaltungszentrum`."""
    beyond = next(iter(_pieces_before(text.characters, piece.start, floor)), None)
    street = read_street(text, beyond) if beyond else None
    is_sure = street and street.house_number and sure_ending_re().search(street.street)
    return street if is_sure else None


def read_street(text: Text, piece: Span) -> Street | None:
    """Return the street and number that a stretch ends with."""
    printed = text.at(piece)
    match = SEGMENT_RE.fullmatch(printed)
    name = match["name"] if match else printed
    start = street_start(GAP_RE.sub("-", name), numbered=match is not None)
    if start is None:
        return None
    street = name[start:].rstrip(" ,")
    return Street(
        fold(street), fold(match["number"]) if match else None, Span(piece.start + start, piece.end)
    )


def street_behind(text: Text, end: int) -> Street | None:
    """Return the street behind a town: `50667 Köln, Alter Markt 15`."""
    match = BEHIND_RE.match(text.characters, end)
    if not match:
        return None
    piece = text.strip(Span(match.start(1), match.end(1)))
    printed = text.at(piece)
    segment = SEGMENT_RE.match(printed)
    if (
        not segment
        or not _is_surely_street(segment["name"], on_line="\n" not in match[0])
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


def _is_surely_street(name: str, *, on_line: bool) -> bool:
    """Whether a name proves a street; on the town's line a preposition does: `Köln, Am Bölt 2`."""
    return bool(sure_ending_re().search(name) or (on_line and opening_re().match(name)))
