"""Pictures of the pages of a PDF, drawn small in a process of their own."""

from typing import NamedTuple


class Picture(NamedTuple):
    """One page."""

    width: float
    height: float
    """In points."""
    address: str | None
    """The picture as a `data:` address; None where it would be too much."""


class Pictures(NamedTuple):
    """The pages of one brochure."""

    pages: tuple[Picture, ...]
    notice: str | None
    """What to tell where not every page has its picture."""


NO_PICTURES = Pictures((), None)
