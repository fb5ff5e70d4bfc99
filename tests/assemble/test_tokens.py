"""Tokens are made chunk by chunk: they are what spaCy makes of the whole sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.assemble.grammar.language import language
from pipeline.assemble.grammar.tokens import tokenize
from pipeline.text import Span

SIGNS = st.text("aBc äß1.,:;!?()„“\"'/-&€…@\n\t\u00a0", max_size=60)
WORDS = st.lists(
    st.sampled_from(
        [
            "z.B.",
            "Dr.",
            "e.V.",
            "e. V.",
            "AWO.",
            "(JC)",
            "mbH.",
            "24.",
            "Schwedt/O",
            "u. a.",
            "GmbH,",
        ]
    )
).map(" ".join)


def by_spacy(sentence: str) -> list[tuple[str, int]]:
    doc = language(None).make_doc(sentence)
    return [(token.text, token.idx) for token in doc if not token.is_space]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Das hilft.", ["Das", "hilft", "."], id="end of a sentence"),
        pytest.param("Dr. med. Kurz", ["Dr.", "med.", "Kurz"], id="abbreviated title"),
        pytest.param("die AWO.", ["die", "AWO", "."], id="acronym at the end"),
        pytest.param("die Pflege gGmbH.", ["die", "Pflege", "gGmbH", "."], id="form at the end"),
        pytest.param("E. Kurz", ["E.", "Kurz"], id="initial"),
        pytest.param("Mitarbeiter:innen", ["Mitarbeiter:innen"], id="gendered word"),
        pytest.param("Schwedt/O hilft", ["Schwedt/O", "hilft"], id="slash in a name"),
        pytest.param("SkF e. V./SKM", ["SkF", "e.", "V.", "/", "SKM"], id="slash behind a form"),
    ],
)
def test_tokens_of_offices(sentence: str, words: list[str]) -> None:
    assert tokenize(sentence).words == words


@given(SIGNS | WORDS)
def test_chunks_are_tokenized_like_the_whole(sentence: str) -> None:
    tokens = tokenize(sentence)
    assert list(zip(tokens.words, tokens.starts, strict=True)) == by_spacy(sentence)


def test_place_of_some_tokens() -> None:
    tokens = tokenize("Das Jobcenter (JC)  hilft.")
    assert tokens.span(1, 5) == Span(4, 18)
    assert tokens.first_from(5) == tokens.first_from(14) == 2
    assert tokens.first_from(99) == len(tokens.words)
