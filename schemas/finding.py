"""What a reviewer should look at."""

from typing import Literal

from pydantic.dataclasses import dataclass

from schemas.model import VALUE
from schemas.span import Span

FindingCode = Literal[
    "email.invalid",
    "email.name_mismatch",
    "email.suspected_typo",
    "phone.invalid",
    "phone.area_mismatch",
    "contact.unreachable",
    "contact.duplicate",
    "name.variant",
    "quote.unattributed",
    "landkreis.unknown",
    "landkreis.duplicate",
    "section.no_contacts",
    "section.no_partners",
    "section.no_quote",
    "text.residue",
    "text.repaired",
    "text.hidden",
    "page.picture",
    "correction.stale",
    "correction.obsolete",
]

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Finding:
    """Something doubtful, in one sentence that a person understands."""

    code: FindingCode
    severity: Severity
    message: str
    path: str
    """JSON pointer (RFC 6901) from the document's root to the value that it is about."""
    span: Span | None
    accepted: str | None
    """The note of whoever accepted it, empty where there is none; null if it is open."""
