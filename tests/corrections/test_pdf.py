"""Corrections of a PDF: what is added has its page and its boxes too."""

from pathlib import Path

from pipeline.run import extract
from tests.read.typesetter import Part, Style, set_brochure
from tests.reviewing import entry

PARTS = [
    Part("heading", ("Landkreis Celle",)),
    Part("text", ("Der Landkreis ist groß und schön, und im Schloss wohnt Ute Lang. " * 9,)),
    Part("contact", ("Eva Kurz", "Tel. 030 23125-014")),
]


def test_added_values_have_their_place_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "brochure.pdf").write_bytes(set_brochure(PARTS, Style(columns=1)))
    (tmp_path / "brochure.corrections.toml").write_text(
        entry(value='"03351.contacts"', add='{ name = "Ute Lang", phones = ["030 23125-016"] }')
        + entry(value='"03351.contacts"', add='{ name = "Jan Roth" }')
        + entry(value='"03351/eva-kurz.phones"', add='"030 23125-017"'),
        encoding="utf-8",
    )
    result = extract(tmp_path / "brochure.pdf")
    kurz, lang, roth = result.brochure.landkreise[0].contacts
    spans = [lang.span, lang.phones[0].span, roth.span, kurz.phones[1].span]
    assert [span.page for span in spans] == [1, 1, 1, 1]
    assert all(span.boxes and len(span.boxes) == 1 for span in spans)
    assert result.text.characters[lang.span.start : lang.span.end] == "Ute Lang"
    assert kurz.phones[1].span.boxes == kurz.span.boxes[-1:] if kurz.span.boxes else False
