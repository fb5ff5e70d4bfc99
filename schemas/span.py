"""Where something stands in the text that was read.

A large PDF has 50,000 of these values, and as models they would take five times the memory. So they
are bare; pydantic holds them to the same rules as models where it reads them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import (
    ConfigDict,
    GetPydanticSchema,
    NonNegativeInt,
    PlainSerializer,
    PositiveInt,
)

from schemas.model import RULES


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    __pydantic_config__: ClassVar[ConfigDict] = RULES

    page: PositiveInt
    """Counted from 1."""
    x0: float
    """Left side."""
    top: float
    x1: float
    """Right side."""
    bottom: float


Boxes = Annotated[
    Sequence[Box],
    GetPydanticSchema(lambda _, handler: handler.generate_schema(tuple[Box, ...])),
    PlainSerializer(tuple, return_type=tuple[Box, ...]),
]
"""A tuple where it was read from a record; the program makes them only while somebody looks."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch [start, end) of the text in `output/<stem>.txt`.

    Offsets count Unicode code points, as `str` does: "Börde" is five long, though
    six bytes in UTF-8. Lines in that file end in a single line feed.
    """

    __pydantic_config__: ClassVar[ConfigDict] = RULES

    start: NonNegativeInt
    """First character, counted from 0."""
    end: PositiveInt
    """One past the last character; always greater than `start`."""
    page: PositiveInt | None
    """Page on which the span starts, counted from 1; null for plain text."""
    boxes: Boxes | None
    """Where on the pages the span stands, one for each line that it covers; null for plain text."""

    def __post_init__(self) -> None:
        """Refuse an empty span."""
        if self.end <= self.start:
            raise ValueError(f"a span ends after its start, but {self.end} <= {self.start}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text together with its place."""

    __pydantic_config__: ClassVar[ConfigDict] = RULES

    text: str
    """The passage with line breaks and runs of white space folded to one space."""
    span: Span
