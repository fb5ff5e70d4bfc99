"""Processes that draw the pages of one file side by side; one that does not answer is ended."""

import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.read.pdf.ink import Page
from pipeline.read.pdf.problems import unreadable
from pipeline.read.pdf.worker import MEMORY, Count, Failed, Job

if TYPE_CHECKING:
    from pipeline.read import PdfOptions

START_SECONDS: Final = 30.0
"""For starting a process and opening the file, more than for a page."""
CHUNK: Final = 4
"""Pages that a process is asked for at a time; what they share is read once."""
SMALL: Final = 60_000
"""Bytes; a second process for a smaller file would come too late."""
MOST_PROCESSES: Final = 8

# The folders of modules are handed on, so that the process finds this program from anywhere.
START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from pipeline.read.pdf.worker import main; main()"
)


def _processors() -> int:
    """Return how many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Worker:
    """One process; every answer comes in time, or the process ends."""

    def __init__(self, path: Path, job: Job, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._late = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._send(job)

    def _send(self, value: object) -> None:
        stream = self._process.stdin
        assert stream is not None
        try:
            pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
            stream.flush()
        except OSError:  # the process has ended: the next answer tells
            pass

    def answer(self, page: int | None = None) -> Count | Page:
        """Return the next answer, or raise UnreadableError; the first one may take longer."""
        stream = self._process.stdout
        assert stream is not None
        timer = threading.Timer(self._seconds + (0 if page else START_SECONDS), self._end_late)
        timer.start()
        try:
            answer: Count | Page | Failed = pickle.load(stream)
        except (EOFError, pickle.UnpicklingError):
            kind, detail = (
                ("time", f"{self._seconds:g}") if self._late else ("crash", "its process ended")
            )
            raise unreadable(self._path, kind, detail, page=page) from None
        finally:
            timer.cancel()
        if isinstance(answer, Failed):
            detail = f"{MEMORY >> 30} GiB" if answer.kind == "memory" else answer.detail
            raise unreadable(self._path, answer.kind, detail, page=answer.page or page)
        return answer

    def _end_late(self) -> None:
        self._late = True
        self._process.kill()

    def draw(self, chunk: tuple[int, int]) -> Iterator[Page]:
        """Draw some pages."""
        self._send(chunk)
        for number in range(chunk[0], chunk[1] + 1):
            page = self.answer(number)
            assert isinstance(page, Page)
            yield page

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def draw_pages(path: Path, job: Job, keep: Callable[[Page], None], options: "PdfOptions") -> None:
    """Draw all pages of a file; each goes to `keep`, in any order, one at a time.

    Raises UnreadableError.
    """
    wanted = 1 if len(job.data) < SMALL else min(MOST_PROCESSES, _processors())
    workers = [_Worker(path, job, options.max_seconds) for _ in range(wanted)]
    try:
        opened = workers[0].answer()
        assert isinstance(opened, Count)
        if opened.pages > options.max_pages:
            raise unreadable(path, "too many pages", f"{opened.pages:,}")
        drawing = _Drawing(opened.pages, keep, options.progress)
        drawing.begin(workers)
        if options.meanwhile:
            options.meanwhile()
        drawing.end()
    finally:
        for worker in workers:
            worker.close()


class _Drawing:
    """The pages of one file, handed out to the processes that are free."""

    def __init__(
        self,
        count: int,
        keep: Callable[[Page], None],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._count = count
        self._keep = keep
        self._progress = progress
        self._chunks = iter(
            [(first, min(first + CHUNK - 1, count)) for first in range(1, count + 1, CHUNK)]
        )
        self._done = 0
        self._errors: list[Exception] = []
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []

    def begin(self, workers: list[_Worker]) -> None:
        """Have all pages drawn; the first worker has said already that the file is open."""
        for worker in workers:
            feeding = threading.Thread(target=self._feed, args=(worker, worker is not workers[0]))
            self._threads.append(feeding)
            feeding.start()

    def end(self) -> None:
        """Wait for the last page; raises the error of the first page that has one."""
        for feeding in self._threads:
            feeding.join()
        if self._errors:
            raise min(self._errors, key=lambda error: getattr(error, "page", None) or 0)

    def _feed(self, worker: _Worker, is_further: bool) -> None:
        try:
            if is_further:
                worker.answer()
            while (chunk := self._next()) and not self._errors:
                for page in worker.draw(chunk):
                    self._done_with(page)
        except Exception as error:  # raised again by the thread that asked for the pages
            self._errors.append(error)

    def _next(self) -> tuple[int, int] | None:
        with self._lock:
            return next(self._chunks, None)

    def _done_with(self, page: Page) -> None:
        with self._lock:
            self._keep(page)
            self._done += 1
            if self._progress:
                self._progress(self._done, self._count)
