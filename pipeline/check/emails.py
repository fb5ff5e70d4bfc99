"""Findings about e-mail addresses: `email.invalid`, `email.suspected_typo`, `email.name_mismatch`.

The rule for a slip: a word of the local part, or the domain, differs by one letter (left out, put
in, changed, or two exchanged) from a word, role, name or domain used elsewhere in the section,
and is not itself used elsewhere. Endings of inflection are no slip.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from pipeline.check.mailbox import PART_RE, Office, is_personal, local_parts, name_parts
from pipeline.check.slips import Slips
from pipeline.check.wording import error, warning
from pipeline.german.mailboxes import address_forms
from pipeline.mentions.emails import is_valid
from schemas import Contact, Email, Finding, Landkreis

LEAST_WORD: Final = 5
"""Letters; shorter words are one slip away from too many others."""
INFLECTED_RE: Final = re.compile(r"(?:e?[rnsm]|e|in)$")


def check_emails(landkreis: Landkreis, path: str) -> Iterator[Finding]:
    """Yield at most one finding per address, the gravest."""
    domains = _Domains(landkreis)
    words = _Words(landkreis)
    for i, contact in enumerate(landkreis.contacts):
        office = Office(contact, (landkreis.name, *landkreis.name.split()))
        for j, email in enumerate(contact.emails):
            slip = domains.slip(_domain(email)) or words.slip(email, contact)
            if finding := _check(email, office, slip, f"{path}/contacts/{i}/emails/{j}"):
                yield finding


def _check(email: Email, office: Office, slip: str | None, where: str) -> Finding | None:
    contact = office.contact
    if not is_valid(*email.address.rpartition("@")[::2]):
        return error(
            "email.invalid", f"“{email.raw}” is no valid e-mail address.", where, email.span
        )
    if slip:
        message = f"{email.address} is one slip away from “{slip}” elsewhere in this section."
        return warning("email.suspected_typo", message, where, email.span)
    if contact.name is None or is_personal(email.address, contact.name):
        return None
    if office.may_have(email.address):
        return None
    message = f"{email.address} fits neither {contact.name.full} nor the mailbox of an office."
    return warning("email.name_mismatch", message, where, email.span)


def _domain(email: Email) -> str:
    return email.address.rpartition("@")[2]


def _vocabulary(landkreis: Landkreis) -> frozenset[str]:
    """Return the words of roles, bodies and names of a section, as addresses have them."""
    printed: list[str] = [landkreis.name]
    for contact in landkreis.contacts:
        printed += [*contact.roles, *contact.units, contact.organisation or ""]
        printed += [contact.name.full] if contact.name else []
    for quote in landkreis.quotes:
        if quote.speaker:
            printed += [
                *quote.speaker.roles,
                quote.speaker.name or "",
                quote.speaker.organisation or "",
            ]
    words = {word for passage in printed for word in PART_RE.findall(passage)}
    return frozenset(
        form for word in words for form in address_forms(word) if len(form) >= LEAST_WORD
    )


class _Domains:
    """The domains of a section, and how often each is printed."""

    def __init__(self, landkreis: Landkreis) -> None:
        self._counts = Counter(_domain(e) for c in landkreis.contacts for e in c.emails)
        self._places = {domain: place for place, domain in enumerate(self._counts)}
        self._slips = Slips(self._counts)

    def _rank(self, domain: str) -> tuple[int, int]:
        return self._counts[domain], -self._places[domain]

    def slip(self, domain: str) -> str | None:
        """Return the domain that this one is a slip of: the more frequent, of two the first."""
        near = self._slips.of(domain)
        return next((other for other in near if self._rank(other) > self._rank(domain)), None)


class _Words:
    """The words of a section that an address may hold."""

    def __init__(self, landkreis: Landkreis) -> None:
        self._known = _vocabulary(landkreis)
        self._slips = Slips(sorted(self._known))

    def slip(self, email: Email, contact: Contact) -> str | None:
        """Return the word that a part of the local part is a slip of."""
        own = set(name_parts(contact.name)) if contact.name else set()
        for part in local_parts(email.address):
            if len(part) < LEAST_WORD or part in self._known or _is_of(part, own):
                continue
            for word in self._slips.of(part):
                if not _is_inflected(part, word):
                    return word
        return None


def _is_of(part: str, own: Collection[str]) -> bool:
    """Whether a word is one of a name, or one beside the beginning of another: `dkurz`, `kurzd`."""
    return part in own or any(
        (part.startswith(word) and other.startswith(part.removeprefix(word)))
        or (part.endswith(word) and other.startswith(part.removesuffix(word)))
        for word in own
        for other in own
    )


def _is_inflected(part: str, word: str) -> bool:
    """Whether two words differ in an ending only: `beauftragte`, `beauftragter`."""
    return INFLECTED_RE.sub("", part) == INFLECTED_RE.sub("", word)
