"""The base of every published model."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Frozen and strict, without unknown keys and without defaults: no key is ever left out."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True
    )
