"""Contacts put together from their blocks, as name / roles / organisation / units / data."""

from string import ascii_uppercase

import pytest

from tests.reading import read_section, told

BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
TEL = "Tel. 030 23125-014"
TEL_2 = "Tel. 030 23125-015"
MAIL = "eva.kurz@kreis-altmuehlau.de"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(f"Eva Kurz\n{TEL}", "Eva Kurz ·  ·  · ", id="name"),
        pytest.param(f"Frau Eva Kurz\n{TEL}", "Eva Kurz ·  ·  · ", id="salutation"),
        pytest.param(f"Dr. Eva Kurz\n{TEL}", "Dr. Eva Kurz ·  ·  · ", id="title"),
        pytest.param(f"Eva Kurz, M. A.\n{TEL}", "Eva Kurz, M. A. ·  ·  · ", id="degree"),
        pytest.param(
            f"Eva Kurz\nKoordinatorin\n{TEL}", "Eva Kurz · Koordinatorin ·  · ", id="role"
        ),
        pytest.param(
            f"Koordinatorin Eva Kurz\n{TEL}", "Eva Kurz · Koordinatorin ·  · ", id="role in front"
        ),
        pytest.param(
            f"Leitung: Eva Kurz\n{TEL}", "Eva Kurz · Leitung ·  · ", id="label that is a role"
        ),
        pytest.param(
            f"Ansprechpartnerin: Eva Kurz\n{TEL}", "Eva Kurz ·  ·  · ", id="label that is none"
        ),
        pytest.param(f"Ansprechpartnerin:\nEva Kurz\n{TEL}", "Eva Kurz ·  ·  · ", id="label above"),
        pytest.param(f"i. A. Eva Kurz\n{TEL}", "Eva Kurz ·  ·  · ", id="on behalf of"),
        pytest.param(
            f"Eva Kurz, Leiterin, Amt für Soziales, Landratsamt Celle, {TEL}",
            "Eva Kurz · Leiterin · Landratsamt Celle · Amt für Soziales",
            id="all on one line",
        ),
        pytest.param(
            f"Landkreis Celle\nFachbereich 3 – Jugend, Familie und Soziales\nEva Kurz\n{TEL}",
            "Eva Kurz ·  · Landkreis Celle · Fachbereich 3 – Jugend, Familie und Soziales",
            id="body and department above",
        ),
        pytest.param(
            f"Landratsamt Celle\nDezernat II\nAmt für Soziales\nEva Kurz\n{TEL}",
            "Eva Kurz ·  · Landratsamt Celle · Dezernat II + Amt für Soziales",
            id="departments, outermost first",
        ),
        pytest.param(
            f"Eva Kurz\nStabsstelle Integration im Landratsamt Celle\n{TEL}",
            "Eva Kurz ·  · Landratsamt Celle · Stabsstelle Integration",
            id="department in a body",
        ),
        pytest.param(
            f"AWO Kreisverband Celle e. V.\n{TEL}",
            " ·  · AWO Kreisverband Celle e. V. · ",
            id="office without a person",
        ),
        pytest.param(
            f"Pflegestützpunkt Celle\n{TEL}", " ·  · Pflegestützpunkt Celle · ", id="known office"
        ),
        pytest.param(
            f"Landkreis Celle\n{TEL}\nLeiterin: Eva Kurz",
            "Eva Kurz · Leiterin · Landkreis Celle · ",
            id="person behind the numbers",
        ),
        pytest.param(
            f"Eva Kurz\nRaum 2.07, Mo–Fr 8.30–12.00 Uhr\n{TEL}", "Eva Kurz ·  ·  · ", id="asides"
        ),
        pytest.param(f"Xaverl Quendlhuber\n{TEL}", "Xaverl Quendlhuber ·  ·  · ", id="rare name"),
        pytest.param(
            f"Name: Kurz, Eva\nFunktion: Radwegförderung\nAmt: Amt für Verkehr\nTelefon: {TEL}",
            "Kurz, Eva · Radwegförderung ·  · Amt für Verkehr",
            id="fields of a form",
        ),
        pytest.param(
            f"Eva Kurz\nOrganisation\nKreis Celle\n{TEL}",
            "Eva Kurz ·  · Kreis Celle · ",
            id="field label is no body",
        ),
        pytest.param(
            f"Koordinator:in: Noa Quendl\n{TEL}",
            "Noa Quendl · Koordinator:in ·  · ",
            id="rare name behind a function",
        ),
        pytest.param(
            f"Eva Kurz, Fachberatung Tagespflege, {TEL}",
            "Eva Kurz · Fachberatung Tagespflege ·  · ",
            id="work beside a name",
        ),
        pytest.param(
            f"Landkreis Celle\nEva Kurz, Verwaltung\n{TEL}",
            "Eva Kurz · Verwaltung · Landkreis Celle · ",
            id="office as work",
        ),
        pytest.param(
            f"Eva Kurz\nKulturmanagement\nLandkreis Celle\n{TEL}",
            "Eva Kurz · Kulturmanagement · Landkreis Celle · ",
            id="work below a name",
        ),
        pytest.param(
            f"Eva Kurz\nBauverwaltung\nLandkreis Celle\n{TEL}",
            "Eva Kurz ·  · Landkreis Celle · Bauverwaltung",
            id="office below a name",
        ),
        pytest.param(
            f"Eva Kurz\nEhrenamtliche Seniorenbeauftragte\n{TEL}",
            "Eva Kurz · Ehrenamtliche Seniorenbeauftragte ·  · ",
            id="adjective of a function",
        ),
        pytest.param(
            f"Ihre Ansprechpartnerin: Eva Kurz\n{TEL}",
            "Eva Kurz ·  ·  · ",
            id="label with possessive",
        ),
        pytest.param(
            f"Pflegestützpunkt Celle\nc/o Haus der Begegnung\n{TEL}",
            " ·  · Pflegestützpunkt Celle · ",
            id="house behind c/o",
        ),
        pytest.param(
            f"Leitung: Eva Kurz\nGesundheitsamt Landkreis Celle\n{TEL}",
            "Eva Kurz · Leitung · Gesundheitsamt Landkreis Celle · ",
            id="known office with a person",
        ),
        pytest.param(f"Eva Kurz & Team\n{TEL}", "Eva Kurz ·  ·  · ", id="and her team"),
        pytest.param(
            f"Bundessprachenamt\nReferat Z 1\n{TEL}",
            " ·  · Bundessprachenamt · Referat Z 1",
            id="office of the Bund is a body",
        ),
        pytest.param(
            f"Dansk Skoleforening for Sydslesvig\nAm Bölt 15\n29221 Celle\n{TEL}",
            " ·  · Dansk Skoleforening for Sydslesvig · ",
            id="letterhead of a body that nobody knows",
        ),
        pytest.param(
            f"Landkreis Celle\nProjekt „Wir“\nTräger: Caritas Celle\n{TEL}",
            " ·  · Landkreis Celle · ",
            id="project and carrier are neither unit nor body",
        ),
        pytest.param(
            f"Jugendamt Celle\nHaus der Jugend, Am Bölt 15\n29221 Celle\n{TEL}",
            " ·  · Jugendamt Celle · ",
            id="house where a body sits",
        ),
        pytest.param(f"Eva Kurz, Celle\n{TEL}", "Eva Kurz ·  ·  · ", id="place behind a name"),
        pytest.param(
            f"Landkreis Celle\n{TEL}\nParkplatz hinter dem Haus\nHunde erlaubt",
            " ·  · Landkreis Celle · ",
            id="remarks behind the numbers",
        ),
        pytest.param(
            f"Landkreis Celle\nIntegrationsbeauftragte\nQuendla Mrosko\n{TEL}",
            "Quendla Mrosko · Integrationsbeauftragte · Landkreis Celle · ",
            id="rare name below a function",
        ),
        pytest.param(
            f"Landkreis Celle\nQuendla Mrosko\n{TEL}\nmrosko@kreis-celle.de",
            "Quendla Mrosko ·  · Landkreis Celle · ",
            id="rare name in a mail",
        ),
        pytest.param(
            f"Nordfriisk Instituut\nAm Bölt 15\n29221 Celle\nEva Kurz\n{TEL}",
            "Eva Kurz ·  · Nordfriisk Instituut · ",
            id="rare body above a person",
        ),
        pytest.param(f"Artenschutz: Frau Kurz, {TEL}", "Kurz · Artenschutz ·  · ", id="matter"),
        pytest.param(
            f"Technische Fragen: Eva Kurz, {TEL}", "Eva Kurz ·  ·  · ", id="questions are no matter"
        ),
        pytest.param(f"Eva Kurz (Bildung): {TEL}", "Eva Kurz · Bildung ·  · ", id="in brackets"),
        pytest.param(f"Eva Kurz (CDU)\n{TEL}", "Eva Kurz ·  ·  · ", id="party"),
        pytest.param(f"Vorzimmer: Eva Kurz, {TEL}", "Eva Kurz · Vorzimmer ·  · ", id="desk"),
        pytest.param(f"H.-J. Kurz\n{TEL}", "H.-J. Kurz ·  ·  · ", id="initials"),
        pytest.param(
            f"1. Vorsitzende: Eva Kurz\n{TEL}", "Eva Kurz · 1. Vorsitzende ·  · ", id="first of two"
        ),
        pytest.param(
            f"Landratsamt Celle\nLeitung: N. N.\nVertretung: Eva Kurz\n{TEL}",
            "Eva Kurz · Vertretung · Landratsamt Celle · ",
            id="vacancy",
        ),
        pytest.param(
            f"{TEL}\nAnsprechpartnerin\nEva Kurz\nkurz@kreis-celle.de",
            "Eva Kurz ·  ·  · ",
            id="number above the label",
        ),
        pytest.param(
            f"Landkreis Celle\nAbteilung 6: Bauen und Umwelt\n{TEL}",
            " ·  · Landkreis Celle · Abteilung 6: Bauen und Umwelt",
            id="number and colon",
        ),
        pytest.param(
            f"Landkreis Celle\n40 – Amt für Schulen\n{TEL}",
            " ·  · Landkreis Celle · 40 – Amt für Schulen",
            id="number in front",
        ),
        pytest.param(
            f"Fragen beantwortet Frau Eva Kurz von der Kreisvolkshochschule gern unter {TEL}.",
            "Eva Kurz ·  · Kreisvolkshochschule · ",
            id="body behind a name in a sentence",
        ),
        pytest.param(
            f"Ihnen hilft der Klimaschutzmanager des Landkreises, Jan Roth, unter {TEL} weiter.",
            "Jan Roth · Klimaschutzmanager des Landkreises ·  · ",
            id="function with a genitive in a sentence",
        ),
        pytest.param(
            f"Ministerium für Soziales, Gesundheit und Sport\nEva Kurz\n{TEL}",
            "Eva Kurz ·  · Ministerium für Soziales, Gesundheit und Sport · ",
            id="body with a list of fields",
        ),
        pytest.param(
            f"Für Fragen ist Eva Kurz, Leiterin des Fachbereichs Verkehr beim Kreis Lippe, unter "
            f"{TEL} da.",
            "Eva Kurz · Leiterin des Fachbereichs Verkehr · Kreis Lippe · ",
            id="apposition in a sentence",
        ),
        pytest.param(
            f"Auskunft gibt im Landratsamt Celle die Jugendreferentin Eva Kurz gern unter {TEL}.",
            "Eva Kurz · Jugendreferentin · Landratsamt Celle · ",
            id="function and body before the name",
        ),
        pytest.param(
            f"Es berät Sie Frau Eva Kurz, Beraterin der Wärme Lippe gGmbH, unter {TEL}.",
            "Eva Kurz · Beraterin · Wärme Lippe gGmbH · ",
            id="company in the genitive",
        ),
    ],
)
def test_block_is_one_contact(block: str, expected: str) -> None:
    (contact,) = read_section(f"{BODY}\n\n{block}").contacts
    assert told(contact) == expected
    assert [phone.e164 for phone in contact.phones] == ["+493023125014"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(
            f"Eva Kurz\n{TEL}\nJan Roth\n{TEL_2}",
            {"Eva Kurz ·  ·  · ": "014", "Jan Roth ·  ·  · ": "015"},
            id="one below the other",
        ),
        pytest.param(
            f"Eva Kurz, {TEL}\nJan Roth, {TEL_2}",
            {"Eva Kurz ·  ·  · ": "014", "Jan Roth ·  ·  · ": "015"},
            id="one line each",
        ),
        pytest.param(
            f"Landratsamt Celle\nAmt für Soziales\nEva Kurz\n{TEL}\nJan Roth\n{TEL_2}",
            {
                "Eva Kurz ·  · Landratsamt Celle · Amt für Soziales": "014",
                "Jan Roth ·  · Landratsamt Celle · Amt für Soziales": "015",
            },
            id="body above is shared",
        ),
        pytest.param(
            f"Landratsamt Celle\nAnsprechpartnerin:\nEva Kurz\n{TEL}\nLeitung:\nJan Roth\n{TEL_2}",
            {
                "Eva Kurz ·  · Landratsamt Celle · ": "014",
                "Jan Roth · Leitung · Landratsamt Celle · ": "015",
            },
            id="labels between",
        ),
        pytest.param(
            f"Eva Kurz\nLandratsamt Celle\n{TEL}\n\nJobcenter Celle\n{TEL_2}",
            {"Eva Kurz ·  · Landratsamt Celle · ": "014", " ·  · Jobcenter Celle · ": "015"},
            id="person, then office",
        ),
        pytest.param(
            f"Jobcenter Celle, {TEL}\nAgentur für Arbeit Celle, {TEL_2}",
            {" ·  · Jobcenter Celle · ": "014", " ·  · Agentur für Arbeit Celle · ": "015"},
            id="offices, one line each",
        ),
        pytest.param(
            f"{BODY} Fragen beantwortet Frau Eva Kurz, Telefon 030 23125-014. Jan Roth erreichen "
            f"Sie unter 030 23125-015.",
            {"Eva Kurz ·  ·  · ": "014", "Jan Roth ·  ·  · ": "015"},
            id="in sentences",
        ),
        pytest.param(
            "Sie erreichen das Jobcenter Celle unter der Telefonnummer 030 23125-014.",
            {" ·  · Jobcenter Celle · ": "014"},
            id="office in a sentence",
        ),
        pytest.param(
            "Landkreis Celle\n030 23125-0\nEva Kurz, Durchwahl -014\nJan Roth -015",
            {
                " ·  · Landkreis Celle · ": "250",
                "Eva Kurz ·  · Landkreis Celle · ": "014",
                "Jan Roth ·  · Landkreis Celle · ": "015",
            },
            id="direct dials below their house",
        ),
        pytest.param(
            "Eva Kurz und Jan Roth, Kreis Celle\nTel. 030 23125-014 (Kurz), 030 23125-015 (Roth)",
            {"Eva Kurz ·  · Kreis Celle · ": "014", "Jan Roth ·  · Kreis Celle · ": "015"},
            id="names behind the numbers",
        ),
        pytest.param(
            f"Eva Kurz\nLandrätin\n{TEL}\n\nGeschäftszimmer\n{TEL_2}",
            {"Eva Kurz · Landrätin ·  · ": "014", " ·  ·  · Geschäftszimmer": "015"},
            id="desk of its own",
        ),
        pytest.param(
            f"Name | Aufgabe | Telefon\nEva Kurz | Jugendparlament | {TEL}\n"
            f"Jan Roth | Ferienpass | {TEL_2}",
            {"Eva Kurz · Jugendparlament ·  · ": "014", "Jan Roth · Ferienpass ·  · ": "015"},
            id="table with heads",
        ),
        pytest.param(
            f"Caritas Celle\n{TEL}\ninfo@caritas-celle.de\n\nJan Roth\n{TEL_2}",
            {" ·  · Caritas Celle · ": "014", "Jan Roth ·  ·  · ": "015"},
            id="one person alone below a complete office may be anybody",
        ),
        pytest.param(
            f"Caritas Celle\n{TEL}\ninfo@caritas-celle.de\n\nLeitung: Jan Roth\n{TEL_2}",
            {" ·  · Caritas Celle · ": "014", "Jan Roth · Leitung · Caritas Celle · ": "015"},
            id="its head is not",
        ),
        pytest.param(
            f"Kreis Celle\nAm Bölt 15\n29221 Celle\n\nJugendamt\n{TEL}\n\nWasserprüfung\n{TEL_2}",
            {" ·  · Kreis Celle · Jugendamt": "014", " ·  · Kreis Celle · Wasserprüfung": "015"},
            id="departments below a letterhead",
        ),
        pytest.param(
            f"Leitung: Eva Kurz, {TEL}, Stellvertretung: Jan Roth, {TEL_2}",
            {"Eva Kurz · Leitung ·  · ": "014", "Jan Roth · Stellvertretung ·  · ": "015"},
            id="functions on one line",
        ),
        pytest.param(
            f"Eva Kurz / Jan Roth\nKreis Celle, Amt für Soziales\n{TEL} / -015",
            {
                "Eva Kurz ·  · Kreis Celle · Amt für Soziales": "014",
                "Jan Roth ·  · Kreis Celle · Amt für Soziales": "015",
            },
            id="two persons on a line",
        ),
        pytest.param(
            f"Eva Kurz              Jan Roth\nLeiterin              Klimaschutzmanager\n"
            f"{TEL}    {TEL_2}",
            {"Eva Kurz · Leiterin ·  · ": "014", "Jan Roth · Klimaschutzmanager ·  · ": "015"},
            id="two columns",
        ),
        pytest.param(
            f"Leiterin: Eva Kurz\nKoordinator: Jan Roth\n{TEL}, {TEL_2}\n{MAIL}\n"
            "jan.roth@kreis-altmuehlau.de",
            {"Eva Kurz · Leiterin ·  · ": "014", "Jan Roth · Koordinator ·  · ": "015"},
            id="names, then their data",
        ),
        pytest.param(
            f"Kreisverwaltung Celle\nTel. 030 23125-010\n\nReferat Gesundheit\nEva Kurz, {TEL}\n"
            f"Jan Roth, {TEL_2}",
            {
                " ·  · Kreisverwaltung Celle · ": "010",
                "Eva Kurz ·  · Kreisverwaltung Celle · Referat Gesundheit": "014",
                "Jan Roth ·  · Kreisverwaltung Celle · Referat Gesundheit": "015",
            },
            id="department below a body with numbers",
        ),
        pytest.param(
            f"Bei Fragen zur Ehrenamtskarte wenden Sie sich bitte an Eva Kurz ({TEL}) oder "
            f"Jan Roth ({TEL_2}), Landratsamt Celle, Am Bölt 15, "
            "29221 Celle.",
            {
                "Eva Kurz ·  · Landratsamt Celle · ": "014",
                "Jan Roth ·  · Landratsamt Celle · ": "015",
            },
            id="body behind the last number",
        ),
        pytest.param(
            "Energieberatung\n030 23125-014 (Frau Eva Kurz, Leiterin)\n"
            "030 23125-015 (Herr Jan Roth)",
            {
                "Eva Kurz · Leiterin · Energieberatung · ": "014",
                "Jan Roth ·  · Energieberatung · ": "015",
            },
            id="numbers before their persons",
        ),
        pytest.param(
            "Bitte vereinbaren Sie einen Termin unter 030 23125-014 mit Frau Eva Kurz oder unter "
            "030 23125-015 mit Herrn Jan Roth.",
            {"Eva Kurz ·  ·  · ": "014", "Jan Roth ·  ·  · ": "015"},
            id="numbers before their persons in a sentence",
        ),
        pytest.param(
            f"Leitung: Eva Kurz\nStellvertretung: Jan Roth\nAm Bölt 15, 29221 Celle\n{TEL}",
            {"Eva Kurz · Leitung ·  · ": "014", "Jan Roth · Stellvertretung ·  · ": "014"},
            id="address and number below two persons",
        ),
        pytest.param(
            "Schirmherr: Landrat Jan Roth\nAnsprechpartnerin: Eva Kurz\n"
            f"Am Bölt 15, 29221 Celle\n{TEL}",
            {"Jan Roth · Schirmherr + Landrat ·  · ": "", "Eva Kurz ·  ·  · ": "014"},
            id="below who is announced they are nobody else's",
        ),
        pytest.param(
            f"Eva Kurz, {TEL}\nJan Roth, {TEL_2}\nFax für alle: 030 23125-019",
            {"Eva Kurz ·  ·  · ": "014019", "Jan Roth ·  ·  · ": "015019"},
            id="fax for all",
        ),
        pytest.param(
            f"Jugendhaus Celle, {TEL}, Leiterin: Eva Kurz\n"
            f"Jugendclub Nord, {TEL_2}, Leiter: Jan Roth",
            {
                "Eva Kurz · Leiterin · Jugendhaus Celle · ": "014",
                "Jan Roth · Leiter · Jugendclub Nord · ": "015",
            },
            id="heads behind the numbers of their houses",
        ),
        pytest.param(
            f"• Celle: Eva Kurz, {TEL}\n• Nienhagen: N.N., {TEL_2}",
            {"Eva Kurz ·  ·  · ": "014", " ·  ·  · ": "015"},
            id="a vacant post has its number",
        ),
        pytest.param(
            f"Eva Kurz\n- Leiterin -\n{TEL}",
            {"Eva Kurz · Leiterin ·  · ": "014"},
            id="function between dashes",
        ),
        pytest.param(
            "Name\tVorname\tZimmer\tTelefon\nKurz\tEva\t2.14\t030 23125-014\n"
            "Roth\tJan\t2.15\t030 23125-015",
            {"Kurz, Eva ·  ·  · ": "014", "Roth, Jan ·  ·  · ": "015"},
            id="family name and given name in columns",
        ),
        pytest.param(
            f"Elterngeld | Eva Kurz | {TEL}\nWohngeld | Jan Roth | {TEL_2}",
            {"Eva Kurz · Elterngeld ·  · ": "014", "Jan Roth · Wohngeld ·  · ": "015"},
            id="tasks in the first column",
        ),
        pytest.param(
            f"Gesundheitsamt Landkreis Celle\nAmtsärztlicher Dienst: {TEL}\nHygienedienst: {TEL_2}",
            {
                " ·  · Gesundheitsamt Landkreis Celle · Amtsärztlicher Dienst": "014",
                " ·  · Gesundheitsamt Landkreis Celle · Hygienedienst": "015",
            },
            id="departments, a line each",
        ),
    ],
)
def test_each_number_belongs_to_its_contact(block: str, expected: dict[str, str]) -> None:
    contacts = read_section(block).contacts
    found = {told(c): "".join((p.e164 or "")[-3:] for p in c.phones) for c in contacts}
    assert found == expected


def test_address_above_belongs_to_all_persons_below() -> None:
    block = f"Landratsamt Celle\nAm Bölt 15\n29221 Celle\n\nEva Kurz\n{TEL}\n\nJan Roth\n{TEL_2}"
    first, second = read_section(f"{BODY}\n\n{block}").contacts
    assert first.address is not None
    assert first.address == second.address
    assert (first.address.street, first.address.house_number) == ("Am Bölt", "15")
    assert (first.address.postal_code, first.address.city) == ("29221", "Celle")


def test_all_data_of_a_contact_are_kept() -> None:
    block = (
        f"Eva Kurz\nTel. 030 23125-014, Fax -015\nMobil 0171 3920012\n{MAIL}\nwww.kreis-celle.de"
    )
    (contact,) = read_section(f"{BODY}\n\n{block}").contacts
    assert [phone.kind for phone in contact.phones] == ["phone", "fax", "mobile"]
    assert [email.address for email in contact.emails] == [MAIL]
    assert [website.url for website in contact.websites] == ["https://www.kreis-celle.de"]


def test_contacts_of_a_block_cover_it() -> None:
    section = read_section(f"{BODY}\n\nEva Kurz\n{TEL}\n\nJan Roth\n{TEL_2}\n\n{BODY}")
    first, second = section.contacts
    assert section.paragraphs[0].span.end < first.span.start
    assert first.span.end < second.span.start < second.span.end < section.paragraphs[1].span.start


def test_contact_in_a_sentence_lies_in_its_paragraph() -> None:
    section = read_section(f"{BODY} Fragen beantwortet Frau Eva Kurz, Telefon 030 23125-014, gern.")
    (paragraph,), (contact,) = section.paragraphs, section.contacts
    assert paragraph.span.start < contact.span.start < contact.span.end < paragraph.span.end


@pytest.mark.parametrize(
    ("printed", "title", "given", "family"),
    [
        pytest.param("Dr. Eva Kurz", "Dr.", "Eva", "Kurz", id="title"),
        pytest.param("Prof. Dr. med. Jan Roth", "Prof. Dr. med.", "Jan", "Roth", id="titles"),
        pytest.param("Eva von der Ahe", None, "Eva", "von der Ahe", id="particles"),
        pytest.param("Eva-Maria Kurz-Roth", None, "Eva-Maria", "Kurz-Roth", id="double names"),
        pytest.param("Kurz, Eva", None, "Eva", "Kurz", id="family name in front"),
        pytest.param("EVA KURZ", None, "EVA", "KURZ", id="capitals"),
        pytest.param("EVA VAN DEN BERG", None, "EVA", "VAN DEN BERG", id="particles in capitals"),
        pytest.param("Kurz, Dr. Eva", "Dr.", "Eva", "Kurz", id="title behind the comma"),
        pytest.param(
            "Dr. (Univ. Padua) Eva Kurz", "Dr. (Univ. Padua)", "Eva", "Kurz", id="foreign title"
        ),
        pytest.param("E. Kurz", None, "E.", "Kurz", id="initial"),
        pytest.param("Ayşe Yıldız", None, "Ayşe", "Yıldız", id="Turkish"),
    ],
)
def test_name_is_parted(printed: str, title: str | None, given: str, family: str) -> None:
    (contact,) = read_section(f"{BODY}\n\n{printed}\nKoordinatorin\n{TEL}").contacts
    assert contact.name is not None
    assert contact.name.full == printed
    assert (contact.name.title, contact.name.given, contact.name.family) == (title, given, family)


CROWD = "".join(f"Eva Kurz-{letter}\n" for letter in ascii_uppercase)
DESKS = "".join(f"Tel. 030 23125-{number}\n" for number in range(1000, 1026))
FOR_ALL = DESKS.replace("Tel.", "Fax für alle:")


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(f"{DESKS}{CROWD}", id="numbers above"),
        pytest.param(f"{CROWD}{DESKS}", id="numbers below"),
        pytest.param(CROWD.replace("\n", f"\n{TEL}\n") + FOR_ALL, id="numbers for all"),
    ],
)
def test_a_crowd_is_not_dealt_copies_of_all_numbers(block: str) -> None:
    contacts = read_section(f"{BODY}\n\n{block}").contacts
    numbers = sum(len(contact.phones) for contact in contacts)
    assert 0 < numbers <= block.count("030")
