"""Logical lines: what the author wrote as one line, whatever the export made of it.

A hard-wrapped paragraph is one logical line, a contact's street and its phone are two. The break
after a line is soft where the next line goes on in the middle of a sentence, or where the next
word would not have fitted into the width at which the surrounding text is wrapped: the median
length of the lines that certainly go on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pipeline.german.asides import is_aside
from pipeline.german.grammar import words
from pipeline.german.kreise import parse_heading, runs_on
from pipeline.german.labels import label_kind
from pipeline.german.line_breaks import words as calendar
from pipeline.german.names import looks_like_name
from pipeline.german.roles import is_counted
from pipeline.read.placed import Placements
from pipeline.segment.emphasis import Emphases, Emphasis
from pipeline.text import Span, Text

BULLET_RE: Final = re.compile(
    r"(?:[•●▪■□◻◦‣⁃►▶➤➢➔➜→▸◆❖❑❒☐☑☒✓✔✅✗✘*·o]|[–—-](?=[ \t])(?![^\n]*[ ][–—-]$)"
    r"|\(?(?:\d{1,2}|(?![a-h]\.[ ][^\W\d_]\.)[a-h])[.)](?=[ \t]))[ \t]++(?=\S)"
)
NAMED_RE: Final = re.compile(r"[ ]?[,(|;:]|[ ][–-][ ]")
ORDINAL_RE: Final = re.compile(r"[1-5]\.")
DATE_RE: Final = re.compile(rf"\d{{1,2}}\.[ ](?:{'|'.join(sorted(calendar('calendar')))})\b")
# Words after which no line of its own can begin: the sentence goes on.
OPEN_END_RE: Final = re.compile(
    rf"(?:(?<![\w.])(?i:{'|'.join(sorted(map(re.escape, words('line_enders'))))})|-)$"
)
# Full stops that end none: `Landrätin Dr.`, the `e.` of `e. V.`; in `Haus 2 b.` one may.
ABBREVIATED_RE: Final = re.compile(
    rf"(?<![\w.-])(?:{'|'.join(sorted(map(re.escape, words('abbreviated_enders'))))}"
    r"|(?<!\d[ ])(?<!\.[ ])[deiouz]\.)$"
)
SENTENCE_END_RE: Final = re.compile(r"[.!?…][\"“”»«'’)]*$")
# Small words of sentences, not those of names of offices.
PROXY_RE: Final = re.compile(r"(?:c/o|p\. ?A\.|i\. ?[AV]\.|z\. ?Hd\.|gez\.)\s")
SMALL_RE: Final = re.compile(
    r"(?<![\w-])(?!(?:der|des|und|für|im|am|in|an|bei|zur|zum|vom|von|med)\b)[a-zäöü]\w++"
)
# The rest of a name that was broken: "Amt für Jugend / und Familie".
LINKED_RE: Final = re.compile(r"(?:und|sowie|für|der|des)[ ][A-ZÄÖÜ][^\d@:]*\Z")
LINKS: Final = "usfd"  # a cheap test before it
CLOSED: Final = ')“”"«»'
QUOTES: Final = frozenset('„»«“"‚')
LEAST_SMALL: Final = 2
LEAST_PROSE: Final = 4
NEARLY: Final = 0.8
SHORT: Final = 0.5
OVERLONG: Final = 4
"""A line by so much wider than others ends in a word that was broken: `repair` made it whole."""
NEIGHBOURS: Final = 12
"""How many certain soft breaks around a line its width is estimated from."""
LEAST_CERTAIN: Final = 2
"""Soft breaks that a width is estimated from; one alone may be chance."""
FAR: Final = 60
"""Lines further away than this say nothing about how a line was wrapped."""
NARROWEST: Final = 24
LONGEST_WORD: Final = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line."""

    span: Span
    """From its first character, a bullet included, to its last; may hold line feeds."""
    bullet: int
    """Number of characters of the bullet and its white space; 0 without one."""
    blank_before: bool
    """Whether an empty line, or the start of the text, stands above it."""
    emphasis: Emphasis | None = None
    """How it is set; None for plain text."""

    @property
    def content(self) -> Span:
        """Without its bullet."""
        return Span(self.span.start + self.bullet, self.span.end) if self.bullet else self.span

    @property
    def stands_out(self) -> bool:
        """Whether one knows that it is set larger or bold."""
        return self.emphasis is not None and self.emphasis.stands_out


def find_lines(
    text: Text, data_starts: Iterable[int], emphases: Emphases | None = None
) -> tuple[Line, ...]:
    """Return the logical lines; `data_starts` are the offsets where contact data begins."""
    emphases = emphases or Emphases(Placements())
    printed = [span for span in text.lines if span.end > span.start]
    passages = [text.at(span) for span in printed]
    set_as = [emphases.at(span) for span in printed]
    adjacent = _adjacent(text, printed)
    starts = frozenset(data_starts)
    is_data = [span.start in starts for span in printed]
    hard = [
        is_data[i]
        or (_begins_anew(passages[i]) and not (i > 0 and _is_abbreviated(passages[i - 1])))
        or (i > 0 and set_as[i] != set_as[i - 1])
        for i in range(len(printed))
    ]
    goes_on = [
        i + 1 < len(printed)
        and adjacent[i + 1]
        and not hard[i + 1]
        and _goes_on(passages[i], passages[i + 1])
        for i in range(len(printed))
    ]
    widths = _widths(passages, goes_on)

    def is_soft(first: int, i: int) -> bool:
        if goes_on[i] or i + 1 == len(printed) or not adjacent[i + 1]:
            return goes_on[i]
        if is_data[i + 1]:
            return _asks_for_data(passages[max(first, i - 2) : i + 1])
        if hard[i + 1]:
            return False
        if {passages[first][0], passages[i + 1][0]} <= QUOTES and passages[i][-1] in CLOSED:
            return False  # one voice below another
        width = _width(passages, adjacent, widths, i)
        return _is_full(passages[i], passages[i + 1], width) or runs_on(*passages[i : i + 2])

    found: list[Line] = []
    first = 0
    for i in range(len(printed)):
        if not is_soft(first, i):
            found.append(_line(printed, passages, adjacent, set_as, range(first, i + 1)))
            first = i + 1
    return tuple(found)


def _line(
    printed: Sequence[Span],
    passages: Sequence[str],
    adjacent: Sequence[bool],
    set_as: Sequence[Emphasis | None],
    numbers: range,
) -> Line:
    first = numbers[0]
    bullet = _bullet(passages[first])
    return Line(
        Span(printed[first].start, printed[numbers[-1]].end),
        bullet.end() if bullet else 0,
        not adjacent[first],
        set_as[first],
    )


def _bullet(passage: str) -> re.Match[str] | None:
    """Return the bullet of a line; a date and the first of several chairs have none.

    `1. Juli 2021` · `1. Vorsitzende`
    """
    bullet = None if DATE_RE.match(passage) else BULLET_RE.match(passage)
    if bullet and ORDINAL_RE.match(bullet[0]):
        return None if is_counted(passage[bullet.end() :].split(maxsplit=1)[0]) else bullet
    return bullet


def _adjacent(text: Text, printed: list[Span]) -> list[bool]:
    """Say of each printed line whether the line above it is printed directly above."""
    feeds = [
        text.characters.count("\n", before.end, after.start) for before, after in pairwise(printed)
    ]
    return [False, *(count == 1 for count in feeds)] if printed else []


def _begins_anew(passage: str) -> bool:
    if BULLET_RE.match(passage) or PROXY_RE.match(passage) or parse_heading(passage):
        return True
    label, colon, _ = passage[:LONGEST_WORD].partition(":")
    return bool(colon) and label_kind(label) is not None


def _goes_on(passage: str, following: str) -> bool:
    """Whether the sentence visibly runs over the line end."""
    if (
        following[0] in LINKS
        and LINKED_RE.match(following)
        and passage[-1].isalpha()
        and not label_kind(passage)
    ):
        return True
    if max(len(passage), len(following)) < NARROWEST or (
        passage.endswith(":") and not following[0].islower()
    ):
        return False
    if _is_abbreviated(passage):
        return True
    if OPEN_END_RE.search(passage, max(0, len(passage) - LONGEST_WORD)):
        return not (_may_be_closed(passage) and _had_room(passage, following))
    if ":" in following[:NARROWEST]:
        return False
    if is_aside(following) and not SMALL_RE.search(passage) and any(map(str.isdigit, following)):
        return False  # "Eva Kurz / jeden 1. Mittwoch, 10–12 Uhr"
    return (
        following[0].islower()
        and not SENTENCE_END_RE.search(passage)
        and "@" not in following.split(" ", 1)[0]
    )


def _stands_alone(line: str, width: int) -> bool:
    """Whether a line behind the end of a sentence is a heading: short, and open at its end.

    The last line of a paragraph is short too, but ends a sentence.
    """
    is_open = OPEN_END_RE.search(line, max(0, len(line) - LONGEST_WORD)) is not None
    return len(line) < width * SHORT and line[0].isupper() and line[-1].isalpha() and not is_open


def _is_abbreviated(passage: str) -> bool:
    return ABBREVIATED_RE.search(passage, max(0, len(passage) - LONGEST_WORD)) is not None


def _may_be_closed(passage: str) -> bool:
    """Whether a word that mostly goes on may be the last of a clause: `Wo alle verabredet sind`."""
    last = passage.rpartition(" ")[2].casefold()
    first = passage.partition(" ")[0].casefold()
    return last in words("clause_enders") or (
        last in words("verbs_at_end") and first in words("questions")
    )


def _had_room(passage: str, following: str) -> bool:
    """Whether the first word below would have fitted, so that the author ended the line."""
    fitting = len(passage) + 1 + len(following.split(" ", 1)[0])
    return following[0].isupper() and fitting <= len(following) * NEARLY


def _asks_for_data(passages: Sequence[str]) -> bool:
    """Whether running text goes on with contact data: `Fragen beantwortet Eva Kurz unter`."""
    last = passages[-1]
    if not last.endswith((",", "(")) and not OPEN_END_RE.search(
        last, max(0, len(last) - LONGEST_WORD)
    ):
        return False
    return any(SMALL_RE.search(passage) for passage in passages)


def _widths(passages: list[str], goes_on: list[bool]) -> list[int | None]:
    """Estimate for each line the width of its surroundings; None where they are not wrapped."""
    certain = [i for i, soft in enumerate(goes_on) if soft and SMALL_RE.search(passages[i])]
    if len(certain) < LEAST_CERTAIN:
        return [None] * len(passages)
    widths: list[int | None] = []
    for i in range(len(passages)):
        middle = bisect_left(certain, i)
        near = [
            len(passages[j])
            for j in certain[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS]
            if abs(j - i) <= FAR
        ]
        widths.append(sorted(near)[len(near) // 2] if len(near) >= LEAST_CERTAIN else None)
    return widths


def _width(
    passages: list[str], adjacent: list[bool], widths: list[int | None], i: int
) -> int | None:
    """Return how wide a line can be; less below one that took the rest of a word from it."""
    width = widths[i]
    if width is None or not adjacent[i] or len(passages[i - 1]) <= width + OVERLONG:
        return width
    return width - len(passages[i - 1].rpartition(" ")[2])


def _is_full(passage: str, following: str, width: int | None) -> bool:
    """Whether the line is filled: nearly, if its sentence is unfinished, else to the last word."""
    if width is None or parse_heading(passage):
        return False
    if passage.endswith(":") and len(SMALL_RE.findall(passage)) < LEAST_PROSE:
        return False
    if SENTENCE_END_RE.search(passage) and _stands_alone(following, width):
        return False
    if following[0] in QUOTES and len(SMALL_RE.findall(passage)) < LEAST_SMALL:
        return False  # whose words follow
    unfinished = (
        not SENTENCE_END_RE.search(passage) and len(SMALL_RE.findall(passage)) >= LEAST_SMALL
    )
    if len(passage) + 1 + len(following.split(" ", 1)[0]) <= width * (NEARLY if unfinished else 1):
        return False
    if len(SMALL_RE.findall(passage)) < LEAST_SMALL:  # "Amt für Jugend / Eva Kurz, Tel. …"
        following = NAMED_RE.split(following, maxsplit=1)[0]
    return not looks_like_name(following)
