"""E-mail addresses: plain, hidden, broken, mistyped."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.emails import find_emails
from pipeline.text import Text

SIZE: Final = 250_000
KERN: Final = "steffi.kern@kreis-altmuehlau.de"


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        pytest.param("steffi.kern@kreis-altmuehlau.de", KERN, id="plain"),
        pytest.param("Steffi.Kern@Kreis-Altmuehlau.de", KERN, id="capitals"),
        pytest.param("steffi.kern(at)kreis-altmuehlau.de", KERN, id="(at)"),
        pytest.param("steffi.kern (at) kreis-altmuehlau (dot) de", KERN, id="(dot)"),
        pytest.param("steffi.kern [at] kreis-altmuehlau [punkt] de", KERN, id="[punkt]"),
        pytest.param("steffi.kern at kreis-altmuehlau.de", KERN, id="word at"),
        pytest.param("steffi.kern at kreis-altmuehlau dot de", KERN, id="word dot"),
        pytest.param("steffi.kern{at}kreis-altmuehlau.de", KERN, id="braces"),
        pytest.param("steffi.kern＠kreis-altmuehlau.de", KERN, id="full-width sign"),
        pytest.param("steffi.kern@ kreis-altmuehlau.de", KERN, id="blank behind the sign"),
        pytest.param("steffi.kern @kreis-altmuehlau.de", KERN, id="blank before the sign"),
        pytest.param("steffi.kern@\nkreis-altmuehlau.de", KERN, id="break behind the sign"),
        pytest.param("steffi.kern@kreis-altmuehlau\n.de", KERN, id="break before the ending"),
        pytest.param("steffi.kern@kreis-altmuehlau.\nde", KERN, id="break inside the ending"),
        pytest.param("steffi.kern@kreis-\naltmuehlau.de", KERN, id="break behind a hyphen"),
        pytest.param("steffi.\nkern@kreis-altmuehlau.de", KERN, id="break in the local part"),
        pytest.param("info@müllkreis.de", "info@müllkreis.de", id="umlaut"),
        pytest.param("info@xn--mllkreis-65a.de", "info@müllkreis.de", id="punycode"),
    ],
)
def test_address_is_mended(printed: str, address: str) -> None:
    (mail,) = find_emails(Text.of(f"E-Mail: {printed}\nZimmer 2"))
    assert (mail.address, mail.raw, mail.valid) == (address, printed, True)


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("steffi kern@kreis-x.de", id="blank in the local part"),
        pytest.param("steffi. kern@kreis-x.de", id="blank behind a dot"),
        pytest.param("steffi .kern@kreis-x.de", id="blank before a dot"),
        pytest.param("steffi.kern@kreis-x,de", id="comma in the domain"),
        pytest.param("steffi.kern@@kreis-x.de", id="doubled sign"),
        pytest.param("steffi.kern@kreis-x.de@kreis-y.de", id="two signs"),
        pytest.param("steffi.kern@kreis-x", id="no ending"),
        pytest.param("steffi..kern@kreis-x.de", id="two dots"),
    ],
)
def test_invalid_address_is_kept_as_printed(printed: str) -> None:
    (mail,) = find_emails(Text.of(f"E-Mail: {printed}"))
    assert (mail.address, mail.raw, mail.valid) == (printed, printed, False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Schreiben Sie an a@kreis-x.de.", ["a@kreis-x.de"], id="full stop"),
        pytest.param("(a@kreis-x.de), <b@kreis-x.de>", ["a@kreis-x.de", "b@kreis-x.de"], id="()"),
        pytest.param("mailto:a@kreis-x.de", ["a@kreis-x.de"], id="mailto"),
        pytest.param("a@kreis-x.de/b@kreis-x.de", ["a@kreis-x.de", "b@kreis-x.de"], id="slash"),
        pytest.param("a@kreis-x.de; b@kreis-x.de", ["a@kreis-x.de", "b@kreis-x.de"], id=";"),
        pytest.param("a@kreis-x.de,b@kreis-x.de", ["a@kreis-x.de", "b@kreis-x.de"], id=","),
        pytest.param("a@kreis-x.de oder b@kreis-x.de", ["a@kreis-x.de", "b@kreis-x.de"], id="or"),
        pytest.param("Kern info@kreis-x.de", ["info@kreis-x.de"], id="a name before"),
        pytest.param("E-Mail: Frau Kern s@kreis-x.de", ["s@kreis-x.de"], id="a salutation before"),
        pytest.param("a@kreis-x.de.Von dort", ["a@kreis-x.de"], id="glued sentence"),
        pytest.param("a@kreis-x.de\nTel. 030 23125-014", ["a@kreis-x.de"], id="next line"),
        pytest.param("Vorname.Nachname@kreis-x.de", [], id="how addresses are made"),
        pytest.param("Folgen Sie @kreisx", [], id="handle"),
        pytest.param("@kreisx@social.bund.de", [], id="handle with server"),
        pytest.param("Wir arbeiten at home und @ work.", [], id="no address"),
    ],
)
def test_addresses_of_a_line(line: str, expected: list[str]) -> None:
    assert [mail.address for mail in find_emails(Text.of(line))] == expected


def test_label_leads_back_to_the_text() -> None:
    line = "Zimmer 2, E-Mail: info@kreis-x.de"
    (mail,) = find_emails(Text.of(line))
    assert mail.label
    assert line[mail.label.start : mail.label.end] == "E-Mail"


@given(st.text(alphabet="ab.@-, \n()[]tä1E:Mil＠", max_size=60))
def test_any_text_gives_grounded_addresses(characters: str) -> None:
    for mail in find_emails(Text.of(characters)):
        assert characters[mail.span.start : mail.span.end] == mail.raw
        assert mail.valid or mail.address == mail.raw


@pytest.mark.timeout(30)  # up to 5 s on a busy machine; a quadratic step takes minutes
@pytest.mark.parametrize(
    "unit",
    ["@", "a@", "a@b.", "a@b.de ", "a", "a.", "(at)", " at ", "[dot] ", "a\n", "a-", " ", "1"],
    ids=repr,
)
def test_worst_input_takes_linear_time(unit: str) -> None:
    find_emails(Text.of((unit * SIZE)[:SIZE]))
