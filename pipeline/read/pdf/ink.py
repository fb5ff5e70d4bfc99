"""What a page carries: stretches of text, boxes, rules and pictures, each with its place.

Coordinates are points from the top left corner of the page, turned so that most text is
upright. Nothing here knows the order in which the stretches are read. Source: ISO 32000-1
(PDF 1.7), chapters 8 and 9.
"""

from dataclasses import dataclass
from enum import IntFlag
from typing import Final, NamedTuple

LEVEL: Final = 0.36
"""How far letters of one line may stand above or below each other, in parts of their size: indices
do."""


class Box(NamedTuple):
    """A rectangle on the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """In square points."""
        return max(0.0, self.width) * max(0.0, self.height)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def joined(self, other: "Box") -> "Box":
        """Return the smallest rectangle around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


class Hidden(IntFlag):
    """Why a reader of the printed page does not see a stretch of text."""

    NO = 0
    WHITE = 1
    INVISIBLE = 2


class Fragment(NamedTuple):
    """Text on one base line without a wide gap in it: a line of a column, or part of one."""

    box: Box
    base: float
    """Where the letters stand, from the top of the page."""
    size: float
    """Of the largest letter."""
    text: str
    bold: bool
    """Whether all of it is."""
    words: tuple[float, ...]
    """Where each word begins and ends, from left to right; empty if that is not known."""
    turned: int
    """Degrees by which the letters are turned to the left, compared with most on the page."""
    hidden: Hidden

    @property
    def first_word(self) -> float:
        """Width of the first word."""
        return self.words[1] - self.words[0] if self.words else self.box.width


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was drawn."""

    number: int
    """Counted from 1."""
    width: float
    """Of the page as it is, before it is turned."""
    height: float
    turned: int
    """Degrees by which most of its letters are turned to the left on the page as it is."""
    fragments: tuple[Fragment, ...]
    boxes: tuple[Box, ...]
    """Filled or framed rectangles that text may lie in."""
    rules: tuple[Box, ...]
    """Thin lines."""
    pictured: float
    """Share of the page that pictures cover, 0 to 1."""


def turn(box: Box, degrees: int, width: float, height: float) -> Box:
    """Return the place of a box on the page turned right, so that text turned left stands upright.

    >>> turn(Box(10, 20, 30, 50), 90, 100, 200)
    Box(x0=150, top=10, x1=180, bottom=30)
    """
    if degrees == 90:  # noqa: PLR2004
        return Box(height - box.bottom, box.x0, height - box.top, box.x1)
    if degrees == 180:  # noqa: PLR2004
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    if degrees == 270:  # noqa: PLR2004
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    return box


def turn_back(box: Box, degrees: int, width: float, height: float) -> Box:
    """Undo `turn`; width and height are those of the page as it is.

    >>> turn_back(Box(150, 10, 180, 30), 90, 100, 200)
    Box(x0=10, top=20, x1=30, bottom=50)
    """
    if degrees in {90, 270}:
        return turn(box, 360 - degrees, height, width)
    return turn(box, degrees, width, height)
