"""Noun phrases: a body, a person or a collective with everything that belongs to its name.

`die Bundesagentur für Arbeit Trier`, `des Deutschen Roten Kreuzes (DRK)`, `Herrn Jan Kurz, Leiter
der Tafel`: article, attributes, nouns, and behind them genitives, prepositions, legal forms,
quoted names and brackets. A phrase is read from left to right in one pass over the tokens.
"""

from typing import Final, NamedTuple

from pipeline.assemble.grammar.attachments import AttachmentReader
from pipeline.assemble.grammar.tokens import Tokens
from pipeline.assemble.grammar.words import TERRITORIES
from pipeline.german.grammar import words
from pipeline.german.phrase import agreement, quantifier
from pipeline.german.places import distinguishes

GENITIVES: Final = words("genitives")
OF_NAMES: Final = words("prepositions_of_names")


class NounPhrase(NamedTuple):
    """One phrase; indices count tokens of the sentence."""

    start: int
    """Its article, if it has one, else its first word."""
    name: int
    """The first word of the name: article and participial attributes are left out."""
    head: int
    """The noun that says what it is."""
    nouns: int
    """The first of its nouns."""
    end: int
    """One past the name."""
    rest: int
    """One past brackets and whatever else was read behind the name."""
    has_article: bool
    bracket: tuple[int, int] | None
    """What stands in the bracket behind the name."""


class NounPhraseReader(AttachmentReader):
    """Reads the phrases of one sentence."""

    def __init__(self, tokens: Tokens) -> None:
        """Read phrases out of one sentence, each once."""
        super().__init__(tokens)
        self._read_at: dict[int, NounPhrase | None] = {}

    def read(self, start: int) -> NounPhrase | None:
        """Return the phrase that begins at a word; None if none does."""
        if start not in self._read_at:
            self._read_at[start] = self._read(start)
        return self._read_at[start]

    def _read(self, start: int) -> NounPhrase | None:
        i = start
        has_article = False
        if agreement(self.low(i)) is not None and quantifier(self.low(i)) is None:
            has_article = True
            i += 1
        attributes = self._attributes(i)
        if attributes is None:
            return None
        name, nouns = attributes
        end = self._nouns(nouns)
        if end is None:
            return None
        head = self._head(nouns, end)
        if self._names_its_topics(head, end):
            end = self._listed_complement(end, end, joined=True)
        end = self._behind(head, end)
        bracket = self._bracket(end)
        if bracket and bracket[1] - bracket[0] == 1 and self._tells_apart(head, bracket[0]):
            end, bracket = bracket[1] + 1, None  # Amt Gartz (Oder)
        rest = bracket[1] + 1 if bracket else end
        goes_on = self.low(rest) in OF_NAMES | GENITIVES or self._is_form(rest)
        if bracket and goes_on and (longer := self._behind(head, rest)) > rest:
            return NounPhrase(start, name, head, nouns, longer, longer, has_article, None)
        return NounPhrase(start, name, head, nouns, end, rest, has_article, bracket)

    def _tells_apart(self, head: int, i: int) -> bool:
        """Whether a word in a bracket belongs to the name of a place: `Stadt Waren (Müritz)`."""
        is_of_town = self.low(head) in TERRITORIES and self._is_proper(i)
        is_region = is_of_town and not self.words[i].isupper() and self.body(i) is None
        return distinguishes(self.words[i]) or is_region

    def _bracket(self, i: int) -> tuple[int, int] | None:
        """Return the words in the bracket that opens at i, as a half-open range."""
        if self.low(i) != "(":
            return None
        for j in range(i + 1, min(i + 40, self.count)):
            if self.words[j] == ")":
                return i + 1, j
        return None
