"""Quotes with their speakers."""

import pytest

from tests.reading import read_section

BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
SAID = "Wir packen an und geben nicht auf."


@pytest.mark.parametrize(
    ("attribution", "name", "roles", "organisation"),
    [
        pytest.param("Eva Kurz", "Eva Kurz", (), None, id="name"),
        pytest.param("Dr. Eva Kurz, Landrätin", "Dr. Eva Kurz", ("Landrätin",), None, id="role"),
        pytest.param("Landrätin Dr. Eva Kurz", "Dr. Eva Kurz", ("Landrätin",), None, id="in front"),
        pytest.param(
            "Eva Kurz, Leiterin, Landratsamt Celle",
            "Eva Kurz",
            ("Leiterin",),
            "Landratsamt Celle",
            id="role and body",
        ),
        pytest.param(
            "Eva Kurz, Landrätin des Landkreises Celle",
            "Eva Kurz",
            ("Landrätin des Landkreises Celle",),
            None,
            id="role with a genitive",
        ),
        pytest.param(
            "Eva Kurz, Landrätin und Schirmherrin",
            "Eva Kurz",
            ("Landrätin und Schirmherrin",),
            None,
            id="roles joined by und",
        ),
        pytest.param(
            "Eva Kurz, Celle",
            "Eva Kurz",
            (),
            None,
            id="place",
            marks=pytest.mark.xfail(strict=True, reason="whatever is unknown counts as a function"),
        ),
        pytest.param("Frau Eva Kurz, Landrätin", "Eva Kurz", ("Landrätin",), None, id="salutation"),
        pytest.param("Jan Roth (Landrat)", "Jan Roth", ("Landrat",), None, id="brackets"),
        pytest.param("Jan Roth | Landrat", "Jan Roth", ("Landrat",), None, id="bar"),
        pytest.param("Ayşe Yıldız, Mentorin", "Ayşe Yıldız", ("Mentorin",), None, id="Turkish"),
        pytest.param(
            "Eva Kurz, Beauftragte, Landkreis\nCelle",
            "Eva Kurz",
            ("Beauftragte",),
            "Landkreis Celle",
            id="wrapped behind Landkreis",
        ),
        pytest.param(
            "Eva Kurz, Leiterin der\nTafel Celle",
            "Eva Kurz",
            ("Leiterin der Tafel Celle",),
            None,
            id="wrapped behind an article",
        ),
    ],
)
def test_speaker_is_read(
    attribution: str, name: str, roles: tuple[str, ...], organisation: str | None
) -> None:
    (quote,) = read_section(f"{BODY}\n\n„{SAID}“\n{attribution}\n\n{BODY}").quotes
    assert quote.text == SAID
    assert quote.attribution == " ".join(attribution.split())
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.kind) == (name, "person")
    assert (quote.speaker.roles, quote.speaker.organisation) == (roles, organisation)


@pytest.mark.parametrize(
    ("attribution", "role"),
    [
        pytest.param("Die Integrationslotsinnen", "Integrationslotsinnen", id="article"),
        pytest.param(
            "Die Integrationslotsinnen des Landkreises",
            "Integrationslotsinnen des Landkreises",
            id="genitive",
        ),
        pytest.param("Teilnehmerinnen und Teilnehmer", "Teilnehmerinnen und Teilnehmer", id="pair"),
    ],
)
def test_group_speaks(attribution: str, role: str) -> None:
    (quote,) = read_section(f"{BODY}\n\n„{SAID}“\n– {attribution}\n\n{BODY}").quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.kind) == (None, "group")
    assert quote.speaker.roles == (role,)


@pytest.mark.parametrize(
    ("below", "spoken", "attribution"),
    [
        pytest.param(
            "„Wir packen an“, sagt Landrätin Eva Kurz, „und geben nicht auf.“",
            "Wir packen an und geben nicht auf.",
            "sagt Landrätin Eva Kurz",
            id="interrupted",
        ),
        pytest.param(
            "„Wir nennen es ‚Brücke‘ und meinen es so.“, sagt Landrätin Eva Kurz.",
            "Wir nennen es ‚Brücke‘ und meinen es so.",
            "sagt Landrätin Eva Kurz",
            id="nested",
        ),
        pytest.param(
            "„Wir packen an\nund geben nicht auf.“\nLandrätin Eva Kurz",
            "Wir packen an und geben nicht auf.",
            "Landrätin Eva Kurz",
            id="over two lines",
        ),
        pytest.param(
            "Landrätin Eva Kurz betont: »Wir packen an und geben nicht auf.«",
            "Wir packen an und geben nicht auf.",
            "Landrätin Eva Kurz betont",
            id="ahead",
        ),
    ],
)
def test_quote_is_folded(below: str, spoken: str, attribution: str) -> None:
    (quote,) = read_section(f"{BODY}\n\n{below}\n\n{BODY}").quotes
    assert (quote.text, quote.attribution) == (spoken, attribution)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.roles) == ("Eva Kurz", ("Landrätin",))


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            "• „Wir packen an und geben nicht auf.“, sagt Eva Kurz.", id="bullet and stop"
        ),
        pytest.param("„Wir packen an und geben nicht auf.“\n(Eva Kurz, Landrätin).", id="bracket"),
        pytest.param("1. „Wir packen an und geben nicht auf.“\n– Eva Kurz, Landrätin", id="number"),
    ],
)
def test_quote_fills_the_lines_it_has_to_itself(below: str) -> None:
    section = read_section(below)
    (quote,) = section.quotes
    assert (section.paragraphs, section.residue) == ((), ())
    assert quote.span.end - quote.span.start == len(below)


def test_pronoun_is_the_one_person_named_before() -> None:
    below = "Landrätin Eva Kurz freut sich. „Wir packen an und geben nicht auf“, sagt sie."
    (quote,) = read_section(below).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Eva Kurz"


def test_stray_mark_in_one_paragraph_makes_no_quote_of_the_next() -> None:
    section = read_section(f"{BODY} Wo„hnungen fehlen hier.\n\n{BODY}\n\n„{SAID}“, sagt Eva Kurz.")
    assert all(quote.span.start >= section.paragraphs[1].span.end for quote in section.quotes)


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        pytest.param("„Wir haben gespart “, sagt Eva Kurz.", ["Wir haben gespart"], id="blank"),
        pytest.param(
            "Das gefällt. „Wir sind froh darüber.“ Mit der Zusage geht es weiter.",
            ["Wir sind froh darüber."],
            id="another sentence follows",
        ),
        pytest.param(
            "Das gefällt. „Wir sind für alle da.“ Mit diesem Motto geht es weiter.",
            [],
            id="a motto, says the sentence that follows",
        ),
    ],
)
def test_what_stands_behind_the_mark(passage: str, said: list[str]) -> None:
    assert [quote.text for quote in read_section(passage).quotes] == said
