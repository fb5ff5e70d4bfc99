"""What people put right survives: `raw/<stem>.corrections.toml`, applied after the extraction.

`docs/corrections.md` tells reviewers what the file may say. Nothing heavy is imported here, for
every run asks where the file of a brochure would be.
"""

from pathlib import Path
from typing import Final, TypeVar

from pipeline.remote import Remote

P = TypeVar("P", Path, Remote, Path | Remote)

ENDING: Final = ".corrections.toml"


def path_of(brochure: P) -> P:
    """Return the corrections file of a brochure, whether there is one or not.

    >>> path_of(Path("raw/edition-1.txt")).name
    'edition-1.corrections.toml'
    """
    return brochure.with_name(brochure.stem + ENDING)
