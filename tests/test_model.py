"""A trained pipeline that a user names with `--model`; here one that the test builds."""

from pathlib import Path

import pytest
import spacy

from tests.reading import read_brochure

TEXT = "Landkreis Celle\n\nUnterstützt werden wir durch das Jobcenter und Quendlhub.\n"


@pytest.fixture
def model(tmp_path: Path) -> str:
    """Save a pipeline that knows one organisation and one person; return where."""
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]  # spaCy types components as callables
        [{"label": "ORG", "pattern": "Quendlhub"}, {"label": "PER", "pattern": "Xaverl Quendl"}]
    )
    nlp.meta["name"], nlp.meta["version"] = "tiny", "1.2.3"
    nlp.to_disk(tmp_path / "tiny")
    return str(tmp_path / "tiny")


def test_model_is_named_in_the_record(model: str) -> None:
    assert read_brochure(TEXT, model=model).brochure.generator.model == "de_tiny 1.2.3"
    assert read_brochure(TEXT).brochure.generator.model is None


def test_nothing_is_missing_with_a_model(model: str) -> None:
    with_model = read_brochure(TEXT, model=model).brochure.landkreise[0].partners
    without = read_brochure(TEXT).brochure.landkreise[0].partners
    assert {partner.name for partner in without} <= {partner.name for partner in with_model}


def test_organisation_that_the_model_knows_is_evidence(model: str) -> None:
    text = "Landkreis Celle\n\nUnterstützt werden wir durch Quendlhub.\n"
    (section,) = read_brochure(text, model=model).brochure.landkreise
    assert [(p.name, p.kind) for p in section.partners] == [("Quendlhub", "organisation")]
    assert read_brochure(text).brochure.landkreise[0].partners == ()


def test_person_that_the_model_knows_is_evidence(model: str) -> None:
    text = "Landkreis Celle\n\nUnterstützt werden wir durch Xaverl Quendl.\n"
    (section,) = read_brochure(text, model=model).brochure.landkreise
    assert [(p.name, p.kind) for p in section.partners] == [("Xaverl Quendl", "person")]


def test_model_that_is_not_installed_is_told() -> None:
    with pytest.raises(OSError, match="de_nowhere"):
        read_brochure(TEXT, model="de_nowhere")
