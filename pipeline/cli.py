"""The command line: options become calls, errors become exit statuses; no logic."""

import io
import json
import sys
from enum import StrEnum
from functools import partial
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Annotated

import typer

from pipeline import __version__
from pipeline.batch import Options, Run
from pipeline.commands import DIFF_STATUSES, diff, history
from pipeline.exports import EXPORT_NOTES, export
from pipeline.pages import pages
from pipeline.progress import PageBar
from pipeline.read import MAX_BYTES, MAX_PAGES, PdfOptions
from pipeline.read.inputs import ClashError, Input, find_inputs, refuse_clashes
from pipeline.report import as_table, printable
from pipeline.review.command import review
from pipeline.write import targets

EXIT_STATUSES = """\b
Exit statuses:
  0  all brochures were read and written
  1  some brochure could not be read or written (the others are written),
     or, with --strict, has a finding of severity error
  2  wrong usage, for example two inputs of the same name
"""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog=EXIT_STATUSES,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line; what it prints is UTF-8 under any locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="kreislese")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kreislese {__version__}")
        raise typer.Exit


@app.callback()
def _kreislese(
    _version_wanted: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Read brochures with a section per Landkreis into validated JSON."""


app.command(epilog=DIFF_STATUSES)(diff)
app.command()(history)
app.command()(pages)
app.command()(review)
app.command(epilog=EXPORT_NOTES)(export)


class Published(StrEnum):
    """What has a schema of its own."""

    brochure = "brochure"
    changes = "changes"
    history = "history"


@app.command()
def schema(
    name: Annotated[Published, typer.Argument(help="Of what.")] = Published.brochure,
) -> None:
    """Print the JSON Schema of what `extract` writes, or `diff` or `history` with --json."""
    from schemas.publish import as_text  # only this command needs it

    typer.echo(as_text(name), nl=False)


@app.command(epilog=EXIT_STATUSES)
def extract(  # noqa: PLR0913, PLR0917 - one parameter per option
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="INPUT", help="Brochures (.pdf, .txt), or folders that hold some."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write into.")] = Path(
        "output"
    ),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_machine: Annotated[
        bool, typer.Option("--json", help="Print one JSON object instead of lines and a table.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 if a finding has severity error.")
    ] = False,
    max_bytes: Annotated[
        int, typer.Option(min=1, help="Refuse files that are larger.", metavar="N")
    ] = MAX_BYTES,
    model: Annotated[
        str | None,
        typer.Option(help="A trained spaCy pipeline as further evidence.", metavar="NAME"),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", "-f", help="Work also on brochures that are unchanged.")
    ] = False,
    password: Annotated[
        str | None, typer.Option(help="Opens PDFs that are encrypted.", metavar="TEXT")
    ] = None,
    max_pages: Annotated[
        int, typer.Option(min=1, help="Refuse PDFs that have more.", metavar="N")
    ] = MAX_PAGES,
    repair: Annotated[
        bool, typer.Option(help="Have Ghostscript rebuild PDFs before they are read.")
    ] = False,
) -> None:
    """Write the JSON of each brochure, and beside it the text that its spans index."""
    found = find_inputs(inputs, output)
    _refuse_wrong_usage(found.inputs, output, model)
    tell = _keep_quiet if quiet or as_machine else typer.echo
    bar = None if quiet or as_machine else PageBar()
    pdf = PdfOptions(password, max_pages, repair=repair, progress=bar)
    run = Run(Options(output, max_bytes, model, force, pdf), tell, partial(typer.echo, err=True))
    run.over(found)
    if as_machine:
        typer.echo(json.dumps(run.record(), ensure_ascii=False, indent=2))
    elif not quiet and (table := as_table(run.brochures)):
        from rich.console import Console  # a run without findings prints no table

        Console(highlight=False).print(table)
    if run.errors or (strict and run.has_error_findings()):
        raise typer.Exit(1)


def _keep_quiet(_line: str) -> None:
    """Take a line and print none."""


def _refuse_wrong_usage(inputs: tuple[Input, ...], output: Path, model: str | None) -> None:
    try:
        refuse_clashes(inputs, [targets(output, each.path.stem) for each in inputs])
    except ClashError as error:
        raise typer.BadParameter(printable(str(error)), param_hint="INPUT") from error
    if model is not None and not is_known(model):
        message = f"{printable(model)} is neither an installed spaCy pipeline nor a folder of one"
        raise typer.BadParameter(message, param_hint="--model")


def is_known(model: str) -> bool:
    """Whether spaCy can load a trained pipeline by this name; asked without loading spaCy."""
    if Path(model).is_dir():
        return True
    try:
        return bool(distribution(model))
    except (PackageNotFoundError, ValueError):
        return False
