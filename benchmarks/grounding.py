"""What the contract promises about every output, whatever the brochure says: no gold is needed.

>>> record = {"residue": [{"text": "Tel.", "span": {"start": 0, "end": 4}}], "landkreise": []}
>>> check(record, "Tel. 030")
Grounding(bad=[], twice=0, lost=0)
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.compare import Json


class Grounding(NamedTuple):
    """Violations of the promises; all are zero."""

    bad: list[str]
    """Spans that do not lead back to their value."""
    twice: int
    """Characters that lie in two blocks of a section."""
    lost: int
    """Characters of a section that lie in none."""


def check(record: Json, text: str) -> Grounding:
    """Check the spans of a whole record."""
    owners = bytearray(len(text))
    twice = 0
    for section in record["landkreise"]:
        for start, end in _blocks(section):
            twice += sum(
                owners[i] and not text[i].isspace() for i in range(start, min(end, len(text)))
            )
            owners[start:end] = b"\x01" * (min(end, len(text)) - start)
    lost = sum(_lost(section, text, owners) for section in record["landkreise"])
    return Grounding(list(_bad_spans(record, text, "")), twice, lost)


def _blocks(section: Json) -> Iterator[tuple[int, int]]:
    """Yield the outermost blocks: what stands within a paragraph belongs to it."""
    outer = [_ends(paragraph) for paragraph in section["paragraphs"]]
    yield from outer
    for kind in ("subheadings", "contacts", "quotes", "residue"):
        for start, end in map(_ends, section[kind]):
            if not any(a <= start and end <= b for a, b in outer):
                yield start, end


def _ends(node: Json) -> tuple[int, int]:
    return node["span"]["start"], node["span"]["end"]


def _lost(section: Json, text: str, owners: bytearray) -> int:
    start, end = _ends(section)
    owned = bytearray(owners[start:end])
    head = text.find(section["heading"], start, end) - start
    if head >= 0:
        owned[head : head + len(section["heading"])] = b"\x01" * len(section["heading"])
    pairs = zip(text[start:end], owned, strict=True)
    return sum(not own and not character.isspace() for character, own in pairs)


def _bad_spans(node: object, text: str, path: str) -> Iterator[str]:
    if isinstance(node, list):
        for i, value in enumerate(node):
            yield from _bad_spans(value, text, f"{path}/{i}")
    elif isinstance(node, dict):
        if isinstance(node.get("span"), dict):
            yield from _bad_span(node, text, path)
        for name, value in node.items():
            yield from _bad_spans(value, text, f"{path}/{name}")


def _bad_span(node: Json, text: str, path: str) -> Iterator[str]:
    start, end = _ends(node)
    if not 0 <= start < end <= len(text):
        yield f"{path}: the span [{start}, {end}) lies outside the text"
        return
    # a quote has both, but its text lacks what stands between its pieces
    printed = {"raw", "attribution"} & node.keys()
    for name in printed or {"text"}:
        value = node.get(name)
        if isinstance(value, str) and _squashed(value) not in _squashed(text[start:end]):
            yield f"{path}: {name} {value[:40]!r} is not in {text[start:end][:40]!r}"


def _squashed(passage: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", passage)
