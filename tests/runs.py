"""Runs over brochures in this process, and what they told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.batch import Run, Workers
from pipeline.events import Done, Event
from pipeline.listeners import Lines, status
from pipeline.read import MAX_BYTES
from pipeline.read.inputs import find_inputs
from pipeline.remote import Remote
from pipeline.work import Options
from pipeline.write import store_at


@dataclass
class Told:
    """Everything that a run has told."""

    events: list[Event] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    also: Callable[[Event], None] = lambda _event: None
    """Takes every event, too, when it has been noted."""

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        self.also(event)
        Lines(self.said.append, self.complaints.append)(event)

    @property
    def done(self) -> list[Done]:
        return sorted((e for e in self.events if isinstance(e, Done)), key=lambda e: e.number)

    @property
    def statuses(self) -> list[str]:
        """Return what became of the brochures, those that failed last."""
        found = [status(done.outcome) for done in self.done]
        return sorted(found, key=lambda each: each == "failed")


def run(
    raw: Path | Remote,
    output: Path | Remote,
    *,
    workers: Workers | None = None,
    max_bytes: int = MAX_BYTES,
    force: bool = False,
) -> Told:
    """Run over all brochures of a folder."""
    told = Told()
    options = Options(store_at(output), max_bytes, force=force)
    Run(options, told, workers or Workers()).over(find_inputs([raw], output))
    return told
