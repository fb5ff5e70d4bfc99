"""Rivers and landscapes that belong to the name of a place.

>>> distinguishes("Main"), distinguishes("Netzwerk")
(True, False)
"""

from functools import cache

from pipeline.german import load_toml


@cache
def _words() -> frozenset[str]:
    return frozenset(load_toml("places.toml")["distinguishing"]["words"])


def distinguishes(word: str) -> bool:
    """Whether a word tells places of one name apart, as in `Frankfurt am Main`."""
    return word in _words()
