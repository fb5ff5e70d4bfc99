from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.furniture import Furniture, take_out_furniture
from pipeline.german import load_toml

ROOT: Final = Path(__file__).parent.parent
TEXT: Final = (
    "Im Kreis Altmühlau gibt es viel zu tun, und viele packen mit an. " * 4 + "Das freut uns."
)


def pages(*ends: str, text: str = TEXT) -> str:
    """Print the text once per page, each with its end below."""
    return "\n\n".join(f"{text}\n\n{end}" for end in ends)


def texts(taken: tuple[Furniture, ...]) -> list[str]:
    return [one.text for one in taken]


@pytest.mark.parametrize(
    "ends",
    [
        pytest.param(("12", "13", "14"), id="number alone"),
        pytest.param(("8", "10", "14"), id="pages without a number"),
        pytest.param(("- 12 -", "- 13 -", "- 14 -"), id="between hyphens"),
        pytest.param(("– 12 –", "– 13 –", "– 14 –"), id="between dashes"),
        pytest.param(("Seite 1", "Seite 2", "Seite 3"), id="word"),
        pytest.param(("Seite 7 von 40", "Seite 8 von 40", "Seite 9 von 40"), id="of all"),
        pytest.param(("7/40", "8/40", "9/40"), id="slash"),
        pytest.param(("| 7", "| 8", "| 9"), id="stroke"),
        pytest.param(("7 | Landleben", "8 | Landleben", "9 | Landleben"), id="title behind"),
        pytest.param(("Landleben | 7", "Landleben | 8", "Landleben | 9"), id="title before"),
        pytest.param(("Am Dorf – Seite 7", "Am Dorf – Seite 8", "Am Dorf – Seite 9"), id="all"),
        pytest.param(("        12", "        13", "        14"), id="indented"),
    ],
)
def test_page_number_is_taken_out(ends: tuple[str, ...]) -> None:
    text, taken = take_out_furniture(pages(*ends))
    assert texts(taken) == [end.strip() for end in ends]
    assert text.split() == (TEXT * len(ends)).replace(".Im", ". Im").split()


def test_left_and_right_pages_may_differ() -> None:
    ends = (
        "2 | Landleben",
        "Am Dorf | 3",
        "4 | Landleben",
        "Am Dorf | 5",
        "6 | Landleben",
        "Am Dorf | 7",
    )
    assert texts(take_out_furniture(pages(*ends))[1]) == list(ends)


@pytest.mark.parametrize(
    "ends",
    [
        pytest.param(("12", "13"), id="two only"),
        pytest.param(("14", "13", "12"), id="descending"),
        pytest.param(("3", "42", "115"), id="figures"),
        pytest.param(("2021", "2022", "2023"), id="years"),
        pytest.param(("- 12", "- 13", "- 14"), id="bullets"),
        pytest.param(("12.", "13.", "14."), id="list numbers"),
        pytest.param(("12)", "13)", "14)"), id="list numbers with a bracket"),
        pytest.param(("Zimmer 12", "Zimmer 13", "Zimmer 14"), id="rooms"),
        pytest.param(("Ziele", "Ziele", "Ziele"), id="sub-heading"),
        pytest.param(("Ansprechpartner:", "Ansprechpartner:", "Ansprechpartner:"), id="label"),
        pytest.param(("Börde ..... 7", "Börde ..... 8", "Börde ..... 9"), id="table of contents"),
        pytest.param(("Landkreis Börde 7", "Landkreis Börde 8", "Landkreis Börde 9"), id="Kreis"),
        pytest.param(
            ("Tel. 030 23125-014", "Tel. 030 23125-015", "Tel. 030 23125-016"), id="phones"
        ),
        pytest.param(("Am Bölt 27", "Auf der Au 28", "Im Tal 29"), id="streets"),
    ],
)
def test_what_may_be_text_stays(ends: tuple[str, ...]) -> None:
    assert take_out_furniture(pages(*ends)) == (pages(*ends), ())


@pytest.mark.parametrize(
    "characters",
    [
        pytest.param("1\nKurse\n2\nFeste\n3\nBeratung\n4\nRat", id="list"),
        pytest.param("Altmühlau\nSeite 4\nHohenau\nSeite 6\nMusterau\nSeite 8", id="contents"),
        pytest.param("\n".join(f"{n}\n{TEXT}" for n in (1, 2, 3)), id="chapters"),
        pytest.param(
            "\n".join(f"Unser Baustein {n}\n{TEXT}" for n in (1, 2, 3)), id="counted titles"
        ),
    ],
)
def test_numbers_that_order_the_text_stay(characters: str) -> None:
    assert take_out_furniture(characters) == (characters, ())


def test_running_title_beside_page_numbers_is_taken_out() -> None:
    ends = [f"{number}\n\nLandleben heute\nBericht 2024" for number in (7, 8, 9)]
    text, taken = take_out_furniture(pages(*ends))
    assert taken == (
        Furniture("7", 1),
        Furniture("Landleben heute", 3),
        Furniture("Bericht 2024", 3),
        Furniture("8", 1),
        Furniture("9", 1),
    )
    assert "Bericht" not in text


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ziele", id="sub-heading"),
        pytest.param("Kontakt:", id="label"),
        pytest.param("Landkreis Börde", id="Kreis"),
        pytest.param("Landkreis", id="first line of a heading"),
        pytest.param("Landrätin", id="office holder below a quote"),
        pytest.param("Amt für Integration", id="office"),
        pytest.param("www.kreis-altmuehlau.de", id="website"),
        pytest.param("info@kreis-altmuehlau.de", id="mail"),
        pytest.param("Telefon 030 23125-014", id="phone"),
        pytest.param("12345 Altmühlau", id="post code"),
        pytest.param("Wir machen mit!", id="sentence"),
    ],
)
def test_line_that_comes_back_on_every_page_stays(line: str) -> None:
    characters = "\f".join([f"{TEXT}\n{line}\n"] * 5)
    text, taken = take_out_furniture(characters)
    assert taken == ()
    assert text.count(line) == 5


def test_line_that_also_stands_within_pages_stays() -> None:
    characters = "\f".join([f"Gut zu wissen\n{TEXT}\nGut zu wissen\n{TEXT}\n"] * 5)
    assert take_out_furniture(characters)[1] == ()


def test_title_of_the_brochure_stays_where_it_also_runs() -> None:
    text, taken = take_out_furniture("\f".join([f"Landleben heute\n\n{TEXT}\n"] * 4))
    assert taken == (Furniture("Landleben heute", 3),)
    assert text.startswith("Landleben heute\n\nIm Kreis")


def test_running_title_with_a_separator_is_no_title() -> None:
    text, taken = take_out_furniture("\f".join([f"Landleben | Bericht\n\n{TEXT}\n"] * 4))
    assert taken == (Furniture("Landleben | Bericht", 4),)
    assert text.startswith("Im Kreis")


@pytest.mark.parametrize(
    ("before", "behind", "joint"),
    [
        pytest.param("Viele Menschen", "kommen gern", "\n", id="small letter"),
        pytest.param("Ein Drittel der", "Menschen kommt", "\n", id="article"),
        pytest.param("Vereine,", "Schulen und Höfe", "\n", id="comma"),
        pytest.param("Die Zuge-", "wanderten kommen", "\n", id="broken word"),
        pytest.param("im Nord-", "Süd-Gefälle", "\n", id="broken coupling"),
        pytest.param("Viele kommen gern.", "es regnet", "\n\n", id="full stop"),
        pytest.param("„Wir kommen“", "sagt man", "\n\n", id="quotation mark"),
        pytest.param("Ziele", "Beratung im Ort", "\n\n", id="capital"),
        pytest.param("Ziele", "• mehr Beratung", "\n\n", id="bullet"),
        pytest.param("Ein Satz " * 20 + "ohne Ende", "Menschen hier", "\n", id="long line"),
        pytest.param("Ein Satz " * 20 + "ohne Ende", "Landkreis Börde", "\n\n", id="heading"),
    ],
)
@pytest.mark.parametrize("end", ["\f", "\n\f", "\n\n\f\n", "\f\f"])
def test_sentence_goes_on_overleaf(before: str, behind: str, joint: str, end: str) -> None:
    assert take_out_furniture(f"{before}{end}{behind}") == (f"{before}{joint}{behind}", ())


def test_halves_of_a_paragraph_are_adjacent_without_the_page_number() -> None:
    text = f"{TEXT}\n\nDas Amt hilft"
    found, _ = take_out_furniture(pages("7", "8", "9", text=text) + "\n\nauch dort")
    assert found.endswith("Das Amt hilft\nauch dort")


def test_words_of_the_table_are_proved_by_their_examples() -> None:
    table = load_toml("furniture.toml")
    for word in table["page"]["words"]:
        ends = [table["page"]["example"].format(word).replace("12", str(n)) for n in (12, 13, 14)]
        assert texts(take_out_furniture(pages(*ends))[1]) == ends
    for sign in table["separator"]["words"]:
        ends = [table["separator"]["example"].format(sign).replace("12", str(n)) for n in (7, 8, 9)]
        assert texts(take_out_furniture(pages(*ends))[1]) == ends
    for word in table["goes_on"]["words"]:
        printed = table["goes_on"]["example"].format(word)
        assert take_out_furniture(f"{printed}\fMenschen") == (f"{printed}\nMenschen", ())
    for word in table["office"]["words"]:
        line = table["office"]["example"].format(word)
        assert take_out_furniture("\f".join([f"{TEXT}\n{line}"] * 4))[1] == ()


@pytest.mark.parametrize(
    "characters",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n  \n", id="white space"),
        pytest.param("12\n\n12\n\n12", id="one number again and again"),
        pytest.param(" Ein Satz. \n\n\n  Noch einer.\n", id="blank lines and indents"),
    ],
)
def test_text_without_furniture_stays(characters: str) -> None:
    assert take_out_furniture(characters) == (characters, ())


def test_furniture_alone_is_the_text() -> None:
    assert (
        take_out_furniture("Landleben 1\n\fLandleben 2\n\fLandleben 3")[0].count("Landleben") == 3
    )


def test_brochure_without_page_numbers_stays_as_it_is() -> None:
    characters = (ROOT / "raw/land-zuhause-zukunft.txt").read_text("utf-8-sig")
    assert take_out_furniture(characters) == (characters, ())


LINES: Final = (TEXT, "Landleben heute\n", "Ziele\n", "weiter", "Ende.", "Zuge-")
GAPS: Final = ("\f", "\n", "\n\n", " ")
NUMBERS: Final = [f"{n}\n" for n in range(1, 9)] + [f"Am Dorf | {n}\n" for n in range(1, 5)]
PIECES: Final = [*NUMBERS, *LINES, *GAPS]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_second_run_finds_nothing(characters: str) -> None:
    text, _ = take_out_furniture(characters)
    assert take_out_furniture(text) == (text, ())


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_but_the_lines_listed_is_lost(characters: str) -> None:
    text, taken = take_out_furniture(characters)
    gone = sum(one.count * len("".join(one.text.split())) for one in taken)
    assert len("".join(characters.split())) == len("".join(text.split())) + gone
    assert "\f" not in text


@pytest.mark.parametrize(
    "characters",
    [
        pytest.param("\f" * 300_000, id="form feeds"),
        pytest.param("a\n\f" * 100_000, id="one letter per page"),
        pytest.param("1\n" * 200_000, id="ones"),
        pytest.param("".join(f"{n % 999}\n" for n in range(100_000)), id="numbers"),
        pytest.param("1" * 10_000_000, id="one long line"),
        pytest.param("\n" * 1_000_000, id="line feeds"),
    ],
)
def test_time_is_linear(characters: str) -> None:
    # a quadratic step would take minutes, and pytest-timeout is the assertion
    take_out_furniture(characters)
