"""Running headers, footers and page numbers: what stands in the same place on many pages.

They are looked for from the edges of the pages inwards, so nothing between lines of text is taken.

>>> key_of("12 | Programm Landleben"), key_of("Tel. 030 23125-014")
('# | Programm Landleben', 'Tel. 030 23125-014')
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from pipeline.german.kreise import parse_heading
from pipeline.german.subheadings import subheading_kind
from pipeline.read.pdf.fragments import LEVEL
from pipeline.read.pdf.ink import Fragment, Page

FEWEST: Final = 3
"""Pages at least; in a document of two or three pages, two."""
LEAST_SHARE: Final = 0.1
"""Of the pages: a running title of a chapter is on some of them only."""
MOST_ROWS: Final = 5
"""Rows at one edge of a page."""
MARGIN: Final = 0.2
"""Of the page's height: what stands further from the edge is text."""
DRIFT: Final = 3.0
"""Points by which the same line may stand higher or lower on another page."""
LONGEST: Final = 160

NUMBER_RE: Final = re.compile(r"(?<![\w.,/@-])\d{1,3}(?![\w,/@-]|\.\d)")
CONTACT_RE: Final = re.compile(r"@|[(\[]at[)\]]|\b[0-9]{5}\b|(?<![0-9])0[0-9]{2,}|\+49|\bwww\.")

Place = tuple[bool, str]
"""Whether at the top, and the text with its page number left open."""


@dataclass(frozen=True, slots=True)
class Running:
    """A line that comes back."""

    text: str
    """As on the first page that it is on."""
    pages: tuple[int, ...]
    fragment: Fragment
    kept: bool
    """Whether it is read once, since it belongs to contact data."""

    @property
    def removed_from(self) -> tuple[int, ...]:
        """The pages on which it was taken out."""
        return self.pages[1:] if self.kept else self.pages


def key_of(text: str) -> str:
    """Return the text with page numbers left open; contact data stay as they are."""
    return text if CONTACT_RE.search(text) else NUMBER_RE.sub("#", text)


def take_out(pages: Sequence[Page]) -> tuple[list[list[Fragment]], list[Running]]:
    """Return the text of each page without what runs, and what runs."""
    edges = [_Edges(page) for page in pages]
    found: defaultdict[Place, list[tuple[int, Fragment]]] = defaultdict(list)
    for _ in range(MOST_ROWS):
        taken = _one_row(edges)
        if not taken:
            break
        for place, where in taken.items():
            found[place] += where
    _spare_headings(found, pages)
    numbers = [page.number for page in pages]
    contacts = _with_contacts(found)
    running = [
        Running(text, tuple(sorted({numbers[at] for at, _ in same})), same[0][1], place in contacts)
        for place, where in found.items()
        for text, same in _alike(where)
    ]
    out: list[set[int]] = [set() for _ in pages]
    for at, fragment in _all(found):
        out[at].add(id(fragment))
    left = [[f for f in page.fragments if id(f) not in out[at]] for at, page in enumerate(pages)]
    return left, sorted(running, key=lambda each: (each.pages[0], each.fragment.base))


def _alike(where: list[tuple[int, Fragment]]) -> Iterable[tuple[str, list[tuple[int, Fragment]]]]:
    """Return the different texts of one place: page numbers."""
    same: defaultdict[str, list[tuple[int, Fragment]]] = defaultdict(list)
    for at, fragment in where:
        same[fragment.text].append((at, fragment))
    return same.items()


def _spare_headings(found: dict[Place, list[tuple[int, Fragment]]], pages: Sequence[Page]) -> None:
    """Leave a Landkreis where it first stands, if nothing else heads its section."""
    for where in found.values():
        text = where[0][1].text
        if not parse_heading(text):
            continue
        where.sort(key=lambda each: each[0])
        first = pages[where[0][0]]
        if not any(f.text == text and f is not where[0][1] for f in first.fragments):
            del where[0]


def _all(found: dict[Place, list[tuple[int, Fragment]]]) -> Iterable[tuple[int, Fragment]]:
    return (each for where in found.values() for each in where)


class _Edges:
    """The rows of a page that are next to its edges, less those that were taken out."""

    def __init__(self, page: Page) -> None:
        height = page.width if page.turned in {90, 270} else page.height
        upright = sorted((f for f in page.fragments if not f.turned), key=lambda f: f.base)
        sizes = [f.size for f in upright for _ in range(1 + len(f.text) // 20)]
        self.usual = median(sizes) if sizes else 0.0
        self.number = page.number
        self._top = [f for f in upright if f.base <= MARGIN * height]
        self._bottom = [f for f in reversed(upright) if f.base >= (1 - MARGIN) * height]

    def row(self, *, top: bool) -> list[Fragment]:
        """Return the outermost row that is left."""
        rows = self._top if top else self._bottom
        if not rows:
            return []
        first = rows[0]
        return [f for f in rows if abs(f.base - first.base) <= LEVEL * max(f.size, first.size)]

    def drop(self, fragment: Fragment) -> None:
        """Take out one stretch of text."""
        for rows in (self._top, self._bottom):
            rows[:] = [f for f in rows if f is not fragment]


def _one_row(edges: Sequence[_Edges]) -> dict[Place, list[tuple[int, Fragment]]]:
    """Take out what comes back in the outermost rows, where nothing else stands in the row."""
    beside: defaultdict[Place, list[tuple[int, Fragment]]] = defaultdict(list)
    rows = [(at, top, edge.row(top=top)) for at, edge in enumerate(edges) for top in (True, False)]
    for at, top, row in rows:
        for fragment in row:
            if len(fragment.text) <= LONGEST:
                beside[top, key_of(fragment.text)].append((at, fragment))
    taken = {
        place: level
        for place, where in beside.items()
        if _may_run(place[1], level := _level(where), edges)
    }
    running = {id(fragment) for _, fragment in _all(taken)}
    alone = {id(f) for _, _, row in rows if all(id(f) in running for f in row) for f in row}
    for place in list(taken):
        taken[place] = [each for each in taken[place] if id(each[1]) in alone]
        if not taken[place]:
            del taken[place]
    for at, fragment in _all(taken):
        edges[at].drop(fragment)
    return taken


def _level(where: list[tuple[int, Fragment]]) -> list[tuple[int, Fragment]]:
    """Return those that stand equally high and are equally large."""
    base = median(fragment.base for _, fragment in where)
    size = median(fragment.size for _, fragment in where)
    return [
        (at, fragment)
        for at, fragment in where
        if abs(fragment.base - base) <= DRIFT and abs(fragment.size - size) <= 0.1 * size
    ]


def _may_run(key: str, where: Sequence[tuple[int, Fragment]], edges: Sequence[_Edges]) -> bool:
    count = len({at for at, _ in where})
    least = 2 if len(edges) <= FEWEST else max(FEWEST, LEAST_SHARE * len(edges))
    if count < least:
        return False
    if "#" in key:
        return _counts(where, edges)
    at, fragment = where[0]
    if fragment.size > 1.1 * edges[at].usual and not parse_heading(fragment.text):
        return count >= 0.8 * len(edges) - 1 and not subheading_kind(fragment.text)
    return subheading_kind(fragment.text) in {None, "outside"} or count >= 0.8 * len(edges) - 1


def _counts(where: Sequence[tuple[int, Fragment]], edges: Sequence[_Edges]) -> bool:
    """Whether the numbers go with the pages, or stay the same."""
    steps: Counter[int] = Counter()
    for at, fragment in where:
        for number in {int(found) for found in NUMBER_RE.findall(fragment.text)}:
            steps[number - edges[at].number] += 1
    alike = Counter(fragment.text for _, fragment in where).most_common(1)[0][1]
    return max(steps.most_common(1)[0][1], alike) >= 0.6 * len(where)


def _with_contacts(found: dict[Place, list[tuple[int, Fragment]]]) -> set[Place]:
    """Return what belongs to contact data: the lines that run with a line that holds some."""
    kept: set[Place] = set()
    for top in (True, False):
        here = [place for place in found if place[0] == top]
        if any(CONTACT_RE.search(place[1]) for place in here):
            kept |= {place for place in here if "#" not in place[1]}
    return kept
