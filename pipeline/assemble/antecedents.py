"""Whom a pronoun or a family name beside a quote means: somebody whom the text names before it.

`Landrätin Dr. Eva Kurz kam. „…“, sagt sie.` · `„…“, so Kurz.` · `„…“, meint die 34-Jährige.`
Where two whom it may be stand in one sentence, nobody is meant for certain.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pipeline.assemble.attributions import designated_behind, role_before
from pipeline.german.abbreviations import ends_in_abbreviation
from pipeline.german.inflection import SALUTATIONS
from pipeline.german.name_words import name_words, salutations
from pipeline.german.names import parse_name
from pipeline.german.speakers import person_noun, stands_in
from pipeline.german.speech import means_re
from pipeline.mentions.persons import find_persons
from pipeline.text import Span, Text

Gender = Literal["m", "f"]

REACH: Final = 600
"""Characters before a quote within which somebody must be named."""
LEAD: Final = 120
"""Characters before a name that may hold its function."""
FARTHEST: Final = 20_000
"""Characters before a quote within which a family name is looked for."""
MOST_MENTIONS: Final = 20
"""Places of a family name that are looked at."""
MOST_IN_OFFICE: Final = 3
"""Places of an office that are looked at."""
LONGEST_NAME: Final = 60
SENTENCE_RE: Final = re.compile(r"[.!?…][“”\"«»]?[ \n]|\n\n")
ARTICLE_RE: Final = re.compile(
    r"\b(?:(?P<m>[Dd]er|[Dd]em|[Dd]en|[Ee]in)|(?P<f>[Dd]ie|[Ee]ine))[ ](?:[a-zäöüß]+[ ])?$"
)
DEFINITE_RE: Final = re.compile(r"\b[Dd](?:er|ie|ieser?)[ ](?:[a-zäöüß]+[ ])?$")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody named in running text."""

    name: str
    roles: tuple[str, ...]
    organisation: str | None
    gender: Gender | None
    sentence: int
    """Where the sentence begins in which the name stands."""


def meant_gender(attribution: str) -> Gender | Literal["any"] | None:
    """Return whom an attribution means that names nobody; None where it means nobody named.

    >>> meant_gender("sagt sie"), meant_gender("meint der 19-Jährige"), meant_gender("sagt das Amt")
    ('f', 'm', None)
    """
    found = means_re().search(attribution)
    if found is None:
        return None
    return "m" if found["m"] else "f" if found["f"] else "any"


def person_meant(
    text: Text, before: Span, gender: Gender | Literal["any"], spoken: Sequence[Span] = ()
) -> Antecedent | None:
    """Return who is named last before a quote and may be meant; None where two may be.

    `spoken` are utterances in their order: who is named in them does not speak.
    """
    rivals: list[Antecedent] = []
    for person in _persons(text, before, spoken):
        if rivals and person.sentence != rivals[0].sentence:
            break
        if gender in ("any", person.gender) or person.gender is None:
            rivals.append(person)
    names = {person.name for person in rivals}
    sure = {person.name for person in rivals if person.gender == gender}
    if len(names) > 1 and len(sure) != 1:
        return None
    return next((person for person in rivals if not sure or person.name in sure), None)


def person_in_office(
    text: Text, before: Span, printed: str, role: str, spoken: Sequence[Span] = ()
) -> Antecedent | None:
    """Return who is named before a quote and called by a function beside it: `so die Ministerin`.

    What stands for anybody (`der SPD-Politiker`) means who is named last and may be meant.
    """
    noun = next((word for word in role.split() if word[0].isupper()), role)
    if not DEFINITE_RE.search(printed[: printed.find(noun)]):
        return None
    if person := _holder(text, before, noun.lower(), spoken):
        return person
    denoted = person_noun(noun)
    if denoted is None or not stands_in(noun):
        return None
    gender: Gender = "f" if denoted.gender == "f" else "m"
    return person_meant(text, before, gender, spoken)


def _holder(text: Text, before: Span, office: str, spoken: Sequence[Span]) -> Antecedent | None:
    """Return who is named last with an office, or with a longer word for it: `Innenminister`."""
    start = max(before.start, before.end - REACH)
    near, at = text.characters[start : before.end].lower(), REACH
    for _ in range(MOST_IN_OFFICE):
        at = near.rfind(office, 0, at)
        if at < 0:
            return None
        first, last = start + at, start + at + len(office)
        behind = Span(min(last + 1, before.end), min(last + LONGEST_NAME, before.end))
        ahead = Span(max(start, first - LONGEST_NAME), max(start, first - len(", ")))
        names = [
            *(name for name in find_persons(text, behind) if name.start == behind.start),
            *(name for name in find_persons(text, ahead) if name.end == ahead.end),
        ]
        if names and not _is_spoken(names[0], spoken):
            return _antecedent(text, names[0], before)
    return None


def person_called(text: Text, before: Span, name: str) -> Antecedent | None:
    """Return who is named in full last before a quote and bears the name beside it.

    That is the same name, or a family name alone: with `Kurz` Dr. Eva Kurz may be meant.
    """
    family = name.rpartition(" ")[2]
    is_full = sum(not word.endswith(".") for word in name.split()) > 1
    start, at = max(before.start, before.end - FARTHEST), before.end
    for _ in range(MOST_MENTIONS):
        at = text.characters.rfind(family, start, at) if family else -1
        if at < 0:
            return None
        around = Span(max(start, at - LONGEST_NAME), at + len(family))
        if not _given_re().search(text.characters, around.start, at):
            continue
        for printed in find_persons(text, around):
            if printed.end == around.end and printed.start < at:
                person = _antecedent(text, printed, before)
                return person if not is_full or person.name == name else None
    return None


@cache
def _given_re() -> re.Pattern[str]:
    """Return the pattern of a word with a capital, and particles, up to a family name.

    Linear: tried at each capital of at most 60 characters.
    """
    addressed = "|".join(map(re.escape, sorted(salutations())))
    particles = "|".join(sorted(filter(str.isalpha, name_words("rows"))))
    return re.compile(
        rf"(?!(?:{addressed})[ \n])[A-ZÄÖÜÇŞİĆČŁŚŻĐ][\w.’'-]*[ \n](?:(?:{particles})[ ])*$"
    )


def person_interviewed(text: Text, announced: Span) -> Antecedent | None:
    """Return the first who is named in a line: `Interview mit Eva Kurz, Leiterin`."""
    line_end = text.characters.find("\n", announced.start, announced.end)
    line = Span(announced.start, line_end if line_end >= 0 else announced.end)
    first = next(find_persons(text, line), None)
    return _antecedent(text, first, announced) if first else None


def person_opening(passage: str) -> Antecedent | None:
    """Return the person with whom a sentence opens: `Eva Kurz, Leiterin, nickt.`."""
    first = next(find_persons(Text.of(passage), Span(0, min(len(passage), LEAD))), None)
    if first is None:
        return None
    role = role_before(passage[: first.start])
    if first.start and role != passage[: first.start].strip():
        return None
    clause = SENTENCE_RE.split(passage[first.end :], maxsplit=1)[0].rstrip(".")
    is_aside = clause.startswith(", ") and clause.count(",") > 1
    roles = designated_behind(",".join(clause.split(",")[:2]))[0] if is_aside else ()
    name = _full(passage[first.start : first.end])
    return Antecedent(name, (role, *roles) if role else roles, None, None, 0)


def _persons(text: Text, before: Span, spoken: Sequence[Span]) -> Iterator[Antecedent]:
    """Yield who is named before a quote, the last first."""
    start = max(before.start, before.end - REACH)
    for name in reversed([*find_persons(text, Span(start, before.end))]):
        if not _is_spoken(name, spoken):
            yield _antecedent(text, name, before)


def _is_spoken(name: Span, spoken: Sequence[Span]) -> bool:
    i = bisect_right(spoken, name.start, key=lambda piece: piece.start) - 1
    return i >= 0 and name.start < spoken[i].end


def _antecedent(text: Text, name: Span, before: Span) -> Antecedent:
    start = last_sentence(text, Span(max(before.start, name.start - LEAD), name.start))
    lead = text.fold(Span(start, name.start))
    if name.start > start and text.characters[name.start - 1].isspace():
        lead += " "
    role = role_before(lead)
    behind = text.characters[name.end : min(before.end, name.end + LEAD)].partition("\n")[0]
    roles, organisation = _behind(behind)
    roles = (role, *roles) if role else roles
    full = text.fold(name)
    return Antecedent(_full(full), roles, organisation, _gender(lead, roles), start)


def _full(name: str) -> str:
    """Return a name without its salutation."""
    try:
        return parse_name(name).full
    except ValueError:
        return name


def _behind(rest: str) -> tuple[tuple[str, ...], str | None]:
    """Return functions and body that stand directly behind a name: `vom Hospizverein`."""
    if not rest.startswith((" vom ", " von ", " von der ", ", ")):
        return (), None
    clause = SENTENCE_RE.split(rest, maxsplit=1)[0].rstrip(".")
    first = ", ".join(clause.split(", ")[:2]) if rest.startswith(", ") else clause.split(",")[0]
    return designated_behind(first)


def last_sentence(text: Text, lead: Span) -> int:
    """Return where the last sentence begins in a stretch of text."""
    start = lead.start
    for stop in SENTENCE_RE.finditer(text.characters, lead.start, lead.end):
        if not ends_in_abbreviation(text.characters[lead.start : stop.start()]):
            start = stop.end()
    return start


def _gender(lead: str, roles: tuple[str, ...]) -> Gender | None:
    """Tell a woman from a man by salutation, article or function; None where none says it."""
    salutation = SALUTATIONS.get(lead.removesuffix(" ").rpartition(" ")[2])
    if salutation and lead.endswith(" "):
        return "f" if salutation == "f" else "m"
    for role in roles:
        noun = next((found for word in role.split() if (found := person_noun(word))), None)
        article = ARTICLE_RE.search(lead[: lead.rfind(role)])
        if noun and article and role in lead:
            return "m" if article["m"] else "f"
        if noun and noun.gender and noun.number != "plural":
            return "f" if noun.gender == "f" else "m"
    return None
