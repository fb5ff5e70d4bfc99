"""What the members of a list share: the last part of a compound, the office of its holders.

>>> shared_tail("Bau-", "Jugendamt", "amt"), shared_tail("Hoch-", "Tiefbauamt", "amt")
('amt', 'bauamt')
"""

from typing import Final

from pipeline.assemble.partners.found import Member
from pipeline.german.bodies import head_of
from pipeline.german.grammar import words

OPPOSITES: Final = words("opposites")
SHORTEST_TAIL: Final = 3
"""Letters of a word that a compound ends in: `amt`."""


def one_of_several(member: Member) -> Member:
    """Return a holder of an office that is named together with others of the same office."""
    first, _, rest = member.name.partition(" ")
    single = first.removesuffix("nen") if first.endswith("innen") else first
    return member._replace(name=f"{single} {rest}".strip(), kind="person")


def shared_tail(fragment: str, whole: str, head: str) -> str:
    """Return what a fragment shares: `amt`, but `bauamt` in `Hoch- und Tiefbauamt`."""
    pair = next((word for word in OPPOSITES if whole.lower().startswith(word)), None)
    if pair and fragment.rstrip("-").lower() in OPPOSITES:
        return whole[len(pair) :]
    low = whole.lower()
    tails = (low[k:] for k in range(len(low) - SHORTEST_TAIL, low.rfind(head), -1))
    return next((tail for tail in tails if _is_head(tail)), low[low.rfind(head) :])


def _is_head(word: str) -> bool:
    body = head_of(word.capitalize())
    return body is not None and body.word == word
