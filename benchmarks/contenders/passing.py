"""One pass of one contender over the brochures, measured in a process of its own.

Seconds are those of the processor, so that what else runs on the machine counts little. A
contender is loaded, reads one brochure that is not counted, and then all others once: what it
keeps from one brochure helps it with the next, as in a run over many. Asking the network fails.
"""

import json
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Final

NETWORK: Final = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname")

Tool = Callable[[Sequence[str]], int]
"""Reads texts and returns how many values it found."""


def measure(load: Callable[[], Tool]) -> None:
    """Print the figures of one pass over the texts in the folder of the command line."""
    forbid_network()
    start = process_time()
    tool = load()
    loaded = process_time() - start
    first, *others = texts_in(Path(sys.argv[1]))
    tool([first])
    start = process_time()
    found = tool(others)
    tell(loaded, {"whole": process_time() - start}, sum(map(len, others)), found)


def forbid_network() -> None:
    """Raise in whatever opens a connection or looks a name up."""

    def refuse(event: str, _: object) -> None:
        if event in NETWORK:
            raise RuntimeError(f"{sys.argv[0]} asked the network: {event}")

    sys.addaudithook(refuse)


def texts_in(folder: Path) -> list[str]:
    """Return the brochures in their order."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def tell(loaded: float, seconds: dict[str, float], characters: int, found: int) -> None:
    """Print what was measured, for the program that has started this process."""
    unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss: bytes there, else KiB
    figures = {
        "loaded": loaded,
        "seconds": seconds,
        "characters": characters,
        "found": found,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit,
    }
    print(json.dumps(figures))
