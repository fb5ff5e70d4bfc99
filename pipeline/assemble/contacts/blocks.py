"""Contacts of a block: its lines are cut into elements, these grouped by person or office."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.assemble.contacts.drafts import Draft, FoundContact, Shared
from pipeline.assemble.contacts.elements import MentionIndex, find_elements
from pipeline.assemble.contacts.grouping import draft_contacts
from pipeline.assemble.contacts.joint import deal
from pipeline.assemble.contacts.merging import merged
from pipeline.assemble.contacts.pieces import announced_body, announced_office
from pipeline.mentions.designations import Kind, kind_of
from pipeline.segment.blocks import Block, Part
from pipeline.text import Span, Text

MARKS: Final = " \t\n,;:|·•*–—-()/"


def find_block_contacts(
    text: Text, blocks: Sequence[Block], index: MentionIndex
) -> tuple[FoundContact, ...]:
    """Return the contacts of the blocks of one section that hold contact data, in order.

    What is shared goes on below a label (`Ansprechpartnerin:`), but not below a paragraph.
    """
    found: list[FoundContact] = []
    shared = Shared()
    for block in blocks:
        if block.part is Part.CONTACTS:
            drafts = draft_contacts(find_elements(text, block.lines, index), shared)
            shared = drafts[-1].shared if drafts[-1].name else drafts[-1].head()
            drafts = merged(drafts)
            deal(drafts)
            found.extend(_finished(text, block, drafts))
        elif block.part is not Part.SUBHEADING:
            shared = Shared()
        else:
            shared = _announced(text.fold(block.span)) or shared
    return tuple(found)


def _announced(label: str) -> Shared | None:
    """Return the body or the department whose persons a sub-heading announces."""
    if body := announced_body(label):
        return Shared(organisation=body)
    office = announced_office(label)
    if office is None:
        return None
    is_unit = kind_of(office) is Kind.UNIT
    return Shared(units=(office,)) if is_unit else Shared(organisation=office)


def _finished(text: Text, block: Block, drafts: Sequence[Draft]) -> Iterator[FoundContact]:
    """Yield the contacts; together they cover the block, each from its own first line on."""
    starts = [block.span.start]
    for above, draft in pairwise(drafts):
        line = block.lines[draft.line].span.start
        starts.append(line if draft.line > above.line and line > starts[-1] else draft.start)
    ends = [
        *(text.strip(Span(start, after)).end for start, after in pairwise(starts)),
        block.span.end,
    ]
    for draft, start, end in zip(drafts, starts, ends, strict=True):
        yield draft.finished(Span(start, end))
