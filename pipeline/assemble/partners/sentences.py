"""Partners of a sentence that is about taking part, by the place of each body in it.

German has more verbs of taking part than a list can hold. Where a word of the sentence shows that
it is about taking part, a body is a partner by its place: as a subject, behind `mit`, `von` or
`durch`, or as the genitive of such a word (`unter Federführung des Jugendamts`). Objects of our own
doing (`wir informieren das Jobcenter`) and what other prepositions govern are none.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from pipeline.assemble.partners.found import Member, MemberList
from pipeline.assemble.partners.lists import ListReader
from pipeline.german.grammar import words
from pipeline.german.partner_cues import Case, evidence
from pipeline.german.phrase import agreement, is_preposition

OBLIQUE: Final = words("oblique")
US: Final = frozenset({"wir", "ich", "man"})
BOUNDS: Final = frozenset({",", ";", ":", "–", "—", "."})
DATIVES: Final = frozenset({"dem", "der", "den"})
INDEFINITE: Final = frozenset(
    {"ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "jede", "jeder"}
)
GENERIC: Final = evidence("generic")
NOBODY: Final = tuple(evidence("nobody"))
CASES: Final[dict[str, Case]] = {
    "durch": "accusative",
    "um": "accusative",
    "dank": "genitive",
    "seitens": "genitive",
}


@cache
def evidence_re() -> re.Pattern[str]:
    """Return the pattern of a word by which a sentence is about taking part; a list of beginnings."""
    stems = sorted(evidence("stems"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})", re.IGNORECASE)


@cache
def _other_re() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, evidence('other_verbs')))})", re.IGNORECASE)


def find_members(reader: ListReader) -> Iterator[MemberList]:
    """Yield the lists of partners by their place, in order."""
    phrases = reader.phrases
    i = 0
    while i < phrases.count:
        governor = _governor(reader, i)
        case = CASES.get(governor, "dative") if governor else "nominative"
        if not _opens(reader, i):
            i += 1
            continue
        found = _read(reader, i, case, governed=bool(governor))
        if found.members and _takes_part(reader, i, governor, found):
            kept = tuple(member for member in found.members if _is_somebody(reader, member))
            if any(member.kind in {"organisation", "person"} for member in kept):
                yield MemberList(kept, found.end)
        i = max(found.end, i + 1)


def _opens(reader: ListReader, i: int) -> bool:
    """Whether a noun phrase can begin at word i."""
    phrases = reader.phrases
    if agreement(phrases.low(i - 1)) is not None and i:
        return False
    return (
        phrases.is_noun(i) or agreement(phrases.low(i)) is not None or phrases.words[i][0].islower()
    )


def _read(reader: ListReader, i: int, case: Case, *, governed: bool) -> MemberList:
    """Read the list at i; an oblique article without preposition needs its own case."""
    low = reader.phrases.low(i)
    if not governed and low in OBLIQUE:
        return reader.read(i, "genitive" if low == "des" else "dative")
    return reader.read(i, case)


def _is_somebody(reader: ListReader, member: Member) -> bool:
    """Whether a member is somebody in particular: `die Tafel`, not `ein Verein` or `die Schule`."""
    phrases = reader.phrases
    if member.kind is None or phrases.low(member.start - 1) in INDEFINITE:
        return False
    nouns = [phrases.low(i) for i in range(member.start, member.end) if phrases.is_noun(i)]
    if not nouns or nouns[0].endswith(NOBODY):
        return False
    return len(nouns) > 1 or nouns[0] not in GENERIC


def _governor(reader: ListReader, i: int) -> str:
    """Return the preposition that governs the phrase at i; empty if there is none."""
    low = reader.phrases.low(i - 1) if i else ""
    return low if is_preposition(low) or low in {"dank", "mithilfe", "seitens"} else ""


def _takes_part(reader: ListReader, i: int, governor: str, found: MemberList) -> bool:
    """Whether whoever is named at i takes part, by its place in the sentence."""
    phrases = reader.phrases
    if governor:
        return governor in evidence("prepositions")
    low, before = phrases.low(i), phrases.low(i - 1)
    segment = _segment(reader, i, found.end)
    if low in {"des", "der"} and i and phrases.is_noun(i - 1):
        return before in evidence("genitive_nouns")
    ours = any(word in US for word in segment)
    if low in OBLIQUE or ours:
        return any(stem in " ".join(segment) for stem in evidence("won"))
    return _other_re().search(" ".join(segment)) is None


def _segment(reader: ListReader, first: int, past: int) -> list[str]:
    """Return the words of the clause around a list, in lower case."""
    lows = reader.phrases.lows
    start = next((k + 1 for k in range(first - 1, -1, -1) if lows[k] in BOUNDS), 0)
    end = next((k for k in range(past, len(lows)) if lows[k] in BOUNDS), len(lows))
    return [*lows[start:first], *lows[past:end]]
