"""What a short line may be, and what of a section its neighbours are read from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.german.area_codes import is_place
from pipeline.german.asides import is_aside, is_caption
from pipeline.german.bodies import legal_form_at_end
from pipeline.german.fields import field_kind, names_work
from pipeline.german.labels import label_kind
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.columns import heads_of
from pipeline.mentions.designations import (
    Kind,
    find_designations,
    is_designation,
    is_person,
    is_role_label,
    kind_of,
    might_be_person,
)
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.text import Text

LONGEST_SUBHEADING: Final = 90
LONGEST_HEAD: Final = 5
"""Lines of a letterhead, its street included."""
IN_NAMES: Final = frozenset({"und", "für", "der", "des"})
"""What may stand in the name of a body; `in Celle` is where a heading is about."""
LEAST_OF_CAPTION: Final = 4
"""Words of a line with a colon that heads nothing."""
DECORATION: Final = "+*=_~# "
"""What designers set around a heading: `+++ Termine +++`."""
SAYS_MORE_RE: Final = re.compile(r":\s+\S")


@dataclass(frozen=True, slots=True)
class SectionLines:
    """The lines of one section below its heading, with what is known of them."""

    text: Text
    lines: Sequence[Line]
    looks: Sequence[Look]
    passages: Sequence[str]
    """Of each line its words without bullet, white space folded."""
    recurring: frozenset[str]
    """Short lines that stand in the document more than once, folded."""
    reachable: Sequence[bool]
    """Of each line whether it holds a number or an address on the net."""
    addressed: Sequence[bool]
    """Of each line whether a postal address begins on it."""
    kinds: dict[int, frozenset[Kind]] = field(default_factory=dict)
    """What the pieces of a line designate, as far as anybody has asked."""


def heads_contact(section: SectionLines, i: int) -> bool:
    """Whether a list item is the first line of a contact: a person, with data on the next line.

    An office can head it where the data have a bullet too, so that all of the contact is set so,
    or where they stand directly below, and the item below no other: `1. Sozialstation Celle`.
    """
    below = section.looks[i + 1] if i + 1 < len(section.looks) else None
    if below not in (Look.DATA, Look.LABEL):
        return False
    line, following = section.lines[i : i + 2]
    is_first = line.blank_before or (i > 0 and section.looks[i - 1] in (Look.DATA, Look.LABEL))
    is_block = is_first and not following.blank_before
    is_block = is_block or (line.blank_before and following.bullet > 0)
    passage = section.passages[i]
    return is_person(passage) or (is_block and is_designation(passage))


def is_known_subheading(section: SectionLines, i: int) -> bool:
    """Whether a line orders the section by its words: `Partner vor Ort`, `Ansprechpartnerin:`."""
    if section.looks[i] not in (Look.SHORT, Look.LABEL, Look.ITEM):
        return False
    passage = section.passages[i]
    if label_kind(passage) == "person":
        heads_table = _heads_columns(section, i) or _heads_stack(section, i)
        return not is_role_label(passage) and not heads_table
    kind = subheading_kind(passage.partition(":")[0])
    if kind is None or len(passage) > LONGEST_SUBHEADING:
        return False
    if kind == "quote" and is_person(passage):
        return section.looks[i + 1 : i + 2] == (Look.SENTENCE,)  # `Drei Fragen an Landrätin Kurz`
    if _is_office_above_address(section, i):
        return False
    if SAYS_MORE_RE.search(passage) or _is_inside_contact(section, i):
        return False  # `Kooperationspartner: JMD, MBE`
    return not is_person(passage)


def _is_office_above_address(section: SectionLines, i: int) -> bool:
    """Whether a line names an office by a word for contact: `Kontaktstelle Mitte`, its street."""
    if i + 1 == len(section.lines) or not section.addressed[i + 1]:
        return False
    first, _, rest = section.passages[i].partition(" ")
    is_close = not section.lines[i + 1].blank_before
    return is_close and rest != "" and kind_of(first) in {Kind.UNIT, Kind.ORGANISATION}


def _is_inside_contact(section: SectionLines, i: int) -> bool:
    """Whether a line about a topic stands between a person and the number: `Projekt „Wir“`."""
    if subheading_kind(section.passages[i]) != "topic" or section.lines[i].blank_before:
        return False
    for k in range(i + 1, min(i + LONGEST_HEAD, len(section.lines))):
        if section.lines[k].blank_before or section.looks[k] not in (Look.DATA, Look.SHORT):
            return False
        if section.looks[k] is Look.DATA:
            return True
    return False


def is_evidence(section: SectionLines, i: int, segment: Sequence[int]) -> bool:
    """Whether a line has to do with a contact by itself."""
    if section.looks[i] in (Look.DATA, Look.LABEL):
        return True
    passage = section.passages[i]
    if is_caption(passage):
        return False  # whoever is in the picture, or took it
    if kinds_of(section, i) - {Kind.UNKNOWN}:
        return True
    if _heads_table(section, i, segment) or _is_matter_above(section, i, segment):
        return True
    follows = i < segment[-1] and (
        section.looks[i + 1] in (Look.DATA, Look.LABEL)
        or bool(kinds_of(section, i + 1) - {Kind.UNKNOWN, Kind.NAME})
    )
    if follows and might_be_person(passage):
        return True
    is_headed = follows or (i < segment[-1] and is_person(section.passages[i + 1]))
    if is_headed and _is_body_in_place(section, i):
        return True
    return is_letterhead(section, i, segment)


def _is_body_in_place(section: SectionLines, i: int) -> bool:
    """Whether a line names somebody by a place, directly above data: `Lebenshilfe Uelzen`."""
    first, *others = section.passages[i].split()
    capitals = all(word[0].isupper() or word in IN_NAMES for word in others)
    is_of_place = bool(others) and is_place(others[-1]) and not is_place(first)
    return first[0].isupper() and capitals and is_of_place and not section.lines[i + 1].blank_before


def _is_matter_above(section: SectionLines, i: int, segment: Sequence[int]) -> bool:
    """Whether a label says what the person is for whose number stands below: `Elterngeld:`."""
    passage = section.passages[i]
    if not passage.endswith(":") or i == segment[-1] or section.looks[i + 1] is not Look.DATA:
        return False
    is_close = not section.lines[i + 1].blank_before and is_person(section.passages[i + 1])
    return is_close and subheading_kind(passage) is None and names_work(passage[:-1])


def _heads_table(section: SectionLines, i: int, segment: Sequence[int]) -> bool:
    """Whether a line says what stands in the columns below it."""
    above_data = i < segment[-1] and section.looks[i + 1] is Look.DATA
    return above_data and _heads_columns(section, i)


def _heads_stack(section: SectionLines, i: int) -> bool:
    """Whether a table was copied cell by cell, and its heads stand here: `Name`, `Telefon`."""
    if i + 1 >= len(section.lines) or section.lines[i + 1].blank_before:
        return False
    here, below = section.passages[i], section.passages[i + 1]
    bare = ":" not in here + below
    return bare and (field_kind(below) is not None or section.looks[i + 1] is Look.LABEL)


def _heads_columns(section: SectionLines, i: int) -> bool:
    return heads_of(section.text.at(section.lines[i].content)) is not None


def is_letterhead(section: SectionLines, i: int, segment: Sequence[int]) -> bool:
    """Whether a line opens a paragraph with an address: the name of a body, whatever it is."""
    if not section.lines[i].blank_before or not looks_as_subheading(section, i):
        return False
    for k in range(i + 1, min(segment[-1] + 1, i + LONGEST_HEAD)):
        if section.lines[k].blank_before:
            return False
        if section.addressed[k]:
            return True
    return False


def kinds_of(section: SectionLines, i: int) -> frozenset[Kind]:
    """Return what the pieces of a line designate."""
    kinds = section.kinds.get(i)
    if kinds is None:
        found = find_designations(section.passages[i])
        kinds = section.kinds[i] = frozenset(piece.kind for piece in found)
    return kinds


def is_entry(section: SectionLines, i: int) -> bool:
    """Whether the last line of a list belongs to it: it names a body, or stands close to it."""
    is_close = not section.lines[i].blank_before and section.lines[i + 1].blank_before
    return is_close or bool(kinds_of(section, i) - {Kind.UNKNOWN})


def looks_as_subheading(section: SectionLines, i: int) -> bool:
    """Whether a line may be a sub-heading by its look, whatever its words."""
    passage = section.passages[i]
    if is_caption(passage) or len(passage) > LONGEST_SUBHEADING:
        return False
    first = passage.lstrip(DECORATION)[:1]
    return (first.isupper() or first.isdigit()) and passage[-1] not in ".,;"


def heads_body(section: SectionLines, evidence: Sequence[int]) -> bool:
    """Whether a word set apart above a body with a legal form is a sub-heading: `Stammtisch`."""
    if len(evidence) == 1 or kinds_of(section, evidence[0]) != {Kind.ORGANISATION}:
        return False
    first, second = evidence[:2]
    is_apart = section.lines[first].blank_before and section.lines[second].blank_before
    is_word = " " not in section.passages[first]
    return is_apart and is_word and legal_form_at_end(section.passages[second]) is not None


def is_aloof(section: SectionLines, i: int, contact: int) -> bool:
    """Whether a line that says much is set apart above another sub-heading: a caption."""
    words = section.passages[i].split()
    says_much = len(words) >= LEAST_OF_CAPTION and any(word[-1] == ":" for word in words)
    return says_much and i + 1 < contact and section.lines[i + 1].blank_before


def tells_when_or_where(section: SectionLines, i: int) -> bool:
    """Whether a line has hours, a room or where else to look, or heads such lines."""
    passage = section.passages[i]
    label, colon, _ = passage.partition(": ")
    if colon and (label_kind(label) == "web" or _is_close(section, i)):
        return True  # `Instagram: @tafel_celle`, `Sprachen: Dari`
    heads = Look.SENTENCE not in section.looks[i + 1 : i + 2]
    is_told = heads or any(map(str.isdigit, passage))
    return is_told and is_aside(passage) and not is_caption(passage)


def _is_close(section: SectionLines, i: int) -> bool:
    """Whether a line stands in one paragraph with contact data above it, and is no caption."""
    for k in range(i, max(0, i - LONGEST_HEAD), -1):
        if section.lines[k].blank_before or is_caption(section.passages[k]):
            return False
        if section.looks[k - 1] is Look.DATA:
            return True
    return False


class Gist:
    """What the lines of a segment say, as far as it has grown; each line is looked at once."""

    def __init__(self, section: SectionLines, segment: Sequence[int]) -> None:
        """Look at nothing yet; `segment` may go on growing."""
        self._section = section
        self._segment = segment
        self._seen = 0
        self._kinds: set[Kind] = set()
        self._looks: set[Look] = set()
        self._is_reachable = False

    def _grow(self) -> None:
        for i in self._segment[self._seen :]:
            self._kinds |= kinds_of(self._section, i)
            self._looks.add(self._section.looks[i])
            self._is_reachable |= self._section.reachable[i]
        self._seen = len(self._segment)

    def is_bare_data(self) -> bool:
        """Whether there are numbers, and nobody whose they are: a form."""
        self._grow()
        return self._looks <= {Look.DATA, Look.LABEL} and self._kinds <= {Kind.UNKNOWN}

    def is_head(self) -> bool:
        """Whether the lines end in a body or an office and its address, and nobody to reach.

        They stand above `Ansprechpartnerin:` for the persons below it.
        """
        self._grow()
        section, last = self._section, self._segment[-1]
        if self._is_reachable or section.looks[last] is Look.LABEL:
            return False
        if section.looks[last] is not Look.DATA and not is_evidence(section, last, self._segment):
            return False
        named = Kind.NAME in self._kinds
        return not named and bool(self._kinds & {Kind.ORGANISATION, Kind.UNIT})
