"""Quotes of passages as newspapers print them: text, speaker, function and body, or none at all."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quotes import compare

PASSAGES = tomllib.loads(Path("tests/cases/quotes_news.toml").read_text(encoding="utf-8"))[
    "passage"
]


@pytest.mark.parametrize(
    "passage",
    [
        pytest.param(
            passage,
            id=" ".join(passage["text"].split()[:6]),
            marks=pytest.mark.xfail(strict=True, reason=passage["known"])
            if "known" in passage
            else (),
        )
        for passage in PASSAGES
    ],
)
def test_passage_is_read_as_labelled(passage: dict[str, Any]) -> None:
    assert not [each for each in compare(passage) if each[1] != "right"]
