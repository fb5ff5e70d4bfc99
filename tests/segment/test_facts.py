"""Boxes of facts, tables, labels above their facts, headings and captions among them."""

import pytest

from tests.segment.test_blocks import BODY, SIGNS, blocks_of

CONTACT = "Eva Kurz\nTel. 030 23125-014"
TEXT = "Raum und Zeit für alle, das ist, was wir hier wollen."


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        pytest.param("Laufzeit: 2021 bis 2024\nTandems: 38", "¶¶", id="labels"),
        pytest.param("Steckbrief\nTräger: Tafel e. V.\nLaufzeit: 2021", "#¶¶", id="with a carrier"),
        pytest.param("Einwohner      179.011\nFläche         1.550 km²", "¶¶", id="columns"),
        pytest.param("Jahr   Kurse\n2021   12\n2022   18", "¶¶¶", id="columns with heads"),
        pytest.param("46 Lotsen\n1.200 Beratungen im Jahr", "¶¶", id="figures first"),
        pytest.param("2015: Gründung\n2017: Erste Schulung", "¶¶", id="years"),
        pytest.param("März 2021 – Auftakt\n1. Mai 2022 – Fest", "¶¶", id="dates"),
        pytest.param("Phase 1: bis März 2021\nPhase 2: ab April 2021", "¶¶", id="numbered times"),
        pytest.param("Wann: jeden Samstag\nWo: Pfarrheim", "¶¶", id="when and where"),
        pytest.param("Was: Lesen\nWer: 45 Paten\nSeit wann: 2018", "¶¶¶", id="questions"),
        pytest.param("Termine\nMo 9–11 Uhr Café\nMi 15–17 Uhr Rat", "#¶¶", id="dates of a week"),
        pytest.param("Kurse: 12\n\nLotsen: 8\n\nPaten: 5", "¶¶¶", id="apart from each other"),
        pytest.param("Laufzeit: Januar 2021 bis Mai 2024", "¶", id="one with a known label"),
        pytest.param("Zielgruppe\nFrauen mit Fluchtgeschichte", "#¶", id="label above"),
        pytest.param(f"Ziele: viele\n\n{BODY}", "#¶", id="one alone heads a text"),
        pytest.param(f"Kapitel: eins\n\nTeil: zwei\n\n{BODY}", "?#¶", id="two apart are too few"),
        pytest.param(f"Thema 2: Lesen\nBaustein 1: Kita\n{BODY}", "##¶", id="headings, two levels"),
        pytest.param("Das sagen die Paten\n„Hier muss ich nichts erklären.“", "#„", id="voices"),
        pytest.param(f"2023 im Rückblick\n\n{BODY}", "#¶", id="heading with a year"),
        pytest.param("☐ Ausweis\n☐ Rentenbescheid", "¶¶", id="boxes to tick"),
        pytest.param(f"+++ Termine +++\n{BODY}", "#¶", id="decorated heading"),
        pytest.param(f"{BODY}\n\nProbe im Mai. Foto: Kreis", "¶?", id="caption with a credit"),
        pytest.param(
            f"{BODY}\n\nÜbergabe durch Landrat Jan Roth und Eva Kurz.Foto: Ute Erz, DZ",
            "¶?",
            id="caption with persons",
        ),
        pytest.param(f"{BODY}\n\nProbe im Mai. FOTO: Kreis", "¶?", id="credit in capitals"),
        pytest.param(
            f"{BODY}\n\nLandrat Jan Roth (Mitte) mit der Lotsin Eva Kurz", "¶?", id="in the middle"
        ),
        pytest.param(f"{BODY}\n\nEin klares Bild: Alle machen mit.", "¶¶", id="no caption"),
    ],
)
def test_facts_are_paragraphs(below: str, expected: str) -> None:
    parts = [part for part, _ in blocks_of(f"{below}\n\nUnd nun\n\n{TEXT}")]
    assert parts == [*(SIGNS[sign] for sign in expected), "SUBHEADING", "PARAGRAPH"]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        pytest.param("Name: Eva Kurz\nZimmer: 2.07\nTel.: 030 23125-014", "@", id="form"),
        pytest.param(f"{CONTACT}\nSprachen: Dari\nRaum: 12", "@", id="below the data"),
        pytest.param(f"{CONTACT}\n\nMontag: 8–12 Uhr\nFreitag: 8–10 Uhr", "@", id="hours"),
        pytest.param(f"{CONTACT}\nInstagram: @tafel_celle", "@", id="social network"),
        pytest.param(f"Haus am See\nTräger: Stadt Celle\n{CONTACT}", "@", id="carrier of a house"),
        pytest.param(f"Kurse: 12\nPaten: 5\nKontakt: {CONTACT}", "¶¶@", id="box with its contact"),
        pytest.param(
            f"Kartoffeln und Quark: ein Fest\n\nMehr dazu\n{CONTACT}", "?#@", id="caption"
        ),
        pytest.param(f"Stammtisch\n\nTafel Celle e. V.\n{CONTACT}", "#@", id="head above a body"),
        pytest.param(f"Jugendamt\n\nStadt Celle\n{CONTACT}", "@", id="office above a body"),
    ],
)
def test_facts_of_a_contact_stay_with_it(below: str, expected: str) -> None:
    assert [part for part, _ in blocks_of(below)] == [SIGNS[sign] for sign in expected]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param("Hinweis\nNachdruck mit Quellenangabe gestattet.", "", id="with its heading"),
        pytest.param("Redaktionsschluss: 15. Juli 2024", "", id="alone"),
        pytest.param("Hinweis\nDer Nachdruck des Kochbuchs ist da.", "#¶", id="of something else"),
    ],
)
def test_last_section_ends_before_terms_of_use(last: str, expected: str) -> None:
    parts = [part for part, _ in blocks_of(f"{BODY}\n\n{CONTACT}\n\n{last}")]
    assert parts == ["PARAGRAPH", "CONTACTS", *(SIGNS[sign] for sign in expected)]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Drei Fragen an Landrätin Dr. Eva Kurz", "#¶„¶„", id="questions"),
        pytest.param("Im Gespräch: Landrätin Dr. Eva Kurz", "#¶„¶„", id="behind a colon"),
        pytest.param("Häufige Fragen zum Projekt", "#¶¶¶¶", id="nobody is asked"),
    ],
)
def test_interview_without_labels(heading: str, expected: str) -> None:
    asked = "Wozu braucht es das alles?\n\nWeil es sonst niemand tut, und weil es hilft."
    parts = [part for part, _ in blocks_of(f"{heading}\n\n{asked}\n\n{asked}")]
    assert parts == [SIGNS[sign] for sign in expected]
