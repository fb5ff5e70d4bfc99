"""Which list a cue points at: the one behind it, or the subject of its verb."""

from collections.abc import Sequence
from typing import Final

from pipeline.assemble.partners.candidates import GENERIC
from pipeline.assemble.partners.found import Member, MemberList
from pipeline.assemble.partners.lists import ListReader, is_object, is_oblique, is_singular
from pipeline.german.grammar import words
from pipeline.german.partner_cues import Cue, Place
from pipeline.german.phrase import is_preposition

AUXILIARIES: Final = frozenset({"haben", "hatten", "sind", "waren", "werden", "wurden"})
"""With a participle in -t, whose subject may be several: `unterstützt haben uns die Vereine`."""
BETWEEN: Final = words("between")
CONJUNCTIONS: Final = words("conjunctions")
RELATIVE_STARTS: Final = words("relatives_or_prepositions")
SUBORDINATORS: Final = words("subordinators")
SUBJECTS_OF_US: Final = words("us")
PARTICIPLES: Final = frozenset({"unterstützt", "begleitet", "beraten"})
PASSIVE: Final = words("passive")
FARTHEST: Final = 12
"""Words between a cue and its list."""
FARTHEST_SUBJECT: Final = 25
LONGEST_CLAUSE: Final = 120
"""Words before a verb among which its subject stands: a list of 40 members still fits in."""
SHORTEST_CLAUSE: Final = 3
CLAUSE_ENDS: Final = frozenset({";", ":", "–", "—"})


def members_of(reader: ListReader, cue: Cue, place: Place) -> MemberList:
    """Return the list that a cue points at."""
    first_from = reader.tokens.first_from
    if cue.side == "behind":
        behind = place.first_end if cue.wraps else place.end
        found = _behind(reader, first_from(behind), cue)
        is_past = cue.wraps and found.members and found.members[0].start >= first_from(place.end)
        return MemberList((), found.end) if is_past else found
    if cue.phrase in PARTICIPLES and PASSIVE & set(reader.phrases.lows):
        return MemberList((), 0)  # `Unterstützt werden Familien`: they take no part
    return _subject(reader, first_from(place.start), first_from(place.end))


def _behind(reader: ListReader, first: int, cue: Cue) -> MemberList:
    """Read the list behind a cue; words that name nobody may stand between."""
    phrases = reader.phrases
    i = first
    while i < min(first + FARTHEST, phrases.count) and phrases.words[i] not in ".;!?":
        found = reader.read(i, cue.case)
        if found.members or (found.end > i and cue.case != "nominative"):
            return found
        if found.end == i and cue.case != "nominative" and phrases.low(i) not in BETWEEN - {"uns"}:
            break
        i = _past_phrase(reader, i + 1) if is_preposition(phrases.low(i)) else max(i + 1, found.end)
    return MemberList((), first)


def _subject(reader: ListReader, verb: int, past: int) -> MemberList:
    """Read the subject of a verb: the list directly before it, or the one behind it."""
    before = _before(reader, verb)
    if before is not None and _is_relative(reader, before, verb):
        return MemberList((), verb)
    if before is not None and _is_done(reader, before, verb):
        before = None
    if before is not None and before.members:
        return MemberList((), verb) if _serves(reader, before, verb) else before
    if before is None and reader.phrases.low(verb - 1) in CONJUNCTIONS:
        return MemberList((), verb)  # `… berät Familien und unterstützt Senioren`
    behind = _behind_verb(reader, verb, past)
    if before is not None and not any(m.kind in {"organisation", "person"} for m in behind.members):
        return before  # `Das Projekt unterstützt Familien`: what is supported takes no part
    return behind


def _is_done(reader: ListReader, before: MemberList, verb: int) -> bool:
    """Whether what stands before a verb is what is done: `die Evaluation übernimmt …`."""
    if len(before.members) != 1 or before.end != verb:
        return False
    (member,) = before.members
    roles = (reader.phrases.role(i) for i in range(member.start, member.end))
    is_activity = any(role is not None and role.is_noun for role in roles)
    return is_activity or is_object(reader, _start_of(reader, member), before)


def _is_relative(reader: ListReader, before: MemberList, verb: int) -> bool:
    """Whether `die` before people is a relative pronoun: `Lotsen, die Familien begleiten`."""
    if not before.members or before.members[0].kind != "group":
        return False
    low, opens = reader.phrases.low, before.members[0].start - 1
    is_pronoun = low(opens) == "die" and low(opens - 1) == ","
    return is_pronoun and before.end == verb and low(verb + 1) in CLAUSE_ENDS | {",", "."}


def _serves(reader: ListReader, before: MemberList, verb: int) -> bool:
    """Whether one of many says whom it is there for: `Die Beratungsstelle berät Familien`."""
    last = reader.phrases.low(before.end - 1)
    low = reader.phrases.low
    is_second = low(verb + 1) in CONJUNCTIONS and low(verb + 2).endswith("t")
    served = reader.read(verb + (3 if is_second else 1), "accusative").members  # berät und hilft …
    return (
        len(before.members) == 1
        and last in GENERIC
        and bool(served)
        and all(member.kind == "group" for member in served)
    )


def _start_of(reader: ListReader, member: Member) -> int:
    return member.start - reader.phrases.has_article_at(member.start - 1)


def _behind_verb(reader: ListReader, verb: int, past: int) -> MemberList:
    """Return the first list behind the verb that no preposition governs."""
    phrases = reader.phrases
    if any(
        low in {"wir", "ich", "man"}
        for low in phrases.lows[_clause_start(phrases.lows, verb) : verb]
    ):
        return MemberList((), verb)
    i = verb + 1
    while i < phrases.count and phrases.words[i] not in ".;:!?":
        if phrases.low(i) in SUBJECTS_OF_US and i <= past:
            return MemberList((), i)
        if is_preposition(phrases.low(i)):
            i = _past_phrase(reader, i + 1)
            continue
        if is_oblique(reader, i):
            i = max(i + 1, _past_phrase(reader, i))
            continue
        found = reader.read(i, "nominative")
        if found.members and agrees(reader, found, verb):
            return found
        i = max(i + 1, found.end)
        if i - verb > FARTHEST_SUBJECT:
            break
    return MemberList((), verb)


def agrees(reader: ListReader, found: MemberList, verb: int) -> bool:
    """Whether a list can be the subject of a verb: `berät Familien` has them as its object."""
    lows = reader.phrases.lows
    if not found.members or not is_singular(lows[verb]) or not AUXILIARIES.isdisjoint(lows):
        return True
    first = found.members[0]
    is_several = len(found.members) > 1 and verb > first.start
    return not (first.kind == "group" and (is_several or _is_plural(reader, first)))


def _is_plural(reader: ListReader, member: Member) -> bool:
    bodies = (reader.phrases.body(i) for i in range(member.start, member.end))
    body = next((body for body in bodies if body is not None), None)
    return body is None or body.number != "singular"


def _past_phrase(reader: ListReader, i: int) -> int:
    phrase = reader.phrases.read(i)
    return phrase.rest if phrase else i


def _before(reader: ListReader, verb: int) -> MemberList | None:
    """Return the list that ends at the verb; empty where the subject is no partner."""
    phrases = reader.phrases
    start = _clause_start(phrases.lows, verb)
    if any(low in {"wir", "ich", "man"} for low in phrases.lows[start:verb]):
        return MemberList((), verb)
    i = start
    while i < verb:
        is_governor = is_preposition(phrases.low(i)) and not is_preposition(phrases.low(i - 1))
        if is_governor or phrases.low(i) == "als":
            i = _past_phrase(reader, i + 1)
            continue
        if is_oblique(reader, i):
            i = max(i + 1, _past_phrase(reader, i))
            continue
        found = reader.read(i, "nominative")
        if found.end > i:
            reaches = found.end <= verb and _may_stand_between(phrases.lows[found.end : verb])
            if reaches and (found.members or found.end == verb) and agrees(reader, found, verb):
                return found
            i = max(found.end, i + 1)
        else:
            i += 1
    return None


def _may_stand_between(lows: Sequence[str]) -> bool:
    """Whether subject and verb are parted by small words or a relative clause only."""
    is_relative = (
        len(lows) > SHORTEST_CLAUSE and lows[0] == lows[-1] == "," and lows[1] in RELATIVE_STARTS
    )
    return is_relative or all(_may_part(low) for low in lows)


def _may_part(low: str) -> bool:
    """Whether a word may stand between subject and verb."""
    return low in BETWEEN or low == "," or low.endswith(("lich", "ig", "weise"))


def _clause_start(lows: Sequence[str], verb: int) -> int:
    first = max(0, verb - LONGEST_CLAUSE)
    for i in range(verb - 1, first - 1, -1):
        if lows[i] in CLAUSE_ENDS or (
            lows[i] in SUBORDINATORS
            and "," in (lows[i - 1], lows[i - 2] if is_preposition(lows[i - 1]) else "")
            and i > 1
        ):
            return i + 1
    return first
