r"""Page numbers, running headers and footers that a text export left among the paragraphs.

A running title shows by coming back beside the page numbers or form feeds. Whatever could also
be a sub-heading, the name of a Kreis, a line of a table of contents or contact data stays: too
much text is better than too little. Source: exports of pdftotext, which ends a page with a form
feed (U+000C), and of word processors, which end it with nothing.

>>> page = "Der Kreis wächst\n\n{}\n\nLandleben\n\nund wächst." + " Er ist schön." * 12
>>> text, taken = take_out_furniture("\n".join(page.format(number) for number in (4, 5, 6)))
>>> text[:36], taken[1]
('Der Kreis wächst\nund wächst. Er ist ', Furniture(text='Landleben', count=3))
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.german import load_toml
from pipeline.german.kreise import parse_heading
from pipeline.german.labels import label_kind
from pipeline.german.subheadings import subheading_kind
from pipeline.page_numbers import CONTACT_RE, FEWEST, LONGEST, find_page_numbers

LEAST_SHARE: Final = 0.3
"""Of the pages, those that a running title is on: it may be on the right-hand ones only."""
MOST_ELSEWHERE: Final = 0.2
"""Of the times that a running title occurs, those that are within a page, as on the cover."""
MOST_LINES: Final = 3
"""Running lines above or below one page end."""
MOST_ROUNDS: Final = 12
"""Each round takes out most of what looks alike, so no text needs more."""

DIGITS_RE: Final = re.compile(r"[0-9]++")
WEB_RE: Final = re.compile(r"\bwww\.|https?:|\w\.(?:de|eu|org|net|com|info)\b")
SENTENCE_END: Final = tuple('.!?:;…“”"»«‘’')
PARTED_RE: Final = re.compile(r"[|·•0-9]")
HYPHEN_RE: Final = re.compile(r"\w[-‐‑\xad]$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that was taken out."""

    text: str
    count: int
    """How often."""


def take_out_furniture(characters: str) -> tuple[str, tuple[Furniture, ...]]:
    """Return the text without page furniture and form feeds, and the distinct lines taken out.

    The lines are in the order of their first appearance. Where a sentence ran over the end of a
    page, its two lines become adjacent again; elsewhere a blank line parts them.
    """
    taken: Counter[str] = Counter()
    for _ in range(MOST_ROUNDS):
        lines = characters.replace("\f", "\n\f\n").split("\n")
        out = _furniture(lines)
        left = _without(lines, out)
        if not any(left):  # nothing but furniture: then it is the text
            out, left = set(), _without(lines, set())
        if out or "\f" in characters:
            characters = "\n".join(left)
        if not out:
            break
        taken.update(lines[index].strip() for index in sorted(out))
    return characters, tuple(Furniture(*item) for item in taken.items())


def _furniture(lines: list[str]) -> set[int]:
    out = find_page_numbers(lines)
    pages = max(len(out), lines.count("\f"))
    for _ in range(MOST_LINES if pages else 0):
        running = _running_lines(lines, out, pages)
        if not running:
            break
        out |= running
    return out


# --- running titles -----------------------------------------------------------------------------


def _running_lines(lines: list[str], out: set[int], pages: int) -> set[int]:
    """Return the lines beside page ends that come back there, identical but for digits."""
    beside: defaultdict[str, set[int]] = defaultdict(set)
    for index in _beside_page_ends(lines, out):
        if len(lines[index]) <= LONGEST:
            beside[_key(lines[index])].add(index)
    # the first line of all may be the title that comes back on every page
    title = next((index for index, line in enumerate(lines) if line.strip()), -1)
    enough = max(FEWEST, LEAST_SHARE * pages)
    often = {
        key: found
        for key, found in beside.items()
        if len(found) >= enough and _may_run(lines, found)
    }
    if not often:
        return set()
    everywhere = Counter(_key(line) for line in lines if 0 < len(line) <= LONGEST)
    return {
        index
        for key, found in often.items()
        if len(found) >= (1 - MOST_ELSEWHERE) * (everywhere[key] - 1)
        for index in found
        if index != title or PARTED_RE.search(lines[index])
    }


def _beside_page_ends(lines: list[str], out: set[int]) -> Iterator[int]:
    """Yield the first and the last line of each page, as far as one sees where it ends."""
    previous, ended = None, True
    for index, line in enumerate(lines):
        if index in out or line == "\f":
            ended = True
        elif line and not line.isspace():
            if ended and previous is not None:
                yield previous
            if ended:
                yield index
            previous, ended = index, False
    if ended and previous is not None:
        yield previous


def _key(line: str) -> str:
    return DIGITS_RE.sub("#", " ".join(line.split()))


def _may_run(lines: list[str], found: set[int]) -> bool:
    """Whether the line is no text, no sub-heading, no Kreis and no contact data."""
    line = lines[min(found)].strip()
    if not any(char.isalpha() for char in line) or line.endswith(SENTENCE_END):
        return False
    if CONTACT_RE.search(line) or WEB_RE.search(line) or label_kind(line) or parse_heading(line):
        return False
    return bool(PARTED_RE.search(line)) or not _orders_or_signs(line)


def _orders_or_signs(line: str) -> bool:
    """Whether the line can be a sub-heading, or what is printed below a contact or a quote."""
    if subheading_kind(line) not in {None, "outside"}:
        return True
    return any(word.endswith(_offices()) for word in line.casefold().split())


# --- what is left -------------------------------------------------------------------------------


def _without(lines: list[str], out: set[int]) -> list[str]:
    """Return the lines that stay; where something was taken out, those around it close up."""
    kept: list[str] = []
    blank: list[str] = []  # those since the last line that was kept
    ended = False
    for index, line in enumerate(lines):
        if index in out or line == "\f":
            ended = True
        elif not line or line.isspace():
            blank.append(line)
        else:
            kept += _between(kept, line) if ended else blank
            kept.append(line)
            blank, ended = [], False
    return kept + (blank[:1] if ended else blank)


def _between(kept: list[str], line: str) -> list[str]:
    return [""] if kept and not _goes_on(kept[-1].strip(), line.strip()) else []


def _goes_on(before: str, behind: str) -> bool:
    """Whether a sentence runs over the end of the page, as far as one can see."""
    if HYPHEN_RE.search(before) or before.endswith(","):
        return True
    if before.rpartition(" ")[2] in _open_words():
        return behind[0].isalpha()
    if before.endswith(SENTENCE_END) or not behind[0].isalpha():
        return False
    if behind[0].islower():
        return True
    # A paragraph in one line ends with a mark; a heading or a contact line is not that long.
    return len(before) > LONGEST and parse_heading(behind) is None


@cache
def _offices() -> tuple[str, ...]:
    return tuple(load_toml("furniture.toml")["office"]["words"])


@cache
def _open_words() -> frozenset[str]:
    return frozenset(load_toml("furniture.toml")["goes_on"]["words"])
