"""Logical lines: what the author wrote as one line; ⟦…⟧ marks each that is expected."""

import pytest

from pipeline.mentions import find_mentions
from pipeline.segment.features import Look, Mentioned, look_of
from pipeline.segment.lines import Line, find_lines
from pipeline.text import Text
from tests.reading import unmark


def lines_of(text: Text) -> tuple[Line, ...]:
    return find_lines(text, Mentioned.of(find_mentions(text)).starts)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("⟦Eva Kurz⟧\n⟦Landrätin⟧", id="short lines"),
        pytest.param("⟦Eins⟧\n\n⟦Zwei⟧\n \n\n⟦Drei⟧", id="blank lines"),
        pytest.param("\n\n  ⟦Eins⟧  \n\n", id="white space around"),
        pytest.param(
            "⟦Der Landkreis fördert das Ehrenamt in den\nGemeinden und in der Stadt.⟧",
            id="sentence goes on with a noun behind a small word",
        ),
        pytest.param(
            "⟦Der Landkreis fördert das Ehrenamt und\nhilft den Vereinen vor Ort.⟧",
            id="sentence goes on with a small word",
        ),
        pytest.param(
            "⟦Der Landkreis fördert das Ehrenamt.⟧\n⟦Die Vereine danken es ihm sehr.⟧",
            id="one sentence per line",
        ),
        pytest.param(
            "⟦Wir wollen, dass alle, die hier leben, sich hier auch\n"
            "zu Hause fühlen, ob jung oder alt, ob neu oder schon\n"
            "lange da. Dafür setzen wir uns ein, gemeinsam mit den\n"
            "Vereinen, mit der Volkshochschule und mit der Tafel.⟧",
            id="wrapped paragraph",
        ),
        pytest.param(
            "⟦Wir wollen, dass alle, die hier leben, sich hier auch\n"
            "zu Hause fühlen, ob jung oder alt, ob neu oder schon\n"
            "lange da. Dafür setzen wir uns ein.⟧\n"
            "⟦Gemeinsam mit den Vereinen und mit der Volkshochschule\n"
            "öffnen wir Räume für alle, die etwas beitragen wollen\n"
            "oder nur zuhören.⟧",
            id="a short last line ends a wrapped paragraph",
        ),
        pytest.param(
            "⟦Wir wollen, dass alle, die hier leben, sich hier auch\n"
            "zu Hause fühlen, ob jung oder alt, ob neu oder schon\n"
            "lange da. Dafür setzen wir uns ein mit der Volkshochschule\n"
            "in Celle, mit der Tafel und vielen Vereinen.\n"
            "Die Räume stellt seit vielen Jahren die Stadt bereit.⟧",
            id="line that gave the rest of a broken word to the line above",
        ),
        pytest.param(
            "⟦Fragen beantwortet gern die Koordinierungsstelle,\nTel. 030 23125-014.⟧",
            id="sentence goes on with a number",
        ),
        pytest.param(
            "⟦Wer mitmachen will, meldet sich einfach bei Eva Kurz unter\n"
            "eva.kurz@kreis-celle.de an.⟧",
            id="sentence goes on with an address",
        ),
        pytest.param(
            "⟦Eva Kurz, Amt für Soziales,⟧\n⟦Tel. 030 23125-014⟧",
            id="line of a block is no sentence",
        ),
        pytest.param(
            "⟦Eva Kurz, Amt für Soziales, Zimmer 12⟧\n⟦dienstags bis 16 Uhr⟧\n"
            "⟦Jan Roth, Amt für Jugend, Zimmer 14⟧\n⟦freitags bis 12 Uhr⟧\n"
            "⟦Bürgerhaus im Kulturbahnhof am Markt⟧\n⟦Ehrenamtsbüro⟧",
            id="opening hours do not tell how wide text is",
        ),
        pytest.param("⟦• Volkshochschule⟧\n⟦• Jobcenter⟧", id="bullets"),
        pytest.param("⟦– Volkshochschule⟧\n⟦– Jobcenter⟧", id="dashes"),
        pytest.param("⟦1. Volkshochschule⟧\n⟦2. Jobcenter⟧", id="numbers"),
        pytest.param("⟦a) Volkshochschule⟧\n⟦b) Jobcenter⟧", id="letters"),
        pytest.param(
            "⟦• Die Volkshochschule, die uns seit vielen Jahren\nmit Kursen unterstützt⟧\n"
            "⟦• Jobcenter⟧",
            id="bullet over two lines",
        ),
        pytest.param(
            "⟦Fragen beantwortet gern die Koordinierungsstelle im\nKreishaus in Celle, und zwar an "
            "allen Tagen.⟧\n"
            "⟦Tel. 030 23125-014⟧",
            id="contact data begin a line of their own",
        ),
        pytest.param("⟦Am Bölt 15⟧\n⟦29221 Celle⟧\n⟦Tel. 030 23125-014⟧", id="address and number"),
        pytest.param("⟦Telefon:⟧\n⟦030 23125-014⟧", id="label above its value"),
        pytest.param(
            "⟦„Wir packen an und geben nicht auf.“⟧\n⟦– Eva Kurz, Landrätin⟧", id="quote and name"
        ),
        pytest.param("⟦Eva Kurz:⟧\n⟦„Wir packen an und geben nicht auf.“⟧", id="name and quote"),
        pytest.param("⟦Landkreis Celle⟧\n⟦Wir fördern das Ehrenamt – überall.⟧", id="heading"),
        pytest.param(
            "⟦Fachbereich 3 – Jugend, Familie und\nSoziales⟧\n⟦Eva Kurz⟧",
            id="office over two lines",
        ),
        pytest.param("⟦Amt für Migration\nund Integration⟧\n⟦Eva Kurz⟧", id="und below"),
        pytest.param("⟦Fachstelle\nfür Demenz⟧\n⟦Eva Kurz⟧", id="für below"),
        pytest.param(
            "⟦Moderiert wird der Runde Tisch von Landrätin Dr.\nEva Kurz und von ihrem Team.⟧",
            id="title at the line end",
        ),
        pytest.param(
            "⟦Getragen wird das Haus seit Jahren von der Tafel e.\nV. und von der Stadt.⟧",
            id="legal form over a line end",
        ),
        pytest.param(
            "⟦Getragen wird das Haus seit Jahren von der Tafel\ne. V. und von der Stadt.⟧",
            id="legal form is no bullet",
        ),
        pytest.param(
            "⟦Mit am Tisch sitzen die Polizei, das Jobcenter u.\na. aus dem Kreis.⟧",
            id="abbreviation over a line end",
        ),
        pytest.param(
            "⟦„Wir wollen, dass alle, die hier leben, sich zu Hause\nfühlen, ob jung oder alt, und "
            "das für immer und überall\nund in jedem Ort im Kreis, auch bei euch.“ (Eva Kurz)⟧\n"
            "⟦„Der schönste Garten im ganzen Land ist hier.“ (Jan Roth)⟧",
            id="one voice below another",
        ),
        pytest.param("⟦Das Fest war im Haus 2 b.⟧\n⟦Viele kamen.⟧", id="letter of a house"),
        pytest.param(
            f"⟦Wo alle schon verabredet sind⟧\n⟦{'Rund um den Markt ist viel los. ' * 4}⟧".replace(
                " ⟧", "⟧"
            ),
            id="heading that ends in a verb",
        ),
        pytest.param(
            f"⟦Mit dabei sind\n{'Jobcenter, Tafel und Caritas, ' * 4}⟧".replace(", ⟧", "⟧"),
            id="clause that ends in no verb",
        ),
        pytest.param(
            "⟦Wir lesen mit Kindern, mit Eltern und mit Nachbarn, und das\n"
            "seit Jahren jeden Tag, auch wenn es regnet, und immer mit\n"
            "viel Freude, denn das Lesen ist für uns alle da und bleibt.⟧\n"
            "⟦Baustein: Rechnen⟧\n"
            "⟦Wir rechnen mit Kindern, mit Eltern und mit Nachbarn, und das\n"
            "seit Jahren jeden Tag, auch wenn es regnet.⟧",
            id="heading in wrapped text",
        ),
        pytest.param("", id="nothing"),
    ],
)
def test_lines_are_those_of_the_author(marked: str) -> None:
    text, expected = unmark(marked)
    assert [line.span for line in lines_of(text)] == expected


@pytest.mark.parametrize(
    ("printed", "content"),
    [
        pytest.param("• Jobcenter", "Jobcenter", id="bullet"),
        pytest.param("*\tJobcenter", "Jobcenter", id="asterisk and tab"),
        pytest.param("– Jobcenter", "Jobcenter", id="dash"),
        pytest.param("(3) Jobcenter", "Jobcenter", id="number in brackets"),
        pytest.param("3. Jobcenter", "Jobcenter", id="number"),
        pytest.param("b) Jobcenter", "Jobcenter", id="letter"),
        pytest.param("o Jobcenter", "Jobcenter", id="letter o as a bullet"),
        pytest.param("29221 Celle", "29221 Celle", id="post code is none"),
        pytest.param("-Jobcenter", "-Jobcenter", id="hyphen is none"),
        pytest.param("e. V. und mehr", "e. V. und mehr", id="abbreviation is none"),
        pytest.param("1. Juli 2021", "1. Juli 2021", id="date is none"),
        pytest.param("1. Julius kommt", "Julius kommt", id="number before a name"),
        pytest.param("☐ Ausweis", "Ausweis", id="box to tick"),
        pytest.param("2024. Ein Jahr", "2024. Ein Jahr", id="year is none"),
    ],
)
def test_bullet_is_no_content(printed: str, content: str) -> None:
    text = Text.of(printed)
    (line,) = lines_of(text)
    assert text.at(line.content) == content
    assert text.at(line.span) == printed


def test_blank_line_above_is_known() -> None:
    lines = lines_of(Text.of("Eins\nZwei\n\nDrei"))
    assert [line.blank_before for line in lines] == [True, False, True]


@pytest.mark.parametrize(
    ("printed", "look"),
    [
        pytest.param("Der Landkreis fördert das Ehrenamt.", Look.SENTENCE, id="sentence"),
        pytest.param(
            "Fragen beantwortet Eva Kurz, Telefon 030 23125-014.",
            Look.SENTENCE,
            id="sentence with a number",
        ),
        pytest.param(
            "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen",
            Look.SENTENCE,
            id="open end",
        ),
        pytest.param("Sind Sie dabei, wenn es losgeht?", Look.SENTENCE, id="question"),
        pytest.param("Tel.: 030 23125-014", Look.DATA, id="number"),
        pytest.param("Tel.: 030 23125-014 | E-Mail: info@kreis-altmuehlau.de", Look.DATA, id="two"),
        pytest.param("Eva Kurz, Tel. 030 23125-014", Look.DATA, id="name and number"),
        pytest.param("Am Bölt 15, 29221 Celle", Look.DATA, id="address"),
        pytest.param("www.kreis-altmuehlau.de", Look.DATA, id="website"),
        pytest.param("Telefon:", Look.LABEL, id="label"),
        pytest.param("Ansprechpartnerin:", Look.LABEL, id="label of a person"),
        pytest.param("• Jobcenter", Look.ITEM, id="item"),
        pytest.param("Eva Kurz", Look.SHORT, id="name"),
        pytest.param("Amt für Soziales und Jugend", Look.SHORT, id="office"),
        pytest.param("Leiterin des Fachbereichs für Jugend und Soziales", Look.SHORT, id="role"),
        pytest.param("Ziele", Look.SHORT, id="sub-heading"),
        pytest.param("AWO Kreisverband Celle e. V.", Look.SHORT, id="legal form is no full stop"),
    ],
)
def test_line_looks_so_by_itself(printed: str, look: Look) -> None:
    text = Text.of(printed)
    mentioned = Mentioned.of(find_mentions(text))
    (line,) = find_lines(text, mentioned.starts)
    assert look_of(text, line, mentioned) is look
