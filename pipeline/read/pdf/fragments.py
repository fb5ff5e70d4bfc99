r"""Glyphs become stretches of text on one base line, with blanks, accents and bold type resolved.

A page draws its letters in any order, twice for bold, with the dots of an umlaut apart, and often
without blanks. What is near on one line belongs together; a wide gap parts, since a column may
begin there (those that do not are put together again once the columns are known).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from pipeline.read.pdf.canvas import Glyph
from pipeline.read.pdf.glyphs import ACCENTS, UNKNOWN
from pipeline.read.pdf.initials import is_initial
from pipeline.read.pdf.ink import LEVEL, Box, Fragment, Hidden, turn

# All in parts of the letters' size.
BLANK: Final = 0.15
"""Least gap between two words that no blank was drawn between."""
APART: Final = 0.8
"""A wider gap may be one between columns."""
BACK: Final = 0.35
"""How far a letter may reach into the one before it."""
RAISED: Final = (0.15, 0.6)
"""How far the sign of a footnote stands above its line at least and at most."""
SMALL: Final = 0.75
"""How large it is at most."""
TWICE: Final = 0.22
"""How far the second print of a letter may be moved, if it is one to make it bold."""

SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BOLD_RE: Final = re.compile("bold|black|heavy|semibold|demi|extrabd", re.IGNORECASE)
SPACED_RE: Final = re.compile(r"(?<!\S)[^\W\d_](?:[ ][^\W\d_]){3,}(?!\S)")
MARK_RE: Final = re.compile(f"[{''.join(ACCENTS)}\u0300-\u036f]")


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


def find_fragments(
    glyphs: Sequence[Glyph], width: float, height: float
) -> tuple[int, tuple[Fragment, ...]]:
    """Return how most letters of a page are turned, and its text on the page turned right."""
    runs = _runs(glyphs)
    turns = Counter[int]()
    for run in runs:
        turns[run.turned] += len(run.glyphs)
    most = turns.most_common(1)[0][0] if turns else 0
    return most, tuple(
        fragment
        for run in _with_signs(_merged(runs))
        if (fragment := _fragment(run, width, height, most)) is not None
    )


def _runs(glyphs: Iterable[Glyph]) -> list[Run]:
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
        line = next((run for run in runs if run is not sign and _is_raised(sign, run)), None)
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


def _is_raised(sign: Run | Glyph, line: Run) -> bool:
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


def _fragment(run: Run, width: float, height: float, most: int) -> Fragment | None:
    glyphs, gaps = _once(run.glyphs, run.gaps)
    glyphs = [
        glyph._replace(text=glyph.text.translate(SUPERSCRIPTS))
        if glyph.size < run.size and glyph.text.isdigit() and _is_raised(glyph, run)
        else glyph
        for glyph in glyphs
    ]
    text, words = _text(glyphs, gaps, BLANK)
    if SPACED_RE.search(text):
        text, words = _text(glyphs, [False] * len(gaps), _tracking(glyphs))
    if not text:
        return None
    descent = min(0.3, max(0.15, -glyphs[0].font.get_descent()))
    top, bottom = run.base - (1 - descent) * run.size, run.base + descent * run.size
    hidden = Hidden.NO
    if all(glyph.hidden for glyph in glyphs):
        hidden = glyphs[0].hidden
    box = _on_page(run.turned, Box(run.start, top, run.end, bottom), height)
    if most:
        box = turn(box, most, width, height)
    return Fragment(
        box,
        box.bottom - descent * run.size if run.turned == most else box.bottom,
        run.size,
        text,
        all(is_bold(str(font.fontname)) for font in {glyph.font for glyph in glyphs}),
        tuple(round(x + box.x0 - run.start, 2) for x in words) if run.turned == most else (),
        (run.turned - most) % 360,
        hidden,
    )


def is_bold(font: str) -> bool:
    """Whether a font is, by its name.

    >>> is_bold("ABCDEF+TheSans-B7Bold"), is_bold("Minion-Regular")
    (True, False)
    """
    return BOLD_RE.search(font) is not None


def _once(glyphs: list[Glyph], gaps: list[bool]) -> tuple[list[Glyph], list[bool]]:
    """Leave out the second print of a letter."""
    kept: list[Glyph] = []
    kept_gaps: list[bool] = []
    for glyph, gap in zip(glyphs, gaps, strict=True):
        reach = glyph.start - TWICE * glyph.size
        if (
            kept
            and kept[-1].end > reach
            and any(_is_print_of(glyph, other, reach) for other in kept[-2:])
        ):
            continue
        kept.append(glyph)
        kept_gaps.append(gap)
    return kept, kept_gaps


def _is_print_of(glyph: Glyph, other: Glyph, reach: float) -> bool:
    overlap = other.end - glyph.start
    return (
        other.text == glyph.text and other.start > reach and overlap > (glyph.end - glyph.start) / 2
    )


def _tracking(glyphs: list[Glyph]) -> float:
    """Return the least gap between words where the letters of a word stand apart."""
    gaps = [(b.start - a.end) / b.size for a, b in pairwise(glyphs)]
    return median(gaps) + 0.12


def _text(glyphs: list[Glyph], gaps: list[bool], least: float) -> tuple[str, list[float]]:
    """Return the letters with blanks, and where each word begins and ends."""
    parts: list[str] = []
    end = glyphs[0].start
    words = [end]
    for glyph, gap in zip(glyphs, gaps, strict=True):
        _, start, stop, _, size, text, _, _ = glyph
        if parts and (gap or start - end > least * size):
            parts.append(" ")
            words += end, start
        parts.append(text)
        end = max(end, stop)
    words.append(end)
    text = "".join(parts).strip()
    if not text.isascii():
        if MARK_RE.search(text):
            text = _composed(glyphs, gaps, least)
        text = _without_unknown(unicodedata.normalize("NFC", text))
    return text, words if text.count(" ") * 2 + 2 == len(words) else []


def _composed(glyphs: list[Glyph], gaps: list[bool], least: float) -> str:
    """Set accents on the letters that they were drawn upon, before or behind them."""
    parts: list[str] = []
    end = glyphs[0].start
    accent: Glyph | None = None
    last: Glyph | None = None
    for glyph, gap in zip(glyphs, gaps, strict=True):
        mark = ACCENTS.get(glyph.text) or (glyph.text if MARK_RE.fullmatch(glyph.text) else None)
        if mark and last and _upon(glyph, last):
            parts.append(mark)
            continue
        if mark and accent is None:
            accent = glyph
            continue
        if parts and (
            gap
            or min(glyph.start, accent.start if accent else glyph.start) - end > least * glyph.size
        ):
            parts.append(" ")
        if accent is not None:
            sign = ACCENTS.get(accent.text, accent.text)
            parts.append(glyph.text + sign if _upon(accent, glyph) else accent.text + glyph.text)
        else:
            parts.append(glyph.text)
        accent = None
        last, end = glyph, max(end, glyph.end)
    if accent is not None:
        parts.append(accent.text)
    return "".join(parts).strip().replace("ı\u0308", "i\u0308").replace("ı\u0301", "i\u0301")


def _upon(accent: Glyph, letter: Glyph) -> bool:
    middle = (accent.start + accent.end) / 2
    return letter.text[-1].isalpha() and letter.start - 0.5 <= middle <= letter.end + 0.5


def _without_unknown(text: str) -> str:
    """Read a glyph that means nothing as a bullet where text follows it; leave it out elsewhere."""
    if UNKNOWN not in text:
        return text
    rest = " ".join(text.replace(UNKNOWN, "").split())
    return f"• {rest}".strip() if text[0] == UNKNOWN else rest


def _on_page(turned: int, box: Box, height: float) -> Box:
    """Return the place on the page of what was measured along the direction of its text."""
    if turned == 0:
        return box
    if turned == 90:  # noqa: PLR2004
        return Box(box.top, height - box.x1, box.bottom, height - box.x0)
    if turned == 180:  # noqa: PLR2004
        return Box(-box.x1, height - box.bottom, -box.x0, height - box.top)
    return Box(-box.bottom, height + box.x0, -box.top, height + box.x1)
