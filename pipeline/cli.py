"""The command line: options become calls, errors become exit statuses; no logic."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import IO, Annotated, Final

import typer

from pipeline import __version__
from pipeline.batch import Run, Workers
from pipeline.child import processors
from pipeline.commands import DIFF_STATUSES, diff, history
from pipeline.exports import EXPORT_NOTES, export
from pipeline.pages import pages
from pipeline.progress import PageBar
from pipeline.read import MAX_BYTES, MAX_PAGES, PdfOptions
from pipeline.read.inputs import ClashError, Input, find_inputs, refuse_clashes
from pipeline.remote import Remote, place_of
from pipeline.report import printable
from pipeline.review.command import review
from pipeline.stop import signal_of, stopped_by_sigterm
from pipeline.watch import Wanted, watching
from pipeline.work import Options
from pipeline.write import Store, store_at

EXIT_STATUSES = """\b
Exit statuses:
  0  all brochures were read and written
  1  some brochure could not be read or written (the others are written),
     or, with --strict, has a finding of severity error
  2  wrong usage, for example two inputs of the same name
  130, 143  interrupted (Ctrl-C, SIGTERM); what is done is kept
"""

TIMEOUT: Final = 900.0
"""Seconds for one brochure; a usual one takes a thousandth of that."""

EXTRACT_EPILOG = f"""\b
Examples:
  kreislese extract raw                          all brochures below raw/ into output/
  kreislese extract raw -o out --jobs 4          four side by side
  kreislese extract raw --timeout 60 --log-json run.jsonl
  kreislese extract s3://bucket/raw -o s3://bucket/out     needs s3fs
  kreislese extract s3://bucket/raw -o s3://bucket/out --scheduler tcp://host:8786

A run can be interrupted at any time (Ctrl-C); the same command goes on from there.
A brochure that crashes or takes too long is tried once more, alone, and then reported.

{EXIT_STATUSES}"""

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


@app.command(epilog=EXTRACT_EPILOG)
def extract(  # noqa: PLR0913, PLR0917 - one parameter per option
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Brochures (.pdf, .txt), or folders that hold some; paths or URLs (s3://…).",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Folder to write into; a path or a URL."
        ),
    ] = "output",
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
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, metavar="N", help="Brochures side by side [default: processors]."
        ),
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Give up a brochure that takes more.")
    ] = TIMEOUT,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Have a Dask cluster do it (tcp://host:8786)."),
    ] = None,
    log_json: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Add a line of JSON per event; - is standard output."),
    ] = None,
) -> None:
    """Write the JSON of each brochure, and beside it the text that its spans index."""
    place = place_of(output)
    if isinstance(place, Remote) and place.scheme == "memory":
        message = "what is written into memory:// ends with this program"
        raise typer.BadParameter(message, param_hint="--output")
    found = find_inputs(map(place_of, inputs), place)
    store = store_at(place)
    _refuse_wrong_usage(found.inputs, store, model)
    several = len(found.inputs) > 1
    wanted = Wanted(quiet, as_machine, several=several)
    bar = None if quiet or as_machine or several or scheduler else PageBar()
    pdf = PdfOptions(password, max_pages, repair=repair, progress=bar)
    workers = Workers(jobs or processors() if several else None, scheduler, timeout)
    with stopped_by_sigterm(), _log(log_json) as log, watching(wanted, log) as tell:
        run = Run(Options(store, max_bytes, model, force, pdf), tell, workers)
        run.over(found)
    if run.interrupted:
        raise typer.Exit(128 + signal_of(run.interrupted))
    if run.failures or (strict and run.error_findings):
        raise typer.Exit(1)


@contextmanager
def _log(name: str | None) -> Iterator[IO[str] | None]:
    """Open what was named with --log-json."""
    if name is None or name == "-":
        yield sys.stdout if name else None
        return
    try:
        stream = Path(name).open("a", encoding="utf-8")  # noqa: SIM115 - closed below
    except OSError as error:
        raise typer.BadParameter(printable(str(error)), param_hint="--log-json") from error
    with stream:
        yield stream


def _refuse_wrong_usage(inputs: tuple[Input, ...], store: Store, model: str | None) -> None:
    try:
        refuse_clashes(inputs, (store.targets(each.path.stem) for each in inputs))
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
