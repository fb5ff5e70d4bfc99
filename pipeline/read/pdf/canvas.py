"""What pdfminer draws on: keeps glyphs, boxes and pictures, and stops where a page is a trap.

pdfplumber opens the file and finds the pages; drawing them without its dictionaries per letter
takes a third of the time, and only here one learns that a letter is drawn invisibly.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import pdfplumber.page
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTComponent, LTContainer, LTCurve, LTImage, LTLine, LTRect
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter

from pipeline.read.pdf.glyphs import meaning
from pipeline.read.pdf.ink import Box, Hidden

MOST_GLYPHS: Final = 150_000
"""On one page: a page of small print has ten thousand."""
MOST_DRAWINGS: Final = 100_000
"""Lines, pictures and nested drawings on one page: a map has some ten thousand."""
INVISIBLE: Final = (3, 7)
"""Text rendering modes in which nothing is drawn (ISO 32000-1, 9.3.6)."""
THIN: Final = 2.5
"""Points; a rectangle that is thinner is a line."""
ROUNDING: Final = 14.0
"""Points from the edge within which all points of a box with rounded corners lie."""


class TrapError(Exception):
    """A page draws more than any page that people made."""


class Glyph(NamedTuple):
    """One letter as it was drawn, along the direction in which its text runs."""

    turned: int
    start: float
    end: float
    base: float
    """Across that direction, growing from line to line."""
    size: float
    text: str
    font: PDFFont
    hidden: Hidden


class Canvas(PDFPageAggregator):
    """Collects what is drawn on one page."""

    def __init__(self, page: pdfplumber.page.Page, known: dict[Any, tuple[str, float]]) -> None:
        """Draw this page; `known` keeps what each glyph of each font means."""
        super().__init__(page.pdf.rsrcmgr, pageno=page.page_number)
        self.glyphs: list[Glyph] = []
        self._height = float(page.height)
        self._known = known
        self._drawings = 0
        self._mode = 0
        self._colour: object = None
        self._hidden = Hidden.NO
        PDFPageInterpreter(page.pdf.rsrcmgr, self).process_page(page.page_obj)

    # The signatures are pdfminer's, whose states and colours have no useful types.
    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:  # noqa: ANN401
        """Note how the letters that follow are drawn."""
        self._hidden = Hidden.NO
        if textstate.render in INVISIBLE:
            self._hidden = Hidden.INVISIBLE
        elif _is_white(ncs.name, graphicstate.ncolor):
            self._hidden = Hidden.WHITE
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0913, PLR0917
        self,
        matrix: tuple[float, float, float, float, float, float],
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,  # noqa: ANN401
        graphicstate: Any,  # noqa: ANN401
    ) -> float:
        """Keep one letter; return how far it moves the next one."""
        try:
            text, width = self._known[font, cid]
        except KeyError:
            text, width = self._known[font, cid] = self._learn(font, cid)
        advance = width * fontsize * scaling
        a, b, c, d, e, f = matrix
        if abs(b) <= abs(a):
            if a >= 0:
                turned, start, base = 0, e, self._height - (f + d * rise)
            else:
                turned, start, base = 180, -e, f + d * rise
            length, size = abs(a) * advance, abs(d) * fontsize
        else:
            if b > 0:
                turned, start, base = 90, f, e + c * rise
            else:
                turned, start, base = 270, -f, -(e + c * rise)
            length, size = abs(b) * advance, abs(c) * fontsize
        size = abs(size)
        end = start + length
        if end < start:
            start, end = end, start
        self.glyphs.append(Glyph(turned, start, end, base, size, text, font, self._hidden))
        if len(self.glyphs) > MOST_GLYPHS:
            raise TrapError(f"it draws more than {MOST_GLYPHS:,} letters")
        return advance

    def _learn(self, font: PDFFont, cid: int) -> tuple[str, float]:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = f"(cid:{cid})"
        return meaning(text, str(font.fontname)), font.char_width(cid)

    def paint_path(self, *args: Any, **options: Any) -> None:  # noqa: ANN401
        """Count what is drawn."""
        self._count()
        super().paint_path(*args, **options)

    def begin_figure(self, *args: Any) -> None:  # noqa: ANN401
        """Count what is drawn."""
        self._count()
        super().begin_figure(*args)

    def _count(self) -> None:
        self._drawings += 1
        if self._drawings > MOST_DRAWINGS:
            raise TrapError(f"it draws more than {MOST_DRAWINGS:,} lines and pictures")

    def place(self, item: LTComponent) -> Box:
        """Return where a drawing stands, from the top left corner."""
        return Box(item.x0, self._height - item.y1, item.x1, self._height - item.y0)

    def drawings(self) -> Iterator[LTComponent]:
        """Yield rectangles, lines, curves and pictures, also those of nested drawings."""
        todo: list[LTComponent] = [self.get_result()]
        while todo:
            item = todo.pop()
            if isinstance(item, LTContainer):
                todo.extend(item)
            else:
                yield item


class Drawn(NamedTuple):
    """The drawings of a page by what they may mean for its text."""

    boxes: list[Box]
    grounds: list[Box]
    """Coloured areas and pictures: white text upon them is seen."""
    rules: list[Box]
    pictures: list[Box]


def sort_drawings(canvas: Canvas) -> Drawn:
    """Tell frames, lines and pictures apart."""
    drawn = Drawn([], [], [], [])
    for item in canvas.drawings():
        box = canvas.place(item)
        if isinstance(item, LTImage):
            drawn.pictures.append(box)
        elif isinstance(item, LTLine) or min(box.width, box.height) < THIN:
            if isinstance(item, LTCurve):
                drawn.rules.append(box)
        elif isinstance(item, LTCurve):
            white = _is_white(None, item.non_stroking_color)
            if item.fill and not white:
                drawn.grounds.append(box)
            is_frame = isinstance(item, LTRect) or _is_rounded(item, box, canvas)
            if is_frame and (item.stroke or (item.fill and not white)):
                drawn.boxes.append(box)
    return drawn


def _is_rounded(curve: LTCurve, box: Box, canvas: Canvas) -> bool:
    """Whether a curve is a rectangle with rounded corners."""
    height = canvas.place(curve).bottom + curve.y0
    return len(curve.pts) > 4 and all(  # noqa: PLR2004
        min(x - box.x0, box.x1 - x, height - y - box.top, box.bottom - (height - y)) < 1.0
        or (
            min(x - box.x0, box.x1 - x) < ROUNDING
            and min(height - y - box.top, y - curve.y0) < ROUNDING
        )
        for x, y in curve.pts
    )


def _is_white(space: str | None, colour: object) -> bool:
    """Whether a colour is that of paper."""
    parts = tuple(colour) if isinstance(colour, (tuple, list)) else (colour,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:  # noqa: PLR2004
        return all(part <= 0 for part in parts)
    if space in {"Separation", "DeviceN", "Indexed"}:
        return False
    return all(part >= 1 for part in parts)
