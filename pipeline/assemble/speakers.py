"""Whose utterance it is, where no name stands beside it: a pronoun, a function, a body, people.

>>> nameless_speaker("schrieben die Pflegekräfte an den Minister")
FoundSpeaker(name=None, kind='group', roles=('Pflegekräfte',), organisation=None)
>>> nameless_speaker("stellte das Umweltministerium klar").organisation
'Umweltministerium'
>>> nameless_speaker("sagte er unter dem Beifall der Fraktion") == NOBODY
True
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from typing import Final, Literal

from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.kreise import find_kreis
from pipeline.german.phrase import is_preposition
from pipeline.german.roles import role_of
from pipeline.german.speakers import is_collective, may_be_body, means_several, person_noun
from pipeline.german.speech import (
    impersonal_re,
    is_personal,
    listener_re,
    pronouns,
    speaks_re,
    without_bracket,
)
from pipeline.mentions.designations import Kind, find_designations, kind_of

ARTICLE_RE: Final = re.compile(
    r"^(?:die|der|das|dem|den|unsere?|eine?|ihre?|seine?)[ ]", re.IGNORECASE
)
OF_BODY_RE: Final = re.compile(
    r"[ ]*\b(?:vom|von der|von dem|von|im|in der|beim|bei der|bei|aus dem|aus der|am|an der)"
    r"[ ](?=[A-ZÄÖÜ])"
)
PAIR_RE: Final = re.compile(r"^[A-ZÄÖÜ]\w+ und [A-ZÄÖÜ]")
GENITIVE_RE: Final = re.compile(r"\b(?:der|des|eines|einer)[ ]")
LEAD_RE: Final = re.compile(r"^(?:bei der|beim|bei|aus dem|aus der|vom|von der|von)[ ]")
CLAUSE_RE: Final = re.compile(
    r"(?:der|die|das|dem|den|deren|dessen|dass|wie|warum|was|als|wo|beim?|im?n?|für|mit|nach|seit"
    r"|und|aber|denn)[ ]",
    re.IGNORECASE,
)
# Where the subject ends: `ein Leser aus Celle`, `die Ärztin das Kind`.
BEHIND_RE: Final = re.compile(
    r"[ ]aus[ ](?=[A-ZÄÖÜ])|(?<! und)[ ](?:die|den|das|dem|einen|einem|(?:ihr|sein)e[nm])[ ]"
)
MODAL_RE: Final = re.compile(r"\b(?:kann|konnte|will|wollte|muss|musste|darf|soll|sollte|möchte)\b")
ABBREVIATED_RE: Final = re.compile(r"[ ]\([A-ZÄÖÜ][\w-]*[A-ZÄÖÜ]\)$")
AGE_RE: Final = re.compile(r"[ ]\(\d{1,3}(?:[ ]Jahre)?\)|,?[ ]\d{1,3}(?:[ ]Jahre)?(?:[ ]alt)?$")
LAST: Final = words("ends_of_speech")
ADVERBS: Final = words("starters") | words("fillers")
TRAILING: Final = words("behind_speech")


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """Whose utterance it is."""

    name: str | None
    kind: Literal["person", "group"]
    roles: tuple[str, ...]
    organisation: str | None


NOBODY: Final = FoundSpeaker(None, "person", (), None)


def signed_by_people(passage: str) -> FoundSpeaker | None:
    """Return who signs without a name and says no verb: `Eine Mutter aus Celle`, `Die Klasse 4b`.

    >>> signed_by_people("Die Klasse 4b der Grundschule Celle").roles
    ('Klasse 4b der Grundschule Celle',)
    >>> signed_by_people("Die Stadt Celle"), signed_by_people("Die Mutter von Eva Kurz lacht")
    (None, None)
    """
    first = without_age(passage).partition(",")[0].strip()
    opening, _, rest = first.partition(" ")
    spoken = ARTICLE_RE.sub("", first)
    noun = first_noun(rest if means_several(opening) else spoken)
    is_group = is_collective(noun) or (means_several(opening) and bool(noun))
    last = spoken.rpartition(" ")[2]
    ends_in_verb = last.isalpha() and last.islower()
    somebody = person_noun(opening) if role_of(opening) is None else None
    is_bare = somebody is not None and somebody.is_listed and rest[:1].islower()
    if ends_in_verb or speaks_re().search(first) or not (spoken != first or is_group or is_bare):
        return None
    if is_group:
        return FoundSpeaker(None, "group", (spoken,), None)
    is_person = noun in spoken.split()[:2] and (person_noun(noun) or role_of(noun))
    if not is_person and not are_people(spoken):
        return None
    return FoundSpeaker(None, _kind(spoken, first, False), (spoken,), None)


def without_age(passage: str) -> str:
    """Leave out how old somebody is: `Ein Senior (82) aus Celle`, `Teilnehmer, 34 Jahre`."""
    return AGE_RE.sub("", passage)


def nameless_speaker(passage: str) -> FoundSpeaker:
    """Read an attribution that names nobody: a function, a body, or people denoted together."""
    passage, are_several = without_bracket(passage), _are_several(passage)
    subject = _subject(passage)
    if subject.partition(" ")[0].lower() in pronouns("m") | pronouns("f"):
        return FoundSpeaker(None, "group" if are_several else "person", (), None)
    spoken = ARTICLE_RE.sub("", LEAD_RE.sub("", subject))
    noun = first_noun(spoken)
    person = person_noun(noun)
    is_office = role_of(noun) is not None or (person is not None and person.is_listed)
    if are_people(spoken) or (is_office and GENITIVE_RE.search(spoken) and "," not in spoken):
        return FoundSpeaker(None, _kind(spoken, subject, are_several), (spoken,), None)
    roles: list[str] = []
    organisation: str | None = None
    for piece in find_designations(spoken):
        text = ARTICLE_RE.sub("", piece.text)
        if is_clause(piece.text):
            continue
        left, right = parted(text)
        is_bare = text == subject
        if kind_of(text) is Kind.ROLE or are_people(text) or _denotes_person(text, is_bare):
            roles.append(left)
            organisation = organisation or right
        elif kind_of(text) in {Kind.ORGANISATION, Kind.UNIT}:
            organisation = organisation or text
    if roles:
        kind = _kind(roles[0], subject, are_several)
        return FoundSpeaker(None, kind, tuple(roles), organisation)
    organisation = organisation or _unknown_body(passage, subject)
    return FoundSpeaker(None, "group" if organisation else "person", (), organisation)


def _unknown_body(passage: str, subject: str) -> str | None:
    """Return what speaks and is in no list, behind a verb and an article: `meldet die Reederei`."""
    verb = None if impersonal_re().match(passage) else speaks_re().match(passage)
    body = ARTICLE_RE.sub("", subject)
    is_spoken = verb is not None and is_personal(verb[0])
    nouns = takewhile(lambda word: word[0].isupper(), body.split())
    is_body = body != subject and any(map(may_be_body, nouns))
    return body if is_spoken and is_body else None


def _are_several(passage: str) -> bool:
    """Whether the verb stands in the plural: `schrieben die Pflegekräfte`, `sie hatten gesagt`."""
    verb = speaks_re().match(passage)
    said = verb[0].partition(" ")[0] if verb else passage.rpartition(" ")[2]
    is_verb = verb is not None or speaks_re().fullmatch(said) is not None
    return is_verb and said.endswith("en") and not MODAL_RE.search(passage)


def _subject(passage: str) -> str:
    """Return who speaks: all but the verb, or what follows it: `Im Mai schrieb das Amt`."""
    verb = speaks_re().search(passage)
    before, after = (passage[: verb.start()], passage[verb.end() :]) if verb else (passage, "")
    is_turned = after.strip() and is_preposition(before.partition(" ")[0].lower())
    is_ahead = not is_turned and "," not in before and any(map(_speaks, before.split()))
    whole = (after if is_turned else before if is_ahead else f"{before} {after}").strip(" ,:")
    ends = [found.start() for cut in (listener_re(), BEHIND_RE) if (found := cut.search(whole))]
    whole = whole[: min(ends, default=None)]
    kept = list(_without_particles(whole.split()))
    while kept and (kept[-1] in LAST or (kept[-1].isalpha() and kept[-1].islower())):
        kept.pop()
    while len(kept) > 1 and kept[0].lower() in ADVERBS:
        kept.pop(0)
    return ABBREVIATED_RE.sub("", " ".join(kept))


def _speaks(word: str) -> bool:
    return head_of(word) is not None or person_noun(word) is not None


def _without_particles(spoken: list[str]) -> Iterator[str]:
    """Yield the words without what belongs to the verb: `hinzu`, but no `aus Celle`, `ein Koch`."""
    for word, following in zip_longest(spoken, spoken[1:], fillvalue=""):
        if word not in TRAILING or following[:1].isupper() or (word == "ein" and following):
            yield word


def parted(text: str) -> tuple[str, str | None]:
    """Part `Klimamanager im Landratsamt X` into function and body."""
    for joint in OF_BODY_RE.finditer(text):
        says_where = joint[0].strip() in {"im", "in der"} and find_kreis(text[joint.end() :])
        if not says_where and kind_of(text[joint.end() :]) is Kind.ORGANISATION:
            return text[: joint.start()], text[joint.end() :]
    return text, None


def is_clause(piece: str) -> bool:
    """Whether a piece between commas is a clause: it opens with a small word, ends in a verb."""
    return CLAUSE_RE.match(piece) is not None and piece.rpartition(" ")[2][:1].islower()


def first_noun(text: str) -> str:
    """Return the first word with a capital, or nothing."""
    return next((word for word in text.split() if word[:1].isupper()), "")


def are_people(text: str) -> bool:
    """Whether people are denoted, one or several: `Teilnehmerin eines Kurses`, `Das Team`."""
    head = head_of(first_noun(text))
    return head is not None and (head.kind == "group" or head.word == "team")


def _denotes_person(text: str, is_bare: bool) -> bool:
    """Whether a noun denotes somebody; without an article one that is told by its end may not."""
    noun = person_noun(first_noun(text)) if kind_of(text) in (Kind.UNKNOWN, Kind.NAME) else None
    return noun is not None and (noun.is_listed or not is_bare)


def _kind(text: str, subject: str, are_several: bool) -> Literal["person", "group"]:
    """Return whether one or several speak, by verb, by article, by number of the first noun."""
    noun = first_noun(text)
    head, person = head_of(noun), role_of(noun) or person_noun(noun)
    if are_several or PAIR_RE.match(text) or (head is not None and head.word == "team"):
        return "group"
    number = person.number if person else head.number if head else None
    is_die = subject.lower().startswith(("die ", "unsere "))
    may_be_several = person is not None and (person.gender == "m" or noun.endswith("n"))
    if number is None and may_be_several and is_die:
        return "group"
    return "group" if number == "plural" else "person"
