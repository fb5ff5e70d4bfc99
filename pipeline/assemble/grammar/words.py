"""The words of a sentence, as the grammar asks for them."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.assemble.grammar.tokens import Tokens
from pipeline.german import MOST_KEPT
from pipeline.german.area_codes import is_place
from pipeline.german.bodies import BodyHead, head_of, is_legal_form
from pipeline.german.grammar import words
from pipeline.german.names import is_given_name, is_title
from pipeline.german.phrase import adjective, agreement, is_preposition, quantifier
from pipeline.german.roles import RoleHead, role_of

CONJUNCTIONS: Final = words("conjunctions")
STARTERS: Final = words("starters")
ABBREVIATED: Final = words("abbreviated_attributes")
TERRITORIES: Final = words("territories")
SMALL: Final = CONJUNCTIONS | STARTERS | ABBREVIATED
NO_ATTRIBUTES: Final = words("verbs") | words("pronouns")
HEADS_OF_NAMES: Final = {
    word: BodyHead(word, gender, "organisation", "body", "singular")
    for word, gender in (entry.split() for entry in words("heads_of_names"))
}
"""Nouns that are bodies where a name stands before them only."""
SHAPING: Final = TERRITORIES | HEADS_OF_NAMES.keys() | {"pro"}
NAMED: Final = BodyHead("", None, "organisation", "body", None)
"""What only its name shows to be a body."""
PADDING: Final = 16
"""Words that may be asked for before the first one, or behind the last."""


class Lexeme(NamedTuple):
    """What the lexicon says of a word, wherever it stands."""

    low: str
    may_be_noun: bool
    """Whether it has a capital and is no small word, or is a name all the same: `ver.di`."""
    is_quantifier: bool
    is_article: bool
    """An article or a pronoun; `im` is one, too."""
    is_preposition: bool
    is_attribute: bool
    """Whether it can be an adjective in front of a noun, in lower case."""
    opens_name: bool
    """Whether it is an adjective with a capital, as only names have it: `Blaues Kreuz`."""
    shapes_name: bool
    """Whether it, or the word behind it, may be a body by its place only."""
    body: BodyHead | None
    role: RoleHead | None


@lru_cache(maxsize=MOST_KEPT)
def lexeme(word: str) -> Lexeme:
    """Look a word up; each once, for most words of a brochure come again."""
    low = word.lower()
    is_article, preposition = agreement(low) is not None, is_preposition(low)
    is_small = is_article or preposition or low in SMALL
    is_lower = word[0].islower() and low not in NO_ATTRIBUTES
    body = head_of(word) or (head_of(word[:-1]) if word.endswith("ern") else None)  # Maltesern
    opens_name = word[0].isupper() and body is None and _is_of_names(word)
    return Lexeme(
        low,
        may_be_noun=(word[0].isupper() and not is_small) or (body is not None and body.is_proper),
        is_quantifier=quantifier(low) is not None,
        is_article=is_article,
        is_preposition=preposition,
        is_attribute=is_lower and adjective(low) is not None,
        opens_name=opens_name,
        shapes_name=opens_name or low in SHAPING,
        body=body,
        role=role_of(word),
    )


def _is_of_names(word: str) -> bool:
    is_name = is_title(word) or is_given_name(word) or is_place(word)
    return adjective(word) is not None and not is_name


class Words:
    """The words of one sentence, with what the lexicon says of them."""

    def __init__(self, tokens: Tokens) -> None:
        """Look all words up."""
        self.words = tokens.words
        self.lexemes = [*map(lexeme, self.words)]
        self.lows = [each.low for each in self.lexemes]
        self.count = len(self.words)
        nouns_at = [*(each.may_be_noun for each in self.lexemes), *[False] * PADDING]
        # methods of lists, because nothing else is asked for as often
        self.low: Callable[[int], str] = [*self.lows, *[""] * PADDING].__getitem__
        """Return word i in lower case; empty before the start and behind the end."""
        self.is_noun: Callable[[int], bool] = nouns_at.__getitem__
        """Whether word i has a capital and is no small word at the start of a sentence."""
        for i in range(self.count - 1, -1, -1):  # what follows a quantifier decides what it is
            if nouns_at[i] and self._is_small_here(i):
                nouns_at[i] = False
        self._nouns_at = nouns_at
        self._find_heads_of_names()

    def _find_heads_of_names(self) -> None:
        """Take a noun for a body where it ends a name: `Alzheimer Gesellschaft`, `Offener Kanal`.

        The first word of a sentence has its capital anyway.
        """
        for i, here in enumerate(self.lexemes):
            if not here.shapes_name:
                continue
            if here.low in HEADS_OF_NAMES and i and self.is_noun(i) and self.is_noun(i - 1):
                self.lexemes[i] = here._replace(body=HEADS_OF_NAMES[here.low])
            elif here.opens_name and i and self._is_unknown(i + 1):
                self.lexemes[i + 1] = self.lexemes[i + 1]._replace(body=NAMED)
            elif here.low in TERRITORIES and self.words[i + 1 : i + 2] and self._is_title(i + 1):
                self._nouns_at[i + 1] = True  # Stadt Weil am Rhein, Stadt Waren
            elif here.low == "pro" and self.low(i + 1) == "familia":
                self.lexemes[i] = here._replace(body=NAMED, is_preposition=False)
                self._nouns_at[i] = True

    def _is_title(self, i: int) -> bool:
        word = self.words[i]
        return word[0].isupper() and word[1:].islower()

    def _is_unknown(self, i: int) -> bool:
        return self.is_noun(i) and self.body(i) is None and self.role(i) is None

    def text(self, start: int, end: int) -> str:
        """Return some words for look-ups, parted by single blanks."""
        return " ".join(self.words[start:end])

    def _is_small_here(self, i: int) -> bool:
        """Whether a word with a capital is no noun where it stands: `Viele Vereine`, `z. B.`."""
        if self.words[i] == "B.":
            return self.low(i - 1) == "z."
        if not self.lexemes[i].is_quantifier or i + 1 == self.count:
            return False
        return self.is_noun(i + 1) or adjective(self.words[i + 1]) is not None

    def body(self, i: int) -> BodyHead | None:
        """Return what word i says of a body."""
        return self.lexemes[i].body

    def role(self, i: int) -> RoleHead | None:
        """Return what word i says of a function."""
        return self.lexemes[i].role

    def has_article_at(self, i: int) -> bool:
        """Whether an article stands at i."""
        return agreement(self.low(i)) is not None

    def _is_office(self, i: int) -> bool:
        body = self.body(i)
        return body is not None and body.kind != "group"

    def _is_unit(self, head: int) -> bool:
        body = self.body(head)
        return body is not None and body.level == "unit"

    def _is_form(self, i: int) -> bool:
        return i < self.count and (
            is_legal_form(self.words[i])
            or (self.low(i) in {"e.", "w."} and self.low(i + 1) == "v.")
        )
