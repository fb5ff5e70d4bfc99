"""Ids that outlive editions, and how two of one name are told apart.

Which of two Anna Kern was there first no brochure says. But the mail system had to tell them
apart as well, and whoever came later got the longer address: `anna.kern@`, `anna.kern2@`. So the
shortest address keeps the plain id. The others get a number that is made of their own address, or
of the telephone number or department where there is none: it stays the same whoever else comes,
leaves, or is printed before them.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

NOT_SLUG_RE: Final = re.compile(r"[^a-z0-9]+")
SPELLED_OUT: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe"}
)
WORDS_OF_QUOTE: Final = 6
"""So many name a quote in its id."""
FIRST_NUMBER: Final = 1000
"""Numbers have four digits: fewer would meet by chance."""


def slug(printed: str) -> str:
    """Return a name in lower-case ASCII with hyphens, as it stands in an id.

    >>> slug("Dr. Jörg Weiß-Öztürk")
    'dr-joerg-weiss-oeztuerk'
    """
    folded = unicodedata.normalize("NFC", printed).casefold().translate(SPELLED_OUT)
    plain = unicodedata.normalize("NFKD", folded)
    return NOT_SLUG_RE.sub("-", plain.encode("ascii", "ignore").decode()).strip("-") or "-"


def contact_id(section_id: str, naming: str) -> str:
    """Return the id that a contact of this name has, if no other has it."""
    return f"{section_id}/{slug(naming)}"


def partner_id(section_id: str, name: str) -> str:
    """Return the id that a partner of this name has, if no other has it."""
    return f"{section_id}/partners/{slug(name)}"


def quote_id(section_id: str, text: str) -> str:
    """Return the id that a quote has by its first words, if no other has it."""
    return f"{section_id}/quotes/{slug(' '.join(text.split()[:WORDS_OF_QUOTE]))}"


def counted(wanted: Iterable[str]) -> list[str]:
    """Add -2, -3 … in document order to an id that is taken already.

    >>> counted(["a", "a", "a-2"])
    ['a', 'a-3', 'a-2']
    """
    names = list(wanted)
    taken, ids = set(names), []
    last: dict[str, int] = {}
    for name in names:
        number = last.get(name, 0) + 1
        while number > 1 and f"{name}-{number}" in taken:
            number += 1
        last[name] = number
        ids.append(name if number == 1 else f"{name}-{number}")
        taken.add(ids[-1])
    return ids


def told_apart(wanted: Sequence[str], traits: Sequence[Sequence[str]]) -> list[str]:
    """Add to an id that is taken a number that does not depend on who else wants it.

    `traits` has for each what tells it from its namesakes, the most lasting first.

    >>> told_apart(["kern", "roth", "kern"], [["kern2@a.de"], [], ["kern@a.de"]])
    ['kern-9436', 'roth', 'kern']
    """
    namesakes: defaultdict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(wanted):
        namesakes[name].append(place)
    ids, taken = list(wanted), set(wanted)
    onward: dict[tuple[str, int], int] = {}
    for name, places in namesakes.items():
        # two that nothing tells apart are numbered in their order, for there is nothing to mix up
        _, *others = sorted(places, key=lambda place: _seniority(traits[place]))
        for place in others:
            ids[place] = _free(name, _number(name, traits[place]), taken, onward)
            taken.add(ids[place])
    return ids


def _seniority(traits: Sequence[str]) -> list[tuple[int, str]]:
    return [(len(trait), trait) for trait in traits] or [(1_000, "")]


def _number(name: str, traits: Sequence[str]) -> int:
    trait = traits[0] if traits else ""  # only one: what changes less often changes the id less
    digest = hashlib.sha256(f"{name}\0{trait}".encode("utf-8", "replace")).digest()
    return FIRST_NUMBER + int.from_bytes(digest[:4]) % (9 * FIRST_NUMBER)


def _free(name: str, number: int, taken: set[str], onward: dict[tuple[str, int], int]) -> str:
    """Return the first free id; `onward` leads from numbers that are taken to later ones."""
    passed = []
    while f"{name}-{number}" in taken:
        passed.append((name, number))
        number = onward.get((name, number), number + 1)
    onward.update(dict.fromkeys(passed, number))
    return f"{name}-{number}"
