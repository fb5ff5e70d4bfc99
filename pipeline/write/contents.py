"""What stands in the files of a brochure."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pipeline.errors import UnwritableError
from pipeline.write.blob import Blob
from pipeline.write.page.pictures import NO_PICTURES, Pictures

TYPE_CHECKING = False
if TYPE_CHECKING:  # runs that have nothing to do need no models
    from pipeline.text import Text
    from schemas import Brochure
    from schemas.model import Model

INDENT: Final = 2
"""Blanks of each level of the JSON."""


def contents(
    brochure: "Brochure", text: "Text", pictures: Pictures = NO_PICTURES
) -> dict[str, Blob]:
    """Return the bytes of each file, by the names in `files.ENDINGS`; raises UnwritableError."""
    from pipeline.write.page.composing import page_pieces  # loads the templates

    try:
        return {
            "text": Blob.of_text([text.characters]),
            "page": Blob.of_text(page_pieces(brochure, text, pictures)),
            "record": Blob(_pieces(brochure)),
        }
    except OSError as error:
        problem = f"there is no room for what is to be written: {error.strerror}"
        remedy = "Make room for temporary files, or name another folder for them in TMPDIR."
        raise UnwritableError(Path(tempfile.gettempdir()), problem, remedy) from error


def as_json(brochure: "Brochure") -> str:
    """Return the JSON: two blanks, umlauts as such, keys in the contract's order."""
    return b"".join(_pieces(brochure)).decode()


def _pieces(brochure: "Brochure") -> Iterator[bytes]:
    """Yield the JSON, of lists one item at a time: pydantic gives a model only as a whole."""
    mark = b"{\n"
    for name in type(brochure).model_fields:
        value = getattr(brochure, name)
        yield mark + b'  "%s": ' % name.encode()
        if isinstance(value, tuple) and value:
            yield from _items(value)
        else:
            yield _indented(value, 1)
        mark = b",\n"
    yield b"\n}\n"


def _items(models: "tuple[Model, ...]") -> Iterator[bytes]:
    mark = b"[\n    "
    for model in models:
        yield mark + _indented(model, 2)
        mark = b",\n    "
    yield b"\n  ]"


def _indented(value: object, level: int) -> bytes:
    """Return the JSON of a value at a level; within a string there is no line feed."""
    from pydantic_core import to_json

    # a bare passage has no model that says how its boxes are written, which are made only now
    return to_json(value, indent=INDENT, fallback=tuple).replace(
        b"\n", b"\n" + b" " * (INDENT * level)
    )
