"""Precision and recall of quotes and speakers on labelled passages, written without the rules.

python -m benchmarks.quotes            both halves
python -m benchmarks.quotes --misses   and what is missed or wrong, working half only
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.passages import brochure_of, fold, print_row
from schemas import Quote

HALVES: Final = {
    "work": Path("tests/cases/quotes_work.toml"),
    "measure": Path("benchmarks/gold/quotes_measure.toml"),
}
FIELDS: Final = ("text", "name", "organisation", "roles", "kind")
SIGNS_RE: Final = re.compile(r"[„“”\"»«‚‘’'›‹\s.–—-]")


def main() -> None:
    """Measure both halves and print a row for each field."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--misses", action="store_true", help="print them for the working half")
    misses = parser.parse_args().misses
    for half, path in HALVES.items():
        tally: Counter[tuple[str, str]] = Counter()
        for passage in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]:
            for field, outcome, value in compare(passage):
                tally[field, outcome] += 1
                if misses and half == "work" and outcome != "right":
                    print(f"{field:13}{outcome:7}{value!s:.60} | {passage['text'][:230]!r}")
        print(f"quotes {half}")
        for field in FIELDS:
            print_row(f"  {field}", *(tally[field, o] for o in ("right", "wrong", "missed")))


def compare(passage: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield field, outcome and value for everything that is wanted or found."""
    landkreise = brochure_of(passage).landkreise
    found = {_bare(quote.text): quote for section in landkreise for quote in section.quotes}
    for wanted in passage.get("quotes", ()):
        quote = found.pop(_bare(wanted["text"]), None)
        yield "text", "right" if quote else "missed", wanted["text"]
        if quote:
            yield from _speaker(wanted, quote)
    for quote in found.values():
        yield "text", "wrong", quote.text


def _speaker(wanted: dict[str, Any], quote: Quote) -> Iterator[tuple[str, str, str]]:
    speaker = quote.speaker
    pairs = {
        "name": (wanted.get("name"), speaker.name if speaker else None),
        "organisation": (wanted.get("organisation"), speaker.organisation if speaker else None),
        "kind": (wanted.get("kind"), speaker.kind if speaker else None),
    }
    for field, (want, have) in pairs.items():
        if field == "name" and wanted.get("coref") and not have:
            continue
        if want and have and fold(want) == fold(have):
            yield field, "right", want
            continue
        if want:
            yield field, "missed", want
        if have:
            yield field, "wrong", have
    want_roles = Counter(fold(role) for role in wanted.get("roles", ()))
    have_roles = Counter(fold(role) for role in (speaker.roles if speaker else ()))
    for outcome, roles in (
        ("right", want_roles & have_roles),
        ("missed", want_roles - have_roles),
        ("wrong", have_roles - want_roles),
    ):
        for role in roles.elements():
            yield "roles", outcome, role


def _bare(spoken: str) -> str:
    return SIGNS_RE.sub("", spoken.casefold())


if __name__ == "__main__":
    main()
