"""Processes that draw the pages of one file side by side; one that does not answer is ended."""

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from pipeline.child import Child, EndedError, LateError, processors
from pipeline.errors import Place
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


class _Worker:
    """One process that draws pages of one file."""

    def __init__(self, path: Place, job: Job, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._child = Child("pipeline.read.pdf.worker")
        self._child.send(job)

    def answer(self, page: int | None = None) -> Count | Page:
        """Return the next answer, or raise UnreadableError; the first one may take longer."""
        try:
            answer: Count | Page | Failed
            answer = self._child.answer(self._seconds + (0 if page else START_SECONDS))
        except LateError:
            raise unreadable(self._path, "time", f"{self._seconds:g}", page=page) from None
        except EndedError:
            raise unreadable(self._path, "crash", "its process ended", page=page) from None
        if isinstance(answer, Failed):
            detail = f"{MEMORY >> 30} GiB" if answer.kind == "memory" else answer.detail
            raise unreadable(self._path, answer.kind, detail, page=answer.page or page)
        return answer

    def draw(self, chunk: tuple[int, int]) -> Iterator[Page]:
        """Draw some pages."""
        self._child.send(chunk)
        for number in range(chunk[0], chunk[1] + 1):
            page = self.answer(number)
            assert isinstance(page, Page)
            yield page

    def close(self) -> None:
        """End the process."""
        self._child.close()


def draw_pages(path: Place, job: Job, keep: Callable[[Page], None], options: "PdfOptions") -> None:
    """Draw all pages of a file; each goes to `keep`, in any order, one at a time.

    Raises UnreadableError.
    """
    most = min(MOST_PROCESSES, options.processes or processors())
    wanted = 1 if len(job.data) < SMALL else most
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
