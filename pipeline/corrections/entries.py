r"""Where in a file its entries stand, for line numbers and for changing one of them.

>>> text = '# who\n\n[[checked]]\nsection = "15083"\n\n# below\n'
>>> [(entry.kind, text[entry.start : entry.end]) for entry in entries_of(text)]
[('checked', '[[checked]]\nsection = "15083"\n')]
"""

import re
import tomllib
from typing import Final, NamedTuple

HEADER_RE: Final = re.compile(r"^[ \t]*\[\[?[ \t]*([A-Za-z_]+)[ \t]*\]\]?", re.MULTILINE)


class Entry(NamedTuple):
    """One entry, in characters of the file, without comments that stand below it."""

    kind: str
    start: int
    end: int


def entries_of(text: str) -> list[Entry]:
    """Return the entries of a file that is TOML; a header inside a long string is none."""
    headers = list(HEADER_RE.finditer(text))
    found, first = [], 0
    for n in range(1, len(headers) + 1):
        start = headers[first].start()
        end = headers[n].start() if n < len(headers) else len(text)
        if _is_toml(text[start:end]):  # else the next "header" stands inside a string
            found.append(Entry(headers[first][1], start, start + _length(text[start:end])))
            first = n
    return found


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _length(entry: str) -> int:
    """Return how long an entry is without the comments and blank lines behind its last line."""
    lines = entry.splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return sum(map(len, lines))


def line_of(text: str, kind: str, index: int, key: str | None) -> int | None:
    """Return the line, counted from 1, on which a key of an entry stands, or else the entry."""
    of_kind = [entry for entry in entries_of(text) if entry.kind == kind]
    if index >= len(of_kind):
        match = re.search(rf"^[ \t]*\[*[ \t]*{re.escape(kind)}\b", text, re.MULTILINE)
        return text.count("\n", 0, match.start()) + 1 if match else None
    entry, within = of_kind[index], 0
    written = text[entry.start : entry.end]
    if key and (match := re.search(rf"^[ \t]*{re.escape(key)}\b", written, re.MULTILINE)):
        within = match.start()
    return text.count("\n", 0, entry.start + within) + 1
