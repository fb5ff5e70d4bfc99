"""Words by which a text says that somebody speaks.

>>> bool(speaks_re().search("betont Landrätin Kurz")), bool(speaks_re().search("das Projekt"))
(True, False)
>>> said_behind("hatte Landrätin Kurz im Mai gesagt"), said_behind("hatte Landrätin Kurz im Mai")
(True, False)
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from pipeline.german import load_toml

AGED: Final = r"(?:\d{1,3}|[A-ZÄÖÜ]?[a-zäöüß]+)-?[Jj]ährige"
IN_PAPER: Final = r"(?:heißt|hieß)[ ]es[ ](?:in|auf)[ ]"
WITH_E = ("t", "d", "chn", "gn", "ffn")


@cache
def speaks_re() -> re.Pattern[str]:
    """Return the pattern of one verb or particle of speech; linear, as it is a list of words."""
    table = _table("speaks")
    particles = [*table["particles"], *(word.capitalize() for word in table["particles"])]
    return re.compile(rf"\b(?:{_either([*verbs(), *particles])})\b")


@cache
def verbs() -> tuple[str, ...]:
    """Return the verbs of speech in the forms that stand beside a quote, singular and plural."""
    table = _table("speaks")
    strong = (form for row in table["strong"] for form in row.split())
    plain = (form for stem in table["weak"] for form in _weak_forms(stem))
    reflexive = (f"{form} sich" for stem in table["reflexive"] for form in _weak_forms(stem))
    bent = (f"{form} sich" for row in table["strong_reflexive"] for form in row.split())
    return tuple(dict.fromkeys([*plain, *strong, *reflexive, *bent, *table["phrases"]]))


def _weak_forms(stem: str) -> Iterator[str]:
    """Yield he says, he said, they say, they said: `betont, betonte, betonen, betonten`."""
    joint = f"{stem}e" if stem.endswith(WITH_E) else stem
    is_short = stem.endswith(("er", "el")) and not stem.endswith("ier")
    infinitive = f"{stem}n" if is_short else f"{stem}en"
    yield from (f"{joint}t", f"{joint}te", infinitive, f"{joint}ten")


def is_personal(verb: str) -> bool:
    """Whether somebody is the subject of a verb of speech: not of `heißt es`, `lautet`, `so`.

    >>> is_personal("sagte"), is_personal("lautet"), is_personal("so")
    (True, False, False)
    """
    return verb in verbs() and verb not in _table("speaks")["phrases"]


def is_of_person(verb: str) -> bool:
    """Whether persons rather than firms speak so: somebody in no list may be its subject.

    >>> is_of_person("erzählt"), is_of_person("so"), is_of_person("meldet")
    (True, True, False)
    """
    stems = tuple(_table("speaks")["of_persons"])
    return verb == "so" or (is_personal(verb) and verb.startswith(stems))


def said_behind(passage: str) -> bool:
    """Whether a verb of two parts says that somebody spoke: `hatte Eva Kurz im Mai gesagt`."""
    return any(passage.startswith(first) and passage.endswith(last) for first, last in _brackets())


def without_bracket(passage: str) -> str:
    """Return the subject of a verb of two parts: `macht sie deutlich`, `Sie hatte ihm gesagt`."""
    for first, last in _brackets():
        end = max((len(word) for word in last if passage.endswith(word)), default=0)
        if end and passage.startswith(first):
            begin = max(len(word) for word in first if passage.startswith(word))
            return passage[begin : len(passage) - end]
    auxiliary = _auxiliary_re().search(passage) if has_said(passage) else None
    return passage[: auxiliary.start()] if auxiliary else passage


@cache
def _auxiliary_re() -> re.Pattern[str]:
    return re.compile(rf"[ ](?:{_either(load_toml('speech.toml')['brackets'][0]['first'])})[ ]")


def is_answer(label: str) -> bool:
    """Whether a label stands before an answer: `Antwort`."""
    return label in load_toml("speech.toml")["interviews"]["answers"]


def interview_openings() -> tuple[str, ...]:
    """Return what leads to the name of who is interviewed: `Interview mit`."""
    return tuple(load_toml("speech.toml")["interviews"]["announced"])


def answers(passage: str) -> bool:
    """Whether a passage begins with a verb by which somebody else speaks: `antwortete sie`."""
    return passage.startswith(tuple(_table("speaks")["answers"]))


@cache
def reliance_re() -> re.Pattern[str]:
    """Return the pattern with which a sentence begins that relies on somebody: `Laut `.

    A body may follow its group `bodies`, and one that is in no list its group `told`:
    `Nach Angaben der Fähre`.
    """
    table = _table("reliance")
    first, bodies = _either(table["first"]), _either(table["bodies"])
    words, told = _either(table["words"]), _either(table["told"])
    return re.compile(
        rf"(?:{first})\s|(?P<told>Nach[ ](?:{told})[ ](?:de[rs]|vom)[ ](?=[A-ZÄÖÜ]))"
        rf"|(?P<bodies>(?:{bodies})\s|Nach[ ](?:den[ ])?(?:{words})[ ](?:von|vom|der|des)\s)"
    )


def before_reliance(passage: str) -> str:
    """Return on whom a sentence relies that says so behind: `Der Polizei zufolge war es`.

    >>> before_reliance("Der Polizei zufolge war es"), before_reliance("Die Polizei sagt")
    ('Der Polizei', '')
    """
    found = (passage.find(f" {word}") for word in _table("reliance")["last"])
    return passage[: max(0, *found, 0)]


def opens_saying(passage: str) -> bool:
    """Whether a sentence says whose the quotation before it is: `Mit diesen Worten …`."""
    return passage.startswith(tuple(f"{words} " for words in _table("reliance")["sayings"]))


@cache
def impersonal_re() -> re.Pattern[str]:
    """Return the pattern of a verb that says of nobody that he speaks: `tönte es aus dem Saal`."""
    return re.compile(r"[a-zäöüß]{3,30}[ ]es(?![\w-])")


def has_said(passage: str) -> bool:
    """Whether a passage ends in the participle of a verb of speech: `Sie habe ihm gesagt`."""
    return passage.endswith(_brackets()[0][1])


@cache
def _brackets() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return with what verbs of two parts begin and end, each with the blank inside."""
    return tuple(
        (tuple(f"{word} " for word in row["first"]), tuple(f" {word}" for word in row["last"]))
        for row in load_toml("speech.toml")["brackets"]
    )


@cache
def pronouns(gender: str) -> frozenset[str]:
    """Return the words that stand for a man, a woman or anybody named before (`m`, `f`, `any`)."""
    return frozenset(load_toml("speech.toml")["pronouns"][gender])


@cache
def means_re() -> re.Pattern[str]:
    """Return the pattern of words that mean somebody named before; its groups are m, f and any.

    `sie`, `der 19-Jährige`, `ihr Fazit`, `heißt es in seinem Brief`, `und weiter`. Linear: words.
    """
    table = load_toml("speech.toml")["pronouns"]
    m, f, further = (_in_both_cases(table[key]) for key in ("m", "f", "any"))
    nouns = _either(said())
    return re.compile(
        rf"""
        \b (?: (?P<m> {m} | [Dd]er [ ] {AGED} | [Ss]ein [ ] (?: {nouns} ) | {IN_PAPER} seine[mrn] )
             | (?P<f> {f} | [Dd]ie [ ] {AGED} | [Ii]hre? [ ] (?: {nouns} ) | {IN_PAPER} ihre[mrn] )
             | (?P<any> {further} ) ) \b
        """,
        re.VERBOSE,
    )


def _in_both_cases(words: list[str]) -> str:
    """Return a choice of words, small or with a capital; blanks are escaped."""
    return _either([*words, *(word.capitalize() for word in words)])


@cache
def said() -> tuple[str, ...]:
    """Return nouns for what is said: `so das Fazit von Eva Kurz`."""
    return tuple(_table("speaks")["said"])


@cache
def joints_of_two() -> tuple[str, ...]:
    """Return what joins two who speak together: `sagen Eva Kurz und Jan Roth`."""
    return tuple(_table("speaks")["together"])


@cache
def slogans() -> frozenset[str]:
    """Return the nouns that lead to a slogan, which nobody says: `Unser Motto: „…“`."""
    return frozenset(_table("speaks")["slogans"])


@cache
def referring() -> frozenset[str]:
    """Return the words that open a sentence about a quotation: `„…“ Unter diesem Motto`."""
    return frozenset(_table("speaks")["referring"])


@cache
def statements() -> tuple[str, ...]:
    """Return ends of nouns for what a body writes: `in einer Mitteilung des Kreises heißt es`."""
    ends = _table("speaks")["statements"]
    return tuple(form for end in ends for form in (rf"[\w-]*{end}", rf"[\w-]*{end.lower()}"))


@cache
def told_re() -> re.Pattern[str]:
    """Return the pattern of to whom it was said: ` der Deutschen Presse-Agentur`."""
    table = _table("told")
    names, ends = (_either(table[key]) for key in ("names", "ends"))
    return re.compile(
        rf"[ ](?:{_either(table['articles'])})[ ][„\"»«]?(?:[A-ZÄÖÜ][\w-]*+[ ]){{0,2}}"
        rf"(?:(?:{names})\b|[\w-]*(?i:{ends})\b)[“”\"«»]?"
    )


@cache
def listener_re() -> re.Pattern[str]:
    """Return the pattern behind which it says to whom or how it was said: ` an den `, ` unter `."""
    return re.compile(rf"[ ](?:{_either(_table('told')['joints'])})[ ]")


@cache
def rumour_re() -> re.Pattern[str]:
    """Return the pattern that leads to a body on whose word it is said: `heißt es von der `."""
    table = _table("rumour")
    return re.compile(rf"(?:{_either(table['verbs'])})[ ](?P<joint>{_either(table['joints'])})[ ]")


def is_party(printed: str) -> bool:
    """Tell whether a bracket behind a name holds a party.

    >>> is_party("SPD"), is_party("Grüne"), is_party("Artenschutz")
    (True, True, False)
    """
    return printed in _table("parties")["names"]


@cache
def occasion_joint_re() -> re.Pattern[str]:
    """Return the pattern of what stands before a noun for an occasion: ` bei der offenen `."""
    table = _table("occasions")
    prepositions, articles = (_either(table[key]) for key in ("prepositions", "articles"))
    return re.compile(
        rf"[ ](?:{prepositions})(?:[ ](?:{articles}))?[ ](?:[a-zäöüß]+[ ])?(?=[A-ZÄÖÜ])"
    )


@cache
def occasion_re() -> re.Pattern[str]:
    """Return the pattern of a word for when or on which occasion somebody spoke: `Dienstag`."""
    return re.compile(rf"[\w-]*?(?i:{_either(_table('occasions')['ends'])})s?\b")


@cache
def _table(name: str) -> dict[str, Any]:
    return dict(load_toml("speech.toml")[name])


def _either(words: Iterable[str]) -> str:
    """Return a choice of words, the longest first, parted by their first letter for speed."""
    by_letter = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        by_letter[word[0]].append(re.escape(word[1:]))
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()
    )
