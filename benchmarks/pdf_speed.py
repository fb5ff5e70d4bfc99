"""How long a PDF takes compared with letting pdfplumber yield its characters, and how much memory.

Whole process against whole process, in turns; ratios of medians. `python -m benchmarks.pdf_speed`
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from pipeline.german.kreise import parse_heading
from tests.read.typesetter import Part, Setter, Style, parts_of

ROOT: Final = Path(__file__).parents[1]
ROUNDS: Final = 3
PDFPLUMBER: Final = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.chars
        page.close()
"""
READ: Final = """
import sys
from pathlib import Path
from pipeline.read import read
read(Path(sys.argv[1]))
"""
EXTRACT: Final = """
import sys
from pipeline.cli import app
if app(["extract", sys.argv[1], "--output", f"{sys.argv[1]}.d", "--quiet", "--force"],
       standalone_mode=False):
    sys.exit("the brochure was not read")
"""


def set_pages(count: int) -> bytes:
    """Set the real brochure again and again until it has so many pages.

    Each time it begins with another part, so that no page is like another.
    """
    text = next(iter((ROOT / "raw").glob("*.txt"))).read_text("utf-8")
    headings = frozenset(line for line in text.split("\n") if line and parse_heading(line))
    parts = parts_of(text, headings)
    setter = Setter(Style(header="Die Landkreise im Programm", footer="Broschüre\t#"))
    first = 0
    while len(setter.sheets) <= count:
        for part in (*parts[first:], *parts[:first]):
            setter.put(part if part.kind != "title" else Part("heading", part.lines))
        first = (first + 7) % len(parts)
    del setter.sheets[count:]
    return setter.as_pdf()


def run(code: str, file: Path, processors: int | None = None) -> tuple[float, float]:
    """Return the seconds of a whole process, and its peak memory in MiB with its largest child."""
    measured = (
        f"{code}\nimport resource\n"
        "for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):\n"
        "    print(resource.getrusage(who).ru_maxrss)"
    )
    taskset = ["taskset", "-c", ",".join(map(str, range(processors)))] if processors else []
    start = time.perf_counter()
    done = subprocess.run(
        [*taskset, sys.executable, "-c", measured, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = time.perf_counter() - start
    return seconds, max(map(int, done.stdout.split())) / 1024


def measured(file: Path, rounds: int, processors: int | None = None) -> dict[str, list[float]]:
    """Return the seconds of whole processes, in turns."""
    codes = {"characters": PDFPLUMBER, "read": READ, "extract": EXTRACT}
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(rounds):
        for name, code in codes.items():
            times[name].append(run(code, file, processors)[0])
    return times


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for count in (50, 500):
            files[count] = Path(folder, f"{count}.pdf")
            files[count].write_bytes(set_pages(count))
        for processors in (1, 2):
            times = measured(files[50], ROUNDS, processors)
            medians = {name: statistics.median(seconds) for name, seconds in times.items()}
            base = medians["characters"]
            print(
                f"{processors} processor(s), 50 pages: page.chars {base:.2f} s, "
                f"read {medians['read'] / base:.2f} of it, extract {medians['extract'] / base:.2f}"
            )
        for name, code in (("read", READ), ("extract", EXTRACT)):
            small, large = run(code, files[50])[1], run(code, files[500])[1]
            print(f"{name}: 50 pages {small:.0f} MiB, 500 pages {large / small:.2f} of it")


if __name__ == "__main__":
    main()
