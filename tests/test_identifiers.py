import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.identifiers import counted, slug, told_apart

FIRST, SECOND, THIRD = ["a.kern@k.de"], ["a.kern2@k.de"], ["anna.kern-b@k.de"]


def ids(*contacts: list[str]) -> dict[str, str]:
    """Return the id of each of these Anna Kerns, by her mail."""
    numbered = told_apart(["09901/anna-kern"] * len(contacts), contacts)
    return {mail: identity for (mail, *_), identity in zip(contacts, numbered, strict=True)}


def test_shortest_address_keeps_the_plain_id() -> None:
    assert ids(SECOND, FIRST)[FIRST[0]] == "09901/anna-kern"
    assert ids(FIRST)[FIRST[0]] == ids(FIRST, SECOND)[FIRST[0]] == "09901/anna-kern"


@pytest.mark.parametrize(
    "around",
    [
        pytest.param([THIRD, FIRST, SECOND], id="inserted before"),
        pytest.param([FIRST, THIRD, SECOND], id="inserted between"),
        pytest.param([FIRST, SECOND, THIRD], id="inserted behind"),
        pytest.param([SECOND, FIRST], id="the other way round"),
    ],
)
def test_number_stays_whoever_else_comes(around: list[list[str]]) -> None:
    before, after = ids(FIRST, SECOND), ids(*around)
    assert {mail: after[mail] for mail in before} == before


def test_number_does_not_depend_on_others_that_are_numbered() -> None:
    assert ids(FIRST, SECOND, THIRD)[THIRD[0]] == ids(FIRST, THIRD)[THIRD[0]]


@given(st.lists(st.sampled_from(["a", "a-2", "b"]), max_size=8), st.data())
def test_ids_are_unique(wanted: list[str], data: st.DataObject) -> None:
    traits = [
        data.draw(st.lists(st.sampled_from(["x@k.de", "y@k.de"]), max_size=2)) for _ in wanted
    ]
    for numbered in (told_apart(wanted, traits), counted(wanted)):
        assert len(set(numbered)) == len(wanted)
        assert all(i.startswith(w) for i, w in zip(numbered, wanted, strict=True))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.emails()), max_size=8, unique=True))
def test_order_does_not_count(wanted: list[tuple[str, str]]) -> None:
    def numbered(items: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
        given_ids = told_apart([name for name, _ in items], [[mail] for _, mail in items])
        return dict(zip(items, given_ids, strict=True))

    assert numbered(wanted) == numbered(wanted[::-1])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("Anna-Lena  Öz", "anna-lena-oez", id="umlaut"),
        pytest.param("Łukasz Đorđević", "lukasz-dordevic", id="stroke"),
        pytest.param("O\u0308z", "oez", id="composed otherwise"),
        pytest.param("…", "-", id="nothing left"),
    ],
)
def test_slug(printed: str, expected: str) -> None:
    assert slug(printed) == expected
