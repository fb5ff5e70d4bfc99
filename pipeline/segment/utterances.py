"""Which quotations are somebody's utterance, and where their attribution stands.

A quoted term („Think Tank“) is none: an utterance is a sentence of its own, stands alone, or is
joined to a word of speech. Its attribution stands below or above it, or around it in the sentence:
`„…“, sagt X.`, `X betont: „…“`, `„…“, so X, „…“`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.german.speech import answers, referring
from pipeline.mentions.quotations import Quotation
from pipeline.segment.attributions import (
    Stands,
    attribution_ahead,
    attribution_around,
    attribution_behind,
)
from pipeline.segment.features import Look
from pipeline.segment.inquits import speaks
from pipeline.segment.interviews import find_answers
from pipeline.segment.lines import Line
from pipeline.segment.signatures import attribution_above, attribution_below
from pipeline.text import Span, Text

LEAST_ALONE: Final = 4
"""Words; fewer without an end of sentence are a slogan or a title."""
LEAST_INSIDE: Final = 3
REACH: Final = 2000
"""Characters of a line on either side of a quotation that are looked at: a line may be a book."""
LEAST_UNSIGNED: Final = 6
OWN_RE: Final = re.compile(
    r"\b(?:ich|mich|mir|meine?[mnrs]?|wir|uns|unsere?[mnrs]?)\b", re.IGNORECASE
)
OTHERS: Final = frozenset({"der", "die", "ein", "eine", "jener", "andere"})
BEGINNERS: Final = frozenset('.!?:…“”"»«')
"""Behind one of these a sentence begins."""
ENDS_RE: Final = re.compile(r"[.!?…]['‘’“”\"»«]*$")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody says; more than one piece between the marks where it is interrupted."""

    pieces: tuple[Span, ...]
    attribution: Span | None
    span: Span
    """With marks and attribution."""
    is_turn: bool = False
    """Whether it is an answer in an interview, behind the name of who gives it."""
    is_signed: bool = False
    """Whether the attribution has lines of its own; else a line feed in it is a blank."""
    announced: int | None = None
    """Where the name of who answers follows, if a mere label stands before the answer."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation among the lines."""

    first: int
    last: int
    before: Span
    """From the start of its first line, as far as it is looked at."""
    after: Span
    """To the end of its last line, as far as it is looked at."""


def find_utterances(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], quotations: Sequence[Quotation]
) -> tuple[Utterance, ...]:
    """Return the utterances among the quotations of one section, in order."""
    answers = [
        Utterance(
            (answer.said,), answer.label, answer.line, is_turn=True, announced=answer.announced
        )
        for answer in find_answers(text, lines, looks)
    ]
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
    return tuple(_with_answers(found, answers)) if answers else tuple(found)


def _with_answers(found: Sequence[Utterance], answers: Sequence[Utterance]) -> Iterator[Utterance]:
    """Yield all in order; what is quoted in an answer is a part of it."""
    reached = 0
    for utterance in sorted([*found, *answers], key=lambda each: (each.span.start, -each.span.end)):
        if utterance.span.start >= reached:
            reached = utterance.span.end
            yield utterance


def _place(lines: Sequence[Line], quotation: Quotation) -> _Place | None:
    first = bisect_right(lines, quotation.span.start, key=lambda line: line.span.start) - 1
    last = bisect_right(lines, quotation.span.end - 1, key=lambda line: line.span.start) - 1
    if first < 0 or quotation.span.end > lines[last].span.end:
        return None
    begin = lines[first].content.start
    return _Place(
        first,
        last,
        Span(max(begin, quotation.span.start - REACH), max(begin, quotation.span.start)),
        Span(quotation.span.end, min(lines[last].span.end, quotation.span.end + REACH)),
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
    is_said = words >= LEAST_INSIDE or (words > 1 and ENDS_RE.search(inner) is not None)
    start = quotation.span.start
    lead = text.at(place.before).rstrip(" –-•")
    opens, begins = not lead, not lead or lead[-1] in BEGINNERS
    goes_on = following if following and following.span.end <= place.after.end else None
    is_brief = begins and words > 1
    if is_said or is_brief or goes_on:
        after = Span(place.after.start, goes_on.span.start if goes_on else place.after.end)
        is_whole = begins and (ENDS_RE.search(inner) is not None or words >= LEAST_UNSIGNED)
        stands = Stands(opens=opens, closes=goes_on is None, is_whole=is_whole)
        if behind := attribution_behind(text, after, stands):
            rest = Span(goes_on.span.end, place.after.end) if goes_on else after
            is_joined = goes_on and _is_joined(text, behind, goes_on, is_sentence=begins)
            if goes_on and is_joined and not _is_of_another(text, rest):
                whole = Span(start, goes_on.span.end)
                return Utterance((quotation.inner, goes_on.inner), behind, whole), 2
            if is_said or (is_brief and _says_no_more(text.at(behind))):
                return Utterance((quotation.inner,), behind, Span(start, behind.end)), 1
    if is_said:
        is_whole = words >= LEAST_INSIDE and ENDS_RE.search(inner) is not None
        ahead = attribution_ahead(text, place.before, is_whole=is_whole)
        if ahead is None and words >= LEAST_ALONE:
            ahead = attribution_around(text, place.before, is_part=inner[0].islower())
        if ahead:
            return Utterance((quotation.inner,), ahead, Span(ahead.start, quotation.span.end)), 1
    alone = opens and not text.at(place.after).strip(" .,!")
    is_parted = begins and not alone and not lead.endswith(":")
    among_others = is_parted and _is_sentence(inner, text.at(place.after))
    if among_others or _is_overheard(text.at(place.before), inner):
        return Utterance((quotation.inner,), None, quotation.span), 1
    if not alone or (words < LEAST_ALONE and not ENDS_RE.search(inner)) or words <= 1:
        return None, 1
    if below := attribution_below(text, lines, looks, place.last):
        return Utterance((quotation.inner,), below, Span(start, below.end), is_signed=True), 1
    if above := attribution_above(text, lines, looks, place.first):
        whole = Span(above.start, place.after.end)
        return Utterance((quotation.inner,), above, whole, is_signed=True), 1
    if words < LEAST_UNSIGNED and not ENDS_RE.search(inner):
        return None, 1
    return Utterance((quotation.inner,), None, Span(start, place.after.end)), 1


def _is_overheard(lead: str, inner: str) -> bool:
    """Whether somebody unnamed speaks: `Oft hört man den Satz: „Ich komme gern her.“`."""
    speaks = OWN_RE.search(inner) is not None and ENDS_RE.search(inner) is not None
    return lead.rstrip().endswith(":") and speaks and len(inner.split()) > LEAST_UNSIGNED


def _is_sentence(inner: str, rest: str) -> bool:
    """Whether a quotation is a sentence among others, that the next one does not call a motto."""
    if len(inner.split()) < LEAST_ALONE or not inner[0].isupper() or not ENDS_RE.search(inner):
        return False
    following = rest.split(maxsplit=2)[:2]
    return not following or (
        not following[0][0].islower()
        and rest[:1] not in ",-"
        and referring().isdisjoint({following[0], " ".join(following)})
    )


def _is_of_another(text: Text, behind: Span) -> bool:
    """Whether somebody who is named says what stands before: `…“, ergänzt ihr Kollege Jan Roth`."""
    own = attribution_behind(text, behind, Stands(opens=False, closes=False, is_whole=True))
    if own is None:
        return False
    named = any(word[0].isupper() or word in OTHERS for word in text.at(own).split())
    return named or answers(text.at(own))


def _says_no_more(attribution: str) -> bool:
    """Whether two words are all that is said: no `„Frische Luft“, sagt Eva Kurz, sei gesund`."""
    return "," not in attribution and speaks(attribution)


def _is_joined(text: Text, attribution: Span, following: Quotation, *, is_sentence: bool) -> bool:
    """Whether a quotation goes on with the one before its attribution: `„…“, so X, „…“`.

    What is no sentence by itself does not go on in the next: `Er sei „am Ende“, sagt X. „…“`
    """
    between = text.at(Span(attribution.end, following.span.start)).strip()
    if between in {",", ":", "–", "-"}:
        return True
    return (
        is_sentence
        and between in {".", ""}
        and ENDS_RE.search(text.at(following.inner)) is not None
    )
