"""Bold and larger type as evidence: `**` stands before a bold line, `#` before a larger one."""

import pytest

from pipeline.mentions import find_mentions
from pipeline.read.placed import Placed, Placements
from pipeline.segment import Layout, segment
from pipeline.text import Text

BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
DATA = "Tel. 030 23125-014"


def layout_of(*lines: str, is_set: bool = True) -> tuple[Text, Layout]:
    """Divide lines that stand at the usual distance; an empty one is white space."""
    placed = Placements()
    characters = ""
    for line in lines:
        printed = line.lstrip("*#")
        start = len(characters)
        characters += f"{printed}\n"
        if printed and is_set:
            larger, end = (1.5 if line[0] == "#" else 1.0), start + len(printed)
            placed.append(Placed(start, end, 1, 50, 50, 300, 60, larger, line[0] in "*#", ()))
    text = Text.of(characters)
    return text, segment(text, find_mentions(text), placed if is_set else None)


def parts_of(*lines: str, is_set: bool = True) -> list[tuple[str, str]]:
    text, layout = layout_of("#Landkreis Celle", "", *lines, is_set=is_set)
    return [(block.part.name, text.at(block.span)) for block in layout.sections[0].blocks]


HEADINGS = [
    pytest.param("Was haben wir gemeinsam vor?", id="question"),
    pytest.param("Wie wir mit allen Vereinen neue Wege zu den Menschen gehen", id="long"),
    pytest.param("Alle sollen hier gut leben!", id="exclamation"),
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_bold_line_above_text_is_a_subheading(heading: str) -> None:
    assert parts_of(f"**{heading}", BODY) == [("SUBHEADING", heading), ("PARAGRAPH", BODY)]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("is_set", [True, False])
def test_the_same_line_in_usual_type_is_text(heading: str, is_set: bool) -> None:
    assert parts_of(heading, BODY, is_set=is_set)[0] == ("PARAGRAPH", heading)


def test_two_subheadings_may_follow_each_other() -> None:
    lines = ("**Leben auf dem Land", "", "**Neue Wege", BODY)
    assert [part for part, _ in parts_of(*lines)] == ["SUBHEADING", "SUBHEADING", "PARAGRAPH"]


def test_bold_name_stays_with_its_contact() -> None:
    assert parts_of("**Eva Kurz", DATA) == [("CONTACTS", f"Eva Kurz\n{DATA}")]


@pytest.mark.parametrize(
    "text",
    [pytest.param(BODY, id="sentence"), pytest.param(f"{BODY} {BODY}", id="opening paragraph")],
)
def test_bold_paragraph_is_text(text: str) -> None:
    assert parts_of(f"**{text}", BODY) == [("PARAGRAPH", text), ("PARAGRAPH", BODY)]


def test_bold_says_nothing_where_all_is_bold() -> None:
    heading = "Was haben wir gemeinsam vor?"
    assert parts_of(f"**{heading}", f"**{BODY}", f"**{BODY}")[0] == ("PARAGRAPH", heading)


def headings_of(*lines: str) -> list[str]:
    text, layout = layout_of(*lines)
    return [text.at(section.printed) for section in layout.sections]


def test_kreis_in_a_contact_box_is_no_heading() -> None:
    sections = ("#Celle", "", BODY, "", "**Landkreis Plön", "", "Markt 1, 24306 Plön", DATA, "")
    assert headings_of(*sections, "#Harz", "", BODY, "", "Eva Kurz", DATA) == ["Celle", "Harz"]


def test_kreise_are_headings_in_usual_type_where_none_is_larger() -> None:
    sections = ("**Celle", "", BODY, "", "**Harz", "", BODY)
    assert headings_of(*sections) == ["Celle", "Harz"]


def test_unknown_name_is_a_heading_only_if_it_is_set_like_one() -> None:
    def sections(name: str) -> list[str]:
        return headings_of(
            *("#Celle", "", BODY, "", "Eva Kurz", DATA, "", name, "", f"{BODY} {BODY}", "", DATA),
            *("", "#Harz", "", BODY, "", "Eva Kurz", DATA),
        )

    assert sections("#Altmühlau") == ["Celle", "Altmühlau", "Harz"]
    assert sections("**Altmühlau") == ["Celle", "Harz"]
