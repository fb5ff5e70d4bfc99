"""What a person put right in a record."""

from typing import Literal

from schemas.contact import Address, Contact, Email, Name, Phone, Website
from schemas.model import Model
from schemas.partner import Partner
from schemas.quote import Quote

Value = Contact | Partner | Quote | Name | Address | Phone | Email | Website | str
"""Whatever can be put right."""


class Correction(Model):
    """One value that was corrected by hand, with what the program had read."""

    value: str
    """Id of the value, as `<stem>.corrections.toml` names it: `15083/steffi-kern.phones`."""
    act: Literal["set", "remove", "add"]
    path: str
    """JSON pointer (RFC 6901) from the document's root to the value as it is now; to the list or
    the field that it was in, if it was removed."""
    read: Value | None
    """The value that was read from the source, whole; null where nothing was read."""
    note: str | None
