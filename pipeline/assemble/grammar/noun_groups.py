"""Attributes and nouns: `neu gegründete Freie Christliche Schule`, `Bau- und Umweltamt`."""

import re
from functools import lru_cache
from typing import Final

from pipeline.assemble.grammar.words import ABBREVIATED, Words
from pipeline.german import MOST_KEPT
from pipeline.german.area_codes import is_place
from pipeline.german.bodies import is_legal_form
from pipeline.german.grammar import words
from pipeline.german.names import is_given_name, is_title
from pipeline.german.phrase import adjective, is_preposition, nouns, quantifier, suffixes

CONJUNCTIONS: Final = words("conjunctions")
SALUTATIONS: Final = words("salutations")
PRONOUNS: Final = words("pronouns")
ARTICLES: Final = words("articles")
PARTICLES: Final = words("particles")
ADVERBS: Final = words("adverbs")
VERBS: Final = words("verbs")
MOST_ATTRIBUTES: Final = 9
MOST_NOUNS: Final = 9
PAIR: Final = 2
JOINING: Final = frozenset({"&", "+"})
"""Between the parts of a name: `Kurz + Partner`."""
PLUS: Final = "plus"
"""Of schools: `Realschule plus Prüm`."""
ARABIC_RE: Final = re.compile(r"(?:al|el|ad|as|an|ar|ash)-[A-Z]")
AGE_RE: Final = re.compile(r"[0-9]{2}(?:plus|er)")
PARTS_OF_VERBS: Final = words("parts_of_verbs")
RETIRED: Final = frozenset({("a.", "d."), ("i.", "r.")})
RETIRED_WORDS: Final = frozenset(first for first, _ in RETIRED)
OF_PHRASES: Final = words("of_phrases")
INSURERS: Final = tuple(words("insurers"))
PARTICIPLE_RE: Final = re.compile(r"(?:t|nd|en)(?:e|en|er|em|es)$")


@lru_cache(maxsize=MOST_KEPT)
def _may_go_on(word: str) -> bool:
    """Whether a word that is no noun can stand inside a name at all."""
    return (
        word in {*JOINING, PLUS, "("}
        or word[0].isdigit()
        or word.lower() in PARTICLES
        or word in RETIRED_WORDS
        or is_legal_form(word)
        or is_title(word)
        or ARABIC_RE.match(word) is not None
    )


class NounGroupReader(Words):
    """Reads attributes and the nouns behind them."""

    def _attributes(self, i: int) -> tuple[int, int] | None:
        """Return where the name and its nouns begin; a participle with its phrase is left out."""
        j = i
        while j < self.count and not self.is_noun(j):
            word, low = self.words[j], self.lows[j]
            if j - i > MOST_ATTRIBUTES or not (
                word[0].isalpha() or word[0].isdigit() or word == ","
            ):
                return None
            if low == "vor" and self.low(j + 1) == "ort":
                j += 2
                continue
            if is_preposition(low) or low in ARTICLES:
                return self._participle(i, j)
            joins = (low in CONJUNCTIONS or word == ",") and j > i and self._is_attribute(j + 1)
            if not (joins or self._is_attribute(j) or word.isdigit() or quantifier(low)):
                return None
            j += 1
        return (i, j) if j < self.count else None

    def _is_attribute(self, j: int) -> bool:
        if j >= self.count or self.lows[j] in VERBS or self.lows[j] in PRONOUNS:
            return False
        word = self.words[j]
        if self.lows[j] in ABBREVIATED:
            return True
        if word.endswith("-"):
            return word[0].islower()
        if adjective(word) is not None and word[0].islower():
            return True
        return self.lows[j] in ADVERBS and j + 1 < self.count

    def _participle(self, i: int, j: int) -> tuple[int, int] | None:
        """Skip `in diesem Jahr neu gebildeten` before the noun; only an article can open it."""
        if i == 0 or self.low(i - 1) not in ARTICLES:
            return None
        for k in range(j + 1, min(j + MOST_ATTRIBUTES, self.count - 1)):
            if self.words[k] in ",.;:(" or self._governs_anew(k):
                return None
            if (
                PARTICIPLE_RE.search(self.lows[k])
                and self.words[k][0].islower()
                and self.is_noun(k + 1)
            ):
                return k + 1, k + 1
        return None

    def _governs_anew(self, k: int) -> bool:
        """Whether a second phrase begins at k: `von der AWO geplant und von Lehrkräften …`."""
        return self.lows[k] in CONJUNCTIONS and is_preposition(self.low(k + 1))

    def _nouns(self, i: int) -> int | None:
        """Return one past the nouns that stand together, fragments of a shared head among them."""
        j = i
        while j < self.count and j - i < MOST_NOUNS:
            word = self.words[j]
            if self.is_noun(j) and word.endswith("-") and self._completes(j + 1):
                j += 2 if self.low(j + 1) in CONJUNCTIONS or self.words[j + 1] == "," else 1
                continue
            step = self._step(i, j)
            if not step:
                break
            j += step
        return j if j > i else None

    def _step(self, i: int, j: int) -> int:
        """Return how many words at j go on with the nouns that begin at i."""
        word = self.words[j]
        if self.is_noun(j):
            if self._opens_anew(i, j):
                return 0
            return 3 if self._pairs(j) else 1
        if j == i or not _may_go_on(word):
            return 0
        if (self.low(j), self.low(j + 1)) in RETIRED:
            return 2
        if word == "(" and self.low(j + 2) == ")" and is_title(self.words[j - 1]):
            return 3  # Dipl.-Ing. (FH)
        in_name = self.low(j) in PARTICLES and self.is_noun(j + 1) and self._is_name(i, j)
        is_part = self._is_number(j) or is_legal_form(word) or word in JOINING or self._is_age(j)
        is_part = is_part or (word == PLUS and self.lows[j - 1].endswith("schule"))
        is_small = word[0].islower() and (is_title(word) or ARABIC_RE.match(word) is not None)
        return 1 if in_name or is_part or is_small else 0

    def _opens_anew(self, i: int, j: int) -> bool:
        """Whether a function behind a complete name is another phrase: `AWO Celle Fachkräfte`."""
        if self.low(j + 1) in {"an", "in"} and self.low(j) == self.low(j + PAIR):
            return True  # arbeiten Hand in Hand, Tür an Tür
        if j > i and self.low(j) in OF_PHRASES:
            return True
        if j > i and (self._is_object(i, j) or self._are_served(j) or self._are_people(i, j)):
            return True
        if j < i + PAIR or self.body(j - 1) or adjective(self.words[j - 1]):
            return False
        role = self.role(j)
        is_function = role is not None and not role.is_noun and not role.is_adjectival
        return is_function and any(self.body(k) for k in range(i, j - 1))

    def _is_object(self, i: int, j: int) -> bool:
        """Whether a noun behind a body is what it gives: `dass die AWO Celle Räume beisteuert`."""
        noun = nouns().find(self.words[j])
        if noun is None or self.body(j) or self.role(j) or j + 1 == self.count:
            return False
        is_plural = all(reading[1] == "p" for reading in noun.readings if reading[0] == "a")
        following = self.low(j + 1)
        if is_plural and following in CONJUNCTIONS and self._is_thing(j + 2):
            following = self.low(j + 3)  # `Texte und Bilder beisteuert`
            return self.body(j - 1) is not None and following[:1].islower()
        if not noun.is_whole:
            return (
                is_plural
                and j >= i + PAIR
                and self._is_name_of(j - 1)
                and not self._is_form(j + 1)
                and following[:1].islower()
            )
        if self.body(j - 1) is not None:
            return is_plural and following in PARTS_OF_VERBS
        is_named = any(self.body(k) is not None for k in range(i, j - 1))
        goes_on = is_plural and self.words[j + 1][0].islower()
        return is_named and self.words[j - 1] != "&" and (goes_on or following in PARTS_OF_VERBS)

    def _are_served(self, j: int) -> bool:
        """Whether people follow one who holds an office: `berät die Koordinatorin Familien`."""
        body, role = self.body(j), self.role(j - 1)
        are_people = body is not None and body.kind == "group" and body.number == "plural"
        return are_people and role is not None and not role.is_noun and role.number == "singular"

    def _are_people(self, i: int, j: int) -> bool:
        """Whether people behind a body and its place are its object: `die AWO Celle Ältere`."""
        body = self.body(j)
        are_people = body is not None and body.kind == "group" and self.lows[j].endswith("e")
        is_placed = j >= i + PAIR and is_place(self.words[j - 1]) and not self.is_noun(j + 1)
        return are_people and is_placed and adjective(self.lows[j]) is not None

    def _is_thing(self, j: int) -> bool:
        """Whether a word is a noun that names nobody."""
        if j >= self.count or self.body(j) or self.role(j):
            return False
        return nouns().find(self.words[j]) is not None

    def _is_name_of(self, j: int) -> bool:
        """Whether a word is a name, of a place or of nobody knows what: `TSV Grafenau`."""
        word = self.words[j]
        is_unknown = nouns().find(word) is None and suffixes().find(word) is None
        return is_place(word) or (is_unknown and self.body(j) is None and not word.isupper())

    def _pairs(self, j: int) -> bool:
        """Whether women and men are named in a pair: `Politikerinnen und Politiker`."""
        if self.low(j + 1) not in CONJUNCTIONS or not self.is_noun(j + 2):
            return False
        first, second = sorted((self.lows[j], self.lows[j + 2]), key=len)
        return (
            second.endswith("innen")
            and second.removesuffix("innen")[:-1] == first[: len(second) - 6]
        )

    def _completes(self, j: int) -> bool:
        """Whether the words behind a fragment (`Bau-`) lead to the noun that it shares."""
        return (
            (self.low(j) in CONJUNCTIONS or self.low(j) == ",")
            and j + 1 < self.count
            and self.words[j + 1][0].isupper()
        )

    def _is_number(self, j: int) -> bool:
        """Whether a number belongs to the name: `Sachgebiet 34`, `TSV 1860`, `Olympia 08`."""
        word, before = self.words[j], self.words[j - 1]
        if (
            self.low(j + 1).isdigit()
            or not word.isdigit()
            or not 1 < len(word) + (word != "0") <= len("18601")
        ):
            return False
        if (body := self.body(j - 1)) is not None:  # `zählte die Polizei 412 Fälle`
            return body.level == "unit" or not self.is_noun(j + 1)
        return before.isupper() or self._is_club(j)

    def _is_age(self, j: int) -> bool:
        """Whether a word says for whom a club is: `Seniorenclub 60plus`."""
        return self.body(j - 1) is not None and AGE_RE.fullmatch(self.words[j]) is not None

    def _is_club(self, j: int) -> bool:
        return self.is_noun(j - 1) and self.is_noun(j - 2) and self.body(j - 2) is not None

    def _is_name(self, i: int, j: int) -> bool:
        are_two = is_given_name(self.words[j - 1]) and is_given_name(self.words[j + 1])
        if self.low(j) in CONJUNCTIONS and is_given_name(self.words[j + 1]) and not are_two:
            return False  # Eva Kurz und Jan Roth
        if self.low(j) == "den" and (self._is_thing(j + 1) or self.body(j + 1)):
            return False  # … Eva Kurz den Beirat
        return (
            are_two  # Eheleute Eva und Jan Kurz
            or is_given_name(self.words[i])
            or is_title(self.words[i])
            or self.low(i - 1) in SALUTATIONS
        )

    def _head(self, nouns: int, end: int) -> int:
        """Return the noun that says what the phrase is: the first that is known."""
        known = [
            i
            for i in range(nouns, end)
            if self.words[i][0].isalpha() and (self.body(i) or self.role(i))
        ]
        if (
            len(known) > 1
            and known[1] == known[0] + 1
            and adjective(self.words[known[0]]) is not None
        ):
            return known[1]  # an adjective of the name that is also a noun: Freiwillige Feuerwehr
        if len(known) > 1 and known[1] == known[0] + 1 and self.low(known[1]).endswith(INSURERS):
            return known[1]  # Techniker Krankenkasse
        return known[0] if known else nouns
