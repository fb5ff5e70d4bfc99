"""Offices and persons in sentences: whose department it is, and where."""

import pytest

from tests.assemble.test_office_forms import TEL, assert_read
from tests.reading import read_section


@pytest.mark.parametrize(
    ("office", "organisation", "unit"),
    [
        ("Bauamt der Stadt Celle", "Stadt Celle", "Bauamt"),
        ("Sozialamt des Landkreises Celle", "Landkreis Celle", "Sozialamt"),
        ("Bürgerbüro der Gemeinde Bergen", "Gemeinde Bergen", "Bürgerbüro"),
        ("Amt für Soziales der Stadt Celle", "Stadt Celle", "Amt für Soziales"),
        ("Jugendamt des Kreises Plön", "Kreis Plön", "Jugendamt"),
    ],
)
def test_department_in_a_sentence_has_its_body(office: str, organisation: str, unit: str) -> None:
    sentence = f"Auskünfte zu allen Fragen erteilt im {office} Frau Kurz (Tel. {TEL})."
    assert_read(sentence, {f"Kurz ·  · {organisation} · {unit}": "014"})


@pytest.mark.parametrize(
    ("office", "announced"),
    [
        ("Quartiersbüro Nordstadt", "Ansprechpartnerin Eva Kurz"),
        ("Bürgerbüro Celle", "Ansprechperson Eva Kurz"),
        ("Volkshochschule Celle", "Ansprechpartnerin Eva Kurz"),
        ("Kreismuseum Celle", "Ansprechpartnerin ist Eva Kurz"),
        ("Beratungsstelle Celle", "Ansprechpartnerin: Eva Kurz"),
    ],
)
def test_who_is_announced_behind_an_office_is_its_person(office: str, announced: str) -> None:
    sentence = f"Haben Sie Interesse? Dann rufen Sie uns an: {office}, {announced}, Telefon {TEL}."
    assert_read(sentence, {f"Eva Kurz ·  · {office} · ": "014"})


@pytest.mark.parametrize(
    "sentence",
    [
        f"Es berät Konrektorin Eva Kurz, Realschule Celle, Am Markt 1, 29221 Celle, {TEL}.",
        f"Es berät Sie gern Eva Kurz, Realschule Celle, Am Markt 1, 29221 Celle, Telefon {TEL}.",
        f"Melden Sie sich bei Frau Kurz, Am Markt 1, 29221 Celle, unter Telefon {TEL}.",
        f"Fragen beantwortet Eva Kurz (Am Markt 1, 29221 Celle, Telefon {TEL}) gern.",
        f"Sie erreichen Frau Kurz im Rathaus, Am Markt 1, 29221 Celle, Telefon {TEL}.",
    ],
)
def test_address_between_name_and_number(sentence: str) -> None:
    (contact,) = read_section(f"Hier steht, wie man uns erreicht.\n\n{sentence}").contacts
    assert contact.address is not None
    assert contact.address.street == "Am Markt"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            f"Das Jobcenter Celle hilft unter {TEL} (Leiterin Eva Kurz).",
            "Leiterin · Jobcenter Celle",
        ),
        (f"Die VHS Celle ist unter {TEL} (Eva Kurz) zu erreichen.", " · VHS Celle"),
        pytest.param(f"Die Fahrt zum Jobcenter plant man unter {TEL} (Eva Kurz).", " · ", id="no"),
    ],
)
def test_subject_is_where_persons_in_brackets_work(sentence: str, expected: str) -> None:
    assert_read(sentence, {f"Eva Kurz · {expected} · ": "014"})


def test_each_number_has_its_person_in_brackets() -> None:
    sentence = f"Die VHS Celle hilft unter {TEL} (Leiterin Eva Kurz) oder 030 23125-015 (Jan Roth)."
    expected = {"Eva Kurz · Leiterin · VHS Celle · ": "014", "Jan Roth ·  · VHS Celle · ": "015"}
    assert_read(sentence, expected)


@pytest.mark.parametrize(
    ("sentences", "name"),
    [
        (f"Es berät Sie Frau Eva Kurz. Sie erreichen sie unter {TEL} am Vormittag.", "Eva Kurz"),
        (f"Das Haus leitet Eva Kurz. Sie ist unter {TEL} zu erreichen.", "Eva Kurz"),
        (f"Im Haus berät Eva Kurz. Termine mit ihr macht man unter {TEL} aus.", "Eva Kurz"),
        pytest.param(
            f"Eva Kurz und Jan Roth beraten gern. Sie erreichen sie unter {TEL}.", "", id="two"
        ),
        pytest.param(
            f"Das Haus leitet Eva Kurz. Wir freuen uns auf Anrufe unter {TEL}.", "", id="no pronoun"
        ),
    ],
)
def test_pronoun_means_the_person_of_the_sentence_before(sentences: str, name: str) -> None:
    assert_read(sentences, {f"{name} ·  ·  · ": "014"})
