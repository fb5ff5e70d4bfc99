"""Kreislese: a brochure with a section per Landkreis becomes data.

From Python, one call does it; `pipeline.run` shows how.

    from pipeline import extract

    brochure = extract(Path("raw/edition-1.txt"))
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas import Brochure

__all__ = ["extract"]

__version__ = "0.1.0"


def extract(path: Path) -> "Brochure":
    """Turn one brochure into the record that the contract describes; raises BrochureError.

    What stands in its corrections file is applied.
    """
    # imported here: whoever needs one stage, or only the version, need not load all of them
    from pipeline.run import extract as run

    return run(path).brochure
