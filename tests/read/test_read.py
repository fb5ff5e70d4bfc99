import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.errors import UnreadableError
from pipeline.read import MAX_LINES, read


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_raw_says_where_it_comes_from(tmp_path: Path) -> None:
    data = "Landkreis Börde\r\n".encode("cp1252")
    path = write(tmp_path / "2024" / "Edition 1.TXT", data)
    raw = read(path, root=tmp_path)
    assert (raw.file, raw.media_type, raw.encoding) == (
        "2024/Edition 1.TXT",
        "text/plain",
        "windows-1252",
    )
    assert raw.sha256 == hashlib.sha256(data).hexdigest()
    assert raw.characters == "Landkreis Börde\r\n"
    assert (raw.page_starts, raw.removed) == ((), ())


def test_file_named_itself_has_no_folder(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a" / "b.txt", b"Text")).file == "b.txt"


def test_name_that_is_no_text_is_readable_in_the_record(tmp_path: Path) -> None:
    path = write(tmp_path / os.fsdecode(b"b\xf6rde.txt"), b"Text")
    assert read(path).file == "b\ufffdrde.txt"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        pytest.param("a.txt", b"", "the file is empty", id="empty"),
        pytest.param("a.txt", b"\xef\xbb\xbf", "nothing but white space", id="only a mark"),
        pytest.param("a.txt", b" \n\t \r\n", "nothing but white space", id="white space"),
        pytest.param("a.txt", "\u00a0\u2003".encode(), "white space", id="wide white space"),
        pytest.param("a.txt", b"%PDF-1.4", "a PDF document", id="disguised"),
        pytest.param("a.docx", b"Text", "the ending '.docx'", id="unsupported ending"),
        pytest.param("a", b"Text", "has no ending", id="no ending"),
        pytest.param("a.txt", b"x" * 101, "101 bytes, more than the limit of 100", id="too large"),
    ],
)
def test_bad_file_is_refused(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    path = write(tmp_path / name, data)
    with pytest.raises(UnreadableError) as caught:
        read(path, max_bytes=100)
    assert problem in caught.value.problem
    assert caught.value.remedy.endswith(".")
    assert str(path) in str(caught.value)


def test_file_at_the_limit_is_read(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.txt", b"x" * 100), max_bytes=100).characters == "x" * 100


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no such file"):
        read(tmp_path / "a.txt")


def test_folder_is_no_brochure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(UnreadableError, match="this is a folder"):
        read(tmp_path / "a.txt")


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnreadableError, match="neither a file nor a folder"):
        read(tmp_path / "a.txt")


def test_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    with pytest.raises(UnreadableError, match="cannot be read"):
        read(tmp_path / "a.txt")


@contextmanager
def nobody() -> Iterator[None]:
    """Permissions do not bind the administrator, as whom tests may run."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_forbidden_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"Text")
    path.chmod(0)
    with nobody(), pytest.raises(UnreadableError, match="not allowed"):
        read(path)


@pytest.mark.parametrize(
    "line_end",
    [pytest.param(b"\n", id="lf"), pytest.param(b"\r\n", id="crlf"), pytest.param(b"\f", id="ff")],
)
def test_lines_are_bounded(tmp_path: Path, line_end: bytes) -> None:
    lines = b"x" + (line_end + b"x") * (MAX_LINES - 1)
    assert read(write(tmp_path / "a.txt", lines)).characters.startswith("x")
    with pytest.raises(UnreadableError, match="200,001 lines, and at most 200,000") as caught:
        read(write(tmp_path / "b.txt", lines + line_end + b"x"))
    assert "several files" in caught.value.remedy
