"""Rebuild pipeline/german/area_codes.csv from the geocoding data of phonenumbers for +49.

Loading that data takes half a second and 100 MB, because it holds the whole world; the table
that this script writes is read in a millisecond. Run it after phonenumbers was updated, and look
at what moved.
"""

import sys
from pathlib import Path

from phonenumbers.geodata import GEOCODE_DATA

TABLE = Path(__file__).parents[1] / "pipeline" / "german" / "area_codes.csv"


def rows() -> list[str]:
    """Return `area code,place` for each German area code, without the trunk 0, in order."""
    german = {key[2:]: names for key, names in GEOCODE_DATA.items() if key.startswith("49")}
    places = {code: names.get("de") or names["en"] for code, names in german.items()}
    if odd := [place for place in places.values() if "," in place or "\n" in place]:
        raise ValueError(f"the table is split at commas, but these places hold one: {odd}")
    return [f"{code},{place}" for code, place in sorted(places.items())]


def main() -> None:
    """Write the table and say what changed."""
    old = set(TABLE.read_text(encoding="utf-8").splitlines()[1:]) if TABLE.exists() else set()
    new = rows()
    TABLE.write_text("\n".join(["code,place", *new, ""]), encoding="utf-8")
    for sign, changed in (("-", old - set(new)), ("+", set(new) - old)):
        sys.stdout.writelines(f"{sign} {row}\n" for row in sorted(changed)[:100])
    sys.stdout.write(f"{len(new)} area codes\n")


if __name__ == "__main__":
    main()
