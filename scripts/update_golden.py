"""Rewrite the expected JSON beside each golden brochure; the diff is reviewed like code."""

from pathlib import Path
from typing import Final

from pipeline import extract
from pipeline.write import as_json

GOLDEN: Final = Path(__file__).parents[1] / "tests" / "golden"


def main() -> None:
    """Write what the program says today."""
    for source in sorted(GOLDEN.glob("*.txt")):
        expected = as_json(extract(source))
        source.with_suffix(".json").write_text(expected, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
