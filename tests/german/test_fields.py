"""Fields of forms and words for work: every entry of fields.toml is proved."""

import pytest

from pipeline.german import load_toml
from pipeline.german.fields import (
    KINDS,
    FieldKind,
    again_re,
    field_kind,
    is_activity,
    is_family_field,
    is_house,
    is_language,
    is_matter,
    is_matter_of_work,
    is_of_one,
    is_office_by_work,
    is_office_label,
    is_service,
    is_site,
    is_switchboard,
    is_task,
)

TABLE = load_toml("fields.toml")


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_is_known(kind: FieldKind) -> None:
    for word in TABLE["field"][kind]:
        assert {field_kind(word), field_kind(f"{word}:"), field_kind(word.upper())} == {kind}


@pytest.mark.parametrize(
    ("piece", "on_its_own", "beside_a_name"),
    [
        *(pytest.param(f"Bau{word}", True, True, id=word) for word in TABLE["task"]["endings"]),
        *(pytest.param(f"Bau{word}", False, True, id=word) for word in TABLE["task"]["beside"]),
        pytest.param("Wissenschaftliche Begleitung", True, True, id="adjective"),
        pytest.param("Amt für Projektmanagement", False, False, id="name of an office"),
        pytest.param("Amt für Soziales", False, False, id="office"),
        pytest.param("", False, False, id="nothing"),
    ],
)
def test_piece_is_work(piece: str, *, on_its_own: bool, beside_a_name: bool) -> None:
    assert (is_task(piece), is_task(piece, beside=True)) == (on_its_own, beside_a_name)


@pytest.mark.parametrize("word", TABLE["office"]["words"])
def test_desk_is_known_by_its_label(word: str) -> None:
    assert is_office_label(f"{word}:")
    assert not is_office_label(f"{word} Celle")


@pytest.mark.parametrize("ending", TABLE["matter"]["cells"])
def test_cell_names_a_benefit_or_a_task(ending: str) -> None:
    assert is_matter_of_work(f"Bau{ending}")
    assert not is_matter_of_work(f"Bau{ending}x")


@pytest.mark.parametrize("word", TABLE["languages"]["words"])
def test_language_is_known(word: str) -> None:
    assert is_language(word)


@pytest.mark.parametrize("word", TABLE["office"]["of_one"])
def test_desk_is_of_one_person(word: str) -> None:
    assert is_of_one(f"{word} des Landrats")


@pytest.mark.parametrize("word", TABLE["matter"]["asks"])
def test_question_is_no_matter(word: str) -> None:
    assert not is_matter(f"Technische {word.capitalize()}")


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        pytest.param("Artenschutz", True, id="word"),
        pytest.param("Jugend und Familie", True, id="two"),
        pytest.param("SB Eingliederungshilfe", True, id="abbreviation"),
        pytest.param("Wenden Sie sich an", False, id="sentence"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_label_is_a_matter(label: str, *, is_one: bool) -> None:
    assert is_matter(label) is is_one


@pytest.mark.parametrize("word", TABLE["matter"]["work"])
def test_office_is_named_after_its_work(word: str) -> None:
    assert is_office_by_work(f"Landschafts{word}")
    assert not is_office_by_work(f"Amt für Landschafts{word}")


@pytest.mark.parametrize("word", TABLE["task"]["activity"])
def test_word_for_an_activity(word: str) -> None:
    assert is_activity(f"Anerkenn{word}")
    assert not is_activity(f"Amt für Anerkenn{word}")


@pytest.mark.parametrize("word", TABLE["task"]["begins"])
def test_work_begins_so(word: str) -> None:
    assert is_task(f"{word} Kindertagespflege")


@pytest.mark.parametrize("word", TABLE["site"]["words"])
def test_site_is_a_part_of_a_body(word: str) -> None:
    assert is_site(f"{word} Lauenburg")


@pytest.mark.parametrize("word", [*TABLE["house"]["words"], *TABLE["house"]["begins"]])
def test_building_says_where_a_body_sits(word: str) -> None:
    assert is_house(f"{word} Begegnung")
    assert not is_house("Jugendamt")


@pytest.mark.parametrize("phrase", TABLE["again"]["phrases"])
def test_phrase_stands_for_the_address_above(phrase: str) -> None:
    for printed in (f"({phrase})", phrase.upper(), f"Sozialamt, {phrase}, Tel."):
        assert again_re().search(printed)
    assert not again_re().search(f"un{phrase}")


@pytest.mark.parametrize("word", TABLE["switchboard"]["words"])
def test_label_of_the_house(word: str) -> None:
    assert is_switchboard(f"{word}: ")
    assert not is_switchboard(f"{word} Pflege")


@pytest.mark.parametrize("word", TABLE["services"]["words"])
def test_service_is_known_by_its_letters(word: str) -> None:
    assert is_service(word)
    assert not is_service(f"{word} Celle")


@pytest.mark.parametrize("label", [*TABLE["field"]["family"], *TABLE["field"]["whole"]])
def test_label_of_a_family_name(label: str) -> None:
    assert is_family_field(f"{label}:")
    assert not is_family_field(f"{label} des Amtes:")
