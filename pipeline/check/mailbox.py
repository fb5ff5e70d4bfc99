"""Whose mailbox an e-mail address is: the person's, an office's, or somebody else's.

The local part is compared in the forms in which names stand in addresses (`mueller`, `muller`).
It fits a person if it holds a part of the name of three letters or more, or nothing but initials
and beginnings of its parts. It fits an office if a part of it is a word for a function, a role or
department of the contact, or the Landkreis.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from pipeline.german.bodies import head_of
from pipeline.german.mailboxes import address_forms, functional_words
from pipeline.german.roles import role_of
from schemas import Contact, Name

PART_RE: Final = re.compile(r"[^\W_]+")
LETTERS_RE: Final = re.compile(r"[^\W\d_]+")
LEAST: Final = 3
"""Letters by which a part of a name is known in an address."""
BEGINNING: Final = 4
LONG: Final = 5
MOST: Final = 50
"""Functions and departments of one contact that an address is compared with."""


def local_parts(address: str) -> list[str]:
    """Return the words of a local part: `eva.kurz2@…` has `eva` and `kurz`."""
    local = address.rpartition("@")[0]
    return [form for word in LETTERS_RE.findall(local) for form in sorted(address_forms(word))[:1]]


def name_parts(name: Name) -> list[str]:
    """Return the words of a name without titles, in all forms that addresses know."""
    words = PART_RE.findall(f"{name.given or ''} {name.family or ''}")
    return [form for word in words for form in sorted(address_forms(word))]


def is_personal(address: str, name: Name) -> bool:
    """Whether an address fits a person's name."""
    squashed = "".join(local_parts(address))
    parts = name_parts(name)
    if any(part in squashed for part in parts if len(part) >= LEAST):
        return True
    return _is_made_of_beginnings(local_parts(address), parts)


def _is_made_of_beginnings(local: list[str], parts: list[str]) -> bool:
    """Whether each word is the beginning of a part of the name, or the whole its initials."""
    if not local or not parts:
        return False
    initials = {part[0] for part in parts}
    if all(any(part.startswith(word) or word.startswith(part) for part in parts) for word in local):
        return True
    if len(local) == 1 and len(local[0]) <= LEAST and set(local[0]) <= initials:
        return True
    # "kurze" for Eva Kurz, "ekur": a beginning of the family name next to an initial
    joined = "".join(local)
    beginnings = {part[:BEGINNING] for part in parts if len(part) >= BEGINNING}
    return any(beginning in joined for beginning in beginnings)


class Office:
    """What the mailbox of a contact's office may be called."""

    def __init__(self, contact: Contact, words: Iterable[str]) -> None:
        """Look at the contact once; `words` are further names that the office may have."""
        self.contact = contact
        self._words = tuple(words)

    @cached_property
    def _own_words(self) -> tuple[str, ...]:
        of_work = (*self.contact.roles, *self.contact.units)[:MOST]
        printed = (*of_work, self.contact.organisation or "")
        return tuple(word for passage in printed for word in PART_RE.findall(passage))

    @cached_property
    def _forms(self) -> frozenset[str]:
        words = (*self._own_words, *self._words)
        return frozenset(form for word in words for form in address_forms(word))

    @cached_property
    def _initials(self) -> str:
        return "".join(word[0] for word in self._own_words if word[0].isupper()).casefold()

    def may_have(self, address: str) -> bool:
        """Whether an address is that of the office."""
        parts = local_parts(address)
        joined = "".join(parts)
        if any(part in functional_words() for part in (*parts, joined)):
            return True
        if any(_is_function(part) for part in parts):
            return True
        host = LETTERS_RE.findall(address.rpartition("@")[2])
        known = self._forms | {part for part in host if len(part) >= BEGINNING}
        if any(word in joined for word in known if len(word) >= LONG) or any(
            part in known for part in parts
        ):
            return True
        begun = any(word.startswith(part) for part in parts if len(part) >= LEAST for word in known)
        numbered = re.search(r"\d", address.rpartition("@")[0]) is not None
        return begun or numbered or self._is_abbreviation(parts)

    def _is_abbreviation(self, parts: list[str]) -> bool:
        """Whether a short word is made of the initials of the office: `sg34`, `kis`."""
        return any(len(part) > 1 and part in self._initials for part in parts)


def _is_function(part: str) -> bool:
    """Whether a word ends in a head of the lexicon: `bildungskoordination`, `jugendamt`."""
    spelled = part.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")
    return any(
        len(word) >= LONG and (role_of(word) or head_of(word)) for word in {part, spelled}
    ) or any(
        part.startswith(word) or part.endswith(word)
        for word in functional_words()
        if len(word) >= LONG
    )
