"""What the words of a sentence hint at, told before it is tokenized.

Most sentences of a brochure name no partner, and their words alone show it. Each run of characters
between two blanks is looked at once and remembered; a sentence hints at what any of them hints at.
Somebody who takes part is named by a body (`amt` in `Kreisjugendamt`), a function, an acronym, a
given name or title, a legal form, or stands in quotation marks.

>>> Hints("Das Kreisjugendamt hilft.").at_somebody, Hints("Das Wetter hilft.").at_somebody
(True, False)
"""

import re
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import Final

from pipeline.assemble.partners.candidates import GENERIC, is_particular, tells_of_somebody
from pipeline.german import MOST_KEPT
from pipeline.german.grammar import words
from pipeline.german.partner_cues import (
    cue_anchors,
    denial_anchors,
    has_evidence_phrase,
    is_evidence,
    is_helping,
)

SOMEBODY, PARTICULAR, GENERAL, EVIDENCE, CUE, DENIAL, REACHED, PASSIVE, AGENT, HELPING, OURS = (
    1 << bit for bit in range(11)
)
SPECIFIC_ENDINGS: Final = tuple(
    stem + ending
    for stem in words("specific_attributes")
    for ending in ("e", "en", "er", "es", "em")
)
PASSIVE_WORDS: Final = words("passive") | {"worden"}
AGENT_WORDS: Final = words("agents")
OUR_WORDS: Final = frozenset({"uns", "unser", "unsere", "unserem", "unseren", "unserer", "wir"})
JOINTS: Final = words("conjunctions")
STRESSING: Final = (["hat"], ["haben"])
SEVERAL: Final = 2
FARTHEST: Final = 6
"""Words from one that is named to the next of the same list."""
# Linear, all of them: one class each, possessive.
NAME_RE: Final = re.compile(r"[\w.-]++")
WORD_RE: Final = re.compile(r"\w++")
QUOTED_RE: Final = re.compile(r"[„»«“\"‚]|e\. ?V\.")
REACHED_RE: Final = re.compile(r"[@§]|\b(?:Tel|Fon|Telefon|E-Mail|Mail)\b")


class Hints:
    """What the words of one sentence hint at."""

    def __init__(self, sentence: str, *, of_ours: bool = False) -> None:
        """Look at each run of characters; `of_ours`: the sentences before are about the project."""
        self._of_ours = of_ours
        self._sentence = sentence
        self._chunks = sentence.split()
        self._told = [*map(_of_chunk, self._chunks)]
        self._flags = reduce(or_, self._told, 0)

    @property
    def at_somebody(self) -> bool:
        """Whether a word can be, or be a part of, the name of a partner."""
        return bool(self._flags & SOMEBODY) or QUOTED_RE.search(self._sentence) is not None

    @cached_property
    def at_somebody_in_particular(self) -> bool:
        """Whether somebody in particular can be named, as is asked where no cue points at a list.

        >>> Hints("Die Stadt Celle hilft.").at_somebody_in_particular
        True
        >>> Hints("Die Stadt hilft.").at_somebody_in_particular
        False
        """
        return bool(self._flags & PARTICULAR) or (
            bool(self._flags & GENERAL) and _says_which(self._sentence)
        )

    @cached_property
    def at_taking_part(self) -> bool:
        """Whether a word shows that the sentence is about taking part, or hands help the project.

        >>> Hints("Die AWO Celle backt, der DRK-Ortsverein fährt.").at_taking_part
        True
        >>> Hints("Die AWO Celle backt.").at_taking_part
        False
        """
        is_told = self._flags & EVIDENCE or has_evidence_phrase(self._sentence)
        return bool(is_told) or (bool(self._flags & HELPING) and self._are_helping())

    def _are_helping(self) -> bool:
        """Whether hands do something for us, or several do something each; `Gebaut hat es …`."""
        is_stressed = self._told[0] & HELPING and self._chunks[1:2] in STRESSING
        least = 1 if self._of_ours or self.at_us or is_stressed else SEVERAL
        return all(
            sum(1 for flags in self._told if flags & flag) >= least
            for flag in (HELPING, PARTICULAR)
        )

    @property
    def at_us(self) -> bool:
        """Whether the authors speak of themselves: `uns`."""
        return bool(self._flags & OURS)

    @cached_property
    def at_doing(self) -> bool:
        """Whether something is done by somebody: in the passive, or by several together.

        >>> Hints("Gepflegt wird es vom Imkerverein.").at_doing, Hints("Der AWO hilft es.").at_doing
        (True, False)
        """
        is_passive = self._flags & PASSIVE and self._flags & AGENT
        return bool(is_passive) or _are_joined(self._chunks, self._told)

    @property
    def at_a_cue(self) -> bool:
        """Whether there may be a phrase that points at a list."""
        return bool(self._flags & CUE)

    @property
    def at_denial(self) -> bool:
        """Whether somebody may be said not to take part."""
        return bool(self._flags & DENIAL)

    @property
    def at_contact_data(self) -> bool:
        """Whether somebody is said to be reached there, or a law is cited."""
        return bool(self._flags & REACHED)


@lru_cache(maxsize=MOST_KEPT)
def _of_chunk(chunk: str) -> int:
    """Return what one run of characters hints at, a bit each."""
    names = NAME_RE.findall(chunk)
    printed = WORD_RE.findall(chunk)
    lows = WORD_RE.findall(chunk.casefold())
    told = {
        SOMEBODY: any(map(tells_of_somebody, names)),
        PARTICULAR: any(map(is_particular, names)),
        GENERAL: any(name.lower() in GENERIC for name in names),
        EVIDENCE: any(map(is_evidence, printed)),
        CUE: not cue_anchors().isdisjoint(lows),
        DENIAL: not denial_anchors().isdisjoint(lows),
        PASSIVE: not PASSIVE_WORDS.isdisjoint(lows),
        AGENT: not AGENT_WORDS.isdisjoint(lows),
        HELPING: any(map(is_helping, printed)),
        OURS: not OUR_WORDS.isdisjoint(lows),
        REACHED: REACHED_RE.search(chunk) is not None,
    }
    return sum(bit for bit, is_told in told.items() if is_told)


def _are_joined(chunks: list[str], told: list[int]) -> bool:
    """Whether somebody in particular is joined to another: `die AWO und die Tafel Celle`."""
    last = -FARTHEST
    for i, flags in enumerate(told):
        if flags & PARTICULAR:
            if i - last < FARTHEST and not JOINTS.isdisjoint(chunks[last + 1 : i]):
                return True
            last = i
    return False


def _says_which(sentence: str) -> bool:
    """Whether a name or an attribute says which of many is meant: `Stadt Celle`."""
    words_ = NAME_RE.findall(sentence)
    return any(
        after[0].isupper() or before.endswith(SPECIFIC_ENDINGS)
        for before, word, after in zip(["", *words_], words_, [*words_[1:], "."], strict=False)
        if word.lower() in GENERIC and tells_of_somebody(word)
    )
