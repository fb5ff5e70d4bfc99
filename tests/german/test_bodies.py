import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.german import load_toml
from pipeline.german.bodies import head_of, is_legal_form, is_of_state, legal_form_at_end

TABLE = load_toml("bodies.toml")
ROWS = [row for block in (*TABLE["heads"], *TABLE["names"]) for row in block["rows"]]
EXCLUDED = [(head, compound) for head, words in TABLE["not"].items() for compound in words]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_word_is_found_in_its_example(row: list[str]) -> None:
    heads = [head_of(word) for word in row[3].removesuffix(".").split()]
    feminine = row[0].removesuffix("e") + "in"
    assert any(head and head.word in (row[0], feminine) for head in heads)


def test_words_are_unique() -> None:
    words = [row[0] for row in ROWS]
    assert len(words) == len(set(words)) > 300


@pytest.mark.parametrize(("head", "compound"), EXCLUDED)
def test_excluded_compound_is_no_such_body(head: str, compound: str) -> None:
    found = head_of(compound.capitalize())
    assert found is None or found.word != head


@pytest.mark.parametrize(
    ("printed", "word", "number"),
    [
        pytest.param("Jugendamt", "amt", "singular", id="compound"),
        pytest.param("Jugendamtes", "amt", "singular", id="long genitive"),
        pytest.param("Jugendamts", "amt", "singular", id="short genitive"),
        pytest.param("Jugendämtern", "amt", "plural", id="dative plural"),
        pytest.param("Kreisverbände", "kreisverband", "plural", id="plural with umlaut"),
        pytest.param("DRK-Kreisverbandes", "kreisverband", "singular", id="behind a hyphen"),
        pytest.param("Johanniter-Unfall-Hilfe", "unfallhilfe", "singular", id="hyphens inside"),
        pytest.param("JOBCENTER", "jobcenter", None, id="capitals, either number"),
        pytest.param("Schwalm-Auetal-Kreis", "kreis", "singular", id="Kreis with hyphens"),
        pytest.param("„Bündnis", "bündnis", "singular", id="behind a quotation mark"),
        pytest.param("AWO", "AWO", "singular", id="abbreviation"),
        pytest.param("Familienzentren", "familienzentrum", "plural", id="plural in -en"),
        pytest.param("Akteurinnen", "akteurin", "plural", id="feminine"),
        pytest.param("Ehrenamtlichen", "ehrenamtliche", None, id="adjectival"),
    ],
)
def test_head(printed: str, word: str, number: str | None) -> None:
    head = head_of(printed)
    assert head is not None
    assert head.word == word
    assert number is None or head.number == number


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("Samt", id="too short before amt"),
        pytest.param("Gesamt", id="gesamt"),
        pytest.param("Beamter", id="official"),
        pytest.param("Ingolstadt", id="place in -stadt"),
        pytest.param("Hoffmann", id="family in -mann"),
        pytest.param("Neuhaus", id="family in -haus"),
        pytest.param("Vertrag", id="-ag"),
        pytest.param("Zielgruppen", id="target group"),
        pytest.param("Haltestelle", id="bus stop"),
        pytest.param("Kolleginnen-", id="elliptic"),
        pytest.param("Bahnhof", id="station"),
        pytest.param("jugendamt", id="small letter"),
        pytest.param("", id="empty"),
    ],
)
def test_no_head(word: str) -> None:
    assert head_of(word) is None


@pytest.mark.parametrize(
    ("name", "form"),
    [
        pytest.param("Brücken bauen e. V.", "e. V.", id="spaced"),
        pytest.param("Brücken bauen e.V.", "e.V.", id="not spaced"),
        pytest.param("Jugendhilfe Auetal gGmbH", "gGmbH", id="gGmbH"),
        pytest.param("Kreisklinik gAöR", "gAöR", id="gAöR"),
        pytest.param("Brücken bauen", None, id="none"),
        pytest.param("TAG", None, id="inside a word"),
    ],
)
def test_legal_form_at_the_end(name: str, form: str | None) -> None:
    assert legal_form_at_end(name) == form
    assert form is None or is_legal_form(form)


@given(st.text(alphabet=string.printable + "äöüßé„“–", max_size=60))
def test_no_word_makes_it_raise(word: str) -> None:
    head = head_of(word)
    assert head is None or re.search(r"\w", word)


@pytest.mark.parametrize("name", TABLE["of_state"]["names"])
def test_office_of_the_bund_by_its_name(name: str) -> None:
    assert is_of_state(name)


@pytest.mark.parametrize("opening", TABLE["of_state"]["openings"])
def test_office_of_bund_or_land_by_its_beginning(opening: str) -> None:
    assert is_of_state(f"{opening}sprachenamt".capitalize())
    assert not is_of_state("Sprachenamt")
