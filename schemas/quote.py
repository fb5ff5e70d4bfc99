"""What somebody says."""

from typing import Literal

from pydantic.dataclasses import dataclass

from schemas.model import VALUE
from schemas.span import Span

SpeakerKind = Literal["person", "group"]


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Speaker:
    """Whose utterance it is, as far as the attribution says."""

    name: str | None
    kind: SpeakerKind
    roles: tuple[str, ...]
    organisation: str | None
    contact_id: str | None
    """The contact of this section who speaks; null where none does."""


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Quote:
    """An utterance in quotation marks."""

    id: str
    """`<landkreis id>/quotes/<slug of the first words>`, stable across editions."""
    text: str
    """Without the outer quotation marks, inner ones as printed."""
    speaker: Speaker | None
    attribution: str | None
    """As printed."""
    span: Span
    """From the opening mark to the end of the attribution."""
