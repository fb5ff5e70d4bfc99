from pathlib import Path

import pytest

from pipeline.read.inputs import ClashError, find_inputs, refuse_clashes
from pipeline.write import targets


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text", encoding="utf-8")
    return root


def found(*given: Path, output: Path | None = None) -> list[str]:
    return [each.path.name for each in find_inputs(given, output).inputs]


def test_folder_stands_for_the_brochures_below_it(tmp_path: Path) -> None:
    tree(tmp_path, "b.txt", "a/z.TXT", "a/notes.md", "c.pdf", ".hidden.txt", ".git/d.txt")
    assert found(tmp_path) == ["z.TXT", "b.txt", "c.pdf"]
    assert {each.root for each in find_inputs([tmp_path]).inputs} == {tmp_path}


def test_order_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    tree(tmp_path, *(f"{name}.txt" for name in "jdbxa"))
    assert found(tmp_path) == ["a.txt", "b.txt", "d.txt", "j.txt", "x.txt"]


def test_what_was_written_is_not_read_again(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "output/a.txt")
    assert found(tmp_path, output=tmp_path / "output") == ["a.txt"]


def test_file_and_its_folder_are_one_brochure(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    assert found(tmp_path / "a.txt", tmp_path) == ["a.txt"]


def test_folder_without_brochures_is_an_error_and_the_others_go_on(tmp_path: Path) -> None:
    tree(tmp_path, "empty/notes.md", "a.txt")
    result = find_inputs([tmp_path / "empty", tmp_path / "nowhere.txt", tmp_path / "a.txt"])
    assert [error.problem for error in result.errors] == [
        "the folder holds no brochure",
        "there is no such file",
    ]
    assert [each.path.name for each in result.inputs] == ["a.txt"]


@pytest.mark.parametrize(
    ("names", "output", "message"),
    [
        pytest.param(["a/x.txt", "b/x.txt"], "out", "would both become", id="same stem"),
        pytest.param(["a/x.txt", "b/X.TXT"], "out", "would both become", id="same but for case"),
        pytest.param(["a/Ö.txt", "b/O\u0308.txt"], "out", "both become", id="same but for form"),
        pytest.param(["a/x.txt"], "a", "written over the brochure", id="onto itself"),
        pytest.param(["a/x.txt", "b/y.txt"], "b", "brochure .*y.txt", id="onto another"),
    ],
)
def test_clash_is_refused(tmp_path: Path, names: list[str], output: str, message: str) -> None:
    tree(tmp_path, *names)
    inputs = find_inputs([tmp_path / name for name in names]).inputs
    with pytest.raises(ClashError, match=message):
        refuse_clashes(inputs, [targets(tmp_path / output, each.path.stem) for each in inputs])


def test_different_stems_do_not_clash(tmp_path: Path) -> None:
    tree(tmp_path, "a/x.txt", "a/x.y.txt", "b/z.txt")
    inputs = find_inputs([tmp_path]).inputs
    refuse_clashes(inputs, [targets(tmp_path / "out", each.path.stem) for each in inputs])


def test_linked_folders_are_not_followed_for_ever(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    (tmp_path / "again").symlink_to(tmp_path)
    assert found(tmp_path) == ["a.txt"]


def test_corrections_are_no_brochure_and_are_not_left_alone_in_silence(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "a.corrections.toml", "B.PDF", "B.corrections.toml", "notes.toml")
    assert found(tmp_path) == ["B.PDF", "a.txt"]
    assert find_inputs([tmp_path]).errors == ()
    tree(tmp_path, "below/b.corrections.toml", "c.corrections.toml", ".d.corrections.toml")
    errors = find_inputs([tmp_path]).errors
    assert [error.path.name for error in errors] == ["b.corrections.toml", "c.corrections.toml"]
    assert errors[0].problem == "there is no brochure to these corrections"
    assert found(tmp_path) == ["B.PDF", "a.txt"]
