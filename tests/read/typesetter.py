"""Sets brochures as PDFs, so that tests need no file whose making nobody can see.

Every glyph run is an operation that is collected first: so the content stream can have the order
of the columns, of the rows, or none.
"""

import io
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PAGE = (595.0, 842.0)
Order = Literal["columns", "rows", "random"]
Kind = Literal["title", "heading", "text", "contact", "quote"]
HYPHEN_RE = re.compile(r"(?<=[aeiouyäöü])(?=[bcdfghjklmnpqrstvwxzß][aeiouyäöü])")


class Part(NamedTuple):
    """Something to set."""

    kind: Kind
    lines: tuple[str, ...]


class Op(NamedTuple):
    """One drawing operation."""

    x: float
    top: float
    text: str
    font: str
    size: float
    blank: float
    """Points by which each blank is widened."""


class Frame(NamedTuple):
    """Where a column stands."""

    x: float
    top: float
    width: float
    bottom: float


@dataclass
class Style:
    """How a brochure is set."""

    columns: int = 2
    gutter: float = 16.0
    size: float = 9.0
    justified: bool = True
    hyphenated: bool = True
    order: Order = "columns"
    spanning_headings: bool = False
    boxed_contacts: bool = True
    indented: bool = False
    """First lines are set in, instead of white between paragraphs."""
    header: str = ""
    footer: str = ""
    """`#` stands for the page number."""
    mirrored: bool = False
    """The page number stands outside: left on even pages, right on odd ones."""
    fonts: tuple[str, str] = ("Helvetica", "Helvetica-Bold")


@dataclass
class Sheet:
    """What is drawn on one page."""

    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    ops: list[Op] = field(default_factory=list)


def width(text: str, font: str, size: float) -> float:
    return float(stringWidth(text, font, size))


def broken(
    text: str, font: str, size: float, room: float, indent: float, hyphenated: bool
) -> list[str]:
    """Break a paragraph into lines."""
    lines: list[str] = []
    line = ""
    words = text.split(" ")
    while words:
        word = words.pop(0)
        space = room - (indent if not lines else 0)
        longer = f"{line} {word}" if line else word
        if width(longer, font, size) <= space:
            line = longer
            continue
        for head, tail in pieces(word) if hyphenated else halves(word):
            if width(f"{line} {head}" if line else head, font, size) <= space:
                line = f"{line} {head}" if line else head
                word = tail
                break
        if not line:
            raise ValueError(f"{word} is too long for the column")
        lines.append(line)
        line = ""
        words.insert(0, word)
    return [*lines, line]


def pieces(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to divide a word, the longest first piece first."""
    if "@" in word or "www" in word or any(char.isdigit() for char in word):
        return
    cuts = [match.start() for match in HYPHEN_RE.finditer(word.casefold()) if word.isalpha()]
    cuts = [cut for cut in cuts if 3 <= cut <= len(word) - 3]
    for cut in reversed(cuts):
        yield f"{word[:cut]}-", word[cut:]
    yield from halves(word)


def halves(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to break a word at a hyphen that it has."""
    for match in reversed(list(re.finditer(r"(?<=\w)-(?=\w\w)", word))):
        yield word[: match.end()], word[match.end() :]


class Setter:
    """Sets parts into columns, page after page."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.sheets: list[Sheet] = []
        self.frames: list[Frame] = []
        self.y = 0.0
        self.new_page()

    @property
    def leading(self) -> float:
        return self.style.size * 1.25

    def new_page(self) -> None:
        self.sheets.append(Sheet())
        self.columns_from(70.0)

    def columns_from(self, top: float) -> None:
        style = self.style
        room = (PAGE[0] - 100 - style.gutter * (style.columns - 1)) / style.columns
        self.frames = [
            Frame(50 + n * (room + style.gutter), top, room, PAGE[1] - 70)
            for n in range(style.columns)
        ]
        self.y = top

    def next_column(self) -> None:
        self.frames.pop(0)
        if not self.frames:
            self.new_page()
        self.y = self.frames[0].top

    def need(self, height: float) -> None:
        if self.y + height > self.frames[0].bottom:
            self.next_column()

    def draw(self, x: float, text: str, font: str, size: float, blank: float = 0.0) -> None:
        self.sheets[-1].ops.append(Op(x, self.y, text, font, size, blank))

    def put(self, part: Part) -> None:
        getattr(self, f"put_{part.kind}")(part.lines)

    def put_title(self, lines: Sequence[str]) -> None:
        self.put_heading(lines, size=20.0)

    def put_heading(self, lines: Sequence[str], size: float = 14.0) -> None:
        font = self.style.fonts[1]
        if self.style.spanning_headings and self.y > self.frames[0].top:
            self.new_page()
        self.need(size * 4)
        if self.y > self.frames[0].top:
            self.y += size
        for line in lines:
            self.draw(self.frames[0].x, line, font, size)
            self.y += size * 1.3
        if self.style.spanning_headings:
            self.columns_from(self.y + 4)

    def put_text(self, lines: Sequence[str]) -> None:
        style = self.style
        indent = 12.0 if style.indented else 0.0
        for text in lines:
            room = self.frames[0].width
            set_in = broken(text, style.fonts[0], style.size, room, indent, style.hyphenated)
            for number, line in enumerate(set_in):
                self.need(self.leading)
                left = indent if number == 0 else 0.0
                blanks = line.count(" ")
                spare = room - left - width(line, style.fonts[0], style.size)
                stretch = style.justified and number < len(set_in) - 1 and blanks
                blank = spare / blanks if stretch else 0.0
                self.draw(self.frames[0].x + left, line, style.fonts[0], style.size, blank)
                self.y += self.leading
            if not style.indented:
                self.y += self.leading * 0.6

    def put_contact(self, lines: Sequence[str]) -> None:
        self.put_box(lines, bold_first=True)

    def put_quote(self, lines: Sequence[str]) -> None:
        self.put_box(lines, bold_first=False)

    def put_box(self, lines: Sequence[str], *, bold_first: bool) -> None:
        style = self.style
        pad = 7.0 if style.boxed_contacts else 0.0
        room = self.frames[0].width - 2 * pad
        set_in: list[tuple[str, str, bool]] = []
        for number, text in enumerate(lines):
            font = style.fonts[1] if bold_first and number == 0 else style.fonts[0]
            cut = broken(text, font, style.size, room, 0.0, style.hyphenated and not bold_first)
            set_in += [
                (line, font, n == len(cut) - 1 and not bold_first) for n, line in enumerate(cut)
            ]
        height = len(set_in) * self.leading + 2 * pad + 8 + 4 * len(lines)
        self.need(height)
        frame, top = self.frames[0], self.y
        self.y += pad
        for line, font, ends in set_in:
            self.draw(frame.x + pad, line, font, style.size)
            self.y += self.leading + (4 if ends else 0)
        self.y += pad
        if style.boxed_contacts:
            self.sheets[-1].boxes.append((frame.x, top - 2, frame.width, self.y - top))
        self.y += self.leading

    def as_pdf(self) -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=PAGE, invariant=1)
        for number, sheet in enumerate(self.sheets, start=1):
            canvas.setFillColorRGB(0.9, 0.93, 1.0)
            for x, top, wide, high in sheet.boxes:
                canvas.rect(x, PAGE[1] - top - high, wide, high, stroke=0, fill=1)
            canvas.setFillColorRGB(0, 0, 0)
            for op in [*ordered(sheet.ops, self.style.order), *self.furniture(number)]:
                draw(canvas, op)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def furniture(self, number: int) -> Iterator[Op]:
        style = self.style
        for text, top in ((style.header, 36.0), (style.footer, PAGE[1] - 46)):
            for n, piece in enumerate(text.split("\t")) if text else ():
                printed = piece.replace("#", str(number))
                outer = style.mirrored and number % 2 == 1
                right = (n == 1) is not outer
                x = PAGE[0] - 50 - width(printed, style.fonts[0], 7.5) if right else 50.0
                yield Op(x, top, printed, style.fonts[0], 7.5, 0.0)


def ordered(ops: Sequence[Op], order: Order) -> Sequence[Op]:
    if order == "rows":
        return sorted(ops, key=lambda op: (round(op.top), op.x))
    if order == "random":
        return random.Random(1).sample(ops, len(ops))
    return ops


def draw(canvas: Canvas, op: Op) -> None:
    text = canvas.beginText(op.x, PAGE[1] - op.top - op.size * 0.8)
    text.setFont(op.font, op.size)
    text.setWordSpace(op.blank)
    text.textOut(op.text)
    canvas.drawText(text)


def set_brochure(parts: Iterable[Part], style: Style) -> bytes:
    """Return a brochure as PDF."""
    setter = Setter(style)
    for part in parts:
        setter.put(part)
    return setter.as_pdf()


def parts_of(text: str, headings: frozenset[str]) -> list[Part]:
    """Divide a plain text with a line per paragraph into what a designer would set apart."""
    parts: list[Part] = []
    lines = [line for line in text.split("\n") if line.strip()]
    while lines:
        line = lines.pop(0)
        if not parts:
            parts.append(Part("title", (line,)))
        elif line in headings:
            parts.append(Part("heading", (line,)))
        elif line[0] in '"„»':
            attribution = lines.pop(0) if lines and lines[0] not in headings else ""
            parts.append(Part("quote", (line, attribution) if attribution else (line,)))
        elif len(line) > 170 or line.endswith("."):
            parts.append(Part("text", (line,)))
        else:
            contact = [line]
            while (
                lines
                and lines[0] not in headings
                and lines[0][0] not in '"„»'
                and len(lines[0]) < 170
            ):
                contact.append(lines.pop(0))
                if "@" in contact[-1]:
                    break
            parts.append(Part("contact", tuple(contact)))
    return parts
