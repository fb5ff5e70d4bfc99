"""Who is named twice in a section, once by another name: `Volkshochschule (VHS)`, `die VHS`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.assemble.partners.found import FoundPartner
from pipeline.text import Span, Text

# Linear: one bracket directly behind a name.
ABBREVIATED_RE: Final = re.compile(r"\s*\(\s*[„\"]?([A-ZÄÖÜ][\w/-]{1,14}+)[“\"]?\s*\)")
FARTHEST: Final = 30
"""Characters behind a name in which its bracket ends."""


def without_doubles(text: Text, found: Sequence[FoundPartner]) -> Iterator[FoundPartner]:
    """Yield the partners but for those that another mention names in full.

    A body is printed with its abbreviation once and then goes by it; an office that stands alone in
    a headline has its holder in the sentence below.
    """
    abbreviations = {_abbreviation(text, partner.span) for partner in found}
    offices = {partner.role.split(",")[0] for partner in found if partner.role}
    for i, partner in enumerate(found):
        is_bare_office = partner.kind == "person" and partner.name in offices
        is_known = partner.name in abbreviations or _is_known(partner, found, i)
        if not (is_bare_office or is_known):
            yield partner


def _is_known(partner: FoundPartner, found: Sequence[FoundPartner], i: int) -> bool:
    """Whether one body before, and no other, has the name with where it is: `Tafel Celle`."""
    if partner.kind != "organisation" or " " in partner.name:
        return False
    fuller = [n for n, other in enumerate(found) if other.name.startswith(f"{partner.name} ")]
    return len(fuller) == 1 and fuller[0] < i


def _abbreviation(text: Text, span: Span) -> str | None:
    """Return the abbreviation in the bracket behind a name."""
    end = min(span.end + FARTHEST, len(text.characters))
    match = ABBREVIATED_RE.match(text.at(Span(span.end, end)))
    return match[1] if match else None
