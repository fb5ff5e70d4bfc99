"""Where a comma line is cut, and where a comma or a hyphen stands inside a name."""

import pytest

from pipeline.mentions.designations import find_designations
from pipeline.mentions.open_heads import bare_extensions


def pieces(line: str) -> list[str]:
    """Return the texts that a line is cut into."""
    return [piece.text for piece in find_designations(line)]


@pytest.mark.parametrize(
    "name",
    [
        "Landkreis Bad Tölz - Wolfratshausen",
        "Landkreis Lüchow - Dannenberg",
        "Landratsamt Sächsische Schweiz - Osterzgebirge",
        "Landratsamt Neustadt an der Aisch - Bad Windsheim",
        "Touristinfo Garmisch - Partenkirchen",
        pytest.param("Gesundheitsamt Uelzen - Lüchow-Dannenberg", id="two Kreise"),
        pytest.param("Jobcenter Celle - Uelzen", id="two Kreise of one name"),
    ],
)
def test_spaced_hyphen_stands_inside_a_name(name: str) -> None:
    assert pieces(name) == [name]
    assert pieces(f"{name}, Abteilung Pflege") == [name, "Abteilung Pflege"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Landratsamt Celle - Außenstelle Bergen", ["Landratsamt Celle", "Außenstelle Bergen"]),
        ("Eva Kurz - Leiterin", ["Eva Kurz", "Leiterin"]),
        ("Jugendamt - Uelzen", ["Jugendamt", "Uelzen"]),
        ("Celle - Landkreis", ["Celle", "Landkreis"]),
        pytest.param("Jobcenter Celle – Uelzen", ["Jobcenter Celle", "Uelzen"], id="dash"),
    ],
)
def test_spaced_hyphen_parts_others(line: str, expected: list[str]) -> None:
    assert pieces(line) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Ministerium für Familie, Frauen, Kultur und Integration",
        "Ministerium des Innern, für Digitalisierung und Kommunen",
        "Landesanstalt fuer Umwelt, Messungen und Naturschutz Baden-Wuerttemberg",
        "Landesamt für Umwelt, Bergbau und Geologie",
        "Amt 70 Umwelt, Naturschutz u. ländl. Raum",
        "Amt f. Ländl. R., Umwelt, Veterinärw. u. Verbr.sch.",
        "Fachd. 420 Ländl. Raum, Veterinärwesen, Verbraucherschutz",
        "8.3 Lebensmittelüberw., Tierschutz und Veterinärwesen",
        "Gemeinsames Mahngericht der Länder Sachsen-Anhalt, Sachsen und Thüringen",
    ],
)
def test_comma_stands_inside_a_name(name: str) -> None:
    assert pieces(name) == [name]
    assert pieces(f"Stadt Celle, {name}, Eva Kurz") == ["Stadt Celle", name, "Eva Kurz"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Ministerium für Soziales, Arbeit und Sport, Referat 12",
            ["Ministerium für Soziales, Arbeit und Sport", "Referat 12"],
        ),
        (
            "Bündnis für Familie, Jobcenter und AWO",
            ["Bündnis für Familie", "Jobcenter und AWO"],
        ),
        ("Stadt Celle, Kultur und Sport", ["Stadt Celle", "Kultur und Sport"]),
        ("Jugendamt, Eva Kurz und Jan Roth", ["Jugendamt", "Eva Kurz", "Jan Roth"]),
    ],
)
def test_comma_parts_others(line: str, expected: list[str]) -> None:
    assert pieces(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Amtsgericht Celle, VR 700412", []),
        ("Amtsgericht Celle (HRB 4711)", []),
        ("eingetragen beim Amtsgericht Celle", []),
        ("Amtsgericht Celle, Mahnabteilung", ["Amtsgericht Celle", "Mahnabteilung"]),
        ("Amtsgericht Celle", ["Amtsgericht Celle"]),
    ],
)
def test_court_of_a_register_is_no_office(line: str, expected: list[str]) -> None:
    assert pieces(line) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Tel. {}\nEva Kurz   123   Zimmer 4\nJan Roth   124   Zimmer 5\n", ["123", "124"]),
        ("Name   Zimmer   Tel. {}\nEva Kurz   12   123\nJan Roth   13   124\n", ["123", "124"]),
        ("Name | Tel. {} | Zimmer\nKurz, Eva | 123 | 12\n", ["123"]),
        ("Tel. {}\nEva Kurz 123\nJan Roth 124", ["123", "124"]),
        pytest.param("Tel. {}\nZimmer 123\n", [], id="room"),
        pytest.param("Tel. {}\nEva Kurz   12   123\n", [], id="two numbers, no column"),
        pytest.param("Tel. {}\n\nEva Kurz   123\n", [], id="paragraph between"),
        pytest.param("Tel. {}\nEva Kurz   12345\n", [], id="too long"),
        pytest.param("Tel. {}", [], id="end of the text"),
    ],
)
def test_extensions_below_an_open_number(table: str, expected: list[str]) -> None:
    number = "089 99998"
    characters = table.format(f"{number}-")
    start = characters.index(number)
    found = bare_extensions(characters, start, start + len(number))
    assert [characters[first:end] for first, end in found] == expected


def test_whole_number_has_no_extensions_below() -> None:
    characters = "Tel. 089 99998-0\nEva Kurz   123\n"
    assert bare_extensions(characters, 5, 16) == []
