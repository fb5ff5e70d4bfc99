"""The blocks of all pages become one text, and each line in it keeps its place on the page.

A paragraph that runs over the end of a column is one paragraph: what stands between its halves (a
box, a caption, a quote in the margin) is read behind it. Words broken at line ends are joined.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pipeline.german.kreise import parse_heading
from pipeline.line_breaks import join_line_breaks
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.paragraphs import Block, Break, goes_on_in, is_open

MOST_BETWEEN: Final = 8
"""Blocks between the halves of a paragraph."""


@dataclass(frozen=True, slots=True)
class Flowing:
    """The text, and for each line on the pages the stretch of it that it became."""

    characters: str
    lines: tuple[tuple[int, int, Line], ...]


def in_flow(blocks: Sequence[Block]) -> list[tuple[Break, Line]]:
    """Return the lines in reading order, each with what parts it from the one before."""
    found: list[tuple[Break, Line]] = []
    todo = list(blocks)
    joined = False
    position = 0
    while position < len(todo):
        block = todo[position]
        found.append((Break.NONE if joined else Break.BLOCK, block.lines[0]))
        found += zip(block.breaks, block.lines[1:], strict=True)
        joined = False
        if block.closes_column:
            behind = _continuation(todo, position)
            if behind is not None:
                todo.insert(position + 1, todo.pop(behind))
                joined = True
        position += 1
    return found


def _continuation(blocks: Sequence[Block], position: int) -> int | None:
    """Return where the paragraph at the end of a column goes on."""
    block = blocks[position]
    following = position + 1
    if following < len(blocks):
        other = blocks[following]
        if other.heads_column and other.framed == block.framed and goes_on_in(block, other):
            return following
    if block.framed or not is_open(block):
        return None
    for behind in range(following, min(following + MOST_BETWEEN, len(blocks))):
        other = blocks[behind]
        if parse_heading(other.lines[0].text) and not other.framed:
            return None
        starts_small = other.lines[0].text[0].islower() or block.lines[-1].text.endswith("-")
        if not other.framed and other.heads_column and starts_small and goes_on_in(block, other):
            return behind
    return None


def flow(lines: Sequence[tuple[Break, Line]]) -> Flowing:
    """Write the lines one behind the other and join what belongs together."""
    signs = {Break.NONE: "\n", Break.TORN: "", Break.LINE: "\n", Break.BLOCK: "\n\n"}
    texts = _hyphens([line.text for _, line in lines])
    raw = "".join(
        (signs[parted] if number else "") + text
        for number, ((parted, _), text) in enumerate(zip(lines, texts, strict=True))
    )
    joined, _ = join_line_breaks(raw)
    places = list(_places(texts, joined))
    pieces: list[str] = []
    end = 0
    for (parted, _), (start, stop) in zip(lines, places, strict=True):
        gap = joined[end:start]
        pieces.append(gap.replace("\n", " ") if parted is Break.NONE else gap)
        pieces.append(joined[start:stop].replace("\n", " "))
        end = stop
    return Flowing(
        "".join(pieces) + ("\n" if pieces else ""),
        tuple((start, stop, line) for (start, stop), (_, line) in zip(places, lines, strict=True)),
    )


def _hyphens(texts: list[str]) -> list[str]:
    """Read a soft hyphen that is drawn within a line as the hyphen that one sees.

    Where a font calls all its hyphens soft, those at line ends show nothing either.
    """
    if not any("\xad" in text for text in texts):
        return texts
    unsure = any("\xad" in text[:-1] for text in texts)
    return [
        text.replace("\xad", "-") if unsure else text[:-1].replace("\xad", "-") + text[-1:]
        for text in texts
    ]


def _places(texts: Sequence[str], joined: str) -> Iterator[tuple[int, int]]:
    """Find each line in the joined text: only hyphens vanished, only line ends moved."""
    position = 0
    for text in texts:
        while position < len(joined) and joined[position].isspace():
            position += 1
        start = position
        if joined.startswith(text, position):
            position += len(text)
        else:
            position = _walk(text, joined, position)
        yield start, position


def _walk(text: str, joined: str, position: int) -> int:
    for char in text:
        if char.isspace():
            continue
        while position < len(joined) and joined[position].isspace():
            position += 1
        if position < len(joined) and joined[position] == char:
            position += 1
    return position


def page_starts(flowing: Flowing, pages: int) -> tuple[int, ...]:
    """Return where each page begins: at the first character of it or of a later one."""
    starts = [len(flowing.characters)] * pages
    for start, _, line in reversed(flowing.lines):
        starts[line.page - 1] = start
    for page, following in reversed(list(pairwise(range(pages)))):
        starts[page] = min(starts[page], starts[following])
    if starts:
        starts[0] = 0
    return tuple(starts)
