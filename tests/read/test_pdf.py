"""The real brochure, set as PDF in many ways, says the same as its plain text."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.german.kreise import parse_heading
from pipeline.read import read
from pipeline.run import extract
from tests.read.typesetter import Part, Style, parts_of, set_brochure

SOURCE = next(iter((Path(__file__).parents[2] / "raw").glob("*.txt")))
TEXT = SOURCE.read_text("utf-8")
PARTS = parts_of(TEXT, frozenset(line for line in TEXT.split("\n") if line and parse_heading(line)))

FURNISHED = Style(header="Die Landkreise im Programm", footer="Programmbroschüre\t#")
ONE = replace(FURNISHED, columns=1)
TWO = replace(FURNISHED, columns=2)
THREE = replace(FURNISHED, columns=3, size=8, gutter=12)

STYLES = [
    pytest.param(ONE, id="one column"),
    pytest.param(replace(ONE, boxed_contacts=False), id="one column, no boxes"),
    pytest.param(TWO, id="two columns"),
    pytest.param(replace(TWO, order="rows"), id="two columns, drawn row by row"),
    pytest.param(replace(TWO, order="random"), id="two columns, drawn in no order"),
    pytest.param(replace(TWO, boxed_contacts=False), id="two columns, no boxes"),
    pytest.param(replace(TWO, justified=False, hyphenated=False), id="two columns, ragged"),
    pytest.param(
        replace(TWO, spanning_headings=True, mirrored=True), id="headings over two columns"
    ),
    pytest.param(
        replace(TWO, indented=True, fonts=("Times-Roman", "Times-Bold")), id="indented, serifs"
    ),
    pytest.param(THREE, id="three columns"),
    pytest.param(replace(THREE, order="rows"), id="three columns, drawn row by row"),
    pytest.param(
        replace(THREE, boxed_contacts=False, justified=False), id="three columns, no boxes"
    ),
]


@pytest.fixture(scope="module")
def expected() -> Any:
    return without_places(extract(SOURCE).brochure.model_dump(mode="json"))


def without_places(value: Any) -> Any:
    if isinstance(value, dict):
        left = {"span", "source", "path"}
        return {key: without_places(each) for key, each in value.items() if key not in left}
    if isinstance(value, list):
        return [without_places(each) for each in value]
    return value


@pytest.mark.parametrize("style", STYLES)
def test_record_is_that_of_the_plain_text(tmp_path: Path, style: Style, expected: Any) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(set_brochure(PARTS, style))
    assert without_places(extract(path).brochure.model_dump(mode="json")) == expected


def test_furniture_is_listed_with_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(set_brochure(PARTS, replace(TWO, mirrored=True)))
    raw = read(path)
    pages = tuple(range(1, len(raw.page_starts) + 1))
    numbers = {(str(page), (page,)) for page in pages}
    running = {("Die Landkreise im Programm", pages), ("Programmbroschüre", pages)}
    assert {(each.text, each.pages) for each in raw.removed} == numbers | running


def test_contact_data_of_a_footer_are_read_once(tmp_path: Path) -> None:
    office = "Kreisverwaltung Altmühlau, Markt 1, 54516 Altmühlau, Tel. 030 23125-014"
    path = tmp_path / "brochure.pdf"
    path.write_bytes(set_brochure(PARTS, replace(TWO, footer=f"{office}\t#")))
    raw = read(path)
    assert raw.characters.count(office) == 1
    assert office in {each.text for each in raw.removed}
    result = extract(path)
    assert any("030 23125-014" in passage.text for passage in result.brochure.residue)


def test_every_line_knows_its_page_and_place(tmp_path: Path) -> None:
    path = tmp_path / "brochure.pdf"
    parts = [
        Part("heading", ("Landkreis Altmühlau",)),
        Part("text", ("Der Landkreis ist groß und schön, und alle wohnen gern in ihm. " * 9,)),
        Part("contact", ("Eva Muster", "Tel. 030 23125-014")),
    ]
    path.write_bytes(
        set_brochure([Part("title", (part.lines[0][:20],)) for part in parts[:1]] + parts, ONE)
    )
    raw = read(path)
    line = next(
        each for each in raw.placed if raw.characters[each.start : each.end].startswith("Tel.")
    )
    assert line.page == 1
    assert 56 < line.x0 < 58
    assert line.bottom - line.top == pytest.approx(9, abs=0.1)
    words = [raw.characters[each.start : each.end].split() for each in raw.placed]
    assert [len(each.words) // 2 for each in raw.placed] == [len(each) for each in words]
