"""A partner, first among the words of its sentence, then in the text."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from pipeline.assemble.grammar.tokens import Tokens
from pipeline.text import Span

PartnerKind = Literal["organisation", "person", "group"]


class Member(NamedTuple):
    """One member of a list; indices count tokens."""

    name: str
    kind: PartnerKind | None
    """None where no word of it is known."""
    role: str | None
    start: int
    end: int


class MemberList(NamedTuple):
    """The members of one list, and one past its last word."""

    members: tuple[Member, ...]
    end: int


@dataclass(frozen=True, slots=True)
class FoundPartner:
    """Somebody who takes part in or supports the project."""

    name: str
    kind: PartnerKind
    role: str | None
    span: Span


def placed(member: Member, tokens: Tokens, offset: int) -> FoundPartner:
    """Return a member with its place in the text; the sentence begins at `offset`."""
    kind = member.kind or "organisation"
    start, end = tokens.span(member.start, member.end)
    return FoundPartner(member.name, kind, member.role, Span(offset + start, offset + end))
