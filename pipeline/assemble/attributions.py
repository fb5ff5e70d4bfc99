"""Who speaks, read from an attribution.

`Dr. Eva Kurz, Landrätin, Kreis X` · `sagt Landrätin Dr. Eva Kurz vom Kreis X` · `Die Lotsinnen`.

>>> parse_attribution("sagt Landrätin Dr. Eva Kurz")
FoundSpeaker(name='Dr. Eva Kurz', kind='person', roles=('Landrätin',), organisation=None)
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.assemble.lone_names import name_behind_office, name_behind_verb
from pipeline.assemble.speakers import (
    ARTICLE_RE,
    OF_BODY_RE,
    FoundSpeaker,
    are_people,
    is_clause,
    nameless_speaker,
    parted,
    signed_by_people,
    without_age,
)
from pipeline.assemble.wording import several_persons, without_listener, without_occasion, writer
from pipeline.german.area_codes import is_place
from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.inflection import nominative
from pipeline.german.name_order import is_family_first
from pipeline.german.name_words import is_given_name, is_title, salutations
from pipeline.german.names import could_be_family, looks_like_name, parse_name
from pipeline.german.phrase import breaks_off, is_preposition, suffixes
from pipeline.german.roles import role_of
from pipeline.german.speakers import person_noun
from pipeline.german.speech import is_party, pronouns, said, speaks_re
from pipeline.mentions.designations import (
    Designation,
    Kind,
    find_designations,
    is_person,
    kind_of,
    might_be_person,
)
from pipeline.mentions.persons import find_persons
from pipeline.text import Span, Text

# "so das Fazit von Eva Kurz": what is said stands before who says it.
SAID_RE: Final = re.compile(
    r"^(?!nach[ ])(?:so[ ])?(?:lautet[ ])?(?:(?:die|das|der|ihr|sein)[ ])?(?:[a-zäöüß]+[ ])?"
    rf"(?:{'|'.join(said())})[ ](?:der|des|von|vom)[ ](?=[A-ZÄÖÜ])",
    re.IGNORECASE,
)
QUALIFIED_RE: Final = re.compile(r"[a-zäöüß]+(?:er|e)[ ][A-ZÄÖÜ][a-zäöüß]+")
"""`ehrenamtlicher Fahrer`"""
ASIDE_RE: Final = re.compile(r"^[ ]\(([^()]{1,40})\)")
INITIAL_RE: Final = re.compile(r"[A-ZÄÖÜ][\w’'-]{1,30} [A-ZÄÖÜ]\.")
"""`Rojhat D.`"""
OBJECT_RE: Final = re.compile(r"^[ ](?:[a-zäöüß]+|„)[^,(]*+")
"""What the verb says behind a name: `beschreibt Eva Kurz die Arbeit, …`."""
OF_EMPLOYER: Final = frozenset({"vom", "von der", "von dem", "beim", "bei der"})
SMALL: Final = words("line_enders") | words("fillers") | words("starters")
PARTICLES: Final = words("behind_speech") | words("ends_of_speech")
LONGEST_NAME: Final = 6
"""Letters; an unknown noun that is longer is rather a profession than a name."""


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
    if not is_person(passage) and (people := signed_by_people(passage)):
        return people
    named = None if _is_pronoun(passage) else _name(passage) or name_behind_office(passage)
    if named is None:
        return nameless_speaker(without_occasion(without_age(passage)))
    name = _with_titles(passage, named)
    role = role_before(passage[: name.start])
    roles, organisation = designated_behind(passage[named.end :])
    printed = _without_object(passage[name.start : name.end])
    return FoundSpeaker(
        parse_name(printed).full if looks_like_name(printed) else printed,
        "person",
        (role, *roles) if role else roles,
        organisation,
    )


def _with_family(passage: str, named: Span) -> Span:
    """Take in a family name in front, as in Vietnam: `Nguyễn Thị Mai`."""
    words = passage[: named.end].split(" ")
    at = len(words) - len(passage[named.start : named.end].split(" ")) - 1
    is_whole = at >= 0 and is_family_first(words[at:])
    return Span(named.start - len(words[at]) - 1, named.end) if is_whole else named


def _with_titles(passage: str, named: Span) -> Span:
    """Take in the titles in front that are in no pattern: `PD Dr. Eva Kurz`."""
    *_, before = ["", *passage[: named.start].split()]
    is_near = passage[: named.start].endswith(f"{before} ")
    is_plain = is_near and is_title(before) and role_of(before) is None  # no `Professorin`
    return Span(named.start - len(before) - 1, named.end) if is_plain else named


def _without_object(name: str) -> str:
    """Leave out a noun behind a name that belongs to the verb: `gibt Eva Kurz Entwarnung`."""
    *rest, last = name.split()
    is_full = sum(not is_title(word) for word in rest) > 1
    is_noun = is_full and last.isalpha() and suffixes().find(last) and not could_be_family(last)
    return " ".join(rest) if is_noun else name


def _is_pronoun(passage: str) -> bool:
    """Whether nobody is named as subject: `sagte sie zu Eva Kurz`."""
    verb = speaks_re().match(passage)
    subject = passage[verb.end() :].split(maxsplit=1) if verb else []
    return bool(subject) and subject[0] in pronouns("m") | pronouns("f")


def designated_behind(after: str) -> tuple[tuple[str, ...], str | None]:
    """Return functions and body that stand behind a name: `, Landrätin` · ` vom Hospizverein`."""
    directly, comma, rest = after.partition(",")
    after = without_occasion(directly) + comma + rest
    pieces = list(_pieces(ASIDE_RE.sub(_aside, after)))
    roles = tuple(piece for kind, piece in pieces if kind is Kind.ROLE)
    return roles, next((piece for kind, piece in pieces if kind is not Kind.ROLE), None)


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
    if comma and (is_given_name(first) or INITIAL_RE.fullmatch(first)):
        return Span(0, len(first))  # `Piotr, 34, Teilnehmer`
    text = Text.of(passage)
    for span in find_persons(text, Span(0, len(passage))):
        return _with_family(passage, span)
    if behind_verb := name_behind_verb(passage):
        return behind_verb
    for piece in find_designations(passage):
        if is_preposition(piece.text.partition(" ")[0].lower()):
            continue
        printed = piece.text.partition(" aus ")[0]  # `Eva Kurz aus Celle`
        may_be_name = piece.start == 0 and not ARTICLE_RE.match(printed)
        if piece.kind is Kind.NAME or (may_be_name and might_be_person(printed)):
            return Span(piece.start, piece.start + len(printed))
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
        if word in salutations() or (not tail and is_title(word)):
            continue
        if (word == "," or is_given_name(word)) and tail and any(role_of(w) for w in tail):
            break  # what stands before it belongs to somebody else
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
    """Return a noun before a name that is no office: `Zeugin`, or behind a verb `Lesepatin`."""
    noun = tail[-1] if tail else ""
    if not (noun[:1].isupper() and noun[-1:].isalpha()) or is_given_name(noun) or is_place(noun):
        return None
    if person_noun(noun):
        return noun
    spoken = speaks_re().match(before) or before.strip() == " ".join(tail)
    head = head_of(noun)
    is_noun = not head or head.kind == "group"
    return noun if spoken and is_noun and len(noun) > LONGEST_NAME else None


def _pieces(after: str) -> Iterator[tuple[Kind, str]]:
    """Yield functions and bodies behind a name; a body may hang on a function by a preposition."""
    if not OF_BODY_RE.match(after):
        after = OBJECT_RE.sub("", after)
    rest = _unbracketed(after.strip(" ,:"))
    if body := OF_BODY_RE.match(after):
        employer = _before_verb(after[body.end() :].partition(",")[0].partition(" (")[0])
        if body[0].strip() in OF_EMPLOYER:
            employer = nominative(employer, "dative")
        if body[0].strip().startswith("vo") or kind_of(employer) is not Kind.UNKNOWN:
            yield Kind.ORGANISATION, employer
        rest = ",".join(after.split(",")[1:])
    roles = 0
    for piece in _with_genitives(find_designations(rest)):
        text = ARTICLE_RE.sub("", _unbracketed(piece))
        kind = kind_of(text)
        if is_clause(piece):
            break  # a clause: `Eva Kurz, die das Haus leitet`
        if speaks_re().match(text) or is_party(text):
            continue
        if text[:1].islower() and kind is Kind.UNKNOWN and not QUALIFIED_RE.fullmatch(text):
            continue
        if kind is Kind.UNKNOWN and text.rpartition(" ")[2].islower():
            break  # what is said without quotation marks: `erklärt Eva Kurz, Celle müsse „…“`
        left, right = parted(text)
        if kind is Kind.ROLE or are_people(text) or (kind is Kind.UNKNOWN and not roles):
            roles += 1
            yield Kind.ROLE, _without_particle(left)
            if right:
                yield Kind.ORGANISATION, right
        else:
            yield Kind.ORGANISATION, text


def _without_particle(role: str) -> str:
    """Leave out the parted half of the verb: `fügt Eva Kurz, Leiterin der VHS hinzu`."""
    rest, _, last = role.rpartition(" ")
    return rest if rest and last in PARTICLES else role


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
        if not without_age(f", {text}"):
            continue
        following = printed[i + 1] if i + 1 < len(printed) else ""
        is_role = pieces[i].kind is Kind.ROLE
        yield f"{text} {following}" if is_role and following[:4] in {"der ", "des "} else text


def _unbracketed(passage: str) -> str:
    """Return a passage without the brackets that hold the whole of it."""
    whole = passage[:1] == "(" and passage.find(")") == len(passage) - 1
    return passage[1:-1] if whole else passage
