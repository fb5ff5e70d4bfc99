"""One brochure that is being reviewed: what was read of it, and what has been put right so far."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock

from pipeline.corrections.book import Book
from pipeline.errors import CorrectionsError
from pipeline.read import MAX_BYTES, PdfOptions, name_below
from pipeline.read.inputs import Input
from pipeline.review.acts import Request, done
from pipeline.run import Reading, Result, judge, understand
from pipeline.write.page.composing import Page, make_page
from pipeline.write.page.drawing import Drawing
from pipeline.write.page.pictures import NO_PICTURES, Pictures


@dataclass(frozen=True, slots=True)
class Read:
    """What the program reads in the brochure, as it was when it was read."""

    sha256: str
    reading: Reading
    pictures: Pictures


@dataclass(frozen=True, slots=True)
class State:
    """What is shown."""

    read: Read
    book: Book
    result: Result
    page: Page

    @property
    def version(self) -> str:
        """What tells this state from any other: the brochure's bytes and those of its file."""
        return version_of(self.read.sha256, self.book)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a request."""

    version: str
    parts: Mapping[str, str]
    """HTML of the parts of the page that are different now, by the ids of their elements."""
    problem: str | None
    """Why nothing was done, in words for the reviewer."""
    conflict: bool = False
    """Whether that is because somebody else was faster."""
    reload: bool = False
    """Whether the page is another one altogether."""


@dataclass
class Desk:
    """A brochure and its corrections file, one act at a time."""

    input: Input
    max_bytes: int = MAX_BYTES
    model: str | None = None
    pdf: PdfOptions = PdfOptions()  # noqa: RUF009 - it is frozen
    _lock: RLock = field(default_factory=RLock)
    _state: State | None = None

    @property
    def path(self) -> Path:
        """The brochure, which is a file of this machine."""
        assert isinstance(self.input.path, Path)
        return self.input.path

    @property
    def name(self) -> str:
        """What it is called in the list."""
        return name_below(self.input.path, self.input.root)

    def page(self) -> str:
        """Return the page as it is now; raises BrochureError."""
        with self._lock:
            return self._now().page.html

    def do(self, request: Request) -> Answer:
        """Do what the page asks for and save it, all or nothing; raises BrochureError."""
        with self._lock:
            before = self._state
            now = self._now()
            if request.version != now.version:
                moved = before is None or before.read is not now.read
                problem = (
                    "Nothing was saved: the brochure or its corrections have changed elsewhere. "
                    "The page shows what they say now; do it again if it is still right."
                )
                return Answer(now.version, now.page.parts, problem, conflict=True, reload=moved)
            try:
                book = self._book_after(now, request)
                result = judge(now.read.reading, book)
            except ValueError as error:
                words = str(error)
                return Answer(now.version, {}, f"{words[:1].upper()}{words[1:]}.")
            try:
                self._state = shown(now.read, book.save(), result)
            except CorrectionsError as error:
                self._state = None
                problem = f"Nothing was saved: {error.problem}. {error.remedy}"
                return Answer(now.version, {}, problem, conflict=True)
            return _difference(now, self._state)

    @staticmethod
    def _book_after(now: State, request: Request) -> Book:
        book = now.book
        for act in request.acts:
            book = done(book, now.result, act)
        return book

    def _now(self) -> State:
        """Return what is to be shown, made anew where a file is not what it was."""
        book = Book.load(self.path)
        sha256 = digest(self.path, self.max_bytes)
        state = self._state
        if state is None or state.read.sha256 != sha256:
            state = shown(self._read(), book)
        elif state.book.digest != book.digest:
            state = shown(state.read, book)
        self._state = state
        return state

    def _read(self) -> Read:
        if self.path.suffix.lower() != ".pdf":
            reading, pictures = self._understood(), NO_PICTURES
        else:
            with Drawing(self.path, self.max_bytes, self.pdf.password) as drawing:
                reading, pictures = self._understood(), drawing.pictures()
        return Read(reading.brochure.source.sha256, reading, pictures)

    def _understood(self) -> Reading:
        return understand(
            self.path,
            root=self.input.root,
            max_bytes=self.max_bytes,
            model=self.model,
            pdf=self.pdf,
        )


def shown(read: Read, book: Book, result: Result | None = None) -> State:
    """Return what a brochure looks like with its corrections."""
    result = result or judge(read.reading, book)
    version = version_of(read.sha256, book)
    page = make_page(result.brochure, result.text, read.pictures, version)
    return State(read, book, replace(result, corrections=book.digest), page)


def version_of(sha256: str, book: Book) -> str:
    """Return what tells one state of a brochure from another."""
    return f"{sha256}-{book.digest or 'none'}"


def digest(path: Path, max_bytes: int) -> str | None:
    """Return the digest of a brochure; None where reading it tells what is wrong."""
    try:
        with path.open("rb") as stream:
            return hashlib.sha256(stream.read(max_bytes + 1)).hexdigest()
    except OSError:
        return None


def _difference(before: State, after: State) -> Answer:
    parts = after.page.parts
    changed = {name: html for name, html in parts.items() if before.page.parts.get(name) != html}
    reload = list(parts) != list(before.page.parts)
    return Answer(after.version, changed, None, reload=reload)
