r"""What a run tells: counts per brochure, and its findings as a table for people.

>>> printable("Börde\x1b[31m")
'Börde\\x1b[31m'
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from pipeline.errors import BrochureError

if TYPE_CHECKING:  # a run that has nothing to do needs no models
    from rich.table import Table

    from schemas import Brochure, Finding, Severity

SEVERITIES: Final[tuple["Severity", ...]] = ("error", "warning", "info")
"""The gravest first."""

MAX_ROWS: Final = 200
"""More findings than that nobody reads in a terminal; all of them are in the JSON."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was found in one brochure."""

    sections: int
    contacts: int
    phones: int
    mails: int
    partners: int
    quotes: int
    findings: dict["Severity", int]
    """Open ones."""
    accepted: int
    """Findings that somebody let stand."""
    corrected: int
    """Values that somebody put right."""

    @classmethod
    def of(cls, brochure: "Brochure") -> "Counts":
        """Count what is in the record."""
        sections = brochure.landkreise
        contacts = [contact for section in sections for contact in section.contacts]
        findings = [finding for _, finding in findings_of(brochure)]
        severities = Counter(each.severity for each in findings if each.accepted is None)
        return cls(
            sections=len(sections),
            contacts=len(contacts),
            phones=sum(len(contact.phones) for contact in contacts),
            mails=sum(len(contact.emails) for contact in contacts),
            partners=sum(len(section.partners) for section in sections),
            quotes=sum(len(section.quotes) for section in sections),
            findings={severity: severities[severity] for severity in SEVERITIES},
            accepted=sum(finding.accepted is not None for finding in findings),
            corrected=sum(len(section.corrections) for section in sections),
        )


def findings_of(brochure: "Brochure") -> Iterator[tuple[str, "Finding"]]:
    """Yield all findings, each with the heading of its section, which is empty for the document."""
    yield from (("", finding) for finding in brochure.findings)
    for section in brochure.landkreise:
        yield from ((section.heading, finding) for finding in section.findings)


def as_line(brochure: "Brochure") -> str:
    """Say in one line what was found."""
    record = as_record(brochure)
    return printable(f"{record['file']}: {_counted(record)}")


def as_unchanged(record: Mapping[str, Any]) -> str:
    """Say that a brochure is as it was, with the counts remembered of it."""
    return printable(f"{record['file']}: unchanged, {_counted(record)}")


def _counted(record: Mapping[str, Any]) -> str:
    found = ", ".join(_number(record[each.name], each.name) for each in fields(Counts)[:-3])
    doubts = ", ".join(_number(n, f"{severity}s") for severity, n in record["findings"].items())
    reviewed = "".join(f", {record[k]} {k}" for k in ("accepted", "corrected") if record.get(k))
    return f"{found} ({doubts}{reviewed})"


def _number(count: int, plural: str) -> str:
    return f"{count} {plural.removesuffix('s') if count == 1 else plural}"


def as_record(brochure: "Brochure") -> dict[str, Any]:
    """Return the same for machines."""
    return {"file": brochure.source.file, **asdict(Counts.of(brochure))}


def as_table(brochures: list["Brochure"]) -> "Table | None":
    """Return the findings as a table, the gravest first; None where there is none."""
    # imported here: a quiet run needs no table
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    rows = [
        (b.source.file, heading, finding)
        for b in brochures
        for heading, finding in findings_of(b)
        if finding.accepted is None
    ]
    if not rows:
        return None
    table = Table("", "Section", "Finding", "What", box=SIMPLE_HEAD, pad_edge=False)
    rows.sort(key=lambda row: SEVERITIES.index(row[2].severity))
    for file, heading, finding in islice(rows, MAX_ROWS):
        where = f"{file}: {heading}" if len(brochures) > 1 and heading else heading or file
        cells = (finding.severity, where, finding.code, finding.message)
        # Text, for a plain string is read as markup: "[bold]" may well stand in a brochure
        table.add_row(*(Text(printable(cell)) for cell in cells), style=STYLES[finding.severity])
    if len(rows) > MAX_ROWS:
        table.caption = f"{len(rows) - MAX_ROWS:,} more are in the JSON"
    return table


STYLES: Final = {"error": "red", "warning": "yellow", "info": ""}


def as_complaint(error: BrochureError) -> str:
    """Word an error for the terminal: what is wrong where, and what helps."""
    where, problem, remedy = (printable(str(x)) for x in (error.path, error.problem, error.remedy))
    page = f", page {error.page}" if error.page else ""
    line = f", line {error.line}" if error.line else ""
    return f"error: {where}{page}{line}: {problem}\n  {remedy}"


# Controls, marks of direction, line and paragraph separators, and lone surrogates, which stand
# for bytes in file names that are no text.
UNPRINTABLE_RE: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(characters: str) -> str:
    """Return the characters with everything shown that a terminal would obey instead of print."""
    return UNPRINTABLE_RE.sub(lambda match: ascii(match[0])[1:-1], characters)
