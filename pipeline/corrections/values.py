"""Single values as a reviewer writes them: one line each, read by the extractors' own parsers.

>>> reading(parse("phones", "Fax: 030 / 23125-015"))
'Fax +493023125015'
>>> canonical("emails", "Eva.Kurz (at) kreis-altmuehlau (dot) de")
'eva.kurz@kreis-altmuehlau.de'
"""

from collections.abc import Mapping
from typing import Final

import schemas
from pipeline.german.names import ParsedName, parse_name
from pipeline.link import naming
from pipeline.mentions import Address, Email, Phone, Website
from pipeline.mentions.addresses import find_addresses
from pipeline.mentions.emails import find_emails
from pipeline.mentions.phones import find_phones
from pipeline.mentions.short_numbers import SHORT_RE
from pipeline.mentions.websites import find_websites
from pipeline.text import Span, Text, fold

Given = str | Mapping[str, object]
"""What a reviewer wrote: a line, or a table of parts where a line cannot be taken apart."""

Draft = ParsedName | Address | Phone | Email | Website | str
"""A value without its place in the brochure: spans of drafts index what the reviewer wrote."""

LONGEST: Final = 10_000
FAX: Final = "Fax "
PUNCTUATION: Final = " .:,;\n"

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("full", "title", "given", "family"),
    "address": ("street", "house_number", "postal_code", "city"),
}


def parse(field: str, given: Given) -> Draft:
    """Return what was written for a field of this name; raises ValueError with what helps."""
    if isinstance(given, Mapping):
        return _of_parts(field, given)
    line = one_line(given, field)
    match field:
        case "name":
            return _name(line)
        case "address":
            return _address(line)
        case "phones":
            return _phone(line)
        case "emails":
            return _email(line)
        case "websites":
            return _website(line)
        case _:
            return line


def one_line(given: object, field: str) -> str:
    """Return a text with its white space folded; raises ValueError if it is none, or unfit."""
    if not isinstance(given, str):
        raise ValueError(f"{field} takes text in quotation marks, not {_kind_of(given)}")
    line = fold(given)
    if not line:
        raise ValueError(f"{field} is empty; to take a value out, write `remove = true`")
    if len(line) > LONGEST:
        raise ValueError(f"{field} has {len(line):,} characters; {LONGEST:,} are allowed")
    if not all(character.isprintable() or character.isspace() for character in given):
        raise ValueError(f"{field} holds a character that cannot be printed")
    return line


def _kind_of(given: object) -> str:
    return {dict: "a table", list: "a list", bool: "true or false"}.get(type(given), "a number")


def one_of(given: object, field: str, allowed: tuple[str, ...]) -> str:
    """Return one of a few words; raises ValueError if it is another."""
    line = one_line(given, field)
    if line not in allowed:
        raise ValueError(f"{field} is {' or '.join(allowed)}, not “{line}”")
    return line


def _of_parts(field: str, given: Mapping[str, object]) -> Draft:
    if field not in PARTS:
        raise ValueError(f"{field} takes text in quotation marks, not a table")
    if unknown := sorted(set(given) - set(PARTS[field])):
        raise ValueError(
            f"{field} has no part “{unknown[0]}”; its parts are {', '.join(PARTS[field])}"
        )
    parts = {part: one_line(text, f"{field}.{part}") for part, text in given.items()}
    if not parts:
        raise ValueError(f"{field} has no part; its parts are {', '.join(PARTS[field])}")
    if field == "address":
        street, house_number, postal_code, city = (parts.get(part) for part in PARTS[field])
        return Address(street, house_number, postal_code, city, Span(0, 0))
    title, first, last = (parts.get(part) for part in PARTS[field][1:])
    full = parts.get("full") or " ".join(filter(None, (title, first, last)))
    return ParsedName(full, title, first, last)


def _name(line: str) -> ParsedName:
    try:
        return parse_name(line)
    except ValueError:
        raise ValueError(
            f"“{line}” does not look like a person's name; if it is one, write its parts: "
            '{ given = "…", family = "…" }'
        ) from None


def _address(line: str) -> Address:
    found = find_addresses(Text.of(line))
    if len(found) != 1 or _rest(line, found[0].span):
        raise ValueError(
            f"“{line}” cannot be taken apart as a postal address; write its parts: "
            '{ street = "…", house_number = "…", postal_code = "…", city = "…" }'
        )
    return found[0]


def _phone(line: str) -> Phone:
    for text in (Text.of(line), Text.of(f"Tel. {line}")):  # a label is needed by some shapes
        found = find_phones(text)
        if len(found) != 1 or _rest(text.characters, found[0].span, found[0].label):
            continue
        if found[0].e164 or SHORT_RE.fullmatch(found[0].raw):
            return found[0]
    raise ValueError(
        f"“{line}” is not one possible phone number; write it with its area code, "
        "and `Fax` in front if it is one: Fax 030 23125-015"
    )


def _email(line: str) -> Email:
    found = find_emails(Text.of(line))
    if len(found) != 1 or not found[0].valid or _rest(line, found[0].span):
        raise ValueError(f"“{line}” is not one valid e-mail address")
    return found[0]


def _website(line: str) -> Website:
    found = find_websites(Text.of(line))
    if len(found) != 1 or _rest(line, found[0].span):
        raise ValueError(f"“{line}” is not one address on the web; write it with https://")
    return found[0]


def _rest(line: str, span: Span, label: Span | None = None) -> str:
    """Return what is left of a line beside a value and its label."""
    before = line[: span.start]
    if label and label.end <= span.start:
        before = line[: label.start] + line[label.end : span.start]
    behind = line[span.end :]
    return (before + behind).strip(PUNCTUATION)


def reading(value: schemas.Value | Draft) -> str:
    """Return a value as one line, equal for two that say the same."""
    match value:
        case schemas.Contact():
            return contact_line(value)
        case schemas.Partner() | schemas.Quote():
            return fold(value.name if isinstance(value, schemas.Partner) else value.text)
        case schemas.Name() | ParsedName():
            return fold(value.full)
        case schemas.Address() | Address():
            return address_line(value)
        case schemas.Phone() | Phone():
            number = value.e164 or fold(value.raw)
            return f"{FAX}{number}" if value.kind == "fax" else number
        case schemas.Email() | Email():
            return fold(value.address)
        case schemas.Website() | Website():
            return fold(value.url)
    return fold(value)


def contact_line(contact: schemas.Contact) -> str:
    """Return what a contact is called: the person as printed, else the office."""
    return fold(contact.name.full if contact.name else naming(contact))


def address_line(address: schemas.Address | Address) -> str:
    """Return an address on one line: `Am Markt 3, 29221 Celle`."""
    lines = (address.street, address.house_number), (address.postal_code, address.city)
    return ", ".join(line for each in lines if (line := " ".join(filter(None, each))))


def canonical(field: str, line: str) -> str:
    """Return what somebody wrote as it reads; what cannot be parsed was printed so."""
    try:
        return reading(parse(field, line))
    except ValueError:
        return fold(line)
