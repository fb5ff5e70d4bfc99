"""What stands on the lines of a contact block, in printed order: mentions and designations."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.assemble.contacts.drafts import Element
from pipeline.assemble.contacts.naming import with_names
from pipeline.assemble.contacts.rows import (
    in_columns,
    kind_behind,
    names_first,
    with_kind,
    with_matter,
    with_tasks,
)
from pipeline.german import bundeslaender
from pipeline.german.area_codes import is_place
from pipeline.german.asides import is_aside
from pipeline.german.fields import (
    FieldKind,
    field_kind,
    is_matter,
    is_office_by_work,
    is_office_label,
)
from pipeline.german.labels import key, label_kind, label_kinds, qualifiers
from pipeline.german.names import looks_like_name
from pipeline.german.phrase import adjective
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions import Address, Email, Mentions, Phone, Website
from pipeline.mentions.columns import Columns, heads_of
from pipeline.mentions.designations import (
    Designation,
    Kind,
    find_designations,
    is_designation,
    is_person,
    is_role_label,
    kind_of,
    might_be_person,
)
from pipeline.segment.lines import Line
from pipeline.text import Span, Text, gaps

MARKS: Final = " \t\n,;:|·•*–—-()/"
# A label and its colon; one without white space is a gendered ending (`Koordinator:in`).
LABEL_RE: Final = re.compile(r"[\s,;|·•*–—-]*+(?P<label>[^\n,|]{1,40}?):(?=\s|$)")
# Whose number it is: "030 23125-014 (A. Kurz)".
OWNER_RE: Final = re.compile(
    r"[ ]?\((?P<printed>(?:(?:Frau|Herrn?+|Fr\.|Hr\.)[ ])?(?:[A-ZÄÖÜ]\.(?:-?[A-ZÄÖÜ]\.)?[ ]?)?"
    r"(?P<family>[^\W\d_][\w’' -]{1,40}))\)"
)
BEFORE_LABEL_RE: Final = re.compile(
    r"(?<!\S)(?:[\w-]+-|(?P<word>[A-ZÄÖÜ][a-zäöüß]+(?:er|e|es))[ ])\Z"
)
FARTHEST_LABEL: Final = 40
FOR_ALL_RE: Final = re.compile(
    r"(?:für[ ]alle|[Gg]emeinsame[rs]?)(?:[ ][^\W\d_-]+|[ ]E-Mail|[ ]\(alle\))?:?[ ]$"
)
# What may stand behind the name of a place: "Schwedt/Oder", "Bernau bei Berlin".
PLACE_RE: Final = re.compile(r"(?:/|[ ](?:am|an[ ]der|bei|in|\())[ ]?[^\W\d_].*$")
BRACKETED_RE: Final = re.compile(r"[ ]?\([^()]{1,60}\)$")
VACANT_RE: Final = re.compile(r"\s*N\.[ ]?N\b")
VACANT_LINE_RE: Final = re.compile(r"(?<!\w)N\.[ ]?N\b")
# In a letterhead the body signs by its head ("Kreis X / Der Landrat"): no contact's function.
HOLDER_RE: Final = re.compile(r"(?:D(?:er|ie|as)|D(?:ER|IE|AS))[ ]")
# Up to the next cell: the value of a label that announces no designation ("Zimmer: A 213").
VALUE_RE: Final = re.compile(r"[^,;|\t]*+")
NO_DESIGNATION: Final = {("other_number",), ("web",), ("mail",), ("hours",)}


class MentionIndex:
    """The mentions of a document, by place."""

    def __init__(self, mentions: Mentions) -> None:
        """Sort them once; look-ups are by bisection."""
        values: list[Address | Phone | Email | Website] = [
            *mentions.reachable(),
            *mentions.addresses,
        ]
        self._values = sorted(values, key=lambda value: value.span)
        self._starts = [value.span.start for value in self._values]

    def within(self, span: Span) -> Sequence[Address | Phone | Email | Website]:
        """Return those that begin inside a span."""
        return self._values[
            bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
        ]


def find_elements(text: Text, lines: Sequence[Line], index: MentionIndex) -> list[Element]:
    """Return what stands on the lines, in printed order."""
    elements: list[Element] = []
    covered = Span(0, 0)  # an address may run over several lines
    named: set[str] = set()
    columns: Columns = ()
    for i, line in enumerate(lines):
        if heads := heads_of(text.at(line.content)):
            columns = heads
            continue
        values = index.within(line.span)
        labels = [
            _whole_label(text, value.label)
            for value in values
            if not isinstance(value, Address) and value.label is not None
        ]
        found = [one for value in values for one in _mentioned(text, value, i, named)]
        found += [
            replace(_desk(text, value.label, i), is_desk=True)
            for value in values
            if isinstance(value, Phone) and value.label and value.label < value.span
            and is_office_label(text.at(value.label))
        ]  # fmt: skip
        for gap in gaps(line.content, [covered, *(value.span for value in values), *labels]):
            found.extend(_designated(text, gap, i))
        covered = max([covered, *(value.span for value in values)], key=lambda span: span.end)
        found = in_columns(text, line, sorted(found, key=lambda one: one.span), columns)
        if found:
            found = names_first(with_matter(with_tasks(found)), elements)
        placed = list(_placed(text, found))
        if placed:
            parted = line.blank_before and _leads_to_number(lines, i, index)
            is_below = bool(line.bullet and not lines[0].bullet) or _asks_for_person(text, line)
            if parted or is_below:
                placed[0] = replace(placed[0], parted=parted, is_below=is_below)
            if _announces_person(text, line):
                placed[0] = replace(placed[0], is_announced=True)
            if VACANT_LINE_RE.search(text.at(line.content)):
                placed[0] = replace(placed[0], is_vacant=True)
        elements.extend(placed)
        named.update(*map(_families, placed))
    return with_names(elements)


def _asks_for_person(text: Text, line: Line) -> bool:
    """Whether a line begins with `Ihre Ansprechpersonen:` or `Leitung:`."""
    label, colon, _ = text.at(line.content).partition(":")
    return bool(colon) and (_announces_person(text, line) or is_role_label(label))


def _announces_person(text: Text, line: Line) -> bool:
    """Whether a line begins with `Ihre Ansprechpersonen:`."""
    label, colon, _ = text.at(line.content).partition(":")
    return bool(colon) and subheading_kind(label) == "contact"


def _leads_to_number(lines: Sequence[Line], i: int, index: MentionIndex) -> bool:
    """Whether somebody can be reached in the paragraph that a line opens."""
    end = next((k for k in range(i + 1, len(lines)) if lines[k].blank_before), len(lines))
    values = index.within(Span(lines[i].span.start, lines[end - 1].span.end))
    return any(not isinstance(value, Address) for value in values)


def _mentioned(
    text: Text, value: Address | Phone | Email | Website, line: int, named: Container[str]
) -> Iterator[Element]:
    """Yield a mention, and whoever is named in brackets behind a number and nowhere above."""
    start, end = value.span
    for_all = FOR_ALL_RE.search(text.characters, max(0, start - FARTHEST_LABEL), start) is not None
    match = OWNER_RE.match(text.characters, end) if isinstance(value, Phone) else None
    names = match is not None and looks_like_name(match["printed"])
    if match is None or not names or match["family"].rsplit(maxsplit=1)[-1] in named:
        owner = match["family"] if match else None
        yield Element(value, value.span, line, owner=owner, is_for_all=for_all)
        return
    yield Element(value, value.span, line, is_for_all=for_all)
    name = Designation(Kind.NAME, match["printed"], 0, 0)
    yield Element(name, Span(*match.span("printed")), line)


def _families(element: Element) -> Iterator[str]:
    """Yield the family name of a person, and the last part of a double one."""
    if isinstance(element.value, Designation) and element.value.kind is Kind.NAME:
        last = element.value.text.rsplit(maxsplit=1)[-1]
        yield from (last, last.rpartition("-")[2])


def _whole_label(text: Text, label: Span) -> Span:
    """Return a label with what belongs to its word: `24-Stunden-Hotline`, `Ärztlicher Notruf`."""
    before = BEFORE_LABEL_RE.search(text.characters, max(0, label.start - 40), label.start)
    if before is None or (before["word"] and not adjective(before["word"])):
        return label
    return Span(before.start(), label.end)


def _desk(text: Text, label: Span, line: int) -> Element:
    """Return the desk that a label names: `Geschäftsstelle: Tel. …`."""
    name = text.at(label).strip(MARKS)
    return Element(Designation(Kind.UNIT, name, 0, 0), label, line)


def _placed(text: Text, found: Sequence[Element]) -> Iterator[Element]:
    """Say of the elements of one line what stands behind them."""
    reachable = any(not isinstance(element.value, Designation | Address) for element in found)
    last = max(
        (k for k, one in enumerate(found) if isinstance(one.value, Phone | Email)), default=-1
    )
    for k, element in enumerate(found):
        following = found[k + 1].value if k + 1 < len(found) else None
        leads_to = following.kind if isinstance(following, Designation) else None
        is_label = text.characters[element.span.end : element.span.end + 1] == ":"
        opens = reachable and k == 0
        if opens or leads_to or is_label or k > last >= 0:
            yield replace(
                element, opens=opens, leads_to=leads_to, is_label=is_label, is_last=k > last >= 0
            )
        else:
            yield element


def _designated(text: Text, gap: Span, line: int) -> Iterator[Element]:
    """Yield the names, functions and offices in a stretch without mentions."""
    passage = text.at(gap)
    start = gap.start
    field: FieldKind | None = None
    named = False
    if labelled := LABEL_RE.match(passage):
        label, rest = labelled["label"].strip(MARKS), passage[labelled.end() :]
        at = gap.start + labelled.start("label")
        field = field_kind(label)
        told = _told_by(label, rest)
        is_vacant = VACANT_RE.match(rest) and kind_of(label) is Kind.ROLE
        if is_vacant or not (told or rest.strip(MARKS) or key(label) not in qualifiers()):
            return  # "Leitung: N. N.", "Verwaltung:" before an address
        if told:
            yield Element(Designation(told, label, 0, 0), Span(at, at + len(label)), line,
                          is_desk=is_office_label(label))  # fmt: skip
        skipped = _length_of_value(label, rest)
        if told or field or label_kind(label) or subheading_kind(label) == "contact":
            named = told is Kind.ROLE or label_kind(label) == "person"
            start, passage = gap.start + labelled.end() + skipped, rest[skipped:]
        elif skipped or (is_aside(label) and is_person(rest)) or _is_of_hours(label, rest):
            start, passage = gap.start + labelled.end() + skipped, rest[skipped:]
        elif is_aside(label) or not (rest.strip(MARKS) or is_designation(labelled["label"])):
            return  # "Träger: …", or what the number behind it is for: "Patientenservice:"
        elif not is_matter(label) and _names_first(rest):
            start, passage = gap.start + labelled.end(), rest  # "Technische Fragen: Eva Kurz"
    elif "(" not in passage and is_office_label(passage.strip(MARKS)):
        yield _desk(text, text.strip(gap), line)
        return
    for piece in find_designations(passage):
        if _is_of_contact(piece):
            element = Element(piece, Span(start + piece.start, start + piece.end), line)
            kind = Kind.NAME if named and might_be_person(piece.text) else None
            yield with_kind(element, kind or kind_behind(field, piece))
            named = False


def _length_of_value(label: str, rest: str) -> int:
    """Return how long the value behind a label is that names nobody: `Zimmer: A 213`."""
    value = VALUE_RE.match(rest)
    is_value = value and label_kinds(label) in NO_DESIGNATION and not _names_first(rest)
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


def _names_first(rest: str) -> bool:
    """Whether a name is the first that stands behind a label."""
    pieces = find_designations(rest)
    return bool(pieces) and pieces[0].kind is Kind.NAME


def _is_of_contact(piece: Designation) -> bool:
    """Whether a piece says who or what the contact is: no label, no remark, no letterhead."""
    bare = piece.text.lstrip(" .")  # of "Tel. (priv.)" the label is taken
    if len(bare) <= 1 or (bare[0] == "(" and bare[-1] == ")"):
        return False
    if label_kind(BRACKETED_RE.sub("", piece.text)) == "person" and piece.kind is Kind.UNKNOWN:
        return False  # "Verantwortlich für den Inhalt (§ 18 MStV)"
    if piece.text in bundeslaender() or field_kind(piece.text) or is_place(piece.text):
        return False
    if piece.kind is Kind.ROLE:
        return HOLDER_RE.match(piece.text) is None and subheading_kind(piece.text) != "contact"
    return not label_kinds(piece.text) or piece.kind in {Kind.UNIT, Kind.ORGANISATION}
