"""Findings that somebody let stand, and sections that somebody has read through.

An accepted finding stays in the record, with the note of whoever accepted it. It is known by its
code, by the id of the value that it is about, and by what is read there: another value is another
matter.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import schemas
from pipeline.check.wording import info, warning
from pipeline.corrections.ids import parse_id, pointed
from pipeline.corrections.values import canonical, reading
from pipeline.text import Span, Text, fold
from schemas import Brochure, Finding, Landkreis
from schemas.corrections_file import Acceptance, Check


class Subject(NamedTuple):
    """What a finding is about, so that it is known again in the next edition."""

    code: str
    value: str | None
    was: str | None


def subject(brochure: Brochure, finding: Finding) -> Subject:
    """Return what a finding is about: an id and what is read there, else its message."""
    at = pointed(brochure, finding.path)
    if at.section is None:
        return Subject(finding.code, at.value or None, fold(finding.message))
    return Subject(finding.code, at.value, None if at.read is None else reading(at.read))


def accept(brochure: Brochure, accepted: Sequence[Acceptance]) -> Brochure:
    """Mark the findings that were accepted, and say of which there is nothing left to accept."""
    notes = {_key(entry): entry.note or "" for entry in accepted}
    met: set[Subject] = set()

    def marked(finding: Finding) -> Finding:
        about = subject(brochure, finding)
        if about not in notes:
            return finding
        met.add(about)
        return replace(finding, accepted=notes[about])

    found = [tuple(map(marked, each.findings)) for each in brochure.landkreise]
    of_document = tuple(map(marked, brochure.findings))
    left = [entry for entry in accepted if _key(entry) not in met]
    known = {landkreis.id for landkreis in brochure.landkreise}
    landkreise = tuple(
        replace(landkreis, findings=findings + _left(left, landkreis, f"/landkreise/{i}"))
        for i, (landkreis, findings) in enumerate(zip(brochure.landkreise, found, strict=True))
    )
    of_document += tuple(_obsolete(e, "", None) for e in left if _section(e) not in known)
    return brochure.model_copy(update={"landkreise": landkreise, "findings": of_document})


def _key(entry: Acceptance) -> Subject:
    was = entry.was
    if was is not None:
        try:
            was = canonical(parse_id(entry.value or "").syntax, was)
        except ValueError:
            was = fold(was)  # of the document, of a passage: nothing to be parsed
    return Subject(entry.finding, entry.value, was)


def _section(entry: Acceptance) -> str:
    return re.split("[/.]", entry.value or "")[0]


def _left(entries: Iterable[Acceptance], landkreis: Landkreis, path: str) -> tuple[Finding, ...]:
    """Return a finding for each entry of a section that nothing is left of."""
    mine = (entry for entry in entries if _section(entry) == landkreis.id)
    return tuple(_obsolete(entry, path, landkreis.span) for entry in mine)


def _obsolete(entry: Acceptance, path: str, span: schemas.Span | None) -> Finding:
    about = f" about {entry.value}" if entry.value else ""
    was = f" (“{entry.was}”)" if entry.was else ""
    message = f"The accepted finding {entry.finding}{about}{was} occurs no more; its entry can go."
    return info("correction.obsolete", message, path, span)


def digest(text: Text, landkreis: Landkreis) -> str:
    """Return what tells a section's text from another one; white space does not count."""
    section = text.fold(Span(landkreis.span.start, landkreis.span.end))
    return hashlib.sha256(section.encode()).hexdigest()[:16]


def check_off(brochure: Brochure, checked: Iterable[Check], text: Text) -> Brochure:
    """Mark the sections that were checked, and say which read otherwise by now."""
    entries = {entry.section: entry for entry in checked}
    landkreise, missing = [], []
    for i, landkreis in enumerate(brochure.landkreise):
        entry = entries.pop(landkreis.id, None)
        if entry is None:
            landkreise.append(landkreis)
        elif entry.text in {None, digest(text, landkreis)}:
            landkreise.append(replace(landkreis, checked=entry.note or ""))
        else:
            message = f"{landkreis.name} was checked when its text was another one."
            finding = warning("correction.stale", message, f"/landkreise/{i}", landkreis.span)
            landkreise.append(replace(landkreis, findings=(*landkreis.findings, finding)))
    for section in entries:
        message = f"Section {section}, which was checked, is not in this edition."
        missing.append(warning("correction.stale", message, "", None))
    findings = (*brochure.findings, *missing)
    return brochure.model_copy(update={"landkreise": tuple(landkreise), "findings": findings})
