"""What happens in a run, as values; who listens decides how to tell it."""

from dataclasses import dataclass

from pipeline.errors import Place
from pipeline.execute import Fault
from pipeline.work import Outcome


@dataclass(frozen=True, slots=True)
class Began:
    """The run knows what there is to do."""

    brochures: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another run is at work on the same output."""

    output: Place


@dataclass(frozen=True, slots=True)
class Again:
    """A brochure cost its worker; it will be tried once more, alone."""

    path: Place
    fault: Fault


@dataclass(frozen=True, slots=True)
class Done:
    """One brochure is done with."""

    number: int
    """Its place among the inputs, counted from 0; negative for what is no brochure."""
    path: Place
    outcome: Outcome
    stale: Place | None = None
    """Its earlier output, if it failed and has one."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The run is over."""

    left: int
    """Brochures that were not done: 0 unless it was interrupted or stopped."""
    seconds: float
    interrupted: bool


Event = Began | Waiting | Again | Done | Ended
