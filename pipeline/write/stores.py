"""Where the files of brochures are written to: a folder, or a remote store.

Both replace the files of a brochure together, as far as they can, and keep what a run has to know
of the last one. What they promise is not the same:

- A folder has one writer, the process that holds its lock. All files are promised in one step and
  what a killed run had promised is finished (`files`).
- A remote store has as many writers as there are workers, and nobody can lock it. Each file is
  replaced at once, none is ever half there. The JSON is removed before a new text is put beside
  it, and put last, so it never stands beside a text that is not its own. A run that is killed
  between these steps leaves a brochure without JSON, and the next one works on it again.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final, Protocol

from pipeline.errors import Place, UnwritableError
from pipeline.remote import Remote, find_bytes, remove, write_bytes
from pipeline.write.blob import Blob
from pipeline.write.files import (
    ENDINGS,
    KNOWLEDGE,
    RECORD,
    digest,
    make_folder,
    record_file,
    recover,
    targets,
    write,
)
from pipeline.write.lock import locked

DONE: Final = "done"
DRAFTS: Final = "drafts"


class Store(Protocol):
    """Where the files of brochures are written to; can be pickled."""

    many_writers: ClassVar[bool]
    """Whether workers write by themselves."""

    @property
    def place(self) -> Place:
        """Where it is."""

    def absolute(self) -> "Store":
        """Return the same store, found from any working directory."""

    def held(self, waiting: Callable[[], None]) -> AbstractContextManager[None]:
        """Make it ready for one run, and finish or clear away what an earlier one left."""

    def targets(self, stem: str) -> tuple[Path | Remote, ...]:
        """Return the files of one brochure, the record last."""

    def stale(self, stem: str) -> Place | None:
        """Return where the JSON of one brochure stands; None if it has none."""

    def digests(self, stem: str) -> Mapping[str, str]:
        """Return the digests (SHA-256) of the files of one brochure that are there, by name."""

    def record(self, stem: str) -> bytes | None:
        """Return the JSON of one brochure; None if it has none."""

    def write(
        self, contents: Mapping[str, Blob], stem: str, earlier: Mapping[str, str] | None = None
    ) -> bool:
        """Replace the files of one brochure; False if they are there already.

        `earlier` is what `digests` has given, if somebody has asked.
        """

    def note(self, stem: str, known: bytes) -> None:
        """Keep what is known of a brochure; if that fails, it is not known, and that is all."""

    def noted(self, stem: str) -> bytes | None:
        """Return what was kept, or None."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of this machine, or of a file system that its workers share."""

    place: Path
    many_writers: ClassVar[bool] = False

    def absolute(self) -> "Folder":
        """Return the same folder, found from any working directory."""
        return Folder(self.place.absolute())

    @contextmanager
    def held(self, waiting: Callable[[], None]) -> Iterator[None]:
        """Make the folder, lock it, and finish what a run before had promised."""
        make_folder(self.place)
        with locked(self.place, waiting):
            recover(self.place)
            yield

    def targets(self, stem: str) -> tuple[Path, ...]:
        """Return the files of one brochure."""
        return targets(self.place, stem)

    def stale(self, stem: str) -> Path | None:
        """Return where the JSON stands, if it does."""
        record = record_file(self.place, stem)
        return record if record.is_file() else None

    def digests(self, stem: str) -> Mapping[str, str]:
        """Return the digests of what stands there; a file that cannot be read is none."""
        found = zip(ENDINGS, map(digest, self.targets(stem)), strict=True)
        return {name: sha256 for name, sha256 in found if sha256 is not None}

    def record(self, stem: str) -> bytes | None:
        """Return the JSON; one that cannot be read is none."""
        with suppress(OSError):
            return record_file(self.place, stem).read_bytes()
        return None

    def write(
        self, contents: Mapping[str, Blob], stem: str, _earlier: Mapping[str, str] | None = None
    ) -> bool:
        """Replace the files of one brochure, all or none."""
        return write(contents, self.place, stem)

    def note(self, stem: str, known: bytes) -> None:
        """Keep what is known of a brochure."""
        entry = self._entry(stem)
        with suppress(OSError):  # a full disk: the next run works on it once more
            entry.parent.mkdir(parents=True, exist_ok=True)
            _keep_out_of_git(self.place / KNOWLEDGE)
            draft = entry.with_name(".new")
            draft.write_bytes(known)
            draft.replace(entry)

    def noted(self, stem: str) -> bytes | None:
        """Return what was kept."""
        with suppress(OSError):
            return self._entry(stem).read_bytes()
        return None

    def _entry(self, stem: str) -> Path:
        return self.place / KNOWLEDGE / DONE / f"{stem}.json"


def _keep_out_of_git(folder: Path) -> None:
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Objects:
    """A folder of a remote store."""

    place: Remote
    many_writers: ClassVar[bool] = True

    def absolute(self) -> "Objects":
        """Return the same: a URL is the same everywhere."""
        return self

    @contextmanager
    def held(self, _waiting: Callable[[], None]) -> Iterator[None]:
        """Clear away drafts; nobody can be kept out."""
        remove(self._drafts())
        yield
        remove(self._drafts())

    def targets(self, stem: str) -> tuple[Remote, ...]:
        """Return the files of one brochure."""
        return targets(self.place, stem)

    def stale(self, stem: str) -> Remote | None:
        """Return where the JSON stands, if it does."""
        record = record_file(self.place, stem)
        return record if find_bytes(record) is not None else None

    def digests(self, stem: str) -> Mapping[str, str]:
        """Return the digests of what stands there."""
        found = {}
        for name, file in zip(ENDINGS, self.targets(stem), strict=True):
            if (data := find_bytes(file)) is not None:
                found[name] = hashlib.sha256(data).hexdigest()
        return found

    def record(self, stem: str) -> bytes | None:
        """Return the JSON."""
        return find_bytes(record_file(self.place, stem))

    def write(
        self, contents: Mapping[str, Blob], stem: str, earlier: Mapping[str, str] | None = None
    ) -> bool:
        """Replace the files of one brochure, one after the other."""
        earlier = self.digests(stem) if earlier is None else earlier
        now = {name: blob.sha256 for name, blob in contents.items()}
        if earlier == now:
            return False
        *beside, (_, record) = zip(ENDINGS, self.targets(stem), strict=True)
        new = {name: file for name, file in beside if earlier.get(name) != now[name]}
        if new and RECORD in earlier:
            remove(record)
        for name, file in new.items():
            write_bytes(file, bytes(contents[name]), self._drafts())
        write_bytes(record, bytes(contents[RECORD]), self._drafts())
        return True

    def note(self, stem: str, known: bytes) -> None:
        """Keep what is known of a brochure."""
        with suppress(UnwritableError):
            write_bytes(self._entry(stem), known, self._drafts())

    def noted(self, stem: str) -> bytes | None:
        """Return what was kept."""
        return find_bytes(self._entry(stem))

    def _entry(self, stem: str) -> Remote:
        return self.place / KNOWLEDGE / DONE / f"{stem}.json"

    def _drafts(self) -> Remote:
        return self.place / KNOWLEDGE / DRAFTS


def store_at(output: Path | Remote) -> Store:
    """Return the store of a place."""
    return Folder(output) if isinstance(output, Path) else Objects(output)
