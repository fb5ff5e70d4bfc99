"""Time and memory against bare spaCy: `python -m benchmarks.speed`, or `make speed`.

Whole processes are measured, in turn, so that a machine that slows down slows both; what counts
is the ratio of the medians. The kernel says what a process that has ended had used at most.
"""

import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated, Final, NamedTuple

import typer

from pipeline.run import extract

BROCHURE: Final = Path(__file__).parents[1] / "raw" / "land-zuhause-zukunft.txt"
BARE: Final = (sys.executable, "-c", "import spacy; spacy.blank('de')")

MAX_TIME: Final = 1.5
MAX_MEMORY: Final = 1.4
MAX_WARM_TIME: Final = 0.4
MAX_GROWTH: Final = 1.2


class Usage(NamedTuple):
    """What one process took."""

    seconds: float
    megabytes: float


def main(
    runs: Annotated[int, typer.Option(min=1, help="Runs of each process.")] = 11,
) -> None:
    """Print a table of ratios; ends with 1 if one is above its bound."""
    ratios = [*process_ratios(runs), growth()]
    typer.echo(f"\n{'ratio':54}{'measured':>9}{'bound':>7}")
    for what, ratio, bound in ratios:
        typer.echo(f"{what:54}{ratio:9.2f}{bound:7.2f}")
    raise typer.Exit(any(ratio > bound for _, ratio, bound in ratios))


def measured(runs: int) -> tuple[tuple[Usage, ...], ...]:
    """Return what each run took of bare spaCy, of ours on the real brochure, of ours once more."""
    with TemporaryDirectory() as output:
        again = (sys.executable, "-m", "pipeline", "extract", str(BROCHURE), "--output", output)
        commands = (BARE, (*again, "--force"), again)
        for each in commands:
            measure(each)  # not counted: fills the caches of the disk, and writes the output
        rounds = [tuple(measure(each) for each in commands) for _ in range(runs)]
    return tuple(zip(*rounds, strict=True))


def process_ratios(runs: int) -> list[tuple[str, float, float]]:
    """Measure the command on the real brochure against bare spaCy, whole process each."""
    bare, ours, warm = (
        Usage(median(u.seconds for u in side), median(u.megabytes for u in side))
        for side in measured(runs)
    )
    typer.echo(f"{'median of ' + str(runs) + ' runs':36}{'seconds':>9}{'peak MB':>9}")
    for what, usage in (
        ("spacy.blank('de')", bare),
        ("kreislese extract", ours),
        ("the same again, nothing to do", warm),
    ):
        typer.echo(f"{what:36}{usage.seconds:9.2f}{usage.megabytes:9.0f}")
    return [
        ("time, kreislese extract / spacy.blank('de')", ours.seconds / bare.seconds, MAX_TIME),
        ("peak memory, the same", ours.megabytes / bare.megabytes, MAX_MEMORY),
        ("time, nothing to do / spacy.blank('de')", warm.seconds / bare.seconds, MAX_WARM_TIME),
    ]


def measure(command: tuple[str, ...]) -> Usage:
    """Run a process to its end, without what it prints."""
    null = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=null)
    _, status, usage = os.wait4(process, 0)
    seconds = perf_counter() - start
    if code := os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss: bytes there, else KiB
    return Usage(seconds, usage.ru_maxrss / unit)


def growth(small: int = 10, large: int = 100) -> tuple[str, float, float]:
    """Compare the cost per character of many copies of the brochure with that of few."""
    text = BROCHURE.read_text(encoding="utf-8") + "\n\n"
    costs = {}
    with TemporaryDirectory() as folder:
        extract(BROCHURE)  # not counted: loads what is loaded once
        for copies in (small, large):
            path = Path(folder, f"{copies}.txt")
            path.write_text(text * copies, encoding="utf-8", newline="\n")
            costs[copies] = median(_seconds(path) for _ in range(5)) / (len(text) * copies)
            typer.echo(
                f"{f'{copies} copies, once loaded':36}{1 / costs[copies]:12,.0f} characters/s"
            )
    what = f"cost per character, {large} copies / {small} copies"
    return what, costs[large] / costs[small], MAX_GROWTH


def _seconds(path: Path) -> float:
    start = perf_counter()
    extract(path)
    return perf_counter() - start


if __name__ == "__main__":
    typer.run(main)
