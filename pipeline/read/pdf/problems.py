"""Why a PDF cannot be read, and what helps."""

from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from pipeline.errors import UnreadableError


class PageError(Exception):
    """Wraps what went wrong on one page."""

    def __init__(self, page: int) -> None:
        """Say which page; counted from 1."""
        super().__init__(page)
        self.page = page


class Problem(NamedTuple):
    """The wording of one kind; `{}` stands for the details."""

    problem: str
    remedy: str


CUT_OFF: Final = "its table of objects is broken or its end is missing"
SPLIT: Final = "Leave the page out, or print it to a new PDF."
PROBLEMS: Final = MappingProxyType(
    {
        "password": Problem(
            "the file is encrypted and needs a password", "Give it with --password."
        ),
        "wrong password": Problem(
            "the password does not open the file", "Give the right one with --password."
        ),
        "encryption": Problem(
            "the file is encrypted in a way that cannot be read ({})",
            "Save it without protection in the program that opens it.",
        ),
        "damaged": Problem(
            "the file is damaged ({})",
            "Export it again. If that is impossible, try --repair, which has Ghostscript rebuild it"
            " and may lose text.",
        ),
        "no pdf": Problem("this is no PDF, whatever its ending says", "Export the brochure again."),
        "no pages": Problem("the file has no pages", "Export the brochure again."),
        "too many pages": Problem(
            "the file has {} pages", "Split it, or raise the limit with --max-pages."
        ),
        "memory": Problem("reading it takes more than {} of memory", SPLIT),
        "time": Problem("reading it takes more than {} seconds", SPLIT),
        "trap": Problem("it is no page that people made: {}", SPLIT),
        "crash": Problem("the PDF library failed on it ({})", SPLIT),
        "pictures": Problem(
            "the file holds pictures without a text layer",
            "Add one, for example with `ocrmypdf -l deu {} {}`.",
        ),
        "no text": Problem("the pages hold no text", "Export the brochure again, with its fonts."),
        "no ghostscript": Problem(
            "the file cannot be repaired without Ghostscript", "Install it (the command is `gs`)."
        ),
        "room": Problem(
            "its pages cannot be put aside while it is read: {}",
            "Make room for temporary files, or name another folder for them in TMPDIR.",
        ),
        "repair": Problem("Ghostscript cannot repair the file ({})", "Export it again."),
    }
)


def unreadable(path: Path, kind: str, *details: object, page: int | None = None) -> UnreadableError:
    """Word the error."""
    problem, remedy = PROBLEMS[kind]
    if kind == "pictures":
        name = path.name
        remedy = remedy.format(name, path.with_stem(f"{path.stem}-text").name)
    return UnreadableError(path, problem.format(*details), remedy, page=page)


def kind_of(error: BaseException) -> tuple[str, str, int | None]:
    """Return the kind of an exception, its details, and the page that it names."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    from pipeline.read.pdf.canvas import TrapError

    page = None
    chain = [error]
    while chain[-1].__cause__ or chain[-1].__context__ or _wrapped(chain[-1]):
        last = chain[-1]
        chain.append(_wrapped(last) or last.__cause__ or last.__context__ or last)
        if len(chain) > 9:  # noqa: PLR2004
            break
    for each in chain:
        page = page or (each.page if isinstance(each, PageError) else None)
    for each in chain:
        if isinstance(each, PDFPasswordIncorrect):
            return "password", "", None
        if isinstance(each, PDFEncryptionError):
            return "encryption", str(each).partition(":")[0].lower(), None
        if isinstance(each, MemoryError):
            return "memory", "", page
        if isinstance(each, TrapError):
            return "trap", str(each), page
        if isinstance(each, RecursionError):
            return "trap", "its parts are nested without end", page
    inner = next(each for each in reversed(chain) if not isinstance(each, PageError))
    said = f"{inner}" if str(inner) else type(inner).__name__
    if "No /Root object" in said or "Unexpected EOF" in said:
        said = CUT_OFF
    return "damaged", " ".join(said.split())[:160], page


def _wrapped(error: BaseException) -> BaseException | None:
    """Pdfplumber gives the exception that it caught as the argument of its own."""
    inner = error.args[0] if error.args else None
    return inner if isinstance(inner, BaseException) else None


def refuse_damage(pdf: Any) -> None:  # noqa: ANN401 - pdfplumber is heavy
    """Raise ValueError where the file's table of contents had to be guessed: text may be lost."""
    from pdfminer.pdfdocument import PDFXRefFallback

    if any(isinstance(xref, PDFXRefFallback) for xref in pdf.doc.xrefs):
        raise ValueError(CUT_OFF)
