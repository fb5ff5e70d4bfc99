"""The regular expressions that tools without rules of their own are given."""

from typing import Final

# Each begins with a word boundary and something rare, so that they are as fast as they can be.
MAIL: Final = r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
PHONE: Final = r"(?:\+49|\b0)[\d /()-]{5,}\d"
TOWN: Final = r"\b\d{5} [A-ZÄÖÜ][\w-]+"
