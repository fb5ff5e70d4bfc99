"""The files of a brochure, all or none; the last is its record.

No file system replaces several files in one step. So all are completed in `.kreislese/` first, and
then promised: one rename (atomic, ISO/IEC 9945) makes them `.kreislese/promised/<stem>.d/`. From
there they are put in place, the JSON before being taken away first and put back last where another
file is a new one: a JSON never stands beside a text or a page that is not its own. A run that dies
before the promise leaves the earlier files as they were; one that dies after it is finished by the
next, which calls `recover`.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TypeVar

from pipeline.errors import UnwritableError
from pipeline.remote import Remote
from pipeline.write.blob import Blob
from pipeline.write.lock import locked

KNOWLEDGE: Final = ".kreislese"
"""The folder in the output folder that is ours; it may be deleted at any time."""

ENDINGS: Final = {"text": ".txt", "page": ".html", "record": ".json"}
"""The files of one brochure, in the order in which they are put in place: the record is last."""

RECORD, EARLIER = "record", "earlier"


AnyFolder = TypeVar("AnyFolder", Path, Remote)


def targets(output: AnyFolder, stem: str) -> tuple[AnyFolder, ...]:
    """Return the files of one brochure, in the order in which they are put in place.

    >>> [path.name for path in targets(Path("output"), "edition-1")]
    ['edition-1.txt', 'edition-1.html', 'edition-1.json']
    """
    # not with_suffix(): a stem may have dots of its own
    return tuple(output / f"{stem}{ending}" for ending in ENDINGS.values())


def record_file(output: AnyFolder, stem: str) -> AnyFolder:
    """Return where the JSON of one brochure stands."""
    return output / f"{stem}{ENDINGS[RECORD]}"


def write(contents: Mapping[str, Blob], output: Path, stem: str) -> bool:
    """Write the files of one brochure into the folder, which is made if need be.

    `contents` has their bytes by the names in `ENDINGS`. Returns False, and touches nothing, if
    all stand there already as they would be written.
    """
    make_folder(output)
    files = dict(zip(ENDINGS, targets(output, stem), strict=True))
    with worded(files["text"]), locked(output):
        recover(output)
        if all(digest(file) == contents[name].sha256 for name, file in files.items()):
            return False
        for file in files.values():
            if file.is_dir():  # found out now, for later the earlier files would be at stake
                raise UnwritableError(file, "there is a folder of this name", "Move it away.")
        try:
            _put_in_place(_promise(contents, output, stem), output)
        finally:
            _sweep(output)
    return True


def _promise(contents: Mapping[str, Blob], output: Path, stem: str) -> Path:
    """Write all files where nobody looks, and make them the promised ones in one step."""
    draft = output / KNOWLEDGE / "draft"
    draft.mkdir(parents=True)
    for name in ENDINGS:
        with (draft / name).open("xb") as stream:
            stream.writelines(contents[name])
            stream.flush()
            os.fsync(stream.fileno())  # else a power failure could leave a name without content
    promised = output / KNOWLEDGE / "promised" / f"{stem}.d"  # "..txt" has the stem "."
    promised.parent.mkdir(exist_ok=True)
    draft.rename(promised)
    _sync(promised.parent)
    return promised


def _put_in_place(promised: Path, output: Path) -> None:
    """Move the promised files to where they belong; does what is left to do, however often."""
    files = targets(output, promised.name.removesuffix(".d"))
    *beside, (record, json_file) = zip((promised / name for name in ENDINGS), files, strict=True)
    earlier = promised / EARLIER
    new = [(draft, file) for draft, file in beside if _is_new(draft, file)]
    try:
        if new:
            with suppress(FileNotFoundError):
                json_file.rename(earlier)
        for draft, file in new:
            draft.replace(file)
        if record.exists():
            record.replace(json_file)
        _sync(output)
    except OSError:
        # nothing is lost: as long as the earlier files stand there, so does their JSON
        if earlier.exists() and all(draft.exists() for draft, _ in beside):
            earlier.replace(json_file)
        shutil.rmtree(promised, ignore_errors=True)
        raise
    shutil.rmtree(promised)


def _is_new(draft: Path, file: Path) -> bool:
    return draft.exists() and digest(file) != digest(draft)


def recover(output: Path) -> None:
    """Finish what a run that died had promised, and clear away what it had only begun."""
    knowledge = output / KNOWLEDGE
    with locked(output), worded(knowledge):
        try:
            promises = sorted((knowledge / "promised").iterdir())
        except FileNotFoundError:
            promises = []
        for promised in promises:
            with suppress(OSError):  # then the promise is dropped, and its brochure worked on anew
                _put_in_place(promised, output)
        if (knowledge / "draft").exists():
            shutil.rmtree(knowledge / "draft", ignore_errors=True)


def _sweep(output: Path) -> None:
    """Remove what a failure left, and our folder where it holds no knowledge of a run."""
    knowledge = output / KNOWLEDGE
    if (knowledge / "draft").exists():
        shutil.rmtree(knowledge / "draft", ignore_errors=True)
    if not (knowledge / "done").exists():
        for folder in (knowledge / "promised", knowledge):
            with suppress(OSError):  # not empty
                folder.rmdir()


def digest(path: Path) -> str | None:
    """Return the digest of a file (SHA-256); None for one that cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _sync(folder: Path) -> None:
    """Make the names in a folder outlast a power failure, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folder(output: Path) -> None:
    """Make the folder if need be; raises UnwritableError where nothing can be written into it."""
    with worded(output):
        output.mkdir(parents=True, exist_ok=True)
        if not os.access(output, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Turn what the system says into an error that names the file and what helps."""
    try:
        yield
    except OSError as error:
        raise UnwritableError(
            path,
            f"this cannot be written: {error.strerror}",
            "Choose another folder with --output, or make room and allow writing in this one.",
        ) from error
