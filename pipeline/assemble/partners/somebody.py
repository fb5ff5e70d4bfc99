"""Who of those named in a sentence is somebody in particular: `die Tafel`, not `ein Verein`."""

from typing import Final

from pipeline.assemble.partners.candidates import GENERIC, THINGS, is_nobody
from pipeline.assemble.partners.found import Member
from pipeline.assemble.partners.lists import ListReader
from pipeline.german.bodies import is_legal_form
from pipeline.german.grammar import words
from pipeline.german.phrase import adjective

SPECIFIC: Final = tuple(words("specific_attributes"))
COPULAS: Final = words("copulas")
PREDICATES: Final = tuple(words("predicates"))
VAGUE: Final = words("vague_attributes")
ACTIVITIES: Final = words("activities")
GENITIVES: Final = words("genitives")
SERVICES: Final = words("public_services")
OPENING: Final = frozenset('„»«“"‚')
OF_WHOM: Final = GENITIVES | {"aus", "von", "vom"}
DELEGATES: Final = ("vertreter", "vertretern", "vertreterinnen")
TERRITORIES: Final = words("territories")
POLITE: Final = frozenset({"Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer"})
THEIRS: Final = frozenset({"dessen", "deren"})
"""Whose it is has been said: the computer is out of `deren Labor`."""
INDEFINITE: Final = frozenset(
    {"ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "jede", "jeder"}
)


def names_a_body(reader: ListReader, member: Member) -> bool:
    """Whether a word of a member says of itself that it is a body or who holds an office."""
    words_ = range(member.start, member.end)
    return any(_is_known(reader, i) for i in words_ if reader.phrases.words[i][0].isalpha())


def is_somebody(reader: ListReader, member: Member, *, is_known: bool, among_others: bool) -> bool:
    """Whether a member is somebody in particular: `die Tafel`, not `ein Verein` or `die Schule`.

    `is_known` says whether a word of it tells of a body or a person, `among_others` whether one of
    another member does.
    """
    phrases = reader.phrases
    if member.kind is None or phrases.low(member.start - 1) in INDEFINITE:
        return False
    before = phrases.words[member.start - 1] if member.start else ""
    if member.kind == "group" and before == "uns":
        return False  # the object: vermitteln uns Jugendliche
    if before in THEIRS or before in POLITE or _is_predicate(reader, member):
        return False
    nouns = [phrases.low(i) for i in range(member.start, member.end) if phrases.is_noun(i)]
    whole = next((noun for noun in nouns if not noun.endswith("-")), "")
    is_town = whole in TERRITORIES and len(nouns) > 1  # der Markt Nordhalben
    named_nobody = is_nobody(whole) or is_nobody(whole.removesuffix("s"))
    if not nouns or (named_nobody and not is_town) or _is_activity(reader, member):
        return False
    if not OPENING.isdisjoint(phrases.words[member.start : member.end]):
        return True  # a name in quotation marks
    if not is_known:
        return among_others and len(nouns) > 1
    is_one_of_them = (
        among_others and nouns[0] in SERVICES and not phrases.has_article_at(member.start - 1)
    )  # Feuerwehr, DLRG und Bergwacht
    is_named = len(nouns) > 1 or nouns[0] not in GENERIC or _is_specific(reader, member)
    return is_named or is_one_of_them


def _is_predicate(reader: ListReader, member: Member) -> bool:
    """Whether it is said of somebody else: `Partner ist die AWO`, `Schirmherr ist Jan Roth`."""
    phrases = reader.phrases
    following = phrases.low(member.end)
    is_said = phrases.low(member.start - 2) in COPULAS  # die AWO ist die älteste Agentur der Stadt
    if is_said and phrases.low(member.start).endswith(("ste", "sten")):
        return True
    if phrases.low(member.start).endswith(PREDICATES):
        return following in COPULAS or following in {"die", "der", "das"}
    is_office = phrases.role(member.start) is not None
    return is_office and following in COPULAS and not phrases.has_article_at(member.start - 1)


def _is_activity(reader: ListReader, member: Member) -> bool:
    """Whether what is done is named, not who does it: `die Organisation des Festes`."""
    low = reader.phrases.low
    return low(member.start) in ACTIVITIES and low(member.start + 1) in GENITIVES


def _is_specific(reader: ListReader, member: Member) -> bool:
    """Whether an attribute makes one of many somebody: `schulpsychologischer Dienst`."""
    if member.kind == "group":
        return False
    lows = reader.phrases.lows[member.start : member.end]
    stems = (ending.stem for low in lows[:-1] if (ending := adjective(low)))
    return any(stem.endswith(SPECIFIC) and stem not in VAGUE for stem in stems)


def is_of_a_body(reader: ListReader, member: Member) -> bool:
    """Whether a member is a body or a person, or people of a body: `Hebammen des Klinikums`."""
    if member.kind != "group":
        return True
    phrases = reader.phrases
    of = next((i for i in range(member.start, member.end) if phrases.low(i) in OF_WHOM), None)
    if of is None or phrases.low(of - 1).endswith(PREDICATES):
        return False
    if phrases.low(of - 1).endswith(DELEGATES) or phrases.low(of) == "aus":
        return phrases.low(of - 1).endswith(DELEGATES)  # Vertreter der Kirchen
    bodies = (phrases.body(i) for i in range(of + 1, member.end))
    return any(body is not None and body.kind != "group" for body in bodies)


def _is_known(reader: ListReader, i: int) -> bool:
    """Whether a word says of itself that it is a body or who holds an office."""
    phrases = reader.phrases
    role = phrases.role(i)
    word = phrases.words[i]
    is_acronym = word.isupper() and len(word) > 1 and word not in THINGS
    is_fragment = word.endswith("-")  # its head stands further on: `das Sozial- und das Jugendamt`
    is_holder = role is not None and not role.is_noun
    is_form = is_legal_form(word)
    return phrases.body(i) is not None or is_holder or is_acronym or is_fragment or is_form
