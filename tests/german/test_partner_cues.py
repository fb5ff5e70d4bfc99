"""Every entry of partner_cues.toml is proved by its own example."""

import pytest

from pipeline.german import load_toml
from pipeline.german.partner_cues import Cue, cues, find_cues, is_denied
from tests.reading import read_section

ENTRIES = [pytest.param(cue, id=cue.phrase) for cue in cues()]
NOT = load_toml("partner_cues.toml")["not"]


@pytest.mark.parametrize("cue", ENTRIES)
def test_phrase_occurs_in_its_example(cue: Cue) -> None:
    assert cue in [found for found, _ in find_cues(cue.example)]


@pytest.mark.parametrize("cue", ENTRIES)
def test_partners_of_the_example_are_those_listed(cue: Cue) -> None:
    section = read_section(cue.example)
    assert tuple(partner.name for partner in section.partners) == cue.finds


def test_no_phrase_is_listed_twice() -> None:
    keys = [(cue.phrase.casefold(), cue.side, cue.case) for cue in cues()]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("example", NOT["examples"])
def test_who_is_denied_is_no_partner(example: str) -> None:
    assert is_denied(example)
    assert read_section(example).partners == ()


@pytest.mark.parametrize("example", load_toml("partner_cues.toml")["evidence"]["reported"])
def test_who_is_merely_reported_about_is_no_partner(example: str) -> None:
    assert read_section(example).partners == ()


@pytest.mark.parametrize("word", NOT["but"])
def test_denial_that_denies_nothing(word: str) -> None:
    section = read_section(f"Unterstützt werden wir {word} durch die Sparkasse.")
    assert [partner.name for partner in section.partners] == ["Sparkasse"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Das Jobcenter liegt am Markt.", id="no word of taking part"),
        pytest.param("Wir unterstützen Familien und Vereine.", id="who is helped"),
        pytest.param("Das Projekt wird nicht durch die Sparkasse unterstützt.", id="denied"),
        pytest.param("Früher wirkte die Tafel im Beirat mit.", id="past"),
        pytest.param("Künftig soll auch die Tafel mitwirken.", id="future"),
        pytest.param("Der Landkreis Celle wirkt im Netzwerk mit.", id="the Landkreis itself"),
    ],
)
def test_sentence_names_no_partner(sentence: str) -> None:
    assert read_section(sentence).partners == ()
