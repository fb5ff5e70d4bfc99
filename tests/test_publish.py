import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pipeline.write import as_json
from schemas.publish import PUBLISHED, as_schema, as_text
from tests.records import brochure, contact, finding, section

ROOT = Path(__file__).parents[1]
OUTPUTS = sorted(
    path
    for folder in (ROOT / "output", ROOT / "tests" / "golden")
    for path in folder.glob("*.json")
)


def test_published_schema_equals_the_models() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == as_text(), "run `make schema`"


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(as_schema())


def test_schema_says_what_a_number_counts() -> None:
    start = as_schema()["$defs"]["Span"]["properties"]["start"]
    assert start["description"] == "First character, counted from 0."


@pytest.mark.parametrize("path", OUTPUTS, ids=lambda path: path.stem)
def test_output_is_valid(path: Path) -> None:
    validator = Draft202012Validator(as_schema())
    assert list(validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))) == []


RECORD = json.loads(as_json(brochure(section("Börde", contact("Kern")), findings=(finding("?"),))))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param({"schema_version": "9"}, id="another version"),
        pytest.param({"title": 5}, id="a number for a string"),
        pytest.param({"unknown": None}, id="unknown key"),
        pytest.param({"residue": [{"text": "x"}]}, id="no span"),
    ],
)
def test_damaged_record_is_invalid(damage: dict[str, object]) -> None:
    validator = Draft202012Validator(as_schema())
    assert validator.is_valid(RECORD)
    assert not validator.is_valid(RECORD | damage)


@pytest.mark.parametrize("key", list(RECORD))
def test_key_that_is_left_out_is_noticed(key: str) -> None:
    validator = Draft202012Validator(as_schema())
    assert not validator.is_valid({name: RECORD[name] for name in RECORD if name != key})
