import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pipeline.diff import compare, parse
from pipeline.write import as_json
from schemas import Paragraph
from schemas.changes import Change, Comparison, Comparisons
from schemas.publish import SCHEMAS, as_schema, published
from schemas.publish import as_text as schema_as_text
from tests.editions import edition, paragraph
from tests.random_edits import Maker, build, reordered, told


def mirrored(change: Change) -> Change:
    kinds = {"added": "removed", "removed": "added"}
    return Change.model_validate(
        change.model_dump()
        | {
            "kind": kinds.get(change.kind, change.kind),
            "before": change.after,
            "after": change.before,
            "old": change.new and change.new.model_dump(),
            "new": change.old and change.old.model_dump(),
        }
    )


def by_words(changes: list[Change]) -> list[str]:
    return sorted(change.model_dump_json() for change in changes)


@given(st.randoms(use_true_random=False))
def test_diff_reports_exactly_the_edits(random: Random) -> None:
    old, new, edits = build(random)
    assert sorted(map(told, compare(old, new)), key=str) == sorted(edits, key=str)


@given(st.randoms(use_true_random=False))
def test_diff_the_other_way_round_mirrors_it(random: Random) -> None:
    old, new, _ = build(random)
    there, back = compare(old, new), compare(new, old)
    assert by_words([mirrored(change) for change in back]) == by_words(list(there))


@given(st.randoms(use_true_random=False))
def test_brochure_has_no_change_against_itself(random: Random) -> None:
    _, brochure, _ = build(random)
    assert compare(brochure, brochure) == ()
    assert compare(parse(as_json(brochure).encode()), brochure) == ()


@pytest.mark.parametrize("name", SCHEMAS)
def test_published_schemas_equal_the_models(name: str) -> None:
    assert published(name).read_text(encoding="utf-8") == schema_as_text(name), "run `make schema`"


CHANGES = Draft202012Validator(as_schema("changes"))


@given(st.randoms(use_true_random=False))
def test_changes_have_the_published_schema(random: Random) -> None:
    old, new, _ = build(random)
    comparison = Comparison(old="a", new="b", changes=compare(old, new))
    told = Comparisons(changes_version="1.0", comparisons=(comparison,)).model_dump_json()
    assert list(CHANGES.iter_errors(json.loads(told))) == []


@given(st.randoms(use_true_random=False))
def test_brochure_that_is_only_set_anew_has_no_change(random: Random) -> None:
    maker = Maker(random)
    drafts = [maker.section(identity) for identity in ("09901", "09902", "09903")]
    old = edition(*(draft.record() for draft in drafts))
    for draft in drafts:
        reordered(maker, draft)
        draft.paragraphs = [
            part
            for each in draft.paragraphs
            # a column breaks it in two, at any blank
            for part in broken(each, random.randrange(len(each.text)))
        ]
    random.shuffle(drafts)
    assert compare(old, edition(*(draft.record() for draft in drafts))) == ()


def broken(whole: Paragraph, place: int) -> list[Paragraph]:
    cut = whole.text.find(" ", place)
    pieces = [whole.text[:cut], whole.text[cut + 1 :]] if cut > 0 else [whole.text]
    return [paragraph(piece) for piece in pieces]
