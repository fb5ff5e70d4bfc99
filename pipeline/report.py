r"""What a run tells: counts per brochure, and its findings as a table for people.

>>> printable("Börde\x1b[31m")
'Börde\\x1b[31m'
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple

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


class Row(NamedTuple):
    """A finding in the table."""

    severity: "Severity"
    file: str
    heading: str
    """Of the section; empty for the document."""
    code: str
    message: str


def rows(brochure: "Brochure") -> list[Row]:
    """Return the open findings of one brochure, the gravest first."""
    file = brochure.source.file
    found = [
        Row(finding.severity, file, heading, finding.code, finding.message)
        for heading, finding in findings_of(brochure)
        if finding.accepted is None
    ]
    return sorted(found, key=lambda row: SEVERITIES.index(row.severity))


def as_line(record: Mapping[str, Any]) -> str:
    """Say in one line what was found."""
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


def as_table(found: Sequence[Row], *, total: int, several: bool) -> "Table":
    """Return findings as a table; `total` counts also those that it does not show.

    With several brochures each row says in which one it is.
    """
    # imported here: a quiet run needs no table
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table("", "Section", "Finding", "What", box=SIMPLE_HEAD, pad_edge=False)
    for row in found:
        where = f"{row.file}: {row.heading}" if several and row.heading else row.heading or row.file
        cells = (row.severity, where, row.code, row.message)
        # Text, for a plain string is read as markup: "[bold]" may well stand in a brochure
        table.add_row(*(Text(printable(cell)) for cell in cells), style=STYLES[row.severity])
    if total > len(found):
        table.caption = f"{total - len(found):,} more are in the JSON"
    return table


STYLES: Final = {"error": "red", "warning": "yellow", "info": ""}


def as_complaint(error: BrochureError) -> str:
    """Word an error for the terminal: what is wrong where, and what helps."""
    where, problem, remedy = (printable(str(x)) for x in (error.path, error.problem, error.remedy))
    page = f", page {error.page}" if error.page else ""
    line = f", line {error.line}" if error.line else ""
    return f"error: {where}{page}{line}: {problem}\n  {remedy}"


def printable_lines(lines: str) -> str:
    """Indent what is said about one brochure, and show what a terminal would obey."""
    return "\n".join(f"  {printable(line)}".rstrip() for line in lines.splitlines())


# Controls, marks of direction, line and paragraph separators, and lone surrogates, which stand
# for bytes in file names that are no text.
UNPRINTABLE_RE: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(characters: str) -> str:
    """Return the characters with everything shown that a terminal would obey instead of print."""
    return UNPRINTABLE_RE.sub(lambda match: ascii(match[0])[1:-1], characters)
