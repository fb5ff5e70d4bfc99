"""Who appears since when and until when, edition by edition.

A file is older than another if the year in its name is earlier, and else by its name as people
count: `edition-2` before `edition-10`. Who left and came back is the same person as before.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Final

from pipeline.diff.compare import naming
from pipeline.diff.identity import match_contacts, match_landkreise
from pipeline.editions import SAME_SERIES, load, natural, shared
from schemas import Brochure, Contact, Landkreis
from schemas.history import HISTORY_VERSION, Appearance, History, Period, Series

YEAR_RE: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass
class _Track:
    """One contact on its way through the editions."""

    latest: Contact
    names: list[str] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)

    def meet(self, contact: Contact, edition: int) -> None:
        self.latest = contact
        self.seen.append(edition)
        if naming(contact) not in self.names[-1:]:
            self.names.append(naming(contact))


@dataclass
class _Area:
    """One Landkreis on its way through the editions, with all contacts it ever had."""

    latest: Landkreis
    tracks: list[_Track] = field(default_factory=list)

    def meet(self, landkreis: Landkreis, edition: int) -> None:
        self.latest = landkreis
        known = [track.latest for track in self.tracks]
        for i, j in match_contacts(known, landkreis.contacts):
            if j is None:
                continue
            if i is None:
                self.tracks.append(_Track(landkreis.contacts[j]))
            track = self.tracks[-1 if i is None else i]
            track.meet(landkreis.contacts[j], edition)


def history(folder: Path) -> History:
    """Return the history of the brochures, or of their records, in a folder."""
    return history_of(load(folder))


def history_of(brochures: Mapping[str, Brochure]) -> History:
    """Return the history of brochures, each known by its name."""
    series = (_series(names, brochures) for names in _grouped(brochures))
    return History(history_version=HISTORY_VERSION, series=tuple(series))


def _grouped(brochures: Mapping[str, Brochure]) -> list[list[str]]:
    """Return the names of editions of one brochure together, the oldest first."""
    groups: list[list[str]] = []
    for name in sorted(brochures, key=_age):
        of_same = [
            group for group in groups if any(_is_edition(name, other, brochures) for other in group)
        ]
        groups = [group for group in groups if group not in of_same]
        groups.append(sorted([name, *(each for group in of_same for each in group)], key=_age))
    return sorted(groups, key=lambda group: _age(group[0]))


def _is_edition(name: str, other: str, brochures: Mapping[str, Brochure]) -> bool:
    share = shared(brochures[name], brochures[other])
    same_name = _without_numbers(name) == _without_numbers(other)
    return share >= SAME_SERIES or (same_name and share > 0)


def _without_numbers(name: str) -> str:
    return re.sub(r"[\W\d_]+", " ", name.casefold()).strip()


def _age(name: str) -> tuple[int, list[tuple[bool, str | int]]]:
    years = YEAR_RE.findall(name)
    # a pair each, for a number and a word cannot be compared
    return int(years[-1]) if years else 0, [(type(p) is str, p) for p in natural(name)]


def _series(names: list[str], brochures: Mapping[str, Brochure]) -> Series:
    areas: list[_Area] = []
    for edition, name in enumerate(names):
        landkreise = brochures[name].landkreise
        for i, j in match_landkreise([area.latest for area in areas], landkreise):
            if j is None:
                continue
            if i is None:
                areas.append(_Area(landkreise[j]))
            areas[-1 if i is None else i].meet(landkreise[j], edition)
    found = (_appearance(area, track, names) for area in areas for track in area.tracks)
    return Series(
        editions=tuple(names),
        appearances=tuple(sorted(found, key=lambda a: (a.landkreis, a.name, a.id))),
    )


def _appearance(area: _Area, track: _Track, names: list[str]) -> Appearance:
    return Appearance(
        landkreis=area.latest.name,
        id=track.latest.id,
        name=track.names[-1],
        kind="person" if track.latest.name else "office",
        formerly=tuple(dict.fromkeys(n for n in track.names[:-1] if n != track.names[-1])),
        periods=tuple(_periods(track.seen, names)),
    )


def _periods(seen: list[int], names: list[str]) -> Iterable[Period]:
    rows: list[list[int]] = []
    for edition in seen:
        if rows and rows[-1][-1] == edition - 1:
            rows[-1].append(edition)
        else:
            rows.append([edition])
    for first, *_, last in ([*row, row[-1]] for row in rows):
        until = None if last == len(names) - 1 else names[last]
        yield Period(since=names[first], until=until)


def as_text(told: History) -> str:
    """Word the history: for each Landkreis who is in it, and since when and until when."""
    return "\n\n".join(map(_series_as_text, told.series))


def _series_as_text(series: Series) -> str:
    lines = [f"Editions: {', '.join(series.editions)}"]
    for landkreis, group in groupby(series.appearances, key=lambda each: each.landkreis):
        lines += ["", f"{landkreis}:", *(f"  - {_line(each)}" for each in group)]
    return "\n".join(lines)


def _line(appearance: Appearance) -> str:
    formerly = f" (formerly {', '.join(appearance.formerly)})" if appearance.formerly else ""
    return f"{appearance.name}{formerly}: {', again '.join(map(_span, appearance.periods))}"


def _span(period: Period) -> str:
    if period.until is None:
        return f"since {period.since}"
    if period.until == period.since:
        return f"only in {period.since}"
    return f"{period.since} to {period.until}"
