"""The record of a brochure as JSON, and beside it the text that its spans index.

No file system replaces two files in one step. So both are completed in `.kreislese/` first, and
then promised: one rename (atomic, ISO/IEC 9945) makes them `.kreislese/promised/<stem>.d/`. From
there they are put in place, the JSON before being taken away first and put back last where the
text is another one: a JSON never stands beside a text that is not its own. A run that dies before
the promise leaves the earlier files as they were; one that dies after it is finished by the next,
which calls `recover`.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from pipeline.errors import UnwritableError
from pipeline.write.lock import locked

TYPE_CHECKING = False
if TYPE_CHECKING:  # recover() is called by runs that have nothing to do, and need no models
    from pipeline.text import Text
    from schemas import Brochure

KNOWLEDGE: Final = ".kreislese"
"""The folder in the output folder that is ours; it may be deleted at any time."""

TEXT, RECORD, EARLIER = "text", "record", "earlier"


def as_json(brochure: "Brochure") -> str:
    """Return the JSON: two blanks, umlauts as such, keys in the contract's order."""
    return brochure.model_dump_json(indent=2) + "\n"


def targets(output: Path, stem: str) -> tuple[Path, Path]:
    """Return the files of one brochure, in the order in which they are put in place.

    >>> [path.name for path in targets(Path("output"), "edition-1")]
    ['edition-1.txt', 'edition-1.json']
    """
    # not with_suffix(): a stem may have dots of its own
    return output / f"{stem}.txt", output / f"{stem}.json"


def write(brochure: "Brochure", text: "Text", output: Path, stem: str) -> bool:
    """Write `<stem>.txt` and `<stem>.json` into the folder, which is made if need be.

    Returns False, and touches nothing, if both stand there already as they would be written.
    """
    make_folder(output)
    new = text.characters.encode("utf-8"), as_json(brochure).encode("utf-8")
    files = targets(output, stem)
    with worded(files[0]), locked(output):
        recover(output)
        if all(_holds(file, data) for file, data in zip(files, new, strict=True)):
            return False
        for file in files:
            if file.is_dir():  # found out now, for later the earlier files would be at stake
                raise UnwritableError(file, "there is a folder of this name", "Move it away.")
        try:
            _put_in_place(_promise(new, output, stem), output)
        finally:
            _sweep(output)
    return True


def _promise(new: tuple[bytes, bytes], output: Path, stem: str) -> Path:
    """Write both files where nobody looks, and make them the promised ones in one step."""
    draft = output / KNOWLEDGE / "draft"
    draft.mkdir(parents=True)
    for name, data in zip((TEXT, RECORD), new, strict=True):
        with (draft / name).open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())  # else a power failure could leave a name without content
    promised = output / KNOWLEDGE / "promised" / f"{stem}.d"  # "..txt" has the stem "."
    promised.parent.mkdir(exist_ok=True)
    draft.rename(promised)
    _sync(promised.parent)
    return promised


def _put_in_place(promised: Path, output: Path) -> None:
    """Move the promised files to where they belong; does what is left to do, however often."""
    text_file, json_file = targets(output, promised.name.removesuffix(".d"))
    text, record, earlier = (promised / name for name in (TEXT, RECORD, EARLIER))
    try:
        if text.exists():
            if not _holds(text_file, text.read_bytes()):
                with suppress(FileNotFoundError):
                    json_file.rename(earlier)
            text.replace(text_file)
        if record.exists():
            record.replace(json_file)
        _sync(output)
    except OSError:
        # nothing is lost: as long as the earlier text stands there, so does its JSON
        if text.exists() and earlier.exists():
            earlier.replace(json_file)
        shutil.rmtree(promised, ignore_errors=True)
        raise
    shutil.rmtree(promised)


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


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


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
