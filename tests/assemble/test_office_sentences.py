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
