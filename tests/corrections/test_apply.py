"""Corrections of every kind: applied, stale, obsolete; and what the record says of them."""

import json

import pytest

from benchmarks.grounding import check as check_grounding
from pipeline.run import judge
from pipeline.write import as_json
from schemas import Brochure
from tests.reviewing import AT_KURZ, BROCHURE, KURZ, entry, findings, read, remarks, reviewed


def at(brochure: Brochure, path: str) -> object:
    """Return what a JSON pointer leads to."""
    value = json.loads(as_json(brochure))
    for step in path.split("/")[1:]:
        value = value[int(step) if step.isdecimal() else step]
    return value


PLAIN = judge(read(), None).brochure
NEW_PARTNER = f"/landkreise/0/partners/{len(PLAIN.landkreise[0].partners)}"

APPLIED = [
    pytest.param(
        entry(value=f'"{KURZ}.phones"', was='"030 23125-014"', set='"(030) 23125-0 41"'),
        {f"{AT_KURZ}/phones/0/e164": "+4930231250 41".replace(" ", "")},
        id="phone",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.phones"', was='"Fax +493023125015"', set='"030 23125-015"'),
        {f"{AT_KURZ}/phones/1/kind": "phone", f"{AT_KURZ}/phones/1/raw": "030 23125-015"},
        id="fax that is none",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.phones"', was='"030 23125-014"', set='"0171 3920012"'),
        {f"{AT_KURZ}/phones/0/kind": "mobile", f"{AT_KURZ}/phones/0/area": None},
        id="mobile number by its range",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.phones"', was='"030 23125-014"', set='"115"'),
        {f"{AT_KURZ}/phones/0/e164": None, f"{AT_KURZ}/phones/0/raw": "115"},
        id="short number",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.phones"', was='"030 23125-014"', remove="true"),
        {f"{AT_KURZ}/phones/0/kind": "fax"},
        id="phone removed",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.phones"', add='"030 23125-020"'),
        {f"{AT_KURZ}/phones/2/raw": "030 23125-020"},
        id="phone added that is printed elsewhere in the section",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.phones"', add='"030 23125-099"'),
        {f"{AT_KURZ}/phones/2/raw": "", f"{AT_KURZ}/phones/2/e164": "+493023125099"},
        id="phone added that is printed nowhere",
    ),
    pytest.param(
        entry(
            value=f'"{KURZ}.emails"',
            was='"eva.kurz@kreis-celle.de"',
            set='"Eva.Kurtz@Kreis-Celle.de"',
        ),
        {
            f"{AT_KURZ}/emails/0/address": "eva.kurtz@kreis-celle.de",
            f"{AT_KURZ}/emails/0/raw": "eva.kurz@kreis-celle.de",
        },
        id="mail, normalised as the extractor does",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.websites"', add='"www.Kreis-Celle.de/Ehrenamt"'),
        {f"{AT_KURZ}/websites/0/url": "https://www.kreis-celle.de/Ehrenamt"},
        id="website",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.name"', was='"Eva Kurz"', set='"Frau Prof. Dr. Eva Kurtz"'),
        {
            f"{AT_KURZ}/name": {
                "full": "Prof. Dr. Eva Kurtz",
                "title": "Prof. Dr.",
                "given": "Eva",
                "family": "Kurtz",
            },
            f"{AT_KURZ}/id": KURZ,
        },
        id="name; the id stays",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.name"', was='"Eva Kurz"', set='{ given = "Xu", family = "Kurz" }'),
        {f"{AT_KURZ}/name/full": "Xu Kurz", f"{AT_KURZ}/name/given": "Xu"},
        id="name in parts",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.name"', was='"Eva Kurz"', remove="true"),
        {f"{AT_KURZ}/name": None},
        id="name removed",
    ),
    pytest.param(
        entry(
            value=f'"{KURZ}.address"',
            was='"Am Markt 3, 29221 Celle"',
            set='"Postfach 14 20, 29221 Celle"',
        ),
        {f"{AT_KURZ}/address/street": "Postfach 14 20", f"{AT_KURZ}/address/house_number": None},
        id="address",
    ),
    pytest.param(
        entry(
            value='"03351/jan-roth.address"',
            set='{ street = "Schloss", city = "Celle" }',
        ),
        {"/landkreise/0/contacts/0/address/street": "Schloss"},
        id="address in parts where none was read",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.roles"', was='"Ehrenamtskoordinatorin"', set='"Ehrenamtslotsin"'),
        {f"{AT_KURZ}/roles": ["Ehrenamtslotsin"]},
        id="role",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.organisation"', was='" Landratsamt  Celle"', set='"Kreis Celle"'),
        {f"{AT_KURZ}/organisation": "Kreis Celle"},
        id="organisation; white space does not count",
    ),
    pytest.param(
        entry(value=f'"{KURZ}.units"', add='"Stabsstelle Ehrenamt"'),
        {f"{AT_KURZ}/units": ["Stabsstelle Ehrenamt"]},
        id="unit added",
    ),
    pytest.param(
        entry(
            value='"03351/partners/jobcenter-celle.name"',
            was='"Jobcenter Celle"',
            set='"Jobcenter im Landkreis Celle"',
        ),
        {
            "/landkreise/0/partners/0/name": "Jobcenter im Landkreis Celle",
            "/landkreise/0/partners/0/raw": "Jobcenter Celle",
        },
        id="partner's name, which is no person's",
    ),
    pytest.param(
        entry(value='"03351/partners/volkshochschule.kind"', was='"organisation"', set='"group"'),
        {"/landkreise/0/partners/1/kind": "group"},
        id="partner's kind",
    ),
    pytest.param(
        entry(value='"03351/partners/volkshochschule.role"', set='"Bildungsträger"'),
        {"/landkreise/0/partners/1/role": "Bildungsträger"},
        id="partner's role where none was read",
    ),
    pytest.param(
        entry(value='"03351.partners"', add='{ name = "Büro", kind = "group" }'),
        {f"{NEW_PARTNER}/raw": "Büro", f"{NEW_PARTNER}/kind": "group"},
        id="partner added that is printed",
    ),
    pytest.param(
        entry(
            value='"03351/quotes/wir-packen-an-und-geben-nicht.speaker.name"',
            was='"Eva Kurz"',
            set='"Jan Roth"',
        ),
        {
            "/landkreise/0/quotes/0/speaker/name": "Jan Roth",
            "/landkreise/0/quotes/0/speaker/contact_id": "03351/jan-roth",
        },
        id="speaker, with the contact that he is",
    ),
    pytest.param(
        entry(
            value='"03351/quotes/wir-packen-an-und-geben-nicht.speaker.roles"',
            was='"Landrätin"',
            remove="true",
        ),
        {"/landkreise/0/quotes/0/speaker/roles": []},
        id="speaker's role removed",
    ),
    pytest.param(
        entry(
            value='"03351/quotes/wir-packen-an-und-geben-nicht.text"',
            was='"Wir packen an und geben nicht auf."',
            set='"Wir packen an."',
        ),
        {"/landkreise/0/quotes/0/text": "Wir packen an."},
        id="quote's text",
    ),
    pytest.param(
        entry(value='"15083.quotes"', add='{ text = "Hier geschieht nichts.", speaker = "Amt" }'),
        {"/landkreise/1/quotes/0/speaker/name": "Amt", "/landkreise/1/residue": []},
        id="quote added that was residue",
    ),
    pytest.param(
        entry(value=f'"{KURZ}"', was='"Eva Kurz"', remove="true"),
        {
            "/landkreise/0/quotes/0/speaker/contact_id": None,
            "/landkreise/0/residue/0/text": "Eva Kurz Ehrenamtskoordinatorin Landratsamt Celle "
            "Am Markt 3, 29221 Celle Tel. 030 23125-014 Fax 030 23125-015 eva.kurz@kreis-celle.de",
        },
        id="contact removed: its block is residue",
    ),
    pytest.param(
        entry(value='"03351/jan-roth"', remove="true"),
        {AT_KURZ[:-1] + "0/id": KURZ, "/landkreise/0/residue/0/text": "Foto: Archiv"},
        id="contact removed from a sentence: its block is in a paragraph",
    ),
    pytest.param(
        entry(
            value='"03351.contacts"',
            add='{ name = "Ute Lang", roles = ["Büroleiterin"], phones = ["030 23125-020"] }',
        ),
        {
            "/landkreise/0/contacts/2/id": "03351/ute-lang",
            "/landkreise/0/contacts/2/phones/0/raw": "030 23125-020",
        },
        id="contact added that is printed",
    ),
    pytest.param(
        entry(value='"03351.contacts"', add='{ organisation = "Landratsamt Celle" }'),
        {"/landkreise/0/contacts/2/organisation": "Landratsamt Celle"},
        id="office added that is printed in another contact's block",
    ),
    pytest.param(
        entry(value='"03351.quotes"', add='{ text = "Landkreis Celle" }'),
        {"/landkreise/0/quotes/1/text": "Landkreis Celle"},
        id="quote added that is the heading",
    ),
    pytest.param(
        entry(value='"15083.contacts"', add='{ organisation = "Landratsamt Börde" }'),
        {"/landkreise/1/contacts/0/organisation": "Landratsamt Börde"},
        id="office added that is printed nowhere",
    ),
]


@pytest.mark.parametrize(("toml", "expected"), APPLIED)
def test_correction_is_applied_and_shown(toml: str, expected: dict[str, object]) -> None:
    result = reviewed(toml)
    for path, value in expected.items():
        assert at(result.brochure, path) == value, path
    assert remarks(result.brochure) == []
    (correction,) = [c for each in result.brochure.landkreise for c in each.corrections]
    at(result.brochure, correction.path)  # leads somewhere
    read_values = json.dumps(json.loads(as_json(PLAIN)), ensure_ascii=False)
    assert (
        correction.act == "add"
        or json.dumps(correction.model_dump(mode="json")["read"], ensure_ascii=False) in read_values
        or correction.read is None
    )


@pytest.mark.parametrize(("toml", "expected"), APPLIED)
def test_corrected_record_keeps_the_promises_of_the_contract(
    toml: str, expected: dict[str, object]
) -> None:
    result = reviewed(toml)
    record = json.loads(as_json(result.brochure))
    grounding = check_grounding(record, result.text.characters)
    bad = [line for line in grounding.bad if "115" not in line]  # has no other field to stand in
    assert (bad, grounding.twice, grounding.lost) == ([], 0, 0)
    assert Brochure.model_validate_json(as_json(result.brochure)) == result.brochure


def test_contact_added_where_it_is_printed_has_its_span() -> None:
    result = reviewed(entry(value='"03351.contacts"', add='{ name = "Ute Lang" }'))
    span = result.brochure.landkreise[0].contacts[2].span
    assert result.text.characters[span.start : span.end] == "Ute Lang"


STALE, OBSOLETE = "correction.stale", "correction.obsolete"


@pytest.mark.parametrize(
    ("toml", "expected", "said"),
    [
        pytest.param(
            entry(value=f'"{KURZ}.phones"', was='"030 23125-011"', set='"030 23125-012"'),
            [(STALE, f"{AT_KURZ}/phones")],
            "(“030 23125-011” to “030 23125-012”) was not applied: "
            "now the program reads “+493023125014, Fax +493023125015”.",
            id="another number",
        ),
        pytest.param(
            entry(value=f'"{KURZ}.phones"', was='"030 23125-011"', set='"030 / 23125 014"'),
            [(OBSOLETE, f"{AT_KURZ}/phones")],
            "can go: the program reads it so by now",
            id="the number is right by now",
        ),
        pytest.param(
            entry(value=f'"{KURZ}.phones"', was='"030 23125-011"', remove="true"),
            [(OBSOLETE, f"{AT_KURZ}/phones")],
            "remove “030 23125-011”",
            id="the number is gone by now",
        ),
        pytest.param(
            entry(value=f'"{KURZ}.phones"', add='"Fax: 030 23125-015"'),
            [(OBSOLETE, f"{AT_KURZ}/phones")],
            "add “Fax: 030 23125-015”",
            id="the number is found by now",
        ),
        pytest.param(
            entry(value=f'"{KURZ}.organisation"', was='"Kreis Celle"', set='"Stadt Celle"'),
            [(STALE, f"{AT_KURZ}/organisation")],
            "now the program reads “Landratsamt Celle”",
            id="another organisation",
        ),
        pytest.param(
            entry(value=f'"{KURZ}.organisation"', was='"Kreis Celle"', set='"Landratsamt Celle"'),
            [(OBSOLETE, f"{AT_KURZ}/organisation")],
            "can go",
            id="the organisation is right by now",
        ),
        pytest.param(
            entry(value=f'"{KURZ}.organisation"', set='"Stadt Celle"'),
            [(STALE, f"{AT_KURZ}/organisation")],
            "now the program reads “Landratsamt Celle”",
            id="an organisation where there was none",
        ),
        pytest.param(
            entry(value='"03351/jan-roth.organisation"', was='"Kreis Celle"', set='"Stadt Celle"'),
            [(STALE, "/landkreise/0/contacts/0/organisation")],
            "now the program reads “nothing”",
            id="no organisation any more",
        ),
        pytest.param(
            entry(value='"03351/eva-kurtz.phones"', was='"030 23125-014"', remove="true"),
            [(STALE, "/landkreise/0/contacts")],
            "this edition has no 03351/eva-kurtz. Is 03351/eva-kurz meant?",
            id="contact that is not there, or misspelt",
        ),
        pytest.param(
            entry(value='"03359/eva-kurz.phones"', was='"030 23125-014"', remove="true"),
            [(STALE, "")],
            "this edition has no section 03359. Is 03351 meant?",
            id="section that is not there",
        ),
        pytest.param(
            entry(value='"03351/eva-lang"', was='"Eva Lang"', remove="true"),
            [(OBSOLETE, "/landkreise/0/contacts")],
            "remove “Eva Lang”",
            id="removed contact is not read any more",
        ),
        pytest.param(
            entry(value=f'"{KURZ}"', was='"Dr. Eva Kurz"', remove="true"),
            [(STALE, AT_KURZ)],
            "now the program reads “Eva Kurz”",
            id="contact to be removed reads otherwise",
        ),
        pytest.param(
            entry(value='"03351.contacts"', add='{ name = "Eva Kurz", phones = ["115"] }'),
            [(STALE, AT_KURZ)],
            "add “Eva Kurz, 115”",
            id="added contact is read by now, without all that was added",
        ),
        pytest.param(
            entry(value='"03351.contacts"', add='{ name = "Eva Kurz", phones = ["030 23125014"] }'),
            [(OBSOLETE, AT_KURZ)],
            "can go",
            id="added contact is read by now",
        ),
        pytest.param(
            entry(value='"03351.partners"', add='"Volkshochschule"'),
            [(OBSOLETE, "/landkreise/0/partners/1")],
            "can go",
            id="added partner is read by now",
        ),
    ],
)
def test_correction_that_does_not_hold_is_a_finding(
    toml: str, expected: list[tuple[str, str]], said: str
) -> None:
    brochure = reviewed(toml).brochure
    assert remarks(brochure) == expected
    (message,) = [f.message for f in findings(brochure) if f.code.startswith("correction.")]
    assert said in message
    assert not any(each.corrections for each in brochure.landkreise)
    assert brochure.landkreise[0].contacts == PLAIN.landkreise[0].contacts


def test_findings_speak_about_the_corrected_record() -> None:
    mismatch = [f.path for f in findings(PLAIN) if f.code == "phone.area_mismatch"]
    assert mismatch == [f"{AT_KURZ}/phones/0"]
    toml = entry(value='"03351/jan-roth"', remove="true")
    (moved,) = [f for f in findings(reviewed(toml).brochure) if f.code == "phone.area_mismatch"]
    assert moved.path == "/landkreise/0/contacts/0/phones/0"
    toml = entry(value=f'"{KURZ}.phones"', was='"030 23125-014"', set='"0171 3920012"')
    brochure = reviewed(toml).brochure
    (left,) = [f for f in findings(brochure) if f.code == "phone.area_mismatch"]
    assert left.path == f"{AT_KURZ}/phones/1"


def test_what_a_person_removed_is_no_doubtful_residue() -> None:
    brochure = reviewed(entry(value=f'"{KURZ}"', remove="true")).brochure
    assert [p.text for p in brochure.landkreise[0].residue][1:] == ["Foto: Archiv"]
    residue = [f.path for f in findings(brochure) if f.code == "text.residue"]
    assert residue == ["/landkreise/0/residue/1", "/landkreise/1/residue/0"]


def test_corrections_follow_to_the_id_of_a_corrected_name() -> None:
    """The next edition prints the name as it was corrected, so the contact has another id."""
    toml = entry(value='"03351/eva-kurtz.name"', was='"Eva Kurtz"', set='"Eva Kurz"')
    toml += entry(value='"03351/eva-kurtz.phones"', was='"030 23125-014"', set='"030 23125-016"')
    brochure = reviewed(toml).brochure
    assert remarks(brochure) == [(OBSOLETE, f"{AT_KURZ}/name")]
    assert brochure.landkreise[0].contacts[1].phones[0].e164 == "+493023125016"


def test_two_corrections_of_one_list_do_not_disturb_each_other() -> None:
    toml = entry(value=f'"{KURZ}.phones"', was='"030 23125-014"', set='"Fax 030 23125-015"')
    toml += entry(value=f'"{KURZ}.phones"', was='"Fax 030 23125-015"', set='"030 23125-014"')
    phones = reviewed(toml).brochure.landkreise[0].contacts[1].phones
    assert [(p.kind, p.e164) for p in phones] == [
        ("fax", "+493023125015"),
        ("phone", "+493023125014"),
    ]


def test_record_without_corrections_file_is_the_record_as_it_was() -> None:
    assert reviewed("# nothing yet\n").brochure == PLAIN
    assert BROCHURE.startswith("Landkreis Celle")
