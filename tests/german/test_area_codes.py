"""The generated table of area codes."""

import pytest

from pipeline.german.area_codes import area_code, is_place, place_of


@pytest.mark.parametrize(
    ("e164", "place"),
    [
        pytest.param("+493023125014", "Berlin", id="two digits"),
        pytest.param("+492214710123", "Köln", id="three digits"),
        pytest.param("+4921291234", "Haan Rheinland", id="inside another code"),
        pytest.param("+496219876543", "Mannheim", id="shared network"),
        pytest.param("+491713920012", None, id="mobile"),
        pytest.param("+498001110111", None, id="service"),
        pytest.param("+431515100", None, id="foreign"),
    ],
)
def test_place_of_a_number(e164: str, place: str | None) -> None:
    assert place_of(e164) == place


@pytest.mark.parametrize(
    ("national", "code"),
    [
        pytest.param("3023125014", "30", id="Berlin"),
        pytest.param("21291234", "2129", id="longest"),
        pytest.param("6215012345", "621", id="a block of numbers is no area code"),
        pytest.param("1713920012", None, id="mobile"),
        pytest.param("", None, id="empty"),
    ],
)
def test_area_code(national: str, code: str | None) -> None:
    assert area_code(national) == code


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        pytest.param("Celle", True, id="town"),
        pytest.param("Garmisch-Partenkirchen", True, id="double town"),
        pytest.param("Integration", False, id="noun"),
        pytest.param("Kreis Celle", False, id="more than a name"),
    ],
)
def test_place_by_its_name(printed: str, *, place: bool) -> None:
    assert is_place(printed) is place
