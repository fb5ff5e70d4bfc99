from pathlib import Path

import pytest

from pipeline.run import extract
from pipeline.write import as_json, targets

ROOT = Path(__file__).parents[1]
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.txt"))
RAW = sorted((ROOT / "raw").glob("*.txt"))
assert GOLDEN, "tests/golden holds no brochure, so nothing would be tested"
assert RAW, "raw/ holds no brochure, so nothing would be tested"


@pytest.mark.parametrize("source", GOLDEN, ids=lambda path: path.stem)
def test_output_is_unchanged(source: Path) -> None:
    expected = source.with_suffix(".json").read_text(encoding="utf-8")
    assert as_json(extract(source).brochure) == expected, "`make golden`, and review the diff"


@pytest.mark.parametrize("source", RAW, ids=lambda path: path.stem)
def test_committed_output_is_what_the_program_writes_now(source: Path) -> None:
    result = extract(source, root=ROOT / "raw")
    text_file, _, json_file = targets(ROOT / "output", source.stem)
    assert as_json(result.brochure) == json_file.read_text(encoding="utf-8"), "`make extract`"
    assert result.text.characters.encode() == text_file.read_bytes()
