"""The corrections of one brochure: loaded, changed by pure functions, and saved.

>>> book = Book.load(Path("raw/no-such-edition.txt"))
>>> book.digest, book.file.correction
(None, ())
"""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self, TypeVar

from pipeline.corrections.file import MAX_BYTES, identity, parse_file
from pipeline.errors import CorrectionsError
from pipeline.read.inputs import corrections_path
from pipeline.remote import Remote, find_bytes
from schemas.corrections_file import Acceptance, Act, Check, CorrectionsFile

E = TypeVar("E", Act, Acceptance, Check)

KINDS: Final[Mapping[type, str]] = {Act: "correction", Acceptance: "accepted", Check: "checked"}


def read_bytes(path: Path | Remote) -> bytes | None:
    """Return the bytes of a corrections file, None if there is none; raises BrochureError."""
    try:
        data = find_bytes(path) if isinstance(path, Remote) else path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        remedy = "Allow reading it, or move it away to do without corrections."
        problem = f"this cannot be read: {error.strerror}"
        raise CorrectionsError(path, problem, remedy) from error
    if data and len(data) > MAX_BYTES:
        problem = f"the file has {len(data):,} bytes, more than {MAX_BYTES:,}"
        raise CorrectionsError(
            path, problem, "Is it a file of corrections? Then split the brochure."
        )
    return data


@dataclass(frozen=True, slots=True)
class Book:
    """The corrections of a brochure, as they were when they were loaded."""

    path: Path
    file: CorrectionsFile
    digest: str | None
    """Of the bytes that were read; None where there was no file."""
    text: str = ""
    """What was read, for saving keeps comments and order."""

    @classmethod
    def load(cls, brochure: Path | Remote) -> Self:
        """Load the corrections of a brochure; raises BrochureError, with the line.

        Those in a remote store are only read: nobody edits there, and `save` knows no such place.
        """
        where = corrections_path(brochure)
        path = where if isinstance(where, Path) else Path(where.name)
        data = read_bytes(where)
        if data is None:
            return cls(path, CorrectionsFile(), None)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            remedy = "Save the file as UTF-8."
            raise CorrectionsError(where, "this is not UTF-8", remedy, line=line) from None
        return cls(path, parse_file(text, where), hashlib.sha256(data).hexdigest(), text)

    def put(self, entry: E, *, instead_of: E | None = None) -> Self:
        """Return the book with an entry, in the place of another or of one about the same."""
        kind = KINDS[type(entry)]
        about = {identity(entry), identity(instead_of or entry)}
        entries: list[E] = list(getattr(self.file, kind))
        at = [i for i, each in enumerate(entries) if identity(each) in about]
        if at:
            entries[at[0]] = entry
        else:
            entries.append(entry)
        return self._with(**{kind: tuple(e for i, e in enumerate(entries) if i not in at[1:])})

    def drop(self, entry: Act | Acceptance | Check) -> Self:
        """Return the book without the entry that is about the same; it may have none."""
        kind, about = KINDS[type(entry)], identity(entry)
        left = (each for each in getattr(self.file, kind) if identity(each) != about)
        return self._with(**{kind: tuple(left)})

    def _with(self, **entries: object) -> Self:
        return replace(self, file=self.file.model_copy(update=entries))

    def save(self) -> Self:
        """Write the file and return the book as it is now; raises CorrectionsError.

        Comments, order and whatever else somebody wrote by hand stay. If the file is not the one
        that was loaded, nothing is written: somebody else has changed it.
        """
        from pipeline.corrections.toml import rewritten  # loads tomlkit, which reading never needs

        before = parse_file(self.text, self.path)
        if before == self.file:
            return self
        text = rewritten(self.text, before, self.file)
        file, data = parse_file(text, self.path), text.encode()  # what is saved can be loaded
        if len(data) > MAX_BYTES:
            raise CorrectionsError(self.path, "the file would be too large", "Delete old entries.")
        current = read_bytes(self.path)
        if (None if current is None else hashlib.sha256(current).hexdigest()) != self.digest:
            problem = "somebody else has changed this file"
            raise CorrectionsError(self.path, problem, "Load it again, and repeat the change.")
        _replace(self.path, data)
        digest = hashlib.sha256(data).hexdigest()
        return replace(self, file=file, digest=digest, text=text)


def _replace(path: Path, data: bytes) -> None:
    """Write a file completely or not at all."""
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        problem = f"this cannot be written: {error.strerror}"
        raise CorrectionsError(path, problem, "Make room, or allow writing there.") from error
