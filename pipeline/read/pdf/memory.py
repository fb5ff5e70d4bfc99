"""Pages of an earlier run, so that one changed page of fifty does not cost fifty.

A page is known by all that it is drawn from: its content, fonts and pictures as they lie in the
file, its size, and this software. Its number does not count, nor where in the file things lie: a
page that only moved is known again. What was drawn is kept as JSON, for a pickle in a folder that
others can write to would be a way into this process.

Pages wait in `<folder>.new` until the whole brochure is read; then they take the place of those
of the run before. A run that was killed leaves its pages there for the next one.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, cast, get_args, get_origin, get_type_hints

from pipeline.read.pdf.ink import Page

DEEPEST: Final = 60
"""Levels of things within things; a page that goes deeper is drawn every time."""

NO_PART: Final = frozenset(
    {"Parent", "P", "StructParent", "StructParents", "Metadata", "PieceInfo"}
)
"""Entries that lead out of a page, or change whenever a file is saved."""


class PageMemory(NamedTuple):
    """Where the pages of one brochure are kept, and for which software."""

    folder: str
    software: str

    @property
    def fresh(self) -> str:
        """Folder of the pages of this run."""
        return f"{self.folder}.new"

    def forget(self) -> None:
        """Have every page drawn anew."""
        for folder in (self.folder, self.fresh):
            shutil.rmtree(folder, ignore_errors=True)


def settle(memory: PageMemory) -> None:
    """Let the pages of this run take the place of the earlier ones; a full disk is no fault."""
    with suppress(OSError):
        shutil.rmtree(memory.folder, ignore_errors=True)
        Path(memory.fresh).rename(memory.folder)


def name_of(page: Any, memory: PageMemory) -> str | None:  # noqa: ANN401 - pdfplumber's page
    """Return the name of a page, before it is drawn; None for one that cannot be kept."""
    if page.pdf.doc.encryption:  # then equal bytes mean something else at another place
        return None
    drawn_from = page.page_obj
    whole = hashlib.sha256(memory.software.encode())
    sizes = drawn_from.mediabox, drawn_from.cropbox, drawn_from.rotate
    try:
        for part in _parts((sizes, drawn_from.contents, drawn_from.resources), {}, 0):
            whole.update(part)
    except (RecursionError, TypeError, ValueError, AttributeError):
        return None
    return f"{whole.hexdigest()}.json"


def _parts(value: Any, seen: dict[int, int], depth: int) -> Iterator[bytes]:  # noqa: ANN401
    """Yield all that a value is made of, references followed; each with its kind and length."""
    from pdfminer.pdftypes import PDFObjRef, PDFStream  # heavy

    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, PDFObjRef):
        if value.objid in seen:
            yield b"seen %d;" % seen[value.objid]
            return
        seen[value.objid] = len(seen)
        value = value.resolve()
    if isinstance(value, dict):
        yield b"dict %d;" % len(value)
        for key in sorted(value, key=str):
            if str(key) not in NO_PART:
                yield from _atom(str(key))
                yield from _parts(value[key], seen, depth + 1)
    elif isinstance(value, list | tuple):
        yield b"list %d;" % len(value)
        for each in value:
            yield from _parts(each, seen, depth + 1)
    elif isinstance(value, PDFStream):
        yield from _parts(value.attrs, seen, depth + 1)
        yield from _atom(value.get_rawdata() or value.get_data())
    else:
        yield from _atom(value)


def _atom(value: Any) -> Iterator[bytes]:  # noqa: ANN401 - number, text, name or nothing
    data = value if isinstance(value, bytes) else repr(value).encode("utf-8", "backslashreplace")
    yield b"%s %d;" % (type(value).__name__.encode(), len(data))
    yield data


def recall(name: str | None, number: int, memory: PageMemory) -> Page | None:
    """Return a page as it was drawn, under its number of today; None if it is not known."""
    if name is None:
        return None
    fresh = Path(memory.fresh, name)
    try:
        if not fresh.exists():
            fresh.parent.mkdir(parents=True, exist_ok=True)
            Path(memory.folder, name).rename(fresh)
        return _page(json.loads(fresh.read_bytes()), number)
    except (OSError, ValueError, TypeError):
        return None


def remember(name: str | None, page: Page, memory: PageMemory) -> None:
    """Keep a page; without room for it the next run draws it again."""
    if name is None:
        return
    with suppress(OSError):
        fresh = Path(memory.fresh, name)
        fresh.parent.mkdir(parents=True, exist_ok=True)
        draft = fresh.with_name(f".{os.getpid()}")
        draft.write_text(json.dumps(_values(page)), encoding="utf-8")
        draft.replace(fresh)


def _values(page: Page) -> list[Any]:
    return [getattr(page, each.name) for each in fields(page)]


def _page(values: list[Any], number: int) -> Page:
    return replace(cast(Page, _reviver(Page)(values)), number=number)


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - number, text or truth value
    return value


@cache
def _reviver(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type, as a hint has it
    """Return what makes a value of a type again out of its JSON, which knows only lists."""
    if get_origin(kind) is tuple:
        first, *others = map(_reviver, (each for each in get_args(kind) if each is not ...))
        if others:
            raise TypeError("a page has no tuples of different things")
        return tuple if first is _as_it_is else lambda values: tuple(map(first, values))
    if issubclass(kind, Enum):
        return cast(Callable[[Any], Any], kind)
    hints = get_type_hints(kind) if is_dataclass(kind) or hasattr(kind, "_fields") else {}
    revivers = tuple(map(_reviver, hints.values()))
    if not revivers:
        return _as_it_is
    if all(each is _as_it_is for each in revivers):
        return lambda values: kind(*values)
    return lambda values: kind(*(f(x) for f, x in zip(revivers, values, strict=True)))
