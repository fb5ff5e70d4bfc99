"""Contacts as address cards, vCard 3.0 (RFC 2426), which every address book reads.

An office without a person has an empty name, is called by its organisation or unit, and is marked
as Apple's and Google's address books mark companies (`X-ABShowAs`).
"""

import re
import uuid
from collections import Counter
from collections.abc import Iterable
from typing import Final

import vobject
from vobject.base import Component
from vobject.vcard import Address, Name

from pipeline.export.entries import Entry, called, entries_of
from schemas import Brochure

KINDS: Final = {"phone": ["WORK", "VOICE"], "mobile": ["WORK", "CELL"], "fax": ["WORK", "FAX"]}
CONTROLS_RE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def as_vcf(brochures: Iterable[Brochure]) -> bytes:
    """Return the bytes of a file with one card per contact."""
    seen: Counter[str] = Counter()
    cards = []
    for entry in entries_of(brochures):
        seen[entry.contact.id] += 1
        cards.append(_card(entry, seen[entry.contact.id]).serialize())
    return "".join(cards).encode("utf-8")


def _card(entry: Entry, turn: int) -> Component:
    """Return the card of a contact; `turn` tells contacts apart that two brochures both have."""
    contact, card = entry.contact, vobject.vCard()
    _add(card, "prodid", "-//kreislese//export//EN")
    _add(card, "uid", _uid(contact.id, turn))
    _add(card, "fn", _text(called(contact)))
    _name(card, entry)
    if contact.organisation or contact.units:
        _add(card, "org", [_text(part) for part in (contact.organisation or "", *contact.units)])
    for role in contact.roles:
        _add(card, "title", _text(role))
    for phone in contact.phones:
        _add(card, "tel", _text(phone.e164 or phone.raw), KINDS[phone.kind])
    for mail in contact.emails:
        _add(card, "email", _text(mail.address), ["INTERNET", "WORK"])
    for site in contact.websites:
        _add(card, "url", _text(site.url)).behavior = None  # a URI, in which nothing is escaped
    _address(card, entry)
    _add(card, "categories", [_text(entry.landkreis.name)])
    notes = [f"{finding.code}: {finding.message}" for finding in entry.findings]
    source = f"{entry.brochure.source.file}, {entry.landkreis.id}"
    _add(card, "note", _text("\n".join([source, *notes])))
    return card


def _name(card: Component, entry: Entry) -> None:
    if name := entry.contact.name:
        family = name.family or ("" if name.given else name.full)
        parts = (family, name.given or "", name.title or "")
        family, given, prefix = map(_text, parts)
        _add(card, "n", Name(family=family, given=given, prefix=prefix))
    else:
        _add(card, "n", Name())
        _add(card, "x-abshowas", "COMPANY")


def _address(card: Component, entry: Entry) -> None:
    if address := entry.contact.address:
        street = " ".join(filter(None, (address.street, address.house_number)))
        value = Address(
            street=_text(street),
            city=_text(address.city or ""),
            code=_text(address.postal_code or ""),
        )
        _add(card, "adr", value, ["WORK"])


def _add(card: Component, name: str, value: object, types: list[str] | None = None) -> Component:
    line = card.add(name)
    line.value = value
    if types:
        line.type_param = types
    return line


def _text(value: str) -> str:
    """Return a value without characters that a card cannot hold."""
    return CONTROLS_RE.sub("\ufffd", value)


def _uid(contact_id: str, turn: int) -> str:
    name = contact_id if turn == 1 else f"{contact_id} {turn}"
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:kreislese:{name}").urn
