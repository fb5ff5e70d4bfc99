"""Since when and until when people and offices appear, as `kreislese history --json` prints it."""

from typing import Final, Literal

from schemas.model import Model

HISTORY_VERSION: Final = "1.0"


class Period(Model):
    """A row of editions without a gap."""

    since: str
    """The first edition that has the contact."""
    until: str | None
    """The last one; null if it is the newest edition of all."""


class Appearance(Model):
    """One person or office."""

    landkreis: str
    """Name of the Landkreis, as the newest edition with it has it."""
    id: str
    """Of the contact, in the newest edition that has it."""
    name: str
    """Of the person or office, as the newest edition prints it."""
    kind: Literal["person", "office"]
    formerly: tuple[str, ...]
    """Other names, the oldest first."""
    periods: tuple[Period, ...]


class Series(Model):
    """The editions of one brochure."""

    editions: tuple[str, ...]
    """Their names, the oldest first."""
    appearances: tuple[Appearance, ...]
    """By Landkreis and name."""


class History(Model):
    """All brochures of a folder."""

    history_version: Literal["1.0"]
    series: tuple[Series, ...]
