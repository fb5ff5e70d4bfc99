"""The published schemas, generated from the models (JSON Schema 2020-12).

`python -m schemas.publish` rewrites the committed files.

>>> as_schema()["$schema"]
'https://json-schema.org/draft/2020-12/schema'
"""

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from inspect import cleandoc, getsource
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import schemas
from schemas.brochure import SCHEMA_VERSION, Brochure
from schemas.changes import CHANGES_VERSION, Comparisons
from schemas.history import HISTORY_VERSION, History
from schemas.model import Model


class Published(NamedTuple):
    """A model that is published by itself."""

    root: type[Model]
    version: str


SCHEMAS: Final[Mapping[str, Published]] = MappingProxyType(
    {
        "brochure": Published(Brochure, SCHEMA_VERSION),  # a whole `output/<stem>.json`
        "changes": Published(Comparisons, CHANGES_VERSION),  # what `diff --json` prints
        "history": Published(History, HISTORY_VERSION),  # what `history --json` prints
    }
)


VALUES: Final = tuple(
    each for each in vars(schemas).values() if isinstance(each, type) and is_dataclass(each)
)
"""What is published and no model."""


def published(name: str) -> Path:
    """Return the committed file of a schema."""
    return Path(__file__).with_name(f"{name}.schema.json")


PUBLISHED: Final = published("brochure")


def as_schema(name: str = "brochure") -> dict[str, Any]:
    """Return a schema by its name."""
    # "serialization": the schema of what is written, where no key is ever left out
    root = SCHEMAS[name].root
    schema = root.model_json_schema(mode="serialization")
    models = (model for model in _below(Model) if model.__module__.startswith(f"{__package__}."))
    described = {each.__name__: dict(_field_docs(each)) for each in (*models, *VALUES)}
    for title, part in {root.__name__: schema, **schema["$defs"]}.items():
        for field, text in described.get(title, {}).items():
            keys = part["properties"][field] | {"description": text}
            part["properties"][field] = dict(sorted(keys.items()))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kreislese:{name}:{SCHEMAS[name].version}",
        **schema,
    }


def _below(model: type[Model]) -> Iterator[type[Model]]:
    for each in model.__subclasses__():
        yield each
        yield from _below(each)


def _field_docs(model: type) -> Iterator[tuple[str, str]]:
    """Yield the fields of a model with the strings that stand below them."""
    for base in reversed(model.__mro__):
        if base is Model or not issubclass(base, (Model, *VALUES)):
            continue
        (body,) = ast.parse(getsource(base)).body
        for field, below in pairwise(ast.iter_child_nodes(body)):
            match field, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(ast.Constant(str(text))):
                    yield name, cleandoc(text)


def as_text(name: str = "brochure") -> str:
    """Return a schema as it is published: two blanks, umlauts as such, final newline."""
    return json.dumps(as_schema(name), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for each in SCHEMAS:
        published(each).write_text(as_text(each), encoding="utf-8", newline="\n")
