"""Entries of a list of partners: one line each under a sub-heading that announces them.

`Jobcenter X`, `AWO Kreisverband X e. V. (Beratung)`, `Eva Kurz, Dezernentin`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.assemble.grammar.tokens import tokenize
from pipeline.assemble.partners.found import FoundPartner, placed
from pipeline.assemble.partners.lists import ListReader
from pipeline.german.grammar import words
from pipeline.german.inflection import nominative
from pipeline.german.phrase import agreement
from pipeline.mentions.designations import Kind, kind_of
from pipeline.text import Span, Text

# Behind a bare comma stands a branch of the body before it.
BRANCH_RE: Final = re.compile(r"^[^,]+, (?!(?:die|der|das|dem|den|Frau|Herr|Dr\.)\s)[^,]+$")
# What follows explains: a colon, a spaced dash, a bracket at the end.
EXPLAINED_RE: Final = re.compile(r"\s*(?::\s|\s[–—-]\s|\((?![^)]*\)\s*\S)).*", re.DOTALL)


def _plain(named: str) -> str:
    """Return a name without article; without one it stands as it is, in the nominative already."""
    printed = " ".join(named.split())
    return nominative(printed) if agreement(printed.split(" ", 1)[0].lower()) else printed


def read_entry(text: Text, content: Span, model: str | None) -> Iterator[FoundPartner]:
    """Yield whom one entry names: as a list if it reads as one, else the whole entry."""
    printed = text.at(content).replace("\n", " ")
    named = EXPLAINED_RE.sub("", printed).rstrip(" ,;.")
    if named.endswith(("e. V", "e.V")):
        named += "."
    if not named:
        return
    tokens = tokenize(printed, model)
    explained = printed[len(named) :].strip(" ,;.:–—-()")
    says_role = explained and (
        kind_of(explained) is Kind.ROLE or explained.split(" ", 1)[0] in words("weak_functions")
    )
    role = explained if says_role else None
    found = ListReader(tokens).read(0, "nominative")
    end = tokens.span(0, found.end).end if found.end else 0
    is_branch = len(found.members) > 1 and BRANCH_RE.search(named) is not None
    if found.members and end >= len(named) and not is_branch:
        yield from (
            replace(placed(member, tokens, content.start), role=member.role or role)
            for member in found.members
        )
        return
    yield FoundPartner(
        _plain(named),
        "organisation",
        role,
        Span(content.start, content.start + len(named)),
    )
