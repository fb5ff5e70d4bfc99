"""Numbers as offices print them; the lines stand in tests/cases/numbers.toml."""

import tomllib
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.emails import find_emails
from pipeline.mentions.phones import Phone, find_phones
from pipeline.mentions.websites import find_websites
from pipeline.text import Span, Text

CASES: Final = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "numbers.toml").read_text(encoding="utf-8")
)
assert len(CASES["with_number"]) >= 150
assert len(CASES["without_number"]) >= 80

SIZE: Final = 250_000
WORST: Final = [
    *[
        "0",
        "1 ",
        "0 ",
        "1.",
        "0.",
        "1\n",
        "0\n",
        "0\n-",
        "0/",
        "0-",
        "1, ",
        "(0",
        "(",
        "+4",
        "+49 ",
    ],
    *[
        "030 ",
        "030 23125-014 ",
        "Tel.: 123 ",
        "Tel. ",
        "- ",
        "\n",
        "A ",
        "08.30 - ",
        "115 ",
        "DE12 1234 ",
    ],
    *["030 23125-014/-015 ", "Telefon\n030 23125-014\n", "Telefon\n", "12345 Ab\n", "@"],
]


def found(characters: str) -> tuple[Phone, ...]:
    """Find the phones as the pipeline does: after mails and web addresses."""
    text = Text.of(characters)
    claimed = [mail.span for mail in find_emails(text)]
    claimed += [site.span for site in find_websites(text, claimed)]
    return find_phones(text, claimed)


@pytest.mark.parametrize(
    ("line", "expected"),
    [pytest.param(case["text"], case["finds"], id=case["text"]) for case in CASES["with_number"]],
)
def test_printed_number_is_read(line: str, expected: list[list[str]]) -> None:
    assert [[p.kind, p.raw, p.e164 or ""] for p in found(line)] == expected


@pytest.mark.parametrize("line", CASES["without_number"])
def test_what_is_no_number_is_left_alone(line: str) -> None:
    assert found(line) == ()


@pytest.mark.parametrize(
    ("line", "label"),
    [
        pytest.param("Tel.: 030 23125-014", "Tel", id="before"),
        pytest.param("030 23125-014 (Fax)", "Fax", id="behind, in brackets"),
        pytest.param("Telefon:\n030 23125-014", "Telefon:", id="on the line above"),
        pytest.param("030 23125-014", None, id="none"),
    ],
)
def test_label_leads_back_to_the_text(line: str, label: str | None) -> None:
    (phone,) = find_phones(Text.of(line))
    assert (phone.label and line[phone.label.start : phone.label.end]) == label


@pytest.mark.parametrize(
    ("line", "area"),
    [
        pytest.param("030 23125-014", "Berlin", id="area code"),
        pytest.param("0221 4710-123", "Köln", id="german name of the place"),
        pytest.param("0171 3920012", None, id="mobile"),
        pytest.param("Tel. 115", None, id="short number"),
    ],
)
def test_area_is_the_place_of_the_area_code(line: str, area: str | None) -> None:
    (phone,) = find_phones(Text.of(line))
    assert phone.area == area


def test_claimed_stretches_hold_no_number() -> None:
    text = Text.of("x030 23125-014 und 030 23125-015")
    assert [p.raw for p in find_phones(text, [Span(0, 14)])] == ["030 23125-015"]
    assert find_phones(Text.of("030 23125-014"), [Span(0, 13)]) == ()


@given(st.text(alphabet="0123456789+()/-., \nTelFax:@ab", max_size=60))
def test_any_text_gives_sorted_grounded_numbers(characters: str) -> None:
    phones = find_phones(Text.of(characters))
    assert all(characters[p.span.start : p.span.end] == p.raw for p in phones)
    assert [p.span.start for p in phones] == sorted(p.span.start for p in phones)


@pytest.mark.timeout(30)  # up to 5 s on a busy machine; a quadratic step takes minutes
@pytest.mark.parametrize("unit", WORST, ids=repr)
def test_worst_input_takes_linear_time(unit: str) -> None:
    find_phones(Text.of((unit * SIZE)[:SIZE]))
