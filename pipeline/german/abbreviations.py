"""Full stops that end no sentence: behind an abbreviation, an initial or a number.

>>> ends_in_abbreviation("geleitet von Prof. Dr"), ends_in_abbreviation("am 3")
(True, True)
"""

import re
from functools import cache
from typing import Final

from pipeline.german.grammar import words

LONGEST: Final = 8
"""Characters before the full stop that are enough to know."""


@cache
def _abbreviated_re() -> re.Pattern[str]:
    either = "|".join(sorted(map(re.escape, words("abbreviations")), key=len, reverse=True))
    return re.compile(rf"\b(?:{either}|[A-ZÄÖÜ]|\d{{1,2}})$")


def ends_in_abbreviation(before: str) -> bool:
    """Whether the full stop behind a passage belongs to its last word."""
    return _abbreviated_re().search(before[-LONGEST:]) is not None
