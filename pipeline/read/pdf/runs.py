"""Glyphs become runs: letters that follow each other on one base line, in reading order.

A page draws its letters in any order. What is near on one line belongs together; a wide gap parts,
since a column may begin there (the rest is put together again once the columns are known).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.read.pdf.canvas import Glyph
from pipeline.read.pdf.initials import is_initial
from pipeline.read.pdf.ink import LEVEL

# All in parts of the letters' size.
APART: Final = 0.8
"""A wider gap may be one between columns."""
BACK: Final = 0.35
"""How far a letter may reach into the one before it."""
RAISED: Final = (0.15, 0.6)
"""How far the sign of a footnote stands above its line at least and at most."""
SMALL: Final = 0.75
"""How large it is at most."""


class Run:
    """Letters that follow each other."""

    __slots__ = ("base", "end", "gaps", "glyphs", "size", "start", "turned", "unsettled")

    def __init__(self, glyph: Glyph) -> None:
        """Begin with one letter."""
        self.turned, self.start, self.end, self.base, self.size = glyph[:5]
        self.glyphs = [glyph]
        self.gaps = [False]
        """Of each letter, whether a blank was drawn before it."""
        self.unsettled = 0
        """How many of the letters, from the first on, are not in their order yet."""

    def merge(self, other: "Run") -> None:
        """Take in letters of the same line, wherever they were drawn; `settle` orders them."""
        ordered = other.start >= self.end - BACK * self.size
        self.glyphs += other.glyphs
        self.gaps += other.gaps
        self.start, self.end = min(self.start, other.start), max(self.end, other.end)
        if other.size > self.size:
            self.size, self.base = other.size, other.base
        if not ordered:
            self.unsettled = len(self.glyphs)

    def settle(self) -> None:
        """Put the letters into their order: once, for a line may be drawn letter by letter."""
        order = sorted(range(self.unsettled), key=lambda at: self.glyphs[at].start)
        self.glyphs[: self.unsettled] = [self.glyphs[at] for at in order]
        self.gaps[: self.unsettled] = [self.gaps[at] for at in order]
        self.unsettled = 0


def find_runs(glyphs: Iterable[Glyph]) -> list[Run]:
    """Return the runs of a page, their letters in order and the signs of footnotes among them."""
    return _with_signs(_merged(_drawn(glyphs)))


def _drawn(glyphs: Iterable[Glyph]) -> list[Run]:
    """Put together what was drawn in order."""
    runs: list[Run] = []
    run: Run | None = None
    blank = False
    for glyph in glyphs:
        turned, start, end, base, size, text, _, _ = glyph
        if text in {" ", ""}:
            blank = blank or text == " "
            continue
        if (
            run is not None
            and turned == run.turned
            and -BACK * size <= start - run.end <= APART * size
            and abs(base - run.base) <= LEVEL * min(size, run.size)
        ):
            run.glyphs.append(glyph)
            run.gaps.append(blank)
            run.end = max(run.end, end)
            if size > run.size:
                run.size, run.base = size, base
        else:
            run = Run(glyph)
            run.gaps[0] = blank
            runs.append(run)
        blank = False
    return runs


def _merged(runs: list[Run]) -> list[Run]:
    """Put together what was drawn apart, but stands on one line without a wide gap."""
    found: list[Run] = []
    for row in _rows(sorted(runs, key=lambda run: (run.turned, run.base))):
        row.sort(key=lambda run: run.start)
        open_run: Run | None = None
        for run in row:
            if open_run and _is_near(open_run, run):
                open_run.merge(run)
            else:
                open_run = run
                found.append(run)
    for run in found:
        run.settle()
    return found


def _with_signs(runs: list[Run]) -> list[Run]:
    """Put the raised signs of footnotes into the lines that they stand in."""
    signs = [run for run in runs if _is_sign(run)]
    taken: set[int] = set()
    for sign in signs:
        line = next((run for run in runs if run is not sign and is_raised(sign, run)), None)
        if line is not None:
            line.merge(sign)
            taken.add(id(sign))
    kept = [run for run in runs if id(run) not in taken]
    for run in kept:
        run.settle()
    return kept


def _is_sign(run: Run) -> bool:
    text = "".join(glyph.text for glyph in run.glyphs)
    return len(text) <= 3 and (text.isdigit() or set(text) <= {"*", "†"})  # noqa: PLR2004


def is_raised(sign: Run | Glyph, line: Run) -> bool:
    """Whether letters stand above a line as the sign of a footnote does."""
    least, most = RAISED
    return (
        sign.turned == line.turned
        and sign.size <= SMALL * line.size
        and least * line.size <= line.base - sign.base <= most * line.size
        and line.start <= sign.start <= line.end + 0.3 * line.size
    )


def _is_near(before: Run, run: Run) -> bool:
    is_cap = False
    if len(before.glyphs) <= 2:  # noqa: PLR2004
        before.settle()
        printed = "".join(glyph.text for glyph in before.glyphs) or " "
        is_cap = is_initial(printed, before.size, run.size)
    return not is_cap and run.start - before.end <= APART * min(run.size, before.size)


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    row: list[Run] = []
    largest = 0.0
    for run in runs:
        if row and (
            run.turned != row[0].turned or run.base - row[0].base > LEVEL * min(run.size, largest)
        ):
            yield row
            row = []
        largest = max(largest, run.size) if row else run.size
        row.append(run)
    if row:
        yield row
