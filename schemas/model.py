"""The base of every published model.

What stands below a field describes it; `publish` puts it into the schema. Pydantic could, but it
would parse the source on every run.
"""

from functools import cache
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

RULES: Final = ConfigDict(frozen=True, strict=True, extra="forbid")
VALUE: Final = ConfigDict(strict=True, extra="forbid")
"""Of frozen dataclasses with slots: a large brochure has thousands of values, and as models they
would take four times the memory."""


class Model(BaseModel):
    """Frozen and strict, without unknown keys and without defaults: no key is ever left out."""

    model_config = RULES

    def model_post_init(self, _context: Any, /) -> None:  # noqa: ANN401 - pydantic's signature
        """Share one set of the fields that are given, for all are: it is half of a model's size."""
        object.__setattr__(self, "__pydantic_fields_set__", _fields(type(self)))


@cache
def _fields(model: type[Model]) -> set[str]:
    return set(model.model_fields)
