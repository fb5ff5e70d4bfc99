"""What each line of a section is part of: a sub-heading, running text, contacts or a quote.

Lines that speak for themselves (running text, list items, contact data, quotes) are settled first.
The short lines between them are settled by their neighbours: a name above a phone number belongs
to the contact, the same line above a paragraph is a sub-heading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import groupby, takewhile

from pipeline.german.asides import is_caption
from pipeline.german.labels import label_kind
from pipeline.german.subheadings import SubheadingKind, subheading_kind
from pipeline.mentions.designations import Kind, is_person
from pipeline.segment.evidence import (
    Gist,
    SectionLines,
    heads_body,
    heads_contact,
    is_aloof,
    is_entry,
    is_evidence,
    is_known_subheading,
    kinds_of,
    looks_as_subheading,
    tells_when_or_where,
)
from pipeline.segment.facts import announces, find_facts, find_labels
from pipeline.segment.features import Look, is_enumeration
from pipeline.segment.lines import Line
from pipeline.segment.quoted_lines import inner_ends, quote_lines
from pipeline.segment.utterances import Utterance
from pipeline.text import Span


class Part(Enum):
    """What a block is."""

    SUBHEADING = auto()
    PARAGRAPH = auto()
    CONTACTS = auto()
    QUOTE = auto()
    RESIDUE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One or more whole lines of one section."""

    part: Part
    lines: tuple[Line, ...]
    under: int | None
    """Index of the block with the sub-heading that it stands under."""

    @property
    def span(self) -> Span:
        """From the first line's first character to the last line's last."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)


def find_blocks(section: SectionLines, utterances: Sequence[Utterance]) -> tuple[Block, ...]:
    """Divide the lines into blocks; every line is in exactly one."""
    parts = _settle_runs(section, _settled(section, utterances))
    return tuple(_blocks(section, parts, utterances))


def _settled(section: SectionLines, utterances: Sequence[Utterance]) -> list[Part | None]:
    """Settle the lines that speak for themselves."""
    of_quote = frozenset(i for utterance in utterances for i in quote_lines(section, utterance))
    facts, labels = find_facts(section), find_labels(section)
    parts: list[Part | None] = []
    for i, look in enumerate(section.looks):
        if i in of_quote:
            parts.append(Part.QUOTE)
        elif i in labels:
            parts.append(Part.SUBHEADING)
        elif (
            i in facts
            or (look is Look.SENTENCE and not is_caption(section.passages[i]))
            or (look is Look.ITEM and not heads_contact(section, i))
            or announces(section, i)
        ):
            parts.append(Part.PARAGRAPH)
        else:
            parts.append(None)
    return parts


def _settle_runs(section: SectionLines, parts: Sequence[Part | None]) -> list[Part]:
    """Settle the lines that depend on their neighbours, run by run."""
    settled: list[Part] = [part or Part.RESIDUE for part in parts]
    context: SubheadingKind | None = None
    for is_open, run in groupby(range(len(parts)), key=lambda i: parts[i] is None):
        if not is_open:
            continue
        indices = list(run)
        below = parts[indices[-1] + 1] if indices[-1] + 1 < len(parts) else None
        for segment in _segments(section, indices):
            is_last = segment[-1] == indices[-1]
            context = _settle_segment(
                section, segment, below if is_last else Part.SUBHEADING, context, settled
            )
    return settled


def _segments(section: SectionLines, run: Sequence[int]) -> Iterator[list[int]]:
    """Cut a run before each line that is a known sub-heading, but not below a letterhead."""
    segment: list[int] = []
    gist = Gist(section, segment)
    for i in run:
        opens = segment and is_known_subheading(section, i)
        if opens and not _is_below_head(section, segment, gist, i):
            yield segment
            segment = []
            gist = Gist(section, segment)
        segment.append(i)
    yield segment


def _is_below_head(section: SectionLines, segment: Sequence[int], gist: Gist, i: int) -> bool:
    """Whether a line says that persons follow, and what is above it is where they work."""
    follows = i + 1 < len(section.looks) and section.looks[i + 1] is not Look.SENTENCE
    if not follows or subheading_kind(section.passages[i]) != "contact":
        return False
    if is_known_subheading(section, segment[0]):
        return False
    bare = not section.lines[i].blank_before and gist.is_bare_data()
    return bare or gist.is_head()


def _settle_segment(
    section: SectionLines,
    segment: list[int],
    below: Part | None,
    context: SubheadingKind | None,
    settled: list[Part],
) -> SubheadingKind | None:
    """Settle the lines below one sub-heading; return what kind of sub-heading is in force now."""
    opens = is_known_subheading(section, segment[0])
    if opens:
        settled[segment[0]] = Part.SUBHEADING
        passage = section.passages[segment[0]]
        context = subheading_kind(passage) or (
            "contact" if label_kind(passage) == "person" else None
        )
        segment = segment[1:]
    if not segment:
        return context
    evidence = [i for i in segment if is_evidence(section, i, segment)]
    if _is_contact(section, segment, evidence, context):
        _settle_contact(section, segment, evidence, below, settled)
    else:
        _settle_others(section, segment, below, context if opens else None, settled)
    return context


def _is_contact(
    section: SectionLines,
    segment: Sequence[int],
    evidence: Sequence[int],
    context: SubheadingKind | None,
) -> bool:
    if any(section.looks[i] is Look.DATA for i in segment):
        return True
    labels = (i for i in segment if section.looks[i] is Look.LABEL)
    if any(label_kind(section.passages[i]) != "hours" for i in labels):
        return True
    kinds = {kind for i in evidence for kind in kinds_of(section, i)}
    if context == "contact":
        return Kind.NAME in kinds
    return context is None and Kind.NAME in kinds and len(kinds - {Kind.UNKNOWN}) > 1


def _settle_contact(
    section: SectionLines,
    segment: Sequence[int],
    evidence: Sequence[int],
    below: Part | None,
    settled: list[Part],
) -> None:
    """Everything from the first to the last evidence is contact; what stands around it is none.

    Hours and rooms below belong to it: `Mo–Fr 8–12 Uhr`.
    """
    if heads_body(section, evidence):
        evidence = evidence[1:]
    behind = segment[segment.index(evidence[-1]) + 1 :]
    last = max((evidence[-1], *takewhile(partial(tells_when_or_where, section), behind)))
    for i in segment:
        if evidence[0] <= i <= last:
            settled[i] = Part.CONTACTS
        elif i < evidence[0]:
            heads = looks_as_subheading(section, i) and not is_aloof(section, i, evidence[0])
            settled[i] = Part.SUBHEADING if heads else Part.RESIDUE
        else:
            heads = (
                i == segment[-1]
                and below in (Part.PARAGRAPH, Part.SUBHEADING)
                and looks_as_subheading(section, i)
            )
            settled[i] = (
                Part.SUBHEADING
                if heads or section.passages[i] in section.recurring
                else Part.RESIDUE
            )


def _settle_others(
    section: SectionLines,
    segment: Sequence[int],
    below: Part | None,
    context: SubheadingKind | None,
    settled: list[Part],
) -> None:
    """Settle short lines that belong to no contact: list entries, sub-headings, captions."""
    listed = context is not None and context != "quote"
    for i in reversed(segment):
        heads = i == segment[-1] and _heads_below(section, i, below)
        heads = heads and not (listed and is_entry(section, i))
        heads = heads or (not listed and _is_set_as_subheading(section, i))
        heads = heads or (not listed and _heads_heading(section, i, segment[-1], settled))
        if section.passages[i] in section.recurring or heads:
            settled[i] = Part.SUBHEADING
        else:
            is_listed = (
                listed or section.looks[i] is Look.ITEM or is_enumeration(section.passages[i])
            )
            settled[i] = Part.PARAGRAPH if is_listed else Part.RESIDUE


def _heads_below(section: SectionLines, i: int, below: Part | None) -> bool:
    """Whether a line may head the text below it, or the voices directly below it."""
    is_close = i + 1 < len(section.lines) and not section.lines[i + 1].blank_before
    heads = below is Part.PARAGRAPH or (below is Part.QUOTE and is_close)
    return heads and looks_as_subheading(section, i)


def _heads_heading(section: SectionLines, i: int, last: int, settled: Sequence[Part]) -> bool:
    """Whether a line stands directly above a sub-heading, and above a gap: one of two levels."""
    is_above = i + 1 == last and settled[last] is Part.SUBHEADING
    is_stacked = is_above and not section.lines[last].blank_before and section.lines[i].blank_before
    return is_stacked and looks_as_subheading(section, i)


def _is_set_as_subheading(section: SectionLines, i: int) -> bool:
    """Whether a line is set apart, and neither a person's name nor the words of somebody."""
    passage = section.passages[i]
    return (
        section.lines[i].stands_out and looks_as_subheading(section, i) and not is_person(passage)
    )


def _blocks(
    section: SectionLines, parts: Sequence[Part], utterances: Sequence[Utterance]
) -> Iterator[Block]:
    """Put the lines together: contact lines that follow each other, the lines of one quote."""
    ends = {i.stop for i in (quote_lines(section, utterance) for utterance in utterances)}
    inside = {i for utterance in utterances for i in inner_ends(section, utterance)}
    under: int | None = None
    first = count = 0
    for i, part in enumerate(parts):
        grows = i + 1 < len(parts) and parts[i + 1] is part
        if grows and (part is Part.CONTACTS or (part is Part.QUOTE and i + 1 not in ends)):
            continue
        if grows and part is Part.PARAGRAPH and i in inside:
            continue
        if part is Part.SUBHEADING:
            yield Block(part, tuple(section.lines[first : i + 1]), None)
            under = count
        else:
            yield Block(part, tuple(section.lines[first : i + 1]), under)
        count += 1
        first = i + 1
