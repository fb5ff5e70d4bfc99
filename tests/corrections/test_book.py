"""Saving: comments, order and foreign bytes stay; nobody's work is overwritten."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.corrections.book import Book
from pipeline.errors import CorrectionsError
from schemas.corrections_file import Acceptance, Act, Check

BY_HAND = """\
# Corrections of the edition of 2025.

[[accepted]]   # rung on 3 June
finding = "phone.area_mismatch"
value   = '03351/eva-kurz.phones'
was = "+493023125014"

# Her number was misprinted.
[[correction]]
value = "03351/eva-kurz.phones"  # the first one
was = "030 23125-014"
set = "030 23125-016"

    [[correction]]
    value = "03351.contacts"
    [correction.add]
    name = "Ute Lang"
# the end
"""

PHONE = Act(value="03351/eva-kurz.phones", was="030 23125-014", set="030 23125-017")


@pytest.fixture
def brochure(tmp_path: Path) -> Path:
    (tmp_path / "edition.corrections.toml").write_text(BY_HAND, encoding="utf-8")
    return tmp_path / "edition.txt"


def saved(book: Book) -> str:
    assert book.save() == Book.load(book.path.parent / "edition.txt")
    return book.path.read_text(encoding="utf-8")


def test_nothing_changed_is_nothing_written(brochure: Path) -> None:
    before = brochure.with_name("edition.corrections.toml").stat()
    assert saved(Book.load(brochure)) == BY_HAND
    assert saved(Book.load(brochure).put(Check(section="1")).drop(Check(section="1"))) == BY_HAND
    after = brochure.with_name("edition.corrections.toml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_entry_about_the_same_value_is_changed_in_its_place(brochure: Path) -> None:
    book = Book.load(brochure).put(PHONE)
    assert saved(book) == BY_HAND.replace("23125-016", "23125-017")


def test_new_entries_are_put_at_the_end(brochure: Path) -> None:
    book = Book.load(brochure).put(Check(section="15083", note="ö"))
    book = book.put(Act(value="03351/eva-kurz.roles", add="Lotsin"))
    assert saved(book).removeprefix(BY_HAND) == (
        '\n[[correction]]\nvalue = "03351/eva-kurz.roles"\nadd = "Lotsin"\n'
        '\n[[checked]]\nsection = "15083"\nnote = "ö"\n'
    )


def test_entry_that_goes_takes_no_comment_with_it(brochure: Path) -> None:
    book = Book.load(brochure)
    text = saved(book.drop(PHONE).drop(book.file.accepted[0]).drop(book.file.correction[1]))
    assert text == (
        "# Corrections of the edition of 2025.\n\n# Her number was misprinted.\n# the end\n"
    )


def test_act_of_another_kind_takes_the_place(brochure: Path) -> None:
    remove = PHONE.model_copy(update={"set": None, "remove": True, "note": "gone"})
    text = saved(Book.load(brochure).put(remove))
    assert 'was = "030 23125-014"\nremove = true\nnote = "gone"\n' in text
    assert "  # the first one" in text


def test_first_entry_makes_the_file(tmp_path: Path) -> None:
    table = {"name": "Ute Lang", "phones": ["030 23125-014"], "address": {"city": "Celle"}}
    entry = Act(value="03351.contacts", add=table, note="n")
    book = Book.load(tmp_path / "edition.txt").put(entry)
    assert saved(book) == (
        '[[correction]]\nvalue = "03351.contacts"\nnote = "n"\n\n[correction.add]\n'
        'name = "Ute Lang"\nphones = ["030 23125-014"]\naddress = {city = "Celle"}\n'
    )


def test_windows_line_ends_stay(brochure: Path) -> None:
    path = brochure.with_name("edition.corrections.toml")
    path.write_bytes(BY_HAND.replace("\n", "\r\n").encode())
    Book.load(brochure).put(Check(section="1")).put(PHONE).save()
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b'section = "1"\r\n' in data


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"""\n[[correction]]\n\\', id="TOML"),
        pytest.param("a\tb 'c' \"d\" \\u001b", id="quotes"),
        pytest.param("😀 ş 'ÄÖÜ'", id="letters"),
    ],
)
def test_hostile_note_comes_back_as_it_was(text: str, brochure: Path) -> None:
    entry = Acceptance(finding="phone.invalid", value="1/a.phones", was="12", note=text)
    Book.load(brochure).put(entry).save()
    assert Book.load(brochure).file.accepted[-1] == entry


def test_entry_that_could_not_be_read_back_is_not_saved(brochure: Path) -> None:
    with pytest.raises(CorrectionsError, match="cannot be printed"):
        Book.load(brochure).put(PHONE.model_copy(update={"note": "a\x1bb"})).save()
    assert brochure.with_name("edition.corrections.toml").read_text() == BY_HAND


def by_another(path: Path) -> None:
    path.write_text(BY_HAND + "# more\n", encoding="utf-8")


def taken_away(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("event", [by_another, taken_away])
def test_file_that_somebody_else_changed_is_not_overwritten(
    event: Callable[[Path], None], brochure: Path
) -> None:
    book = Book.load(brochure).put(PHONE)
    event(book.path)
    before = book.path.read_bytes() if book.path.exists() else None
    with pytest.raises(CorrectionsError, match="somebody else has changed"):
        book.save()
    assert (book.path.read_bytes() if book.path.exists() else None) == before


def test_file_that_somebody_else_made_is_not_overwritten(tmp_path: Path) -> None:
    book = Book.load(tmp_path / "edition.txt").put(PHONE)
    book.path.write_text(BY_HAND)
    with pytest.raises(CorrectionsError, match="somebody else has changed"):
        book.save()


def test_folder_that_is_no_more_is_an_error(tmp_path: Path) -> None:
    book = Book.load(tmp_path / "away" / "edition.txt").put(PHONE)
    with pytest.raises(CorrectionsError, match="cannot be written"):
        book.save()
    assert list(tmp_path.iterdir()) == []
