"""PDF brochures: pages with columns, frames and furniture become one text in reading order.

The pages are drawn in processes of their own (`pool`, `worker`, `canvas`), which yields stretches
of text with their places (`fragments`). From here on it is about the whole document: what runs on
every page is taken out (`running`), columns are put in order (`columns`), lines become paragraphs
(`paragraphs`), and these one text (`flow`).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pipeline.errors import Place
from pipeline.german.kreise import parse_heading
from pipeline.read.pdf.columns import read_columns
from pipeline.read.pdf.flow import Flowing, flow, in_flow, page_starts
from pipeline.read.pdf.ink import Hidden, Page, turn_back
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.paragraphs import Break, all_blocks
from pipeline.read.pdf.pool import draw_pages
from pipeline.read.pdf.problems import unreadable
from pipeline.read.pdf.running import Running, take_out
from pipeline.read.pdf.setting import Setting, setting_of
from pipeline.read.pdf.worker import Job
from pipeline.read.placed import Placed, Remark

if TYPE_CHECKING:
    from pipeline.read import PdfOptions

PICTURED: Final = 0.3
"""Share of a page without text that pictures cover; on less of it there was nothing to read."""


@dataclass(frozen=True, slots=True)
class Paged:
    """What the pages say, and where."""

    characters: str
    page_starts: tuple[int, ...]
    removed: tuple[tuple[str, tuple[int, ...]], ...]
    placed: tuple[Placed, ...]
    remarks: tuple[Remark, ...]


def read_pages(path: Place, data: bytes, options: "PdfOptions") -> Paged:
    """Read a PDF; raises UnreadableError."""
    if b"%PDF-" not in data[:1024]:  # mail programs put lines before it
        raise unreadable(path, "no pdf")
    data = _rebuilt(path, data, options) if options.repair else data
    job = Job(data, options.password, options.memory)
    pages = draw_pages(path, job, options)
    _refuse_textless(path, pages)
    pictures = [page.number for page in pages if _is_picture(page)]
    left, running = take_out(pages)
    columns = []
    for n, page in enumerate(pages):
        columns += read_columns(page, left[n])
        left[n], pages[n] = [], replace(page, fragments=(), boxes=(), rules=())  # frees memory
    setting = setting_of(columns)
    lines = in_flow(all_blocks(columns, setting))
    flowing = flow(_with_kept(lines, running))
    remarks = _remarks(flowing, pictures)
    if options.repair:
        rebuilt = "The file was rebuilt by Ghostscript before it was read; text may be lost."
        remarks = (Remark("rebuilt", rebuilt, None, 0, 0), *remarks)
    return Paged(
        flowing.characters,
        page_starts(flowing, len(pages)),
        tuple((each.text, each.removed_from) for each in running if each.removed_from),
        _placed(flowing, pages, setting),
        remarks,
    )


def _refuse_textless(path: Place, pages: Sequence[Page]) -> None:
    if not pages:
        raise unreadable(path, "no pages")
    if not any(page.fragments for page in pages):
        pictured = any(page.pictured > PICTURED for page in pages)
        raise unreadable(path, "pictures" if pictured else "no text")


def _with_kept(
    lines: list[tuple[Break, Line]], running: Sequence[Running]
) -> list[tuple[Break, Line]]:
    """Put contact data that ran on the pages above the first section: they belong to none."""
    kept = [
        (
            Break.LINE if number else Break.BLOCK,
            Line(each.pages[0], *each.fragment[:6], each.fragment.hidden),
        )
        for number, each in enumerate(each for each in running if each.kept)
    ]
    first = next((n for n, (_, line) in enumerate(lines) if parse_heading(line.text)), len(lines))
    return [*lines[:first], *kept, *lines[first:]]


def _placed(flowing: Flowing, pages: Sequence[Page], setting: Setting) -> tuple[Placed, ...]:
    return tuple(
        _place(start, end, line, pages[line.page - 1], setting)
        for start, end, line in flowing.lines
    )


def _place(start: int, end: int, line: Line, page: Page, setting: Setting) -> Placed:
    box = turn_back(line.box, page.turned, page.width, page.height) if page.turned else line.box
    x0, top, x1, bottom = (round(value, 2) for value in box)
    larger = round(line.size / setting.usual, 2)
    words = () if page.turned else line.words
    return Placed(start, end, line.page, x0, top, x1, bottom, larger, line.bold, words)


def _is_picture(page: Page) -> bool:
    return not page.fragments and page.pictured > PICTURED


def _remarks(flowing: Flowing, pictures: Sequence[int]) -> tuple[Remark, ...]:
    """Say which pages hold only a picture, and which text nobody sees."""
    found = [
        Remark(
            "picture",
            f"Page {number} is a picture without a text layer; `ocrmypdf -l deu` adds one.",
            number,
            0,
            0,
        )
        for number in pictures
    ]
    seen: set[tuple[int, Hidden]] = set()
    for start, end, line in flowing.lines:
        if line.hidden and (line.page, line.hidden) not in seen:
            seen.add((line.page, line.hidden))
            how = "white on white" if line.hidden is Hidden.WHITE else "invisible"
            message = f"Page {line.page} holds text that is {how}; it was read like any other."
            found.append(Remark("hidden", message, line.page, start, end))
    return tuple(sorted(found, key=lambda remark: remark.page or 0))


def _rebuilt(path: Place, data: bytes, options: "PdfOptions") -> bytes:
    """Have Ghostscript write the file anew."""
    import shutil

    if not any(map(shutil.which, ("gs", "gswin64c", "gswin32c"))):
        raise unreadable(path, "no ghostscript")
    from pdfplumber.repair import repair

    try:
        rebuilt = repair(io.BytesIO(data), password=options.password)
    except Exception as error:  # pdfplumber raises no exception of its own
        raise unreadable(path, "repair", " ".join(str(error).split())[:160]) from error
    return rebuilt.read() if rebuilt else data
