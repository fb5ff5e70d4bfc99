"""Sentences of a paragraph, as spans in the text.

A full stop ends no sentence behind an abbreviation, an initial or a number. What is longer than
any sentence (a table without full stops) is cut: to read a sentence may take the square of its
length.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.german.abbreviations import ends_in_abbreviation
from pipeline.text import Span, Text

# Linear: a stop, its closing marks and white space, then a capital, a digit or an opening mark.
END_RE: Final = re.compile(
    r"[.!?…][“”\"»«’)]*+(?:\s++|(?<=[a-zäöüß]{3}\.))(?=[„»«\"“(]?[A-ZÄÖÜ0-9])"
)
LONGEST: Final = 4000
"""Characters."""


def find_sentences(text: Text, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph, in order; nothing of it is left out."""
    start = paragraph.start
    for stop in END_RE.finditer(text.characters, paragraph.start, paragraph.end):
        before = text.characters[max(start, stop.start() - 8) : stop.start()]
        is_stop = text.characters[stop.start()] != "." or not ends_in_abbreviation(before)
        if is_stop and not (
            stop.end() - stop.start() == 1 and _is_dotted_name(text.characters, stop.start())
        ):
            yield from _cut(text, Span(start, stop.end()))
            start = stop.end()
    if start < paragraph.end:
        yield from _cut(text, Span(start, paragraph.end))


def _cut(text: Text, sentence: Span) -> Iterator[Span]:
    """Yield the sentence in pieces that are not too long, parted at blanks if there are any."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        blank = text.characters.rfind(" ", start, start + LONGEST)
        end = blank + 1 if blank > start else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _is_dotted_name(characters: str, at: int) -> bool:
    """Whether a full stop without a blank stands inside a name: `Land.Zuhause.Zukunft`."""
    word_end = re.compile(r"[\w-]*").match(characters, at + 1)
    word_start = re.compile(r"[\w-]*$").search(characters[max(0, at - 40) : at])
    follows = characters[word_end.end() : word_end.end() + 1] if word_end else ""
    before = (
        characters[at - 1 - len(word_start.group()) : at - len(word_start.group())]
        if word_start
        else ""
    )
    return follows == "." or before == "."
