"""Where the attribution of a quotation stands: behind it, ahead of it, below or above.

`„…“, sagt Landrätin X.` · `X betont: „…“` · `– X, Landrätin` below · `X:` above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.german.abbreviations import LONGEST, ends_in_abbreviation
from pipeline.german.bodies import head_of
from pipeline.german.names import looks_like_name
from pipeline.german.phrase import breaks_off
from pipeline.german.roles import role_of
from pipeline.german.speech import has_said, said, said_behind, slogans, speaks_re
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.designations import Kind, find_designations, is_designation, is_person
from pipeline.mentions.persons import find_persons
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.text import Span, Text

LONGEST_ATTRIBUTION: Final = 200
MOST_ATTRIBUTION_LINES: Final = 3
NEAR: Final = 40
"""Characters behind a quote in which the word of speech stands."""
LINK_RE: Final = re.compile(r"[\s,/–—-]*")
DASH_RE: Final = re.compile(r"(?:[–—―-]|\(|~)\s*")
AROUND_RE: Final = re.compile(
    r"(?:Laut|Wie|So|Für|Aus[ ]Sicht|Nach[ ](?:den[ ])?"
    r"(?:Worten|Angaben|Ansicht|Auskunft|Einschätzung|Meinung|Überzeugung)[ ](?:von|vom|der|des))\s"
)
# "so Eva Kurz", "so die Landrätin", "so das Fazit"; "so steht es auf Seite 3" is no speaker
ACCORDING_RE: Final = re.compile(r"(?:Laut|Nach)[ ]")
PART_RE: Final = re.compile(r"\b(?:eine?[mnrs]?|als)$")
SO_RE: Final = re.compile(
    r"[Ss]o[ ](?:(?:der|die|das|ein|eine|ihr|ihre|sein|seine|unser|unsere)[ ])?+"
    r"(?:[a-zäöüß]++[ ])?[A-ZÄÖÜÇŞİĆČŁŚŻĐ]"
)
SAYING_RE: Final = re.compile(r"Mit diesen Worten |Das sagte? |So (?:sagte?|sieht es) ")
"""Opens a sentence of its own about the quote before it."""
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
    if _speaks(passage) and ("," in linked or (stands.is_whole and not linked.strip())):
        passage = _shortened(passage)
        return Span(core.start, core.start + len(passage))
    core = Span(core.start, core.start + len(passage))
    if not passage or len(passage) > LONGEST_ATTRIBUTION:
        return None
    if SAYING_RE.match(passage) and _denotes_somebody(passage):
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


def _speaks(passage: str) -> bool:
    """Whether a passage begins with a verb or particle of speech: no `so dass`, `so viel`."""
    if passage.startswith(("so ", "So ")):
        return SO_RE.match(passage) is not None
    return speaks_re().match(passage) is not None or said_behind(passage.partition(",")[0])


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
    if AROUND_RE.match(passage):
        named = is_person(_without_lead(passage)) or _denotes_somebody(passage)
        relies = ACCORDING_RE.match(passage) and any(map(head_of, passage.split()))
        return core if named or relies else None
    is_part = is_part or PART_RE.search(passage) is not None
    says = is_part and speaks_re().search(passage) and "„" not in passage
    return core if says and _denotes_somebody(passage) else None


def _last_sentence(text: Text, before: Span) -> Span:
    """Return the sentence that a stretch of text ends in the middle of."""
    start = before.start
    for stop in reversed([*SENTENCE_RE.finditer(text.characters, before.start, before.end)]):
        nearest = max(before.start, stop.start() - LONGEST)
        if not ends_in_abbreviation(text.characters[nearest : stop.start()]):
            start = stop.end()
            break
    return text.strip(Span(start, before.end))


def _without_lead(passage: str) -> str:
    return AROUND_RE.sub("", passage, count=1)


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
    return is_designation(passage.strip(" ()"))


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
    closing = len(text.at(core)) - len(text.at(core).lstrip(' “”"»«‘’'))
    core = Span(core.start + closing, core.end)
    passage = text.at(core)
    if not passage or subheading_kind(passage) == "quote":
        return None
    if len(passage) > LONGEST_ATTRIBUTION:
        return None
    says = (speaks_re().search(passage) and len(passage.split()) > 1) or has_said(passage)
    named = is_whole and (_names_somebody(passage) or _says_what(passage))
    return core if says or is_person(passage) or named else None


def _says_what(passage: str) -> bool:
    """Whether a noun says that an utterance follows: `Ihr Fazit`; a motto is none."""
    return any(word in said() and word not in slogans() for word in passage.split()[:MOST_OF_NOUN])


def attribution_below(
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
    signs = is_designation(passage) or speaks_re().match(passage)
    if not dash and not signs and (line.blank_before or not _is_function_and_name(passage)):
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


def _is_function_and_name(passage: str) -> bool:
    """Whether one unknown noun stands before a name: `Stubenwirtin Leni Kurz`."""
    noun, _, name = passage.partition(" ")
    return noun[:1].isupper() and noun.isalpha() and looks_like_name(name)


def _goes_on(text: Text, lines: Sequence[Line], looks: Sequence[Look], i: int, first: int) -> bool:
    """Whether line i is a further line of the attribution that begins with line `first`."""
    return (
        i < len(lines)
        and i - first < MOST_ATTRIBUTION_LINES
        and not lines[i].blank_before
        and looks[i] is Look.SHORT
        and (
            breaks_off(text.fold(lines[i - 1].span))
            or (
                not is_person(text.fold(lines[i].span)) and is_designation(text.fold(lines[i].span))
            )
        )
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
        if subheading_kind(text.fold(lines[i].span)):
            return False
        if looks[i] in (Look.DATA, Look.LABEL):
            return not (whole and lines[i].blank_before and i > end + 1) and not (
                whole and is_person(text.fold(lines[i].span))
            )
        if looks[i] is not Look.SHORT or (whole and is_person(text.fold(lines[i].span))):
            return False
    return False


def attribution_above(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], first: int
) -> Span | None:
    """Return the lines above that say who speaks: `Landrätin Dr. Eva Kurz:`."""
    if first == 0 or looks[first - 1] is not Look.SHORT:
        return None
    line = lines[first - 1]
    passage = text.fold(line.span)
    if subheading_kind(passage) or len(passage) > LONGEST_ATTRIBUTION:
        return None
    says = passage.endswith(":") and (speaks_re().search(passage) or is_designation(passage))
    signed = is_person(passage) and _is_complete(passage)
    if says or signed:
        return Span(line.span.start, line.span.end - passage.endswith(":"))
    return _signature_above(text, lines, looks, first)


def _signature_above(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], first: int
) -> Span | None:
    """Return a name with its functions, a line each, directly above a quote."""
    for start in range(first - 2, max(-1, first - 1 - MOST_ATTRIBUTION_LINES), -1):
        between = range(start + 1, first + 1)
        if any(lines[i].blank_before for i in between) or looks[start] is not Look.SHORT:
            return None
        if not is_designation(text.fold(lines[start + 1].span)):
            return None
        opens = start == 0 or lines[start].blank_before
        if opens and is_person(text.fold(lines[start].span)):
            return Span(lines[start].span.start, lines[first - 1].span.end)
    return None
