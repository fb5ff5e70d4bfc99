import textwrap
from pathlib import Path

import pytest

from pipeline.diff import as_text, compare
from pipeline.german.kreise import parse_heading
from pipeline.run import extract
from schemas import Brochure
from tests.read.typesetter import Style, parts_of, set_brochure

ROOT = Path(__file__).parents[2]
SOURCE = next(iter(sorted((ROOT / "raw").glob("*.txt"))))


@pytest.fixture(scope="module")
def brochure() -> Brochure:
    return extract(SOURCE).brochure


def told(old: Brochure, characters: str, folder: Path) -> str:
    path = folder / "anew.txt"
    path.write_text(characters, encoding="utf-8")
    return as_text(compare(old, extract(path).brochure))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_wrapped_brochure_has_no_change(brochure: Brochure, tmp_path: Path, width: int) -> None:
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    wrapped = [textwrap.fill(line, width, break_on_hyphens=False) for line in lines]
    assert told(brochure, "\n".join(wrapped), tmp_path) == "Nothing has changed."


def test_brochure_with_its_sections_in_another_order_has_no_change(
    brochure: Brochure, tmp_path: Path
) -> None:
    source = SOURCE.read_text(encoding="utf-8")
    sections = brochure.landkreise
    parts = [source[each.span.start : each.span.end].strip() for each in reversed(sections)]
    moved = "\n\n".join([source[: sections[0].span.start].strip(), *parts]) + "\n"
    assert told(brochure, moved, tmp_path) == "Nothing has changed."


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_brochure_set_in_columns_has_no_change(
    brochure: Brochure, tmp_path: Path, columns: int
) -> None:
    source = SOURCE.read_text(encoding="utf-8")
    headings = frozenset(line for line in source.split("\n") if line and parse_heading(line))
    size, gutter = (8, 12) if columns == 3 else (Style().size, Style().gutter)
    style = Style(columns=columns, size=size, gutter=gutter, header="Im Programm", footer="\t#")
    path = tmp_path / "anew.pdf"
    path.write_bytes(set_brochure(parts_of(source, headings), style))
    assert as_text(compare(brochure, extract(path).brochure)) == "Nothing has changed."
