"""Findings about numbers: `phone.invalid`, `phone.area_mismatch`.

The rule for areas: a landline number is doubtful where its area code cannot ring at the post code
of the contact's address, or where the contact's numbers name two places and the address does not
settle which is right. Neighbouring towns share codes and offices keep one number for several
houses, so a town's name alone proves nothing.
"""

from collections.abc import Iterator, Sequence

from pipeline.check.wording import error, warning
from pipeline.german.area_codes import area_code
from pipeline.german.postal_regions import fits_postal_code
from schemas import Address, Finding, Landkreis, Phone

SHORT_NUMBERS = frozenset(
    {"110", "112", "115", "116000", "116006", "116111", "116116", "116117", "116123"}
)
"""Valid as they are, though they have no international form."""


def check_phones(landkreis: Landkreis, path: str) -> Iterator[Finding]:
    """Yield numbers that are not possible, and area codes that contradict something."""
    for i, contact in enumerate(landkreis.contacts):
        where = f"{path}/contacts/{i}/phones"
        for j, phone in enumerate(contact.phones):
            if phone.e164 is None and "".join(filter(str.isdigit, phone.raw)) not in SHORT_NUMBERS:
                message = f"“{phone.raw}” is not a possible phone number."
                yield error("phone.invalid", message, f"{where}/{j}", phone.span)
        yield from _mismatch(contact.phones, contact.address, where)


def _mismatch(phones: Sequence[Phone], address: Address | None, where: str) -> Iterator[Finding]:
    """Yield one finding per area code that does not fit."""
    landline = [(j, phone) for j, phone in enumerate(phones) if phone.area and phone.e164]
    reported: set[str | None] = set()
    for j, phone in landline:
        code = _code(phone)
        if code in reported:
            continue
        if address and not _fits(phone, address):
            place = " ".join(filter(None, (address.postal_code, address.city)))
            message = f"The area code of {phone.raw} names {phone.area}, the address is in {place}."
        elif _code(landline[0][1]) != code and phone.area != landline[0][1].area:
            first = landline[0][1]
            message = (
                f"The area code of {phone.raw} names {phone.area}, "
                f"that of {first.raw} {first.area}."
            )
        else:
            continue
        reported.add(code)
        yield warning("phone.area_mismatch", message, f"{where}/{j}", phone.span)


def _fits(phone: Phone, address: Address) -> bool:
    """Whether a number can ring at an address; the table of post codes has gaps."""
    if address.city and (phone.area or "").startswith(address.city):
        return True
    return address.postal_code is None or fits_postal_code(phone.e164 or "", address.postal_code)


def _code(phone: Phone) -> str | None:
    return area_code((phone.e164 or "").removeprefix("+49"))
