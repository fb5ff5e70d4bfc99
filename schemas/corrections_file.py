"""What `raw/<stem>.corrections.toml` may hold; here keys may be left out."""

from typing import Any, Literal, Self

from pydantic import model_validator

from schemas.finding import FindingCode
from schemas.model import Model


class Act(Model):
    """One correction: exactly one of `set`, `remove` and `add` says what is to be done."""

    value: str
    """Id of the value, or of the list that it is in."""
    was: str | None = None
    """What the program read, on one line; left out where it read nothing."""
    set: str | dict[str, Any] | None = None
    remove: Literal[True] | None = None
    add: str | dict[str, Any] | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if sum(each is not None for each in (self.set, self.remove, self.add)) != 1:
            raise ValueError("write one of `set = …`, `remove = true` and `add = …`")
        if self.add is not None and self.was is not None:
            raise ValueError("`was` does not go with `add`: nothing was read there")
        return self


class Acceptance(Model):
    """A finding that somebody looked at and lets stand."""

    finding: FindingCode
    value: str | None = None
    """Id of the value that it is about; left out where it is about the whole document."""
    was: str | None = None
    """The value, on one line; of the document, the finding's message."""
    note: str | None = None


class Check(Model):
    """A section that somebody has read through."""

    section: str
    """Its id."""
    text: str | None = None
    """Digest of its text, so that another text is not taken for checked."""
    note: str | None = None


class CorrectionsFile(Model):
    """The whole file."""

    correction: tuple[Act, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    checked: tuple[Check, ...] = ()
