"""What stands in front of a name: salutations and titles, by their words.

>>> count_titles("Dipl. Soz. Päd. Eva Kurz".split()), skip_salutation("Frau Eva Kurz".split())
(3, 1)
"""

from typing import Final

from pipeline.german.name_words import is_title, salutations
from pipeline.german.roles import role_of

SHORTEST_FIELD: Final = 4
"""Characters of an abbreviated field behind `Dipl.`, with its full stop: `Soz.`"""


def skip_salutation(words: list[str]) -> int:
    """Return the place behind `Frau`, `Herrn` and the like."""
    start = 0
    while start < len(words) and words[start].capitalize() in salutations():
        start += 1
    return start


def count_titles(words: list[str]) -> int:
    """Count the titles in front; behind a bare `Dipl.` comes a field: Dipl. Soz. Päd."""
    count = 0
    while count < len(words) - 1 and (
        is_title(words[count]) or (count and _is_field(words[count - 1], words[count]))
    ):
        count += 1
    return count


def behind_university(words: list[str], count: int) -> int:
    """Return the place behind a bracket that says where a title is from: `Dr. (Univ. Padua)`."""
    if not 0 < count < len(words) or not words[count].startswith("("):
        return count
    closing = (i for i in range(count, len(words) - 1) if words[i].endswith(")"))
    return next(closing, count - 1) + 1


def _is_field(before: str, word: str) -> bool:
    if word.startswith("(") or (not before.startswith("Dipl") and not before.endswith(".")):
        return False
    if word.endswith(".") and len(word) >= SHORTEST_FIELD:
        return True
    return before in ("Dipl.", "Diplom") and role_of(word) is not None
