"""What the lines of a form say together: a name on two lines, an address that stands above.

>>> name_on_two_lines("Name: Kurz", "Vorname: Eva"), name_on_two_lines("Vorname: Eva", "Name: Kurz")
('Kurz, Eva', 'Kurz, Eva')
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from pipeline.assemble.contacts.drafts import Element
from pipeline.german.fields import again_re, field_kind, is_family_field
from pipeline.german.names import could_be_name
from pipeline.mentions import Address
from pipeline.text import Span, Text

FIELD_RE: Final = re.compile(r"(?P<label>[^:\n]{3,20}):[ \t]*(?P<value>[^:,;|\d]{2,40})")

FARTHEST: Final = 100
"""Elements above among which an address is looked for."""


def name_on_two_lines(line: str, below: str) -> str | None:
    """Return the family and the given name if they stand on a line each, behind labels."""
    fields = [FIELD_RE.fullmatch(one.strip()) for one in (line, below)]
    for family, given in (fields, fields[::-1]):
        if (
            family
            and given
            and is_family_field(family["label"])
            and field_kind(given["label"]) == "given"
            and could_be_name(f"{given['value'].strip()} {family['value'].strip()}")
        ):
            return f"{family['value'].strip()}, {given['value'].strip()}"
    return None


def address_again(text: Text, gap: Span, line: int, above: Sequence[Element]) -> Element | None:
    """Return the address above where a line says that it is the same: `(gleiche Anschrift)`."""
    match = again_re().search(text.at(gap))
    near = islice(reversed(above), FARTHEST)
    addresses = (one.value for one in near if isinstance(one.value, Address))
    address = next(addresses, None) if match else None
    if match is None or address is None:
        return None
    return Element(address, Span(gap.start + match.start(), gap.start + match.end()), line)
