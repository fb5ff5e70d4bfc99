"""Puts the figures into docs/performance.md, between two marks; what stands around them stays."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from benchmarks.figures import SHARE, Figure, short
from benchmarks.texts import ROOT

PAGE: Final = ROOT / "docs" / "performance.md"
PLOT: Final = ROOT / "docs" / "performance.svg"


def write_page(machine: dict[str, str], figures: dict[str, list[Figure]]) -> None:
    """Replace the figures of the page."""
    write_between("figures", "make bench", lines(machine, figures))


def write_between(what: str, command: str, written: Iterable[str]) -> None:
    """Replace what stands between the marks of a part of the page."""
    begin, end = f"<!-- {what}: written by {command} -->", f"<!-- end of {what} -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    middle = "\n".join(written)
    PAGE.write_text(f"{before}{begin}\n\n{middle}\n{end}{after}", encoding="utf-8")


def lines(machine: dict[str, str], figures: dict[str, list[Figure]]) -> Iterator[str]:
    """Yield the machine and one table for each group."""
    yield f"![Characters per second of all tools, and what each stage takes]({PLOT.name})\n"
    yield from table(("measured on", ""), machine.items())
    for title, group in figures.items():
        yield f"## {title}\n"
        yield from table(("figure", "median", "lowest", "highest", "goal"), map(cells, group))


def cells(figure: Figure) -> tuple[str, ...]:
    """Return one line of a table.

    >>> cells(Figure("time", (0.5, 0.75, 1.0), goal=0.7))
    ('time', '0.75', '0.50', '1.00', 'at most 0.70: missed')
    >>> cells(Figure("speed", (1234.0,), "characters/s"))
    ('speed, characters/s', '1,230', '1,230', '1,230', '')
    """
    values = figure.median, min(figure.values), max(figure.values)
    if figure.unit == SHARE:
        return figure.name, *(f"{100 * value:.0f} %" for value in values), ""
    name = f"{figure.name}, {figure.unit}" if figure.unit else figure.name
    return name, *map(short, values), goal(figure)


def goal(figure: Figure) -> str:
    """Return what is asked of a figure, and whether it is reached."""
    if figure.goal is None:
        return ""
    least = "at least" if figure.more_is_better else "at most"
    return f"{least} {short(figure.goal)}: {'reached' if figure.is_reached else 'missed'}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join(['---', *['---:'] * (len(head) - 1)])}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
