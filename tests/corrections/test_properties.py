"""What corrections promise, tried with corrections that nobody thought of."""

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from benchmarks.grounding import check as check_grounding
from pipeline.corrections import edit
from pipeline.corrections.book import Book
from pipeline.corrections.file import identity, parse_file, validate_act
from pipeline.corrections.ids import FIELDS, get, owners, parse_id
from pipeline.corrections.review import corrected
from pipeline.corrections.toml import rewritten
from pipeline.corrections.values import reading
from pipeline.errors import CorrectionsError
from pipeline.run import judge
from pipeline.write import as_json
from schemas import Brochure
from schemas.corrections_file import Act, CorrectionsFile
from tests.reviewing import NOWHERE, findings, read

READ = read()
PLAIN = READ.brochure

LINES = st.sampled_from(
    [
        *("Eva Kurz", "Dr. Jan Roth", "Volkshochschule", "Landratsamt Celle", "Ute Lang", "Archiv"),
        *("030 23125-014", "Fax 030 23125-015", "+493023125020", "0171 3920012"),
        *("eva.kurz@kreis-celle.de", "lang@kreis-celle.de", "www.kreis-celle.de"),
        *("Am Markt 3, 29221 Celle", "group", "person", "Wir packen an und geben nicht auf."),
    ]
)
TABLES = st.fixed_dictionaries(
    {},
    optional={
        "name": LINES,
        "organisation": LINES,
        "text": LINES,
        "roles": st.lists(LINES, max_size=2),
        "phones": st.lists(LINES, max_size=2),
    },
)


def value_ids() -> list[str]:
    found = ["03351/nobody.name", "99999.contacts"]
    for landkreis in PLAIN.landkreise:
        found += [f"{landkreis.id}.{name}" for name in FIELDS["section"]]
        for owner_id, owner in owners(landkreis).items():
            kind = type(owner).__name__.lower()
            found += [owner_id, *(f"{owner_id}.{name}" for name in FIELDS[kind])]  # type: ignore[index]
    return found


def values(brochure: Brochure) -> Iterator[tuple[str, Any]]:
    """Yield all values that can be corrected, each with the id of what it belongs to."""
    for landkreis in brochure.landkreise:
        for owner_id, owner in owners(landkreis).items():
            yield owner_id, owner
            for name in FIELDS[type(owner).__name__.lower()]:  # type: ignore[index]
                found = get(owner, name)
                for value in found if isinstance(found, tuple) else [found]:
                    if value is not None:
                        yield f"{owner_id}.{name}", value


VALUES = [(of, reading(value)) for of, value in values(PLAIN)]
VALUE_IDS = value_ids()
READINGS = sorted({was for _, was in VALUES})


@st.composite
def acts(draw: st.DrawFn) -> Act:
    what = draw(st.sampled_from(["set", "remove", "add"]))
    given = True if what == "remove" else draw(LINES | TABLES)
    if what == "add":
        return Act(value=draw(st.sampled_from(VALUE_IDS)), add=draw(LINES | TABLES))
    at, was = draw(st.sampled_from(VALUES))
    at = draw(st.just(at) | st.sampled_from(VALUE_IDS))
    claim = draw(st.just(was) | st.none() | st.sampled_from(READINGS))
    return Act.model_validate({"value": at, "was": claim, what: given})


def is_possible(act: Act) -> bool:
    try:
        validate_act(act)
    except ValueError:
        return False
    return True


def as_file(found: list[Act]) -> CorrectionsFile:
    """Make a file without double entries, which no file that is read can have."""
    return CorrectionsFile(correction=tuple({identity(act): act for act in found}.values()))


any_files = st.lists(acts(), max_size=8).map(as_file)
files = any_files.map(lambda file: as_file(list(filter(is_possible, file.correction))))


def with_file(file: CorrectionsFile) -> Brochure:
    return judge(READ, Book(NOWHERE, file, None)).brochure


@given(files)
def test_no_value_of_the_source_is_lost(file: CorrectionsFile) -> None:
    after = with_file(file)
    kept = Counter(repr(value) for _, value in values(after))
    kept += Counter(repr(c.read) for each in after.landkreise for c in each.corrections)
    gone = [c.read for each in after.landkreise for c in each.corrections if c.act == "remove"]
    whole = " ".join(map(repr, gone))
    for of, value in values(PLAIN):
        if "/" in of and "." not in of:
            continue  # a whole changes with each of its fields
        assert kept[repr(value)] or repr(value) in whole or of.endswith(".speaker.kind"), of


@given(files)
def test_record_keeps_the_promises_of_the_contract(file: CorrectionsFile) -> None:
    record = json.loads(as_json(with_file(file)))
    grounding = check_grounding(record, READ.repaired.text.characters)
    assert (grounding.bad, grounding.twice, grounding.lost) == ([], 0, 0)
    assert Brochure.model_validate(Brochure.model_validate_json(json.dumps(record)))


@given(files)
def test_every_correction_is_applied_or_reported(file: CorrectionsFile) -> None:
    after = with_file(file)
    applied = sum(len(each.corrections) for each in after.landkreise)
    reported = [f for f in findings(after) if f.code.startswith("correction.")]
    assert applied + len(reported) == len(file.correction)


@given(files)
def test_twice_is_once(file: CorrectionsFile) -> None:
    # a record that lost somebody has other ids to look among, so a stale act may find its value
    assume(not any(act.remove and parse_id(act.value).field is None for act in file.correction))
    once, _ = corrected(PLAIN, file, READ.repaired)
    bare = [replace(each, corrections=()) for each in once.landkreise]
    once = once.model_copy(update={"landkreise": tuple(bare)})
    twice, _ = corrected(once, file, READ.repaired)
    bare = [replace(each, corrections=()) for each in twice.landkreise]
    assert _said(tuple(bare)) == _said(once.landkreise)


def _said(landkreise: tuple[Any, ...]) -> list[str]:
    return [
        f"{of}: {reading(value)}"
        for of, value in values(PLAIN.model_copy(update={"landkreise": landkreise}))
    ]


@given(any_files, any_files)
def test_file_is_rewritten_to_say_what_it_should(
    one: CorrectionsFile, other: CorrectionsFile
) -> None:
    text = rewritten("# mine\n", CorrectionsFile(), one)
    assert parse_tables(text) == as_said(one)
    text = rewritten(text, one, other)
    assert parse_tables(text) == as_said(other)
    assert text.startswith("# mine\n")


def parse_tables(text: str) -> list[str]:
    """Return what a file says, entries about the same value included; new ones are last."""
    tables = tomllib.loads(text)
    return sorted(said(Act.model_validate(each)) for each in tables.get("correction", []))


def as_said(file: CorrectionsFile) -> list[str]:
    return sorted(map(said, file.correction))


def said(act: Act) -> str:
    """Return an act as text that is equal for equal acts: keys of a table have no order."""
    return json.dumps(act.model_dump(), sort_keys=True)


@given(st.text(max_size=200))
def test_any_text_is_understood_or_refused(text: str) -> None:
    with suppress(CorrectionsError):
        parse_file(text, NOWHERE)


def pointers(value: Any, path: str = "") -> Iterator[str]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in items:
        if isinstance(each, dict | list):
            yield from pointers(each, f"{path}/{key}")
        else:
            yield f"{path}/{key}"


PATHS = sorted(pointers(json.loads(as_json(PLAIN))))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | LINES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
FUNCTIONS: list[Callable[..., Book]] = [edit.change, edit.add]


@given(
    st.sampled_from(FUNCTIONS),
    st.sampled_from(PATHS) | st.text(max_size=20),
    JSON | TABLES | LINES,
    st.none() | st.text(max_size=5),
)
def test_whatever_a_form_sends_is_refused_or_can_be_saved(
    act: Callable[..., Book], path: str, sent: object, note: str | None
) -> None:
    empty = Book(NOWHERE, CorrectionsFile(), None)
    with suppress(ValueError):
        book = act(empty, judge(READ, empty).brochure, path, sent, note)
        text = rewritten("", empty.file, book.file)
        assert parse_file(text, NOWHERE) == book.file
        judge(READ, book)


@given(st.sampled_from(PATHS) | st.text(max_size=20), st.none() | st.text(max_size=5))
def test_whatever_is_to_be_removed_is_refused_or_removed(path: str, note: str | None) -> None:
    empty = Book(NOWHERE, CorrectionsFile(), None)
    brochure = judge(READ, empty).brochure
    with suppress(ValueError):
        book = edit.remove(empty, brochure, path, note)
        (correction,) = [c for x in judge(READ, book).brochure.landkreise for c in x.corrections]
        assert edit.undo(book, judge(READ, book).brochure, correction).file == empty.file
