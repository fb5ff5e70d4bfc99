"""What the program knows of German and of German administration; nobody else opens these files."""

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Final

MOST_KEPT: Final = 8192
"""Words whose look-up is remembered: a brochure says the same ones again and again."""


@cache
def load_toml(name: str) -> dict[str, Any]:
    """Return one of the tables of this folder; it is read once, and nobody may change it."""
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))


def load_csv(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of the lists of this folder."""
    yield from csv.DictReader(
        files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    )


@cache
def bundeslaender() -> tuple[str, ...]:
    """Return the names of the sixteen Länder, in the order of their official keys."""
    return tuple(dict.fromkeys(row["land"] for row in load_csv("kreise.csv")))
