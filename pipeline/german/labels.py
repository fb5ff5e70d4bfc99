"""Labels: the words that say what stands behind or below them.

`Tel.`, `PC-Fax:`, `E-Mail`, `Ihre Ansprechpartner:innen` and their spellings are in labels.toml,
collected from letterheads and contact pages of German offices.

>>> label_kind("Telefon / Telefax:"), label_kind("Ihre Ansprechpartner*innen")
('phone', 'person')
>>> label_kind("Telefon im Alltag älterer Menschen") is None
True
>>> label_before("Fax (Zentrale): 030 23125-015", 16)
Label(kinds=('fax',), start=0, end=3, weak=False)
"""

import re
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from pipeline.german import MOST_KEPT, load_toml

LONGEST: Final = 60
"""A line or a stretch before a value that is longer holds more than a label."""
MOST_WORDS: Final = 6
LONGEST_LAST_WORD: Final = 24
MOST_JOINED: Final = 3
"""Labels for one value: `Tel./Fax/E-Mail`."""

# Linear: single classes.
JOINT_RE: Final = re.compile(r"[\s.‐‑–-]+")
MARKS: Final = " \t.:;,=>*•·|/([–-_…▪■►→"
WORD_START_RE: Final = re.compile(r"(?<![\w*:])[^\W\d_]|[^\w\s.:;,=>*•·|/()\[\]–_…▪■►→&+'\"-]")
SPLIT_RE: Final = re.compile(r"\s*+(?:[/,|&+;]|\b(?:und|u\.|oder|bzw\.)(?=\s))\s*+")
# What SPLIT_RE cannot do without: a cheap test that fails for nearly all text.
JOINED_RE: Final = re.compile(r"[/,|&+;]|(?:und|u\.|oder|bzw\.)\s")
CLAUSE_MARKS: Final = ",;|"
BRACKET_RE: Final = re.compile(r"\(([^()\d\n]{1,30})\)$")


class Label(NamedTuple):
    """A label in the text: what it announces (two kinds for `Tel./Fax`), and where it stands."""

    kinds: tuple[str, ...]
    start: int
    end: int
    weak: bool
    """A single letter: a label only where a complete value follows."""


def key(printed: str) -> str:
    """Fold a label so that its spellings compare equal.

    >>> key("TEL.-NR.:") == key("Tel Nr")
    True
    """
    return JOINT_RE.sub(" ", printed.casefold()).strip(MARKS)


@cache
def _table() -> dict[str, Any]:
    return load_toml("labels.toml")


@cache
def _by_key() -> dict[str, tuple[str, bool]]:
    """Map each spelling, folded, to its kind and whether it is weak; the first entry wins."""
    table = _table()
    found: dict[str, tuple[str, bool]] = {}
    for entry in table["label"]:
        for spelling in entry["spellings"]:
            for ending in table["gender"]["endings"] if "{in}" in spelling else ("",):
                value = (entry["kind"], entry.get("weak", False))
                found.setdefault(key(spelling.replace("{in}", ending)) or spelling, value)
    return found


@cache
def _by_last_word() -> dict[str, tuple[str, ...]]:
    """Map last words to all spellings that end in them: a cheap test that nearly all text fails."""
    found: dict[str, tuple[str, ...]] = {}
    for spelling in _by_key():
        last = _last_word(spelling)
        found[last] = (*found.get(last, ()), spelling)
    return found


@lru_cache(maxsize=MOST_KEPT)
def _starts_in(spelling: str) -> int:
    return len(WORD_START_RE.findall(spelling))


@cache
def qualifiers() -> frozenset[str]:
    """Return the words that may stand between a label and its value, folded."""
    return frozenset(map(key, _table()["qualifiers"]["words"]))


@cache
def top_level_domains() -> frozenset[str]:
    """Return the endings by which a bare web address is known."""
    return frozenset(_table()["top_level_domains"]["words"])


@cache
def short_number_cues() -> frozenset[str]:
    """Return the words that make 115 or 116 117 on the same line a number to ring, folded."""
    return frozenset(map(key, _table()["short_number_cues"]["words"]))


def _last_word(folded: str) -> str:
    return folded[max(folded.rfind(" "), folded.rfind("/"), folded.rfind("(")) + 1 :]


def _kinds(printed: str, *, joined: bool = True) -> tuple[tuple[str, ...], bool] | None:
    """Return what a passage announces if it is nothing but a label, or labels joined."""
    folded = key(printed)
    if _last_word(folded) not in _by_last_word():
        return None
    if single := _by_key().get(folded):
        kind, weak = single
        if weak and not printed.strip(MARKS).isupper():
            return None  # "m" and "t" are units
        return (kind,), weak
    if not joined:
        return None
    parts = SPLIT_RE.split(printed)
    if len(parts) == 1 or len(parts) > MOST_JOINED:
        return None
    kinds = [_by_key().get(key(part)) for part in parts]
    if all(kinds):
        return tuple(dict.fromkeys(kind[0] for kind in kinds if kind)), any(
            k[1] for k in kinds if k
        )
    return None


@lru_cache(maxsize=MOST_KEPT)
def label_kind(line: str) -> str | None:
    """Return what a line announces if it is nothing but a label, with or without a colon."""
    if not line or len(line) > LONGEST:
        return None
    stripped = line.strip().rstrip(":. ")
    found = _kinds(stripped) or _kinds(BRACKET_RE.sub("", stripped))
    if not found or found[1] or found[0][0] == "other_number":
        return None
    return found[0][0]


@lru_cache(maxsize=MOST_KEPT)
def label_kinds(line: str) -> tuple[str, ...]:
    """Return all that a line of labels announces: two kinds for `Tel./Fax`."""
    found = _kinds(line.strip().rstrip(":. ")) if line and len(line) <= LONGEST else None
    return found[0] if found else ()


def label_before(characters: str, position: int) -> Label | None:
    """Return the label that ends directly before a position, on the same line."""
    floor = max(characters.rfind("\n", 0, position) + 1, position - LONGEST)
    window = characters[floor:position]
    body = window.rstrip(MARKS)
    if not body:
        return None
    if body.endswith(")"):
        body = BRACKET_RE.sub("", body).rstrip(MARKS)
    colon = ":" in window[len(body) :]
    found = _longest(body)
    for _ in range(2):
        if found:
            break
        head, _, last = body.rpartition(" ")
        if not (head and (key(last) in qualifiers() or (colon and last[-1:].isalpha()))):
            return None
        body = head.rstrip(MARKS)
        found = _longest(body)
    if not found:
        return None
    kinds, start, weak = found
    return Label(kinds, floor + start, floor + len(body), weak)


def _longest(body: str) -> tuple[tuple[str, ...], int, bool] | None:
    """Return the longest label that the passage ends with: its kinds, start and weakness."""
    last = _last_word(key(body[-LONGEST_LAST_WORD:]))
    spellings = _by_last_word().get(last)
    if spellings is None or not (folded := key(body)).endswith(spellings):
        return None
    joined = JOINED_RE.search(body) is not None
    most = MOST_WORDS if joined else max(map(_starts_in, filter(folded.endswith, spellings)))
    clause = max(map(body.rfind, CLAUSE_MARKS)) + 1
    starts = [match.start() for match in WORD_START_RE.finditer(body)][-most:]
    for start in starts:
        if start >= clause and (found := _kinds(body[start:], joined=joined)):
            return found[0], start, found[1]
    return None
