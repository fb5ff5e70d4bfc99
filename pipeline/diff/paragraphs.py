"""Which paragraph of one edition is which of another: by what they say, wherever they stand.

A paragraph that a column or a page breaks in two says what it said before: such pieces are put
together before anything else is looked at, and are then neither old nor new.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.diff.matching import MOST_PAIRS, Pair, match
from pipeline.diff.spelling import alike, plain
from schemas import Paragraph

REWRITTEN: Final = 0.6
"""Least likeness of a paragraph and what became of it; two others of one topic have about 0.5."""


def match_paragraphs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Pair]:
    """Pair the paragraphs that are not the same already."""
    one, other = ([(i, plain(p.text)) for i, p in enumerate(each)] for each in (old, new))
    one, other = _without_equal(one, other)
    one, other = _without_pieces(one, other)
    other, one = _without_pieces(other, one)
    pairs = match(
        [text for _, text in one],
        [text for _, text in other],
        lambda text: text,
        lambda a, b: alike(a, b, REWRITTEN),
    )
    return [
        Pair(None if i is None else one[i][0], None if j is None else other[j][0]) for i, j in pairs
    ]


_Texts = list[tuple[int, str]]


def _without_equal(old: _Texts, new: _Texts) -> tuple[_Texts, _Texts]:
    left: dict[str, list[int]] = {}
    for i, text in old:
        left.setdefault(text, []).append(i)
    fresh = []
    for j, text in new:
        if left.get(text):
            left[text].pop(0)
        else:
            fresh.append((j, text))
    gone = {i for indices in left.values() for i in indices}
    return [each for each in old if each[0] in gone], fresh


def _without_pieces(whole: _Texts, parts: _Texts) -> tuple[_Texts, _Texts]:
    """Take out each text that is a stretch of the others put together, and that stretch."""
    if len(whole) * len(parts) > MOST_PAIRS:
        return whole, parts
    kept = []
    for each in whole:
        stretch = next(_stretches(each[1], parts), None)
        if stretch is None:
            kept.append(each)
        else:
            parts = parts[: stretch.start] + parts[stretch.stop :]
    return kept, parts


def _stretches(text: str, parts: _Texts) -> Iterator[range]:
    for start in range(len(parts)):
        rest = text
        for stop in range(start, len(parts)):
            if not rest.startswith(parts[stop][1]):
                break
            rest = rest.removeprefix(parts[stop][1]).lstrip()
            if not rest:
                yield range(start, stop + 1)
                break
