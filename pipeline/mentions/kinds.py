"""What one piece of a comma line designates: its name-like shape or its first known noun tells.

In a German noun phrase the first noun is the head, whatever genitives and prepositions follow it:
`Beauftragte des Landkreises` is a function, no Landkreis.

>>> kind_of("Beauftragte des Landkreises Celle").name, kind_of("Amt für Soziales").name
('ROLE', 'UNIT')
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import takewhile
from typing import Final

from pipeline.german.area_codes import is_place
from pipeline.german.bodies import BodyHead, head_of, is_of_state, legal_form_at_end
from pipeline.german.fields import is_house, is_site
from pipeline.german.grammar import words
from pipeline.german.kreise import find_kreis
from pipeline.german.name_words import salutations
from pipeline.german.names import could_be_name, is_given_name, is_title, looks_like_name
from pipeline.german.roles import role_of
from pipeline.german.subheadings import subheading_kind

CACHED: Final = 4096
LONGEST_GIVEN: Final = 9
"""Letters of a given name that is in no list; what is longer is a noun."""
LONGEST_FAMILY: Final = 18
"""Letters of a family name, or of one half of it; what is longer is a compound."""
TERRITORIES: Final = words("territories") | words("seats")
AUTHORITIES: Final = tuple(words("authorities"))
INTERNAL: Final = tuple(words("internal"))
MARKETS: Final = words("markets")
OUTER: Final = words("outer")
SITES: Final = words("sites")
CLERKS: Final = words("clerks")
GROUPS: Final = words("groups")
KREIS_RE: Final = re.compile(r"(?:[Ll]and|[Ss]tadt)?[Kk]reis|LK|Region|Stadt|.*kreis")
WORD_RE: Final = re.compile(r"[^\W\d_][\w.’*:/-]*+")
GENITIVE_RE: Final = re.compile(r"[ ](?:des|der)[ ](?=[A-ZÄÖÜ])")
OF_KREIS_RE: Final = re.compile(r"[ ](?:des|der)[ ](?=(?:Land)?[Kk]reis|Stadt|Region)")


class Kind(Enum):
    """What a piece designates."""

    NAME = auto()
    ROLE = auto()
    UNIT = auto()
    ORGANISATION = auto()
    UNKNOWN = auto()


@lru_cache(maxsize=CACHED)
def kind_of(piece: str) -> Kind:
    """Return what a piece designates, by its name-like shape or its first noun that is known."""
    if _is_market(piece) or (find_kreis(piece) and KREIS_RE.match(piece)):
        return Kind.ORGANISATION
    if legal_form_at_end(piece):
        return Kind.ROLE if _is_function_in(piece) else Kind.ORGANISATION
    if piece.split(" ", 1)[0] in salutations() and looks_like_name(piece):
        return Kind.NAME
    if is_site(piece):
        return Kind.UNIT
    known = WORD_RE.findall(piece)
    if known and is_title(known[0]) and looks_like_name(piece):
        return Kind.NAME  # "Dipl.-Sozialpädagogin Eva Kurz"
    for word in known:
        if word.endswith("-"):
            continue  # the first part of `Kinder- und Jugendarzt`
        role = role_of(word)
        head = head_of(word)
        if (role or head) and word is not known[0] and looks_like_name(piece):
            return Kind.NAME  # "Anna Richter", "Günter Kamleiter"
        if role and not (head and len(head.word) > len(role.word)):
            return Kind.ROLE
        if head and head.kind == "group" and word is not known[-1] and _is_adjective(known):
            continue  # `Ehrenamtlicher Beauftragter`, `Freiwillige Feuerwehr`
        if head:
            return Kind.UNIT if _is_unit(head, word, piece) else Kind.ORGANISATION
        if is_title(word):
            break
    return Kind.NAME if looks_like_name(piece) else Kind.UNKNOWN


def _is_adjective(known: Sequence[str]) -> bool:
    """Whether a word that can mean people is an adjective to what follows it."""
    second = head_of(known[1])
    is_body = second is not None and second.kind == "organisation"
    return is_body or role_of(known[-1]) is not None


def _is_market(piece: str) -> bool:
    """Whether a piece is a municipality that has its own word for one: `Markt Bruckmühl`."""
    first, _, place = piece.partition(" ")
    is_name = place[:1].isupper() and place.replace(" ", "").replace("-", "").isalpha()
    return first in MARKETS and is_name and not (head_of(place) or role_of(place))


def _is_unit(head: BodyHead, word: str, piece: str) -> bool:
    """Whether an office is a department: not `Gesundheitsamt des Kreises X`, `Bundeskanzleramt`."""
    if head.level != "unit" or _is_of_kreis(piece):
        return False
    genitive = GENITIVE_RE.search(piece)
    of_state = is_of_state(word) or (genitive and is_of_state(piece[genitive.end() :]))
    return not (head.word.endswith("amt") and (of_state or is_of_state(piece)))


def _is_function_in(piece: str) -> bool:
    """Whether a piece that ends in a legal form is a function in that body: `Beraterin der …`."""
    genitive = GENITIVE_RE.search(piece)
    before = piece[: genitive.start()] if genitive else ""
    return bool(before) and " " not in before and role_of(before) is not None


def _is_of_kreis(piece: str) -> bool:
    """Whether an office names its Kreis in the genitive: `Gesundheitsamt des Landkreises X`."""
    genitive = OF_KREIS_RE.search(piece)
    return genitive is not None and find_kreis(piece[genitive.end() :]) is not None


def is_role_label(label: str) -> bool:
    """Whether a label is a function at the same time: `Leitung:`, but not `Ansprechpartner:`."""
    is_by = " durch " in label  # "Vertreten durch den Vorstand:" says who, not as what
    label = label.strip(" -–—()")  # "- Leiterin -" below a name
    role = role_of(label)
    if role is None or role.word in CLERKS:
        return False  # `Ansprechpartnerin:`, `Bearbeiter/in:` only announce a name
    return not is_by and subheading_kind(label) != "contact"


def is_authority(body: str) -> bool:
    """Whether a body is an administration that employs: a Kreis, a town or the seat of either."""
    first = body.split(" ", maxsplit=1)[0].lower()
    if _is_market(body):
        return True
    return first in TERRITORIES or first.endswith(AUTHORITIES) or find_kreis(body) is not None


def is_bare_seat(body: str) -> bool:
    """Whether an administration is named without its place: `Landratsamt`, `Magistrat`.

    >>> is_bare_seat("Landratsamt"), is_bare_seat("Landratsamt Celle"), is_bare_seat("Landkreis")
    (True, False, False)
    """
    return " " not in body and body.lower() in AUTHORITIES and body.lower() not in TERRITORIES


def is_branch(other: str, body: str) -> bool:
    """Whether a body without a name of its own is a part of one of its sort that has a name.

    >>> is_branch("Kinder- und Jugendbibliothek", "Stadtbibliothek Celle")
    True
    >>> is_branch("Stadtbibliothek Uelzen", "Stadtbibliothek Celle")
    False
    """
    last = other.rpartition(" ")[2]
    head = head_of(last)
    if head is None or head.is_proper or head.kind == "group" or not _ends_in_place(body):
        return False
    first = head_of(body.split(" ", 1)[0])
    return first is not None and first.word == head.word and not body.startswith(other)


def stands_alone(unit: str, *, with_person: bool = True) -> bool:
    """Whether an office that is named without its body is one that people know as such.

    A Pflegestützpunkt or a Gesundheitsamt with the name of its Kreis is; a Fachbereich, an Amt für
    Soziales, a Koordinierungsstelle is a part of something that is not printed. A Beratungsstelle
    für Schwangere is where nobody in it is named.
    """
    known = [word for word in WORD_RE.findall(unit) if not word.endswith("-") and head_of(word)]
    head = head_of(known[0]) if known else None
    rest = unit.partition(known[0])[2].strip() if known else ""
    if head is None or head.word.startswith(INTERNAL):
        return False
    if rest.startswith(("der ", "des ")) and kind_of(rest[4:]) is Kind.ORGANISATION:
        return True
    if rest.startswith(("für", "und", "der", "des")):
        return _ends_in_place(unit) or not (with_person or head.word.endswith("amt"))
    return not head.word.endswith("amt") or (bool(rest) and rest[0].isupper())


def _ends_in_place(unit: str) -> bool:
    """Whether the last word is a place, or two of them: `Amt für Forsten Abensberg-Landshut`."""
    last = unit.rpartition(" ")[2]
    return all(is_place(part) for part in (last, *last.split("-"))[last.count("-") > 0 :])


def outside_of(units: Sequence[str], inner: Sequence[str]) -> tuple[str, ...]:
    """Return the departments above others: up to the first that one of those stands beside.

    >>> outside_of(["Dezernat II", "Amt 50"], ["Amt 51"]), outside_of(["Amt 50"], ["Team Wohngeld"])
    (('Dezernat II',), ('Amt 50',))
    """
    if not units:
        return ()
    ranks = {_rank(unit) for unit in inner} - {None}
    return tuple(takewhile(lambda unit: _rank(unit) not in ranks, units))


def departments_above(units: Sequence[str], inner: str) -> tuple[str, ...]:
    """Return those of the departments above that can hold another, by their rank.

    >>> departments_above(["Dezernat II", "Jugendamt"], "Sozialamt")
    ('Dezernat II',)
    """
    return tuple(takewhile(lambda unit: _rank(unit) in OUTER, outside_of(units, [inner])))


@lru_cache(maxsize=CACHED)
def is_collective(piece: str) -> bool:
    """Whether a piece is headed by people or a field of life: no body that can be reached.

    >>> is_collective("Ehrenamt in Celle"), is_collective("Freiwillige Feuerwehr Celle")
    (True, False)
    """
    known = WORD_RE.findall(piece)
    head = head_of(known[0]) if known else None
    if head is None or head.kind != "group" or head.word in GROUPS or legal_form_at_end(piece):
        return False
    return len(known) == 1 or not _is_adjective(known)


@lru_cache(maxsize=CACHED)
def _rank(unit: str) -> str | None:
    """Return the word that departments of one rank share; sites are of one rank."""
    heads = [head for word in WORD_RE.findall(unit) if (head := head_of(word))]
    if is_site(unit) or (heads and heads[0].word in SITES):
        return "site"
    return heads[0].word if heads else None


def might_be_person(line: str) -> bool:
    """Whether a line has the shape of a name, though nothing proves it."""
    if not could_be_name(line) or kind_of(line) is not Kind.UNKNOWN or is_house(line):
        return False
    parts = line.replace("-", " ").split()
    return max(map(len, parts)) <= LONGEST_FAMILY and not _names_place(line)


def _names_place(line: str) -> bool:
    """Whether a long word and a place are a house there: `Heeresflugplatz Celle`."""
    first, _, place = line.partition(" ")
    return len(first) > LONGEST_GIVEN and not is_given_name(first) and is_place(place)
