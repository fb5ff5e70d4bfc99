"""Where a quote that stands by itself is signed: on the lines below it or above it.

`– X, Landrätin` below · `Landrätin X:` above. Lines that head a contact sign nothing.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.german.grammar import words
from pipeline.german.labels import label_kind
from pipeline.german.names import could_be_name, is_given_name, looks_like_name
from pipeline.german.phrase import breaks_off
from pipeline.german.speakers import is_collective, means_several, person_noun
from pipeline.german.speech import speaks_re
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.designations import Kind, find_designations, is_designation, is_person
from pipeline.segment.attributions import AGED_RE
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.text import Span, Text

LONGEST_ATTRIBUTION: Final = 200
MOST_ATTRIBUTION_LINES: Final = 3
OPENINGS: Final = words("articles") | {"unser", "unsere"}
BRACKET_RE: Final = re.compile(r"[ ]\([^()]{1,20}\)")
DASH_RE: Final = re.compile(r"(?:[–—―-]|\(|~)\s*")


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
    may_sign = _names_with_function if line.blank_before else _may_sign
    if not dash and not signs and not may_sign(text, lines, last + 1):
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


def _may_sign(text: Text, lines: Sequence[Line], i: int) -> bool:
    """Whether a line directly below a quote names somebody by its form, though no list holds him.

    `Stubenwirtin Leni Kurz`, `Xhevahire Krasniqi (16), Hornistin`, `Die Kids vom Bolzplatz`.
    """
    passage = text.fold(lines[i].span)
    name, comma, _ = BRACKET_RE.sub("", passage).partition(",")
    is_last = i + 1 == len(lines) or lines[i + 1].blank_before
    is_name = could_be_name(name) and (bool(comma) or is_last)
    is_given = bool(comma) and is_given_name(name)  # `Emil, Klasse 3b`
    is_aged = AGED_RE.fullmatch(passage) is not None
    return (
        is_name or is_given or is_aged or _is_function_and_name(passage) or _denotes_people(passage)
    )


def _names_with_function(text: Text, lines: Sequence[Line], i: int) -> bool:
    """Whether a line may be a name and the next one directly below it says the function."""
    if i + 1 == len(lines) or lines[i + 1].blank_before:
        return False
    kinds = {piece.kind for piece in find_designations(text.fold(lines[i + 1].span))}
    return could_be_name(text.fold(lines[i].span)) and Kind.ROLE in kinds


def _denotes_people(passage: str) -> bool:
    """Whether a line opens with an article or a number, and a noun for people: `Zwei Mütter`."""
    opening, *following = passage.split()
    is_article = opening.lower() in OPENINGS
    somebody = person_noun(opening)
    if somebody and somebody.is_listed and somebody.number == "singular":
        return True  # `Vater von Zwillingen`
    if not (is_article or means_several(opening)):
        return is_collective(opening) and following[:1] != [] and following[0][0].isupper()
    noun = next((word for word in following if word[0].isupper()), "")
    return is_collective(noun) or person_noun(noun) is not None


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
        if subheading_kind(text.fold(lines[i].content)):
            return False
        if _names_its_own(text, lines[i]):
            return False
        is_label = looks[i] is Look.LABEL and lines[i].blank_before
        if is_label and (whole or label_kind(text.fold(lines[i].span)) == "hours"):
            return False  # `Info`, `Termine`
        if looks[i] in (Look.DATA, Look.LABEL):
            return not (whole and lines[i].blank_before and i > end + 1) and not (
                whole and is_person(text.fold(lines[i].content))
            )
        if looks[i] is not Look.SHORT or (whole and is_person(text.fold(lines[i].content))):
            return False
    return False


def _names_its_own(text: Text, line: Line) -> bool:
    """Whether contact data set apart say whose they are: `Kontakt: Jugendamt, Tel. 030 …`."""
    passage = text.fold(line.content)
    label, colon, _ = passage.partition(":")
    if colon and (subheading_kind(label) == "contact" or label_kind(label) == "person"):
        return True
    head, comma, _ = passage.partition(",")
    return bool(comma) and line.blank_before and is_designation(head)


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
