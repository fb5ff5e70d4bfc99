"""What is designated on a stretch of a line without mentions: labels, and what they announce."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from pipeline.assemble.contacts.drafts import Element
from pipeline.assemble.contacts.rows import kind_behind, with_kind
from pipeline.german import bundeslaender
from pipeline.german.area_codes import is_place
from pipeline.german.asides import is_aside, register_re
from pipeline.german.fields import (
    FieldKind,
    asking_re,
    field_kind,
    is_house,
    is_matter,
    is_office_by_work,
    is_office_label,
    names_work,
)
from pipeline.german.inflection import nominative
from pipeline.german.labels import key, label_kind, label_kinds, qualifiers
from pipeline.german.roles import is_held, is_signing
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.designations import (
    Designation,
    Kind,
    find_designations,
    is_authority,
    is_collective,
    is_designation,
    is_person,
    is_role_label,
    kind_of,
    might_be_person,
)
from pipeline.text import Span, Text

MARKS: Final = " \t\n,;:|·•*–—-()/"
OFFICES: Final = frozenset({Kind.UNIT, Kind.ORGANISATION})
# A label and its colon; one without white space is a gendered ending (`Koordinator:in`).
LABEL_RE: Final = re.compile(r"[\s,;|·•*–—-]*+(?P<label>[^\n,|]{1,60}?):(?=\s|$)")
# What may stand behind the name of a place: "Schwedt/Oder", "Bernau bei Berlin".
PLACE_RE: Final = re.compile(r"(?:/|[ ](?:am|an[ ]der|bei|in|\())[ ]?[^\W\d_].*$")
BRACKETED_RE: Final = re.compile(r"[ ]?\([^()]{1,60}\)$")
# "Ansprechpartnerin bei der IHK Lippe", "Ansprechpersonen der Stadt X"
ANNOUNCED_RE: Final = re.compile(
    r"[ ](?:bei(?:m|[ ]der)?|(?P<of>des|der))[ ](?P<body>[A-ZÄÖÜ][^:]*)"
)
# "Vertretung für Frau Kurz (in Elternzeit)"
FOR_SOMEBODY_RE: Final = re.compile(r"(?<=tretung)[ ](?:für|von)[ ](?:Frau|Herrn?)[ ].*")
# "Kontakt Jugendamt:", "Ansprechpartnerin Landkreis X"
OFFICE_RE: Final = re.compile(
    r"(?:Ihr[e]?[ ])?(?:Kontakt|Ansprech[\w:*/]+)[ ](?P<office>[A-ZÄÖÜ][^:]*):?"
)
VACANT_RE: Final = re.compile(r"\s*N\.[ ]?N\b")
# In a letterhead the body signs by its head ("Kreis X / Der Landrat"): no contact's function.
HOLDER_RE: Final = re.compile(r"(?:D(?:er|ie|as)|D(?:ER|IE|AS))[ ]")
SIGNED_RE: Final = re.compile(r"[ ,]+(?:der|die)[ ](?P<head>[A-ZÄÖÜ][\w-]+)$")
HELD_RE: Final = re.compile(r"[ ](?:des|der)[ ](?P<body>[A-ZÄÖÜ].*)")
# A heading that greets: "Ihr Team", "Unser Beratungsteam für Sie"
TEAM_RE: Final = re.compile(r"(?i:(?:ihr|unser|euer|das)[ ][\w-]*team)(?:[ ][a-zäöü].*)?")
# Up to the next cell: the value of a label that announces no designation ("Zimmer: A 213").
VALUE_RE: Final = re.compile(r"[^,;|\t]*+")
NO_DESIGNATION: Final = {("other_number",), ("web",), ("mail",), ("hours",)}


def designated(
    text: Text, gap: Span, line: int, *, is_alone: bool = False, below: str = ""
) -> Iterator[Element]:
    """Yield the names, functions and offices in a stretch without mentions.

    One that is alone is the whole first line of a paragraph; below a whole line stands another.
    """
    passage = text.at(gap)
    start = gap.start
    field: FieldKind | None = None
    named = False
    if labelled := LABEL_RE.match(passage):
        label = FOR_SOMEBODY_RE.sub("", labelled["label"].strip(MARKS))
        rest = passage[labelled.end() :]
        at = gap.start + labelled.start("label")
        field = field_kind(label)
        heads_person = names_work(label) and kind_of(label) is Kind.UNKNOWN
        told = _told_by(label, rest) or (_told_by(label, below) if heads_person else None)
        is_vacant = VACANT_RE.match(rest) and kind_of(label) is Kind.ROLE
        if is_vacant or not (told or rest.strip(MARKS) or key(label) not in qualifiers()):
            return  # "Leitung: N. N.", "Verwaltung:" before an address
        if body := announced_body(label):
            announced = Designation(Kind.ORGANISATION, body, 0, 0)
            yield Element(announced, Span(at, at + len(label)), line)
        elif office := announced_office(label):
            announced = Designation(kind_of(office), office, 0, 0)
            yield Element(announced, Span(at, at + len(label)), line)
        if told:
            yield Element(Designation(told, label, 0, 0), Span(at, at + len(label)), line,
                          is_desk=is_office_label(label))  # fmt: skip
        heads = is_alone and not rest and is_matter(label) and not is_aside(label)
        begin = 0 if heads and not told else _begin(labelled, rest, told=told is not None)
        if begin is None:
            return
        named = begin > 0 and (told is Kind.ROLE or label_kind(label) == "person")
        start, passage = gap.start + begin, passage[begin:]
    elif _is_translated(passage) or _is_place_of_hours(passage):
        return
    elif register_re().match(f"{passage.strip()}\n{below}"):
        return  # "Amtsgericht Celle" above "VR 700412"
    elif "(" not in passage and is_office_label(passage.strip(MARKS)):
        yield desk(text, text.strip(gap), line)
        return
    for piece in chain.from_iterable(map(_bodies_meant, find_designations(passage))):
        if _is_of_contact(piece):
            element = Element(piece, Span(start + piece.start, start + piece.end), line)
            kind = Kind.NAME if named and might_be_person(piece.text) else None
            if is_office_label(piece.text) and asking_re().match(passage):
                element = replace(element, is_desk=True)  # "Anfragen bitte an das Vorzimmer"
            yield with_kind(element, kind or kind_behind(field, piece))
            named = False


def _begin(labelled: re.Match[str], rest: str, *, told: bool) -> int | None:
    """Return where the designations begin: at a label that is one itself, or behind it.

    None where there are none.
    """
    label = labelled["label"].strip(MARKS)
    skipped = _length_of_value(label, rest)
    behind = labelled.end() + skipped
    if told or field_kind(label) or label_kind(label) or subheading_kind(label) == "contact":
        return behind
    if skipped or (is_aside(label) and is_person(rest)) or _is_of_hours(label, rest):
        return behind
    if is_aside(label) or not (rest.strip(MARKS) or is_designation(labelled["label"])):
        return None  # "Träger: …", or what the number behind it is for: "Patientenservice:"
    if rest.strip(MARKS) and not (_names_any(label) or _names_any(rest)):
        return None  # "Ihre Nachricht vom: 3. Mai"
    asks = not is_matter(label) and kind_of(label) is not Kind.ROLE
    return behind if asks and _names_first(rest) else 0  # "Technische Fragen: Eva Kurz"


def announced_body(label: str) -> str | None:
    """Return the body in whose name persons are announced; one word alone may be a house.

    >>> announced_body("Ihre Ansprechpartnerin beim Caritasverband Celle:")
    'Caritasverband Celle'
    """
    match = ANNOUNCED_RE.search(label) if subheading_kind(label) == "contact" else None
    if match is None:
        return None
    body = match["body"].rstrip(" :")
    body = nominative(body, "genitive") if match["of"] else body
    return body if " " in body and kind_of(body) is Kind.ORGANISATION else None


def announced_office(label: str) -> str | None:
    """Return the office that stands directly behind the word for contact.

    >>> announced_office("Kontakt Jugendamt:"), announced_office("Kontakt und Beratung:")
    ('Jugendamt', None)
    """
    match = OFFICE_RE.fullmatch(label) if subheading_kind(label) == "contact" else None
    return match["office"] if match and kind_of(match["office"]) in OFFICES else None


def _length_of_value(label: str, rest: str) -> int:
    """Return how long the value behind a label is that names nobody: `Zimmer: A 213`."""
    value = VALUE_RE.match(rest)
    kinds = label_kinds(label)
    if kinds == ("hours",) and not is_person(rest):
        return len(rest)  # "Sprechstunde: donnerstags, Rathaus, Zimmer 4"
    is_value = value and kinds in NO_DESIGNATION and not _names_first(rest)
    return value.end() if value and is_value else 0


def _is_of_hours(label: str, rest: str) -> bool:
    """Whether a label says only when or where something is: `Bus hält: 9.15 Uhr Markt`."""
    value = VALUE_RE.match(rest)
    return bool(value and is_aside(value[0].strip())) and kind_of(label) is Kind.UNKNOWN


def _told_by(label: str, rest: str) -> Kind | None:
    """Return what a label says by itself: `Leitung:`, `Artenschutz: Eva Kurz`, `Vorzimmer:`."""
    if is_role_label(label):
        return Kind.ROLE
    if is_office_label(label):
        return Kind.ROLE if _names_first(rest) else Kind.UNIT
    if PLACE_RE.sub("", label) == "" or is_place(PLACE_RE.sub("", label)):
        return None  # where somebody is: "Eberswalde: Eva Kurz"
    if label_kind(label) or field_kind(label) or not is_matter(label) or is_aside(label):
        return None
    is_work = kind_of(label) is Kind.UNKNOWN or is_office_by_work(label)
    return Kind.ROLE if is_work and _names_first(rest) else None


def _names_any(passage: str) -> bool:
    """Whether a piece of a passage says who or what somebody is, or might be a name."""
    return any(
        piece.kind is not Kind.UNKNOWN or might_be_person(piece.text)
        for piece in find_designations(passage)
    )


def _is_place_of_hours(passage: str) -> bool:
    """Whether a line says where hours are, or a room: `Lemgo, Bürgerhaus, 9–11 Uhr`."""
    if "," not in passage:
        return False
    place, _, rest = (part.strip(MARKS) for part in passage.partition(","))
    is_where = is_place(place) or (" " not in place and place != "" and is_house(place))
    return bool(rest) and is_where and is_aside(rest) and not is_person(rest)


def _is_translated(passage: str) -> bool:
    """Whether a stretch is a label in several languages: `Kontakt / Contact / İletişim`."""
    first, *others = passage.strip(MARKS).split(" / ")
    is_label = subheading_kind(first) == "contact" or label_kind(first) is not None
    return (
        is_label and bool(others) and not is_role_label(first) and not any(map(_names_any, others))
    )


def _names_first(rest: str) -> bool:
    """Whether a name, or a function and a name, is the first that stands behind a label."""
    first, second = [*(piece.kind for piece in find_designations(rest)[:2]), None, None][:2]
    return first is Kind.NAME or (first is Kind.ROLE and second is Kind.NAME)


def _bodies_meant(piece: Designation) -> Iterator[Designation]:
    """Yield the body whose head signs for it: `Der Landrat des Kreises Höxter`.

    Who has an office in it stays: `Die Gleichstellungsbeauftragte des Kreises Höxter`. A collective
    is no body: `Ehrenamt in Celle`.
    """
    if piece.kind is Kind.ORGANISATION and is_collective(piece.text):
        piece = replace(piece, kind=Kind.UNKNOWN)
    signed = SIGNED_RE.search(piece.text) if piece.kind is Kind.ORGANISATION else None
    if signed and is_signing(signed["head"]) and is_authority(piece.text[: signed.start()]):
        end = signed.start()
        piece = replace(piece, text=piece.text[:end], end=piece.start + end)
    holder = HOLDER_RE.match(piece.text) if piece.kind is Kind.ROLE else None
    match = HELD_RE.search(piece.text) if holder else None
    body = nominative(match["body"], "genitive") if match else ""
    if match is None or kind_of(body) is not Kind.ORGANISATION:
        yield piece
        return
    is_office = is_held(piece.text)
    if is_office:
        end = match.start() if " " in body else len(piece.text)
        yield replace(piece, text=piece.text[:end], end=piece.start + end)
    if not is_office or " " in body:
        start = piece.start + match.start("body") * is_office
        yield Designation(Kind.ORGANISATION, body, start, piece.end)


def _is_of_contact(piece: Designation) -> bool:
    """Whether a piece says who or what the contact is: no label, no remark, no letterhead."""
    bare = piece.text.lstrip(" .")  # of "Tel. (priv.)" the label is taken
    if len(bare) <= 1 or (bare[0] == "(" and bare[-1] == ")"):
        return False
    if label_kind(BRACKETED_RE.sub("", piece.text)) == "person" and piece.kind is Kind.UNKNOWN:
        return False  # "Verantwortlich für den Inhalt (§ 18 MStV)"
    if piece.text in bundeslaender() or field_kind(piece.text) or is_place(piece.text):
        return False
    if piece.kind is Kind.UNKNOWN and subheading_kind(piece.text) == "contact":
        return False  # "Rufen Sie uns an!"
    if piece.kind is Kind.UNIT and TEAM_RE.fullmatch(piece.text):
        return False
    if piece.kind is Kind.ROLE:
        signed = SIGNED_RE.fullmatch(f" {piece.text}")
        is_letterhead = HOLDER_RE.match(piece.text) and not is_held(piece.text)
        is_letterhead = is_letterhead or (signed and is_signing(signed["head"]))
        return not is_letterhead and subheading_kind(piece.text) != "contact"
    return not label_kinds(piece.text) or piece.kind in {Kind.UNIT, Kind.ORGANISATION}


def desk(text: Text, label: Span, line: int) -> Element:
    """Return the desk that a label names: `Geschäftsstelle: Tel. …`."""
    name = text.at(label).strip(MARKS)
    return Element(Designation(Kind.UNIT, name, 0, 0), label, line)
