"""Where something stands in the text that was read."""

from dataclasses import dataclass
from typing import ClassVar, Self

from pydantic import ConfigDict, NonNegativeInt, PositiveInt, model_validator

from schemas.model import RULES, Model


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    # no model, which takes five times the memory: a large PDF has 50,000 of them
    __pydantic_config__: ClassVar[ConfigDict] = RULES

    page: PositiveInt
    """Counted from 1."""
    x0: float
    """Left side."""
    top: float
    x1: float
    """Right side."""
    bottom: float


class Span(Model):
    """A half-open stretch [start, end) of the text in `output/<stem>.txt`.

    Offsets count Unicode code points, as `str` does: "Börde" is five long, though
    six bytes in UTF-8. Lines in that file end in a single line feed.
    """

    start: NonNegativeInt
    """First character, counted from 0."""
    end: PositiveInt
    """One past the last character; always greater than `start`."""
    page: PositiveInt | None
    """Page on which the span starts, counted from 1; null for plain text."""
    boxes: tuple[Box, ...] | None
    """Where on the pages the span stands, one for each line that it covers; null for plain text."""

    @model_validator(mode="after")
    def _is_not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a span ends after its start, but {self.end} <= {self.start}")
        return self


class Passage(Model):
    """A stretch of text together with its place."""

    text: str
    """The passage with line breaks and runs of white space folded to one space."""
    span: Span
