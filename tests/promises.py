"""What the contract promises of every output, whatever the brochure holds."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema

from pipeline.run import Result
from pipeline.text import Span, fold
from pipeline.write import as_json
from schemas import Landkreis
from schemas.publish import PUBLISHED


def assert_promises(result: Result) -> None:
    """Every value has its passage, every character its place, and the JSON its schema."""
    assert list(_ungrounded(result)) == []
    for landkreis in result.brochure.landkreise:
        assert _misplaced(landkreis, result.text.characters) == []
    assert _outside(result) == fold(result.brochure.title or "").replace(" ", "")
    _validator().validate(json.loads(as_json(result.brochure)))


@cache
def _validator() -> Any:
    return jsonschema.Draft202012Validator(json.loads(PUBLISHED.read_text(encoding="utf-8")))


def _ungrounded(result: Result) -> Iterator[str]:
    """Yield the values whose span does not lead back to them."""
    text = result.text
    record = result.brochure.model_dump(mode="json")
    for path, node in _with_span(record, ""):
        span = Span(node["span"]["start"], node["span"]["end"])
        if not 0 <= span.start < span.end <= len(text.characters):
            yield f"{path}: {span}"
            continue
        passage = text.fold(span)
        if passage == "" or "message" in node:
            continue
        # a quote's text lacks its marks and what interrupts it; the pieces are looked at below
        values = [node.get("raw"), node.get("attribution")]
        values += [] if "speaker" in node else [node.get("text")]
        for value in values:
            if value is not None and squashed(value) not in squashed(passage):
                yield f"{path}: {value!r} is not in {passage!r}"
        if "speaker" in node and not _is_said_in(node["text"], passage):
            yield f"{path}: {node['text']!r} is not said in {passage!r}"


def _with_span(node: object, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        for i, value in enumerate(node):
            yield from _with_span(value, f"{path}/{i}")
    elif isinstance(node, dict):
        if node.get("span"):
            yield path, node
        for key, value in node.items():
            yield from _with_span(value, f"{path}/{key}")


def squashed(passage: str) -> str:
    """Leave out white space, and the hyphens of words that are parted at a line end."""
    return "".join(passage.split()).replace("-", "")


def _is_said_in(spoken: str, passage: str) -> bool:
    """Whether words stand in a passage, in one piece or with one gap for `so X`."""
    said, whole = squashed(spoken), squashed(passage)
    if said in whole:
        return True
    cuts = range(1, len(said))
    return any(
        (at := whole.find(said[:cut])) >= 0 and said[cut:] in whole[at + cut :] for cut in cuts
    )


def _misplaced(landkreis: Landkreis, characters: str) -> list[str]:
    """Return the characters of a section that lie in no block of it, or in two."""
    start, end = landkreis.span.start, landkreis.span.end
    owners = Counter(range(start, _end_of_heading(landkreis, characters)))
    for span in _blocks(landkreis):
        owners.update(range(span.start, span.end))
    assert all(start <= i < end for i in owners)
    return [
        f"{i}: {characters[i]!r} {owners[i]}"
        for i in range(start, end)
        if owners[i] != 1 and not characters[i].isspace()
    ]


def _end_of_heading(landkreis: Landkreis, characters: str) -> int:
    assert characters.startswith(landkreis.heading, landkreis.span.start)
    return landkreis.span.start + len(landkreis.heading)


def _blocks(landkreis: Landkreis) -> Iterator[Span]:
    """Yield the outermost blocks: contacts and quotes may stand inside a paragraph."""
    paragraphs = [Span(p.span.start, p.span.end) for p in landkreis.paragraphs]
    yield from paragraphs
    for passage in (*landkreis.subheadings, *landkreis.residue):
        yield Span(passage.span.start, passage.span.end)
    spans = [contact.span for contact in landkreis.contacts]
    for nested in (*spans, *(quote.span for quote in landkreis.quotes)):
        span = Span(nested.start, nested.end)
        if not any(paragraph.holds(span) for paragraph in paragraphs):
            yield span


def _outside(result: Result) -> str:
    """Return the characters that lie in no section and not in the residue: the title's."""
    left = list(result.text.characters)
    spans = [part.span for part in result.brochure.landkreise]
    for span in (*spans, *(passage.span for passage in result.brochure.residue)):
        for i in range(span.start, span.end):
            assert left[i], f"{i} lies in two parts"
            left[i] = ""
    return "".join("".join(left).split())
