"""Web addresses with scheme, with www. and bare."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.emails import find_emails
from pipeline.mentions.websites import find_websites
from pipeline.text import Text

SIZE: Final = 250_000


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("www.kreis-x.de", ["https://www.kreis-x.de"], id="www"),
        pytest.param("Mehr unter www.kreis-x.de.", ["https://www.kreis-x.de"], id="full stop"),
        pytest.param("(www.kreis-x.de)", ["https://www.kreis-x.de"], id="brackets"),
        pytest.param("http://kreis-x.de/a", ["http://kreis-x.de/a"], id="scheme is kept"),
        pytest.param("https://www.Kreis-X.de/A_(b)", ["https://www.kreis-x.de/A_(b)"], id="case"),
        pytest.param("https://kreis-x.de:8080/a/", ["https://kreis-x.de:8080/a/"], id="port"),
        pytest.param("kreis-x.de/hilfe?a=1#b, ja", ["https://kreis-x.de/hilfe?a=1#b"], id="bare"),
        pytest.param("mein.kreis.bayern", ["https://mein.kreis.bayern"], id="ending of a Land"),
        pytest.param("www. kreis-x.de", ["https://www.kreis-x.de"], id="blank behind www"),
        pytest.param("www.land-\nx.de", ["https://www.land-x.de"], id="break behind a hyphen"),
        pytest.param("www.kreis-x.de.Von dort", ["https://www.kreis-x.de"], id="glued sentence"),
        pytest.param("www.müllkreis.de", ["https://www.müllkreis.de"], id="umlaut"),
        pytest.param("info@kreis-x.de", [], id="domain of a mail"),
        pytest.param("info(at)kreis-x.de", [], id="domain of a hidden mail"),
        pytest.param("@kreis-x.de", [], id="handle"),
        pytest.param("Land.Zukunft.Heimat", [], id="name with dots"),
        pytest.param("verbessern.Von der", [], id="sentence end without a blank"),
        pytest.param("z.B. e.V. i.d.R. u.a.m.", [], id="abbreviations"),
        pytest.param("flyer.pdf und kreis.de.pdf", [], id="file names"),
        pytest.param("www. und https:// fehlen", [], id="nothing behind it"),
    ],
)
def test_addresses_of_a_line(line: str, expected: list[str]) -> None:
    text = Text.of(line)
    sites = find_websites(text, [mail.span for mail in find_emails(text)])
    assert [site.url for site in sites] == expected


def test_raw_is_as_printed() -> None:
    (site,) = find_websites(Text.of("Internet: www.land-\nx.de/a."))
    assert (site.raw, site.label) == ("www.land-\nx.de/a", (0, 8))


@given(st.text(alphabet="abw.d:/e-, \n@A(", max_size=60))
def test_any_text_gives_grounded_addresses(characters: str) -> None:
    for site in find_websites(Text.of(characters)):
        assert characters[site.span.start : site.span.end] == site.raw


@pytest.mark.timeout(30)  # up to 5 s on a busy machine; a quadratic step takes minutes
@pytest.mark.parametrize(
    "unit", ["a.", "a.de ", "a.de", "www.", "https://", "a-", ".", "A", "/", "www.a-\n"], ids=repr
)
def test_worst_input_takes_linear_time(unit: str) -> None:
    find_websites(Text.of((unit * SIZE)[:SIZE]))
