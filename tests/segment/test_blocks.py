"""What each line of a section is part of; the part stands in front of its passage."""

import pytest

from pipeline.mentions import find_mentions
from pipeline.segment import segment
from pipeline.text import Text

SIGNS = {"#": "SUBHEADING", "¶": "PARAGRAPH", "@": "CONTACTS", "„": "QUOTE", "?": "RESIDUE"}
BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
QUOTE = "„Wir packen an und geben nicht auf.“"


def blocks_of(below: str) -> list[tuple[str, str]]:
    text = Text.of(f"Landkreis Celle\n\n{below}")
    (section,) = segment(text, find_mentions(text)).sections
    return [(block.part.name, text.at(block.span)) for block in section.blocks]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param([("¶", BODY), ("¶", BODY)], id="paragraphs"),
        pytest.param([("#", "Ziele"), ("¶", BODY), ("#", "Ausblick"), ("¶", BODY)], id="topics"),
        pytest.param([("#", "Gut zu wissen"), ("¶", BODY)], id="sub-heading that is not known"),
        pytest.param([("¶", "• Volkshochschule"), ("¶", "• Jobcenter")], id="list"),
        pytest.param(
            [("¶", BODY), ("@", "Eva Kurz\nTel. 030 23125-014\nÖffnungszeiten:\nMo–Fr 8–12 Uhr")],
            id="hours below",
        ),
        pytest.param(
            [("@", "Eva Kurz\nTel. 030 23125-014\nZimmer 12"), ("?", "Foto: Kreis"), ("¶", BODY)],
            id="room below, then a caption",
        ),
        pytest.param([("¶", BODY), ("@", "→ Jugendamt Celle\n→ 030 23125-014")], id="arrows"),
        pytest.param(
            [
                *(("#", "Was ist neu?"), ("¶", BODY), ("#", "Wer macht mit?")),
                ("¶", "Die Stadtwerke Celle, der VdK und die Tafel."),
            ],
            id="sentence without a verb",
        ),
        pytest.param(
            [
                *(("#", "Wer mitmacht"), ("¶", "• Volkshochschule"), ("¶", "• Dr. Jan Roth, Arzt")),
                *(("#", "Kontakt"), ("@", "Eva Kurz\nTel. 030 23125-014")),
            ],
            id="list of partners that ends with a person",
        ),
        pytest.param(
            [("#", "Partner vor Ort"), ("¶", "Volkshochschule"), ("¶", "Jobcenter")],
            id="short lines below a sub-heading for partners",
        ),
        pytest.param(
            [("¶", "Unsere Partner: Volkshochschule und Jobcenter")],
            id="label and list on one line",
        ),
        pytest.param(
            [("¶", BODY), ("@", "Eva Kurz\nKoordinatorin\nTel. 030 23125-014")], id="contact"
        ),
        pytest.param(
            [("#", "Ansprechpartnerin:"), ("@", "Eva Kurz\nTel. 030 23125-014")], id="label above"
        ),
        pytest.param(
            [("@", "Ansprechpartnerin: Eva Kurz, Tel. 030 23125-014")], id="label on the line"
        ),
        pytest.param(
            [("#", "Kontakt"), ("@", "Eva Kurz, Koordinatorin, Kreis Plön")],
            id="person without data",
        ),
        pytest.param(
            [("¶", BODY), ("@", "Amt für Soziales\nAm Bölt 15\n29221 Celle\nTel. 030 23125-014")],
            id="office with its address",
        ),
        pytest.param(
            [("@", "Eva Kurz\nTel. 030 23125-014"), ("#", "Ausblick"), ("¶", BODY)],
            id="contact before a sub-heading",
        ),
        pytest.param(
            [("@", "Eva Kurz\nTel. 030 23125-014\n\nJan Roth\nTel. 030 23125-015"), ("¶", BODY)],
            id="contacts in a row",
        ),
        pytest.param(
            [("¶", f"{BODY} Fragen beantwortet Eva Kurz, Tel. 030 23125-014.")],
            id="contact inside a sentence",
        ),
        pytest.param([("„", QUOTE)], id="quote alone"),
        pytest.param([("„", f"{QUOTE}\n– Eva Kurz, Landrätin")], id="quote and name below"),
        pytest.param([("„", f"{QUOTE}\n\nEva Kurz, Landrätin")], id="blank line between"),
        pytest.param([("„", f"Eva Kurz, Landrätin:\n{QUOTE}")], id="name above"),
        pytest.param([("„", f"{QUOTE}, sagt Landrätin Eva Kurz.")], id="name behind"),
        pytest.param(
            [("#", "Zitat"), ("„", f"{QUOTE}\nEva Kurz, Landrätin")], id="below its label"
        ),
        pytest.param([("„", QUOTE), ("„", QUOTE.replace("an", "es"))], id="two quotes in a row"),
        pytest.param([("¶", f"{BODY} {QUOTE}, sagt Eva Kurz. {BODY}")], id="quote in a paragraph"),
        pytest.param(
            [
                ("„", f"{QUOTE}\nEva Kurz, Landrätin"),
                ("#", "Kontakt"),
                ("@", "Jan Roth\nTel. 030 23125-014"),
            ],
            id="quote, then contact",
        ),
        pytest.param([("¶", BODY), ("?", "Foto: Eva Kurz"), ("¶", BODY)], id="caption"),
        pytest.param([("?", "Sommerfest 2023"), ("?", "© Kreis")], id="stray lines"),
        pytest.param([], id="nothing"),
    ],
)
def test_lines_are_parted_into_blocks(expected: list[tuple[str, str]]) -> None:
    below = "\n\n".join(passage for _, passage in expected)
    assert blocks_of(f"{below}\n\nRaum und Zeit für alle, das ist, was wir hier wollen.") == [
        *((SIGNS[sign], passage) for sign, passage in expected),
        ("PARAGRAPH", "Raum und Zeit für alle, das ist, was wir hier wollen."),
    ]


@pytest.mark.parametrize(
    ("below", "last"),
    [
        pytest.param(f"Jobcenter\nStadtwerke Celle\n\n{BODY}", "PARAGRAPH", id="close to the list"),
        pytest.param(f"Jobcenter\n\nGut zu wissen\n{BODY}", "SUBHEADING", id="close to the text"),
        pytest.param(f"Jobcenter\n\nGut zu wissen\n\n{BODY}", "SUBHEADING", id="names nobody"),
        pytest.param(f"Jobcenter\n\nVolkshochschule\n\n{BODY}", "PARAGRAPH", id="names a body"),
    ],
)
def test_last_short_line_of_a_list(below: str, last: str) -> None:
    parts = [part for part, _ in blocks_of(f"Partner vor Ort\n{below}")]
    assert parts == ["SUBHEADING", "PARAGRAPH", last, "PARAGRAPH"]


def test_paragraph_knows_its_subheading() -> None:
    text = Text.of(
        f"Landkreis Celle\n\n{BODY}\n\nZiele\n\n{BODY}\n\n• Jobcenter\n\nAusblick\n\n{BODY}"
    )
    (section,) = segment(text, find_mentions(text)).sections
    under = [section.blocks[b.under].span if b.under is not None else None for b in section.blocks]
    named = [text.at(span) if span else None for span in under]
    assert named == [None, None, "Ziele", "Ziele", None, "Ausblick"]


def test_line_that_recurs_in_the_document_is_a_subheading() -> None:
    section = f"Ein Blick\n\n{BODY}\n\nEva Kurz\nTel. 030 23125-014\n\nMehr dazu\n\nFoto: Kreis"
    text = Text.of(f"Landkreis Celle\n\n{section}\n\nKreis Plön\n\n{section}")
    for part in segment(text, find_mentions(text)).sections:
        parts = {text.at(block.span): block.part.name for block in part.blocks}
        assert parts["Ein Blick"] == parts["Mehr dazu"] == "SUBHEADING"
