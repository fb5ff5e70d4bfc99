"""Which of the digits printed at a place are one number, and where it ends.

A label allows more: a number without area code, one that is not possible. Without a label the shape
must leave no doubt.

>>> candidate = find_candidate(Text.of("030 23125-014 50667 Köln"), 0, None)
>>> candidate.e164
'+493023125014'
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.german.area_codes import area_code
from pipeline.german.labels import Label
from pipeline.mentions.direct_dials import is_open_head
from pipeline.mentions.extensions import PHONE_KINDS, cut_alternatives, with_direct
from pipeline.mentions.lookalikes import (
    GLUED_BEHIND_RE,
    PLACEHOLDER_RE,
    RUNS_INTO_RE,
    UNIT_RE,
    YEAR_RE,
    is_glued,
    is_lookalike,
)
from pipeline.mentions.number_labels import label_above
from pipeline.mentions.numbers import (
    BLANK,
    COMPLETE,
    FEWEST_DIGITS,
    Group,
    can_start,
    continued,
    e164_of,
    extension_start,
    has_trunk,
    is_international,
    is_loose,
    joined,
    national_of,
    read_groups,
)
from pipeline.text import Span, Text

LEAST_LABELLED: Final = 4
LOCAL: Final = range(3, 10)
"""Digits of a labelled number without area code."""
LOOKED_ABOVE: Final = range(3, 40)
"""Digits of a number that may have its label on another line."""
LONGEST_LOCAL: Final = 10
SHORTEST_AREA: Final = 3
"""Digits of a group that a second number begins with, trunk 0 included."""
EXTENSION: Final = 4
"""Digits of a desk's extension in a large office; rooms have fewer as a rule."""
LONGEST_EXTENSION: Final = 5
END_RE: Final = re.compile(rf"{BLANK}*+(?:[\n,;|)]|\Z)")
_NOTHING: Final = (Group("", "-", 0, 0),)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of digits that is a number."""

    groups: tuple[Group, ...]
    e164: str | None
    label: Label | None

    @property
    def span(self) -> Span:
        """From the first bracket, plus or digit to the last digit."""
        first = self.groups[0]
        opening = first.separator.lstrip()
        closes = any(set(")]") & set(group.separator) for group in self.groups[1:])
        if not closes:
            opening = opening.lstrip("([ ")
        return Span(first.start - len(opening), self.groups[-1].end)


def find_candidate(text: Text, start: int, label: Label | None) -> Candidate | None:
    """Return the number that starts here, if there is one."""
    characters = text.characters
    label = label if label and PHONE_KINDS & set(label.kinds) else None
    groups = read_groups(characters, start)
    if label is None and len(joined(groups)) in LOOKED_ABOVE:
        label = label_above(text, start)
    groups = _stopped(characters, groups)
    if label and has_trunk(groups or _NOTHING):
        groups = continued(characters, groups)
    if not groups or (label is None and is_glued(characters, start)):
        return None
    if not has_trunk(groups):
        return _local(characters, groups, label)
    chosen = _complete(characters, groups, labelled=label is not None)
    if chosen:
        chosen = with_direct(characters, chosen)
        return Candidate(chosen, e164_of(chosen), label)
    return _impossible(groups, label)


def _stopped(characters: str, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Cut the groups off where a date, an hour or a post code begins, or a unit follows."""
    if not groups:
        return groups
    for index in range(1, len(groups)):
        if "(" in groups[index].separator and len(joined(groups[:index])) > FEWEST_DIGITS:
            groups = groups[:index]  # "(2. OG)"
            break
    stop = RUNS_INTO_RE.search(characters, groups[0].end, groups[-1].end + 30)
    if stop:
        groups = tuple(group for group in groups if group.end <= stop.start())
    while len(groups) > 1 and is_loose(groups[-1].separator):
        behind = groups[-1].end
        if not (UNIT_RE.match(characters, behind) or GLUED_BEHIND_RE.match(characters, behind)):
            break
        groups = groups[:-1]
    return groups


def _local(characters: str, groups: tuple[Group, ...], label: Label | None) -> Candidate | None:
    """Return a labelled number without area code (its E.164 form would be a guess)."""
    if label is None or (label.weak and not characters[label.end : groups[0].start].strip()):
        return None
    if _lacks_plus(groups):
        whole = (groups[0]._replace(separator="+"), *groups[1:])
        return Candidate(groups, e164_of(whole), label)
    between = characters[label.end : groups[0].start]
    if len(joined(groups)) not in LOCAL or UNIT_RE.match(characters, groups[-1].end):
        return None
    if len(groups) == 1 and YEAR_RE.fullmatch(groups[0].digits) and ":" not in between:
        return None
    marked = any(mark in between for mark in ":.\n-") or len(groups) > 1
    alone = characters[groups[-1].end : groups[-1].end + 2].strip(" \t)")[:1] in {
        "",
        "\n",
        ",",
        ";",
    }
    return Candidate(groups, None, label) if marked or alone else None


def _lacks_plus(groups: Sequence[Group]) -> bool:
    """Whether the plus of +49 was lost: no local number is that long."""
    digits = joined(groups)
    return (
        digits.startswith("49")
        and len(digits) > LONGEST_LOCAL
        and area_code(digits[2:]) is not None
    )


def _complete(
    characters: str, groups: tuple[Group, ...], *, labelled: bool
) -> tuple[Group, ...] | None:
    """Return the groups of the first number that is printed here, if it can be rung."""
    if not can_start(groups):
        return None
    groups = cut_alternatives(_before_next(groups))
    if (room := _before_room(groups)) and not _runs_on(characters, groups, len(room)):
        groups = room
    for size in range(len(groups), 0, -1):
        chosen = groups[:size]
        if size < len(groups) and not is_loose(groups[size].separator):
            continue
        if _is_number(characters, chosen, labelled, whole=size == len(groups)):
            return None if _runs_on(characters, groups, size) else chosen
    return None


def _before_room(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Cut off what a blank parts from an extension that is whole: `-014 12`, `-014 015`, `-14 014`.

    Pairs of digits never follow three, no extension has six digits, and where it is grouped no
    group of three begins with 0: that is a room on the ground floor.
    """
    if not groups[-1].separator.isspace():
        return groups
    start = extension_start(groups)
    if start is None or len(groups) != start + 2:
        return groups
    extension, room = (len(group.digits) for group in groups[start:])
    if room == SHORTEST_AREA and groups[-1].digits[0] == "0" and extension > 1:
        return groups[:-1]
    is_room = room < SHORTEST_AREA or extension + room > LONGEST_EXTENSION
    return groups[:-1] if extension >= SHORTEST_AREA and is_room else groups


def _runs_on(characters: str, groups: tuple[Group, ...], size: int) -> bool:
    """Whether what is cut off is the rest of an extension: `681-822 5320`, a fax at a desk.

    Together they are longer than a number can be, but what is cut off rings elsewhere.
    """
    if not (rest := groups[size:]):
        return False
    start = extension_start(groups[:size])
    if start is None and rest[0].separator.isspace():
        return len(rest[0].digits) >= SHORTEST_AREA and len(groups[size - 1].digits) == len(
            rest[0].digits
        )  # "014 014 014": nothing says where it ends
    if start is None or len(rest) != 1 or len(rest[0].digits) != EXTENSION:
        return False
    shorter = len(joined(groups[start:size])) < EXTENSION
    alone = END_RE.match(characters, rest[0].end) is not None
    return shorter and alone and YEAR_RE.fullmatch(rest[0].digits) is None


def _is_number(characters: str, groups: tuple[Group, ...], labelled: bool, *, whole: bool) -> bool:
    end = groups[-1].end
    if PLACEHOLDER_RE.match(characters, end) and not is_open_head(characters, end):
        return False
    if e164_of(groups) is None:
        return False
    national = national_of(groups)
    if not whole and len(national or joined(groups)) < FEWEST_DIGITS + 1:
        return False
    if labelled:
        return True
    if national is not None and len(national) < FEWEST_DIGITS:
        return False
    if whole and GLUED_BEHIND_RE.match(characters, groups[-1].end):
        return False
    return is_international(groups) or not is_lookalike(characters, groups)


def _before_next(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Cut the groups off where a second number with an area code of its own begins."""
    for index in range(1, len(groups)):
        if opens_number(groups[index:]) and e164_of(groups[:index]):
            return groups[:index]
    return groups


def opens_number(groups: tuple[Group, ...]) -> bool:
    """Whether behind other digits a number with an area code of its own begins."""
    first = groups[0]
    if not is_loose(first.separator) or first.digits[0] != "0" or len(first.digits) < SHORTEST_AREA:
        return False
    return len(national_of(groups) or "") > FEWEST_DIGITS and _starts_number(groups)


def _starts_number(groups: tuple[Group, ...]) -> bool:
    """Whether some of the groups are a complete number."""
    sizes = range(len(groups), 0, -1)
    return any(e164_of(groups[:n]) and len(joined(groups[:n])) > COMPLETE - 1 for n in sizes)


def _impossible(groups: tuple[Group, ...], label: Label | None) -> Candidate | None:
    """Keep a labelled number that cannot be rung: it is a finding."""
    if label is None or label.weak or len(joined(groups)) < LEAST_LABELLED:
        return None
    return Candidate(groups, None, label)
