"""The command: what it takes, where it writes, what it refuses."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic_core import to_jsonable_python
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.export import FORMATS
from pipeline.write import as_json
from tests.exporting import HOSTILES, PLAIN

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "edition-1.json").write_text(as_json(PLAIN), encoding="utf-8")
    (folder / "edition-2.json").write_text(as_json(HOSTILES), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", list(FORMATS))
def test_ending_says_what_is_written_and_again_over_it(name: str, output: Path) -> None:
    target = output.parent / f"contacts.{name.upper() if name == 'xlsx' else name}"
    for _ in range(2):
        done = run(output, "--to", target)
        assert (done.exit_code, done.stdout.splitlines()[0]) == (0, str(target))
        assert target.read_bytes() == FORMATS[name]([PLAIN, HOSTILES])[""]
    written = {path.name for path in output.parent.iterdir()} - {"output"}
    assert len(written) == len(FORMATS[name]([PLAIN]))


def test_files_of_a_csv_stand_beside_it(output: Path) -> None:
    done = run(output / "edition-1.json", "--to", output.parent / "a.b.csv")
    names = [Path(line).name for line in done.stdout.splitlines()]
    assert names == ["a.b.csv", "a.b.partners.csv", "a.b.quotes.csv", "a.b.findings.csv"]


def test_every_line_of_jsonl_is_a_contact(output: Path) -> None:
    run(output, "--to", output.parent / "a.jsonl")
    lines = (output.parent / "a.jsonl").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    contacts = [contact for each in (PLAIN, HOSTILES) for contact in each.landkreise[0].contacts]
    for line, contact in zip(map(json.loads, lines), contacts, strict=True):
        assert line["contact"] == to_jsonable_python(contact)
        assert line["landkreis"]["ags"] == "99999"
        assert line["brochure"] == "edition-1.txt"


@pytest.mark.timeout(60)
def test_stdout_gets_the_bytes(output: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "export", str(output), "--to", "-"]
    done = subprocess.run([*command, "--format", "vcf"], check=True, capture_output=True, cwd=ROOT)
    assert done.stdout == FORMATS["vcf"]([PLAIN, HOSTILES])[""]


def foreign(target: Path) -> None:
    target.write_text("Name;Telefon\nmine;1\n", encoding="utf-8")


def a_zip(target: Path) -> None:
    target.write_bytes(b"PK\x03\x04 broken")


def a_card(target: Path) -> None:
    target.write_text("BEGIN:VCARD\nFN:mine\nEND:VCARD\n")


@pytest.mark.parametrize("event", [foreign, a_zip, a_card], ids=lambda event: event.__name__)
def test_file_that_no_export_wrote_stays(event: Callable[[Path], None], output: Path) -> None:
    target = output.parent / "contacts.csv"
    event(target)
    before = target.read_bytes()
    done = run(output, "--to", target)
    assert done.exit_code == 1
    assert "a file of this name that no export wrote" in done.stderr
    assert "--force" in done.stderr
    assert target.read_bytes() == before
    assert run(output, "--to", target, "--force").exit_code == 0
    assert target.read_bytes() != before


def test_file_beside_that_no_export_wrote_stays_and_nothing_is_written(output: Path) -> None:
    foreign(output.parent / "contacts.quotes.csv")
    done = run(output, "--to", output.parent / "contacts.csv")
    assert done.exit_code == 1
    assert not (output.parent / "contacts.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        pytest.param(["--to", "a.ods"], 2, "none of the endings .xlsx, .csv, .vcf", id="ending"),
        pytest.param(["--to", "contacts"], 2, "none of the endings", id="no ending"),
        pytest.param(["--to", "-"], 2, "Add --format", id="no format"),
        pytest.param([], 2, "Missing option '--to'", id="no target"),
        pytest.param(["--to", "no/such/folder/a.csv"], 1, "cannot be written", id="no folder"),
    ],
)
def test_wrong_usage_is_said(
    arguments: list[str], status: int, said: str, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(output.parent)
    done = run(output, *arguments)
    assert done.exit_code == status
    assert said in done.stderr
    assert [path.name for path in Path().iterdir()] == ["output"]


def test_folder_of_the_targets_name_is_refused(output: Path) -> None:
    (output.parent / "a.csv").mkdir()
    done = run(output, "--to", output.parent / "a.csv")
    assert (done.exit_code, "there is a folder of this name" in done.stderr) == (1, True)


def test_what_is_no_record_is_named(output: Path) -> None:
    (output / "edition-3.json").write_text("{}")
    done = run(output, "--to", output.parent / "a.csv")
    assert done.exit_code == 1
    assert "edition-3.json: this is no record of a brochure" in done.stderr


def test_help_teaches() -> None:
    done = run("--help")
    for word in (
        ".xlsx",
        ".csv",
        ".vcf",
        ".jsonl",
        "semicolons",
        "apostrophe",
        "Examples",
        "--force",
    ):
        assert word in done.stdout
