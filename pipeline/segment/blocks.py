"""What each line of a section is part of: a sub-heading, running text, contacts or a quote.

Lines that speak for themselves (running text, list items, contact data, quotes) are settled first.
The short lines between them are settled by their neighbours: a name above a phone number belongs
to the contact, the same line above a paragraph is a sub-heading.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import Final

from pipeline.german.labels import label_kind
from pipeline.german.subheadings import SubheadingKind, subheading_kind
from pipeline.mentions.designations import (
    Kind,
    find_designations,
    is_person,
    is_role_label,
    might_be_person,
)
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.segment.utterances import Utterance
from pipeline.text import Span, Text

LONGEST_SUBHEADING: Final = 90
CAPTION_RE: Final = re.compile(
    r"\b(?:Fotos?|Bild(?:er)?|Abb\.|Abbildung|Grafik|Quelle)\b[^:]{0,20}:|©|\(c\)", re.IGNORECASE
)
SAYS_MORE_RE: Final = re.compile(r":\s+\S")
OUTER: Final = " \t.,:;!–—-•()"
"""What may stand around a quote in its block without being text of its own."""


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


@dataclass(frozen=True, slots=True)
class SectionLines:
    """The lines of one section below its heading, with what is known of them."""

    text: Text
    lines: Sequence[Line]
    looks: Sequence[Look]
    recurring: frozenset[str]
    """Short lines that stand in the document more than once, folded."""

    def passage(self, i: int) -> str:
        """Return line i with its white space folded and without bullet."""
        return self.text.fold(self.lines[i].content)


def find_blocks(section: SectionLines, utterances: Sequence[Utterance]) -> tuple[Block, ...]:
    """Divide the lines into blocks; every line is in exactly one."""
    parts = _settle_runs(section, _settled(section, utterances))
    return tuple(_blocks(section, parts, utterances))


def _settled(section: SectionLines, utterances: Sequence[Utterance]) -> list[Part | None]:
    """Settle the lines that speak for themselves."""
    of_quote = frozenset(i for utterance in utterances for i in _quote_lines(section, utterance))
    parts: list[Part | None] = []
    for i, look in enumerate(section.looks):
        if i in of_quote:
            parts.append(Part.QUOTE)
        elif (
            look is Look.SENTENCE
            or (look is Look.ITEM and not _heads_contact(section, i))
            or _announces(section, i)
        ):
            parts.append(Part.PARAGRAPH)
        else:
            parts.append(None)
    return parts


def _heads_contact(section: SectionLines, i: int) -> bool:
    """Whether a list item is the first line of a contact: a person, with data on the next line."""
    below = section.looks[i + 1] if i + 1 < len(section.looks) else None
    return below in (Look.DATA, Look.LABEL) and is_person(section.passage(i))


def _announces(section: SectionLines, i: int) -> bool:
    """Whether a line goes on behind a label for partners: `Unsere Partner: Jobcenter und AWO`."""
    label, _, rest = section.passage(i).partition(":")
    beside = section.looks[max(0, i - 1) : i + 2]
    return (
        rest.strip() != ""
        and subheading_kind(label) == "partners"
        and not {Look.DATA, Look.LABEL} & set(beside)
    )


def _quote_lines(section: SectionLines, utterance: Utterance) -> range:
    """Return the lines of a quote that stands alone; none where it is part of a paragraph."""
    first = bisect_left(section.lines, utterance.span.start + 1, key=lambda line: line.span.end)
    last = bisect_left(section.lines, utterance.span.end, key=lambda line: line.span.end)
    if last >= len(section.lines):
        return range(0)
    content = section.lines[first].content.start
    before = Span(content, max(content, utterance.span.start))
    after = Span(utterance.span.end, section.lines[last].span.end)
    outside = section.text.at(before).strip(OUTER) + section.text.at(after).strip(OUTER + '“”"»«')
    return range(0) if outside else range(first, last + 1)


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
    """Cut a run before each line that is a known sub-heading."""
    segment: list[int] = []
    for i in run:
        if segment and _is_known_subheading(section, i):
            yield segment
            segment = []
        segment.append(i)
    yield segment


def _is_known_subheading(section: SectionLines, i: int) -> bool:
    if section.looks[i] not in (Look.SHORT, Look.LABEL, Look.ITEM):
        return False
    passage = section.passage(i)
    if label_kind(passage) == "person":
        return section.text.at(section.lines[i].span).endswith(":") or not is_role_label(passage)
    if subheading_kind(passage) is None or len(passage) > LONGEST_SUBHEADING:
        return False
    if SAYS_MORE_RE.search(passage):
        return False  # `Kooperationspartner: JMD, MBE`
    return not is_person(passage)


def _settle_segment(
    section: SectionLines,
    segment: list[int],
    below: Part | None,
    context: SubheadingKind | None,
    settled: list[Part],
) -> SubheadingKind | None:
    """Settle the lines below one sub-heading; return what kind of sub-heading is in force now."""
    opens = _is_known_subheading(section, segment[0])
    if opens:
        settled[segment[0]] = Part.SUBHEADING
        passage = section.passage(segment[0])
        context = subheading_kind(passage) or (
            "contact" if label_kind(passage) == "person" else None
        )
        segment = segment[1:]
    if not segment:
        return context
    evidence = [i for i in segment if _is_evidence(section, i, segment)]
    if _is_contact(section, segment, evidence, context):
        _settle_contact(section, segment, evidence, below, settled)
    else:
        _settle_others(section, segment, below, context if opens else None, settled)
    return context


def _is_evidence(section: SectionLines, i: int, segment: Sequence[int]) -> bool:
    """Whether a line has to do with a contact by itself."""
    if section.looks[i] in (Look.DATA, Look.LABEL):
        return True
    passage = section.passage(i)
    if CAPTION_RE.search(passage):
        return False  # whoever is in the picture, or took it
    if any(piece.kind is not Kind.UNKNOWN for piece in find_designations(passage)):
        return True
    follows = i < segment[-1] and (
        section.looks[i + 1] in (Look.DATA, Look.LABEL)
        or bool(_kinds(section, i + 1) - {Kind.UNKNOWN, Kind.NAME})
    )
    return follows and might_be_person(passage)


def _kinds(section: SectionLines, i: int) -> set[Kind]:
    return {piece.kind for piece in find_designations(section.passage(i))}


def _is_contact(
    section: SectionLines,
    segment: Sequence[int],
    evidence: Sequence[int],
    context: SubheadingKind | None,
) -> bool:
    if any(section.looks[i] in (Look.DATA, Look.LABEL) for i in segment):
        return True
    kinds = {kind for i in evidence for kind in _kinds(section, i)}
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
    """Everything from the first to the last evidence is contact; what stands around it is none."""
    for i in segment:
        if evidence[0] <= i <= evidence[-1]:
            settled[i] = Part.CONTACTS
        elif i < evidence[0]:
            settled[i] = Part.SUBHEADING if _looks_as_subheading(section, i) else Part.RESIDUE
        else:
            heads = (
                i == segment[-1]
                and below in (Part.PARAGRAPH, Part.SUBHEADING)
                and _looks_as_subheading(section, i)
            )
            settled[i] = (
                Part.SUBHEADING
                if heads or section.passage(i) in section.recurring
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
    for i in segment:
        heads = i == segment[-1] and below is Part.PARAGRAPH and _looks_as_subheading(section, i)
        heads = heads and not (listed and _is_entry(section, i))
        if section.passage(i) in section.recurring or heads:
            settled[i] = Part.SUBHEADING
        else:
            settled[i] = Part.PARAGRAPH if listed else Part.RESIDUE


def _is_entry(section: SectionLines, i: int) -> bool:
    """Whether the last line of a list belongs to it: it names a body, or stands close to it."""
    is_close = not section.lines[i].blank_before and section.lines[i + 1].blank_before
    return is_close or bool(_kinds(section, i) - {Kind.UNKNOWN})


def _looks_as_subheading(section: SectionLines, i: int) -> bool:
    passage = section.passage(i)
    if CAPTION_RE.search(passage) or len(passage) > LONGEST_SUBHEADING:
        return False
    return passage[:1].isupper() | passage[:1].isdigit() and passage[-1] not in ".,;"


def _blocks(
    section: SectionLines, parts: Sequence[Part], utterances: Sequence[Utterance]
) -> Iterator[Block]:
    """Put the lines together: contact lines that follow each other, the lines of one quote."""
    ends = {i.stop for i in (_quote_lines(section, utterance) for utterance in utterances)}
    under: int | None = None
    first = count = 0
    for i, part in enumerate(parts):
        grows = i + 1 < len(parts) and parts[i + 1] is part
        if grows and (part is Part.CONTACTS or (part is Part.QUOTE and i + 1 not in ends)):
            continue
        if part is Part.SUBHEADING:
            yield Block(part, tuple(section.lines[first : i + 1]), None)
            under = count
        else:
            yield Block(part, tuple(section.lines[first : i + 1]), under)
        count += 1
        first = i + 1
