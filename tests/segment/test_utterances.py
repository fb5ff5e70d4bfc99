"""Which quotations are utterances; ⟦…⟧ marks the attribution."""

import pytest

from pipeline.mentions import find_mentions
from pipeline.segment import Utterance, segment
from pipeline.text import Text
from tests.reading import unmark

BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
SAID = "„Wir packen an und geben nicht auf.“"


def utterances_of(text: Text) -> tuple[Utterance, ...]:
    (section,) = segment(text, find_mentions(text)).sections
    return section.utterances


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"{SAID}\n– ⟦Eva Kurz, Landrätin⟧", id="dash below"),
        pytest.param(f"{SAID}\n⟦Dr. Eva Kurz, Landrätin des Landkreises Celle⟧", id="below"),
        pytest.param(f"{SAID}\n\n⟦Eva Kurz, Landrätin⟧", id="below a blank line"),
        pytest.param(f"{SAID}\n⟦Eva Kurz\nLandrätin⟧", id="over two lines"),
        pytest.param(
            f"{SAID}\n⟦Eva Kurz, Gärtnerin⟧\n\nKontakt: Jugendamt der Stadt Celle, 030 23125-014",
            id="below, above the contact of an office",
        ),
        pytest.param(
            f"{SAID}\n– ⟦Eva Kurz, Gärtnerin⟧\n\nJugendamt, Tel. 030 23125-014",
            id="below, above an office with its number",
        ),
        pytest.param(f"{SAID}\n⟦Xhevahire Krasniqi (16), Hornistin⟧", id="name in no list"),
        pytest.param(f"{SAID}\n⟦Xhevahire Krasniqi⟧", id="name in no list alone"),
        pytest.param(f"{SAID}\n\n⟦Xhevahire Krasniqi\nLeiterin der Tafel⟧", id="function below"),
        pytest.param(f"{SAID}\n⟦Hertha K., 84, Celle⟧", id="initial and age"),
        pytest.param(f"{SAID}\n⟦Die Kids vom Bolzplatz⟧", id="people"),
        pytest.param(f"{SAID}\n⟦Zwei Mütter aus Celle⟧", id="several"),
        pytest.param(f"{SAID}\n⟦Vater von Zwillingen⟧", id="bare noun"),
        pytest.param(f"{SAID}\n⟦Emil, Klasse 3b⟧", id="given name and class"),
        pytest.param(f"{SAID} (⟦Farid, 41⟧)", id="age in brackets"),
        pytest.param(f"{SAID}\n⟦Mutter, 23⟧\n\nTermine\nMo 9 Uhr", id="above dates"),
        pytest.param(f"{SAID}\n⟦Familie Al-Khatib⟧", id="family"),
        pytest.param(f"⟦Leyla, 16⟧: {SAID}", id="age ahead"),
        pytest.param(f"{SAID}\n(⟦Teilnehmerin⟧)\n\nInfo\n{BODY}", id="above a box"),
        pytest.param(f"❝{SAID[1:-1]}❞\n⟦Eva Kurz, Landrätin⟧", id="ornaments"),
        pytest.param(f"{SAID}\n(⟦Eva Kurz, Landrätin⟧)", id="in brackets below"),
        pytest.param(f"{SAID} (⟦Eva Kurz, Landrätin⟧)", id="in brackets behind"),
        pytest.param(f"{SAID} – ⟦Eva Kurz, Landrätin⟧", id="dash behind"),
        pytest.param(f"{SAID}, ⟦sagt Landrätin Dr. Eva Kurz⟧.", id="verb behind"),
        pytest.param(f"{SAID}, ⟦so Landrätin Dr. Eva Kurz⟧.", id="particle behind"),
        pytest.param(f"⟦Landrätin Eva Kurz betont⟧: {SAID}", id="verb ahead"),
        pytest.param(f"⟦Eva Kurz, Landrätin⟧:\n{SAID}", id="above"),
        pytest.param(f"{SAID}\n⟦Die Integrationslotsinnen des Landkreises⟧", id="group below"),
        pytest.param(
            "„Wir packen an“, ⟦sagt Landrätin Eva Kurz⟧, „und geben nicht auf.“", id="interrupted"
        ),
        pytest.param(f"{BODY} {SAID}, ⟦sagt Landrätin Eva Kurz⟧. {BODY}", id="in a paragraph"),
        pytest.param(f"{BODY} ⟦Landrätin Eva Kurz sagt⟧: {SAID}", id="at the end of a paragraph"),
        pytest.param(
            f"{SAID}\n⟦Eva Kurz, Landrätin⟧\n\nJan Roth\nTel. 030 23125-014",
            id="contact below the attribution",
        ),
    ],
)
def test_attribution_is_found(marked: str) -> None:
    text, (attribution,) = unmark(f"Landkreis Celle\n\n{marked}\n\n{BODY}")
    (utterance,) = utterances_of(text)
    assert utterance.attribution == attribution
    assert utterance.span.holds(attribution)
    spoken = " ".join(text.at(piece) for piece in utterance.pieces)
    assert spoken in {"Wir packen an und geben nicht auf.", "Wir packen an und geben nicht auf"}


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(SAID, id="alone"),
        pytest.param(f"{SAID}\n\nAusblick", id="above a sub-heading"),
        pytest.param(f"{SAID}\nDer Weg dorthin", id="directly above one"),
        pytest.param(f"{SAID}\nZwei Jahre Projekt", id="directly above one with a number"),
        pytest.param(f"{SAID}\n\nZwei Mütter aus Celle", id="above one about people"),
        pytest.param(f"{SAID}\n\nEva Kurz\nTel. 030 23125-014", id="above a contact"),
        pytest.param(f"Zitat\n{SAID}", id="below its label"),
    ],
)
def test_quote_that_nobody_signed_has_no_attribution(below: str) -> None:
    (utterance,) = utterances_of(Text.of(f"Landkreis Celle\n\n{below}\n\n{BODY}"))
    assert utterance.attribution is None


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            "Unser „Think Tank Integration“ tagt zum ersten Mal in diesem Jahr.", id="term"
        ),
        pytest.param(
            "Das Projekt „Land in Sicht“ geht in das zweite Jahr.", id="name of a project"
        ),
        pytest.param("Das Motto „Wir packen an“ steht über allem, was wir tun.", id="slogan"),
        pytest.param("„Land in Sicht“", id="title alone"),
        pytest.param("Die „Hilfe“ kam für viele zu spät und war keine.", id="scare quotes"),
        pytest.param("Verein „Wir packen an und geben nicht auf e. V.“ aus Celle", id="name"),
        pytest.param("Im Buch „Ich bin dann mal weg“ von Jan Roth steht es auch so.", id="book"),
    ],
)
def test_quoted_term_is_no_utterance(below: str) -> None:
    assert utterances_of(Text.of(f"Landkreis Celle\n\n{below}\n\n{BODY}")) == ()
