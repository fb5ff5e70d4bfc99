"""Where an export goes: complete or not at all, and never over a file that no export wrote."""

import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from pipeline.errors import UnwritableError


def files_of(target: Path, contents: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Return what is written where; further files stand beside the target.

    >>> list(files_of(Path("out/a.csv"), {"": b"", ".partners": b""}))[1].as_posix()
    'out/a.partners.csv'
    """
    return {
        target.with_name(f"{target.stem}{added}{target.suffix}"): data
        for added, data in contents.items()
    }


def refuse_foreign(file: Path) -> None:
    """Raise UnwritableError if a file would be lost that no export wrote."""
    if file.is_dir():
        raise UnwritableError(file, "there is a folder of this name", "Choose another name.")
    with suppress(FileNotFoundError):
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            remedy = "Choose another name."
            problem = f"this cannot be replaced: {error.strerror}"
            raise UnwritableError(file, problem, remedy) from error
        if data and not is_export(data):
            problem = "there is a file of this name that no export wrote"
            raise UnwritableError(file, problem, "Choose another name, or write --force.")


def is_export(data: bytes) -> bool:
    """Whether bytes look like what an export wrote."""
    if data.startswith(b"PK"):
        with suppress(zipfile.BadZipFile, KeyError), zipfile.ZipFile(BytesIO(data)) as archive:
            return b">kreislese<" in archive.read("docProps/core.xml")
        return False
    start = data[:4096]
    return start.startswith(
        (b"\xef\xbb\xbfBrochure;Landkreis;", b'{"brochure": ', b"BEGIN:VCARD")
    ) and (not start.startswith(b"BEGIN") or b"PRODID:-//kreislese//" in start)


def write(files: Mapping[Path, bytes]) -> None:
    """Write files, each completely or not at all; raises UnwritableError."""
    drafts = {file: file.with_name(f".{file.name}.new") for file in files}
    try:
        for file, data in files.items():
            with drafts[file].open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        for file, draft in drafts.items():
            draft.replace(file)
    except OSError as error:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink()
        remedy = "Make room, allow writing there, or choose another folder."
        raise UnwritableError(
            next(iter(files)), f"this cannot be written: {error.strerror}", remedy
        ) from error
