"""The examples of docs/corrections.md do what the page says."""

import re
import shutil
from pathlib import Path

import pytest

from pipeline.corrections.book import Book
from pipeline.run import extract
from tests.reviewing import remarks

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def brochure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "raw").mkdir()
    shutil.copy(ROOT / "tests" / "golden" / "ehrenamt.txt", tmp_path / "raw")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "raw" / "ehrenamt.txt"


def test_every_entry_is_applied(brochure: Path) -> None:
    (toml,) = blocks("toml")
    brochure.with_name("ehrenamt.corrections.toml").write_text(toml, encoding="utf-8")
    record = extract(brochure).brochure
    assert remarks(record) == []
    section = record.landkreise[0]
    assert len(section.corrections) == toml.count("[[correction]]")
    assert section.checked == "read through with the office"
    assert "there is none" in {finding.accepted for finding in record.landkreise[1].findings}


def test_every_step_in_python_is_possible(brochure: Path) -> None:
    (code,) = blocks("python")
    exec(compile(code, "docs/corrections.md", "exec"), {})
    file = Book.load(brochure).file
    assert (len(file.correction), len(file.accepted), len(file.checked)) == (2, 1, 1)


@pytest.mark.parametrize(
    "line", re.findall(r"`(set = \{.*?\})`", PAGE), ids=lambda line: line.split()[3]
)
def test_parts_can_be_written(line: str, brochure: Path) -> None:
    field = "name" if "given" in line else "address"
    toml = f'[[correction]]\nvalue = "15083/steffi-kern.{field}"\n{line}\n'
    brochure.with_name("ehrenamt.corrections.toml").write_text(toml, encoding="utf-8")
    assert Book.load(brochure).file.correction
