"""Phrases by which a sentence says who takes part.

>>> [cue.phrase for cue, _ in find_cues("Gemeinsam mit der Tafel helfen wir.")]
['gemeinsam mit']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Final, Literal

from pipeline.german import MOST_KEPT, load_toml

Side = Literal["behind", "subject"]
Case = Literal["nominative", "genitive", "dative", "accusative"]
PREPOSITIONS: Final = frozenset({"mit", "von", "vom", "durch", "aus", "zwischen"})
WORD_RE: Final = re.compile(r"\w+")
NOUN_RE: Final = re.compile(r"\b[A-ZÄÖÜ]\w++")
DETERMINER_RE: Final = re.compile(r"^(?:Die|Das|Der|Unsere?|Ihre?|Folgende|Weitere) ")
AGENTS: Final = (" von:", " durch:", " mit:")
FULL_STOP_RE: Final = re.compile(r"[.!?] ")
CLAUSE_END: Final = r"(?=\s*(?:[.,;:!–)]|$|und\b))"
"""What a separable verb leaves at the end of its clause: `wirken … mit |`."""
GAP: Final = 400
"""Most characters between the two parts of a phrase such as `wirken … mit`."""
WRAPPING: Final = frozenset({"durch", "von", "vom", "mit", "sich", "konnten wir"})
"""First parts behind which the partners stand, before the second part."""
NARROW_GAP: Final = 90
"""The same, where the partners stand behind both parts."""


@dataclass(frozen=True, slots=True, eq=False)  # one of each: compared by identity
class Cue:
    """One phrase."""

    phrase: str
    side: Side
    case: Case
    after_cue: bool
    example: str
    finds: tuple[str, ...]

    @property
    def wraps(self) -> bool:
        """Whether the partners stand between its two parts: `durch … unterstützt`."""
        first, _, last = self.phrase.partition(" … ")
        return self.side == "behind" and first in WRAPPING and bool(last)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands in a sentence, in characters."""

    start: int
    first_end: int
    """End of its first part."""
    end: int


Cues = tuple[tuple[Cue, Place], ...]
"""The phrases of a sentence with their places, in order."""


@cache
def cues() -> tuple[Cue, ...]:
    """Return all phrases, as the table has them."""
    return tuple(
        Cue(phrase, block["side"], block["case"], block["after_cue"], example, tuple(finds))
        for block in load_toml("partner_cues.toml")["cues"]
        for phrase, example, finds in block["rows"]
    )


@cache
def _by_anchor() -> dict[str, list[Cue]]:
    """Map the rarest word of each phrase, which is the longest, to the phrases that have it."""
    table: dict[str, list[Cue]] = {}
    for cue in cues():
        table.setdefault(_anchor(cue.phrase), []).append(cue)
    return table


def _anchor(phrase: str) -> str:
    """Return the longest word of a phrase, in lower case; of one with digits the first."""
    words: list[str] = WORD_RE.findall(phrase.casefold())
    return words[0] if any(map(str.isdigit, words)) else max(words, key=len)


@cache
def cue_anchors() -> frozenset[str]:
    """Return the words, in lower case, without which no sentence holds a cue."""
    return frozenset(_by_anchor())


@cache
def denial_anchors() -> frozenset[str]:
    """Return the words, in lower case, without which no clause is denied."""
    table = load_toml("partner_cues.toml")["not"]
    return frozenset(map(_anchor, [*table["words"], *table["at_start"]]))


@cache
def _words_of(cue: Cue) -> frozenset[str]:
    return frozenset(WORD_RE.findall(cue.phrase.casefold()))


@cache
def _first_word(cue: Cue) -> str:
    first: str = WORD_RE.findall(cue.phrase.casefold())[0]
    return first


@cache
def _word_re(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)


@cache
def _compiled(cue: Cue) -> re.Pattern[str]:
    """Compile a phrase; linear, as its gap is bounded and it is tried at its first word only."""
    first, _, last = cue.phrase.partition(" … ")
    body = _spaced(first) + (r"\b" if first[-1].isalnum() else "")
    opens = r"(?!\s*(?:[.,;:!?]|$))"  # somebody must be named behind a preposition
    if last:
        gap = GAP if cue.side == "subject" or cue.wraps else NARROW_GAP
        end = r"\s*:" if last == ":" else rf"\s{_spaced(last.removesuffix(' |'))}\b"
        end += CLAUSE_END if last.endswith(" |") else ""
        body = f"(?P<first>{body}{opens if cue.wraps else ''})[^;!?]{{0,{gap}}}?{end}"
    if cue.side == "behind" and cue.phrase.split(" ")[-1] in PREPOSITIONS:
        body += opens
    return re.compile(body, re.IGNORECASE)


def _spaced(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+")


@cache
def evidence(key: str) -> frozenset[str]:
    """Return a list of words by which a sentence is about taking part."""
    return frozenset(load_toml("partner_cues.toml")["evidence"][key])


@cache
def other_patterns() -> tuple[str, ...]:
    """Return patterns of clauses in lower case that tell of no taking part."""
    return tuple(load_toml("partner_cues.toml")["evidence"]["other_patterns"])


@cache
def _openings() -> tuple[str, ...]:
    return tuple(load_toml("partner_cues.toml")["not"]["openings"])


def is_of_others(sentence: str) -> bool:
    """Whether a sentence names a source, explains a picture or tells of another Kreis.

    >>> is_of_others("Foto: AWO Celle"), is_of_others("Fotos der AWO helfen uns.")
    (True, False)
    """
    return sentence.startswith(_openings())


def has_evidence_phrase(sentence: str) -> bool:
    """Whether several words of a sentence together show that it is about taking part.

    >>> has_evidence_phrase("Alle arbeiten Hand in Hand."), has_evidence_phrase("Es regnet.")
    (True, False)
    """
    lowered = sentence.lower()
    return any(phrase in lowered for phrase in _evidence_phrases())


def leads_to_list(passage: str) -> bool:
    """Whether a passage that ends in a colon announces partners: `Im Beirat sind beteiligt:`.

    >>> leads_to_list("Unsere Partner:"), leads_to_list("Wir bieten:")
    (True, False)
    """
    lowered = passage.lower()
    return any(stem in lowered for stem in evidence("leads_to_list"))


def leads_to_topics(passage: str) -> bool:
    """Whether the sentence before a colon announces topics: `Wir helfen. Die Schwerpunkte sind:`.

    >>> leads_to_topics("Die Partner haben diese Ziele:"), leads_to_topics("Partner im Themenfeld:")
    (True, False)
    """
    sentence = FULL_STOP_RE.split(passage)[-1]
    opening = DETERMINER_RE.sub("", sentence)
    subject, *nouns = NOUN_RE.findall(opening) or [""]
    topics = tuple(evidence("topics"))
    is_agentless = not passage.endswith(AGENTS)  # Die Ziele werden getragen von:
    if subject.lower().endswith(topics) and opening.startswith(subject):
        return is_agentless
    last = nouns[-1] if nouns else subject
    is_last = passage.endswith(f"{last}:") or not leads_to_list(" ".join(nouns))
    return last.lower().endswith(topics) and is_last


@lru_cache(maxsize=MOST_KEPT)
def is_evidence(word: str) -> bool:
    """Whether a word as printed shows that a sentence is about taking part.

    >>> is_evidence("mitbeteiligt"), is_evidence("schulen"), is_evidence("Schulen")
    (True, True, False)
    """
    low = word.lower()
    stems = _stems(lower=low == word)
    is_with = low.startswith("mit") and low[3:].startswith(stems)
    return is_with or low.startswith(stems) or any(part in low for part in evidence("inside"))


@lru_cache(maxsize=MOST_KEPT)
def is_helping(word: str) -> bool:
    """Whether a word as printed is a verb of what hands do for a project.

    >>> is_helping("backt"), is_helping("Gebaut"), is_helping("Bauten"), is_helping("bebt")
    (True, True, False, False)
    """
    is_opening = word.startswith("Ge") and word.endswith(("t", "en"))
    return (word.lower() if is_opening else word).startswith(_helping())


@cache
def _helping() -> tuple[str, ...]:
    return tuple(evidence("helping"))


@cache
def _stems(*, lower: bool) -> tuple[str, ...]:
    """Return the beginnings of words in lower case, or of those that may have a capital."""
    found = evidence("stems") | evidence("verbs") if lower else evidence("stems")
    return tuple(stem for stem in found if " " not in stem)


@cache
def _evidence_phrases() -> tuple[str, ...]:
    return tuple(stem for stem in evidence("stems") if " " in stem)


@lru_cache(maxsize=8)
def find_cues(sentence: str) -> Cues:
    """Return the cues of a sentence with their places, in order."""
    table = _by_anchor()
    printed = frozenset(WORD_RE.findall(sentence.casefold()))
    likely: dict[str, list[Cue]] = {}
    for anchor in sorted(table.keys() & printed):
        for cue in table[anchor]:
            if _words_of(cue) <= printed:
                likely.setdefault(_first_word(cue), []).append(cue)
    if not likely:
        return ()
    found: list[tuple[Cue, Place]] = []
    for first, cues_ in likely.items():
        for word, cue in product(_word_re(first).finditer(sentence), cues_):
            pattern = _compiled(cue)
            if match := pattern.match(sentence, word.start()):
                first_end = match.end("first") if "first" in pattern.groupindex else match.end()
                found.append((cue, Place(match.start(), first_end, match.end())))
    return tuple(_without_parts(found))


def _without_parts(found: list[tuple[Cue, Place]]) -> Iterator[tuple[Cue, Place]]:
    """Leave out a verb that is part of a longer phrase: `unterstützt` of `unterstützt durch`."""
    reach = 0  # of the phrases so far; each begins no later than those that follow
    for cue, place in sorted(found, key=lambda pair: (pair[1].start, -pair[1].end, pair[0].side)):
        if cue.side == "behind":
            reach = max(reach, place.end)
        if cue.side == "behind" or place.end > reach:
            yield cue, place


@cache
def denied_re() -> re.Pattern[str]:
    """Return the pattern of words that deny, put into the past or into the future."""
    lower = load_toml("partner_cues.toml")["not"]["words"]
    at_start = load_toml("partner_cues.toml")["not"]["at_start"]
    words = [
        *at_start,
        *lower,
        *(word.capitalize() for word in lower if word not in {"war", "waren"}),
    ]
    either = "|".join(re.escape(word).replace(r"\ …\ ", r"\b[^,;]{0,120}?\b") for word in words)
    return re.compile(rf"\b(?:{either})(?:\b|(?<=20)\d\d\b)")


@cache
def _but_re() -> re.Pattern[str]:
    words = load_toml("partner_cues.toml")["not"]["but"]
    either = "|".join(re.escape(word).replace(r"\ …\ ", r"\b[^,;]{0,120}?\b") for word in words)
    return re.compile(either, re.IGNORECASE)


@lru_cache(maxsize=64)  # a clause is asked for by each cue that stands in it
def is_denied(clause: str) -> bool:
    """Whether a clause says that somebody does not take part, did once, or shall some day."""
    return denied_re().search(_but_re().sub("", clause)) is not None
