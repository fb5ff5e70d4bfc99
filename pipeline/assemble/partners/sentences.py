"""Partners of a sentence, by the place of each body in it.

German has more verbs of taking part than a list can hold. Where a word of the sentence shows that
it is about taking part, a body is a partner by its place: as a subject, behind `mit`, `von` or
`durch`, or as the genitive of such a word (`unter Federführung des Jugendamts`). Objects of our own
doing (`wir informieren das Jobcenter`) and what other prepositions govern are none. A sentence
without such a word tells of many who take no part, as news do.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.assemble.grammar.words import NO_ATTRIBUTES
from pipeline.assemble.partners.clauses import (
    PASSIVE,
    does_other,
    has_pronoun_subject,
    is_passive,
    segment_of,
    tells_where_from,
)
from pipeline.assemble.partners.described import follows_speech, is_dateline, is_visited
from pipeline.assemble.partners.found import Member, MemberList
from pipeline.assemble.partners.lists import (
    BOUNDS,
    NO_FULL_VERBS,
    ListReader,
    is_object,
    is_oblique,
    is_singular,
)
from pipeline.assemble.partners.somebody import (
    is_of_a_body,
    is_somebody,
    names_a_body,
)
from pipeline.german.grammar import words
from pipeline.german.partner_cues import Case, evidence
from pipeline.german.phrase import agreement, is_preposition

OBLIQUE: Final = words("oblique")
GENITIVE_NOUNS: Final = evidence("genitive_nouns")
PRODUCTS: Final = evidence("products")
WON: Final = evidence("won")
INVOLVED: Final = evidence("involved")
FARTHEST_COPULA: Final = 5
"""Words: `ist seit 2020 ein neues Projekt`."""
FARTHEST_OBJECT: Final = 4
"""Words: `haben wir inzwischen auch`."""
HAVING: Final = frozenset({"haben", "hat", "hatte", "hatten", "wissen"})
SUBJECTS: Final = frozenset({"er", "ich", "sie", "wir"})
INDEFINITE: Final = frozenset({"ein", "eine"})
STARTS: Final = evidence("starts")
POSSESSIVE: Final = ("ihr", "sein", "unser")
AGENTS: Final = words("agents")
SEVERAL: Final = 2
PAIR: Final = 2
OPENING: Final = '„»«“"‚'
RELATIVE: Final = frozenset({"das", "dem", "den", "denen", "der", "deren", "dessen", "die"})
RELATIVES: Final = frozenset({"dem", "der", "denen", "dessen", "deren"})
CONDITIONS: Final = {
    "aus": "made_of",
    "ohne": "impossible",
    "bei": "hosted",
    "beim": "hosted",
    "an": "thanked",
    "nach": "followed",
}
"""Prepositions that count where the clause has one of certain words."""
GOVERNORS: Final = evidence("prepositions") | CONDITIONS.keys()
CASES: Final[dict[str, Case]] = {
    "durch": "accusative",
    "um": "accusative",
    "ohne": "accusative",
    "dank": "genitive",
    "seitens": "genitive",
}


def find_members(reader: ListReader, *, told: bool) -> Iterator[MemberList]:
    """Yield the lists of partners of a sentence, by their place, in order.

    `told` says whether a word of it shows that it is about taking part; if none does, they do
    something together, or it is done by them.
    """
    phrases = reader.phrases
    named = reader.named()
    whole = " ".join(phrases.lows)
    i = 0
    subject = 0
    while named and i <= named[-1]:
        if not _opens(reader, i) or _leads_on(reader, i):
            i += 1
            continue
        if _is_object_of(reader, i, subject):
            i = max(_past_phrase(reader, i), i + 1)
            continue
        governor = _governor(reader, i)
        if not _may_take_part(reader, i, governor, whole) or not _can_name(reader, i, named):
            speaks = not governor and follows_speech(reader, i)
            end = _read(reader, i, "nominative", governed=False).end if speaks else 0
            i = max(end, _past_list(reader, i), i + 1)
            continue
        case = CASES.get(governor, "dative") if governor else _free_case(reader, i)
        found = _read(reader, i, case, governed=bool(governor))
        segment = segment_of(reader, i, found.end)
        is_subject = governor or not is_object(reader, i, found)
        if found.members and is_subject and _takes_part(reader, i, governor, segment):
            kept = tuple(_of_somebody(reader, found.members))
            does = told or _does(governor, segment, kept)
            if does and any(is_of_a_body(reader, member) for member in kept):
                yield MemberList(kept, found.end)
                is_known = kept[-1].kind == "person" or names_a_body(reader, kept[-1])
                is_whole = kept[-1].end == found.end and is_known
                is_one = is_whole and not governor and not _is_genitive(reader, i)
                subject = found.end if is_one and phrases.low(i - 1) != "wie" else 0  # then objects
        i = max(found.end if found.members else _past_phrase(reader, i), i + 1)


def _of_somebody(reader: ListReader, members: tuple[Member, ...]) -> Iterator[Member]:
    """Yield those who are somebody in particular, as the others of the list show, too."""
    known = [member.kind == "person" or names_a_body(reader, member) for member in members]
    for member, is_known in zip(members, known, strict=True):
        if is_somebody(reader, member, is_known=is_known, among_others=sum(known) > is_known):
            yield member


def _is_object_of(reader: ListReader, i: int, subject: int) -> bool:
    """Whether an object stands at i, behind a subject that ends there or before its verb."""
    if subject and reader.phrases.low(subject) == "," and i - subject == PAIR:
        subject += 1  # … die Dekanin, Eva Kurz, laden alle ein
    if not subject or i - subject not in (0, 1) or _governor(reader, i):
        return False
    low = reader.phrases.low(i)
    verb = reader.phrases.low(subject)
    is_given = low == "der" and is_oblique(reader, i)  # spendet der Schule Obst
    is_given = is_given or (i > subject and is_singular(verb) and verb not in NO_FULL_VERBS)
    is_given = is_given or (verb.endswith("en") and reader.phrases.lexemes[i].is_quantifier)
    return i == subject or is_given or low.startswith(POSSESSIVE)  # öffnet ihr Haus


def _does(governor: str, segment: list[str], members: tuple[Member, ...]) -> bool:
    """Whether something is done by whom a list names, as far as no word tells of taking part."""
    if governor == "mit":  # Mit AWO und DRK startet …
        starts = segment[:1] == ["mit"] and not STARTS.isdisjoint(segment[1:2])
        return starts and len(members) >= SEVERAL
    if governor:
        return governor in AGENTS and not PASSIVE.isdisjoint(segment)
    return sum(member.kind != "group" for member in members) >= SEVERAL


def _can_name(reader: ListReader, i: int, named: list[int]) -> bool:
    """Whether somebody may be named in the phrase at i, or in the list that it opens."""
    phrase = reader.phrases.read(i)
    if phrase is None:
        return False
    following = named[bisect_left(named, i)]
    return following < phrase.rest or reader.joint(phrase.rest) is not None


def _opens(reader: ListReader, i: int) -> bool:
    """Whether a noun phrase can begin at word i."""
    phrases = reader.phrases
    here = phrases.lexemes[i]
    if here.is_preposition:
        return False
    if i:
        before = phrases.lexemes[i - 1]
        is_pronoun = here.is_article or _is_relative(reader, i - 1)  # machen das die Vereine
        if before.is_article and not before.is_preposition and not is_pronoun:
            return False
    is_free = not _governor(reader, i) and phrases.low(i - 1) != "ort"
    if here.is_attribute and here.low.endswith("en") and is_free:
        return False  # a verb, for no subject begins so: `stellten Vertreter der Stadt …`
    return phrases.is_noun(i) or here.is_quantifier or here.is_article or here.is_attribute


def _is_relative(reader: ListReader, i: int) -> bool:
    """Whether a relative pronoun stands at i: `das Café, das die AWO führt`, `…, in dem die …`."""
    low = reader.phrases.low
    opens = i - 1 if is_preposition(low(i - 1)) else i
    return low(i) in RELATIVE and low(opens - 1) == "," and agreement(low(i + 1)) is not None


def _read(reader: ListReader, i: int, case: Case, *, governed: bool) -> MemberList:
    """Read the list at i; an oblique article without preposition needs its own case."""
    low = reader.phrases.low(i)
    is_dative = low == "der" and reader.phrases.low(i - 1) == ":" and is_oblique(reader, i)
    if not governed and case != "accusative" and (low in OBLIQUE or is_dative):
        case = "genitive" if low == "des" else "dative"
    return reader.read(i, case, over_clauses=False)


def _free_case(reader: ListReader, i: int) -> Case:
    """Return the case where no preposition governs: `auf unserer Seite haben wir …` has objects."""
    lows = reader.phrases.lows[max(0, i - FARTHEST_OBJECT) : i]
    is_had = any(verb in HAVING and subject in SUBJECTS for verb, subject in pairwise(lows))
    return "accusative" if is_had else "nominative"


def _past_phrase(reader: ListReader, i: int) -> int:
    phrase = reader.phrases.read(i)
    return phrase.rest if phrase else i + 1


def _past_list(reader: ListReader, i: int) -> int:
    """Return one past a phrase and what is joined to it: `im Bereich der Pflege und der Tafel`."""
    end = _past_phrase(reader, i)
    while (joint := reader.joint(end)) is not None and is_oblique(reader, joint):
        end = max(_past_phrase(reader, joint), joint + 1)
    return end


def _leads_on(reader: ListReader, i: int) -> bool:
    """Whether a word at i only leads to the next: a relative pronoun, or a noun of taking part."""
    phrases = reader.phrases
    low, after = phrases.low(i), phrases.low(i + 1)
    if low in RELATIVES and is_preposition(phrases.low(i - 1)) and agreement(after) is not None:
        return True
    noun = next((k for k in range(i, i + 4) if phrases.is_noun(k)), i)
    between = phrases.lows[i:noun]
    return (
        _is_of_taking_part(reader, noun)
        and phrases.low(noun + 1) in {"des", "der"}
        and not any(map(_ends_phrase, between))
    )


def _is_of_taking_part(reader: ListReader, i: int) -> bool:
    """Whether who takes part is the genitive of noun i: `Hilfe der`, `ist ein Projekt der`."""
    lows = reader.phrases.lows
    is_made = lows[i] in PRODUCTS and "ist" in lows[max(0, i - FARTHEST_COPULA) : i]
    return lows[i] in GENITIVE_NOUNS or (is_made and not INDEFINITE.isdisjoint(lows[i - 2 : i]))


def _ends_phrase(low: str) -> bool:
    return low in BOUNDS or is_preposition(low) or low in NO_ATTRIBUTES


def _governor(reader: ListReader, i: int) -> str:
    """Return the preposition that governs the phrase at i; empty if there is none."""
    if i > PAIR and reader.phrases.words[i - 1] in OPENING and reader.phrases.has_article_at(i - 2):
        i -= 2  # zu einer „Konferenz Ehrenamt“
    low = reader.phrases.low(i - 1) if i else ""
    if low == "während":
        return ""
    return low if is_preposition(low) or low in {"als", "dank", "mithilfe", "seitens"} else ""


def _may_take_part(reader: ListReader, i: int, governor: str, whole: str) -> bool:
    """Whether the place of a phrase at i allows that somebody takes part, whatever its clause says.

    `whole` is the sentence in lower case.
    """
    phrases = reader.phrases
    if governor in CONDITIONS:
        if governor == "nach" and i > 1 and phrases.low(i - 2) not in BOUNDS:
            return False  # je nach Thema
        return any(stem in whole for stem in evidence(CONDITIONS[governor]))
    if governor:
        return governor in GOVERNORS
    if i == 0 and is_dateline(reader):
        return False
    if _is_genitive(reader, i):
        return _is_of_taking_part(reader, i - 1)
    is_oblique_here = phrases.low(i - 1) == "," and is_oblique(reader, i)  # …, der Direktorin
    is_subject = not (phrases.low(i) in OBLIQUE or is_oblique_here or follows_speech(reader, i))
    return is_subject or any(stem in whole for stem in WON)


def _is_genitive(reader: ListReader, i: int) -> bool:
    """Whether a genitive opens at i: `der` before a masculine noun is none."""
    phrases = reader.phrases
    low = phrases.low(i)
    if low not in {"des", "der"} or not i or not phrases.is_noun(i - 1):
        return False
    return low == "des" or not phrases.is_masculine(i + 1)


def _takes_part(reader: ListReader, i: int, governor: str, segment: list[str]) -> bool:
    """Whether whoever is named at i takes part, as far as the words of its clause say."""
    phrases = reader.phrases
    clause = " ".join(segment)
    if governor in CONDITIONS:
        clause += f" {phrases.low(i - 2)}"
        return any(stem in clause for stem in evidence(CONDITIONS[governor]))
    if tells_where_from(segment) or is_visited(reader, i, governor):
        return False
    if governor in AGENTS and not PASSIVE.isdisjoint(segment):
        return not does_other(clause)
    if governor or _is_genitive(reader, i):
        return True  # the place alone decides
    if phrases.low(i) in OBLIQUE or has_pronoun_subject(segment):
        return any(stem in clause for stem in WON)
    if is_passive(segment) and not any(stem in clause for stem in INVOLVED):
        return False
    return not does_other(clause)
