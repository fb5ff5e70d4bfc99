"""The whole pipeline, from a file to its JSON; each of its stages; all files with their page."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final, ParamSpec, TypeVar

from benchmarks.contenders.passing import forbid_network, tell

P = ParamSpec("P")
R = TypeVar("R")

STAGES: Final = {
    "read": ("read",),
    "repair": ("repair",),
    "mentions": ("find_mentions",),
    "segment": ("segment",),
    "assemble": ("find_all",),
    "link": ("link",),
    "check": ("check", "with_findings"),
}
"""The functions that `run.extract` calls, by the stage that they are."""


def main() -> None:
    """Print the seconds of each stage, of the whole, and of all with the files written."""
    forbid_network()
    start = process_time()
    from pipeline import run
    from pipeline.assemble import find_all
    from pipeline.write import contents, write
    from pipeline.write.contents import as_json

    loaded = process_time() - start
    gc.freeze()  # as `work` does: nobody looks for cycles in what stays
    seconds = dict.fromkeys((*STAGES, "extract", "json", "files"), 0.0)
    # what it yields is found only when it is asked for, so the clock has to wait for all of it
    vars(run)["find_all"] = lambda *args: list(find_all(*args))
    for stage, names in STAGES.items():
        for name in names:
            setattr(run, name, timed(getattr(run, name), stage, seconds))
    extract = timed(run.extract, "extract", seconds)

    def put(result: run.Result, path: Path) -> None:
        write(contents(result.brochure, result.text), Path(output), path.stem)

    as_json_timed, put_timed = timed(as_json, "json", seconds), timed(put, "files", seconds)
    first, *others = sorted(Path(sys.argv[1]).glob("*.txt"))
    run.extract(first)
    seconds.update(dict.fromkeys(seconds, 0.0))
    characters = found = 0
    with TemporaryDirectory() as output:
        for path in others:
            result = extract(path)
            as_json_timed(result.brochure)
            put_timed(result, path)
            characters += len(path.read_text(encoding="utf-8"))
            found += sum(len(part.contacts) for part in result.brochure.landkreise)
    seconds["whole"] = seconds["extract"] + seconds["json"]
    seconds["published"] = seconds["extract"] + seconds["files"]
    tell(loaded, seconds, characters, found)


def timed(function: Callable[P, R], stage: str, seconds: dict[str, float]) -> Callable[P, R]:
    """Return the function that adds to the seconds of its stage."""

    def call(*args: P.args, **options: P.kwargs) -> R:
        start = process_time()
        try:
            return function(*args, **options)
        finally:
            seconds[stage] += process_time() - start

    return call


if __name__ == "__main__":
    main()
