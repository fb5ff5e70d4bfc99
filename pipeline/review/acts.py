"""What the page may ask for, checked before anything is done; and how it becomes corrections.

>>> parse_request(b'{"version": "1", "acts": [{"act": "check", "path": "/landkreise/0"}]}').acts
(Check(act='check', path='/landkreise/0', note=None),)
"""

import re
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import Field, ValidationError

from pipeline.corrections import edit
from pipeline.corrections.book import Book
from pipeline.run import Result
from schemas import Finding, Landkreis
from schemas.model import Model

MOST_ACTS: Final = 10
"""In one request; a partner with all its fields has three."""

T = TypeVar("T")

Path = Annotated[str, Field(max_length=200, pattern=r"^(/([a-z][a-z0-9_]*|0|[1-9][0-9]{0,5}))+$")]
"""JSON pointer into the record that the page showed."""
Note = Annotated[str, Field(max_length=1000)] | None
Given = str | dict[str, Any]

SECTION_RE: Final = re.compile(r"/landkreise/(?P<section>[0-9]{1,6})")
FINDING_RE: Final = re.compile(rf"(?:{SECTION_RE.pattern})?/findings/(?P<finding>[0-9]{{1,6}})")
CORRECTION_RE: Final = re.compile(rf"{SECTION_RE.pattern}/corrections/(?P<correction>[0-9]{{1,6}})")


class Change(Model):
    """Give a value another content, or one to a field that had none."""

    act: Literal["change"]
    path: Path
    given: Given
    note: Note = None


class Add(Model):
    """Add to a list."""

    act: Literal["add"]
    path: Path
    given: Given
    note: Note = None


class Remove(Model):
    """Take out a value, or a whole contact, partner or quote."""

    act: Literal["remove"]
    path: Path
    note: Note = None


class Accept(Model):
    """Let a finding stand."""

    act: Literal["accept"]
    path: Path
    note: Note = None


class Check(Model):
    """Mark a section as checked."""

    act: Literal["check"]
    path: Path
    note: Note = None


class Back(Model):
    """Take something back: a correction, an accepted finding, a checked section."""

    act: Literal["undo", "reopen", "uncheck"]
    path: Path


Act = Annotated[Change | Add | Remove | Accept | Check | Back, Field(discriminator="act")]


class Request(Model):
    """Acts that are done together, or not at all."""

    version: Annotated[str, Field(max_length=200)]
    """Of what the page showed."""
    acts: Annotated[tuple[Act, ...], Field(min_length=1, max_length=MOST_ACTS)]


def parse_request(body: bytes) -> Request:
    """Return what the page asks for; raises ValueError for what it can never have asked for."""
    try:
        return Request.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ValueError(f"this is no request of the page: {where}: {first['msg']}") from None


def done(book: Book, result: Result, act: Act) -> Book:
    """Return the corrections with one more act; raises ValueError in words for the reviewer."""
    brochure = result.brochure
    match act:
        case Change():
            return edit.change(book, brochure, act.path, act.given, act.note)
        case Add():
            return edit.add(book, brochure, act.path, act.given, act.note)
        case Remove():
            return edit.remove(book, brochure, act.path, act.note)
        case Accept():
            return edit.accept(book, brochure, _finding(result, act.path), act.note)
        case Check():
            return edit.check(book, result.text, _section(result, act.path), act.note)
        case Back(act="uncheck"):
            return edit.uncheck(book, _section(result, act.path))
        case Back(act="reopen"):
            return edit.reopen(book, brochure, _finding(result, act.path))
        case Back():
            at = _matched(CORRECTION_RE, act.path)
            corrections = _section(result, act.path[: at.end("section")]).corrections
            return edit.undo(book, brochure, _nth(corrections, at["correction"]))


def _section(result: Result, path: str) -> Landkreis:
    return _nth(result.brochure.landkreise, _matched(SECTION_RE, path)["section"])


def _finding(result: Result, path: str) -> Finding:
    at = _matched(FINDING_RE, path)
    if at["section"] is None:
        return _nth(result.brochure.findings, at["finding"])
    return _nth(_nth(result.brochure.landkreise, at["section"]).findings, at["finding"])


def _matched(pattern: re.Pattern[str], path: str) -> re.Match[str]:
    if match := pattern.fullmatch(path):
        return match
    raise ValueError("there is nothing of the kind in this brochure")


def _nth(things: tuple[T, ...], number: str) -> T:
    if int(number) < len(things):
        return things[int(number)]
    raise ValueError("there is nothing of the kind in this brochure")
