"""Words in an e-mail address that name a function, and how names are written in addresses.

>>> address_forms("Müller") == {"mueller", "muller"}
True
"""

import unicodedata
from functools import cache, lru_cache
from typing import Final

from pipeline.german import load_toml

LONG: Final = {"ä": "ae", "ö": "oe", "ü": "ue"}
PLAIN: Final = {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "ð": "d", "þ": "th"}


@cache
def functional_words() -> frozenset[str]:
    """Return the words, in the ASCII form in which addresses have them."""
    return frozenset(load_toml("mailboxes.toml")["functional"]["words"])


@lru_cache(maxsize=4096)
def address_forms(word: str) -> frozenset[str]:
    """Return the forms in which a word can stand in an address, in lower-case ASCII letters."""
    folded = unicodedata.normalize("NFC", word).casefold()
    return frozenset({_ascii("".join(LONG.get(char, char) for char in folded)), _ascii(folded)})


def _ascii(folded: str) -> str:
    plain = "".join(PLAIN.get(char, char) for char in folded)
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "".join(char for char in letters if char.isalnum())
