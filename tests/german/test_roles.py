import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.german import load_toml
from pipeline.german.roles import is_counted, is_held, is_signing, names_office, role_of

TABLE = load_toml("roles.toml")
PEOPLE = [row for block in TABLE["people"] for row in block["rows"]]
EXAMPLES = [
    *((row[0], row[3]) for row in PEOPLE),
    *((row[0], row[1]) for row in TABLE["adjectival"]["rows"]),
    *((row[0], row[3]) for row in TABLE["nouns"]["rows"]),
]
MARKS = ["*", ":", "_", "/", "/-", "·"]


@pytest.mark.parametrize(("word", "example"), EXAMPLES, ids=lambda value: value.split()[0])
def test_role_is_found_in_its_example(word: str, example: str) -> None:
    roles = [role_of(token) for token in example.removesuffix(".").split()]
    assert any(role and role.word == word for role in roles)


def test_words_are_unique() -> None:
    words = [word for word, _ in EXAMPLES]
    assert len(words) == len(set(words)) > 200


@pytest.mark.parametrize(
    ("printed", "word", "gender", "number"),
    [
        pytest.param("Bildungskoordinator", "koordinator", "m", "singular", id="masculine"),
        pytest.param("Bildungskoordinatorin", "koordinator", "f", "singular", id="feminine"),
        pytest.param("Koordinator:innen", "koordinator", None, "plural", id="colon"),
        pytest.param("Referent*in", "referent", None, "singular", id="star"),
        pytest.param("Referent_in", "referent", None, "singular", id="underline"),
        pytest.param("Leiter/in", "leiter", None, "singular", id="slash"),
        pytest.param("Leiter/-in", "leiter", None, "singular", id="slash and hyphen"),
        pytest.param("Leiter(in)", "leiter", None, "singular", id="brackets"),
        pytest.param("AmtsleiterIn", "leiter", None, "singular", id="capital I"),
        pytest.param("LeiterInnen", "leiter", None, "plural", id="capital I, plural"),
        pytest.param("Ärzt*in", "arzt", None, "singular", id="star, umlaut"),
        pytest.param("Beauftragte/r", "beauftragte", None, "singular", id="adjectival, slash"),
        pytest.param("Beauftragte*r", "beauftragte", None, "singular", id="adjectival, star"),
        pytest.param("Vorsitzende(r)", "vorsitzende", None, "singular", id="adjectival, brackets"),
        pytest.param("Mitarbeiter (m/w/d)", "mitarbeiter", "m", "singular", id="m/w/d"),
        pytest.param("Beauftragter", "beauftragte", "m", "singular", id="adjectival, man"),
        pytest.param("Beauftragten", "beauftragte", None, "plural", id="adjectival, several"),
        pytest.param("Dezernenten", "dezernent", "m", None, id="weak, either number"),
        pytest.param("Landräten", "landrat", "m", "plural", id="dative plural"),
        pytest.param("Landrätin", "landrat", "f", "singular", id="umlaut"),
        pytest.param("Ärztinnen", "arzt", "f", "plural", id="feminine plural"),
        pytest.param("Integrationslotsinnen", "lotse", "f", "plural", id="lotse"),
        pytest.param("WIR-Fallmanager", "fallmanager", "m", None, id="behind a hyphen"),
        pytest.param("Kreisjugendpflegerin,", "pfleger", "f", "singular", id="comma"),
    ],
)
def test_role(printed: str, word: str, gender: str | None, number: str | None) -> None:
    role = role_of(printed)
    assert role is not None
    assert (role.word, role.gender) == (word, gender)
    assert number is None or role.number in (number, None)


def test_function_noun_and_adjectival_noun_are_told() -> None:
    leitung, vorsitz = role_of("Fachbereichsleitung"), role_of("Vorsitzende")
    assert leitung is not None
    assert vorsitz is not None
    assert (leitung.is_noun, leitung.is_adjectival) == (True, False)
    assert (vorsitz.is_noun, vorsitz.is_adjectival) == (False, True)


@pytest.mark.parametrize("word", [str(word).capitalize() for word in TABLE["not"]["words"]])
def test_excluded_compound_is_no_role(word: str) -> None:
    assert role_of(word) is None


@pytest.mark.parametrize(
    "word", ["Gegenwart", "Stewart", "Neubauer", "Burmeister", "", "in", "*in"]
)
def test_no_role(word: str) -> None:
    assert role_of(word) is None


@given(st.sampled_from(PEOPLE), st.sampled_from(MARKS), st.sampled_from(["in", "innen"]))
def test_every_spelling_means_the_same(row: list[str], mark: str, ending: str) -> None:
    feminine = row[1] or row[0].removesuffix("e") + "in"
    if not feminine.endswith("in"):
        return
    role = role_of(feminine.removesuffix("in").capitalize() + mark + ending)
    assert role is not None
    assert (role.word, role.gender) == (row[0], None)


@given(st.text(alphabet=string.printable + "äöüßé„“–", max_size=60))
def test_no_word_makes_it_raise(word: str) -> None:
    role_of(word)


@pytest.mark.parametrize("word", TABLE["counted"]["words"])
def test_office_that_several_hold(word: str) -> None:
    assert is_counted(f"{word.capitalize()}:")
    assert not is_counted("Koordinatorin")


@pytest.mark.parametrize("word", TABLE["held"]["words"])
def test_office_of_one_who_holds_it(word: str) -> None:
    assert is_held(f"Die {word.capitalize()} des Kreises")
    assert not is_held(f"Die Leiterin der {word.capitalize()}n")


@pytest.mark.parametrize("printed", TABLE["held"]["examples"])
def test_office_is_named_after_its_holder(printed: str) -> None:
    assert names_office(printed)


@pytest.mark.parametrize("land", TABLE["held"]["lands"])
def test_land_makes_it_an_office(land: str) -> None:
    ending = "" if land.endswith("er") else "er"
    assert names_office(f"{land}{ending} Beauftragter für Tierschutz")
    assert not names_office("Beauftragter für Tierschutz")


@pytest.mark.parametrize("printed", TABLE["held"]["counterexamples"])
def test_function_is_no_office(printed: str) -> None:
    assert not names_office(printed)


@pytest.mark.parametrize("word", TABLE["signing"]["words"])
def test_head_of_an_authority(word: str) -> None:
    assert is_signing(word.capitalize())
    assert is_signing(f"{word.capitalize()}in" if word != "landrat" else "Landrätin")
    assert not is_signing("Koordinatorin")
