"""What a sentence says of a person besides the name: function, department, body, address.

A function stands directly before the name (`die Leiterin Eva Kurz`) or in an apposition behind it
(`Eva Kurz, Leiterin des Amtes X beim Kreis Y, …`); the body as well before it (`im Landratsamt Y`)
or, with its address, behind the last number of the sentence.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from pipeline.german.inflection import nominative
from pipeline.german.kreise import find_kreis
from pipeline.german.roles import role_of
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.designations import (
    Kind,
    find_designations,
    is_authority,
    kind_of,
    stands_alone,
)
from pipeline.text import Span, Text

NOUN_RE: Final = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w*:/-]*+")
# What may stand between a function and its name: "Leiterin des Amtes, Frau".
BETWEEN_RE: Final = re.compile(
    r"(?:\s(?:des|der|für|im)\s[A-ZÄÖÜ][\w-]*+){0,2}(?P<end>),?\s+(?:ist\s+)?(?:(?:Frau|Herrn?+)\s+)?"
)
# "Frau Kurz von der Volkshochschule"
OF_RE: Final = re.compile(
    r"\s(?:von\sder|vom|bei\sder|beim|aus\sdem|aus\sder|im|in\sder)\s"
    r"(?P<body>[A-ZÄÖÜ][\w-]*+(?:(?:\sfür)?\s(?!Frau\b|Herrn?\b)[A-ZÄÖÜ][\w-]*+){0,3})"
)
BODY_RE: Final = re.compile(
    r"(?<![\w-])(?:[Ii]m|[Bb]eim|[Bb]ei|[Ii]n|[Vv]on)\s(?:der\s|dem\s)?"
    r"(?P<body>[A-ZÄÖÜ][\w-]*+(?:(?:\sfür)?\s(?!Frau\b|Herrn?\b)[A-ZÄÖÜ][\w-]*+){0,3})"
)
OWNER_RE: Final = re.compile(
    r"\s(?:der|des)\s(?P<body>[A-ZÄÖÜ][\w-]*+(?:\s(?!Frau\b|Herrn?\b)[A-ZÄÖÜ][\w-]*+){0,3})"
)
LONGEST_APPOSITION: Final = 160
LONGEST_OFFICE: Final = 6
"""Words of an office in a sentence; what is longer is a sentence itself."""
OFFICES: Final = frozenset({Kind.UNIT, Kind.ORGANISATION})


@dataclass(slots=True)
class Said:
    """What is said of one person."""

    roles: list[str] = field(default_factory=list)
    organisation: str | None = None
    units: list[str] = field(default_factory=list)
    start: int = -1
    """Where a function before the name begins; -1 without one."""

    def add(self, kind: Kind, text: str) -> None:
        """Put a designation into its place."""
        if kind is Kind.ROLE:
            self.roles.append(text)
        elif kind is Kind.UNIT:
            self.units.append(text)
        elif self.organisation is None:
            self.organisation = text


def said_of(text: Text, person: Span, sentence: Span, until: int) -> Said:
    """Return what the sentence says of a person, up to an offset where other data begins."""
    said = Said()
    before = text.at(Span(sentence.start, person.start))
    function = _function_in(before)
    if function and subheading_kind(before[function.start : function.end]) == "contact":
        _add_office_before(before[: function.start], said)
    elif function:
        said.roles.append(" ".join(before[function.start : function.end].split()))
        said.start = sentence.start + function.start
    _add_apposition(text, Span(person.end, min(until, person.end + LONGEST_APPOSITION)), said)
    body = _body_behind(text, person) or _body_in(before)
    if body and kind_of(body) is Kind.UNIT and (owner := _owner_of(body, before)):
        said.organisation = said.organisation or owner
    if body and kind_of(body) is Kind.ORGANISATION:
        said.organisation = said.organisation or body
    elif body and not said.units:
        said.units.append(body)
    return said


def _add_office_before(before: str, said: Said) -> None:
    """Add the office whose person is announced: `Bürgerbüro Celle, Ansprechpartnerin Eva Kurz`."""
    office = " ".join(before.rpartition(":")[2].split())
    name = office.removesuffix(",")
    if name != office and kind_of(name) in OFFICES and name.count(" ") < LONGEST_OFFICE:
        said.add(Kind.ORGANISATION if stands_alone(name) else kind_of(name), name)


def _function_in(before: str) -> Span | None:
    """Return where the function of a person stands at the end of what is printed before."""
    for noun in NOUN_RE.finditer(before):
        between = BETWEEN_RE.fullmatch(before, noun.end()) if role_of(noun[0]) else None
        if between:
            return Span(noun.start(), between.start("end"))
    return None


def _body_behind(text: Text, person: Span) -> str | None:
    """Return the body that a person is from: `Frau Kurz von der Volkshochschule`."""
    match = OF_RE.match(text.characters, person.end)
    if match is None:
        return None
    body = " ".join(match["body"].split())
    is_place = match[0].lstrip().startswith("i") and find_kreis(body) is not None
    return body if kind_of(body) in OFFICES and not is_place else None


def body_behind(text: Text, span: Span) -> Said:
    """Return body and department that stand behind the last number of a sentence."""
    said = Said()
    _add_apposition(text, span, said)
    return said


def _add_apposition(text: Text, span: Span, said: Said) -> None:
    """Add the pieces behind a comma up to the first that is no designation."""
    passage = text.at(span)
    if not passage.lstrip(" \n)").startswith(","):
        return
    for piece in find_designations(passage.lstrip(" \n)")):
        if piece.kind in {Kind.NAME, Kind.UNKNOWN}:
            return
        said.add(piece.kind, " ".join(piece.text.split()))


def _body_in(before: str) -> str | None:
    """Return the body in whose house the person is: `im Landratsamt X`, not `im Landkreis X`."""
    for match in BODY_RE.finditer(before):
        body = " ".join(match["body"].split())
        if kind_of(body) is Kind.UNIT or (kind_of(body) is Kind.ORGANISATION and _is_house(body)):
            return body
    return None


def _owner_of(unit: str, before: str) -> str | None:
    """Return the body whose department is named before a person: `im Bauamt der Stadt X Frau`."""
    match = OWNER_RE.match(before, before.rfind(unit) + len(unit)) if unit in before else None
    body = nominative(match["body"], "genitive") if match else ""
    return body if kind_of(body) is Kind.ORGANISATION else None


def _is_house(body: str) -> bool:
    """Whether a body is an administration and no territory: `Landratsamt X`, no `Landkreis X`."""
    return is_authority(body) and find_kreis(body) is None
