"""Records as tables: contacts, partners, quotes, findings; every cell is text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.export.entries import Entry, about, entries_of
from schemas import Brochure, Finding, Landkreis, Phone

BETWEEN: Final = "; "
"""Several values in one cell, as mail programs part addresses."""


class Table(NamedTuple):
    """One sheet, or one file."""

    name: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


PLACE: Final = ("Brochure", "Landkreis", "Key", "Land")
CONTACT: Final = (
    *("Id", "Name", "Academic title", "Given name", "Family name", "Roles", "Organisation"),
    *("Units", "Street", "House number", "Post code", "City", "Phone", "Mobile", "Fax"),
    *("E-mail", "Website", "Findings", "Corrected"),
)
PARTNER: Final = ("Id", "Name", "Kind", "Role", "As printed", "Findings")
QUOTE: Final = ("Id", "Text", "Speaker", "Kind", "Roles", "Organisation", "Attribution", "Findings")
FINDING: Final = ("Code", "Severity", "Message", "Path", "Accepted")


def tables_of(brochures: Iterable[Brochure]) -> tuple[Table, ...]:
    """Return the four tables, contacts first."""
    brochures = tuple(brochures)
    return (
        Table("contacts", PLACE + CONTACT, [_contact(entry) for entry in entries_of(brochures)]),
        Table("partners", PLACE + PARTNER, list(_partners(brochures))),
        Table("quotes", PLACE + QUOTE, list(_quotes(brochures))),
        Table("findings", PLACE + FINDING, list(_findings(brochures))),
    )


def _place(brochure: Brochure, landkreis: Landkreis | None) -> tuple[str, ...]:
    if landkreis is None:
        return brochure.source.file, "", "", ""
    return brochure.source.file, landkreis.name, landkreis.ags or "", landkreis.land or ""


def _contact(entry: Entry) -> tuple[str, ...]:
    contact, name, address = entry.contact, entry.contact.name, entry.contact.address
    numbers = [_numbers(contact.phones, kind) for kind in ("phone", "mobile", "fax")]
    return (
        *_place(entry.brochure, entry.landkreis),
        contact.id,
        *_filled((name.full, name.title, name.given, name.family) if name else (), 4),
        BETWEEN.join(contact.roles),
        contact.organisation or "",
        BETWEEN.join(contact.units),
        *_filled(
            (address.street, address.house_number, address.postal_code, address.city)
            if address
            else (),
            4,
        ),
        *numbers,
        BETWEEN.join(mail.address for mail in contact.emails),
        BETWEEN.join(site.url for site in contact.websites),
        _said(entry.findings),
        "yes" if entry.is_corrected else "",
    )


def _filled(values: tuple[str | None, ...], count: int) -> tuple[str, ...]:
    return tuple(value or "" for value in values or (None,) * count)


def _numbers(phones: Iterable[Phone], kind: str) -> str:
    return BETWEEN.join(phone.e164 or phone.raw for phone in phones if phone.kind == kind)


def _said(findings: Iterable[Finding]) -> str:
    return BETWEEN.join(f"{finding.code}: {finding.message}" for finding in findings)


def _partners(brochures: Iterable[Brochure]) -> Iterator[tuple[str, ...]]:
    for brochure in brochures:
        for i, landkreis in enumerate(brochure.landkreise):
            for j, each in enumerate(landkreis.partners):
                said = _said(about(landkreis, f"/landkreise/{i}/partners/{j}"))
                place = _place(brochure, landkreis)
                yield (*place, each.id, each.name, each.kind, each.role or "", each.raw, said)


def _quotes(brochures: Iterable[Brochure]) -> Iterator[tuple[str, ...]]:
    for brochure in brochures:
        for i, landkreis in enumerate(brochure.landkreise):
            for j, each in enumerate(landkreis.quotes):
                said = each.speaker
                yield (
                    *_place(brochure, landkreis),
                    each.id,
                    each.text,
                    *_filled((said.name, said.kind) if said else (), 2),
                    BETWEEN.join(said.roles if said else ()),
                    (said.organisation if said else None) or "",
                    each.attribution or "",
                    _said(about(landkreis, f"/landkreise/{i}/quotes/{j}")),
                )


def _findings(brochures: Iterable[Brochure]) -> Iterator[tuple[str, ...]]:
    for brochure in brochures:
        for section in (None, *brochure.landkreise):
            for each in (section or brochure).findings:
                accepted = "" if each.accepted is None else each.accepted or "yes"
                cells = (each.code, each.severity, each.message, each.path, accepted)
                yield (*_place(brochure, section), *cells)
