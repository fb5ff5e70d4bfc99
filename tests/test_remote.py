"""Remote stores, tried on fsspec's own: one in memory, one on disk."""

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from pipeline.errors import BrochureError, UnreadableError, UnwritableError
from pipeline.read import read
from pipeline.read.inputs import ClashError, find_inputs, refuse_clashes
from pipeline.remote import (
    Remote,
    files_below,
    find_bytes,
    is_folder,
    place_of,
    read_bytes,
    remove,
    write_bytes,
)

RAW = Remote("memory://raw")


@pytest.fixture(autouse=True)
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    fs = fsspec.filesystem("memory")
    fs.store.clear()
    yield fs
    fs.store.clear()


def put(*names: str) -> None:
    for name in names:
        fsspec.filesystem("memory").pipe_file(name, b"Text")


@pytest.mark.parametrize(
    ("given", "name", "stem", "suffix"),
    [
        ("s3://bucket/raw/heft-1.pdf", "heft-1.pdf", "heft-1", ".pdf"),
        ("s3://bucket/raw/", "raw", "raw", ""),
        ("memory://heft.v2.TXT", "heft.v2.TXT", "heft.v2", ".TXT"),
        ("raw/heft-1.pdf", "heft-1.pdf", "heft-1", ".pdf"),
    ],
)
def test_place_has_the_names_of_a_path(given: str, name: str, stem: str, suffix: str) -> None:
    place = place_of(given)
    assert isinstance(place, Remote) == ("://" in given)
    assert (place.name, place.stem, place.suffix) == (name, stem, suffix)


def test_password_is_not_told() -> None:
    place = Remote("sftp://anna:geheim@kreis-altmuehlau.de/raw/x.txt")
    assert "geheim" not in f"{place} {place!r} {UnreadableError(place, 'x', 'y')}"


def test_folder_stands_for_the_brochures_below_it() -> None:
    put("/raw/b.txt", "/raw/a/z.TXT", "/raw/notes.md", "/raw/.hidden.txt", "/raw/.git/d.txt")
    put("/raw/out/b.txt", "/raws/x.txt")
    found = find_inputs([RAW], RAW / "out")
    assert [str(each.path) for each in found.inputs] == [
        "memory://raw/a/z.TXT",
        "memory://raw/b.txt",
    ]
    assert {each.root for each in found.inputs} == {RAW}


def test_pattern_stands_for_what_fits() -> None:
    put("/raw/2024/a.txt", "/raw/2025/b.txt", "/raw/2025/b.pdf")
    found = find_inputs([RAW / "*" / "*.txt"])
    assert [str(each.path) for each in found.inputs] == [
        "memory://raw/2024/a.txt",
        "memory://raw/2025/b.txt",
    ]
    assert read(found.inputs[0].path, root=found.inputs[0].root).file == "2024/a.txt"


def test_file_is_read_as_from_disk(tmp_path: Path) -> None:
    put("/raw/a/x.txt")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_bytes(b"Text")
    here = read(tmp_path / "a" / "x.txt", root=tmp_path)
    there = read(RAW / "a/x.txt", root=RAW)
    assert (there.file, there.sha256, there.characters) == (here.file, here.sha256, here.characters)


def test_largest_size_holds() -> None:
    put("/raw/x.txt")
    assert read_bytes(RAW / "x.txt", 4) == b"Text"
    with pytest.raises(UnreadableError, match="more than 3 bytes"):
        read(RAW / "x.txt", max_bytes=3)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        pytest.param("memory://raw/none.txt", "there is no such file", id="no file"),
        pytest.param("memory://raw/../x.txt", "a part of its name", id="leads out"),
        pytest.param("memory://raw//x.txt", "a part of its name", id="empty part"),
        pytest.param("simplecache::memory://raw/x.txt", "a part of its name", id="chain"),
        pytest.param("memory://raw/a::file://etc/passwd.txt", "a part of its name", id="chained"),
        pytest.param("s3://bucket/x.txt", "needs another package (Install s3fs", id="no package"),
        pytest.param("nonsense://x.txt", "nonsense", id="no such store"),
    ],
)
def test_place_that_cannot_be_read_says_why(url: str, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(Remote(url))
    assert said in caught.value.problem
    assert caught.value.remedy
    if said == "there is no such file":
        assert find_bytes(Remote(url)) is None
    else:
        with pytest.raises(UnreadableError):
            find_bytes(Remote(url))


def test_name_in_a_store_that_leads_away_costs_only_itself(
    memory: fsspec.AbstractFileSystem,
) -> None:
    memory.store["/raw/../passwd.txt"] = memory.open("/raw/x.txt", "wb")
    memory.store["/raw/x.txt"].close()
    found = find_inputs([RAW])
    assert len(found.inputs) == 2
    with pytest.raises(UnreadableError):
        read(found.inputs[0].path)


@pytest.mark.parametrize("given", ["memory://none", "memory://none/*.txt", "nonsense://raw"])
def test_what_cannot_be_found_is_an_error(given: str) -> None:
    found = find_inputs([Remote(given)])
    errors = [*found.errors, *filter(None, (refusal(each.path) for each in found.inputs))]
    assert len(errors) == 1


def refusal(place: Path | Remote) -> BrochureError | None:
    try:
        read(place)
    except BrochureError as error:
        return error
    return None


def test_clashes_are_seen_across_stores() -> None:
    put("/raw/a/x.txt", "/raw/b/x.txt")
    inputs = find_inputs([RAW]).inputs
    out = Remote("memory://out")
    with pytest.raises(ClashError, match="would both become"):
        refuse_clashes(inputs, [[out / "x.txt"] for _ in inputs])
    with pytest.raises(ClashError, match="written over"):
        refuse_clashes(inputs[:1], [[RAW / "a/x.txt"]])


@pytest.mark.parametrize("store", ["memory", "file"])
def test_file_is_replaced_and_no_draft_is_left(store: str, tmp_path: Path) -> None:
    folder = Remote(f"memory://{tmp_path}" if store == "memory" else f"file://{tmp_path}") / "out"
    for data in (b"one", b"two"):
        write_bytes(folder / "a/x.txt", data, folder / "drafts")
        assert read_bytes(folder / "a/x.txt", 10) == data
    assert files_below(folder) == [folder / "a/x.txt"]
    assert is_folder(folder)
    remove(folder)
    remove(folder)
    assert files_below(folder) == []


def test_place_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    folder = Remote(f"file://{tmp_path}/x")
    with pytest.raises(UnwritableError, match="cannot be written"):
        write_bytes(folder / "y.txt", b"", folder / "drafts")
