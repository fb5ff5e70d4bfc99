r"""What a glyph means whose font does not say it in Unicode's ordinary letters.

Sources: Adobe Glyph List (corporate use area, U+F6xx and U+F7xx: small capitals, old-style
figures), Microsoft's encoding of symbol fonts (U+F0xx), Font Awesome 4 to 6.

>>> meaning("\ufb01", "Minion"), meaning("\uf0b7", "Symbol"), meaning("\uf7e4", "MinionExp")
('fi', '•', 'Ä')
"""

import unicodedata
from types import MappingProxyType
from typing import Final

LIGATURES: Final = MappingProxyType(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# Old fonts for the Macintosh and some subsets put the ligatures here.
PRIVATE_LIGATURES: Final = MappingProxyType(
    {"\uf001": "fi", "\uf002": "fl", "\uf003": "ffi", "\uf004": "ffl", "\uf100": "ff"}
)
SYMBOLS: Final = MappingProxyType(
    {
        # Symbol and Wingdings
        "\uf0b7": "•", "\uf0a7": "▪", "\uf06e": "■", "\uf0a8": "▪", "\uf06c": "●", "\uf09f": "•",
        "\uf0fc": "✓", "\uf0d8": "➢", "\uf0e8": "➔", "\uf0e0": "→", "\uf0f0": "→", "\uf0be": "–",
        "\uf02d": "-", "\uf0d7": "·", "\uf076": "❖", "\uf071": "❑", "\uf028": "☎", "\uf029": "✆",
        "\uf02a": "✉", "\uf02b": "✉", "\uf020": " ",
    }
)  # fmt: skip
AWESOME: Final = MappingProxyType(
    {"\uf095": "☎", "\uf0e0": "✉", "\uf10b": "☎", "\uf1ac": "☎", "\uf111": "•", "\uf105": "›"}
)
UNIFIED: Final = MappingProxyType(
    {"\xa0": " ", "\u2010": "-", "\u2011": "-", "\u00b7": "·", "\u2028": " ", "\u2029": " "}
)
UNKNOWN: Final = "\ufffc"
"""Stands for a glyph of which nobody can say what it means: at the head of a line, a bullet."""
ACCENTS: Final = MappingProxyType(
    {
        "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327",
        "˚": "\u030a", "ˇ": "\u030c", "˘": "\u0306", "¯": "\u0304", "˝": "\u030b", "˛": "\u0328",
        "˙": "\u0307",
    }
)  # fmt: skip


def meaning(text: str, font: str) -> str:
    """Return what a glyph stands for, given what its font says it is."""
    if text.isascii():
        return _of_number(text) if text.startswith("(cid:") else text.replace("\x00", "")
    return "".join(_of_character(char, font) for char in text)


def _of_number(text: str) -> str:
    """Read a glyph without any code: a subset font was stripped of its table."""
    return UNKNOWN if text[5:-1].isdigit() else text


def _of_character(char: str, font: str) -> str:
    if char in LIGATURES:
        return LIGATURES[char]
    if char in UNIFIED:
        return UNIFIED[char]
    if "\ue000" <= char <= "\uf8ff":
        return _of_private(char, font)
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    # marks of direction and joiners; the soft hyphen is drawn, so it is one that is seen
    return "" if category in {"Cc", "Cf"} and char != "\xad" else char


def _of_private(char: str, font: str) -> str:
    if "Awesome" in font:
        return AWESOME.get(char, UNKNOWN)
    if char in PRIVATE_LIGATURES and "Symbol" not in font and "dings" not in font:
        return PRIVATE_LIGATURES[char]
    if char in SYMBOLS:
        return SYMBOLS[char]
    code = ord(char)
    if 0xF730 <= code <= 0xF739:  # noqa: PLR2004
        return chr(code - 0xF700)
    if 0xF761 <= code <= 0xF77A or 0xF7E0 <= code <= 0xF7FE:  # noqa: PLR2004
        return chr(code - 0xF700).upper()
    if 0xF020 <= code <= 0xF07E and ("Symbol" not in font and "dings" not in font):  # noqa: PLR2004
        return chr(code - 0xF000)  # a text font that was embedded as one of symbols
    return UNKNOWN
