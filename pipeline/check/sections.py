"""Findings about sections and the document as a whole."""

from collections.abc import Iterator

from pipeline.check.wording import info, warning
from pipeline.link import places_in, publish_span
from pipeline.repair import Repaired
from schemas import Brochure, Finding, Landkreis


def check_section(landkreis: Landkreis, path: str) -> Iterator[Finding]:
    """Yield what a section lacks, whether its Landkreis is known, and what fits nowhere."""
    if landkreis.ags is None:
        message = f"“{landkreis.heading}” is in no official register of the Kreise."
        yield warning("landkreis.unknown", message, path, landkreis.span)
    if not landkreis.contacts:
        message = f"No contact was found for {landkreis.name}."
        yield info("section.no_contacts", message, f"{path}/contacts", landkreis.span)
    if not landkreis.partners:
        message = f"No partner was found for {landkreis.name}."
        yield info("section.no_partners", message, f"{path}/partners", landkreis.span)
    if not landkreis.quotes:
        message = f"No quote was found for {landkreis.name}."
        yield info("section.no_quote", message, f"{path}/quotes", landkreis.span)
    for i, quote in enumerate(landkreis.quotes):
        if quote.attribution is None and quote.speaker is None:
            message = "The text does not say whose words this quote is."
            yield warning("quote.unattributed", message, f"{path}/quotes/{i}", quote.span)
    removed = {getattr(c.read, "span", None) for c in landkreis.corrections}  # fits, says a person
    for i, passage in enumerate(landkreis.residue):
        if passage.span in removed:
            continue
        message = f"“{_shortened(passage.text)}” is neither running text nor contact nor quote."
        yield info("text.residue", message, f"{path}/residue/{i}", passage.span)


def check_document(brochure: Brochure, repaired: Repaired) -> Iterator[Finding]:
    """Yield what was repaired, what lies outside every section, and sections that come twice."""
    yield from _of_reading(repaired)
    if brochure.residue:
        yield _outside(brochure)
    first_of: dict[str, int] = {}
    for i, landkreis in enumerate(brochure.landkreise):
        identity = landkreis.ags or landkreis.heading.casefold()
        if identity in first_of:
            first = brochure.landkreise[first_of[identity]].heading
            message = f"{landkreis.name} has a second section; the first is “{first}”."
            yield warning("landkreis.duplicate", message, f"/landkreise/{i}", landkreis.span)
        first_of.setdefault(identity, i)


def _of_reading(repaired: Repaired) -> Iterator[Finding]:
    """Yield what was repaired, and what of a PDF nobody sees or nobody can read."""
    places = places_in(repaired.text, repaired.placed)
    for repair in repaired.repairs:
        span = publish_span(repair.span, places) if repair.span else None
        if repair.kind == "hidden":
            yield warning("text.hidden", repair.message, "", span)
        elif repair.kind == "picture":
            yield warning("page.picture", repair.message, "", span)
        else:
            yield info("text.repaired", repair.message, "", span)


def _outside(brochure: Brochure) -> Finding:
    count = len(brochure.residue)
    if not brochure.landkreise:
        message = (
            "No heading of a Landkreis was found, such as “Landkreis Celle” on a line of its own,"
            " so the whole text is kept as residue."
        )
    else:
        lines = "One passage stands" if count == 1 else f"{count} passages stand"
        first = _shortened(brochure.residue[0].text)
        message = f"{lines} outside every section, the first being “{first}”."
    return info("text.residue", message, "/residue", brochure.residue[0].span)


def _shortened(passage: str, most: int = 60) -> str:
    return passage if len(passage) <= most else passage[: most - 1].rstrip() + "…"
