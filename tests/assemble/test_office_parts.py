"""An office with its own numbers above those who work there, and with its parts below it."""

import pytest

from tests.assemble.test_office_forms import TEL, TEL_2, assert_read
from tests.reading import read_section

SCHOOL = "Berufliche Schulen Celle"


@pytest.mark.parametrize(
    ("numbers", "persons"),
    [
        pytest.param(f"Telefon {TEL}\nE-Mail: info@schule-altmuehlau.de\n",
                     "Schulleiterin: Eva Kurz\nHausmeister: Jan Roth", id="labels"),
        pytest.param(f"Telefon {TEL}\nTelefax {TEL[:-1]}4\n",
                     "Eva Kurz, Schulleiterin\nJan Roth, Hausmeister", id="commas"),
        pytest.param(f"Zentrale: {TEL}\n",
                     "Eva Kurz (Schulleiterin)\nJan Roth (Hausmeister)", id="brackets"),
        pytest.param(f"Tel. {TEL} | info@schule-altmuehlau.de\n",
                     "Eva Kurz – Schulleiterin\nJan Roth – Hausmeister", id="dashes"),
        pytest.param(f"Telefon {TEL}",
                     "Schulleiterin Eva Kurz\nHausmeister Jan Roth", id="no blank line"),
    ],
)  # fmt: skip
def test_switchboard_is_the_office_s_own(numbers: str, persons: str) -> None:
    assert_read(
        f"{SCHOOL}\n{numbers}\n{persons}",
        {
            f" ·  · {SCHOOL} · ": "014",
            f"Eva Kurz · Schulleiterin · {SCHOOL} · ": "",
            f"Jan Roth · Hausmeister · {SCHOOL} · ": "",
        },
    )


def test_persons_without_functions_are_reached_by_the_office() -> None:
    block = f"{SCHOOL}\nTelefon {TEL}\n\nFrau Kurz\nHerr Roth"
    assert_read(block, {f"Kurz ·  · {SCHOOL} · ": "014", f"Roth ·  · {SCHOOL} · ": "014"})


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("Sozialamt", "Wohngeldstelle", "Betreuungsbehörde"),
        ("Dezernat II", "Jugendamt", "Gesundheitsamt"),
        ("Fachbereich Soziales", "Fachstelle Wohnen", "Fachstelle Pflege"),
        ("Amt für Schulen", "Team Nord", "Team Süd"),
        ("Jugendamt", "Außenstelle Bergen", "Außenstelle Winsen"),
    ],
)
def test_parts_of_a_department_keep_it(head: str, first: str, second: str) -> None:
    assert_read(
        f"Stadt Celle\n{head}\n\n{first}\n{TEL}\n\n{second}\n{TEL_2}",
        {
            f" ·  · Stadt Celle · {head} + {first}": "014",
            f" ·  · Stadt Celle · {head} + {second}": "015",
        },
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Standort Bergen", "Standort Winsen"),
        ("Außenstelle Bergen", "Außenstelle Winsen"),
        ("Zweigstelle Bergen", "Zweigstelle Winsen"),
        ("Beratungsstelle Bergen", "Beratungsstelle Winsen"),
        ("Team Nord", "Team Süd"),
    ],
)
def test_sites_with_persons_keep_the_body(first: str, second: str) -> None:
    body = "Pflegestützpunkt Landkreis Celle"
    assert_read(
        f"{body}\n\n{first}\nAm Markt 1\n29303 Bergen\nEva Kurz\n{TEL}\n\n"
        f"{second}\nRing 2\n29308 Winsen\nJan Roth\n{TEL_2}",
        {f"Eva Kurz ·  · {body} · {first}": "014", f"Jan Roth ·  · {body} · {second}": "015"},
    )


def test_new_body_keeps_no_department() -> None:
    assert_read(
        f"Stadt Celle\nSozialamt\n\nWohngeldstelle\n{TEL}\n\nStadt Bergen\n{TEL_2}",
        {" ·  · Stadt Celle · Sozialamt + Wohngeldstelle": "014", " ·  · Stadt Bergen · ": "015"},
    )


@pytest.mark.parametrize(
    ("rows", "street"),
    [
        ("Vorsitz: Eva Kurz (Tel. {})\nStellvertreter: Jan Roth (Tel. {})", "Am Markt"),
        ("Eva Kurz, {}\nJan Roth, {}", "Am Markt"),
        ("Frau Kurz | {}\nHerr Roth | {}", "Am Markt"),
        ("Eva Kurz (Leiterin), Tel. {}\nJan Roth (Berater), Tel. {}", "Am Markt"),
        ("Leiterin: Eva Kurz, {}\nBerater: Jan Roth, {}", "Am Markt"),
        pytest.param("Eva Kurz\n{}\n\nJan Roth\n{}", None, id="paragraphs: the last one's own"),
    ],
)
def test_address_below_rows_of_persons_is_for_all(rows: str, street: str | None) -> None:
    lines = f"Seniorenbeirat der Stadt Celle\n{rows.format(TEL, TEL_2)}\nAm Markt 1, 29221 Celle"
    first, second = read_section(f"Hier steht, wie man uns erreicht.\n\n{lines}").contacts
    assert (first.address.street if first.address else None) == street
    assert second.address is not None
