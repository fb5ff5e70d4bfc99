"""How many labelled line breaks are repaired rightly, by class; says which are not.

The list is tests/cases/line_breaks.toml, each entry a text of its own: what a whole document
shows (a word that is coupled elsewhere) does not help here. Whoever wrote the rules had read the
list, so the share says that nothing was lost, not what to expect of a new brochure.
`python -m benchmarks.line_breaks --misses` prints the entries that went wrong.
"""

import argparse
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.line_breaks import join_line_breaks
from pipeline.text import fold

CASES: Final = Path(__file__).parent.parent / "tests" / "cases" / "line_breaks.toml"
UNCHANGED: Final = frozenset({"dash", "plain"})
"""Classes of which no character may change; an ellipsis may get its comma back."""


class Result(NamedTuple):
    """One entry of the list and what became of it."""

    kind: str
    printed: str
    expected: str
    repaired: str

    @property
    def is_right(self) -> bool:
        """Whether the text reads as it was meant, and stayed as it is where it had to."""
        if self.kind in UNCHANGED and self.repaired != self.printed:
            return False
        return fold(self.repaired) == self.expected


def measure() -> list[Result]:
    """Repair every entry of the list."""
    entries = tomllib.loads(CASES.read_text(encoding="utf-8"))["break"]
    printed = [f"{entry['before']}\n{entry['after']}" for entry in entries]
    return [
        Result(entry["class"], text, entry["joined"], join_line_breaks(text)[0])
        for entry, text in zip(entries, printed, strict=True)
    ]


def as_table(results: list[Result]) -> str:
    """Word the counts per class, most frequent class first."""
    total = Counter(result.kind for result in results)
    right = Counter(result.kind for result in results if result.is_right)
    rows = [(kind, right[kind], count) for kind, count in total.most_common()]
    rows.append(("all", right.total(), total.total()))
    lines = [f"{kind:15}{good:5}{count:5}{good / count:9.1%}" for kind, good, count in rows]
    return "\n".join(("class          right   of    share", *lines))


def main() -> None:
    """Print the table, and the misses if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print the entries that went wrong")
    asked = parser.parse_args()
    results = measure()
    sys.stdout.write(f"{as_table(results)}\n")
    for result in results if asked.misses else ():
        if not result.is_right:
            sys.stdout.write(f"{result.kind}: {result.printed!r} became {result.repaired!r}\n")


if __name__ == "__main__":
    main()
