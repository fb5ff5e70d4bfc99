"""Where on its page a stretch of the text stands, and what else a reader saw of it."""

from typing import NamedTuple


class Placed(NamedTuple):
    """A line on a page and the stretch [start, end) of the text that it became."""

    start: int
    end: int
    page: int
    """Counted from 1."""
    x0: float
    """In points from the left edge of the page, as are x1, and top and bottom from its top."""
    top: float
    x1: float
    bottom: float
    larger: float
    """How many times as large as most text the letters are."""
    bold: bool


class Remark(NamedTuple):
    """What a reviewer should know about how the file was read."""

    kind: str
    """`picture` (a page without text), `hidden` (text that one does not see), `rebuilt` (the file)."""
    message: str
    page: int | None
    """Counted from 1; None for the whole file."""
    start: int
    """The stretch of the text that it is about; start and end are equal if there is none."""
    end: int
