"""Small words by which the reading of a sentence goes on or stops.

>>> "sowie" in words("conjunctions")
True
"""

from functools import cache

from pipeline.german import load_toml


@cache
def words(key: str) -> frozenset[str]:
    """Return a list of grammar.toml, as it stands there."""
    return frozenset(load_grammar()[key])


@cache
def load_grammar() -> dict[str, list[str]]:
    """Return all lists."""
    return load_toml("grammar.toml")
