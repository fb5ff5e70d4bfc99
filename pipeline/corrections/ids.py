"""How a correction names a value: the id of what it belongs to, a dot, and the field.

Contacts, partners and quotes have ids in the record, made of what was read, so they outlive
editions and a correction of the name. A value in a list has none: it is named by what was read.

>>> parse_id("15083/steffi-kern.phones")
ValueId(kind='contact', section='15083', owner='15083/steffi-kern', field='phones')
>>> parse_id("15083/partners/ihk-trier").kind
'partner'
"""

import re
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from schemas import Brochure, Contact, Landkreis, Partner, Quote, Value

OwnerKind = Literal["section", "contact", "partner", "quote"]
Owner = Contact | Partner | Quote


class Field(NamedTuple):
    """What may be done with a field."""

    many: bool = False
    """Whether it is a list."""
    needed: bool = False
    """Whether nothing is left without it."""
    words: tuple[str, ...] = ()
    """The only values it may have; empty if any."""


FIELDS: Final[Mapping[OwnerKind, Mapping[str, Field]]] = {
    "section": {name: Field(many=True) for name in ("contacts", "partners", "quotes")},
    "contact": {
        "name": Field(),
        "roles": Field(many=True),
        "organisation": Field(),
        "units": Field(many=True),
        "address": Field(),
        "phones": Field(many=True),
        "emails": Field(many=True),
        "websites": Field(many=True),
    },
    "partner": {
        "name": Field(needed=True),
        "kind": Field(needed=True, words=("organisation", "person", "group")),
        "role": Field(),
    },
    "quote": {
        "text": Field(needed=True),
        "speaker.name": Field(),
        "speaker.kind": Field(needed=True, words=("person", "group")),
        "speaker.roles": Field(many=True),
        "speaker.organisation": Field(),
    },
}

SLUG: Final = "[a-z0-9-]+"
ID_RE: Final = re.compile(
    rf"(?P<owner>(?P<section>{SLUG})(?:/(?:(?P<list>partners|quotes)/)?{SLUG})?)"
    r"(?:\.(?P<field>.+))?"
)
KINDS: Final[Mapping[str, OwnerKind]] = {"partners": "partner", "quotes": "quote"}


class ValueId(NamedTuple):
    """The id of a value, taken apart."""

    kind: OwnerKind
    section: str
    owner: str
    """Id of the section, contact, partner or quote."""
    field: str | None
    """None for the whole of it."""

    @property
    def of(self) -> Field:
        """Return what may be done with the field."""
        return FIELDS[self.kind][self.field or ""]

    @property
    def syntax(self) -> str:
        """Return how a value is written: `name` of a contact is a person's, of a partner any."""
        return self.field or "" if self.kind == "contact" else f"{self.kind}.{self.field}"


def parse_id(written: str) -> ValueId:
    """Take an id apart; raises ValueError if no brochure can have a value of this id."""
    match = ID_RE.fullmatch(written)
    if not match:
        raise ValueError(
            f"“{written}” cannot be the id of a value; ids look like 15083/steffi-kern.phones"
        )
    kind: OwnerKind = "contact" if "/" in match["owner"] else "section"
    kind = KINDS.get(match["list"] or "", kind)
    if match["field"] is not None and match["field"] not in FIELDS[kind]:
        raise ValueError(
            f"a {kind} has no “{match['field']}” that can be corrected; "
            f"there is {', '.join(FIELDS[kind])}"
        )
    return ValueId(kind, match["section"], match["owner"], match["field"])


def owners(landkreis: Landkreis) -> dict[str, Owner]:
    """Return what has an id in a section."""
    things: tuple[Owner, ...] = (*landkreis.contacts, *landkreis.partners, *landkreis.quotes)
    return {thing.id: thing for thing in things}


def get(owner: Owner, field: str) -> Value | tuple[Value, ...] | None:
    """Return the value of a field, for a list all its values."""
    *way, last = field.split(".")
    at: object = owner
    for step in way:
        at = getattr(at, step)
    if at is None:
        return () if FIELDS["quote"][field].many else None
    found: Value | tuple[Value, ...] | None = getattr(at, last)
    return found


class Pointed(NamedTuple):
    """What a JSON pointer into a record leads to."""

    section: int | None
    """Index of the Landkreis; None for the document itself."""
    value: str
    """Id of the value; empty for the document itself."""
    read: Value | None
    """The value; None for a section or a whole list."""


def pointed(brochure: Brochure, path: str) -> Pointed:
    """Follow a JSON pointer to a value that has an id; raises ValueError if it leads nowhere."""
    steps = path.split("/")[1:]
    if steps[:1] != ["landkreise"] or len(steps) == 1:
        return Pointed(None, "." + ".".join(steps) if steps else "", None)
    try:
        index = _index(steps[1])
        landkreis = brochure.landkreise[index]
        return Pointed(index, *_in_section(landkreis, steps[2:]))
    except (ValueError, LookupError, AttributeError, TypeError):
        raise ValueError(f"there is nothing at {path}") from None


def _index(step: str) -> int:
    """Return a place in a list; `-1` is none in a JSON pointer (RFC 6901)."""
    if not step.isdecimal():
        raise ValueError(f"no place in a list: {step!r}")
    return int(step)


def _in_section(landkreis: Landkreis, steps: list[str]) -> tuple[str, Value | None]:
    if not steps:
        return landkreis.id, None
    if len(steps) == 1 or steps[0] not in FIELDS["section"]:
        rest = getattr(landkreis, steps[0])
        text = rest[_index(steps[1])].text if len(steps) > 1 else None
        return f"{landkreis.id}.{steps[0]}", text
    owner: Owner = getattr(landkreis, steps[0])[_index(steps[1])]
    if len(steps) == 2:  # noqa: PLR2004 - the list and the place in it
        return owner.id, owner
    element = int(steps.pop()) if steps[-1].isdecimal() else None
    field = ".".join(steps[2:])
    found = get(owner, field)
    if isinstance(found, tuple):
        return f"{owner.id}.{field}", None if element is None else found[element]
    return f"{owner.id}.{field}", found
