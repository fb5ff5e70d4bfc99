"""Partners in the lively style of whole brochures; ⟦…⟧ marks each mention, the names follow."""

import pytest

from pipeline.assemble.partners.row_labels import label_at
from tests.assemble.test_partners import partners_of
from tests.reading import read_section

HELPING = [
    pytest.param(
        "Wir danken allen. Die ⟦Gemeindebücherei Schönberg⟧ leiht Bücher.",
        ["Gemeindebücherei Schönberg"],
        id="a verb of hands behind a sentence about us",
    ),
    pytest.param(
        "Das Mehl mahlt die ⟦Talmühle Ruhland GmbH⟧, den Teig kneten die ⟦Landfrauen Oberau⟧.",
        ["Talmühle Ruhland GmbH", "Landfrauen Oberau"],
        id="several, each with a verb",
    ),
    pytest.param(
        "Gekocht wird beim ⟦Werkhof Probstei⟧, den Diesel zahlt die ⟦Förde Sparkasse⟧.",
        ["Werkhof Probstei", "Förde Sparkasse"],
        id="where it is done",
    ),
    pytest.param(
        "Gebaut hat das Floß die ⟦Werft Kahlenberg⟧.",
        ["Werft Kahlenberg"],
        id="a participle in front",
    ),
    pytest.param("Am Bahnhof baut die Stadt Celle einen Kreisel.", [], id="but one alone"),
    pytest.param(
        "Die Polizei Celle fährt Streife. Die Stadt Celle baut einen Kreisel.",
        [],
        id="but two, in a sentence each",
    ),
    pytest.param(
        "Unsere Straße ist alt. Die Deutsche Bahn baut die Strecke aus.", [], id="but a railway"
    ),
    pytest.param(
        "Wir treffen uns hier. Gleich daneben backt die Bäckerei Kurz ihr Brot.",
        [],
        id="but a neighbour",
    ),
    pytest.param("Bei uns kocht der Chef selbst.", [], id="but not anybody"),
]
OURS = [
    pytest.param(
        "Auf unserer Seite haben wir die ⟦Feuerwehr Celle⟧, den ⟦Imkerverein⟧ und das ⟦Jobcenter⟧.",
        ["Feuerwehr Celle", "Imkerverein", "Jobcenter"],
        id="objects on our side",
    ),
    pytest.param(
        "Auf ihrer Seite haben sie den ⟦Kreissportbund⟧ und die ⟦Tafel Celle⟧.",
        ["Kreissportbund", "Tafel Celle"],
        id="objects on their side",
    ),
    pytest.param(
        "Künftig wollen wir auch die Handwerkskammer ins Boot holen.", [], id="but not yet"
    ),
    pytest.param(
        "Mit der Handwerkskammer sprechen wir noch über Praktika.", [], id="but not agreed"
    ),
    pytest.param(
        "Das ⟦Jugendamt⟧ vermittelt uns Jugendliche, die ⟦AWO Celle⟧ Ältere mit Zeit.",
        ["Jugendamt", "AWO Celle"],
        id="people are the object",
    ),
    pytest.param(
        "Seither bringen wir Jugendliche mit Menschen zusammen.", [], id="people in general"
    ),
    pytest.param(
        "Eine beratende Rolle kommt dem ⟦Landesjugendring Thüringen⟧ zu.",
        ["Landesjugendring Thüringen"],
        id="a function comes to somebody",
    ),
    pytest.param(
        "Die ⟦Hochschule Celle⟧ hilft, aus deren Labor der Rechner stammt.",
        ["Hochschule Celle"],
        id="but not what is theirs",
    ),
    pytest.param(
        "Der ⟦Verein Mien Dörp e. V.⟧ hilft und ist die älteste Agentur der Stadt.",
        ["Verein Mien Dörp e. V."],
        id="but not what is said of it",
    ),
    pytest.param(
        "Wer mitfährt\n\n– ⟦Kreisjugendring Plön e. V.⟧\n– ⟦Landjugend Selent⟧",
        ["Kreisjugendring Plön e. V.", "Landjugend Selent"],
        id="below a lively sub-heading",
    ),
]
NAMES = [
    pytest.param(
        "Räume überlassen uns die ⟦Stadt Weil am Rhein⟧ und die ⟦Stadt Waren (Müritz)⟧.",
        ["Stadt Weil am Rhein", "Stadt Waren (Müritz)"],
        id="towns that begin as small words do",
    ),
    pytest.param(
        "Gemeinsam mit der ⟦Stadt Celle⟧ (Jugendamt) bauen wir.",
        ["Stadt Celle"],
        id="but an office in a bracket",
    ),
    pytest.param(
        "Beteiligt sind die ⟦Gemeinde Wathlingen⟧ und der ⟦Markt Nordhalben⟧.",
        ["Gemeinde Wathlingen", "Markt Nordhalben"],
        id="a market town",
    ),
    pytest.param("Die AWO ist mit am Markt dabei.", ["AWO"], id="but a market"),
    pytest.param(
        "Unterstützt werden wir vom ⟦Verein Lernen fördern e. V. Ibbenbüren⟧.",
        ["Verein Lernen fördern e. V. Ibbenbüren"],
        id="a motto, and a place behind the legal form",
    ),
    pytest.param(
        "Getragen wird es vom ⟦Sozialdienst katholischer Frauen Meppen e. V.⟧ und der ⟦AWO⟧.",
        ["Sozialdienst katholischer Frauen Meppen e. V.", "AWO"],
        id="a genitive behind a contraction",
    ),
    pytest.param(
        "Übernommen wird es von der ⟦Genossenschaft Ärzte am Hochrhein eG⟧.",
        ["Genossenschaft Ärzte am Hochrhein eG"],
        id="a place before the legal form",
    ),
    pytest.param(
        "Unterstützt wird er vom ⟦Amt Burg-St. Michaelisdonn⟧.",
        ["Amt Burg-St. Michaelisdonn"],
        id="a saint inside a name",
    ),
]
ROLES = [
    pytest.param(
        "Träger: Wegbegleiter Isartal e. V.",
        [("Wegbegleiter Isartal e. V.", "organisation", "Träger")],
        id="label of a row",
    ),
    pytest.param(
        "Träger: Stiftung Ecksberg\nPartner: Tafel Celle, Hospiz Lebensbrücke",
        [
            ("Stiftung Ecksberg", "organisation", "Träger"),
            ("Tafel Celle", "organisation", None),
            ("Hospiz Lebensbrücke", "organisation", None),
        ],
        id="a row below says no more than that they take part",
    ),
    pytest.param(
        "Unserem Beirat gehören Goran Vuković und die AWO Celle an.",
        [
            ("Goran Vuković", "person", "Mitglied des Beirats"),
            ("AWO Celle", "organisation", None),
        ],
        id="a committee of ours",
    ),
    pytest.param(
        "Träger ist der Verein Eifelfenster e. V.",
        [("Verein Eifelfenster e. V.", "organisation", None)],
        id="a short line that names the carrier",
    ),
]


@pytest.mark.parametrize(("marked", "names"), [*HELPING, *OURS, *NAMES])
def test_who_is_named_in_a_brochure(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert [name for name, _, _ in told] == names
    if "⟦" in marked:
        assert spans == expected


@pytest.mark.parametrize(("passage", "told"), ROLES)
def test_what_is_said_of_them(passage: str, told: list[tuple[str, str, str | None]]) -> None:
    found = read_section(passage).partners
    by_place = sorted(found, key=lambda partner: partner.span.start)
    assert [(partner.name, str(partner.kind), partner.role) for partner in by_place] == told


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        pytest.param("Schirmherrin: |Landrätin", "Schirmherrin", id="row"),
        pytest.param("Fachliche Begleitung: |AWO", "Fachliche Begleitung", id="with an attribute"),
        pytest.param("Träger: AWO Celle, |Tafel Celle", "Träger", id="second of a row"),
        pytest.param("Träger: AWO, Partner: |Tafel", None, id="but the next label"),
        pytest.param("Das Haus (Träger: AWO) und das |Schulamt", None, id="but behind the bracket"),
        pytest.param("Wir suchen Träger: |Vereine", None, id="but a sentence"),
    ],
)
def test_the_label_of_a_row(printed: str, label: str | None) -> None:
    assert label_at(printed.replace("|", ""), printed.index("|")) == label


def test_the_kreis_itself_is_no_partner() -> None:
    section = read_section(
        "Der Regionalverband wirkt im Netzwerk mit.", heading="Regionalverband Saarbrücken"
    )
    assert section.partners == ()
