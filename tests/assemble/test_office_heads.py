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
