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
from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.inflection import nominative
from pipeline.german.phrase import agreement, suffixes
from pipeline.german.roles import role_of
from pipeline.mentions.designations import Kind, kind_of
from pipeline.text import Span, Text

# Behind a bare comma stands a branch of the body before it.
BRANCH_RE: Final = re.compile(r"^[^,]+, (?!(?:die|der|das|dem|den|Frau|Herr|Dr\.)\s)[^,]+$")
LONGEST_LABEL: Final = 60
"""Characters before a colon."""
# What follows explains: a colon, a spaced dash, a bracket at the end.
EXPLAINED_RE: Final = re.compile(r"\s*(?::\s|\s[–—-]\s|\((?![^)]*\)\s*\S)).*", re.DOTALL)


def _plain(named: str) -> str:
    """Return a name without article; without one it stands as it is, in the nominative already."""
    printed = " ".join(named.split())
    return nominative(printed) if agreement(printed.split(" ", 1)[0].lower()) else printed


def _parted(text: Text, content: Span) -> tuple[str | None, Span]:
    """Part what somebody does from whom it names: `Fachliche Begleitung: Hochschule X`."""
    label, colon, _ = text.at(content)[:LONGEST_LABEL].partition(": ")
    last = label.rpartition(" ")[2]
    is_somebody = head_of(last) is not None or role_of(last) is not None
    if not colon or is_somebody or suffixes().find(last) is None:
        return None, content
    return " ".join(label.split()), Span(content.start + len(label) + len(colon), content.end)


def read_entry(text: Text, content: Span, model: str | None) -> Iterator[FoundPartner]:
    """Yield whom one entry names: as a list if it reads as one, else the whole entry."""
    label, content = _parted(text, content)
    printed = text.at(content).replace("\n", " ")
    named = EXPLAINED_RE.sub("", printed).rstrip(" ,;.")
    if named.endswith(("e. V", "e.V")):
        named += "."
    if not named:
        return
    tokens = tokenize(printed, model)
    explained = printed[len(named) :].strip(" ,;.:–—-()")
    says_role = (
        explained
        and ":" not in explained
        and (
            kind_of(explained) is Kind.ROLE or explained.split(" ", 1)[0] in words("weak_functions")
        )
    )
    role = explained if says_role else label
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
