"""Fields of forms and words for work: every entry of fields.toml is proved."""

import pytest

from pipeline.german import load_toml
from pipeline.german.fields import KINDS, FieldKind, field_kind, is_task

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
