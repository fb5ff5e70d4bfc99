"""Passages between quotation marks, German, Swiss, French and English.

Which of them are utterances, `pipeline/mentions/quotes.py` decides: here only the marks are paired.
German marks open low or point inwards (DIN 5008); „…” and "…" are frequent all the same.

>>> text = Text.of('„Wir nennen es »Brücke«“, sagt sie.')
>>> [text.at(quotation.inner) for quotation in find_quotations(text)]
['Wir nennen es »Brücke«']
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.text import Span, Text

LONGEST: Final = 6000
"""Characters; an opening mark without its closing one within these is a stray."""
DEEPEST: Final = 4
"""Levels of nesting that are looked at."""

CLOSERS: Final = {
    "„": '“”"',
    "“": '”"',
    "»": "«",
    "«": "»",
    '"': '"',
    "”": "”",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹",
    "'": "'",
}
OPEN_AND_CLOSE: Final = frozenset("“»«\"”›‹'")
"""Marks that open in one tradition and close in another; where they stand decides."""
LOW: Final = "„"
"""Opens wherever it stands, as no tradition closes with it."""
# The mark comes first, as a search for one of some characters is fast, and then what is around it.
MARK_RE: Final = re.compile(
    r"""
    [„“”»«"‚‹›'‘’] (?:
        (?<= [„“”»«"‚‹›] )
      | (?<= ' ) (?: (?<! \w' ) (?= \w ) | (?<= [\w.!?…]' ) (?! \w ) )
      | (?<= [‘’] ) (?: (?<= [.!?…]. ) | (?! \w ) )
    )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage between a pair of quotation marks that lies in no other."""

    span: Span
    """With the marks."""
    inner: Span
    """Without them."""


def find_quotations(text: Text) -> tuple[Quotation, ...]:
    """Pair the quotation marks and return the outermost pairs, in order.

    Linear: each mark is pushed and popped once, and a closing mark looks at the topmost
    `DEEPEST` open ones only.
    """
    characters = text.characters
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for match in MARK_RE.finditer(characters):
        at, mark = match.start(), match.group()
        depth = _depth_of_opener(characters, opened, at, mark)
        stands_open = _stands_open(characters, at)
        if depth is not None and not (stands_open and mark in OPEN_AND_CLOSE):
            pairs.append((opened[-depth], at))
            del opened[-depth:]
        elif mark in CLOSERS and (stands_open or mark == LOW):
            if _repeats(characters, opened, at, mark):
                continue  # each paragraph of a long utterance repeats the opening mark
            opened.append(at)
    return _outermost(pairs)


def _depth_of_opener(characters: str, opened: list[int], at: int, mark: str) -> int | None:
    """Return how deep in the stack the mark lies that this one closes, the top being 1."""
    for depth, start in enumerate(reversed(opened[-DEEPEST:]), 1):
        if mark in CLOSERS[characters[start]] and at - start <= LONGEST:
            return depth
    return None


def _stands_open(characters: str, at: int) -> bool:
    """Whether a mark stands where one opens: behind white space, before a character."""
    before = characters[at - 1] if at else " "
    after = characters[at + 1] if at + 1 < len(characters) else " "
    if after == " " and before == "\n" and characters[at] in "»«":
        return True  # as the French set them, with a blank inside
    return not after.isspace() and (before.isspace() or before in '([„»"/–—-')


def _repeats(characters: str, opened: list[int], at: int, mark: str) -> bool:
    """Whether the mark is open already and stands again at the start of a line."""
    if not opened or characters[opened[-1]] != mark or at - opened[-1] > LONGEST:
        return False
    return at == 0 or characters[at - 1] == "\n"


def _outermost(pairs: list[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Leave out the pairs that lie in another; they come in the order of their closing marks."""
    found: list[Quotation] = []
    for start, end in reversed(pairs):
        if end > start + 1 and (not found or end < found[-1].span.start):
            found.append(Quotation(Span(start, end + 1), Span(start + 1, end)))
    return tuple(reversed(found))
