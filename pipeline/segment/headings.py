"""Which lines open a section.

A line that names a Kreis and nothing else is a candidate. It is none where it lists (a table of
contents, the participants), where it belongs to the open section (`Kreis Plön` as the organisation
of a contact) or where it goes on with what stands above it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Final

from pipeline.german.kreise import Heading, is_former, parse_heading
from pipeline.german.names import looks_like_name
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions.designations import is_designation
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.segment.styles import SET, Opening, has_text, titles_beside
from pipeline.text import Text

CLOSED_RE: Final = re.compile(r"[.!?…:“”\"»«’)]$")
# A bare name of a place: one to four words with a capital, and the small words between them.
BARE_RE: Final = re.compile(
    r"[A-ZÄÖÜ][\w.’-]{2,}+(?:[ ](?:an|am|der|im|in|a\.|d\.|ob|vor|bei|[A-ZÄÖÜ(][\w.()/’-]++)){0,4}$"
)
NUMBERED_RE: Final = re.compile(r"\d{1,2}[ ]?[|.)/–-]?[ \t]")
LEAST_PROSE: Final = 100
LEAST_LARGE: Final = 2
ENTRY: Final = 60
"""Characters; less than this between two candidates is the rest of a list entry, not a section."""


def find_openings(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], passages: Sequence[str]
) -> tuple[Opening, ...]:
    """Return the lines that open a section, in order; `passages` are the lines, folded."""
    candidates = [
        Opening(i, heading)
        for i, look in enumerate(looks)
        if look is Look.SHORT or look is Look.ITEM
        if (heading := parse_heading(passages[i]))
        if not is_designation(heading.addition) or has_text(heading, looks, i, SET.within)
        if not _goes_on(text, lines, looks, i) and not _is_organisation(text, lines, looks, i)
    ]
    plain = _sections(candidates, lines, looks)
    titles = titles_beside(plain, lines, looks, passages)
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


def _merged(plain: Sequence[Opening], titles: Sequence[Opening]) -> list[Opening]:
    by_line = {opening.line: opening for opening in (*titles, *plain)}
    return [by_line[line] for line in sorted(by_line)]


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
    apart = {
        c.line for c in candidates if c.line + 1 < len(lines) and lines[c.line + 1].blank_before
    }
    opens = bool(candidates) and candidates[0].line in apart
    if len(apart) * 2 <= len(candidates) - 1 and not opens:
        return candidates
    return [
        candidate
        for candidate in candidates
        if candidate.line in apart
        or lines[candidate.line].stands_out
        or candidate.line + 1 >= len(lines)
        or looks[candidate.line + 1] not in (Look.DATA, Look.SHORT)
    ]


def _is_organisation(text: Text, lines: Sequence[Line], looks: Sequence[Look], i: int) -> bool:
    """Whether the line stands inside a block of contact data, under a name or a label."""
    if i == 0 or lines[i].blank_before or NUMBERED_RE.match(text.at(lines[i].span)):
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
    data = [i for i, look in enumerate(looks) if look is Look.DATA]
    for i in range(1, len(lines) - 1):
        if i in taken or looks[i] is not Look.SHORT or not lines[i].blank_before:
            continue
        if lines[i].emphasis not in set_as:
            continue
        passage = text.fold(lines[i].span)
        if printed[passage] > 1 or not BARE_RE.match(passage) or subheading_kind(passage):
            continue
        if is_former(passage) or (
            _follows_data(i, known, data) and _stands_as_heading(passage, i, text, lines, looks)
        ):
            found.append(Opening(i, Heading(None, False, passage, "")))
    return sorted(found, key=lambda opening: opening.line)


def _follows_data(i: int, known: Sequence[Opening], data: Sequence[int]) -> bool:
    """Whether contact data stand above a line in its section; `data` are the lines of all."""
    opened = bisect_left(known, i, key=lambda opening: opening.line) - 1
    return opened >= 0 and bisect_left(data, known[opened].line) < bisect_left(data, i)


def _stands_as_heading(
    passage: str, i: int, text: Text, lines: Sequence[Line], looks: Sequence[Look]
) -> bool:
    """Whether a line closes contact data or an attribution, and opens running text."""
    above = looks[i - 1]
    closes = above is Look.DATA or (above is Look.SHORT and "," in text.at(lines[i - 1].span))
    below = text.at(lines[i + 1].span)
    prose = looks[i + 1] is Look.SENTENCE and len(below) >= LEAST_PROSE and below[0] not in '„»«"“‚'
    return closes and prose and not looks_like_name(passage)
