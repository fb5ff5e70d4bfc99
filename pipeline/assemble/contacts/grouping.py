"""Contacts: the mentions of a block, put together by person or office.

A block is read as a row of elements in printed order. A name, or an office, begins a new contact
once the present one has what this one would be: a second name, or an office after phone numbers.
What stands above the first name of a block (a body, its address) is shared by all persons below.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from pipeline.assemble.contacts.belonging import part_strangers
from pipeline.assemble.contacts.drafts import NOTHING, Draft, Element, Shared, employs
from pipeline.assemble.contacts.functions import add_function, hand_on_function
from pipeline.assemble.contacts.naming import parsed_name
from pipeline.assemble.contacts.offices import add_office, is_body
from pipeline.german.asides import is_code
from pipeline.german.fields import is_activity, is_of_one, is_task
from pipeline.mentions import Address, Email, Phone, Website
from pipeline.mentions.designations import (
    Designation,
    Kind,
    departments_above,
    might_be_person,
    outside_of,
)
from pipeline.text import Span

SHORTEST_WORK: Final = 4
OFFICES: Final = frozenset({Kind.UNIT, Kind.ORGANISATION})


def draft_contacts(elements: Iterable[Element], shared: Shared) -> list[Draft]:
    """Group the elements; the module's docstring says where a contact begins."""
    drafts: list[Draft] = []
    for element in elements:
        if not drafts:
            drafts.append(Draft(element.span.start, element.line, shared))
        elif (element.parted or element.is_site) and _is_letterhead(drafts[-1], element):
            _close_letterhead(drafts[-1])
        elif _begins(drafts[-1], element):
            outer = _shared_with(drafts[-1], element)
            is_below = element.is_below or element.line == drafts[-1].line
            below = Draft(element.span.start, element.line, outer, is_below=is_below)
            below.is_apart = element.parted or element.is_announced
            if _is_name(element.value):
                hand_on_function(drafts[-1], below)
            below.outer = NOTHING if is_body(element.value) else drafts[-1].outer
            drafts.append(below)
        elif element.parted and _is_unit_name(element) and not drafts[-1].is_begun:
            drafts[-1].outer = drafts[-1].head()
        _add(drafts[-1], element)
    part_strangers(drafts)
    return drafts or [Draft(0, 0, shared)]


def _is_letterhead(present: Draft, element: Element) -> bool:
    """Whether a body with its address stands alone above the offices that follow."""
    is_office = isinstance(element.value, Designation) and element.value.kind is not Kind.NAME
    alone = present.address and present.organisation and not (present.name or present.has_data)
    return (is_office or element.is_site) and bool(alone)


def _close_letterhead(present: Draft) -> None:
    present.shared = present.head()
    present.organisation, present.units, present.address = None, [], None


def _begins(present: Draft, element: Element) -> bool:
    """Whether an element begins the next contact."""
    value = element.value
    if element.is_vacant and present.has_data:
        return True
    if element.is_desk:
        return present.has_data or (present.name is not None and element.leads_to is Kind.NAME)
    if isinstance(value, Designation) and value.kind is Kind.NAME:
        if present.is_named_again(value.text):
            return False
        is_one = element.is_last and element.leads_to is not Kind.NAME
        if present.name is None and is_one and element.line == present.last_line:
            return False  # "Jugendhaus, Tel. 030 23125-014, Leiterin: Eva Kurz"
        return present.name is not None or present.has_data
    if isinstance(value, Designation):
        if value.kind is Kind.ROLE and element.leads_to is Kind.NAME and present.name:
            return element.line > present.last_line or present.has_data or element.is_label
        if element.is_label and not element.is_last and value.kind in OFFICES and present.has_data:
            return True  # "Bürgerbüro: Tel. …, Außenstelle: Tel. …"
        says_much = value.kind is not Kind.UNKNOWN or element.opens or might_be_person(value.text)
        says_much |= element.parted
        return present.has_data and element.line > present.last_line and says_much
    if isinstance(value, Address):
        return (
            (present.has_data or element.is_site)
            and present.address is not None
            and value.house_number is not None
            and present.address.street is not None
        )
    return False


def _shared_with(above: Draft, element: Element) -> Shared:
    """Return what the next contact shares: the head above the first person.

    A new head shares nothing, and neither does an office that is complete on one line.
    """
    value = element.value
    if element.is_label and not above.name and above.lines_above != Shared() and _is_unit(element):
        return above.lines_above._replace(address=None)  # "Suchtberatung: 030 …", a line each
    if element.is_desk:
        return above.head()  # of the contact above, wherever its body stands
    if element.is_site:
        return _of_all_sites(above.shared if above.name else above.head(), above.address)
    if above.name and element.line == above.line:
        return above.before_name if above.before_name != Shared() else above.shared
    is_new_head = isinstance(value, Address) or (
        isinstance(value, Designation) and value.kind in {Kind.ORGANISATION, Kind.UNIT}
    )
    if element.parted and _is_unit_name(element) and above.outer != NOTHING:
        return above.outer
    head = above.shared if above.name else above.head()
    head = head._replace(units=tuple(unit for unit in head.units if not is_of_one(unit)))
    if isinstance(value, Designation) and head.organisation:
        is_part = value.kind is Kind.ORGANISATION and employs(head.organisation, value.text)
        is_named = value.kind is Kind.UNIT or (value.kind is Kind.UNKNOWN and element.parted)
        if is_part and element.parted and above.outer != NOTHING:
            return above.outer
        if is_named or is_part:
            return above.shared if above.shared.organisation else head._replace(units=())
    unknown = isinstance(value, Designation) and value.kind is Kind.UNKNOWN
    is_complete = above.name is None and above.has_data and above.line == above.last_line
    if is_new_head and element.is_label and element.leads_to is Kind.NAME and above.name:
        return _beside(above.shared, element)
    if is_new_head and isinstance(value, Designation) and not head.organisation:
        return Shared(units=departments_above(above.head().units, value.text))
    if is_new_head or (is_complete and unknown):
        return Shared()
    return head


def _beside(head: Shared, element: Element) -> Shared:
    """Keep above a row of a list (`Dienst X: Eva Kurz, …`) the department that heads the list."""
    is_unit = isinstance(element.value, Designation) and element.value.kind is Kind.UNIT
    inner = element.value.text if isinstance(element.value, Designation) else ""
    return head._replace(units=outside_of(head.units, [inner])) if is_unit else Shared()


def _of_all_sites(head: Shared, address: Address | None) -> Shared:
    """Leave out of a head what is of one site: its address, and an office with its town's name."""
    town = f" {address.city}" if address else ""
    units = tuple(unit for unit in head.units if not (town.strip() and unit.endswith(town)))
    return head._replace(address=None, units=units)


def _is_unit(element: Element) -> bool:
    """Whether a department opens a line with a number of its own."""
    return element.opens and _is_unit_name(element)


def _is_unit_name(element: Element) -> bool:
    return isinstance(element.value, Designation) and element.value.kind is Kind.UNIT


def _add(present: Draft, element: Element) -> None:
    """Put an element into its place."""
    value = element.value
    if element.line > present.last_line:
        present.lines_above = present.head()
    present.last_line = element.line
    if element.is_for_all:
        present.for_all.append(element.span)
    if present.name and not present.has_data and element.line > present.name_line:
        present.foot_line = element.line if is_body(value) else present.foot_line
    if isinstance(value, Phone | Email) and not present.has_data:
        present.data_line = element.line
    if isinstance(value, Phone):
        present.phones.append(value)
        if element.is_of_house:
            present.of_house.append((value, element.line))
        if element.owner:
            present.owners[value.span] = element.owner
    elif isinstance(value, Email):
        present.emails.append(value)
        if present.is_of_another_house:
            present.shared = NOTHING
    elif isinstance(value, Website):
        present.websites.append(value)
    elif isinstance(value, Address):
        present.address = _better(present.address, value)
    elif not (element.is_desk and value.kind is Kind.UNIT) or element.span.start == present.start:
        _add_designation(present, value, element)


def _within(outer: Shared, head: Shared) -> Shared:
    """Put a department above some persons into the body that is printed above it."""
    if head == Shared():
        return outer  # only a function stands above the name
    if head.organisation or not head.units or outer.organisation is None:
        return head
    return Shared(outer.organisation, head.units, head.address or outer.address)


def _better(present: Address | None, value: Address) -> Address:
    """Prefer a street to a Postfach, and the first of two streets; a town completes a street."""
    if present and present.postal_code is None and value.street is None:
        span = Span(present.span.start, value.span.end)
        return replace(present, postal_code=value.postal_code, city=value.city, span=span)
    if present is None or (present.house_number is None and value.house_number is not None):
        return value
    return present


def _add_designation(present: Draft, value: Designation, element: Element) -> None:
    line = element.line
    text = " ".join(value.text.split())
    if value.kind is Kind.NAME and present.is_named_again(text):
        return
    if value.kind is Kind.UNKNOWN and line == present.name_line + 1 and present.takes_title(text):
        return
    if value.kind is Kind.NAME or (value.kind is Kind.UNKNOWN and _is_due_name(present, text)):
        if (
            line > present.line and not present.has_data
        ):  # a head above the name is for all persons below
            present.shared = _within(present.shared, present.lines_above)
        present.before_name = present.head()
        present.name = parsed_name(text)
        present.name_line = line
    elif (
        value.kind is Kind.ROLE
        or (value.kind is Kind.UNKNOWN and _is_said_in_small(text))
        or (present.name and line == present.name_line + 1 and _says_work(value))
    ):
        add_function(present, text, element)
    elif text != present.organisation:  # which may be printed again in an address
        add_office(present, value, text, element)


def _is_name(value: object) -> bool:
    return isinstance(value, Designation) and value.kind is Kind.NAME


def _is_said_in_small(text: str) -> bool:
    """Whether a piece begins with an adjective: `ehrenamtlich tätig`, no price, no placeholder."""
    return text[:1].islower() and len(text) >= SHORTEST_WORK and not is_code(text)


def _says_work(value: Designation) -> bool:
    """Whether a line below a name says what the person does: `Anerkennungsberatung`."""
    return is_task(value.text) or (value.kind is Kind.UNKNOWN and is_activity(value.text))


def _is_due_name(present: Draft, text: str) -> bool:
    """Whether a piece of unknown kind stands where the name of a person is due."""
    return (
        present.name is None
        and not present.has_data
        and present.organisation is None
        and might_be_person(text)
    )
