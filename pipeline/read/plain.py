r"""The encodings in which German offices store plain text.

UTF-8 and UTF-16 prove themselves. Windows-1252 and MacRoman do not: each byte means something
in both (0x9F is "ü" to a Mac and "Ÿ" to Windows), so the reading that looks like German wins,
and where neither does, charset-normalizer is asked. Sources: the tables of both encodings
(Unicode, MAPPINGS/VENDORS), DIN 5008 on quotation marks, dashes and units.

>>> decode("Größe".encode("mac_roman"))
('macintosh', 'Größe')
>>> decode(b"\xff\xfe" + "Größe".encode("utf-16-le"))
('utf-16', 'Größe')
"""

import codecs
import re
from itertools import islice
from typing import Final


class NotTextError(ValueError):
    """The bytes are no text; says what they seem to be."""


MARKS: Final = (
    # UTF-32 goes first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and what they stand for."""

SIGNATURES: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document in an old format"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""How files begin that are no plain text, though some of them hold little else than ASCII."""

CONTROLS: Final = bytes(i for i in range(32) if i not in b"\t\n\v\f\r") + b"\x7f"

MAX_CONTROLS_UTF8: Final = 0.3  # a damaged export has some; a program or a picture is full of them
MAX_CONTROLS_OTHER: Final = 0.05  # random bytes, which are never valid UTF-8, have eleven per cent


def decode(data: bytes) -> tuple[str, str]:
    """Return the name of the encoding and the characters, without a byte order mark.

    Bytes that the encoding does not know come out as lone surrogates (PEP 383).
    """
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(f"this is {what}, not plain text")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            # a file cut in the middle of a character loses that one only
            return encoding, data.decode(encoding, "replace").removeprefix("\ufeff")
    if wide := _utf16_without_mark(data):
        return wide, data.decode(wide)
    try:
        characters = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data, MAX_CONTROLS_OTHER)
    else:
        _refuse_binary(data, MAX_CONTROLS_UTF8)
        return "utf-8", characters
    mixed = data.decode("utf-8", "surrogateescape")
    if _is_mostly_utf8(mixed):
        return "utf-8", mixed
    return _eight_bit(data)


MOST: Final = 0.7
FEW: Final = 0.05
"""UTF-16: shares of zeros among the high and the low bytes of European text."""


def _utf16_without_mark(data: bytes) -> str | None:
    """Name the byte order if every second byte is zero, as in European text and in no other."""
    sample = data[: 2**16]
    pairs = len(sample) // 2
    if len(data) % 2 or not pairs:
        return None
    low, high = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if max(low, high) < MOST or min(low, high) > FEW:
        return None
    encoding = "utf-16le" if high > low else "utf-16be"
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return encoding


def _refuse_binary(data: bytes, limit: float) -> None:
    controls = len(data) - len(data.translate(None, CONTROLS))
    if controls > limit * len(data):
        raise NotTextError("the file holds binary data, not plain text")


STRAY_RE: Final = re.compile(r"[\udc80-\udcff]")
WIDE_RE: Final = re.compile(r"[^\x00-\x7f\udc80-\udcff]")


def _is_mostly_utf8(characters: str) -> bool:
    """Whether few bytes are none: two texts pasted into one file, or a damaged character.

    In Windows-1252 or MacRoman two high bytes hardly ever happen to form a character of UTF-8.
    """
    return len(WIDE_RE.findall(characters)) > 2 * len(STRAY_RE.findall(characters))


EIGHT_BIT: Final = {"cp1252": "windows-1252", "mac_roman": "macintosh"}
"""Python's name and the registered one; the more frequent first, for it wins a draw."""

CLEAR: Final = 0.5
"""Mean evidence per character outside ASCII from which a reading needs no second opinion."""


def _eight_bit(data: bytes) -> tuple[str, str]:
    readings = {name: data.decode(name, "surrogateescape") for name in EIGHT_BIT}
    scores = {name: germanness(readings[name]) for name in EIGHT_BIT}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= CLEAR:
        return EIGHT_BIT[best], readings[best]
    return _second_opinion(data, scores[best], EIGHT_BIT[best], readings[best])


def _second_opinion(data: bytes, score: float, encoding: str, reading: str) -> tuple[str, str]:
    """Take one of charset-normalizer's candidates if it looks more like German."""
    # imported here: most files are UTF-8 and should not pay for it
    from charset_normalizer import from_bytes

    ascii_part = data.decode("ascii", "ignore")
    for match in from_bytes(data):
        candidate = str(match)
        other = germanness(candidate)
        # not EBCDIC and its kind, where the ASCII letters would be others
        if other > score and candidate.encode("ascii", "ignore").decode() == ascii_part:
            score, encoding, reading = other, match.encoding.replace("_", "-"), candidate
    return encoding, reading


# One character outside ASCII with its neighbours; linear, since each match starts at that
# character and looks at one on either side. The first alternative that fits gives the weight.
EVIDENCE_RE: Final = re.compile(
    r"""
      (?P<umlaut>    (?<= [A-Za-zÄÖÜäöüß] ) [äöüß] (?! [A-ZÄÖÜ] )   # "für", "Größe"
                   | (?<! [\w] ) [äöüÄÖÜ] (?= [a-zß] )              # "über", "Ämter"
                   | (?<= [A-ZÄÖÜ] ) [ÄÖÜß] (?! [a-z] )             # "KÖLN", "GROß"
                   | (?<! \w ) [ÄÖÜ] (?= [A-Z] ) )                  # "ÄMTER"
    | (?P<mark>      (?<! \w ) [„‚»«›‹“‘] (?= \w )                  # opens before a word
                   | (?<= [\w.,;:!?…)] ) [“”‘’»«›‹] (?! \w )        # closes behind one
                   | (?<= \w ) ’ (?= \w )                           # "geht’s"
                   | (?<! \S ) [–—•·▪] (?! \S )                     # stands alone
                   | (?<= \w ) – (?= [\dA-ZÄÖÜ] )                   # "2023–2024"
                   | (?<! \w ) [§€] (?! [^\W\d] )
                   | (?<= [\d\xa0 ] ) ° (?! \w )
                   | (?<! [A-ZÄÖÜ] ) … (?! \w )
                   | [\xa0\xad®©²³½¼™] )
    | (?P<foreign>   (?<= [a-zäöüß] ) [à-öø-ÿœšž]                    # "Café"
                   | (?<! \w ) [À-ÖØ-ÞŠŽ] (?= [a-z] )              # "Élodie"
                   | (?<= [A-ZÄÖÜ] ) [À-ÖØ-ÞŠŽ] (?! [a-z] ) )       # "CAFÉ"
    | (?P<lone>      (?<! \w ) [ÄÖÜäöüàÀéÉØ] (?! \w ) )              # "A – Ä", "à la carte"
    | (?P<alien>     [^\x00-\x7f] )                                 # "fŸr", "f¸r", "¤ 16"
    """,
    re.VERBOSE,
)
WEIGHTS: Final = {"umlaut": 3.0, "mark": 2.0, "foreign": 0.5, "lone": 0.5, "alien": -2.0}
ENOUGH: Final = 5000
"""So many characters outside ASCII decide; a larger file is not read to its end for that."""


def germanness(characters: str) -> float:
    """Return the mean weight of the characters outside ASCII: 3 at best, -2 at worst.

    >>> germanness("für Königs Ämter"), germanness("fŸr Kšnigs €mter")
    (3.0, -2.0)
    """
    kinds = [match.lastgroup or "" for match in islice(EVIDENCE_RE.finditer(characters), ENOUGH)]
    return sum(WEIGHTS[kind] for kind in kinds) / len(kinds) if kinds else 0.0
