"""What the last run knew: which brochures need not be worked on again.

Everything that an output depends on goes into one key: the bytes of the brochure and of its
corrections, the path that the record names, the options, this software down to each of its files
(so also the register and the words), and the libraries that it is built on. Dates do not count,
nor does a name that stays out of the record. A brochure is done if its key is the one remembered
and its files are, byte for byte, those that were written then. What was never finished is never
remembered.

This knowledge lies in `.kreislese/done/` of the output and may be deleted at any time.
The module imports nothing heavy, for in a run that has nothing to do it is nearly the whole run.
"""

import hashlib
import json
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final, NamedTuple

from pipeline import __version__
from pipeline.read.inputs import corrections_path
from pipeline.remote import Remote, find_bytes
from pipeline.write import Blob, Store

LIBRARIES: Final = (
    "charset-normalizer",
    "email-validator",
    "ftfy",
    "jinja2",
    "markupsafe",
    "pdfplumber",
    "phonenumbers",
    "pillow",
    "pydantic",
    "pypdfium2",
    "rapidfuzz",
    "spacy",
)
"""Those whose version can change what is read out of a brochure."""

PACKAGES: Final = ("pipeline", "schemas")
NO_PART: Final = frozenset({".md", ".pyc", ".typed"})
"""Files in our packages that a run does not depend on."""


@dataclass(frozen=True, slots=True)
class Done:
    """A brochure whose output stands there as this software would write it."""

    record: Mapping[str, Any]
    """What was counted in it, as `extract --json` prints it."""


class Source(NamedTuple):
    """What a run read of one brochure."""

    sha256: str
    corrections: str | None
    """Digest of its corrections file; None where there is none."""
    file: str
    """The path that the record names."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What earlier runs have left in one store, seen by a run with certain options."""

    store: Store
    options: Mapping[str, str | int | None]
    """Those that an output depends on, by name."""

    def find(self, path: Path | Remote, file: str, max_bytes: int) -> Done | None:
        """Return what is known of a brochure; None if it has to be worked on."""
        try:
            known = json.loads(self.store.noted(path.stem) or b"")
            sha256 = _digest(path, max_bytes)
            if sha256 is None:
                return None
            source = Source(sha256, _corrections(path), file)
            if known["key"] != self._key(source):
                return None
            if known["outputs"] != self.store.digests(path.stem):
                return None
            return Done(dict(known["record"]))
        except (OSError, ValueError, LookupError, TypeError):
            return None  # deleted, damaged, or left by another version: nothing is known

    def remember(
        self, stem: str, source: Source, record: Mapping[str, Any], contents: Mapping[str, Blob]
    ) -> None:
        """Note that a brochure is done, after its files were written."""
        outputs = {name: blob.sha256 for name, blob in contents.items()}
        known = {"key": self._key(source), "outputs": outputs, "record": record}
        self.store.note(stem, json.dumps(known, ensure_ascii=False).encode())

    def _key(self, source: Source) -> str:
        parts = (*source, sorted(self.options.items()), software())
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@cache
def software() -> tuple[str, ...]:
    """Return what this software is: its version, the digest of its files, and its libraries."""
    return (
        __version__,
        _digest_of_files(own_files()),
        sys.version,
        *(f"{library} {_version(library)}" for library in LIBRARIES),
    )


def model_identity(model: str) -> str:
    """Return what tells a trained pipeline from its next release, also under the same name."""
    folder = Path(model)
    if folder.is_dir():
        files = ((file.relative_to(folder).as_posix(), file) for file in folder.rglob("*"))
        return _digest_of_files(each for each in sorted(files) if each[1].is_file())
    return f"{model} {_version(model)}"


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "-"


def own_files() -> Iterator[tuple[str, Path]]:
    """Yield the files of this software that a run depends on, each with its name in it."""
    root = Path(__file__).parents[1]
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*")):
            if file.suffix not in NO_PART and not file.name.startswith(".") and file.is_file():
                yield file.relative_to(root).as_posix(), file


def _digest_of_files(files: Iterable[tuple[str, Path]]) -> str:
    whole = hashlib.sha256()
    for name, file in files:
        # the length tells where one file ends, so that no two trees give the same bytes
        data = file.read_bytes()
        whole.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    return whole.hexdigest()


def _corrections(brochure: Path | Remote) -> str | None:
    """Return the digest of a brochure's corrections; raises OSError if they cannot be read."""
    try:
        place = corrections_path(brochure)
        data = place.read_bytes() if isinstance(place, Path) else find_bytes(place)
    except FileNotFoundError:
        return None
    return None if data is None else hashlib.sha256(data).hexdigest()


def _digest(path: Path | Remote, max_bytes: int) -> str | None:
    """Return the digest of a file's bytes; None where the run has to say what is wrong with it."""
    if isinstance(path, Remote):
        data = find_bytes(path, max_bytes)
        return hashlib.sha256(data).hexdigest() if data is not None else None
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > max_bytes:
            return None
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
