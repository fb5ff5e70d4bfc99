"""What stands in the head of an office: departments with a list of fields, labels, headings."""

import pytest

from tests.assemble.test_office_forms import TEL, TEL_2, assert_read


@pytest.mark.parametrize(
    "department",
    [
        "Referat Brandschutz, Rettungsdienst und Katastrophenschutz",
        "Geschäftskreis Verwaltung, Finanzen und Ordnung",
        "Fachdienst Gesundheit, Pflegeberatung und Betreuung",
        "Sachgebiet Öffentliche Sicherheit, Ordnung und Katastrophenschutz",
        "Abteilung Bildung, Volkshochschule und Archiv",
    ],
)
def test_field_of_a_department_is_no_body(department: str) -> None:
    block = f"Kreis Celle\n{department}\nEva Kurz\n{TEL}"
    assert_read(block, {f"Eva Kurz ·  · Kreis Celle · {department}": "014"})


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("Abteilung Jugendhilfe, Schulamt", "Abteilung Jugendhilfe + Schulamt"),
        (
            "Fachbereich Soziales, Team Wohnen und Pflege",
            "Fachbereich Soziales + Team Wohnen und Pflege",
        ),
        (
            "Fachbereich Soziales, Abteilung Sozialdienst",
            "Fachbereich Soziales + Abteilung Sozialdienst",
        ),
    ],
)
def test_departments_of_one_line_are_two(line: str, units: str) -> None:
    assert_read(
        f"Kreis Celle\n{line}\nEva Kurz\n{TEL}", {f"Eva Kurz ·  · Kreis Celle · {units}": "014"}
    )


@pytest.mark.parametrize(
    "label",
    [
        "Terminvereinbarung bei Frau Kurz",
        "Terminvereinbarungen über Frau Kurz",
        "Terminabsprache bei Frau Kurz",
        "Voranmeldung bei Frau Kurz",
        "Termine bei Frau Kurz",
    ],
)
def test_who_gives_appointments_is_the_person(label: str) -> None:
    block = f"Beratungsstelle Celle\nAm Markt 1\n29221 Celle\n{label}\nTelefon {TEL}"
    assert_read(block, {"Kurz ·  · Beratungsstelle Celle · ": "014"})


@pytest.mark.parametrize("work", ["Nachwuchsgewinnung", "Fachkräftegewinnung", "Energiegewinnung"])
def test_gewinnung_is_no_innung(work: str) -> None:
    block = (
        f"Kreis Celle\nAmt für Soziales\n\n• Pflege: Jan Roth, {TEL}\n• {work}: Eva Kurz, {TEL_2}"
    )
    assert_read(
        block,
        {
            "Jan Roth · Pflege · Kreis Celle · Amt für Soziales": "014",
            f"Eva Kurz · {work} · Kreis Celle · Amt für Soziales": "015",
        },
    )


@pytest.mark.parametrize(
    "heading", ["Ihr Team", "Unser Team für Sie", "Das Team", "UNSER TEAM", "Ihr Beratungsteam"]
)
def test_heading_that_greets_is_no_department(heading: str) -> None:
    block = f"VHS Celle\n{heading}\n\nEva Kurz, Leiterin\n{TEL}\n\nJan Roth, Verwaltung\n{TEL_2}"
    assert_read(
        block,
        {
            "Eva Kurz · Leiterin · VHS Celle · ": "014",
            "Jan Roth · Verwaltung · VHS Celle · ": "015",
        },
    )


def test_team_with_a_name_is_a_department() -> None:
    block = f"Kreis Celle\nTeam Wohngeld\nEva Kurz\n{TEL}"
    assert_read(block, {"Eva Kurz ·  · Kreis Celle · Team Wohngeld": "014"})


@pytest.mark.parametrize(
    ("label", "organisation", "unit"),
    [
        ("Kontakt Jugendamt:", "", "Jugendamt"),
        ("Ansprechpartnerin Bürgerbüro Celle", "Bürgerbüro Celle", ""),
        ("Ansprechpartner:innen Caritas Celle:", "Caritas Celle", ""),
        ("Ihre Ansprechpartnerin Amt für Soziales:", "", "Amt für Soziales"),
        pytest.param("Kontakt und Beratung:", "", "", id="no office"),
    ],
)
def test_office_behind_the_word_for_contact(label: str, organisation: str, unit: str) -> None:
    assert_read(f"{label}\n\nEva Kurz\n{TEL}", {f"Eva Kurz ·  · {organisation} · {unit}": "014"})


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param("{}\n{}\nKreis Celle\nBildungsbüro", "Kreis Celle · Bildungsbüro", id="foot"),
        pytest.param("{}\nJugendamt\n{}\nKreis Celle", "Kreis Celle · Jugendamt", id="unit above"),
        pytest.param("VHS Celle\n{}\nTermine nach Vereinbarung bei\n{}", "VHS Celle · ", id="asks"),
    ],
)
def test_body_around_one_person(block: str, expected: str) -> None:
    assert_read(block.format("Eva Kurz", TEL), {f"Eva Kurz ·  · {expected}": "014"})


def test_office_below_a_person_with_a_number_is_its_own() -> None:
    block = f"Eva Kurz\n{TEL}\n\nAmt für Soziales\n{TEL_2}"
    assert_read(block, {"Eva Kurz ·  ·  · ": "014", " ·  ·  · Amt für Soziales": "015"})


def test_counted_office_in_short_is_no_entry_of_a_list() -> None:
    block = f"Stadt Celle\n1. Bgm. Hans Lang\n{TEL}"
    assert_read(block, {"Hans Lang · 1. Bgm. · Stadt Celle · ": "014"})


def test_rows_of_a_list_keep_the_department_above_it() -> None:
    block = f"GESUNDHEITSAMT\nLeitung: Eva Kurz, {TEL}\nSozialer Dienst: Jan Roth, {TEL_2}"
    assert_read(
        block,
        {
            "Eva Kurz · Leitung ·  · GESUNDHEITSAMT": "014",
            "Jan Roth ·  ·  · GESUNDHEITSAMT + Sozialer Dienst": "015",
        },
    )


@pytest.mark.parametrize(
    "house", ["Kontaktstelle „Frau und Beruf“", "Anlaufstelle Mitte", "Kontaktstelle Nord"]
)
def test_office_with_a_word_for_contact_heads_its_address(house: str) -> None:
    block = f"{house}\nAm Markt 1, 29221 Celle\nEva Kurz, {TEL}"
    assert_read(block, {f"Eva Kurz ·  · {house} · ": "014"})


@pytest.mark.parametrize("body", ["Kreisseniorenvertretung", "Schülervertretung Celle"])
def test_body_that_stands_for_people_is_no_function(body: str) -> None:
    assert_read(f"{body}\nEva Kurz, {TEL}", {f"Eva Kurz ·  · {body} · ": "014"})
