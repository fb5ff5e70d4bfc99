"""Answers in an interview, which stand without quotation marks behind who gives them.

`Kreisblatt: Frau Kurz, wozu das alles?` and below it `Kurz: Weil es sonst niemand tut.`; with
`Frage:` and `Antwort:` an interview must have been announced, for lists of questions look the same.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.german.labels import label_kind
from pipeline.german.names import could_be_family, looks_like_name
from pipeline.german.speech import announces_interview_re, is_answer
from pipeline.segment.features import Look
from pipeline.segment.lines import Line
from pipeline.text import Span, Text

TURN_RE: Final = re.compile(
    r"[A-ZÄÖÜ][\w.’'-]{0,30}+(?:[ ][A-ZÄÖÜ][\w.’'-]{0,30}+){0,3}+(?=:[ ]\S)"
)
"""Linear: at most four words, at the beginning of a line."""


class Answer(NamedTuple):
    """One answer."""

    label: Span
    said: Span
    line: Span


def find_answers(text: Text, lines: Sequence[Line], looks: Sequence[Look]) -> Iterator[Answer]:
    """Yield the answers of one section: what stands below a question of somebody else."""
    if not lines:
        return
    announced = announces_interview_re().search(text.characters, lines[0].span.start)
    for i, (question, answer) in enumerate(pairwise(lines), 1):
        if text.characters[question.span.end - 1] != "?" or looks[i] is not Look.SENTENCE:
            continue
        asked, said = _label(text, question), _label(text, answer)
        if asked is None or said is None or text.at(asked) == text.at(said):
            continue
        label = text.at(said)
        is_announced = announced is not None and announced.start() < said.start
        if is_announced if is_answer(label) else _is_name(label):
            yield Answer(said, text.strip(Span(said.end + 1, answer.content.end)), answer.span)


def _label(text: Text, line: Line) -> Span | None:
    turn = TURN_RE.match(text.characters, line.content.start, line.content.end)
    return Span(*turn.span()) if turn else None


def _is_name(label: str) -> bool:
    return label_kind(label) is None and (looks_like_name(label) or could_be_family(label))
