"""What a remote store promises; what a folder does is in `test_files.py` and `test_faults.py`."""

import errno
import io
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from reportlab.pdfgen.canvas import Canvas

from pipeline.batch import Workers
from pipeline.errors import UnwritableError
from pipeline.remote import Remote, files_below, find_bytes, remove, write_bytes
from pipeline.write import Blob, Store, store_at
from pipeline.write.files import ENDINGS
from tests import runs

# each run loads spaCy, and some start processes
pytestmark = pytest.mark.timeout(60)

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
OLD = {name: Blob([f"{name} of old".encode()]) for name in ENDINGS}
NEW = {name: Blob([f"{name}, new".encode()]) for name in ENDINGS}


@pytest.fixture(params=["memory", "file"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Remote]:
    made = Remote(f"{request.param}://{tmp_path}/out")
    yield made
    remove(made)


@pytest.fixture
def store(place: Remote) -> Store:
    return store_at(place)


def digests(blobs: Mapping[str, Blob]) -> dict[str, str]:
    return {name: blob.sha256 for name, blob in blobs.items()}


def test_what_was_written_is_known(store: Store) -> None:
    assert store.digests("x.y") == {}
    assert store.record("x.y") is None
    assert store.write(OLD, "x.y")
    assert not store.write(OLD, "x.y")
    assert store.digests("x.y") == digests(OLD)
    assert store.write(NEW, "x.y")
    assert store.digests("x.y") == digests(NEW)
    assert store.record("x.y") == bytes(NEW["record"])


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
    left = store.digests("x")
    assert "record" not in left or left in (digests(OLD), digests(NEW))
    SmallStore.room = 100
    assert store.write(NEW, "x")  # as the next run does
    assert store.digests("x") == digests(NEW)


def a_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.drawString(40, 800, "Landkreis Börde")
    canvas.save()
    return out.getvalue()


BROCHURES = {
    "1.txt": (GOLDEN / "ehrenamt.txt").read_bytes(),
    "2.txt": (GOLDEN / "ehrenamt.txt").read_bytes(),
    "2.corrections.toml": b'[[checked]]\nsection = "15083"\n',
    "3.pdf": a_pdf(),
}


def test_run_from_store_to_store_writes_what_a_run_on_disk_writes(
    place: Remote, tmp_path: Path
) -> None:
    raw, disk = Remote(f"{place.scheme}://{tmp_path}/raw"), tmp_path / "disk"
    disk.mkdir()
    for name, data in BROCHURES.items():
        write_bytes(raw / name, data, raw / "drafts")
        (disk / name).write_bytes(data)
    workers = Workers(2 if place.scheme == "file" else None)  # memory is this process's own
    assert runs.run(raw, place, workers=workers).statuses == ["written"] * 3
    runs.run(disk, tmp_path / "local")
    written = {each.name: find_bytes(each) for each in files_below(place)}
    expected = {path.name: path.read_bytes() for path in (tmp_path / "local").glob("[!.]*")}
    assert {name: written[name] for name in BESIDE} == {name: expected[name] for name in BESIDE}
    assert runs.run(raw, place, workers=workers).statuses == ["unchanged"] * 3
    assert runs.run(raw, tmp_path / "local", workers=workers).statuses == ["unchanged"] * 3


BESIDE = [f"{stem}{ending}" for stem in "123" for ending in ENDINGS.values()]


def harm_output(_raw: Remote, out: Remote) -> None:
    remove(out / "2.txt")


def change_input(raw: Remote, _out: Remote) -> None:
    write_bytes(raw / "2.txt", "Landkreis Börde\n\nNeu.".encode(), raw / "drafts")


def correct(raw: Remote, _out: Remote) -> None:
    write_bytes(raw / "2.corrections.toml", BROCHURES["2.corrections.toml"], raw / "drafts")


@pytest.mark.parametrize("event", [harm_output, change_input, correct])
def test_knowledge_of_the_last_run_holds(
    place: Remote, tmp_path: Path, event: Callable[[Remote, Remote], None]
) -> None:
    raw = Remote(f"{place.scheme}://{tmp_path}/raw")
    for name in ("1.txt", "2.txt"):
        write_bytes(raw / name, BROCHURES[name], raw / "drafts")
    assert runs.run(raw, place).statuses == ["written", "written"]
    event(raw, place)
    assert runs.run(raw, place).statuses == ["unchanged", "written"]
    assert runs.run(raw, place).statuses == ["unchanged", "unchanged"]


def test_store_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = runs.run(GOLDEN, Remote("s3://bucket/out"))
    assert told.statuses == ["failed"]
    assert "Install s3fs" in told.complaints[0]
