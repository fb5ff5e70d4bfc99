"""Findings about contacts as a whole."""

from collections.abc import Iterator

from pipeline.check.mailbox import is_personal
from pipeline.check.wording import warning
from schemas import Contact, Finding, Landkreis


def check_contacts(landkreis: Landkreis, path: str) -> Iterator[Finding]:
    """Yield persons whom nobody can reach, and contacts that seem to be one."""
    for i, contact in enumerate(landkreis.contacts):
        if contact.name and not (contact.phones or contact.emails):
            message = f"{contact.name.full} has neither phone nor e-mail."
            yield warning("contact.unreachable", message, f"{path}/contacts/{i}", contact.span)
    yield from _duplicates(landkreis, path)


def _duplicates(landkreis: Landkreis, path: str) -> Iterator[Finding]:
    """Compare each contact with those before it: the same name, or a personal mailbox shared."""
    by_name: dict[str, Contact] = {}
    by_email: dict[str, Contact] = {}
    for i, contact in enumerate(landkreis.contacts):
        named = contact.name.full.casefold() if contact.name else None
        shared = next(
            (e for e in contact.emails if _is_anothers(e.address, contact, by_email)), None
        )
        if named in by_name:
            message = (
                f"{contact.name.full if contact.name else ''} is listed twice in this section."
            )
            yield warning("contact.duplicate", message, f"{path}/contacts/{i}", contact.span)
        elif shared and contact.name:
            other = by_email[shared.address].name
            both = f"{contact.name.full} and {other.full if other else ''}"
            message = f"{both} share {shared.address}, which seems to be one person's."
            yield warning("contact.duplicate", message, f"{path}/contacts/{i}", shared.span)
        if named:
            by_name.setdefault(named, contact)
            for email in contact.emails:
                by_email.setdefault(email.address, contact)


def _is_anothers(address: str, contact: Contact, by_email: dict[str, Contact]) -> bool:
    """Whether an address stands with another person already and is a person's, not an office's."""
    other = by_email.get(address)
    if other is None or other.name is None or contact.name is None:
        return False
    return is_personal(address, other.name) or is_personal(address, contact.name)
