"""Lines of a column become paragraphs: by their distance, indentation, type and width.

A line that ends where the next word would not have fitted runs on; a line that ends before that
does not. What stands in short lines (contact data, lists) runs on only where the words say so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from pipeline.german.kreise import parse_heading, runs_on
from pipeline.german.names import looks_like_name
from pipeline.read.pdf.cues import (
    begins_own,
    ends_sentence,
    has_data,
    is_address,
    is_bulleted,
    is_data,
    is_heading,
    is_next,
    is_torn,
    is_torn_data,
    is_unfinished,
    needs_name,
    reads_as_text,
    starts_small,
)
from pipeline.read.pdf.lines import Column, Line
from pipeline.read.pdf.setting import Setting, are_alike, left_of, rounded

LOOSE: Final = 0.12
"""Part of the size by which the lines of one paragraph stand further apart than usual."""
INDENT: Final = 0.6
"""Part of the size."""
LEAST_PROSE: Final = 9
"""Lines, all but the last of them full, that are running text whatever they say."""


class Break(Enum):
    """What parts a line from the one above it."""

    NONE = auto()
    """The paragraph runs on."""
    TORN = auto()
    """So does the last word, without any sign."""
    LINE = auto()
    """A line of its own."""
    BLOCK = auto()
    """White space: something else begins."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between which there is no white space."""

    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]
    """Before each line but the first."""
    framed: bool
    right: float
    """Where its lines end at most."""
    heads_column: bool
    closes_column: bool


def blocks_of(column: Column, setting: Setting) -> list[Block]:
    """Divide a column into blocks, and say where their lines run on."""
    right = _right_edge(column, setting)
    groups = _groups(column.lines, setting)
    edges = [_edge_of(group, column, right) for group in groups]
    return [
        Block(
            tuple(group),
            _breaks(group, edges[number]),
            column.framed,
            edges[number],
            number == 0,
            number == len(groups) - 1,
        )
        for number, group in enumerate(groups)
    ]


def _right_edge(column: Column, setting: Setting) -> float:
    """Return where the lines of a column end at most."""
    left = left_of(column)
    wider = [
        end
        for near in (left - 1, left, left + 1)
        for end in setting.edges.get(near, ())
        if end >= column.right - 1
    ]
    if len(column.lines) >= 8 or column.framed or not wider:  # noqa: PLR2004
        return column.right
    return min(wider)


def _edge_of(group: Sequence[Line], column: Column, right: float) -> float:
    """Return where the lines of a block end: one set in from the left is so at the right."""
    inset = min(line.box.x0 for line in group) - min(line.box.x0 for line in column.lines)
    widest = max(line.box.x1 for line in group)
    if inset > group[0].size and len(group) > 1 and widest < right - inset / 2:
        return max(widest, right - inset) if len(group) == 2 else widest  # noqa: PLR2004
    return max(right, widest)


def _groups(lines: Sequence[Line], setting: Setting) -> list[list[Line]]:
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _is_parted(groups[-1], before, line, setting):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _is_parted(group: Sequence[Line], before: Line, line: Line, setting: Setting) -> bool:
    """Whether white space, another size or an indentation shows that something else begins."""
    if line.cell:
        return False
    if not are_alike(before.size, line.size):
        return True
    step = line.base - before.base
    usual = setting.leading.get(rounded(line.size), 1.3 * line.size)
    if step > max(usual, line.size) + LOOSE * line.size or step < 0:
        return True
    return _is_indented(group, line)


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    """Whether the first line of a paragraph is set in, or the lines below it were."""
    if len(group) < 2:  # noqa: PLR2004
        return False
    before, step = group[-1], line.box.x0 - group[-1].box.x0
    centred = abs((line.box.x0 + line.box.x1) - (before.box.x0 + before.box.x1)) < 2  # noqa: PLR2004
    return (
        step > INDENT * line.size
        and not centred
        and not is_bulleted(line.text)
        and _is_flush(group)
    )


def _is_flush(group: Sequence[Line]) -> bool:
    return abs(group[-1].box.x0 - group[-2].box.x0) < 2  # noqa: PLR2004


def _breaks(group: Sequence[Line], right: float) -> tuple[Break, ...]:
    full = [_is_full(before, line, right) for before, line in pairwise(group)]
    own = [begins_own(line.text) for line in group[1:]]
    dashes = [n for n, line in enumerate(group) if line.text[0] in "–—-"]
    if (
        len(dashes) == 1
        and dashes[0]
        and full[dashes[0] - 1]
        and not ends_sentence(group[dashes[0] - 1].text)
    ):
        own[dashes[0] - 1] = False  # a dash within a sentence, no bullet
    prose = _in_prose(group, full, own)
    found: list[Break] = []
    for n, (before, line) in enumerate(pairwise(group)):
        heads = (
            not prose[n]
            and (not n or found[-1] is Break.LINE)
            and is_heading(before.text)
            and not runs_on(before.text, line.text)
        )
        found.append(
            _break(before, line, full[n] and not heads, prose=prose[n], own=own[n] or heads)
        )
    return tuple(found)


def _in_prose(group: Sequence[Line], full: Sequence[bool], own: Sequence[bool]) -> list[bool]:
    """Say of each line end whether it is one within running text: between lines that are full.

    A few lines are running text only if they read like it.
    """
    found: list[bool] = []
    start = 0
    for n in range(len(group)):
        if n < len(full) and full[n] and not own[n]:
            continue
        run = group[start : n + 1]
        is_text = len(run) >= LEAST_PROSE or reads_as_text(" ".join(line.text for line in run))
        found += [is_text] * (n - start) + [False]
        start = n + 1
    return found[:-1]


def _break(before: Line, line: Line, full: bool, *, prose: bool, own: bool) -> Break:
    if full and not own and not line.cell and is_torn(before.text, line.text):
        return Break.TORN
    return Break.NONE if _runs_on(before, line, full, prose=prose, own=own) else Break.LINE


def _is_full(line: Line, below: Line, right: float) -> bool:
    """Whether the next word would not have fitted."""
    return line.box.x1 + 0.2 * line.size + below.first_word > right - 0.1 * line.size


def _runs_on(before: Line, line: Line, full: bool, *, prose: bool, own: bool) -> bool:
    if own or line.cell or (before.bold != line.bold and not (full and prose)):
        return False
    if full and (is_torn_data(before.text, line.text) or runs_on(before.text, line.text)):
        return True
    lower = starts_small(line.text)
    if not full:
        return lower and not ends_sentence(before.text) and not has_data(before.text)
    if prose and ends_sentence(before.text) and looks_like_name(line.text):
        return False
    if prose or lower or is_unfinished(before.text) or needs_name(before.text):
        return True
    if line.text[0] == "(" and not line.text[1:2].isdigit():
        return True
    if has_data(before.text) or is_data(line.text) or is_address(line.text):
        return False
    return not (
        ends_sentence(before.text)
        or looks_like_name(before.text)
        or looks_like_name(line.text)
        or is_next(before.text, line.text)
    )


# --- over the end of a column --------------------------------------------------------------------


def goes_on_in(block: Block, other: Block) -> bool:
    """Whether a paragraph that ends a column runs on in the block that begins the next one."""
    before, line = block.lines[-1], other.lines[0]
    if not are_alike(before.size, line.size) or before.bold != line.bold or begins_own(line.text):
        return False
    if starts_small(line.text):
        return True
    if parse_heading(line.text) or parse_heading(before.text):
        return False
    if before.text.endswith("-"):
        return True
    if not _is_full(before, line, block.right):
        return False
    if ends_sentence(before.text):  # a full line ends a sentence more often than a paragraph
        return min(len(block.lines), len(other.lines)) > 1 and not is_set_in(other)
    if is_unfinished(before.text):
        return True
    if has_data(before.text) or is_data(line.text) or is_address(line.text):
        return False
    is_text = len(block.lines) > 1 or len(other.lines) > 1
    return is_text and not looks_like_name(line.text)


def is_set_in(block: Block) -> bool:
    """Whether the first line is set in."""
    return block.lines[0].box.x0 - block.lines[1].box.x0 > INDENT * block.lines[0].size


def is_open(block: Block) -> bool:
    """Whether the sentence at the end of a block is unfinished, as far as one can see."""
    last = block.lines[-1]
    full = block.right - last.box.x1 < 0.25 * (block.right - last.box.x0) + last.size
    return full and not ends_sentence(last.text) and not has_data(last.text)


def all_blocks(columns: Iterable[Column], setting: Setting) -> Iterator[Block]:
    """Divide all columns."""
    return (block for column in columns for block in blocks_of(column, setting))
