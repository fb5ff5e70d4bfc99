"""German area codes and the places that they name.

An area code has two to five digits after the trunk 0. Source: numbering plan of the
Bundesnetzagentur as phonenumbers publishes it; `scripts/update_area_codes.py` generates the table,
which is read when the first number is looked up.

>>> place_of("+493023125014"), place_of("+491713920012")
('Berlin', None)
>>> area_code("3023125014"), area_code("1713920012")
('30', None)
>>> is_place("Garmisch-Partenkirchen"), is_place("Integration")
(True, False)
"""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from pipeline.german import MOST_KEPT

LONGEST_FIRST: Final = (5, 4, 3, 2)
COUNTRY: Final = "+49"
# One local network in two towns: 06215 to 06219 are blocks of numbers inside it, not area codes.
SHARED_NETWORK: Final = "621"


@cache
def _places() -> dict[str, str]:
    """Map each area code, without the trunk 0, to its place."""
    table = files(__package__).joinpath("area_codes.csv").read_text(encoding="utf-8")
    rows = (row.split(",", 1) for row in table.splitlines()[1:])
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=MOST_KEPT)
def area_code(national: str) -> str | None:
    """Return the area code that a national number, without the trunk 0, begins with."""
    if national.startswith(SHARED_NETWORK):
        return SHARED_NETWORK
    places = _places()
    return next((national[:n] for n in LONGEST_FIRST if national[:n] in places), None)


def place_of(e164: str) -> str | None:
    """Return the place that the area code of an international number names."""
    if not e164.startswith(COUNTRY):
        return None
    national = e164.removeprefix(COUNTRY)
    places = _places()
    return next((places[national[:n]] for n in LONGEST_FIRST if national[:n] in places), None)


@cache
def _names() -> frozenset[str]:
    return frozenset(_places().values())


def is_place(printed: str) -> bool:
    """Whether a string is nothing but the name of a place that has an area code.

    >>> is_place("Magdeburg"), is_place("Kursen")
    (True, False)
    """
    return printed in _names()
