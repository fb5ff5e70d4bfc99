"""A bar on standard error for what takes longer than a second, where somebody may be watching."""

import sys
import time
from typing import TYPE_CHECKING, Final

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
