"""What the elements of one line say of each other, in rows of a table and in free lines.

`Eva Kurz, Kulturmanagement` says what she does, `Elterngeld | Eva Kurz` what she is for, and
`030 23125-014 (Eva Kurz)` whose number it is.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.assemble.contacts.drafts import Element
from pipeline.assemble.contacts.naming import holds_name
from pipeline.german.fields import FieldKind, is_matter_of_work, is_office_by_work, is_task
from pipeline.mentions import Email, Phone, Website
from pipeline.mentions.columns import Columns, column_of
from pipeline.mentions.designations import Designation, Kind, might_be_person
from pipeline.segment.lines import Line
from pipeline.text import Span, Text

CELL_MARKS: Final = frozenset({"", "|", "–", "—", "-"})
"""What parts a matter from the person who is in charge of it; a comma may part an office."""


def in_columns(text: Text, line: Line, found: Sequence[Element], columns: Columns) -> list[Element]:
    """Read what stands below the head of a column as what the head says."""
    if not columns or len(found) == 1:
        return list(found)
    printed = text.at(line.content)
    places = [column_of(printed, element.span.start - line.content.start) for element in found]
    fields = [columns[at] if at < len(columns) else None for at in places]
    if "given" in columns:
        return _with_whole_name(found, places, columns)
    return [
        with_kind(element, kind_behind(field, element.value))
        if isinstance(element.value, Designation)
        else element
        for element, field in zip(found, fields, strict=True)
    ]


def _with_whole_name(
    found: Sequence[Element], places: Sequence[int], columns: Columns
) -> list[Element]:
    """Join given name and family name, which stand in columns of their own: `Kurz | Eva`."""
    given = columns.index("given")
    family = columns.index("family") if "family" in columns else max(given - 1, 0)
    cells = dict(zip(places, found, strict=True))
    both = cells.get(family), cells.get(given)
    texts = [one.value.text for one in both if one and isinstance(one.value, Designation)]
    if given == family or len(texts) != len(both) or not both[0]:
        return list(found)
    name = Designation(Kind.NAME, ", ".join(texts), 0, 0)
    rest = [element for element in found if element not in both]
    return [replace(both[0], value=name), *rest]


def with_tasks(found: Sequence[Element]) -> list[Element]:
    """Read what stands behind a name on its line, and names no office, as what the person does."""
    told: list[Element] = []
    named = False
    for element in found:
        value = element.value
        works = named and isinstance(value, Designation) and _says_work(value)
        told.append(with_kind(element, Kind.ROLE) if works else element)
        named |= isinstance(value, Designation) and value.kind is Kind.NAME
    return told


def with_matter(text: Text, found: Sequence[Element]) -> list[Element]:
    """Read the cell before a name as what the person is for: `Elterngeld | Eva Kurz | 030 …`.

    An office that is named after its work as well, behind a dash or in a cell of its own.
    """
    first, *rest = found
    if not rest or not _is_name(rest[0]) or not isinstance(first.value, Designation):
        return list(found)
    between = text.at(Span(first.span.end, rest[0].span.start))
    kind, matter = first.value.kind, first.value.text
    is_task = kind is Kind.UNKNOWN and is_matter_of_work(matter)
    is_work = kind in {Kind.UNIT, Kind.UNKNOWN} and is_office_by_work(matter)
    if is_task or (is_work and between.strip() in CELL_MARKS):
        return [with_kind(first, Kind.ROLE), *rest]
    return list(found)


def names_first(found: Sequence[Element], above: Sequence[Element]) -> list[Element]:
    """Put names before the numbers that are printed before them: `030 23125-014 (Eva Kurz)`.

    Not where the number is due to somebody who is named above and has none.
    """
    if _is_mail_of_next(found):
        return sorted(found, key=_is_mention)
    groups: list[list[Element]] = []
    for element in found:
        opens = not isinstance(element.value, Designation) and (
            not groups or isinstance(groups[-1][-1].value, Designation)
        )
        if opens or not groups:
            groups.append([])
        groups[-1].append(element)
    if not groups or not all(map(_is_number_of_one, groups)) or _awaits_number(above):
        return list(found)
    return [element for group in groups for element in sorted(group, key=_is_mention)]


def _is_mail_of_next(found: Sequence[Element]) -> bool:
    """Whether a line begins with a mail in the name of the one who is named behind it."""
    names = [
        one.value.text for one in found if isinstance(one.value, Designation) and _is_name(one)
    ]
    first = found[0].value
    families = names[0].split()[-1].split("-") if len(names) == 1 else ()
    return isinstance(first, Email) and any(holds_name(first, family) for family in families)


def _is_number_of_one(group: Sequence[Element]) -> bool:
    return isinstance(group[0].value, Phone) and sum(map(_is_name, group)) == 1


def _is_mention(element: Element) -> bool:
    return not isinstance(element.value, Designation)


def _is_name(element: Element) -> bool:
    return isinstance(element.value, Designation) and element.value.kind is Kind.NAME


def _awaits_number(elements: Sequence[Element]) -> bool:
    """Whether the last one who is named has neither number nor mail."""
    for element in reversed(elements):
        if isinstance(element.value, Phone | Email | Website):
            return False
        if _is_name(element):
            return True
    return False


def with_kind(element: Element, kind: Kind) -> Element:
    """Return a designation with another kind; other elements as they are."""
    if not isinstance(element.value, Designation) or element.value.kind is kind:
        return element
    return replace(element, value=replace(element.value, kind=kind))


def _says_work(piece: Designation) -> bool:
    if piece.kind is Kind.UNKNOWN:
        plain = all(char.isalpha() or char in " -&*:" for char in piece.text)
        return plain and not might_be_person(piece.text)
    return piece.kind in {Kind.UNIT, Kind.ORGANISATION} and is_task(piece.text, beside=True)


def kind_behind(field: FieldKind | None, piece: Designation) -> Kind:
    """Return what a piece is behind the label of a field: `Funktion: Jugendparlament`."""
    if field == "role" and piece.kind is not Kind.NAME:
        return Kind.ROLE
    if field == "unit" and piece.kind in {Kind.UNKNOWN, Kind.ORGANISATION}:
        return Kind.UNIT
    if field == "organisation" and piece.kind is Kind.UNKNOWN:
        return Kind.ORGANISATION
    return piece.kind
