"""Brochure, corrections -> Brochure, put right before it is checked.

What was applied stands in the record beside what was read. What was not applied is a finding:
`correction.stale` where the brochure says something else than it did, `correction.obsolete` where
the program reads by now what the correction says. Nothing is dropped in silence.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from pipeline.check.wording import info, warning
from pipeline.corrections.ground import Ground
from pipeline.corrections.ids import get, owners, parse_id
from pipeline.corrections.section import Done, SectionWork
from schemas import Brochure, Correction, Finding, Landkreis, Span
from schemas.corrections_file import Act


class Remark(NamedTuple):
    """What there is to say about a correction that was not applied."""

    section: int | None
    """Index of the Landkreis; None for the document."""
    finding: Finding


def correct(
    brochure: Brochure, acts: Iterable[Act], ground: Ground
) -> tuple[Brochure, tuple[Remark, ...]]:
    """Apply all acts that hold; those of one section do not depend on the others."""
    by_section: defaultdict[str, list[Act]] = defaultdict(list)
    for act in acts:
        by_section[parse_id(act.value).section].append(act)
    landkreise: list[Landkreis] = []
    remarks: list[Remark] = []
    for i, landkreis in enumerate(brochure.landkreise):
        work = SectionWork(landkreis, ground, by_section.pop(landkreis.id, []))
        if not work.acts:
            landkreise.append(landkreis)
            continue
        after, path = work.corrected(), f"/landkreise/{i}"
        applied = [done for done in work.done if done.outcome.status == "applied"]
        corrections = tuple(_correction(done, after, path) for done in applied)
        landkreise.append(replace(after, corrections=corrections))
        left = [done for done in work.done if done.outcome.status != "applied"]
        remarks += [Remark(i, _finding(done, after, path)) for done in left]
    known = [landkreis.id for landkreis in brochure.landkreise]
    for section, acts_left in by_section.items():
        remarks += [Remark(None, _of_no_section(act, section, known)) for act in acts_left]
    return brochure.model_copy(update={"landkreise": tuple(landkreise)}), tuple(remarks)


def _correction(done: Done, after: Landkreis, path: str) -> Correction:
    act = done.outcome.act
    return Correction(
        value=act.value,
        act="set" if act.set is not None else "remove" if act.remove else "add",
        path=path + _place(done, after)[0],
        read=done.outcome.read,
        note=act.note,
    )


def _place(done: Done, after: Landkreis) -> tuple[str, Span]:
    """Return where a value is, or was: a pointer from its section on, and a span."""
    of = parse_id(done.outcome.act.value)
    if done.owner is None or done.owner not in (known := owners(after)):
        name = {"contact": "contacts", "partner": "partners", "quote": "quotes"}.get(of.kind)
        return (f"/{name or of.field}", after.span)
    owner = known[done.owner]
    things: tuple[object, ...] = getattr(after, f"{parse_id(owner.id).kind}s")
    path = f"/{parse_id(owner.id).kind}s/{next(i for i, t in enumerate(things) if t is owner)}"
    if done.field is None:
        return path, owner.span
    path = f"{path}/{done.field.replace('.', '/')}"
    values = get(owner, done.field)
    if isinstance(values, tuple):
        at = next((i for i, value in enumerate(values) if value is done.outcome.new), None)
        values = None if at is None else values[at]
        path = path if at is None else f"{path}/{at}"
    return path, getattr(values, "span", owner.span)


def _finding(done: Done, after: Landkreis, path: str) -> Finding:
    outcome = done.outcome
    where, span = _place(done, after)
    if outcome.status == "obsolete":
        message = f"The correction of {outcome.act.value} ({wanted(outcome.act)}) can go: "
        message += "the program reads it so by now."
        return info("correction.obsolete", message, path + where, span)
    ids = list(owners(after))
    message = f"The correction of {outcome.act.value} ({wanted(outcome.act)}) was not applied: "
    if done.owner is None:
        message += f"this edition has no {parse_id(outcome.act.value).owner}."
        message += _meant(parse_id(outcome.act.value).owner, ids)
    else:
        message += f"now the program reads “{outcome.now}”."
    return warning("correction.stale", message, path + where, span)


def wanted(act: Act) -> str:
    """Return in words what an act is to do."""
    if act.add is not None:
        return f"add “{_line(act.add)}”"
    if act.remove:
        return f"remove “{act.was}”" if act.was else "remove"
    return f"“{act.was}” to “{_line(act.set)}”" if act.was else f"set “{_line(act.set)}”"


def _line(given: object) -> str:
    if isinstance(given, dict):
        return ", ".join(_line(value) for value in given.values())
    return ", ".join(map(_line, given)) if isinstance(given, list | tuple) else str(given)


def _of_no_section(act: Act, section: str, known: list[str]) -> Finding:
    message = f"The correction of {act.value} ({wanted(act)}) was not applied: "
    message += f"this edition has no section {section}.{_meant(section, known)}"
    return warning("correction.stale", message, "", None)


def _meant(written: str, known: Iterable[str]) -> str:
    """Ask whether something else was meant that looks alike."""
    from difflib import get_close_matches  # only for what is not there

    found = get_close_matches(written, list(known), n=1)
    return f" Is {found[0]} meant?" if found else ""
