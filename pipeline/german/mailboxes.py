"""Words in an e-mail address that name a function, and how names are written in addresses.

>>> address_forms("Müller") == {"mueller", "muller"}
True
"""

import re
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


def is_pattern(local: str) -> bool:
    """Whether a local part says how those of an office are made.

    >>> is_pattern("vorname.nachname"), is_pattern("v.kern"), is_pattern("n")
    (True, False, False)
    """
    words = frozenset(re.split(r"[._-]", local.lower()))
    pattern = _pattern_words()
    return words <= pattern and any("name" in word for word in words)


@cache
def _pattern_words() -> frozenset[str]:
    return frozenset(load_toml("mailboxes.toml")["pattern"]["words"])


@lru_cache(maxsize=4096)
def house_of(address: str) -> str | None:
    """Return the name and the ending of a domain; None where everybody gets addresses there.

    >>> house_of("info@vhs.kreis-altmuehlau.de"), house_of("eva.kern@gmx.de")
    ('kreis-altmuehlau.de', None)
    """
    labels = address.lower().rpartition("@")[2].split(".")[-2:]
    return None if labels[0] in _providers() else ".".join(labels)


@cache
def _providers() -> frozenset[str]:
    return frozenset(load_toml("mailboxes.toml")["providers"]["words"])


@lru_cache(maxsize=4096)
def address_forms(word: str) -> frozenset[str]:
    """Return the forms in which a word can stand in an address, in lower-case ASCII letters."""
    folded = unicodedata.normalize("NFC", word).casefold()
    return frozenset({_ascii("".join(LONG.get(char, char) for char in folded)), _ascii(folded)})


def _ascii(folded: str) -> str:
    plain = "".join(PLAIN.get(char, char) for char in folded)
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "".join(char for char in letters if char.isalnum())
