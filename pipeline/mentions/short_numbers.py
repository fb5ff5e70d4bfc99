"""Short numbers: 115, 116 117, 110, 112. They have no international form.

Source: Bundesnetzagentur (harmonised services of social value 116xxx, emergency calls, 115).

>>> line = "Wählen Sie die 115 oder 116 117."
>>> [match[0] for match in SHORT_RE.finditer(line) if is_rung(line, match)]
['115', '116 117']
>>> line = "Der Bereitschaftsdienst hilft 115 Menschen."
>>> [match[0] for match in SHORT_RE.finditer(line) if is_rung(line, match)]
[]
"""

import re
from typing import Final

from pipeline.german.labels import key, short_number_cues
from pipeline.german.streets import sure_ending_re

SHORT_RE: Final = re.compile(
    r"""
    (?<! [\d.,/-] ) (?: 116[ ]?(?:117|111|123|000|006|016|116) | 11[025] )
    (?! \w | [.,/-]\d | [ ]\d | [ ]?[€%] )
    """,
    re.VERBOSE,
)
NEAR: Final = 60
WORD_RE: Final = re.compile(r"[^\W\d_][\w-]*+")
NOUN_RE: Final = re.compile(r" [A-ZÄÖÜ][a-zäöüß]")
HYPHEN_CUES: Final = ("nummer", "telefon", "dienst", "notruf")


def is_rung(characters: str, match: re.Match[str]) -> bool:
    """Whether digits that may be a short number are one: a word on their line says so."""
    before = characters[max(0, match.start() - NEAR) : match.start()].rpartition("\n")[2]
    if sure_ending_re().search(before.rstrip()):
        return False  # "Reichertstr. 112"
    words = WORD_RE.findall(before)
    if words and _is_cue(words[-1]):
        return True
    if NOUN_RE.match(characters, match.end()):
        return False  # "115 Menschen"
    behind = characters[match.end() : match.end() + NEAR].partition("\n")[0]
    near = WORD_RE.findall(behind) if match[0].startswith("116") else WORD_RE.findall(behind)[:3]
    return any(map(_is_cue, words)) or any(map(_is_cue, near))


def _is_cue(word: str) -> bool:
    folded = key(word)
    return folded in short_number_cues() or folded.endswith(HYPHEN_CUES)
