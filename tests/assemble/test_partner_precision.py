"""Who is served, described, invited or asked takes no part; ⟦…⟧ marks whoever does."""

import pytest

from tests.assemble.test_partners import partners_of

SERVED = [
    pytest.param(
        "Die Beratungsstelle berät Familien und unterstützt Alleinerziehende.", [], id="objects"
    ),
    pytest.param("Im Büro berät sie Familien über alle Hilfen.", [], id="a pronoun is the subject"),
    pytest.param(
        "Mit dabei sind ⟦Lotsen⟧, die Familien begleiten.", ["Lotsen"], id="relative pronoun"
    ),
    pytest.param(
        "Die ⟦Caritas⟧ berät Familien im Projekt.", ["Caritas"], id="a body by its name serves"
    ),
    pytest.param(
        "Die ⟦Vereine der Stadt⟧ unterstützen das Fest.", ["Vereine der Stadt"], id="plural verb"
    ),
    pytest.param(
        "Das Haus ist Ansprechpartner für Stellen im Kreis, wie Schulen, Ämter und die Klinik Aue.",
        [],
        id="examples of whom it is for",
    ),
    pytest.param(
        "Vereine wie der ⟦Kneippverein Aue⟧ unterstützen das Fest.",
        ["Kneippverein Aue"],
        id="examples of who helps",
    ),
    pytest.param(
        "Landrätin ⟦Eva Kurz⟧ und Pfarrer ⟦Jan Roth⟧ laden alle Bürger des Landkreises ein.",
        ["Eva Kurz", "Jan Roth"],
        id="invited",
    ),
    pytest.param("⟦Alle Vereine des Kreises⟧ machen mit.", ["alle Vereine des Kreises"], id="all"),
    pytest.param(
        "Alle, die sich engagieren, laden wir zu einer „Konferenz Ehrenamt“ ein.",
        [],
        id="to what they are invited",
    ),
    pytest.param("Wir sammeln Spenden zur Unterstützung der Tafel.", [], id="help for somebody"),
    pytest.param("Mit Unterstützung der ⟦Tafel⟧ gelingt es.", ["Tafel"], id="help of somebody"),
    pytest.param(
        "Sie übernimmt die Beratung von Interessierten im Netzwerk.", [], id="counselling of people"
    ),
    pytest.param(
        "Das Team arbeitet eng zusammen, um den Kunden des Jobcenters zu helfen.", [], id="um … zu"
    ),
    pytest.param(
        "Das Netzwerk wird um den ⟦Kreissportbund⟧ erweitert.", ["Kreissportbund"], id="um"
    ),
    pytest.param(
        "In der Runde wird der Austausch mit Bürgern und Kirchen gesucht.", [], id="looked for"
    ),
    pytest.param(
        "Die Mitarbeiter der Kreisverwaltung stehen telefonisch zur Verfügung.", [], id="reached"
    ),
    pytest.param("Die Pressestelle hilft Ihnen gerne weiter.", [], id="the reader is helped"),
    pytest.param("Im Forum begleitet die Koordinatorin Eltern.", ["Koordinatorin"], id="people"),
]
DESCRIBED = [
    pytest.param("Das Büro ist für alle der erste Ansprechpartner.", [], id="whom to turn to"),
    pytest.param(
        "Sie wirken im Netzwerk als Koordinatoren und Netzwerker.", [], id="what they work as"
    ),
    pytest.param(
        "Das Haus, das mitwirkt, ist Anlaufstelle für Menschen in Not.", [], id="predicate noun"
    ),
    pytest.param(
        "Partner ist die ⟦Anlaufstelle für Menschen mit Behinderung⟧.",
        ["Anlaufstelle für Menschen mit Behinderung"],
        id="article: the subject",
    ),
    pytest.param("Ole Kern übernimmt das Bildungsmonitoring.", ["Ole Kern"], id="an activity"),
    pytest.param("Gemeinsam tagte die Konferenz mit Fachleuten.", [], id="an event"),
    pytest.param("Nach dem Weggang von Eva Kurz wird das Team verstärkt.", [], id="who has left"),
    pytest.param("Das Projekt wird von ⟦Eva Kurz⟧ betreut.", ["Eva Kurz"], id="by whom"),
    pytest.param(
        "Gemeinsam entsteht das Profil der geplanten Koordinationsstelle.", [], id="not there yet"
    ),
    pytest.param("Gemeinsam werde man helfen, so der Landrat des Kreises.", [], id="who speaks"),
    pytest.param("Im Haus beherbergt wird mit Mitteln das Seniorenbüro Aue.", [], id="housed"),
]
TOPICS = [
    pytest.param(
        "Gemeinsam mit der ⟦Caritas⟧ helfen wir. Die Schwerpunkte sind:\n- Sprache\n- Elternarbeit",
        ["Caritas"],
        id="the subject is a topic",
    ),
    pytest.param(
        "Das Netzwerk arbeitet zusammen an diesen Themen:\n- Beratung und Hilfe\n- Wohnen",
        [],
        id="the last noun is one",
    ),
    pytest.param(
        "Unsere Ziele im Netzwerk sind:\n- Sprache\n- Arbeit und Beruf", [], id="goals of partners"
    ),
    pytest.param(
        "Unsere Partner im Bereich Bildung sind:\n- ⟦Volkshochschule Aue⟧\n- ⟦Kulturkreis Aue⟧",
        ["Volkshochschule Aue", "Kulturkreis Aue"],
        id="partners in a field",
    ),
    pytest.param(
        "Die Ziele werden unterstützt von:\n- ⟦Sozialstation Aue⟧\n- ⟦Rotes Haus Aue⟧",
        ["Sozialstation Aue", "Rotes Haus Aue"],
        id="of whom the goals are",
    ),
]
DOUBLES = [
    pytest.param(
        "Partner ist die ⟦Volkshochschule⟧ (VHS). Die Kurse werden von der VHS angeboten.",
        ["Volkshochschule"],
        id="abbreviation",
    ),
    pytest.param(
        "Partner ist die ⟦Tafel Aue⟧. Gemeinsam mit der Tafel kochen wir.", ["Tafel Aue"], id="bare"
    ),
    pytest.param(
        "Partner sind die ⟦Tafel Aue⟧ und die ⟦Tafel Celle⟧. Gemeinsam mit der ⟦Tafel⟧ kochen wir.",
        ["Tafel Aue", "Tafel Celle", "Tafel"],
        id="which of two, nobody knows",
    ),
    pytest.param(
        "Landrat und Partner unterzeichnen Vertrag.\n\n"
        "Unterzeichnet haben Landrat ⟦Jan Roth⟧ und die ⟦AWO⟧.",
        ["Jan Roth", "AWO"],
        id="an office and its holder",
    ),
]
NAMES = [
    pytest.param(
        "Mitglied im Beirat ist die Leiterin der Volkshochschule ⟦Eva Kurz⟧.",
        [("Eva Kurz", "person", "Leiterin der Volkshochschule")],
        id="name behind an office",
    ),
    pytest.param(
        "Partner ist der ⟦Leiter der Grundschule Eva Kurz⟧.",
        [("Leiter der Grundschule Eva Kurz", "person", None)],
        id="school named after somebody",
    ),
    pytest.param(
        "Partner ist der gesetzliche Vertreter der Stadt Aue (Bürgermeister ⟦Jan Roth⟧).",
        [("Jan Roth", "person", "Bürgermeister")],
        id="name in a bracket behind an office",
    ),
    pytest.param(
        "Gemeinsam starteten Landrat ⟦Jan Roth⟧ (parteilos) und Bayerns Ministerin ⟦Eva Kurz⟧.",
        [("Jan Roth", "person", "Landrat"), ("Eva Kurz", "person", "Bayerns Ministerin")],
        id="no party; office of a Land",
    ),
    pytest.param(
        "Gemeinsam dankte Stellvertretende Landrätin ⟦Eva Kurz⟧ den Helfern.",
        [("Eva Kurz", "person", "Stellvertretende Landrätin")],
        id="attribute of an office",
    ),
    pytest.param(
        "⟦Eva Kurz⟧ und ⟦Jan Roth⟧ bilden zusammen mit ⟦Ole Kern⟧ den Steuerkreis des Projekts.",
        [
            ("Eva Kurz", "person", None),
            ("Jan Roth", "person", None),
            ("Ole Kern", "person", None),
        ],
        id="names end where the next phrase begins",
    ),
    pytest.param(
        "Im Projekt beteiligte sich die ⟦Sparkasse Harz⟧ Anfang 2015 an den Kosten.",
        [("Sparkasse Harz", "organisation", None)],
        id="when is no name",
    ),
    pytest.param(
        "Im Beirat arbeiten ⟦Vertreter des Jobcenters⟧ und ⟦der Caritas⟧ zusammen.",
        [
            ("Vertreter des Jobcenters", "group", None),
            ("Vertreter der Caritas", "group", None),
        ],
        id="several without article",
    ),
    pytest.param(
        "Im Beirat wirkt ein ⟦Vertreter der Caritas⟧ mit.",
        [("Vertreter der Caritas", "person", None)],
        id="one has an article",
    ),
    pytest.param(
        "Im Gremium sollen das ⟦Jobcenter⟧ und die ⟦Caritas⟧ zusammenarbeiten.",
        [("Jobcenter", "organisation", None), ("Caritas", "organisation", None)],
        id="decided, not wished",
    ),
]


@pytest.mark.parametrize(("marked", "names"), [*SERVED, *DESCRIBED, *TOPICS, *DOUBLES])
def test_only_who_takes_part(marked: str, names: list[str]) -> None:
    _, _, told = partners_of(marked)
    assert sorted(name for name, _, _ in told) == sorted(names)


@pytest.mark.parametrize(("marked", "wanted"), NAMES)
def test_names(marked: str, wanted: list[tuple[str, str, str | None]]) -> None:
    _, _, told = partners_of(marked)
    assert sorted(told, key=str) == sorted(wanted, key=str)
