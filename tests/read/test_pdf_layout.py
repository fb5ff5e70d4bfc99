"""Layouts by which designers place text: margins, frames, tables, headings over columns."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.pdf.columns import read_columns
from pipeline.read.pdf.flow import flow, in_flow
from pipeline.read.pdf.ink import Box, Fragment, Hidden, Page
from pipeline.read.pdf.paragraphs import all_blocks
from pipeline.read.pdf.setting import Measure
from tests.read.sheet import HEIGHT, OFFICE, PROSE, Sheet
from tests.read.typesetter import broken


def with_margin(sheet: Sheet, text_x: float, box_x: float) -> None:
    for name, person in (("Altmühlau", "Eva Muster"), ("Neukirch", "Karl Beispiel")):
        sheet.heading(name, text_x)
        top = sheet.y
        sheet.ground(box_x, 140, 70)
        sheet.y += 14
        for line in (person, *OFFICE):
            sheet.line(line, box_x + 6, 8)
        sheet.y = top
        for _ in range(4):
            sheet.prose(text_x, 300)


@pytest.mark.parametrize(
    ("text_x", "box_x"),
    [pytest.param(60, 400, id="at the right"), pytest.param(230, 60, id="at the left")],
)
def test_contact_in_the_margin_stays_in_its_section(
    tmp_path: Path, text_x: float, box_x: float
) -> None:
    sheet = Sheet()
    with_margin(sheet, text_x, box_x)
    assert sheet.read(tmp_path) == [
        *("Altmühlau", *[PROSE] * 4, "Eva Muster", *OFFICE),
        *("Neukirch", *[PROSE] * 4, "Karl Beispiel", *OFFICE),
    ]


def test_table_is_read_row_by_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for label in ("Ausgangslage", "Ziele", "Partner vor Ort"):
        sheet.rule()
        top = sheet.y
        sheet.line(label, font="Helvetica-Bold")
        sheet.y = top
        sheet.prose(180, 355)
        sheet.y += 8
    sheet.rule()
    expected = [
        each for label in ("Ausgangslage", "Ziele", "Partner vor Ort") for each in (label, PROSE)
    ]
    assert sheet.read(tmp_path) == expected


def test_labels_stay_with_their_values(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [("Telefon:", "030 23125-014"), ("Telefax:", "030 23125-015"), ("E-Mail:", "e@kreis.de")]
    for label, value in rows:
        top = sheet.y
        sheet.line(label)
        sheet.y = top
        sheet.line(value, 180)
    assert sheet.read(tmp_path) == [f"{label} {value}" for label, value in rows]


def test_contacts_side_by_side_are_read_one_after_the_other(tmp_path: Path) -> None:
    sheet = Sheet()
    for x, name in ((60.0, "Eva Muster"), (320.0, "Karl Beispiel")):
        sheet.y = 80
        for line in (name, *OFFICE):
            sheet.line(line, x)
    assert sheet.read(tmp_path) == ["Eva Muster", *OFFICE, "Karl Beispiel", *OFFICE]


def test_columns_change_within_a_page(tmp_path: Path) -> None:
    sheet = Sheet()
    quote = f"„{PROSE}“"
    for name in ("Altmühlau", "Neukirch"):
        sheet.heading(name)
        sheet.y += 6
        top, ends = sheet.y, []
        for x in (60, 305):
            sheet.y = top
            sheet.prose(x, 230)
            sheet.prose(x, 230)
            ends.append(sheet.y)
        sheet.y = max(ends) + 6
        sheet.prose(90, 400, 12, quote)
        sheet.y += 12
    assert sheet.read(tmp_path) == [
        *("Altmühlau", *[PROSE] * 4, quote),
        *("Neukirch", *[PROSE] * 4, quote),
    ]


def test_paragraph_runs_on_around_a_box(tmp_path: Path) -> None:
    sheet = Sheet()
    lines = broken(PROSE, "Helvetica", 9, 230, 0, hyphenated=False)
    for line in lines[:4]:
        sheet.line(line)
    sheet.ground(60, 230, 50)
    sheet.y += 20
    sheet.line("Karl Beispiel", 70)
    sheet.y += 40
    for line in lines[4:]:
        sheet.line(line)
    assert sheet.read(tmp_path) == [PROSE, "Karl Beispiel"]


def test_list_items_are_lines_of_their_own(tmp_path: Path) -> None:
    sheet = Sheet()
    for text in (PROSE, "Kurse am Abend", "Feste"):
        sheet.canvas.setFont("Helvetica", 9)
        sheet.canvas.drawString(60, HEIGHT - sheet.y, "–")
        for line in broken(text, "Helvetica", 9, 440, 0, hyphenated=False):
            sheet.line(line, 74)
    assert sheet.read(tmp_path) == [f"– {PROSE}", "– Kurse am Abend", "– Feste"]


fragments = st.builds(
    lambda x, y, size, text: Fragment(
        Box(x, y - 0.8 * size, x + 0.5 * size * len(text), y + 0.2 * size),
        y,
        size,
        text,
        False,
        (),
        0,
        Hidden.NO,
    ),
    st.integers(20, 500).map(float),
    st.integers(20, 800).map(float),
    st.sampled_from([8.0, 9.0, 14.0]),
    st.text("abcäDE", min_size=1, max_size=30),
)
boxes = st.builds(
    lambda x, y, width, height: Box(x, y, x + width, y + height),
    st.integers(0, 500).map(float),
    st.integers(0, 800).map(float),
    st.integers(0, 400).map(float),
    st.integers(0, 400).map(float),
)


@given(st.lists(fragments, max_size=40), st.lists(boxes, max_size=5), st.lists(boxes, max_size=5))
def test_no_letter_is_lost_in_any_layout(
    found: list[Fragment], frames: list[Box], rules: list[Box]
) -> None:
    page = Page(1, 595, 842, 0, tuple(found), tuple(frames), tuple(rules), 0)
    columns = read_columns(page, found)
    measure = Measure()
    measure.add(columns)
    setting = measure.setting()
    stretches = list(flow(in_flow(all_blocks(columns, setting)), setting))
    characters = "".join("".join(stretch.characters.split()) for stretch in stretches)
    assert Counter(characters) == Counter("".join(fragment.text for fragment in found))
    for stretch in stretches:
        starts = [start for start, _, _ in stretch.lines]
        assert starts == sorted(starts)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("Dr. Inge Thomsen-Carstens", "Ärztliche Leiterin im Dienst"), id="a name, a function"
        ),
        pytest.param(
            ("• Verein und Kreisvolkshochschule", "Kontakt", "Eva Muster"), id="a list, a label"
        ),
    ],
)
def test_full_line_of_a_narrow_box_ends_there(tmp_path: Path, lines: tuple[str, ...]) -> None:
    sheet = Sheet()
    sheet.ground(60, 150, 14 * len(lines) + 10)
    sheet.y += 12
    for line in lines:
        sheet.line(line, 64, 9)
    assert sheet.read(tmp_path) == [*lines]


def test_name_of_a_kreis_on_two_lines_is_one_heading(tmp_path: Path) -> None:
    sheet = Sheet()
    for line in ("Landkreis Sächsische", "Schweiz-Osterzgebirge"):
        sheet.line(line, 60, 18)
    sheet.prose(60, 190)
    assert sheet.read(tmp_path) == ["Landkreis Sächsische Schweiz-Osterzgebirge", PROSE]
