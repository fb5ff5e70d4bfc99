"""The command `export`: contacts for spreadsheets, address books and other programs."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import BrochureError
from pipeline.export import FORMATS
from pipeline.report import as_complaint, printable

EXPORT_NOTES = """\b
What is written:
  .xlsx   a workbook: contacts, partners, quotes, findings; every cell is text
  .csv    contacts; partners, quotes and findings in files of their own beside it
          (UTF-8 with BOM, semicolons; what a spreadsheet would take for a
          formula, also +49..., gets an apostrophe in front)
  .vcf    one card per contact (vCard 3.0), for address books
  .jsonl  one contact per line, as JSON

\b
Examples:
  kreislese export output --to contacts.xlsx
  kreislese export output/edition-1.json --to - --format vcf

\b
Exit statuses:
  0  it was written
  1  a record could not be read, or the target not be written
  2  wrong usage
"""


class Format(StrEnum):
    """What can be written."""

    xlsx = "xlsx"
    csv = "csv"
    vcf = "vcf"
    jsonl = "jsonl"


def export(
    records: Annotated[
        list[Path],
        typer.Argument(metavar="OUTPUT", help="JSON that `extract` wrote, or folders of it."),
    ],
    to: Annotated[
        Path, typer.Option(metavar="FILE", help="Where to; the ending says what. - prints it.")
    ],
    as_format: Annotated[
        Format | None, typer.Option("--format", help="Needed where the name does not say it.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", "-f", help="Replace also a file that no export wrote.")
    ] = False,
) -> None:
    """Write contacts, partners and quotes for spreadsheets, address books and other programs."""
    prints = str(to) == "-"
    name = as_format or to.suffix.lower().removeprefix(".")
    if name not in FORMATS:
        known = ", ".join(f".{each}" for each in FORMATS)
        problem = f"{printable(str(to))} has none of the endings {known}"
        if prints:
            problem = "what is to be printed? Add --format"
        raise typer.BadParameter(problem, param_hint="--to")
    from pipeline.editions import load  # loads the models
    from pipeline.export.target import files_of, refuse_foreign, write

    try:
        brochures = [brochure for path in records for brochure in load(path).values()]
        contents = FORMATS[name](brochures)
        if prints:
            sys.stdout.buffer.write(contents[""])
            return
        files = files_of(to, contents)
        for file in files:
            if not force:
                refuse_foreign(file)
        write(files)
    except BrochureError as error:
        typer.echo(as_complaint(error), err=True)
        raise typer.Exit(1) from error
    for file in files:
        typer.echo(printable(str(file)))
