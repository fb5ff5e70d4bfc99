"""A Dask cluster as crew: `kreislese[cluster]`.

Each worker does a task in a child of its own, as this machine does (`processes`). So what is
hostile ends a child and not a worker, and a task that hangs is ended where it hangs; Dask cannot
do that. When a worker is lost, with its machine or its network, the scheduler gives its tasks to
others by itself. Whoever can reach a scheduler can run code on its workers: Dask asks for no
password, but TLS certificates (`tls://`) keep others out.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from functools import cache, partial
from time import monotonic
from typing import Any, Final

from pipeline.execute import Crew, CrewError, Fault
from pipeline.execute.processes import Children

CONNECTING: Final = 10.0
HIRING: Final = 60.0
"""Seconds to wait for the scheduler, and for the first worker."""
ASKING: Final = 2.0
"""Seconds after which the scheduler is asked again how many workers there are."""


@cache
def _children() -> Children:
    """Return the children of this worker, which are kept warm as long as it lives."""
    return Children()


def run_apart(seconds: float | None, work: Callable[[Any], Any], task: object) -> Any:  # noqa: ANN401 - what `work` returns
    """Do a task in a child of this worker; what became of it if there is no answer."""
    return _children().run(seconds, work, task)


class Cluster:
    """Those who work for one scheduler; they may come and go."""

    tries = 2

    def __init__(self, client: Any, seconds: float | None) -> None:  # noqa: ANN401 - has no types
        """Take the workers of a client that is connected; a task may take so many seconds."""
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)  # a second try is a new one
        self._run = partial(run_apart, seconds)
        self._window = 1
        self._asked = -ASKING

    def window(self) -> int:
        """Return twice the number of tasks that the workers can do at once, of late."""
        if monotonic() - self._asked > ASKING:
            try:
                self._window = 2 * max(1, sum(self._client.nthreads().values()))
            except OSError:
                raise CrewError(LOST, GO_ON) from None
            self._asked = monotonic()
        return self._window

    def submit(self, work: Callable[[Any], Any], task: object) -> "Future[Any]":
        """Begin a task on some worker."""
        return self._executor.submit(self._run, work, task)

    def answer(self, done: "Future[Any]") -> Any:  # noqa: ANN401 - what `work` returns
        """Return what a task gave; a task that several workers were lost with gives a Fault."""
        from distributed import KilledWorker

        try:
            return done.result()
        except KilledWorker:
            return Fault("ended", "several workers were lost with it")
        except CancelledError:
            raise CrewError(LOST, GO_ON) from None


LOST: Final = "the scheduler was lost"
GO_ON: Final = "What is done is kept; when the scheduler is back, the same command goes on."
INSTALL: Final = "`pip install 'kreislese[cluster]'`, here and on the workers."


@contextmanager
def cluster(address: str, seconds: float | None) -> Iterator[Crew]:
    """Lend the workers of a scheduler; raises CrewError if there is none."""
    try:
        from distributed import Client
    except ImportError as error:
        raise CrewError(f"a cluster needs another package ({error})", INSTALL) from error
    try:
        client: Any = Client(address, timeout=CONNECTING, set_as_default=False)  # type: ignore[no-untyped-call] # typed in part
    except (OSError, ValueError, TimeoutError) as error:
        said = " ".join(str(error).split())
        remedy = "Check the address, and that `dask scheduler` runs there."
        raise CrewError(f"no scheduler answers ({said})", remedy) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=HIRING)
        except TimeoutError as error:
            remedy = f"Start some: `dask worker {address} --nthreads 1 --nworkers auto`."
            raise CrewError("the scheduler has no workers", remedy) from error
        yield Cluster(client, seconds)
