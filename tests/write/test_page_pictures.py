from pathlib import Path

from PIL import Image
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.run import extract
from pipeline.write.page_pictures import COLOURS, RESOLUTION
from schemas import Box, Span
from tests.read.typesetter import Part, Style, set_brochure

PARTS = [
    Part("title", ("Die Kreise",)),
    Part("heading", ("Landkreis Börde",)),
    Part("text", ("Der Landkreis ist groß und schön, und alle wohnen gern in ihm. " * 9,)),
    Part("contact", ("Eva Muster", "Tel. 030 23125-014", "E-Mail: e.muster@kreis-altmuehlau.de")),
]


def first_box(span: Span) -> Box:
    assert span.boxes
    return span.boxes[0]


def test_value_is_framed_where_it_stands(tmp_path: Path) -> None:
    source = tmp_path / "brochure.pdf"
    source.write_bytes(set_brochure(PARTS, Style(columns=2)))
    done = CliRunner().invoke(app, ["pages", str(source), "--output", str(tmp_path / "pages")])
    assert done.output.split() == [str(tmp_path / "pages" / "brochure-001.png")]
    (landkreis,) = extract(source).brochure.landkreise
    (phone,) = landkreis.contacts[0].phones
    box = first_box(phone.span)
    with Image.open(tmp_path / "pages" / "brochure-001.png") as picture:
        scale = RESOLUTION / 72
        middle = round((box.top + box.bottom) / 2 * scale)
        edge = {picture.getpixel((round((box.x0 - 1) * scale) + n, middle)) for n in range(-1, 3)}
    assert COLOURS["phone"] in edge


def test_box_holds_the_value_and_no_more(tmp_path: Path) -> None:
    import pdfplumber

    source = tmp_path / "brochure.pdf"
    source.write_bytes(set_brochure(PARTS, Style(columns=2)))
    (landkreis,) = extract(source).brochure.landkreise
    contact = landkreis.contacts[0]
    with pdfplumber.open(source) as pdf:
        for raw, span in [(each.raw, each.span) for each in contact.phones] + [
            (each.raw, each.span) for each in contact.emails
        ]:
            box = first_box(span)
            part = pdf.pages[box.page - 1].crop((box.x0 - 0.5, box.top, box.x1 + 0.5, box.bottom))
            assert part.extract_text() == raw


def test_other_files_are_wrong_usage(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["pages", str(tmp_path / "brochure.txt")])
    assert done.exit_code == 2
