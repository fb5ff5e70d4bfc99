"""Letterheads of offices as they are: which line is the body, which the department."""

import pytest

from tests.reading import read_section, told

TEL, TEL_2, TEL_3 = "030 23125-014", "030 23125-015", "030 23125-016"
BELOW = f"Lindenweg 4\n29221 Celle\nTel. {TEL}"


def read(block: str) -> list[str]:
    """Return who is read, and how each one's numbers end; the lines stand below a first one."""
    contacts = read_section(f"Hier steht, wie man uns erreicht.\n\n{block}").contacts
    return [
        " ".join([told(c), *sorted((p.e164 or p.raw)[-3:] for p in c.phones)]) for c in contacts
    ]


@pytest.mark.parametrize(
    ("head", "body", "unit"),
    [
        ("Amtsgericht Celle\nZentrales Mahngericht", "Amtsgericht Celle", "Zentrales Mahngericht"),
        ("Amtsgericht Celle\nMahnabteilung", "Amtsgericht Celle", "Mahnabteilung"),
        ("Staatsanwaltschaft Celle\nAbteilung 3", "Staatsanwaltschaft Celle", "Abteilung 3"),
        ("Polizeipräsidium Heidetal\nBehördenstab", "Polizeipräsidium Heidetal", "Behördenstab"),
        ("Kriminalfachdezernat 3 Celle\nK 31", "Kriminalfachdezernat 3 Celle", "K 31"),
        ("Polizei Heidetal\nFachkommissariat 3", "Polizei Heidetal", "Fachkommissariat 3"),
        ("KPI/Z Heidetal\nOperativer Dienst", "KPI/Z Heidetal", "Operativer Dienst"),
        ("LXB\nOberförsterei Heidetal", "LXB", "Oberförsterei Heidetal"),
        ("Revierförsterei Heidetal\nLXB", "LXB", "Revierförsterei Heidetal"),
        ("Dezernat I5\nHLKT", "HLKT", "Dezernat I5"),
        ("vhs Heidetal\nCelle", "vhs Heidetal", "Celle"),
        ("Stadt Celle\nAmt f. Hygieneüberw.", "Stadt Celle", "Amt f. Hygieneüberw."),
        ("Kreis Celle\nAmt f. Pflege u. Hyg.wes.", "Kreis Celle", "Amt f. Pflege u. Hyg.wes."),
        ("Kreis Celle\nAmt Bau, Hyg. u. Ver.sch.", "Kreis Celle", "Amt Bau, Hyg. u. Ver.sch."),
        ("Kreis Celle\n8.3 Jugend, Alter und Sport", "Kreis Celle", "8.3 Jugend, Alter und Sport"),
        ("Kreis Celle\nRD III.8 Verbraucherschutz", "Kreis Celle", "RD III.8 Verbraucherschutz"),
        ("RD III.8 Verbraucherschutz\nKreis Celle", "Kreis Celle", "RD III.8 Verbraucherschutz"),
        ("Gesundheitswesen\nLandratsamt Celle", "Landratsamt Celle", "Gesundheitswesen"),
        ("Presse/Kommunikation\nLandkreis Celle", "Landkreis Celle", "Presse/Kommunikation"),
        ("Brand- und Zivilschutz\nStadt Celle", "Stadt Celle", "Brand- und Zivilschutz"),
        ("Landratsamt\nLandkreis Celle", "Landkreis Celle", "Landratsamt"),
        ("Magistrat\nStadt Celle", "Stadt Celle", "Magistrat"),
        ("Landkreis Celle\nder Landrat\nJugendamt", "Landkreis Celle", "Jugendamt"),
        ("Jugendamt\nLandkreis Celle\ndie Landrätin", "Landkreis Celle", "Jugendamt"),
    ],
)  # fmt: skip
def test_body_and_its_department(head: str, body: str, unit: str) -> None:
    assert read(f"{head}\n{BELOW}") == [f" ·  · {body} · {unit} 014"]


@pytest.mark.parametrize(
    "heading",
    [
        "Kontakt",
        "K O N T A K T",
        "Mehr zum Projekt",
        "Information und Anmeldung",
        "Ehrenamt vor Ort in Celle",
    ],
)
def test_heading_above_a_body_is_no_department(heading: str) -> None:
    assert read(f"{heading}\nLandkreis Celle\n{BELOW}") == [" ·  · Landkreis Celle ·  014"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Die Landesbeauftragte für den Datenschutz Sachsen",
            " ·  · Die Landesbeauftragte für den Datenschutz Sachsen · ",
        ),
        (
            "Hessischer Beauftragter für Tierschutz",
            " ·  · Hessischer Beauftragter für Tierschutz · ",
        ),
        (
            "Der Landesbeauftragte für Opferschutz\nSchloss Heidetal",
            " ·  · Der Landesbeauftragte für Opferschutz · ",
        ),
        (
            "Die Gleichstellungsbeauftragte des Landkreises",
            " ·  · Die Gleichstellungsbeauftragte des Landkreises · ",
        ),
        (
            "Die Gleichstellungsbeauftragte des Landkreises Celle",
            " · Gleichstellungsbeauftragte · Landkreis Celle · ",
        ),
        (
            "Landkreis Celle\nDie Gleichstellungsbeauftragte",
            " · Gleichstellungsbeauftragte · Landkreis Celle · ",
        ),
        (
            "Die Gleichstellungsbeauftragte\nEva Kurz",
            "Eva Kurz · Gleichstellungsbeauftragte ·  · ",
        ),
        ("Ehrenamtliche Seniorenbeauftragte", " · Ehrenamtliche Seniorenbeauftragte ·  · "),
    ],
)
def test_office_that_is_named_after_its_holder(head: str, expected: str) -> None:
    assert read(f"{head}\n{BELOW}") == [f"{expected} 014"]


@pytest.mark.parametrize(
    ("line", "street", "number"),
    [
        ("K7, 68159 Mannheim", "K7", None),
        ("K 7\n68159 Mannheim", "K 7", None),
        ("R 1, 12, 68161 Mannheim", "R 1", "12"),
        ("Dr. Kernburg -Str. 1\n29221 Celle", "Dr. Kernburg -Str.", "1"),
        ("Berliner Straße 60 -Stadthaus-\n29221 Celle", "Berliner Straße", "60"),
        pytest.param("K7, 29221 Celle", None, None, id="no square elsewhere"),
    ],
)
def test_street_of_an_office(line: str, street: str | None, number: str | None) -> None:
    (contact,) = read_section(f"Es hilft:\n\nSozialamt Celle\n{line}\nTel. {TEL}").contacts
    assert contact.address is not None
    assert (contact.address.street, contact.address.house_number) == (street, number)


def test_name_on_two_lines_of_a_form() -> None:
    first = f"Name: Kurz\nVorname: Eva\nFunktion: Sachbearbeiterin\nTel. {TEL}"
    second = f"Vorname: Jan\nNachname: Roth\nTel. {TEL_2}"
    assert read(f"Sozialamt Celle\n{first}\n\n{second}") == [
        "Kurz, Eva · Sachbearbeiterin · Sozialamt Celle ·  014",
        "Roth, Jan ·  · Sozialamt Celle ·  015",
    ]


def test_label_for_a_name_before_an_office() -> None:
    assert read(f"Name: Jugendamt Celle\nTel. {TEL}") == [" ·  · Jugendamt Celle ·  014"]


@pytest.mark.parametrize(
    "line", ["\n(gleiche Anschrift)\n", "\nAnschrift: wie oben\n", ", Adresse s. o., "]
)
def test_same_address_again(line: str) -> None:
    block = f"Sozialamt Celle\n{BELOW}\n\nWohngeldstelle{line}Tel. {TEL_2}"
    contacts = read_section(f"Es hilft:\n\n{block}").contacts
    assert [(told(c), c.address.street if c.address else None) for c in contacts] == [
        (" ·  · Sozialamt Celle · ", "Lindenweg"),
        (" ·  · Wohngeldstelle · ", "Lindenweg"),
    ]


@pytest.mark.parametrize("label", ["Zentrale", "Bereitschaftsdienst", "Vermittlung"])
def test_number_of_the_house_behind_persons(label: str) -> None:
    persons = f"Eva Kurz, Tel. {TEL}\nJan Roth, Tel. {TEL_2}"
    assert read(f"Sozialamt Celle\n{persons}\n{label}: {TEL_3}") == [
        "Eva Kurz ·  · Sozialamt Celle ·  014",
        "Jan Roth ·  · Sozialamt Celle ·  015",
        " ·  · Sozialamt Celle ·  016",
    ]


def test_number_of_the_house_behind_one_person() -> None:
    block = f"Sozialamt Celle\nEva Kurz, Tel. {TEL}\nZentrale: {TEL_3}"
    assert read(block) == ["Eva Kurz ·  · Sozialamt Celle ·  014 016"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Frau Kurz (MBE)", "Kurz ·  · Caritas Celle · MBE 014"),
        ("Sr. M. Hildegard Roth", "Sr. M. Hildegard Roth ·  · Caritas Celle ·  014"),
        ("StD'in Eva Kurz", "StD'in Eva Kurz ·  · Caritas Celle ·  014"),
        ("OStRin Eva Kurz", "OStRin Eva Kurz ·  · Caritas Celle ·  014"),
    ],
)
def test_what_stands_beside_a_name(line: str, expected: str) -> None:
    assert read(f"Caritas Celle\n{line}\nTel. {TEL}") == [expected]


def test_extensions_below_the_head_of_a_column() -> None:
    rows = "Eva Kurz   123   Zimmer 4\nJan Roth   124   Zimmer 5"
    assert read(f"Sozialamt Celle\nTel. 089 99998-\n{rows}") == [
        "Eva Kurz ·  · Sozialamt Celle ·  123",
        "Jan Roth ·  · Sozialamt Celle ·  124",
    ]


@pytest.mark.parametrize(
    "register",
    [
        "Amtsgericht Celle\nVR 4711",
        "Amtsgericht Celle, HRB 4",
        "Registergericht: Amtsgericht Ulm",
    ],
)
def test_court_of_the_register_is_no_contact(register: str) -> None:
    body = "Brücken bauen e. V."
    assert read(f"{body}\n{BELOW}\n{register}") == [f" ·  · {body} ·  014"]


def test_compound_and_place_are_no_person() -> None:
    house = "LXB Gartenbauberatungsschwerpunkt Heidetal"
    assert read(f"{house}\n{BELOW}") == [f" ·  · {house} ·  014"]
