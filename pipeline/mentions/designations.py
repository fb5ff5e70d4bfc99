"""Names, functions, departments and bodies, as they stand in comma lines without a sentence.

`Ute Erz, Leiterin, Amt für Soziales, Landkreis X` is cut at commas, bars and spaced dashes; what
each piece is, its head decides: in a German noun phrase that is the first noun, whatever genitives
and prepositions follow it (`Beauftragte des Landkreises` is a function, no Landkreis).

>>> for piece in find_designations("Dr. Eva Kurz, Leiterin - Amt für Jugend, Landkreis Celle"):
...     print(piece.kind.name, piece.text)
NAME Dr. Eva Kurz
ROLE Leiterin
UNIT Amt für Jugend
ORGANISATION Landkreis Celle
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from pipeline.german.asides import is_aside
from pipeline.german.bodies import head_of, legal_form_at_end
from pipeline.german.grammar import words
from pipeline.german.kreise import find_kreis
from pipeline.german.name_words import salutations
from pipeline.german.names import could_be_name, is_given_name, is_title, looks_like_name
from pipeline.german.roles import role_of
from pipeline.german.subheadings import subheading_kind

BLANKS: Final = str.maketrans("\n\t", "  ")
LONGEST: Final = 300
CACHED: Final = 4096
TERRITORIES: Final = words("territories") | words("seats")
AUTHORITIES: Final = tuple(words("authorities"))
INTERNAL: Final = tuple(words("internal"))
PROXY_RE: Final = re.compile(r"^(?:i\.[ ]?[AV]\.|gez\.|z\.[ ]?Hd\.|c/o)[ ]+")


class Kind(Enum):
    """What a piece designates."""

    NAME = auto()
    ROLE = auto()
    UNIT = auto()
    ORGANISATION = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Designation:
    """One piece of a comma line; offsets count within the passage that was given."""

    kind: Kind
    text: str
    start: int
    end: int


# A comma parts pieces unless it stands inside a number or a bracket; a dash only between blanks.
CUT_RE: Final = re.compile(
    r"[ ]{3,}+"
    r"|[ ]*+(?:(?<!-),(?!\d)|[;|•·]|(?<=[ ])\*(?=[ ])|(?<=[ ])[–—-](?=[ ])|(?<=[ ])/(?=[ ]))[ ]*+"
)
DASH_RE: Final = re.compile(r"[ ][–—-][ ]")
WORD_RE: Final = re.compile(r"[^\W\d_][\w.’*:/-]*+")
BRACKETED_RE: Final = re.compile(r"[ ]?\(([^()]{3,80})\)[ ,:]*$")
# "Stabsstelle Integration im Landratsamt X": a department and its body.
WITHIN_RE: Final = re.compile(
    r"[ ](?:im|in der|in dem|beim|bei der|am|an der|vom|von der)[ ](?=[A-ZÄÖÜ])"
)
OF_KREIS_RE: Final = re.compile(r"[ ](?:des|der)[ ](?=(?:Land)?[Kk]reis|Stadt|Region)")
TWO_RE: Final = re.compile(r"(\S.*?\S) (?:und|&|/) (\S.*\S)$")
NUMBER_OF_UNIT_RE: Final = re.compile(r"^[^\W\d_]+[ ](?:\d[\d./]*|[IVX]{1,5}|[A-Z]\d?)$")
NAME_THEN_ROLE_RE: Final = re.compile(r"[ ]+(?:als[ ]+)?")


def find_designations(passage: str) -> tuple[Designation, ...]:
    """Cut a passage into its designations, in order."""
    return _find(passage.translate(BLANKS)) if len(passage) <= LONGEST else ()


@lru_cache(maxsize=CACHED)
def _find(passage: str) -> tuple[Designation, ...]:
    whole = passage.strip(" \n,;:|–-")
    if whole and _is_inverted(whole):
        start = passage.index(whole)
        return (Designation(Kind.NAME, whole, start, start + len(whole)),)
    found: list[Designation] = []
    for start, end in _pieces(passage):
        found.extend(_designate(passage, start, end))
    return tuple(_joined(passage, found))


def _pieces(passage: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the cuts; brackets keep together what stands in them."""
    start = depth = 0
    cuts = {match.start(): match.end() for match in CUT_RE.finditer(passage)}
    skip = 0
    for i, char in enumerate(passage):
        depth += (char == "(") - (char == ")")
        if i >= skip and depth <= 0 and i in cuts:
            yield _stripped(passage, start, i)
            start = skip = cuts[i]
    yield _stripped(passage, start, len(passage))


def _stripped(passage: str, start: int, end: int) -> tuple[int, int]:
    piece = passage[start:end]
    left = start + len(piece) - len(piece.lstrip(" :,;–-•*»›>"))
    proxy = PROXY_RE.match(passage[left:end])
    left += proxy.end() if proxy else 0
    return left, max(left, start + len(piece.rstrip(" :,;–-")))


def _is_inverted(passage: str) -> bool:
    """Whether the whole is one name with the family name in front: `Kurz, Eva`."""
    family, comma, given = passage.partition(", ")
    if not comma or (" " in family.strip() and not looks_like_name(passage)):
        return False
    first = next((word for word in given.split(" ") if not is_title(word)), "").strip(".,")
    return is_given_name(first) and not is_given_name(family) and looks_like_name(passage)


def _designate(passage: str, start: int, end: int) -> Iterator[Designation]:
    """Yield what one piece designates: mostly one thing, two in `Landrätin Dr. Eva Kurz`."""
    piece = passage[start:end]
    if not piece or is_aside(piece):
        return
    bracket = BRACKETED_RE.search(piece)
    if (
        bracket
        and kind_of(bracket[1]) in {Kind.ROLE, Kind.UNIT}
        and kind_of(piece[: bracket.start()]) is Kind.NAME
    ):
        yield from _designate(passage, start, start + bracket.start())
        yield Designation(
            kind_of(bracket[1]), bracket[1], start + bracket.start(1), start + bracket.end(1)
        )
        return
    both = TWO_RE.match(piece)
    if both and looks_like_name(both[1]) and looks_like_name(both[2]):
        yield Designation(Kind.NAME, both[1], start + both.start(1), start + both.end(1))
        yield Designation(Kind.NAME, both[2], start + both.start(2), start + both.end(2))
        return
    first = piece.split(" ", 1)[0]
    if first in salutations() and not looks_like_name(piece):
        start += len(first) + 1  # `Frau Regierungsrätin Dr. Eva Kurz`
        piece = passage[start:end]
    cut = _name_inside(piece) or _body_inside(piece)
    if cut:
        left, right = piece[: cut[0]], piece[cut[1] :]
        yield Designation(kind_of(left), left, start, start + cut[0])
        kind = Kind.NAME if might_be_person(right) else kind_of(right)
        yield Designation(kind, right, start + cut[1], end)
        return
    yield Designation(kind_of(piece), piece, start, end)


def _name_inside(piece: str) -> tuple[int, int] | None:
    """Return where a function and a name are parted: `Landrätin Dr. Eva Kurz`."""
    if looks_like_name(piece):
        return None
    for blank in re.finditer(r"[ ]+", piece):
        left, right = piece[: blank.start()], piece[blank.end() :]
        if kind_of(left) is Kind.ROLE and (
            looks_like_name(right) or (" " not in left and might_be_person(right))
        ):
            return blank.span()
        if (
            looks_like_name(left)
            and " " in left
            and kind_of(right) in {Kind.ROLE, Kind.UNIT}
            and role_of(right.split(" ")[0])
        ):
            return blank.span()
    return None


def _body_inside(piece: str) -> tuple[int, int] | None:
    """Return where a department and its body are parted: `Stabsstelle Y im Landratsamt X`."""
    if kind_of(piece) is not Kind.UNIT:
        return None
    for within in WITHIN_RE.finditer(piece):
        body = piece[within.end() :]
        if kind_of(body) is Kind.ORGANISATION and find_kreis(body) is None:
            return within.span()  # `im Landkreis X` says where, not whose
    return None


@lru_cache(maxsize=CACHED)
def kind_of(piece: str) -> Kind:
    """Return what a piece designates, by its name-like shape or its first noun that is known."""
    if find_kreis(piece) and re.match(
        r"(?:[Ll]and|[Ss]tadt)?[Kk]reis|LK|Region|Stadt|.*kreis", piece
    ):
        return Kind.ORGANISATION
    if legal_form_at_end(piece):
        return Kind.ORGANISATION
    if piece.split(" ", 1)[0] in salutations() and looks_like_name(piece):
        return Kind.NAME
    for word in WORD_RE.findall(piece):
        if word.endswith("-"):
            continue  # the first part of `Kinder- und Jugendarzt`
        role = role_of(word)
        head = head_of(word)
        if role and not (head and len(head.word) > len(role.word)):
            return Kind.ROLE
        if head:
            is_unit = head.level == "unit" and not _is_of_kreis(piece)
            return Kind.UNIT if is_unit else Kind.ORGANISATION
        if is_title(word):
            break
    return Kind.NAME if looks_like_name(piece) else Kind.UNKNOWN


def _is_of_kreis(piece: str) -> bool:
    """Whether an office names its Kreis in the genitive: `Gesundheitsamt des Landkreises X`."""
    genitive = OF_KREIS_RE.search(piece)
    return genitive is not None and find_kreis(piece[genitive.end() :]) is not None


def _joined(passage: str, found: list[Designation]) -> Iterator[Designation]:
    """Join what a cut parted wrongly: a number and its name, the title behind a name, a list."""
    pending: Designation | None = None
    for piece in found:
        if pending and _belong_together(passage[pending.end : piece.start], pending, piece):
            kind = pending.kind if piece.kind is Kind.UNKNOWN else piece.kind
            kind = Kind.NAME if pending.kind is Kind.NAME else kind
            pending = Designation(
                kind, passage[pending.start : piece.end], pending.start, piece.end
            )
            continue
        if pending:
            yield pending
        pending = piece
    if pending:
        yield pending


def _belong_together(between: str, left: Designation, right: Designation) -> bool:
    if left.kind is Kind.NAME:
        return is_title(right.text)
    if DASH_RE.search(between):
        numbered = NUMBER_OF_UNIT_RE.match(left.text) or NUMBER_OF_UNIT_RE.match(right.text)
        named = right if NUMBER_OF_UNIT_RE.match(left.text) else left
        return bool(numbered) and Kind.UNIT in (left.kind, right.kind) and _may_name_unit(named)
    # "Fachbereich Jugend, Familie und Soziales": the name of a department is itself a list
    return (
        left.kind is Kind.UNIT
        and right.kind is Kind.UNKNOWN
        and between.strip() == ","
        and (" und " in right.text or right.text.startswith("und "))
    )


def _may_name_unit(piece: Designation) -> bool:
    """Whether a piece can be the name of a numbered department: `Referat 23 – Bildung`."""
    is_body = piece.kind is Kind.ORGANISATION
    return piece.kind in {Kind.UNIT, Kind.UNKNOWN} or (
        is_body and not is_authority(piece.text) and legal_form_at_end(piece.text) is None
    )


def is_role_label(label: str) -> bool:
    """Whether a label is a function at the same time: `Leitung:`, but not `Ansprechpartner:`."""
    return role_of(label) is not None and subheading_kind(label) != "contact"


def is_authority(body: str) -> bool:
    """Whether a body is an administration that employs: a Kreis, a town or the seat of either."""
    first = body.split(" ", maxsplit=1)[0].lower()
    return first in TERRITORIES or first.endswith(AUTHORITIES) or find_kreis(body) is not None


def stands_alone(unit: str) -> bool:
    """Whether an office that is named without its body is one that people know as such.

    A Pflegestützpunkt or a Gesundheitsamt with the name of its Kreis is; a Fachbereich, an Amt für
    Soziales, a Koordinierungsstelle is a part of something that is not printed.
    """
    known = [word for word in WORD_RE.findall(unit) if not word.endswith("-") and head_of(word)]
    head = head_of(known[0]) if known else None
    rest = unit.partition(known[0])[2].strip() if known else ""
    if head is None or head.word.startswith(INTERNAL):
        return False
    if head.word.endswith("amt"):
        return (
            bool(rest)
            and not rest.startswith(("für", "und", "der", "des"))
            and (find_kreis(rest) is not None or rest[0].isupper())
        )
    return True


def is_person(line: str) -> bool:
    """Whether a line names a person."""
    return any(piece.kind is Kind.NAME for piece in find_designations(line))


def is_designation(line: str) -> bool:
    """Whether a line names a person, a function, a department or a body."""
    return any(piece.kind is not Kind.UNKNOWN for piece in find_designations(line))


def might_be_person(line: str) -> bool:
    """Whether a line has the shape of a name, though nothing proves it."""
    return could_be_name(line) and kind_of(line) is Kind.UNKNOWN
