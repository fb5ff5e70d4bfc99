"""One run over many brochures: what is done already is left alone, what fails costs no other.

A run holds its output folder alone, finishes what a run before it left unfinished, and says of
each brochure what became of it: written, unchanged, or failed, with its earlier output stale.
"""

import gc
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import BrochureError
from pipeline.read import PdfOptions, Raw, name_below, read
from pipeline.read.inputs import Input, Inputs
from pipeline.report import as_complaint, as_line, as_record, as_unchanged, printable
from pipeline.state import Done, Knowledge, model_identity, software
from pipeline.write import KNOWLEDGE, locked, make_folder, recover, targets, write

if TYPE_CHECKING:  # a run that has nothing to do needs no models
    from pipeline.run import Result
    from schemas import Brochure
    from schemas.changes import Change


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen for a run."""

    output: Path
    max_bytes: int
    model: str | None = None
    force: bool = False
    """Whether to work also on what is unchanged."""
    pdf: PdfOptions = PdfOptions()  # noqa: RUF009 - it is frozen

    def that_count(self) -> dict[str, str | int | None]:
        """Return the options that an output depends on."""
        return {
            "model": model_identity(self.model) if self.model else None,
            "pdf.password": self.pdf.password is not None,  # which one, its success tells
            "pdf.max_pages": self.pdf.max_pages,
            "pdf.repair": self.pdf.repair,
        }


@dataclass
class Run:
    """One brochure after the other, and what became of each."""

    options: Options
    tell: Callable[[str], None]
    """Takes what there is to say about a brochure as soon as it is done."""
    complain: Callable[[str], None]
    """Takes what went wrong."""
    brochures: list["Brochure"] = field(default_factory=list)
    """Those that were worked on."""
    records: list[dict[str, Any]] = field(default_factory=list)
    """What was done with each, for machines."""
    errors: list[tuple[BrochureError, Path | None]] = field(default_factory=list)
    """What failed, each with its earlier output, which is stale."""

    @cached_property
    def _knowledge(self) -> Knowledge:
        return Knowledge(self.options.output, self.options.that_count())

    def over(self, found: Inputs) -> None:
        """Process all brochures, with a complaint for each that fails."""
        for error in found.errors:
            self._fail(error, error.path.stem if error.path.suffix else None)
        output = self.options.output
        try:
            make_folder(output)
            with locked(output, lambda: self.complain(f"waiting for another run on {output} ...")):
                recover(output)
                for each in found.inputs:
                    self._one(each)
        except BrochureError as error:
            self._fail(error)

    def _one(self, each: Input) -> None:
        file = name_below(each.path, each.root)
        options = self.options
        done = None if options.force else self._knowledge.find(each.path, file, options.max_bytes)
        if done:
            self._leave(done)
        else:
            self._process(each)

    def _leave(self, done: Done) -> None:
        self.records.append({**done.record, "status": "unchanged", "changes": []})
        self.tell(as_unchanged(done.record))

    def _process(self, each: Input) -> None:
        options, stem = self.options, each.path.stem
        try:
            earlier = _earlier(targets(options.output, stem)[1])
            with _page_memory(each.path, options) as pdf:
                raw = read(each.path, root=each.root, max_bytes=options.max_bytes, pdf=pdf)
                result = _understand()(raw, options.model)
            replaced = write(result.brochure, result.text, options.output, stem)
        except BrochureError as error:
            self._fail(error, stem)
        except Exception as error:  # a fault of ours in one brochure must not cost the others
            self.complain(printable_trace())
            problem = f"the program failed on this brochure ({type(error).__name__})"
            remedy = "This is a fault of the program: report it with the lines above."
            self._fail(BrochureError(each.path, problem, remedy), stem)
        else:
            brochure, record = result.brochure, as_record(result.brochure)
            source = brochure.source
            self._knowledge.remember(stem, source.sha256, source.file, record)
            self._succeed(brochure, record, earlier if replaced else None)

    def _succeed(self, brochure: "Brochure", record: dict[str, Any], earlier: bytes | None) -> None:
        self.brochures.append(brochure)
        self.tell(as_line(brochure))
        changes = self._changes(earlier, brochure) if earlier else ()
        done = [change.model_dump(mode="json") for change in changes]
        self.records.append({**record, "status": "written", "changes": done})

    def _changes(self, earlier: bytes, brochure: "Brochure") -> "tuple[Change, ...]":
        """Return what is different from the output before, and tell it."""
        from pipeline.diff import as_text, compare, parse  # loads the models

        try:
            changes = compare(parse(earlier), brochure)
        except ValueError:
            self.tell("  The earlier output was no record that can be compared.")
            return ()
        self.tell(printable_lines(as_text(changes)) if changes else "  No change in what it says.")
        return changes

    def _fail(self, error: BrochureError, stem: str | None = None) -> None:
        record = targets(self.options.output, stem)[1] if stem else None
        stale = record if record and record.is_file() else None
        self.errors.append((error, stale))
        self.complain(as_complaint(error))
        if stale:
            self.complain(f"  Its earlier output stays and is stale: {printable(str(stale))}")

    def record(self) -> dict[str, Any]:
        """Return what was done, for machines."""
        return {
            "brochures": self.records,
            "errors": [
                {
                    "path": str(error.path),
                    "problem": error.problem,
                    "remedy": error.remedy,
                    "stale": str(stale) if stale else None,
                }
                for error, stale in self.errors
            ],
        }

    def has_error_findings(self) -> bool:
        """Whether a brochure, worked on or unchanged, has a finding of severity error."""
        return any(record["findings"]["error"] for record in self.records)


@contextmanager
def _page_memory(path: Path, options: Options) -> Iterator[PdfOptions]:
    """Lend the pages that an earlier run has drawn, and keep those of this one if it succeeds."""
    if path.suffix.lower() != ".pdf":
        yield options.pdf
        return
    from pipeline.read.pdf.memory import PageMemory, settle  # only for PDFs

    folder = options.output / KNOWLEDGE / "pages" / f"{path.stem}.d"
    memory = PageMemory(str(folder), " ".join(software()))
    if options.force:
        memory.forget()
    yield replace(options.pdf, memory=memory, meanwhile=_understand)
    settle(memory)


@cache
def _understand() -> "Callable[[Raw, str | None], Result]":
    """Load the stages after reading: a warm run needs no spaCy."""
    gc.disable()  # what is loaded stays: there is nothing to collect, now or later
    try:
        from pipeline.run import understand

        gc.freeze()
    finally:
        gc.enable()
    return understand


def _earlier(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def printable_lines(lines: str) -> str:
    """Indent what is said about one brochure, and show what a terminal would obey."""
    return "\n".join(f"  {printable(line)}".rstrip() for line in lines.splitlines())


def printable_trace() -> str:
    """Return where the program failed; runs inside an `except`."""
    return "\n".join(printable(line) for line in traceback.format_exc().splitlines())
