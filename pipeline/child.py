"""A process of our own that answers in time, or is ended.

Parent and child speak in pickles, through pipes that nobody else holds. The child runs `main()`
of one module, reads from standard input, writes its answers to standard output, and ends when its
standard input does; so no child outlives its parent by more than the work in its hands.
"""

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any, Final

# The folders of modules are handed on, so that the process finds this program from anywhere.
START: Final = (
    "import json, sys; from importlib import import_module; sys.path[:] = json.loads(sys.argv[1]);"
    "import_module(sys.argv[2]).main()"
)


class ChildError(Exception):
    """A child gave no answer."""


class LateError(ChildError):
    """It took too long, and was ended."""


class EndedError(ChildError):
    """It ended by itself, or was killed; says how."""


class Child:
    """One process; every answer comes in time, or the process ends."""

    def __init__(self, module: str, *, leads: bool = False) -> None:
        """Start `main()` of a module; `leads` puts it and its own children into a group apart.

        Such a group is ended as a whole, and Ctrl-C at the terminal does not reach it.
        """
        self._leads = leads
        self._late = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, json.dumps(sys.path), module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0 if leads else None,
        )

    def send(self, value: object) -> None:
        """Hand something over; that the process has ended is told by its next answer."""
        stream = self._process.stdin
        assert stream is not None
        with suppress(OSError):
            pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
            stream.flush()

    def answer(self, seconds: float | None) -> Any:  # noqa: ANN401 - whatever it was asked for
        """Return the next answer; raises LateError or EndedError, and then there is no other."""
        stream = self._process.stdout
        assert stream is not None
        timer = threading.Timer(seconds, self._end_late) if seconds is not None else None
        if timer:
            timer.daemon = True
            timer.start()
        try:
            return pickle.load(stream)
        except (EOFError, pickle.UnpicklingError):
            raise (LateError() if self._late else EndedError(self._how())) from None
        finally:
            if timer:
                timer.cancel()

    def _end_late(self) -> None:
        self._late = True
        self.kill()

    def _how(self) -> str:
        """Say how it ended; called when it is about to, for it has closed its output."""
        try:
            status = self._process.wait(1)
        except subprocess.TimeoutExpired:
            return "it closed its output"
        return f"killed by {signal.Signals(-status).name}" if status < 0 else f"ended with {status}"

    def kill(self) -> None:
        """End the process at once, and those that it has started if it leads them."""
        if not self._leads:
            self._process.kill()
            return
        with suppress(ProcessLookupError, PermissionError):  # all of them have ended
            os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the process and take its leave."""
        self.kill()
        self._process.communicate()


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
