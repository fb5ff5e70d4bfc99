"""Everybody who listens to one run of the command: lines, tables, the bar, JSON, the log."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO

import typer

from pipeline.events import Event
from pipeline.listeners import Findings, Lines, Log, Records, Summary
from pipeline.progress import BrochureBar


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be told of a run."""

    quiet: bool = False
    """Whether only errors are."""
    as_machine: bool = False
    """Whether one JSON object takes the place of lines and tables."""
    several: bool = False
    """Whether there is more than one brochure, and so a bar and a summary."""


@contextmanager
def watching(wanted: Wanted, log: IO[str] | None = None) -> Iterator[Callable[[Event], None]]:
    """Lend what a run tells its events; prints the tables when it is over.

    `log` gets a line of JSON per event; if it is standard output, nothing else is printed there.
    """
    silent = wanted.quiet or wanted.as_machine or log is sys.stdout
    records, findings, summary = Records(), Findings(), Summary()
    lines = Lines(_keep_quiet if silent else typer.echo, partial(typer.echo, err=True))
    listeners: list[Callable[[Event], None]] = [lines]
    listeners += [Log(log)] if log else []
    listeners += [records] if wanted.as_machine else []
    listeners += [] if silent else [findings, summary]

    def tell(event: Event) -> None:
        for listener in listeners:
            listener(event)

    with BrochureBar(shown=wanted.several and not silent) as bar:
        listeners.append(bar)
        yield tell
    if wanted.as_machine:
        typer.echo(records.as_json())
    if not silent:
        findings.print()
        summary.print()


def _keep_quiet(_line: str) -> None:
    """Take a line and print none."""
