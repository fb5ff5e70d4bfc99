"""Which lines that say more than the name of a Kreis open sections: those in a style of headings.

A style shows in several Kreise, and most of what it shows has no section yet: else the lines are
sub-headings. Plain headings that are set in no such style may stand beside them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from pipeline.german.kreise import Heading, key
from pipeline.mentions.designations import is_designation
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.segment.titles import LONGEST_FACTS, Title, loosely, parse_title

LEAST: Final = 2
LEAST_BARE: Final = 3
"""As many Kreise show a style; more where one cannot see that a name is that of a Kreis."""
TEXT: Final = frozenset({Look.SENTENCE})
BODY: Final = frozenset({Look.SENTENCE, Look.DATA})
"""What stands next below a heading, or below its sub-heading."""


class Share(NamedTuple):
    """How many Kreise a style has to show."""

    least: int
    of: int
    """One of so many that lines by themselves name."""
    within: int
    """Running text or data stand within so many lines below most of its headings."""


SET: Final = Share(LEAST, 4, 4)
LOOSELY_SET: Final = Share(LEAST_BARE, 2, 2)


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


def titles_beside(
    plain: Sequence[Opening],
    lines: Sequence[Line],
    looks: Sequence[Look],
    passages: Sequence[str],
) -> list[Opening]:
    """Return the lines that say more than the name of a Kreis, in styles that several show.

    `passages` are the lines, folded.
    """
    apart = [i for i in range(len(lines)) if _stands_apart(lines, looks, i)]
    titles = {i: title for i in apart if (title := parse_title(passages[i]))}
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
    named = len({each.identity for openings in by_style.values() for each in openings})
    is_new = _Sections(plain).lack_most
    return [
        opening
        for openings in by_style.values()
        if _is_shown(openings, named, share) and _have_text(openings, looks, share)
        if is_new(openings)
        for opening in openings
    ]


def _is_shown(openings: Sequence[Opening], named: int, share: Share) -> bool:
    """Whether enough Kreise are printed in a style, of so many that are named."""
    kreise = {opening.identity for opening in openings}
    is_plain = any(opening.heading.kind_printed for opening in openings)
    return len(kreise) >= max(share.least if is_plain else LEAST_BARE, named / share.of)


def _have_text(openings: Sequence[Opening], looks: Sequence[Look], share: Share) -> bool:
    """Whether running text or data stand below most of the lines."""
    headed = (has_text(opening.heading, looks, opening.line, share.within) for opening in openings)
    return sum(headed) * 2 > len(openings)


def has_text(heading: Heading, looks: Sequence[Look], i: int, within: int) -> bool:
    """Whether running text or data stand below line i; below an office it has to be text.

    `Landkreis Leer – Jugendamt` with data only is whom to write to.
    """
    wanted = TEXT if is_designation(heading.addition) else BODY
    return not wanted.isdisjoint(looks[i + 1 : i + 1 + within])


class _Sections:
    """Knows which Kreise have a section that begins with a plain heading."""

    def __init__(self, plain: Sequence[Opening]) -> None:
        self._by_line = {opening.line: opening.identity for opening in plain}
        self._counts = Counter(self._by_line.values())

    def lack_most(self, openings: Sequence[Opening]) -> bool:
        """Whether most of these lines' Kreise, and more than there are others, have none."""
        own = Counter(self._by_line[o.line] for o in openings if o.line in self._by_line)
        kreise = {opening.identity for opening in openings}
        known = sum(self._counts[kreis] > own[kreis] for kreis in kreise)
        left = len(self._counts) - sum(self._counts[kreis] == own[kreis] for kreis in own)
        return known * 2 <= len(kreise) and left - known <= len(kreise)


def _stands_apart(lines: Sequence[Line], looks: Sequence[Look], i: int) -> bool:
    """Whether a line is set as a heading: below a gap or a title, above a gap or running text."""
    line = lines[i]
    if line.stands_out:
        return True
    if line.span.end - line.span.start > LONGEST_FACTS or looks[i] in (Look.DATA, Look.LABEL):
        return False
    is_titled = i > 0 and lines[i - 1].blank_before and looks[i - 1] is Look.SHORT
    below = i + 1 == len(lines) or lines[i + 1].blank_before or looks[i + 1] is Look.SENTENCE
    return below and (line.blank_before or is_titled)
