"""Persons with their functions: `Landrat Jan Kurz`, `Frau Kern (Leiterin)`."""

import re
from typing import Final

from pipeline.assemble.grammar.noun_phrases import NounPhrase, NounPhraseReader
from pipeline.assemble.grammar.tokens import Tokens
from pipeline.assemble.partners.found import Member
from pipeline.german.area_codes import is_place
from pipeline.german.grammar import words
from pipeline.german.inflection import nominative
from pipeline.german.name_words import is_given_name, tells_of_a_person
from pipeline.german.names import could_be_name, looks_like_name

CONJUNCTIONS: Final = words("conjunctions")
SALUTATIONS: Final = words("salutations")
VERBS: Final = words("verbs")
OF_BODIES: Final = frozenset({"aus", "bei", "beim", "im", "vom", "von"})
OBLIQUE: Final = words("oblique") | {"der"}
OF_OFFICES: Final = words("attributes_of_offices")
COUPLES: Final = words("couples")
PAIR: Final = 2
RANKS: Final = ("rat", "rätin")
"""Ends of ranks, which bodies end in as well: Kreisbrandrat."""
PROFESSIONS: Final = tuple(words("ends_of_professions"))
# Linear: until when somebody was in office, and whom he belongs to.
PARTY: Final = "|".join(map(re.escape, sorted(words("parties"))))
NO_ROLE_RE: Final = re.compile(rf"\d|^(?:beide |ebenfalls )?(?:parteilos|{PARTY})$")
OFF_DUTY: Final = frozenset({"a.", "d.", "i.", "r."})


class PersonReader:
    """Reads persons out of one sentence."""

    def __init__(self, tokens: Tokens) -> None:
        """Read the noun phrases of this sentence."""
        self._tokens = tokens
        self._phrases = NounPhraseReader(tokens)

    def _person(self, phrase: NounPhrase, *, closes: bool) -> tuple[list[Member], int] | None:
        """Read a person with function: `Landrat Jan Kurz`, `Jan Kurz, Leiter der Tafel`."""
        words = self._phrases
        if not self._may_be_person(phrase):
            return None
        first = phrase.nouns
        role_words: list[str] = []
        start = first
        if words.low(first) in COUPLES:
            first, start = first + 1, first + 1
        if first + PAIR < phrase.end and self._says_which_office(first):
            role_words.append(words.words[first])
            first += 1
        while (
            first + 1 < phrase.end
            and words.low(first) not in SALUTATIONS
            and (words.role(first) or self._is_profession(first) or words.low(first) in OFF_DUTY)
        ):
            role_words.append(words.words[first])
            first += 1
        salutation = words.low(first) in SALUTATIONS
        if salutation and words.role(first + 1) and first + 3 < phrase.end:
            role_words.append(words.words[first + 1])  # Herr Pfarrer Jan Kurz
            first += 1
        end = self._before_preposition(first, phrase.end)
        printed = self._text(first + salutation, end)
        couple = self._couple(first + salutation, end)
        is_named = looks_like_name(printed) or (salutation and printed[:1].isupper()) or couple
        if not is_named and not (role_words and self._could_be_name(first, end)):
            return None
        if words.body(end - 1) and not salutation:
            return None
        roles = [self._role(phrase, role_words)] if role_words else []
        after = phrase.rest
        if phrase.bracket and not NO_ROLE_RE.search(self._text(*phrase.bracket)):
            roles.append(self._text(*phrase.bracket))
        after, apposition = self._apposition(after, closes=closes)
        roles += apposition
        begin = first + salutation if role_words else start
        role = ", ".join(roles) or None
        return [Member(name, "person", role, begin, end) for name in couple or [printed]], after

    def _says_which_office(self, i: int) -> bool:
        """Whether an office follows: `Bayerns Ministerin`, `Stellvertretende Landrätin`."""
        words = self._phrases
        role = words.role(i + 1)
        if role is None or role.is_noun or words.role(i):
            return words.low(i) in OF_OFFICES and role is not None
        is_of_state = words.low(i).endswith("s") and not is_given_name(words.words[i])
        return is_of_state or words.low(i) in OF_OFFICES

    def _couple(self, first: int, end: int) -> list[str]:
        """Return the names of two who share the last of it: `Eva und Jan Kurz`."""
        words = self._phrases
        if end - first <= PAIR + 1 or words.low(first + 1) not in {"und", "&"}:
            return []
        if not all(is_given_name(words.words[i]) for i in (first, first + PAIR)):
            return []
        family = self._text(first + PAIR + 1, end)
        return [f"{words.words[first]} {family}", self._text(first + PAIR, end)]

    def _role(self, phrase: NounPhrase, role_words: list[str]) -> str:
        """Return a function in the nominative: `(von) dem Präsidenten Jan Kurz`."""
        article = self._phrases.words[phrase.start] if phrase.has_article else ""
        if article.lower() not in OBLIQUE or len(role_words) > 1 or phrase.name != phrase.nouns:
            return " ".join(role_words)
        return nominative(f"{article} {role_words[0]}")

    def _may_be_person(self, phrase: NounPhrase) -> bool:
        """Whether a word of a phrase tells of a person; `Theaterpädagogin Noa Feldmann` does."""
        words = self._phrases
        if any(map(tells_of_a_person, words.words[phrase.nouns : phrase.end])):
            return True
        role = words.role(phrase.nouns)
        return role is not None and not role.is_noun and phrase.end - phrase.nouns > PAIR

    def _could_be_name(self, first: int, end: int) -> bool:
        """Whether two words behind a function are a name that nobody has listed."""
        words = self._phrases
        if end - first != PAIR or words.has_article_at(first):
            return False
        if any(words.body(i) or words.role(i) for i in range(first, end)):
            return False
        return could_be_name(self._text(first, end)) and not is_place(words.words[end - 1])

    def _before_preposition(self, first: int, end: int) -> int:
        """Return where a name ends and whose it is begins: `Eva Kurz vom Institut`."""
        words = self._phrases
        for k in range(first + 1, end):
            is_body = k + 1 < end and words.body(k + 1) is not None  # Eva Kurz von pro familia
            is_noble = words.low(k) == "von" and not (is_body or words.has_article_at(k + 1))
            if words.low(k) in OF_BODIES and not is_noble:
                return k
        return end

    def _is_profession(self, i: int) -> bool:
        """Whether an unknown word before a given name is a profession: `Geologin Eva Kurz`."""
        words = self._phrases
        low = words.low(i)
        is_ended = low.endswith(PROFESSIONS)
        is_rank = low.endswith(RANKS)
        body = words.body(i)
        is_one = body is None or body.kind == "group"  # der Unternehmer Jan Kurz
        if not tells_of_a_person(words.words[i + 1]) or is_given_name(words.words[i]):
            return False
        return is_rank or (is_ended and is_one)

    def _apposition(self, i: int, *, closes: bool) -> tuple[int, list[str]]:
        """Read functions behind a person: with an article only in the last place."""
        found: list[str] = []
        words = self._phrases
        while words.low(i) == ",":
            if words.low(i + 1) == "zuständig":
                end = self._until_comma(i + 1)
                found.append(self._text(i + 1, end))
            else:
                phrase = words.read(i + 1)
                if phrase is None or words.role(phrase.head) is None:
                    break
                end = self._until_stop(phrase.end)
                ends_so = words.low(end) == "," and words.low(end + 1) in CONJUNCTIONS
                if phrase.has_article and not (closes or ends_so):
                    break
                if self._is_named(phrase):
                    break
                found.append(self._text(phrase.name, end))
            i = end
        return i, found

    def _is_named(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is a name, with or without functions before it."""
        first = phrase.nouns
        while first + PAIR < phrase.end and self._phrases.role(first):
            first += 1
        return looks_like_name(self._text(first, phrase.end))

    def _until_stop(self, i: int) -> int:
        """Return where the rest of a function ends: at a mark or a conjunction."""
        words = self._phrases
        while (
            i < words.count
            and words.words[i] not in ",.;:()"
            and words.low(i) not in CONJUNCTIONS
            and words.low(i) not in VERBS
        ):
            i += 1
        return i

    def _until_comma(self, i: int) -> int:
        while i < self._phrases.count and self._phrases.words[i] not in ",.;:":
            i += 1
        return i

    def _text(self, start: int, end: int) -> str:
        """Return words as printed, with white space folded."""
        if start >= end:
            return ""
        printed = self._tokens.span(start, end)
        return " ".join(self._tokens.printed[printed.start : printed.end].split())
