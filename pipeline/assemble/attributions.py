"""Who speaks, read from an attribution.

`Dr. Eva Kurz, Landrätin, Kreis X` · `sagt Landrätin Dr. Eva Kurz vom Kreis X` · `Die Lotsinnen`.

>>> parse_attribution("sagt Landrätin Dr. Eva Kurz")
FoundSpeaker(name='Dr. Eva Kurz', kind='person', roles=('Landrätin',), organisation=None)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.name_words import salutations
from pipeline.german.names import looks_like_name, parse_name
from pipeline.german.phrase import breaks_off
from pipeline.german.roles import role_of
from pipeline.german.speech import speaks_re
from pipeline.mentions.designations import Kind, find_designations, kind_of, might_be_person
from pipeline.mentions.persons import find_persons
from pipeline.text import Span, Text

ARTICLE_RE: Final = re.compile(
    r"^(?:die|der|das|dem|den|unsere?|eine?|ihre?|seine?)[ ]", re.IGNORECASE
)
OF_BODY_RE: Final = re.compile(
    r"[ ]*\b(?:vom|von der|von dem|von|im|in der|beim|bei der|bei|aus dem|aus der|am|an der)"
    r"[ ](?=[A-ZÄÖÜ])"
)
LEAD_RE: Final = re.compile(r"^(?:bei der|beim|bei|aus dem|aus der|vom|von der|von)[ ]")
SMALL: Final = words("line_enders") | words("fillers")
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
    passage = _unwrapped(printed.strip(" –—-~:.\n"))
    if passage.startswith("(") and passage.endswith(")"):
        passage = passage[1:-1]
    named = _name(passage)
    if named is None:
        return _nameless(passage)
    name = passage[named.start : named.end]
    before, after = passage[: named.start], passage[named.end :]
    roles = [role] if (role := _role_before(before)) else []
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
    text = Text.of(passage)
    for span in find_persons(text, Span(0, len(passage))):
        return span
    for piece in find_designations(passage):
        if piece.kind is Kind.NAME or (piece.start == 0 and might_be_person(piece.text)):
            return Span(piece.start, piece.end)
        parts = OF_BODY_RE.split(speaks_re().sub("", piece.text, count=1).strip(), maxsplit=1)
        for inner in find_designations(parts[0]):
            if inner.kind is Kind.NAME:
                start = passage.find(inner.text)
                return Span(start, start + len(inner.text))
    return None


def _role_before(before: str) -> str | None:
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
        return None
    while first and tail[first - 1][0].isupper() and tail[first - 1].lower() not in SMALL:
        first -= 1
    role = " ".join(tail[first:]).replace(" ,", ",").strip(" ,")
    return ARTICLE_RE.sub("", role) or None


def _pieces(after: str) -> Iterator[tuple[Kind, str]]:
    """Yield functions and bodies behind a name; a body may hang on a function by a preposition."""
    rest = _unbracketed(after.strip(" ,:"))
    if body := OF_BODY_RE.match(after):
        yield Kind.ORGANISATION, after[body.end() :].partition(",")[0].strip(" .,:")
        rest = ",".join(after.split(",")[1:])
    roles = 0
    for piece in find_designations(rest):
        text = ARTICLE_RE.sub("", _unbracketed(piece.text))
        kind = kind_of(text)
        if speaks_re().match(text) or (text[:1].islower() and kind is Kind.UNKNOWN):
            continue
        left, right = _parted(text)
        if kind is Kind.ROLE or _is_people(text) or (kind is Kind.UNKNOWN and not roles):
            roles += 1
            yield Kind.ROLE, left
            if right:
                yield Kind.ORGANISATION, right
        else:
            yield Kind.ORGANISATION, text


def _unbracketed(passage: str) -> str:
    """Return a passage without the brackets that hold the whole of it."""
    whole = passage[:1] == "(" and passage.find(")") == len(passage) - 1
    return passage[1:-1] if whole else passage


def _parted(text: str) -> tuple[str, str | None]:
    """Part `Klimamanager im Landratsamt X` into function and body."""
    for joint in OF_BODY_RE.finditer(text):
        if kind_of(text[joint.end() :]) is Kind.ORGANISATION:
            return text[: joint.start()], text[joint.end() :]
    return text, None


def _nameless(passage: str) -> FoundSpeaker:
    """Read an attribution that names nobody: a function, a body, or people denoted together."""
    spoken = speaks_re().sub("", passage, count=1).strip(" ,:")
    kept = [word for word in spoken.split() if word not in TRAILING]
    spoken = LEAD_RE.sub("", " ".join(kept))
    spoken = ARTICLE_RE.sub("", spoken)
    if _is_people(spoken):
        return FoundSpeaker(None, _kind_of_people(spoken), (spoken,), None)
    roles: list[str] = []
    organisation: str | None = None
    for piece in find_designations(spoken):
        text = ARTICLE_RE.sub("", piece.text)
        left, right = _parted(text)
        if kind_of(text) is Kind.ROLE or _is_people(text):
            roles.append(left)
            organisation = organisation or right
        elif kind_of(text) in {Kind.ORGANISATION, Kind.UNIT}:
            organisation = organisation or text
    if roles:
        return FoundSpeaker(None, _kind_of_people(roles[0]), tuple(roles), organisation)
    return FoundSpeaker(None, "group" if organisation else "person", (), organisation)


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
    if head is not None and head.word == "team":
        return "group"
    number = role.number if role else head.number if head else None
    return "group" if number == "plural" else "person"
