import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.read import Raw
from pipeline.repair import repair, repair_characters

BROCHURES = sorted((Path(__file__).parents[1] / "raw").glob("*.txt"))


@pytest.mark.parametrize(
    ("damaged", "whole", "kinds"),
    [
        pytest.param("a\r\nb\rc\n", "a\nb\nc\n", [], id="line ends"),
        pytest.param("a\vb\fc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf", [], id="rare line ends"),
        pytest.param("a\r\r\nb", "a\n\nb", [], id="two line ends"),
        pytest.param("Ko\u0308ln", "Köln", ["normal form"], id="letter and accent"),
        pytest.param("Tel.\u00a0030\u202f23125", "Tel. 030 23125", ["spaces"], id="spaces"),
        pytest.param("Haus\u00adarzt", "Hausarzt", ["soft hyphens"], id="soft hyphen"),
        pytest.param("Haus\u00ad\r\n  arzt", "Hausarzt", ["line breaks"], id="at a line end"),
        pytest.param("Haus\u00ad arzt", "Hausarzt", ["soft hyphens"], id="before a lost line end"),
        pytest.param(
            "Haus\u00ad\n\nArzt", "Haus\n\nArzt", ["soft hyphens"], id="at a paragraph end"
        ),
        pytest.param("O\ufb03zier, A\ufb00e", "Offizier, Affe", ["ligatures"], id="ligatures"),
        pytest.param("Nord\u2011Süd", "Nord-Süd", ["hyphens"], id="no-break hyphen"),
        pytest.param(
            "www.\u200bkreis.de", "www.kreis.de", ["invisible characters"], id="zero width"
        ),
        pytest.param("\u260e\ufe0f 030", "\u260e 030", ["invisible characters"], id="emoji style"),
        pytest.param("Land\x00kreis\x07", "Landkreis", ["controls"], id="controls"),
        pytest.param("fÃ¼r GrÃ¶ÃŸe", "für Größe", ["mojibake"], id="UTF-8 as Windows-1252"),
        pytest.param("f√ºr ‚ÄûGr√∂√üe‚Äú", "für „Größe“", ["mojibake"], id="UTF-8 as MacRoman"),
        pytest.param("f├╝r ÔÇ×alleÔÇ£", "für „alle“", ["mojibake"], id="UTF-8 as DOS"),
        pytest.param("â€žJaâ€œ und für", "„Ja“ und für", ["mojibake"], id="mixed with whole text"),
        pytest.param("\x84Ja\x93 \x96 \x85", "„Ja“ – …", ["C1 controls"], id="Latin-1 by mistake"),
        pytest.param("B\udcfcro", "Büro", ["stray bytes"], id="stray byte"),
        pytest.param("\ud800", "\ufffd", ["stray bytes"], id="half a character"),
    ],
)
def test_damage_is_repaired(damaged: str, whole: str, kinds: list[str]) -> None:
    repaired = repair_characters(damaged)
    assert repaired.text.characters == whole
    assert [each.kind for each in repaired.repairs] == kinds


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param("‚Ämter‘ und Ä… und „Å“", id="looks like mojibake"),
        pytest.param("SÃO PAULO, Â, â la carte", id="foreign capitals"),
        pytest.param("Tel. 030/23125–014 − 15 ½ m²", id="signs"),
        pytest.param("Şahin, Łódź, Nguyễn, محمد", id="names"),
        pytest.param("a\tb  c\n\n\n d ", id="blanks and tabs"),
        pytest.param("", id="nothing"),
    ],
)
def test_whole_text_stays_as_it_is(whole: str) -> None:
    repaired = repair_characters(whole)
    assert repaired.text.characters == whole
    assert repaired.repairs == ()


@pytest.mark.parametrize("path", BROCHURES, ids=lambda path: path.stem)
def test_brochure_without_damage_stays_as_it_is(path: Path) -> None:
    characters = path.read_bytes().decode()
    assert repair_characters(characters).text.characters == characters


def test_each_kind_is_reported_once_with_its_count() -> None:
    (spaces, ligatures) = repair_characters("\u00a0a\u00a0 ﬁ").repairs
    assert (spaces.count, ligatures.count) == (2, 1)
    assert spaces.message == "No-break and thin spaces were replaced by blanks in 2 places."
    assert ligatures.message == "Ligatures were split into their letters in 1 place."


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_misread_brochure_is_as_good_as_new(encoding: str) -> None:
    # the bytes that have no character come from decode() as surrogates
    whole = "„Für Größe“, sagt Ömer – und § 16 Łódź…"
    damaged = whole.encode().decode(encoding, "surrogateescape")
    assert repair_characters(damaged).text.characters == whole


def test_page_starts_move_with_the_text() -> None:
    pages = ["Haus\u00adarzt\r\n", "\ufb01x ", "Ende"]
    starts = (0, len(pages[0]), len(pages[0] + pages[1]))
    raw = Raw(Path("a.pdf"), "a.pdf", "0", "application/pdf", None, "".join(pages), starts, ())
    text = repair(raw).text
    assert text.characters == "Hausarzt\nfix Ende"
    assert text.page_starts == (0, 9, 13)
    assert text.page(text.characters.index("Ende")) == 3


MOJIBAKE = ["Ã¼", "â€ž", "√º", "├╝", "‚Ä", "\x93", "\udcfc"]
INVISIBLE = ["\xad", "\u200b", "\x00", "\u0308", "\u00a0", "\n", "\r", "\x85"]
PIECES = st.sampled_from([*MOJIBAKE, *INVISIBLE, "u", "ﬁ", "Ä", "…", "-", "ß", " "])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
@example("Ã\u200b¼")
@example("u\u200b\u0308")
@example("\xad\u00ad \r\n\xada")
@example("\r\u200b\n")
def test_repaired_text_needs_no_second_repair(characters: str) -> None:
    once = repair_characters(characters).text.characters
    again = repair_characters(once)
    assert (again.text.characters, again.repairs) == (once, ())
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    once.encode("utf-8")


@pytest.mark.parametrize(
    "characters",
    [
        pytest.param("a" * 10_000_000, id="nothing to do"),
        pytest.param("\u00ad \u00a0ﬁ" * 500_000, id="everything to do"),
        pytest.param("Ã¼" * 500_000 + "Å", id="one broken word"),
        pytest.param("\u00ad" * 1_000_000, id="soft hyphens"),
        pytest.param("\u00ad" + " " * 1_000_000, id="blanks behind a soft hyphen"),
    ],
)
def test_long_line_takes_linear_time(characters: str) -> None:
    repair_characters(characters)  # pytest-timeout is the assertion
