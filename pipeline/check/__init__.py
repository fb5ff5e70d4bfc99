"""Stage 8, Brochure -> findings: what a reviewer should look at.

A finding that is raised without cause costs the reviewer as much as one that is missing, so each
check stays silent where it knows nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from pipeline.check.contacts import check_contacts
from pipeline.check.emails import check_emails
from pipeline.check.names import check_names
from pipeline.check.phones import check_phones
from pipeline.check.sections import check_document, check_section
from pipeline.repair import Repaired
from schemas import Brochure, Finding, Landkreis

__all__ = ["Checked", "check", "with_findings"]

CHECKS: Final[tuple[Callable[[Landkreis, str], Iterator[Finding]], ...]] = (
    check_section,
    check_contacts,
    check_phones,
    check_emails,
    check_names,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings, by where they are published."""

    document: tuple[Finding, ...]
    landkreise: tuple[tuple[Finding, ...], ...]


def check(brochure: Brochure, repaired: Repaired) -> Checked:
    """Return all findings about a record, in the order of the text."""
    return Checked(
        tuple(check_document(brochure, repaired)),
        tuple(tuple(_of_landkreis(brochure, i)) for i in range(len(brochure.landkreise))),
    )


def _of_landkreis(brochure: Brochure, i: int) -> Iterator[Finding]:
    landkreis, path = brochure.landkreise[i], f"/landkreise/{i}"
    for check_one in CHECKS:
        yield from check_one(landkreis, path)


def with_findings(brochure: Brochure, checked: Checked) -> Brochure:
    """Return the record with its findings in their places."""
    landkreise = tuple(
        replace(landkreis, findings=findings) if findings else landkreis
        for landkreis, findings in zip(brochure.landkreise, checked.landkreise, strict=True)
    )
    return brochure.model_copy(update={"landkreise": landkreise, "findings": checked.document})
