"""Characters as layout programs draw them: not as they are read."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.read import Raw, read
from pipeline.read.pdf.glyphs import UNKNOWN, meaning

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
Drawing = Callable[[Canvas], None]


def drawn(folder: Path, *pages: Drawing) -> Raw:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    pdfmetrics.registerFont(TTFont("Vera", VERA))
    for page in pages:
        canvas.setFont("Vera", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    path = folder / "brochure.pdf"
    path.write_bytes(out.getvalue())
    return read(path)


def spaced(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "L A N D K R E I S   B Ö R D E")


def tracked(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "LANDKREIS BÖRDE", charSpace=4)


def ligatures(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Die O\ufb03ziere der P\ufb02ege".replace("\ufb03", "f\ufb01"))


def accents_behind(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Landkreis Bo")
    x = 50 + pdfmetrics.stringWidth("Landkreis B", "Vera", 10)
    canvas.drawString(x + 0.5, 700, "¨")
    canvas.drawString(x + pdfmetrics.stringWidth("o", "Vera", 10), 700, "rde")


def accents_before(canvas: Canvas) -> None:
    x = 50 + pdfmetrics.stringWidth("Landkreis B", "Vera", 10)
    canvas.drawString(x + 0.5, 700.5, "¨")
    canvas.drawString(50, 700, "Landkreis Borde")


def twice(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Landkreis Börde, alle Kanäle")
    canvas.drawString(50.3, 700, "Landkreis Börde, alle Kanäle")


def twice_letter_by_letter(canvas: Canvas) -> None:
    x = 50.0
    for letter in "Landkreis Börde, alle Kanäle":
        canvas.drawString(x, 700, letter)
        canvas.drawString(x + 0.3, 700, letter)
        x += pdfmetrics.stringWidth(letter, "Vera", 10)


def small_capitals(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "L")
    x = 50 + pdfmetrics.stringWidth("L", "Vera", 10)
    canvas.setFont("Vera", 8)
    canvas.drawString(x, 700, "ANDKREIS")


def without_blanks(canvas: Canvas) -> None:
    x = 50.0
    for word in ("Der", "Landkreis", "Börde"):
        canvas.drawString(x, 700, word)
        x += pdfmetrics.stringWidth(word, "Vera", 10) + 2.5


def turned(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Der Landkreis Börde ist groß.")
    canvas.saveState()
    canvas.translate(560, 300)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Foto: Eva Muster")
    canvas.restoreState()


def turned_page(canvas: Canvas) -> None:
    canvas.translate(300, 100)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Der Landkreis Börde")
    canvas.drawString(0, -12, "ist groß und schön.")


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        pytest.param(spaced, "LANDKREIS BÖRDE", id="letters with blanks between"),
        pytest.param(tracked, "LANDKREIS BÖRDE", id="letters set apart"),
        pytest.param(ligatures, "Die Offiziere der Pflege", id="ligatures"),
        pytest.param(accents_behind, "Landkreis Börde", id="dots drawn behind the letter"),
        pytest.param(accents_before, "Landkreis Börde", id="dots drawn before the letter"),
        pytest.param(twice, "Landkreis Börde, alle Kanäle", id="line printed twice for bold"),
        pytest.param(
            twice_letter_by_letter, "Landkreis Börde, alle Kanäle", id="letters printed twice"
        ),
        pytest.param(small_capitals, "LANDKREIS", id="small capitals"),
        pytest.param(without_blanks, "Der Landkreis Börde", id="no blanks between words"),
        pytest.param(turned_page, "Der Landkreis Börde ist groß und schön.", id="whole page"),
    ],
)
def test_what_is_drawn_is_read(tmp_path: Path, drawing: Drawing, expected: str) -> None:
    assert drawn(tmp_path, drawing).characters == expected + "\n"


def test_turned_text_stands_behind_the_page(tmp_path: Path) -> None:
    raw = drawn(tmp_path, turned)
    assert raw.characters == "Der Landkreis Börde ist groß.\n\nFoto: Eva Muster\n"
    box = raw.placed[-1]
    assert (round(box.x0), round(box.bottom)) == (552, 542)


@pytest.mark.parametrize(
    ("glyph", "font", "expected"),
    [
        pytest.param("\ufb03", "Minion", "ffi", id="ligature"),
        pytest.param("\uf0b7", "Symbol", "•", id="bullet of a symbol font"),
        pytest.param("\uf028", "Wingdings", "☎", id="telephone"),
        pytest.param("\uf095", "FontAwesome", "☎", id="telephone of another font"),
        pytest.param("\uf761", "MinionExp", "A", id="small capital"),
        pytest.param("\uf7fc", "MinionExp", "Ü", id="small umlaut"),
        pytest.param("\uf735", "MinionExp", "5", id="old-style figure"),
        pytest.param("\uf041", "Hausschrift", "A", id="text font embedded as symbols"),
        pytest.param("\ue123", "Icons", UNKNOWN, id="nobody knows"),
        pytest.param("(cid:12)", "Icons", UNKNOWN, id="no code at all"),
        pytest.param("\u2011", "Minion", "-", id="hyphen that does not break"),
        pytest.param("\u200b", "Minion", "", id="zero width"),
    ],
)
def test_glyph_has_a_meaning(glyph: str, font: str, expected: str) -> None:
    assert meaning(glyph, font) == expected


def white(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Der Landkreis Börde ist groß.")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(50, 600, "Stichworte: Ferien, Urlaub")


def invisible(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Der Landkreis Börde ist groß.")
    text = canvas.beginText(50, 600)
    text.setTextRenderMode(3)
    text.textOut("Stichworte: Ferien, Urlaub")
    canvas.drawText(text)


@pytest.mark.parametrize(
    ("drawing", "how"),
    [
        pytest.param(white, "white on white", id="white"),
        pytest.param(invisible, "invisible", id="mode 3"),
    ],
)
def test_hidden_text_is_kept_and_told(tmp_path: Path, drawing: Drawing, how: str) -> None:
    raw = drawn(tmp_path, drawing)
    (remark,) = raw.remarks
    assert raw.characters[remark.start : remark.end] == "Stichworte: Ferien, Urlaub"
    assert remark.message == f"Page 1 holds text that is {how}; it was read like any other."


def white_on_blue(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0.5)
    canvas.rect(40, 690, 300, 30, fill=1, stroke=0)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(50, 700, "Der Landkreis Börde ist groß.")


def test_white_text_on_a_coloured_ground_is_seen(tmp_path: Path) -> None:
    assert drawn(tmp_path, white_on_blue).remarks == ()
