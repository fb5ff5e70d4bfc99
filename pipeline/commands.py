"""The commands that compare what is there already: `diff` and `history`.

They are apart from `cli.py`, for what they need no run of `extract` has to load.
"""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import BrochureError
from pipeline.report import as_complaint, printable

DIFF_STATUSES = """\b
Exit statuses:
  0  they were compared; with --exit-code, nothing has changed
  1  with --exit-code, something has changed
  2  wrong usage, or something could not be read
"""


def diff(
    old: Annotated[Path, typer.Argument(help="A JSON, a brochure, or a folder of either.")],
    new: Annotated[Path, typer.Argument(help="The same in its newer edition.")],
    as_machine: Annotated[
        bool, typer.Option("--json", help="Print JSON (`schema changes`).")
    ] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 if something has changed.")
    ] = False,
) -> None:
    """Say what has changed between two editions: who is new, who left, which number is another."""
    if as_machine and markdown:
        raise typer.BadParameter("--json and --markdown cannot both be printed")
    from pipeline import diff as worded  # loads the models
    from pipeline.editions import compare_all

    try:
        found = compare_all(old, new)
    except BrochureError as error:
        raise _trouble(error) from error
    if as_machine:
        typer.echo(found.model_dump_json(indent=2))
    elif markdown:
        typer.echo(_printable(worded.comparisons_as_markdown(found.comparisons)))
    else:
        typer.echo(_printable(worded.comparisons_as_text(found.comparisons)))
    if exit_code and any(each.changes for each in found.comparisons):
        raise typer.Exit(1)


def history(
    folder: Annotated[Path, typer.Argument(help="Editions: brochures, or JSON of them.")],
    as_machine: Annotated[
        bool, typer.Option("--json", help="Print JSON (`schema history`).")
    ] = False,
) -> None:
    """Say since when and until when people and offices appear, edition by edition."""
    from pipeline import history as told  # loads the models

    try:
        found = told.history(folder)
    except BrochureError as error:
        raise _trouble(error) from error
    typer.echo(found.model_dump_json(indent=2) if as_machine else _printable(told.as_text(found)))


def _trouble(error: BrochureError) -> typer.Exit:
    typer.echo(as_complaint(error), err=True)
    return typer.Exit(2)


def _printable(lines: str) -> str:
    return "\n".join(map(printable, lines.splitlines()))
