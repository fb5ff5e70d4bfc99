"""What tests have done in other processes: functions that these find by their names."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from pipeline.work import Outcome, Task, work


def double(number: int) -> int:
    return 2 * number


def pid(_task: object) -> int:
    return os.getpid()


def end(task: tuple[int, Path]) -> None:
    """End the process in the way that is asked for, and leave a mark each time."""
    how, marks = task
    with marks.open("a", encoding="utf-8") as stream:
        stream.write("x")
    if how < 0:
        os.kill(os.getpid(), -how)
    os._exit(how)


def end_once(task: tuple[int, Path]) -> str:
    """End the process, but not a second time."""
    if not task[1].exists():
        end(task)
    return "done"


def end_or_double(task: int) -> int:
    """End the process at 13, sleep for ever at 7."""
    if task == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if task == 7:
        time.sleep(3600)
    return 2 * task


def hang(_task: object) -> None:
    while True:
        pass


def fail(_task: object) -> None:
    raise ZeroDivisionError


def start_and_hang(pids: Path) -> None:
    """Start another process, as the reader of PDFs does, and hang."""
    child = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    pids.write_text(f"{os.getpid()} {child.pid}", encoding="utf-8")
    child.wait()


def work_or_die(task: Task) -> Outcome:
    """Work on a brochure as a run does, unless its name says what it does to its worker."""
    if task.stem.startswith("kills"):
        os.kill(os.getpid(), signal.SIGKILL)
    if task.stem.startswith("hangs"):
        hang(task)
    return work(task)
