"""A process that draws pages: reads jobs from standard input, writes pages to standard output.

What a hostile file can cost is bounded here for memory, and in `pool` for time. JavaScript,
attachments and forms are never looked at.
"""

import logging
import pickle
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from pipeline.read.pdf.ink import Page
from pipeline.read.pdf.memory import PageMemory, name_of, recall, remember

if TYPE_CHECKING:
    from pipeline.read.pdf.opened import Opened

MEMORY: Final = 1 << 30
"""Bytes of address space; a brochure takes a tenth of it."""


class Job(NamedTuple):
    """A file to open."""

    data: bytes
    password: str | None
    memory: PageMemory | None = None
    """Where pages are kept that an earlier run has drawn."""


class Count(NamedTuple):
    """The file is open."""

    pages: int


class Failed(NamedTuple):
    """The file, or a page of it, cannot be read."""

    kind: str
    """One of those in `problems`."""
    detail: str
    page: int | None


Chunk = tuple[int, int]
"""First and last page, counted from 1."""


def main() -> None:
    """Open the file that comes first, then draw the chunks that are asked for, until none is."""
    _limit_memory()
    logging.disable(logging.CRITICAL)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that a library prints gets among the answers
    job: Job = pickle.load(source)
    for answer in _answers(job, source):
        pickle.dump(answer, sink, pickle.HIGHEST_PROTOCOL)
        sink.flush()
        if isinstance(answer, Failed):
            return


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _answers(job: Job, source: BinaryIO) -> Iterator[Count | Failed | Page]:
    from pipeline.read.pdf.problems import kind_of

    page: int | None = None
    try:
        from pipeline.read.pdf.opened import Opened

        opened = Opened(job.data, job.password)
        yield Count(len(opened))
        while chunk := pickle.load(source):
            for drawn in _draw(opened, job.memory, chunk):
                page = drawn.number + 1
                yield drawn
            page = None
    except Exception as error:  # whatever a broken file makes the libraries raise
        kind, detail, named = kind_of(error)
        if kind == "password" and job.password is not None:
            kind = "wrong password"
        yield Failed(kind, detail, named or page)


def _draw(opened: "Opened", memory: PageMemory | None, chunk: Chunk) -> Iterator[Page]:
    from pipeline.read.pdf.draw import draw
    from pipeline.read.pdf.problems import PageError

    pages = list(opened.pages(*chunk))
    # all names before the first page is drawn, for drawing unpacks what pages share
    names = [name_of(page, memory) if memory else None for page in pages]
    for page, name in zip(pages, names, strict=True):
        if memory and (recalled := recall(name, page.page_number, memory)):
            yield recalled
            continue
        try:
            drawn = draw(page, opened.known)
        except Exception as error:
            raise PageError(page.page_number) from error
        if memory:
            remember(name, drawn, memory)
        yield drawn
    opened.forget()


if __name__ == "__main__":
    main()
