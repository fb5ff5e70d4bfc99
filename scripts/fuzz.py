"""Looks for bytes that break the pipeline, led by what they reach: `make fuzz`.

atheris changes the bytes of brochures and keeps what takes a new path through the code. An input
that raises anything but a BrochureError, or whose output breaks a promise, ends the run and is left
in `.fuzz/` as `crash-…`; it belongs into the cases of the module that broke.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipeline"]):
    from pipeline.errors import BrochureError
    from pipeline.run import extract
from tests.promises import assert_promises

FOLDER = Path(tempfile.mkdtemp())


def try_one(data: bytes) -> None:
    """Take bytes through all stages, as a file of the user would go."""
    path = FOLDER / "edition-1.txt"
    path.write_bytes(data)
    try:
        result = extract(path)
    except BrochureError:
        return
    assert_promises(result)


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()
