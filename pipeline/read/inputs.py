"""Which files are meant: what was named on the command line, and what lies in the folders named.

>>> find_inputs([Path("no/such/place")]).errors[0].problem
'there is no such file'
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unicodedata import normalize

from pipeline.errors import BrochureError, UnreadableError
from pipeline.read import READERS

ENDINGS: Final = frozenset(READERS)
CORRECTIONS: Final = ".corrections.toml"
"""Ending of the file beside a brochure that says what people put right."""


def corrections_path(brochure: Path) -> Path:
    """Return where the corrections of a brochure are, if there are any.

    >>> corrections_path(Path("raw/edition-1.txt")).name
    'edition-1.corrections.toml'
    """
    return brochure.with_name(brochure.stem + CORRECTIONS)


@dataclass(frozen=True, slots=True)
class Input:
    """One brochure that is to be read."""

    path: Path
    root: Path | None
    """The folder that it was found in; None for a file that was named itself."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """All brochures in their order, and what could not be found."""

    inputs: tuple[Input, ...]
    errors: tuple[BrochureError, ...]


class ClashError(ValueError):
    """Two brochures would be written to one place, or one over another's source."""


def find_inputs(given: Iterable[Path], output: Path | None = None) -> Inputs:
    """Find the brochures; a folder stands for those below it, without what lies in `output`."""
    found: dict[Path, Input] = {}
    errors: list[BrochureError] = []
    for path in given:
        if not path.is_dir():
            inputs = [Input(path, None)] if path.exists() or path.is_symlink() else []
            if not inputs:
                errors.append(UnreadableError(path, "there is no such file", "Check the spelling."))
        else:
            files = _below(path, output)
            inputs = [Input(file, path) for file in files if file.suffix.lower() in ENDINGS]
            errors += _left_alone(files)
            if not inputs:
                known = " or ".join(sorted(ENDINGS))
                remedy = f"Put brochures that end in {known} into it."
                errors.append(UnreadableError(path, "the folder holds no brochure", remedy))
        for each in inputs:
            found.setdefault(each.path.resolve(), each)  # a file and its folder may both be named
    return Inputs(tuple(found.values()), tuple(errors))


def _left_alone(files: Sequence[Path]) -> Iterator[BrochureError]:
    """Yield an error for each corrections file whose brochure is not beside it any more."""
    brochures = {corrections_path(file) for file in files if file.suffix.lower() in ENDINGS}
    for file in files:
        if file.suffix.lower() not in ENDINGS and file not in brochures:
            remedy = "Give it the name of its brochure, or move it away."
            yield UnreadableError(file, "there is no brochure to these corrections", remedy)


def _below(folder: Path, output: Path | None) -> list[Path]:
    """Return brochures and corrections in the folder and its folders, sorted; none hidden."""
    hidden = output.resolve() if output and output.resolve() != folder.resolve() else None
    return sorted(_walk(folder, hidden), key=lambda path: path.relative_to(folder).parts)


def _walk(folder: Path, output: Path | None) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and Path(place, name).resolve() != output
        ]
        for name in files:
            is_meant = Path(name).suffix.lower() in ENDINGS or name.endswith(CORRECTIONS)
            if is_meant and not name.startswith("."):
                yield Path(place, name)


def refuse_clashes(inputs: Iterable[Input], written: Iterable[Iterable[Path]]) -> None:
    """Raise ClashError if a file would be written twice, or over a brochure that is read.

    `written` has the files that each input becomes, in the order of the inputs. Names are
    compared as the least exact file systems do, which know no case and only composed letters.
    """
    sources = {_key(each.path): each.path for each in inputs}
    owners: dict[str, Path] = {}
    for source, files in zip(sources.values(), written, strict=True):
        for file in files:
            if (key := _key(file)) in sources:
                raise ClashError(f"{file} would be written over the brochure {sources[key]}")
            if key in owners:
                raise ClashError(f"{owners[key]} and {source} would both become {file}")
            owners[key] = source


def _key(path: Path) -> str:
    return normalize("NFC", str(path.resolve())).casefold()
