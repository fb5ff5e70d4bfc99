"""Where the name of a partner ends; ⟦…⟧ marks each mention, the names follow."""

import pytest

from tests.assemble.test_partners import partners_of


def with_help_of(name: str, nominative: str | None = None) -> object:
    return pytest.param(f"Gemeinsam mit ⟦{name}⟧ helfen wir.", nominative or name, id=name)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        with_help_of("Gesangverein „Eintracht“ Ober-Roden"),
        with_help_of("Verein „Brücke“ Eschede"),
        with_help_of("Architekturbüro Kalt + Partner"),
        with_help_of("Lebenshilfe Mühldorf a. Inn"),
        with_help_of("Amt für Landwirtschaft Neumarkt i. d. Oberpfalz"),
        with_help_of("Werkstatt für Menschen mit Behinderung Altötting"),
        with_help_of("Zentrum für Kinder ohne Obdach"),
        with_help_of("Verein Sterntaler – Hilfe für Kinder e. V."),
        with_help_of("Domowina – Bund Lausitzer Sorben e. V."),
        with_help_of("Erzeugergemeinschaft Jura-Korn w. V."),
        with_help_of("Powiat Żary"),
        with_help_of("Verein Arbeit für alle e. V."),
        with_help_of("Realschule plus Prüm"),
        with_help_of("Techniker Krankenkasse"),
        with_help_of("pro familia"),
        with_help_of("donum vitae"),
        with_help_of("Celler Tafel"),
        with_help_of("Ingenieurbüro Kranz"),
        with_help_of("Frauenschutzhaus Eberswalde"),
        with_help_of("Migrationsberatung von donum vitae"),
    ],
)
def test_name_goes_on(marked: str, name: str) -> None:
    spans, expected, told = partners_of(marked)
    assert spans == expected
    assert [found for found, _, _ in told] == [name]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        pytest.param(
            "Mit dabei: ⟦Feuerwehr Zetel⟧, ⟦DLRG-Ortsgruppe Varel⟧, ⟦THW⟧.",
            ["Feuerwehr Zetel", "DLRG-Ortsgruppe Varel", "THW"],
            id="branch that names its body is a member",
        ),
        pytest.param(
            "Mit dabei ist der ⟦Kinderschutzbund, Ortsverband Celle⟧.",
            ["Kinderschutzbund, Ortsverband Celle"],
            id="branch that does not is none",
        ),
        pytest.param(
            "Gemeinsam mit dem ⟦Verein Frauen helfen Frauen⟧ beraten wir.",
            ["Verein Frauen helfen Frauen"],
            id="a sentence as a name",
        ),
        pytest.param(
            "In Wietze koordiniert der ⟦Verein Nachbarn helfen⟧ die Fahrten.",
            ["Verein Nachbarn helfen"],
            id="a sentence as a name, before an object",
        ),
        pytest.param(
            "Beteiligt sind der ⟦Offene Kanal Celle⟧, die ⟦Lokale Agenda⟧ und die ⟦AWO⟧.",
            ["Offener Kanal Celle", "Lokale Agenda", "AWO"],
            id="adjectives with a capital",
        ),
        pytest.param(
            "Die ⟦Tourismus-⟧ und die ⟦Wirtschaftsförderung⟧ unterstützen uns.",
            ["Tourismusförderung", "Wirtschaftsförderung"],
            id="shared end of a compound that is a word of its own",
        ),
        pytest.param(
            "Das ⟦Jugend-⟧ und das ⟦Sozialamt⟧ unterstützen uns.",
            ["Jugendamt", "Sozialamt"],
            id="shared end of a compound",
        ),
        pytest.param(
            "Gemeinsam mit der ⟦Alzheimer Gesellschaft Ortenau⟧ beraten wir.",
            ["Alzheimer Gesellschaft Ortenau"],
            id="Gesellschaft behind a name",
        ),
        pytest.param(
            "Organisiert wird es von der ⟦Initiative Wirtschaftsstandort⟧.",
            ["Initiative Wirtschaftsstandort"],
            id="Initiative is no adjective",
        ),
        pytest.param(
            "Es berät ⟦Dr.-Ing. Kemal Kurz⟧.", ["Dr.-Ing. Kemal Kurz"], id="hyphenated title"
        ),
        pytest.param(
            "Beteiligt sind die ⟦Verkehrsbetriebe⟧ und die ⟦EAM⟧.",
            ["Verkehrsbetriebe", "EAM"],
            id="plural of one body",
        ),
    ],
)
def test_name_ends(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert spans == expected
    assert [name for name, _, _ in told] == names


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        pytest.param(
            "Es helfen der Fotograf ⟦Tilo Kurz⟧ und die ⟦AWO⟧.", "Fotograf", id="by its end"
        ),
        pytest.param(
            "Beraten werden wir von der Historikerin ⟦Dr. Eva Kurz⟧.",
            "Historikerin",
            id="before a title",
        ),
        pytest.param(
            "Beraten werden wir von dem Präsidenten ⟦Jan Kurz⟧.",
            "Präsident",
            id="in the nominative",
        ),
        pytest.param(
            "Zur Lenkungsgruppe gehören der ⟦Kreisbrandmeister⟧ und die ⟦AWO⟧.",
            "Mitglied der Lenkungsgruppe",
            id="zur gehören",
        ),
        pytest.param(
            "Im Beirat sitzen die ⟦Gleichstellungsbeauftragte⟧ und die ⟦AWO⟧.",
            "Mitglied des Beirats",
            id="im sitzen",
        ),
    ],
)
def test_role(marked: str, role: str) -> None:
    spans, expected, told = partners_of(marked)
    assert spans == expected
    assert told[0][2] == role


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        pytest.param(
            "Wer macht mit?\n- ⟦Stadt- und Kreisarchiv Celle⟧\n- ⟦Chorverein⟧ (Vorsitz: Eva Kurz)",
            [
                ("Stadt- und Kreisarchiv Celle", "organisation", None),
                ("Chorverein", "organisation", None),
            ],
            id="sub-heading that asks",
        ),
        pytest.param(
            "Wer macht mit?\n\nWissenschaftliche Begleitung: ⟦Hochschule Celle⟧",
            [("Hochschule Celle", "organisation", "Wissenschaftliche Begleitung")],
            id="function before a colon",
        ),
    ],
)
def test_entry(marked: str, told: list[tuple[str, str, str | None]]) -> None:
    spans, expected, found = partners_of(marked)
    assert spans == expected
    assert found == told


TOGETHER = [
    pytest.param(
        "Wir danken ⟦Hedwig und Josef Brüggen⟧ sowie der ⟦AWO⟧.",
        ["Hedwig Brüggen", "Josef Brüggen", "AWO"],
        id="a couple",
    ),
    pytest.param(
        "Geleitet wird der Chor vom Ehepaar ⟦Ute und Jörg Kern⟧.",
        ["Ute Kern", "Jörg Kern"],
        id="a couple that is called one",
    ),
    pytest.param(
        "Beteiligt sind der ⟦Kreissenioren- und Kreisbehindertenbeirat⟧ und die ⟦AWO⟧.",
        ["Kreisseniorenbeirat", "Kreisbehindertenbeirat", "AWO"],
        id="two of one level",
    ),
    pytest.param(
        "Beteiligt sind der ⟦Haus- und Grundbesitzerverein⟧ und die ⟦AWO⟧.",
        ["Haus- und Grundbesitzerverein", "AWO"],
        id="but not one with two tasks",
    ),
    pytest.param(
        "Beteiligt sind die ⟦Schuldner- und Insolvenzberatung⟧ und die ⟦AWO⟧.",
        ["Schuldner- und Insolvenzberatung", "AWO"],
        id="nor one service",
    ),
    pytest.param(
        "Beteiligt sind die ⟦Kitas „Spatzennest“ und „Pusteblume“⟧ und die ⟦AWO⟧.",
        ["Kitas „Spatzennest“ und „Pusteblume“", "AWO"],
        id="two quoted names",
    ),
    pytest.param(
        "Beteiligt sind die ⟦Kneippvereine Celle und Uelzen⟧ und die ⟦AWO⟧.",
        ["Kneippvereine Celle und Uelzen", "AWO"],
        id="of two places",
    ),
    pytest.param(
        "Beteiligt sind die ⟦Stadtwerke Celle⟧ und die ⟦AWO⟧.",
        ["Stadtwerke Celle", "AWO"],
        id="but one of one place",
    ),
    pytest.param(
        "Beteiligt sind die ⟦Beratungsstellen von Caritas und AWO⟧ und die ⟦Tafel⟧.",
        ["Beratungsstellen von Caritas und AWO", "Tafel"],
        id="run by two",
    ),
    pytest.param(
        "Dort arbeiten die ⟦AWO⟧ und Wohnberaterin ⟦Sabine Altmann⟧ Tür an Tür zusammen.",
        ["AWO", "Sabine Altmann"],
        id="Tür an Tür",
    ),
    pytest.param(
        "Den Kurs leitet Theologin ⟦Eva Kurz⟧ von ⟦pro familia⟧.",
        ["Eva Kurz", "pro familia"],
        id="of which body somebody is",
    ),
    pytest.param(
        "Im Vorstand wirken neben der Vorsitzenden ⟦Eva Kurz⟧ der ⟦Kämmerer der Stadt Celle⟧ mit.",
        ["Eva Kurz", "Kämmerer der Stadt Celle"],
        id="a function behind a name",
    ),
    pytest.param(
        "Unterstützt werden wir vom Unternehmer ⟦Falk Reinelt⟧.",
        ["Falk Reinelt"],
        id="a profession that groups have",
    ),
    pytest.param(
        "Zuständig sind der ⟦Fachbereich Familie und Bildung⟧ und die ⟦AWO⟧.",
        ["Fachbereich Familie und Bildung", "AWO"],
        id="a department by its topic",
    ),
    pytest.param(
        "Gesellschafter sind die ⟦AWO⟧ und die ⟦Donautal-Bank eG⟧.",
        ["AWO", "Donautal-Bank eG"],
        id="a legal form before a full stop",
    ),
]


@pytest.mark.parametrize(("marked", "names"), TOGETHER)
def test_names_of_several(marked: str, names: list[str]) -> None:
    _, _, told = partners_of(marked)
    assert sorted(name for name, _, _ in told) == sorted(names)
