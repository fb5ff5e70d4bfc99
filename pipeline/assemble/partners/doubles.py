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
    for partner in found:
        is_bare_office = partner.kind == "person" and partner.name in offices
        if not (is_bare_office or partner.name in abbreviations):
            yield partner


def _abbreviation(text: Text, span: Span) -> str | None:
    """Return the abbreviation in the bracket behind a name."""
    end = min(span.end + FARTHEST, len(text.characters))
    match = ABBREVIATED_RE.match(text.at(Span(span.end, end)))
    return match[1] if match else None
