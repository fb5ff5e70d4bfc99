"""Crews on one machine: this process for one task, processes of their own for several.

Why no `ProcessPoolExecutor`: a process that dies breaks the whole pool and does not say whose
task it was; one that hangs cannot be ended; and where the processes around it are daemons, as
Dask's workers are, it may start none. Here each thread of a `ThreadPoolExecutor` waits for one
child, so what happens to a child happens to one task.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import Any, Final, ParamSpec, TypeVar

from pipeline.child import Child, EndedError, LateError
from pipeline.execute import Crew, Fault
from pipeline.execute.errand import Raised

P = ParamSpec("P")
R = TypeVar("R")

ERRAND: Final = "pipeline.execute.errand"


class Children:
    """Processes that run functions, kept warm between two calls."""

    def __init__(self) -> None:
        """Start none yet."""
        self._lock = threading.Lock()
        self._idle: list[Child] = []
        self._all: set[Child] = set()
        self._closed = False

    def run(
        self, seconds: float | None, function: Callable[P, R], *args: P.args, **_none: P.kwargs
    ) -> R | Fault:
        """Return what the function returns in a process of its own, or what became of it."""
        child = self._hire()
        try:
            child.send((function, args))
            answer: R | Raised = child.answer(seconds)
        except LateError:
            self._dismiss(child)
            return Fault("late", f"{seconds:g}")
        except EndedError as error:
            self._dismiss(child)
            return Fault("ended", str(error))
        with self._lock:
            self._idle.append(child)
        if isinstance(answer, Raised):
            raise RuntimeError(answer.trace)
        return answer

    def _hire(self) -> Child:
        with self._lock:
            if self._idle:
                return self._idle.pop()
            child = Child(ERRAND, leads=True)
            self._all.add(child)
            if self._closed:
                child.kill()
            return child

    def _dismiss(self, child: Child) -> None:
        child.close()
        with self._lock:
            self._all.discard(child)

    def end(self) -> None:
        """End all processes, also those at work, whose calls return a Fault."""
        with self._lock:
            self._closed = True
            for child in self._all:
                child.kill()

    def close(self) -> None:
        """Take leave of those that are idle."""
        with self._lock:
            for child in self._idle:
                child.close()


class Processes:
    """As many processes of this machine as are wanted."""

    tries = 2

    def __init__(self, count: int, seconds: float | None) -> None:
        """Start none yet; a task may take so many seconds."""
        self._count = count
        self._children = Children()
        self._threads = ThreadPoolExecutor(count)
        self._run = partial(self._children.run, seconds)

    def window(self) -> int:
        """Return twice the number of processes: for each one task waits."""
        return 2 * self._count

    def submit(self, work: Callable[[Any], Any], task: object) -> "Future[Any]":
        """Begin a task in the next process that is free."""
        return self._threads.submit(self._run, work, task)

    def answer(self, done: "Future[Any]") -> Any:  # noqa: ANN401 - what `work` returns
        """Return what a task gave."""
        return done.result()

    def close(self) -> None:
        """End all processes; what they are doing is lost."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._children.end()
        self._threads.shutdown()
        self._children.close()


@contextmanager
def processes(count: int, seconds: float | None) -> Iterator[Crew]:
    """Lend processes of this machine."""
    crew = Processes(count, seconds)
    try:
        yield crew
    finally:
        crew.close()


class OverdueError(BaseException):
    """The time of a task is over; no `except Exception` on the way holds it up."""


class InProcess:
    """Does at once and in this process what is submitted, so that one task pays for no other."""

    tries = 1

    def __init__(self, seconds: float | None = None) -> None:
        """Have a task take so many seconds at most, where this thread can be interrupted."""
        main = threading.current_thread() is threading.main_thread()
        self._seconds = seconds if main else None

    def window(self) -> int:
        """Return 1."""
        return 1

    def submit(self, work: Callable[[Any], Any], task: object) -> "Future[Any]":
        """Do the task."""
        done: Future[Any] = Future()
        try:
            with _alarm(self._seconds):
                done.set_result(work(task))
        except OverdueError:
            done.set_result(Fault("late", f"{self._seconds:g}"))
        except Exception as error:
            done.set_exception(error)
        return done

    def answer(self, done: "Future[Any]") -> Any:  # noqa: ANN401 - what `work` returns
        """Return what a task gave."""
        return done.result()


@contextmanager
def _alarm(seconds: float | None) -> Iterator[None]:
    """Raise OverdueError in the main thread when the time is over."""
    if seconds is None:
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise OverdueError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
