"""Brochure and Brochure -> changes, matched by identity and worded apart."""

from pipeline.diff.compare import appeared, compare, disappeared
from pipeline.diff.records import parse
from pipeline.diff.wording import (
    as_markdown,
    as_text,
    comparisons_as_markdown,
    comparisons_as_text,
)

__all__ = [
    "appeared",
    "as_markdown",
    "as_text",
    "compare",
    "comparisons_as_markdown",
    "comparisons_as_text",
    "disappeared",
    "parse",
]
