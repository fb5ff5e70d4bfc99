"""What stands in an attribution beside the speaker: to whom it was said, when, and in what.

>>> without_listener("sagte Eva Kurz der Deutschen Presse-Agentur")
'sagte Eva Kurz'
>>> without_occasion("teilte das Amt auf Anfrage mit"), writer("In der Satzung des BUND heißt es")
('teilte das Amt', 'BUND')
"""

import re
from itertools import takewhile
from typing import Final

from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.inflection import nominative
from pipeline.german.roles import role_of
from pipeline.german.speakers import person_noun
from pipeline.german.speech import (
    before_reliance,
    joints_of_two,
    occasion_joint_re,
    occasion_re,
    rumour_re,
    speaks_re,
    statements,
    told_re,
)
from pipeline.mentions.designations import Kind, kind_of
from pipeline.mentions.persons import find_persons
from pipeline.text import Span, Text

TWO: Final = 2
STATEMENT_RE: Final = re.compile(
    r"(?:[Ii]n|[Aa]us)[ ](?:der|dem|einer|einem)[ ](?:[a-zäöüß]+[ ])?"
    rf"(?:{'|'.join(statements())})[ ](der|des|vom|von[ ]der)[ ]"
)
"""`In einer Mitteilung des Kreises heißt es`"""
ACCORDING_RE: Final = re.compile(
    r"(?:Laut|Nach[ ](?:Angaben|Ansicht|Auskunft|Einschätzung|Meinung|Überzeugung))[ ]"
    r"(?:(der|des|dem|vom|von[ ]der)[ ])?"
)
TOGETHER_RE: Final = re.compile(r"^(?:sowohl[ ])?(?:der|die)?[ ]?(?=[A-ZÄÖÜ])")
INSIDE: Final = words("inside_bodies")
PRONOUNS: Final = frozenset({"er", "sie"})


def without_listener(passage: str) -> str:
    """Leave out to whom it was said: `sagte Eva Kurz der Deutschen Presse-Agentur`."""
    for told in told_re().finditer(passage):
        before = passage[: told.start()].rpartition(" ")[2]
        is_speaker = before[:1].isupper() or before in PRONOUNS
        if is_speaker and role_of(before) is None:
            return passage[: told.start()] + passage[told.end() :]
    return passage


def without_occasion(passage: str) -> str:
    """Leave out when and where it was said: `am Dienstag`, `bei der Eröffnung`, `auf Anfrage`."""
    for joint in occasion_joint_re().finditer(passage):
        when = occasion_re().match(passage, joint.end())
        if when and not head_of(when[0]):
            return passage[: joint.start()]
    return passage


def writer(passage: str) -> str | None:
    """Return the body that speaks in a paper of its own, or on whose word the sentence relies.

    `In einer Mitteilung des Kreises heißt es`, `Laut Polizei war die Straße`.
    """
    if relied := before_reliance(passage):
        passage = f"Laut {relied.removeprefix('Angaben ')}"
    if rumour := rumour_re().match(passage):
        article, rest, is_sure = rumour["joint"].rpartition(" ")[2], passage[rumour.end() :], True
    else:
        verb = speaks_re().match(passage)
        spoken = passage[verb.end() :].lstrip() if verb and verb[0][0] == "h" else passage
        statement = STATEMENT_RE.match(spoken) or ACCORDING_RE.match(spoken)
        if statement is None:
            return None
        article, rest = statement[1] or "", spoken[statement.end() :]
        is_sure = statement[0].startswith("Nach ") and bool(article)
    body = _noun_phrase(rest)
    function = role_of(body)
    is_body = kind_of(body) in {Kind.ORGANISATION, Kind.UNIT} or (function and function.is_noun)
    is_body = is_body or (is_sure and bool(body) and not _denotes_person(body))
    return nominative(f"{article} {body}".strip()) if is_body else None


def _denotes_person(phrase: str) -> bool:
    """Whether somebody is named or denoted by a function, the head of the phrase."""
    text = Text.of(phrase)
    named = next(find_persons(text, Span(0, len(phrase))), None)
    capitals = list(takewhile(lambda word: word[0].isupper(), phrase.split()))
    return named is not None or (bool(capitals) and person_noun(capitals[-1]) is not None)


def _noun_phrase(passage: str) -> str:
    """Return the words up to the first that stands in no name of a body: a verb, another case."""
    kept: list[str] = []
    for word in passage.split():
        if word[0].islower() and word not in INSIDE:
            break
        kept.append(word)
        if word.endswith(","):
            break
    while kept and kept[-1] in INSIDE:
        kept.pop()
    return " ".join(kept).strip(" ,:")


def several_persons(passage: str) -> str | None:
    """Return the designation of two persons who speak together: `sagen Eva Kurz und Jan Roth`."""
    verb = speaks_re().match(passage)
    if verb and not verb[0].endswith("en"):
        return None
    text = Text.of(passage)
    names = list(find_persons(text, Span(0, len(passage))))
    between = passage[names[0].end : names[-1].start] if len(names) >= TWO else ""
    if verb is None:  # two sign: `Eva Kurz und Jan Roth, Lotsen`
        is_pair = between.strip() in joints_of_two() and names[0].start == 0
        return passage[: names[-1].end] if is_pair else None
    if not any(f" {joint} " in between for joint in joints_of_two()):
        return None
    return TOGETHER_RE.sub("", passage[verb.end() : names[-1].end].strip())
