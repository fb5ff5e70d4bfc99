"""How a run is stopped from outside: SIGTERM ends it as Ctrl-C does."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TerminatedError(KeyboardInterrupt):
    """SIGTERM was sent, by a person, a batch system or a container's host."""


@contextmanager
def stopped_by_sigterm() -> Iterator[None]:
    """Have SIGTERM raise an exception, where signals can be handled."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise TerminatedError


def signal_of(interruption: KeyboardInterrupt) -> int:
    """Return the number of the signal that stopped the run."""
    terminated = isinstance(interruption, TerminatedError)
    return signal.SIGTERM if terminated else signal.SIGINT
