"""Where the attribution of a quotation stands within its paragraph: behind it or ahead of it.

`„…“, sagt Landrätin X.` · `X betont: „…“`
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.german.abbreviations import LONGEST, ends_in_abbreviation
from pipeline.german.bodies import head_of
from pipeline.german.roles import role_of
from pipeline.german.speech import (
    before_reliance,
    has_said,
    opens_saying,
    pronouns,
    reliance_re,
    said,
    slogans,
    speaks_re,
    told_re,
)
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.designations import is_designation, is_person
from pipeline.mentions.persons import find_persons
from pipeline.segment.inquits import has_speaker, speaks
from pipeline.text import Span, Text

LONGEST_ATTRIBUTION: Final = 200
NEAR: Final = 40
"""Characters behind a quote in which the word of speech stands."""
NAMED_NEAR: Final = 1000
"""Characters before a quote in which somebody is named in full whose family name says it."""
AGED_RE: Final = re.compile(
    r"[A-ZÄÖÜ][\w’-]{1,30}(?:[ ][A-ZÄÖÜ]\.)?,[ ]\d{1,2}(?:[ ]Jahre)?(?:,[ ][A-ZÄÖÜ][\w -]{1,60})?"
)
"""Somebody with an age: `Leyla, 16`, `Hertha K., 84, Celle`."""
LINK_RE: Final = re.compile(r"[\s,:/–—-]*")
PART_RE: Final = re.compile(r"\b(?:eine?[mnrs]?|als)$")
MOST_OF_NOUN: Final = 3
"""Words among which the noun stands that says that an utterance follows."""
SENTENCE_RE: Final = re.compile(r"[.!?…](?=[\s“\"”»«]|$)")


@dataclass(frozen=True, slots=True)
class Stands:
    """How a quotation stands in its line."""

    opens: bool
    """Whether it begins the line."""
    closes: bool
    """Whether no further one follows."""
    is_whole: bool
    """Whether it begins a sentence and is long enough for one, or ends like one."""


def attribution_behind(text: Text, after: Span, stands: Stands) -> Span | None:
    """Return the attribution that goes on behind the quote in its line."""
    rest = text.at(after)
    link = LINK_RE.match(rest)
    start = after.start + (link.end() if link else 0)
    linked = rest[: start - after.start]
    core = text.strip(Span(start, _end_of_sentence(text, start, after.end)))
    passage = text.at(core).rstrip(" ,:;–-")
    is_sentence = stands.is_whole and not linked.strip()
    if (speaks(passage) and ("," in linked or is_sentence or _is_dashed(linked, passage))) or (
        passage
        and "," in linked
        and stands.is_whole
        and has_speaker(passage, text.characters[max(0, after.start - NAMED_NEAR) : after.start])
    ):
        passage = _shortened(passage)
        return Span(core.start, core.start + len(passage))
    core = Span(core.start, core.start + len(passage))
    if not passage or len(passage) > LONGEST_ATTRIBUTION:
        return None
    if opens_saying(passage) and _denotes_somebody(passage):
        return core
    reach = len(passage) if passage.startswith("wie ") else NEAR
    if "," in linked and speaks_re().search(passage, 0, reach) and _denotes_somebody(passage):
        return core
    if not stands.opens or not stands.closes:
        return None  # a quoted term inside a sentence
    if any(dash in linked for dash in "–—-") and _is_signature(passage):
        return core
    if passage.startswith("(") and passage.endswith(")") and _is_signature(passage[1:-1]):
        return Span(core.start + 1, core.end - 1)
    return core if _is_signature(passage) and core.end == text.strip(after).end else None


def _is_dashed(linked: str, passage: str) -> bool:
    """Whether a dash and `so` join what is said to who says it: `„…“ – so lautet ihr Fazit`."""
    return linked.strip() in {"–", "—", "-"} and passage.startswith("so ")


def _shortened(passage: str) -> str:
    """Return the beginning of a long sentence, to a comma if there is one."""
    if len(passage) <= LONGEST_ATTRIBUTION:
        return passage
    kept = passage[:LONGEST_ATTRIBUTION]
    return kept[: kept.rfind(",") if "," in kept else kept.rfind(" ")]


def attribution_around(text: Text, before: Span, *, is_part: bool) -> Span | None:
    """Return the attribution whose sentence the quote completes: `Laut X sind „…“`.

    `is_part` says whether the quote begins like the middle of a sentence, and so is no title:
    `X nannte das Haus „einen Gewinn für alle im Ort“`.
    """
    core = _last_sentence(text, before)
    passage = text.at(core)
    if not passage or len(passage) > LONGEST_ATTRIBUTION:
        return None
    lead = reliance_re().match(passage)
    if lead or before_reliance(passage):
        rest = passage[lead.end() :] if lead else passage
        if is_person(rest) or _denotes_somebody(passage) or (lead and lead["told"]):
            return core
        may_be_body = lead is None or lead["bodies"]
        return core if may_be_body and any(map(head_of, passage.split())) else None
    is_part = is_part or PART_RE.search(passage) is not None
    says = is_part and speaks_re().search(passage) and "„" not in told_re().sub("", passage)
    is_of_body = "," in passage and any(map(head_of, passage.split()))
    return core if says and (is_of_body or _denotes_somebody(passage)) else None


def _last_sentence(text: Text, before: Span) -> Span:
    """Return the sentence that a stretch of text ends in the middle of."""
    start = before.start
    for stop in reversed([*SENTENCE_RE.finditer(text.characters, before.start, before.end)]):
        nearest = max(before.start, stop.start() - LONGEST)
        if not ends_in_abbreviation(text.characters[nearest : stop.start()]):
            start = stop.end()
            break
    return text.strip(Span(start, before.end))


def _denotes_somebody(passage: str) -> bool:
    """Whether somebody is named or denoted by a function anywhere in a short passage."""
    return (
        is_person(passage)
        or any(role_of(word.strip(".,:;")) for word in passage.split())
        or _names_somebody(passage)
    )


def _names_somebody(passage: str) -> bool:
    return next(find_persons(Text.of(passage), Span(0, len(passage))), None) is not None


def _is_signature(passage: str) -> bool:
    """Whether a passage names somebody and is no sentence: it may sign a quote."""
    stops = (stop.start() for stop in SENTENCE_RE.finditer(passage, 0, len(passage) - 1))
    if any(passage[at] != "." or not ends_in_abbreviation(passage[:at]) for at in stops):
        return False
    return AGED_RE.fullmatch(passage) is not None or is_designation(passage.strip(" ()"))


def _end_of_sentence(text: Text, start: int, end: int) -> int:
    """Return where the sentence ends, its full stop left out; abbreviations do not end it."""
    for stop in SENTENCE_RE.finditer(text.characters, start, end):
        if not ends_in_abbreviation(text.characters[start : stop.start()]):
            return stop.start()
    return end


def attribution_ahead(text: Text, before: Span, *, is_whole: bool) -> Span | None:
    """Return the attribution that leads to the quote in its line: `X betont:`.

    `is_whole` says whether the quote is a sentence: what else names somebody may lead to a title.
    """
    lead = text.at(before).rstrip()
    if not lead.endswith(":"):
        return None
    core = _last_sentence(text, Span(before.start, before.start + len(lead) - 1))
    core = Span(core.start + text.at(core).rfind("; ") + 1, core.end)
    closing = len(text.at(core)) - len(text.at(core).lstrip(' “”"»«‘’'))
    core = Span(core.start + closing, core.end)
    passage = text.at(core)
    if not passage or subheading_kind(passage) == "quote":
        return None
    if len(passage) > LONGEST_ATTRIBUTION:
        return None
    says = (speaks_re().search(passage) and len(passage.split()) > 1) or has_said(passage)
    says = says or passage.lower() in pronouns("any")
    named = is_whole and (_names_somebody(passage) or _says_what(passage))
    named = named or AGED_RE.fullmatch(passage) is not None
    return core if says or is_person(passage) or named else None


def _says_what(passage: str) -> bool:
    """Whether a noun says that an utterance follows: `Ihr Fazit`; a motto is none."""
    return any(word in said() and word not in slogans() for word in passage.split()[:MOST_OF_NOUN])
