"""What the cuts of a comma line parted wrongly: a number and its name, a title, a list of topics.

>>> passage = "Amt 5 – Jugend"
>>> pieces = [Designation(Kind.UNIT, "Amt 5", 0, 5), Designation(Kind.UNKNOWN, "Jugend", 8, 14)]
>>> [piece.text for piece in joined(passage, pieces)]
['Amt 5 – Jugend']
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from pipeline.german.area_codes import is_place
from pipeline.german.bodies import head_of, legal_form_at_end
from pipeline.german.grammar import words
from pipeline.german.labels import label_kind
from pipeline.german.name_words import degree_re, is_title
from pipeline.german.roles import role_of
from pipeline.mentions.kinds import INTERNAL, Kind, is_authority

TOPICS: Final = words("topics")
DASH_RE: Final = re.compile(r"[ ][–—-][ ]")
NUMBER_OF_UNIT_RE: Final = re.compile(r"^[^\W\d_]+\.?[ ](?:\d[\d./]*[a-z]?|[IVX]{1,5}|[A-Z]\d?)$")
# A body that is named by its first field of work: `Ministerium für Soziales`, and more to come.
FIELD_RE: Final = re.compile(
    r"(?:\w+[ ](?:für|fuer|f\.)|\w*[Mm]inisterium[ ](?:des|der))[ ](?:(?:den|die|das)[ ])?"
    r"[^\W\d_][^\W\d]*+(?:,[ ][^\W\d_][^\W\d]*+)*+$"
)
# A department by its place in the plan: "8.3 Tierschutz", "RD III.8 Verbraucherschutz".
PLANNED_RE: Final = re.compile(
    r"(?:[A-ZÄÖÜ]{1,3}[ ])?(?:\d{1,3}(?:[./]\d{1,3})+|[IVX]{1,4}(?:[./]\d{1,3})+)[.]?[ ]"
    r"(?:[–-][ ])?[A-ZÄÖÜ][a-zäöüß-]{4}"
)
AND_RE: Final = re.compile(r"[ ](?:und|u\.|&|sowie)[ ]|^(?:und|u\.|&|sowie)[ ]")
KEPT: Final = frozenset({Kind.NAME, Kind.ORGANISATION})
"""What a piece remains when something is joined to it; a number joined to its name is a unit."""


@dataclass(frozen=True, slots=True)
class Designation:
    """One piece of a comma line; offsets count within the passage that was given."""

    kind: Kind
    text: str
    start: int
    end: int


def joined(passage: str, found: list[Designation]) -> Iterator[Designation]:
    """Join what a cut parted wrongly: a number and its name, the title behind a name, a list."""
    pending: Designation | None = None
    for i, piece in enumerate(found):
        if pending and _belong_together(passage[pending.end : piece.start], pending, found[i:]):
            kind = pending.kind if pending.kind in KEPT else Kind.UNIT
            pending = Designation(
                kind, passage[pending.start : piece.end], pending.start, piece.end
            )
            continue
        if pending:
            yield pending
        pending = piece
    if pending:
        yield pending


def _belong_together(between: str, left: Designation, following: Sequence[Designation]) -> bool:
    right = following[0]
    if left.kind is Kind.NAME:
        return is_title(right.text) or degree_re().fullmatch(f", {right.text}") is not None
    if (
        DASH_RE.search(between)
        or _is_field(between, left, right)
        or (between == ": " and NUMBER_OF_UNIT_RE.match(left.text))
    ):
        numbered = NUMBER_OF_UNIT_RE.match(left.text) or NUMBER_OF_UNIT_RE.match(right.text)
        named = right if NUMBER_OF_UNIT_RE.match(left.text) else left
        return bool(numbered) and Kind.UNIT in (left.kind, right.kind) and _may_name_unit(named)
    has_fields = FIELD_RE.match(left.text) or PLANNED_RE.match(left.text)
    is_list = left.kind is Kind.UNIT or has_fields is not None
    is_numbered = DASH_RE.search(left.text) is not None or _opens_list(left, following)
    is_inside = _has_field(left) or (is_list and is_authority(left.text))
    closes = _closes_list(following, is_numbered=is_numbered, is_inside=is_inside)
    return is_list and between.strip() == "," and closes


def _opens_list(left: Designation, following: Sequence[Designation]) -> bool:
    """Whether a department with a field of its own has a line for it and further ones.

    `Abteilung Migration, Integration, Wohnen`, but not `Sozialamt, Wohngeld`.
    """
    has_field = left.kind is Kind.UNIT and " " in left.text
    unnamed = takewhile(lambda piece: piece.kind is not Kind.NAME, following)
    texts = [piece.text for piece in unnamed]
    return (
        has_field
        and bool(texts)
        and all(" " not in t and _is_topic(t) and not (is_place(t) or label_kind(t)) for t in texts)
    )


def _is_field(between: str, left: Designation, right: Designation) -> bool:
    """Whether a stroke parts the number of a department from its field: `Amt 50 / Soziales`."""
    numbered = NUMBER_OF_UNIT_RE.match(left.text) is not None
    return between == " / " and numbered and right.kind is Kind.UNKNOWN


def _has_field(unit: Designation) -> bool:
    """Whether a department that nobody knows alone is named by a field: `Referat Brandschutz`."""
    return " " in unit.text and unit.text.lower().startswith(INTERNAL)


def _closes_list(pieces: Sequence[Designation], *, is_numbered: bool, is_inside: bool) -> bool:
    """Whether topics go on up to their `und`: `Amt für Jugend, Familie, Alter und Soziales`.

    Behind a number they may do without: `Dezernat 4 – Jugend, Soziales, Sport`. Inside a
    department what may be a body elsewhere is a topic: `Referat Brandschutz, Rettungsdienst und …`.
    """
    is_one = _is_topic_inside if is_inside else _is_topic
    for piece in pieces:
        if piece.kind is Kind.NAME:
            return is_numbered and piece is not pieces[0]
        if not all(map(is_one, piece.text.split(" "))):
            return False
        if " " in piece.text:
            return AND_RE.search(piece.text) is not None
    return is_numbered


def _is_topic(word: str) -> bool:
    """Whether a word can name a field of work: no function, and of bodies only a few."""
    head = head_of(word)
    known = head is None or head.kind == "group" or head.word in TOPICS
    return known and role_of(word) is None


def _is_topic_inside(word: str) -> bool:
    """Whether a word can be a field of a department: no function, no office, no known body."""
    head = head_of(word)
    is_office = head is not None and (head.word.endswith("amt") or head.word.startswith(INTERNAL))
    is_body = is_office or (head is not None and head.is_proper)
    return role_of(word) is None and not (is_body or is_authority(word))


def _may_name_unit(piece: Designation) -> bool:
    """Whether a piece can be the name of a numbered department: `Referat 23 – Bildung`."""
    is_body = piece.kind is Kind.ORGANISATION
    return piece.kind in {Kind.UNIT, Kind.UNKNOWN} or (
        is_body and not is_authority(piece.text) and legal_form_at_end(piece.text) is None
    )
