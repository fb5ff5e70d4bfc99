"""Where a body or a department goes in a contact: what employs, what is a part of it.

A piece that no word marks is a body where it stands first, and a department where a known body
stands directly below it: `Gesundheitswesen` above `Landratsamt Celle`.
"""

import re
from typing import Final

from pipeline.assemble.contacts.drafts import Draft, Element, employs
from pipeline.german.asides import is_code
from pipeline.german.fields import is_house, is_matter, is_matter_of_work
from pipeline.german.grammar import words
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions import Address
from pipeline.mentions.designations import (
    Designation,
    Kind,
    is_authority,
    is_branch,
    might_be_person,
)
from pipeline.mentions.joining import PLANNED_RE

COMMISSARIAT_RE: Final = re.compile(r"K[ ]\d{1,2}")
ACRONYM_RE: Final = re.compile(r"[A-ZÄÖÜ]{2,6}")
SHORTEST: Final = 3
"""Letters of a word; a heading may have its letters parted by blanks."""
# "Mehr zum Projekt"
HEADING_RE: Final = re.compile(r"(?<!\w)(?:zum|zur|im|der|des)(?!\w)")
POLICE: Final = tuple(words("police"))


def add_office(present: Draft, value: Designation, text: str, element: Element) -> None:
    """Put a body or a department into its place."""
    if is_body(value) and present.has_body and is_house(text):
        return  # says where the body sits
    if present.shared.organisation and is_branch(text, present.shared.organisation):
        present.units.append(text)
    elif value.kind is Kind.ORGANISATION and (
        present.organisation is None or present.is_guess or employs(text, present.organisation)
    ):
        if present.organisation is not None and not present.is_guess:
            present.units.append(present.organisation)
        elif present.organisation is not None and _heads_body(present, text, element):
            present.units.insert(0, present.organisation)
        present.organisation, present.is_guess = text, False
    elif _is_due_body(present, value, element.leads_to):
        present.organisation, present.is_guess = text, True
        present.guess_line = element.line
    elif value.kind is not Kind.UNKNOWN or _may_be_unit(present, text):
        present.units.append(text)


def is_body(value: object) -> bool:
    """Whether an element says where somebody works: a body or an address."""
    if isinstance(value, Designation):
        return value.kind is Kind.ORGANISATION
    return isinstance(value, Address)


def _heads_body(present: Draft, body: str, element: Element) -> bool:
    """Whether what stands first is a department of the body directly below it, and no heading.

    `Gesundheitswesen` above a Landratsamt; above other bodies it must be a matter of an office.
    """
    guess = present.organisation or ""
    between = element.line - present.guess_line - len(present.units)
    if between > 1 or element.parted or element.opens or subheading_kind(guess):
        return False
    is_word = max(map(len, guess.split())) >= SHORTEST and not HEADING_RE.search(guess)
    return is_word and is_matter(guess) and (is_authority(body) or is_matter_of_work(guess))


def _is_due_body(present: Draft, value: Designation, leads_to: Kind | None) -> bool:
    """Whether a piece of unknown kind stands where a body is due.

    First, above all data; or below a person, before the function there. An acronym below its
    department as well: `Dezernat I5` above `HLKT`.
    """
    is_planned = PLANNED_RE.match(value.text) is not None
    if value.kind is not Kind.UNKNOWN or (is_code(value.text) and not is_planned):
        return False
    begun = present.name or present.has_data or present.address
    if present.units and not (begun or present.organisation or present.shared.organisation):
        return ACRONYM_RE.fullmatch(value.text) is not None
    if present.roles and not begun and is_house(value.text):
        return False  # where the one who holds an office sits
    due = not begun or (present.name and leads_to is Kind.ROLE)
    return not present.has_body and bool(due)


def _may_be_unit(present: Draft, text: str) -> bool:
    """Whether a piece of unknown kind can name a department: `Jugend und Familie` below a body."""
    is_somebody = present.name is None and might_be_person(text)
    if present.has_data or is_somebody or is_house(text):
        return False
    return not is_code(text) or _is_planned(present, text)


def _is_planned(present: Draft, text: str) -> bool:
    """Whether a piece with a number is a department: by its name behind it, or of the police."""
    body = (present.organisation or "").lower()
    is_police = any(word in body for word in POLICE)
    is_named = PLANNED_RE.match(text) is not None and present.has_body
    return is_named or (is_police and COMMISSARIAT_RE.fullmatch(text) is not None)
