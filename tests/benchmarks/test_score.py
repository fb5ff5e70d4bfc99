import copy
import json
from pathlib import Path

import pytest

from benchmarks.compare import Json, compare, exact
from benchmarks.grounding import check
from benchmarks.tally import COMPLETE

GOLD: Json = json.loads(
    (Path(__file__).parents[2] / "benchmarks/gold/real/land-zuhause-zukunft.gold.json").read_text(
        encoding="utf-8"
    )
)


def perfect() -> Json:
    """Say exactly what the gold file says, in the shape of an output."""
    said = copy.deepcopy(GOLD)
    for kreis in said["landkreise"]:
        for name in ("paragraphs", "residue"):
            kreis[name] = [{"text": text} for text in kreis.get(name, [])]
        for i, contact in enumerate(kreis["contacts"]):
            contact["id"] = str(i)
        for partner in kreis["partners"]:
            partner.setdefault("role", None)
        for quote in kreis["quotes"]:
            who = quote.get("speaker_contact")
            ids = [c["id"] for c in kreis["contacts"] if who and c["name"]["full"] == who]
            (quote.get("speaker") or {})["contact_id"] = next(iter(ids), None)
    return said


def test_perfect_output_scores_one() -> None:
    for key in (exact, None):
        tally = compare(GOLD, perfect(), key) if key else compare(GOLD, perfect())
        assert tally.misses == []
        assert tally.total().f1 == 1
        assert tally.row(COMPLETE).hits == 18


def test_case_counts_only_strictly() -> None:
    said = perfect()
    contact = said["landkreise"][0]["contacts"][0]
    contact["roles"] = [role.upper() for role in contact["roles"]]
    assert compare(GOLD, said).misses == []
    assert {miss.field for miss in compare(GOLD, said, exact).misses} == {"contact.roles"}


def test_wrong_number_is_harm_and_spoils_its_contact() -> None:
    said = perfect()
    said["landkreise"][0]["contacts"][0]["phones"][0]["e164"] = "+493023125014"
    tally = compare(GOLD, said)
    assert [miss.value for miss in tally.harm] == ["+493023125014"]
    assert tally.row(COMPLETE)[1:] == (17, 1, 1)
    assert tally.row("contact.phone")[1:] == (21, 1, 1)


def test_optional_partner_is_neither_rewarded_nor_punished() -> None:
    said = perfect()
    for kreis, gold in zip(said["landkreise"], GOLD["landkreise"], strict=True):
        keep = [not partner.get("optional") for partner in gold["partners"]]
        kreis["partners"] = [p for p, k in zip(kreis["partners"], keep, strict=True) if k]
    assert compare(GOLD, said).misses == []


def test_missing_section_misses_all_that_is_in_it() -> None:
    said = perfect()
    lost = said["landkreise"].pop()
    tally = compare(GOLD, said)
    assert tally.row("section").missed == 1
    assert tally.row("contact").missed == len(lost["contacts"])


TEXT = "Börde\nTel. 030"


def kreis(**changes: object) -> Json:
    passage = {"text": "Tel. 030", "span": {"start": 6, "end": 14}}
    empty: Json = {"subheadings": [], "contacts": [], "quotes": [], "residue": []}
    whole = {"heading": "Börde", "span": {"start": 0, "end": 14}, "paragraphs": [passage]}
    return {"landkreise": [empty | whole | changes]}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(kreis(), (0, 0, 0), id="all well"),
        pytest.param(kreis(paragraphs=[]), (0, 0, 7), id="lost"),
        pytest.param(
            kreis(residue=[{"text": "Börde Tel.", "span": {"start": 0, "end": 10}}]),
            (0, 4, 0),
            id="twice",
        ),
        pytest.param(
            kreis(contacts=[{"raw": "x", "span": {"start": 6, "end": 10}}]),
            (1, 0, 0),
            id="not there",
        ),
        pytest.param(
            kreis(contacts=[{"raw": "", "span": {"start": 9, "end": 99}}]),
            (1, 4, 0),
            id="outside",
        ),
    ],
)
def test_contract_is_checked(record: Json, expected: tuple[int, int, int]) -> None:
    bad, twice, lost = check(record, TEXT)
    assert (len(bad), twice, lost) == expected
