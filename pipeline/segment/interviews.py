"""Answers in an interview, which stand without quotation marks behind who gives them.

`Kreisblatt: Frau Kurz, wozu das alles?` and below it `Kurz: Weil es sonst niemand tut.`; with
`Frage:` and `Antwort:`, or without any label, an interview must have been announced, for lists of
questions look the same.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.german.labels import label_kind
from pipeline.german.names import could_be_family, looks_like_name
from pipeline.german.speech import interview_openings, is_answer
from pipeline.segment.features import Look
from pipeline.segment.lines import QUOTES, Line
from pipeline.text import Span, Text

MOST_LINES: Final = 60
"""Lines of an interview without labels."""
TURN_RE: Final = re.compile(
    r"[A-ZÄÖÜ][\w.’'-]{0,30}+(?:[ ][A-ZÄÖÜ][\w.’'-]{0,30}+){0,3}+(?=:[ ]\S)"
)
"""Linear: at most four words, at the beginning of a line."""


class Answer(NamedTuple):
    """One answer."""

    label: Span
    said: Span
    line: Span
    announced: int | None
    """Where the name of who is interviewed follows; None where the label is a name."""


def find_answers(text: Text, lines: Sequence[Line], looks: Sequence[Look]) -> Iterator[Answer]:
    """Yield the answers of one section: what stands below a question of somebody else."""
    opened: list[int] | None = None
    for i, (question, answer) in enumerate(pairwise(lines), 1):
        if text.characters[question.span.end - 1] != "?" or looks[i] is not Look.SENTENCE:
            continue
        asked, label = _label(text, question), _label(text, answer)
        if label and asked and text.at(asked) == text.at(label):
            continue
        if label and _is_name(text.at(label)) and (asked or looks_like_name(text.at(label))):
            said = text.strip(Span(label.end + 1, answer.content.end))
            yield Answer(label, said, answer.span, None)
            continue
        if opened is None:
            opened = _announced(text, Span(lines[0].span.start, lines[-1].span.end))
        at = bisect_left(opened, answer.span.start)
        announced = opened[at - 1] if at else None
        if announced is None:
            continue
        if label and asked and is_answer(text.at(label)):
            said = text.strip(Span(label.end + 1, answer.content.end))
            yield Answer(label, said, answer.span, announced)
        elif not label and not asked and (heading := _heading(text, lines, looks, announced, i)):
            yield Answer(heading, answer.content, answer.span, announced)


def _heading(
    text: Text, lines: Sequence[Line], looks: Sequence[Look], announced: int, i: int
) -> Span | None:
    """Return whom a heading names whom line i answers for: `Drei Fragen an Eva Kurz`."""
    at = bisect_right(lines, announced, key=lambda line: line.span.start) - 1
    is_question = text.characters[lines[i].span.end - 1] == "?"
    is_quoted = text.characters[lines[i].content.start] in QUOTES
    if is_question or is_quoted or i - at > MOST_LINES or looks[at] is not Look.SHORT:
        return None
    is_near = all(looks[k] is Look.SENTENCE for k in range(at + 1, i))
    return text.strip(Span(announced, lines[at].span.end)) if is_near else None


def _announced(text: Text, section: Span) -> list[int]:
    """Return where it is said whom an interview is with: behind `Interview mit`."""
    found: list[int] = []
    for words in interview_openings():
        at = text.characters.find(words, *section)
        while at >= 0:
            found.append(at + len(words))
            at = text.characters.find(words, at + 1, section.end)
    return sorted(found)


def _label(text: Text, line: Line) -> Span | None:
    turn = TURN_RE.match(text.characters, line.content.start, line.content.end)
    return Span(*turn.span()) if turn else None


def _is_name(label: str) -> bool:
    return label_kind(label) is None and (looks_like_name(label) or could_be_family(label))
