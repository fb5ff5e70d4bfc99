"""One page that a test writes on, line by line, as a designer would."""

import io
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.read import read
from tests.read.typesetter import broken

HEIGHT = 842
PROSE = (
    "Der Kreis liegt zwischen Fluss und Wald und ist stolz auf seine Vereine, die seit"
    " vielen Jahren für alle da sind. Gemeinsam mit ihnen wollen wir Räume schaffen, in"
    " denen sich Menschen begegnen, und ein Netz knüpfen, das auch in schweren Zeiten trägt."
)
OFFICE = ("Bildungskoordination", "Markt 1, 12345 Neustadt", "Tel. 030 23125-014")


class Sheet:
    """A page that is written on from top to bottom."""

    def __init__(self) -> None:
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=(595, HEIGHT), invariant=1)
        self.y = 80.0

    def line(self, text: str, x: float = 60, size: float = 9, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - self.y, text)
        self.y += size * 1.3

    def heading(self, text: str, x: float = 60) -> None:
        self.line(text, x, 16, "Helvetica-Bold")

    def prose(self, x: float = 60, room: float = 475, size: float = 9, text: str = PROSE) -> None:
        for line in broken(text, "Helvetica", size, room, 0, hyphenated=False):
            self.line(line, x, size)
        self.y += 6

    def rule(self) -> None:
        self.canvas.line(60, HEIGHT - self.y + 12, 535, HEIGHT - self.y + 12)

    def ground(self, x: float, room: float, height: float) -> None:
        self.canvas.setFillColorRGB(0.9, 0.9, 0.9)
        self.canvas.rect(x, HEIGHT - self.y - height, room, height, fill=1, stroke=0)
        self.canvas.setFillColorRGB(0, 0, 0)

    def read(self, folder: Path) -> list[str]:
        self.canvas.showPage()
        self.canvas.save()
        path = folder / "brochure.pdf"
        path.write_bytes(self.out.getvalue())
        return [line for line in read(path).characters.split("\n") if line]
