"""The command `pages`: pictures of a PDF's pages with what was found on them framed in colours."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import BrochureError
from pipeline.read import PdfOptions
from pipeline.report import as_complaint, printable


def pages(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A brochure (.pdf).")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write into.")] = Path(
        "output/pages"
    ),
    password: Annotated[
        str | None, typer.Option(help="Opens the PDF if it is encrypted.", metavar="TEXT")
    ] = None,
) -> None:
    """Draw each page of a PDF with the blocks and values that were found on it."""
    if file.suffix.lower() != ".pdf":
        raise typer.BadParameter(f"{printable(str(file))} is no PDF", param_hint="FILE")
    from pipeline.run import extract  # --help does without spaCy
    from pipeline.write import make_folder
    from pipeline.write.page_pictures import draw_pages

    try:
        brochure = extract(file, pdf=PdfOptions(password)).brochure
        make_folder(output)
        for picture in draw_pages(file, file.read_bytes(), brochure, output, password):
            typer.echo(printable(str(picture)))
    except BrochureError as error:
        typer.echo(as_complaint(error), err=True)
        raise typer.Exit(error.exit_status) from error
