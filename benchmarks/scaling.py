"""Many brochures: `python -m benchmarks.scaling`.

Whole runs of the command over copies of the published brochure, each a little different. One and
two processes take turns, so that a machine that slows down slows both; what counts is the ratio of
the medians. For memory the copies are of the small golden brochure, and what counts is the peak of
the parent alone: the kernel keeps it in /proc (VmHWM, Linux).
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated, Final, NamedTuple

import typer

ROOT: Final = Path(__file__).parents[1]
PUBLISHED: Final = ROOT / "raw" / "land-zuhause-zukunft.txt"
SMALL: Final = ROOT / "tests" / "golden" / "ehrenamt.txt"

MIN_SPEEDUP: Final = 1.7
MAX_GROWTH: Final = 1.3

PARENT: Final = """
import json, resource, sys
from pathlib import Path
from pipeline.cli import app
app(sys.argv[1:], standalone_mode=False)
status = Path("/proc/self/status").read_text()
peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
figures = {
    "megabytes": int(peak) / 1024,
    "own": own.ru_utime + own.ru_stime,
    "workers": workers.ru_utime + workers.ru_stime,
    "worker_megabytes": workers.ru_maxrss / 1024,
}
print(json.dumps(figures), file=sys.stderr)
"""


class Usage(NamedTuple):
    """What one run took."""

    seconds: float
    megabytes: float
    """Peak of the parent."""
    own: float
    """Processor seconds of the parent."""
    workers: float
    """Processor seconds of all workers together."""
    worker_megabytes: float
    """Peak of the largest worker."""


def main(
    brochures: Annotated[int, typer.Option(min=2, help="For the time.")] = 300,
    runs: Annotated[int, typer.Option(min=1, help="Of each number of processes.")] = 3,
    few: Annotated[int, typer.Option(min=2, help="For the memory.")] = 100,
    many: Annotated[int, typer.Option(min=2, help="The same.")] = 1000,
) -> None:
    """Print what runs take, and ratios; ends with 1 if one does not keep its bound."""
    one, two = times(brochures, runs)
    small, large = memory(few), memory(many)
    speedup, growth = one.seconds / two.seconds, large.megabytes / small.megabytes
    typer.echo(f"\n{'ratio':46}{'measured':>9}{'bound':>10}")
    typer.echo(f"{'time, one process / two':46}{speedup:9.2f}{MIN_SPEEDUP:>6.2f} min")
    what = f"memory of the parent, {many:,} / {few:,} brochures"
    typer.echo(f"{what:46}{growth:9.2f}{MAX_GROWTH:>6.2f} max")
    typer.echo(
        f"\nper brochure: {one.workers / brochures * 1000:.0f} ms in workers (start included),"
        f" {(large.own - small.own) / (many - few) * 1000:.2f} ms and"
        f" {(large.megabytes - small.megabytes) / (many - few) * 1024:.1f} KiB in the parent;"
        f"\na worker: {one.worker_megabytes:.0f} MB"
    )
    raise typer.Exit(speedup < MIN_SPEEDUP or growth > MAX_GROWTH)


def times(brochures: int, runs: int) -> tuple[Usage, Usage]:
    """Return the medians of runs with one and with two processes."""
    typer.echo(f"{f'{brochures} brochures, medians of {runs}':36}{'seconds':>9}{'spread':>16}")
    with TemporaryDirectory() as folder:
        raw = copies(PUBLISHED, brochures, Path(folder, "raw"))
        measured = [[run(raw, jobs) for jobs in (1, 2)] for _ in range(runs)]
    sides = []
    for jobs, side in zip((1, 2), zip(*measured, strict=True), strict=True):
        usage = Usage(*map(median, zip(*side, strict=True)))
        seconds = [each.seconds for each in side]
        spread = f"{min(seconds):.1f} to {max(seconds):.1f}"
        typer.echo(f"{f'--jobs {jobs}':36}{usage.seconds:9.2f}{spread:>16}")
        sides.append(usage)
    return sides[0], sides[1]


def memory(brochures: int) -> Usage:
    """Return what a run over small brochures takes."""
    with TemporaryDirectory() as folder:
        usage = run(copies(SMALL, brochures, Path(folder, "raw")), 2)
    what = f"{brochures:,} small brochures, --jobs 2"
    typer.echo(f"{what:36}{usage.seconds:9.2f}{usage.megabytes:13.1f} MB")
    return usage


def copies(source: Path, count: int, folder: Path) -> Path:
    """Return a folder with so many copies of a brochure, each with a head of its own."""
    folder.mkdir()
    text = source.read_text(encoding="utf-8")
    for number, name in _names(count, source.stem):
        (folder / name).write_text(f"Ausgabe {number}\n\n{text}", encoding="utf-8")
    return folder


def _names(count: int, stem: str) -> Iterator[tuple[int, str]]:
    for number in range(count):
        yield number, f"{stem}-{number:07}.txt"


def run(raw: Path, jobs: int) -> Usage:
    """Run the command over a folder into an empty one, without what it prints."""
    with TemporaryDirectory() as output:
        options = ["extract", str(raw), "-o", output, "--jobs", str(jobs), "--quiet"]
        start = perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", PARENT, *options], check=True, capture_output=True, cwd=ROOT
        )
        seconds = perf_counter() - start
    return Usage(seconds, **json.loads(done.stderr))


if __name__ == "__main__":
    typer.run(main)
