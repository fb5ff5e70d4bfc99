"""What designers do to pages, each read as people read it."""

import io
import random
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.read import read
from pipeline.run import extract
from tests.read.sheet import HEIGHT, OFFICE, PROSE, Sheet
from tests.read.typesetter import broken, width

NAMES = (("Eva Muster", "Karl Beispiel", "Rita Vorlage"), ("Jan Probe", "Ute Exempel", "Max Muth"))
TABLE = (
    ("Name", "Funktion", "Telefon"),
    ("Eva Muster", "Bildungskoordinatorin", "030 23125-014"),
    ("Karl Beispiel", "Leiter des Amtes für Soziales und Integration", "030 23125-015"),
    ("Rita Vorlage", "Koordinatorin", "030 23125-016"),
)


def with_initial(sheet: Sheet, x: float, room: float, size: float, text: str) -> None:
    """Set the first letter as high as three lines."""
    sheet.canvas.setFont("Times-Roman", size)
    sheet.canvas.drawString(x, HEIGHT - sheet.y - 2 * 9 * 1.3, text[0])
    aside = width(text[0], "Times-Roman", size) + 2
    narrow = broken(text[1:], "Helvetica", 9, room - aside, 0, hyphenated=False)[:3]
    rest = text[1:].removeprefix(" ".join(narrow)).lstrip()
    for line in narrow:
        sheet.line(line, x + aside)
    for line in broken(rest, "Helvetica", 9, room, 0, hyphenated=False):
        sheet.line(line, x)


@pytest.mark.parametrize("size", [pytest.param(36.0, id="tall"), pytest.param(44.0, id="taller")])
def test_drop_cap_is_the_first_letter_of_its_paragraph(tmp_path: Path, size: float) -> None:
    sheet = Sheet()
    text = f"{PROSE} {PROSE}"
    for x in (60, 310):
        sheet.y = 100
        with_initial(sheet, x, 215, size, text)
    assert sheet.read(tmp_path) == [text, text]


def test_large_letter_alone_is_text(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.line("A", 60, 36)
    sheet.prose(60, 225)
    assert sheet.read(tmp_path) == ["A", PROSE]


def table(sheet: Sheet) -> None:
    for row in TABLE:
        sheet.rule()
        top, ends = sheet.y, []
        for x, cell, room in zip((64, 200, 400), row, (120, 130, 120), strict=True):
            sheet.y = top
            for line in broken(cell, "Helvetica", 9, room, 0, hyphenated=False):
                sheet.line(line, x)
            ends.append(sheet.y)
        sheet.y = max(ends) + 4
    sheet.rule()


def test_cells_of_a_ruled_table_are_read_one_by_one(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet)
    assert sheet.read(tmp_path)[1:] == [cell for row in TABLE[1:] for cell in row]


@pytest.mark.timeout(60)  # loads spaCy
def test_ruled_table_holds_contacts(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.heading("Landkreis Celle")
    sheet.prose()
    table(sheet)
    sheet.read(tmp_path)
    (section,) = extract(tmp_path / "brochure.pdf").brochure.landkreise
    found = [(c.name and c.name.full, c.roles, [p.raw for p in c.phones]) for c in section.contacts]
    assert found == [(name, (role,), [phone]) for name, role, phone in TABLE[1:]]


@pytest.mark.parametrize("across", [2, 3])
@pytest.mark.parametrize("grounded", [True, False])
def test_cards_are_kept_together(tmp_path: Path, across: int, grounded: bool) -> None:
    sheet = Sheet()
    for row in NAMES:
        top = sheet.y
        for x, name in zip((60.0, 230.0, 400.0), row[:across], strict=False):
            sheet.y = top
            if grounded:
                sheet.ground(x, 140, 58)
            sheet.y += 14
            for line in (name, *OFFICE):
                sheet.line(line, x + 6, 8)
        sheet.y = top + 72
    cards = [[row[n] for row in NAMES] for n in range(across)]
    expected = [line for column in cards for name in column for line in (name, *OFFICE)]
    assert sheet.read(tmp_path) == expected


def test_white_words_on_a_coloured_box_within_a_column(tmp_path: Path) -> None:
    sheet = Sheet()
    quote = "„Wir wollen, dass alle hier ein Zuhause finden, und dafür packen wir gemeinsam an.“"
    for x in (60, 310):
        sheet.y = 80
        sheet.prose(x, 225)
        if x == 60:
            sheet.canvas.setFillColorRGB(0.1, 0.3, 0.6)
            sheet.canvas.rect(x, HEIGHT - sheet.y - 70, 225, 70, fill=1, stroke=0)
            sheet.canvas.setFillColorRGB(1, 1, 1)
            sheet.y += 18
            sheet.prose(x + 10, 205, 11, quote)
            sheet.line("Eva Muster, Landrätin", x + 10, 8)
            sheet.canvas.setFillColorRGB(0, 0, 0)
            sheet.y += 24
        sheet.prose(x, 225)
    assert sheet.read(tmp_path) == [PROSE, quote, "Eva Muster, Landrätin", PROSE, PROSE, PROSE]
    assert read(tmp_path / "brochure.pdf").remarks == ()


def test_footnote_and_caption_are_told_from_the_text(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.prose(60, 225)
    sheet.y += 100
    sheet.line("Sommerfest in Neustadt. Foto: Kreisverwaltung", 60, 7)
    sheet.y += 10
    start = "Das Programm läuft seit 2019"
    sheet.canvas.setFont("Helvetica", 5.5)
    raised = HEIGHT - sheet.y + 3.5
    sheet.canvas.drawString(60 + width(start, "Helvetica", 9), raised, "1")
    sheet.line(start)
    sheet.y = 770
    sheet.line("1 Gefördert vom Bund und vom Land.", 60, 7)
    assert sheet.read(tmp_path) == [
        PROSE,
        "Sommerfest in Neustadt. Foto: Kreisverwaltung",
        "Das Programm läuft seit 2019¹",
        "1 Gefördert vom Bund und vom Land.",
    ]


def test_side_text_and_spaced_capitals(tmp_path: Path) -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    canvas.saveState()
    canvas.translate(575, 300)
    canvas.rotate(90)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(0, 0, "Landkreise im Porträt")
    canvas.restoreState()
    for text, size, space in (("LANDKREIS ALTMÜHLAU", 16, 5), ("UNSERE ZIELE", 9, 3)):
        line = canvas.beginText(60, HEIGHT - sheet.y)
        line.setFont("Helvetica-Bold", size)
        line.setCharSpace(space)
        line.textOut(text)
        line.setCharSpace(0)
        canvas.drawText(line)
        sheet.y += 2 * size
    sheet.prose(60, 300)
    assert sheet.read(tmp_path) == [
        "LANDKREIS ALTMÜHLAU",
        "UNSERE ZIELE",
        PROSE,
        "Landkreise im Porträt",
    ]


def test_opening_over_three_columns(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.heading("Celle")
    sheet.prose(60, 475, 11)
    sheet.y += 10
    top = sheet.y
    for x in (60, 225, 390):
        sheet.y = top
        for _ in range(3):
            sheet.prose(x, 150, 8)
    assert sheet.read(tmp_path) == ["Celle", *[PROSE] * 10]


def spread(numbers: random.Random, pages: int) -> bytes:
    """Two pages on each sheet, with numbers outside and running titles inside."""
    words = PROSE.replace(",", "").replace(".", "").split()
    canvas = Canvas(out := io.BytesIO(), pagesize=(1190, HEIGHT), invariant=1)
    for page in range(pages):
        canvas.setFont("Helvetica", 9)
        for side, (x, number_x, title_x) in enumerate(((60, 60, 90), (655, 1118, 990))):
            for line in range(40):
                drawn = " ".join(numbers.choice(words) for _ in range(9))
                canvas.drawString(x, HEIGHT - 80 - 12 * line, drawn)
            canvas.drawString(number_x, 42, str(2 * page + 10 + side))
            canvas.drawString(title_x, 42, ("Landleben", "Ein Programm")[side])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_spreads_have_two_page_numbers(tmp_path: Path) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(spread(random.Random(4), 5))
    pages = (1, 2, 3, 4, 5)
    numbers = {(str(number), ((number - 8) // 2,)) for number in range(10, 20)}
    titles = {("Landleben", pages), ("Ein Programm", pages)}
    assert {(each.text, each.pages) for each in read(path).removed} == numbers | titles
