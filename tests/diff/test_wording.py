import json
from dataclasses import replace
from typing import Any

import pytest

from pipeline.diff import appeared, as_markdown, as_text, compare, disappeared, parse
from pipeline.editions import pair
from pipeline.write import as_json
from schemas import Brochure, Contact, Name
from tests.editions import (
    MAIL,
    contact,
    edition,
    landkreis,
    number,
    paragraph,
    partner,
    person,
    quote,
)
from tests.records import finding

ANNA = person("Anna Kern", phones=(number(1),), mails=(f"anna.kern{MAIL}",))


def inside(**parts: Any) -> Brochure:
    return edition(landkreis("09901", "Landkreis Börde", **parts))


def name(given: str, family: str, title: str | None = None) -> Name:
    full = " ".join(part for part in (title, given, family) if part)
    return Name(full=full, title=title, given=given, family=family)


def one(given: str, family: str, line: int | None, mail: str | None = None) -> Contact:
    return contact(
        name(given, family),
        phones=(number(line),) if line else (),
        mails=(f"{mail}{MAIL}",) if mail else (),
    )


NOTE_OLD = inside(contacts=(ANNA, one("Bernd", "Roth", 2)), partners=(partner("Jugendamt"),))
NOTE_NEW = inside(
    contacts=(one("Anna", "Weiß", 1, "anna.kern"), one("Clara", "Süß", 9)),
    partners=(partner("Jugendamt"), partner("Verein *Nord*")),
)


def test_text_reads_like_a_note() -> None:
    assert as_text(compare(NOTE_OLD, NOTE_NEW)) == (
        "Landkreis Börde:\n"
        "  - Anna Kern is now called Anna Weiß.\n"
        "  - The contact Clara Süß is new.\n"
        "  - The contact Bernd Roth is gone.\n"
        "  - The partner Verein *Nord* is new."
    )
    assert as_text(()) == "Nothing has changed."


def test_markdown_is_escaped() -> None:
    told = as_markdown(compare(NOTE_OLD, NOTE_NEW))
    assert told.startswith("### Landkreis Börde\n\n- **Anna Kern** is now called **Anna Weiß**.\n")
    assert "- The partner **Verein \\*Nord\\*** is new." in told


def test_long_text_is_told_by_where_it_differs() -> None:
    old = inside(paragraphs=(paragraph("Wort " * 60 + "und dann das alte Ende."),))
    new = inside(paragraphs=(paragraph("Wort " * 60 + "und dann das neue Ende."),))
    told = as_text(compare(old, new))
    assert "“… Wort und dann das alte Ende.”" in told or "alte Ende.” has become" in told
    assert len(told) < 300


def test_brochure_in_one_folder_only() -> None:
    assert [change.kind for change in appeared(NOTE_OLD)] == ["added"]
    assert [change.kind for change in disappeared(NOTE_OLD)] == ["removed"]


def test_brochures_of_two_folders_are_paired_by_name_and_else_by_their_landkreise() -> None:
    there, elsewhere = inside(), edition(landkreis("09902", "Landkreis Nord"))
    old = {"a": there, "b-2023": elsewhere, "gone": edition(landkreis("09903", "Süd"))}
    new = {"a": elsewhere, "b-2024": elsewhere, "fresh": edition(landkreis("09904", "West"))}
    assert pair(old, new) == [("a", "a"), ("b-2023", "b-2024"), (None, "fresh"), ("gone", None)]


def with_field_left_out(record: dict[str, Any]) -> None:
    record["schema_version"] = "1.9"
    for section in record["landkreise"]:
        del section["nuts3"], section["partners"]
        section["news"] = [1]
        section["contacts"][0]["news"] = section["span"]["news"] = None


def test_record_of_another_minor_version_is_understood() -> None:
    record = json.loads(as_json(inside(contacts=(ANNA,))))
    with_field_left_out(record)
    assert compare(parse(json.dumps(record).encode()), inside(contacts=(ANNA,))) == ()


def test_record_of_1_1_is_brought_up_to_date() -> None:
    """Before 1.2 partners and quotes had no ids, and nothing was corrected or accepted."""
    doubt = replace(finding("Odd."), path="/landkreise/0")
    parts = {"partners": (partner("Tafel e. V."),), "quotes": (quote("Ja, das geht.", None),)}
    new = edition(landkreis("99999", "Landkreis Nord", findings=(doubt,), **parts))
    record = json.loads(as_json(new)) | {"schema_version": "1.1"}
    for section in record["landkreise"]:
        del section["corrections"], section["checked"]
        for each in (*section["partners"], *section["quotes"]):
            del each["id"]
        for each in section["findings"]:
            del each["accepted"]
    assert parse(json.dumps(record).encode()) == new


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"{", "no JSON", id="half a file"),
        pytest.param(b"[1]", "no record", id="another JSON"),
        pytest.param(b'{"schema_version": "2.0"}', "schema version 2.0", id="other meanings"),
        pytest.param(b'{"schema_version": "1.0"}', "damaged", id="damaged"),
    ],
)
def test_what_is_no_record_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse(data)
