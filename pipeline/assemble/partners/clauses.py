"""The clause around whoever is named: what is done there, and by whom.

>>> does_other("zählt 19 plätze"), does_other("zählt zum bündnis")
(True, False)
"""

import re
from functools import cache
from typing import Final

from pipeline.assemble.partners.lists import BOUNDS, ListReader, is_oblique
from pipeline.german.area_codes import is_place
from pipeline.german.grammar import words
from pipeline.german.partner_cues import evidence, other_patterns

EXAMPLES: Final = words("examples")
US: Final = frozenset({"wir", "ich", "man"})
THEY: Final = frozenset({"er", "sie"})
LONGEST_CLAUSE: Final = 60
"""Words on either side of a list: without a bound each list would read the whole sentence."""
PASSIVE: Final = words("passive")
# Linear: a fixed choice. Of the verbs in -en, those that are done and not infinitives.
PARTICIPLE_RE: Final = re.compile(
    r"ge(?!winn)[a-zäöüß]{2,12}en$|(?:beraten|vergeben|betrieben|unternommen|übernommen|verliehen)$"
    r"|(?:entschieden|beschlossen|vertreten|getragen|verbunden|einbezogen)$"
)
STANDS_RE: Final = re.compile(r"\b(?:steht|stehen|sitzt) in (\w++)$")
COMING: Final = frozenset({"kam", "kommt", "wechselt", "wechselte"})


@cache
def _other_re() -> re.Pattern[str]:
    # of what is in lower case: to ignore case costs four times as much; by first letter, so that
    # few branches are tried at a word
    letters: dict[str, list[str]] = {}
    for verb in sorted(evidence("other_verbs")):
        letters.setdefault(verb[0], []).append(re.escape(verb[1:]))
    verbs = [f"{first}(?:{'|'.join(rests)})" for first, rests in letters.items()]
    return re.compile(rf"\b(?:{'|'.join([*verbs, *other_patterns()])})")


def does_other(clause: str) -> bool:
    """Whether a clause in lower case says of its subject what is no taking part."""
    stands = STANDS_RE.search(clause)
    is_there = stands is not None and is_place(stands[1].capitalize())
    return is_there or _other_re().search(clause) is not None


def has_pronoun_subject(segment: list[str]) -> bool:
    """Whether a pronoun is the subject of a clause: `wir`, or `sie` where it opens it."""
    return not US.isdisjoint(segment) or segment[:1] in (["er"], ["sie"])


def tells_where_from(segment: list[str]) -> bool:
    """Whether a clause says from where somebody comes: `Sie kommt von der AWO`."""
    return THEY.issuperset(segment[:1]) and not COMING.isdisjoint(segment[1:2])


def is_passive(segment: list[str]) -> bool:
    """Whether something is done: `wird geplant`, but not in the future, `umsetzen wird es`."""
    if PASSIVE.isdisjoint(segment):
        return False
    verbs = [low for low in (segment[0], segment[-1]) if low.endswith("en") and low not in PASSIVE]
    return not any(PARTICIPLE_RE.search(verb) is None for verb in verbs)


def segment_of(reader: ListReader, first: int, past: int) -> list[str]:
    """Return the words of the clause around a list, in lower case."""
    lows = reader.phrases.lows
    start, floor = first, max(0, first - LONGEST_CLAUSE)
    if first and lows[first - 1] == ":" and is_oblique(reader, first):
        start = floor  # whom we thank or ask: `Unser Dank gilt denen, die helfen: dem …`
    while start > floor and not (lows[start - 1] in BOUNDS and lows[start] not in EXAMPLES):
        start -= 1
    ceiling = min(len(lows), past + LONGEST_CLAUSE)
    end = next((k for k in range(past, ceiling) if lows[k] in BOUNDS), ceiling)
    return [*lows[start:first], *lows[past:end]]
