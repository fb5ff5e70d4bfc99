"""What is different between two editions, as `kreislese diff --json` prints it."""

from typing import Final, Literal

from schemas.model import Model

CHANGES_VERSION: Final = "1.0"

ChangeKind = Literal["added", "removed", "changed", "renamed"]
Subject = Literal["brochure", "landkreis", "contact", "partner", "quote", "paragraph"]
Field = Literal[
    "title",
    "name",
    "name.title",
    "roles",
    "organisation",
    "units",
    "address",
    "phones",
    "emails",
    "websites",
    "kind",
    "role",
    "text",
    "speaker.name",
    "speaker.roles",
    "speaker.organisation",
    "attribution",
]


class Place(Model):
    """Where a change shows in one of the two records."""

    name: str
    """What it is about, for people: the person, the office, the partner, the speaker."""
    landkreis: str | None
    """Name of the Landkreis; null for the brochure itself."""
    id: str | None
    """Of the contact or the Landkreis; null for what has none."""
    path: str
    """JSON pointer (RFC 6901) from the record's root; empty for the brochure itself."""


class Change(Model):
    """One difference. What is matched is matched by identity, so a move is none."""

    kind: ChangeKind
    """`renamed` is somebody, or a body, known to be the same under another name."""
    what: Subject
    field: Field | None
    """What of it is different; null where all of it was added or removed."""
    before: str | None
    """The value in the old record; null if it was added."""
    after: str | None
    """The value in the new record; null if it was removed."""
    old: Place | None
    """Its place in the old record; null if all of it was added."""
    new: Place | None
    """Its place in the new record; null if all of it was removed."""


class Comparison(Model):
    """One brochure in two editions."""

    old: str | None
    """The file that was named or found; null if there is none in the old folder."""
    new: str | None
    """The same for the new one."""
    changes: tuple[Change, ...]
    """By Landkreis in the order of the new record, then those that are no more."""


class Comparisons(Model):
    """Two files, or two folders."""

    changes_version: Literal["1.0"]
    """Raised like `schema_version` of a record."""
    comparisons: tuple[Comparison, ...]
    """One for two files; for two folders, one per brochure."""
