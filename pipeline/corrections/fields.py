"""Acts on one field: which of them hold for what the program reads now, and what they make of it.

An act holds as long as what was read is what it says was read. Else it is stale, or obsolete if
the program reads now what the act wants. Acts on a list are all matched against the list as it
was read, so that their order does not count.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal, NamedTuple, cast

from pipeline.corrections.ids import ValueId
from pipeline.corrections.values import Given, canonical, one_of, parse, reading
from schemas import Value
from schemas.corrections_file import Act

Make = Callable[[Given, Value | None], Value]
"""Turns what was written into a value, in the place of another or in a place of its own."""

Status = Literal["applied", "stale", "obsolete"]

NOTHING: Final = "nothing"


class Outcome(NamedTuple):
    """What became of one act."""

    act: Act
    status: Status
    read: Value | None = None
    """What was read where the act was applied."""
    new: Value | None = None
    """What stands there now; None if it was removed."""
    now: str = NOTHING
    """What the program reads, in words, where the act was not applied."""


def validate(of: ValueId, act: Act) -> None:
    """Raise ValueError if an act can never be applied to a field, whatever is read."""
    name, field = of.field, of.of
    if act.add is not None and not field.many:
        raise ValueError(f"{name} is one value, not a list: write `set` instead of `add`")
    if field.many and act.was is None and act.add is None:
        raise ValueError(f"{name} is a list: `was` says which value of it is meant, or write `add`")
    if act.remove and field.needed:
        raise ValueError(f"{name} cannot be removed; remove the whole of it, or write `set`")
    given = act.set if act.add is None else act.add
    if given is None:
        return
    if field.words:
        one_of(given, str(name), field.words)
    else:
        parse(of.syntax, given)


def on_value(syntax: str, act: Act, read: Value | None, make: Make) -> Outcome:
    """Return what becomes of an act on a field that has one value, or none."""
    now = NOTHING if read is None else reading(read)
    holds = _same(syntax, act.was, read)
    if act.remove:
        if read is None:
            return Outcome(act, "obsolete")
        return Outcome(act, "applied", read) if holds else Outcome(act, "stale", now=now)
    new = make(cast(Given, act.set), read)
    if new == read:
        return Outcome(act, "obsolete", now=now)
    return Outcome(act, "applied", read, new) if holds else Outcome(act, "stale", now=now)


def _same(syntax: str, was: str | None, read: Value | None) -> bool:
    if was is None or read is None:
        return was is None and read is None
    return canonical(syntax, was) == reading(read)


def on_list(
    syntax: str, acts: Sequence[Act], read: Sequence[Value], make: Make
) -> tuple[tuple[Value, ...], list[Outcome]]:
    """Return the corrected list, and what became of each act."""
    result: dict[int, Value | None] = dict(enumerate(read))  # None: taken out
    outcomes: list[Outcome] = []
    free = set(result)
    for act in acts:
        at = next((i for i in sorted(free) if _same(syntax, act.was, read[i])), None)
        if act.add is not None:
            outcomes.append(_added(act, result, make))
        elif at is None:
            outcomes.append(_missed(act, read, make))
        else:
            free.discard(at)
            new = None if act.remove else make(cast(Given, act.set), read[at])
            status: Status = "obsolete" if new == read[at] else "applied"
            result[at] = new
            outcomes.append(Outcome(act, status, read[at], new, reading(read[at])))
    outcomes = [_without_twin(outcome, result) for outcome in outcomes]
    return tuple(value for value in result.values() if value is not None), outcomes


def _without_twin(outcome: Outcome, result: dict[int, Value | None]) -> Outcome:
    """Take out what was set to a value that the list has already: nobody wants a number twice."""
    at = next((i for i, v in result.items() if v is not None and v is outcome.new), None)
    if outcome.act.set is None or outcome.status != "applied" or at is None:
        return outcome
    twin = _twin(outcome.new, (value for i, value in result.items() if i != at))
    if twin is None:
        return outcome
    result[at] = None
    return outcome._replace(new=twin)


def _added(act: Act, result: dict[int, Value | None], make: Make) -> Outcome:
    new = make(cast(Given, act.add), None)
    if _twin(new, result.values()) is not None:
        return Outcome(act, "obsolete", now=reading(new))
    result[len(result)] = new
    return Outcome(act, "applied", None, new)


def _missed(act: Act, read: Sequence[Value], make: Make) -> Outcome:
    """Return what becomes of an act whose value is not in the list."""
    now = ", ".join(map(reading, read)) or NOTHING
    if act.remove or any(make(cast(Given, act.set), value) == value for value in read):
        return Outcome(act, "obsolete", now=now)
    return Outcome(act, "stale", now=now)


def _twin(new: Value | None, others: Iterable[Value | None]) -> Value | None:
    """Return the value among others that says the same."""
    if new is None:
        return None
    return next((o for o in others if o is not None and reading(o) == reading(new)), None)
