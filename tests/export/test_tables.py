"""Workbook and CSV, read back by other libraries than the writer, with every value."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from pipeline.export import FORMATS
from pipeline.export.separated import FORMULA, harmless, harmless_read
from pipeline.export.tables import tables_of
from pipeline.export.workbook import MOST
from schemas import Brochure
from tests.exporting import HOSTILE, HOSTILES, PLAIN, altmuehlau, hostile

BOTH = pytest.mark.parametrize("brochure", [PLAIN, HOSTILES], ids=["plain", "hostile"])
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_one_row_per_contact_with_all_that_is_known() -> None:
    contacts, partners, quotes, findings = tables_of([PLAIN])
    rows = [dict(zip(contacts.header, row, strict=True)) for row in contacts.rows]
    assert rows[0] == {
        "Brochure": "edition-1.txt",
        "Landkreis": "Landkreis Altmühlau",
        "Key": "99999",
        "Land": "Bayern",
        "Id": "99999/steffi-kern",
        "Name": "Dr. Steffi Kern",
        "Academic title": "Dr.",
        "Given name": "Steffi",
        "Family name": "Kern",
        "Roles": "Lotsin; Leiterin",
        "Organisation": "Landratsamt Altmühlau",
        "Units": "Fachdienst 04; Ehrenamt",
        "Street": "Am Markt",
        "House number": "3",
        "Post code": "99999",
        "City": "Altmühlau",
        "Phone": "+493023125014; 115",
        "Mobile": "+491713920012",
        "Fax": "+493023125015",
        "E-mail": "kern@kreis-altmuehlau.de; ehrenamt@kreis-altmuehlau.de",
        "Website": "https://kreis-altmuehlau.de/a,b;c?d=1; https://www.kreis-altmuehlau.de",
        "Findings": "phone.area_mismatch: The number is odd; ring first.",
        "Corrected": "",
    }
    assert (rows[1]["Name"], rows[1]["Units"], rows[1]["Street"]) == ("", "Jugendamt", "")
    assert [row[4:9] for row in partners.rows] == [
        ("99999/partners/tafel-e-v", "Tafel e. V.", "organisation", "hilft", "Tafel e. V.")
    ]
    assert [row[5:8] for row in quotes.rows] == [("Wir; packen an.", "Eva Kurz", "person")]
    assert [row[4:] for row in findings.rows] == [
        (
            "phone.area_mismatch",
            "warning",
            "The number is odd; ring first.",
            "/landkreise/0/contacts/0/phones/0",
            "",
        ),
        (
            "phone.area_mismatch",
            "warning",
            "The number is odd; ring first.",
            "/landkreise/0/contacts/0",
            "rung",
        ),
    ]


def test_several_brochures_stand_below_each_other() -> None:
    first, *_ = tables_of([PLAIN, PLAIN])
    assert len(first.rows) == 2 * len(PLAIN.landkreise[0].contacts)


@BOTH
def test_workbook_is_read_back_with_every_value(brochure: Brochure) -> None:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(FORMATS["xlsx"]([brochure])[""]))
    assert workbook.sheet_names == ["contacts", "partners", "quotes", "findings"]
    for table in tables_of([brochure]):
        rows = workbook.get_sheet_by_name(table.name).to_python(skip_empty_area=False)
        read = [[cell or "" for cell in row] for row in rows]
        assert read[0] == list(table.header)
        expected = [[without_returns(cell) for cell in row] for row in table.rows]
        assert read[1:] == expected


def without_returns(cell: str) -> str:
    return cell.replace("\r", "\ufffd")


def test_no_cell_of_a_workbook_is_anything_but_text() -> None:
    data = FORMATS["xlsx"]([HOSTILES])[""]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        for name in sheets:
            root = ElementTree.fromstring(archive.read(name))
            assert not list(root.iter(f"{MAIN}f")), "a formula"
            cells = [cell for cell in root.iter(f"{MAIN}c") if len(cell)]
            assert {cell.get("t") for cell in cells} <= {"s", "inlineStr"}
        styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
        assert any(xf.get("quotePrefix") == "1" for xf in styles.iter(f"{MAIN}xf"))
    assert len(sheets) == 4


def test_header_is_frozen_and_can_be_filtered_and_columns_have_a_width() -> None:
    data = FORMATS["xlsx"]([PLAIN])[""]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    (pane,) = root.iter(f"{MAIN}pane")
    assert (pane.get("topLeftCell"), pane.get("state")) == ("A2", "frozen")
    (found,) = root.iter(f"{MAIN}autoFilter")
    assert found.get("ref") == "A1:W4"
    widths = [float(column.get("width", 0)) for column in root.iter(f"{MAIN}col")]
    assert len(widths) == 23
    assert all(8 <= width <= 60 for width in widths)


def test_cell_that_is_too_long_is_cut_and_says_so() -> None:
    brochure = altmuehlau(hostile("a" * (MOST + 1)))
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(FORMATS["xlsx"]([brochure])[""]))
    cell = workbook.get_sheet_by_name("contacts").to_python()[1][5]
    assert cell == "a" * (MOST - 1) + "…"


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";", strict=True))


@BOTH
def test_csv_is_read_back_with_every_value(brochure: Brochure) -> None:
    files = FORMATS["csv"]([brochure])
    assert list(files) == ["", ".partners", ".quotes", ".findings"]
    for table, data in zip(tables_of([brochure]), files.values(), strict=True):
        header, *rows = read_csv(data)
        assert header == list(table.header)
        assert [[harmless_read(cell) for cell in row] for row in rows] == list(
            map(list, table.rows)
        )


def test_no_cell_of_a_csv_begins_like_a_formula() -> None:
    for data in FORMATS["csv"]([HOSTILES]).values():
        cells = [cell for row in read_csv(data) for cell in row]
        assert not [cell for cell in cells if cell.startswith(FORMULA)]
        assert not [cell for cell in cells if cell.lstrip().startswith(FORMULA)]


@pytest.mark.parametrize("text", [*HOSTILE, "'", "''=1", "' =1", "", "Eva"])
def test_harmless_cell_says_the_same_to_who_reads_it(text: str) -> None:
    assert harmless_read(harmless(text)) == text


@pytest.mark.parametrize("name", list(FORMATS))
def test_equal_records_give_equal_bytes(name: str) -> None:
    assert FORMATS[name]([PLAIN, HOSTILES]) == FORMATS[name]([PLAIN, HOSTILES])


def test_workbook_has_no_date() -> None:
    with zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"]([PLAIN])[""])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in archive.read("docProps/core.xml").split(b">", 2)[2]
