"""Findings about names: `name.variant`, two spellings of what seems one person."""

from collections.abc import Iterator
from typing import Final

from pipeline.check.emails import is_one_slip
from pipeline.check.wording import warning
from pipeline.german.kreise import key
from pipeline.german.names import parse_name
from schemas import Finding, Landkreis, Span

SLIPS: Final = 2
"""In a long name."""
LEAST: Final = 4
"""Letters; shorter names are too close to each other."""


def check_names(landkreis: Landkreis, path: str) -> Iterator[Finding]:
    """Compare whoever speaks or takes part with the contacts: nearly the same name is doubtful."""
    contacts = [c.name.full for c in landkreis.contacts if c.name]
    reported: set[str] = set()
    for printed, where, span in _others(landkreis, path):
        for name in contacts:
            if printed not in reported and are_variants(printed, name):
                reported.add(printed)
                message = (
                    f"“{printed}” seems to be the person who is “{name}” elsewhere in this section."
                )
                yield warning("name.variant", message, where, span)


def _others(landkreis: Landkreis, path: str) -> Iterator[tuple[str, str, Span]]:
    for i, quote in enumerate(landkreis.quotes):
        if quote.speaker and quote.speaker.name:
            yield quote.speaker.name, f"{path}/quotes/{i}/speaker/name", quote.span
    for i, partner in enumerate(landkreis.partners):
        if partner.kind == "person":
            yield partner.name, f"{path}/partners/{i}/name", partner.span


def are_variants(left: str, right: str) -> bool:
    """Whether two printed names differ by a slip in one part, the other part being the same.

    >>> are_variants("Dr. Eva Kurtz", "Eva Kurz"), are_variants("Eva Kurz", "Eva Lang")
    (True, False)
    """
    one, other = _parts(left), _parts(right)
    if one is None or other is None:
        return False
    (given, family), (other_given, other_family) = one, other
    if family == other_family:
        return given != other_given and len(given) >= LEAST and is_one_slip(given, other_given)
    return given == other_given and len(family) >= LEAST and _are_close(family, other_family)


def _are_close(left: str, right: str) -> bool:
    """Whether two family names are one slip apart, or two in a long name."""
    if is_one_slip(left, right):
        return True
    from rapidfuzz.distance import OSA  # needed only for names that differ

    return min(len(left), len(right)) > 2 * LEAST and OSA.distance(left, right) <= SLIPS


def _parts(name: str) -> tuple[str, str] | None:
    try:
        parsed = parse_name(name)
    except ValueError:
        return None
    return key(parsed.given or ""), key(parsed.family or "")
