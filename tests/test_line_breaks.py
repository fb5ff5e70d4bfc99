import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.german import load_csv, load_toml
from pipeline.line_breaks import join_line_breaks
from pipeline.text import fold

ROOT: Final = Path(__file__).parent.parent
BREAKS: Final = tomllib.loads((ROOT / "tests/cases/line_breaks.toml").read_text("utf-8"))["break"]
assert BREAKS


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        pytest.param("Die Zuge-\nwanderten im Ort", "Die Zugewanderten\nim Ort", id="word"),
        pytest.param("von Nord-\nSüd und West", "von Nord-Süd\nund West", id="coupling"),
        pytest.param(
            "Die Zuge-\nwanderten\nim Ort", "Die Zugewanderten\nim Ort", id="one word left"
        ),
        pytest.param("Die Zuge-\nwanderten", "Die Zugewanderten", id="end of the text"),
        pytest.param(
            "Die Zuge-\nwanderten\n\nOrt", "Die Zugewanderten\n\nOrt", id="paragraph stays"
        ),
        pytest.param("• Zuge-\n  wanderte da", "• Zugewanderte\nda", id="hanging indent"),
        pytest.param("Zuge- \nwanderte da", "Zugewanderte\nda", id="blank before the line feed"),
        pytest.param("Zu-\nge-\nwan-\nderte da", "Zugewanderte\nda", id="broken three times"),
        pytest.param("Rhein-\nMain- und Ruhr", "Rhein-Main- und\nRuhr", id="ends in an ellipsis"),
        pytest.param("Sucht-\n, Schuld- und", "Sucht-,\nSchuld- und", id="comma moves up"),
        pytest.param("Zuge\xad\nwanderte da", "Zugewanderte\nda", id="soft hyphen"),
        pytest.param("Zuge¬\nwanderte da", "Zugewanderte\nda", id="not sign of old exports"),
        pytest.param(
            "EU\u2010\nBüro am", "EU\u2010Büro\nam", id="Unicode hyphen is kept as printed"
        ),
        pytest.param("Telefon 030 23125-\n014, Fax", "Telefon 030 23125-014,\nFax", id="extension"),
        pytest.param("Bericht 2021-\nEva", "Bericht 2021-Eva", id="year is no number"),
        pytest.param("Tel. 030 23125\n-014", "Tel. 030 23125-014", id="hyphen on the next line"),
        pytest.param("mobil 0171-\n39200 45 da", "mobil 0171-39200 45\nda", id="number in groups"),
        pytest.param("8.00–\n12.00 Uhr", "8.00–12.00\nUhr", id="range"),
        pytest.param(
            "kern@\nkreis-au.de, Zi. 2", "kern@kreis-au.de,\nZi. 2", id="after the at sign"
        ),
        pytest.param("info@kreis-\nau.de\nTel.", "info@kreis-au.de\nTel.", id="host name"),
        pytest.param("info@\nkreis-\nau.de", "info@kreis-au.de", id="host name broken twice"),
        pytest.param(
            "h.berg [at] kreis-\nau.de", "h.berg [at] kreis-au.de", id="disguised, behind"
        ),
        pytest.param("h-\nberg (at) kreis.de", "h-berg\n(at) kreis.de", id="disguised, before"),
        pytest.param("Siehe www.au.de/\nrat-hilfe da", "Siehe www.au.de/rat-hilfe\nda", id="path"),
        pytest.param(
            "alle Mitarbeiter\n:innen da", "alle Mitarbeiter:innen\nda", id="gender colon"
        ),
        pytest.param("Mitarbeiter-\nInnen da", "MitarbeiterInnen\nda", id="capital within a word"),
        pytest.param("KREISVER-\nWALTUNG AU", "KREISVERWALTUNG\nAU", id="capitals, word"),
        pytest.param("DRK-\nKREISVERBAND", "DRK-KREISVERBAND", id="capitals, abbreviation"),
        pytest.param(
            "öffentlich-\nrechtliche Bank", "öffentlich-rechtliche\nBank", id="adjectives"
        ),
        pytest.param(
            "deutsch-\nsprachige Eltern", "deutschsprachige\nEltern", id="no second adjective"
        ),
    ],
)
def test_break_is_repaired(printed: str, repaired: str) -> None:
    assert join_line_breaks(printed)[0] == repaired


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("Haupt-\nund Ehrenamt", id="ellipsis"),
        pytest.param("Haupt-\n  bzw. Ehrenamt", id="ellipsis, indented"),
        pytest.param("Kinder-,\nJugend- und Familienhilfe", id="ellipsis, comma"),
        pytest.param("Stellenangebote und\n-gesuche", id="ellipsis of the first part"),
        pytest.param("Beratung -\nkostenlos", id="spaced hyphen"),
        pytest.param("Beratung –\nkostenlos", id="dash"),
        pytest.param("Das wollen wir–\nund zwar bald", id="dash without blank"),
        pytest.param("Zuge-\n\nwanderte", id="blank line between"),
        pytest.param("Unsere Ziele-\n- Beratung\n- Hilfe", id="bullets"),
        pytest.param("Ein Satz.\n– Hella Berg, Landrätin", id="attribution"),
        pytest.param("Eltern-\n„Treff“", id="quotation mark"),
        pytest.param("Wir beraten gerne.\ninfo@kreis-au.de", id="full stop before a mail address"),
        pytest.param("info@kreis-au.de.\nwww.kreis-au.de", id="full stop after a mail address"),
        pytest.param("Mehr auf www.kreis-au.de.\nde Boer", id="address is complete"),
        pytest.param(
            "www.kreis-au.de/\nund in der Zeitung", id="sentence goes on after an address"
        ),
        pytest.param("Tel. 089 99998-\nEva Kurz   123", id="extensions below an open number"),
        pytest.param("Lindenweg 3 -Stadthaus-\n29221 Celle", id="house set apart"),
        pytest.param("Tel. 030 23125-014\n030 23125-015", id="two numbers"),
        pytest.param("Raum 12\n- 14 Plätze", id="bullet before a figure"),
        pytest.param("Folgen Sie uns auf\n@kreis_au", id="handle"),
        pytest.param("* innen\n: außen", id="signs alone"),
        pytest.param("-\n-\n-", id="hyphens alone"),
    ],
)
def test_line_end_stays(printed: str) -> None:
    assert join_line_breaks(printed) == (printed, 0)


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        pytest.param(
            "Das Café Bunt-\nspecht. Im Bunt-specht.",
            "Das Café Bunt-specht.\nIm Bunt-specht.",
            id="coupled elsewhere",
        ),
        pytest.param(
            "HELLA MÜLLER-\nBERG\nFrau Müller-Berg",
            "HELLA MÜLLER-BERG\nFrau Müller-Berg",
            id="name in capitals, coupled elsewhere",
        ),
    ],
)
def test_text_itself_shows_a_coupling(printed: str, repaired: str) -> None:
    assert join_line_breaks(printed)[0] == repaired


def words_with_examples() -> list[Any]:
    return [
        pytest.param(kind, group, word, id=f"{kind} {word}")
        for kind, groups in load_toml("line_breaks.toml").items()
        for group in groups
        for word in group["words"]
    ]


@pytest.mark.parametrize(("kind", "group", "word"), words_with_examples())
def test_word_is_proved_by_its_example(kind: str, group: dict[str, Any], word: str) -> None:
    broken = word.replace("-", "-\n") if kind in {"whole", "coupled"} else word
    printed = group["example"].format(broken)
    whole = word.replace("-", "") if kind == "whole" else word
    assert join_line_breaks(printed)[0] == group.get("repaired", printed).format(whole)


def test_labelled_list() -> None:
    right = [
        fold(join_line_breaks(f"{entry['before']}\n{entry['after']}")[0]) == entry["joined"]
        for entry in BREAKS
    ]
    assert sum(right) >= 0.97 * len(BREAKS)


def test_names_of_all_kreise_keep_their_hyphens() -> None:
    names = {row["official_name"] for row in load_csv("kreise.csv")}
    for name in sorted(names | {name.upper() for name in names}):
        assert fold(join_line_breaks(name.replace("-", "-\n"))[0]) == name


def test_brochure_without_broken_lines_stays_as_it_is() -> None:
    characters = (ROOT / "raw/land-zuhause-zukunft.txt").read_text("utf-8-sig")
    assert join_line_breaks(characters) == (characters, 0)


WORDS: Final = "Zuge wanderte Nord Süd und bzw. so wie als auch DRK MUSTER zu von 030 23125 014"
ADDRESSES: Final = "www. kreis au.de info@ .de @kreis-au.de :innen -innen / , – •"
GAPS: Final = ("\xad", "-", "-\n", "- ", "-\n  ", "\n", "\n\n", " ")
PIECES: Final = [*WORDS.split(), *ADDRESSES.split(), *GAPS]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_repaired_text_needs_no_second_repair(characters: str) -> None:
    repaired, _ = join_line_breaks(characters)
    assert join_line_breaks(repaired) == (repaired, 0)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_only_hyphens_and_white_space_change(characters: str) -> None:
    repaired, count = join_line_breaks(characters)
    gone = str.maketrans("", "", "-\xad \n")
    assert repaired.translate(gone) == characters.translate(gone)
    assert repaired.count("\n\n") <= characters.count("\n\n")
    assert (count == 0) == (repaired == characters)


@pytest.mark.parametrize(
    "characters",
    [
        pytest.param("-\n" * 500_000, id="hyphens"),
        pytest.param("a" * 10_000_000, id="one long line"),
        pytest.param("a-" * 2_000_000, id="one long coupling"),
        pytest.param("a-\n" * 60_000, id="one word in many lines"),
        pytest.param("a-\n" + "b- " * 100_000, id="many hyphens on the next line"),
        pytest.param(("-" + " " * 1000) * 1000, id="blanks behind hyphens"),
        pytest.param("a.\nb@c.de " * 30_000, id="addresses"),
    ],
)
def test_time_is_linear(characters: str) -> None:
    # a quadratic step would take minutes, and pytest-timeout is the assertion
    join_line_breaks(characters)
