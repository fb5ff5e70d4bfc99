"""What the lines of a block tore apart is put together, and what stands below several is shared."""

from typing import Final

from pipeline.assemble.contacts.drafts import MOST_DEALT, NOTHING, Draft

PAIR: Final = 2


def merged(drafts: list[Draft]) -> list[Draft]:
    """Put together what the lines tore apart.

    A person without data goes to the office above that has nobody (`Leiterin: X`), an office
    below bare numbers to them.
    """
    if _are_its_persons(drafts):
        return _with_data(drafts[0], drafts[1:])
    kept: list[Draft] = []
    for draft in drafts:
        above = kept[-1] if kept else None
        if above and len(drafts) == PAIR and _is_its_person(above, draft):
            _take_person(above, draft)
        elif above and above.is_nobody and not (draft.phones or draft.websites):
            _take_data(draft, above)
            kept[-1] = draft
        else:
            kept.append(draft)
    return _with_house(_with_foot(kept))


def _with_house(drafts: list[Draft]) -> list[Draft]:
    """Give the number of the house behind the last of several persons to nobody: `Zentrale:`."""
    last = drafts[-1]
    numbers = [phone for phone, _ in last.of_house]
    own = [phone for phone in last.phones if phone not in numbers]
    persons = sum(draft.name is not None and draft.has_data for draft in drafts)
    if not numbers or not own or last.name is None or persons < PAIR or last.shared == NOTHING:
        return drafts
    first, line = last.of_house[0]
    start = min(first.span, first.label or first.span).start
    behind = [mail for mail in last.emails if mail.span > first.span]
    last.phones = own
    last.emails = [mail for mail in last.emails if mail not in behind]
    house = Draft(start, line, last.shared, last_line=line, phones=numbers, emails=behind)
    return [*drafts, house]


def _take_person(office: Draft, person: Draft) -> None:
    """Put into an office who is named below it."""
    office.name = person.name
    office.emails += person.emails
    office.roles += person.roles
    office.units += person.units
    office.organisation = office.organisation or person.organisation
    office.address = office.address or person.address


def _take_data(below: Draft, above: Draft) -> None:
    """Put bare numbers into what is named below them."""
    below.start, below.line = above.start, above.line
    below.phones, below.websites = above.phones, above.websites
    below.emails = [*above.emails, *below.emails]


def _is_its_person(office: Draft, draft: Draft) -> bool:
    """Whether a person below an office has nothing of their own but what the office lacks."""
    if office.name or not office.has_data or not draft.name or draft.phones or draft.websites:
        return False
    return not draft.emails or bool(office.phones and not office.emails)


def _are_its_persons(drafts: list[Draft]) -> bool:
    """Whether several persons are named below an office, and reached by it alone."""
    office, persons = drafts[0], drafts[1:]
    is_office = office.name is None and bool(office.phones)
    named = all(person.name and not (person.has_data or person.address) for person in persons)
    if office.has_body and len(persons) > 1 and named and all(person.roles for person in persons):
        return False  # a list of those who work there: the switchboard is nobody's own
    data = len(office.phones) + len(office.emails) + len(office.websites)
    return is_office and len(persons) > 1 and named and len(persons) * data <= MOST_DEALT


def _with_data(office: Draft, persons: list[Draft]) -> list[Draft]:
    """Give the numbers of an office to the persons who are named below it."""
    persons[0].start, persons[0].line = office.start, office.line
    persons[0].roles = [*office.roles, *persons[0].roles]
    for person in persons:
        person.shared = office.head()
        person.phones, person.emails = list(office.phones), list(office.emails)
        person.websites = list(office.websites)
    return persons


def _with_foot(drafts: list[Draft]) -> list[Draft]:
    """Give what is printed once below several persons to each of them."""
    foot = drafts[-1]
    persons = drafts[:-1]
    if persons and foot.name and _is_row_above_address(foot) and all(map(_is_row, persons)):
        for person in persons:
            if person.shared == foot.shared:
                person.address = foot.address
        return drafts
    if foot.name or foot.has_data or not persons or not (foot.organisation or foot.address):
        return drafts
    if len(persons) == 1 and (persons[0].shared.organisation or not persons[0].has_data):
        return drafts
    if any(p.name is None or p.organisation or p.address for p in persons):
        return drafts
    for person in persons:
        head = foot.head()
        person.shared = head._replace(units=(*head.units, *person.shared.units))
    return persons


def _is_row(draft: Draft) -> bool:
    """Whether a person of the office above has one line, and no address on it."""
    is_one = draft.name is not None and draft.data_line == draft.name_line == draft.last_line
    return is_one and bool(draft.shared.organisation) and draft.head().address is None


def _is_row_above_address(draft: Draft) -> bool:
    """Whether the last person has one line as well, and below it stands the address of all."""
    is_one = draft.name_line == draft.data_line and bool(draft.shared.organisation)
    return is_one and draft.address is not None and draft.last_line > draft.data_line
