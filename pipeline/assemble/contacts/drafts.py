"""A contact while it is put together, element by element."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from pipeline.german.bodies import legal_form_at_end
from pipeline.german.mailboxes import house_of
from pipeline.german.name_words import salutations
from pipeline.german.names import ParsedName, is_title
from pipeline.mentions import Address, Email, Phone, Website
from pipeline.mentions.designations import (
    Designation,
    Kind,
    is_authority,
    is_branch,
    outside_of,
    stands_alone,
)
from pipeline.text import Span

MOST_DEALT: Final = 200
"""Persons times numbers: more are no group, and each would get a copy of all."""
MOST_SHARED: Final = 20
"""Departments above several persons that each of them gets."""


@dataclass(frozen=True, slots=True)
class FoundContact:
    """A person or an office, with everything printed about it."""

    name: ParsedName | None
    roles: tuple[str, ...]
    organisation: str | None
    units: tuple[str, ...]
    address: Address | None
    phones: tuple[Phone, ...]
    emails: tuple[Email, ...]
    websites: tuple[Website, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Element:
    """One mention or designation, with the line that it stands on."""

    value: Designation | Address | Phone | Email | Website
    span: Span
    line: int
    opens: bool = False
    """Whether it stands first on a line that holds a number or an address of its own."""
    is_label: bool = False
    """Whether a colon follows it."""
    leads_to: Kind | None = None
    """What designation follows it on its line."""
    parted: bool = False
    """Whether it opens a paragraph in which somebody can be reached."""
    is_below: bool = False
    """Whether its line is set below the one above: with a bullet, behind `Ansprechpersonen:`."""
    is_announced: bool = False
    """Whether `Ansprechperson:` stands before it: what follows is of nobody above."""
    is_vacant: bool = False
    """Whether its line says that nobody has the post: `N.N., Tel. …`."""
    owner: str | None = None
    """Whose number it is by the brackets behind it: `030 23125-014 (Kurz)`."""
    is_desk: bool = False
    """Whether it is the label of a number that names a desk: `Vorzimmer:`."""
    is_last: bool = False
    """Whether it stands behind all numbers of its line."""
    is_site: bool = False
    """Whether it is an address below the name of its town: where a body has a further house."""
    is_for_all: bool = False
    """Whether its label says that it is nobody's own: `Fax für alle:`."""


class Shared(NamedTuple):
    """What is printed once above several persons."""

    organisation: str | None = None
    units: tuple[str, ...] = ()
    address: Address | None = None
    house: str | None = None
    """The domain at which one writes to the body."""


NOTHING: Final = Shared()


def employs(body: str, other: str) -> bool:
    """Whether of two bodies the first is the employer and the second a part of it."""
    own_form = legal_form_at_end(other) is not None
    if is_branch(other, body):
        return True
    return (is_authority(body) and not is_authority(other) and not own_form) or (
        legal_form_at_end(body) is not None
        and legal_form_at_end(other) is None
        and not is_authority(other)
    )


@dataclass(slots=True)
class Draft:
    """A contact that is being put together."""

    start: int
    line: int
    shared: Shared
    is_below: bool = False
    """Whether it is set below the one above, or beside it."""
    last_line: int = 0
    name_line: int = -1
    before_name: Shared = NOTHING
    """What the line of the name says of the body before it."""
    lines_above: Shared = NOTHING
    """What the lines above the last one say of the body."""
    outer: Shared = NOTHING
    """What is printed above the paragraph of the first of several departments."""
    name: ParsedName | None = None
    roles: list[str] = field(default_factory=list)
    organisation: str | None = None
    is_guess: bool = False
    """Whether only its place tells that the organisation is one."""
    units: list[str] = field(default_factory=list)
    address: Address | None = None
    phones: list[Phone] = field(default_factory=list)
    emails: list[Email] = field(default_factory=list)
    websites: list[Website] = field(default_factory=list)
    foot_line: int = -1
    """Where a body or an address begins behind the name and before all data."""
    data_line: int = -1
    """Where its first number or mail stands."""
    is_apart: bool = False
    """Whether it begins a paragraph of its own, or is announced: `Ansprechperson:`."""
    for_all: list[Span] = field(default_factory=list)
    """Where numbers and addresses stand that are nobody's own."""
    role_of_all: str | None = None
    """The function in the label above several persons: `Koordination:`."""
    role_of_line: str | None = None
    """The function in the label before all names of its line: `Beraterinnen: X und Y`."""
    owners: dict[Span, str] = field(default_factory=dict)
    """Of numbers with a name in brackets behind them, that name."""

    @property
    def has_data(self) -> bool:
        """Whether it has a number or an address on the net."""
        return bool(self.phones or self.emails or self.websites)

    @property
    def is_begun(self) -> bool:
        """Whether more than its body is known."""
        return bool(self.has_data or self.name or self.roles or self.address)

    @property
    def house(self) -> str | None:
        """The domain at which one writes to it, if it is one of a house."""
        if not self.emails:
            return None
        return next(filter(None, (house_of(mail.address) for mail in self.emails)), None)

    @property
    def is_of_another_house(self) -> bool:
        """Whether an office that people know by its name has an address and a domain of its own."""
        body = self.shared.house and self.house not in {None, self.shared.house}
        known = self.units and stands_alone(self.units[0], with_person=self.name is not None)
        return bool(body and self.address and known and not self.organisation)

    @property
    def has_body(self) -> bool:
        """Whether it is known where somebody works."""
        return bool(self.organisation or self.units or self.shared.organisation)

    @property
    def is_row(self) -> bool:
        """Whether all of it stands on one line."""
        return self.has_data and self.line == self.last_line

    @property
    def is_complete_office(self) -> bool:
        """Whether nobody in it is named and nothing is missing: all on one line, or all kinds."""
        return self.name is None and (self.is_row or bool(self.phones and self.emails))

    @property
    def is_nobody(self) -> bool:
        """Whether nothing but data is known of it yet."""
        return self.has_data and not (self.name or self.roles or self.organisation or self.units)

    def is_named_again(self, printed: str) -> bool:
        """Whether the person at hand is named by the family name: `Durchwahl Frau Dr. Kurz`."""
        if self.name is None or self.name.family is None or self.name.given is None:
            return False
        salutation, _, rest = printed.partition(" ")
        forms = {self.name.family, " ".join(filter(None, (self.name.title, self.name.family)))}
        return salutation in salutations() and rest in forms

    def takes_title(self, printed: str) -> bool:
        """Take what is printed below a name as the title, if it is one: `Dipl.-Päd. (FH)`."""
        if self.name is None or not all(map(is_title, printed.split())):
            return False
        title = " ".join(filter(None, (self.name.title, printed)))
        self.name = replace(self.name, title=title)
        return True

    def head(self) -> Shared:
        """Return what the contact has to share with persons below it."""
        shared = self.shared if self.organisation is None else Shared()
        return Shared(
            self.organisation or shared.organisation,
            (*outside_of(shared.units, self.units[:MOST_SHARED]), *self.units[:MOST_SHARED])[
                :MOST_SHARED
            ],
            self.address or shared.address,
            (self.house or shared.house) if self.organisation or shared.organisation else None,
        )

    def finished(self, span: Span) -> FoundContact:
        """Return the contact with what it shares; with a body of its own it shares nothing."""
        body, shared = self.organisation, self.shared
        if body and shared.organisation and employs(body, shared.organisation):
            self.units = [shared.organisation, *shared.units, *self.units]
        if body and shared.organisation and is_authority(shared.organisation):
            body = body if is_authority(body) or legal_form_at_end(body) else None
        inherits = body is None
        organisation = shared.organisation if inherits else body
        own = [self.organisation] if self.organisation and inherits else []
        above = outside_of(shared.units, self.units[:MOST_SHARED]) if inherits else ()
        if body and shared.organisation is None and is_authority(body):
            above = shared.units  # "Wohnberatung" above persons, their Landratsamt behind the last
        units = list(dict.fromkeys([*above, *own, *self.units]))
        if (
            organisation is None
            and units
            and stands_alone(units[0], with_person=self.name is not None)
        ):
            organisation = units.pop(0)
        return FoundContact(
            self.name,
            tuple(
                dict.fromkeys(self.roles or filter(None, [self.role_of_line or self.role_of_all]))
            ),
            organisation,
            tuple(units),
            self.address or (self.shared.address if inherits else None),
            tuple(self.phones),
            _once(self.emails),
            tuple(self.websites),
            span,
        )


def _once(mails: Sequence[Email]) -> tuple[Email, ...]:
    """Return each address at its first mention: links print theirs twice."""
    first: dict[str, Email] = {}
    for mail in mails:
        first.setdefault(mail.address, mail)
    return tuple(first.values())
