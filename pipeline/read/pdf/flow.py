"""The blocks of all pages become one text, and each line in it keeps its place on the page.

A paragraph that runs over the end of a column is one paragraph: what stands between its halves (a
box, a caption, a quote in the margin) is read behind it. Words broken at line ends are joined.
All of it goes over the pages once, with a few blocks at a time in memory.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from pipeline.german.kreise import parse_heading
from pipeline.line_breaks import join_line_breaks
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.paragraphs import Block, Break, goes_on_in, is_open
from pipeline.read.pdf.setting import Setting

MOST_BETWEEN: Final = 8
"""Blocks between the halves of a paragraph."""
SIGNS: Final = {Break.NONE: "\n", Break.TORN: "", Break.LINE: "\n", Break.BLOCK: "\n\n"}


class Stretch(NamedTuple):
    """A part of the text that white space parts from the others, and where its lines begin."""

    characters: str
    lines: tuple[tuple[int, int, Line], ...]
    """Each with its stretch [start, end) of these characters."""


def in_flow(blocks: Iterable[Block]) -> Iterator[tuple[Break, Line]]:
    """Yield the lines in reading order, each with what parts it from the one before."""
    source = iter(blocks)
    todo = deque(islice(source, MOST_BETWEEN))
    joined = False
    while todo:
        block = todo.popleft()
        todo.extend(islice(source, MOST_BETWEEN - len(todo)))
        yield Break.NONE if joined else Break.BLOCK, block.lines[0]
        yield from zip(block.breaks, block.lines[1:], strict=True)
        joined = False
        if block.closes_column and (behind := _continuation(block, todo)) is not None:
            other = todo[behind]
            del todo[behind]
            todo.appendleft(other)
            joined = True


def _continuation(block: Block, others: Sequence[Block]) -> int | None:
    """Return where among the following blocks the paragraph at the end of a column goes on."""
    if not others:
        return None
    other = others[0]
    if other.heads_column and other.framed == block.framed and goes_on_in(block, other):
        return 0
    if block.framed or not is_open(block):
        return None
    for behind, other in enumerate(others):
        if parse_heading(other.lines[0].text) and not other.framed:
            return None
        starts_small = other.lines[0].text[0].islower() or block.lines[-1].text.endswith("-")
        if not other.framed and other.heads_column and starts_small and goes_on_in(block, other):
            return behind
    return None


def flow(lines: Iterable[tuple[Break, Line]], setting: Setting) -> Iterator[Stretch]:
    """Write the lines one behind the other and join what belongs together.

    No word is joined over white space, so each stretch is written by itself.
    """
    together: list[tuple[Break, Line]] = []
    for parted, line in lines:
        if parted is Break.BLOCK and together:
            yield _written(together, setting)
            together = []
        together.append((parted, line))
    if together:
        yield _written(together, setting)


def _written(lines: Sequence[tuple[Break, Line]], setting: Setting) -> Stretch:
    texts = [_hyphens(line.text, setting) for _, line in lines]
    raw = "".join(
        (SIGNS[parted] if number else "") + text
        for number, ((parted, _), text) in enumerate(zip(lines, texts, strict=True))
    )
    joined, _ = join_line_breaks(raw, setting.coupled)
    pieces: list[str] = []
    places: list[tuple[int, int, Line]] = []
    end = 0
    for (parted, line), (start, stop) in zip(lines, _places(texts, joined), strict=True):
        gap = joined[end:start]
        pieces.append(gap.replace("\n", " ") if parted is Break.NONE else gap)
        pieces.append(joined[start:stop].replace("\n", " "))
        places.append((start, stop, line))
        end = stop
    return Stretch("".join(pieces), tuple(places))


def _hyphens(text: str, setting: Setting) -> str:
    """Read a soft hyphen that is drawn within a line as the hyphen that one sees.

    Where a font calls all its hyphens soft, those at line ends show nothing either.
    """
    if "\xad" not in text:
        return text
    if setting.has_soft_hyphens:
        return text.replace("\xad", "-")
    return text[:-1].replace("\xad", "-") + text[-1:]


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
