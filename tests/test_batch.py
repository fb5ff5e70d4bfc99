import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.batch import Run, Workers
from pipeline.read import MAX_BYTES
from pipeline.read.inputs import find_inputs
from pipeline.work import Options
from pipeline.write import store_at
from tests import errands, runs

# each test starts processes, and each process loads spaCy
pytestmark = pytest.mark.timeout(120)

ROOT = Path(__file__).parents[1]
KREISLESE = Path(sys.executable).with_name("kreislese")
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.txt"))
COPIES = 8


@pytest.fixture(scope="session")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Brochures that can be told apart: the golden ones and the published one, and a PDF."""
    folder = tmp_path_factory.mktemp("brochures") / "raw"
    for number in range(COPIES):
        for source in (*GOLDEN, *(ROOT / "raw").glob("*.txt")):
            (folder / f"{number}").mkdir(parents=True, exist_ok=True)
            text = source.read_text(encoding="utf-8")
            copy = folder / f"{number}" / f"{source.stem}-{number}.txt"
            copy.write_text(f"Ausgabe {number}\n\n{text}", encoding="utf-8")
    canvas = Canvas(str(folder / "heft.pdf"), pagesize=(595, 842), invariant=1)
    for page in range(3):
        canvas.drawString(40, 800, "Landkreis Börde" if page == 0 else f"Das ist Seite {page}.")
        canvas.showPage()
    canvas.save()
    return folder


@pytest.fixture(scope="session")
def undisturbed(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run in one process, one brochure after the other, leaves."""
    output = tmp_path_factory.mktemp("undisturbed")
    told = runs.run(raw, output)
    assert set(told.statuses) == {"written"}
    return files(output)


def files(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(output.glob("[!.]*"))}


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_same_bytes_with_any_number_of_processes(
    raw: Path, undisturbed: dict[str, bytes], tmp_path: Path, jobs: int
) -> None:
    told = runs.run(raw, tmp_path, workers=Workers(jobs))
    assert set(told.statuses) == {"written"}
    assert files(tmp_path) == undisturbed
    assert set(runs.run(raw, tmp_path, workers=Workers(jobs)).statuses) == {"unchanged"}


def test_hostile_brochures_are_reported_and_cost_no_other(
    raw: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    hostile = shutil.copytree(raw, tmp_path / "raw")
    shutil.copy(GOLDEN[0], hostile / "1" / "kills.txt")
    shutil.copy(GOLDEN[0], hostile / "3" / "hangs.txt")
    told = runs.Told()
    options = Options(store_at(tmp_path / "out"), MAX_BYTES)
    run = Run(options, told, Workers(2, seconds=10.0), errands.work_or_die)
    run.over(find_inputs([hostile]))
    assert run.failures == 2
    assert files(tmp_path / "out") == undisturbed
    complaints = "\n".join(told.complaints)
    assert "kills.txt was lost: killed by SIGKILL; it is tried again" in complaints
    assert "kills.txt: the process that read it ended, twice (killed by SIGKILL)" in complaints
    assert "hangs.txt takes too long; it is tried again" in complaints
    assert "hangs.txt: reading it takes more than 10 seconds, twice" in complaints
    assert "--timeout" in complaints


@pytest.mark.parametrize("jobs", [None, 1])
def test_brochure_that_takes_too_long_is_given_up(tmp_path: Path, jobs: int | None) -> None:
    source = tmp_path / "raw" / "lang.txt"
    source.parent.mkdir()
    source.write_text(GOLDEN[0].read_text(encoding="utf-8") * 7_000, encoding="utf-8")
    told = runs.run(source.parent, tmp_path / "out", workers=Workers(jobs, seconds=1.5))
    assert told.statuses == ["failed"]
    assert "takes more than 1.5 seconds" in told.complaints[-1]
    assert not list((tmp_path / "out").glob("*.json"))


class Command:
    """The command at work, watched through its log."""

    def __init__(self, raw: Path, output: Path, *options: str) -> None:
        self._log = output.with_suffix(".jsonl")
        self.process = subprocess.Popen(
            [KREISLESE, "extract", raw, "-o", output, "--log-json", self._log, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def events(self) -> list[dict[str, str | int]]:
        lines = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        return [json.loads(line) for line in lines if line.endswith("}")]

    def wait_for(self, done: int) -> None:
        while sum(event["event"] == "written" for event in self.events()) < done:
            assert self.process.poll() is None, self.process.communicate()
            time.sleep(0.01)

    def end(self) -> tuple[int, str]:
        """Return the exit status and standard error."""
        _, complaints = self.process.communicate()
        return self.process.returncode, complaints

    def workers(self) -> list[int]:
        """Return the processes that the command has started."""
        status = Path("/proc").glob("[0-9]*/stat")
        return [int(file.parent.name) for file in status if parent_of(file) == self.process.pid]


def parent_of(status: Path) -> int:
    try:
        return int(status.read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


@pytest.fixture
def command(raw: Path, tmp_path: Path) -> Iterator[Command]:
    made = Command(raw, tmp_path / "out", "--jobs", "2", "--timeout", "20")
    with made.process:
        yield made


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        pytest.param(signal.SIGKILL, "ended", id="killed"),
        pytest.param(signal.SIGSTOP, "late", id="hangs"),
    ],
)
def test_worker_that_is_lost_costs_no_brochure(
    command: Command, undisturbed: dict[str, bytes], tmp_path: Path, harm: int, fault: str
) -> None:
    command.wait_for(3)
    victim = command.workers()[0]
    os.kill(victim, harm)
    status, _ = command.end()
    assert status == 0
    assert files(tmp_path / "out") == undisturbed
    assert [event["fault"] for event in command.events() if event["event"] == "again"] == [fault]


@pytest.mark.parametrize(
    ("sent", "expected"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
def test_interrupted_run_keeps_what_is_done_and_is_taken_up(
    command: Command,
    raw: Path,
    undisturbed: dict[str, bytes],
    tmp_path: Path,
    sent: int,
    expected: int,
) -> None:
    command.wait_for(3)
    workers = command.workers()
    os.kill(command.process.pid, sent)
    status, complaints = command.end()
    assert status == expected
    assert "Traceback" not in complaints
    assert "the same command goes on from there" in complaints
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    kept = files(tmp_path / "out")
    assert kept.items() < undisturbed.items()
    told = runs.run(raw, tmp_path / "out")
    assert told.statuses.count("unchanged") >= 3
    assert files(tmp_path / "out") == undisturbed


def test_workers_end_with_a_command_that_is_killed(command: Command) -> None:
    command.wait_for(3)
    workers = command.workers()
    command.process.kill()
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        time.sleep(0.05)  # pytest-timeout ends a test that waits in vain
    assert workers


def test_one_brochure_is_read_in_this_process(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ONE, GOLDEN[0], tmp_path], stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout
        assert process.stdout.read() == b"0\n"


ONE = """
import os, sys
started = []
starting = {"subprocess.Popen", "os.fork"}
sys.addaudithook(lambda name, _: started.append(name) if name in starting else None)
from pipeline.cli import app
app(["extract", sys.argv[1], "-o", sys.argv[2], "-q"], standalone_mode=False)
print(len(started))
"""


def test_cores_are_not_shared_out_twice() -> None:
    cores = len(os.sched_getaffinity(0))
    assert Workers().page_processes() is None
    assert Workers(jobs=1).page_processes() == cores
    assert Workers(jobs=2 * cores).page_processes() == 1
