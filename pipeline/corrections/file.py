r"""`<stem>.corrections.toml`: what it says, checked line by line.

>>> from pathlib import Path
>>> parse_file('[[checked]]\nsection = "15083"\n', Path("a.corrections.toml")).checked[0].section
'15083'
>>> try:
...     parse_file('\n[[checked]]\nsektion = "15083"\n', Path("a.corrections.toml"))
... except CorrectionsError as error:
...     print(error.line, error.problem)
3 there is no key “sektion” here; there is section, text, note
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.corrections.entries import entries_of, line_of
from pipeline.corrections.fields import validate
from pipeline.corrections.ids import FIELDS, ID_RE, parse_id
from pipeline.corrections.tables import parse_whole
from pipeline.corrections.values import canonical, one_line
from pipeline.errors import CorrectionsError, Place
from schemas.corrections_file import Acceptance, Act, Check, CorrectionsFile
from schemas.model import Model

MAX_BYTES: Final = 2**20
"""A thousand corrections have a tenth of that."""

MODELS: Final[Mapping[str, type[Model]]] = {
    "correction": Act,
    "accepted": Acceptance,
    "checked": Check,
}
REMEDY: Final = "Mend this line, or delete the entry; docs/corrections.md has examples."


class EntryError(Exception):
    """What is wrong with which entry."""

    def __init__(self, message: str, kind: str, index: int, key: str | None = None) -> None:
        """Name the entry by its kind and its index, and the key that is wrong."""
        super().__init__(message)
        self.kind, self.index, self.key = kind, index, key


def parse_file(text: str, path: Place) -> CorrectionsFile:
    """Return what the file says; raises CorrectionsError with the line that is wrong."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, line = _syntax(str(error), text)
        raise CorrectionsError(path, f"this is no TOML: {message}", REMEDY, line=line) from None
    try:
        _refuse_other_tables(tables)
        entries = {kind: _entries(kind, tables.get(kind, [])) for kind in MODELS}
        found = CorrectionsFile.model_validate(entries)
        _refuse_doubles(found)
        _refuse_inline(found, text)
    except EntryError as error:
        at = line_of(text, error.kind, error.index, error.key)
        raise CorrectionsError(path, str(error), REMEDY, line=at) from None
    return found


def _syntax(message: str, text: str) -> tuple[str, int]:
    """Take the place out of a message of tomllib."""
    match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    if match is None:
        return message, 1
    line = int(match[1]) if match[1] else text.count("\n") + 1
    return message[: match.start()][:1].lower() + message[1 : match.start()], line


def _refuse_other_tables(tables: Mapping[str, Any]) -> None:
    for name, value in tables.items():
        if name not in MODELS:
            known = ", ".join(f"[[{kind}]]" for kind in MODELS)
            raise EntryError(f"“{name}” means nothing here; entries are {known}", name, 0)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise EntryError(f"{name} is written as [[{name}]] with its keys below", name, 0)


def _entries(kind: str, tables: Iterable[dict[str, Any]]) -> tuple[Model, ...]:
    return tuple(_entry(kind, i, table) for i, table in enumerate(tables))


def _entry(kind: str, index: int, table: dict[str, Any]) -> Model:
    try:
        entry = MODELS[kind].model_validate(table)
    except ValidationError as error:
        # a key that is not known first: it is the one that is missing, misspelt
        every = error.errors(include_url=False)
        first = min(every, key=lambda each: each["type"] != "extra_forbidden")
        key = str(first["loc"][0]) if first["loc"] else None
        raise EntryError(_worded(first, key, kind), kind, index, key) from None
    for key, check in _checks(entry):
        try:
            check()
        except ValueError as error:
            raise EntryError(str(error), kind, index, key) from None
    return entry


def _worded(error: ErrorDetails, key: str | None, kind: str) -> str:
    """Say in plain words what Pydantic found."""
    if error["type"] == "extra_forbidden":
        return f"there is no key “{key}” here; there is {', '.join(MODELS[kind].model_fields)}"
    if error["type"] == "missing":
        return f"the key “{key}” is missing"
    if key == "remove":
        return "`remove` can only be true; leave it out otherwise"
    if key == "finding" and error["type"] == "literal_error":
        return f"“{error['input']}” is no code of a finding"
    if key is None:
        return error["msg"].removeprefix("Value error, ")
    return f"{key} takes text in quotation marks"


def _checks(entry: Model) -> Iterable[tuple[str, Callable[[], object]]]:
    """Yield what has to hold for an entry, each with the key that is to blame if it does not."""
    for key in ("was", "note"):
        text = getattr(entry, key, None)
        if text:
            yield key, lambda key=key, text=text: one_line(text, key)  # type: ignore[misc]
    match entry:
        case Act():
            yield "value", lambda: _refuse_whole(entry)
            key = "set" if entry.set is not None else "remove" if entry.remove else "add"
            yield key, lambda: validate_act(entry)
        case Acceptance() if entry.value and not entry.value.startswith("."):
            yield "value", lambda: _refuse_no_value(entry.value or "")
        case Check():
            yield "section", lambda: _refuse_no_section(entry.section)


def _refuse_whole(act: Act) -> None:
    of = parse_id(act.value)
    if of.field is None and (of.kind == "section" or act.remove is None):
        fields = ", ".join(f"{act.value}.{field}" for field in FIELDS[of.kind])
        raise ValueError(f"{act.value} is all of it; name one of {fields}")


def validate_act(act: Act) -> None:
    """Raise ValueError if an act can never be applied, whatever the brochure says."""
    of = parse_id(act.value)
    _refuse_whole(act)
    if of.kind == "section":
        if act.add is None:
            raise ValueError(f"{act.value} is a list: `add` to it, or name one of its values by id")
        parse_whole(of.field or "", act.add)
    elif of.field is not None:
        validate(of, act)


def _refuse_no_value(value: str) -> None:
    if not ID_RE.fullmatch(value):
        raise ValueError(f"“{value}” cannot be the id of a value")


def _refuse_no_section(section: str) -> None:
    if parse_id(section).kind != "section" or "." in section:
        raise ValueError(f"“{section}” cannot be the id of a section; ids look like 15083")


def identity(entry: Model) -> tuple[str, ...]:
    """Return what an entry is about; a file has no two entries about the same."""
    match entry:
        case Act(add=None):
            of = parse_id(entry.value)
            named_by_was = of.field is not None and of.of.many and entry.was is not None
            was = canonical(of.syntax, entry.was or "") if named_by_was else ""
            return "correction", entry.value, was
        case Act():
            return "added", entry.value, repr(entry.add)
        case Acceptance():
            return "accepted", entry.finding, entry.value or "", entry.was or ""
        case Check():
            return "checked", entry.section
    raise TypeError(entry)


def _refuse_inline(found: CorrectionsFile, text: str) -> None:
    """Refuse entries that are not tables of their own, for those cannot be changed one by one."""
    kinds = [entry.kind for entry in entries_of(text)]
    for kind in MODELS:
        if kinds.count(kind) != len(getattr(found, kind)):
            raise EntryError(
                f"{kind} is written as [[{kind}]] with its keys below", kind, len(kinds)
            )


def _refuse_doubles(found: CorrectionsFile) -> None:
    for kind in MODELS:
        seen: set[tuple[str, ...]] = set()
        for i, entry in enumerate(getattr(found, kind)):
            if (about := identity(entry)) in seen:
                raise EntryError("an entry before this one is about the same", kind, i)
            seen.add(about)
