"""What can go wrong with a brochure as a whole; what is odd inside it is a finding."""

from functools import partial
from typing import ClassVar, Protocol


class Place(Protocol):
    """Where a file is: a path, or an object in a remote store, which has the same names."""

    @property
    def name(self) -> str:
        """Last part, with its ending."""

    @property
    def stem(self) -> str:
        """Last part without its ending."""

    @property
    def suffix(self) -> str:
        """Ending, with its full stop; empty where there is none."""


class BrochureError(Exception):
    """A brochure that cannot be processed: says where, what, and what helps."""

    exit_status: ClassVar[int] = 1

    def __init__(
        self,
        path: Place,
        problem: str,
        remedy: str,
        *,
        page: int | None = None,
        line: int | None = None,
    ) -> None:
        """Word the error; `page` and `line` count from 1."""
        where = f"{path}, page {page}" if page else str(path)
        where += f", line {line}" if line else ""
        super().__init__(f"{where}: {problem}\n  {remedy}")
        self.path = path
        self.problem = problem
        self.remedy = remedy
        self.page = page
        self.line = line

    def __reduce__(self) -> "tuple[partial[BrochureError], tuple[Place, str, str]]":
        """Have pickle call the class again as it was called: errors travel between processes."""
        again = partial(type(self), page=self.page, line=self.line)
        return again, (self.path, self.problem, self.remedy)


class UnreadableError(BrochureError):
    """The file's bytes cannot be turned into characters."""


class CorrectionsError(BrochureError):
    """The corrections of a brochure cannot be understood, or not be saved."""


class UnwritableError(BrochureError):
    """The result cannot be written."""
