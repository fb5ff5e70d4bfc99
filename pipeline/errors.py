"""What can go wrong with a brochure as a whole; what is odd inside it is a finding."""

from pathlib import Path
from typing import ClassVar


class BrochureError(Exception):
    """A brochure that cannot be processed: says where, what, and what helps."""

    exit_status: ClassVar[int] = 1

    def __init__(
        self,
        path: Path,
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


class UnreadableError(BrochureError):
    """The file's bytes cannot be turned into characters."""


class CorrectionsError(BrochureError):
    """The corrections of a brochure cannot be understood, or not be saved."""


class UnwritableError(BrochureError):
    """The result cannot be written."""
