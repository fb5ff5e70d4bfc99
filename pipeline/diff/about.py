"""One thing in two records, and the changes that are about it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.diff.matching import match
from pipeline.diff.spelling import alike, same
from schemas.changes import Change, ChangeKind, Field, Place, Subject

SAME_SPEAKER: Final = 0.8
"""Least likeness of two spellings of a name under one and the same quote."""


def likeness(one: str, other: str) -> float:
    """Return a score for two values of a list: any two may be one that was changed."""
    return 0.01 + alike(one, other)


@dataclass(frozen=True, slots=True)
class About:
    """What changes are about: one thing, with its place in each record that has it."""

    what: Subject
    old: Place | None
    new: Place | None

    def whole(self) -> Change:
        """Return that all of it was added or removed."""
        return self._change("removed" if self.new is None else "added", None, None, None)

    def value(self, field: Field, before: str | None, after: str | None) -> Iterator[Change]:
        """Yield what became of one value, if it says something else."""
        if same(before, after):
            return
        kind: ChangeKind = "renamed" if _is_renamed(field, before, after) else "changed"
        if before is None or after is None:
            kind = "added" if before is None else "removed"
        yield self._change(kind, field, before, after)

    def values(
        self,
        field: Field,
        before: Iterable[str],
        after: Iterable[str],
        score: Callable[[str, str], float] = likeness,
    ) -> Iterator[Change]:
        """Yield what became of the values of a list; their order does not count."""
        old, new = _without_common(before, after)
        for i, j in match(old, new, lambda _: "", score):
            yield from self.value(
                field, None if i is None else old[i], None if j is None else new[j]
            )

    def _change(
        self, kind: ChangeKind, field: Field | None, before: str | None, after: str | None
    ) -> Change:
        return Change(
            kind=kind,
            what=self.what,
            field=field,
            before=before,
            after=after,
            old=self.old,
            new=self.new,
        )


def _is_renamed(field: Field, before: str | None, after: str | None) -> bool:
    """Whether it is the same one under another name; a quote may be somebody else's now."""
    slightly = field == "speaker.name" and alike(before or "", after or "") >= SAME_SPEAKER
    return field == "name" or slightly


def _without_common(before: Iterable[str], after: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return what is left of two lists when what both have is taken out."""
    old, new = list(before), []
    for value in after:
        twin = next((i for i, other in enumerate(old) if same(other, value)), None)
        if twin is None:
            new.append(value)
        else:
            del old[twin]
    return old, new
