"""Contacts, partners and quotes that a reviewer adds whole, as tables of the corrections file.

>>> parse_whole("partners", "Tafel Börde")
NewPartner(name='Tafel Börde', kind='organisation', role=None)
>>> parse_whole("contacts", {"name": "Eva Kurz", "phones": ["030 23125-014"]}).phones[0].e164
'+493023125014'
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast, get_args

from pipeline.corrections.values import Draft, Given, one_line, one_of, parse
from pipeline.german.names import ParsedName
from pipeline.mentions import Address, Email, Phone, Website
from schemas import PartnerKind
from schemas.quote import SpeakerKind

LISTS: Final = ("roles", "units", "phones", "emails", "websites")
CONTACT_KEYS: Final = ("name", "roles", "organisation", "units", "address", *LISTS[2:])
PARTNER_KEYS: Final = ("name", "kind", "role")
QUOTE_KEYS: Final = ("text", "speaker")
SPEAKER_KEYS: Final = ("name", "kind", "roles", "organisation")
MOST: Final = 100
"""More values of one kind no contact has."""


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact that the program did not find; spans of its values index what was written."""

    name: ParsedName | None
    roles: tuple[str, ...]
    organisation: str | None
    units: tuple[str, ...]
    address: Address | None
    phones: tuple[Phone, ...]
    emails: tuple[Email, ...]
    websites: tuple[Website, ...]


@dataclass(frozen=True, slots=True)
class NewPartner:
    """A partner that the program did not find."""

    name: str
    kind: PartnerKind
    role: str | None


@dataclass(frozen=True, slots=True)
class NewSpeaker:
    """Whose words an added quote is."""

    name: str | None
    kind: SpeakerKind
    roles: tuple[str, ...]
    organisation: str | None


@dataclass(frozen=True, slots=True)
class NewQuote:
    """A quote that the program did not find."""

    text: str
    speaker: NewSpeaker | None


NewOwner = NewContact | NewPartner | NewQuote


def parse_whole(name: str, given: Given) -> NewOwner:
    """Return what was written for `contacts`, `partners` or `quotes`; raises ValueError."""
    if name == "partners":
        return _partner({"name": given} if isinstance(given, str) else given)
    if isinstance(given, str):
        keys = CONTACT_KEYS if name == "contacts" else QUOTE_KEYS
        raise ValueError(f"what is added to {name} is a table: {{ {keys[0]} = “…”, … }}")
    return _contact(given) if name == "contacts" else _quote(given)


def _contact(given: Mapping[str, object]) -> NewContact:
    _refuse_unknown("contact", given, CONTACT_KEYS)
    values = {key: _values(key, given.get(key, ())) for key in LISTS}
    name, organisation, address = (
        None if given.get(key) is None else parse(key, cast(Given, given[key]))
        for key in ("name", "organisation", "address")
    )
    if not (name or organisation or values["units"] or values["roles"]):
        raise ValueError("a contact needs a name, a role, an organisation or a unit")
    return NewContact(
        cast(ParsedName | None, name),
        cast(tuple[str, ...], values["roles"]),
        cast(str | None, organisation),
        cast(tuple[str, ...], values["units"]),
        cast(Address | None, address),
        cast(tuple[Phone, ...], values["phones"]),
        cast(tuple[Email, ...], values["emails"]),
        cast(tuple[Website, ...], values["websites"]),
    )


def _values(key: str, given: object) -> tuple[Draft, ...]:
    if not isinstance(given, list | tuple):
        raise ValueError(f"{key} is a list: {key} = [“…”]")
    if len(given) > MOST:
        raise ValueError(f"{key} has {len(given)} values; {MOST} are allowed")
    return tuple(parse(key, one_line(each, key)) for each in given)


def _partner(given: Mapping[str, object]) -> NewPartner:
    _refuse_unknown("partner", given, PARTNER_KEYS)
    if "name" not in given:
        raise ValueError("a partner needs a name")
    kind = one_of(given.get("kind", "organisation"), "kind", get_args(PartnerKind))
    role = one_line(given["role"], "role") if given.get("role") is not None else None
    return NewPartner(one_line(given["name"], "name"), cast(PartnerKind, kind), role)


def _quote(given: Mapping[str, object]) -> NewQuote:
    _refuse_unknown("quote", given, QUOTE_KEYS)
    if "text" not in given:
        raise ValueError("a quote needs a text")
    speaker = given.get("speaker")
    if isinstance(speaker, str):
        speaker = {"name": speaker}
    if speaker is not None and not isinstance(speaker, Mapping):
        raise ValueError("speaker is a name or a table")
    return NewQuote(
        one_line(given["text"], "text"), _speaker(speaker) if speaker is not None else None
    )


def _speaker(given: Mapping[str, object]) -> NewSpeaker:
    _refuse_unknown("speaker", given, SPEAKER_KEYS)
    name, body = (
        one_line(given[key], key) if given.get(key) is not None else None
        for key in ("name", "organisation")
    )
    roles = cast(tuple[str, ...], _values("roles", given.get("roles", ())))
    if not (name or body or roles):
        raise ValueError("a speaker needs a name, a role or an organisation")
    kind = one_of(given.get("kind", "person"), "kind", get_args(SpeakerKind))
    return NewSpeaker(name, cast(SpeakerKind, kind), roles, body)


def _refuse_unknown(what: str, given: Mapping[str, object], known: tuple[str, ...]) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise ValueError(f"a {what} has no “{unknown[0]}”; there is {', '.join(known)}")
