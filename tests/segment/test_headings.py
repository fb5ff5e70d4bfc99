"""Which lines open a section; ⟦…⟧ marks each heading that is expected."""

import pytest

from pipeline.mentions import find_mentions
from pipeline.segment import Layout, segment
from pipeline.text import Text
from tests.reading import unmark

BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
DATA = "Eva Kurz\nTel. 030 23125-014"


def layout_of(text: Text) -> Layout:
    return segment(text, find_mentions(text))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"⟦Landkreis Celle⟧\n\n{BODY}", id="one section"),
        pytest.param(f"⟦Landkreis Celle⟧\n{BODY}\n⟦Kreis Plön⟧\n{BODY}", id="no blank lines"),
        pytest.param(f"⟦Celle⟧\n\n{BODY}\n\n⟦Harz⟧\n\n{BODY}", id="bare names"),
        pytest.param(f"⟦C E L L E⟧\n\n{BODY}", id="letter-spaced"),
        pytest.param(f"⟦## Landkreis Celle⟧\n\n{BODY}", id="Markdown"),
        pytest.param(f"⟦Celle 17⟧\n\n{BODY}", id="page number"),
        pytest.param(
            f"⟦01 | Landkreis Celle⟧\n{BODY}\n{DATA}\n⟦02 | Kreis Plön⟧\nWir am See\n{BODY}",
            id="numbered, directly below the data of another one",
        ),
        pytest.param(
            f"⟦Landkreis Sächsische\nSchweiz-Osterzgebirge⟧\n\n{BODY}", id="name on two lines"
        ),
        pytest.param(f"⟦Landkreis Celle⟧\n\n{DATA}", id="nothing but a contact"),
        pytest.param(f"⟦Landkreis Celle⟧\n\n„{BODY}“\n– Eva Kurz", id="nothing but a quote"),
        pytest.param(
            f"Landkreis Plön\n\n⟦Landkreis Celle⟧\n\n{BODY}", id="a line without a section"
        ),
        pytest.param(
            f"⟦Landkreis Celle⟧\n\n{BODY}\n\n⟦Landkreis Altmühlau⟧\n\n{BODY}", id="in no register"
        ),
        pytest.param(
            f"⟦Celle⟧\n\n{BODY}\n\n{DATA}\n\n⟦Altmühlau⟧\n\n{BODY * 2}\n\n{DATA}\n\n"
            f"⟦Harz⟧\n\n{BODY}\n\n{DATA}",
            id="bare name of no register, printed like the others",
        ),
        pytest.param(
            f"⟦Celle⟧\n\n{BODY}\n\n{DATA}\n\n⟦Demmin⟧\n\n{BODY}\n\n⟦Harz⟧\n\n{BODY}",
            id="bare name of a Kreis that is no more",
        ),
        pytest.param(
            f"⟦Celle⟧\n\n{BODY}\n\n{DATA}\n\nAusblick\n\n{BODY}\n\n⟦Harz⟧\n\n{BODY}",
            id="sub-heading is no Kreis",
        ),
        pytest.param(
            f"⟦Kreis Nordfriesland⟧\n\n{BODY}\n\nEva Kurz\nKreis Nordfriesland\nTel. 030 23125-014",
            id="Kreis as the organisation of a contact",
        ),
        pytest.param(
            f"⟦Kreis Nordfriesland⟧\n\nKreis Nordfriesland\nEva Kurz\nTel. 030 23125-014\n\n{BODY}",
            id="twice in a row: heading, then organisation",
        ),
        pytest.param(
            f"⟦Landkreis Celle⟧\n\n{BODY}\n\n„{BODY}“\nEva Kurz, Landrätin\nLandkreis Celle\n\n"
            f"⟦Kreis Plön⟧\n\n{BODY}",
            id="Kreis behind the name of a speaker",
        ),
        pytest.param(
            f"⟦Landkreis Celle⟧\n\nAnsprechpartnerin:\nLandkreis Celle\nEva Kurz\n"
            f"Tel. 030 23125-014\n\n⟦Kreis Plön⟧\n\n{BODY}",
            id="Kreis below a label",
        ),
        pytest.param(
            f"⟦Landkreis Celle⟧\n\n{BODY}\n\nLandkreis Celle fördert das Ehrenamt\nin allen Orten.",
            id="Kreis at the start of a sentence",
        ),
        pytest.param(
            f"⟦Landkreis Celle⟧\n\nUnterstützt werden wir durch die Volkshochschule, den\n"
            f"Landkreis Harz\nund die Tafel. {BODY}",
            id="Kreis on a line of its own inside a sentence",
        ),
        pytest.param(
            f"⟦Landkreis Celle⟧\n\n{BODY}\n\n⟦Kreis Plön⟧\n\n{BODY}\n\n⟦Landkreis Celle⟧\n\n{BODY}",
            id="a section that goes on after another one",
        ),
        pytest.param(
            f"⟦Kreis Plön⟧\n\n{BODY}\n\n⟦Landkreis Celle⟧\n\n{BODY}\n\n"
            "Landkreis Celle\n\nKreis Plön\n\nLandkreis Harz\n\nSo hat alles begonnen.\n\n"
            f"⟦Kreis Plön⟧\n\n{BODY}\n\n⟦Landkreis Celle⟧\n\n{BODY}",
            id="several editions in one file, and a list between them",
        ),
        pytest.param(f"{BODY}\n\nAmt für Soziales", id="none"),
    ],
)
def test_sections_begin_at_their_headings(marked: str) -> None:
    text, expected = unmark(marked)
    assert [section.printed for section in layout_of(text).sections] == expected


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(
            ("Landkreis Hof: Zwei Sprachen, ein Pausenhof", "Kreis Plön: Wer macht mit?"),
            id="claim behind a colon, with a comma or a question mark",
        ),
        pytest.param(
            ("Kreis Plön – Wir gehen gemeinsam neue Wege in der Bildung", "Landkreis Celle – Los!"),
            id="long claim behind a dash",
        ),
        pytest.param(
            ("Leer: Schule am Deich", "Plön: Lernen am See", "Celle: Fachwerk und Fachkräfte"),
            id="claim behind a bare name",
        ),
        pytest.param(
            ("Landkreis Leer. Schule am Deich", "Kreis Plön. Lernen am See"),
            id="claim behind a full stop",
        ),
        pytest.param(
            ("Schule am Deich: Landkreis Leer", "Lernen am See: Kreis Plön"),
            id="claim before a colon",
        ),
        pytest.param(
            ("Schule am Deich (Landkreis Leer)", "Lernen am See (Kreis Plön)"),
            id="Kreis in brackets",
        ),
        pytest.param(
            ("Schule am Deich | Landkreis Leer", "Lernen am See | Kreis Plön"),
            id="Kreis behind a bar",
        ),
        pytest.param(
            ("Mit Rat und Rad: Der Landkreis Leer", "Gemeinsam stark: Die Region Hannover"),
            id="claim before an article",
        ),
        pytest.param(
            (
                "Landkreis: Leer | Einwohner: 170.000 | Träger: Dorfsalon am Markt | Start: 2021",
                "Landkreis: Plön | Einwohner: 129.000 | Träger: Landfrauen Probstei | Start: 2022",
            ),
            id="line of facts",
        ),
        pytest.param(("Im Landkreis Leer", "In der Stadt Kassel"), id="preposition"),
        pytest.param(("Der Landkreis Leer", "Die Region Hannover"), id="article"),
        pytest.param(
            ("Modellregion Landkreis Leer", "Modellregion Ilm-Kreis"), id="what all of them are"
        ),
        pytest.param(
            ("Der Landkreis Leer stellt sich vor", "Die Region Hannover stellt sich vor"),
            id="words behind",
        ),
        pytest.param(
            ("1 Landkreis Leer: Deich, Watt", "2 Kreis Plön: See, Wald"),
            id="numbered, with a claim",
        ),
        pytest.param(
            ("Pflegestützpunkt Leer", "Pflegestützpunkt Plön", "Pflegestützpunkt Celle"),
            id="an office behind which only the name is printed",
        ),
        pytest.param(
            ("Projekt 1: Landkreis Leer", "Projekt 2: Kreis Plön"), id="numbered projects"
        ),
        pytest.param(
            ("„Schule am Deich“ im Landkreis Leer", "„Lernen am See“ im Kreis Plön"), id="quoted"
        ),
        pytest.param(
            (
                "Schule am Deich im Landkreis Leer",
                "Lernen am See im Kreis Plön",
                "Wir im Ilm-Kreis",
            ),
            id="any words before",
        ),
        pytest.param(
            ("Landkreis Leer macht Schule", "Im Kreis Plön lernt man", "Der Ilm-Kreis singt"),
            id="any words behind",
        ),
        pytest.param(
            ("Landkreis Leer", "Landkreise Celle und Gifhorn", "Stadt und Landkreis Kassel"),
            id="two that share a section",
        ),
    ],
)
def test_headings_of_one_style_open_sections(headings: tuple[str, ...]) -> None:
    marked = "\n\n".join(f"⟦{heading}⟧\n\n{BODY}\n\n{DATA}" for heading in headings)
    text, expected = unmark(f"Eine Broschüre\n\n{marked}")
    assert [section.printed for section in layout_of(text).sections] == expected


def test_offices_with_their_data_are_no_headings() -> None:
    offices = "\n\n".join(
        f"{office}\n\n{DATA}\nAm Bölt 15, 29221 Celle\nkurz@kreis-celle.de\nDi 9–12 Uhr, Zimmer 4"
        for office in ("Stadt Kassel – Jugendamt", "Kreis Plön – Sozialamt")
    )
    text, expected = unmark(f"⟦Landkreis Celle⟧\n\n{BODY}\n\n{offices}")
    assert [section.printed for section in layout_of(text).sections] == expected


def test_title_above_a_heading_is_no_end_of_a_section() -> None:
    text, residue = unmark(
        f"Titel\n\nLandkreis Celle\n\n{BODY}\n\n{DATA}\n\n⟦Alte Schule, neue Werkbank⟧\n"
        f"Kreis Plön\n\n{BODY}"
    )
    assert list(layout_of(text).residue) == residue


def test_headings_stand_below_titles_and_above_facts() -> None:
    marked = "\n\n".join(
        f"Der Salon am Markt\n⟦Standort {number}: {kreis}⟧\n\nOrt: Mitte\nStart: Mai 2021\n\n{BODY}"
        for number, kreis in enumerate(("Stadt Kassel", "Landkreis Leer"))
    )
    text, expected = unmark(marked)
    assert [section.printed for section in layout_of(text).sections] == expected


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Im Landkreis Leer",), id="once"),
        pytest.param(("Leer: Schule am Deich", "Plön: Lernen am See"), id="twice without a kind"),
        pytest.param(
            ("Im Landkreis Celle", "Im Landkreis Gifhorn"), id="what has a section already"
        ),
        pytest.param(("Foto: Landkreis Leer", "Foto: Kreis Plön"), id="captions"),
        pytest.param(("Kontakt: Landkreis Leer", "Kontakt: Kreis Plön"), id="labels"),
        pytest.param(
            ("Zu Besuch im Landkreis Leer", "Im Gespräch mit dem Kreis Plön"), id="two styles"
        ),
        pytest.param(
            ("Im Landkreis Leer fehlt es an Lehrkräften.", "Im Kreis Plön fehlt es an Geld."),
            id="sentences",
        ),
    ],
)
def test_lines_that_name_a_kreis_open_no_section(lines: tuple[str, ...]) -> None:
    marked = "\n\n".join(f"{line}\n\n{BODY}" for line in lines)
    text, expected = unmark(
        f"⟦Landkreis Celle⟧\n\n{BODY}\n\n{marked}\n\n⟦Landkreis Gifhorn⟧\n\n{BODY}"
    )
    assert [section.printed for section in layout_of(text).sections] == expected


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        pytest.param(
            f"⟦Zu Hause auf dem Land⟧\n\nLandkreis Celle\n\n{BODY}", True, id="line above"
        ),
        pytest.param(f"⟦{BODY}⟧\n\nLandkreis Celle\n\n{BODY}", False, id="sentence"),
        pytest.param(f"Landkreis Celle\n\n{BODY}", False, id="nothing above"),
        pytest.param("⟦Zu Hause auf dem Land⟧", False, id="no section"),
    ],
)
def test_title_is_the_line_above_the_first_section(marked: str, title: bool) -> None:
    text, expected = unmark(marked)
    layout = layout_of(text)
    assert layout.title == (expected[0] if title else None)
    assert list(layout.residue) == ([] if title else expected)


def test_section_ends_where_the_imprint_begins() -> None:
    text, residue = unmark(
        f"Titel\n\nLandkreis Celle\n\n{BODY}\n\n⟦Impressum⟧\n\n⟦Redaktion: Eva Kurz⟧\n⟦29221 Celle⟧"
    )
    layout = layout_of(text)
    assert list(layout.residue) == residue
    assert layout.sections[0].span.end < residue[0].start


def test_heading_of_a_group_belongs_to_no_section() -> None:
    text, residue = unmark(
        f"Titel\n\nLandkreis Celle\n\n{BODY}\n\n⟦Programmlandkreise 2023 – 2024⟧\n\n"
        f"Kreis Plön\n\n{BODY}"
    )
    assert list(layout_of(text).residue) == residue
