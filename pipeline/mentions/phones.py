"""Phone numbers as German offices print them.

DIN 5008 says how to group a number; offices rarely do. The label decides phone or fax, the number
range decides mobile, the area code names a place; numbering plan: Bundesnetzagentur.

>>> [phone.e164 for phone in find_phones(Text.of("Tel. 030/ 23125-014"))]
['+493023125014']
>>> [(p.kind, p.raw) for p in find_phones(Text.of("Tel. 030 23125-010/-011, Fax: -019"))]
[('phone', '030 23125-010'), ('phone', '-011'), ('fax', '-019')]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast

from pipeline.german.area_codes import place_of
from pipeline.german.labels import Label, label_before
from pipeline.mentions.candidates import Candidate, find_candidate, opens_number
from pipeline.mentions.direct_dials import (
    FARTHEST,
    PRINTED_RE,
    Head,
    dials_before,
    direct_dial,
    is_dashed,
    is_open_head,
    is_small_desk,
    names_desk,
    shortened_dial,
)
from pipeline.mentions.extensions import PHONE_KINDS, read_extensions
from pipeline.mentions.lookalikes import IBAN_RE, lookalike_end
from pipeline.mentions.number_labels import label_behind
from pipeline.mentions.numbers import BLANK, DASH, MOBILE_RE, joined, read_groups
from pipeline.mentions.open_heads import bare_extensions
from pipeline.mentions.short_numbers import SHORT_RE, is_rung
from pipeline.text import Span, Text

Kind = Literal["phone", "mobile", "fax"]


@dataclass(frozen=True, slots=True)
class Phone:
    """One number; further extensions of a number are numbers of their own."""

    kind: Kind
    """`mobile` by number range, `fax` by label, else `phone`."""
    raw: str
    """As printed; of a further extension only that piece."""
    e164: str | None
    """None where it is short (115), local (no area code) or not possible."""
    area: str | None
    span: Span
    label: Span | None


# Linear: a start is one character, by which the search is fast, with bounded looks around it.
START_RE: Final = re.compile(
    rf"""
    [(\[+0-9] (?<! [\w+]. ) (?:
        (?<= [0-9] )
      | (?<= \+ ) \+?{BLANK}?[(]?[0-9]
      | (?<= [(\[] ) (?: \+{{1,2}}{BLANK}?[(]? )?[0-9]
    )
    """,
    re.VERBOSE | re.DOTALL,
)
# Digits that no grouping continues: "1," and "1." at a line end are not worth a look around.
SMALL_RE: Final = re.compile(rf"[0-9]{{1,2}}+(?:\.(?=\n)|(?![0-9(/.-]|{BLANK}|{DASH}))")
JOINT_RE: Final = re.compile(
    rf"{BLANK}*+(?:[,;/|+&]|oder|und|bzw\.?|u\.|o\.)?{BLANK}*+\n?{BLANK}*+"
)
COLUMN_RE: Final = re.compile(r"\t|[ ]{2}")
FAX_AND_PHONE: Final = 2
LONGEST_ROOM: Final = 4
"""Digits of a room's number."""
PREFIX_RE: Final = re.compile(r"^(?:00)?(?:49)?0?")


def find_phones(text: Text, claimed: Sequence[Span] = ()) -> tuple[Phone, ...]:
    """Return all numbers that can be rung, sorted by place; never raises."""
    taken = sorted(claimed)
    ends = [span.end for span in taken]
    found: list[Phone] = []
    heads: list[Head] = []
    position = 0
    while match := START_RE.search(text.characters, position):
        at = bisect_right(ends, match.start())
        if at < len(taken) and taken[at].start < match.end():
            position = taken[at].end
            continue
        position = _read(text, match, found, heads)
    return tuple(sorted(_with_dials_before(text, found), key=lambda phone: phone.span))


def _with_dials_before(text: Text, found: Sequence[Phone]) -> Iterator[Phone]:
    """Yield the numbers, and before that of a house the extensions printed above it."""
    floor = 0
    for phone in found:
        if phone.e164 and phone.raw.endswith("0"):
            head = Head(phone.raw, phone.e164, phone.span.end)
            for first, end, e164 in dials_before(text.characters, head, phone.span.start, floor):
                label = label_before(text.characters, first)
                kinds = tuple(PHONE_KINDS & set(label.kinds)) if label else ("phone",)
                yield from _of_kinds(text, kinds or ("phone",), e164, Span(first, end), label)
        yield phone
        floor = phone.span.end


def _read(text: Text, match: re.Match[str], found: list[Phone], heads: list[Head]) -> int:
    """Add the numbers printed from here on; return where to look on."""
    characters, start = text.characters, match.start()
    small = SMALL_RE.match(characters, start)
    if small and not ((found or heads) and is_small_desk(characters, start)):
        return small.end()
    if end := lookalike_end(characters, match.end() - 1):
        return end
    label = _label(characters, start, found)
    if label and "other_number" in label.kinds:
        return _end_of_run(characters, start)
    if direct := _direct(characters, match.end() - 1, label, found, heads):
        first, end, e164 = direct
        kinds = tuple(PHONE_KINDS & set(label.kinds)) if label else ()
        found.extend(_of_kinds(text, kinds or ("phone",), e164, Span(first, end), label))
        return end
    if short := SHORT_RE.match(characters, match.end() - 1):
        if (label and PHONE_KINDS & set(label.kinds)) or is_rung(characters, short):
            span = Span(short.start(), short.end())
            found.append(_phone(text, "phone", None, span, label))
        return short.end()
    candidate = find_candidate(text, start, label)
    if candidate is None:
        return _next_start(characters, start, match.end())
    if candidate.e164 and is_open_head(characters, candidate.span.end):
        whole = text.at(candidate.span)
        heads.append(Head(f"{whole}-0", f"{candidate.e164}0", candidate.span.end))
        return candidate.span.end
    if candidate.e164 and (rows := bare_extensions(characters, start, candidate.span.end)):
        for first, end in rows:
            e164 = candidate.e164 + characters[first:end]
            found.append(_phone(text, "phone", e164, Span(first, end), None))
        return candidate.span.end
    found.extend(_phones(text, candidate))
    return max(found[-1].span.end, candidate.groups[-1].end)


def _direct(
    characters: str,
    start: int,
    label: Label | None,
    found: Sequence[Phone],
    heads: Sequence[Head],
) -> tuple[int, int, str] | None:
    """Return the extension of a desk that completes a number above, with its bounds."""
    if found and (shortened := shortened_dial(characters, start, _head(found[-1]))):
        return shortened
    if not (names_desk(characters, label) or is_dashed(characters, start)):
        return None
    if heads and (not found or heads[-1].end > found[-1].span.end or is_dashed(characters, start)):
        return direct_dial(characters, start, label, heads[-1])
    for phone in reversed(found):
        if start - phone.span.end > FARTHEST:
            return None
        if phone.e164 and phone.kind == "phone" and PRINTED_RE.search(phone.raw, 1):
            return direct_dial(characters, start, label, _head(phone))
    return None


def _head(phone: Phone) -> Head:
    return Head(phone.raw, phone.e164 or "", phone.span.end)


def _end_of_run(characters: str, start: int) -> int:
    """Return where digits end that are no number: `Zimmer 2.14` before a number in its column."""
    groups = read_groups(characters, start)
    for k in range(1, len(groups)):
        is_column = COLUMN_RE.search(groups[k].separator) is not None
        if is_column or (len(joined(groups[:k])) <= LONGEST_ROOM and opens_number(groups[k:])):
            return groups[k - 1].end
    return groups[-1].end


def _next_start(characters: str, start: int, end: int) -> int:
    """Return where to look on behind digits that are no number.

    `Hauptstraße 12 030 23125-014`: a number may follow a blank, but not inside an IBAN.
    """
    groups = read_groups(characters, start)
    if not groups:
        return end
    for k in range(1, len(groups)):
        if COLUMN_RE.search(groups[k].separator) and opens_number(groups[k:]):
            return groups[k].start  # a room stands in the column before
    if IBAN_RE.search(characters[max(0, start - 6) : start]):
        return groups[-1].end
    if groups[0].digits.startswith("0"):
        return groups[-1].end
    if len(groups) > 1 and groups[1].digits.startswith("0") and groups[1].separator.isspace():
        return groups[1].start
    opened = next((g for g in groups[1:] if "(" in g.separator and g.digits[0] == "0"), None)
    return opened.start - 1 if opened else groups[-1].end


def _label(characters: str, start: int, found: Sequence[Phone]) -> Label | None:
    """Return the label before a number: directly, or before the numbers that it is listed with."""
    label = label_before(characters, start)
    if label:
        return label if PHONE_KINDS | {"other_number"} & set(label.kinds) else None
    if found and (joint := JOINT_RE.fullmatch(characters, found[-1].span.end, start)):
        last = found[-1]
        if last.label and joint[0].strip():
            kinds = ("fax",) if last.kind == "fax" else ("phone",)
            return Label(kinds, *last.label, weak=True)
    return None


def _phones(text: Text, candidate: Candidate) -> Iterator[Phone]:
    """Yield the number and its further extensions."""
    label = candidate.label
    kinds = tuple(k for k in label.kinds if k in PHONE_KINDS) if label else ("phone",)
    extensions = read_extensions(text.characters, candidate.groups) if candidate.e164 else []
    pair = len(kinds) > 1 and len(extensions) == FAX_AND_PHONE - 1
    unlabelled = [extension for extension in extensions if not extension.kinds]
    pair = pair and len(unlabelled) == len(extensions)
    first = kinds[:1] if pair or (extensions and len(kinds) > 1) else kinds
    yield from _of_kinds(text, first, candidate.e164, candidate.span, label)
    for extension in extensions:
        own = extension.kinds or (kinds[1:] if pair else kinds[:1])
        named = Label(own, *extension.label, weak=False) if extension.label else label
        yield from _of_kinds(text, own, extension.e164, extension.span, named)


def _of_kinds(
    text: Text, kinds: tuple[str, ...], e164: str | None, span: Span, label: Label | None
) -> Iterator[Phone]:
    """Yield a number once per kind: `Tel./Fax 030 23125-014` is both."""
    behind = label_behind(text.characters, span.end, lone=label is None)
    if behind and (label is None or "phone" not in behind.kinds):
        kinds, label = behind.kinds, behind
    if _is_mobile(text.at(span), e164):
        kinds = ("mobile",)
    elif "mobile" in kinds:
        kinds = ("phone",)  # "Mobil: 030 ..." rings on a desk
    for kind in kinds:
        yield _phone(text, kind, e164, span, label)


def _phone(text: Text, kind: str, e164: str | None, span: Span, label: Label | None) -> Phone:
    named = Span(label.start, label.end) if label else None
    area = place_of(e164) if e164 else None
    return Phone(cast(Kind, kind), text.at(span), e164, area, span, named)


def _is_mobile(raw: str, e164: str | None) -> bool:
    """Whether the number lies in a mobile range, also if a digit of it is missing."""
    if e164:
        return e164.startswith("+49") and bool(MOBILE_RE.match(e164, 3))
    return bool(MOBILE_RE.match(PREFIX_RE.sub("", re.sub(r"\D", "", raw)))) and "0" in raw[:6]
