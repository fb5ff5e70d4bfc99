"""Which post codes lie where an area code rings.

Area codes and post codes follow different maps, so only the coarse picture is used: the first two
digits of both. The table holds the pairs of all 400 seats of Kreise and of the suburbs of the
large cities; SOURCES.md says how it was made.

>>> fits_postal_code("+493023125014", "10115"), fits_postal_code("+493023125014", "54516")
(True, False)
"""

from functools import cache
from typing import Final

from pipeline.german import load_csv

COUNTRY: Final = "+49"


@cache
def _zones() -> dict[str, frozenset[str]]:
    return {
        row["area_zone"]: frozenset(row["postal_zones"].split())
        for row in load_csv("postal_regions.csv")
    }


def fits_postal_code(e164: str, postal_code: str) -> bool:
    """Whether a German number can ring at a post code; True where nothing is known."""
    zones = _zones().get(e164.removeprefix(COUNTRY)[:2])
    if zones is None or not e164.startswith(COUNTRY) or not postal_code[:2].isdigit():
        return True
    zone = postal_code[:2]
    near = {f"{int(zone) + step:02d}" for step in (-1, 0, 1)}
    return any(other in zones and other[0] == zone[0] for other in near)
