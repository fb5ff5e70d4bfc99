"""The child's side of `processes`: runs one function after the other, until its parent is gone."""

import os
import pickle
import signal
import sys
import threading
import traceback
from queue import SimpleQueue
from typing import Any, BinaryIO, Final, NamedTuple

CLEAN: Final = 0


class Raised(NamedTuple):
    """The function raised an exception, which is a fault of the program."""

    trace: str


def main() -> None:
    """Answer each (function, arguments) that comes on standard input."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that a library prints gets among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    errands: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_listen, args=(source, errands), daemon=True).start()
    while True:
        pickle.dump(_do(errands.get()), sink, pickle.HIGHEST_PROTOCOL)
        sink.flush()


def _listen(source: BinaryIO, errands: "SimpleQueue[Any]") -> None:
    """Take errands; when the parent is gone, end at once, also in the middle of one."""
    while True:
        try:
            pickled = pickle.load(source)
        except EOFError:
            _end()
        errands.put(pickled)


def _end() -> None:
    """End this process and, if it leads its group, those that it has started."""
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(CLEAN)


def _do(errand: Any) -> Any:  # noqa: ANN401 - whatever the function returns
    function, arguments = errand
    try:
        return function(*arguments)
    except Exception:
        return Raised(traceback.format_exc())
