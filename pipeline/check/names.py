"""Findings about names: `name.variant`, two spellings of what seems one person."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final

from pipeline.check.slips import is_one_slip
from pipeline.check.wording import warning
from pipeline.german.kreise import key
from pipeline.german.names import parse_name
from pipeline.link import MOST_COMPARED
from schemas import Finding, Landkreis, Span

SLIPS: Final = 2
"""In a long name."""
LEAST: Final = 4
"""Letters; shorter names are too close to each other."""


def check_names(landkreis: Landkreis, path: str) -> Iterator[Finding]:
    """Compare whoever speaks or takes part with the contacts: nearly the same name is doubtful."""
    known = _Known(dict.fromkeys(c.name.full for c in landkreis.contacts if c.name))
    reported: set[str] = set()
    for printed, where, span in _others(landkreis, path):
        if printed not in reported:
            reported.add(printed)
            if name := known.variant(printed):
                message = (
                    f"“{printed}” seems to be the person who is “{name}” elsewhere in this section."
                )
                yield warning("name.variant", message, where, span)


class _Known:
    """The names of the contacts, by given name and by family name."""

    def __init__(self, names: Collection[str]) -> None:
        """Take each name apart once; of more than can be compared none is a variant."""
        self._names = tuple(names) if len(names) <= MOST_COMPARED else ()
        self._beside: defaultdict[tuple[int, str], dict[int, str]] = defaultdict(dict)
        for place, parts in enumerate(map(_parts, self._names)):
            for side, part in enumerate(parts or ()):
                self._beside[side, part][place] = parts[1 - side] if parts else ""

    def variant(self, printed: str) -> str | None:
        """Return the first name that this one seems to be a slip of."""
        parts = _parts(printed) or ()
        near = {
            place
            for side, part in enumerate(parts)
            for place in _close_to(parts[1 - side], self._beside.get((side, part), {}))
        }
        names = (self._names[place] for place in sorted(near))
        return next((name for name in names if are_variants(printed, name)), None)


def _close_to(part: str, others: Mapping[int, str]) -> Iterator[int]:
    """Yield the places of names that differ from one by a few letters."""
    if all(other == part for other in others.values()):
        return
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for _, _, place in process.extract(
        part, others, scorer=OSA.distance, score_cutoff=SLIPS, limit=None
    ):
        yield place


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


@lru_cache(maxsize=MOST_COMPARED)
def _parts(name: str) -> tuple[str, str] | None:
    try:
        parsed = parse_name(name)
    except ValueError:
        return None
    return key(parsed.given or ""), key(parsed.family or "")
