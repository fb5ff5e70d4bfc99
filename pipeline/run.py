"""Stages 1 to 7 in their order: the file to read first."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.assemble import find_all, model_name
from pipeline.check import check, with_findings
from pipeline.link import link
from pipeline.mentions import find_mentions
from pipeline.read import MAX_BYTES, PdfOptions, Raw, read
from pipeline.repair import repair
from pipeline.segment import segment
from pipeline.text import Text
from schemas import Brochure


@dataclass(frozen=True, slots=True)
class Result:
    """The record of a brochure, and the text that its spans index."""

    brochure: Brochure
    text: Text


def extract(
    path: Path,
    *,
    root: Path | None = None,
    max_bytes: int = MAX_BYTES,
    model: str | None = None,
    pdf: PdfOptions | None = None,
) -> Result:
    """Turn one brochure into the record that the contract describes."""
    return understand(read(path, root=root, max_bytes=max_bytes, pdf=pdf), model)


def understand(raw: Raw, model: str | None = None) -> Result:
    """Do all that comes after reading."""
    repaired = repair(raw)  # from here on no character changes: spans index this text
    text = repaired.text
    mentions = find_mentions(text)
    layout = segment(text, mentions, repaired.placed)
    found = find_all(text, layout, mentions, model)
    brochure = link(raw, repaired, layout, found, model_name(model))
    return Result(with_findings(brochure, check(brochure, repaired)), text)
