"""Names with the family name in front, as lists of staff print them: `Kurz, Eva`.

>>> is_inverted("Kurz, Eva"), is_inverted("Eva Kurz, Jan Roth")
(True, False)
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.german.names import is_given_name, is_title, looks_like_name

# What parts the cells of a table; a comma within one may stand behind a family name.
CELL_CUT_RE: Final = re.compile(r"[ ]{3,}+|[ ]*+\t[ \t]*+|[;|•·∙●]")
BRACKETED_RE: Final = re.compile(r"[ ]?\(([^()]{3,80})\)[ ,:]*$")
# "Kurz, Eva" of "Kurz, Eva, Zimmer 12"
PAIR_RE: Final = re.compile(r"[^,:]*+,[ ](?P<given>[^,]++)(?=,)")
# "Kurz, E." fills the cell of a table.
INITIAL_RE: Final = re.compile(
    r"[A-ZÄÖÜÇŞİĆČŁŚŻĐ][^\W\d_]{1,20}(?:-[^\W\d_]{2,20})?, (?:[A-ZÄÖÜ]\.[ -]?){1,2}"
)


def inverted_cells(passage: str) -> Iterator[range]:
    """Yield the cells of a table that are a name with the family name in front: `Kurz, Eva | …`."""
    if ", " not in passage:
        return
    ends = [(0, 0), *(cut.span() for cut in CELL_CUT_RE.finditer(passage))]
    starts = [*(cut[0] for cut in ends[1:]), len(passage)]
    for (_, start), end in zip(ends, starts, strict=True):
        cell = BRACKETED_RE.sub("", passage[start:end])
        if ", " in cell and (is_inverted(cell.strip()) or INITIAL_RE.fullmatch(cell.strip())):
            yield range(start, start + len(cell.rstrip()))
        pair = PAIR_RE.match(cell)
        if pair and all(map(_is_before_family, pair["given"].split())) and is_inverted(pair[0]):
            yield range(start, start + len(pair[0]))


def is_inverted(passage: str) -> bool:
    """Whether the whole is one name with the family name in front: `Kurz, Eva`."""
    family, comma, given = passage.partition(", ")
    if not comma or CELL_CUT_RE.search(family):
        return False
    if looks_like_name(family) and not _is_titled(family, given):
        return False  # "Eva Kurz, Jan Roth"
    if " " in family.strip() and not looks_like_name(passage):
        return False
    first = next((word for word in given.split(" ") if not is_title(word)), "").strip(".,")
    return is_given_name(first) and not is_given_name(family) and looks_like_name(passage)


def _is_titled(family: str, given: str) -> bool:
    """Whether a comma parts a family name with a title from given names: `Dr. Kurz, Eva`."""
    bare = [word for word in family.split() if not is_title(word)]
    return len(bare) == 1 and all(map(_is_before_family, given.split()))


def _is_before_family(word: str) -> bool:
    return is_given_name(word) or is_title(word)
