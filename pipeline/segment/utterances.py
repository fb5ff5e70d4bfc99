"""Which quotations are somebody's utterance, and where their attribution stands.

A quoted term („Think Tank“) is none: an utterance is a sentence of its own, stands alone, or is
joined to a word of speech. Its attribution stands below or above it, or around it in the sentence:
`„…“, sagt X.`, `X betont: „…“`, `„…“, so X, „…“`.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.german.abbreviations import ends_in_abbreviation
from pipeline.german.roles import role_of
from pipeline.german.speech import speaks_re
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.designations import Kind, find_designations, is_designation, is_person
from pipeline.mentions.quotations import Quotation
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.text import Span, Text

LEAST_ALONE: Final = 4
"""Words; fewer without an end of sentence are a slogan or a title."""
LEAST_INSIDE: Final = 3
LONGEST_ATTRIBUTION: Final = 200
MOST_ATTRIBUTION_LINES: Final = 3
LINK_RE: Final = re.compile(r"[\s,–—-]*")
DASH_RE: Final = re.compile(r"(?:[–—―-]|\(|~)\s*")
SENTENCE_RE: Final = re.compile(r"[.!?…](?=[\s“\"”»«]|$)")
LOOK_BACK: Final = 8
ENDS_RE: Final = re.compile(r"[.!?…]['‘’“”\"»«]*$")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody says; more than one piece between the marks where it is interrupted."""

    pieces: tuple[Span, ...]
    attribution: Span | None
    span: Span
    """With marks and attribution."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation among the lines."""

    first: int
    last: int
    before: Span
    """From the start of its first line."""
    after: Span
    """To the end of its last line."""


def find_utterances(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], quotations: Sequence[Quotation]
) -> tuple[Utterance, ...]:
    """Return the utterances among the quotations of one section, in order."""
    found: list[Utterance] = []
    i = 0
    while i < len(quotations):
        place = _place(lines, quotations[i])
        used = 1
        if place:
            following = quotations[i + 1] if i + 1 < len(quotations) else None
            utterance, used = _utterance(text, lines, looks, quotations[i], following, place)
            if utterance and (not found or utterance.span.start >= found[-1].span.end):
                found.append(utterance)
        i += used
    return tuple(found)


def _place(lines: Sequence[Line], quotation: Quotation) -> _Place | None:
    first = bisect_right(lines, quotation.span.start, key=lambda line: line.span.start) - 1
    last = bisect_right(lines, quotation.span.end - 1, key=lambda line: line.span.start) - 1
    if first < 0 or quotation.span.end > lines[last].span.end:
        return None
    return _Place(
        first,
        last,
        Span(lines[first].content.start, max(lines[first].content.start, quotation.span.start)),
        Span(quotation.span.end, lines[last].span.end),
    )


def _utterance(
    text: Text,
    lines: Sequence[Line],
    looks: Sequence[Look],
    quotation: Quotation,
    following: Quotation | None,
    place: _Place,
) -> tuple[Utterance | None, int]:
    """Return the utterance of a quotation, if it is one, and how many quotations it takes."""
    inner = text.at(quotation.inner)
    words = len(inner.split())
    interrupted = following and _interruption(text, quotation, following)
    if interrupted and following:
        return Utterance(
            (quotation.inner, following.inner),
            interrupted,
            Span(quotation.span.start, following.span.end),
        ), 2
    opens = not text.at(place.before).strip(" –-•")
    if words >= LEAST_INSIDE and (behind := _attribution_behind(text, place.after, opens=opens)):
        start = quotation.span.start
        return Utterance(
            (quotation.inner,), behind, Span(start, max(quotation.span.end, behind.end))
        ), 1
    if words >= LEAST_INSIDE and (ahead := _attribution_ahead(text, place.before)):
        return Utterance((quotation.inner,), ahead, Span(ahead.start, quotation.span.end)), 1
    alone = opens and not text.at(place.after).strip(" .,!")
    if not alone or (words < LEAST_ALONE and not ENDS_RE.search(inner)) or words <= 1:
        return None, 1
    end = place.after.end
    if below := _attribution_below(text, lines, looks, place.last):
        return Utterance((quotation.inner,), below, Span(quotation.span.start, below.end)), 1
    if above := _attribution_above(text, lines, looks, place.first):
        return Utterance((quotation.inner,), above, Span(above.start, end)), 1
    if words < LEAST_ALONE + 2 and not ENDS_RE.search(inner):
        return None, 1
    return Utterance((quotation.inner,), None, Span(quotation.span.start, end)), 1


def _interruption(text: Text, left: Quotation, right: Quotation) -> Span | None:
    """Return the attribution between two pieces of one utterance: `„…“, so X, „…“`."""
    between = text.strip(Span(left.span.end, right.span.start))
    passage = text.at(between)
    if (
        not 0 < len(passage) <= LONGEST_ATTRIBUTION
        or "\n\n" in passage
        or passage[-1] not in ",:.;"
        or passage[0] not in ",–-."
    ):
        return None
    if passage[-1] in ".:" and passage[0] != ",":
        return None
    link = LINK_RE.match(passage)
    core = text.strip(Span(between.start + (link.end() if link else 0), between.end - 1))
    if not speaks_re().match(text.at(core)) or SENTENCE_RE.search(
        text.at(core).replace("Dr.", "Dr")
    ):
        return None
    return core


def _attribution_behind(text: Text, after: Span, *, opens: bool) -> Span | None:
    """Return the attribution that goes on behind the quote in its line."""
    rest = text.at(after)
    link = LINK_RE.match(rest)
    start = after.start + (link.end() if link else 0)
    linked = rest[: start - after.start]
    core = Span(start, _end_of_sentence(text, start, after.end))
    passage = text.at(core)
    if not passage or len(passage) > LONGEST_ATTRIBUTION:
        return None
    if speaks_re().match(passage) and ("," in linked or linked.strip() == ""):
        return core
    if speaks_re().search(passage[:40]) and "," in linked and is_person_in(passage):
        return core
    if not opens:
        return None  # a quoted term inside a sentence
    if any(dash in linked for dash in "–—-") and _is_signature(passage):
        return core
    bracketed = passage.startswith("(") and passage.endswith(")") and _is_signature(passage[1:-1])
    if bracketed:
        return Span(core.start + 1, core.end - 1)
    return core if _is_signature(passage) and core.end == text.strip(after).end else None


def is_person_in(passage: str) -> bool:
    """Whether somebody is named or denoted by a function anywhere in a short passage."""
    return is_person(passage) or any(role_of(word.strip(".,:;")) for word in passage.split())


def _is_signature(passage: str) -> bool:
    return is_designation(passage.strip(" ()")) and not SENTENCE_RE.search(
        passage[:-1].replace("Dr.", "Dr")
    )


def _end_of_sentence(text: Text, start: int, end: int) -> int:
    """Return where the sentence ends, its full stop left out; abbreviations do not end it."""
    for stop in SENTENCE_RE.finditer(text.characters, start, end):
        if not ends_in_abbreviation(text.characters[start : stop.start()][-LOOK_BACK:]):
            return stop.start()
    return end


def _attribution_ahead(text: Text, before: Span) -> Span | None:
    """Return the attribution that leads to the quote in its line: `X betont:`."""
    lead = text.at(before).rstrip()
    if not lead.endswith(":"):
        return None
    start = before.start
    for stop in SENTENCE_RE.finditer(text.characters, before.start, before.start + len(lead)):
        if not ends_in_abbreviation(text.characters[start : stop.start()][-LOOK_BACK:]):
            start = stop.end()
    core = text.strip(Span(start, before.start + len(lead) - 1))
    passage = text.at(core)
    if not passage or len(passage) > LONGEST_ATTRIBUTION or subheading_kind(passage) == "quote":
        return None
    return (
        core
        if (speaks_re().search(passage) and len(passage.split()) > 1) or is_person(passage)
        else None
    )


def _attribution_below(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], last: int
) -> Span | None:
    """Return the lines below that say who speaks, unless they are the head of a contact."""
    if last + 1 >= len(lines):
        return None
    line = lines[last + 1]
    dash = DASH_RE.match(text.at(line.span))
    first = Span(line.span.start + dash.end(), line.span.end) if dash else line.content
    passage = text.fold(first)
    if looks[last + 1] not in (Look.SHORT, Look.ITEM) and not dash:
        return None
    if len(passage) > LONGEST_ATTRIBUTION or subheading_kind(passage) or not passage:
        return None
    if not dash and not is_designation(passage) and not speaks_re().match(passage):
        return None
    end = last + 1
    while _goes_on(text, lines, looks, end + 1, last + 1):
        end += 1
    if _leads_to_contact(text, lines, looks, end, whole=bool(dash) or _is_complete(passage)):
        return None
    close = lines[end].span.end
    if dash and dash.group().startswith("(") and text.characters[close - 1] == ")":
        close -= 1
    return Span(first.start, close)


def _goes_on(text: Text, lines: Sequence[Line], looks: Sequence[Look], i: int, first: int) -> bool:
    """Whether line i is a further line of the attribution that begins with line `first`."""
    return (
        i < len(lines)
        and i - first < MOST_ATTRIBUTION_LINES
        and not lines[i].blank_before
        and looks[i] is Look.SHORT
        and not is_person(text.fold(lines[i].span))
        and is_designation(text.fold(lines[i].span))
    )


def _is_complete(passage: str) -> bool:
    """Whether name and function stand together, or a group is denoted: no contact begins so."""
    kinds = {piece.kind for piece in find_designations(passage)}
    return (Kind.NAME in kinds and len(kinds) > 1) or (
        Kind.ROLE in kinds and Kind.NAME not in kinds
    )


def _leads_to_contact(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], end: int, *, whole: bool
) -> bool:
    """Whether contact data follow, so that the lines are the head of a contact."""
    for i in range(end + 1, min(end + 4, len(lines))):
        if looks[i] in (Look.DATA, Look.LABEL):
            return not (whole and lines[i].blank_before and i > end + 1) and not (
                whole and is_person(text.fold(lines[i].span))
            )
        if (
            looks[i] is not Look.SHORT
            or (whole and is_person(text.fold(lines[i].span)))
            or subheading_kind(text.fold(lines[i].span))
        ):
            return False
    return False


def _attribution_above(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], first: int
) -> Span | None:
    """Return the line above that says who speaks: `Landrätin Dr. Eva Kurz:`."""
    if first == 0 or looks[first - 1] is not Look.SHORT:
        return None
    line = lines[first - 1]
    passage = text.fold(line.span)
    if subheading_kind(passage) or len(passage) > LONGEST_ATTRIBUTION:
        return None
    says = passage.endswith(":") and (speaks_re().search(passage) or is_designation(passage))
    signed = is_person(passage) and _is_complete(passage)
    if not says and not signed:
        return None
    return Span(line.span.start, line.span.end - passage.endswith(":"))
