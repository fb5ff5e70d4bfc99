"""People and offices that one can write to or ring."""

from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from schemas.model import VALUE
from schemas.span import Span

PhoneKind = Literal["phone", "mobile", "fax"]

E164 = Annotated[str, Field(pattern=r"^\+[1-9][0-9]{1,14}$")]


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Name:
    """A person's name."""

    full: str
    """As printed, with academic titles and without salutation."""
    title: str | None
    """Academic titles in front or behind: `Dr.`, `Prof. Dr. med.`, `M.A.`."""
    given: str | None
    family: str | None
    """With its particles: `von der Schulenburg`."""


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Address:
    """A postal address."""

    street: str | None
    """Street without number, or a Postfach with it: `Postfach 14 20`."""
    house_number: str | None
    postal_code: str | None
    city: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Phone:
    """One number; a range of extensions (`-1327, -1610`) yields one each."""

    kind: PhoneKind
    """`mobile` by number range, `fax` by label, else `phone`."""
    raw: str
    """As printed."""
    e164: E164 | None
    """International form; null for 115 and 116 117, which have none, and for impossible numbers."""
    area: str | None
    """Place that the area code names."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Email:
    """An e-mail address."""

    address: str
    """Normalised: lower case, `(at)` resolved; as printed where it has no valid syntax."""
    raw: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Website:
    """An address on the web."""

    url: str
    """With scheme; `https` where none is printed."""
    raw: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Contact:
    """Somebody to write to or ring: a person, or an office without a person."""

    id: str
    """`<landkreis id>/<slug of the name>`, stable across editions; numbered on a clash."""
    name: Name | None
    """Null for an office without a person."""
    roles: tuple[str, ...]
    """Functions, as printed: `Bildungskoordinator`."""
    organisation: str | None
    """The employing body: `Kreisverwaltung Musterkreis`."""
    units: tuple[str, ...]
    """Departments inside it, outermost first as printed."""
    address: Address | None
    phones: tuple[Phone, ...]
    emails: tuple[Email, ...]
    websites: tuple[Website, ...]
    span: Span
    """The contact's block."""
