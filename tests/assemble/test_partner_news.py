"""Sentences of news and programmes: who takes part, and what only looks like it.

⟦…⟧ marks each mention, the names follow; a sentence without any names nobody who takes part.
"""

import pytest

from tests.assemble.test_partners import partners_of

TAKING_PART = [
    pytest.param(
        "Das Café ist ein Projekt der ⟦AWO⟧ und der ⟦Freiwilligenagentur Celle⟧.",
        ["AWO", "Freiwilligenagentur Celle"],
        id="what they make",
    ),
    pytest.param(
        "Der Laden ist ein Gemeinschaftswerk der ⟦Volksbank Celle⟧ und der ⟦Landnetz GmbH⟧.",
        ["Volksbank Celle", "Landnetz GmbH"],
        id="what they make together",
    ),
    pytest.param(
        "Mit der ⟦Hochschule Fulda⟧ und dem ⟦DRK Celle⟧ startet im Mai ein Versuch.",
        ["Hochschule Fulda", "DRK Celle"],
        id="with whom it begins",
    ),
    pytest.param(
        "Nach der ⟦Stadt Celle⟧ ist auch die ⟦Gemeinde Winsen⟧ beigetreten.",
        ["Gemeinde Winsen", "Stadt Celle"],
        id="who came before",
    ),
    pytest.param(
        "Als neues Mitglied begrüßen wir die ⟦Handwerkskammer Lüneburg⟧.",
        ["Handwerkskammer Lüneburg"],
        id="who is welcomed as a member",
    ),
    pytest.param(
        "Wir konnten die ⟦Universität Vechta⟧ für das Vorhaben gewinnen.",
        ["Universität Vechta"],
        id="what somebody is won for is no part of the name",
    ),
    pytest.param(
        "Er konnte den ⟦Reiterhof Immenhof⟧ für seine Idee begeistern.",
        ["Reiterhof Immenhof"],
        id="whom somebody wins over",
    ),
    pytest.param(
        "Möglich machen das die ⟦Agenda-21-Gruppe⟧ und der ⟦Wertstoffhof Celle⟧.",
        ["Agenda-21-Gruppe", "Wertstoffhof Celle"],
        id="behind a pronoun",
    ),
    pytest.param(
        "Begleitet werden sie vom ⟦Jugendamt⟧, die Leitung hat ein Verein.",
        ["Jugendamt"],
        id="a list in the dative ends before a nominative",
    ),
    pytest.param(
        "Ohne das ⟦Technische Hilfswerk⟧ stünde die Bühne nicht.",
        ["Technisches Hilfswerk"],
        id="without whom it would not be",
    ),
    pytest.param(
        "Im Netzwerk helfen ⟦Feuerwehr⟧, ⟦DLRG⟧ und ⟦Bergwacht⟧.",
        ["Feuerwehr", "DLRG", "Bergwacht"],
        id="a service beside others",
    ),
    pytest.param("Die Feuerwehr hilft im Netzwerk.", [], id="but not any one alone"),
    pytest.param(
        "Unser Netz: ⟦Tafel⟧, ⟦Jugendzentrum Nord⟧ und ⟦Jobcenter⟧.",
        ["Tafel", "Jugendzentrum Nord", "Jobcenter"],
        id="our network",
    ),
]

OBJECTS = [
    pytest.param(
        "Die ⟦Bäckerei Kurz⟧ spendet der Grundschule Winsen jeden Tag Brot.",
        ["Bäckerei Kurz"],
        id="to whom it is given",
    ),
    pytest.param(
        "Die ⟦Stiftung Celle⟧ fördert unsere Pflegekonferenz.",
        ["Stiftung Celle"],
        id="an object with a possessive",
    ),
    pytest.param(
        "Die Wohnberatung übernimmt der ⟦Verein Hilfe e. V.⟧ ganz.",
        ["Verein Hilfe e. V."],
        id="an object in front of its verb",
    ),
    pytest.param(
        "Sie führt die Frühförderung gemeinsam mit der ⟦AWO⟧ weiter.",
        ["AWO"],
        id="of a pronoun",
    ),
    pytest.param(
        "Der ⟦Lions Club Celle⟧ überreichte der Tafel Winsen einen Scheck.",
        ["Lions Club Celle"],
        id="a cheque",
    ),
]

NOBODY = [
    pytest.param("Er kommt von der Hafenbau Elbe GmbH und betreut Familien.", id="where from"),
    pytest.param(
        "Auf dem Programm standen ein Rundgang durch das Stahlwerk und Musik.", id="what is toured"
    ),
    pytest.param("Den Scheck nahm Landrätin Eva Kurz entgegen.", id="who is given it"),
    pytest.param("Nach § 36a SGB VIII entscheidet das Jugendamt über die Hilfe.", id="a law"),
    pytest.param("Quelle: Statistisches Amt Celle; Foto: Bertelsmann Stiftung.", id="a source"),
    pytest.param(
        "Vorbild ist der Kreis Coesfeld: Dort arbeiten Jobcenter und Tafel zusammen.",
        id="another Kreis as a model",
    ),
    pytest.param(
        "Im Nachbarkreis haben Tafel, Caritas und Diakonie ein Lager.", id="a Kreis next to it"
    ),
    pytest.param("Kreis Unna – Wer jemanden pflegt, kann zum Stammtisch kommen.", id="a dateline"),
    pytest.param("Denkbar wäre, auch den Kreissportbund zu gewinnen.", id="who might be"),
    pytest.param("Ziel ist, dass Tafel und AWO zusammenarbeiten.", id="an aim"),
    pytest.param(
        "Die Robert Bosch Stiftung hat in ganz Deutschland Städte gefördert.", id="elsewhere"
    ),
    pytest.param(
        "Die Kassenärztliche Vereinigung zählt 19 freie Sitze.", id="who counts something"
    ),
    pytest.param("Die neue Zulassungsstelle öffnet am 2. Januar.", id="what opens on a day"),
    pytest.param("Das Rechenzentrum steht in Landshut.", id="where it stands"),
    pytest.param(
        "Im Haus am Markt sitzen das Standesamt und die Stadtbücherei.", id="who sits in a house"
    ),
    pytest.param(
        "Seit gestern zieht das Klimabündnis Kreis Celle Bilanz.", id="a phrase of verb and noun"
    ),
    pytest.param("Zuletzt hatten AWO und Volksbank ihre Zuschüsse gestrichen.", id="who gave up"),
    pytest.param(
        "Gegen die Pläne protestierten der Kreisbauernverband und die AWO.", id="who protests"
    ),
    pytest.param("Im Pokal trifft der TSV Etelsen auf den SV Celle.", id="a match"),
    pytest.param("Das Haus wurde 1911 von der Diakonie errichtet.", id="long ago"),
    pytest.param("Der Bund der Steuerzahler nannte das zu teuer.", id="a noun like a verb"),
    pytest.param("Die Schulen und Stellen im Kreis ehrt die Landrätin.", id="nouns like verbs"),
    pytest.param("Für Fragen steht die Verbraucherzentrale zur Verfügung.", id="whom to ask"),
    pytest.param("Gefördert wird das aus Mitteln von LEADER.", id="a programme"),
]


@pytest.mark.parametrize(("marked", "names"), TAKING_PART)
def test_who_takes_part(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert spans == expected
    assert sorted(name for name, _, _ in told) == sorted(names)


@pytest.mark.parametrize(("marked", "names"), OBJECTS)
def test_objects_take_no_part(marked: str, names: list[str]) -> None:
    spans, expected, told = partners_of(marked)
    assert spans == expected
    assert [name for name, _, _ in told] == names


@pytest.mark.parametrize("sentence", NOBODY)
def test_news_that_name_nobody(sentence: str) -> None:
    _, _, told = partners_of(sentence)
    assert [name for name, _, _ in told] == []
