"""Pictures of the pages of a PDF, as the page shows them."""

from base64 import b64encode
from typing import Final, NamedTuple

from pipeline.read.pdf.spool import Spool


class Picture(NamedTuple):
    """One page."""

    width: float
    height: float
    """In points."""
    number: int
    """Of the page, counted from 1."""
    album: Spool[bytes]
    """Where the pictures of all pages are, as JPEG: together they are large."""

    @property
    def address(self) -> str:
        """The picture as a `data:` address, in which nothing has to be escaped."""
        return f"data:image/jpeg;base64,{b64encode(self.album[self.number]).decode()}"


class Pictures(NamedTuple):
    """The pages of one brochure, from the first one on."""

    pages: tuple[Picture, ...]
    notice: str | None
    """What to tell where not every page has its picture."""


NO_PICTURES: Final = Pictures((), None)
