"""Contacts as JSON Lines: one contact per line, whole, with its section and what is doubtful."""

import json
from collections.abc import Iterable

from pydantic_core import to_jsonable_python

from pipeline.export.entries import entries_of
from schemas import Brochure


def as_jsonl(brochures: Iterable[Brochure]) -> bytes:
    """Return the bytes of a file; keys and values are those of the record."""
    lines = []
    for entry in entries_of(brochures):
        landkreis = entry.landkreis.model_dump(
            mode="json", include={"id", "heading", "name", "ags", "nuts3", "land"}
        )
        line = {
            "brochure": entry.brochure.source.file,
            "landkreis": landkreis,
            "contact": to_jsonable_python(entry.contact),
            "findings": to_jsonable_python(entry.findings),
            "corrected": entry.is_corrected,
        }
        # U+2028 and U+2029 end lines for some readers
        text = json.dumps(line, ensure_ascii=False)
        lines.append(text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")
    return "".join(lines).encode("utf-8")
