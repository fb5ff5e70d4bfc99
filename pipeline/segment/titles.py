"""Headings that say more than the name of a Kreis: `Landkreis Leer: Schule am Deich`.

A line like that can be anything. It opens a section where a brochure prints the names of several
Kreise in the same way: what is left of the line without the name is its style.

>>> parse_title("Schule am Deich (Landkreis Leer)").style
'… (*)'
>>> parse_title("Im Landkreis Leer").style == parse_title("In der Stadt Emden").style
True
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from pipeline.german import load_toml
from pipeline.german.asides import is_caption
from pipeline.german.grammar import words
from pipeline.german.kreise import LONGEST_HEADING, PREFIX_RE, Heading, find_kreis, parse_heading
from pipeline.german.labels import label_kind
from pipeline.german.subheadings import subheading_kind

MARK_RE: Final = re.compile(r"[ ]?[|•·][ ]?|:[ ]|[ ][–—/-][ ]|(?<=[a-zäöüß]{3})\.[ ]")
BAR_RE: Final = re.compile(r"[ ]?[|•·][ ]?")
QUOTED_RE: Final = re.compile(r"[„»«‚\"][^„“”»«‚‘\"]{1,60}[“”«»‘\"]")
BRACKET_RE: Final = re.compile(r"[ ]\(([^()]{3,60})\)$")
# A word that a name with its kind begins with: `Landkreis`, `Ilm-Kreis`, `Städteregion`.
KIND_RE: Final = re.compile(r"kreis|stadt$|region$|verband$|^lkr?\.?$", re.IGNORECASE)
# Two that share a section, which is that of no Kreis: "Landkreise Leer und Aurich".
JOINT_RE: Final = re.compile(
    r"(?:(?:Landkreise|Kreise|Städte)[ ](?P<first>.{3,40})"
    r"|(?P<stadt>Stadt)|(?P<kreis>(?:Landkreis|Kreis|Stadt|Region)[ ].{3,40}))"
    r"[ ](?:und|&)[ ](?P<second>.{3,40})"
)
LONGEST_FACTS: Final = 200
FEWEST_FACTS: Final = 2
"""More of them are a box: `Landkreis: Leer | Einwohner: 170.000 | Start: 2021`."""
MOST_WORDS: Final = 12
LONGEST_NAME: Final = 7
"""Words of a name: `Landkreis Neustadt a. d. Waldnaab`."""
LONGEST_BARE: Final = 4
ARTICLES: Final = words("articles")
PREPOSITIONS: Final = frozenset().union(
    *(words(f"prepositions_of_{what}") for what in ("names", "groups", "places"))
)
CONTRACTED: Final[Mapping[str, str]] = load_toml("kreise.toml")["contracted"]


class Title(NamedTuple):
    """A line that names a Kreis among other words."""

    heading: Heading
    style: str
    """The line with a star for the Kreis, and an ellipsis for words set apart by a mark."""


def parse_title(line: str) -> Title | None:
    """Return how a line names a Kreis, if it could be a heading."""
    longest = LONGEST_FACTS if "|" in line else LONGEST_HEADING
    if not line or len(line) > longest or line[-1] in ".,;":
        return None
    if is_caption(line) or label_kind(line):
        return None
    named = PREFIX_RE.sub("", line, count=1)
    return next(_readings(named), None)


def _readings(named: str) -> Iterator[Title]:
    pieces = BAR_RE.split(named)
    if len(pieces) > FEWEST_FACTS:
        for n, piece in enumerate(pieces):
            yield from _named(piece, f"{'| ' * n}*", named)
        return
    if bracket := BRACKET_RE.search(named):
        yield from _named(bracket[1], "… (*)", named[: bracket.start()])
    marks = list(MARK_RE.finditer(named))
    if marks:
        first, last = marks[0], marks[-1]
        claim = named[first.end() :]
        yield from _named(named[: first.start()], f"*{first.group().strip()} …", claim)
        claim = named[: last.start()]
        if subheading_kind(claim) != "contact":
            yield from _named(named[last.end() :], f"… {last.group().strip()} *", claim)
    elif _is_joint(named):
        yield Title(Heading(None, True, named, ""), "*")
    else:
        yield from _within(QUOTED_RE.sub("„…“", named).split(" "))


def _named(printed: str, style: str, claim: str) -> Iterator[Title]:
    article, _, rest = printed.partition(" ")
    if heading := parse_heading(rest if article.casefold() in ARTICLES else printed):
        yield Title(replace(heading, addition=claim), style)


def _is_joint(named: str) -> bool:
    match = JOINT_RE.fullmatch(named)
    if not match or not find_kreis(match["second"]):
        return False
    first = match["first"] or match["kreis"]
    return match["stadt"] is not None or find_kreis(first) is not None


def _within(parts: Sequence[str]) -> Iterator[Title]:
    """Yield the line with the longest name that it prints with its kind, or else at its end."""
    if len(parts) > MOST_WORDS:
        return
    kinds = [i for i, word in enumerate(parts) if KIND_RE.search(word)]
    slots = [(i, j) for i in kinds for j in range(min(len(parts), i + LONGEST_NAME), i, -1)]
    slots += [(i, len(parts)) for i in range(max(1, len(parts) - LONGEST_BARE), len(parts))]
    for i, j in slots:
        name = " ".join(parts[i:j])
        if (found := find_kreis(name)) and (found[1] or j == len(parts)):
            rest = " ".join((*parts[:i], *parts[j:]))
            style = " ".join((*_bare(parts[:i]), "*", *_bare(parts[j:])))
            yield Title(Heading(*found, name, rest), style)
            return


def loosely(title: Title) -> Title | None:
    """Return the title with any words before or behind the name: `Landkreis Leer macht Schule`."""
    before, _, behind = title.style.partition("*")
    before = "" if before.strip() in PREPOSITIONS else before
    if not title.heading.kind_printed or "…" in title.style or bool(before) is bool(behind):
        return None
    return title._replace(style="… *" if before else "* …")


def _bare(parts: Sequence[str]) -> list[str]:
    """Return words without articles, which depend on the Kreis: `im Landkreis`, `in der Stadt`."""
    folded = (word.casefold() for word in parts)
    return [CONTRACTED.get(word, word) for word in folded if word not in ARTICLES]
