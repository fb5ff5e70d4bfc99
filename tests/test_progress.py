"""The bar on a real terminal, and none where nobody watches."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

# the command starts processes, and each loads spaCy
pytestmark = pytest.mark.timeout(60)

KREISLESE = Path(sys.executable).with_name("kreislese")
GOLDEN = Path(__file__).parent / "golden" / "ehrenamt.txt"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_bytes(GOLDEN.read_bytes())
    (folder / "empty.txt").touch()
    return folder


def on_terminal(command: list[str | Path], stdout: IO[bytes] | None = None) -> str:
    """Return what a terminal gets; standard output may be a file instead."""
    here, there = pty.openpty()
    try:
        with subprocess.Popen(
            command,
            stdout=stdout or there,
            stderr=there,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
        ):
            os.close(there)
            return b"".join(iter(lambda: read(here), b"")).decode()
    finally:
        os.close(here)


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other side has been closed
        return b""


def test_terminal_shows_a_bar_and_every_line(raw: Path, tmp_path: Path) -> None:
    seen = on_terminal([KREISLESE, "extract", raw, "-o", tmp_path / "out"])
    assert "Brochures" in seen
    assert "4/4" in seen
    assert "1 failed" in seen
    assert all(f"{number}.txt: 2 sections" in seen for number in range(3))
    assert "the file is empty" in seen
    assert "slowest: " in seen


def test_lines_that_go_into_a_file_are_not_shown(raw: Path, tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    with lines.open("wb") as stdout:
        seen = on_terminal([KREISLESE, "extract", raw, "-o", tmp_path / "out"], stdout)
    assert "4/4" in seen
    assert "section" not in seen
    assert lines.read_text(encoding="utf-8").count(".txt: 2 sections, ") == 3


def test_no_bar_where_nobody_watches(raw: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [KREISLESE, "extract", raw, "-o", tmp_path], check=False, capture_output=True
    )
    assert b"4/4" not in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("option", ["--quiet", "--json", "--log-json=-"])
def test_no_bar_where_it_is_not_wanted(raw: Path, tmp_path: Path, option: str) -> None:
    seen = on_terminal([KREISLESE, "extract", raw, "-o", tmp_path / "out", option])
    assert "4/4" not in seen
