r"""Stage 2, Raw -> Text: what the way through layout programs and exports did is undone.

A text that needs no repair stays as it is, character for character, and a repaired text needs
no second repair. Sources: Unicode Standard Annex #15 (NFC) and chapter 23 (controls, invisible
characters), ftfy for text that was decoded wrongly before it came to us.

>>> repaired = repair_characters("Finanz\u00adamt für die\u00a0O\ufb03ziere in Ko\u0308ln")
>>> repaired.text.characters
'Finanzamt für die Offiziere in Köln'
>>> [repair.kind for repair in repaired.repairs]
['normal form', 'spaces', 'soft hyphens', 'ligatures']
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.furniture import take_out_furniture
from pipeline.line_breaks import join_line_breaks
from pipeline.read import Raw, Removed
from pipeline.read.placed import Placements
from pipeline.text import Span, Text


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of repair, however often it was done."""

    kind: str
    count: int
    message: str
    span: Span | None
    """Where it was done, if that is one place."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """The final text, and what was done to get it."""

    text: Text
    repairs: tuple[Repair, ...]
    removed: tuple[Removed, ...]
    placed: Placements = field(default_factory=Placements)
    """Where the lines of the text stand on their pages; empty for plain text."""


class Step(NamedTuple):
    """One kind of repair: `fix` returns the better characters and how many places it mended."""

    kind: str
    fix: Callable[[str], tuple[str, int]]
    message: str | None
    """Says what was done, `{}` in how many places; None where no reader needs to be told."""


def repair(raw: Raw) -> Repaired:
    """Return the text that all spans index."""
    if raw.placed:  # put together line by line, with all repairs: its lines have their places
        return Repaired(
            Text(raw.characters, raw.page_starts), _remarked(raw), raw.removed, raw.placed
        )
    starts = (*(raw.page_starts or (0,)), len(raw.characters))
    counts: Counter[str] = Counter()
    removed: dict[str, Removed] = {}
    pages = []
    for start, end in pairwise(starts):
        page, done = _apply(raw.characters[start:end], removed)
        pages.append(page)
        counts += done
    text = _joined(pages, paged=bool(raw.page_starts))
    return Repaired(text, _report(counts), (*raw.removed, *removed.values()))


def _remarked(raw: Raw) -> tuple[Repair, ...]:
    return tuple(
        Repair(
            remark.kind,
            1,
            remark.message,
            Span(remark.start, remark.end) if remark.end > remark.start else None,
        )
        for remark in raw.remarks
    )


def repair_characters(characters: str) -> Repaired:
    """Repair a text without a file and without pages."""
    removed: dict[str, Removed] = {}
    repaired, counts = _apply(characters, removed)
    return Repaired(Text.of(repaired), _report(counts), tuple(removed.values()))


def _apply(characters: str, removed: dict[str, Removed]) -> tuple[str, Counter[str]]:
    """Take all steps again and again until none changes anything.

    One step can lay bare what another one mends: under a zero-width space may lie an umlaut
    in two parts. A text without faults goes through once.
    """
    counts: Counter[str] = Counter()
    before = None
    while before != characters:
        before = characters
        for step in STEPS:
            if step is FURNITURE:
                characters, taken = take_out_furniture(characters)
                removed |= {line.text: Removed(line.text, ()) for line in taken}
                count = sum(line.count for line in taken)
            else:
                characters, count = step.fix(characters)
            if count:
                counts[step.kind] += count
    return characters, counts


def _joined(pages: list[str], *, paged: bool) -> Text:
    starts, offset = [], 0
    for page in pages:
        starts.append(offset)
        offset += len(page)
    return Text("".join(pages), tuple(starts) if paged else ())


def _report(counts: Counter[str]) -> tuple[Repair, ...]:
    return tuple(
        Repair(step.kind, counts[step.kind], step.message.format(_places(counts[step.kind])), None)
        for step in STEPS
        if step.message is not None and counts[step.kind]
    )


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count:,} places"


def _replacing(pattern: str, by: str = "") -> Callable[[str], tuple[str, int]]:
    compiled = re.compile(pattern)
    return lambda characters: compiled.subn(by, characters)


STRAY_RE: Final = re.compile(r"[\ud800-\udfff]")


def _read_stray_bytes(characters: str) -> tuple[str, int]:
    """Read a byte that was no character in its encoding as Windows-1252, where it is one."""

    def better(match: re.Match[str]) -> str:
        byte = ord(match[0]) - 0xDC00
        # one that Windows-1252 has no use for stays a control: it may be half of a character
        return (_cp1252(byte) or chr(byte)) if 0x80 <= byte <= 0xFF else "\ufffd"  # noqa: PLR2004

    return STRAY_RE.subn(better, characters)


C1_RE: Final = re.compile(r"[\x80-\x84\x86-\x9f]")
C1_OR_NEL_RE: Final = re.compile(r"[\x80-\x9f]")


def _read_c1_controls(characters: str) -> tuple[str, int]:
    """Read controls that nobody prints as the quotation marks and dashes of Windows-1252.

    U+0085 alone is a line end; among others of its kind it is the ellipsis.
    """
    if not C1_RE.search(characters):
        return characters, 0
    return C1_OR_NEL_RE.subn(lambda match: _cp1252(ord(match[0])), characters)


def _cp1252(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore")


# What UTF-8 looks like when it is read as Windows-1252 or Latin-1 ("fÃ¼r", "â€ž"), as MacRoman
# ("f√ºr", "‚Äû") or as the encodings of DOS ("f├╝r", "ÔÇ×", "ΓÇ₧"): a suspicion, no proof.
SIGN_RE: Final = re.compile(
    r"""
    [ÂÃÄÅâ√├┬‚ÔΓ]
    (?: (?<= [ÂÃÄÅâ] ) [\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]
      | (?: (?<= [√├┬] ) | (?<= ‚ ) Ä | (?<= [ÔΓ] ) Ç ) [^\x00-\x7f]
    )
    """,
    re.VERBOSE,
)
LINE_RE: Final = re.compile(r"[^\r\n]++")
WORD_RE: Final = re.compile(r"[^ \t]++")  # a no-break space may be half of a character
UNLIKELY: Final = ("mac_roman", "cp850", "cp437")
"""Encodings in which hardly any German text happens to be UTF-8; ftfy knows the first in part."""


def _read_mojibake(characters: str) -> tuple[str, int]:
    count = 0

    def better(match: re.Match[str]) -> str:
        nonlocal count
        if not SIGN_RE.search(match[0]):
            return match[0]
        fixed = _decoded_again(match[0])
        count += fixed != match[0]
        return fixed

    if not SIGN_RE.search(characters):
        return characters, 0
    return LINE_RE.sub(better, characters), count


def _decoded_again(line: str) -> str:
    """Undo the wrong decoding of a whole line, or else of single words in it."""
    for encoding in UNLIKELY:
        with suppress(UnicodeError):
            return line.encode(encoding).decode("utf-8")
    # imported here: few texts need it, and it takes a tenth of a second
    from ftfy import fix_encoding

    line = fix_encoding(line)
    if not SIGN_RE.search(line):
        return line
    return WORD_RE.sub(
        lambda word: fix_encoding(word[0]) if SIGN_RE.search(word[0]) else word[0], line
    )


def _normalise(characters: str) -> tuple[str, int]:
    if unicodedata.is_normalized("NFC", characters):
        return characters, 0
    composed = unicodedata.normalize("NFC", characters)
    return composed, max(1, abs(len(characters) - len(composed)))


LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LIGATURE_RE: Final = re.compile(f"[{''.join(LIGATURES)}]")


def _split_ligatures(characters: str) -> tuple[str, int]:
    return LIGATURE_RE.subn(lambda match: LIGATURES[match[0]], characters)


FURNITURE: Final = Step(
    "page furniture",
    lambda characters: (characters, 0),  # done in _apply, which keeps the lines taken out
    "Page numbers and running headers or footers were taken out in {}.",
)
STEPS: Final = (
    # Decoding goes first: a no-break space, a soft hyphen or a control may be half of a character.
    Step(
        "stray bytes",
        _read_stray_bytes,
        "Bytes that are no character in the file's encoding were read as Windows-1252 in {}.",
    ),
    Step(
        "mojibake",
        _read_mojibake,
        "Characters that had been decoded wrongly were restored in {}.",
    ),
    Step("C1 controls", _read_c1_controls, "Controls were read as Windows-1252 in {}."),
    # The vertical tab is a line end in word processors; form feeds go with the page furniture.
    Step("line ends", _replacing(r"[\r\v\x85\u2028\u2029](?:(?<=\r)\n)?+", "\n"), None),
    Step("hyphens", _replacing(r"[\x1e\u2010\u2011]", "-"), "Hyphens were unified in {}."),
    Step("controls", _replacing(r"[\x00-\x08\x0e-\x1f\x7f]"), "Controls were removed in {}."),
    Step(
        "invisible characters",
        # zero-width spaces and joiners, marks of direction and of byte order, variation selectors
        _replacing(r"[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]"),
        "Invisible characters were removed in {}.",
    ),
    Step("normal form", _normalise, "Letters and their accents were composed in {}."),
    Step(
        "spaces",
        _replacing(r"[\xa0\u2000-\u200a\u202f\u205f\u3000]", " "),
        "No-break and thin spaces were replaced by blanks in {}.",
    ),
    FURNITURE,
    # Before the soft hyphens, for at a line end one of them shows that a word goes on.
    Step("line breaks", join_line_breaks, "Words broken at line ends were joined in {}."),
    Step(
        "soft hyphens",
        # Before a blank and a small letter it parts a word too: the blank was a line end once.
        _replacing(r"\xad++(?:[ ](?=[a-zäöüß]))?+"),
        "Soft hyphens were removed in {}.",
    ),
    Step("ligatures", _split_ligatures, "Ligatures were split into their letters in {}."),
)
"""The repairs in their order."""
