"""Contacts one by one, each with the section that it stands in and the findings about it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from schemas import Brochure, Contact, Finding, Landkreis


class Entry(NamedTuple):
    """A contact with what one has to know of the record around it."""

    brochure: Brochure
    landkreis: Landkreis
    contact: Contact
    findings: tuple[Finding, ...]
    """Those about the contact or a value of it."""
    is_corrected: bool
    """Whether a person put something of it right."""


def entries_of(brochures: Iterable[Brochure]) -> Iterator[Entry]:
    """Yield all contacts in the order of the records."""
    for brochure in brochures:
        for i, landkreis in enumerate(brochure.landkreise):
            for j, contact in enumerate(landkreis.contacts):
                path = f"/landkreise/{i}/contacts/{j}"
                corrected = any(_is_in(c.path, path) for c in landkreis.corrections)
                yield Entry(brochure, landkreis, contact, about(landkreis, path), corrected)


def about(landkreis: Landkreis, path: str) -> tuple[Finding, ...]:
    """Return the findings about what stands at a path, or in it, that nobody has accepted."""
    return tuple(f for f in landkreis.findings if f.accepted is None and _is_in(f.path, path))


def _is_in(path: str, whole: str) -> bool:
    return path == whole or path.startswith(f"{whole}/")


def called(contact: Contact) -> str:
    """Return what a contact is called: the person, else the innermost part of the office."""
    if contact.name:
        return contact.name.full
    office = (*reversed(contact.units), contact.organisation, *contact.roles)
    return next(filter(None, office), "Kontakt")
