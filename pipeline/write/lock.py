"""One run at a time on one output folder.

What is locked is the folder itself, not a file in it: whoever deletes `.kreislese/` while a run
is under way does not open the door to a second one. The kernel lifts the lock when the process
ends, however it ends (`flock`, Linux and BSD; not in POSIX).

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder, locked(Path(folder)), locked(Path(folder)):
...     "a run may lock its own folder twice"
'a run may lock its own folder twice'
"""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

HELD: Final[dict[tuple[int, int], int]] = {}
"""The folders that this process has locked, by device and inode, each with its descriptor."""

WITHOUT_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EBADF})
"""How a file system says that it has no locks (some network shares): then nobody waits."""


@contextmanager
def locked(folder: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Keep other processes out of the folder; calls `waiting` once if another one is in it."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # one may write into a folder that one may not list
        yield
        return
    status = os.fstat(descriptor)
    identity = status.st_dev, status.st_ino
    if identity in HELD:
        os.close(descriptor)
        yield
        return
    HELD[identity] = descriptor  # before it is locked, for a fork must not inherit it either way
    try:
        _wait_for(descriptor, waiting)
        yield
    finally:
        del HELD[identity]
        os.close(descriptor)


def _wait_for(descriptor: int, waiting: Callable[[], None] | None) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if waiting:
            waiting()
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in WITHOUT_LOCKS:
            raise


def _forget() -> None:
    """Let go of the lock in a forked child, which else would keep it after its parent's death."""
    for descriptor in HELD.values():
        with suppress(OSError):
            os.close(descriptor)
    HELD.clear()


os.register_at_fork(after_in_child=_forget)
