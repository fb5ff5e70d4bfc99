"""Whether those who are printed below a complete office belong to it."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from pipeline.assemble.contacts.drafts import NOTHING, Draft
from pipeline.german.bodies import legal_form_at_end
from pipeline.mentions.designations import Kind, kind_of

FEWEST_LISTED: Final = 2
"""Persons with numbers of their own below an office that are surely its own."""


def part_strangers(drafts: Sequence[Draft]) -> None:
    """Take from those below a complete office what they do not share with it."""
    for i, office in enumerate(drafts):
        if office.is_complete_office:
            _part_from(office, drafts, i + 1)


def _part_from(office: Draft, drafts: Sequence[Draft], first: int) -> None:
    """Take from those below what an office shares with them, unless persons are seen to be its own.

    They are where several are listed, or where one is set below it; one alone may be anybody.
    """
    if not (office.organisation or office.units):
        return  # a post that nobody has: "N.N., Klimamanager/in"
    below = map(drafts.__getitem__, range(first, len(drafts)))
    persons = list(takewhile(lambda draft: draft.name is not None, below))
    listed = sum(person.has_data for person in persons)
    listed = listed or sum(bool(person.roles) for person in persons)
    if not persons or persons[0].is_below or listed >= FEWEST_LISTED:
        return
    shared = office.head().organisation
    for i in range(first, len(drafts)):
        draft = drafts[i]
        if draft.shared == NOTHING or draft.shared.organisation != shared:
            break
        if _is_of_house(draft, office):
            break
        draft.shared = NOTHING
        if draft.units and kind_of(draft.units[0]) is Kind.UNKNOWN and not draft.organisation:
            draft.organisation = draft.units.pop(0)  # by its place, now that none is above


def _is_of_house(draft: Draft, office: Draft) -> bool:
    """Whether the mails say that somebody belongs to an office printed above.

    In a row, or a paragraph of its own, who says all of its own does not, unless the office is a
    club or a firm: at the domain of an authority one writes to all of its departments.
    """
    if draft.house is None or draft.house != office.house:
        return False
    is_firm = legal_form_at_end(office.organisation or "") is not None
    return is_firm if draft.is_apart else not office.is_row
