from dataclasses import replace
from typing import Any

import pytest

from pipeline.diff import compare
from schemas import Brochure, Contact, Name, Quote, Span
from tests.editions import (
    MAIL,
    contact,
    edition,
    landkreis,
    number,
    office,
    paragraph,
    partner,
    person,
    phone,
    quote,
)

ANNA = person("Anna Kern", phones=(number(1),), mails=(f"anna.kern{MAIL}",))


def inside(**parts: Any) -> Brochure:
    return edition(landkreis("09901", "Landkreis Börde", **parts))


def moved_span(part: Any) -> Any:
    return replace(part, span=Span(start=900, end=950, page=None, boxes=None))


LONG_TEXT = "Wir fördern das Ehrenamt überall. Dazu gehören Begegnung und Sprache."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(inside(contacts=(ANNA,)), inside(contacts=(moved_span(ANNA),)), id="moved"),
        pytest.param(
            inside(paragraphs=(paragraph(LONG_TEXT),)),
            inside(
                paragraphs=tuple(
                    map(
                        paragraph,
                        (
                            "Dazu gehören Begegnung und Sprache.",
                            "Wir fördern das Ehrenamt überall.",
                        )[::-1],
                    )
                )
            ),
            id="broken in two by a column",
        ),
        pytest.param(
            inside(paragraphs=(paragraph(LONG_TEXT),)),
            inside(paragraphs=(paragraph(LONG_TEXT, heading="Ziele"),)),
            id="under another heading",
        ),
        pytest.param(
            inside(quotes=(quote("Es geht – gut „voran“.", "Anna Kern"),)),
            inside(quotes=(quote("Es geht - gut »voran«.", "Anna Kern"),)),
            id="other dashes and quotation marks",
        ),
        pytest.param(
            edition(landkreis("09901", "LANDKREIS BÖRDE"), title="ÜBERBLICK"),
            edition(landkreis("09901", "Landkreis Börde"), title="Überblick"),
            id="set in capitals",
        ),
        pytest.param(
            inside(contacts=(ANNA,)),
            inside(
                contacts=(
                    replace(
                        ANNA, name=Name(full="Kern, Anna", title=None, given="Anna", family="Kern")
                    ),
                )
            ),
            id="family name first",
        ),
    ],
)
def test_set_anew_is_no_change(old: Brochure, new: Brochure) -> None:
    assert compare(old, new) == ()
    assert compare(new, old) == ()


def name(given: str, family: str, title: str | None = None) -> Name:
    full = " ".join(part for part in (title, given, family) if part)
    return Name(full=full, title=title, given=given, family=family)


def one(given: str, family: str, line: int | None, mail: str | None = None) -> Contact:
    return contact(
        name(given, family),
        phones=(number(line),) if line else (),
        mails=(f"{mail}{MAIL}",) if mail else (),
    )


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        pytest.param(one("Vlada", "Shykhyrina", 1), one("Vlada", "Shykyrina", 2), True, id="slip"),
        pytest.param(one("Jörg", "Weiß", 1), one("Joerg", "Weiss", 2), True, id="transcribed"),
        pytest.param(one("Katrin", "Meier", 1), one("Kathrin", "Meyer", 1), True, id="two slips"),
        pytest.param(one("Jan", "Meier", 1), one("Jan", "Meyer", 2), False, id="another Jan"),
        pytest.param(one("Anna", "Kern", 1), one("Anna", "Roth", 1), True, id="marriage, number"),
        pytest.param(
            one("Anna", "Kern", 1, "kern"),
            one("Anna", "Roth", 2, "kern"),
            True,
            id="marriage, mail",
        ),
        pytest.param(one("Anna", "Kern", 1), one("Anna", "Roth", 2), False, id="another Anna"),
        pytest.param(one("Anna", "Kern", 1), one("Bernd", "Roth", 1), False, id="successor"),
        pytest.param(one("A.", "Kern", None), one("Anna", "Kern", None), True, id="initial"),
        pytest.param(one("", "Kern", None), one("Anna", "Kern", None), True, id="no given name"),
        pytest.param(one("Peter", "Schmidt", 1), one("Petra", "Schmidt", 2), False, id="Petra"),
        pytest.param(office("Amt 20"), office("Amt 30"), False, id="another office"),
        pytest.param(
            office("Amt für Arbeit", mails=(f"a{MAIL}",)),
            office("Fachbereich Soziales", mails=(f"a{MAIL}",)),
            True,
            id="office called otherwise, same mail",
        ),
        pytest.param(
            office("Sozialamt", phones=(number(0),)),
            office("Feuerwehrschule", phones=(number(0),)),
            False,
            id="two offices in one house",
        ),
    ],
)
def test_who_is_the_same(old: Contact, new: Contact, is_same: bool) -> None:
    for before, after in ((old, new), (new, old)):
        changes = compare(inside(contacts=(before,)), inside(contacts=(after,)))
        assert all(change.field is not None for change in changes) is is_same


def test_of_two_namesakes_each_keeps_what_is_hers() -> None:
    first, second = one("Anna", "Kern", 1, "kern"), one("Anna", "Kern", 2, "kern2")
    changed = replace(second, roles=("Leiterin",))
    (change,) = compare(inside(contacts=(first, second)), inside(contacts=(changed, first)))
    assert (change.field, change.after) == ("roles", "Leiterin")
    assert change.old
    assert change.old.path == "/landkreise/0/contacts/1"
    assert change.new
    assert change.new.path == "/landkreise/0/contacts/0"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            contact(name("Anna", "Kern")),
            contact(name("Anna", "Kern", "Dr.")),
            ("added", "name.title", None, "Dr."),
            id="doctorate",
        ),
        pytest.param(
            contact(None, organisation="Amt", phones=(number(1),)),
            replace(
                contact(None, organisation="Amt"), phones=(replace(phone(number(1)), kind="fax"),)
            ),
            ("changed", "phones", "+493023125001", "Fax +493023125001"),
            id="it was a fax",
        ),
        pytest.param(
            contact(name("Anna", "Kern"), units=("Amt 20", "Team A")),
            contact(name("Anna", "Kern"), units=("Amt 20",)),
            ("removed", "units", "Team A", None),
            id="department",
        ),
        pytest.param(
            contact(name("Anna", "Kern")),
            replace(contact(name("Anna", "Kern")), address=None),
            ("removed", "address", "Am Markt 3, 99999 Altmühlau", None),
            id="address",
        ),
    ],
)
def test_field_of_a_contact(old: Contact, new: Contact, said: tuple[str, ...]) -> None:
    (change,) = compare(inside(contacts=(old,)), inside(contacts=(new,)))
    assert (change.kind, change.field, change.before, change.after) == said


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        pytest.param("Kirchenkreis Altmühlau", "Kirchenkreise Altmühlau", ["renamed"], id="ending"),
        pytest.param("Gemeinde Nord", "Gemeinde Süd", ["added", "removed"], id="another body"),
        pytest.param("Amt 2023456789", "Amt 2023456780", ["added", "removed"], id="numbers"),
    ],
)
def test_partner_is_known_by_name(old: str, new: str, kinds: list[str]) -> None:
    changes = compare(inside(partners=(partner(old),)), inside(partners=(partner(new),)))
    assert sorted(change.kind for change in changes) == kinds


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            quote("Es geht voran.", None),
            quote("Es geht voran.", "Anna Kern"),
            [("added", "speaker.name")],
            id="signed now",
        ),
        pytest.param(
            quote("Es geht voran.", "Anna Kern"),
            quote("Es geht voran.", "Bernd Roth"),
            [("changed", "speaker.name")],
            id="somebody else's",
        ),
        pytest.param(
            quote("Es geht voran.", "Anna Kern"),
            quote("Alles wird gut hier.", "Bernd Roth"),
            [("added", None), ("removed", None)],
            id="another quote",
        ),
        pytest.param(
            quote("Es geht voran.", "Ana Kernbach"),
            quote("Was nun?", "Anna Kernbach"),
            [("changed", "text"), ("renamed", "speaker.name")],
            id="spelled otherwise",
        ),
    ],
)
def test_quote_is_known_by_speaker(old: Quote, new: Quote, said: list[tuple[str, str]]) -> None:
    changes = compare(inside(quotes=(old,)), inside(quotes=(new,)))
    assert sorted(((c.kind, c.field) for c in changes), key=str) == said


def test_two_sections_of_one_landkreis_are_told_apart_by_what_is_in_them() -> None:
    first = landkreis("09901", "Landkreis Börde", contacts=(ANNA,))
    again = landkreis("09901", "Landkreis Börde", paragraphs=(paragraph(LONG_TEXT),))
    assert compare(edition(first, again), edition(again, first)) == ()


def test_landkreis_without_official_key_may_be_spelled_otherwise() -> None:
    old = landkreis("altmuehlau", "Landkreis Altmühlau", ags=None)
    new = landkreis("alt-muehlau", "Landkreis Alt-Mühlau", ags=None)
    (change,) = compare(edition(old), edition(new))
    assert (change.kind, change.what) == ("renamed", "landkreis")


def test_very_many_sections_of_one_landkreis_have_no_change_against_themselves() -> None:
    sections = [landkreis("09901", "Landkreis Börde", contacts=(ANNA,))] * 600
    assert compare(edition(*sections), edition(*sections)) == ()
