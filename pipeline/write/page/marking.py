r"""Characters of a brochure as markup: nothing in them becomes a tag, overlapping marks nest.

>>> from pipeline.text import Span
>>> print(mark_up("a<b", Span(0, 3), [Mark(0, 2, "u", "1"), Mark(1, 3, "v", "2")]), end="")
... # doctest: +NORMALIZE_WHITESPACE
<mark class="u" id="1">a<mark class="v" id="2">&lt;</mark></mark><mark class="v"
data-of="2">b</mark>
>>> visible("B\u202eörde")
'B\\u202eörde'
"""

import re
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from pipeline.text import Span

# Controls but for tab and line feed, marks of direction, separators that no editor shows, and
# lone surrogates; a browser would obey them, or drop them, instead of showing them.
UNSEEN_RE: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
ODD_RE: Final = re.compile(rf"[&<>'\"]|{UNSEEN_RE.pattern}")
"""What cannot stand in markup as it is; most passages have none of it, and looking is cheap."""


class Mark(NamedTuple):
    """A stretch to be highlighted."""

    start: int
    end: int
    kind: str
    """Words for the attribute `class`; ours, never the brochure's."""
    id: str
    """Of the element; ours as well."""
    is_first: bool = True
    """Whether it is the first piece of a mark that had to be cut."""


def visible(characters: str) -> str:
    """Return the characters with everything written out that cannot be seen."""
    return UNSEEN_RE.sub(lambda match: ascii(match[0])[1:-1], characters)


def mark_up(characters: str, whole: Span, marks: Iterable[Mark]) -> Markup:
    """Return a stretch of the text with its marks; one that would cross another is cut in two."""
    return Markup("".join(_pieces(characters, whole, marks)))


def _pieces(characters: str, whole: Span, marks: Iterable[Mark]) -> Iterator[str]:
    # by start, the longer one first, then in the order given
    waiting = [(each.start, -each.end, n, each) for n, each in enumerate(marks)]
    heapify(waiting)
    opened: list[Mark] = []
    at = whole.start
    while waiting or opened:
        if opened and (not waiting or opened[-1].end <= waiting[0][0]):
            end = opened.pop().end
            yield from (_text(characters, at, end), "</mark>")
            at = end
            continue
        start, _, number, mark = heappop(waiting)
        yield _text(characters, at, start)
        at = start
        if opened and mark.end > opened[-1].end:
            cut = opened[-1].end
            heappush(waiting, (cut, -mark.end, number, mark._replace(start=cut, is_first=False)))
            mark = mark._replace(end=cut)
        again = " again" if opened and opened[-1][:2] == mark[:2] else ""  # as a shared address is
        name = "id" if mark.is_first else "data-of"
        yield f'<mark class="{mark.kind}{again}" {name}="{mark.id}">'
        opened.append(mark)
    yield _text(characters, at, whole.end)


def _text(characters: str, start: int, end: int) -> str:
    passage = characters[start:end]
    return escape(visible(passage)) if ODD_RE.search(passage) else passage
