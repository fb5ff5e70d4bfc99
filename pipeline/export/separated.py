r"""A table as CSV for spreadsheets: semicolons, as German Excel expects, and UTF-8 with BOM.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
injection); so does an international number, which Excel would turn into `4,93E+11`. Whoever reads
the file with a program takes it off again with `harmless_read`.

>>> harmless("=1+1"), harmless("+493023125014"), harmless("Eva Kurz")
("'=1+1", "'+493023125014", 'Eva Kurz')
>>> harmless_read("'=1+1"), harmless_read("'s Hof")
('=1+1', "'s Hof")
"""

import codecs
import csv
import io
from typing import Final

from pipeline.export.tables import Table

FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
APOSTROPHE: Final = "'"


def as_csv(table: Table) -> bytes:
    """Return the bytes of a file: RFC 4180 with semicolons."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.header)
    writer.writerows(map(harmless, row) for row in table.rows)
    return codecs.BOM_UTF8 + stream.getvalue().encode("utf-8")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    begins = cell.lstrip(" " + APOSTROPHE).startswith(FORMULA)
    return APOSTROPHE + cell if begins else cell


def harmless_read(cell: str) -> str:
    """Return what a cell said before it was made harmless."""
    bare = cell.removeprefix(APOSTROPHE)
    return bare if bare != cell and harmless(bare) == cell else cell
