"""Persons inside sentences: with a salutation or a title, or with a given name that is known.

>>> text = Text.of("Fragen beantwortet Frau Dr. Steffi Kern gern.")
>>> [text.at(span) for span in find_persons(text, Span(0, len(text.characters)))]
['Dr. Steffi Kern']
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.german.names import is_given_name, looks_like_name
from pipeline.german.roles import role_of
from pipeline.text import Span, Text

# Linear: words with a capital, titles and particles, parted by single white space, seven at most.
PERSON_RE: Final = re.compile(
    r"""
    (?: \b (?P<salutation> Frau | Herrn?+ ) \s )?+
    (?P<name>
      (?(salutation)
        (?: (?: von | van | de | zu[rm]? | vom | ten | ter ) \s (?: de[rmn] \s )?+ )?+ )
      (?: (?: Prof | Dr | med | Dipl ) \. (?: -\w++ \.?+ ){0,2}
          (?: \s \( (?: FH | TU | BA | Univ\. ) \) )?+ \s* ){0,4}
      [A-ZÄÖÜÇŞİĆČŁŚŻĐ] [\w’'-]*+
      (?: \s (?: von | van | de | der | zu | und (?=\szu\s) | [A-ZÄÖÜÇŞİĆČŁŚŻĐ] [\w’'-]*+ ) ){0,4}
    )
    """,
    re.VERBOSE,
)
WORD_RE: Final = re.compile(r"\S+")
BLANK_RE: Final = re.compile(r"\s")


def find_persons(text: Text, sentence: Span) -> Iterator[Span]:
    """Yield the names in a sentence: with a salutation, or with a known given name."""
    at = sentence.start
    while match := PERSON_RE.search(text.characters, at, sentence.end):
        start, end = match.span("name")
        name = _longest_name(text, Span(start, end), salutation=match["salutation"] is not None)
        if name:
            yield name
        at = name.end if name else _next_word(text, start, sentence.end)


def _next_word(text: Text, at: int, end: int) -> int:
    space = BLANK_RE.search(text.characters, at, end)
    return space.end() if space else end


def _longest_name(text: Text, span: Span, *, salutation: bool) -> Span | None:
    """Return the longest beginning of some capitalised words that is a name."""
    words = list(WORD_RE.finditer(text.characters, span.start, span.end))
    if not salutation and not is_given_name(words[0].group()) and "." not in words[0].group():
        return None
    for count in range(len(words), 0, -1):
        candidate = Span(span.start, words[count - 1].end())
        if looks_like_name(text.fold(candidate)):
            return candidate
    first = next(word for word in words if word.group()[0].isupper())  # "von der Heide"
    return Span(span.start, first.end()) if salutation and not role_of(first.group()) else None
