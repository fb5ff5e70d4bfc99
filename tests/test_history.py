from pathlib import Path

import pytest

from pipeline.history import as_text, history, history_of
from pipeline.write import as_json
from schemas import Brochure, Contact
from tests.editions import MAIL, edition, landkreis, number, office, person


def with_people(*people: Contact, identity: str = "09901") -> Brochure:
    return edition(landkreis(identity, f"Landkreis {identity}", contacts=people))


ANNA = person("Anna Kern", phones=(number(1),), mails=(f"anna.kern{MAIL}",))
MARRIED = person("Anna Roth", phones=(number(1),), mails=(f"anna.roth{MAIL}",))
BERND = person("Bernd Süß", phones=(number(2),))
AMT = office("Sozialamt", phones=(number(3),))


def told(brochures: dict[str, Brochure]) -> list[str]:
    return [line[4:] for line in as_text(history_of(brochures)).splitlines() if "  - " in line]


@pytest.mark.parametrize(
    ("editions", "line"),
    [
        pytest.param([[ANNA], [ANNA], [ANNA]], "Anna Kern: since heft-1", id="always"),
        pytest.param([[], [ANNA], [ANNA]], "Anna Kern: since heft-2", id="came"),
        pytest.param([[ANNA], [ANNA], []], "Anna Kern: heft-1 to heft-2", id="left"),
        pytest.param([[], [ANNA], []], "Anna Kern: only in heft-2", id="once"),
        pytest.param(
            [[ANNA], [], [ANNA]], "Anna Kern: only in heft-1, again since heft-3", id="came back"
        ),
        pytest.param(
            [[ANNA], [MARRIED], [MARRIED]],
            "Anna Roth (formerly Anna Kern): since heft-1",
            id="changed her name",
        ),
        pytest.param([[AMT], [AMT], []], "Sozialamt, Landratsamt: heft-1 to heft-2", id="office"),
    ],
)
def test_since_when_and_until_when(editions: list[list[Contact]], line: str) -> None:
    # the order in which they are read says nothing
    brochures = {
        f"heft-{i}": with_people(*people, BERND)
        for i, people in reversed(list(enumerate(editions, 1)))
    }
    assert sorted(told(brochures)) == sorted([line, "Bernd Süß: since heft-1"])


def test_editions_are_in_the_order_that_people_count_in() -> None:
    names = ["heft-10-2023", "heft-2-2024", "heft-2-2023", "heft"]
    (series,) = history_of({name: with_people(ANNA) for name in names}).series
    assert series.editions == ("heft", "heft-2-2023", "heft-10-2023", "heft-2-2024")


def test_two_brochures_in_one_folder_are_two_series() -> None:
    brochures = {
        "nord-2023": with_people(ANNA),
        "nord-2024": with_people(ANNA),
        "süd-2023": with_people(BERND, identity="09902"),
    }
    assert [series.editions for series in history_of(brochures).series] == [
        ("nord-2023", "nord-2024"),
        ("süd-2023",),
    ]


def test_same_brochure_under_another_name_is_an_edition() -> None:
    brochures = {"land-2023": with_people(ANNA), "das neue heft 2024": with_people(ANNA)}
    assert len(history_of(brochures).series) == 1


def test_folder_of_records(tmp_path: Path) -> None:
    for name, people in (("heft-1", (ANNA, BERND)), ("heft-2", (BERND, AMT))):
        (tmp_path / f"{name}.json").write_text(as_json(with_people(*people)), encoding="utf-8")
    (series,) = history(tmp_path).series
    assert [(each.name, each.kind) for each in series.appearances] == [
        ("Anna Kern", "person"),
        ("Bernd Süß", "person"),
        ("Sozialamt, Landratsamt", "office"),
    ]
    assert [period.until for period in series.appearances[0].periods] == ["heft-1"]


@pytest.mark.timeout(60)
def test_folder_of_brochures(tmp_path: Path) -> None:
    for year in (2023, 2024):
        text = f"Überblick {year}\n\nLandkreis Börde\n\nUns hilft das Jobcenter {year}.\n"
        (tmp_path / f"heft-{year}.txt").write_text(text, encoding="utf-8")
    (series,) = history(tmp_path).series
    assert series.editions == ("heft-2023", "heft-2024")
