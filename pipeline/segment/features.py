"""What a logical line looks like, before its place among the others is known."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from pipeline.german.abbreviations import ends_in_abbreviation
from pipeline.german.bodies import legal_form_at_end
from pipeline.german.grammar import words
from pipeline.german.labels import label_kind
from pipeline.german.subheadings import subheading_kind
from pipeline.mentions import Mentions
from pipeline.segment.lines import Line
from pipeline.text import Span, Text, gaps

# What stands behind a full stop inside a word is the rest of an abbreviation: "Verbr.sch."
WORD_RE: Final = re.compile(r"(?<!\w)(?<!\w\.)[^\W\d_][\w’'-]*+")
# Small words that stand in names of offices and functions as well as in sentences.
LINKING: Final = words("of_titles")
PREDICATES: Final = tuple(words("predicates") | words("row_functions"))
COPULAS: Final = words("copulas")
TERMINATED_RE: Final = re.compile(r"[.!?…:][\"“”»«'’)]*+$")
LONGEST_HEADING: Final = 90
LEAST_SENTENCE: Final = 4
LEAST_UNTERMINATED: Final = 9
LEAST_SMALL: Final = 3
LONGEST_CALL: Final = 5
"""Words of a sentence that calls on readers to write or ring, if no colon ends it."""


class Look(Enum):
    """How a line looks by itself."""

    SENTENCE = auto()
    """Running text, with or without contact data in it."""
    ITEM = auto()
    """An entry of a list, without contact data."""
    DATA = auto()
    """Holds a number, an address or another mention, and no sentence."""
    LABEL = auto()
    """Nothing but a label of the contact data that follow: `Telefon:`."""
    SHORT = auto()
    """A name, a function, an office, a sub-heading, a caption: its neighbours decide."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The spans of all mentions that make a line contact data, in order."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, mentions: Mentions) -> "Mentioned":
        """Collect the spans; labels that stand before a value belong to it."""
        spans = [mention.span for mention in (*mentions.reachable(), *mentions.addresses)]
        spans += [m.label for m in mentions.reachable() if m.label is not None]
        ordered = tuple(sorted(spans))
        return cls(ordered, tuple(span.start for span in ordered))

    def within(self, span: Span) -> Sequence[Span]:
        """Return those that begin inside a span or run into it."""
        first = bisect_left(self.starts, span.start)
        while first and self.spans[first - 1].end > span.start:
            first -= 1
        return self.spans[first : bisect_left(self.starts, span.end)]


def look_of(text: Text, line: Line, mentioned: Mentioned) -> Look:
    """Return how a line looks by itself."""
    inside = mentioned.within(line.span)
    passage = text.at(line.content)
    if inside:
        rest = " ".join(text.at(gap) for gap in gaps(line.content, inside))
        return Look.SENTENCE if is_sentence(rest) else Look.DATA
    is_text = is_sentence(passage) or _is_list(passage)
    if is_text and not (_is_set_as_heading(line, passage) or _invites(passage)):
        return Look.SENTENCE
    if label_kind(passage):
        return Look.LABEL
    return Look.ITEM if line.bullet else Look.SHORT


def _is_set_as_heading(line: Line, passage: str) -> bool:
    """Whether words that could be a sentence are a heading: short, set apart, without full stop."""
    fits = len(passage) <= LONGEST_HEADING and passage[0].isupper() and passage[-1] not in ".,;:"
    return line.stands_out and not line.bullet and fits


def _invites(passage: str) -> bool:
    """Whether a short sentence heads contact data: `So erreichen Sie uns:`, `Rufen Sie uns an!`."""
    mark = passage[-1]
    is_short = mark == ":" or (mark in "!?" and passage.count(" ") < LONGEST_CALL)
    return is_short and subheading_kind(passage) == "contact"


def is_sentence(passage: str) -> bool:
    """Whether the words make running text rather than a name, a function or a heading."""
    found = WORD_RE.findall(passage)
    if len(found) < LEAST_SENTENCE:
        return False
    small = sum(1 for word in found if word[0].islower() and word not in LINKING)
    stop = TERMINATED_RE.search(passage, max(0, len(passage) - len("?!“)")))
    if small and stop and not (passage[-1] == "." and ends_in_abbreviation(passage[:-1])):
        return True
    if _says_who(passage):
        return True
    ends_in_form = passage.endswith("V.")  # `… für die Technik sorgt die AWO e. V.`
    least = LEAST_SMALL - 1 if ends_in_form else LEAST_SMALL
    return len(found) >= LEAST_UNTERMINATED and small >= least


def _says_who(passage: str) -> bool:
    """Whether a short line names whom its first word announces: `Träger ist der Verein X e. V.`."""
    first, *rest = passage.split(maxsplit=3)
    is_form = legal_form_at_end(passage) or legal_form_at_end(passage.removesuffix("."))
    is_said = rest[:1] and rest[0] in COPULAS and rest[1] in {"das", "der", "die"}
    return bool(is_said and is_form and first.lower().endswith(PREDICATES))


def is_enumeration(passage: str) -> bool:
    """Whether words without a verb end as a sentence: `Das Jobcenter, der VdK und die Tafel.`."""
    is_joined = "," in passage or " und " in passage
    ends = passage.endswith(".") and not ends_in_abbreviation(passage[:-1])
    return is_joined and ends and len(WORD_RE.findall(passage)) >= LEAST_SENTENCE


def _is_list(passage: str) -> bool:
    """Whether a line lists as a sentence does, if without a verb: `Mit dabei: die AWO, der …`."""
    is_long = len(WORD_RE.findall(passage)) >= LEAST_UNTERMINATED
    return is_long and passage.endswith(".") and ":" in passage
