"""Putting things right, from the browser to the corrections file and back."""

import tomllib
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from pipeline.run import extract
from tests.review.brochures import TEXT
from tests.review.conftest import Desk

# the first test starts the browser and the server
pytestmark = pytest.mark.timeout(60)

PHONE = "/landkreise/0/contacts/0/phones/0"
MAIL = "/landkreise/1/contacts/0/emails/0"


@pytest.fixture
def page(tab: Page, desk: Desk) -> Page:
    tab.goto(desk.address)
    return tab


def at(page: Page, name: str) -> Locator:
    return page.locator(f'[id="{name}"]')


def saved(desk: Desk, kind: str = "correction") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(desk.corrections.read_text("utf-8")).get(kind, [])
    return found


def edit(page: Page, path: str, value: str, note: str = "") -> None:
    at(page, f"r{path}").hover()
    at(page, f"r{path}").get_by_role("button", name="Edit").click()
    page.locator("#editor [name=line]").fill(value)
    page.get_by_label("Note").fill(note)
    page.get_by_role("button", name="Save").click()


def test_value_is_changed_and_taken_back(page: Page, desk: Desk) -> None:
    edit(page, MAIL, "l.nguyen@kreis-altmuehlau.de", "rang her")
    row = at(page, f"r{MAIL}")
    expect(row.get_by_role("link").first).to_have_text("l.nguyen@kreis-altmuehlau.de")
    expect(row).to_contain_text("read: l.nguyen@@kreis-altmuehlau.de")
    expect(row).to_contain_text("rang her")
    expect(page.locator(".finding.error")).to_have_count(0)
    expect(row.get_by_role("link").first).to_be_focused()
    assert saved(desk) == [
        {
            "value": "12073/linh-nguyen.emails",
            "was": "l.nguyen@@kreis-altmuehlau.de",
            "set": "l.nguyen@kreis-altmuehlau.de",
            "note": "rang her",
        }
    ]
    now = extract(desk.brochure).brochure.landkreise[1].contacts[0]
    assert now.emails[0].address == "l.nguyen@kreis-altmuehlau.de"
    page.reload()
    expect(row).to_contain_text("corrected")
    row.get_by_role("button", name="Undo").click()
    expect(page.locator(".finding.error")).to_have_count(1)
    assert saved(desk) == []


def test_what_is_not_possible_is_said_and_not_saved(page: Page, desk: Desk) -> None:
    edit(page, PHONE, "12")
    expect(page.get_by_role("alert")).to_contain_text("“12” is not one possible phone number")
    assert not desk.corrections.exists()
    page.get_by_role("button", name="Cancel").click()
    expect(at(page, f"r{PHONE}")).to_contain_text("030 23125-014")


def test_value_is_edited_and_removed_by_keyboard(page: Page, desk: Desk) -> None:
    at(page, f"r{PHONE}").get_by_role("link", name="030 23125-014").focus()
    page.keyboard.press("e")
    expect(page.locator("#editor [name=line]")).to_be_focused()
    page.get_by_role("button", name="Remove", exact=True).press("Enter")
    card = at(page, "r/landkreise/0/contacts/0")
    expect(card).to_contain_text("removed read: +493023125014")
    expect(card.locator(".row[data-kind=phone]")).to_have_count(1)
    assert saved(desk)[0]["remove"] is True
    card.get_by_role("button", name="Undo").press("Enter")
    expect(card.locator(".row[data-kind=phone]")).to_have_count(2)


def test_values_and_wholes_are_added(page: Page, desk: Desk) -> None:
    card = at(page, "r/landkreise/2/contacts/0")
    card.get_by_role("button", name="Add").click()
    page.locator("#editor [name=line]").fill("0171 39200-12")
    page.get_by_role("button", name="Save").click()
    expect(card.locator(".row[data-kind=phone]")).to_contain_text("+491713920012")
    section = at(page, "r/landkreise/2")
    section.get_by_role("button", name="Add partner").click()
    page.locator("#editor [name=name]").fill("Tafel Pforzheim")
    page.get_by_role("button", name="Save").click()
    expect(section.locator(".partners .item")).to_contain_text("Tafel Pforzheim")
    section.get_by_role("button", name="Add contact").click()
    page.locator("#editor [name=name]").fill("Eva Kurz")
    page.locator("#editor [name=mail]").fill("eva.kurz@kreis-altmuehlau.de")
    page.get_by_role("button", name="Save").click()
    page.locator("#editor").wait_for(state="hidden")
    added = section.get_by_role("article", name="Eva Kurz")
    expect(added).to_contain_text("eva.kurz@")
    expect(page.locator("#text h3", has_text="Enzkreis")).to_be_visible()
    section.get_by_role("button", name="Add quote").click()
    page.locator("#editor [name=text]").fill("Wir packen an.")
    page.locator("#editor [name=speaker]").fill("Eva Kurz")
    page.get_by_role("button", name="Save").click()
    expect(section.locator("blockquote")).to_have_text("Wir packen an.")
    assert [each["value"].partition(".")[2] for each in saved(desk)] == [
        "phones",
        "partners",
        "contacts",
        "quotes",
    ]
    now = extract(desk.brochure).brochure.landkreise[2]
    assert [contact.name.full for contact in now.contacts if contact.name] == [
        "Jens Falk",
        "Eva Kurz",
    ]


def test_partner_has_several_fields(page: Page, desk: Desk) -> None:
    partner = at(page, "r/landkreise/1/partners/0")
    partner.hover()
    partner.get_by_role("button", name="Edit").click()
    page.locator("#editor [name=name]").fill("Tafel Prenzlau")
    page.locator("#editor [name=role]").fill("Trägerin")
    page.get_by_role("button", name="Save").click()
    expect(partner).to_contain_text("Tafel Prenzlau")
    expect(partner).to_contain_text("organisation, Trägerin")
    assert len(saved(desk)) == 2


def test_name_in_parts(page: Page, desk: Desk) -> None:
    at(page, "r/landkreise/1/contacts/0/name").hover()
    at(page, "r/landkreise/1/contacts/0/name").get_by_role("button", name="Edit").click()
    page.get_by_text("In parts").click()
    page.get_by_label("Given name").fill("Thi Linh")
    page.get_by_label("Family name").fill("Nguyen")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("article", name="Thi Linh Nguyen")).to_be_visible()
    assert saved(desk)[0]["set"] == {"given": "Thi Linh", "family": "Nguyen"}


def test_finding_is_accepted_with_a_note_and_opened_again(page: Page, desk: Desk) -> None:
    finding = page.locator(".finding", has_text="email.name_mismatch")
    finding.get_by_role("button", name="Accept").click()
    page.get_by_label("Note").fill("his deputy")
    page.get_by_role("button", name="Save").click()
    expect(finding).to_contain_text("accepted: his deputy")
    expect(page.locator("#tallies")).to_contain_text("1 accepted")
    assert saved(desk, "accepted")[0]["note"] == "his deputy"
    finding.get_by_role("button", name="Reopen").click()
    expect(page.locator("#tallies")).not_to_contain_text("accepted")
    assert saved(desk, "accepted") == []


def test_section_is_checked(page: Page, desk: Desk) -> None:
    section = at(page, "r/landkreise/1")
    section.get_by_role("button", name="Mark as checked").click()
    expect(section.locator(".checked")).to_have_text("Checked")
    expect(page.locator("#tallies")).to_contain_text("1 of 3 checked")
    section.get_by_role("button", name="Take back").click()
    expect(section.locator(".checked")).to_have_count(0)


def test_stale_correction_is_shown_with_both_values(page: Page, desk: Desk) -> None:
    edit(page, PHONE, "030 23125-099")
    expect(at(page, f"r{PHONE}")).to_contain_text("corrected")
    desk.brochure.write_text(TEXT.replace("23125-014", "23125-055"), encoding="utf-8")
    page.reload()
    finding = page.locator(".finding", has_text="correction.stale")
    expect(finding).to_contain_text("+493023125014")
    expect(finding).to_contain_text("+493023125055")
    expect(finding.get_by_role("button")).to_have_count(0)
    expect(at(page, f"r{PHONE}").get_by_role("link").first).to_have_text("030 23125-055")


def test_second_tab_that_was_slower_overwrites_nothing(
    page: Page, browser: Browser, desk: Desk
) -> None:
    other = browser.new_page()
    other.goto(desk.address)
    edit(page, PHONE, "030 23125-020")
    expect(at(page, f"r{PHONE}")).to_contain_text("corrected")
    edit(other, PHONE, "030 23125-021")
    expect(other.get_by_role("alert")).to_contain_text("have changed elsewhere")
    assert [each["set"] for each in saved(desk)] == ["030 23125-020"]
    expect(at(other, f"r{PHONE}")).to_contain_text("+493023125020")
    other.get_by_role("button", name="Save").click()
    expect(at(other, f"r{PHONE}")).to_contain_text("+493023125021")
    other.close()


def test_file_edited_by_hand_meanwhile_is_kept(page: Page, desk: Desk) -> None:
    desk.corrections.write_text('# mine\n[[checked]]\nsection = "15083"\n', encoding="utf-8")
    edit(page, PHONE, "030 23125-020")
    expect(page.get_by_role("alert")).to_contain_text("have changed elsewhere")
    expect(page.locator("#tallies")).to_contain_text("1 of 3 checked")
    page.get_by_role("button", name="Save").click()
    expect(at(page, f"r{PHONE}")).to_contain_text("corrected")
    assert desk.corrections.read_text("utf-8").startswith("# mine\n[[checked]]")


def test_mistake_in_the_file_is_shown_with_its_line(tab: Page, desk: Desk) -> None:
    desk.corrections.write_text('\n[[checked]]\nsektion = "15083"\n', encoding="utf-8")
    context = tab.context.browser
    assert context
    page = context.new_page()
    page.goto(desk.address)
    expect(page.get_by_role("alert")).to_contain_text("line 3: there is no key “sektion”")
    desk.corrections.unlink()
    page.reload()
    expect(page.get_by_role("heading", name="Findings")).to_be_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(tab: Page, desks: Any, scheme: str) -> None:
    desk: Desk = next(desks)
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.goto(desk.address)
    edit(tab, PHONE, "030 23125-020")
    expect(at(tab, f"r{PHONE}")).to_contain_text("corrected")
    at(tab, f"r{PHONE}").get_by_role("button", name="Edit").click()
    found = Axe().run(tab).response["violations"]
    assert [each["id"] for each in found] == []
    tab.get_by_role("button", name="Cancel").click()
    found = Axe().run(tab).response["violations"]
    assert [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]] == []
