"""Findings about e-mail addresses: `email.invalid`, `email.suspected_typo`, `email.name_mismatch`.

The rule for a slip: a word of the local part, or the domain, differs by one letter (left out, put
in, changed, or two exchanged) from a word, role, name or domain used elsewhere in the section,
and is not itself used elsewhere. Endings of inflection are no slip.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pipeline.check.mailbox import PART_RE, is_functional, is_personal, local_parts, name_parts
from pipeline.check.wording import error, warning
from pipeline.german.mailboxes import address_forms
from pipeline.mentions.emails import is_valid
from schemas import Contact, Email, Finding, Landkreis

LEAST_WORD: Final = 5
"""Letters; shorter words are one slip away from too many others."""
INFLECTED_RE: Final = re.compile(r"(?:e?[rnsm]|e|in)$")


def check_emails(landkreis: Landkreis, path: str) -> Iterator[Finding]:
    """Yield at most one finding per address, the gravest."""
    domains = Counter(_domain(e) for c in landkreis.contacts for e in c.emails)
    words = _vocabulary(landkreis)
    for i, contact in enumerate(landkreis.contacts):
        for j, email in enumerate(contact.emails):
            where = f"{path}/contacts/{i}/emails/{j}"
            if finding := _check(email, contact, landkreis, where, domains, words):
                yield finding


def _check(
    email: Email,
    contact: Contact,
    landkreis: Landkreis,
    where: str,
    domains: Counter[str],
    words: frozenset[str],
) -> Finding | None:
    if not is_valid(*email.address.rpartition("@")[::2]):
        return error(
            "email.invalid", f"“{email.raw}” is no valid e-mail address.", where, email.span
        )
    if slip := _domain_slip(_domain(email), domains) or _local_slip(email, contact, words):
        message = f"{email.address} is one slip away from “{slip}” elsewhere in this section."
        return warning("email.suspected_typo", message, where, email.span)
    if contact.name is None or is_personal(email.address, contact.name):
        return None
    if is_functional(email.address, contact, (landkreis.name, *landkreis.name.split())):
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


def _domain_slip(domain: str, domains: Counter[str]) -> str | None:
    """Return the domain that this one is a slip of: the more frequent one, of two the first."""
    order = list(domains)
    for other in order:
        rank = (domains[other], -order.index(other))
        if rank > (domains[domain], -order.index(domain)) and is_one_slip(domain, other):
            return other
    return None


def _local_slip(email: Email, contact: Contact, words: frozenset[str]) -> str | None:
    """Return the word that a part of the local part is a slip of."""
    own = set(name_parts(contact.name)) if contact.name else set()
    for part in local_parts(email.address):
        if len(part) < LEAST_WORD or part in words or part in own:
            continue
        for word in sorted(words):
            if is_one_slip(part, word) and not _is_inflected(part, word):
                return word
    return None


def _is_inflected(part: str, word: str) -> bool:
    """Whether two words differ in an ending only: `beauftragte`, `beauftragter`."""
    return INFLECTED_RE.sub("", part) == INFLECTED_RE.sub("", word)


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
