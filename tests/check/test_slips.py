from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.slips import LONGEST, MOST, Slips, is_one_slip

SHORT = st.text("abc", max_size=5)


@given(st.lists(SHORT, unique=True, max_size=40), SHORT)
def test_all_that_is_one_slip_away_is_found_in_order(words: list[str], word: str) -> None:
    assert list(Slips(words).of(word)) == [other for other in words if is_one_slip(word, other)]


def test_nothing_is_found_among_more_words_than_can_be_compared() -> None:
    words = [f"wort{i}" for i in range(MOST + 1)]
    assert list(Slips(words).of("wort1x")) == []
    assert list(Slips(words[:100]).of("wort1x")) == ["wort1", *(f"wort1{i}" for i in range(10))]


def test_what_is_too_long_for_a_word_is_no_slip() -> None:
    assert list(Slips(["a" * LONGEST]).of("a" * (LONGEST + 1))) == []
