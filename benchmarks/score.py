"""The program against every gold file: `python -m benchmarks.score`, or `make score`.

The gold brochures lie in three folders. `real` is the published one, rules are written from
`work`, and `measure` is for measuring only: of it figures are printed and kept, never the values.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer

from benchmarks.compare import Json, compare, exact
from benchmarks.grounding import Grounding, check
from benchmarks.tally import COMPLETE, Miss, Row, Tally
from pipeline.run import extract

HERE: Final = Path(__file__).parent
GOLD: Final = HERE / "gold"
RAW: Final = HERE.parent / "raw"
SCORES: Final = HERE / "scores.json"
FLOORS: Final = HERE / "floors.json"

HALVES: Final = ("real", "work", "measure")
BLIND: Final = "measure"
SUFFIX: Final = ".gold.json"


@dataclass(frozen=True)
class Scored:
    """One brochure, or all of a half together."""

    half: str
    name: str
    folded: Tally
    strict: Tally
    grounding: Grounding

    @property
    def key(self) -> str:
        """Name it in `scores.json`."""
        return f"{self.half}/{self.name}"

    def figures(self) -> Json:
        """Return what is kept of it: counts, and the values unless they are blind."""
        kept: Json = {row.field: list(row[1:]) for row in self.folded.rows()}
        misses = [] if self.half == BLIND else sorted(self.folded.misses)
        return {"fields": kept, "harm": len(self.folded.harm), "misses": misses}


def main(
    only: Annotated[str | None, typer.Option(help="Score this brochure only.")] = None,
    misses: Annotated[bool, typer.Option(help="Show every value missed or wrong.")] = False,
    update: Annotated[
        bool, typer.Option(help="Keep the figures as those to compare with.")
    ] = False,
) -> None:
    """Score the program; ends with 1 if a figure is below its floor."""
    scored = [score(half, gold) for half, gold in brochures() if only in {None, name_of(gold)}]
    if not scored:
        raise typer.BadParameter(f"no gold file is named {only}{SUFFIX}", param_hint="--only")
    halves = list(pooled(scored))
    for line in (*summary(scored), *details([*scored, *halves], misses=misses)):
        typer.echo(line)
    for line in changes(scored):
        typer.echo(line)
    if update:
        keep(scored)
    # a floor holds for a half as a whole
    below = [] if only else list(below_floors(halves))
    for line in below:
        typer.echo(f"below the floor: {line}", err=True)
    raise typer.Exit(bool(below))


def brochures() -> Iterator[tuple[str, Path]]:
    """Yield all gold files with their half."""
    for half in HALVES:
        yield from ((half, gold) for gold in sorted((GOLD / half).glob(f"*{SUFFIX}")))


def name_of(gold: Path) -> str:
    """Return the name that a gold file shares with its brochure."""
    return gold.name.removesuffix(SUFFIX)


def score(half: str, gold: Path) -> Scored:
    """Run the program over one brochure and compare."""
    text_file = gold.with_name(f"{name_of(gold)}.txt")
    result = extract(text_file if text_file.exists() else RAW / text_file.name)
    right = json.loads(gold.read_text(encoding="utf-8"))
    got = result.brochure.model_dump(mode="json")
    return Scored(
        half,
        name_of(gold),
        compare(right, got),
        compare(right, got, exact),
        check(got, result.text.characters),
    )


def pooled(scored: Iterable[Scored]) -> Iterator[Scored]:
    """Yield each half as a whole."""
    for half in HALVES:
        parts = [each for each in scored if each.half == half]
        folded, strict = Tally(), Tally()
        for each in parts:
            folded.merge(each.folded)
            strict.merge(each.strict)
        bad = [line for each in parts for line in each.grounding.bad]
        twice = sum(each.grounding.twice for each in parts)
        lost = sum(each.grounding.lost for each in parts)
        if parts:
            yield Scored(half, "all", folded, strict, Grounding(bad, twice, lost))


def summary(scored: Iterable[Scored]) -> Iterator[str]:
    """Yield what matters most, a line per brochure."""
    yield f"{'brochure':36}{'contacts right':>16}{'wrong but valid':>17}{'all F1':>8}  contract"
    for each in scored:
        row, grounding = each.folded.row(COMPLETE), each.grounding
        right = f"{row.hits}/{row.hits + row.missed} {row.recall:4.0%}"
        violations = f"{len(grounding.bad)} bad, {grounding.twice} twice, {grounding.lost} lost"
        yield (
            f"{each.key:36}{right:>16}{len(each.folded.harm):>17}"
            f"{each.folded.total().f1:8.3f}  {violations}"
        )


HEADER: Final = "      P      R     F1  strict  right wrong missed"


def details(scored: Iterable[Scored], *, misses: bool) -> Iterator[str]:
    """Yield precision, recall and F1 of each field that is not perfect."""
    for each in scored:
        yield ""
        yield f"{each.key:28}{HEADER}"
        rows = [*each.folded.rows(), each.folded.total()]
        strict = {row.field: row for row in (*each.strict.rows(), each.strict.total())}
        perfect = []
        for row in rows:
            other = strict.get(row.field, row)
            if row.f1 == other.f1 == 1:
                perfect.append(f"{row.field} {row.hits}")
            else:
                yield _line(row, other)
        if perfect:
            yield f"  perfect: {', '.join(perfect)}"
        if misses and each.name != "all":
            yield from (f"  | {' | '.join(miss)}" for miss in sorted(each.folded.misses))
            yield from (f"  | harm | {' | '.join(miss)}" for miss in each.folded.harm)
            yield from (f"  | span | {line}" for line in each.grounding.bad)


def _line(row: Row, strict: Row) -> str:
    ratios = f"{row.precision:7.3f}{row.recall:7.3f}{row.f1:7.3f}{strict.f1:8.3f}"
    return f"  {row.field:26}{ratios}{row.hits:7}{row.wrong:6}{row.missed:7}"


def changes(scored: Iterable[Scored]) -> Iterator[str]:
    """Yield what was gained and lost since the figures that are kept."""
    kept = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    for each in scored:
        old, new = kept.get(each.key), each.figures()
        if old is None:
            yield f"\n{each.key}: new, nothing to compare with"
            continue
        lines = [
            f"  {name}: {_counts(old['fields'].get(name))} -> {_counts(new['fields'].get(name))}"
            for name in sorted(old["fields"].keys() | new["fields"].keys())
            if old["fields"].get(name) != new["fields"].get(name)
        ]
        before, after = ({Miss(*miss) for miss in figures["misses"]} for figures in (old, new))
        lines += [f"  + gained | {' | '.join(miss)}" for miss in sorted(before - after)]
        lines += [f"  - lost   | {' | '.join(miss)}" for miss in sorted(after - before)]
        if lines:
            yield f"\n{each.key}: since the figures that are kept (right, wrong, missed)"
            yield from lines


def _counts(row: list[int] | None) -> str:
    return "/".join(map(str, row or [0, 0, 0]))


def keep(scored: Iterable[Scored]) -> None:
    """Write the figures; those of brochures that were not scored stay."""
    kept = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    kept |= {each.key: each.figures() for each in scored}
    characters = json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=1) + "\n"
    SCORES.write_text(characters, encoding="utf-8", newline="\n")


def below_floors(halves: Iterable[Scored]) -> Iterator[str]:
    """Yield each figure that is below its floor; what the contract promises has no floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for each in halves:
        floor = floors[each.half]
        for row in each.folded.rows():
            least = floor["f1"].get(row.field, floor["f1"]["*"])
            if row.field != COMPLETE and row.f1 < least:
                yield f"{each.half}: {row.field} has F1 {row.f1:.3f}, less than {least}"
        share = each.folded.row(COMPLETE).recall
        if share < floor["complete"]:
            yield f"{each.half}: {share:.0%} of the contacts are right in every field"
        if len(each.folded.harm) > floor["harm"]:
            yield f"{each.half}: {len(each.folded.harm)} numbers or addresses are wrong but valid"
        if any((each.grounding.bad, each.grounding.twice, each.grounding.lost)):
            yield f"{each.half}: spans do not hold what the contract promises"


if __name__ == "__main__":
    typer.run(main)
