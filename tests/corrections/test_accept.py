"""Findings that somebody let stand, and sections that somebody has read through."""

from dataclasses import replace

import pytest

from pipeline.corrections.accept import digest
from pipeline.report import as_line, as_record, rows
from pipeline.run import judge
from tests.reviewing import AT_KURZ, BROCHURE, entry, findings, read, remarks, reviewed

MISMATCH = """\
[[accepted]]
finding = "phone.area_mismatch"
value = "03351/eva-kurz.phones"
was = "030 / 23125-014"
note = "the number of the house"
"""


def accepted(corrections: str, characters: str = BROCHURE) -> list[tuple[str, str, str]]:
    found = findings(reviewed(corrections, characters).brochure)
    return [(f.code, f.path, f.accepted) for f in found if f.accepted is not None]


def acceptance(finding: str, **keys: str) -> str:
    lines = [f'{key} = "{value}"\n' for key, value in {"finding": finding, **keys}.items()]
    return "[[accepted]]\n" + "".join(lines)


@pytest.mark.parametrize(
    ("toml", "path"),
    [
        pytest.param(MISMATCH, f"{AT_KURZ}/phones/0", id="a number"),
        pytest.param(
            acceptance("section.no_quote", value="15083.quotes"),
            "/landkreise/1/quotes",
            id="a list",
        ),
        pytest.param(
            acceptance("text.residue", value="03351.residue", was="Foto:  Archiv"),
            "/landkreise/0/residue/0",
            id="a passage",
        ),
    ],
)
def test_accepted_finding_stays_and_has_its_note(toml: str, path: str) -> None:
    ((_, where, note),) = accepted(toml)
    assert (where, note) == (path, "the number of the house" if "note" in toml else "")
    before, after = findings(judge(read(), None).brochure), findings(reviewed(toml).brochure)
    assert [replace(f, accepted=None) for f in after] == before


def test_finding_about_the_document_is_known_by_its_message() -> None:
    text = "Vorwort\n\nAlles steht hier.\n\n" + BROCHURE
    (message,) = [f.message for f in reviewed("", text).brochure.findings]
    toml = acceptance("text.residue", value=".residue", was=message)
    assert [path for _, path, _ in accepted(toml, text)] == ["/residue"]
    assert accepted(toml.replace("outside", "inside"), text) == []


def test_finding_about_a_corrected_value_is_accepted_by_what_is_read_now() -> None:
    toml = entry(
        value='"03351/eva-kurz.phones"', was='"030 23125-014"', set='"030 23125-016"'
    ) + MISMATCH.replace("014", "016")
    assert [path for _, path, _ in accepted(toml)] == [f"{AT_KURZ}/phones/0"]


def test_accepted_finding_that_occurs_no_more_can_go() -> None:
    brochure = reviewed(MISMATCH.replace("014", "011")).brochure
    assert remarks(brochure) == [("correction.obsolete", "/landkreise/0")]
    brochure = reviewed(MISMATCH.replace("03351", "03352")).brochure
    assert remarks(brochure) == [("correction.obsolete", "")]


def test_accepted_findings_are_counted_apart_and_left_out_of_the_table() -> None:
    plain, brochure = judge(read(), None).brochure, reviewed(MISMATCH).brochure
    assert as_line(as_record(plain)).endswith("(0 errors, 1 warning, 5 infos)")
    assert as_line(as_record(brochure)).endswith("(0 errors, 0 warnings, 5 infos, 1 accepted)")
    corrected = reviewed(entry(value='"03351/jan-roth"', remove="true")).brochure
    assert as_line(as_record(corrected)).endswith("5 infos, 1 corrected)")
    assert len(rows(plain)) - len(rows(brochure)) == 1


def checked(corrections: str, characters: str = BROCHURE) -> list[str | None]:
    return [each.checked for each in reviewed(corrections, characters).brochure.landkreise]


def test_checked_section_is_marked_as_long_as_its_text_stays() -> None:
    reading = read()
    known = digest(reading.repaired.text, reading.brochure.landkreise[0])
    toml = f'[[checked]]\nsection = "03351"\ntext = "{known}"\nnote = "with Ms Lang"\n'
    assert checked("") == [None, None]
    assert checked(toml) == ["with Ms Lang", None]
    assert checked(toml, BROCHURE.replace("Landkreis Börde", "\n\nLandkreis Börde")) == [
        "with Ms Lang",
        None,
    ]
    changed = BROCHURE.replace("030 23125-014", "030 23125-016")
    assert checked(toml, changed) == [None, None]
    assert remarks(reviewed(toml, changed).brochure) == [("correction.stale", "/landkreise/0")]


def test_checked_by_hand_without_digest_holds_for_any_text() -> None:
    toml = '[[checked]]\nsection = "15083"\n'
    assert checked(toml) == [None, ""]
    assert checked(toml, BROCHURE.replace("geschieht nichts", "geschieht viel")) == [None, ""]


def test_checked_section_that_is_gone_is_stale() -> None:
    assert remarks(reviewed('[[checked]]\nsection = "99999"\n').brochure) == [
        ("correction.stale", "")
    ]
