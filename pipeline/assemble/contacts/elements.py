"""What stands on the lines of a contact block, in printed order: mentions and designations."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pipeline.assemble.contacts.drafts import Element
from pipeline.assemble.contacts.forms import address_again, name_on_two_lines
from pipeline.assemble.contacts.naming import with_names
from pipeline.assemble.contacts.pieces import designated, desk
from pipeline.assemble.contacts.rows import (
    in_columns,
    names_first,
    with_matter,
    with_tasks,
)
from pipeline.german.fields import is_office_label, is_switchboard
from pipeline.german.grammar import words
from pipeline.german.names import looks_like_name
from pipeline.german.phrase import adjective
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions import Address, Email, Mentions, Phone, Website
from pipeline.mentions.columns import Columns, heads_of
from pipeline.mentions.designations import (
    Designation,
    Kind,
    is_person,
    is_role_label,
)
from pipeline.segment.lines import Line
from pipeline.text import Span, Text, gaps

# Whose number it is: "030 23125-014 (A. Kurz)".
OWNER_RE: Final = re.compile(
    r"[ ]?\((?P<printed>(?:(?:Frau|Herrn?+|Fr\.|Hr\.)[ ])?(?:[A-ZÄÖÜ]\.(?:-?[A-ZÄÖÜ]\.)?[ ]?)?"
    r"(?P<family>[^\W\d_][\w’' -]{1,40}))\)"
)
BEFORE_LABEL_RE: Final = re.compile(
    r"(?<!\S)(?:[\w-]+-|(?P<word>[A-ZÄÖÜ][a-zäöüß]+(?:er|e|es))[ ])\Z"
)
FARTHEST_LABEL: Final = 40
FOR_ALL_RE: Final = re.compile(
    r"(?:für[ ]alle|[Gg]emeinsame[rs]?)(?:[ ][^\W\d_-]+|[ ]E-Mail|[ ]\(alle\))?:?[ ]$"
)
BRANCHING: Final = words("with_branches")
VACANT_LINE_RE: Final = re.compile(r"(?<!\w)N\.[ ]?N\b")


class MentionIndex:
    """The mentions of a document, by place."""

    def __init__(self, mentions: Mentions) -> None:
        """Sort them once; look-ups are by bisection."""
        values: list[Address | Phone | Email | Website] = [
            *mentions.reachable(),
            *mentions.addresses,
        ]
        self._values = sorted(values, key=lambda value: value.span)
        self._starts = [value.span.start for value in self._values]

    def within(self, span: Span) -> Sequence[Address | Phone | Email | Website]:
        """Return those that begin inside a span."""
        return self._values[
            bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
        ]


NOWHERE: Final = Span(0, 0)


@dataclass(slots=True)
class _Known:
    """What the lines above have told."""

    elements: list[Element] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    """Family names."""
    covered: Span = NOWHERE
    """The last mention; an address may run over several lines."""
    of_name: int = -1
    """The line that holds the second half of a name."""


def find_elements(text: Text, lines: Sequence[Line], index: MentionIndex) -> list[Element]:
    """Return what stands on the lines, in printed order."""
    known = _Known()
    columns: Columns = ()
    last = len(lines) - 1
    for i, line in enumerate(lines):
        if heads := heads_of(text.at(line.content)):
            columns = heads
            continue
        below = index.within(lines[min(i + 1, last)].span)
        is_town = not index.within(line.span) and _is_town(text, line, below)
        if is_town and _is_branch_of(known.elements, i):
            town = Designation(Kind.UNIT, text.fold(line.content).strip(" :"), 0, 0)
            known.elements.append(Element(town, line.content, i))
        if is_town or i == known.of_name:
            continue
        found = in_columns(text, line, _found_on(text, lines, i, index, known), columns)
        if found:
            found = with_tasks(found) if columns else with_matter(text, with_tasks(found))
            found = names_first(found, known.elements)
        placed = _in_place(text, lines, i, found, index)
        known.elements.extend(placed)
        known.named.update(*map(_families, placed))
    return with_names(known.elements)


def _found_on(
    text: Text, lines: Sequence[Line], i: int, index: MentionIndex, known: _Known
) -> list[Element]:
    """Return what stands on a line, in printed order."""
    line, values = lines[i], index.within(lines[i].span)
    below = _below(text, lines, i)
    if not values and (name := name_on_two_lines(text.at(line.content), below)):
        known.of_name = i + 1
        return [Element(Designation(Kind.NAME, name, 0, 0), line.content, i)]
    labels = [
        _whole_label(text, value.label)
        for value in values
        if not isinstance(value, Address) and value.label is not None
    ]
    found = [one for value in values for one in _mentioned(text, value, i, known.named)]
    found += [
        replace(desk(text, value.label, i), is_desk=True)
        for value in values
        if isinstance(value, Phone) and value.label and value.label < value.span
        and is_office_label(text.at(value.label))
    ]  # fmt: skip
    for gap in gaps(line.content, [known.covered, *(value.span for value in values), *labels]):
        is_alone = gap == line.content and _heads_number(text, lines, i, index)
        if again := address_again(text, gap, i, known.elements):
            found.append(again)
        under = below if gap == line.content else ""
        for part in gaps(gap, [again.span] if again else []):
            found.extend(designated(text, part, i, is_alone=is_alone, below=under))
    known.covered = max(
        [known.covered, *(value.span for value in values)], key=lambda span: span.end
    )
    return sorted(found, key=lambda one: one.span)


def _in_place(
    text: Text, lines: Sequence[Line], i: int, found: Sequence[Element], index: MentionIndex
) -> list[Element]:
    """Say of the elements of a line where it stands: what it opens, what it is set below."""
    line, placed = lines[i], list(_placed(text, found))
    if not placed:
        return placed
    parted = line.blank_before and _leads_to_number(lines, i, index)
    is_below = bool(line.bullet and not lines[0].bullet) or _asks_for_person(text, line)
    if parted or is_below:
        placed[0] = replace(placed[0], parted=parted, is_below=is_below)
    if _announces_person(text, line):
        placed[0] = replace(placed[0], is_announced=True)
    if i and _is_town(text, lines[i - 1], [placed[0].value]):
        placed[0] = replace(placed[0], is_site=True)
    if VACANT_LINE_RE.search(text.at(line.content)):
        placed[0] = replace(placed[0], is_vacant=True)
    return placed


def _below(text: Text, lines: Sequence[Line], i: int) -> str:
    """Return the line directly below another one; empty where there is none."""
    is_last = i + 1 == len(lines) or lines[i + 1].blank_before
    return "" if is_last else text.at(lines[i + 1].content)


def _heads_number(text: Text, lines: Sequence[Line], i: int, index: MentionIndex) -> bool:
    """Whether a line opens a paragraph, and the next holds a number and nobody's name."""
    if not lines[i].blank_before or i + 1 == len(lines) or lines[i + 1].blank_before:
        return False
    values = [value for value in index.within(lines[i + 1].span) if isinstance(value, Phone)]
    return bool(values) and not is_person(text.at(lines[i + 1].content))


def _is_town(text: Text, line: Line, below: Sequence[object]) -> bool:
    """Whether a line has nothing but the name of the town in the address below it: `Winsen`."""
    city = below[0].city if below and isinstance(below[0], Address) else None
    return city is not None and text.fold(line.content).strip(" :") == city


def _is_branch_of(above: Sequence[Element], line: int) -> bool:
    """Whether a town directly below a body is its branch there: `Bergen` below a vhs."""
    value = above[-1].value if above and above[-1].line == line - 1 else None
    if not isinstance(value, Designation) or value.kind is not Kind.ORGANISATION:
        return False
    return value.text.split(" ", 1)[0].lower() in BRANCHING


def _asks_for_person(text: Text, line: Line) -> bool:
    """Whether a line begins with `Ihre Ansprechpersonen:` or `Leitung:`."""
    label, colon, _ = text.at(line.content).partition(":")
    return bool(colon) and (_announces_person(text, line) or is_role_label(label))


def _announces_person(text: Text, line: Line) -> bool:
    """Whether a line begins with `Ihre Ansprechpersonen:`."""
    label, colon, _ = text.at(line.content).partition(":")
    return bool(colon) and subheading_kind(label) == "contact"


def _leads_to_number(lines: Sequence[Line], i: int, index: MentionIndex) -> bool:
    """Whether somebody can be reached in the paragraph that a line opens."""
    end = next((k for k in range(i + 1, len(lines)) if lines[k].blank_before), len(lines))
    values = index.within(Span(lines[i].span.start, lines[end - 1].span.end))
    return any(not isinstance(value, Address) for value in values)


def _mentioned(
    text: Text, value: Address | Phone | Email | Website, line: int, named: Container[str]
) -> Iterator[Element]:
    """Yield a mention, and whoever is named in brackets behind a number and nowhere above."""
    start, end = value.span
    of_house = (
        isinstance(value, Phone)
        and value.label is not None
        and value.label < value.span
        and is_switchboard(text.at(value.label))
        and text.characters[value.label.start - 1 : value.label.start] in {"", "\n"}
    )
    for_all = FOR_ALL_RE.search(text.characters, max(0, start - FARTHEST_LABEL), start) is not None
    match = OWNER_RE.match(text.characters, end) if isinstance(value, Phone) else None
    names = match is not None and looks_like_name(match["printed"])
    if match is None or not names or match["family"].rsplit(maxsplit=1)[-1] in named:
        owner = match["family"] if match else None
        yield Element(
            value, value.span, line, owner=owner, is_for_all=for_all, is_of_house=of_house
        )
        return
    yield Element(value, value.span, line, is_for_all=for_all)
    name = Designation(Kind.NAME, match["printed"], 0, 0)
    yield Element(name, Span(*match.span("printed")), line)


def _families(element: Element) -> Iterator[str]:
    """Yield the family name of a person, and the last part of a double one."""
    if isinstance(element.value, Designation) and element.value.kind is Kind.NAME:
        last = element.value.text.rsplit(maxsplit=1)[-1]
        yield from (last, last.rpartition("-")[2])


def _whole_label(text: Text, label: Span) -> Span:
    """Return a label with what belongs to its word: `24-Stunden-Hotline`, `Ärztlicher Notruf`."""
    before = BEFORE_LABEL_RE.search(text.characters, max(0, label.start - 40), label.start)
    if before is None or (before["word"] and not adjective(before["word"])):
        return label
    return Span(before.start(), label.end)


def _placed(text: Text, found: Sequence[Element]) -> Iterator[Element]:
    """Say of the elements of one line what stands behind them."""
    reachable = any(not isinstance(element.value, Designation | Address) for element in found)
    last = max(
        (k for k, one in enumerate(found) if isinstance(one.value, Phone | Email)), default=-1
    )
    for k, element in enumerate(found):
        following = found[k + 1].value if k + 1 < len(found) else None
        leads_to = following.kind if isinstance(following, Designation) else None
        is_label = text.characters[element.span.end : element.span.end + 1] == ":"
        opens = reachable and k == 0
        if opens or leads_to or is_label or k > last >= 0:
            yield replace(
                element, opens=opens, leads_to=leads_to, is_label=is_label, is_last=k > last >= 0
            )
        else:
            yield element
