r"""Runs become stretches of text, with blanks, accents and bold type resolved.

A page draws letters twice for bold, with the dots of an umlaut apart, and often without blanks.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from pipeline.read.pdf.canvas import Glyph
from pipeline.read.pdf.glyphs import ACCENTS, UNKNOWN
from pipeline.read.pdf.ink import Box, Fragment, Hidden, turn
from pipeline.read.pdf.runs import Run, find_runs, is_raised

# All in parts of the letters' size.
BLANK: Final = 0.15
"""Least gap between two words that no blank was drawn between."""
TWICE: Final = 0.22
"""How far the second print of a letter may be moved, if it is one to make it bold."""

SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BOLD_RE: Final = re.compile("bold|black|heavy|semibold|demi|extrabd", re.IGNORECASE)
SPACED_RE: Final = re.compile(r"(?<!\S)[^\W\d_](?:[ ][^\W\d_]){3,}(?!\S)")
MARK_RE: Final = re.compile(f"[{''.join(ACCENTS)}\u0300-\u036f]")


def find_fragments(
    glyphs: Sequence[Glyph], width: float, height: float
) -> tuple[int, tuple[Fragment, ...]]:
    """Return how most letters of a page are turned, and its text on the page turned right."""
    runs = find_runs(glyphs)
    turns = Counter[int]()
    for run in runs:
        turns[run.turned] += len(run.glyphs)
    most = turns.most_common(1)[0][0] if turns else 0
    return most, tuple(
        fragment for run in runs if (fragment := _fragment(run, width, height, most)) is not None
    )


def _fragment(run: Run, width: float, height: float, most: int) -> Fragment | None:
    glyphs, gaps = _once(run.glyphs, run.gaps)
    glyphs = [
        glyph._replace(text=glyph.text.translate(SUPERSCRIPTS))
        if glyph.size < run.size and glyph.text.isdigit() and is_raised(glyph, run)
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
