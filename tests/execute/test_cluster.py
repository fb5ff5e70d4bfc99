"""Runs on a real Dask scheduler with real workers, one of which is killed."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.batch import Run, Workers
from pipeline.events import Again, Done
from pipeline.execute import cluster
from pipeline.read import MAX_BYTES
from pipeline.read.inputs import find_inputs
from pipeline.work import Options, Written
from pipeline.write import store_at
from tests import errands, runs
from tests.dask_cluster import DaskCluster, dask_cluster

# each test starts processes, and each process loads Dask or spaCy
pytestmark = pytest.mark.timeout(240)

GOLDEN = Path(__file__).parents[1] / "golden" / "ehrenamt.txt"


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[DaskCluster]:
    with dask_cluster(tmp_path, workers=2) as made:
        yield made


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    text = GOLDEN.read_text(encoding="utf-8")
    for number in range(40):
        copy = folder / f"heft-{number}.txt"
        copy.write_text(f"Ausgabe {number}\n\n{text * 5}", encoding="utf-8")
    return folder


def files(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(output.glob("[!.]*"))}


def test_cluster_that_loses_a_worker_writes_what_one_process_writes(
    dask: DaskCluster, raw: Path, tmp_path: Path
) -> None:
    assert set(runs.run(raw, tmp_path / "alone").statuses) == {"written"}
    told = runs.Told()

    def kill_in_the_middle(event: object) -> None:
        if isinstance(event, Done) and len(told.done) == 8:
            dask.workers[0].kill()

    told.also = kill_in_the_middle
    options = Options(store_at(tmp_path / "out"), MAX_BYTES)
    Run(options, told, Workers(scheduler=dask.address, seconds=60)).over(find_inputs([raw]))
    assert dask.workers[0].wait() == -signal.SIGKILL
    assert told.statuses == ["written"] * 40
    assert not [event for event in told.events if isinstance(event, Again)]
    assert files(tmp_path / "out") == files(tmp_path / "alone")


def test_hostile_brochures_end_no_worker(dask: DaskCluster, raw: Path, tmp_path: Path) -> None:
    for number in range(10, 40):
        (raw / f"heft-{number}.txt").unlink()
    runs.run(raw, tmp_path / "alone")
    for name in ("kills", "hangs"):
        shutil.copy(GOLDEN, raw / f"{name}.txt")
    told = runs.Told()
    options = Options(store_at(tmp_path / "out"), MAX_BYTES)
    workers = Workers(scheduler=dask.address, seconds=15)
    Run(options, told, workers, errands.work_or_die).over(find_inputs([raw]))
    assert told.statuses == ["written"] * 10 + ["failed"] * 2
    assert files(tmp_path / "out") == files(tmp_path / "alone")
    assert all(worker.poll() is None for worker in dask.workers)
    complaints = "\n".join(told.complaints)
    assert "the process that read it ended, twice (killed by SIGKILL)" in complaints
    assert "takes more than 15 seconds, twice" in complaints


def test_scheduler_that_is_lost_ends_the_run_and_the_next_goes_on(
    dask: DaskCluster, raw: Path, tmp_path: Path
) -> None:
    told = runs.Told()

    def kill_in_the_middle(event: object) -> None:
        if isinstance(event, Done) and len(told.done) == 8:
            dask.scheduler.kill()

    told.also = kill_in_the_middle
    options = Options(store_at(tmp_path / "out"), MAX_BYTES)
    Run(options, told, Workers(scheduler=dask.address, seconds=60)).over(find_inputs([raw]))
    assert "the scheduler was lost" in told.complaints[0]
    assert runs.run(raw, tmp_path / "out").statuses.count("unchanged") >= 8


def test_nobody_is_at_the_address(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECTING", 0.5)
    told = runs.run(raw, tmp_path / "out", workers=Workers(scheduler="tcp://127.0.0.1:9"))
    assert told.statuses == ["failed"]
    assert "error: tcp://127.0.0.1:9: no scheduler answers" in told.complaints[0]


def test_scheduler_without_workers(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "HIRING", 0.5)
    with dask_cluster(tmp_path, workers=0) as dask:
        told = runs.run(raw, tmp_path / "out", workers=Workers(scheduler=dask.address))
    assert "the scheduler has no workers" in told.complaints[0]
    assert f"dask worker {dask.address}" in told.complaints[0]


def test_relative_paths_are_found_from_where_the_workers_are(
    dask: DaskCluster, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2, 40):
        (raw / f"heft-{number}.txt").unlink()
    monkeypatch.chdir(tmp_path)
    told = runs.run(Path("raw"), Path("out"), workers=Workers(scheduler=dask.address))
    assert told.statuses == ["written"] * 2
    assert {
        done.outcome.record["file"] for done in told.done if isinstance(done.outcome, Written)
    } == {
        "heft-0.txt",
        "heft-1.txt",
    }


def test_worker_with_other_software_writes_nothing(
    dask: DaskCluster, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.batch.software", lambda: ("another version",))
    told = runs.run(raw, tmp_path / "out", workers=Workers(scheduler=dask.address))
    assert set(told.statuses) == {"failed"}
    assert "another version" in told.complaints[0]
    assert not list((tmp_path / "out").glob("*.json"))
