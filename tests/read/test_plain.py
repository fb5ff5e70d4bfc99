import random
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.plain import EIGHT_BIT, NotTextError, decode

BROCHURE = next(iter((Path(__file__).parents[2] / "raw").glob("*.txt"))).read_text("utf-8")

SENTENCES = [
    pytest.param("Die Stadt Lübben grüßt „alle“ Bürger – wirklich.", id="all marks"),
    pytest.param("Größe", id="one word"),
    pytest.param("MÜNCHEN", id="capitals"),
    pytest.param("GRÖßE", id="sharp s among capitals"),
    pytest.param("Ämter und Öffnungszeiten", id="initial umlauts"),
    pytest.param("„Nur“", id="quotation marks alone"),
    pytest.param("»Nein«, sagt sie.", id="guillemets"),
    pytest.param("§ 16 SGB II", id="paragraph sign"),
    pytest.param("Für §§ 16 und 17", id="two paragraph signs"),
    pytest.param("Es kostet 50 €.", id="euro"),
    pytest.param("2023–2024", id="dash between years"),
    pytest.param("Tel.: 030 – 23125-014", id="dash alone"),
    pytest.param("• Bildung • Beratung", id="bullets"),
    pytest.param("Das ist gut…", id="ellipsis"),
    pytest.param("So geht’s.", id="apostrophe"),
    pytest.param("Weiß", id="sharp s at the end"),
    pytest.param("Caféhaus", id="French letter"),
    pytest.param("Straße 5, 12345 Börde", id="address"),
]


@pytest.mark.parametrize("encoding", EIGHT_BIT)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_short_text_is_told_apart(sentence: str, encoding: str) -> None:
    assert decode(sentence.encode(encoding)) == (EIGHT_BIT[encoding], sentence)


@pytest.mark.parametrize("encoding", EIGHT_BIT)
def test_every_sentence_of_a_brochure_is_told_apart(encoding: str) -> None:
    sentences = [line for line in BROCHURE.split("\n") if not line.isascii()]
    wrong = [each for each in sentences if decode(each.encode(encoding))[1] != each]
    assert sentences
    assert wrong == []


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16le"),
        ("utf-16-be", "utf-16be"),
        ("utf-32", "utf-32"),
        ("cp1252", "windows-1252"),
        ("mac_roman", "macintosh"),
    ],
)
def test_whole_brochure_is_decoded(encoding: str, name: str) -> None:
    assert decode(BROCHURE.encode(encoding)) == (name, BROCHURE)


def test_byte_order_mark_of_the_other_end_is_known() -> None:
    assert decode(b"\xfe\xff" + "Börde".encode("utf-16-be")) == ("utf-16", "Börde")


def test_dos_text_is_left_to_charset_normalizer() -> None:
    text = (
        "Für die Bürger der Städte und Gemeinden gibt es größere Büros, überall und für alle. " * 3
    )
    encoding, characters = decode(text.encode("cp850"))
    assert characters == text
    assert encoding not in EIGHT_BIT.values()


def test_stray_byte_in_utf8_stays_recognisable() -> None:
    assert decode("Größe für alle: B".encode() + b"\xfcro") == (
        "utf-8",
        "Größe für alle: B\udcfcro",
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"%PDF-1.7 ...", "PDF", id="PDF"),
        pytest.param(b"PK\x03\x04 ...", "ZIP", id="office document"),
        pytest.param(b"{\\rtf1 Text}", "RTF", id="RTF"),
        pytest.param(b"\x89PNG\r\n", "picture", id="picture"),
        pytest.param(b"\x00" * 64, "binary", id="zeros"),
        pytest.param(bytes(islice(iter(lambda: 7, None), 64)), "binary", id="bells"),
        pytest.param(random.Random(1).randbytes(4096), "binary", id="noise"),
        pytest.param(
            b"\x7fELF\x02\x01\x01" + b"\x00" * 9 + b"\xf8\xff" * 9, "binary", id="program"
        ),
    ],
)
def test_binary_data_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(NotTextError, match=what):
        decode(data)


def test_a_few_controls_are_no_binary_data() -> None:
    text = "Landkreis\x00 Börde\x01, Tel. 030 23125-014\f"
    assert decode(text.encode()) == ("utf-8", text)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_utf8_is_always_recognised(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == ("utf-8", text)
