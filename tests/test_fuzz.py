"""Bytes that no office would send: broken, mixed, hostile. Nothing but a BrochureError may come.

`make fuzz` looks further, led by what the code reaches, and for as long as one likes.
"""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.errors import BrochureError
from pipeline.run import extract
from tests.promises import assert_promises

WORDS = (
    *(
        "Landkreis",
        "Celle",
        "Kreis",
        "Stadt",
        "Amt",
        "Jugendamt",
        "Tafel",
        "Jobcenter",
        "AWO",
        "e.",
    ),
    *("V.", "Frau", "Herr", "Dr.", "Eva", "Kurz", "Landrätin", "Leitung", "sagt", "so", "und"),
    *(
        "gemeinsam",
        "mit",
        "dem",
        "der",
        "des",
        "durch",
        "unterstützt",
        "beteiligen",
        "sich",
        "wirken",
    ),
    *("Tel.", "Fax", "Mobil", "E-Mail:", "DW", "Zimmer", "Postfach", "Straße", "Str.", "Am"),
    *(
        "Partner",
        "Kontakt",
        "Impressum",
        "Ziele",
        "Bau-",
        "Zuge-",
        "wanderte",
        "ver-",
        "i. A.",
        "c/o",
    ),
)
VALUES = (
    *(
        "030 23125-014",
        "+49 (0) 30 / 23125-0",
        "-0, -1",
        "/-11",
        "0171 3920012",
        "030",
        "(0",
        "+49",
    ),
    *("29221 Celle", "12345", "1", "9" * 40, "1.1.2023", "8–12 Uhr", "§ 16", "½", "٣", "²"),
    *("a@b.de", "a.b@kreis-altmuehlau.de", "@", "a (at) b (dot) de", "xn--a@xn--a.de", "www.a.de"),
    *("http://[::1]/", "https://a.de/%zz?#", "www.", "a@b..de", "ä@ö.de"),
)
MARKS = (
    *"„“”\"'‚‘’»«›‹()[]{}<>&%*_/\\|#~^`+=-–—…·•.,;:!?@$€",
    *("<script>", "]]>", "&amp;", "{{1}}", "%s", "\\u0000", "=1+1"),
)
ODD = (
    *(
        "\x00",
        "\x07",
        "\x1b[2J",
        "\x85",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffd",
        "\ufffe",
        "\U0010ffff",
    ),
    *(
        "\u00ad",
        "\u200b",
        "\u200d",
        "\u202e",
        "\u2066",
        "\u0301",
        "\u0308" * 30,
        "ﬁ",
        "ﬀ",
        "ſ",
        "İ",
    ),
    *(
        "😀",
        "👩‍👩‍👧",
        "🇩🇪",
        "A\u030a",
        "Ã¼",
        "â€ž",
        "ï¬",
        "\ue000",
        "漢字",
        "مرحبا",
        "ｆｕｌｌ",
        "\u1160",
    ),
)
SPACES = (" ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\t", "\f", "\v", "\u00a0", "\u2009", "")
BYTES = (
    b"\xff",
    b"\xc3",
    b"\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x82",
    b"\xfc",
    b"\x9f",
)
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "mac_roman")


@st.composite
def _pieces(draw: st.DrawFn) -> str:
    """Draw words and values in any order, at times one of them many times."""
    of_offices = st.sampled_from(WORDS) | st.sampled_from(VALUES)
    piece = of_offices | of_offices | st.sampled_from(MARKS) | st.sampled_from(ODD)
    drawn = draw(st.lists(st.tuples(piece, st.sampled_from(SPACES)), max_size=60))
    text = "".join(piece + space for piece, space in drawn)
    return text + draw(piece) * draw(st.sampled_from((0, 0, 2, 50)))


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    """Draw the bytes of a file: a text in an encoding, with bytes of none in it."""
    heading = draw(st.sampled_from(("", "Landkreis Celle\n\n", "Titel\n\nLANDKREIS CELLE\n")))
    text = heading + draw(_pieces()) + draw(st.sampled_from(("", "\n\nStadt Kassel\n\n")))
    data = (text + draw(_pieces())).encode(draw(st.sampled_from(ENCODINGS)), "replace")
    for wrong in draw(st.lists(st.sampled_from(BYTES), max_size=2)):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + wrong + data[at:]
    return data


@given(_files() | st.binary(max_size=200))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
@example("Landkreis Celle\n".encode("utf-16-be"))
@example(b"Landkreis Celle\n\n\xed\xa0\x80\xed\xb0\x80 Tel. 030 23125-014")
@example(("Landkreis Celle\n" + "\u0301" * 3000).encode())
def test_no_bytes_break_it(data: bytes) -> None:
    with TemporaryDirectory() as folder, suppress(BrochureError):
        path = Path(folder, "edition-1.txt")
        path.write_bytes(data)
        assert_promises(extract(path))
