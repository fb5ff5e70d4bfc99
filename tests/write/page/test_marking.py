import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import Span
from pipeline.write.page.marking import Mark, mark_up, visible

TEXT = 'Eva <Kurz> & "Söhne"\n'
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(
    lambda pair: pair[0] < pair[1]
)


def marks_of(spans: list[tuple[int, int]]) -> list[Mark]:
    return [Mark(start, end, f"k{n}", f"i{n}") for n, (start, end) in enumerate(spans)]


@given(st.lists(SPANS, max_size=8))
def test_marks_nest_and_each_covers_its_passage(spans: list[tuple[int, int]]) -> None:
    html = str(mark_up(TEXT, Span(0, len(TEXT)), marks_of(spans)))
    opened: list[str] = []
    covered: dict[str, str] = {}
    plain = ""
    for piece in re.split(r"(<[^>]*>)", html):
        if piece == "</mark>":
            opened.pop()
        elif piece.startswith("<"):
            found = re.fullmatch(r'<mark class="k\d( again)?" (?:id|data-of)="(i\d)">', piece)
            assert found
            opened.append(found[2])
        else:
            plain += unescape(piece)
            for name in opened:
                covered[name] = covered.get(name, "") + unescape(piece)
    assert opened == []
    assert plain == TEXT
    assert covered == {f"i{n}": TEXT[start:end] for n, (start, end) in enumerate(spans)}


@given(st.lists(SPANS, max_size=8))
def test_every_id_is_there_once(spans: list[tuple[int, int]]) -> None:
    html = str(mark_up(TEXT, Span(0, len(TEXT)), marks_of(spans)))
    assert sorted(re.findall(r' id="(i\d)"', html)) == [f"i{n}" for n in range(len(spans))]


@given(st.text())
def test_what_is_shown_can_be_encoded_and_holds_no_control(characters: str) -> None:
    shown = visible(characters)
    shown.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_only_a_part_of_the_text_is_taken() -> None:
    assert str(mark_up("abc", Span(1, 2), [])) == "b"
