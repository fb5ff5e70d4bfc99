"""Drop caps: a letter as high as several lines is the first letter of the first of them."""

from collections.abc import Iterable
from typing import Final

from pipeline.read.pdf.ink import Box, Fragment

TALL: Final = 1.8
"""In parts of the size of the lines beside it."""
LONGEST: Final = 2
"""Characters: a letter, perhaps with the quotation mark before it."""
NEAR: Final = 1.5
"""In parts of the size of the lines: how far they stand from it."""


def is_initial(text: str, size: float, beside: float) -> bool:
    """Whether a stretch of text is a drop cap beside letters of another size."""
    return size >= TALL * beside and len(text) <= LONGEST and text[-1].isalpha()


def attach_initials(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Give each drop cap to the line that it begins; the lines beside it begin where it does.

    A letter that no lines stand beside stays what it is.
    """
    found = list(fragments)
    least = min((f.size for f in found), default=0.0)
    for initial in [f for f in found if is_initial(f.text, f.size, least)]:
        beside = sorted((f for f in found if _is_beside(initial, f)), key=lambda f: f.base)
        if len(beside) > 1:
            lines = {id(f): _widened(f, initial) for f in beside}
            lines[id(beside[0])] = _begun(beside[0], initial)
            found = [lines.get(id(f), f) for f in found if f is not initial]
    return found


def _is_beside(initial: Fragment, line: Fragment) -> bool:
    gap = line.box.x0 - initial.box.x1
    level = (line.box.top + line.base) / 2
    return (
        is_initial(initial.text, initial.size, line.size)
        and -0.5 * line.size <= gap <= NEAR * line.size
        and initial.base - initial.size <= level <= initial.base + 0.2 * line.size
    )


def _widened(line: Fragment, initial: Fragment) -> Fragment:
    box = Box(initial.box.x0, line.box.top, line.box.x1, line.box.bottom)
    return line._replace(box=box, words=(box.x0, *line.words[1:]))


def _begun(line: Fragment, initial: Fragment) -> Fragment:
    blank = "" if line.text[0].islower() else " "
    words = line.words
    if blank and words:
        words = (initial.box.x0, initial.box.x1, *words)
    elif words:
        words = (initial.box.x0, *words[1:])
    box = _widened(line, initial).box
    return line._replace(box=box, text=f"{initial.text}{blank}{line.text}", words=words)
