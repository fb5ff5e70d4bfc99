"""Everything about speed in one run: `make bench`; the results go to docs/performance.md.

All contenders read the same brochures, each in a fresh process, in turns: A B C, A B C, ... What is
quoted is the median of the rounds with the lowest and the highest. A figure that got worse than
in performance.json by more than the spread of both is told; speed fails nothing.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Final

import typer

from benchmarks import pdf_speed, scaling, speed
from benchmarks.contenders.ours import STAGES
from benchmarks.figures import SHARE, Figure, is_worse, ratio
from benchmarks.machine import machine
from benchmarks.performance_page import PLOT, write_page
from benchmarks.texts import ROOT, write_brochures, write_terms

RECORD: Final = ROOT / "benchmarks" / "performance.json"
BENCH_PYTHON: Final = ROOT / ".venv-bench" / "bin" / "python"
CHARACTERS: Final = 700_000
PDF_PAGES: Final = 20
MANY: Final = 300
COUNTS: Final = (10, 100, 1000)

OURS, TOKENIZER, EDS, PRESIDIO, MATCHER = "ours", "tokenizer", "eds", "presidio", "matcher"
CONTENDERS: Final = {
    OURS: sys.executable,
    TOKENIZER: sys.executable,
    EDS: str(BENCH_PYTHON),
    PRESIDIO: str(BENCH_PYTHON),
    MATCHER: sys.executable,
}
"""The Python of each; those that need much have an environment of their own."""
LABELS: Final = {
    OURS: "whole pipeline",
    TOKENIZER: "bare German tokenizer of spaCy",
    EDS: "EDS-NLP",
    PRESIDIO: "presidio-analyzer",
    MATCHER: "PhoneNumberMatcher and a pattern for mails",
}
GOALS: Final = {TOKENIZER: 0.6, EDS: 1.0, PRESIDIO: 3.0}

Passes = dict[str, list[dict[str, Any]]]
"""What each contender printed about its passes, round by round."""


def main(
    rounds: Annotated[int, typer.Option(min=1, help="Rounds of everything.")] = 5,
) -> None:
    """Measure, compare with the committed figures, write the new ones."""
    figures: dict[str, list[Figure]] = {}
    for title, group in GROUPS.items():
        typer.echo(f"{title} ...")
        measured = list(group(rounds))
        figures |= {title: measured} if measured else {}
        for figure in measured:
            typer.echo(f"  {figure.name:58} {figure.printed()}")
    warn(figures)
    where = machine(BENCH_PYTHON)
    record = {"machine": where, "rounds": rounds, "figures": as_records(figures)}
    RECORD.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    subprocess.run([BENCH_PYTHON, "-m", "benchmarks.plot", RECORD, PLOT], cwd=ROOT, check=True)
    write_page(where, figures)


def on_text(rounds: int) -> Iterator[Figure]:
    """Compare characters per second of processor time, and peak memory."""
    passes = all_passes(rounds)
    speeds = {name: speeds_of(each, "whole") for name, each in passes.items()}
    for name in (TOKENIZER, EDS, PRESIDIO, MATCHER):
        what = f"whole pipeline / {LABELS[name]}"
        yield ratio(what, speeds[OURS], speeds[name], more_is_better=True, goal=GOALS.get(name))
    for name, each in speeds.items():
        yield Figure(LABELS[name], tuple(each), "characters/s", more_is_better=True)
    with_files = tuple(speeds_of(passes[OURS], "published"))
    yield Figure("whole pipeline, page and files written", with_files, "characters/s", True)
    for stage in (*STAGES, "json"):
        share = [one["seconds"][stage] / one["seconds"]["whole"] for one in passes[OURS]]
        yield Figure(f"share of {stage}", tuple(share), SHARE)
    for stage in (*STAGES, "json"):
        of_stage = tuple(speeds_of(passes[OURS], stage))
        yield Figure(f"stage {stage}", of_stage, "characters/s", more_is_better=True)
    for name, label in LABELS.items():
        peaks = tuple(one["peak"] for one in passes[name])
        yield Figure(f"peak memory, {label}", peaks, "MB")


def all_passes(rounds: int) -> Passes:
    """Let each contender read all brochures, in turns."""
    passes: Passes = {name: [] for name in CONTENDERS}
    with TemporaryDirectory() as folder:
        write_brochures(Path(folder), CHARACTERS)
        write_terms(Path(folder))
        for _ in range(rounds):
            for name, python in CONTENDERS.items():
                passes[name].append(one_pass(python, name, folder))
    return passes


def one_pass(python: str, name: str, folder: str) -> dict[str, Any]:
    """Return what the process of a contender printed."""
    done = subprocess.run(
        [python, "-m", f"benchmarks.contenders.{name}", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def speeds_of(passes: list[dict[str, Any]], what: str) -> list[float]:
    """Return characters per second, round by round."""
    return [one["characters"] / one["seconds"][what] for one in passes]


def cold_start(rounds: int) -> Iterator[Figure]:
    """Compare whole processes: one brochure against a blank German pipeline."""
    bare, ours, warm = speed.measured(rounds)
    for what, side, goal in (
        ("one brochure", ours, speed.MAX_TIME),
        ("the same again, nothing to do", warm, speed.MAX_WARM_TIME),
    ):
        seconds = [usage.seconds for usage in side], [usage.seconds for usage in bare]
        yield ratio(f"time, {what} / spacy.blank('de')", *seconds, goal=goal)
    memory = [usage.megabytes for usage in ours], [usage.megabytes for usage in bare]
    yield ratio("peak memory, one brochure / the same", *memory, goal=speed.MAX_MEMORY)
    yield Figure("kreislese extract, one brochure", tuple(usage.seconds for usage in ours), "s")
    yield Figure("spacy.blank('de')", tuple(usage.seconds for usage in bare), "s")


def on_pdf(rounds: int) -> Iterator[Figure]:
    """Compare whole processes over a PDF with those that ask pdfplumber for its characters."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "brochure.pdf")
        file.write_bytes(pdf_speed.set_pages(PDF_PAGES))
        times = pdf_speed.measured(file, min(rounds, 3))
    characters = times["characters"]
    yield ratio(f"time, {PDF_PAGES} pages: read / page.chars", times["read"], characters)
    yield ratio(f"time, {PDF_PAGES} pages: extract / page.chars", times["extract"], characters)
    per_second = tuple(PDF_PAGES / seconds for seconds in times["extract"])
    yield Figure("pages, extract", per_second, "pages/s", more_is_better=True)


def on_many(rounds: int) -> Iterator[Figure]:
    """Compare runs of one and of two processes, and the peak of the parent over many brochures."""
    with TemporaryDirectory() as folder:
        raw = scaling.copies(scaling.PUBLISHED, MANY, Path(folder, "raw"))
        seconds = [[scaling.run(raw, jobs).seconds for jobs in (1, 2)] for _ in range(rounds)]
    one, two = zip(*seconds, strict=True)
    what = f"time, {MANY} brochures: one process / two"
    yield ratio(what, one, two, more_is_better=True, goal=scaling.MIN_SPEEDUP)
    peaks = {}
    for count in COUNTS:
        with TemporaryDirectory() as folder:
            raw = scaling.copies(scaling.SMALL, count, Path(folder, "raw"))
            peaks[count] = scaling.run(raw, 2).megabytes
        yield Figure(f"peak memory of the parent, {count:,} brochures", (peaks[count],), "MB")
    few, many = COUNTS[-2:]
    what = f"peak memory of the parent, {many:,} / {few:,} brochures"
    yield ratio(what, [peaks[many]], [peaks[few]], goal=scaling.MAX_GROWTH)


GROUPS: Final[dict[str, Callable[[int], Iterator[Figure]]]] = {
    "Speed on text": on_text,
    "Start": cold_start,
    "PDF": on_pdf,
    "Many brochures": on_many,
}


def warn(figures: dict[str, list[Figure]]) -> None:
    """Tell which ratios got worse than the committed ones; absolute figures are the machine's."""
    if not RECORD.exists():
        return
    records = json.loads(RECORD.read_text(encoding="utf-8"))["figures"]
    before = {r["name"]: Figure.of(r) for group in records.values() for r in group}
    for figure in (each for group in figures.values() for each in group):
        old = before.get(figure.name)
        if old and not figure.unit and is_worse(figure, old):
            typer.echo(f"warning: {figure.name} was {old.printed()}, is {figure.printed()}")


def as_records(figures: dict[str, list[Figure]]) -> dict[str, list[dict[str, Any]]]:
    """Return the figures as they are kept."""
    return {title: [figure.record() for figure in group] for title, group in figures.items()}


if __name__ == "__main__":
    typer.run(main)
