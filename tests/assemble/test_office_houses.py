"""Who belongs to which house: by the domain, by the town above an address, by the sort of body."""

import pytest

from tests.assemble.test_office_forms import TEL, TEL_2, assert_read
from tests.reading import read_section

HOUSE = f"Am Markt 1, 29221 Celle\n{TEL}\n"


@pytest.mark.parametrize(
    ("mail", "own", "is_of_house"),
    [
        pytest.param("info@vhs-celle.de", "kurz@vhs-celle.de", True, id="same domain"),
        pytest.param("info@vhs-celle.de", "kurz@buero.vhs-celle.de", True, id="below it"),
        pytest.param("info@vhs-celle.de", "kurz@heide.de", False, id="another domain"),
        pytest.param("vhs@gmx.de", "kurz@gmx.de", False, id="a provider"),
        pytest.param("vhs@reg.bayern.de", "kurz@amt.bayern.de", False, id="domain of a Land"),
    ],
)
def test_person_below_an_office_is_of_it_by_the_domain(
    mail: str, own: str, *, is_of_house: bool
) -> None:
    body = "VHS Celle e. V." if is_of_house else ""
    block = f"VHS Celle e. V.\n{HOUSE}{mail}\n\nEva Kurz\n{TEL_2}\n{own}"
    assert_read(block, {" ·  · VHS Celle e. V. · ": "014", f"Eva Kurz ·  · {body} · ": "015"})


@pytest.mark.parametrize(
    ("office", "mail", "expected"),
    [
        pytest.param("Seniorenbüro Bergen", "a@bergen.de", "Seniorenbüro Bergen · ", id="own"),
        pytest.param(
            "Seniorenbüro Bergen", "a@heim.de", "Diakonie Celle · Seniorenbüro Bergen", id="same"
        ),
        pytest.param(
            "Seniorenbüro Bergen", "a@gmx.de", "Diakonie Celle · Seniorenbüro Bergen", id="gmx"
        ),
        pytest.param("Bauamt", "a@bau.de", "Diakonie Celle · Bauamt", id="nothing by itself"),
        pytest.param("Team Nord", "a@nord.de", "Diakonie Celle · Team Nord", id="a team"),
    ],
)
def test_office_with_address_and_domain_is_of_its_own(
    office: str, mail: str, expected: str
) -> None:
    block = (
        f"Diakonie Celle\n{HOUSE}info@heim.de\n\n{office}\nRing 2, 29303 Bergen\n{TEL_2}\n{mail}"
    )
    assert_read(block, {" ·  · Diakonie Celle · ": "014", f" ·  · {expected}": "015"})


@pytest.mark.parametrize(
    ("body", "part", "expected"),
    [
        ("Stadtbibliothek Celle", "Kinder- und Jugendbibliothek", True),
        ("Volkshochschule Celle", "Junge Volkshochschule", True),
        ("Feuerwehr Celle", "Jugendfeuerwehr", True),
        pytest.param("Stadtbibliothek Celle", "Stadtbibliothek Bergen", False, id="other town"),
        pytest.param("Feuerwehr Celle", "Musikschule", False, id="other sort"),
    ],
)
def test_body_without_a_name_is_part_of_its_sort(body: str, part: str, *, expected: bool) -> None:
    block = f"{body}\nAm Markt 1, 29221 Celle\n\nJan Roth\n{TEL}\n\n{part}\nEva Kurz\n{TEL_2}"
    second = f"{body} · {part}" if expected else f"{part} · "
    assert_read(block, {f"Jan Roth ·  · {body} · ": "014", f"Eva Kurz ·  · {second}": "015"})


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("\n", id="paragraphs"),
        pytest.param("", id="no blank lines"),
        pytest.param("Mo 9–12 Uhr\n\n", id="hours"),
    ],
)
def test_town_above_its_address_is_a_site(between: str) -> None:
    head = "Diakonisches Werk Heide\nSuchtberatung"
    block = (
        f"{head}\n\nCelle\nAm Markt 1, 29221 Celle\nEva Kurz, {TEL}\n{between}"
        f"Winsen:\nRing 2, 29308 Winsen\nJan Roth, {TEL_2}"
    )
    said = "Diakonisches Werk Heide · Suchtberatung"
    assert_read(block, {f"Eva Kurz ·  · {said}": "014", f"Jan Roth ·  · {said}": "015"})


def test_site_does_not_keep_the_office_of_another() -> None:
    block = (
        f"VHS Heide\nGeschäftsstelle Celle\n{HOUSE}\nSoltau\nRing 2, 29614 Soltau\n{TEL_2}\n\n"
        "Munster\nRing 3, 29633 Munster\n030 23125-016"
    )
    contacts = read_section(f"Hier steht, wie man uns erreicht.\n\n{block}").contacts
    assert [tuple(contact.units) for contact in contacts] == [("Geschäftsstelle Celle",), (), ()]
    assert {contact.organisation for contact in contacts} == {"VHS Heide"}


@pytest.mark.parametrize("mark", ["1. ", "• ", "- ", "2) ", "▪ "])
def test_offices_head_the_items_of_a_list(mark: str) -> None:
    block = (
        f"{mark}AWO Celle\n  {TEL}\n\n{mark}Caritas Bergen\n  Am Markt 1, 29303 Bergen\n  {TEL_2}"
    )
    assert_read(block, {" ·  · AWO Celle · ": "014", " ·  · Caritas Bergen · ": "015"})


def test_last_of_a_list_does_not_head_the_number_below() -> None:
    assert_read(f"• Sprachkurse\n• Volkshochschule\n{TEL}", {" ·  ·  · ": "014"})


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("Stabsstelle Klima (im Aufbau)", "Stabsstelle Klima"),
        ("Sozialamt (2. Stock)", "Sozialamt"),
        ("Jugendamt (nur nach Anmeldung)", "Jugendamt"),
        pytest.param("Sozialamt (Amt 50)", "Sozialamt (Amt 50)", id="its number"),
        pytest.param("Pflegestützpunkt (PSP)", "Pflegestützpunkt (PSP)", id="its short name"),
    ],
)
def test_remark_is_no_part_of_a_name(printed: str, unit: str) -> None:
    assert_read(f"Kreis Celle\n{printed}\n{TEL}", {f" ·  · Kreis Celle · {unit}": "014"})


def test_legal_form_in_brackets_is_no_remark() -> None:
    body = "Brücken bauen UG (haftungsbeschränkt)"
    assert_read(f"{body}\n{TEL}", {f" ·  · {body} · ": "014"})


@pytest.mark.parametrize("heading", ["Ehrenamt in Celle", "Familien im Kreis", "Bürger und Alltag"])
def test_collective_in_a_heading_is_no_body(heading: str) -> None:
    block = f"{heading}\nCaritas: {TEL}, Frau Kurz\nTafel: {TEL_2}"
    assert_read(block, {"Kurz ·  · Caritas · ": "014", " ·  · Tafel · ": "015"})


@pytest.mark.parametrize("body", ["Freiwillige Feuerwehr Celle", "Theatergruppe Celle"])
def test_collective_before_a_body_is_an_adjective(body: str) -> None:
    assert_read(f"{body}\nEva Kurz\n{TEL}", {f"Eva Kurz ·  · {body} · ": "014"})


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("Markt Murnau", "Markt Murnau"),
        ("Flecken Aerzen", "Flecken Aerzen"),
        ("Der Landrat des Kreises Celle", "Kreis Celle"),
        ("Die Bürgermeisterin der Stadt Celle", "Stadt Celle"),
        pytest.param("Der Bürgermeister", "", id="of nobody"),
    ],
)
def test_municipality_by_its_word_or_its_head(printed: str, body: str) -> None:
    assert_read(f"{printed}\nEva Kurz\n{TEL}", {f"Eva Kurz ·  · {body} · ": "014"})


@pytest.mark.parametrize(
    "line",
    [
        "Bergen, Rathaus, donnerstags 14–16 Uhr",
        "Uelzen, Bürgerhaus, 1. Dienstag im Monat, 9–11 Uhr",
        "Stadthaus, Zimmer 112",
    ],
)
def test_where_hours_are_is_no_contact(line: str) -> None:
    assert_read(
        f"Sozialamt Celle\nEva Kurz\n{TEL}\n{line}", {"Eva Kurz ·  · Sozialamt Celle · ": "014"}
    )
