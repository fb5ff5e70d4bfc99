"""Small brochures in 25 house styles, written by somebody who did not know the rules."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.reading import read_brochure

CASES = Path(__file__).with_name("cases") / "structures.toml"
BROCHURES = tomllib.loads(CASES.read_text(encoding="utf-8"))["brochure"]


@pytest.mark.parametrize("case", BROCHURES, ids=lambda case: case["name"].strip())
def test_sections_and_how_to_reach_them(case: dict[str, Any]) -> None:
    sections = read_brochure(case["text"]).brochure.landkreise
    contacts = [section.contacts for section in sections]
    phones = [Counter(p.e164 for c in each for p in c.phones) for each in contacts]
    mails = [Counter(m.address for c in each for m in c.emails) for each in contacts]
    assert [section.ags or "" for section in sections] == case["ags"]
    assert phones == list(map(Counter, case["phones"]))
    assert mails == list(map(Counter, case["mails"]))
