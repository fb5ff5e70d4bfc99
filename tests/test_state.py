import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.read import MAX_BYTES
from pipeline.state import LIBRARIES, Knowledge, model_identity, own_files
from pipeline.work import Options
from pipeline.write import store_at
from tests import runs

ROOT = Path(__file__).parents[1]
TEXT = "Überblick\n\nLandkreis Börde\n\nWir fördern das Ehrenamt – überall.\n"
NEW_TEXT = TEXT.replace("überall", "überall und mit 030 23125-014")


NO_PART_IN_AN_OUTPUT = {
    *("rich", "typer"),  # talk to people
    *("starlette", "uvicorn", "tomlkit"),  # review
    *("openpyxl", "vobject"),  # export
}


class Folders:
    """An input folder with one brochure, an output folder, and runs from one to the other."""

    def __init__(self, folder: Path) -> None:
        self.raw, self.output = folder / "raw", folder / "out"
        self.raw.mkdir()
        self.brochure = self.raw / "edition-1.txt"
        self.brochure.write_text(TEXT, encoding="utf-8")
        self.said: list[str] = []
        self.complaints: list[str] = []

    def run(self, force: bool = False, max_bytes: int = MAX_BYTES) -> list[str]:
        """Run and return what became of the brochures."""
        told = runs.run(self.raw, self.output, max_bytes=max_bytes, force=force)
        self.said, self.complaints = told.said, told.complaints
        return told.statuses

    def entry(self) -> Path:
        return self.output / ".kreislese" / "done" / "edition-1.json"

    def everything(self) -> dict[str, tuple[int, int, int]]:
        """Return what tells whether a file or folder was touched."""
        found = [self.output, *self.output.rglob("*"), *self.raw.rglob("*")]
        status = {str(path): path.stat() for path in found}
        return {path: (s.st_ino, s.st_mtime_ns, s.st_ctime_ns) for path, s in status.items()}


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(tmp_path)
    assert made.run() == ["written"]
    return made


def test_unchanged_brochure_is_left_alone_and_no_file_is_touched(folders: Folders) -> None:
    before = folders.everything()
    assert folders.run() == ["unchanged"]
    assert folders.said[0].startswith("edition-1.txt: unchanged, 1 section, ")
    assert folders.everything() == before


def test_forced_run_works_on_it_and_gives_the_same_bytes(folders: Folders) -> None:
    files = {path: path.read_bytes() for path in folders.output.glob("[!.]*")}
    assert folders.run(force=True) == ["written"]
    assert {path: path.read_bytes() for path in folders.output.glob("[!.]*")} == files


def other_date(folders: Folders) -> None:
    os.utime(folders.brochure, (0, 0))


def copied(folders: Folders) -> None:
    data = folders.brochure.read_bytes()
    folders.brochure.unlink()
    folders.brochure.write_bytes(data)


def left_by_a_killed_run(folders: Folders) -> None:
    (folders.output / ".kreislese" / "draft").mkdir()


@pytest.mark.parametrize("event", [other_date, copied, left_by_a_killed_run])
def test_still_unchanged(folders: Folders, event: Callable[[Folders], None]) -> None:
    event(folders)
    assert folders.run() == ["unchanged"]


def other_bytes(folders: Folders) -> None:
    info = folders.brochure.stat()
    folders.brochure.write_text(TEXT.replace("Wir", "Sie"), encoding="utf-8")
    os.utime(folders.brochure, ns=(info.st_atime_ns, info.st_mtime_ns))


def no_json(folders: Folders) -> None:
    (folders.output / "edition-1.json").unlink()


def no_text(folders: Folders) -> None:
    (folders.output / "edition-1.txt").unlink()


def no_page(folders: Folders) -> None:
    (folders.output / "edition-1.html").unlink()


def edited_json(folders: Folders) -> None:
    path = folders.output / "edition-1.json"
    path.write_bytes(path.read_bytes().replace(b"B", b"b", 1))


def no_knowledge(folders: Folders) -> None:
    folders.entry().unlink()


def damaged_knowledge(folders: Folders) -> None:
    folders.entry().write_text("{", encoding="utf-8")


def knowledge_of_another_shape(folders: Folders) -> None:
    folders.entry().write_text(json.dumps({"key": 1}), encoding="utf-8")


def corrected(folders: Folders) -> None:
    (folders.raw / "edition-1.corrections.toml").write_text("# nothing yet\n")


@pytest.mark.parametrize(
    "event",
    [
        other_bytes,
        corrected,
        no_json,
        no_text,
        no_page,
        edited_json,
        no_knowledge,
        damaged_knowledge,
        knowledge_of_another_shape,
    ],
)
def test_worked_on_again(folders: Folders, event: Callable[[Folders], None]) -> None:
    event(folders)
    assert folders.run() == ["written"]
    assert folders.run() == ["unchanged"]


def test_corrections_that_are_taken_away_give_the_earlier_bytes(folders: Folders) -> None:
    files = {path: path.read_bytes() for path in folders.output.glob("[!.]*")}
    corrections = folders.raw / "edition-1.corrections.toml"
    corrections.write_text('[[checked]]\nsection = "15083"\n')
    assert folders.run() == ["written"]
    assert {path: path.read_bytes() for path in folders.output.glob("[!.]*")} != files
    corrections.write_text('[[checked]]\nsection = "15083"\nnote = "twice"\n')
    assert folders.run() == ["written"]
    assert folders.run() == ["unchanged"]
    corrections.unlink()
    assert folders.run() == ["written"]
    assert {path: path.read_bytes() for path in folders.output.glob("[!.]*")} == files


def test_mistake_in_the_corrections_costs_the_brochure_and_its_output_stays(
    folders: Folders,
) -> None:
    files = {path: path.read_bytes() for path in folders.output.glob("[!.]*")}
    corrections = folders.raw / "edition-1.corrections.toml"
    corrections.write_text('[[checked]]\nsektion = "15083"\n')
    for _ in range(2):
        assert folders.run() == ["failed"]
        assert "edition-1.corrections.toml, line 2: there is no key" in folders.complaints[0]
        assert "is stale" in folders.complaints[-1]
    assert {path: path.read_bytes() for path in folders.output.glob("[!.]*")} == files
    corrections.write_text("")
    assert folders.run() == ["written"]


def test_what_was_corrected_is_told_as_a_change(folders: Folders) -> None:
    corrections = folders.raw / "edition-1.corrections.toml"
    corrections.write_text(
        '[[correction]]\nvalue = "15083.contacts"\nadd = { name = "Eva Kurz" }\n'
    )
    assert folders.run() == ["written"]
    assert "Eva Kurz" in folders.said[1]


def test_another_path_in_the_record_is_another_output(folders: Folders) -> None:
    below = folders.raw / "2024"
    below.mkdir()
    folders.brochure.rename(below / folders.brochure.name)
    assert folders.run() == ["written"]


def test_output_replaced_says_what_changed(folders: Folders) -> None:
    folders.brochure.write_text(NEW_TEXT, encoding="utf-8")
    assert folders.run() == ["written"]
    assert "Landkreis Börde:" in folders.said[1]
    assert "030 23125-014" in folders.said[1]


def test_failed_brochure_is_never_done_and_its_output_stays_and_is_stale(folders: Folders) -> None:
    output = (folders.output / "edition-1.json").read_bytes()
    (folders.raw / "edition-2.txt").write_text(TEXT, encoding="utf-8")
    folders.brochure.write_bytes(b"")
    for _ in range(2):
        assert folders.run()[-1] == "failed"
        assert folders.complaints[-1].endswith(
            "is stale: " + str(folders.output / "edition-1.json")
        )
        assert (folders.output / "edition-1.json").read_bytes() == output
    assert (folders.output / "edition-2.json").exists()
    folders.brochure.write_text(TEXT, encoding="utf-8")
    assert "failed" not in folders.run()


def test_file_above_the_limit_is_not_unchanged(folders: Folders) -> None:
    assert folders.run(max_bytes=10) == ["failed"]


@pytest.mark.parametrize(
    ("option", "value"),
    [("model", "de_core_news_lg 3.8.0"), ("pdf.repair", True), ("pdf.max_pages", 3)],
)
def test_other_options_are_another_key(folders: Folders, option: str, value: str | int) -> None:
    store = store_at(folders.output)
    options = Options(store, MAX_BYTES).that_count()
    file = folders.brochure.name
    assert Knowledge(store, options).find(folders.brochure, file, MAX_BYTES)
    assert options[option] != value
    other = Knowledge(store, options | {option: value})
    assert other.find(folders.brochure, file, MAX_BYTES) is None


@pytest.mark.timeout(60)
def test_other_words_are_other_software_but_another_place_is_not(
    folders: Folders, tmp_path: Path
) -> None:
    for package in ("pipeline", "schemas"):
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    assert "unchanged" in elsewhere(tmp_path, folders)
    with (tmp_path / "pipeline" / "german" / "roles.toml").open("a", encoding="utf-8") as words:
        words.write("# another edition of the words\n")
    assert "unchanged" not in elsewhere(tmp_path, folders)


def elsewhere(place: Path, folders: Folders) -> str:
    command: list[str | Path] = [sys.executable, "-m", "pipeline", "extract"]
    command += [folders.raw, "-o", folders.output]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=place)
    return done.stdout.splitlines()[0]


def test_every_file_that_a_run_depends_on_counts() -> None:
    names = {name for name, _ in own_files()}
    assert {"pipeline/german/kreise.csv", "pipeline/run.py", "schemas/brochure.py"} <= names
    assert not any("__pycache__" in name for name in names)
    assert any(name.endswith(".toml") for name in names)


def test_every_library_that_can_change_an_output_counts() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {name.split(">")[0] for name in project["dependencies"]}
    assert needed - NO_PART_IN_AN_OUTPUT <= set(LIBRARIES)


def test_model_is_known_by_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    before = model_identity(str(tmp_path))
    os.utime(tmp_path / "meta.json", (0, 0))
    assert model_identity(str(tmp_path)) == before
    (tmp_path / "meta.json").write_text('{"version": "2"}')
    assert model_identity(str(tmp_path)) != before
    assert model_identity("spacy").startswith("spacy 3")


@pytest.mark.timeout(60)
def test_warm_run_loads_nothing_heavy(folders: Folders) -> None:
    command = ["extract", str(folders.raw), "-o", str(folders.output)]
    script = f"""
import sys
from pipeline.cli import app
app({command}, standalone_mode=False)
heavy = {{"spacy", "phonenumbers", "email_validator", "rapidfuzz", "ftfy", "pdfplumber"}}
heavy |= {{"schemas", "jinja2", "tomlkit", "tomllib", "openpyxl", "vobject"}}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8", cwd=ROOT
    )
    said, loaded = done.stdout.splitlines()
    assert "unchanged" in said
    assert loaded == "[]"
