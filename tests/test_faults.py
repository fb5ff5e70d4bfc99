import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

# each test starts processes, and each process loads spaCy
pytestmark = pytest.mark.timeout(120)

ROOT = Path(__file__).parents[1]
KREISLESE = Path(sys.executable).with_name("kreislese")
SEED = 5

EDITION = """\
Überblick {edition}

Landkreis Börde

Wir fördern das Ehrenamt – überall, nun schon zum {edition}. Mal. {more}

Anna Kern
Koordinatorin
Tel. 030 23125-{edition:03d}
anna.kern@kreis-altmuehlau.de

Landkreis Uckermark

Uns helfen das Jobcenter und die Volkshochschule. {more}
"""


def raw(folder: Path, edition: int, more: str = "") -> Path:
    folder.mkdir()
    for name in ("eins", "zwei"):
        text = EDITION.format(edition=edition, more=f"{name} {more}")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def files(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(output.glob("[!.]*"))}


class Victims:
    """The process that starts runs and kills them."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, folder: Path, output: Path, when: str = "-") -> tuple[int, float]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{folder} {output} {when}\n")
        self._process.stdin.flush()
        status, seconds = self._process.stdout.readline().split()
        return int(status), float(seconds)


@contextmanager
def victims(folder: Path) -> Iterator[Victims]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.victim", folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    ) as process:
        yield Victims(process)


def assert_whole(output: Path, editions: list[dict[str, bytes]]) -> None:
    """Every JSON stands beside the files that were written with it, and all are complete."""
    now = files(output)
    for name, data in now.items():
        assert data in [edition[name] for edition in editions]
        if name.endswith(".json"):
            beside = (name.replace(".json", ending) for ending in (".txt", ".html"))
            assert {name: data, **{each: now[each] for each in beside}}.items() <= next(
                edition.items() for edition in editions if edition[name] == data
            )


def test_200_kills_at_random_moments(tmp_path: Path) -> None:
    raws = [raw(tmp_path / "a", 1), raw(tmp_path / "b", 2, "und mehr")]
    random = Random(SEED)
    with victims(raws[0]) as process:
        clean, seconds = [], 0.0
        for folder in raws:
            status, seconds = process.run(folder, tmp_path / f"clean-{folder.name}")
            assert status == 0
            clean.append(files(tmp_path / f"clean-{folder.name}"))
        output = tmp_path / "out"
        killed = 0
        for i in range(10_000):
            delay = random.uniform(0, seconds)
            status, _ = process.run(raws[i % 2], output, f"{delay:.6f}")
            assert status in {0, -signal.SIGKILL}
            killed += status != 0
            assert_whole(output, clean)
            if killed == 200:
                break
        assert killed == 200
        for folder, expected in zip(raws, clean, strict=True):
            assert process.run(folder, output)[0] == 0
            assert files(output) == expected
    left = [path.relative_to(output / ".kreislese") for path in output.glob(".kreislese/*/*")]
    assert sorted(map(str, left)) == ["done/eins.json", "done/zwei.json"]


def test_kill_before_every_single_touch_of_the_output(tmp_path: Path) -> None:
    raws = [raw(tmp_path / "a", 1), raw(tmp_path / "b", 2, "und mehr")]
    with victims(raws[0]) as process:
        for folder in raws:
            assert process.run(folder, tmp_path / f"clean-{folder.name}")[0] == 0
        clean = [files(tmp_path / f"clean-{folder.name}") for folder in raws]
        output = tmp_path / "out"
        touch, status = 0, -1
        while status:
            touch += 1
            assert process.run(raws[0], output)[0] == 0
            assert files(output) == clean[0]
            status, _ = process.run(raws[1], output, f"#{touch}")
            assert_whole(output, clean)
            assert len(list(output.glob("*.txt"))) == 2  # nothing is lost meanwhile
        assert touch > 20  # so many there are at least, so that something was tried
        assert files(output) == clean[1]


def test_reader_never_sees_a_json_beside_files_of_another_run(tmp_path: Path) -> None:
    raws = [raw(tmp_path / "a", 1), raw(tmp_path / "b", 2, "und mehr")]
    output = tmp_path / "out"
    names = [output / f"eins{ending}" for ending in (".json", ".txt", ".html")]
    with victims(raws[0]) as process:
        runs = set()
        for folder in raws:
            process.run(folder, output)
            runs.add(tuple(name.read_bytes() for name in names))
        reader = subprocess.Popen(
            [sys.executable, "-c", READER, *names],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for i in range(20):
            assert process.run(raws[i % 2], output)[0] == 0
        seen, _ = reader.communicate(b"stop\n")
    assert len(runs) == 2
    found = {tuple(map(bytes.fromhex, line.decode().split())) for line in seen.splitlines()}
    assert found == runs


READER = """
import os, select, sys
json_file, text_file, page_file = sys.argv[1:]
seen = set()
def read(file):
    with file:
        return file.read()
while not select.select([sys.stdin], [], [], 0.0003)[0]:
    try:
        before = os.stat(json_file)
        files = tuple(open(name, "rb") for name in (json_file, text_file, page_file))
        files = tuple(map(read, files))
        after = os.stat(json_file)
    except FileNotFoundError:
        continue
    if (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns):
        seen.add(files)
for files in seen:
    print(*(each.hex() for each in files))
"""


def start(folder: Path, output: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [KREISLESE, "extract", folder, "--output", output],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


HOLDER = """
import sys
from pathlib import Path
from pipeline.write import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("end", ["released", "killed"])
def test_second_run_waits_and_says_so(tmp_path: Path, end: str) -> None:
    folder, output = raw(tmp_path / "a", 1), tmp_path / "out"
    output.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, output],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as holder:
        assert holder.stdout
        assert holder.stdin
        assert holder.stdout.readline() == b"held\n"
        with start(folder, output) as second:
            assert second.stderr
            assert second.stdout
            assert "waiting for another run" in second.stderr.readline()
            time.sleep(0.3)
            assert second.poll() is None
            assert files(output) == {}
            if end == "killed":
                holder.kill()
            else:
                holder.stdin.close()
            assert second.wait() == 0
    assert len(files(output)) == 6


def test_two_runs_at_once_leave_what_one_of_them_leaves(tmp_path: Path) -> None:
    raws = [raw(tmp_path / "a", 1), raw(tmp_path / "b", 2, "und mehr")]
    both = [start(folder, tmp_path / "out") for folder in raws]
    assert [process.communicate() and process.returncode for process in both] == [0, 0]
    read = {
        json.loads(path.read_bytes())["source"]["sha256"] for path in tmp_path.glob("out/*.json")
    }
    assert read in [
        {sha256(file.read_bytes()).hexdigest() for file in each.iterdir()} for each in raws
    ]
    assert len(files(tmp_path / "out")) == 6


def test_command_that_is_killed_is_finished_by_the_next(tmp_path: Path) -> None:
    folder, output = raw(tmp_path / "a", 1), tmp_path / "out"
    with start(folder, output) as process:
        time.sleep(1.0)
        process.kill()
        process.communicate()
    with start(folder, output) as last:
        last.communicate()
    assert last.returncode == 0
    with start(folder, tmp_path / "clean") as alone:
        alone.communicate()
    assert files(output) == files(tmp_path / "clean")


MOUNT = 'mount -t tmpfs -o size=512k none "$1" && shift && exec "$@"'


def on_small_disk(output: Path, command: list[str | Path]) -> list[str | Path]:
    """Run it where `output` is a small disk of its own, seen by nobody else; or with a limit."""
    if unshare := shutil.which("unshare"):
        for flags in (["--mount"], ["--mount", "--map-root-user"]):
            inside: list[str | Path] = [unshare, *flags, "sh", "-c", MOUNT, "sh", output]
            if subprocess.run([*inside, "true"], check=False, capture_output=True).returncode == 0:
                return [*inside, *command]
    return [*command, "limit"]


def test_full_disk_leaves_the_earlier_output(tmp_path: Path) -> None:
    raws = [raw(tmp_path / "a", 1, "Text. " * 400), raw(tmp_path / "b", 2, "Worte. " * 500)]
    output = tmp_path / "out"
    output.mkdir()
    command: list[str | Path] = [sys.executable, "-m", "tests.small_disk", *raws, output]
    done = subprocess.run(
        on_small_disk(output, command),
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 3  # so many sizes were too small
    assert "cannot be written" in done.stderr
    assert "No space left on device" in done.stderr or "File too large" in done.stderr
    assert "stale" in done.stderr
