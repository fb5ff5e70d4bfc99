"""Ids, official keys, and who of the contacts speaks."""

import pytest

from tests.reading import read_brochure, read_section

BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
TEL = "Tel. 030 23125-014"
SAID = "„Wir packen an und geben nicht auf.“"


@pytest.mark.parametrize(
    ("heading", "identity", "name", "ags", "land"),
    [
        pytest.param("Celle", "03351", "Landkreis Celle", "03351", "Niedersachsen", id="bare"),
        pytest.param(
            "KREIS PLÖN", "01057", "Kreis Plön", "01057", "Schleswig-Holstein", id="capitals"
        ),
        pytest.param(
            "Landkreis Altmühlau", "altmuehlau", "Landkreis Altmühlau", None, None, id="unknown"
        ),
    ],
)
def test_section_has_its_official_keys(
    heading: str, identity: str, name: str, ags: str | None, land: str | None
) -> None:
    section = read_section(BODY, heading)
    assert (section.id, section.heading, section.name) == (identity, heading, name)
    assert (section.ags, section.land) == (ags, land)
    assert (section.nuts3 is None) is (ags is None)


def test_heading_is_kept_as_printed() -> None:
    section = read_section(BODY, "C E L L E   ·   Niedersachsen")
    assert section.heading == "C E L L E   ·   Niedersachsen"
    assert section.name == "Landkreis Celle"


def test_second_section_of_a_kreis_is_numbered() -> None:
    parts = [f"Landkreis {name}\n\n{BODY}" for name in ("Celle", "Harz", "Celle")]
    brochure = read_brochure("\n\n".join(parts)).brochure
    assert [part.id for part in brochure.landkreise] == ["03351", "15085", "03351-2"]


@pytest.mark.parametrize(
    ("block", "identity"),
    [
        pytest.param(f"Eva Kurz\n{TEL}", "eva-kurz", id="person"),
        pytest.param(f"Dr. Eva Kurz\n{TEL}", "eva-kurz", id="title does not count"),
        pytest.param(f"Kurz, Eva\n{TEL}", "eva-kurz", id="nor does the order"),
        pytest.param(f"Jörg Weiß-Öztürk\n{TEL}", "joerg-weiss-oeztuerk", id="umlauts"),
        pytest.param(f"Ayşe Yıldız\n{TEL}", "ayse-yildiz", id="Turkish"),
        pytest.param(f"Łukasz Kowalski\n{TEL}", "lukasz-kowalski", id="Polish"),
        pytest.param(f"Jobcenter Celle\n{TEL}", "jobcenter-celle", id="office"),
        pytest.param(
            f"Landratsamt Celle\nAmt für Soziales\n{TEL}",
            "landratsamt-celle-amt-fuer-soziales",
            id="office down to its department",
        ),
        pytest.param(TEL, "kontakt", id="nobody"),
    ],
)
def test_contact_is_called_by_its_name(block: str, identity: str) -> None:
    (contact,) = read_section(f"{BODY}\n\n{block}").contacts
    assert contact.id == f"03351/{identity}"


def test_namesakes_are_told_apart() -> None:
    block = f"Eva Kurz\n{TEL}\neva.kurz2@kreis-celle.de\n\nEva Kurz\n{TEL}\neva.kurz@kreis-celle.de"
    later, first = read_section(f"{BODY}\n\n{block}").contacts
    assert first.id == "03351/eva-kurz"
    assert later.id.startswith("03351/eva-kurz-")


@pytest.mark.parametrize(
    ("printed", "speaks"),
    [
        pytest.param("Swetlana Petrenkowa", True, id="the same"),
        pytest.param("Dr. Swetlana Petrenkowa", True, id="with a title"),
        pytest.param("Swetlana Petrenowa", True, id="a letter left out"),
        pytest.param("Svetlana Petrenkowa", True, id="a letter changed"),
        pytest.param("SWETLANA PETRENKOWA", True, id="capitals"),
        pytest.param("Swetlana Berger", False, id="another family name"),
        pytest.param("Jan Roth", False, id="somebody else"),
    ],
)
def test_contact_speaks_under_a_slightly_different_spelling(printed: str, speaks: bool) -> None:
    section = read_section(
        f"{BODY}\n\n{SAID}\n– {printed}, Lotsin\n\n{BODY}\n\nSwetlana Petrenkowa\n{TEL}"
    )
    (contact,), (quote,) = section.contacts, section.quotes
    assert quote.speaker is not None
    assert quote.speaker.name == printed
    assert quote.speaker.contact_id == (contact.id if speaks else None)


def test_nearest_of_several_contacts_speaks() -> None:
    contacts = f"Eva Kern\n{TEL}\n\nEva Kurz\nTel. 030 23125-015"
    section = read_section(f"{BODY}\n\n{SAID}\n– Eva Kurz, Lotsin\n\n{BODY}\n\n{contacts}")
    (quote,) = section.quotes
    assert quote.speaker is not None
    assert quote.speaker.contact_id == "03351/eva-kurz"


def test_group_is_no_contact() -> None:
    section = read_section(f"{SAID}\n– Die Integrationslotsinnen\n\n{BODY}\n\nEva Kurz\n{TEL}")
    (quote,) = section.quotes
    assert quote.speaker is not None
    assert quote.speaker.contact_id is None
