import io
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.errors import BrochureError
from pipeline.report import MAX_ROWS, as_complaint, as_line, as_record, as_table, printable, rows
from schemas import Brochure
from tests.records import brochure, contact, finding, section


def shown(*brochures: Brochure) -> str:
    stream = io.StringIO()
    found = [row for each in brochures for row in rows(each)]
    table = as_table(found[:MAX_ROWS], total=len(found), several=len(brochures) > 1)
    Console(file=stream, width=200, force_terminal=True, color_system=None).print(table)
    return stream.getvalue()


DOUBTFUL = brochure(
    section("Börde", contact("Kern"), findings=(finding("Odd.", "warning"),)),
    section("Harz", contact("Ali"), contact("Öz")),
    findings=(finding("Left."),),
)


def test_line_counts() -> None:
    assert as_line(as_record(DOUBTFUL)) == (
        "edition-1.txt: 2 sections, 3 contacts, 0 phones, 0 mails, 0 partners, 0 quotes "
        "(0 errors, 1 warning, 1 info)"
    )


def test_record_counts_for_machines() -> None:
    record = as_record(DOUBTFUL)
    assert (record["file"], record["contacts"]) == ("edition-1.txt", 3)
    assert record["findings"] == {"error": 0, "warning": 1, "info": 1}


def test_graver_findings_come_first() -> None:
    table = shown(DOUBTFUL)
    assert table.index("Odd.") < table.index("Left.")
    assert "Börde" in table


@pytest.mark.parametrize(
    "message",
    ["[bold]Amt[/bold]", "[/]", "[link=https://kreis-altmuehlau.de]x[/link]", ":smile:", "[red"],
)
def test_markup_of_a_brochure_is_shown_as_it_is(message: str) -> None:
    assert message in shown(brochure(findings=(finding(message),)))


@pytest.mark.parametrize(
    "character", ["\x1b", "\x07", "\x9b", "\u202e", "\u2028", "\r", "\x00", "\udcff"]
)
def test_terminal_is_not_steered(character: str) -> None:
    damaged = f"a{character}b"
    assert character not in printable(damaged)
    assert character not in shown(brochure(section(damaged, findings=(finding(damaged),))))
    assert character not in as_complaint(BrochureError(Path(damaged), damaged, damaged))


def test_ordinary_characters_stay() -> None:
    assert printable("„Größe“ – Łódź, محمد 😀") == "„Größe“ – Łódź, محمد 😀"


def test_long_table_says_how_much_is_left() -> None:
    findings = tuple(finding(f"No. {i}.") for i in range(MAX_ROWS + 1200))
    assert "1,200 more are in the JSON" in shown(brochure(findings=findings))
