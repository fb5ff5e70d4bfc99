"""Stage 7 of a brochure that somebody has reviewed, and what is left to mark once it is checked."""

from dataclasses import replace

from pipeline.corrections.accept import accept, check_off
from pipeline.corrections.apply import Remark, correct
from pipeline.corrections.ground import Ground
from pipeline.link import Publisher
from pipeline.repair import Repaired
from schemas import Brochure
from schemas.corrections_file import CorrectionsFile


def corrected(
    brochure: Brochure, file: CorrectionsFile, repaired: Repaired
) -> tuple[Brochure, tuple[Remark, ...]]:
    """Return a record put right, and what there is to say about the corrections themselves."""
    ground = Ground(repaired.text, Publisher(repaired.text, repaired.placed))
    return correct(brochure, file.correction, ground)


def reviewed(
    brochure: Brochure, remarks: tuple[Remark, ...], file: CorrectionsFile, repaired: Repaired
) -> Brochure:
    """Return a checked record with what was accepted and checked off, and with the remarks."""
    accepted = accept(brochure, file.accepted)
    done = check_off(accepted, file.checked, repaired.text)
    landkreise = tuple(
        replace(landkreis, findings=(*landkreis.findings, *(f for at, f in remarks if at == i)))
        for i, landkreis in enumerate(done.landkreise)
    )
    findings = (*done.findings, *(f for at, f in remarks if at is None))
    return done.model_copy(update={"landkreise": landkreise, "findings": findings})
