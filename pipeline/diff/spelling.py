"""When two printed texts say the same, and how alike they are when they do not.

>>> same("LANDKREIS BÖRDE", "Landkreis Börde"), same("Börde", "Borde")
(True, False)
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

QUOTES: Final = dict.fromkeys(map(ord, "„“”«»‟\"‚‘’‹›'`´"), "'")
DASHES_RE: Final = re.compile(r"\s?+[\u2010-\u2015\u2212-]\s?+")
SPELLED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ı": "i", "ł": "l", "đ": "d"})


def plain(printed: str) -> str:
    r"""Return a text as it is whoever sets it: one kind of dash, quotation mark and space.

    >>> plain("Amt  20 – „Soziales“") == plain("Amt 20 -\n»Soziales«")
    True
    """
    folded = " ".join(unicodedata.normalize("NFKC", printed).translate(QUOTES).split())
    return DASHES_RE.sub("-", folded)


@lru_cache(maxsize=10_000)  # each is compared with many
def key(printed: str) -> str:
    """Return what two spellings have in common that differ in capitals, umlauts and accents.

    >>> key("JOERG WEISS") == key("Jörg Weiß")
    True
    """
    folded = plain(printed).casefold().translate(SPELLED_OUT)
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))


def same(one: str | None, other: str | None) -> bool:
    """Whether two texts differ in nothing but how they are set.

    Capitals count as setting where a text has nothing else.
    """
    if one is None or other is None:
        return one is other
    if one == other:
        return True
    one, other = plain(one), plain(other)
    return one == other or (
        (one.isupper() or other.isupper()) and one.casefold() == other.casefold()
    )


def alike(one: str, other: str, least: float = 0) -> float:
    """Return how alike two spellings are, from 0 to 1; below `least` it is 0.

    >>> alike("Jörg Weiß", "Joerg Weiss")
    1.0
    """
    one, other = key(one), key(other)
    if one == other:
        return 1.0
    from rapidfuzz import fuzz  # not if all is the same

    return float(fuzz.ratio(one, other, score_cutoff=least * 100)) / 100
