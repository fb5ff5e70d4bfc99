"""Partners by the grammar of their clause; ⟦…⟧ marks each mention, the names follow."""

import pytest

from tests.assemble.test_partners import partners_of

DOING = [
    pytest.param(
        "Die Jugendlichen werden von der ⟦Volkshochschule⟧ angeleitet.",
        ["Volkshochschule"],
        id="passive",
    ),
    pytest.param(
        "Gepflegt wird die Wiese vom ⟦Imkerverein Winsen⟧.",
        ["Imkerverein Winsen"],
        id="passive, participle in front",
    ),
    pytest.param(
        "Die Bänke wurden durch den ⟦Bauhof Wathlingen⟧ repariert.",
        ["Bauhof Wathlingen"],
        id="passive with durch",
    ),
    pytest.param(
        "Die ⟦Diakonie Celle⟧ und der ⟦Kreissportbund⟧ haben den Garten angelegt.",
        ["Diakonie Celle", "Kreissportbund"],
        id="two together",
    ),
    pytest.param(
        "Die ⟦Kreisbücherei⟧, das ⟦Bomann-Museum⟧ und die Autorin ⟦Eva Kurz⟧ lesen jeden Freitag.",
        ["Kreisbücherei", "Bomann-Museum", "Eva Kurz"],
        id="three together",
    ),
    pytest.param("Der Kreissportbund wird von Jan Roth verklagt.", [], id="but whoever sues"),
    pytest.param(
        "Das Projekt wurde von der Körber-Stiftung ausgezeichnet.",
        [],
        id="but whoever gives prizes",
    ),
    pytest.param(
        "Die Polizei und das Amtsgericht liegen am Markt.", [], id="but two that lie somewhere"
    ),
    pytest.param("Der Imkerverein Winsen füttert seine Völker.", [], id="but one alone"),
    pytest.param(
        "Umsetzen werden es die ⟦Moorstiftung Aller⟧ und das ⟦Forstamt⟧.",
        ["Moorstiftung Aller", "Forstamt"],
        id="no passive: the future",
    ),
    pytest.param(
        "Die ⟦Caritas Celle⟧ wird die Beratung übernehmen.",
        ["Caritas Celle"],
        id="no passive: infinitive at the end",
    ),
]
OBJECTS = [
    pytest.param(
        "Träger ist die ⟦Diakonie⟧, das Notenheft bezahlt der ⟦Lions Club Celle⟧.",
        ["Diakonie", "Lions Club Celle"],
        id="in front of a verb behind a comma",
    ),
    pytest.param(
        "Die Projektleitung haben die ⟦Caritas Celle⟧ und der ⟦Kreissportbund⟧ gemeinsam inne.",
        ["Caritas Celle", "Kreissportbund"],
        id="one in front of a verb of several",
    ),
    pytest.param(
        "Die Evaluation übernimmt die ⟦Hochschule Celle⟧.",
        ["Hochschule Celle"],
        id="an activity in front of its verb",
    ),
    pytest.param(
        "Wir leben von der Zusammenarbeit mit der ⟦AWO⟧; die Evaluation läuft noch.",
        ["AWO"],
        id="behind a semicolon",
    ),
    pytest.param(
        "Die ⟦Tafel⟧ zahlt den Bus, und der ⟦Verein Spurwechsel⟧ stellt die Fahrer.",
        ["Tafel", "Verein Spurwechsel"],
        id="two clauses joined by und",
    ),
    pytest.param(
        "Wir freuen uns, dass die ⟦Caritas⟧ und das ⟦Klinikum Celle⟧ das Ärztenetz mitgestalten.",
        ["Caritas", "Klinikum Celle"],
        id="what follows a subject at once",
    ),
    pytest.param(
        "Gemeinsam startet der ⟦TSV Wietze⟧ Schwimmkurse für Frauen.",
        ["TSV Wietze"],
        id="behind the name of a club",
    ),
    pytest.param(
        "Die Räume stellt die ⟦AWO⟧, die Bücher die ⟦Buchhandlung Sturm⟧.",
        ["AWO", "Buchhandlung Sturm"],
        id="verb left out",
    ),
]
CLAUSES = [
    pytest.param(
        "Anders als das Jobcenter, das nicht beteiligt ist, unterstützt uns die ⟦AWO⟧.",
        ["AWO"],
        id="relative clause before denies nothing",
    ),
    pytest.param(
        "Während der Kreisverband nicht mitmacht, unterstützt uns die ⟦Caritas Celle⟧.",
        ["Caritas Celle"],
        id="clause in front denies nothing",
    ),
    pytest.param(
        "Obwohl das Geld noch nicht reicht, beteiligt sich die ⟦Sparkasse⟧.",
        ["Sparkasse"],
        id="nor one with obwohl",
    ),
    pytest.param(
        "Wir bedauern, dass die Caritas nicht mitwirkt.", [], id="its own clause denies it"
    ),
    pytest.param("Leider, so heißt es, wirkt die Tafel nicht mit.", [], id="so does the rest"),
    pytest.param(
        "Unser Dank gilt allen, die halfen: der ⟦AWO⟧ und dem ⟦Kreissportbund⟧.",
        ["AWO", "Kreissportbund"],
        id="thanked behind a colon",
    ),
    pytest.param(
        "Die Umsetzung liegt beim ⟦Kulturverein Winsen⟧.",
        ["Kulturverein Winsen"],
        id="with whom it lies",
    ),
    pytest.param(
        "Die Fahrten übernimmt im Auftrag des Kreises der ⟦SKM⟧.",
        ["SKM"],
        id="der before a masculine noun is no genitive",
    ),
    pytest.param(
        "Das Konzept wurde mit den Stimmen von CDU und Grünen beschlossen.",
        [],
        id="parties that vote",
    ),
    pytest.param(
        "Der Kreis zahlt die Hilfe der Kinder aus eigener Kasse.", [], id="out of what it is paid"
    ),
]


@pytest.mark.parametrize(("marked", "names"), DOING)
def test_who_does_something_with_others_or_for_us(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert spans == expected
    assert [name for name, _, _ in told] == names


@pytest.mark.parametrize(("marked", "names"), OBJECTS)
def test_objects_are_no_partners(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert spans == expected
    assert [name for name, _, _ in told] == names


@pytest.mark.parametrize(("marked", "names"), CLAUSES)
def test_a_clause_speaks_for_itself(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert spans == expected
    assert [name for name, _, _ in told] == names
