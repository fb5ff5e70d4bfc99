"""Brochures for comparing: fictional people, and numbers that ring nowhere."""

from dataclasses import replace
from typing import Any

from pipeline.identifiers import slug
from schemas import (
    Address,
    Brochure,
    Contact,
    Email,
    Landkreis,
    Name,
    Paragraph,
    Partner,
    Phone,
    Quote,
    Span,
    Speaker,
)
from tests.records import brochure, section

MAIL = "@kreis-altmuehlau.de"


def span(start: int) -> Span:
    return Span(start=start, end=start + 5, page=None, boxes=None)


def person(name: str, *, phones: tuple[str, ...] = (), mails: tuple[str, ...] = ()) -> Contact:
    given, _, family = name.rpartition(" ")
    return contact(
        Name(full=name, title=None, given=given or None, family=family), phones=phones, mails=mails
    )


def office(unit: str, *, phones: tuple[str, ...] = (), mails: tuple[str, ...] = ()) -> Contact:
    return contact(None, organisation="Landratsamt", units=(unit,), phones=phones, mails=mails)


def contact(
    name: Name | None,
    *,
    phones: tuple[str, ...] = (),
    mails: tuple[str, ...] = (),
    organisation: str | None = None,
    units: tuple[str, ...] = (),
    roles: tuple[str, ...] = (),
) -> Contact:
    return Contact(
        id=f"99999/{name.full if name else units}",
        name=name,
        roles=roles,
        organisation=organisation,
        units=units,
        address=Address(
            street="Am Markt", house_number="3", postal_code="99999", city="Altmühlau", span=span(0)
        ),
        phones=tuple(phone(number) for number in phones),
        emails=tuple(Email(address=mail, raw=mail, span=span(0)) for mail in mails),
        websites=(),
        span=span(0),
    )


def phone(number: str) -> Phone:
    return Phone(kind="phone", raw=number, e164=number, area=None, span=span(0))


def number(last: int) -> str:
    return f"+493023125{last:03d}"


def partner(name: str, **changes: Any) -> Partner:
    fields = {"kind": "organisation", "role": None, "raw": name, "span": span(0)}
    return Partner(id=f"99999/partners/{slug(name)}", name=name, **(fields | changes))


def quote(text: str, speaker: str | None, contact_id: str | None = None) -> Quote:
    said = Speaker(name=speaker, kind="person", roles=(), organisation=None, contact_id=contact_id)
    return Quote(
        id=f"99999/quotes/{slug(text)}",
        text=text,
        speaker=said if speaker else None,
        attribution=f"{speaker}, Landrätin" if speaker else None,
        span=span(0),
    )


def paragraph(text: str, heading: str | None = None) -> Paragraph:
    return Paragraph(heading=heading, text=text, span=span(0))


def landkreis(identity: str, name: str, **parts: Any) -> Landkreis:
    known = {"id": identity, "ags": identity, "name": name}
    return replace(section(name), **(known | parts))


def edition(*sections: Landkreis, title: str = "Überblick") -> Brochure:
    return brochure(*sections).model_copy(update={"title": title})
