"""German nouns in all their forms: what case, number and gender a printed form may have.

A noun is its nominative, its gender and its plural; every other form follows from these (Duden,
Die Grammatik, on the strong, weak and adjectival declension). A compound is declined like its
last part, so a lexicon looks for the longest known end of a word.

>>> lexicon = Lexicon([Noun("amt", "n", "ämter"), Noun("dezernent", "m", "dezernenten")])
>>> match = lexicon.find("Jugendämtern")
>>> match.noun.lemma, sorted(match.readings)
('amt', ['dpn'])
>>> match.nominative("p"), lexicon.find("Sozialdezernenten").nominative("s")
('Jugendämter', 'Sozialdezernent')
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import product
from typing import Final, NamedTuple

CASES: Final = "ngda"
"""Nominative, genitive, dative, accusative, as their first letters."""

LEAST_PREFIX: Final = 3
"""Fewer letters before a known word make no compound: `Samt` is no Amt."""
LEAST_PART: Final = 3
"""A shorter word is looked for alone only: `Vertrag` ends in no AG."""
LONGEST: Final = 80
"""A longer run of letters is no word; it is not looked through."""

VOWELS: Final = frozenset("aeiouyäöü")

EVERY: Final = frozenset(map("".join, product(CASES, "s", "mfn"))) | frozenset(
    map("".join, product(CASES, "p", "mfn"))
)
"""All readings: case, number and gender, a letter each."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in lower case; without a singular its gender is `p`."""

    lemma: str
    gender: str
    plural: str
    flag: str = ""
    """`whole`, `compound only`, `weak`, `strong`, or nothing."""
    adjectival: bool = False
    value: object = field(default=None, compare=False)
    """What the owner of a lexicon wants to find again."""

    @property
    def is_weak(self) -> bool:
        """Whether the other cases of the singular end in -(e)n: des Dezernenten."""
        if self.gender != "m" or self.flag in ("weak", "strong"):
            return self.flag == "weak"
        ending = "n" if self.lemma.endswith("e") else "en"
        return self.plural == self.lemma + ending and not self.lemma.endswith("or")

    def forms(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield each form with its readings; a form may come twice."""
        if self.adjectival:
            for ending, said in ADJECTIVAL.items():
                yield self.lemma[:-1] + ending, said
            return
        for form, cases in self._singular():
            yield form, _said(cases, "s", self.gender)
        plural = self.lemma if self.gender == "p" else self.plural
        if plural:
            gender = "m" if self.gender == "p" else self.gender
            yield plural, _said(CASES if plural[-1] in "ns" else "nga", "p", gender)
            if plural[-1] not in "nsa":
                yield plural + "n", _said("d", "p", gender)

    def _singular(self) -> Iterable[tuple[str, str]]:
        if self.gender == "p":
            return ()
        if self.gender == "f":
            return ((self.lemma, CASES),)
        if self.is_weak:
            short = ((self.lemma + "n", "gda"),) if self.lemma.endswith("r") else ()
            return ((self.lemma, "nda"), (self.plural, "gda"), *short)
        long = self.lemma + ("ses" if self.lemma.endswith("nis") else "es")
        dative = () if self.lemma[-1] in "aeiou" else ((self.lemma + "e", "d"),)
        return ((self.lemma, "nda"), (_genitive(self.lemma), "g"), (long, "g"), *dative)


def _genitive(lemma: str) -> str:
    """Return the short genitive; a word in -s keeps its form, as des Campus."""
    return lemma if lemma[-1] in "sßxz" else lemma + "s"


@cache
def _said(cases: str, number: str, gender: str) -> frozenset[str]:
    return frozenset(case + number + gender for case in cases)


def readings(short: str) -> frozenset[str]:
    """Spell readings out; one without a gender fits all three.

    >>> sorted(readings("nsm gp"))
    ['gpf', 'gpm', 'gpn', 'nsm']
    """
    return frozenset(
        word + gender
        for word in short.split()
        for gender in ("mfn" if len(word) == len("ns") else ("",))
    )


# What the ending of an adjective says, without an article and behind one.
STRONG: Final = {
    "er": readings("nsm gsf dsf gp"),
    "e": readings("nsf asf np ap"),
    "es": readings("nsn asn"),
    "em": readings("dsm dsn"),
    "en": readings("asm gsm gsn dp"),
}
WEAK: Final = {
    "e": readings("nsm nsf nsn asf asn"),
    "en": readings("gsm gsf gsn dsm dsf dsn asm np gp dp ap"),
}
# Of a noun in adjective's form, which denotes people: der Beauftragte, ein Beauftragter.
ADJECTIVAL: Final = {
    ending: frozenset(r for r in said | WEAK.get(ending, frozenset()) if r[2] != "n")
    for ending, said in STRONG.items()
}


class Match(NamedTuple):
    """A word and the noun that it ends in."""

    word: str
    noun: Noun
    form: str
    """The end of the word, in lower case, without hyphens."""
    readings: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether the word is no compound."""
        return len(self.word) == len(self.form)

    @property
    def ending(self) -> str:
        """What an adjectival noun adds to its stem."""
        return self.form[len(self.noun.lemma) - 1 :]

    def nominative(self, number: str, gender: str = "", *, weak: bool = False) -> str:
        """Return the word in the nominative, `s` or `p`; an adjectival noun takes the gender's."""
        target = self.noun.lemma if number == "s" else self.noun.plural or self.noun.lemma
        if self.noun.adjectival:
            ending = ending_of(number, gender, weak=weak)
            target = self.noun.lemma[:-1] + ending
        return _with_end(self.word, self.form, target)


def ending_of(number: str, gender: str, *, weak: bool = False) -> str:
    """Return the ending of an adjective in the nominative without an article."""
    if number == "p":
        return "en" if weak else "e"
    return {"m": "er", "f": "e", "n": "es"}[gender or "f"]


def _with_end(word: str, form: str, target: str) -> str:
    """Replace the end of a word where it differs, so that its capitals and hyphens stay."""
    same = 0
    while same < min(len(form), len(target)) and form[same] == target[same]:
        same += 1
    end = target[same:].upper() if word.isupper() else target[same:]
    return word[: len(word) - (len(form) - same)] + end


def without_genitive(word: str) -> str:
    """Take the genitive's ending off a noun that no list holds."""
    if word.endswith(("sses", "tzes", "schs", "stes", "ndes", "ßes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def guess(word: str) -> frozenset[str]:
    """Return the readings that the mere shape of an unknown noun allows."""
    has_s, has_n = word.endswith("s"), word.endswith("n")
    is_plural = has_s or has_n or word.endswith(("e", "er"))
    singular = {r for r in EVERY if r[1] == "s" and (has_s or r not in ("gsm", "gsn"))}
    plural = {r for r in EVERY if r[1] == "p" and (r[0] != "d" or has_s or has_n)}
    return frozenset(singular | plural if is_plural else singular)


class Lexicon:
    """Nouns, found by the longest end of a word; the entry that comes first wins."""

    def __init__(self, nouns: Iterable[Noun]) -> None:
        """Take the nouns in; their forms are worked out at the first look-up."""
        self._nouns = tuple(nouns)
        self._found: dict[str, Match | None] = {}

    @cached_property
    def _forms(self) -> dict[str, list[tuple[Noun, frozenset[str]]]]:
        forms: dict[str, list[tuple[Noun, frozenset[str]]]] = {}
        for noun in self._nouns:
            for form, said in noun.forms():
                forms.setdefault(form, []).append((noun, said))
        return forms

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """The lengths of the forms that share their last four letters, the longest first."""
        found: dict[str, set[int]] = {}
        for form in self._forms:
            found.setdefault(form[-4:], set()).add(len(form))
        return {tail: sorted(lengths, reverse=True) for tail, lengths in found.items()}

    def find(self, word: str) -> Match | None:
        """Return the noun that a capitalised word is or ends in, None where it ends in none."""
        if word not in self._found:
            if len(self._found) > MOST_REMEMBERED:
                self._found.clear()
            self._found[word] = self._find(word)
        return self._found[word]

    def _find(self, word: str) -> Match | None:
        if not word[:1].isalpha() or word.endswith("-") or len(word) > LONGEST:
            return None
        if not (word[0].isupper() or "-" in word):
            return None
        joined = word.replace("-", "").lower()
        tails = joined[-4:], joined[-3:], joined[-2:]
        lengths = [n for tail in tails for n in self._lengths.get(tail, ()) if n <= len(joined)]
        if not lengths:
            return None
        parts = {len(joined) - len(word[i + 1 :].replace("-", "")) for i in _hyphens(word)}
        for start in (len(joined) - n for n in lengths):
            choices = self._forms.get(joined[start:])
            if choices and (start == 0 or start in parts or _is_prefix(joined[:start])):
                match = _choose(word, joined[start:], choices, alone=start == 0 or start in parts)
                if match:
                    return match
        return None


MOST_REMEMBERED: Final = 50_000
"""Words remembered by a lexicon: some megabytes, more than a brochure has."""


def _hyphens(word: str) -> list[int]:
    return [i for i, char in enumerate(word) if char == "-"]


def _is_prefix(prefix: str) -> bool:
    return len(prefix) >= LEAST_PREFIX and not VOWELS.isdisjoint(prefix)


def _choose(
    word: str, form: str, choices: list[tuple[Noun, frozenset[str]]], *, alone: bool
) -> Match | None:
    fitting = [(noun, said) for noun, said in choices if _fits(noun, len(word) == len(form), alone)]
    if not fitting:
        return None
    noun = fitting[0][0]
    said = frozenset().union(*(said for other, said in fitting if other.lemma == noun.lemma))
    return Match(word, noun, form, said)


def _fits(noun: Noun, whole: bool, alone: bool) -> bool:
    if noun.flag == "compound only":
        return not whole
    return alone or (noun.flag != "whole" and len(noun.lemma) >= LEAST_PART)
