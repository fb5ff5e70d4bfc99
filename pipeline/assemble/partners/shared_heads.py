"""What the members of a list share: the last part of a compound, the office of its holders.

>>> shared_tail("Bau-", "Jugendamt", "amt"), shared_tail("Hoch-", "Tiefbauamt", "amt")
('amt', 'bauamt')
"""

import re
from typing import Final

from pipeline.assemble.partners.found import Member
from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.phrase import nouns

DELEGATES: Final = tuple(words("delegates"))
OF_WHOM_RE: Final = re.compile(r" (?:aus|de[rs]|vom|von) ")
OPPOSITES: Final = words("opposites")
SHORTEST_TAIL: Final = 3
"""Letters of a word that a compound ends in: `amt`."""


def one_of_several(member: Member) -> Member:
    """Return a holder of an office that is named together with others of the same office."""
    first, _, rest = member.name.partition(" ")
    if member.kind == "group" and OF_WHOM_RE.split(member.name)[0].lower().endswith(DELEGATES):
        return member  # each may have sent several
    single = first.removesuffix("nen") if first.endswith("innen") else first
    return member._replace(name=f"{single} {rest}".strip(), kind="person")


def shared_tail(fragment: str, whole: str, head: str) -> str:
    """Return what a fragment shares: `amt`, but `bauamt` in `Hoch- und Tiefbauamt`."""
    pair = next((word for word in OPPOSITES if whole.lower().startswith(word)), None)
    if pair and fragment.rstrip("-").lower() in OPPOSITES:
        return whole[len(pair) :]
    low = whole.lower()
    first = low.rfind(head)
    tails = [low[k:] for k in range(len(low) - SHORTEST_TAIL, max(first, 0), -1)]
    shared = next((tail for tail in tails if _is_head(tail)), low[first:])
    return shared if shared != low else next(filter(_is_noun, tails), low)


def _is_noun(word: str) -> bool:
    """Whether a word is a noun that departments end in: `förderung`."""
    noun = nouns().find(word.capitalize())
    return noun is not None and noun.is_whole


def _is_head(word: str) -> bool:
    body = head_of(word.capitalize())
    return body is not None and body.word == word
