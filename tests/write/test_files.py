import json
import resource
import stat
from pathlib import Path

import pytest

from pipeline.errors import UnwritableError
from pipeline.text import Text
from pipeline.write import as_json, contents, make_folder, targets, write
from schemas import Brochure
from tests.records import brochure, contact, section

TEXT = Text.of("Börde")


def test_json_is_for_people_too() -> None:
    characters = as_json(brochure())
    assert characters.endswith("}\n")
    assert '  "title": "Überblick",\n' in characters
    assert list(json.loads(characters)) == [
        "schema_version",
        "source",
        "generator",
        "title",
        "landkreise",
        "residue",
        "findings",
    ]


@pytest.mark.parametrize("brochure", [brochure(), brochure(section("Börde", contact("Kern")))])
def test_json_in_pieces_is_that_of_the_whole(brochure: Brochure) -> None:
    assert as_json(brochure) == brochure.model_dump_json(indent=2) + "\n"


def test_no_key_is_left_out() -> None:
    (kreis,) = json.loads(as_json(brochure(section("Börde", contact("Kern")))))["landkreise"]
    assert kreis["ags"] is None
    assert kreis["contacts"][0]["address"] is None
    assert kreis["quotes"] == []


def test_all_files_are_written(tmp_path: Path) -> None:
    write(contents(brochure(), TEXT), tmp_path / "a" / "b", "x.y")
    text_file, page_file, json_file = targets(tmp_path / "a" / "b", "x.y")
    assert text_file.read_bytes() == "Börde".encode()
    assert json_file.read_bytes() == as_json(brochure()).encode()
    assert page_file.read_bytes() == bytes(contents(brochure(), TEXT)["page"])
    names = sorted(path.name for path in text_file.parent.iterdir())
    assert names == ["x.y.html", "x.y.json", "x.y.txt"]


def test_files_have_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write(contents(brochure(), TEXT), tmp_path, "x")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("usual", "x.json")}
    assert len(modes) == 1


def test_full_disk_leaves_the_earlier_output_whole(tmp_path: Path) -> None:
    write(contents(brochure(), TEXT), tmp_path, "x")
    before = {path: path.read_bytes() for path in targets(tmp_path, "x")}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(UnwritableError, match=r"x\.txt: this cannot be written"):
            write(contents(brochure(section("Börde")), Text.of("Börde" * 20_000)), tmp_path, "x")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_longest_name_can_be_written(tmp_path: Path) -> None:
    write(contents(brochure(), TEXT), tmp_path, "x" * 250)
    assert (tmp_path / ("x" * 250 + ".json")).exists()


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_folder_that_is_a_file_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableError) as caught:
        make_folder(tmp_path / place)
    assert "--output" in caught.value.remedy


def test_target_that_is_a_folder_is_refused_and_no_draft_is_left(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(UnwritableError):
        write(contents(brochure(), TEXT), tmp_path, "x")
    assert list(tmp_path.iterdir()) == [tmp_path / "x.txt"]
