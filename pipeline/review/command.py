"""The command `review`: the page of each brochure with editing, on a server of one's own."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from pipeline.read import MAX_BYTES, PdfOptions
from pipeline.read.inputs import ClashError, find_inputs, refuse_clashes
from pipeline.report import as_complaint, printable
from pipeline.write import targets


def review(  # noqa: PLR0913, PLR0917 - one parameter per option
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[INPUT]...", help="Brochures, or folders of some; else raw/."),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder whose files are no brochures.")
    ] = Path("output"),
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    max_bytes: Annotated[
        int, typer.Option(min=1, help="Refuse files that are larger.", metavar="N")
    ] = MAX_BYTES,
    model: Annotated[
        str | None, typer.Option(help="A trained spaCy pipeline, as for extract.", metavar="NAME")
    ] = None,
    password: Annotated[
        str | None, typer.Option(help="Opens PDFs that are encrypted.", metavar="TEXT")
    ] = None,
) -> None:
    """Review brochures in the browser; what is put right goes to <name>.corrections.toml."""
    found = find_inputs(inputs or [Path("raw")], output)
    for error in found.errors:
        typer.echo(as_complaint(error), err=True)
    if not found.inputs:
        raise typer.Exit(1)
    try:  # two brochures of one name would have one corrections file
        refuse_clashes(found.inputs, [targets(output, each.path.stem) for each in found.inputs])
    except ClashError as error:
        raise typer.BadParameter(printable(str(error)), param_hint="INPUT") from error
    from pipeline.review.desk import Desk  # --help does without spaCy
    from pipeline.review.server import serve

    pdf = PdfOptions(password)
    desks = [Desk(each, max_bytes, model, pdf) for each in found.inputs]
    try:
        serve(desks, port, partial(_opened, browser=browser))
    except OSError as error:
        typer.echo(f"error: port {port} cannot be used: {error.strerror}", err=True)
        typer.echo("  Choose another one, or none for one that is free.", err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        pass
    typer.echo("Ended. `make extract` writes what was corrected into the output folder.")


def _opened(address: str, browser: bool) -> None:
    typer.echo(f"Reviewing at {printable(address)}\nCtrl-C ends it.")
    if browser:
        import webbrowser
        from threading import Timer

        Timer(0.5, webbrowser.open, [address]).start()  # when the server listens
