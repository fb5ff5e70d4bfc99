"""A process that runs `extract` in children which are killed: `python -m tests.victim`.

It loads the program once. Each line on standard input is one run: input folder, output folder,
and when the child is killed with SIGKILL: after so many seconds (`0.012`), before the so many-th
time that it touches the output (`#3`), or never (`-`). It answers with the child's exit status,
which is -9 if it was killed, and how long the run took.
"""

import gc
import os
import signal
import sys
import time
from pathlib import Path

from pipeline.run import extract
from pipeline.state import software
from tests import runs

TOUCHING = frozenset({"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"})


def run(raw: Path, output: Path) -> int:
    told = runs.run(raw, output)
    sys.stderr.writelines(f"{line}\n" for line in told.complaints)
    return 1 if "failed" in told.statuses else 0


def kill_before(touch: int, output: Path) -> None:
    left = touch

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in TOUCHING and str(arguments[0]).startswith(str(output)):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def child(raw: Path, output: Path, when: str) -> int:
    pid = os.fork()
    if pid == 0:
        if when.startswith("#"):
            kill_before(int(when[1:]), output)
        os._exit(run(raw, output))
    if when[0].isdigit():
        time.sleep(float(when))
        os.kill(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main() -> None:
    raw = Path(sys.argv[1])
    extract(next(raw.iterdir()))  # load what is loaded once
    software()
    gc.freeze()  # else each child copies what it never uses
    for line in sys.stdin:
        folder, output, when = line.split()
        start = time.perf_counter()
        status = child(Path(folder), Path(output), when)
        sys.stdout.write(f"{status} {time.perf_counter() - start}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
