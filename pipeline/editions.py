"""What is to be compared: a record, a brochure, or a folder of either.

>>> [part for part in natural("edition-10-b")]
['edition-', 10, '-b']
"""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from pipeline.diff import appeared, compare, disappeared, parse
from pipeline.errors import UnreadableError
from pipeline.read import name_below
from pipeline.read.inputs import Input, find_inputs
from pipeline.remote import Remote
from schemas import Brochure
from schemas.changes import CHANGES_VERSION, Comparison, Comparisons

if TYPE_CHECKING:
    from pipeline.run import Result

NUMBERS_RE: Final = re.compile(r"([0-9]+)")
SAME_SERIES: Final = 0.5
"""Of the Landkreise that either of two brochures has, so many at least are in both if they are
editions of one."""


def load(path: Path) -> dict[str, Brochure]:
    """Return the records that are meant, by name; brochures are read, records are taken as is.

    A folder stands for the records in it or, where it has none, for its brochures. Raises
    BrochureError.
    """
    if not path.is_dir():
        return {path.stem: _record(path) if path.suffix == ".json" else _read(path)}
    records = sorted(each for each in path.glob("*.json") if not each.name.startswith("."))
    if records:
        return {each.stem: _record(each) for each in records}
    found = find_inputs([path])
    for error in found.errors:
        raise error
    return {_name(each): _read(each.path, each.root) for each in found.inputs}


def _name(each: Input) -> str:
    return PurePosixPath(name_below(each.path, each.root)).with_suffix("").as_posix()


def _read(path: Path | Remote, root: Path | Remote | None = None) -> Brochure:
    from pipeline.run import extract  # records are compared without spaCy

    result: Result = extract(path, root=root)
    return result.brochure


def _record(path: Path) -> Brochure:
    remedy = "Name a JSON that `kreislese extract` wrote, or a brochure."
    try:
        return parse(path.read_bytes())
    except FileNotFoundError:
        raise UnreadableError(path, "there is no such file", "Check the spelling.") from None
    except OSError as error:
        raise UnreadableError(path, f"this cannot be read: {error.strerror}", remedy) from error
    except ValueError as error:
        raise UnreadableError(path, str(error), remedy) from error


def compare_all(old: Path, new: Path) -> Comparisons:
    """Compare two files, or the brochures of two folders; raises BrochureError."""
    editions = load(old), load(new)
    if not old.is_dir() and not new.is_dir():
        (before,), (after,) = editions[0].values(), editions[1].values()
        done = [Comparison(old=str(old), new=str(new), changes=compare(before, after))]
    else:
        done = [_compare(*editions, *names) for names in pair(*editions)]
    return Comparisons(changes_version=CHANGES_VERSION, comparisons=tuple(done))


def _compare(
    old: Mapping[str, Brochure], new: Mapping[str, Brochure], before: str | None, after: str | None
) -> Comparison:
    if before is None:
        changes = appeared(new[after or ""])
    elif after is None:
        changes = disappeared(old[before])
    else:
        changes = compare(old[before], new[after])
    return Comparison(old=before, new=after, changes=changes)


def pair(
    old: Mapping[str, Brochure], new: Mapping[str, Brochure]
) -> list[tuple[str | None, str | None]]:
    """Return which brochures are editions of one: by name, and else by their Landkreise."""
    pairs: dict[str, str | None] = {name: name for name in new if name in old}
    left = [name for name in old if name not in new]
    shares = sorted(
        (-share, min(before, after), max(before, after), before, after)
        for after in new
        for before in left
        if after not in pairs and (share := shared(old[before], new[after])) >= SAME_SERIES
    )
    for *_, before, after in shares:
        if after not in pairs and before in left:
            pairs[after] = before
            left.remove(before)
    return [(pairs.get(name), name) for name in new] + [(name, None) for name in left]


def shared(one: Brochure, other: Brochure) -> float:
    """Return the share of all their Landkreise that two brochures have in common."""
    ids = [{landkreis.id for landkreis in each.landkreise} for each in (one, other)]
    return len(ids[0] & ids[1]) / (len(ids[0] | ids[1]) or 1)


def natural(name: str) -> list[str | int]:
    """Return a name as parts in whose order 2 comes before 10."""
    return [int(part) if part.isdecimal() else part for part in NUMBERS_RE.split(name.casefold())]
