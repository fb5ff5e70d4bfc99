"""Work on one brochure, as a pure function of a task that can be done anywhere.

A task and what became of it travel between processes, so they are small and can be pickled: counts
and the gravest findings, no models. Where the store has one writer the files travel too, and the
run writes them; where it has many, they are written here.
"""

import gc
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from pipeline.errors import BrochureError
from pipeline.read import PdfOptions, Raw, name_below, read
from pipeline.read.inputs import Input, corrections_path
from pipeline.remote import Remote
from pipeline.report import MAX_ROWS, Row, as_record, rows
from pipeline.state import Knowledge, Source, model_identity, software
from pipeline.write import KNOWLEDGE, Blob, Store, contents
from pipeline.write.page.pictures import NO_PICTURES, Pictures
from pipeline.write.stores import Folder

if TYPE_CHECKING:  # a run that has nothing to do needs no models
    from types import ModuleType

    from pipeline.corrections.book import Book
    from pipeline.run import Result
    from schemas import Brochure


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen for the work on a brochure."""

    store: Store
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

    def absolute(self) -> "Options":
        """Return the same with paths that are found from any working directory."""
        model = self.model
        if model and Path(model).is_dir():
            model = str(Path(model).absolute())
        return replace(self, store=self.store.absolute(), model=model)

    def knowledge(self) -> Knowledge:
        """Return what earlier runs have left."""
        return Knowledge(self.store, self.that_count())


@dataclass(frozen=True, slots=True)
class Task:
    """One brochure to work on."""

    number: int
    """Its place among the inputs, counted from 0."""
    input: Input
    options: Options
    software: tuple[str, ...]
    """What has to do it, so that all workers write the same bytes."""

    @property
    def stem(self) -> str:
        """Name of its files, without their endings."""
        return self.input.path.stem

    @property
    def asks(self) -> bool:
        """Whether the worker asks what is known of it, for it has the shorter way to the files."""
        return self.options.store.many_writers or isinstance(self.input.path, Remote)


@dataclass(frozen=True, slots=True)
class Written:
    """A brochure that was worked on."""

    record: Mapping[str, Any]
    """What was counted in it, as `extract --json` prints it."""
    source: Source
    """What it was read from."""
    contents: Mapping[str, Blob] | None
    """Its files, which are still to be written; None if they have been."""
    rows: tuple[Row, ...]
    """Its findings, the gravest first; not more than are ever shown."""
    changes: tuple[Mapping[str, Any], ...]
    """What is different from the output before, as `diff --json` prints it."""
    told: str
    """The same in words; empty where nothing was replaced."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A brochure whose output stands there as it would be written."""

    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Failed:
    """A brochure that could not be processed."""

    error: BrochureError
    seconds: float = 0.0
    trace: str = ""
    """Where the program failed, if it is the program's fault."""


Outcome = Written | Unchanged | Failed


def work(task: Task) -> Outcome:
    """Work on one brochure; raises nothing, so that no brochure costs another."""
    began = perf_counter()
    try:
        if task.software != software():
            raise BrochureError(task.input.path, OTHER_SOFTWARE, SAME_SOFTWARE)
        return (task.asks and unchanged(task)) or _written(task, began)
    except BrochureError as error:
        return Failed(error, perf_counter() - began)
    except Exception as error:  # a fault of ours in one brochure must not cost the others
        problem = f"the program failed on this brochure ({type(error).__name__})"
        remedy = "This is a fault of the program: report it with the lines above."
        failure = BrochureError(task.input.path, problem, remedy)
        return Failed(failure, perf_counter() - began, traceback.format_exc())


OTHER_SOFTWARE: Final = "the worker has another version of this program, of a library or of Python"
SAME_SOFTWARE: Final = "Install the same versions on all workers; what they write would differ."


def unchanged(task: Task) -> Unchanged | None:
    """Return what is known of a brochure whose output stands there; None if there is work."""
    if task.options.force:
        return None
    path, file = task.input.path, name_below(task.input.path, task.input.root)
    try:
        done = task.options.knowledge().find(path, file, task.options.max_bytes)
    except BrochureError:
        return None  # whoever works on it says what is wrong
    return Unchanged(done.record) if done else None


def _written(task: Task, began: float) -> Written:
    options, each = task.options, task.input
    store, path = options.store, each.path
    corrected = corrections_path(path).exists()
    book = _stages().corrections_of(path) if corrected else None  # a mistake in it is told first
    with _page_memory(task) as pdf, _drawing(task) as pictures:
        result = _result(task, pdf, book)
        files = contents(result.brochure, result.text, pictures())
    earlier = store.digests(task.stem)
    is_new = any(earlier.get(name) != blob.sha256 for name, blob in files.items())
    changes, told = _changes(store.record(task.stem) if is_new else None, result.brochure)
    record = as_record(result.brochure)
    origin = result.brochure.source
    source = Source(origin.sha256, result.corrections, origin.file)
    if store.many_writers:
        store.write(files, task.stem, earlier)
        options.knowledge().remember(task.stem, source, record, files)
    return Written(
        record,
        source,
        None if store.many_writers else files,
        tuple(rows(result.brochure)[:MAX_ROWS]),
        changes,
        told,
        perf_counter() - began,
    )


def _result(task: Task, pdf: PdfOptions, book: "Book | None") -> "Result":
    """Do all stages; what only they need is gone before anything is written."""
    options, each = task.options, task.input
    raw = read(each.path, root=each.root, max_bytes=options.max_bytes, pdf=pdf)
    stages = _stages()  # behind reading, which loads them meanwhile
    result: Result = stages.judge(stages.interpret(raw, options.model), book)
    return result


def _changes(
    earlier: bytes | None, brochure: "Brochure"
) -> tuple[tuple[Mapping[str, Any], ...], str]:
    """Return what is different from the record before, for machines and in words."""
    if earlier is None:
        return (), ""
    from pipeline.diff import as_text, compare, parse  # loads the models

    try:
        changes = compare(parse(earlier), brochure)
    except ValueError:
        return (), "The earlier output was no record that can be compared."
    told = as_text(changes) if changes else "No change in what it says."
    return tuple(change.model_dump(mode="json") for change in changes), told


@contextmanager
def _page_memory(task: Task) -> Iterator[PdfOptions]:
    """Lend the pages that an earlier run has drawn, and keep those of this one if it succeeds."""
    options, path = task.options, task.input.path
    if path.suffix.lower() != ".pdf":
        yield options.pdf
        return
    pdf = replace(options.pdf, meanwhile=_stages if options.model else _warm_up)
    if not isinstance(options.store, Folder):
        yield pdf
        return
    from pipeline.read.pdf.memory import PageMemory, settle  # only for PDFs

    folder = options.store.place / KNOWLEDGE / "pages" / f"{path.stem}.d"
    memory = PageMemory(str(folder), " ".join(software()))
    if options.force:
        memory.forget()
    yield replace(pdf, memory=memory)
    settle(memory)


@contextmanager
def _drawing(task: Task) -> Iterator[Callable[[], Pictures]]:
    """Have the pages of a PDF drawn while it is read; what is yielded waits for the pictures."""
    path, options = task.input.path, task.options
    if path.suffix.lower() != ".pdf" or (isinstance(path, Path) and not path.is_file()):
        yield lambda: NO_PICTURES
        return
    from pipeline.write.page.drawing import Drawing  # only for PDFs

    with Drawing(path, options.max_bytes, options.pdf.password) as drawing:
        yield drawing.pictures


SAMPLE: Final = """\
Landkreis Altmühlau

Gemeinsam mit dem Jobcenter (JC) und der AWO arbeiten wir zusammen. „Es lohnt sich“, sagt Eva Kurz.

Ansprechpartnerin: Eva Kurz, Amt für Soziales, Lindenweg 1, 29221 Celle
Tel. 030 23125-014, eva.kurz@kreis-altmuehlau.de, www.kreis-altmuehlau.de
"""


@cache
def _warm_up() -> None:
    """Have the stages read a few words: tables, tokenizer and templates load at their first use."""
    stages = _stages()
    raw = Raw(Path("sample.txt"), "sample.txt", "", "text/plain", "utf-8", SAMPLE, (), ())
    result = stages.judge(stages.interpret(raw), None)
    contents(result.brochure, result.text)


@cache
def _stages() -> "ModuleType":
    """Load the stages after reading: a warm run needs no spaCy, and a PDF is drawn meanwhile."""
    gc.disable()  # what is loaded stays: there is nothing to collect, now or later
    try:
        from pipeline import run

        gc.freeze()
    finally:
        gc.enable()
    return run
