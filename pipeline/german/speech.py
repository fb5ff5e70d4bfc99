"""Words by which a text says that somebody speaks.

>>> bool(speaks_re().search("betont Landrätin Kurz")), bool(speaks_re().search("das Projekt"))
(True, False)
"""

import re
from functools import cache

from pipeline.german import load_toml


@cache
def speaks_re() -> re.Pattern[str]:
    """Return the pattern of one verb or particle of speech; linear, as it is a list of words."""
    table = load_toml("speech.toml")["speaks"]
    words = [
        *table["verbs"],
        *table["particles"],
        *(word.capitalize() for word in table["particles"]),
    ]
    words.sort(key=lambda word: -len(word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def said() -> tuple[str, ...]:
    """Return nouns for what is said: `so das Fazit von Eva Kurz`."""
    return tuple(load_toml("speech.toml")["speaks"]["said"])
