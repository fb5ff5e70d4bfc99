"""Passages between quotation marks; ⟦…⟧ marks what stands between the outermost."""

import pytest

from pipeline.mentions.quotations import find_quotations
from pipeline.text import Text
from tests.reading import unmark


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("„⟦Wir packen an⟧“, sagt sie.", id="German"),
        pytest.param("„⟦Wir packen an⟧”, sagt sie.", id="German, closed as in English"),
        pytest.param('„⟦Wir packen an⟧", sagt sie.', id="German, closed by a straight mark"),
        pytest.param("»⟦Wir packen an⟧«, sagt sie.", id="pointing inwards"),
        pytest.param("«⟦Wir packen an⟧», sagt sie.", id="Swiss and French"),
        pytest.param("“⟦Wir packen an⟧”, sagt sie.", id="English"),
        pytest.param('"⟦Wir packen an⟧", sagt sie.', id="straight"),
        pytest.param("‚⟦Wir packen an⟧‘, sagt sie.", id="German, half"),
        pytest.param("›⟦Wir packen an⟧‹, sagt sie.", id="half, pointing inwards"),
        pytest.param("'⟦Wir packen an⟧', sagt sie.", id="straight, half"),
        pytest.param("„⟦Wir nennen es ‚Brücke‘ und meinen es so⟧“", id="nested"),
        pytest.param("„⟦Wir nennen es „Brücke“ und meinen es so⟧“", id="nested, the same marks"),
        pytest.param("„⟦Wir nennen es »Brücke«⟧“", id="nested, both close together"),
        pytest.param('"⟦Wir nennen es „Brücke“ hier⟧"', id="nested in straight ones"),
        pytest.param("„⟦Eins⟧“ und „⟦zwei⟧“", id="two in a row"),
        pytest.param("„⟦Eins⟧“, so Eva Kurz, „⟦zwei⟧“.", id="interrupted"),
        pytest.param("„⟦Der erste Absatz.\n\n„Der zweite Absatz.⟧“", id="mark at each paragraph"),
        pytest.param("„⟦Über\nzwei Zeilen⟧“", id="over two lines"),
        pytest.param("Das ist’s und das geht’s auch, Hans' Haus.", id="apostrophes"),
        pytest.param('Ein Zoll sind 1" oder 2,54 cm.', id="inches"),
        pytest.param("„Nie geschlossen, „⟦aber das⟧“", id="stray opening mark"),
        pytest.param("Nie geöffnet“, aber „⟦das⟧“", id="stray closing mark"),
        pytest.param("„“", id="nothing between"),
        pytest.param("(„⟦In Klammern⟧“)", id="in brackets"),
        pytest.param("das „⟦Think-Tank⟧“-Treffen", id="before a hyphen"),
        pytest.param("„⟦Wir packen an.⟧“„⟦Ja.⟧“", id="without a blank between"),
        pytest.param("“⟦Wir packen an⟧„, sagt sie.", id="the wrong way round"),
    ],
)
def test_passage_is_found_between_its_marks(marked: str) -> None:
    text, expected = unmark(marked)
    found = find_quotations(text)
    assert [quotation.inner for quotation in found] == expected
    for quotation in found:
        assert quotation.span.start == quotation.inner.start - 1
        assert quotation.span.end == quotation.inner.end + 1


@pytest.mark.parametrize(
    ("marked", "span"),
    [
        pytest.param(",,⟦Wir packen an⟧'', sagt sie.", ",,Wir packen an''", id="commas"),
        pytest.param(">>⟦Wir packen an⟧<<, sagt sie.", ">>Wir packen an<<", id="angles"),
        pytest.param("Sie sagt: „⟦Wir packen an.⟧", "„Wir packen an.", id="never closed"),
        pytest.param(
            "Sie sagt: „⟦Wir packen\nan.⟧\n\nMehr.", "„Wir packen\nan.", id="to its paragraph's end"
        ),
    ],
)
def test_marks_are_mistyped_or_left_open(marked: str, span: str) -> None:
    text, expected = unmark(marked)
    (quotation,) = find_quotations(text)
    assert [quotation.inner] == expected
    assert text.at(quotation.span) == span


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sie sagt: „Wir packen\n\nMehr davon.", id="no end of a sentence"),
        pytest.param("Das Wort „Haus steht hier.", id="no colon before it"),
        pytest.param("Sie wog 12,, er 13 Pfund''.", id="no marks"),
    ],
)
def test_stray_signs_are_no_quotation(text: str) -> None:
    assert find_quotations(Text.of(text)) == ()


def test_paragraph_between_ends_the_repeating_of_a_mark() -> None:
    text, expected = unmark("„Nie geschlossen.\n\nEin Absatz.\n\n„⟦Ein anderer.⟧“")
    assert [quotation.inner for quotation in find_quotations(text)] == expected


def test_mark_without_its_pair_reaches_no_further_than_an_utterance() -> None:
    text, expected = unmark("„" + "Wort " * 2000 + "„⟦das⟧“ Ende“")
    assert [quotation.inner for quotation in find_quotations(text)] == expected
