"""What a reviewer does to a record becomes entries of its corrections file.

All functions are pure: they take the book of corrections and the record as it is now, corrected,
and return another book, which is saved apart. Values are named by JSON pointers into that record.
What is not possible raises ValueError, in words for the reviewer.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from pipeline.corrections.accept import digest, subject
from pipeline.corrections.book import Book
from pipeline.corrections.file import validate_act
from pipeline.corrections.ids import FIELDS, Owner, get, parse_id, pointed
from pipeline.corrections.tables import parse_whole
from pipeline.corrections.values import Given, canonical, one_line, parse, reading
from pipeline.corrections.wholes import id_of
from pipeline.text import Text
from schemas import Brochure, Correction, Finding, Landkreis, Value
from schemas.corrections_file import Acceptance, Act, Check


class Target(NamedTuple):
    """A value in the record as it is now, and what the program had read in its place."""

    landkreis: Landkreis
    value: str
    """Id of the value."""
    now: Value | None
    correction: Correction | None
    """The one that made the value what it is."""
    whole: Correction | None
    """The one that added the contact, partner or quote that the value belongs to."""
    rest: tuple[str, ...]
    """The steps from that contact, partner or quote on."""

    @property
    def was(self) -> str | None:
        """Return what the program read, as `was` has it."""
        read = self.correction.read if self.correction else self.now
        return None if read is None else reading(read)


def target(brochure: Brochure, path: str) -> Target:
    """Return what a JSON pointer leads to; raises ValueError if nothing there can be corrected."""
    at = pointed(brochure, path)
    if at.section is None:
        raise ValueError("what belongs to no section cannot be corrected")
    parse_id(at.value)  # refuses what is no value
    landkreis = brochure.landkreise[at.section]
    by_path = {c.path: c for c in landkreis.corrections}
    steps = path.split("/")
    owner = "/".join(steps[:5])
    added = by_path.get(owner)
    whole = added if added and added.act == "add" and len(steps) >= len(owner.split("/")) else None
    return Target(landkreis, at.value, at.read, by_path.get(path), whole, tuple(steps[5:]))


def change(
    book: Book, brochure: Brochure, path: str, given: Given, note: str | None = None
) -> Book:
    """Give a value another content; what the program read anyway needs no correction."""
    at = target(brochure, path)
    if at.whole:
        if not at.rest:
            raise ValueError("change its fields one by one")
        return _within_added(book, brochure, at, given, note)
    old = act_behind(book, brochure, at.correction) if at.correction else None
    if old and old.add is not None:
        return _put(book, Act(value=old.value, add=_plain(given), note=note or old.note), old)
    of = parse_id(at.value)
    if of.field is None:
        raise ValueError("change its fields one by one")
    act = Act(
        value=old.value if old else at.value,
        was=at.was,
        set=_plain(given),
        note=note or (old.note if old else None),
    )
    validate_act(act)
    if isinstance(given, str) and at.was is not None:
        draft = parse(of.syntax, given)
        if reading(draft) == at.was:
            return book.drop(act)
    return _put(book, act, old)


def remove(book: Book, brochure: Brochure, path: str, note: str | None = None) -> Book:
    """Take out a value, or a whole contact, partner or quote."""
    at = target(brochure, path)
    if at.whole and at.rest:
        return _within_added(book, brochure, at, None, note)
    old = act_behind(book, brochure, at.correction) if at.correction else None
    if old and old.add is not None:
        return book.drop(old)
    of = parse_id(at.value)
    if at.now is None:
        raise ValueError("there is nothing to remove")
    was = at.was if of.field is not None else _naming_as_read(at)
    return _put(book, Act(value=at.value, was=was, remove=True, note=note), old)


def _naming_as_read(at: Target) -> str | None:
    """Return what a whole was called when it was read; None if its name has been corrected."""
    corrected = {c.value for c in at.landkreis.corrections}
    fields = FIELDS[parse_id(at.value).kind]
    return None if any(f"{at.value}.{field}" in corrected for field in fields) else at.was


def add(book: Book, brochure: Brochure, path: str, given: Given, note: str | None = None) -> Book:
    """Add to a list: a value to one of a contact, or a contact, partner or quote to a section."""
    at = target(brochure, path)
    if at.whole:
        return _within_added(book, brochure, at, given, note, more=True)
    act = Act(value=at.value, add=_plain(given), note=note)
    validate_act(act)
    of = parse_id(at.value)
    if of.kind == "section":
        known = {o.id for o in getattr(at.landkreis, of.field or "")}
        if id_of(parse_whole(of.field or "", given), at.landkreis.id) in known:
            raise ValueError("there is one of this name already; change what is there")
    else:
        values = cast(tuple[Value, ...], _values(brochure, path))
        if any(reading(parse(of.syntax, given)) == reading(value) for value in values):
            raise ValueError("this is in the list already")
    return _put(book, act, None)


def _values(brochure: Brochure, path: str) -> object:
    steps = path.split("/")
    if steps[-1].isdecimal():
        raise ValueError("values are added to a list, and this is one value of it")
    owner: Owner = getattr(brochure.landkreise[int(steps[2])], steps[3])[int(steps[4])]
    return get(owner, ".".join(steps[5:]))


def undo(book: Book, brochure: Brochure, correction: Correction) -> Book:
    """Take back one correction that the record shows."""
    act = act_behind(book, brochure, correction)
    if act is None:
        raise ValueError("this correction is not in the file any more")
    return book.drop(act)


def act_behind(book: Book, brochure: Brochure, correction: Correction) -> Act | None:
    """Return the entry that a correction in the record came from."""
    of = parse_id(correction.value)
    is_alone = of.field is None or not of.of.many
    read = _reads(of.syntax, correction.read)
    for act in book.file.correction:
        if act.value != correction.value:
            continue
        if correction.act == "add":
            if act.add is not None and _is_there(act, brochure, correction):
                return act
        elif act.add is None and (is_alone or _reads(of.syntax, act.was) == read):
            return act
    return None


def _reads(syntax: str, value: Value | None) -> str | None:
    if value is None:
        return None
    return canonical(syntax, value) if isinstance(value, str) else reading(value)


def _is_there(act: Act, brochure: Brochure, correction: Correction) -> bool:
    """Whether what an entry adds is what stands where a correction points."""
    of, now = parse_id(act.value), pointed(brochure, correction.path).read
    given = cast(Given, act.add)
    if now is None:
        return False
    if of.kind == "section":
        return id_of(parse_whole(of.field or "", given), of.section) == cast(Owner, now).id
    return reading(parse(of.syntax, given)) == reading(now)


def _within_added(
    book: Book,
    brochure: Brochure,
    at: Target,
    given: Given | None,
    note: str | None,
    *,
    more: bool = False,
) -> Book:
    """Change the table of a contact, partner or quote that was added; None takes a value out."""
    old = act_behind(book, brochure, cast(Correction, at.whole))
    if old is None or old.add is None:
        raise ValueError("what was added is not in the file any more")
    table = {"name": old.add} if isinstance(old.add, str) else old.add
    changed = _changed(table, at.rest, given, more=more)
    return _put(book, Act(value=old.value, add=changed, note=note or old.note), old)


def _changed(
    table: Mapping[str, Any], steps: tuple[str, ...], given: Given | None, *, more: bool
) -> dict[str, Any]:
    """Return a table with one value changed, taken out, or added to a list."""
    key, *rest = steps
    inner: Any = table.get(key)
    new: Any = None if given is None else _plain(given)
    if rest and rest[0].isdecimal():
        values = list(inner or ())
        values[int(rest[0]) : int(rest[0]) + 1] = [] if new is None else [new]
        new = values
    elif rest:
        held = {"name": inner} if isinstance(inner, str) else inner or {}
        new = _changed(held, tuple(rest), given, more=more)
    elif more:
        new = [*(inner or ()), new]
    return {k: v for k, v in {**table, key: new}.items() if v not in (None, [], {})}


def _plain(given: object) -> str | dict[str, Any]:
    """Return what came from a form or as JSON as the file can hold it: a missing value is none."""
    if isinstance(given, str):
        return given
    if not isinstance(given, Mapping):
        raise ValueError("a value is a text, or a table of texts")
    plain = {key: _plain(v) if isinstance(v, Mapping) else v for key, v in given.items()}
    return {key: value for key, value in plain.items() if value is not None}


def _put(book: Book, act: Act, old: Act | None) -> Book:
    """Put an act into the book, in the place of another; raises ValueError if it cannot be."""
    validate_act(act)
    _refuse_note(act.note)
    return book.put(act, instead_of=old)


def _refuse_note(note: str | None) -> None:
    if note:
        one_line(note, "note")


def accept(book: Book, brochure: Brochure, finding: Finding, note: str | None = None) -> Book:
    """Let a finding stand."""
    if finding.code.startswith("correction."):
        raise ValueError("mend or delete the correction that this is about")
    _refuse_note(note)
    return book.put(_acceptance(brochure, finding, note))


def reopen(book: Book, brochure: Brochure, finding: Finding) -> Book:
    """Take back that a finding was accepted."""
    return book.drop(_acceptance(brochure, finding, None))


def _acceptance(brochure: Brochure, finding: Finding, note: str | None) -> Acceptance:
    about = subject(brochure, finding)
    return Acceptance(finding=finding.code, value=about.value, was=about.was, note=note or None)


def check(book: Book, text: Text, landkreis: Landkreis, note: str | None = None) -> Book:
    """Note that a section has been read through, as its text is now."""
    _refuse_note(note)
    entry = Check(section=landkreis.id, text=digest(text, landkreis), note=note or None)
    return book.put(entry)


def uncheck(book: Book, landkreis: Landkreis) -> Book:
    """Take back that a section has been read through."""
    return book.drop(Check(section=landkreis.id))
