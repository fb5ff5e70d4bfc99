"""Names, functions, departments and bodies, as they stand in comma lines without a sentence.

`Ute Kern, Leiterin, Amt für Soziales, Landkreis X` is cut at commas, bars and spaced dashes; what
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
from functools import lru_cache
from typing import Final

from pipeline.german.area_codes import is_place
from pipeline.german.asides import is_aside, register_re
from pipeline.german.bodies import legal_form_at_end
from pipeline.german.fields import (
    asking_re,
    is_language,
    is_office_by_work,
    is_office_label,
    is_service,
)
from pipeline.german.kreise import find_kreis
from pipeline.german.labels import label_kind
from pipeline.german.name_words import company, salutations, tells_of_a_person
from pipeline.german.names import looks_like_name
from pipeline.german.roles import role_of
from pipeline.mentions.cuts import pieces_of
from pipeline.mentions.inverted import BRACKETED_RE, is_inverted
from pipeline.mentions.joining import Designation, joined
from pipeline.mentions.kinds import (
    CACHED,
    GENITIVE_RE,
    Kind,
    departments_above,
    is_authority,
    is_bare_seat,
    is_branch,
    is_collective,
    is_role_label,
    kind_of,
    might_be_person,
    outside_of,
    stands_alone,
)

__all__ = [
    "Designation",
    "Kind",
    "departments_above",
    "find_designations",
    "is_authority",
    "is_bare_seat",
    "is_branch",
    "is_collective",
    "is_designation",
    "is_person",
    "is_role_label",
    "kind_of",
    "might_be_person",
    "outside_of",
    "stands_alone",
]

BLANKS: Final = str.maketrans("\n", " ")
LONGEST: Final = 300


OF_SOMEBODY: Final = frozenset({"person", "phone", "mobile", "fax", "mail"})
"""What may be announced of somebody who is named behind the label: `Durchwahl Frau Kurz`."""
OFFICES: Final = frozenset({Kind.UNIT, Kind.ORGANISATION})
DEGREE_RE: Final = re.compile(r"[BM]\.[ ]?(?:A|Sc|Ed|Eng)\.[ ](?=[A-ZÄÖÜ])")  # and its subject
DEGREE_INSIDE_RE: Final = re.compile(r"[ ][BM]\.[ ]?(?:A|Sc|Ed|Eng)\.(?=[ ][A-ZÄÖÜ])")
LETTER_RE: Final = re.compile(r"[^\W\d_]")
# "(Artenschutz)" behind a name; no letters of a file, no hours: "(A–K)", "(vormittags)"
MATTER_RE: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3}[\w-]*+(?:[ ](?:und|/|&)[ ][A-ZÄÖÜ][\w-]{3,})?")
# "Stabsstelle Integration im Landratsamt X": a department and its body.
WITHIN_RE: Final = re.compile(
    r"[ ](?:im|in der|in dem|beim|bei der|am|an der|vom|von der)[ ](?=[A-ZÄÖÜ])"
)
TWO_RE: Final = re.compile(r"(\S.*?\S) (?:und|&|/) (\S.*\S)$")


def find_designations(passage: str) -> tuple[Designation, ...]:
    """Cut a passage into its designations, in order."""
    return _find(passage.translate(BLANKS)) if len(passage) <= LONGEST else ()


@lru_cache(maxsize=CACHED)
def _find(passage: str) -> tuple[Designation, ...]:
    whole = passage.strip(" \n,;:|–-").rpartition(": ")[2].strip()
    if whole and is_inverted(whole):
        start = passage.rindex(whole)
        return (Designation(Kind.NAME, whole, start, start + len(whole)),)
    found: list[Designation] = []
    for start, end in pieces_of(passage):
        found.extend(_designate(passage, start, end))
    return tuple(joined(passage, found))


def _designate(passage: str, start: int, end: int) -> Iterator[Designation]:
    """Yield what one piece designates: mostly one thing, two in `Landrätin Dr. Eva Kurz`."""
    piece = passage[start:end]
    if not LETTER_RE.search(piece):
        return
    if piece[0] == "(" and piece[-1] == ")" and looks_like_name(piece[1:].partition(",")[0]):
        for inner, past in pieces_of(piece[1:-1]):  # "030 23125-014 (Eva Kurz, Leiterin)"
            yield from _designate(passage, start + 1 + inner, start + 1 + past)
        return
    if register_re().match(piece):
        return
    if asked := asking_re().match(piece):
        yield from _designate(passage, start + asked.end(), end)
        return
    both = TWO_RE.match(piece)
    if _two_names(piece) and both:
        yield from _designate(passage, start + both.start(1), start + both.end(1))
        yield from _designate(passage, start + both.start(2), start + both.end(2))
        return
    bracket = BRACKETED_RE.search(piece)
    before = piece[: bracket.start()] if bracket else piece
    if (is_aside(before) and not is_inverted(before)) or DEGREE_RE.match(piece) or "@" in piece:
        return
    if bracket and (_names_somebody(before) or (not before and kind_of(bracket[1]) is Kind.ROLE)):
        yield from _with_bracket(passage, start, bracket)
        return
    is_remark = bracket and (bracket[1][0].islower() or is_aside(bracket[1]))
    if bracket and is_remark and kind_of(before) in OFFICES and not legal_form_at_end(piece):
        yield from _designate(passage, start, start + bracket.start())
        return
    if both and looks_like_name(both[1]) and both[2] in company():
        yield Designation(Kind.NAME, both[1], start + both.start(1), start + both.end(1))
        return
    if (degree := DEGREE_INSIDE_RE.search(piece)) and looks_like_name(piece[: degree.end()]):
        end = start + degree.end()  # "Eva Kurz M.A. Sozialmanagement"
    start += _before_name(piece)
    piece = passage[start:end]
    cut = _name_inside(piece) or _body_inside(piece) or _slash_inside(piece)
    if cut:
        left, right = piece[: cut[0]], piece[cut[1] :]
        kind = Kind.NAME if might_be_person(right) else kind_of(right)
        is_desk = kind is Kind.NAME and is_office_label(left)
        yield Designation(Kind.ROLE if is_desk else kind_of(left), left, start, start + cut[0])
        yield Designation(kind, right, start + cut[1], end)
        return
    yield Designation(kind_of(piece), piece, start, end)


def _names_somebody(piece: str) -> bool:
    return kind_of(piece) is Kind.NAME or bool(_name_inside(piece)) or _two_names(piece)


def _with_bracket(passage: str, start: int, bracket: re.Match[str]) -> Iterator[Designation]:
    """Yield a name and what the bracket behind it says of the person: `Eva Kurz (Artenschutz)`."""
    yield from _designate(passage, start, start + bracket.start())
    inner, kind = bracket[1], kind_of(bracket[1])
    first = inner.split(" ", 1)[0]
    if label_kind(first) == "hours" or is_language(first.rstrip(",/")):
        return  # "(Dienstag und Donnerstag)", "(Arabisch)"
    if is_place(inner) or find_kreis(f"Landkreis {inner}"):
        return  # where somebody is
    if is_service(inner):
        kind = Kind.UNIT
    if kind in {Kind.ROLE, Kind.UNIT} or MATTER_RE.fullmatch(inner):
        kind = Kind.ROLE if kind is Kind.UNKNOWN or is_office_by_work(inner) else kind
        yield Designation(kind, inner, start + bracket.start(1), start + bracket.end(1))


def _before_name(piece: str) -> int:
    """Return how long a salutation or a label is: `Frau Regierungsrätin Dr. Eva Kurz`."""
    first, _, rest = piece.partition(" ")
    is_label = label_kind(first) in OF_SOMEBODY and looks_like_name(rest)
    is_label = is_label and role_of(first) is None and not is_office_label(first)
    is_salutation = first in salutations() and not looks_like_name(piece)
    return len(first) + 1 if is_label or is_salutation else 0


def _name_inside(piece: str) -> tuple[int, int] | None:
    """Return where a function and a name are parted: `Landrätin Dr. Eva Kurz`."""
    if looks_like_name(piece):
        return None
    blanks = list(re.finditer(r"[ ]+", piece))
    told = (cut for cut in blanks if tells_of_a_person(piece[cut.end() :].split(" ", 1)[0]))
    for blank in (*told, *blanks):
        left, right = piece[: blank.start()], piece[blank.end() :]
        if (kind_of(left) is Kind.ROLE or is_office_label(left)) and (
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


def _two_names(piece: str) -> bool:
    """Whether a piece names two persons: `Eva Kurz (Mo–Mi) und Jan Roth`."""
    both = TWO_RE.match(piece)
    names = both.groups() if both else ()
    return bool(names) and all(looks_like_name(BRACKETED_RE.sub("", name)) for name in names)


def _slash_inside(piece: str) -> tuple[int, int] | None:
    """Return where a slash parts two offices: `Sozialamt/Sachgebiet Teilhabe`."""
    left, slash, right = piece.partition("/")
    both = slash and right[:1].isupper() and {kind_of(left), kind_of(right)} <= OFFICES
    return (len(left), len(left) + 1) if both else None


def _body_inside(piece: str) -> tuple[int, int] | None:
    """Return where a body is parted from its department or from a function in it.

    `Stabsstelle Y im Landratsamt X`, `Leiterin des Amtes Y beim Kreis X`, `Beraterin der X gGmbH`.
    """
    kind = kind_of(piece)
    if kind not in {Kind.UNIT, Kind.ROLE}:
        return None
    for within in WITHIN_RE.finditer(piece):
        body = piece[within.end() :]
        is_employer = kind is Kind.ROLE and within[0].startswith((" bei", " beim"))
        if kind_of(body) is Kind.ORGANISATION and (is_employer or find_kreis(body) is None):
            return within.span()  # `im Landkreis X` says where, not whose
    if kind is Kind.ROLE and legal_form_at_end(piece):
        genitive = GENITIVE_RE.search(piece)
        return genitive.span() if genitive else None
    return None


def is_person(line: str) -> bool:
    """Whether a line names a person."""
    return any(piece.kind is Kind.NAME for piece in find_designations(line))


def is_designation(line: str) -> bool:
    """Whether a line names a person, a function, a department or a body."""
    return any(piece.kind is not Kind.UNKNOWN for piece in find_designations(line))
