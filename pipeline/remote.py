"""Files in remote stores, named by URLs: `s3://bucket/raw`, `file:///srv/raw`, `memory://raw`.

fsspec knows the stores (extra `kreislese[remote]`); each kind of store needs a package of its own,
which its error names. A store belongs to others: names that lead out of a folder are refused.

>>> place_of("raw/edition-1.txt")
PosixPath('raw/edition-1.txt')
>>> str(place_of("s3://bucket/raw/") / "edition-1.txt")
's3://bucket/raw/edition-1.txt'
>>> Remote("sftp://anna:geheim@kreis-altmuehlau.de/raw")
sftp://kreis-altmuehlau.de/raw
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from pipeline.errors import BrochureError, UnreadableError, UnwritableError

SCHEME: Final = "://"
CHAIN: Final = "::"
"""By which fsspec reaches one store through another, and so any file of this machine."""
CREDENTIALS_RE: Final = re.compile(r"(?<=://)[^/@]*+@")
LAST_RE: Final = re.compile(r"(?<=[^/:])/++$")
"""The slash behind the name of a folder."""
MAGIC: Final = frozenset("*?[")
"""What makes a URL a pattern."""


@dataclass(frozen=True, slots=True, repr=False)
class Remote:
    """A file or folder in a remote store; has the names that a path has."""

    url: str

    def __str__(self) -> str:
        """Return the URL without user and password: it is printed."""
        return CREDENTIALS_RE.sub("", self.url)

    __repr__ = __str__

    def __truediv__(self, name: str) -> "Remote":
        """Return a file or folder in this folder."""
        return Remote(f"{self.url.rstrip('/')}/{name}")

    @property
    def name(self) -> str:
        """Last part, with its ending."""
        return PurePosixPath(self.url.partition(SCHEME)[2]).name

    @property
    def stem(self) -> str:
        """Last part without its ending."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """Ending, with its full stop; empty where there is none."""
        return PurePosixPath(self.name).suffix

    @property
    def scheme(self) -> str:
        """What kind of store it is."""
        return self.url.partition(SCHEME)[0]

    def with_name(self, name: str) -> "Remote":
        """Return another file in the same folder."""
        return Remote(f"{self.url.rpartition('/')[0]}/{name}")

    def exists(self) -> bool:
        """Whether it is there; raises UnreadableError if that cannot be known."""
        return find_bytes(self) is not None  # for many a store hides why it does not know

    def below(self, folder: "Remote") -> str:
        """Return the path below the folder, with `/` between its parts."""
        return self.url.removeprefix(folder.url.rstrip("/")).lstrip("/")


def place_of(given: str) -> Path | Remote:
    """Return what was named: a path, or where it has a scheme, a place in a remote store."""
    return Remote(LAST_RE.sub("", given)) if SCHEME in given else Path(given)


def is_folder(place: Remote) -> bool:
    """Whether files lie below it."""
    with worded(place):
        fs, path = _opened(place)
        return bool(fs.isdir(path))


def files_below(folder: Remote) -> list[Remote]:
    """Return all files below a folder, or those that a pattern means; sorted by their parts."""
    root = root_of(folder)
    with worded(folder):
        fs, path = _opened(folder)
        found = fs.glob(path) if is_pattern(folder) else fs.find(path)
        base = _opened(root)[1].rstrip("/")
    below = (each.removeprefix(base).strip("/") for each in found if each.startswith(base))
    parts = sorted(each.split("/") for each in below)
    return [root / "/".join(each) for each in parts]


def is_pattern(place: Remote) -> bool:
    """Whether it stands for all files that it fits."""
    return not MAGIC.isdisjoint(place.url)


def root_of(place: Remote) -> Remote:
    """Return the folder that a pattern begins with; a folder is its own.

    >>> root_of(Remote("s3://bucket/raw/20*/*.pdf"))
    s3://bucket/raw
    """
    head = re.split(r"[*?\[]", place.url, maxsplit=1)[0]
    return Remote(head.rpartition("/")[0]) if is_pattern(place) else place


def _leads_away(part: str) -> bool:
    """Whether a part of a name means another folder to some store."""
    return part in {"", ".", ".."} or "\0" in part


def read_bytes(place: Remote, max_bytes: int | None = None) -> bytes | None:
    """Return what a file holds; None if that is more than the limit. Raises UnreadableError."""
    with worded(place):
        data = _read(place, max_bytes)
    return data if max_bytes is None or len(data) <= max_bytes else None


def find_bytes(place: Remote, max_bytes: int | None = None) -> bytes | None:
    """Return the same; None also where there is no such file."""
    with worded(place):
        try:
            data = _read(place, max_bytes)
        except FileNotFoundError:
            return None
    return data if max_bytes is None or len(data) <= max_bytes else None


def _read(place: Remote, max_bytes: int | None) -> bytes:
    """Return the bytes of a file, at most one more than the limit."""
    fs, path = _opened(place)
    data: bytes
    if max_bytes is None:
        data = fs.cat_file(path)  # one request; `open` asks first how large it is
    else:
        with fs.open(path, "rb") as stream:
            data = stream.read(max_bytes + 1)
    return data


ATOMIC: Final = frozenset(
    ("abfs", "abfss", "adl", "az", "gcs", "gs", "memory", "oci", "oss", "s3", "s3a")
)
"""Stores in which an object is replaced at once when all of it has arrived."""


def write_bytes(place: Remote, data: bytes, drafts: Remote) -> None:
    """Replace a file; where a store would show half of it, by way of a draft and its renaming."""
    with worded(place, writing=True):
        fs, path = _opened(place)
        if place.scheme in ATOMIC:  # there are no folders either
            fs.pipe_file(path, data)
            return
        _, draft = _opened(drafts / os.urandom(16).hex())
        for each in (path, draft):
            fs.makedirs(each.rpartition("/")[0], exist_ok=True)
        fs.pipe_file(draft, data)
        fs.mv(draft, path)


def remove(place: Remote) -> None:
    """Remove a file, or a folder with all that is in it, if it is there."""
    with worded(place, writing=True):
        fs, path = _opened(place)
        if fs.exists(path):
            fs.rm(path, recursive=True)


def _opened(place: Remote) -> tuple[Any, str]:
    """Return the store and the name in it; raises what `worded` words."""
    parts = place.url.partition(SCHEME)[2].strip("/").split("/")
    if CHAIN in place.url or any(map(_leads_away, parts)):
        raise ValueError("a part of its name is empty, `.` or `..`, or it has `::`")
    import fsspec  # only runs that need a remote store need it installed

    fs, path = fsspec.core.url_to_fs(place.url)
    fs.invalidate_cache()  # what other processes have written since is seen
    return fs, path


@contextmanager
def worded(place: Remote, *, writing: bool = False) -> Iterator[None]:
    """Turn whatever a store raises into an error that names the file and what helps."""
    kind = UnwritableError if writing else UnreadableError
    try:
        yield
    except BrochureError:
        raise
    except FileNotFoundError:
        what = "folder or bucket" if writing else "file"
        raise kind(place, f"there is no such {what}", "Check the spelling.") from None
    except ImportError as error:
        raise kind(place, f"this store needs another package ({error})", INSTALL) from error
    except Exception as error:  # each store raises what its own library raises
        said = " ".join(str(error).split())[:200] or type(error).__name__
        did = "written" if writing else "read"
        raise kind(place, f"this cannot be {did}: {said}", REMEDY) from error


INSTALL: Final = "Install it, and `pip install 'kreislese[remote]'`."
REMEDY: Final = "Check the URL, your access to the store, and the network."
