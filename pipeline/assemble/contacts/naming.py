"""Names that no list of given names knows: what stands beside them proves them.

`Hanka Wićazowa` is a person where her function stands on the line above or below, or where an
e-mail address behind her holds the name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.assemble.contacts.drafts import Element
from pipeline.german.fields import is_office_label
from pipeline.german.mailboxes import address_forms
from pipeline.german.names import ParsedName, parse_name
from pipeline.german.roles import role_of
from pipeline.mentions import Address, Email
from pipeline.mentions.designations import Designation, Kind, might_be_person

REACH: Final = 10
"""Elements behind a name among which its e-mail address stands."""
SHORTEST: Final = 3
"""Letters of a family name that one finds in a mail address without guessing."""


def holds_name(email: Email, family: str) -> bool:
    """Whether an address holds a family name before its @."""
    local = _letters(email)
    return any(form in local for form in forms_held(family))


def forms_held(family: str) -> Iterator[str]:
    """Yield the forms of a family name that an address can hold."""
    return (form for form in address_forms(family) if len(form) >= SHORTEST)


def parts(email: Email, lengths: Iterable[int]) -> Iterator[str]:
    """Yield all stretches of certain lengths of what stands before the @ of an address."""
    local = _letters(email)
    return (local[i : i + n] for n in lengths for i in range(len(local) - n + 1))


def _letters(email: Email) -> str:
    return "".join(filter(str.isalnum, email.address.partition("@")[0]))


def with_names(elements: Sequence[Element]) -> list[Element]:
    """Return the elements; what is proved to be a name is one."""
    read = list(elements)
    for k, (element, below) in enumerate(pairwise(elements)):
        if (
            element.parted
            and _is_desk_of(element, below)
            and isinstance(element.value, Designation)
        ):
            desk = replace(element.value, kind=Kind.ROLE)
            read[k] = replace(element, value=desk, leads_to=Kind.NAME)
    for k, element in enumerate(read):
        value = element.value
        if not isinstance(value, Designation) or value.kind is not Kind.UNKNOWN:
            continue
        if might_be_person(value.text) and (_has_mail(read, k) or _has_function(read, k)):
            read[k] = replace(element, value=replace(value, kind=Kind.NAME))
        elif might_be_person(value.text) and _heads_person(read, k):
            read[k] = replace(element, value=replace(value, kind=Kind.ORGANISATION))
    return read


def _is_desk_of(element: Element, below: Element) -> bool:
    """Whether a desk stands alone on the line above a name: who is named works there."""
    is_desk = isinstance(element.value, Designation) and is_office_label(element.value.text)
    return is_desk and _kind(below) is Kind.NAME and below.line == element.line + 1


def _heads_person(elements: Sequence[Element], k: int) -> bool:
    """Whether an address, and then a person, stands below a line: it names the house."""
    below = elements[k + 1 : k + 3]
    is_headed = bool(below) and isinstance(below[0].value, Address)
    return is_headed and _kind(below[-1]) is Kind.NAME


def _has_mail(elements: Sequence[Element], k: int) -> bool:
    value = elements[k].value
    family = value.text.split()[-1] if isinstance(value, Designation) else ""
    for element in elements[k + 1 : k + 1 + REACH]:
        if _kind(element) is Kind.NAME:
            return False
        if isinstance(element.value, Email):
            return holds_name(element.value, family)
    return False


def _has_function(elements: Sequence[Element], k: int) -> bool:
    """Whether the function of one person stands before or behind, and is nobody else's."""
    for step in (-1, 1):
        at, beyond = k + step, k + 2 * step
        if not 0 <= at < len(elements) or abs(elements[at].line - elements[k].line) > 1:
            continue
        others = elements[beyond] if 0 <= beyond < len(elements) else None
        if _is_of_one(elements[at]) and not (others and _kind(others) is Kind.NAME):
            return True
    return False


def _is_of_one(element: Element) -> bool:
    if not isinstance(element.value, Designation) or element.value.kind is not Kind.ROLE:
        return False
    roles = filter(None, map(role_of, element.value.text.split()))
    return any(not role.is_noun and role.number != "plural" for role in roles)


def _kind(element: Element) -> Kind | None:
    return element.value.kind if isinstance(element.value, Designation) else None


def parsed_name(printed: str) -> ParsedName:
    """Return a name in its parts; one that cannot be parted is all family name."""
    try:
        return parse_name(printed)
    except ValueError:
        return ParsedName(full=printed, title=None, given=None, family=printed)
