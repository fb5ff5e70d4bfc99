"""Pictures of the pages of a PDF, as the page shows them."""

from typing import Final, NamedTuple


class Picture(NamedTuple):
    """One page."""

    width: float
    height: float
    """In points."""
    address: str
    """The picture as a `data:` address."""


class Pictures(NamedTuple):
    """The pages of one brochure, from the first one on."""

    pages: tuple[Picture, ...]
    notice: str | None
    """What to tell where not every page has its picture."""


NO_PICTURES: Final = Pictures((), None)
