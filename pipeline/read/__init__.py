"""Stage 1, Path -> Raw: the bytes of a brochure become characters; nothing else happens to them.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     brochure = Path(folder, "brochure.txt")
...     size = brochure.write_bytes("Landkreis Börde".encode("cp1252"))
...     raw = read(brochure)
>>> raw.encoding, raw.characters
('windows-1252', 'Landkreis Börde')
"""

import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pipeline.errors import Place, UnreadableError
from pipeline.read.placed import Placements, Remark
from pipeline.read.plain import NotTextError, decode
from pipeline.remote import Remote, read_bytes

if TYPE_CHECKING:
    from pipeline.read.pdf.memory import PageMemory

MAX_BYTES: Final = 64 * 2**20
"""Brochures are a thousand times smaller; whoever has a larger one can raise the limit."""
MAX_PAGES: Final = 2000
MAX_LINES: Final = 200_000
"""So many pages of a hundred lines each; each line is kept with what is known of it, 1.6 kB."""
LINE_ENDS: Final = "\n\r\v\f\x85\u2028\u2029"
Load = Callable[[], bytes]
"""Returns the bytes of a file; whoever calls it can also let go of them. Raises UnreadableError."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A running header, a footer or a page number that was taken out."""

    text: str
    pages: tuple[int, ...]
    """Counted from 1; empty where the file has no pages."""


@dataclass(frozen=True, slots=True)
class Raw:
    """What a file holds: its characters as they were stored, and where they come from."""

    path: Place
    file: str
    """Path below the input folder, with `/` between its parts."""
    sha256: str
    """Of the bytes, in hexadecimal."""
    media_type: str
    encoding: str | None
    """By its registered name (IANA); None for what is not stored as text."""
    characters: str
    """A byte that its encoding does not know is a lone surrogate, U+DC80 to U+DCFF (PEP 383)."""
    page_starts: tuple[int, ...]
    """Offset of the first character of each page, ascending; empty for plain text."""
    removed: tuple[Removed, ...]
    placed: Placements = field(default_factory=Placements)
    """Where each line stands on its page, in the order of the text; empty for plain text.

    Such a text was put together line by line and is final: no character of it changes any more.
    """
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What a user can ask for where a brochure is a PDF."""

    password: str | None = None
    max_pages: int = MAX_PAGES
    max_seconds: float = 30.0
    """For one page."""
    processes: int | None = None
    """That draw pages side by side, at most; None for one per processor."""
    repair: bool = False
    """Whether Ghostscript rebuilds the file first."""
    progress: Callable[[int, int], None] | None = None
    """Told how many of how many pages are done."""
    memory: "PageMemory | None" = None
    """Where pages are kept that an earlier run has drawn."""
    meanwhile: Callable[[], object] | None = None
    """Called once while other processes draw the pages: what has to be done anyway."""


def read(
    path: Path | Remote,
    *,
    root: Path | Remote | None = None,
    max_bytes: int = MAX_BYTES,
    pdf: PdfOptions | None = None,
) -> Raw:
    """Read one brochure; `root` is the input folder that it was found in, if there is one."""
    reader = READERS.get(path.suffix.lower())
    load = partial(_bytes, path, max_bytes)
    if reader is None:
        load()  # what is not there is told first
        known = " or ".join(READERS)
        raise UnreadableError(
            path,
            f"the ending {path.suffix!r} is not one that can be read"
            if path.suffix
            else "the file name has no ending",
            f"Only {known} is read. Export the brochure as plain text.",
        )
    raw = reader(path, name_below(path, root), load, pdf or PdfOptions())
    _check_lines(path, raw.characters)
    return raw


def line_ends(characters: str) -> int:
    r"""Return how many lines end in a text.

    >>> line_ends("a\nb\r\nc\rd\f")
    4
    """
    return sum(map(characters.count, LINE_ENDS)) - characters.count("\r\n")


def _check_lines(path: Place, characters: str) -> None:
    ends = line_ends(characters)
    if ends >= MAX_LINES:
        raise UnreadableError(
            path,
            f"the text has {ends + 1:,} lines, and at most {MAX_LINES:,} are read",
            "Divide it into several files, one per brochure.",
        )


def _plain(path: Place, file: str, load: Load, _options: PdfOptions) -> Raw:
    data = load()
    try:
        encoding, characters = decode(data)
    except NotTextError as error:
        remedy = "Open it in the program it was made with and export it as plain text."
        raise UnreadableError(path, str(error), remedy) from None
    if not characters.strip():
        problem = "the file holds nothing but white space" if data else "the file is empty"
        raise UnreadableError(path, problem, "Export the brochure again, or leave the file out.")
    digest = hashlib.sha256(data).hexdigest()
    return Raw(path, file, digest, "text/plain", encoding, characters, (), ())


def _pdf(path: Place, file: str, load: Load, options: PdfOptions) -> Raw:
    from pipeline.read.pdf.document import read_pages  # plain text does without it

    paged = read_pages(path, load, options)
    return Raw(
        path,
        file,
        paged.sha256,
        "application/pdf",
        None,
        paged.characters,
        paged.page_starts,
        tuple(Removed(text, pages) for text, pages in paged.removed),
        paged.placed,
        paged.remarks,
    )


Reader = Callable[[Place, str, Load, PdfOptions], Raw]
READERS: Final[Mapping[str, Reader]] = MappingProxyType({".pdf": _pdf, ".txt": _plain})
"""How a file is read, by its ending."""


def _bytes(path: Path | Remote, max_bytes: int) -> bytes:
    if isinstance(path, Path):
        return _local_bytes(path, max_bytes)
    data = read_bytes(path, max_bytes)
    if data is None:
        raise UnreadableError(path, f"the file has more than {max_bytes:,} bytes", SMALLER)
    return data


SMALLER: Final = "Split it, or raise the limit with --max-bytes."


def _local_bytes(path: Path, max_bytes: int) -> bytes:
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            what = "a folder" if stat.S_ISDIR(info.st_mode) else "neither a file nor a folder"
            raise UnreadableError(path, f"this is {what}", "Name a file.")
        if info.st_size > max_bytes:
            problem = f"the file has {info.st_size:,} bytes, more than the limit of {max_bytes:,}"
            raise UnreadableError(path, problem, SMALLER)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(path, "there is no such file", "Check the spelling.") from None
    except PermissionError:
        remedy = f"Allow it, for example with `chmod u+r {path.name}`."
        raise UnreadableError(path, "you are not allowed to read this file", remedy) from None
    except OSError as error:
        remedy = "Check the path and the disk, or copy the file to another one."
        raise UnreadableError(path, f"the file cannot be read: {error.strerror}", remedy) from error


def name_below(path: Path | Remote, root: Path | Remote | None) -> str:
    """Return the path below the folder; what is no UTF-8 in a name is replaced.

    >>> name_below(Path("raw/2024/edition.txt"), Path("raw"))
    '2024/edition.txt'
    >>> name_below(Path("raw/2024/edition.txt"), None)
    'edition.txt'
    """
    if isinstance(path, Remote):
        name = path.below(root) if isinstance(root, Remote) else path.name
    else:
        name = path.relative_to(root).as_posix() if isinstance(root, Path) else path.name
    return os.fsencode(name).decode("utf-8", "replace")
