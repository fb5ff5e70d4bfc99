"""Partners; ⟦…⟧ marks each mention, the names follow."""

import pytest

from pipeline.text import Span
from tests.reading import read_brochure, unmark

HEADING = "Landkreis Celle\n\n"


def partners_of(marked: str) -> tuple[list[Span], list[Span], list[tuple[str, str, str | None]]]:
    text, expected = unmark(HEADING + marked)
    (section,) = read_brochure(text.characters).brochure.landkreise
    spans = [Span(partner.span.start, partner.span.end) for partner in section.partners]
    told = [(partner.name, str(partner.kind), partner.role) for partner in section.partners]
    return spans, expected, told


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        pytest.param(
            "Gemeinsam mit dem ⟦Jobcenter⟧, der ⟦Agentur für Arbeit⟧ und der ⟦AWO⟧ helfen wir.",
            ["Jobcenter", "Agentur für Arbeit", "AWO"],
            id="coordination",
        ),
        pytest.param(
            "Unterstützt werden wir durch das ⟦Jobcenter⟧ sowie die ⟦Tafel⟧.",
            ["Jobcenter", "Tafel"],
            id="sowie",
        ),
        pytest.param(
            "Mit Unterstützung des ⟦Deutschen Roten Kreuzes⟧ und des ⟦Kirchenkreises⟧ gelingt es.",
            ["Deutsches Rotes Kreuz", "Kirchenkreis"],
            id="genitive to nominative",
        ),
        pytest.param(
            "Wir arbeiten eng mit dem ⟦Evangelischen Kirchenkreis⟧ zusammen.",
            ["Evangelischer Kirchenkreis"],
            id="dative to nominative",
        ),
        pytest.param(
            "Gemeinsam mit den ⟦Wohlfahrtsverbänden⟧ öffnen wir Räume.",
            ["Wohlfahrtsverbände"],
            id="plural to nominative",
        ),
        pytest.param(
            "Gemeinsam mit der ⟦Volkshochschule Celle⟧ öffnen wir Räume.",
            ["Volkshochschule Celle"],
            id="place kept",
        ),
        pytest.param(
            "Gemeinsam mit dem ⟦AWO Kreisverband Celle e. V.⟧ öffnen wir Räume.",
            ["AWO Kreisverband Celle e. V."],
            id="legal form kept",
        ),
        pytest.param(
            "Gemeinsam mit dem ⟦Amt für Jugend und Soziales⟧ öffnen wir Räume.",
            ["Amt für Jugend und Soziales"],
            id="und inside a name",
        ),
        pytest.param(
            "Gemeinsam mit dem ⟦Verein „Brücke“⟧ und dem ⟦Jobcenter⟧ öffnen wir Räume.",
            ["Verein „Brücke“", "Jobcenter"],
            id="quoted name",
        ),
        pytest.param(
            "Beteiligt sind die ⟦Stadt Celle⟧ und die ⟦Gemeinde Wathlingen⟧.",
            ["Stadt Celle", "Gemeinde Wathlingen"],
            id="towns",
        ),
        pytest.param(
            "Im Netzwerk wirken ⟦AWO⟧, ⟦DRK⟧ und ⟦Caritas⟧ mit.",
            ["AWO", "DRK", "Caritas"],
            id="abbreviations",
        ),
        pytest.param(
            "Das ⟦Jobcenter⟧ unterstützt uns. Auch das Jobcenter berät.", ["Jobcenter"], id="once"
        ),
        pytest.param(
            "Partner vor Ort\n\n• ⟦Volkshochschule⟧\n• ⟦AWO Kreisverband Celle e. V.⟧ (Beratung)",
            ["Volkshochschule", "AWO Kreisverband Celle e. V."],
            id="list below its sub-heading",
        ),
        pytest.param(
            "Unsere Partner: ⟦Volkshochschule⟧, ⟦Jobcenter⟧ und ⟦Tafel⟧",
            ["Volkshochschule", "Jobcenter", "Tafel"],
            id="list behind its label",
        ),
        pytest.param(
            "Folgende Stellen beteiligen sich an der Runde:\n\n• ⟦Volkshochschule⟧\n• ⟦Jobcenter⟧",
            ["Volkshochschule", "Jobcenter"],
            id="list behind a sentence",
        ),
        pytest.param(
            "Gemeinsam mit der ⟦Volkshochschule⟧ wird gebaut. Das Jobcenter liegt daneben.",
            ["Volkshochschule"],
            id="who is only mentioned is none",
        ),
        pytest.param(
            "Gemeinsam mit dem ⟦Jobcenter⟧, aber nicht mit der Tafel, öffnen wir Räume.",
            ["Jobcenter"],
            id="who is denied is none",
        ),
        pytest.param(
            "„Gemeinsam mit dem Jobcenter packen wir an“, sagt Landrätin Eva Kurz.",
            [],
            id="who is mentioned in a quote is none",
        ),
    ],
)
def test_partners_are_found(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert [name for name, _, _ in told] == names
    assert spans == expected


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Unterstützt werden wir durch das Jobcenter.",
            [("Jobcenter", "organisation", None)],
            id="body",
        ),
        pytest.param(
            "Unterstützt werden wir durch die Landrätin Dr. Eva Kurz.",
            [("Dr. Eva Kurz", "person", "Landrätin")],
            id="named person",
        ),
        pytest.param(
            "Unterstützt werden wir durch Herrn Jan Roth, Leiter der Tafel.",
            [("Jan Roth", "person", "Leiter der Tafel")],
            id="function behind the name",
        ),
        pytest.param(
            "Mitglieder der Steuerungsgruppe sind die Landrätin und der Bürgermeister.",
            [
                ("Landrätin", "person", "Mitglied der Steuerungsgruppe"),
                ("Bürgermeister", "person", "Mitglied der Steuerungsgruppe"),
            ],
            id="members of a committee",
        ),
        pytest.param(
            "Im Beirat wirken Kreisrätin Eva Kurz, Pastor Jan Roth und der Leiter der Tafel, "
            "Dr. Ole Kern, mit.",
            [
                ("Eva Kurz", "person", "Kreisrätin"),
                ("Jan Roth", "person", "Pastor"),
                ("Dr. Ole Kern", "person", "Leiter der Tafel"),
            ],
            id="functions before, and behind a comma",
        ),
        pytest.param(
            "Beteiligt sind die Tafeln in Celle, Uelzen und Gifhorn sowie die AWO.",
            [("Tafeln in Celle, Uelzen und Gifhorn", "group", None), ("AWO", "organisation", None)],
            id="bodies of one kind in several places",
        ),
        pytest.param(
            "Unterstützt werden wir durch diverse freie Träger.",
            [("diverse freie Träger", "group", None)],
            id="group",
        ),
        pytest.param(
            "Gemeinsam mit den Städten Celle und Bergen öffnen wir Räume.",
            [("Städte Celle und Bergen", "group", None)],
            id="plural head over names",
        ),
        pytest.param(
            "Gemeinsam mit dem Wirtschafts- und Jugendamt öffnen wir Räume.",
            [("Wirtschaftsamt", "organisation", None), ("Jugendamt", "organisation", None)],
            id="shared head",
        ),
    ],
)
def test_partner_is_of_its_kind(sentence: str, told: list[tuple[str, str, str | None]]) -> None:
    assert partners_of(sentence)[2] == told


def test_landkreis_of_another_section_can_be_a_partner() -> None:
    sentence = "Gemeinsam mit dem Landkreis Harz und dem Landkreis Celle öffnen wir Räume."
    assert [name for name, _, _ in partners_of(sentence)[2]] == ["Landkreis Harz"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        pytest.param(
            "Der Beirat, in dem der ⟦Kreisbauernverband⟧ und der ⟦BUND⟧ mitwirken, tagt oft.",
            ["Kreisbauernverband", "BUND"],
            id="relative clause",
        ),
        pytest.param(
            "Ohne die ⟦Tafel Celle⟧ und den ⟦Kreissportbund⟧ gäbe es das Café nicht.",
            ["Tafel Celle", "Kreissportbund"],
            id="without whom it would not be",
        ),
        pytest.param(
            "Angesiedelt ist die Stelle beim ⟦Gesundheitsamt⟧.",
            ["Gesundheitsamt"],
            id="with whom it is hosted",
        ),
        pytest.param(
            "Der ⟦Ring politischer Jugend⟧ unterstützt das Vorhaben.",
            ["Ring politischer Jugend"],
            id="genitive without article",
        ),
        pytest.param(
            "Der ⟦Landfrauenverein Angeln und Umgebung e. V.⟧ unterstützt das Vorhaben.",
            ["Landfrauenverein Angeln und Umgebung e. V."],
            id="country around",
        ),
        pytest.param(
            "Das ⟦Seniorenheim am Park⟧ und das ⟦Amt Gartz (Oder)⟧ unterstützen das Vorhaben.",
            ["Seniorenheim am Park", "Amt Gartz (Oder)"],
            id="places inside names",
        ),
        pytest.param(
            "Die ⟦Stadt Celle⟧ erprobt das Modell, und Vereine erproben es auch.",
            ["Stadt Celle"],
            id="names, not just anybody",
        ),
        pytest.param(
            "Landrätin Eva Kurz sprach von einem Erfolg.",
            [],
            id="news: without a word of taking part",
        ),
        pytest.param(
            "Bei der Feier stellten ⟦Vertreter der Kreisverkehrswacht⟧ ihre Ideen zum Netz vor.",
            ["Vertreter der Kreisverkehrswacht"],
            id="a verb in the plural is no attribute",
        ),
        pytest.param(
            "Im vergangenen Jahr unterstützte die ⟦Polizei⟧ 412 Familien.",
            ["Polizei"],
            id="a number with its noun is no part of the name",
        ),
        pytest.param(
            "Möglich wurde es durch eine Spende der ⟦AWO⟧ und den Einsatz des ⟦THW⟧.",
            ["AWO", "THW"],
            id="whose spend it is",
        ),
        pytest.param(
            "Gemeinsam mit den Firmen ⟦Elbtal Bau GmbH⟧ und ⟦Kern AG⟧ öffnen wir Räume.",
            ["Elbtal Bau GmbH", "Kern AG"],
            id="firms and their names",
        ),
        pytest.param(
            "Dazu stellt die ⟦Moscheegemeinde⟧ Räume bereit und die ⟦Tafel Celle⟧ bietet Kurse an.",
            ["Moscheegemeinde", "Tafel Celle"],
            id="an object is no part of the name",
        ),
        pytest.param(
            "Wir danken der ⟦Buchhandlung Lesezeichen⟧ für die Bücher und ⟦Eva Kurz⟧ für die Zeit.",
            ["Buchhandlung Lesezeichen", "Eva Kurz"],
            id="what one is thanked for is no part of the name",
        ),
        pytest.param(
            "Mit von der Partie: der ⟦Kreischorverband⟧, die ⟦Trachtenjugend⟧ und die ⟦AWO⟧.",
            ["Kreischorverband", "Trachtenjugend", "AWO"],
            id="a sentence without a verb",
        ),
        pytest.param(
            "Der Verband hilft mit der ⟦Stadt Buchholz in der Nordheide⟧ und der ⟦AWO⟧ zusammen.",
            ["Stadt Buchholz in der Nordheide", "AWO"],
            id="a town by its landscape; a body that is just any",
        ),
        pytest.param(
            "Träger ist der ⟦Bürger für Bürger e. V.⟧ in Eisenberg.",
            ["Bürger für Bürger e. V."],
            id="a legal form ends a name",
        ),
        pytest.param(
            "Wir kooperieren mit:\n\n– ⟦AWO Celle⟧\n– ⟦Kirchenkreis Celle⟧ (Diakonie)",
            ["AWO Celle", "Kirchenkreis Celle"],
            id="below a sub-heading with a cue",
        ),
        pytest.param(
            "Seit Mai engagiert sich die ⟦Kirchengemeinde Bergen⟧ in dem Café.",
            ["Kirchengemeinde Bergen"],
            id="where it is done is no part of the name",
        ),
        pytest.param(
            "Mit Hilfe des ⟦DRK Kreisverbands Celle⟧ und des ⟦Rotary Clubs Uelzen⟧ gelingt es.",
            ["DRK Kreisverband Celle", "Rotary Club Uelzen"],
            id="an abbreviation before what is declined",
        ),
        pytest.param(
            "Hauptpartner ist die ⟦Hochschule Celle⟧.",
            ["Hochschule Celle"],
            id="what is said of somebody",
        ),
        pytest.param(
            "Die lebendige Technologie- und Wirtschaftsregion unterstützt alle.",
            [],
            id="a region is nobody",
        ),
    ],
)
def test_partner_by_its_place(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert [name for name, _, _ in told] == names
    assert spans == expected


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        pytest.param("Dem Beirat gehören die Landrätin und der Dekan an.", "Beirats", id="dative"),
        pytest.param(
            "Der Lenkungskreis besteht aus der Landrätin und dem Dekan.",
            "Lenkungskreises",
            id="consists of",
        ),
        pytest.param(
            "Zusammengesetzt ist das Kuratorium aus der Landrätin und dem Dekan.",
            "Kuratoriums",
            id="composed of",
        ),
    ],
)
def test_members_of_a_committee_have_that_role(sentence: str, role: str) -> None:
    _, _, told = partners_of(sentence)
    persons = [said for _, kind, said in told if kind == "person"]
    assert persons
    assert set(persons) == {f"Mitglied des {role}"}
