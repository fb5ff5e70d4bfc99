"""Addresses on the web: with scheme, with www., or bare with a known ending.

Source: RFC 3986 for what may stand in a path; the endings are in labels.toml.

>>> [site.url for site in find_websites(Text.of("Unter www.kreis-x.de/hilfe. Oder kreis-y.de"))]
['https://www.kreis-x.de/hilfe', 'https://kreis-y.de']
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.german.labels import label_before, top_level_domains
from pipeline.text import Span, Text

# Linear: anchored on a scheme, on www., or on a dot before two letters or more; the host before
# such a dot is read backwards from a bounded stretch.
ANCHOR_RE: Final = re.compile(
    r"""
    h [tT][tT][pP][sS]?:/{1,2} | H [tT][tT][pP][sS]?:/{1,2}   # each begins with one character:
    | w (?<![\w@.-].) [wW]{2}\. | W (?<![\w@.-].) [wW]{2}\.      # so the search is fast
    | \. (?<=\w.) (?= [A-Za-z]{2,10} (?![\w-]) )
    """,
    re.VERBOSE,
)
HOST_RE: Final = re.compile(
    r"""
    [ ]? [^\W_][\w-]{0,62}+ (?: \.[^\W_][\w-]{0,62}+ ){0,6}
    (?: (?<=-) \n[ \t]{0,8} [^\W\d_A-ZÄÖÜ][\w-]{0,40}+ (?: \.[^\W_][\w-]{0,40}+ ){1,4} )?+
    """,
    re.VERBOSE,
)
BARE_RE: Final = re.compile(r"(?<![\w.@:/-])(?:[^\W_][\w-]{0,62}\.){0,5}[^\W_][\w-]{0,62}\Z")
TAIL_RE: Final = re.compile(r"(?::[0-9]{2,5})?+(?:[/?#][\w./~%#?=&+:;,@!$'()*\[\]-]*+)?+")
SENTENCE_RE: Final = re.compile(r"(?<=[a-z])\.[A-ZÄÖÜ][a-zäöüß]*$")
TRAILING: Final = ".,;:!?'*"
LONGEST_HOST: Final = 120
LONGEST: Final = 400
SCHEME_RE: Final = re.compile(r"[hH][tT][tT][pP][sS]?:/{1,2}")


@dataclass(frozen=True, slots=True)
class Website:
    """An address on the web."""

    url: str
    """With scheme; `https` where none is printed."""
    raw: str
    span: Span
    label: Span | None


def find_websites(text: Text, claimed: Sequence[Span] = ()) -> tuple[Website, ...]:
    """Return all web addresses outside the claimed spans, sorted by place; never raises."""
    taken = sorted(claimed)
    starts = [span.start for span in taken]
    found: list[Website] = []
    position = 0
    while match := ANCHOR_RE.search(text.characters, position):
        position = match.end()
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() <= taken[at].end:
            continue
        floor = max(found[-1].span.end if found else 0, taken[at].end if at >= 0 else 0)
        span = _bare(text, match, floor) if match[0] == "." else _marked(text, match)
        if span:
            found.append(_website(text, span))
            position = max(position, span.end)
    return tuple(found)


def _marked(text: Text, anchor: re.Match[str]) -> Span | None:
    """Return the span of an address with scheme or www."""
    characters = text.characters
    host = HOST_RE.match(characters, anchor.end(), anchor.end() + LONGEST_HOST)
    if host is None:
        return None
    end = _host_end(host[0], host.end())
    printed = characters[anchor.end() : end]
    is_name = printed.rpartition(".")[2].isalpha() or printed.rpartition(".")[2].startswith("xn--")
    if "." not in printed or not is_name or (printed[0] == " " and not _is_known(printed)):
        return None
    return Span(anchor.start(), _tail_end(characters, end) if end == host.end() else end)


def _bare(text: Text, anchor: re.Match[str], floor: int) -> Span | None:
    """Return the span of an address that only its ending betrays."""
    characters = text.characters
    ending = re.compile(r"[A-Za-z]+").match(characters, anchor.end())
    if ending is None or ending[0] not in top_level_domains():
        return None
    behind = characters[ending.end() : ending.end() + 2]
    if (behind[:1] == "." and behind[1:2].isalnum() and behind[1:2].islower()) or behind[:1] == "@":
        return None  # more of a host, or of a file name: "kreis.de.pdf"
    start = max(floor, anchor.start() - LONGEST_HOST)
    host = BARE_RE.search(characters[start : anchor.start()])
    if host is None or not _is_host(host[0]):
        return None
    if characters[start + host.start() - 1 : start + host.start()] in {"@", "\\"}:
        return None
    return Span(start + host.start(), _tail_end(characters, ending.end()))


def _is_host(name: str) -> bool:
    """Whether the part before a known ending can be a host: not `z.B`, `1.2`, `e.V`."""
    last = name.rpartition(".")[2]
    return len(last) > 1 and any(char.isalpha() for char in last) and not last.endswith("-")


def _host_end(printed: str, end: int) -> int:
    """Return where a host ends, without a next sentence's word that is glued to it."""
    while (cut := SENTENCE_RE.search(printed)) and _is_known(printed[: cut.start()]):
        printed, end = printed[: cut.start()], end - len(cut[0])
    stripped = printed.rstrip("-.")
    return end - len(printed) + len(stripped)


def _is_known(host: str) -> bool:
    return host.rpartition(".")[2] in top_level_domains()


def _tail_end(characters: str, end: int) -> int:
    """Return where the path ends, without the punctuation of the sentence."""
    match = TAIL_RE.match(characters, end, end + LONGEST)
    tail = match[0] if match else ""
    while tail and (tail[-1] in TRAILING or _opens_nothing(tail)):
        tail = tail[:-1]
    return end + len(tail)


def _opens_nothing(tail: str) -> bool:
    """Whether the closing bracket at the end was opened before the address."""
    pairs = {")": "(", "]": "["}
    last = tail[-1]
    return last in pairs and tail.count(last) > tail.count(pairs[last])


def _website(text: Text, span: Span) -> Website:
    raw = text.at(span)
    joined = "".join(raw.split())
    scheme = SCHEME_RE.match(joined)
    rest = joined[scheme.end() :] if scheme else joined
    host, slash, path = rest.partition("/")
    kind = scheme[0].lower().rstrip("/") if scheme else "https:"
    label = label_before(text.characters, span.start)
    named = Span(label.start, label.end) if label and "web" in label.kinds else None
    return Website(f"{kind}//{host.lower()}{slash}{path}", raw, span, named)
