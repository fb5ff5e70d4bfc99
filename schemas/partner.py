"""Who the text says takes part in or supports the project."""

from typing import Literal

from pydantic.dataclasses import dataclass

from schemas.model import VALUE
from schemas.span import Span

PartnerKind = Literal["organisation", "person", "group"]


@dataclass(frozen=True, slots=True, kw_only=True, config=VALUE)
class Partner:
    """A body, a person or a collective that takes part in or supports the project."""

    id: str
    """`<landkreis id>/partners/<slug of the name>`, stable across editions."""
    name: str
    """In the nominative, without article: `Jugendamt`, `Deutsches Rotes Kreuz`."""
    kind: PartnerKind
    """`organisation` (a body or office), `person` (an individual or a single office holder),
    `group` (people or bodies denoted collectively)."""
    role: str | None
    """What the text says of it: `Dezernent für öffentliche Ordnung`."""
    raw: str
    """The mention as printed."""
    span: Span
    """Of the mention."""
