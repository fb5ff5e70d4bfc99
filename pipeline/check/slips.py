"""Words that differ by one slip: a letter left out, put in or changed, or two exchanged.

Two such words are the same once each has lost a letter, so that among many words those close to
one are looked up instead of compared. Source: Mor and Fraenkel, A hash code method for detecting
and correcting spelling errors, Communications of the ACM 25 (1982).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

LONGEST: Final = 60
"""Letters; what is longer is no word and no domain that somebody types."""
MOST: Final = 10_000
"""Words of one section; where there are more, each is near another one."""


class Slips:
    """Finds words that one may have been meant for."""

    def __init__(self, words: Iterable[str]) -> None:
        """Know these words, in the order in which they are to be found."""
        self._words = tuple(words)

    def of(self, word: str) -> Iterator[str]:
        """Yield the words that differ from this one by one slip, in order.

        >>> list(Slips(("kurs", "kunz", "lang")).of("kurz"))
        ['kurs', 'kunz']
        """
        if len(word) <= LONGEST and len(self._words) <= MOST:
            near = {place for form in _shortened(word) for place in self._places.get(form, ())}
            found = (self._words[place] for place in sorted(near))
            yield from (other for other in found if is_one_slip(word, other))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where the words stand, by themselves and by what is left without a letter."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            for form in _shortened(word) if len(word) <= LONGEST else ():
                places[form].append(place)
        return dict(places)


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def is_one_slip(left: str, right: str) -> bool:
    """Whether two words differ by one letter, or by two that are exchanged.

    >>> is_one_slip("intergration", "integration"), is_one_slip("kurz", "kruz")
    (True, True)
    >>> is_one_slip("kurz", "lang")
    False
    """
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    short, long = sorted((left, right), key=len)
    start = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    exchanged = (
        short[start : start + 2] == long[start : start + 2][::-1]
        and short[start + 2 :] == long[start + 2 :]
    )
    return exchanged or short[start + 1 :] == long[start + 1 :]
