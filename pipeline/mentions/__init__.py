"""Stage 3: what is recognised by its shape alone, anywhere in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.mentions.addresses import Address, find_addresses
from pipeline.mentions.emails import Email, find_emails
from pipeline.mentions.phones import Phone, find_phones
from pipeline.mentions.quotations import Quotation, find_quotations
from pipeline.mentions.websites import Website, find_websites
from pipeline.text import Span, Text

__all__ = [
    "Address",
    "Email",
    "Mentions",
    "Phone",
    "Quotation",
    "Website",
    "find_mentions",
]


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything that has a shape of its own, each list in the order of the text."""

    emails: tuple[Email, ...]
    websites: tuple[Website, ...]
    phones: tuple[Phone, ...]
    addresses: tuple[Address, ...]
    quotations: tuple[Quotation, ...]

    def reachable(self) -> Iterator[Email | Website | Phone]:
        """Yield the mentions by which somebody can be reached at a distance."""
        yield from self.emails
        yield from self.websites
        yield from self.phones


def find_mentions(text: Text) -> Mentions:
    """Find all mentions; each character belongs to one at most, quotations excepted.

    The order is that of the claims: "16, 54516" in an address looks like the end of a phone
    number, so whatever carries an @ or a label goes first.
    """
    emails = find_emails(text)
    claimed = [email.span for email in emails]
    websites = find_websites(text, claimed)
    claimed = _in_order(claimed, [website.span for website in websites])
    phones = find_phones(text, claimed)
    claimed = _in_order(claimed, [phone.span for phone in phones])
    addresses = find_addresses(text, claimed)
    return Mentions(emails, websites, phones, addresses, find_quotations(text))


def _in_order(*claims: Sequence[Span]) -> list[Span]:
    return sorted(span for spans in claims for span in spans)
