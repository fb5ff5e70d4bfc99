"""What a reviewer does to the record of a page, through the file and back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.corrections import edit
from pipeline.corrections.book import Book
from pipeline.corrections.ids import get, pointed
from pipeline.corrections.values import parse, reading
from pipeline.run import judge
from schemas import Brochure
from schemas.corrections_file import Act
from tests.reviewing import AT_KURZ, KURZ, findings, read, remarks

QUOTE = "/landkreise/0/quotes/0"


class Desk:
    """A reviewer's desk: the record as it is shown, and what is done to it."""

    def __init__(self, folder: Path) -> None:
        self.book = Book.load(folder / "edition.txt")

    @property
    def brochure(self) -> Brochure:
        return judge(read(), self.book).brochure

    def do(self, act: Callable[..., Book], *given: object) -> None:
        self.book = act(self.book, self.brochure, *given).save()
        assert Book.load(self.book.path.with_name("edition.txt")) == self.book
        assert remarks(self.brochure) == []

    def line(self, path: str) -> str | None:
        value = pointed(self.brochure, path).read
        return None if value is None else reading(value)

    @property
    def acts(self) -> list[dict[str, object]]:
        return [act.model_dump(exclude_none=True) for act in self.book.file.correction]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("path", "first", "then"),
    [
        pytest.param(f"{AT_KURZ}/phones/0", "030 23125-016", "Fax 030 23125-017", id="phone"),
        pytest.param(f"{AT_KURZ}/emails/0", "kurz@kreis-celle.de", "eva@kreis-celle.de", id="mail"),
        pytest.param(f"{AT_KURZ}/name", "Eva Kurtz", "Dr. Eva Kurtz", id="name"),
        pytest.param(f"{AT_KURZ}/roles/0", "Lotsin", "Lotse", id="role"),
        pytest.param(f"{AT_KURZ}/organisation", "Kreis Celle", "Stadt Celle", id="organisation"),
        pytest.param(
            f"{AT_KURZ}/address", "Am Markt 5, 29221 Celle", "Am Markt 6, 29221 Celle", id="address"
        ),
        pytest.param("/landkreise/0/partners/0/name", "Jobcenter", "Arbeitsamt", id="partner"),
        pytest.param("/landkreise/0/partners/0/kind", "group", "person", id="kind"),
        pytest.param("/landkreise/0/partners/0/role", "Amt", "Träger", id="role of a partner"),
        pytest.param(f"{QUOTE}/text", "Wir packen an.", "Wir geben nicht auf.", id="quote"),
        pytest.param(f"{QUOTE}/speaker/name", "Jan Roth", "Ute Lang", id="speaker"),
        pytest.param(f"{QUOTE}/speaker/roles/0", "Landrat", "Bürgermeister", id="speaker's role"),
    ],
)
def test_value_is_changed_changed_again_and_put_back(
    path: str, first: str, then: str, desk: Desk
) -> None:
    before = desk.line(path)
    for given in (first, then):
        desk.do(edit.change, path, given)
        assert desk.line(path) == reading(parse(_syntax(path), given))
        assert len(desk.acts) == 1
        assert desk.acts[0].get("was") == before
    if before is not None:
        desk.do(edit.change, path, before)
    else:
        desk.do(edit.undo, desk.brochure.landkreise[0].corrections[0])
    assert (desk.acts, desk.line(path)) == ([], before)


def _syntax(path: str) -> str:
    steps = [step for step in path.split("/")[3:] if not step.isdecimal()]
    return steps[1] if steps[0] == "contacts" else "text"


@pytest.mark.parametrize(
    "path",
    [
        f"{AT_KURZ}/phones/0",
        f"{AT_KURZ}/name",
        f"{AT_KURZ}/organisation",
        AT_KURZ,
        "/landkreise/0/partners/1",
        QUOTE,
        f"{QUOTE}/speaker/name",
    ],
)
def test_value_is_removed_and_comes_back(path: str, desk: Desk) -> None:
    before = desk.brochure
    desk.do(edit.remove, path)
    assert desk.brochure.landkreise[0].corrections[0].act == "remove"
    desk.do(edit.undo, desk.brochure.landkreise[0].corrections[0])
    assert desk.brochure == before


def test_changed_value_is_removed(desk: Desk) -> None:
    desk.do(edit.change, f"{AT_KURZ}/phones/0", "030 23125-016")
    desk.do(edit.remove, f"{AT_KURZ}/phones/0")
    assert desk.acts == [{"value": f"{KURZ}.phones", "was": "+493023125014", "remove": True}]


def test_removed_value_is_set(desk: Desk) -> None:
    desk.do(edit.remove, f"{AT_KURZ}/organisation")
    desk.do(edit.change, f"{AT_KURZ}/organisation", "Kreis Celle")
    assert desk.acts == [
        {"value": f"{KURZ}.organisation", "was": "Landratsamt Celle", "set": "Kreis Celle"}
    ]


def test_contact_whose_name_was_changed_is_removed(desk: Desk) -> None:
    desk.do(edit.change, f"{AT_KURZ}/name", "Eva Kurtz")
    desk.do(edit.remove, AT_KURZ)
    assert [contact.id for contact in desk.brochure.landkreise[0].contacts] == ["03351/jan-roth"]


def test_added_value_is_changed_and_removed(desk: Desk) -> None:
    desk.do(edit.add, f"{AT_KURZ}/phones", "030 23125-016")
    desk.do(edit.change, f"{AT_KURZ}/phones/2", "030 23125-017")
    assert desk.acts == [{"value": f"{KURZ}.phones", "add": "030 23125-017"}]
    desk.do(edit.remove, f"{AT_KURZ}/phones/2")
    assert desk.acts == []


def test_added_contact_is_changed_field_by_field(desk: Desk) -> None:
    desk.do(edit.add, "/landkreise/0/contacts", {"name": "Ute Lang", "phones": ["115"]}, "hint")
    path = "/landkreise/0/contacts/2"
    desk.do(edit.change, f"{path}/phones/0", "030 23125-016")
    desk.do(edit.add, f"{path}/phones", "030 23125-017")
    desk.do(edit.change, f"{path}/organisation", "Kreis Celle")
    desk.do(edit.add, f"{path}/emails", "lang@kreis-celle.de")
    desk.do(edit.remove, f"{path}/phones/0")
    added = {
        "name": "Ute Lang",
        "phones": ["030 23125-017"],
        "organisation": "Kreis Celle",
        "emails": ["lang@kreis-celle.de"],
    }
    assert desk.acts == [{"value": "03351.contacts", "add": added, "note": "hint"}]
    desk.do(edit.change, f"{path}/name", "Ute Lange")
    assert desk.brochure.landkreise[0].contacts[2].id == "03351/ute-lange"
    desk.do(edit.remove, path)
    assert desk.acts == []


def test_added_partner_and_quote_are_changed(desk: Desk) -> None:
    desk.do(edit.add, "/landkreise/0/partners", "Tafel")
    last = len(desk.brochure.landkreise[0].partners) - 1
    desk.do(edit.change, f"/landkreise/0/partners/{last}/role", "hilft")
    desk.do(edit.add, "/landkreise/0/quotes", {"text": "Ja.", "speaker": "Ute Lang"})
    desk.do(edit.change, "/landkreise/0/quotes/1/speaker/organisation", "Tafel")
    desk.do(edit.add, "/landkreise/0/quotes/1/speaker/roles", "Leiterin")
    desk.do(edit.change, "/landkreise/0/quotes/1/speaker/roles/0", "Chefin")
    speaker = {"name": "Ute Lang", "organisation": "Tafel", "roles": ["Chefin"]}
    assert desk.acts == [
        {"value": "03351.partners", "add": {"name": "Tafel", "role": "hilft"}},
        {"value": "03351.quotes", "add": {"text": "Ja.", "speaker": speaker}},
    ]


@pytest.mark.parametrize(
    ("act", "path", "given", "said"),
    [
        pytest.param(edit.change, f"{AT_KURZ}/phones/9", "115", "there is nothing", id="nowhere"),
        pytest.param(edit.change, "/landkreise/x", "115", "there is nothing", id="no pointer"),
        pytest.param(edit.change, "/title", "A", "belongs to no section", id="title"),
        pytest.param(edit.change, "/landkreise/0/ags", "A", "no “ags”", id="key"),
        pytest.param(edit.change, f"{AT_KURZ}/id", "A", "no “id”", id="id"),
        pytest.param(edit.change, f"{AT_KURZ}/span/start", "A", "no “span.start”", id="span"),
        pytest.param(edit.change, AT_KURZ, "A", "one by one", id="a whole"),
        pytest.param(edit.change, "/landkreise/0", "A", "one by one", id="a section"),
        pytest.param(edit.change, "/landkreise/0/residue/0", "A", "no “residue”", id="residue"),
        pytest.param(edit.change, f"{AT_KURZ}/phones", "115", "is a list", id="a list"),
        pytest.param(edit.change, f"{AT_KURZ}/phones/0", "12", "phone number", id="no number"),
        pytest.param(edit.change, f"{AT_KURZ}/phones/0", "", "is empty", id="empty"),
        pytest.param(edit.change, f"{AT_KURZ}/phones/0", ["115"], "a text, or a table", id="list"),
        pytest.param(edit.change, f"{AT_KURZ}/phones/0", {"a": 1}, "not a table", id="table"),
        pytest.param(
            edit.add, "/landkreise/0/contacts", {"name": {"x": "y"}}, "has no part", id="nested"
        ),
        pytest.param(edit.add, "/landkreise/0/partners", {"name": True}, "not true", id="type"),
        pytest.param(edit.add, f"{AT_KURZ}/phones", "030 23125014", "already", id="twice"),
        pytest.param(edit.add, f"{AT_KURZ}/name", "Eva Kurz", "write `set`", id="add to one"),
        pytest.param(
            edit.add,
            "/landkreise/0/contacts",
            {"name": "Eva Kurz"},
            "this name already",
            id="known",
        ),
        pytest.param(edit.add, "/landkreise/0/paragraphs", "A", "no “paragraphs”", id="paragraph"),
        pytest.param(
            edit.remove, f"{AT_KURZ}/phones", None, "nothing to remove", id="a list to go"
        ),
        pytest.param(edit.remove, "/landkreise/0", None, "nothing to remove", id="a section"),
        pytest.param(
            edit.remove, "/landkreise/0/partners/0/name", None, "cannot be removed", id="needed"
        ),
        pytest.param(
            edit.remove, "/landkreise/0/partners/0/role", None, "nothing to remove", id="nothing"
        ),
    ],
)
def test_what_is_not_possible_is_said(
    act: Callable[..., Book], path: str, given: object, said: str, desk: Desk
) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        act(desk.book, desk.brochure, path, *([given] if given is not None else []))


def test_note_that_cannot_be_printed_is_refused(desk: Desk) -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        edit.change(desk.book, desk.brochure, f"{AT_KURZ}/name", "Eva Kurtz", "a\x1bb")


def test_what_a_form_leaves_empty_is_left_out(desk: Desk) -> None:
    given: dict[str, object] = {
        "name": "Ute Lang",
        "address": None,
        "organisation": None,
        "phones": [],
    }
    desk.do(edit.add, "/landkreise/0/contacts", given)
    assert desk.acts == [{"value": "03351.contacts", "add": {"name": "Ute Lang", "phones": []}}]


def test_speaker_of_a_quote_whose_name_is_removed_can_be_set_again(desk: Desk) -> None:
    desk.do(edit.remove, f"{QUOTE}/speaker/name")
    desk.do(edit.change, f"{QUOTE}/speaker/name", "Jan Roth")
    assert [(act["was"], act["set"]) for act in desk.acts] == [("Eva Kurz", "Jan Roth")]


def test_every_finding_can_be_accepted_and_reopened(desk: Desk) -> None:
    found = findings(desk.brochure)
    assert found
    for finding in found:
        desk.do(edit.accept, finding, "seen")
    assert {f.accepted for f in findings(desk.brochure)} == {"seen"}
    for finding in findings(desk.brochure):
        desk.do(edit.reopen, finding)
    assert findings(desk.brochure) == found


def test_finding_about_a_correction_is_not_accepted_but_mended(desk: Desk) -> None:
    desk.book = Book.load(desk.book.path.with_name("x.txt")).put(
        Act(value=f"{KURZ}.phones", was="115", set="030 23125-016")
    )
    (finding,) = [f for f in findings(desk.brochure) if f.code == "correction.stale"]
    with pytest.raises(ValueError, match="mend or delete"):
        edit.accept(desk.book, desk.brochure, finding)


def test_section_is_checked_and_unchecked(desk: Desk) -> None:
    text, section = read().repaired.text, desk.brochure.landkreise[0]
    desk.book = edit.check(desk.book, text, section, "all rung")
    assert [each.checked for each in desk.brochure.landkreise] == ["all rung", None]
    desk.book = edit.uncheck(desk.book, section)
    assert [each.checked for each in desk.brochure.landkreise] == [None, None]


def test_every_value_of_a_record_can_be_pointed_at(desk: Desk) -> None:
    brochure = desk.brochure
    for i, landkreis in enumerate(brochure.landkreise):
        for j, contact in enumerate(landkreis.contacts):
            for k, phone in enumerate(contact.phones):
                at = pointed(brochure, f"/landkreise/{i}/contacts/{j}/phones/{k}")
                assert at == (i, f"{contact.id}.phones", phone)
                assert get(contact, "phones") == contact.phones
