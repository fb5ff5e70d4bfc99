"""Forms in which offices print their contact data, five of each: what is read, and what is not."""

import pytest

from tests.reading import read_section, told

TEL, TEL_2 = "030 23125-014", "030 23125-015"


def assert_read(block: str, expected: dict[str, str]) -> None:
    """Compare who is read with how their last number ends; the lines stand below a first one."""
    contacts = read_section(f"Hier steht, wie man uns erreicht.\n\n{block}").contacts
    numbers = {told(c): (c.phones[-1].e164 or "")[-3:] if c.phones else "" for c in contacts}
    assert numbers == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("A – Fi   Frau Kurz   {}", "Fj – K   Herr Roth   {}", id="in front, dash"),
        pytest.param("A–K: Frau Kurz, {}", "L–Sch: Herr Roth, {}", id="before a colon"),
        pytest.param("Frau Kurz | A bis K | {}", "Herr Roth | L bis Z | {}", id="cell"),
        pytest.param("Frau Kurz, Buchstaben A – K, {}", "Herr Roth, S-St, {}", id="behind a comma"),
        pytest.param("Frau Kurz (A-K): {}", "Herr Roth (L-Z): {}", id="in brackets"),
        pytest.param("Frau Kurz, Stationen 1–4, {}", "Herr Roth, Station 5, {}", id="wards"),
        pytest.param("Frau Kurz, Klassen 5-7, {}", "Herr Roth, Bezirk 4, {}", id="classes"),
        pytest.param("W/SR 21\nFrau Kurz\n{}", "W/SR 22\nHerr Roth\n{}", id="codes of desks"),
        pytest.param("III/2-1\nFrau Kurz\n{}", "III/2-2\nHerr Roth\n{}", id="Roman codes"),
        pytest.param("50.1\nFrau Kurz\n{}", "50.2\nHerr Roth\n{}", id="file plan"),
    ],
)
def test_letters_and_codes_are_no_departments(first: str, second: str) -> None:
    block = f"Kreis Celle\nTeam Wohnen\n\n{first.format(TEL)}\n{second.format(TEL_2)}"
    assert_read(
        block,
        {
            "Kurz ·  · Kreis Celle · Team Wohnen": "014",
            "Roth ·  · Kreis Celle · Team Wohnen": "015",
        },
    )


@pytest.mark.parametrize(
    "line",
    [
        "GeschZ. (bei Antwort bitte angeben): Soz 3 112",
        "Mein Zeichen: 331-50 20",
        "Ihre Nachricht vom: 3. Mai 2024",
        "Ihr Schreiben vom 03.02.2024",
        "Kontakt / Contact / İletişim",
        "Sprechzeit / Office hours: Mo 9–12 Uhr",
        "Eintritt 4,50 € / ermäßigt 2,50 €",
        "Sprechstunde: donnerstags, Rathaus, Zimmer 4",
    ],
)
def test_line_of_a_letterhead_names_no_department(line: str) -> None:
    block = f"Landkreis Celle\nAmt für Soziales\n{line}\nBearbeiter/in: Frau Kurz\nTel. {TEL}"
    assert_read(block, {"Kurz ·  · Landkreis Celle · Amt für Soziales": "014"})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Abteilung 31 - Recht", "Abteilung 32 - Gewerbe", id="numbered"),
        pytest.param("Hauptstelle Celle", "Außenstelle Bergen", id="sites"),
        pytest.param("Jugendamt", "Sozialamt", id="offices"),
        pytest.param("Team Nord", "Team Süd", id="teams"),
        pytest.param("Fachdienst Kultur", "Fachdienst Sport", id="services"),
        pytest.param("Standort Celle", "Standort Bergen", id="places"),
    ],
)
def test_department_takes_the_place_of_one_beside_it(first: str, second: str) -> None:
    assert_read(
        f"Kreis Celle\nDezernat II\n{first}\nEva Kurz\n{TEL}\n\n{second}\nJan Roth\n{TEL_2}",
        {
            f"Eva Kurz ·  · Kreis Celle · Dezernat II + {first}": "014",
            f"Jan Roth ·  · Kreis Celle · Dezernat II + {second}": "015",
        },
    )


@pytest.mark.parametrize(
    "list_of_fields",
    [
        "Abteilung Migration, Integration, Wohnen",
        "Amt für Jugend, Familie, Sport",
        "Fachbereich Bildung, Kultur",
        "Referat Umwelt, Klima, Verkehr",
    ],
)
def test_department_has_a_list_of_fields_without_und(list_of_fields: str) -> None:
    block = f"Stadt Celle\n{list_of_fields}\nEva Kurz\n{TEL}"
    assert_read(block, {f"Eva Kurz ·  · Stadt Celle · {list_of_fields}": "014"})


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sachbearbeiterin Wohngeld Peggy Kurz", "Peggy Kurz · Sachbearbeiterin Wohngeld ·  · "),
        ("Koordinatorin Frühe Hilfen Eva Kurz", "Eva Kurz · Koordinatorin Frühe Hilfen ·  · "),
        ("Leiter Amt für Bildung Dr. Jan Roth", "Dr. Jan Roth · Leiter Amt für Bildung ·  · "),
        ("Sekretariat Eva Kurz", "Eva Kurz · Sekretariat ·  · "),
        ("Mitarbeiter:in Empfang: Jan Roth", "Jan Roth · Mitarbeiter:in Empfang ·  · "),
        ("Eva Kurz (Projektleitung) <kurz@kreis-altmuehlau.de>", "Eva Kurz · Projektleitung ·  · "),
        ("Schiedsfrau Eva Kurz", "Eva Kurz · Schiedsfrau ·  · "),
        ("Kreisjugendfeuerwart Jan Roth", "Jan Roth · Kreisjugendfeuerwart ·  · "),
        ("Stefan kleine Holthaus", "Stefan kleine Holthaus ·  ·  · "),
        ("Herr van der Berg", "van der Berg ·  ·  · "),
        ("Kurz, E.\tLeitung", "Kurz, E. · Leitung ·  · "),
        ("Kurz, E. | Leitung", "Kurz, E. · Leitung ·  · "),
    ],
)
def test_function_and_name_of_one_line(line: str, expected: str) -> None:
    joint = " | " if "|" in line else "\t" if "\t" in line else "\n"
    assert_read(f"{line}{joint}{TEL}", {expected: "014"})


@pytest.mark.parametrize(
    ("head", "line"),
    [
        pytest.param("Telefon 030 23125-0", "Eva Kurz, Durchwahl 14", id="two digits"),
        pytest.param("Zentrale: 030 23125-0", "Eva Kurz   Zi. 12   App. 14", id="apparatus"),
        pytest.param("Tel. 030 23125-…", "Eva Kurz, -14", id="open head"),
        pytest.param("Tel. 030 23125-xxx", "Eva Kurz: -14", id="open head with letters"),
        pytest.param("Rufnummer: (030) 23125 - ...", "Eva Kurz -14", id="open head with points"),
    ],
)
def test_desk_rings_under_the_number_of_the_house(head: str, line: str) -> None:
    section = read_section(f"Hier steht, wie man uns erreicht.\n\nStadt Celle\n{head}\n{line}\n")
    assert [p.e164 for c in section.contacts if c.name for p in c.phones] == ["+49302312514"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            f"Fragen beantwortet gern Frau Kurz vom Jugendamt unter {TEL}.",
            "Kurz ·  ·  · Jugendamt",
        ),
        (
            f"Wenden Sie sich bitte an Herrn Roth vom Amt für Soziales, {TEL}, der Ihnen hilft.",
            "Roth ·  ·  · Amt für Soziales",
        ),
        (
            f"Ansprechpartnerin im Bildungsbüro ist Dr. Lena Graf (Telefon {TEL}).",
            "Dr. Lena Graf ·  ·  · Bildungsbüro",
        ),
        (
            f"Auskünfte erteilt Frau Kurz aus dem Fachbereich Soziales gern unter {TEL}.",
            "Kurz ·  ·  · Fachbereich Soziales",
        ),
        (
            f"Unter {TEL} ist Herr von Roth, Koordinator der Messe, bis 12 Uhr zu sprechen.",
            "von Roth · Koordinator der Messe ·  · ",
        ),
    ],
)
def test_department_of_a_person_in_a_sentence(sentence: str, expected: str) -> None:
    assert_read(sentence, {expected: "014"})


@pytest.mark.parametrize(
    "sentence",
    [
        "Auskunft geben die Musikschule Celle (Telefon {}) und das Stadtarchiv Celle (Telefon {}).",
        "Auskunft geben die Musikschule Celle, Telefon {}, und das Stadtarchiv Celle, Telefon {}.",
        "Sie erreichen die Musikschule Celle unter {} und das Stadtarchiv Celle unter {}.",
    ],
)
def test_each_office_in_a_sentence_has_its_number(sentence: str) -> None:
    assert_read(
        sentence.format(TEL, TEL_2),
        {" ·  · Musikschule Celle · ": "014", " ·  · Stadtarchiv Celle · ": "015"},
    )


@pytest.mark.parametrize(
    "lines",
    ["Straße: Lindenweg 3\nOrt: 29221 Celle", "Straße: Lindenweg 3\nPLZ / Ort: 29221 Celle"],
)
def test_street_and_town_in_fields_of_their_own_are_one_address(lines: str) -> None:
    (contact,) = read_section(f"Kulturbüro Celle\n{lines}\nEva Kurz\n{TEL}").contacts
    assert contact.address is not None
    assert (contact.address.street, contact.address.postal_code) == ("Lindenweg", "29221")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(
            f"Klinik Celle\n\nChefarzt\nDr. Jan Roth\n\nVorzimmer\nEva Kurz\n{TEL}",
            {
                "Dr. Jan Roth · Chefarzt · Klinik Celle · ": "",
                "Eva Kurz · Vorzimmer · Klinik Celle · ": "014",
            },
            id="desk with a person of its own",
        ),
        pytest.param(
            f"Stadt Celle\nKoordination:\nEva Kurz\n{TEL}\nJan Roth\n{TEL_2}",
            {
                "Eva Kurz · Koordination · Stadt Celle · ": "014",
                "Jan Roth · Koordination · Stadt Celle · ": "015",
            },
            id="function above two persons",
        ),
        pytest.param(
            f"Stadt Celle\nLeiterin:\nEva Kurz\n{TEL}\nJan Roth\n{TEL_2}",
            {
                "Eva Kurz · Leiterin · Stadt Celle · ": "014",
                "Jan Roth ·  · Stadt Celle · ": "015",
            },
            id="function of one person",
        ),
        pytest.param(
            f"Theater Celle\nLindenweg 6, 29221 Celle\n\nDramaturgin:\nEva Kurz\nTel. {TEL}\n\n"
            f"Kartenverkauf:\nTel. {TEL_2}",
            {
                "Eva Kurz · Dramaturgin · Theater Celle · ": "014",
                " ·  · Theater Celle · Kartenverkauf": "015",
            },
            id="label above a number of its own",
        ),
        pytest.param(
            f"Kreis Celle\nSportamt\n\nName\nFunktion\nTelefon\n\nEva Kurz\nLeiterin\n{TEL}\n\n"
            f"Jan Roth\nBerater\n{TEL_2}",
            {
                "Eva Kurz · Leiterin · Kreis Celle · Sportamt": "014",
                "Jan Roth · Berater · Kreis Celle · Sportamt": "015",
            },
            id="table cell by cell",
        ),
        pytest.param(
            f"Ihre Ansprechpartnerin bei der Handwerkskammer Lippe:\nEva Kurz\n{TEL}",
            {"Eva Kurz ·  · Handwerkskammer Lippe · ": "014"},
            id="body in the line that announces",
        ),
        pytest.param(
            f"Ansprechpersonen des Landkreises Zwickau\nEva Kurz, {TEL}\nJan Roth, {TEL_2}",
            {
                "Eva Kurz ·  · Landkreis Zwickau · ": "014",
                "Jan Roth ·  · Landkreis Zwickau · ": "015",
            },
            id="body in the genitive",
        ),
        pytest.param(
            f"Ihre Ansprechpartnerin beim Kreisverband Celle e. V.: Eva Kurz, {TEL}",
            {"Eva Kurz ·  · Kreisverband Celle e. V. · ": "014"},
            id="body in a label",
        ),
        pytest.param(
            f"Ansprechpersonen im Kreishaus\nEva Kurz, {TEL}",
            {"Eva Kurz ·  ·  · ": "014"},
            id="house is no body",
        ),
        pytest.param(
            f"Ärztlicher Notdienst Celle\nTelefon: {TEL}",
            {" ·  · Ärztlicher Notdienst Celle · ": "014"},
            id="unknown body in a place",
        ),
        pytest.param(
            f"Lebensbrücke Uelzen\nEva Kurz\n{TEL}",
            {"Eva Kurz ·  · Lebensbrücke Uelzen · ": "014"},
            id="unknown body above a person",
        ),
        pytest.param(
            f"Unterwegs in Celle\nTelefon: {TEL}", {" ·  ·  · ": "014"}, id="heading with a place"
        ),
        pytest.param(
            f"Frau El Haddad, {TEL}\nHerr De Luca, {TEL_2}",
            {"El Haddad ·  ·  · ": "014", "De Luca ·  ·  · ": "015"},
            id="family names of two words",
        ),
        pytest.param(
            f"kurz@kreis-altmuehlau.de   Eva Kurz   Leiterin   {TEL}\n"
            f"roth@kreis-altmuehlau.de   Jan Roth-Lang   Berater   {TEL_2}",
            {"Eva Kurz · Leiterin ·  · ": "014", "Jan Roth-Lang · Berater ·  · ": "015"},
            id="mail in the first column",
        ),
    ],
)
def test_who_belongs_to_what(block: str, expected: dict[str, str]) -> None:
    assert_read(block, expected)


@pytest.mark.parametrize(
    ("line", "street"),
    [
        ("Altes Rathaus, 53111 Bonn", "Altes Rathaus"),
        ("Rathaus · 53111 Bonn", "Rathaus"),
        ("Neues Schloss | 53111 Bonn", "Neues Schloss"),
        ("Haus der Begegnung, 53111 Bonn", "Haus der Begegnung"),
        ("Kreishaus, Lindenweg 3, 53111 Bonn", "Lindenweg"),
        ("Lindenweg 3, Kreishaus, 53111 Bonn", "Lindenweg"),
        ("Stadtarchiv, 53111 Bonn", None),
    ],
)
def test_letters_are_sent_to_a_house_by_its_name(line: str, street: str | None) -> None:
    (contact,) = read_section(f"Stadt Bonn\nAmt für Gleichstellung\n{line}\nTel. {TEL}").contacts
    assert contact.address is not None
    assert contact.address.street == street
    assert contact.units[:1] == ("Amt für Gleichstellung",)


def test_desks_of_a_paragraph_stand_above_the_number_of_their_house() -> None:
    block = "Eva Kurz, Tel. -14\nJan Roth, Tel. -15\nUwe Lang, Tel. -16\nZentrale: 030 23125-0"
    contacts = read_section(f"Hier steht, wie man uns erreicht.\n\n{block}").contacts
    assert [c.phones[0].e164 for c in contacts] == [f"+493023125{n}" for n in (14, 15, 16)]


@pytest.mark.parametrize("hours", ["Montag 8 -12, 13 -15, 16 -18", "Mo - Fr 8 -12, 14 -16"])
def test_hours_are_no_extensions(hours: str) -> None:
    (contact,) = read_section(f"Sozialamt Celle\n{hours}\nTel. 030 23125-0").contacts
    assert [phone.raw for phone in contact.phones] == ["030 23125-0"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Träger: Stadt Celle", "Familienzentrum Sonnenschein"),
        ("Träger: Caritasverband Celle e. V.", "Haus der Familie Celle"),
        ("in Trägerschaft der AWO Celle", "Begegnungszentrum Celle"),
    ],
)
def test_carrier_stands_inside_the_contact(line: str, name: str) -> None:
    block = f"{name}\n{line}\nLeiterin Eva Kurz\nLindenweg 3 · 29221 Celle\nFon {TEL}"
    assert_read(block, {f"Eva Kurz · Leiterin · {name} · ": "014"})


@pytest.mark.parametrize(
    "mails",
    [
        pytest.param("[a@kreis-celle.de](mailto:a@kreis-celle.de)", id="link"),
        pytest.param("a@kreis-celle.de\nE-Mail: A@kreis-celle.de", id="line by line"),
    ],
)
def test_address_printed_twice_is_one(mails: str) -> None:
    (contact,) = read_section(f"Eva Kurz\nTel. {TEL}\n{mails}").contacts
    assert [mail.address for mail in contact.emails] == ["a@kreis-celle.de"]
