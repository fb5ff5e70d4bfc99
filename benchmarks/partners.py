"""Precision and recall of partners on labelled passages, written by people who know no rule.

python -m benchmarks.partners            both halves
python -m benchmarks.partners --misses   and what is missed or wrong, working half only
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.passages import brochure_of, fold, print_row

HALVES: Final = {
    "work": Path("tests/cases/partners_work.toml"),
    "measure": Path("benchmarks/gold/partners_measure.toml"),
}


def main() -> None:
    """Measure both halves and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--misses", action="store_true", help="print them for the working half")
    misses = parser.parse_args().misses
    for half, path in HALVES.items():
        tally: Counter[str] = Counter()
        for passage in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]:
            for outcome, name in compare(passage):
                tally[outcome] += 1
                if misses and half == "work" and outcome in {"missed", "wrong", "kind", "role"}:
                    print(f"{outcome:7}{name:45.45} | {passage['text'][:150]}")
        print_row(f"partners {half}", tally["right"], tally["wrong"], tally["missed"])
        print_row("  kind", tally["right"] - tally["kind"], tally["kind"], tally["kind"])
        print_row("  role", tally["right role"], tally["extra role"], tally["role"])


def compare(passage: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield an outcome for each partner that is wanted or found."""
    found = {fold(partner.name): partner for partner in brochure_of(passage).landkreise[0].partners}
    for wanted in passage["partners"]:
        names = [fold(name) for name in (wanted["name"], *wanted.get("alt", ()))]
        hit = next((name for name in names if name in found), None)
        partner = found.pop(hit) if hit else None
        if wanted.get("optional"):
            continue
        yield ("right" if partner else "missed"), wanted["name"]
        if partner and partner.kind != wanted["kind"]:
            yield "kind", f"{partner.name}: {partner.kind}"
        if partner and (wanted.get("role") or partner.role):
            same = fold(wanted.get("role") or "") == fold(partner.role or "")
            yield ("right role" if same else "role"), f"{partner.name}: {partner.role}"
    for name in found:
        yield "wrong", name


if __name__ == "__main__":
    main()
