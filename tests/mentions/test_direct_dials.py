"""Extensions printed apart from the number of their house."""

import pytest

from pipeline.mentions.phones import find_phones
from pipeline.text import Text

HOUSE = "030 23125-0"


@pytest.mark.parametrize(
    ("printed", "extensions"),
    [
        pytest.param(f"{HOUSE}\nEva Kurz, Durchwahl -014", ["014"], id="label and dash"),
        pytest.param(f"{HOUSE}\nEva Kurz, App. 014", ["014"], id="label"),
        pytest.param(f"{HOUSE}\nEva Kurz -014, Jan Roth (-015)", ["014", "015"], id="dashes"),
        pytest.param("030 23125-010\nDW 014", ["014"], id="as long as that of the house"),
        pytest.param(
            f"Eva Kurz -014, Jan Roth -015\n{HOUSE}", ["014", "015"], id="above the house"
        ),
        pytest.param("030 23125010\nEva Kurz -014", [], id="house without extension"),
        pytest.param("030 23125-\n\nKurz -014\nRoth -015", ["014", "015"], id="below a bare dash"),
        pytest.param(f"{HOUSE} (Zentrale), 23125-014", ["014"], id="without the area code"),
        pytest.param(f"{HOUSE}, 4710-014", [], id="of another house"),
        pytest.param(f"{HOUSE}\nvon -12 bis -15 Grad", [], id="degrees"),
        pytest.param(f"{HOUSE}\nHaus 2 -12 Plätze", [], id="count"),
        pytest.param(f"{HOUSE}\n{'Wort ' * 300}\nEva Kurz -014", [], id="too far"),
    ],
)
def test_extension_completes_the_number_of_its_house(printed: str, extensions: list[str]) -> None:
    found = [phone for phone in find_phones(Text.of(printed)) if not phone.raw.startswith("030")]
    assert [phone.e164 for phone in found] == [f"+493023125{dial}" for dial in extensions]


def test_fax_of_a_desk_is_a_fax() -> None:
    found = find_phones(Text.of(f"{HOUSE}\nEva Kurz, Tel. -014, Fax -015"))
    assert [(phone.kind, phone.raw) for phone in found[1:]] == [("phone", "-014"), ("fax", "-015")]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        pytest.param("Tel. 030 23125-014 12", "+493023125014", id="room"),
        pytest.param("Tel. 030 23125-014 015", "+493023125014", id="room of three digits"),
        pytest.param("Tel. 030 23125-14 014", "+49302312514", id="room on the ground floor"),
        pytest.param("Zimmer 2.14\t030 23125-014", "+493023125014", id="room in a column before"),
        pytest.param("Zi. 14 030 23125-014", "+493023125014", id="room before"),
        pytest.param("2.14\t030 23125-014", "+493023125014", id="bare room in a column before"),
        pytest.param("Tel. 030 23125-0 72", "+493023125072", id="pairs"),
        pytest.param("Tel. 030 23125 014 014 014", None, id="nothing says where it ends"),
    ],
)
def test_what_follows_an_extension_is_no_part_of_it(printed: str, number: str | None) -> None:
    assert [phone.e164 for phone in find_phones(Text.of(printed))] == [number]
