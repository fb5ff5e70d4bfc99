"""The bar of a slow run: on a real terminal, and only there."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

# reads a brochure that takes several seconds
pytestmark = pytest.mark.timeout(90)

KREISLESE = Path(sys.executable).with_name("kreislese")
LINE = "Wir fördern das Ehrenamt im Landkreis, und alle helfen mit, so gut sie es können. " * 2


def brochure(folder: Path, pages: int) -> Path:
    canvas = Canvas(out := io.BytesIO(), pagesize=(842, 595), invariant=1)
    for page in range(pages):
        canvas.setFont("Helvetica", 8)
        for line in range(60):
            canvas.drawString(30, 560 - 9 * line, f"{page} {line} {LINE}")
        canvas.showPage()
    canvas.save()
    path = folder / "brochure.pdf"
    path.write_bytes(out.getvalue())
    return path


def shown(*arguments: str | Path) -> str:
    """Return what a terminal is given while a run has one processor only."""
    processor = min(os.sched_getaffinity(0))
    terminal, end = pty.openpty()
    with subprocess.Popen(
        ["taskset", "-c", str(processor), KREISLESE, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=end,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    ):
        os.close(end)
        found = b""
        try:
            while piece := os.read(terminal, 4096):
                found += piece
        except OSError:  # the terminal was hung up
            pass
        finally:
            os.close(terminal)
    return found.decode()


def test_slow_run_shows_pages_and_takes_the_bar_away(tmp_path: Path) -> None:
    path = brochure(tmp_path, 80)
    printed = shown("extract", path, "--output", tmp_path / "out")
    assert "Pages" in printed
    assert "/80" in printed
    assert printed.endswith(("\x1b[2K", "\x1b[2K\r", "\x1b[?25h"))


def test_fast_run_shows_none(tmp_path: Path) -> None:
    assert shown("extract", brochure(tmp_path, 1), "--output", tmp_path / "out") == ""


def test_quiet_run_shows_none(tmp_path: Path) -> None:
    path = brochure(tmp_path, 80)
    assert shown("extract", path, "--quiet", "--output", tmp_path / "out") == ""


def test_no_terminal_is_given_none(tmp_path: Path) -> None:
    path = brochure(tmp_path, 80)
    done = subprocess.run(
        [KREISLESE, "extract", path, "--output", tmp_path / "out"], check=True, capture_output=True
    )
    assert done.stderr == b""
