"""One run over many brochures: what is done already is left alone, what fails costs no other.

A run holds its output alone where that can be held, finishes what a run before it left unfinished,
and says of each brochure what became of it as soon as it is done: written, unchanged, or failed,
with its earlier output stale. It keeps none of it, so that its memory does not grow.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from itertools import chain
from time import perf_counter
from typing import Final

from pipeline.child import processors
from pipeline.errors import BrochureError
from pipeline.events import Again, Began, Done, Ended, Event, Waiting
from pipeline.execute import Crew, CrewError, Fault, answers
from pipeline.execute.processes import InProcess, processes
from pipeline.read.inputs import Input, Inputs, absolute
from pipeline.remote import Remote
from pipeline.state import software
from pipeline.work import Failed, Options, Outcome, Task, Written, unchanged, work


@dataclass(frozen=True, slots=True)
class Workers:
    """Who works on the brochures."""

    jobs: int | None = None
    """Processes of this machine; None for this process itself."""
    scheduler: str | None = None
    """Address of a Dask cluster, which then does the work."""
    seconds: float | None = None
    """For one brochure."""

    def crew(self) -> AbstractContextManager[Crew]:
        """Return those who will do it."""
        if self.scheduler:
            from pipeline.execute.cluster import cluster  # only runs on a cluster need Dask

            return cluster(self.scheduler, self.seconds)
        if self.jobs is None:
            return nullcontext(InProcess(self.seconds))
        return processes(self.jobs, self.seconds)

    def page_processes(self) -> int | None:
        """Return how many pages of a PDF each may draw side by side; None for as many as can."""
        if self.scheduler:
            return 1
        return max(1, processors() // self.jobs) if self.jobs else None


@dataclass
class Run:
    """All brochures, and what became of them."""

    options: Options
    tell: Callable[[Event], None]
    """Takes what happens, when it happens; the order is that in which brochures are done."""
    workers: Workers = Workers()
    work: Callable[[Task], Outcome] = work
    """What is done with each; it is found by its name in other processes."""
    failures: int = field(default=0, init=False)
    error_findings: int = field(default=0, init=False)
    """Of brochures that were worked on, or are unchanged."""
    interrupted: KeyboardInterrupt | None = field(default=None, init=False)

    def over(self, found: Inputs) -> None:
        """Process all brochures; those that fail are told like the others."""
        began, total = perf_counter(), len(found.inputs)
        self._done = 0
        self.tell(Began(total))
        try:
            for number, error in enumerate(found.errors, start=-len(found.errors)):
                self._fail(number, error)
            with self.options.store.held(self._wait):
                self._each(found.inputs)
        except BrochureError as error:
            self._fail(-1, error)
        except CrewError as error:
            where = Remote(self.workers.scheduler or "")
            self._fail(-1, BrochureError(where, error.problem, error.remedy))
        except KeyboardInterrupt as interruption:
            self.interrupted = interruption
        left = total - self._done
        self.tell(Ended(left, perf_counter() - began, self.interrupted is not None))

    def _wait(self) -> None:
        self.tell(Waiting(self.options.store.place))

    def _each(self, inputs: Iterable[Input]) -> None:
        tasks = self._to_do(inputs)
        if (first := next(tasks, None)) is None:
            return  # nobody is called for nothing
        with self.workers.crew() as crew:
            for task, answer in answers(chain([first], tasks), self.work, crew, self._again):
                outcome = _failure(task, answer, crew) if isinstance(answer, Fault) else answer
                self._take(task, outcome)

    def _to_do(self, inputs: Iterable[Input]) -> Iterator[Task]:
        """Yield what has to be worked on, or asked about, by a worker."""
        pdf = replace(self.options.pdf, processes=self.workers.page_processes())
        options = replace(self.options, pdf=pdf)
        if self.workers.scheduler:
            inputs, options = map(absolute, inputs), options.absolute()
        for number, each in enumerate(inputs):
            task = Task(number, each, options, software())
            known = None if task.asks else unchanged(task)
            if known:
                self._tell(Done(number, each.path, known))
            else:
                yield task

    def _again(self, task: Task, fault: Fault) -> None:
        self.tell(Again(task.input.path, fault))

    def _take(self, task: Task, outcome: Outcome) -> None:
        """Write what was made, where that is left to do, and tell it."""
        if isinstance(outcome, Written) and outcome.contents is not None:
            try:
                self._write(task, outcome)
            except BrochureError as error:
                outcome = Failed(error, outcome.seconds)
        if isinstance(outcome, Failed):
            self._fail(task.number, outcome.error, outcome, task.stem)
        else:
            self._tell(Done(task.number, task.input.path, outcome))

    def _write(self, task: Task, made: Written) -> None:
        contents = made.contents or {}
        self.options.store.write(contents, task.stem)
        self.options.knowledge().remember(task.stem, made.source, made.record, contents)

    def _fail(
        self,
        number: int,
        error: BrochureError,
        outcome: Failed | None = None,
        stem: str | None = None,
    ) -> None:
        if stem is None and number < 0 and error.path.suffix:
            stem = error.path.stem
        stale = self.options.store.stale(stem) if stem else None
        self._tell(Done(number, error.path, outcome or Failed(error), stale))

    def _tell(self, done: Done) -> None:
        self._done += done.number >= 0
        outcome = done.outcome
        if isinstance(outcome, Failed):
            self.failures += 1
        else:
            self.error_findings += outcome.record["findings"]["error"]
        self.tell(done)


TOO_LONG: Final = "Leave it out, or allow it more with --timeout."
OUR_FAULT: Final = "Leave it out; if there was memory enough, report it: the program is at fault."


def _failure(task: Task, fault: Fault, crew: Crew) -> Failed:
    """Word a fault that is the last word on a brochure."""
    twice = ", twice" if crew.tries > 1 else ""
    if fault.kind == "late":
        problem, remedy = f"reading it takes more than {fault.detail} seconds{twice}", TOO_LONG
    else:
        problem, remedy = f"the process that read it ended{twice} ({fault.detail})", OUR_FAULT
    return Failed(BrochureError(task.input.path, problem, remedy))
