"""Runs on a disk with little room: `python -m tests.small_disk RAW_A RAW_B OUTPUT [limit]`.

OUTPUT is a file system of its own and so small that it can be filled. With `limit` no file may
grow above so many bytes instead, which is what remains where nothing can be mounted. Prints how
many runs failed; an assertion says what is wrong.
"""

import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tests.victim import run

PAGE = 4096


def files(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.glob("[!.]*")}


@contextmanager
def room(output: Path, pages: int, limited: bool) -> Iterator[None]:
    if limited:
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (pages * PAGE // 8, hard))
        yield
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        return
    filler = output / ".filler"
    free = os.statvfs(output).f_bavail * os.statvfs(output).f_frsize
    filler.write_bytes(bytes(max(free - pages * PAGE, 0)))
    yield
    filler.unlink()


def main() -> None:
    raws, output = [Path(name) for name in sys.argv[1:3]], Path(sys.argv[3])
    limited = sys.argv[4:] == ["limit"]
    whole = []
    for raw in raws:
        assert run(raw, output) == 0
        whole.append(files(output))
    assert whole[0] != whole[1]
    failed = 0
    for pages in count():
        with room(output, pages, limited):
            status = run(raws[0], output)
        if status == 0:
            break
        failed += 1
        # each brochure is the earlier one, or wholly the new one; the last cannot be the new one
        now = files(output)
        stems = {name.rpartition(".")[0] for name in whole[0]}
        for stem in stems:
            pair = {name: data for name, data in now.items() if name.startswith(f"{stem}.")}
            assert any(pair.items() <= each.items() for each in whole), (pages, stem)
            assert len(pair) == 3, (pages, stem, list(pair))
        assert not list(output.glob(".kreislese/draft")), pages
        assert run(raws[1], output) == 0
        assert files(output) == whole[1]
    assert files(output) == whole[0]
    sys.stdout.write(f"{failed}\n")


if __name__ == "__main__":
    main()
