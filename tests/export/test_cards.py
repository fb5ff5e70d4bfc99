"""Address cards, read back by another library than the writer, with every value.

icalendar unfolds lines, takes parameters apart and undoes escapes; where a value has components,
it does not keep them apart, so they are split here by the rule of RFC 2426.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from icalendar.parser import Contentline, Contentlines

from pipeline.export import FORMATS
from schemas import Brochure, Contact
from tests.exporting import HOSTILE, HOSTILES, PLAIN, altmuehlau, office, whole

Card = dict[str, list[tuple[str, dict[str, str | list[str]], list[str]]]]


def cards(brochure: Brochure) -> list[Card]:
    """Return the cards: for each name its values whole, with parameters and components."""
    found: list[Card] = []
    data = FORMATS["vcf"]([brochure])[""].decode()
    for line in Contentlines.from_ical(data):  # type: ignore[no-untyped-call]
        if not line:
            continue
        name, params, value = line.parts()
        if name == "BEGIN":
            found.append({})
        found[-1].setdefault(name, []).append((value, dict(params), list(components(line))))
    return found


def components(line: Contentline) -> Iterator[str]:
    """Yield what stands between semicolons that are not escaped."""
    raw = str(line).partition(":")[2]
    for match in re.finditer(r"((?:[^\\;]|\\.)*)(;|$)", raw):
        yield re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], match[1])
        if not match[2]:
            return


def values(card: Card, name: str) -> list[str]:
    return [value for value, _, _ in card.get(name, [])]


def expected(text: str) -> str:
    """Return a text as a card can hold it."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f]", "\ufffd", text)


def test_card_has_every_value_of_a_contact() -> None:
    card, *_ = cards(altmuehlau(whole()))
    assert values(card, "VERSION") == ["3.0"]
    assert values(card, "FN") == ["Dr. Steffi Kern"]
    assert card["N"][0][2] == ["Kern", "Steffi", "", "Dr.", ""]
    assert card["ORG"][0][2] == ["Landratsamt Altmühlau", "Fachdienst 04", "Ehrenamt"]
    assert values(card, "TITLE") == ["Lotsin", "Leiterin"]
    assert [(value, params["TYPE"]) for value, params, _ in card["TEL"]] == [
        ("+493023125014", ["WORK", "VOICE"]),
        ("+493023125015", ["WORK", "FAX"]),
        ("+491713920012", ["WORK", "CELL"]),
        ("115", ["WORK", "VOICE"]),
    ]
    assert values(card, "EMAIL") == ["kern@kreis-altmuehlau.de", "ehrenamt@kreis-altmuehlau.de"]
    assert values(card, "URL") == [
        "https://kreis-altmuehlau.de/a,b;c?d=1",
        "https://www.kreis-altmuehlau.de",
    ]
    assert b"URL:https://kreis-altmuehlau.de/a,b;c?d=1\r\n" in FORMATS["vcf"]([PLAIN])[""]
    assert card["ADR"][0][2] == ["", "", "Am Markt 3", "Altmühlau", "", "99999", ""]
    assert values(card, "CATEGORIES") == ["Landkreis Altmühlau"]
    assert values(card, "NOTE") == [
        "edition-1.txt, 99999\nphone.area_mismatch: The number is odd; ring first."
    ]


def test_office_is_called_by_its_unit_and_marked_as_a_company() -> None:
    card, *_ = cards(altmuehlau(office()))
    assert values(card, "FN") == ["Jugendamt"]
    assert card["N"][0][2] == [""] * 5
    assert values(card, "X-ABSHOWAS") == ["COMPANY"]
    assert card["ORG"][0][2] == ["Landratsamt", "Jugendamt"]
    assert "ADR" not in card


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_hostile_text_stays_one_value(index: int) -> None:
    found = cards(HOSTILES)
    assert len(found) == len(HOSTILE)
    card, text = found[index], expected(HOSTILE[index])
    assert card["N"][0][2] == [text, text, "", text, ""]
    assert card["ORG"][0][2] == [text] * 3
    assert card["ADR"][0][2] == ["", "", f"{text} {text}", text, "", text, ""]
    for name in ("FN", "TITLE", "TEL", "EMAIL"):
        assert card[name][0][2] == [text], name
    assert set(card) <= {
        *("BEGIN", "VERSION", "PRODID", "UID", "ADR", "CATEGORIES", "EMAIL", "FN", "N"),
        *("NOTE", "ORG", "TEL", "TITLE", "END"),
    }


def test_lines_are_folded_as_the_standard_asks() -> None:
    data = FORMATS["vcf"]([HOSTILES])[""]
    # octets it says; vobject counts letters while a line is short, which every reader takes
    assert max(len(line.decode()) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"\n") == data.count(b"\r\n")


def uids(*brochures: Brochure) -> list[str]:
    data = FORMATS["vcf"](brochures)[""].decode()
    return re.findall("UID:(.*)\r\n", data)


def test_card_is_known_again_in_the_next_edition() -> None:
    changed: Contact = replace(whole(), phones=())
    assert uids(altmuehlau(whole())) == uids(altmuehlau(changed))
    assert len(set(uids(PLAIN, PLAIN))) == 2 * len(PLAIN.landkreise[0].contacts)
