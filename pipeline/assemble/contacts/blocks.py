"""Contacts of a block: its lines are cut into elements, these grouped by person or office."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.assemble.contacts.drafts import Draft, Element, FoundContact, Shared
from pipeline.assemble.contacts.grouping import draft_contacts, merged
from pipeline.german.labels import label_kind
from pipeline.mentions import Address, Email, Mentions, Phone, Website
from pipeline.mentions.designations import Designation, Kind, find_designations, is_role_label
from pipeline.segment.blocks import Block, Part
from pipeline.segment.lines import Line
from pipeline.text import Span, Text, gaps

MARKS: Final = " \t\n,;:|·•*–—-()/"


class MentionIndex:
    """The mentions of a document, by place."""

    def __init__(self, mentions: Mentions) -> None:
        """Sort them once; look-ups are by bisection."""
        values: list[Address | Phone | Email | Website] = [
            *mentions.reachable(),
            *mentions.addresses,
        ]
        self._values = sorted(values, key=lambda value: value.span)
        self._starts = [value.span.start for value in self._values]

    def within(self, span: Span) -> Sequence[Address | Phone | Email | Website]:
        """Return those that begin inside a span."""
        return self._values[
            bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
        ]


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
            drafts = draft_contacts(_elements(text, block.lines, index), shared)
            shared = drafts[-1].shared if drafts[-1].name else drafts[-1].head()
            found.extend(_finished(text, block, merged(drafts)))
        elif block.part is not Part.SUBHEADING:
            shared = Shared()
    return tuple(found)


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


def _elements(text: Text, lines: Sequence[Line], index: MentionIndex) -> Iterator[Element]:
    """Yield what stands on the lines, in printed order."""
    covered = Span(0, 0)  # an address may run over several lines
    for i, line in enumerate(lines):
        values = index.within(line.span)
        taken = [covered, *(value.span for value in values)]
        taken += [
            value.label
            for value in values
            if not isinstance(value, Address) and value.label is not None
        ]
        found = [Element(value, value.span, i) for value in values]
        for gap in gaps(line.content, taken):
            found.extend(_designated(text, gap, i))
        covered = max([covered, *(value.span for value in values)], key=lambda span: span.end)
        found.sort(key=lambda element: element.span)
        reachable = any(not isinstance(value, Address) for value in values)
        yield from (replace(element, opens=reachable and k == 0) for k, element in enumerate(found))


def _designated(text: Text, gap: Span, line: int) -> Iterator[Element]:
    """Yield the names, functions and offices in a stretch without mentions."""
    passage = text.at(gap)
    label, colon, rest = passage.partition(":")
    start = gap.start
    if colon and label_kind(label.strip(MARKS)) and rest.strip(MARKS):
        if is_role_label(label.strip(MARKS)):
            at = gap.start + label.index(label.strip(MARKS))
            role = Designation(Kind.ROLE, label.strip(MARKS), 0, 0)
            yield Element(role, Span(at, at + len(role.text)), line)
        start, passage = gap.start + len(label) + 1, rest
    if not any(map(str.isalpha, passage)):
        return
    for piece in find_designations(passage):
        if label_kind(piece.text) is None or is_role_label(piece.text):
            yield Element(piece, Span(start + piece.start, start + piece.end), line)
