"""Records to try out what comes after the extraction."""

from pipeline import __version__
from schemas import (
    Brochure,
    Contact,
    Finding,
    FindingCode,
    Generator,
    Landkreis,
    Name,
    Passage,
    Severity,
    Source,
    Span,
)

SPAN = Span(start=0, end=5, page=None, boxes=None)


def finding(
    message: str, severity: Severity = "info", code: FindingCode = "text.residue"
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        message=message,
        path="/residue/0",
        span=SPAN,
        accepted=None,
    )


def contact(full: str) -> Contact:
    return Contact(
        id=f"99999/{full}",
        name=Name(full=full, title=None, given=None, family=full),
        roles=(),
        organisation=None,
        units=(),
        address=None,
        phones=(),
        emails=(),
        websites=(),
        span=SPAN,
    )


def section(heading: str, *contacts: Contact, findings: tuple[Finding, ...] = ()) -> Landkreis:
    return Landkreis(
        id="99999",
        heading=heading,
        name=heading,
        ags=None,
        nuts3=None,
        land=None,
        span=SPAN,
        subheadings=(),
        paragraphs=(),
        contacts=contacts,
        partners=(),
        quotes=(),
        residue=(),
        findings=findings,
        corrections=(),
        checked=None,
    )


def brochure(*sections: Landkreis, findings: tuple[Finding, ...] = ()) -> Brochure:
    return Brochure(
        schema_version="1.2",
        source=Source(
            file="edition-1.txt",
            sha256="0" * 64,
            media_type="text/plain",
            encoding="utf-8",
            pages=None,
            characters=5,
            removed=(),
        ),
        generator=Generator(name="kreislese", version=__version__, model=None),
        title="Überblick",
        landkreise=sections,
        residue=(Passage(text="Börde", span=SPAN),),
        findings=findings,
    )
