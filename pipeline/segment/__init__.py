"""Stage 4: how a text is divided into sections, and each section into blocks."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.german.asides import is_caption
from pipeline.german.kreise import Heading
from pipeline.german.subheadings import is_imprint, subheading_kind
from pipeline.mentions import Address, Email, Mentions, Phone, Quotation, Website
from pipeline.read.placed import Placements
from pipeline.segment.blocks import Block, Part, find_blocks
from pipeline.segment.emphasis import Emphases
from pipeline.segment.evidence import SectionLines
from pipeline.segment.features import Look, Mentioned, look_of
from pipeline.segment.headings import find_openings
from pipeline.segment.lines import Line, find_lines
from pipeline.segment.styles import Opening
from pipeline.segment.utterances import Utterance, find_utterances
from pipeline.text import Span, Text

__all__ = ["Block", "Layout", "Line", "Part", "Section", "Utterance", "segment"]

LONGEST_TITLE: Final = 160
MOST_OF_IMPRINT: Final = 4
"""Lines at the end of a document among which its terms of use stand."""
GROUP_RE: Final = re.compile(
    r"(?:programm|modell|partner|projekt)?(?:land)?(?:kreise|städte|regionen)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """One Landkreis section."""

    heading: Heading
    printed: Span
    """The heading's line."""
    span: Span
    blocks: tuple[Block, ...]
    utterances: tuple[Utterance, ...]


@dataclass(slots=True)
class Layout:
    """How a text is divided; every character that is not white space is in exactly one part."""

    title: Span | None
    headings: tuple[Heading, ...]
    """Those of the sections."""
    sections: list[Section]
    residue: tuple[Span, ...]

    def taken(self) -> Iterator[Section]:
        """Yield the sections in their order and keep none: lines take more room than a record."""
        self.sections.reverse()
        while self.sections:
            yield self.sections.pop()


@dataclass(frozen=True, slots=True)
class _Document:
    text: Text
    lines: tuple[Line, ...]
    looks: tuple[Look, ...]
    passages: tuple[str, ...]
    """Of each line its words without bullet, white space folded."""
    recurring: frozenset[str]
    reachable: tuple[bool, ...]
    addressed: tuple[bool, ...]


def segment(text: Text, mentions: Mentions, placed: Placements | None = None) -> Layout:
    """Divide a text into title, sections and the rest; `placed` says how its lines are set."""
    mentioned = Mentioned.of(mentions)
    lines = find_lines(text, mentioned.starts, Emphases(placed) if placed else None)
    looks = tuple(look_of(text, line, mentioned) for line in lines)
    passages = tuple(text.fold(line.content) for line in lines)
    shorts = Counter(
        passage for passage, look in zip(passages, looks, strict=True) if look is Look.SHORT
    )
    recurring = frozenset(passage for passage, count in shorts.items() if count > 1)
    reachable = _holding(lines, mentions.reachable())
    addressed = _holding(lines, mentions.addresses)
    document = _Document(text, lines, looks, passages, recurring, reachable, addressed)
    openings = find_openings(text, lines, looks, passages)
    bounds = [_bounds(document, openings, k) for k in range(len(openings))]
    sections = [
        _section(document, opening, end, mentions.quotations)
        for opening, (_, end) in zip(openings, bounds, strict=True)
    ]
    inside = frozenset(
        i
        for opening, (_, end) in zip(openings, bounds, strict=True)
        for i in range(opening.line, end)
    )
    outside = [line.span for i, line in enumerate(lines) if i not in inside]
    title = _title(document, outside, openings)
    headings = tuple(opening.heading for opening in openings)
    return Layout(title, headings, sections, tuple(span for span in outside if span != title))


def _holding(
    lines: Sequence[Line], mentions: Iterable[Email | Website | Phone | Address]
) -> tuple[bool, ...]:
    """Say of each line whether one of the mentions begins on it."""
    found = [False] * len(lines)
    starts = [line.span.start for line in lines]
    for mention in mentions:
        found[bisect_right(starts, mention.span.start) - 1] = True
    return tuple(found)


def _bounds(document: _Document, openings: Sequence[Opening], k: int) -> tuple[int, int]:
    """Return the first line of a section and one past its last."""
    first = openings[k].line
    last = openings[k + 1].line if k + 1 < len(openings) else len(document.lines)
    for i in range(first + 1, last):
        if _ends_section(document, i):
            last = i
            break
    if last == len(document.lines):
        last = _before_imprint(document, first + 1, last)
    while last - 1 > first and k + 1 < len(openings) and _is_group_heading(document, last - 1):
        last -= 1
    if last - 1 > first and _is_title_above(document, last - 1, openings[k + 1 : k + 2]):
        last -= 1
    return first, last


def _ends_section(document: _Document, i: int) -> bool:
    """Whether a line opens a part of the document that belongs to no Landkreis: `Impressum`."""
    passage = document.passages[i]
    if document.looks[i] is Look.SENTENCE or is_caption(passage):
        return False
    return subheading_kind(passage.split(":")[0]) == "outside"


def _before_imprint(document: _Document, first: int, last: int) -> int:
    """Return where the last section ends if the document ends in terms of use under any heading."""
    for i in range(max(first, last - MOST_OF_IMPRINT), last):
        if not is_imprint(document.passages[i]):
            continue
        headed = i > first and not document.lines[i].blank_before
        return i - 1 if headed and document.looks[i - 1] is Look.SHORT else i
    return last


def _is_group_heading(document: _Document, i: int) -> bool:
    """Whether the line above a section's heading is a heading over several sections."""
    passage = document.text.fold(document.lines[i].span)
    return (
        document.looks[i] is Look.SHORT
        and GROUP_RE.search(passage) is not None
        and "," not in passage
    )


def _is_title_above(document: _Document, i: int, following: Sequence[Opening]) -> bool:
    """Whether a line stands by itself directly above the next heading, and so ends no section."""
    if not following or following[0].line != i + 1 or document.lines[i + 1].blank_before:
        return False
    return document.lines[i].blank_before and document.looks[i] is Look.SHORT


def _section(
    document: _Document, opening: Opening, end: int, quotations: Sequence[Quotation]
) -> Section:
    """Divide one section into its blocks."""
    lines = document.lines[opening.line : end]
    span = Span(lines[0].span.start, lines[-1].span.end)
    below = SectionLines(
        document.text,
        lines[1:],
        document.looks[opening.line + 1 : end],
        document.passages[opening.line + 1 : end],
        document.recurring,
        document.reachable[opening.line + 1 : end],
        document.addressed[opening.line + 1 : end],
    )
    first = bisect_left(quotations, lines[0].span.end, key=lambda quotation: quotation.span.start)
    past = bisect_left(quotations, span.end, key=lambda quotation: quotation.span.start)
    utterances = find_utterances(document.text, below.lines, below.looks, quotations[first:past])
    blocks = find_blocks(below, utterances)
    return Section(
        opening.heading, lines[0].span, span, blocks, tuple(_filling(blocks, utterances))
    )


def _filling(blocks: Sequence[Block], utterances: Sequence[Utterance]) -> Iterator[Utterance]:
    """Let a quote fill the block it has to itself: a bullet or a full stop around it is its own.

    A quote that lies in no block was opened by a stray mark in another paragraph: it is left out.
    """
    for utterance in utterances:
        at = bisect_right(blocks, utterance.span.start, key=lambda block: block.span.start) - 1
        if at < 0 or not blocks[at].span.holds(utterance.span):
            continue
        if blocks[at].part is Part.QUOTE:
            yield replace(utterance, span=blocks[at].span)
        elif blocks[at].part is Part.PARAGRAPH:
            yield utterance


def _title(
    document: _Document, outside: Sequence[Span], openings: Sequence[Opening]
) -> Span | None:
    """Return the first line if it stands above the first section and is no sentence."""
    if (
        not outside
        or not openings
        or outside[0].start > document.lines[openings[0].line].span.start
    ):
        return None
    first = outside[0]
    return (
        first
        if document.looks[0] is Look.SHORT and first.end - first.start <= LONGEST_TITLE
        else None
    )
