r"""Lines of a text export that are page numbers, or carry one beside a running title.

One line alone shows nothing: `12` may be a list number, a number of places, part of a table. That
such numbers ascend through the whole document, with a page's worth of text between them, does.

>>> page = "Der Landkreis ist groß und schön. " * 8
>>> find_page_numbers(f"12\n{page}\n13\n{page}\n14".split("\n"))
{0, 2, 4}
>>> find_page_numbers("1\nKurse\n2\nFeste\n3\nRat".split("\n"))
set()
"""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from pipeline.german import load_toml
from pipeline.german.kreise import parse_heading
from pipeline.text import fold

FEWEST: Final = 3
"""Page numbers that a document must have."""
LEAST_SHARE: Final = 0.6
"""Of the lines that look alike, those that ascend; with fewer, the others would be text as well."""
LONGEST: Final = 120
"""A longer line is text."""
WIDEST_STEP: Final = 6
"""Pages may print no number, but hardly that many in a row."""
LEAST_TEXT: Final = 150
"""Characters between two page numbers: fewer are a list or a table of contents."""

# Linear: at most three figures at one end of a stripped line of bounded length.
NUMBER: Final = r"(?P<number>[1-9][0-9]{0,2})"
FIRST_RE: Final = re.compile(rf"(?P<before>[-–—|][ ]?)?{NUMBER}(?![\w.,:)%])(?P<behind>.*)$")
LAST_RE: Final = re.compile(rf"(?P<before>.*[\s|/–—-]){NUMBER}(?P<behind>[ ]?[|–—-])?$")
OF_RE: Final = re.compile(
    rf"(?P<before>.*[\s|/–—-]){NUMBER}(?P<behind>[ ]?(?:von|of|/)[ ]?[0-9]{{1,3}})$"
)
EDGES: Final = frozenset("0123456789-–—|")
TOTAL_RE: Final = re.compile(r"[ ]?(?:von|of|/)[ ]?[0-9]{1,3}$")
LEADER_RE: Final = re.compile(r"[.·_ ]{3,}$|…")
CONTACT_RE: Final = re.compile(r"@|[(\[]at[)\]]|\b[0-9]{5}\b|(?<![0-9])0[0-9]{2,}|\+49")


class Numbered(NamedTuple):
    """A line that may carry a page number."""

    line: int
    """Counted from 0."""
    number: int
    before: str
    behind: str


class _Pages:
    """Where in the text the lines stand, and which of them are form feeds."""

    def __init__(self, lines: list[str]) -> None:
        self.offsets = list(accumulate(map(len, lines), initial=0))
        self.feeds = [index for index, line in enumerate(lines) if line == "\f"]

    def part(self, start: int, end: int) -> bool:
        """Whether two lines can be on different pages."""
        if self.offsets[end] - self.offsets[start] >= LEAST_TEXT:
            return True
        return bisect_left(self.feeds, end) > bisect_left(self.feeds, start)

    def open_with(self, first: int, last: int) -> bool:
        """Whether text follows the last of these lines, but none precedes the first."""
        before, behind = self.offsets[first], self.offsets[-1] - self.offsets[last]
        return not self.feeds and before < LEAST_TEXT <= behind


def find_page_numbers(lines: list[str]) -> set[int]:
    """Return the lines, counted from 0, that are or carry page numbers.

    A form feed is a line of its own.
    """
    alike = _alike(lines)
    groups = [group for group in alike.values() if _may_be_pages(group)]
    if not groups:
        return set()
    pages = _Pages(lines)
    chains = [_longest_chain(group, pages) for group in groups]
    found = zip(chains, groups, strict=True)
    return {
        one.line for chain, group in found if _are_pages(chain, len(group), pages) for one in chain
    }


def _may_be_pages(group: list[Numbered]) -> bool:
    """Whether lines that look alike can be page numbers: a chain holds each number only once."""
    if len(group) < FEWEST or not _may_be_page(group[0]):
        return False
    return _are_enough(len({one.number for one in group}), len(group))


def _are_enough(chain: int, alike: int) -> bool:
    return chain >= max(FEWEST, LEAST_SHARE * alike)


def _alike(lines: list[str]) -> dict[tuple[str, str], list[Numbered]]:
    """Return the lines that may carry a page number, by what stands beside it."""
    alike: defaultdict[tuple[str, str], list[Numbered]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not line or len(line) > LONGEST:
            continue
        printed = line.strip()
        if printed and (printed[0] in EDGES or printed[-1] in EDGES):
            for sides, number in _readings(printed).items():
                alike[sides].append(Numbered(index, number, *sides))
    return alike


def _readings(printed: str) -> dict[tuple[str, str], int]:
    """Return the numbers that a line may carry, by what stands beside them: at either end."""
    found: dict[tuple[str, str], int] = {}
    for pattern, edge in ((FIRST_RE, 0), (LAST_RE, -1), (OF_RE, -1)):
        if printed[edge] in EDGES and (match := pattern.match(printed)):
            sides = fold(match["before"] or ""), fold(match["behind"] or "")
            found[sides] = int(match["number"])
    return found


def _longest_chain(candidates: list[Numbered], pages: _Pages) -> list[Numbered]:
    """Return the longest sequence of ascending numbers with text between them."""
    chains: list[tuple[int, int]] = []  # up to each candidate: length, predecessor
    ends: dict[int, int] = {}  # number -> the candidate in which the longest chain to it ends
    for index, candidate in enumerate(candidates):
        earlier = [
            (chains[ends[number]][0], ends[number])
            for number in range(candidate.number - WIDEST_STEP, candidate.number)
            if number in ends and pages.part(candidates[ends[number]].line, candidate.line)
        ]
        length, predecessor = max(earlier, default=(0, -1))
        chains.append((length + 1, predecessor))
        if candidate.number not in ends or chains[ends[candidate.number]][0] <= length + 1:
            ends[candidate.number] = index
    return [candidates[index] for index in _back(chains)]


def _back(chains: list[tuple[int, int]]) -> list[int]:
    """Follow the predecessors from the end of the longest chain, first member first."""
    index = max(range(len(chains)), key=lambda index: chains[index][0])
    found = []
    while index >= 0:
        found.append(index)
        index = chains[index][1]
    return found[::-1]


def _are_pages(chain: list[Numbered], alike: int, pages: _Pages) -> bool:
    """Whether the sequence can only be page numbers."""
    if not _are_enough(len(chain), alike):
        return False
    # "1", "2", "3" above chapters, "Baustein 1" to "Baustein 3": each opens what it numbers
    counts = chain[0].number == 1 and all(b.number - a.number == 1 for a, b in pairwise(chain))
    return not (counts and _may_count(chain[0]) and pages.open_with(chain[0].line, chain[-1].line))


def _may_be_page(one: Numbered) -> bool:
    """Whether the line is a number alone, between dashes, or beside a title that may run."""
    title = _title(one)
    if not title:
        dashes = [side in {"-", "–", "—"} for side in (one.before, one.behind)]
        return dashes[0] == dashes[1]  # a dash on one side only is a bullet
    if LEADER_RE.search(title) or CONTACT_RE.search(title) or parse_heading(title):
        return False
    return bool(one.behind) or not _may_count(one) or " " in title


def _may_count(one: Numbered) -> bool:
    """Whether the number may count what stands beside it: nothing parts the two but a blank."""
    return _title(one) == (one.before or one.behind)


def _title(one: Numbered) -> str:
    """Return what stands beside the number without `Seite`, `von 40` and separators."""
    signs, words = _page_words()
    for side in (one.before, TOTAL_RE.sub("", one.behind)):
        bare = side.strip(signs)
        for word in words:
            if bare == word or bare.endswith(f" {word}"):
                bare = bare.removesuffix(word).strip(signs)
        if bare:
            return bare
    return ""


@cache
def _page_words() -> tuple[str, tuple[str, ...]]:
    table = load_toml("furniture.toml")
    return " " + "".join(table["separator"]["words"]) + "-", tuple(table["page"]["words"])
