import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline import __version__

# each test starts processes, and each process loads spaCy
pytestmark = pytest.mark.timeout(60)

KREISLESE = Path(sys.executable).with_name("kreislese")
ROOT = Path(__file__).parents[1]
BROCHURE = next(iter((ROOT / "raw").glob("*.txt")))
TEXT = "Überblick\n\nLandkreis Börde\n\nWir fördern das Ehrenamt – überall.\n"


def run(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [KREISLESE, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "COLUMNS": "120", **(env or {})},
    )


def brochure(folder: Path, name: str = "edition-1.txt") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_brochure_is_read(tmp_path: Path) -> None:
    done = run("extract", brochure(tmp_path / "raw"), "--output", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("edition-1.txt: ")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".kreislese",
        "edition-1.html",
        "edition-1.json",
        "edition-1.txt",
    ]
    assert (tmp_path / "out" / "edition-1.txt").read_text(encoding="utf-8") == TEXT


def test_failing_brochure_does_not_cost_the_others(tmp_path: Path) -> None:
    good = brochure(tmp_path / "raw")
    (tmp_path / "raw" / "empty.txt").touch()
    done = run("extract", "nowhere.txt", tmp_path / "raw", good, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "error: nowhere.txt: there is no such file" in done.stderr
    assert "empty.txt: the file is empty\n  Export" in done.stderr
    assert (tmp_path / "out" / "edition-1.json").exists()
    assert not (tmp_path / "out" / "empty.json").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["extract"], "INPUT", id="no input"),
        pytest.param(["extract", "a.txt", "--colour"], "--colour", id="unknown option"),
        pytest.param(["extract", "a.txt", "--max-bytes", "0"], "--max-bytes", id="bad number"),
        pytest.param(["extract", "a/x.txt", "b/x.txt"], "both become", id="same stem"),
        pytest.param(["extract", "a/x.txt", "-o", "a"], "written over", id="onto itself"),
        pytest.param(["extract", "a/x.txt", "--model", "de_no"], "spaCy", id="unknown model"),
        pytest.param(["extract", "a/x.txt", "--jobs", "0"], "--jobs", id="no process"),
        pytest.param(["extract", "a/x.txt", "--timeout", "0"], "--timeout", id="no time"),
        pytest.param(["extract", "a/x.txt", "--log-json", "a"], "--log-json", id="log is folder"),
        pytest.param(["extract", "a/x.txt", "-o", "memory://x"], "ends with", id="into nothing"),
        pytest.param(["extrakt"], "extrakt", id="unknown command"),
    ],
)
def test_wrong_usage_ends_with_2(tmp_path: Path, arguments: list[str], message: str) -> None:
    for folder in "ab":
        brochure(tmp_path / folder, "x.txt")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (tmp_path / "output").exists()
    assert (tmp_path / "a" / "x.txt").read_text(encoding="utf-8") == TEXT


def test_output_that_cannot_be_written_ends_with_1(tmp_path: Path) -> None:
    source = brochure(tmp_path)
    done = run("extract", source, "--output", source / "below")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_json_is_for_machines(tmp_path: Path) -> None:
    done = run("extract", brochure(tmp_path), "nowhere.txt", "-o", tmp_path / "out", "--json")
    record = json.loads(done.stdout)
    assert done.returncode == 1
    assert [each["file"] for each in record["brochures"]] == ["edition-1.txt"]
    assert record["errors"][0]["path"] == "nowhere.txt"


def test_log_is_for_machines_that_watch(tmp_path: Path) -> None:
    brochure(tmp_path / "raw")
    (tmp_path / "raw" / "empty.txt").touch()
    log = tmp_path / "log"
    command: list[str | Path] = ["extract", tmp_path / "raw", "-o", tmp_path / "out", "--log-json"]
    done = run(*command, log)
    assert "edition-1.txt: 1 section" in done.stdout
    events = ["began", "failed", "written", "ended"]
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert sorted(line["event"] for line in lines) == sorted(events)
    again = run(*command, "-")
    lines = [json.loads(line) for line in again.stdout.splitlines()]  # and nothing else
    assert {"began", "unchanged", "failed", "ended"} == {line["event"] for line in lines}


def test_brochures_are_counted_where_there_are_several(tmp_path: Path) -> None:
    brochure(tmp_path / "raw")
    (tmp_path / "raw" / "empty.txt").touch()
    done = run("extract", tmp_path / "raw", "-o", tmp_path / "out")
    table = done.stderr.split()
    assert table[table.index("written") + 1] == table[table.index("failed") + 1] == "1"
    assert "slowest:" in table


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    done = run("extract", brochure(tmp_path), "-o", tmp_path / "out", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_largest_size_can_be_set(tmp_path: Path) -> None:
    done = run("extract", brochure(tmp_path), "-o", tmp_path / "out", "--max-bytes", "10")
    assert done.returncode == 1
    assert "--max-bytes" in done.stderr


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    here = run("extract", BROCHURE, "-o", tmp_path / "1", env={"PYTHONHASHSEED": "1"})
    there = run(
        "extract",
        os.path.relpath(BROCHURE, tmp_path),
        "-o",
        "2",
        cwd=tmp_path,
        env={"PYTHONHASHSEED": "2", "PYTHONIOENCODING": "ascii", **ascii_only},
    )
    assert (here.returncode, there.returncode) == (0, 0)
    assert here.stdout == there.stdout
    for suffix in (".json", ".txt", ".html"):
        first, second = ((tmp_path / n / f"{BROCHURE.stem}{suffix}").read_bytes() for n in "12")
        assert first == second


def test_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    path = brochure(tmp_path, os.fsdecode(b"b\xf6rde\x1b.txt"))
    done = run("extract", path, "-o", tmp_path / "out")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout


def test_schema_and_version() -> None:
    schema = (ROOT / "schemas" / "brochure.schema.json").read_text(encoding="utf-8")
    assert run("schema").stdout == schema
    assert run("--version").stdout == f"kreislese {__version__}\n"


def test_help_documents_the_exit_statuses() -> None:
    for arguments in (["--help"], ["extract", "--help"]):
        done = run(*arguments)
        assert done.returncode == 0
        assert "Exit statuses:\n" in done.stdout
        assert "  2  wrong usage" in done.stdout


def test_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "--version"], check=True, capture_output=True, cwd=ROOT
    )
    assert done.stdout.decode() == f"kreislese {__version__}\n"
