"""Which lines open a section.

A line that names a Kreis and nothing else is a candidate. It is none where it lists (a table of
contents, the participants), where it belongs to the open section (`Kreis Plön` as the organisation
of a contact) or where it goes on with what stands above it.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from pipeline.german.kreise import LONGEST_HEADING, Heading, is_former, key, parse_heading
from pipeline.german.names import looks_like_name
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.designations import is_designation
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.segment.titles import LEAST, LEAST_BARE, Title, loosely, parse_title
from pipeline.text import Text

CLOSED_RE: Final = re.compile(r"[.!?…:“”\"»«’)]$")
# A bare name of a place: one to four words with a capital, and the small words between them.
BARE_RE: Final = re.compile(
    r"[A-ZÄÖÜ][\w.’-]{2,}+(?:[ ](?:an|am|der|im|in|a\.|d\.|ob|vor|bei|[A-ZÄÖÜ(][\w.()/’-]++)){0,4}$"
)
LEAST_PROSE: Final = 100
LEAST_LARGE: Final = 2
BODY: Final = frozenset({Look.SENTENCE, Look.DATA})
"""What stands next below a heading, or below its sub-heading."""
ENTRY: Final = 60
"""Characters; less than this between two candidates is the rest of a list entry, not a section."""


class Share(NamedTuple):
    """How many Kreise a style has to show."""

    least: int
    of: int
    """One of so many that lines by themselves name."""


SET: Final = Share(LEAST, 4)
LOOSELY_SET: Final = Share(LEAST_BARE, 2)


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that opens a section."""

    line: int
    """Index among the logical lines."""
    heading: Heading

    @property
    def identity(self) -> str:
        """The same for two printed forms of one Kreis."""
        return self.heading.kreis.ags if self.heading.kreis else key(self.heading.name)


def find_openings(text: Text, lines: Sequence[Line], looks: Sequence[Look]) -> tuple[Opening, ...]:
    """Return the lines that open a section, in order."""
    candidates = [
        Opening(i, heading)
        for i, (line, look) in enumerate(zip(lines, looks, strict=True))
        if look is Look.SHORT or look is Look.ITEM
        if (heading := parse_heading(text.fold(line.content)))
        if not _goes_on(text, lines, looks, i) and not _is_organisation(text, lines, looks, i)
    ]
    plain = _sections(candidates, lines, looks)
    titles = _titles_beside(plain, text, lines, looks)
    found = _sections(_merged(candidates, titles), lines, looks) if titles else plain
    return tuple(_with_unknown(found, text, lines, looks))


def _sections(
    candidates: list[Opening], lines: Sequence[Line], looks: Sequence[Look]
) -> list[Opening]:
    """Leave out what opens no section."""
    candidates = _without_small(candidates, lines)
    candidates = _without_lists(candidates, lines)
    candidates = _without_repetitions(candidates)
    return _without_letterheads(candidates, lines, looks)


def _goes_on(text: Text, lines: Sequence[Line], looks: Sequence[Look], i: int) -> bool:
    """Whether the line above is unfinished, so that this one belongs to its sentence."""
    if i == 0 or lines[i].blank_before or looks[i - 1] is Look.DATA:
        return False
    above = text.at(lines[i - 1].span)
    return above.endswith(",") or (len(above) >= LEAST_PROSE and not CLOSED_RE.search(above[-1:]))


def _titles_beside(
    plain: Sequence[Opening], text: Text, lines: Sequence[Line], looks: Sequence[Look]
) -> list[Opening]:
    """Return the lines that say more than the name of a Kreis, in styles that several show.

    Plain headings that are set in no such style may stand beside them, but most of what a style
    shows has no section yet: else these are sub-headings.
    """
    apart = [i for i in range(len(lines)) if _stands_apart(lines, looks, i)]
    titles = {i: title for i in apart if (title := parse_title(text.fold(lines[i].content)))}
    if found := _in_styles(titles, plain, looks, SET):
        return found
    loose = {i: title for i, each in titles.items() if (title := loosely(each))}
    return _in_styles(loose, plain, looks, LOOSELY_SET)


def _in_styles(
    titles: Mapping[int, Title],
    plain: Sequence[Opening],
    looks: Sequence[Look],
    share: Share,
) -> list[Opening]:
    by_style: defaultdict[str, list[Opening]] = defaultdict(list)
    for i, title in titles.items():
        by_style[title.style].append(Opening(i, title.heading))
    named = {each.identity for openings in by_style.values() for each in openings}
    found = []
    for openings in by_style.values():
        kreise = {opening.identity for opening in openings}
        lines = {opening.line for opening in openings}
        others = {opening.identity for opening in plain if opening.line not in lines}
        enough = share.least if any(each.heading.kind_printed for each in openings) else LEAST_BARE
        is_new = len(kreise & others) * 2 <= len(kreise) and len(kreise) >= len(others - kreise)
        heads = sum(not BODY.isdisjoint(looks[line + 1 : line + 3]) for line in lines)
        if len(kreise) >= max(enough, len(named) / share.of) and is_new and heads * 2 > len(lines):
            found += openings
    return found


def _merged(plain: Sequence[Opening], titles: Sequence[Opening]) -> list[Opening]:
    by_line = {opening.line: opening for opening in (*titles, *plain)}
    return [by_line[line] for line in sorted(by_line)]


def _stands_apart(lines: Sequence[Line], looks: Sequence[Look], i: int) -> bool:
    """Whether a short line is set as a heading: below a gap, above one or above running text."""
    line, size = lines[i], lines[i].span.end - lines[i].span.start
    if size > LONGEST_HEADING or looks[i] in (Look.DATA, Look.LABEL):
        return False
    below = i + 1 == len(lines) or lines[i + 1].blank_before or looks[i + 1] is Look.SENTENCE
    return line.stands_out or (line.blank_before and below)


def _without_small(candidates: list[Opening], lines: Sequence[Line]) -> list[Opening]:
    """Leave out a Kreis in letters of the usual size where headings are larger.

    It is so in a PDF in which half of the Kreise at least are printed larger, and two of them.
    """
    large = [c for c in candidates if (set_as := lines[c.line].emphasis) and set_as.is_larger]
    known = {candidate.identity for candidate in large}
    if len(known) < LEAST_LARGE or len(known) * 2 < len({c.identity for c in candidates}):
        return candidates
    return large


def _contents(candidates: Sequence[Opening], lines: Sequence[Line]) -> list[int]:
    """Return for each candidate the number of characters up to the next one."""
    if not candidates:
        return []
    ends = [*(lines[c.line].span.start for c in candidates[1:]), lines[-1].span.end]
    return [end - lines[c.line].span.end for c, end in zip(candidates, ends, strict=True)]


def _without_lists(candidates: list[Opening], lines: Sequence[Line]) -> list[Opening]:
    """Leave out entries of a table of contents or of a list of participants.

    An entry has next to nothing below it, and its Kreis has a section elsewhere or its neighbour is
    an entry too. The last entry of a list has below it whatever follows the list; it is known by
    the entries above it and by its section elsewhere.
    """
    sizes = _contents(candidates, lines)
    sections = Counter(
        c.identity for c, size in zip(candidates, sizes, strict=True) if size >= ENTRY
    )
    kept: list[Opening] = []
    in_list = False
    for i, candidate in enumerate(candidates):
        is_entry = sizes[i] < ENTRY
        elsewhere = sections[candidate.identity] > (0 if is_entry else 1)
        twice = candidates[i + 1 : i + 2] and candidates[i + 1].identity == candidate.identity
        if is_entry:
            beside = any(
                size < ENTRY for size in (*sizes[max(0, i - 1) : i], *sizes[i + 1 : i + 2])
            )
            in_list = not twice and (elsewhere or beside or sizes[i] <= len("\n\n"))
            is_listed = in_list
        else:
            is_listed = in_list and elsewhere and _is_next_entry(sizes[:i])
            in_list = False
        if not is_listed:
            kept.append(candidate)
    return kept


def _is_next_entry(sizes: Sequence[int]) -> bool:
    """Whether the last gap is one between entries: no wider than the one before it, if that is."""
    *_, before, last = (ENTRY, *sizes)
    return before >= ENTRY or last <= max(before, len("\n\n"))


def _without_repetitions(candidates: Sequence[Opening]) -> list[Opening]:
    """Leave out a Kreis whose section is open already."""
    return [
        candidate
        for i, candidate in enumerate(candidates)
        if i == 0 or candidate.identity != candidates[i - 1].identity
    ]


def _without_letterheads(
    candidates: list[Opening], lines: Sequence[Line], looks: Sequence[Look]
) -> list[Opening]:
    """Leave out a Kreis printed directly above its address where headings are set apart."""
    apart = [c for c in candidates if c.line + 1 < len(lines) and lines[c.line + 1].blank_before]
    if len(apart) * 2 <= len(candidates) - 1 and apart[:1] != candidates[:1]:
        return candidates
    return [
        candidate
        for candidate in candidates
        if candidate in apart
        or lines[candidate.line].stands_out
        or candidate.line + 1 >= len(lines)
        or looks[candidate.line + 1] not in (Look.DATA, Look.SHORT)
    ]


def _is_organisation(text: Text, lines: Sequence[Line], looks: Sequence[Look], i: int) -> bool:
    """Whether the line stands inside a block of contact data, under a name or a label."""
    if i == 0 or lines[i].blank_before:
        return False
    above = text.fold(lines[i - 1].span)
    in_block = (
        looks[i - 1] is Look.DATA
        or subheading_kind(above) == "contact"
        or (looks[i - 1] is Look.SHORT and is_designation(above) and not parse_heading(above))
    )
    below = (
        i + 1 < len(lines)
        and not lines[i + 1].blank_before
        and looks[i + 1] in (Look.DATA, Look.SHORT)
    )
    return in_block and below


def _with_unknown(
    known: list[Opening], text: Text, lines: Sequence[Line], looks: Sequence[Look]
) -> list[Opening]:
    """Add the bare names of no register that are printed where the others are.

    Such a line follows the end of a section (contact data, a quote with its attribution) and is
    followed by running text; it occurs once in the document, is set like a known heading, and most
    of these are bare too.
    """
    bare = sum(1 for opening in known if not opening.heading.kind_printed)
    if bare * 2 < len(known) or len(known) <= 1:
        return known
    taken = {opening.line for opening in known}
    printed = Counter(
        text.fold(line.span) for line, look in zip(lines, looks, strict=True) if look is Look.SHORT
    )
    found = list(known)
    set_as = {lines[opening.line].emphasis for opening in known}
    for i in range(1, len(lines) - 1):
        if i in taken or looks[i] is not Look.SHORT or not lines[i].blank_before:
            continue
        if lines[i].emphasis not in set_as:
            continue
        passage = text.fold(lines[i].span)
        if printed[passage] == 1 and _stands_as_heading(passage, i, known, text, lines, looks):
            found.append(Opening(i, Heading(None, False, passage, "")))
    return sorted(found, key=lambda opening: opening.line)


def _stands_as_heading(
    passage: str,
    i: int,
    known: Sequence[Opening],
    text: Text,
    lines: Sequence[Line],
    looks: Sequence[Look],
) -> bool:
    if not BARE_RE.match(passage) or subheading_kind(passage):
        return False
    if is_former(passage):
        return True
    opened = bisect_left(known, i, key=lambda opening: opening.line) - 1
    if opened < 0 or not any(looks[j] is Look.DATA for j in range(known[opened].line + 1, i)):
        return False
    above = looks[i - 1]
    closes = above is Look.DATA or (above is Look.SHORT and "," in text.at(lines[i - 1].span))
    below = text.at(lines[i + 1].span)
    prose = looks[i + 1] is Look.SENTENCE and len(below) >= LEAST_PROSE and below[0] not in '„»«"“‚'
    return closes and prose and not looks_like_name(passage)
