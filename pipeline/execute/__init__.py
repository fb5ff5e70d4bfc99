"""One seam for execution: a pure function and tasks go in, answers come out as they are done.

What does the work is a `concurrent.futures.Executor`: this process itself for one task, processes
of this machine for several (`processes`), a Dask cluster for many (`cluster`). Nothing here knows
what the work is. Tasks are submitted as answers come back, so that however many there are, only
a window of them is held. A task that ends its process or is late gives a Fault; it is tried once
more, alone, when all others are done.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Literal, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

PATIENCE: Final = 5.0
"""Seconds after which a waiting run looks whether there are more workers now."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What became of a task instead of an answer."""

    kind: Literal["ended", "late"]
    """Its process ended (`detail` says how), or it took longer than allowed (seconds)."""
    detail: str


class CrewError(Exception):
    """The work cannot be done at all: says what is wrong and what helps."""

    def __init__(self, problem: str, remedy: str) -> None:
        """Word the error."""
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


class Crew(Protocol):
    """Who does the work: an executor, and how its faults are told."""

    tries: int
    """How often a task is begun before its fault counts."""

    def window(self) -> int:
        """Return how many tasks may be under way at once, at least 1; it may change."""

    def submit(self, work: Callable[[Any], Any], task: object) -> "Future[Any]":
        """Begin a task; `work` is found by its name in any process, the task can be pickled."""

    def answer(self, done: "Future[Any]") -> Any:  # noqa: ANN401 - what `work` returns
        """Return what a task gave, or its Fault; raises CrewError if nothing can go on."""


def answers(
    tasks: Iterable[T],
    work: Callable[[T], R],
    crew: Crew,
    again: Callable[[T, Fault], None],
) -> Iterator[tuple[T, R | Fault]]:
    """Yield each task with its answer, in the order in which they are done.

    `again` is told of each fault that is not the last word.
    """
    suspects: list[T] = []
    for task, answer in _in_flight(iter(tasks), work, crew, crew.window):
        if isinstance(answer, Fault) and crew.tries > 1:
            again(task, answer)
            suspects.append(task)
        else:
            yield task, answer
    # one by one: whatever another task did to the machine, it does it no more
    yield from _in_flight(iter(suspects), work, crew, lambda: 1)


def _in_flight(
    tasks: Iterator[T], work: Callable[[T], R], crew: Crew, window: Callable[[], int]
) -> Iterator[tuple[T, R | Fault]]:
    under_way: dict[Future[R], T] = {}
    while True:
        room = window() - len(under_way)
        for task in islice(tasks, max(room, 0)):
            under_way[crew.submit(work, task)] = task
        if not under_way:
            return
        done, _ = wait(under_way, timeout=PATIENCE, return_when=FIRST_COMPLETED)
        while done:
            future = done.pop()  # nothing that is done is held any longer
            yield under_way.pop(future), crew.answer(future)
