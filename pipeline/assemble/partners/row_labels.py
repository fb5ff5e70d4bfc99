r"""What the label of a row says of whom it names: `Träger: AWO Celle e. V.`.

>>> label_at("Träger: AWO Celle\nPartner: Tafel Celle", 10)
'Träger'
>>> label_at("Träger: AWO Celle\nPartner: Tafel Celle", 30) is None
True
"""

import re
from typing import Final

from pipeline.german.grammar import words
from pipeline.german.phrase import adjective, agreement

FUNCTIONS: Final = words("row_functions")
# Linear: anchored at the start of a line or a bracket, one bounded class.
LABEL_RE: Final = re.compile(r"(?:^|[\n(,;])[ ]?(?P<label>[A-ZÄÖÜ][^\n:.,;()]{1,50}):[ \n]")


def label_at(printed: str, offset: int) -> str | None:
    """Return the label of the row that an offset is in, if it is a function; line ends are kept."""
    if ":" not in printed:
        return None
    label = ""
    for match in LABEL_RE.finditer(printed, 0, offset):
        is_closed = match.group().startswith("(") and ")" in printed[match.end() : offset]
        label = "" if is_closed else match["label"]
    attribute, _, noun = " ".join(label.split()).rpartition(" ")
    low = attribute.lower()  # Fachliche Begleitung, but not `Wir suchen Träger`
    is_label = not attribute or (adjective(low) is not None and agreement(low) is None)
    return label if is_label and noun.lower() in FUNCTIONS else None
