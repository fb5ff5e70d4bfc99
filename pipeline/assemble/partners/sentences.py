"""Partners of a sentence that is about taking part, by the place of each body in it.

German has more verbs of taking part than a list can hold. Where a word of the sentence shows that
it is about taking part, a body is a partner by its place: as a subject, behind `mit`, `von` or
`durch`, or as the genitive of such a word (`unter Federführung des Jugendamts`). Objects of our own
doing (`wir informieren das Jobcenter`) and what other prepositions govern are none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from pipeline.assemble.partners.found import Member, MemberList
from pipeline.assemble.partners.lists import ListReader
from pipeline.german.grammar import words
from pipeline.german.partner_cues import Case, evidence
from pipeline.german.phrase import adjective, agreement, is_preposition, quantifier

OBLIQUE: Final = words("oblique")
CONJUNCTIONS: Final = words("conjunctions")
EXAMPLES: Final = words("examples")
US: Final = frozenset({"wir", "ich", "man"})
BOUNDS: Final = frozenset({",", ";", ":", "–", "—", "."})
PASSIVE: Final = frozenset({"wird", "werden", "wurde", "wurden"})
RELATIVES: Final = frozenset({"dem", "der", "denen", "dessen", "deren"})
NO_ATTRIBUTES: Final = words("verbs") | words("pronouns")
INDEFINITE: Final = frozenset(
    {"ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "jede", "jeder"}
)
GENERIC: Final = evidence("generic")
NOBODY: Final = tuple(evidence("nobody"))
GOVERNORS: Final = evidence("prepositions") | {"aus"}
CASES: Final[dict[str, Case]] = {
    "durch": "accusative",
    "um": "accusative",
    "dank": "genitive",
    "seitens": "genitive",
}


@cache
def _other_re() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, evidence('other_verbs')))})", re.IGNORECASE)


def find_members(reader: ListReader) -> Iterator[MemberList]:
    """Yield the lists of partners by their place, in order."""
    phrases = reader.phrases
    named = [k for k in range(phrases.count) if reader.may_name(k)]
    i = 0
    while named and i <= named[-1]:
        if not _opens(reader, i) or _leads_on(reader, i):
            i += 1
            continue
        governor = _governor(reader, i)
        if (governor and governor not in GOVERNORS) or not _can_name(reader, i, named):
            i = max(_past_governed(reader, i), i + 1)
            continue
        case = CASES.get(governor, "dative") if governor else "nominative"
        found = _read(reader, i, case, governed=bool(governor))
        segment = _segment(reader, i, found.end)
        if found.members and _takes_part(reader, i, governor, segment):
            known = sum(_names_a_body(reader, member) for member in found.members)
            kept = tuple(
                member
                for member in found.members
                if _is_somebody(reader, member, among_others=known > 1)
            )
            if any(member.kind in {"organisation", "person"} for member in kept):
                yield MemberList(kept, found.end)
        i = max(found.end if found.members else _past_phrase(reader, i), i + 1)


def _can_name(reader: ListReader, i: int, named: list[int]) -> bool:
    """Whether somebody may be named in the phrase at i, or in the list that it opens."""
    phrase = reader.phrases.read(i)
    if phrase is None:
        return False
    following = named[bisect_left(named, i)]
    return following < phrase.rest or reader.goes_on(phrase.rest)


def _opens(reader: ListReader, i: int) -> bool:
    """Whether a noun phrase can begin at word i."""
    phrases = reader.phrases
    low = phrases.low(i)
    before = phrases.low(i - 1) if i else ""
    if is_preposition(low) or (agreement(before) is not None and not is_preposition(before)):
        return False
    if phrases.is_noun(i) or quantifier(low) is not None or agreement(low) is not None:
        return True
    return low not in NO_ATTRIBUTES and phrases.words[i][0].islower() and adjective(low) is not None


def _read(reader: ListReader, i: int, case: Case, *, governed: bool) -> MemberList:
    """Read the list at i; an oblique article without preposition needs its own case."""
    low = reader.phrases.low(i)
    if not governed and low in OBLIQUE:
        case = "genitive" if low == "des" else "dative"
    return reader.read(i, case, over_clauses=False)


def _past_phrase(reader: ListReader, i: int) -> int:
    phrase = reader.phrases.read(i)
    return phrase.rest if phrase else i + 1


def _past_governed(reader: ListReader, i: int) -> int:
    """Return one past a phrase and what `und` adds to it: `im Bereich der Pflege und der Tafel`."""
    phrases = reader.phrases
    end = _past_phrase(reader, i)
    while phrases.low(end) in CONJUNCTIONS and phrases.low(end + 1) in OBLIQUE | {"der"}:
        end = max(_past_phrase(reader, end + 1), end + 2)
    return end


def _names_a_body(reader: ListReader, member: Member) -> bool:
    """Whether a word of a member says of itself that it is a body or who holds an office."""
    words_ = range(member.start, member.end)
    return any(_is_known(reader, i) for i in words_ if reader.phrases.words[i][0].isalpha())


def _is_somebody(reader: ListReader, member: Member, *, among_others: bool) -> bool:
    """Whether a member is somebody in particular: `die Tafel`, not `ein Verein` or `die Schule`.

    `among_others` says whether it stands in a list with several bodies.
    """
    phrases = reader.phrases
    if member.kind is None or phrases.low(member.start - 1) in INDEFINITE:
        return False
    nouns = [phrases.low(i) for i in range(member.start, member.end) if phrases.is_noun(i)]
    if not nouns or nouns[0].endswith(NOBODY):
        return False
    if not _names_a_body(reader, member) and member.kind != "person":
        return among_others and len(nouns) > 1
    return len(nouns) > 1 or nouns[0] not in GENERIC


def _is_known(reader: ListReader, i: int) -> bool:
    """Whether a word says of itself that it is a body or who holds an office."""
    phrases = reader.phrases
    role = phrases.role(i)
    is_acronym = phrases.words[i].isupper() and len(phrases.words[i]) > 1
    return phrases.body(i) is not None or (role is not None and not role.is_noun) or is_acronym


def _leads_on(reader: ListReader, i: int) -> bool:
    """Whether a word at i only leads to the next: a relative pronoun, or a noun of taking part."""
    phrases = reader.phrases
    low, after = phrases.low(i), phrases.low(i + 1)
    if low in RELATIVES and is_preposition(phrases.low(i - 1)) and agreement(after) is not None:
        return True
    noun = next((k for k in range(i, i + 4) if phrases.is_noun(k)), i)
    between = phrases.lows[i:noun]
    leads = phrases.low(noun) in evidence("genitive_nouns")
    return leads and phrases.low(noun + 1) in {"des", "der"} and not any(map(_ends_phrase, between))


def _ends_phrase(low: str) -> bool:
    return low in BOUNDS or is_preposition(low) or low in NO_ATTRIBUTES


def _governor(reader: ListReader, i: int) -> str:
    """Return the preposition that governs the phrase at i; empty if there is none."""
    low = reader.phrases.low(i - 1) if i else ""
    if low == "während":
        return ""
    return low if is_preposition(low) or low in {"dank", "mithilfe", "seitens"} else ""


def _takes_part(reader: ListReader, i: int, governor: str, segment: list[str]) -> bool:
    """Whether whoever is named at i takes part, by its place in the sentence."""
    phrases = reader.phrases
    if governor == "aus":
        return any(stem in " ".join(segment) for stem in evidence("made_of"))
    if governor:
        return governor in evidence("prepositions")
    low, before = phrases.low(i), phrases.low(i - 1)
    if low in {"des", "der"} and i and phrases.is_noun(i - 1):
        return before in evidence("genitive_nouns")
    ours = any(word in US for word in segment)
    if low in OBLIQUE or ours:
        return any(stem in " ".join(segment) for stem in evidence("won"))
    return not PASSIVE & set(segment) and _other_re().search(" ".join(segment)) is None


def _segment(reader: ListReader, first: int, past: int) -> list[str]:
    """Return the words of the clause around a list, in lower case."""
    lows = reader.phrases.lows
    start = first
    while start and not (lows[start - 1] in BOUNDS and lows[start] not in EXAMPLES):
        start -= 1
    end = next((k for k in range(past, len(lows)) if lows[k] in BOUNDS), len(lows))
    return [*lows[start:first], *lows[past:end]]
