"""Tables as an Excel workbook: every cell is text, so no number loses a zero, no formula runs."""

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.export.separated import FORMULA
from pipeline.export.tables import Table

MOST: Final = 32_767
"""Characters in one cell: a limit of the format."""
NARROWEST, WIDEST = 8, 60
ILLEGAL_RE: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold, and the carriage return, which it does not keep."""
ESCAPED_RE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
DATED_RE: Final = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def as_xlsx(tables: Iterable[Table]) -> bytes:
    """Return the bytes of a workbook with a sheet per table."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "kreislese"
    for table in tables:
        _fill(workbook.create_sheet(table.name), table)
    stream = io.BytesIO()
    workbook.save(stream)
    return _undated(stream.getvalue())


def _fill(sheet: Worksheet, table: Table) -> None:
    for n, row in enumerate((table.header, *table.rows), start=1):
        for column, value in enumerate(row, start=1):
            if value:
                _write(sheet.cell(n, column), value)
    for column, title in enumerate(table.header, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        longest = max(map(len, (title, *(row[column - 1] for row in table.rows))))
        width = min(max(longest + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(cell: Cell, value: str) -> None:
    text = ESCAPED_RE.sub("_x005F_", ILLEGAL_RE.sub("\ufffd", value))
    cell.value = text if len(text) <= MOST else text[: MOST - 1] + "…"
    cell.data_type = "s"  # openpyxl takes "=1+1" for a formula and "#REF!" for an error
    cell.number_format = "@"  # text, also after somebody has edited the cell
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.quotePrefix = value.startswith(FORMULA)


def _undated(data: bytes) -> bytes:
    """Return the same archive without a date: neither of its files nor in its properties."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = DATED_RE.sub(b"", content)
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = 3  # else it would tell on which system it was written
            new.writestr(info, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
