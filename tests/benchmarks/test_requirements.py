"""What is compared must differ in nothing but itself."""

from pathlib import Path

import pytest

OURS, BENCH = Path("requirements.lock"), Path("benchmarks/requirements.lock")


def pins(lock: Path) -> dict[str, str]:
    lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return {name.lower(): version for name, _, version in (line.partition("==") for line in lines)}


@pytest.mark.parametrize("package", ["spacy", "phonenumbers", "thinc", "numpy"])
def test_both_sides_use_the_same(package: str) -> None:
    assert pins(BENCH)[package] == pins(OURS)[package]


def test_presidio_is_recent_enough() -> None:
    version = pins(BENCH)["presidio_analyzer"]
    assert tuple(map(int, version.split("."))) >= (2, 2, 366)
