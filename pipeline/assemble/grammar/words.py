"""The words of a sentence, as the grammar asks for them."""

from typing import Final

from spacy.tokens import Doc

from pipeline.german.bodies import BodyHead, head_of, is_legal_form
from pipeline.german.grammar import words
from pipeline.german.phrase import adjective, agreement, is_preposition, quantifier
from pipeline.german.roles import RoleHead, role_of

CONJUNCTIONS: Final = words("conjunctions")
STARTERS: Final = words("starters")
ABBREVIATED: Final = words("abbreviated_attributes")


class Words:
    """The words of one sentence, with what the lexicon says of them."""

    def __init__(self, doc: Doc) -> None:
        """Take the tokens out once: their text is asked for again and again."""
        self.words = [token.text for token in doc]
        self.lows = [word.lower() for word in self.words]
        self.count = len(self.words)
        self._nouns_at = [False] * (self.count + 1)
        for i in reversed(range(self.count)):  # what follows a quantifier decides what it is
            self._nouns_at[i] = self._looks_like_noun(i)

    def text(self, start: int, end: int) -> str:
        """Return some words for look-ups, parted by single blanks."""
        return " ".join(self.words[start:end])

    def low(self, i: int) -> str:
        """Return word i in lower case; empty behind the end."""
        return self.lows[i] if 0 <= i < self.count else ""

    def is_noun(self, i: int) -> bool:
        """Whether word i has a capital and is no small word at the start of a sentence."""
        return 0 <= i < self.count and self._nouns_at[i]

    def _looks_like_noun(self, i: int) -> bool:
        if not self.words[i][0].isupper() or (self.words[i], self.low(i - 1)) == ("B.", "z."):
            return False
        low = self.lows[i]
        if (
            low in CONJUNCTIONS
            or agreement(low) is not None
            or is_preposition(low)
            or low in STARTERS
            or low in ABBREVIATED
        ):
            return False
        return not (
            quantifier(low)
            and i + 1 < self.count
            and (self.is_noun(i + 1) or adjective(self.words[i + 1]) is not None)
        )

    def body(self, i: int) -> BodyHead | None:
        """Return what word i says of a body."""
        word = self.words[i]
        return head_of(word) or (head_of(word[:-1]) if word.endswith("ern") else None)  # Maltesern

    def role(self, i: int) -> RoleHead | None:
        """Return what word i says of a function."""
        return role_of(self.words[i])

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
            is_legal_form(self.words[i]) or (self.low(i) == "e." and self.low(i + 1) == "v.")
        )
