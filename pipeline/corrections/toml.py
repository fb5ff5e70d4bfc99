r"""A corrections file with other entries, and every other byte as it was.

An entry that changes is rewritten by tomlkit, which keeps the comments inside it; a new one is
put at the end, in whatever order the kinds are; one that goes takes no comment with it that
stands above or below.

>>> from schemas.corrections_file import Check
>>> before, after = CorrectionsFile(), CorrectionsFile(checked=(Check(section="15083"),))
>>> rewritten("# by hand\n", before, after)
'# by hand\n\n[[checked]]\nsection = "15083"\n'
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, cast

import tomlkit
from tomlkit.items import AoT, Table

from pipeline.corrections.entries import Entry, entries_of
from schemas.corrections_file import CorrectionsFile
from schemas.model import Model


def rewritten(text: str, before: CorrectionsFile, after: CorrectionsFile) -> str:
    """Return the text of a file, which says `before`, so that it says `after`."""
    changes: dict[Entry, str] = {}
    added: list[str] = []
    places = entries_of(text)
    for kind in CorrectionsFile.model_fields:
        of_kind = [place for place in places if place.kind == kind]
        old, new = getattr(before, kind), getattr(after, kind)
        steps = SequenceMatcher(None, list(map(repr, old)), list(map(repr, new)), autojunk=False)
        for what, i, i_end, j, j_end in steps.get_opcodes():
            if what == "equal":
                continue
            both = min(i_end - i, j_end - j)
            for place, entry in zip(of_kind[i : i + both], new[j : j + both], strict=True):
                changes[place] = _updated(text[place.start : place.end], kind, entry)
            changes |= dict.fromkeys(of_kind[i + both : i_end], "")
            added += [_new(kind, entry) for entry in new[j + both : j_end]]
    return _joined(_replaced(text, places, changes), added)


def _replaced(text: str, places: Sequence[Entry], changes: Mapping[Entry, str]) -> str:
    for place in reversed(places):
        if place not in changes:
            continue
        behind = text[place.end :]
        if not changes[place]:
            behind = behind.lstrip("\r\n")
        text = text[: place.start] + changes[place] + behind
    return text


def _joined(text: str, added: Sequence[str]) -> str:
    """Put new entries below, each after a blank line."""
    for entry in added:
        if text.strip():
            text = text.rstrip("\r\n") + "\n\n"
        text += entry
    return text.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else text


def _new(kind: str, entry: Model) -> str:
    document, tables, table = tomlkit.document(), tomlkit.aot(), tomlkit.table()
    _fill(table, entry)
    tables.append(table)
    document.add(kind, tables)
    return tomlkit.dumps(document).strip("\n") + "\n"


def _updated(written: str, kind: str, entry: Model) -> str:
    document = tomlkit.parse(written)
    (table,) = cast(AoT, document[kind])
    _fill(table, entry)
    return tomlkit.dumps(document)


def _fill(table: Table, entry: Model) -> None:
    """Make a table say what an entry says, tables of its own last."""
    said = entry.model_dump(exclude_none=True)
    for key in [key for key in table if key not in said]:
        del table[key]
    for key in sorted(said, key=lambda key: isinstance(said[key], Mapping)):
        if table.get(key) != said[key]:
            table[key] = _item(said[key], below=True)


def _item(value: object, *, below: bool = False) -> Any:  # noqa: ANN401 - tomlkit's own type
    if not isinstance(value, Mapping):
        return tomlkit.item(value)
    table = tomlkit.table() if below else tomlkit.inline_table()
    for key, each in value.items():
        table[key] = _item(each)
    return table
