"""Functions that are printed once for several persons: in a label before or above them."""

import re
from typing import Final

from pipeline.assemble.contacts.drafts import Draft, Element
from pipeline.german.roles import RoleHead, role_of
from pipeline.mentions.designations import Kind

POSSESSIVE_RE: Final = re.compile(r"^(?:Ihre?|Unsere?|Eure?)[ ]")


def add_function(present: Draft, printed: str, element: Element) -> None:
    """Add a function to the person at hand, or keep it for all who are named below or behind it."""
    role = POSSESSIVE_RE.sub("", printed)
    is_alone = element.leads_to is None and not element.opens
    if is_alone and _is_of_all(role, labelled=element.is_label):
        present.role_of_all = role
    if element.is_label and element.leads_to is Kind.NAME and not _is_of_one(role):
        present.role_of_line = role
    if present.name or present.role_of_all != role:
        present.roles.append(role)


def hand_on_function(above: Draft, below: Draft) -> None:
    """Give the function in a label above several persons, or before them, to the next of them."""
    if above.name_line == below.line:
        below.role_of_line = above.role_of_line
    if not below.is_apart:
        below.role_of_all = above.role_of_all


def _is_of_all(role: str, *, labelled: bool) -> bool:
    """Whether a line may stand above several: `Koordination:`, `Beraterinnen`, no `Leiterin:`."""
    head = _head_of(role)
    return head is not None and ((labelled and head.is_noun) or head.number == "plural")


def _is_of_one(role: str) -> bool:
    """Whether a function is printed for one person: `Leiterin`; `Berater` may be several."""
    head = _head_of(role)
    return head is not None and not head.is_noun and head.number == "singular"


def _head_of(role: str) -> RoleHead | None:
    return next(filter(None, map(role_of, role.split())), None)
