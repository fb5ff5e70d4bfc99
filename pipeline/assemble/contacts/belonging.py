"""Whether those who are printed below a complete office belong to it."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from pipeline.assemble.contacts.drafts import NOTHING, Draft
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
        if not office.is_row and draft.house is not None and draft.house == office.house:
            break  # a row says all of its own, whatever the house
        draft.shared = NOTHING
        if draft.units and kind_of(draft.units[0]) is Kind.UNKNOWN and not draft.organisation:
            draft.organisation = draft.units.pop(0)  # by its place, now that none is above
