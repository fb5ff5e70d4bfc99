"""Noun phrases back to the nominative, without article.

Article, adjectives and noun each allow some readings (case, number, gender); what all of them
allow decides. Only what stands in front of the head and the head itself change: genitives, names
and places behind it stay as printed.

>>> nominative("des Deutschen Roten Kreuzes"), nominative("den Wohlfahrtsverbänden")
('Deutsches Rotes Kreuz', 'Wohlfahrtsverbände')
>>> analyse("ehrenamtlichen Ausländerbeauftragten der Kommunen")
Analysis(nominative='ehrenamtliche Ausländerbeauftragte der Kommunen', gender=None, number='plural')
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from pipeline.german.area_codes import is_place
from pipeline.german.bodies import EDGES, Number, head_of
from pipeline.german.declension import (
    EVERY,
    STRONG,
    WEAK,
    Match,
    Noun,
    ending_of,
    guess,
    without_genitive,
)
from pipeline.german.phrase import (
    Case,
    Ending,
    adjective,
    agreement,
    is_preposition,
    nouns,
    participle,
    quantifier,
    suffixes,
)

PARTICIPLES: Final = ("ter", "nder", "ener")
SALUTATIONS: Final = {"Herr": "m", "Herrn": "m", "Frau": "f", "Hr.": "m", "Fr.": "f"}
JOINTS: Final = frozenset({"und", "oder", "sowie", "&", "bzw.", "/"})
OPENING: Final = '„“"‚»«›‹('

# Where a phrase alone may be read in several ways: what stands in lists of partners most often.
PREFERENCE: Final = ("ns", "np", "dp", "ds", "gs", "gp", "ap", "as")

# The endings that `ein` leaves to the adjective: ein ehrenamtlicher Beirat.
AFTER_EIN: Final = frozenset({"nsm", "nsn", "asn"})

MOST_WORDS: Final = 40
"""What comes later is no part of what is declined."""

PROPER: Final = Noun("", "", "")
"""Stands for names and abbreviations, which are not declined."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a noun phrase is."""

    nominative: str
    gender: str | None
    """`m`, `f` or `n` of a singular; None in the plural or where the phrase does not say it."""
    number: Number | None


def nominative(phrase: str, case: Case | None = None) -> str:
    """Return a noun phrase in the nominative without article; `case` is the one it stands in."""
    return analyse(phrase, case).nominative


@lru_cache(maxsize=4096)
def analyse(phrase: str, case: Case | None = None) -> Analysis:
    """Return the nominative of a noun phrase, its gender and its number."""
    words = phrase.split()
    if len(words) > MOST_WORDS:
        found = analyse(" ".join(words[:MOST_WORDS]), case)
        rest = " ".join(words[MOST_WORDS:])
        return replace(found, nominative=f"{found.nominative} {rest}")
    said, start = _lead(words)
    parts = _Parts(words[start:], said)
    if not parts.read():
        return Analysis(" ".join(words[start:]), None, None)
    wanted = frozenset(r for r in parts.said if case is None or r[0] == case[0])
    return _decline(parts, wanted or parts.said)


def _lead(words: list[str]) -> tuple[frozenset[str], int]:
    """Return what articles and salutations say, and how many words they are."""
    said, start = EVERY, 0
    while start < len(words) - 1:
        word, following = words[start], words[start + 1]
        article = agreement(word)
        if article is not None and not _opens_an_attribute(words[start:]):
            said = said & article or said
        elif word in SALUTATIONS and following[0].isupper():
            said = frozenset(r for r in said if r[1:] == "s" + SALUTATIONS[word]) or said
        else:
            break
        start += 1
    return said, start


def _opens_an_attribute(words: list[str]) -> bool:
    """Whether a contraction opens an attribute: `am Programm teilnehmende Kreise`."""
    at = participle(words) if is_preposition(words[0]) else 0
    # `vom Ring politischer Jugend` has a genitive, no attribute
    return at > 1 and (not words[at].endswith("er") or words[at].endswith(PARTICIPLES))


class _Parts:
    """A phrase taken apart: words in front, some of them declined, the head, and the rest."""

    def __init__(self, words: list[str], said: frozenset[str]) -> None:
        self.words = words
        self.said = said
        """The readings that article and adjectives allow."""
        self.front: list[str | Ending] = []
        self.place = 0
        """Of the head, once read."""
        self.is_weak = False
        """Whether an adjective keeps -en in the plural, as behind `alle`."""
        self.has_article = said is not EVERY

    @property
    def head(self) -> str:
        return self.words[self.place]

    @property
    def back(self) -> list[str]:
        return self.words[self.place + 1 :]

    @property
    def is_bare(self) -> bool:
        """Whether neither article nor adjective stands in front."""
        return not self.has_article and not any(isinstance(part, Ending) for part in self.front)

    def read(self) -> bool:
        """Find the head; False where there is none."""
        while self.place < len(self.words):
            word = self.words[self.place]
            if word[0] in OPENING:
                return False
            if self._take_amount(word):
                continue
            if is_preposition(word):
                if not self._take_attribute():
                    return False
            elif word[0].isupper() or word[0].isdigit():
                if not self._take_capital(word):
                    return True
            else:
                self._take(adjective(word) or word)
        return False

    def _take(self, part: str | Ending) -> None:
        self.front.append(part)
        self.place += 1
        if isinstance(part, Ending):
            self.said = _narrow(self.said, part, self.has_article or self.is_weak)

    def _take_amount(self, word: str) -> bool:
        """Take `alle`, `viele`; a capital later on is no amount."""
        amount = quantifier(word) if self.place + 1 < len(self.words) else None
        if amount is None or (self.front and word[0].isupper()):
            return False
        plurals = frozenset(r for r in STRONG[amount[1]] if r[1] == "p")
        self.said = self.said & plurals or self.said
        self.front.append(Ending(amount[0], amount[1], ""))
        self.place += 1
        self.is_weak = self.is_weak or amount[2]
        return True

    def _take_attribute(self) -> bool:
        """Take the words in front of a participle as they are: `vor Ort ansässige`."""
        length = participle(self.words[self.place :])
        self.front.extend(self.words[self.place : self.place + length])
        self.place += length
        return length > 0

    def _take_capital(self, word: str) -> bool:
        """Take an adjective that begins a name; False where the head is reached."""
        following = self.words[self.place + 1][:1] if self.place + 1 < len(self.words) else ""
        part = adjective(word)
        if part and following.isupper() and self._is_attribute(word):
            self._take(part)
            return True
        head = _head_from(self.words, self.place, self.said)
        self.front.extend(self.words[self.place : head])
        self.place = head
        return False

    def _is_attribute(self, word: str) -> bool:
        """Whether a word in adjective's form is one: Freiwillige Feuerwehr, not Leiter Meier."""
        following = self.words[self.place + 1].strip(EDGES)
        if nouns().find(word):
            return bool(nouns().find(following) or adjective(following))
        return not (word.endswith("er") and _is_of_a_place(word, following, self.said))


def _narrow(said: frozenset[str], part: Ending, behind_article: bool) -> frozenset[str]:
    """Keep the readings that an adjective allows."""
    strong = STRONG.get(part.ending, EVERY)
    if not behind_article:
        return said & strong or said
    return said & (WEAK.get(part.ending) or AFTER_EIN & strong) or said


def _is_of_a_place(word: str, following: str, said: frozenset[str]) -> bool:
    """Whether a word in -er comes from a place and is not declined: Leipziger Tafel."""
    if word.endswith("ischer"):
        return False
    match = nouns().find(following)
    return match is not None and not match.readings & said & STRONG["er"]


def _head_from(words: list[str], start: int, said: frozenset[str]) -> int:
    """Return the place of the head in a run of capitals: the first known noun that agrees."""
    while start + 1 < len(words) and (words[start].endswith(("-", "-,")) or words[start] in JOINTS):
        start += 1  # `Ordnungs- und Sozialamtes` share the last
    run = [start]
    while run[-1] + 1 < len(words) and words[run[-1] + 1][0].isupper():
        if words[run[-1]].endswith((",", ";")):
            break
        run.append(run[-1] + 1)
    known = {
        place: match
        for place in run
        if (match := _look_up(words[place]))
        and not (place > start and is_place(words[place].strip(EDGES)))  # …haus Eberswalde
    }
    agreeing = [place for place, match in known.items() if match.readings & said]
    first = next(iter(agreeing or known), start)
    is_abbreviated = first in known and known[first].noun is PROPER
    if is_abbreviated and first + 1 in agreeing and known[first + 1].noun is not PROPER:
        return first + 1  # what is declined: `des DRK Kreisverbands`
    return first


def _look_up(word: str) -> Match | None:
    """Return the noun of a word as printed."""
    plain = word.strip(EDGES)
    head = head_of(plain)
    if head is None or not head.is_proper:
        return nouns().find(plain)
    number = "p" if head.number == "plural" else "s"
    fits = frozenset(r for r in EVERY if r[1] == number and r[2] == (head.gender or r[2]))
    return Match(plain, PROPER, "", fits)


def _decline(parts: _Parts, wanted: frozenset[str]) -> Analysis:
    """Put the phrase into the nominative."""
    plain = parts.head.strip(EDGES)
    match = _look_up(parts.head) or suffixes().find(plain)
    possible = match.readings if match else guess(plain)
    if match and match.noun.adjectival:
        possible = _narrow(possible, Ending("", match.ending, ""), parts.has_article)
    common = possible & wanted or possible & parts.said or possible
    is_collective = bool(match and match.noun.adjectival and match.noun.value and parts.is_bare)
    if is_collective:  # `Ehrenamtliche` alone are several, `Beauftragte` may be one
        common = frozenset(r for r in common if r[1] == "p") or common
    chosen = min(common, key=lambda r: (PREFERENCE.index(r[:2]), r[2]))
    front = [_in_nominative(part, chosen, parts) for part in parts.front]
    noun = _noun(plain, match, chosen, weak=parts.is_weak)
    words = [*front, parts.head.replace(plain, noun, 1), *_back(parts)]
    number = _number(common, chosen)
    genders = {r[2] for r in common if r[:2] == chosen[:2]}
    is_clear = number == "singular" and len(genders) == 1
    return Analysis(" ".join(words), chosen[2] if is_clear else None, number)


def _in_nominative(part: str | Ending, chosen: str, parts: _Parts) -> str:
    if isinstance(part, str):
        return part
    is_amount = quantifier(part.stem + part.ending) is not None
    ending = ending_of(chosen[1], chosen[2], weak=parts.is_weak and not is_amount)
    return (part.stem.lower() if is_amount else part.stem) + ending + part.rest


def _noun(plain: str, match: Match | None, chosen: str, *, weak: bool) -> str:
    """Return the head in the nominative; an unknown noun loses only what is surely an ending."""
    if match:
        known = match.noun is not PROPER
        return match.nominative(chosen[1], chosen[2], weak=weak) if known else plain
    if chosen in ("gsm", "gsn"):
        return without_genitive(plain)
    return plain[:-1] if chosen[:2] == "dp" and plain.endswith(("ern", "eln")) else plain


def _number(common: frozenset[str], chosen: str) -> Number | None:
    """Return the number, None where singular and plural look alike: `der Beauftragten`."""
    numbers = {r[1] for r in common if r[0] == "n"}
    if not numbers and {"gp"} & {r[:2] for r in common}:
        numbers = {r[1] for r in common}
    if len(numbers) > 1:
        return None
    return "plural" if chosen[1] == "p" else "singular"


def _back(parts: _Parts) -> list[str]:
    """Return what stands behind the head; a noun that is joined to it is in the same case."""
    back = parts.back
    joint = 1 if back and back[0] in JOINTS else 0
    if not (joint or parts.head.endswith(",")) or len(back) <= joint:
        return back
    if back[joint] in SALUTATIONS or back[joint][0] in OPENING:
        return back
    return [*back[:joint], *analyse(" ".join(back[joint:])).nominative.split(" ")]
