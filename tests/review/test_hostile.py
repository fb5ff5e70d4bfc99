"""Brochures that want to be more than text: on the page they are text all the same."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pipeline.text import Text
from pipeline.write.contents import contents
from schemas import Brochure
from tests.review.brochures import page_of, serving, written

pytestmark = pytest.mark.timeout(60)

EVIL = [
    pytest.param("<script>window.evil = 1; alert(1)</script>", id="script"),
    pytest.param("</script><script>window.evil = 1</script>", id="end of a script"),
    pytest.param("</style><style>* { display: none }</style>", id="end of the style"),
    pytest.param("<img src=x onerror='window.evil = 1'>", id="handler"),
    pytest.param('" onmouseover="window.evil = 1" x="', id="end of an attribute"),
    pytest.param("' autofocus onfocus='window.evil = 1", id="end of another attribute"),
    pytest.param("<!-- <svg onload=window.evil=1> -->", id="comment"),
    pytest.param("{{ 7 * 7 }}{% include '/etc/passwd' %}", id="template"),
    pytest.param("javascript:window.evil=1", id="address"),
    pytest.param("<form action='http://127.0.0.1:1/'><button>Copy</button></form>", id="form"),
    pytest.param("<base href='http://127.0.0.1:1/'><meta http-equiv=refresh content=0>", id="base"),
    pytest.param("&lt;b&gt; &amp;", id="entities"),
]


@pytest.mark.parametrize("words", EVIL)
def test_what_stands_in_any_field_is_shown_as_it_is(tab: Page, tmp_path: Path, words: str) -> None:
    brochure = everywhere(words)
    text = Text.of(f"{words}\n" * 40)
    page = tmp_path / "page.html"
    page.write_bytes(bytes(contents(brochure, text)["page"]))
    tab.goto(page.as_uri())
    tab.keyboard.press("j")
    for link in tab.locator(".go").all()[:30]:
        link.hover(force=True)
    assert tab.evaluate("window.evil") is None
    assert tab.locator("script, style, meta, form, img, iframe, base").count() == 8  # our own
    expect(tab.locator("h1")).to_have_text(words)
    expect(tab.locator(".contact .go.role").first).to_have_text(words)
    expect(tab.locator(".finding .message").first).to_have_text(words)
    assert words in (tab.locator("#text").text_content() or "")
    assert tab.title().startswith(words)


def everywhere(words: str) -> Brochure:
    """Return a record with the words in every field that a brochure can fill."""
    span = {"start": 0, "end": len(words), "page": None, "boxes": None}

    def at(n: int) -> dict[str, Any]:
        start = n * (len(words) + 1)
        return {"start": start, "end": start + len(words), "page": None, "boxes": None}

    contact = {
        "id": "1/a",
        "name": {"full": words, "title": words, "given": words, "family": words},
        "roles": [words],
        "organisation": words,
        "units": [words],
        "address": dict.fromkeys(("street", "house_number", "postal_code", "city"), words)
        | {"span": at(3)},
        "phones": [{"kind": "phone", "raw": words, "e164": None, "area": words, "span": at(4)}],
        "emails": [{"address": words, "raw": words + " ", "span": at(5)}],
        "websites": [{"url": words, "raw": words, "span": at(6)}],
        "span": {"start": 0, "end": 12 * (len(words) + 1), "page": None, "boxes": None},
    }
    quote = {
        "id": "1/quotes/a",
        "text": words,
        "speaker": {
            "name": words,
            "kind": "person",
            "roles": [words],
            "organisation": words,
            "contact_id": None,
        },
        "attribution": words,
        "span": at(14),
    }
    partner = {"kind": "person", "role": words, "name": words, "raw": words, "span": at(15)}
    finding = {
        "code": "email.invalid",
        "severity": "error",
        "message": words,
        "path": "/landkreise/0/contacts/0/emails/0",
        "span": at(5),
        "accepted": None,
    }
    accepted = finding | {"accepted": words}
    passage = {"text": words, "span": at(17)}
    correction = {
        "value": "1/a.organisation",
        "act": "set",
        "path": "/landkreise/0/contacts/0/organisation",
        "read": words,
        "note": words,
    }
    section = {
        "id": "1",
        "heading": words + " ",
        "name": words,
        "ags": words,
        "nuts3": words,
        "land": words,
        "span": {"start": 0, "end": 20 * (len(words) + 1), "page": None, "boxes": None},
        "subheadings": [passage],
        "paragraphs": [{"heading": words, "text": words, "span": at(18)}],
        "contacts": [contact],
        "partners": [partner | {"id": "1/partners/a"}],
        "quotes": [quote],
        "residue": [passage],
        "findings": [finding, accepted],
        "corrections": [correction],
        "checked": words,
    }
    record = {
        "schema_version": Brochure.model_fields["schema_version"].annotation.__args__[0],  # type: ignore[union-attr] # a Literal
        "source": {
            "file": words,
            "sha256": "0" * 64,
            "media_type": "text/plain",
            "encoding": "utf-8",
            "pages": None,
            "characters": 40 * (len(words) + 1),
            "removed": [{"text": words, "pages": [1, 2, 4]}],
        },
        "generator": {"name": "kreislese", "version": "0", "model": None},
        "title": words,
        "landkreise": [section],
        "residue": [{"text": words, "span": at(30)}],
        "findings": [finding | {"path": "", "span": span}],
    }
    return Brochure.model_validate(record, strict=False)


BROCHURE = """\
Landkreis Börde

Uns hilft der Verein <script>window.evil=1</script> e. V. und das Jobcenter.

Eva <img src=x onerror=window.evil=1> Kurz
Koordinatorin</script><script>window.evil=1</script>
E-Mail: "<svg/onload=window.evil=1>"@kreis-altmuehlau.de
Tel. 030 23125-014
"""


def test_hostile_brochure_under_a_hostile_name(tab: Page, tmp_path: Path) -> None:
    name = "<img src=x onerror=window.evil=1> ' \" & {{ 7 * 7 }}.txt"
    brochure = written(tmp_path / "raw", BROCHURE, name)
    written(tmp_path / "raw", BROCHURE, "other.txt")
    tab.goto(page_of(brochure, tmp_path).as_uri())
    expect(tab.locator("#facts")).to_contain_text(name)
    assert (tab.locator("#text").text_content() or "").split() == BROCHURE.split()
    with serving(tmp_path / "raw") as address:
        tab.goto(address)
        tab.get_by_role("link", name=name).click()
        expect(tab.locator("#facts")).to_contain_text(name)
        assert tab.evaluate("window.evil") is None
        tab.locator("[data-act=check]").click()
        expect(tab.locator("p.checked")).to_be_visible()
    assert tab.evaluate("window.evil") is None
    assert [file.name for file in sorted((tmp_path / "raw").glob("*.toml"))] == [
        f"{brochure.stem}.corrections.toml"
    ]


def test_marks_of_direction_and_controls_are_written_out(tab: Page, tmp_path: Path) -> None:
    text = Text.of("Eva\u202e zruK\u2066\x1b[31m\x00 \u2028ende\n")
    brochure = everywhere("Eva\u202e zruK")
    page = tmp_path / "page.html"
    page.write_bytes(bytes(contents(brochure, text)["page"]))
    assert not set("\u202e\u2066\x1b\x00\u2028") & set(page.read_text("utf-8"))
    tab.goto(page.as_uri())
    expect(tab.locator("h1")).to_have_text("Eva\\u202e zruK")
    assert "\\u2066\\x1b[31m\\x00 \\u2028ende" in (tab.locator("#text").text_content() or "")


def test_policy_lets_nothing_else_run(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(page_file.as_uri())
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.evil = 1";
          const picture = document.createElement("img");
          picture.src = "http://127.0.0.1:9/x.png";
          const box = document.createElement("div");
          box.innerHTML = "<b onclick='window.evil = 1' style='color: red'>x</b>";
          document.body.append(script, picture, box);
          box.firstChild.click();
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.evil") is None
    assert len([line for line in refused if "Content Security Policy" in line]) >= 4
    page.close()
