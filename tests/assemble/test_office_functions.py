"""Functions of several persons, and work that is named instead of a function."""

import pytest

from tests.assemble.test_office_forms import TEL, TEL_2, assert_read


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Gesundheitsplanung – Eva Kurz", "Gesundheitsplanung"),
        ("Elternberatung | Eva Kurz", "Elternberatung"),
        ("Schuldnerberatung\tEva Kurz", "Schuldnerberatung"),
        ("Kindertagesbetreuung:\nEva Kurz", "Kindertagesbetreuung"),
        ("Elterngeld:\nEva Kurz", "Elterngeld"),
        ("Generalistin Inklusion: Schulrätin Eva Kurz", "Generalistin Inklusion + Schulrätin"),
        ("Eva Kurz\nSchulsozialarbeit", "Schulsozialarbeit"),
        ("Eva Kurz (Energieberatung)", "Energieberatung"),
        ("Vertretung für Frau Lang (in Elternzeit):\nEva Kurz", "Vertretung"),
    ],
)
def test_work_is_what_the_person_does(line: str, role: str) -> None:
    assert_read(f"Kreis Celle\n{line}\n{TEL}", {f"Eva Kurz · {role} · Kreis Celle · ": "014"})


@pytest.mark.parametrize("label", ["Raum Süd:", "Für Fragen zum Projekt:", "Lachendorf:"])
def test_other_labels_above_a_person_are_no_work(label: str) -> None:
    assert_read(f"Kreis Celle\n{label}\nEva Kurz, {TEL}", {"Eva Kurz ·  · Kreis Celle · ": "014"})


@pytest.mark.parametrize(
    ("lines", "first", "second"),
    [
        ("Beraterinnen: Eva Kurz, {}, Ute Lang, {}", "Beraterinnen", "Beraterinnen"),
        ("Sachbearbeitung: Eva Kurz, {}; Ute Lang, {}", "Sachbearbeitung", "Sachbearbeitung"),
        ("Ihre Beraterinnen\nEva Kurz\n{}\nUte Lang\n{}", "Beraterinnen", "Beraterinnen"),
        ("Unsere Lotsinnen\nEva Kurz\n{}\nUte Lang, Leiterin\n{}", "Lotsinnen", "Leiterin"),
        pytest.param("Leiterin: Eva Kurz, {}, Ute Lang, {}", "Leiterin", "", id="of one"),
        pytest.param("Leitung: Eva Kurz, {}\nUte Lang, {}", "Leitung", "", id="next line"),
    ],
)
def test_function_of_several(lines: str, first: str, second: str) -> None:
    assert_read(
        f"VHS Celle\n{lines.format(TEL, TEL_2)}",
        {f"Eva Kurz · {first} · VHS Celle · ": "014", f"Ute Lang · {second} · VHS Celle · ": "015"},
    )


@pytest.mark.parametrize(
    ("outer", "inner", "is_kept"),
    [
        ("Dezernat III", "Jugendamt", True),
        ("Fachbereich 5", "Fachdienst 5.1", True),
        pytest.param("Dezernat III", "Dezernat IV", False, id="of one rank"),
        pytest.param("Jugendamt", "Sozialamt", False, id="beside each other"),
    ],
)
def test_department_below_a_dezernat_keeps_it(outer: str, inner: str, *, is_kept: bool) -> None:
    units = f"{outer} + {inner}" if is_kept else inner
    assert_read(
        f"{outer}\nEva Kurz\n{TEL}\n{inner}\nJan Roth\n{TEL_2}",
        {f"Eva Kurz ·  ·  · {outer}": "014", f"Jan Roth ·  ·  · {units}": "015"},
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Kurz, Eva, Zimmer 12, {}", "Kurz, Eva"),
        ("von der Heide, Eva, Zi. 12, {}", "von der Heide, Eva"),
        ("Dr. Kurz, Eva Maria, Zi. 12, {}", "Dr. Kurz, Eva Maria"),
        ("Buchstaben A – K: Kurz, Eva, Zi. 12, {}", "Kurz, Eva"),
        pytest.param("Celle, Eva Kurz, Zi. 12, {}", "Eva Kurz", id="a town in front"),
    ],
)
def test_family_name_in_front_with_more_behind(line: str, name: str) -> None:
    block = f"VHS Heide\n{line.format(TEL)}\nRoth, Jan, {TEL_2}"
    assert_read(block, {f"{name} ·  · VHS Heide · ": "014", "Roth, Jan ·  · VHS Heide · ": "015"})


@pytest.mark.parametrize(
    "call",
    [
        "So erreichen Sie uns:",
        "Sprechen Sie uns an:",
        "Rufen Sie uns an!",
        "Wenden Sie sich bitte an:",
        "Wir beraten Sie gern:",
        "Haben Sie Fragen?",
    ],
)
def test_persons_below_a_call_are_of_the_office_above(call: str) -> None:
    block = f"Kreis Celle\nJugendamt\nAm Markt 1, 29221 Celle\n\n{call}\nEva Kurz\n{TEL}"
    assert_read(block, {"Eva Kurz ·  · Kreis Celle · Jugendamt": "014"})


@pytest.mark.parametrize(
    "lines",
    [
        "Eva Kurz\njeden 1. Mittwoch im Monat, 10–12 Uhr",
        "Amt für Jugend\nund Familie\nEva Kurz",
        "Eva Kurz\nAnfragen bitte an das Vorzimmer",
        "Eva Kurz\nVoranmeldung unter",
    ],
)
def test_what_is_printed_between_name_and_number(lines: str) -> None:
    unit = "Amt für Jugend und Familie" if "Amt" in lines else ""
    assert_read(f"Kreis Celle\n{lines} {TEL}".replace(f"Uhr {TEL}", f"Uhr\n{TEL}"),
                {f"Eva Kurz ·  · Kreis Celle · {unit}": "014"})  # fmt: skip
