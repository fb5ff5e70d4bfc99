"""Who listens to a run: each takes its events and tells them in one way.

What they keep is bounded, but for `Records`: one JSON object about a run has to hold all of it.
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import nlargest, nsmallest
from typing import IO, TYPE_CHECKING, Any, Final

from pipeline.events import Again, Began, Done, Ended, Event, Waiting
from pipeline.report import (
    MAX_ROWS,
    SEVERITIES,
    Row,
    as_complaint,
    as_line,
    as_table,
    as_unchanged,
    printable,
    printable_lines,
)
from pipeline.work import Failed, Unchanged, Written

if TYPE_CHECKING:
    from rich.table import Table

SLOWEST: Final = 5


@dataclass(frozen=True, slots=True)
class Lines:
    """Says in words what becomes of each brochure, as soon as it is known."""

    say: Callable[[str], None]
    complain: Callable[[str], None]

    def __call__(self, event: Event) -> None:
        """Take what happens."""
        match event:
            case Done(outcome=Written() as made):
                self.say(as_line(made.record))
                if made.told:
                    self.say(printable_lines(made.told))
            case Done(outcome=Unchanged(record)):
                self.say(as_unchanged(record))
            case Done(outcome=Failed() as failure, stale=stale):
                if failure.trace:
                    self.complain("\n".join(map(printable, failure.trace.splitlines())))
                self.complain(as_complaint(failure.error))
                if stale:
                    where = printable(str(stale))
                    self.complain(f"  Its earlier output stays and is stale: {where}")
            case Waiting(output):
                self.complain(f"waiting for another run on {printable(str(output))} ...")
            case Again(path, fault):
                what = "takes too long" if fault.kind == "late" else f"was lost: {fault.detail}"
                where = printable(str(path))
                self.complain(f"{where} {what}; it is tried again when the others are done")
            case Ended(left=left, interrupted=True):
                self.complain(
                    f"interrupted; {left} brochures are left. What is done is kept, and the same"
                    " command goes on from there."
                )


@dataclass(slots=True)
class Findings:
    """Keeps the findings that the table at the end shows: the gravest, in the order of inputs."""

    total: int = 0
    brochures: int = 0
    _kept: list[tuple[int, int, int, Row]] = field(default_factory=list)

    def __call__(self, event: Event) -> None:
        """Take what happens."""
        match event:
            case Done(number=number, outcome=Written() as made):
                self.brochures += 1
                self.total += sum(made.record["findings"].values())
                for n, row in enumerate(made.rows):
                    self._kept.append((SEVERITIES.index(row.severity), number, n, row))
                self._kept = nsmallest(MAX_ROWS, self._kept)

    def print(self) -> None:
        """Print the table to standard output, if there is a finding."""
        if not self._kept:
            return
        from rich.console import Console  # a run without findings prints no table

        table = as_table(
            [row for *_, row in self._kept], total=self.total, several=self.brochures > 1
        )
        Console(highlight=False).print(table)


@dataclass(slots=True)
class Summary:
    """Counts outcomes and keeps the slowest brochures."""

    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    _slowest: list[tuple[float, str]] = field(default_factory=list)

    def __call__(self, event: Event) -> None:
        """Take what happens."""
        match event:
            case Done(outcome=outcome, path=path):
                self.outcomes[status(outcome)] += 1
                if not isinstance(outcome, Unchanged):
                    self._slowest.append((outcome.seconds, printable(str(path))))
                    self._slowest = nlargest(SLOWEST, self._slowest)
            case Ended(left=left, seconds=seconds):
                self.outcomes["left"] += left
                self.seconds = seconds

    def print(self) -> None:
        """Print the table to standard error, if it is about more than one brochure."""
        if self.outcomes.total() > 1:
            from rich.console import Console  # a run over one brochure prints no table

            Console(stderr=True, highlight=False).print(self.table())

    def table(self) -> "Table":
        """Return how many came out how, and below the slowest."""
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table("Outcome", box=SIMPLE_HEAD, pad_edge=False)
        table.add_column("Brochures", justify="right")
        table.add_column("Seconds", justify="right")
        for name in ("written", "unchanged", "failed", "left"):
            if self.outcomes[name]:
                table.add_row(name, f"{self.outcomes[name]:,}", "")
        table.add_row("in all", f"{self.outcomes.total():,}", f"{self.seconds:,.1f}")
        for n, (seconds, path) in enumerate(sorted(self._slowest, reverse=True)):
            if n == 0:
                table.add_section()
            table.add_row(Text(f"slowest: {path}"), "", f"{seconds:,.1f}")
        return table


@dataclass(slots=True)
class Records:
    """Keeps what is printed with --json, which is one object for the whole run."""

    _brochures: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    _errors: list[tuple[int, dict[str, Any]]] = field(default_factory=list)

    def __call__(self, event: Event) -> None:
        """Take what happens."""
        if isinstance(event, Done):
            side = self._errors if isinstance(event.outcome, Failed) else self._brochures
            side.append((event.number, as_data(event)))

    def as_json(self) -> str:
        """Return the object, in the order of the inputs."""
        sides = {"brochures": self._brochures, "errors": self._errors}
        ordered = {
            name: [record for _, record in sorted(side, key=lambda each: each[0])]
            for name, side in sides.items()
        }
        return json.dumps(ordered, ensure_ascii=False, indent=2)


def status(outcome: Written | Unchanged | Failed) -> str:
    """Return what became of a brochure, in one word."""
    return type(outcome).__name__.lower()


def as_data(done: Done) -> dict[str, Any]:
    """Return what became of one brochure, for machines."""
    match done.outcome:
        case Failed(error):
            return {
                "path": str(error.path),
                "problem": error.problem,
                "remedy": error.remedy,
                "stale": str(done.stale) if done.stale else None,
            }
        case Unchanged(record):
            return {**record, "status": "unchanged", "changes": []}
        case Written() as made:
            return {**made.record, "status": "written", "changes": list(made.changes)}


@dataclass(frozen=True, slots=True)
class Log:
    """Writes one line of JSON per event, with the time, for machines that watch."""

    stream: IO[str]

    def __call__(self, event: Event) -> None:
        """Take what happens."""
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **_logged(event)}
        self.stream.write(json.dumps(line) + "\n")
        self.stream.flush()


def _logged(event: Event) -> dict[str, Any]:
    match event:
        case Began(brochures):
            return {"event": "began", "brochures": brochures}
        case Waiting(output):
            return {"event": "waiting", "output": str(output)}
        case Again(path, fault):
            return {
                "event": "again",
                "path": str(path),
                "fault": fault.kind,
                "detail": fault.detail,
            }
        case Done(path=path, outcome=outcome):
            seconds = 0.0 if isinstance(outcome, Unchanged) else round(outcome.seconds, 3)
            data = {**as_data(event), "path": str(path), "seconds": seconds}
            return {"event": status(outcome), **data}
        case Ended(left, seconds, interrupted):
            return {
                "event": "ended",
                "left": left,
                "interrupted": interrupted,
                "seconds": round(seconds, 3),
            }
