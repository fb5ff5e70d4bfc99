"""All pages of a PDF, one after the other: three times over them, with one at a time in memory.

First they are drawn; then, as it is known what runs on all of them, put into columns; then, as it
is known how the document is set, written into one text.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from pipeline.errors import Place
from pipeline.german.kreise import parse_heading
from pipeline.read.pdf.columns import read_columns
from pipeline.read.pdf.flow import Stretch, flow, in_flow
from pipeline.read.pdf.ink import Hidden, Page, turn_back
from pipeline.read.pdf.lines import Column, Line
from pipeline.read.pdf.paragraphs import Break, all_blocks
from pipeline.read.pdf.pool import draw_pages
from pipeline.read.pdf.problems import unreadable
from pipeline.read.pdf.rebuild import rebuilt
from pipeline.read.pdf.running import Edges, Running, find_running
from pipeline.read.pdf.setting import Measure, Setting
from pipeline.read.pdf.spool import LEAST, Spool
from pipeline.read.pdf.worker import Job
from pipeline.read.placed import Placed, Placements, Remark

if TYPE_CHECKING:
    from pipeline.read import Load, PdfOptions

CODEC: Final = "utf-8", "surrogatepass"
PICTURED: Final = 0.3
"""Share of a page without text that pictures cover; on less of it there was nothing to read."""


@dataclass(frozen=True, slots=True)
class Paged:
    """What the pages say, and where."""

    sha256: str
    """Of the file."""
    characters: str
    page_starts: tuple[int, ...]
    removed: tuple[tuple[str, tuple[int, ...]], ...]
    placed: Placements
    remarks: tuple[Remark, ...]


class Sheet(NamedTuple):
    """What is remembered of a page while others are read."""

    width: float
    height: float
    turned: int
    has_text: bool
    pictured: bool

    @classmethod
    def of(cls, page: Page) -> "Sheet":
        """Look at a page that was drawn."""
        pictured = page.pictured > PICTURED
        return cls(page.width, page.height, page.turned, bool(page.fragments), pictured)


class Aside(ExitStack):
    """What is put aside of each page until it is known what the others are like."""

    def __init__(self) -> None:
        """Begin with no page."""
        super().__init__()
        self.pages = self.enter_context(Spool[Page]())
        self.edges = self.enter_context(Spool[Edges]())
        self.columns = self.enter_context(Spool[Sequence[Column]]())
        self.text = self.enter_context(SpooledTemporaryFile(LEAST))  # noqa: SIM115 - it is one


def read_pages(path: Place, load: "Load", options: "PdfOptions") -> Paged:
    """Read a PDF; raises UnreadableError."""
    try:
        with Aside() as aside:
            return _read(path, load, options, aside)
    except OSError as error:
        raise unreadable(path, "room", error.strerror) from error


def _read(path: Place, load: "Load", options: "PdfOptions", aside: Aside) -> Paged:
    sha256, sheets = _draw(path, load(), options, aside)
    out, running = find_running(aside.edges, aside.pages)
    setting = _arrange(out, aside)
    found = (column for each in aside.columns for column in each)
    lines = _with_kept(in_flow(all_blocks(found, setting)), running)
    text = Writer(sheets, setting, aside.text)
    for stretch in flow(lines, setting):
        text.add(stretch)
    return Paged(
        sha256,
        text.end(),
        text.page_starts(),
        tuple((each.text, each.removed_from) for each in running if each.removed_from),
        text.placed,
        text.remarks(rebuilt=options.repair),
    )


def _draw(path: Place, data: bytes, options: "PdfOptions", aside: Aside) -> tuple[str, list[Sheet]]:
    """Draw all pages; return the hash of the file, and what is remembered of each page."""
    sha256 = hashlib.sha256(data).hexdigest()
    if b"%PDF-" not in data[:1024]:  # mail programs put lines before it
        raise unreadable(path, "no pdf")
    data = rebuilt(path, data, options) if options.repair else data
    job = Job(data, options.password, options.memory)
    sheets: dict[int, Sheet] = {}

    def keep(page: Page) -> None:
        sheets[page.number] = Sheet.of(page)
        aside.pages.put(page.number, page)
        aside.edges.put(page.number, Edges.of(page))

    draw_pages(path, job, keep, options)
    _refuse_textless(path, sheets.values(), repaired=options.repair)
    return sha256, [sheets[page] for page in sorted(sheets)]


def _refuse_textless(path: Place, sheets: Collection[Sheet], *, repaired: bool) -> None:
    if not sheets:
        raise unreadable(path, "no pages")
    if not any(sheet.has_text for sheet in sheets):
        if any(sheet.pictured for sheet in sheets):
            raise unreadable(path, "pictures")
        if repaired:  # it writes a blank page for what it does not understand
            raise unreadable(path, "repair", "what it made of it holds no text")
        raise unreadable(path, "no text")


def _arrange(out: Mapping[int, frozenset[int]], aside: Aside) -> Setting:
    """Put each page into columns, without what runs; return how all of them are set."""
    measure = Measure()
    for page in aside.pages:
        runs = out.get(page.number, frozenset())
        left = [fragment for at, fragment in enumerate(page.fragments) if at not in runs]
        columns = read_columns(page, left)
        measure.add(columns)
        aside.columns.put(page.number, columns)
    return measure.setting()


def _with_kept(
    lines: Iterable[tuple[Break, Line]], running: Sequence[Running]
) -> Iterator[tuple[Break, Line]]:
    """Put contact data that ran on the pages above the first section: they belong to none."""
    kept = [
        (
            Break.LINE if number else Break.BLOCK,
            Line(each.pages[0], *each.fragment[:6], each.fragment.hidden),
        )
        for number, each in enumerate(each for each in running if each.kept)
    ]
    for parted, line in lines:
        if kept and parse_heading(line.text):
            yield from kept
            kept = []
        yield parted, line
    yield from kept


class Writer:
    """Writes the text, stretch by stretch, and keeps where its lines stand."""

    def __init__(self, sheets: Sequence[Sheet], setting: Setting, out: IO[bytes]) -> None:
        """Begin with an empty text, which waits in a file: else it were in memory twice."""
        self.placed = Placements()
        self._sheets = sheets
        self._setting = setting
        self._out = out
        self._length = 0
        self._starts: dict[int, int] = {}
        self._hidden: dict[tuple[int, Hidden], tuple[int, int]] = {}

    def add(self, stretch: Stretch) -> None:
        """Write one more stretch, parted from the others by white space."""
        before = "\n\n" if self._length else ""
        start = self._length + len(before)
        self._out.write(f"{before}{stretch.characters}".encode(*CODEC))
        self._length = start + len(stretch.characters)
        for first, end, line in stretch.lines:
            self._place(start + first, start + end, line)

    def _place(self, start: int, end: int, line: Line) -> None:
        self._starts.setdefault(line.page, start)
        if line.hidden:
            self._hidden.setdefault((line.page, line.hidden), (start, end))
        sheet = self._sheets[line.page - 1]
        box = line.box
        if sheet.turned:
            box = turn_back(box, sheet.turned, sheet.width, sheet.height)
        words = () if sheet.turned else line.words
        larger = line.size / self._setting.usual
        self.placed.append(Placed(start, end, line.page, *box, larger, line.bold, words))

    def end(self) -> str:
        """Return the text with its last line feed."""
        if self._length:
            self._out.write(b"\n")
        self._out.seek(0)
        return self._out.read().decode(*CODEC)

    def page_starts(self) -> tuple[int, ...]:
        """Return where each page begins: at the first character of it or of a later one."""
        found: list[int] = []
        following = self._length + 1 if self._length else 0
        for page in range(len(self._sheets), 0, -1):
            following = min(following, self._starts.get(page, following))
            found.append(following)
        return (0, *found[-2::-1])

    def remarks(self, *, rebuilt: bool) -> tuple[Remark, ...]:
        """Say which pages hold only a picture, and which text nobody sees."""
        found = [
            _pictured(number)
            for number, sheet in enumerate(self._sheets, start=1)
            if sheet.pictured and not sheet.has_text
        ]
        for (page, hidden), (start, end) in self._hidden.items():
            how = "white on white" if hidden is Hidden.WHITE else "invisible"
            message = f"Page {page} holds text that is {how}; it was read like any other."
            found.append(Remark("hidden", message, page, start, end))
        found.sort(key=lambda remark: remark.page or 0)
        if rebuilt:
            message = "The file was rebuilt by Ghostscript before it was read; text may be lost."
            found.insert(0, Remark("rebuilt", message, None, 0, 0))
        return tuple(found)


def _pictured(page: int) -> Remark:
    message = f"Page {page} is a picture without a text layer; `ocrmypdf -l deu` adds one."
    return Remark("picture", message, page, 0, 0)
