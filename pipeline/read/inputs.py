"""Which files are meant: what was named on the command line, and what lies in the folders named.

>>> find_inputs([Path("no/such/place")]).errors[0].problem
'there is no such file'
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final, TypeVar
from unicodedata import normalize

from pipeline.errors import BrochureError, UnreadableError
from pipeline.read import READERS
from pipeline.remote import Remote, files_below, is_folder, is_pattern, root_of

ENDINGS: Final = frozenset(READERS)
CORRECTIONS: Final = ".corrections.toml"
"""Ending of the file beside a brochure that says what people put right."""


P = TypeVar("P", Path, Remote, Path | Remote)


def corrections_path(brochure: P) -> P:
    """Return where the corrections of a brochure are, if there are any.

    >>> corrections_path(Path("raw/edition-1.txt")).name
    'edition-1.corrections.toml'
    """
    return brochure.with_name(brochure.stem + CORRECTIONS)


@dataclass(frozen=True, slots=True)
class Input:
    """One brochure that is to be read."""

    path: Path | Remote
    root: Path | Remote | None
    """The folder that it was found in; None for a file that was named itself."""


def absolute(each: Input) -> Input:
    """Return the same brochure, named so that it is found from any working directory."""
    root = each.root.absolute() if isinstance(each.root, Path) else each.root
    return Input(each.path.absolute() if isinstance(each.path, Path) else each.path, root)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All brochures in their order, and what could not be found."""

    inputs: tuple[Input, ...]
    errors: tuple[BrochureError, ...]


class ClashError(ValueError):
    """Two brochures would be written to one place, or one over another's source."""


def find_inputs(given: Iterable[Path | Remote], output: Path | Remote | None = None) -> Inputs:
    """Find the brochures; a folder stands for those below it, without what lies in `output`."""
    found: dict[Path | Remote, Input] = {}
    errors: list[BrochureError] = []
    for place in given:
        try:
            inputs, lost = _meant(place, output)
        except BrochureError as error:
            inputs, lost = [], [error]
        errors += lost
        for each in inputs:
            found.setdefault(_whole(each.path), each)  # a file and its folder may both be named
    return Inputs(tuple(found.values()), tuple(errors))


def _meant(
    place: Path | Remote, output: Path | Remote | None
) -> tuple[list[Input], list[BrochureError]]:
    """Return what one name on the command line stands for, and what is wrong with it.

    Raises UnreadableError where there is nothing of that name.
    """
    root: Path | Remote
    files: Sequence[Path | Remote]
    if isinstance(place, Remote):
        if not is_pattern(place) and not is_folder(place):
            return [Input(place, None)], []  # its reader says if there is none
        root, files = root_of(place), list(_remotely_below(place, output))
    elif not place.is_dir():
        if not place.exists() and not place.is_symlink():
            raise UnreadableError(place, "there is no such file", "Check the spelling.")
        return [Input(place, None)], []
    else:
        root, files = place, _below(place, output if isinstance(output, Path) else None)
    inputs = [Input(file, root) for file in files if file.suffix.lower() in ENDINGS]
    errors = [] if isinstance(place, Remote) and is_pattern(place) else _lost(files)
    if not inputs:
        known = " or ".join(sorted(ENDINGS))
        remedy = f"Put brochures that end in {known} into it."
        errors.append(UnreadableError(place, "the folder holds no brochure", remedy))
    return inputs, errors


def _lost(files: Sequence[Path | Remote]) -> list[BrochureError]:
    """Return an error for each corrections file whose brochure is not beside it any more."""
    brochures = {corrections_path(file) for file in files if file.suffix.lower() in ENDINGS}
    remedy = "Give it the name of its brochure, or move it away."
    return [
        UnreadableError(file, "there is no brochure to these corrections", remedy)
        for file in files
        if file.suffix.lower() not in ENDINGS and file not in brochures
    ]


def _remotely_below(folder: Remote, output: Path | Remote | None) -> Iterator[Remote]:
    root = root_of(folder)
    hidden = f"{output.below(root)}/" if isinstance(output, Remote) and output != root else None
    for each in files_below(folder):
        name = each.below(root)
        is_hidden = hidden is not None and name.startswith(hidden)
        if _is_input(name) and not is_hidden and not any(map(_is_hidden, name.split("/"))):
            yield each


def _is_input(name: str) -> bool:
    """Whether a file is a brochure, or says what people put right in one."""
    return PurePath(name).suffix.lower() in ENDINGS or name.endswith(CORRECTIONS)


def _is_hidden(part: str) -> bool:
    """Whether a file or folder is left out, as those are whose names begin with a full stop.

    Not those that lead away: these are refused when they are read, so that somebody hears of it.
    """
    return part.startswith(".") and part not in {".", ".."}


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
            if _is_input(name) and not name.startswith("."):
                yield Path(place, name)


def refuse_clashes(inputs: Iterable[Input], written: Iterable[Iterable[Path | Remote]]) -> None:
    """Raise ClashError if a file would be written twice, or over a brochure that is read.

    `written` has the files that each input becomes, in the order of the inputs. Names are
    compared as the least exact file systems do, which know no case and only composed letters.
    """
    sources = {_key(each.path): each.path for each in inputs}
    owners: dict[str, Path | Remote] = {}
    for source, files in zip(sources.values(), written, strict=True):
        for file in files:
            if (key := _key(file)) in sources:
                raise ClashError(f"{file} would be written over the brochure {sources[key]}")
            if key in owners:
                raise ClashError(f"{owners[key]} and {source} would both become {file}")
            owners[key] = source


def _key(place: Path | Remote) -> str:
    return normalize("NFC", str(_whole(place))).casefold()


def _whole(place: Path | Remote) -> Path | Remote:
    """Return the one name of a file that can have several."""
    return place.resolve() if isinstance(place, Path) else place
