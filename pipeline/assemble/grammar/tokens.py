"""The tokens of a sentence, with their places.

What spaCy makes of the characters between two blanks does not depend on what stands around them.
So each such chunk is tokenized once, and remembered: most of them come again and again.

>>> tokens = tokenize("Das Jobcenter (JC)  hilft.")
>>> tokens.words, tokens.starts
(['Das', 'Jobcenter', '(', 'JC', ')', 'hilft', '.'], [0, 4, 14, 15, 17, 20, 25])
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

from pipeline.assemble.grammar.language import EXCEPTIONS, language
from pipeline.german import MOST_KEPT
from pipeline.text import Span

BEHIND_WORDS: Final = frozenset(",;:!?)")
LOWER: Final = frozenset(f"{ascii_lowercase}äöüß")


@dataclass(frozen=True, slots=True)
class Tokens:
    """One sentence as tokens; white space is none."""

    printed: str
    words: list[str]
    starts: list[int]
    """Offsets in the sentence, in characters."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """What a trained pipeline takes a token for, by its index: `ORG`."""

    def span(self, start: int, end: int) -> Span:
        """Return where the tokens of a half-open range stand in the sentence; one at least."""
        last = end - 1
        return Span(self.starts[start], self.starts[last] + len(self.words[last]))

    def first_from(self, offset: int) -> int:
        """Return the first token that does not begin before an offset."""
        return bisect_left(self.starts, offset)


def tokenize(sentence: str, model: str | None = None) -> Tokens:
    """Return the tokens of a sentence; `model` names a trained pipeline, which labels them too."""
    if model:
        return _labelled(sentence, model)
    words: list[str] = []
    starts: list[int] = []
    at = 0
    for chunk in sentence.split():
        at = sentence.find(chunk, at)
        for word in _parts(chunk):
            words.append(word)
            starts.append(at)
            at += len(word)
    return Tokens(sentence, words, starts)


@lru_cache(maxsize=MOST_KEPT)
def _parts(chunk: str) -> tuple[str, ...]:
    if chunk.isalpha() or chunk.endswith("-St."):
        return (chunk,)  # no rule of spaCy parts letters; Burg-St. Michaelisdonn
    word, mark = chunk[:-1], chunk[-1]
    if word.isalpha() and (mark in BEHIND_WORDS or _ends_sentence(word, mark)):
        return word, mark
    return tuple(token.text for token in language(None).tokenizer(chunk))


def _ends_sentence(word: str, mark: str) -> bool:
    """Whether a full stop is one, not that of an abbreviation."""
    return mark == "." and word[-1] in LOWER and word + mark not in EXCEPTIONS


def _labelled(sentence: str, model: str) -> Tokens:
    doc = language(model)(sentence)
    kept = [token for token in doc if not token.is_space]
    places = {token.i: place for place, token in enumerate(kept)}
    labels = {places[token.i]: ent.label_ for ent in doc.ents for token in ent if token.i in places}
    return Tokens(sentence, [token.text for token in kept], [token.idx for token in kept], labels)
