"""Stages 1 to 8 in their order: the file to read first."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.assemble import find_all, model_name
from pipeline.check import check, with_findings
from pipeline.link import link
from pipeline.mentions import find_mentions
from pipeline.read import MAX_BYTES, PdfOptions, Raw, read
from pipeline.read.inputs import corrections_path
from pipeline.remote import Remote
from pipeline.repair import Repaired, repair
from pipeline.segment import segment
from pipeline.text import Text
from schemas import Brochure

if TYPE_CHECKING:  # a brochure that nobody has corrected does not pay for corrections
    from pipeline.corrections.book import Book


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program reads in a brochure, before anybody puts it right and it is checked."""

    brochure: Brochure
    repaired: Repaired


@dataclass(frozen=True, slots=True)
class Result:
    """The record of a brochure, and the text that its spans index."""

    brochure: Brochure
    text: Text
    corrections: str | None = None
    """Digest of the corrections file (SHA-256); None where there is none."""


def extract(
    path: Path | Remote,
    *,
    root: Path | Remote | None = None,
    max_bytes: int = MAX_BYTES,
    model: str | None = None,
    pdf: PdfOptions | None = None,
) -> Result:
    """Turn one brochure into the record that the contract describes, with its corrections."""
    book = corrections_of(path)  # first, for a mistake in it is found in no time
    reading = understand(path, root=root, max_bytes=max_bytes, model=model, pdf=pdf)
    return judge(reading, book)


def understand(
    path: Path | Remote,
    *,
    root: Path | Remote | None = None,
    max_bytes: int = MAX_BYTES,
    model: str | None = None,
    pdf: PdfOptions | None = None,
) -> Reading:
    """Read one brochure, as if nobody had ever corrected anything."""
    return interpret(read(path, root=root, max_bytes=max_bytes, pdf=pdf), model)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Look for no cycles meanwhile: what is made of a brochure is kept, so there are none to free.

    Looking through all of it, again and again, takes a tenth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_collection()
def interpret(raw: Raw, model: str | None = None) -> Reading:
    """Do all that comes after reading, and before anybody puts it right."""
    repaired = repair(raw)  # from here on no character changes: spans index this text
    text = repaired.text
    mentions = find_mentions(text)
    layout = segment(text, mentions, repaired.placed)
    found = find_all(text, layout.taken(), mentions, model)
    del mentions  # quotations are in their sections by now
    return Reading(link(raw, repaired, layout, found, model_name(model)), repaired)


@_without_collection()
def judge(reading: Reading, book: "Book | None") -> Result:
    """Put right what people have put right, and check what comes out."""
    brochure, repaired = reading.brochure, reading.repaired
    if book is None:
        return Result(with_findings(brochure, check(brochure, repaired)), repaired.text)
    from pipeline.corrections.review import corrected, reviewed

    better, remarks = corrected(brochure, book.file, repaired)
    checked = with_findings(better, check(better, repaired))
    return Result(reviewed(checked, remarks, book.file, repaired), repaired.text, book.digest)


def corrections_of(path: Path | Remote) -> "Book | None":
    """Return the corrections of a brochure; raises CorrectionsError with the line."""
    if not corrections_path(path).exists():
        return None
    from pipeline.corrections.book import Book

    return Book.load(path)
