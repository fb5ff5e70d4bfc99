import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from pipeline.execute import Crew, Fault, answers
from pipeline.execute.processes import Children, InProcess, processes
from tests import errands

ROOT = Path(__file__).parents[2]

# each test starts processes
pytestmark = pytest.mark.timeout(60)

SOON = 0.5


def done(
    crew: Crew, work: Callable[[Any], Any], tasks: list[Any]
) -> tuple[list[tuple[Any, Any]], list[Any]]:
    """Return each task with its answer, and those that were begun again."""
    again: list[Any] = []
    found = list(answers(tasks, work, crew, lambda task, _fault: again.append(task)))
    return found, again


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until_ended(pids: list[int]) -> None:
    while any(map(is_running, pids)):  # pytest-timeout ends a test that waits in vain
        time.sleep(0.05)


def test_every_task_has_its_answer() -> None:
    with processes(2, None) as crew:
        found, again = done(crew, errands.double, list(range(50)))
    assert sorted(found) == [(number, 2 * number) for number in range(50)]
    assert again == []


def test_processes_are_kept_and_are_not_this_one() -> None:
    with processes(2, None) as crew:
        found, _ = done(crew, errands.pid, list(range(20)))
    pids = {answer for _, answer in found}
    assert len(pids) <= 2
    assert os.getpid() not in pids


@pytest.mark.parametrize(
    ("how", "said"),
    [
        pytest.param(3, "ended with 3", id="exit"),
        pytest.param(0, "ended with 0", id="exit without error"),
        pytest.param(-signal.SIGKILL, "killed by SIGKILL", id="kill"),
        pytest.param(-signal.SIGSEGV, "killed by SIGSEGV", id="crash"),
    ],
)
def test_task_that_ends_its_process_is_tried_twice(tmp_path: Path, how: int, said: str) -> None:
    task = how, tmp_path / "marks"
    with processes(2, None) as crew:
        found, again = done(crew, errands.end, [task])
    assert found == [(task, Fault("ended", said))]
    assert again == [task]
    assert task[1].read_text() == "xx"


def test_fault_that_was_the_machines_is_made_good(tmp_path: Path) -> None:
    task = -signal.SIGKILL, tmp_path / "marks"
    with processes(1, None) as crew:
        found, again = done(crew, errands.end_once, [task])
    assert (found, again) == ([(task, "done")], [task])


def test_task_that_hangs_is_ended() -> None:
    with processes(1, SOON) as crew:
        found, again = done(crew, errands.hang, [0])
    assert (found, again) == ([(0, Fault("late", "0.5"))], [0])


def test_faults_cost_no_other_task() -> None:
    with processes(2, 2.0) as crew:
        found, again = done(crew, errands.end_or_double, list(range(20)))
    assert dict(found) == {number: 2 * number for number in range(20) if number not in {7, 13}} | {
        7: Fault("late", "2"),
        13: Fault("ended", "killed by SIGKILL"),
    }
    assert sorted(again) == [7, 13]
    assert {task for task, _ in found[-2:]} == {7, 13}  # alone, when all others were done


def test_fault_of_the_program_is_raised_with_its_trace() -> None:
    with processes(1, None) as crew, pytest.raises(RuntimeError, match=r"errands\.py"):
        done(crew, errands.fail, [0])


def test_no_more_tasks_are_taken_than_the_window_holds() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    with processes(2, None) as crew:
        for answered, _ in enumerate(
            islice(answers(tasks(), errands.double, crew, lambda *_: None), 30), start=1
        ):
            assert taken - answered < crew.window() == 4


def test_nothing_is_left_running_when_the_crew_goes(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    with processes(1, None) as crew:
        crew.submit(errands.start_and_hang, pids)
        while not pids.exists() or not pids.read_text():
            time.sleep(0.02)
    wait_until_ended([int(pid) for pid in pids.read_text().split()])


PARENT = """
import sys
from pathlib import Path
from pipeline.execute.processes import Children
from tests.errands import start_and_hang
Children().run(None, start_and_hang, Path(sys.argv[1]))
"""


def test_nothing_is_left_running_when_the_parent_is_killed(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    with subprocess.Popen([sys.executable, "-c", PARENT, pids], cwd=ROOT) as parent:
        while not pids.exists() or not pids.read_text():
            time.sleep(0.02)
        parent.kill()
    wait_until_ended([int(pid) for pid in pids.read_text().split()])


def test_daemon_may_have_children() -> None:
    script = """
from multiprocessing import get_context
from pipeline.execute.processes import Children
from tests.errands import double
def main(pipe):
    pipe.send(Children().run(None, double, 4))
if __name__ == "__main__":
    context = get_context("fork")
    here, there = context.Pipe()
    context.Process(target=main, args=(there,), daemon=True).start()
    print(here.recv())
"""
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, cwd=ROOT, encoding="utf-8"
    )
    assert done.stdout == "8\n"


def test_answer_after_the_end_is_a_fault() -> None:
    children = Children()
    children.end()
    assert children.run(None, errands.double, 4) == Fault("ended", "killed by SIGKILL")


def test_one_task_is_done_here() -> None:
    assert done(InProcess(), errands.pid, [0]) == ([(0, os.getpid())], [])


def test_task_that_hangs_here_is_interrupted() -> None:
    assert done(InProcess(SOON), errands.hang, [0]) == ([(0, Fault("late", "0.5"))], [])
