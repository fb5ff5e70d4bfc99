import string
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.german import load_toml
from pipeline.german.inflection import Analysis, analyse, nominative
from pipeline.german.phrase import Case, nouns, suffixes

CASES = tomllib.loads(
    Path(__file__).parents[1].joinpath("cases/nominative.toml").read_text(encoding="utf-8")
)
LABELLED = [
    pytest.param(*case, id=f"{group}: {case[0]}")
    for group, block in CASES.items()
    for case in block["cases"]
]
TABLE = load_toml("nouns.toml")


def test_there_are_enough_cases() -> None:
    assert len(LABELLED) >= 250


@pytest.mark.parametrize(("phrase", "expected", "number"), LABELLED)
def test_phrase_in_the_nominative(phrase: str, expected: str, number: str) -> None:
    found = analyse(phrase)
    assert found.nominative == expected
    assert not number or found.number == number


@pytest.mark.parametrize(("_", "expected", "number"), LABELLED)
def test_nominative_stays(_: str, expected: str, number: str) -> None:
    assert nominative(expected, "nominative") == expected


@pytest.mark.parametrize(
    ("phrase", "case", "expected"),
    [
        pytest.param("den Beauftragten", "dative", "Beauftragte", id="mit den Beauftragten"),
        pytest.param("den Beauftragten", "accusative", "Beauftragter", id="für den Beauftragten"),
        pytest.param("den Dezernenten", "accusative", "Dezernent", id="für den Dezernenten"),
        pytest.param("den Dezernenten", "dative", "Dezernenten", id="mit den Dezernenten"),
        pytest.param("der Beauftragte", "nominative", "Beauftragter", id="der Beauftragte hilft"),
    ],
)
def test_case_decides(phrase: str, case: Case, expected: str) -> None:
    assert nominative(phrase, case) == expected


def test_gender_of_the_head() -> None:
    assert analyse("dem Bildungsbüro") == Analysis("Bildungsbüro", "n", "singular")
    assert analyse("der Landrätin") == Analysis("Landrätin", "f", "singular")
    assert analyse("Träger") == Analysis("Träger", None, None)


@pytest.mark.parametrize("row", TABLE["nouns"]["rows"], ids=lambda row: str(row[0]))
def test_noun_is_found_in_its_example(row: list[str]) -> None:
    words = row[3].strip(".").split()
    assert any((match := nouns().find(word)) and match.noun.lemma == row[0] for word in words)


@pytest.mark.parametrize("row", TABLE["suffixes"]["rows"], ids=lambda row: str(row[0]))
def test_suffix_is_found_in_its_example(row: list[str]) -> None:
    words = row[3].strip(".").split()
    assert any((match := suffixes().find(word)) and match.noun.lemma == row[0] for word in words)


@pytest.mark.parametrize("word", ["der", "Amt,", "Vereine und", "A", "Müller,", "am Programm"])
def test_long_phrases_are_no_burden(word: str) -> None:
    assert analyse(f"{word} " * 5000 + "Amt").nominative.endswith("Amt")


@given(st.text(alphabet=string.printable + "äöüß„“–", max_size=80))
def test_no_text_makes_it_raise(phrase: str) -> None:
    analyse(phrase)


@given(st.lists(st.sampled_from([word for c in LABELLED for word in str(c.values[0]).split()])))
def test_no_order_of_words_makes_it_raise(words: list[str]) -> None:
    found = analyse(" ".join(words))
    assert len(found.nominative) <= len(" ".join(words)) + 2 * len(words)
