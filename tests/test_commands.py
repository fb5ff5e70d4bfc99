import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.write import as_json
from schemas import Brochure
from schemas.publish import as_schema
from tests.editions import edition, landkreis, number, person

ANNA = person("Anna Kern", phones=(number(1),))
BERND = person("Bernd Süß", phones=(number(2),))
OLD = edition(landkreis("09901", "Landkreis Börde", contacts=(ANNA,)))
NEW = edition(landkreis("09901", "Landkreis Börde", contacts=(BERND, ANNA)))


def run(*arguments: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


def saved(folder: Path, name: str, brochure: Brochure) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(as_json(brochure), encoding="utf-8")
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return saved(tmp_path / "old", "heft", OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return saved(tmp_path / "new", "heft", NEW)


def test_two_files_are_compared(old: Path, new: Path) -> None:
    said = "Landkreis Börde:\n  - The contact Bernd Süß is new.\n"
    assert run("diff", old, new) == (0, said, "")
    assert run("diff", old, old) == (0, "Nothing has changed.\n", "")


def test_two_folders_are_compared(old: Path, new: Path) -> None:
    saved(new.parent, "noch-eins", edition(landkreis("09902", "Landkreis Nord"), title="Noch eins"))
    status, said, _ = run("diff", old.parent, new.parent)
    assert status == 0
    assert said.startswith("heft\n====\nLandkreis Börde:\n  - The contact Bernd Süß is new.\n")
    assert "  - The brochure Noch eins is new.\n" in said


def test_exit_code_is_as_git_has_it(old: Path, new: Path, tmp_path: Path) -> None:
    assert run("diff", old, new, "--exit-code")[0] == 1
    assert run("diff", old, old, "--exit-code")[0] == 0
    assert run("diff", old, new)[0] == 0
    assert run("diff", old, tmp_path / "nowhere.json", "--exit-code")[0] == 2


def test_json_has_the_published_schema(old: Path, new: Path) -> None:
    told = json.loads(run("diff", old, new, "--json")[1])
    Draft202012Validator(as_schema("changes")).validate(told)
    (change,) = told["comparisons"][0]["changes"]
    assert (change["kind"], change["new"]["path"]) == ("added", "/landkreise/0/contacts/0")
    told = json.loads(run("history", old.parent, "--json")[1])
    Draft202012Validator(as_schema("history")).validate(told)


def test_markdown(old: Path, new: Path) -> None:
    said = run("diff", old, new, "--markdown")[1]
    assert said == "### Landkreis Börde\n\n- The contact **Bernd Süß** is new.\n"


def test_json_and_markdown_is_wrong_usage(old: Path, new: Path) -> None:
    assert run("diff", old, new, "--json", "--markdown")[0] == 2


def test_what_cannot_be_read_is_said(old: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    status, _, complaint = run("diff", old, bad)
    assert status == 2
    assert "bad.json: this is no record of a brochure\n  Name a JSON" in complaint
    (tmp_path / "empty").mkdir()
    assert "holds no brochure" in run("history", tmp_path / "empty")[2]


def test_history(tmp_path: Path) -> None:
    saved(tmp_path / "all", "heft-1", OLD)
    saved(tmp_path / "all", "heft-2", NEW)
    assert run("history", tmp_path / "all")[1] == (
        "Editions: heft-1, heft-2\n\n"
        "Landkreis Börde:\n  - Anna Kern: since heft-1\n  - Bernd Süß: since heft-2\n"
    )


@pytest.mark.parametrize("name", ["brochure", "changes", "history"])
def test_each_schema_can_be_printed(name: str) -> None:
    assert json.loads(run("schema", name)[1]) == as_schema(name)


def test_terminal_does_not_obey_what_is_compared(tmp_path: Path) -> None:
    old = saved(tmp_path / "old", "heft", edition())
    new = saved(tmp_path / "new", "heft", edition(landkreis("09901", "Börde\x1b[31m")))
    assert "\x1b" not in run("diff", old, new)[1]
