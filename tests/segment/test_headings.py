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
