"""Draws the pages of a PDF small, in a process of their own.

What a hostile file can cost is bounded: memory by the process, time per page by whoever waits for
it, and all pictures together by `MOST_BYTES`. Drawing begins at once, beside the extraction.
"""

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from struct import Struct
from typing import IO, Any, Final, Self

from pipeline.errors import BrochureError
from pipeline.read.pdf.spool import Spool
from pipeline.remote import Remote, read_bytes
from pipeline.write.page.pictures import Picture, Pictures

RESOLUTION: Final = 88
"""Pixels per inch: a page of A4 is as wide as half a screen."""
LARGEST: Final = 1600
"""Pixels of the longer side."""
QUALITY: Final = 45
"""Of JPEG: letters stay clear, and a page of text takes 100 kB."""
MOST_BYTES: Final = 16 * 2**20
"""Of all pictures of a brochure; a browser opens a page with that in a second."""
SECONDS: Final = 20.0
"""For one page; the first one may take longer by the time that starting takes."""
MEMORY: Final = 1 << 30
"""Bytes of address space."""

HEADER: Final = Struct("<ddI")
"""Width and height in points, and the number of bytes that follow."""
START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from pipeline.write.page.drawing import main; main()"
)


@dataclass
class Drawing:
    """The pages of one file, being drawn."""

    path: Path | Remote
    max_bytes: int
    """A larger file is not opened."""
    password: str | None
    most_bytes: int = MOST_BYTES
    seconds: float = SECONDS
    _pages: list[Picture] = field(default_factory=list)
    _notice: str | None = None

    def __enter__(self) -> Self:
        """Start."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._collect, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, whether it is done or not."""
        self._process.kill()
        self._thread.join()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr] # both are pipes
        self._process.wait()

    def pictures(self) -> Pictures:
        """Wait for all pages and return them."""
        self._thread.join()
        return Pictures(tuple(self._pages), self._notice)

    def _collect(self) -> None:
        source, sink = self._process.stdin, self._process.stdout
        assert source is not None
        assert sink is not None
        with suppress(OSError, BrochureError):  # what is wrong, the reader tells
            source.write(json.dumps(self.password).encode() + b"\n")
            source.write(self._data())
        with suppress(OSError):
            source.close()
        try:
            self._notice = self._keep(sink)
        except OSError:
            self._notice = "Further pages are not shown: there is no room for their pictures."

    def _keep(self, sink: IO[bytes]) -> str | None:
        """Keep all pictures that come; return what to tell of those that do not."""
        album: Spool[bytes] = Spool()
        size = 0
        while answer := self._answer(sink):
            width, height, picture = answer
            number = len(self._pages) + 1
            if not picture:
                return None
            size += len(picture)
            if size > self.most_bytes:
                return "Further pages are not shown: their pictures would be too large."
            album.put(number, picture)
            self._pages.append(Picture(round(width, 2), round(height, 2), number, album))
        return f"Page {len(self._pages) + 1} cannot be drawn; the text is complete."

    def _data(self) -> bytes:
        if isinstance(self.path, Remote):
            return read_bytes(self.path, self.max_bytes) or b""
        with self.path.open("rb") as file:
            return file.read(self.max_bytes)

    def _answer(self, sink: IO[bytes]) -> tuple[float, float, bytes] | None:
        """Return the next page, one without bytes behind the last, None if the process ended."""
        timer = threading.Timer(self.seconds, self._process.kill)
        timer.start()
        try:
            header = sink.read(HEADER.size)
            if len(header) < HEADER.size:
                return None
            width, height, length = HEADER.unpack(header)
            picture = sink.read(length)
            return (width, height, picture) if len(picture) == length else None
        finally:
            timer.cancel()


def main() -> None:
    """Draw the file that comes on standard input, after a line with its password."""
    if hasattr(os, "nice"):
        os.nice(19)  # reading goes first; there is time to draw while the rest has one processor
    _limit_memory()
    import pypdfium2

    source, sink = sys.stdin.buffer, sys.stdout.buffer
    password = json.loads(source.readline())
    pdf = pypdfium2.PdfDocument(source.read(), password=password)
    for number in range(len(pdf)):
        sink.write(_drawn(pdf, number))
        sink.flush()
    sink.write(HEADER.pack(0, 0, 0))
    sink.flush()
    pdf.close()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _drawn(pdf: Any, number: int) -> bytes:  # noqa: ANN401 - pypdfium2 has no types
    import io

    page = pdf[number]
    page.set_cropbox(*page.get_mediabox())  # spans count from its corner
    width, height = page.get_size()
    scale = min(RESOLUTION / 72, LARGEST / max(width, height))
    drawn = io.BytesIO()
    picture = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True).to_pil()
    picture.convert("RGB").save(drawn, "JPEG", quality=QUALITY)
    page.close()
    return HEADER.pack(width, height, drawn.tell()) + drawn.getvalue()
