"""A bar on standard error for what takes longer than a second, where somebody may be watching."""

import sys
import time
from typing import TYPE_CHECKING, Final, Self

from pipeline.events import Began, Done, Event
from pipeline.work import Failed

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE: Final = 1.0
"""Seconds before the bar appears."""


class PageBar:
    """Shows how many pages are done and how long the others will take."""

    def __init__(self) -> None:
        """Show nothing yet."""
        self._began: float | None = None
        self._bar: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, total: int) -> None:
        """Take note of one more page of a brochure; the last one ends the bar."""
        if not sys.stderr.isatty():
            return
        now = time.monotonic()
        if self._began is None:
            self._began = now
        if self._bar is None and now - self._began > PATIENCE and done < total:
            self._bar = _bar(total)
        if self._bar:
            self._bar[0].update(self._bar[1], completed=done)
        if done == total:
            self.close()

    def close(self) -> None:
        """Take the bar away; the next brochure has its own."""
        if self._bar:
            self._bar[0].stop()
        self._began = self._bar = None


def _bar(total: int) -> "tuple[Progress, TaskID]":
    from rich.console import Console  # only a slow run shows a bar
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("Pages", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task("pages", total=total)
    progress.start()
    return progress, task


class BrochureBar:
    """Shows how many brochures are done, at what rate, what is left, and how many failed.

    Only on a terminal; lines that are printed meanwhile appear above it.
    """

    def __init__(self, *, shown: bool) -> None:
        """Show nothing yet, or never."""
        self._shown = shown and sys.stderr.isatty()
        self._bar: tuple[Progress, TaskID] | None = None
        self._failures = 0

    def __enter__(self) -> Self:
        """Be closed when the run is over."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar[0].stop()

    def __call__(self, event: Event) -> None:
        """Take what happens."""
        match event:
            case Began(brochures) if self._shown:
                self._bar = _brochure_bar(brochures)
            case Done(number=number, outcome=outcome) if self._bar:
                bar, task = self._bar
                self._failures += isinstance(outcome, Failed)
                failed = f"{self._failures} failed" if self._failures else ""
                bar.update(task, advance=number >= 0, failed=failed)


def _brochure_bar(total: int) -> "tuple[Progress, TaskID]":
    from rich.console import Console  # only a run that somebody watches shows a bar
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    columns = (
        "Brochures",
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failed]}"),
    )
    progress = Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # what goes into a file stays there
    )
    task = progress.add_task("brochures", total=total, failed="")
    progress.start()
    return progress, task
