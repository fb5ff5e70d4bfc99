"""Records that come back into the house, also those that an earlier release wrote.

A minor version of the schema adds fields, which an older record does not have: they are null or
empty there, but ids are made. A later minor version has fields that this release does not know:
they are left out.

>>> parse(b"[]")
Traceback (most recent call last):
ValueError: this is no record of a brochure
"""

import json
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.identifiers import partner_id, quote_id
from schemas import SCHEMA_VERSION, Brochure

ROUNDS: Final = 4
"""A field that was added may hold a field that was added …; deeper than that none is."""

UNKNOWN: Final = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
"""What pydantic calls a field that a model, or a dataclass, does not have."""


def parse(data: bytes) -> Brochure:
    """Return the record; raises ValueError where it is none, or one with other meanings."""
    try:
        return Brochure.model_validate_json(data)
    except ValidationError as error:
        record = _root(data)
        version = str(record["schema_version"])
        if version == SCHEMA_VERSION:
            raise ValueError(f"this is a damaged record: {_first(error)}") from None
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise ValueError(f"this record has schema version {version}, not {SCHEMA_VERSION}")
    return _brought_up_to_date(record | {"schema_version": SCHEMA_VERSION})


def _root(data: bytes) -> dict[str, Any]:
    try:
        record = json.loads(data)
    except ValueError:
        raise ValueError("this is no JSON") from None
    if not isinstance(record, dict) or "schema_version" not in record:
        raise ValueError("this is no record of a brochure")
    return record


def _brought_up_to_date(record: dict[str, Any]) -> Brochure:
    for _ in range(ROUNDS):
        try:
            return Brochure.model_validate_json(json.dumps(record))
        except ValidationError as error:
            for each in error.errors(include_url=False):
                _mend(record, each)
            problem = _first(error)
    raise ValueError(f"this is a damaged record: {problem}")


def _mend(root: dict[str, Any], error: ErrorDetails) -> None:
    *way, last = error["loc"]
    record: Any = root
    for step in way:
        record = record[step]
    if error["type"] == "missing":
        record[last] = _id(root, record, way) if last == "id" else None
    elif error["type"] in UNKNOWN:
        del record[last]
    elif error["type"] == "tuple_type" and record[last] is None:
        record[last] = []


def _id(root: dict[str, Any], record: dict[str, Any], way: list[int | str]) -> str | None:
    """Return the id that a partner or a quote of an older record would have."""
    match way:
        case ["landkreise", int(i), "partners", int()]:
            return partner_id(root["landkreise"][i]["id"], record["name"])
        case ["landkreise", int(i), "quotes", int()]:
            return quote_id(root["landkreise"][i]["id"], record["text"])
    return None


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return f"{'/'.join(map(str, first['loc']))}: {first['msg']}"
