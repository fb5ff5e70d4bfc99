"""Contacts as JSON Lines: one contact per line, whole, with its section and what is doubtful."""

import json
from collections.abc import Iterable
from typing import Final

from pydantic_core import to_jsonable_python

from pipeline.export.entries import entries_of
from schemas import Brochure

OF_SECTION: Final = ("id", "heading", "name", "ags", "nuts3", "land")


def as_jsonl(brochures: Iterable[Brochure]) -> bytes:
    """Return the bytes of a file; keys and values are those of the record."""
    lines = []
    for entry in entries_of(brochures):
        line = {
            "brochure": entry.brochure.source.file,
            "landkreis": {field: getattr(entry.landkreis, field) for field in OF_SECTION},
            "contact": to_jsonable_python(entry.contact),
            "findings": to_jsonable_python(entry.findings),
            "corrected": entry.is_corrected,
        }
        # U+2028 and U+2029 end lines for some readers
        text = json.dumps(line, ensure_ascii=False)
        lines.append(text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")
    return "".join(lines).encode("utf-8")
