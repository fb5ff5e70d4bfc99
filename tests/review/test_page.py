"""The page that a run writes, opened from disk in a real browser."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.read.typesetter import Style, parts_of, set_brochure
from tests.review.brochures import TEXT, page_of, written

# the first test starts the browser, and loads spaCy
pytestmark = pytest.mark.timeout(60)

PHONE = "/landkreise/0/contacts/0/phones/0"


@pytest.fixture
def page(tab: Page, page_file: Path) -> Page:
    tab.goto(page_file.as_uri())
    return tab


def at(page: Page, name: str) -> Locator:
    return page.locator(f'[id="{name}"]')


def is_in_view(locator: Locator) -> bool:
    return bool(
        locator.evaluate(
            """element => {
              const [box, pane] = [element, element.closest(".scroll")]
                .map((each) => each.getBoundingClientRect());
              return box.bottom > pane.top && box.top < pane.bottom;
            }"""
        )
    )


def test_value_leads_to_its_place_and_back(page: Page) -> None:
    at(page, f"r{PHONE}").get_by_role("link", name="030 23125-014").click()
    place = at(page, f"t{PHONE}")
    expect(place).to_have_text("030 23125-014")
    expect(place).to_have_class("phone flash here")
    expect(place).to_be_focused()
    page.keyboard.press("Enter")
    expect(at(page, f"r{PHONE}").get_by_role("link")).to_be_focused()
    at(page, "t/landkreise/2/contacts/0/name").click()
    record = at(page, "r/landkreise/2/contacts/0/name")
    expect(record.get_by_role("link")).to_be_focused()
    assert is_in_view(record)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("/landkreise/0/heading", "Landkreis Börde", id="heading"),
        pytest.param("/landkreise/0/contacts/0/name", "Dr. Steffi Kern", id="name"),
        pytest.param("/landkreise/0/contacts/0/roles/0", "Ehrenamtskoordinatorin", id="role"),
        pytest.param("/landkreise/0/contacts/0/organisation", "Landratsamt Börde", id="body"),
        pytest.param("/landkreise/0/contacts/0/units/0", "Fachdienst 04 - Ehrenamt", id="unit"),
        pytest.param("/landkreise/0/contacts/0/phones/1", "030 23125-015", id="fax"),
        pytest.param(
            "/landkreise/0/contacts/0/emails/0", "steffi.kern@kreis-altmuehlau.de", id="mail"
        ),
        pytest.param("/landkreise/0/partners/0", "Jobcenter Börde", id="partner"),
        pytest.param("/landkreise/0/quotes/0/speaker/name", "Murat Öztürk", id="speaker"),
    ],
)
def test_value_is_marked_where_it_stands(page: Page, path: str, words: str) -> None:
    expect(at(page, f"t{path}")).to_have_text(words)


def test_text_is_shown_whole(page: Page) -> None:
    shown = page.locator("#text").evaluate("element => element.textContent")
    assert shown.split() == TEXT.split()


def test_findings_come_worst_first_and_by_key(page: Page) -> None:
    severities = [
        each.get_attribute("data-severity") or "" for each in page.locator(".finding").all()
    ]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert severities[0] == "error"
    for key, number in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(at(page, f"f/{number}")).to_have_attribute("aria-current", "true")
    place = at(page, "t/landkreise/1/contacts/0/emails/0")
    expect(place).to_have_class("mail doubt error flash here")
    assert is_in_view(place)
    assert is_in_view(at(page, "r/landkreise/1/contacts/0/emails/0"))
    expect(at(page, "f/0").get_by_role("link")).to_be_focused()


def test_flag_leads_to_its_finding(page: Page) -> None:
    at(page, "r/landkreise/1/contacts/0/emails/0").get_by_role("link", name="error").click()
    expect(at(page, "f/0")).to_have_attribute("aria-current", "true")


def test_landkreise_and_values_by_key(page: Page) -> None:
    page.keyboard.press("J")
    page.keyboard.press("J")
    expect(page.get_by_role("link", name="Landkreis Uckermark", exact=True)).to_be_focused()
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#records') !== null")


def test_keys_are_listed_and_can_be_turned_off(page: Page) -> None:
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator(".finding[aria-current]")).to_have_count(0)


def test_filters(page: Page) -> None:
    page.get_by_role("combobox", name="Landkreis").select_option("Enzkreis")
    expect(page.locator(".kreis:visible")).to_have_count(1)
    expect(page.locator("#text .part:visible")).to_have_count(1)
    expect(page.get_by_text("1 of 3 Landkreise")).to_be_visible()
    page.get_by_role("combobox", name="Severity").select_option("error")
    expect(page.get_by_text("Nothing matches")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    page.get_by_role("combobox", name="Severity").select_option("error")
    expect(page.locator(".finding:visible")).to_have_count(1)
    expect(page.locator(".kreis:visible")).to_have_count(1)
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Kind").select_option("Phones")
    rows = page.locator(".row:visible").all()
    assert {row.get_attribute("data-kind") for row in rows} == {"phone", "name"}
    expect(page.locator("#text mark.chosen")).to_have_count(3)


def test_search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("TAFEL")
    expect(page.get_by_text("1 of 3 Landkreise, 1 in the text")).to_be_visible()
    expect(page.locator(".item:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 of 1 in the text")).to_be_visible()
    assert is_in_view(page.locator("#text mark.partner", has_text="Tafel"))
    page.keyboard.press("Escape")
    expect(page.locator(".kreis:visible")).to_have_count(3)


def test_contact_is_copied(page: Page) -> None:
    page.get_by_role("button", name="Copy Dr. Steffi Kern").click()
    expect(page.get_by_text("Copied Dr. Steffi Kern.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").split("\n") == [
        "Dr. Steffi Kern",
        "Ehrenamtskoordinatorin",
        "Landratsamt Börde",
        "Fachdienst 04 - Ehrenamt",
        "Phone: 030 23125-014",
        "Fax: 030 23125-015",
        "E-mail: steffi.kern@kreis-altmuehlau.de",
    ]


def test_theme_is_switched_and_kept(page: Page) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.keyboard.press("d")
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark


def test_narrow_screen_shows_one_side(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    expect(page.locator("#source")).to_be_hidden()
    at(page, f"r{PHONE}").get_by_role("link", name="030 23125-014").click()
    expect(page.locator("#records")).to_be_hidden()
    assert is_in_view(at(page, f"t{PHONE}"))
    page.get_by_role("button", name="Records").click()
    expect(page.locator("#records")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_it_reads_and_leads_without_script(browser: Browser, page_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.locator(f'[id="r{PHONE}"] a.go').click()
    assert page.url.endswith(f"#t{PHONE}")
    expect(at(page, "r/landkreise/2/contacts/0")).to_contain_text("Jens Falk")
    context.close()


def test_print_shows_everything(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.get_by_role("combobox", name="Landkreis")).to_be_hidden()
    for part in ("#text", "#list", "#findings"):
        assert page.locator(part).evaluate("e => e.scrollHeight <= e.clientHeight + 1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 768, 375])
def test_no_barriers(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page) == []
    if width == 375:
        page.get_by_role("button", name="Brochure").click()
        assert violations(page) == []
    page.keyboard.press("?")
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


def test_no_finding_is_said(tab: Page, tmp_path: Path) -> None:
    text = "Landkreis Börde\n\nUns hilft die Tafel.\n\nEva Kurz\nTel. 030 23125-014\n\n"
    text += "„Wir packen an.“\nEva Kurz\n"
    tab.goto(page_of(written(tmp_path, text), tmp_path).as_uri())
    expect(tab.get_by_text("No findings: the program has no doubt")).to_be_visible()
    tab.keyboard.press("j")
    expect(tab.locator("#said")).to_have_text("No findings.")


def test_pages_of_a_pdf_have_frames(tab: Page, tmp_path: Path) -> None:
    source = tmp_path / "brochure.pdf"
    headings = frozenset(
        line for line in TEXT.split("\n") if line.endswith("kreis") or line[:9] == "Landkreis"
    )
    source.write_bytes(set_brochure(parts_of(TEXT, headings), Style(columns=1)))
    from typer.testing import CliRunner

    from pipeline.cli import app

    done = CliRunner().invoke(app, ["extract", str(source), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0
    tab.goto((tmp_path / "out" / "brochure.html").as_uri())
    tab.get_by_role("button", name="Pages").click()
    frame = tab.locator("rect.phone").first
    assert is_in_view(frame)
    frame.click()
    path = (frame.get_attribute("data-of") or "").removeprefix("t")
    expect(at(tab, f"r{path}").locator("a.go").first).to_be_focused()
    at(tab, f"r{path}").locator("a.go").first.click()
    expect(frame).to_have_class("frame phone flash here")
    drawn = tab.locator("svg image").first.evaluate(
        """async (image) => {
          const picture = new Image();
          picture.src = image.getAttribute("href");
          await picture.decode();
          return picture.naturalWidth;
        }"""
    )
    assert drawn > 600


def test_400_sections(tab: Page, tmp_path: Path) -> None:
    section = TEXT[TEXT.index("Landkreis Börde") : TEXT.index("Landkreis Uckermark")]
    seats = (Path(__file__).parents[1] / "cases" / "kreis_seats.csv").read_text("utf-8")
    names = [line.split(",")[1].strip('"') for line in seats.splitlines()[1:]]
    text = "".join(section.replace("Landkreis Börde", name, 1) for name in names)
    tab.goto(page_of(written(tmp_path, text), tmp_path).as_uri())
    count = tab.locator(".kreis[data-kreis]").count()
    assert count > 390
    last = tab.locator(".kreis[data-kreis]").last
    last.locator(".contact a.go.mail").click()
    mark = tab.locator("mark.mail.here")
    assert is_in_view(mark)
    tab.keyboard.press("/")
    tab.keyboard.type("steffi")
    # not by expect(), which describes the whole page at every try: that takes seconds here
    while not (said := tab.locator("#status").text_content()):
        tab.wait_for_timeout(50)
    assert said == f"{count} of {count} Landkreise, 800 in the text"


def test_page_is_a_function_of_what_it_shows(tmp_path: Path, page_file: Path) -> None:
    again = page_of(written(tmp_path), tmp_path / "again")
    assert again.read_bytes() == page_file.read_bytes()
    shutil.rmtree(tmp_path / "again")
