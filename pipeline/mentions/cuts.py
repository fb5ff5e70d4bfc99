"""Where a comma line is cut: at commas, bars and spaced dashes, but not inside a name.

>>> passage = "Landkreis Bad Tölz - Wolfratshausen, Amt 50 - Soziales"
>>> [passage[start:end] for start, end in pieces_of(passage)]
['Landkreis Bad Tölz - Wolfratshausen', 'Amt 50', 'Soziales']
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.german.area_codes import is_place
from pipeline.german.asides import LETTERS, register_re
from pipeline.german.kreise import find_kreis
from pipeline.german.names import looks_like_name
from pipeline.mentions.inverted import inverted_cells
from pipeline.mentions.joining import DASH_RE

PROXY_RE: Final = re.compile(r"^(?:i\.[ ]?[AV]\.|gez\.|z\.[ ]?Hd\.|c/o|und|oder|sowie|&)[ ]+")
# A comma parts pieces unless it stands inside a number or a bracket; a dash only between blanks,
# a colon only before one (`Team Jugend: Eva Kurz`, but `Koordinator:in`).
CUT_RE: Final = re.compile(
    r"[ ]{3,}+|[ ]*+\t[ \t]*+|[ ]+(?=c/o[ ]|in[ ]Trägerschaft)|[ ]*+(?:\.{4,}+|…{2,}+|_{3,}+)[ ]*+"
    r"|[ ]*+(?:(?<!-),(?!\d)|[;|•·∙●]|//|(?<=[ ])\*(?=[ ])|(?<=[ ])[–—-](?=[ ])|(?<=[ ])/(?=[ ])"
    rf"|(?<=\w):(?=[ ])|{LETTERS})[ ]*+"
)
BAR: Final = " I "
"""A letter that some set for a stroke: `Eva Kurz I Leiterin I Tel. …`."""
STOP_RE: Final = re.compile(r"[,;|:()]|[ ]-[ ]")
LONGEST_NAME: Final = 60
"""Characters on either side of a hyphen that can be half of a name, and its words."""
MOST_WORDS: Final = 4


def pieces_of(passage: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the cuts; brackets keep together what stands in them."""
    start = depth = 0
    cuts = {match.start(): match.end() for match in CUT_RE.finditer(passage)}
    if passage.count(BAR) > 1:
        cuts |= {bar.start(): bar.end() for bar in re.finditer(BAR, passage)}
    opened = passage.rfind("(")
    if opened > passage.rfind(")"):  # "Jugendamt (Eva Kurz, Tel. …)": the number is not in here
        cuts[opened] = opened + 1
        depth -= 1
    for turned in inverted_cells(passage) if len(cuts) > 1 else ():
        cuts = {at: end for at, end in cuts.items() if at not in turned}
    for register in register_re().finditer(passage) if cuts else ():
        cuts = {at: end for at, end in cuts.items() if not register.start() < at < register.end()}
    cuts = {at: end for at, end in cuts.items() if not _is_inside_name(passage, at, end)}
    skip = 0
    for i, char in enumerate(passage) if cuts else ():
        depth += (char == "(") - (char == ")")
        if i >= skip and depth <= 0 and i in cuts:
            if passage[start:i].strip(" .").isdigit() and DASH_RE.search(passage[i : cuts[i]]):
                continue  # "40 – Amt für Schulen"
            yield _stripped(passage, start, i)
            start = skip = cuts[i]
    yield _stripped(passage, start, len(passage))


def _stripped(passage: str, start: int, end: int) -> tuple[int, int]:
    piece = passage[start:end]
    left = start + len(piece) - len(piece.lstrip(" :,;–-•*»›>)"))
    proxy = PROXY_RE.match(passage[left:end])
    behind = passage[left + proxy.end() : end].rstrip(" (") if proxy else ""
    if proxy and (proxy[0][0] in "igz" or looks_like_name(behind)):
        left += proxy.end()  # behind `c/o` a house is whose address it is, not whose contact
    return left, max(left, start + len(piece.rstrip(" :,;–-(<")))


def _is_inside_name(passage: str, at: int, end: int) -> bool:
    """Whether a spaced hyphen stands inside the name of a Kreis or a place, or joins two Kreise.

    `Landkreis Bad Tölz - Wolfratshausen`, `Gesundheitsamt Uelzen - Lüchow-Dannenberg`.
    """
    if passage[at:end] != " - ":
        return False
    before = STOP_RE.split(passage[max(0, at - LONGEST_NAME) : at])[-1].split()[-MOST_WORDS:]
    behind = STOP_RE.split(passage[end : end + LONGEST_NAME])[0].split()[:MOST_WORDS]
    names = [" ".join(before[k:]) for k in range(len(before))]
    for right in (" ".join(behind[:count]) for count in range(len(behind), 0, -1)):
        if any(_is_name(left, right) for left in names):
            return True
    return len(before) > 1 and len(behind) == 1 and all(map(_is_kreis, (before[-1], behind[0])))


def _is_name(left: str, right: str) -> bool:
    """Whether two halves are a name with a hyphen: `Bad Tölz` and `Wolfratshausen`."""
    found = find_kreis(f"{left}-{right}")
    return is_place(f"{left}-{right}") or (
        found is not None and found[0].name.endswith(f"-{right}")
    )


def _is_kreis(name: str) -> bool:
    """Whether a word names a Kreis without its kind: `Uelzen`."""
    found = find_kreis(name)
    return name[0].isupper() and found is not None and not found[1]
