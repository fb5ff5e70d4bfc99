"""Who speaks, read from an attribution.

`Dr. Eva Kurz, Landrätin, Kreis X` · `sagt Landrätin Dr. Eva Kurz vom Kreis X` · `Die Lotsinnen`.

>>> parse_attribution("sagt Landrätin Dr. Eva Kurz")
FoundSpeaker(name='Dr. Eva Kurz', kind='person', roles=('Landrätin',), organisation=None)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.assemble.lone_names import name_behind_office
from pipeline.assemble.wording import several_persons, without_listener, without_occasion, writer
from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.kreise import find_kreis
from pipeline.german.name_words import is_given_name, salutations
from pipeline.german.names import looks_like_name, parse_name
from pipeline.german.phrase import breaks_off, is_preposition
from pipeline.german.roles import role_of
from pipeline.german.speech import is_party, said, speaks_re
from pipeline.mentions.designations import (
    Designation,
    Kind,
    find_designations,
    kind_of,
    might_be_person,
)
from pipeline.mentions.persons import find_persons
from pipeline.text import Span, Text

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
# "so das Fazit von Eva Kurz": what is said stands before who says it.
SAID_RE: Final = re.compile(
    r"^(?:so[ ])?(?:lautet[ ])?(?:(?:die|das|der|ihr|sein)[ ])?(?:[a-zäöüß]+[ ])?"
    rf"(?:{'|'.join(said())})[ ](?:der|des|von|vom)[ ](?=[A-ZÄÖÜ])",
    re.IGNORECASE,
)
CLAUSE_RE: Final = re.compile(
    r"(?:der|die|das|dem|den|deren|dessen|dass|wie|warum|was|als|wo|beim?|im?n?|für|mit|nach|seit"
    r"|und|aber|denn)[ ]",
    re.IGNORECASE,
)
QUALIFIED_RE: Final = re.compile(r"[a-zäöüß]+(?:er|e)[ ][A-ZÄÖÜ][a-zäöüß]+")
"""`ehrenamtlicher Fahrer`"""
ASIDE_RE: Final = re.compile(r"^[ ]\(([^()]{1,40})\)")
OBJECT_RE: Final = re.compile(r"^[ ](?:[a-zäöüß]+|„)[^,(]*+")
"""What the verb says behind a name: `beschreibt Eva Kurz die Arbeit, …`."""
SMALL: Final = words("line_enders") | words("fillers") | words("starters")
LONGEST_NAME: Final = 6
"""Letters; an unknown noun that is longer is rather a profession than a name."""
ABBREVIATED_RE: Final = re.compile(r"[ ]\([A-ZÄÖÜ][\w-]*[A-ZÄÖÜ]\)$")
LAST: Final = words("ends_of_speech")
TRAILING: Final = words("behind_speech")


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """Whose utterance it is."""

    name: str | None
    kind: Literal["person", "group"]
    roles: tuple[str, ...]
    organisation: str | None


def parse_attribution(printed: str) -> FoundSpeaker:
    """Read name, functions and body out of an attribution; line feeds part its pieces."""
    passage = without_listener(_unwrapped(printed.strip(" –—-~:.\n")))
    if passage.startswith("(") and passage.endswith(")"):
        passage = passage[1:-1]
    if said_by := SAID_RE.match(passage):
        passage = f"so {passage[said_by.end() :]}"
    if body := writer(passage):
        return FoundSpeaker(None, "group", (), body)
    if several := several_persons(passage):
        return FoundSpeaker(None, "group", (several,), None)
    named = _name(passage) or name_behind_office(passage)
    if named is None:
        return _nameless(without_occasion(passage))
    name = passage[named.start : named.end]
    before, after = passage[: named.start], passage[named.end :]
    directly, comma, rest = after.partition(",")
    after = without_occasion(directly) + comma + rest
    after = ASIDE_RE.sub(_aside, after)
    roles = [role] if (role := role_before(before)) else []
    organisation = None
    for kind, piece in _pieces(after):
        if kind is Kind.ROLE:
            roles.append(piece)
        elif organisation is None:
            organisation = piece
    return FoundSpeaker(
        parse_name(name).full if looks_like_name(name) else name,
        "person",
        tuple(roles),
        organisation,
    )


def _unwrapped(printed: str) -> str:
    """Join the lines: each is a piece, unless the one before ends in the middle of its own."""
    passage, *lines = printed.split("\n")
    for line in lines:
        goes_on = breaks_off(passage.rstrip()) or line[:1].islower()
        passage = f"{passage.rstrip()} {line}" if goes_on else f"{passage}, {line}"
    return passage


def _name(passage: str) -> Span | None:
    """Return where the speaker's name stands: a sure name first, else one behind a function."""
    first, comma, _ = passage.partition(",")
    if comma and is_given_name(first):
        return Span(0, len(first))  # `Piotr, 34, Teilnehmer`
    text = Text.of(passage)
    for span in find_persons(text, Span(0, len(passage))):
        return span
    for piece in find_designations(passage):
        if piece.kind is Kind.NAME or (piece.start == 0 and might_be_person(piece.text)):
            return Span(piece.start, piece.end)
        parts = OF_BODY_RE.split(speaks_re().sub("", piece.text, count=1).strip(), maxsplit=1)
        for inner in find_designations(parts[0]):
            start = passage.find(inner.text)
            if inner.kind is Kind.NAME and start >= 0:
                return Span(start, start + len(inner.text))
    return None


def role_before(before: str) -> str | None:
    """Return the function directly before a name: the last words from the one that says it."""
    tail: list[str] = []
    for word in reversed(before.replace(",", " , ").split()):
        if word in salutations():
            continue
        if word == "," and tail and any(role_of(w) for w in tail):
            break
        if (word[0].islower() and not tail) or speaks_re().fullmatch(word):
            break
        tail.insert(0, word)
    first = next((i for i, word in enumerate(tail) if role_of(word)), None)
    if first is None:
        return _profession(before, tail)
    while first and tail[first - 1][0].isupper() and tail[first - 1].lower() not in SMALL:
        first -= 1
    role = " ".join(tail[first:]).replace(" ,", ",").strip(" ,")
    return ARTICLE_RE.sub("", role) or None


def _profession(before: str, tail: list[str]) -> str | None:
    """Return an unknown noun between a word of speech and a name: `meint Kursteilnehmer …`."""
    spoken = speaks_re().match(before) or before.strip() == " ".join(tail)
    noun = tail[-1] if tail else ""
    head = head_of(noun)
    is_noun = noun[:1].isupper() and noun[-1:].isalpha() and (not head or head.kind == "group")
    return noun if spoken and is_noun and len(noun) > LONGEST_NAME else None


def _pieces(after: str) -> Iterator[tuple[Kind, str]]:
    """Yield functions and bodies behind a name; a body may hang on a function by a preposition."""
    if not OF_BODY_RE.match(after):
        after = OBJECT_RE.sub("", after)
    rest = _unbracketed(after.strip(" ,:"))
    if body := OF_BODY_RE.match(after):
        employer = _before_verb(after[body.end() :].partition(",")[0])
        if body[0].strip().startswith("vo") or kind_of(employer) is not Kind.UNKNOWN:
            yield Kind.ORGANISATION, employer
        rest = ",".join(after.split(",")[1:])
    roles = 0
    for piece in _with_genitives(find_designations(rest)):
        text = ARTICLE_RE.sub("", _unbracketed(piece))
        kind = kind_of(text)
        if _is_clause(piece):
            break  # a clause: `Eva Kurz, die das Haus leitet`
        if speaks_re().match(text) or is_party(text):
            continue
        if text[:1].islower() and kind is Kind.UNKNOWN and not QUALIFIED_RE.fullmatch(text):
            continue
        left, right = _parted(text)
        if kind is Kind.ROLE or _is_people(text) or (kind is Kind.UNKNOWN and not roles):
            roles += 1
            yield Kind.ROLE, left
            if right:
                yield Kind.ORGANISATION, right
        else:
            yield Kind.ORGANISATION, text


def _is_clause(piece: str) -> bool:
    """Whether a piece between commas is a clause: it opens with a small word, ends in a verb."""
    return CLAUSE_RE.match(piece) is not None and piece.rpartition(" ")[2][:1].islower()


def _aside(bracket: re.Match[str]) -> str:
    """Leave out a bracket directly behind a name that holds a party or an age."""
    return "" if is_party(bracket[1]) or bracket[1].isdigit() else bracket[0]


def _before_verb(passage: str) -> str:
    """Return a body without the verb behind it: `Kreisverband X freut sich`."""
    verb = speaks_re().search(passage)
    return passage[: verb.start() if verb else len(passage)].strip(" .,:")


def _with_genitives(pieces: tuple[Designation, ...]) -> Iterator[str]:
    """Yield the pieces; a genitive goes back to its function: `Chefärztin der Geriatrie`."""
    printed = [piece.text for piece in pieces]
    for i, text in enumerate(printed):
        if i and text.startswith(("der ", "des ")) and pieces[i - 1].kind is Kind.ROLE:
            continue
        if text.isdigit():
            continue  # an age
        following = printed[i + 1] if i + 1 < len(printed) else ""
        is_role = pieces[i].kind is Kind.ROLE
        yield f"{text} {following}" if is_role and following[:4] in {"der ", "des "} else text


def _unbracketed(passage: str) -> str:
    """Return a passage without the brackets that hold the whole of it."""
    whole = passage[:1] == "(" and passage.find(")") == len(passage) - 1
    return passage[1:-1] if whole else passage


def _parted(text: str) -> tuple[str, str | None]:
    """Part `Klimamanager im Landratsamt X` into function and body."""
    for joint in OF_BODY_RE.finditer(text):
        says_where = joint[0].strip() in {"im", "in der"} and find_kreis(text[joint.end() :])
        if not says_where and kind_of(text[joint.end() :]) is Kind.ORGANISATION:
            return text[: joint.start()], text[joint.end() :]
    return text, None


def _nameless(passage: str) -> FoundSpeaker:
    """Read an attribution that names nobody: a function, a body, or people denoted together."""
    spoken = ARTICLE_RE.sub("", LEAD_RE.sub("", _subject(passage)))
    if _is_people(spoken) or (
        role_of(_first_noun(spoken)) and GENITIVE_RE.search(spoken) and "," not in spoken
    ):
        return FoundSpeaker(None, _kind_of_people(spoken), (spoken,), None)
    roles: list[str] = []
    organisation: str | None = None
    for piece in find_designations(spoken):
        text = ARTICLE_RE.sub("", piece.text)
        if _is_clause(piece.text):
            continue
        left, right = _parted(text)
        if kind_of(text) is Kind.ROLE or _is_people(text):
            roles.append(left)
            organisation = organisation or right
        elif kind_of(text) in {Kind.ORGANISATION, Kind.UNIT}:
            organisation = organisation or text
    if roles:
        return FoundSpeaker(None, _kind_of_people(roles[0]), tuple(roles), organisation)
    return FoundSpeaker(None, "group" if organisation else "person", (), organisation)


def _subject(passage: str) -> str:
    """Return who speaks: all but the verb, or what follows it: `Im Mai schrieb das Amt`."""
    verb = speaks_re().search(passage)
    before, after = (passage[: verb.start()], passage[verb.end() :]) if verb else (passage, "")
    is_turned = after.strip() and is_preposition(before.partition(" ")[0].lower())
    words_left = (after if is_turned else f"{before} {after}").strip(" ,:").split()
    kept = [word for word in words_left if word not in TRAILING]
    while kept and kept[-1] in LAST:
        kept.pop()
    return ABBREVIATED_RE.sub("", " ".join(kept))


def _first_noun(text: str) -> str:
    return next((word for word in text.split() if word[:1].isupper()), "")


def _is_people(text: str) -> bool:
    """Whether people are denoted, one or several: `Teilnehmerin eines Kurses`, `Das Team`."""
    head = head_of(_first_noun(text))
    return head is not None and (head.kind == "group" or head.word == "team")


def _kind_of_people(text: str) -> Literal["person", "group"]:
    """Return whether one or several speak, by the number of the first noun."""
    noun = _first_noun(text)
    role, head = role_of(noun), head_of(noun)
    if PAIR_RE.match(text) or (head is not None and head.word == "team"):
        return "group"
    number = role.number if role else head.number if head else None
    return "group" if number == "plural" else "person"
