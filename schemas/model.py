"""The base of every published model.

What stands below a field describes it; `publish` puts it into the schema. Pydantic could, but it
would parse the source on every run.
"""

from typing import Final

from pydantic import BaseModel, ConfigDict

RULES: Final = ConfigDict(frozen=True, strict=True, extra="forbid")


class Model(BaseModel):
    """Frozen and strict, without unknown keys and without defaults: no key is ever left out."""

    model_config = RULES
