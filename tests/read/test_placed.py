"""Lines on pages, kept as bare numbers, and the boxes that are made of them."""

import pytest

from pipeline.read.placed import Placed, Placements, Places

TEXT = "Tel. 030 23125-014\nKreis Celle"
NUMBER = Placed(0, 18, 1, 40.0, 50.0, 140.25, 62.5, 1.0, False, (40.0, 60.5, 64.0, 140.25))
"""Its words are measured, but the last two of them as one."""
HEADING = Placed(19, 30, 2, 40.0, 80.0, 140.0, 92.5, 1.4, True, (40.0, 90.0, 94.0, 140.0))
WIDE = HEADING._replace(x1=800.0, words=(40.0, 90.0, 94.0, 800.0))


def places(*lines: Placed) -> Places[tuple[float, ...]]:
    return Places(TEXT, Placements(lines), lambda *sides: sides)


@pytest.mark.parametrize("line", [NUMBER, HEADING])
def test_lines_come_back_as_they_were_put_in(line: Placed) -> None:
    assert Placements([line])[0] == line


def test_line_with_a_word_wider_than_can_be_kept_has_none() -> None:
    assert Placements([WIDE])[0] == WIDE._replace(words=())


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(19, 30, ((2, 40.0, 80.0, 140.0, 92.5),), id="line"),
        pytest.param(25, 30, ((2, 94.0, 80.0, 140.0, 92.5),), id="word"),
        pytest.param(19, 22, ((2, 40.0, 80.0, 70.0, 92.5),), id="letters"),
        pytest.param(5, 18, ((1, 40.0, 50.0, 140.25, 62.5),), id="words that are not all known"),
        pytest.param(
            0, 24, ((1, 40.0, 50.0, 140.25, 62.5), (2, 40.0, 80.0, 90.0, 92.5)), id="two lines"
        ),
        pytest.param(18, 19, (), id="between two lines"),
    ],
)
def test_boxes(start: int, end: int, expected: tuple[tuple[float, ...], ...]) -> None:
    found = places(NUMBER, HEADING)
    boxes = found.boxes(start, end)
    assert boxes == expected
    assert expected == boxes
    assert hash(boxes) == hash(expected)
    assert (len(boxes), boxes[:1]) == (len(expected), expected[:1])
    assert found.page(start, end) == (expected[0][0] if expected else None)


def test_word_wider_than_can_be_kept_has_the_box_of_its_line() -> None:
    assert places(WIDE).boxes(25, 30) == ((2, 40.0, 80.0, 800.0, 92.5),)
