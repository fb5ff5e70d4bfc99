"""Passages between quotation marks, German, Swiss, French and English.

Which of them are utterances, `pipeline/mentions/quotes.py` decides: here only the marks are paired.
German marks open low or point inwards (DIN 5008); „…”, "…" and ,,…'' are frequent all the same.

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
MOST_LINES: Final = 12
"""Lines in which an utterance must end whose closing mark was forgotten."""
DEEPEST: Final = 4
"""Levels of nesting that are looked at."""

CLOSERS: Final = {
    "„": '“”"',
    "“": '”"„',
    "»": "«",
    "«": "»",
    '"': '"',
    "”": "”",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹",
    "'": "'",
    "❝": "❞",
}
OPEN_AND_CLOSE: Final = frozenset("“»«\"”›‹'")
"""Marks that open in one tradition and close in another; where they stand decides."""
LOW: Final = "„"
"""Opens wherever it stands, as no tradition closes with it; some do who mix up the pair."""
OPEN_ONLY: Final = frozenset("„»❝")
"""Marks that open, if their closing one was forgotten."""
SENTENCE_ENDS: Final = ".!?…"
DOUBLED: Final = (",,", "''", "<<", ">>")
# Two signs typed for one mark; each is read as the mark and a blank on its outer side.
DOUBLED_RE: Final = re.compile(r"(?<!\S)(?:,,|<<|>>)(?=\w)|(?<=[\w.!?…])(?:''|<<|>>)(?!\w)")
MARK_OF: Final = {",,": "„", "''": "“", "<<": "«", ">>": "»"}
# The mark comes first, as a search for one of some characters is fast, and then what is around it.
MARK_RE: Final = re.compile(
    r"""
    [„“”»«"‚‹›'‘’❝❞] (?:
        (?<= [„“”»«"‚‹›❝❞] )
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
    characters = _single_marks(text.characters)
    opened: list[int] = []
    reached: dict[int, int] = {}
    pairs: list[tuple[int, int]] = []
    for match in MARK_RE.finditer(characters):
        at, mark = match.start(), match.group()
        depth = _depth_of_opener(characters, opened, at, mark)
        stands_open = _stands_open(characters, at)
        if depth is not None and not (stands_open and (mark in OPEN_AND_CLOSE or mark == LOW)):
            pairs.append((opened[-depth], at))
            del opened[-depth:]
        elif mark in CLOSERS and (stands_open or mark == LOW):
            if _repeats(characters, opened, reached, at):
                reached[opened[-1]] = at  # each paragraph of a long utterance repeats the mark
                continue
            opened.append(at)
    closed = _outermost(pairs, characters, text.characters)
    unclosed = [quotation for at in opened if (quotation := _unclosed(characters, at))]
    return _in_order(closed, unclosed) if unclosed else closed


def _single_marks(characters: str) -> str:
    """Return the text with one mark and a blank where two signs stand for it: ,,so'' or >>so<<."""
    if not any(signs in characters for signs in DOUBLED):
        return characters
    return DOUBLED_RE.sub(_single_mark, characters)


def _single_mark(doubled: re.Match[str]) -> str:
    mark = MARK_OF[doubled[0]]
    opens = doubled.end() < len(doubled.string) and doubled.string[doubled.end()].isalnum()
    return f" {mark}" if opens else f"{mark} "


def _unclosed(characters: str, at: int) -> Quotation | None:
    """Return what follows a colon and a mark that nobody closed, to the end of the paragraph."""
    if characters[at] not in OPEN_ONLY or not characters[max(0, at - 4) : at].endswith(": "):
        return None
    end = at
    for _ in range(MOST_LINES):
        line_end = characters.find("\n", end + 1)
        end = line_end if line_end >= 0 else len(characters)
        if characters[end - 1] in SENTENCE_ENDS:
            return Quotation(Span(at, end), Span(at + 1, end))
        if end == len(characters) or characters.startswith("\n\n", end):
            return None
    return None


def _in_order(closed: tuple[Quotation, ...], unclosed: list[Quotation]) -> tuple[Quotation, ...]:
    """Add the unclosed ones; what lies in one of them is a part of it."""
    found: list[Quotation] = []
    for quotation in sorted([*closed, *unclosed], key=lambda each: each.span.start):
        if not found or quotation.span.start >= found[-1].span.end:
            found.append(quotation)
    return tuple(found)


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
    if after in ",;":
        return False  # "„Wir haben gespart “, sagt …"
    return not after.isspace() and (before.isspace() or before in '([„»"/–—-')


def _repeats(characters: str, opened: list[int], reached: dict[int, int], at: int) -> bool:
    """Whether the mark is open already and stands again at the start of the next paragraph."""
    if not opened or characters[opened[-1]] != characters[at] or at - opened[-1] > LONGEST:
        return False
    if at and characters[at - 1] != "\n":
        return False
    return characters.count("\n\n", reached.get(opened[-1], opened[-1]), at) <= 1


def _outermost(
    pairs: list[tuple[int, int]], characters: str, printed: str
) -> tuple[Quotation, ...]:
    """Leave out the pairs that lie in another; they come in the order of their closing marks."""
    found: list[Quotation] = []
    for start, end in reversed(pairs):
        if end > start + 1 and (not found or end < found[-1].span.start):
            left = start - (
                characters[start] != printed[start] and printed[start - 1] == printed[start]
            )
            right = end + 1 + (characters[end] != printed[end])
            found.append(Quotation(Span(left, right), Span(start + 1, end)))
    return tuple(reversed(found))
