"""What stands in the margin: contact boxes, sub-headings beside their paragraphs, captions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from pipeline.read.pdf.lines import LARGER, Column, Line

APART: Final = 2.2
"""In parts of the size: lines further apart are different things."""
FEW: Final = 2
"""Lines of a heading in the margin."""


def with_margin(main: Sequence[Column], margin: Sequence[Column]) -> Iterator[Column]:
    """Put what stands in the margin before the next heading of the main text, or at its end."""
    blocks = sorted(_blocks(margin), key=lambda block: block.lines[0].box.top)
    usual = median(line.size for column in main for line in column.lines)
    for column in main:
        start = 0
        for number, line in enumerate(column.lines):
            begins = not number or line.base - column.lines[number - 1].base > 1.3 * line.size
            due = [block for block in blocks if _is_due(block, line, usual, begins=begins)]
            if not due:
                continue
            if number > start:
                yield replace(column, lines=column.lines[start:number])
            yield from due
            start = number
            blocks = [block for block in blocks if block not in due]
        yield replace(column, lines=column.lines[start:])
    yield from blocks


def _blocks(margin: Sequence[Column]) -> Iterator[Column]:
    """Part what stands in the margin at its wide gaps."""
    for column in margin:
        start = 0
        for number in range(1, len(column.lines)):
            before, line = column.lines[number - 1 : number + 1]
            if line.base - before.base > 2.2 * before.size:
                yield replace(column, lines=column.lines[start:number], framed=True)
                start = number
        yield replace(column, lines=column.lines[start:], framed=True)


def _is_due(block: Column, line: Line, usual: float, *, begins: bool) -> bool:
    """Whether a block in the margin is read before a line of the main text."""
    first = block.lines[0]
    if line.size >= LARGER * usual:
        return first.box.top < line.box.top - line.size
    # A few words level with the head of a paragraph are its heading.
    is_short = len(block.lines) <= FEW and not any(sign in first.text for sign in "@0123456789")
    return begins and is_short and abs(first.base - line.base) < 0.4 * line.size
