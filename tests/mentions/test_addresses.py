"""Postal addresses in one to three lines."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.addresses import find_addresses
from pipeline.text import Span, Text

SIZE: Final = 250_000


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Lindenstraße 16, 50667 Köln", "Lindenstraße | 16 | 50667 | Köln", id=","),
        pytest.param("Lindengasse 12 50667 Köln", "Lindengasse | 12 | 50667 | Köln", id="blank"),
        pytest.param("Lindenweg 2\n50667 Köln", "Lindenweg | 2 | 50667 | Köln", id="two lines"),
        pytest.param("Am Markt 1\n\n50667 Köln", "Am Markt | 1 | 50667 | Köln", id="blank line"),
        pytest.param("Am Tor 1 * 50667 Köln", "Am Tor | 1 | 50667 | Köln", id="star"),
        pytest.param(
            "Landratsamt Celle\nUnterer Sommerweg 4\n50667 Köln",
            "Unterer Sommerweg | 4 | 50667 | Köln",
            id="adjective of a street in -er",
        ),
        pytest.param(
            "Lindenstraße 62, Kreishaus Nord, 50667 Köln",
            "Lindenstraße | 62 | 50667 | Köln",
            id="house",
        ),
        pytest.param(
            "Lindenweg 1 (4. OG, Zimmer 412)\n50667 Köln", "Lindenweg | 1 | 50667 | Köln", id="room"
        ),
        pytest.param(
            "Lindenplatz 2 / Eingang Nord, 50667 Köln",
            "Lindenplatz | 2 | 50667 | Köln",
            id="entrance",
        ),
        pytest.param(
            "18.-März-Straße 5, 50667 Köln",
            "18.-März-Straße | 5 | 50667 | Köln",
            id="begins with a day",
        ),
        pytest.param(
            "von-Stein-Straße 5, 50667 Köln", "von-Stein-Straße | 5 | 50667 | Köln", id="particle"
        ),
        pytest.param(
            "Eva Kurz - Obere Vorstadt 42, 50667 Köln",
            "Obere Vorstadt | 42 | 50667 | Köln",
            id="behind a spaced hyphen",
        ),
        pytest.param("77er Straße 4, 50667 Köln", "77er Straße | 4 | 50667 | Köln", id="regiment"),
        pytest.param(
            "Celler Landstraße 4\n50667 Köln",
            "Celler Landstraße | 4 | 50667 | Köln",
            id="town in it",
        ),
        pytest.param(
            "Lindenweg 14 – 16, 50667 Köln", "Lindenweg | 14 – 16 | 50667 | Köln", id="spaced range"
        ),
        pytest.param(
            "Am Markt 1, 03149 Forst (Lausitz)/Baršć (Łužyca)",
            "Am Markt | 1 | 03149 | Forst (Lausitz)/Baršć (Łužyca)",
            id="two languages",
        ),
        pytest.param(
            "Am Markt 1, 61169 Friedberg (Hessen)",
            "Am Markt | 1 | 61169 | Friedberg (Hessen)",
            id="named by its Land",
        ),
        pytest.param(
            "Am Markt 1, 36037 Fulda (Hessen)",
            "Am Markt | 1 | 36037 | Fulda",
            id="Land in brackets",
        ),
        pytest.param(
            "50667 Köln, Am Gottesacker 1",
            "Am Gottesacker | 1 | 50667 | Köln",
            id="Am behind the town",
        ),
        pytest.param("Amtshof 1 · 50667 Köln", "Amtshof | 1 | 50667 | Köln", id="dot"),
        pytest.param("Schloß 1 | D-50667 Köln", "Schloß | 1 | 50667 | Köln", id="D-"),
        pytest.param("Kreishaus 1, 50667 Köln", "Kreishaus | 1 | 50667 | Köln", id="any word"),
        pytest.param("Zum Kreishaus\n50667 Köln", "Zum Kreishaus | - | 50667 | Köln", id="none"),
        pytest.param("Am Bölt 27, 50667 Köln", "Am Bölt | 27 | 50667 | Köln", id="preposition"),
        pytest.param(
            "Unter den Linden 1, 10117 Berlin",
            "Unter den Linden | 1 | 10117 | Berlin",
            id="three words",
        ),
        pytest.param(
            "An der Promenade 2, 50667 Köln",
            "An der Promenade | 2 | 50667 | Köln",
            id="an der",
        ),
        pytest.param("Berliner Str. 4, 50667 Köln", "Berliner Str. | 4 | 50667 | Köln", id="Str."),
        pytest.param(
            "Karl-Marx-Str. 5, 50667 Köln",
            "Karl-Marx-Str. | 5 | 50667 | Köln",
            id="-Str.",
        ),
        pytest.param("Lindenstr.16, 50667 Köln", "Lindenstr. | 16 | 50667 | Köln", id="no blank"),
        pytest.param(
            "Platz der Einheit 1, 50667 Köln",
            "Platz der Einheit | 1 | 50667 | Köln",
            id="Platz der",
        ),
        pytest.param(
            "Straße des 17. Juni 135, 10623 Berlin",
            "Straße des 17. Juni | 135 | 10623 | Berlin",
            id="date",
        ),
        pytest.param(
            "Lindenweg 15 - 21, 50667 Köln",
            "Lindenweg | 15 - 21 | 50667 | Köln",
            id="15 - 21",
        ),
        pytest.param("Lindenweg 12 a, 50667 Köln", "Lindenweg | 12 a | 50667 | Köln", id="12 a"),
        pytest.param("Lindenweg 12-14, 50667 Köln", "Lindenweg | 12-14 | 50667 | Köln", id="12-14"),
        pytest.param("C 4, 12, 68159 Mannheim", "C 4 | 12 | 68159 | Mannheim", id="squares"),
        pytest.param(
            "Lindenweg 12, Haus 3, 50667 Köln",
            "Lindenweg | 12 | 50667 | Köln",
            id="Haus 3",
        ),
        pytest.param(
            "Lindenweg 1, OT Neudorf, 50667 Köln",
            "Lindenweg | 1 | 50667 | Köln",
            id="OT",
        ),
        pytest.param(
            "c/o Verein, Lindenweg 1, 50667 Köln",
            "Lindenweg | 1 | 50667 | Köln",
            id="c/o",
        ),
        pytest.param(
            "Kreisamt Lindenweg 1, 50667 Köln",
            "Lindenweg | 1 | 50667 | Köln",
            id="office before",
        ),
        pytest.param(
            "Landratsamt Am Markt 1, 50667 Köln",
            "Am Markt | 1 | 50667 | Köln",
            id="office and Am",
        ),
        pytest.param(
            "Kreisamt Große Bergstraße 1, 50667 Köln",
            "Große Bergstraße | 1 | 50667 | Köln",
            id="adjective",
        ),
        pytest.param(
            "in der Lindenstraße 12 in 50667 Köln.",
            "Lindenstraße | 12 | 50667 | Köln",
            id="sentence",
        ),
        pytest.param("50667 Köln, Lindenweg 1", "Lindenweg | 1 | 50667 | Köln", id="town first"),
        pytest.param("50667 Köln", "- | - | 50667 | Köln", id="town alone"),
        pytest.param("Landratsamt, 50667 Köln", "- | - | 50667 | Köln", id="office is no street"),
        pytest.param(
            "Am Markt 1, 29690 Buchholz (Aller)",
            "Am Markt | 1 | 29690 | Buchholz (Aller)",
            id="brackets",
        ),
        pytest.param(
            "Am Markt 1, 91413 Neustadt a. d. Aisch",
            "Am Markt | 1 | 91413 | Neustadt a. d. Aisch",
            id="a. d.",
        ),
        pytest.param(
            "Am Markt 1, 60311 Frankfurt am Main Tel. 1",
            "Am Markt | 1 | 60311 | Frankfurt am Main",
            id="am Main",
        ),
        pytest.param(
            "Am Markt 1, 16303 Schwedt/Oder",
            "Am Markt | 1 | 16303 | Schwedt/Oder",
            id="slash",
        ),
        pytest.param("Am Markt 1, 66606 St. Wendel", "Am Markt | 1 | 66606 | St. Wendel", id="St."),
        pytest.param(
            "Am Markt 1, 55543 Bad Kreuznach Rheinland-Pfalz",
            "Am Markt | 1 | 55543 | Bad Kreuznach",
            id="Land",
        ),
        pytest.param(
            "Postfach 31 01 80, D-50601 Köln",
            "Postfach 31 01 80 | - | 50601 | Köln",
            id="Postfach",
        ),
        pytest.param(
            "Am Markt 1, Postfach 12, 50601 Köln",
            "Am Markt | 1 | 50601 | Köln",
            id="both, one code",
        ),
        pytest.param("Lindenallee 12", "Lindenallee | 12 | - | -", id="street on its line"),
        pytest.param(
            "Frau Kern, Anschrift: Lindenallee 12",
            "Lindenallee | 12 | - | -",
            id="labelled",
        ),
        pytest.param("Lindenallee 12, Köln", "Lindenallee | 12 | - | Köln", id="without code"),
        pytest.param(
            "Kurt Schumacher Straße 31\n50667 Köln",
            "Kurt Schumacher Straße | 31 | 50667 | Köln",
            id="given and family name",
        ),
        pytest.param(
            "Soziales\nHeinrich  Melzer-Str. 3\n50667 Köln",
            "Heinrich Melzer-Str. | 3 | 50667 | Köln",
            id="given name, hyphen behind the family name only",
        ),
        pytest.param(
            "Dr. Külz-Straße 5, 50667 Köln", "Dr. Külz-Straße | 5 | 50667 | Köln", id="doctorate"
        ),
        pytest.param(
            "Lindenweg 1 Geb.5\n50667 Köln", "Lindenweg | 1 | 50667 | Köln", id="building, no blank"
        ),
        pytest.param(
            "Lindenweg 60 -Stadthaus-\n50667 Köln",
            "Lindenweg | 60 | 50667 | Köln",
            id="name of the house between dashes",
        ),
        pytest.param(
            "Postfach: 11 04 53\n50667 Köln",
            "Postfach 11 04 53 | - | 50667 | Köln",
            id="Postfach with a colon",
        ),
        pytest.param(
            "Der Beauftragte für Datenschutz und Informationsfreiheit\nPostfach 3163\n50667 Köln",
            "Postfach 3163 | - | 50667 | Köln",
            id="Postfach below words that end like a street",
        ),
        pytest.param(
            "Ministerium Baden-Württemberg\n70025 Stuttgart",
            "- | - | 70025 | Stuttgart",
            id="Land is no street",
        ),
        pytest.param("Augustinerhof\n50667 Köln", "Augustinerhof | - | 50667 | Köln", id="court"),
        pytest.param(
            "Am Markt 1, 55743 Idar - Oberstein",
            "Am Markt | 1 | 55743 | Idar - Oberstein",
            id="blanks around the hyphen of a town",
        ),
        pytest.param(
            "Am Markt 1, 50667 Köln - Rathaus",
            "Am Markt | 1 | 50667 | Köln",
            id="dash behind a town",
        ),
        pytest.param(
            "Am Markt 1, 39576 Stendal, Hansestadt",
            "Am Markt | 1 | 39576 | Stendal, Hansestadt",
            id="rank behind a town",
        ),
        pytest.param(
            "Am Markt 1, 06886 Luth. Wittenberg",
            "Am Markt | 1 | 06886 | Luth. Wittenberg",
            id="rank abbreviated",
        ),
        pytest.param(
            "Am Markt 1, 06406 Bernburg ( Saale)",
            "Am Markt | 1 | 06406 | Bernburg ( Saale)",
            id="blank in brackets",
        ),
        pytest.param(
            "Am Markt 1, 61348 Bad Homburg vd Höhe",
            "Am Markt | 1 | 61348 | Bad Homburg vd Höhe",
            id="vd",
        ),
    ],
)
def test_address_is_taken_apart(line: str, expected: str) -> None:
    (found,) = find_addresses(Text.of(line))
    parts = (found.street, found.house_number, found.postal_code, found.city)
    assert " | ".join(part or "-" for part in parts) == expected


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Im Jahr 54516 Menschen", id="count"),
        pytest.param("Hier leben rund 15907 Einwohner.", id="inhabitants"),
        pytest.param("12500 Personen nahmen teil.", id="line begins with a count"),
        pytest.param("in der Lindenstraße 12 Familien", id="families in a street"),
        pytest.param("Wir zählen 12500 Besucher, mehr als je.", id="visitors"),
        pytest.param("Az. 32-50667 Köln", id="file number"),
    ],
)
def test_what_is_no_address(line: str) -> None:
    assert find_addresses(Text.of(line)) == ()


def test_street_and_postfach_with_a_code_each_are_two() -> None:
    found = find_addresses(Text.of("Lindenweg 16, 50667 Köln, Postfach 14 20, 50601 Köln"))
    assert [(a.street, a.postal_code) for a in found] == [
        ("Lindenweg", "50667"),
        ("Postfach 14 20", "50601"),
    ]


def test_span_reaches_from_street_to_town() -> None:
    line = "Kreisamt, Lindenweg 16,\n50667 Köln, Tel. 0221 4710-123"
    (found,) = find_addresses(Text.of(line))
    assert line[found.span.start : found.span.end] == "Lindenweg 16,\n50667 Köln"


def test_claimed_stretches_hold_no_address() -> None:
    assert find_addresses(Text.of("50667 Köln"), [Span(0, 5)]) == ()


@given(st.text(alphabet="ABab 0123456789,\n.-ßtrSaßew(", max_size=80))
def test_any_text_gives_sorted_addresses(characters: str) -> None:
    spans = [address.span for address in find_addresses(Text.of(characters))]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(characters) for span in spans)


@pytest.mark.timeout(30)  # up to 5 s on a busy machine; a quadratic step takes minutes
@pytest.mark.parametrize(
    "unit",
    [
        *["1", "12345 ", "12345 A", "12345 Ab\n", "x, 12345 Ab ", "Str. 1 ", "Straße 1\n", "Am "],
        *["Straße 1 12345 Ab", "Postfach 1 ", "Postfach ", "A ", "Ab", ", ", "\n", "D-12345 "],
    ],
    ids=repr,
)
def test_worst_input_takes_linear_time(unit: str) -> None:
    find_addresses(Text.of((unit * SIZE)[:SIZE]))
