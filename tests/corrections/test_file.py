"""What a corrections file may not say, each with its line and with what helps."""

from pathlib import Path

import pytest

from pipeline.corrections.book import Book
from pipeline.corrections.entries import entries_of
from pipeline.corrections.file import MAX_BYTES, parse_file
from pipeline.errors import CorrectionsError
from tests.reviewing import NOWHERE, entry

PHONES = '"03351/eva-kurz.phones"'


@pytest.mark.parametrize(
    ("toml", "line", "problem"),
    [
        pytest.param("# who\n\nvalue =\n", 3, "this is no TOML: invalid value", id="no TOML"),
        pytest.param('[[checked]]\nsection = "0', 2, "this is no TOML", id="unclosed"),
        pytest.param("\n[[korrektur]]\n", 2, "“korrektur” means nothing here", id="unknown table"),
        pytest.param("\nnote = 1\n", 2, "“note” means nothing here", id="key outside of a table"),
        pytest.param("[correction]\n", 1, "written as [[correction]]", id="single brackets"),
        pytest.param(
            '\ncorrection = [{value = "1/a.name", set = "Eva Kurz"}]',
            2,
            "written as [[correction]]",
            id="inline array",
        ),
        pytest.param(
            entry(valeu=PHONES, add='"030 23125-014"'),
            2,
            "there is no key “valeu”",
            id="misspelt key",
        ),
        pytest.param(entry(add='"030 23125-014"'), 1, "the key “value” is missing", id="no value"),
        pytest.param(entry(value=PHONES, was='"1"'), 1, "write one of `set", id="no act"),
        pytest.param(
            entry(value=PHONES, was='"1"', set='"2"', remove="true"),
            1,
            "write one of",
            id="two acts",
        ),
        pytest.param(
            entry(value=PHONES, was='"1"', add='"2"'),
            1,
            "`was` does not go with `add`",
            id="was, add",
        ),
        pytest.param(entry(value=PHONES, remove="false"), 3, "only be true", id="remove = false"),
        pytest.param(entry(value=PHONES, was="1", remove="true"), 3, "was takes text", id="number"),
        pytest.param(entry(value="1979-05-27", remove="true"), 2, "value takes text", id="date"),
        pytest.param(entry(value=PHONES, add='["030 23125-014"]'), 3, "add takes text", id="list"),
        pytest.param(
            entry(value='"03351/eva-kurz.fone"', add='"1"'),
            2,
            "a contact has no “fone” that can be corrected; there is name, roles, organisation",
            id="unknown field",
        ),
        pytest.param(
            entry(value='"Landkreis Celle"', remove="true"), 2, "cannot be the id", id="no id"
        ),
        pytest.param(
            entry(value='"03351/Eva-Kurz"', remove="true"), 2, "cannot be the id", id="capitals"
        ),
        pytest.param(
            entry(value='"03351"', remove="true"), 2, "is all of it; name one of", id="section"
        ),
        pytest.param(
            entry(value='"03351/eva-kurz"', set='"Eva"'), 2, "03351/eva-kurz.name", id="set a whole"
        ),
        pytest.param(
            entry(value='"03351.contacts"', remove="true"), 3, "`add` to it", id="remove a list"
        ),
        pytest.param(entry(value=PHONES, set='"115"'), 3, "phones is a list: `was`", id="no was"),
        pytest.param(
            entry(value=PHONES, add='"030 23125-014/-015"'),
            3,
            "is not one possible",
            id="two numbers",
        ),
        pytest.param(entry(value=PHONES, add='"23125"'), 3, "area code", id="no area code"),
        pytest.param(
            entry(value='"1/a.emails"', add='"eva kurz@kreis-celle.de"'),
            3,
            "not one valid",
            id="mail",
        ),
        pytest.param(
            entry(value='"1/a.emails"', add='"eva.kurz@kreis-celle,de"'),
            3,
            "not one valid",
            id="comma",
        ),
        pytest.param(entry(value='"1/a.websites"', add='"kreis"'), 3, "on the web", id="website"),
        pytest.param(entry(value='"1/a.name"', set='"Amt"'), 3, "{ given = ", id="no name"),
        pytest.param(entry(value='"1/a.address"', set='"Celle"'), 3, "{ street =", id="address"),
        pytest.param(
            entry(value='"1/a.address"', set='{ town = "Celle" }'), 3, "no part “town”", id="parts"
        ),
        pytest.param(entry(value='"1/a.name"', set="{}"), 3, "has no part", id="no parts"),
        pytest.param(entry(value='"1/a.roles"', add='" "'), 3, "roles is empty", id="empty"),
        pytest.param(
            entry(value='"1/a.roles"', add='"a\\u001bb"'), 3, "cannot be printed", id="control"
        ),
        pytest.param(
            entry(value='"1/a.roles"', add='"a\\u202eb"'), 3, "cannot be printed", id="bidi"
        ),
        pytest.param(
            entry(value='"1/a.roles"', add=f'"{"a" * 10_001}"'), 3, "10,001 characters", id="long"
        ),
        pytest.param(
            entry(value='"1/a.name"', add='"Eva Kurz"'), 3, "write `set`", id="add to one"
        ),
        pytest.param(
            entry(value='"1/partners/a.name"', was='"A"', remove="true"),
            4,
            "cannot be removed",
            id="needed",
        ),
        pytest.param(
            entry(value='"1/partners/a.kind"', set='"verein"'),
            3,
            "kind is organisation or person or group, not “verein”",
            id="kind",
        ),
        pytest.param(entry(value='"1.contacts"', add='"Eva Kurz"'), 3, "is a table", id="no table"),
        pytest.param(entry(value='"1.contacts"', add="{}"), 3, "needs a name", id="nobody"),
        pytest.param(
            entry(value='"1.contacts"', add='{ fon = "1" }'),
            3,
            "has no “fon”",
            id="key of a contact",
        ),
        pytest.param(
            entry(value='"1.contacts"', add='{ name = "Eva Kurz", phones = "115" }'),
            3,
            "phones is a list",
            id="no list",
        ),
        pytest.param(
            entry(value='"1.contacts"', add='{ name = "Eva Kurz", phones = [115] }'),
            3,
            "phones takes text in quotation marks, not a number",
            id="number in a list",
        ),
        pytest.param(entry(value='"1.partners"', add="{}"), 3, "needs a name", id="no partner"),
        pytest.param(entry(value='"1.quotes"', add="{}"), 3, "needs a text", id="no quote"),
        pytest.param(
            entry(value='"1.quotes"', add='{ text = "A", speaker = {} }'),
            3,
            "speaker",
            id="nobody said",
        ),
        pytest.param(
            '[[accepted]]\nfinding = "phone.wrong"\n', 2, "“phone.wrong” is no code", id="code"
        ),
        pytest.param(
            '[[accepted]]\nfinding = "phone.invalid"\nvalue = "Celle"\n', 3, "cannot be", id="about"
        ),
        pytest.param('[[checked]]\nsection = "1/a"\n', 2, "id of a section", id="no section"),
        pytest.param("[[checked]]\nsection = 3351\n", 2, "section takes text", id="section number"),
        pytest.param(
            entry(value='"1/a.name"', set='"Eva Kurz"')
            + "# again\n"
            + entry(value='"1/a.name"', was='"Eva"', remove="true"),
            5,
            "an entry before this one is about the same",
            id="two about one value",
        ),
        pytest.param(
            entry(value=PHONES, was='"030 23125-014"', remove="true")
            + entry(value=PHONES, was='"+49 30 23125014"', set='"115"'),
            5,
            "an entry before this one is about the same",
            id="two about one number, written otherwise",
        ),
        pytest.param(
            entry(value='"1/a.roles"', add='"A"', note='"""\n[[correction]]\nset = 1\n"""')
            + entry(value='"1/a.roles"', was='"B"', sett='"C"'),
            11,
            "no key “sett”",
            id="header inside a long string",
        ),
    ],
)
def test_mistake_is_named_with_its_line(toml: str, line: int, problem: str) -> None:
    with pytest.raises(CorrectionsError) as caught:
        parse_file(toml, NOWHERE)
    assert problem in caught.value.problem
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{NOWHERE}, line {line}: ")
    assert caught.value.remedy


def test_file_may_be_saved_by_any_editor(tmp_path: Path) -> None:
    toml = entry(value=PHONES, add='"030 23125-014"').replace("\n", "\r\n")
    (tmp_path / "a.corrections.toml").write_bytes(b"\xef\xbb\xbf" + toml.encode())
    (act,) = Book.load(tmp_path / "a.txt").file.correction
    assert act.add == "030 23125-014"


@pytest.mark.parametrize(
    ("data", "problem", "line"),
    [
        pytest.param("# Börde\n\n# Börde".encode("cp1252"), "this is not UTF-8", 1, id="encoding"),
        pytest.param(b"#" * (MAX_BYTES + 1), "more than 1,048,576", None, id="size"),
    ],
)
def test_file_that_cannot_be_read(
    data: bytes, problem: str, line: int | None, tmp_path: Path
) -> None:
    (tmp_path / "a.corrections.toml").write_bytes(data)
    with pytest.raises(CorrectionsError, match=problem) as caught:
        Book.load(tmp_path / "a.txt")
    assert caught.value.line == line


def test_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.corrections.toml").mkdir()
    with pytest.raises(CorrectionsError, match="cannot be read"):
        Book.load(tmp_path / "a.txt")


def test_entries_are_found_among_comments_and_strings() -> None:
    toml = (
        '# [[checked]]\n[[checked]] # x\nsection = "1"\n[[accepted]]\nnote = """\n[[checked]]"""\n'
    )
    found = [(e.kind, toml[e.start : e.end].splitlines()[0]) for e in entries_of(toml)]
    assert found == [("checked", "[[checked]] # x"), ("accepted", "[[accepted]]")]
