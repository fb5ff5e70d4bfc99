"""An open PDF of which no page is unpacked before it is asked for, and none is kept behind it.

pdfplumber unpacks all pages to count them, and pdfminer keeps every object that it has read: with
that, memory and time would grow with the number of pages. Only what fonts mean stays.
"""

import io
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value
from pdfplumber.page import Page

from pipeline.read.pdf.problems import refuse_damage

MOST_FONTS: Final = 24
"""Fonts that are kept from page to page."""


class Leaf(PDFPage):
    """A page as pdfminer finds it, with nothing of it unpacked yet."""

    def __init__(self, doc: PDFDocument, pageid: object, attrs: object, label: str | None) -> None:
        """Keep what it takes to unpack the page later."""
        self.doc, self.pageid, self.attrs, self.label = doc, pageid, dict_value(attrs), label


class Opened:
    """An open file."""

    def __init__(self, data: bytes, password: str | None) -> None:
        """Find its pages; raises what pdfplumber does, or ValueError where it is damaged."""
        self._pdf = pdfplumber.open(io.BytesIO(data), password=password)
        refuse_damage(self._pdf)
        self._leaves = [(leaf.pageid, leaf.attrs) for leaf in Leaf.create_pages(self._pdf.doc)]
        self.known: dict[Any, tuple[str, float]] = {}
        """What the glyphs of each font mean."""

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self._leaves)

    def pages(self, first: int, last: int) -> list[Page]:
        """Return some pages, counted from 1."""
        return [
            Page(self._pdf, PDFPage(self._pdf.doc, *self._leaves[number - 1], None), number)
            for number in range(first, last + 1)
        ]

    def forget(self) -> None:
        """Let go of what was read for pages that are done."""
        for kept in ("_cached_objs", "_parsed_objs"):  # pdfminer has no other way
            getattr(self._pdf.doc, kept).clear()
        if len({font for font, _ in self.known}) > MOST_FONTS:
            self.known.clear()
            self._pdf.rsrcmgr = PDFResourceManager()
