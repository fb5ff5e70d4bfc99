"""Running headers, footers and page numbers: what stands in the same place on many pages.

They are looked for from the edges of the pages inwards, so nothing between lines of text is taken.
Of each page only a few rows at its edges are kept for that: there may be a thousand pages.

>>> key_of("12 | Programm Landleben"), key_of("Tel. 030 23125-014")
('# | Programm Landleben', 'Tel. 030 23125-014')
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, NamedTuple, Protocol

from pipeline.german.kreise import parse_heading
from pipeline.german.subheadings import subheading_kind
from pipeline.read.pdf.ink import LEVEL, Fragment, Page

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


class Mark(NamedTuple):
    """What may run: as much of a stretch of text as it takes to know it again."""

    page: int
    """Counted from 1."""
    at: int
    """Index among the fragments of its page."""
    text: str
    base: float
    size: float


class Pages(Protocol):
    """All pages by number, each fetched when it is needed."""

    def __getitem__(self, page: int, /) -> Page:
        """Fetch one."""


def key_of(text: str) -> str:
    """Return the text with page numbers left open; contact data stay as they are."""
    return text if CONTACT_RE.search(text) else NUMBER_RE.sub("#", text)


class Edges(NamedTuple):
    """The rows of a page that are next to its edges, the outermost first."""

    page: int
    """Counted from 1."""
    usual: float
    """Size of most text."""
    top: tuple[tuple[Mark, ...], ...]
    bottom: tuple[tuple[Mark, ...], ...]

    @classmethod
    def of(cls, page: Page) -> "Edges":
        """Look at a page that was drawn."""
        height = page.width if page.turned in {90, 270} else page.height
        marks = [
            Mark(page.number, at, f.text, f.base, f.size)
            for at, f in enumerate(page.fragments)
            if not f.turned
        ]
        marks.sort(key=lambda mark: mark.base)
        sizes = [mark.size for mark in marks for _ in range(1 + len(mark.text) // 20)]
        top = [mark for mark in marks if mark.base <= MARGIN * height]
        bottom = [mark for mark in reversed(marks) if mark.base >= (1 - MARGIN) * height]
        usual = median(sizes) if sizes else 0.0
        return cls(page.number, usual, tuple(_rows(top)), tuple(_rows(bottom)))

    def rows(self, gone: Container[Mark]) -> Iterator[tuple[bool, list[Mark]]]:
        """Yield the outermost rows that are left, and whether they are at the top."""
        for is_top, rows in ((True, self.top), (False, self.bottom)):
            left = ([mark for mark in row if mark not in gone] for row in rows)
            yield is_top, next(filter(None, left), [])


def _rows(marks: list[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Yield the first rows; behind a long line nothing can be reached."""
    for _ in range(MOST_ROWS):
        if not marks:
            return
        first = marks[0]
        row = [m for m in marks if abs(m.base - first.base) <= LEVEL * max(m.size, first.size)]
        if any(len(mark.text) > LONGEST for mark in row):
            return
        yield tuple(row)
        marks = [mark for mark in marks if mark not in row]


def find_running(
    edges: Iterable[Edges], pages: Pages
) -> tuple[Mapping[int, frozenset[int]], list[Running]]:
    """Return which fragments of each page run, by their index, and what they are.

    The edges are gone through once for each row.
    """
    found: defaultdict[Place, list[Mark]] = defaultdict(list)
    gone: set[Mark] = set()
    for _ in range(MOST_ROWS):
        taken = _one_row(edges, gone)
        if not taken:
            break
        for place, marks in taken.items():
            found[place] += marks
            gone.update(marks)
    _spare_headings(found, pages)
    contacts = _with_contacts(found)
    running = [
        Running(
            text,
            tuple(sorted({mark.page for mark in same})),
            pages[same[0].page].fragments[same[0].at],
            place in contacts,
        )
        for place, marks in found.items()
        for text, same in _alike(marks)
    ]
    out: defaultdict[int, set[int]] = defaultdict(set)
    for mark in _all(found):
        out[mark.page].add(mark.at)
    running.sort(key=lambda each: (each.pages[0], each.fragment.base))
    return {page: frozenset(indices) for page, indices in out.items()}, running


def _alike(marks: Iterable[Mark]) -> Iterable[tuple[str, list[Mark]]]:
    """Return the different texts of one place: page numbers."""
    same: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        same[mark.text].append(mark)
    return same.items()


def _spare_headings(found: dict[Place, list[Mark]], pages: Pages) -> None:
    """Leave a Landkreis where it first stands, if nothing else heads its section."""
    for marks in found.values():
        text = marks[0].text
        if not parse_heading(text):
            continue
        marks.sort(key=lambda mark: mark.page)
        first = marks[0]
        fragments = enumerate(pages[first.page].fragments)
        if not any(f.text == text and at != first.at for at, f in fragments):
            del marks[0]


def _all(found: Mapping[Place, Iterable[Mark]]) -> Iterator[Mark]:
    return (mark for marks in found.values() for mark in marks)


def _one_row(edges: Iterable[Edges], gone: Container[Mark]) -> dict[Place, list[Mark]]:
    """Return what comes back in the outermost rows, where nothing else stands in the row."""
    usual: dict[int, float] = {}
    rows: list[list[Mark]] = []
    beside: defaultdict[Place, list[Mark]] = defaultdict(list)
    for edge in edges:
        usual[edge.page] = edge.usual
        for top, row in edge.rows(gone):
            rows.append(row)
            for mark in row:
                beside[top, key_of(mark.text)].append(mark)
    taken = {
        place: level
        for place, marks in beside.items()
        if _may_run(place[1], level := _level(marks), usual)
    }
    running = set(_all(taken))
    alone = {mark for row in rows if running.issuperset(row) for mark in row}
    left = {place: [mark for mark in marks if mark in alone] for place, marks in taken.items()}
    return {place: marks for place, marks in left.items() if marks}


def _level(marks: list[Mark]) -> list[Mark]:
    """Return those that stand equally high and are equally large."""
    base = median(mark.base for mark in marks)
    size = median(mark.size for mark in marks)
    return [
        mark
        for mark in marks
        if abs(mark.base - base) <= DRIFT and abs(mark.size - size) <= 0.1 * size
    ]


def _may_run(key: str, marks: Sequence[Mark], usual: Mapping[int, float]) -> bool:
    """Whether what stands in one place is on enough pages; `usual` says how large their text is."""
    count, pages = len({mark.page for mark in marks}), len(usual)
    least = 2 if pages <= FEWEST else max(FEWEST, LEAST_SHARE * pages)
    if count < least:
        return False
    if "#" in key:
        return _counts(marks)
    first = marks[0]
    if first.size > 1.1 * usual[first.page] and not parse_heading(first.text):
        return count >= 0.8 * pages - 1 and not subheading_kind(first.text)
    return subheading_kind(first.text) in {None, "outside"} or count >= 0.8 * pages - 1


def _counts(marks: Sequence[Mark]) -> bool:
    """Whether the numbers go with the pages, or stay the same; a spread has two of them."""
    single: Counter[int] = Counter()
    double: Counter[int] = Counter()
    for mark in marks:
        for number in {int(found) for found in NUMBER_RE.findall(mark.text)}:
            single[number - mark.page] += 1
            double[number - 2 * mark.page] += 1
    two_each = len(marks) > len({mark.page for mark in marks})
    spread = max(double[step] + two_each * double[step + 1] for step in list(double))
    alike = Counter(mark.text for mark in marks).most_common(1)[0][1]
    return max(single.most_common(1)[0][1], spread, alike) >= 0.6 * len(marks)


def _with_contacts(found: Mapping[Place, list[Mark]]) -> set[Place]:
    """Return what belongs to contact data: the lines that run with a line that holds some."""
    kept: set[Place] = set()
    for top in (True, False):
        here = [place for place in found if place[0] == top]
        if any(CONTACT_RE.search(place[1]) for place in here):
            kept |= {place for place in here if "#" not in place[1]}
    return kept
