"""What a remote store promises; what a folder does is in `test_files.py` and `test_faults.py`."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from pipeline.batch import Workers
from pipeline.errors import UnwritableError
from pipeline.remote import Remote, files_below, find_bytes, remove
from pipeline.write import Store, store_at
from pipeline.write.files import ENDINGS
from tests import runs

# each run loads spaCy, and some start processes
pytestmark = pytest.mark.timeout(60)

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
OLD = {name: f"{name} of old".encode() for name in ENDINGS}
NEW = {name: f"{name}, new".encode() for name in ENDINGS}


@pytest.fixture(params=["memory", "file"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Remote]:
    made = Remote(f"{request.param}://{tmp_path}/out")
    yield made
    remove(made)


@pytest.fixture
def store(place: Remote) -> Store:
    return store_at(place)


def test_what_was_written_is_read(store: Store) -> None:
    assert store.read("x.y") == {}
    assert store.write(OLD, "x.y")
    assert not store.write(OLD, "x.y")
    assert store.read("x.y") == OLD
    assert store.write(NEW, "x.y")
    assert store.read("x.y") == NEW


def test_what_was_noted_is_known(store: Store) -> None:
    assert store.noted("x") is None
    store.note("x", b"known")
    assert store.noted("x") == b"known"


def test_only_what_has_a_record_can_be_stale(store: Store) -> None:
    assert store.stale("x") is None
    store.write(OLD, "x")
    assert str(store.stale("x")) == str(store.targets("x")[-1])


class SmallStore(MemoryFileSystem):  # type: ignore[misc] # fsspec has no types
    """A store that takes so many files and then has no room."""

    protocol = "small"
    store: ClassVar[dict[str, Any]] = {}
    room = 0

    def pipe_file(self, path: str, value: bytes, **options: Any) -> None:
        if SmallStore.room == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        SmallStore.room -= 1
        super().pipe_file(path, value, **options)


@pytest.mark.parametrize("room", range(len(ENDINGS)))
def test_json_never_stands_beside_a_text_that_is_not_its_own(room: int) -> None:
    fsspec.register_implementation("small", SmallStore, clobber=True)
    store = store_at(Remote("small://out"))
    SmallStore.room = 100
    store.write(OLD, "x")
    SmallStore.room = room
    with pytest.raises(UnwritableError, match="No space left"):
        store.write(NEW, "x")
    left = store.read("x")
    assert "record" not in left or left in (OLD, NEW)
    SmallStore.room = 100
    assert store.write(NEW, "x")  # as the next run does
    assert store.read("x") == NEW


def test_run_from_store_to_store_writes_what_a_run_on_disk_writes(
    place: Remote, tmp_path: Path
) -> None:
    raw = Remote(f"{place.scheme}://{tmp_path}/raw")
    fs = fsspec.filesystem(place.scheme)
    fs.makedirs(f"{tmp_path}/raw", exist_ok=True)
    for number in range(4):
        fs.pipe_file(f"{tmp_path}/raw/{number}.txt", (GOLDEN / "ehrenamt.txt").read_bytes())
    here = tmp_path / "here"
    here.mkdir()
    for number in range(4):
        (here / f"{number}.txt").write_bytes((GOLDEN / "ehrenamt.txt").read_bytes())
    workers = Workers(2 if place.scheme == "file" else None)  # memory is this process's own
    assert runs.run(raw, place, workers=workers).statuses == ["written"] * 4
    runs.run(here, tmp_path / "local")
    assert {
        each.name: find_bytes(each) for each in files_below(place) if ".kreis" not in each.url
    } == {file.name: file.read_bytes() for file in (tmp_path / "local").glob("[!.]*")}
    assert runs.run(raw, place, workers=workers).statuses == ["unchanged"] * 4
    remove(place / "2.txt")
    fs.pipe_file(f"{tmp_path}/raw/1.txt", b"Landkreis B\xc3\xb6rde\n\nNeu.")
    told = runs.run(raw, place, workers=workers)
    assert told.statuses == ["unchanged", "written", "written", "unchanged"]
    assert any("Landkreis Börde" in line for line in told.said)


def test_store_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = runs.run(GOLDEN, Remote("s3://bucket/out"))
    assert told.statuses == ["failed"]
    assert "Install s3fs" in told.complaints[0]
