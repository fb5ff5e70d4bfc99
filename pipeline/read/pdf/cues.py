"""What the words on both sides of a line end say: a sentence goes on, something of its own begins.

Geometry cannot tell a name below a function from the rest of that function; how German offices
write does. Everything here is about printed lines as strings.

>>> ends_sentence("wie geplant."), ends_sentence("dem Verein Lesen e. V.")
(True, False)
>>> begins_own("Telefon: 030 23125-014"), begins_own("Telefon im Alltag")
(True, False)
"""

import re
from typing import Final

from pipeline.german import grammar
from pipeline.german.abbreviations import ends_in_abbreviation
from pipeline.german.bodies import head_of
from pipeline.german.kreise import parse_heading
from pipeline.german.labels import label_kind
from pipeline.german.line_breaks import words
from pipeline.german.roles import role_of
from pipeline.german.streets import street_ending_re
from pipeline.german.subheadings import subheading_kind
from pipeline.read.pdf.lines import BULLET_RE

LEAST_SMALL: Final = 0.38
"""Share of words in small letters in running text; in contact data and lists there are fewer."""

BULLET_LINE_RE: Final = re.compile(
    r"(?:[•●▪■◦‣⁃►▶➤➢➔→✓✔❖❑☎✆✉*·]|[–—-][ ]|\(?(?:\d{1,2}|[a-h])[.)][ ])"
)
END_RE: Final = re.compile(r"[.!?…:][\"“”»«'’)]*$")
OPEN_WORDS: Final = "|".join(map(re.escape, sorted(grammar.words("line_enders"))))
OPEN_RE: Final = re.compile(rf"(?:[,(&/–-]|\b(?:{OPEN_WORDS}))$")
OWN_WORD_RE: Final = re.compile(r"(?:\S*@|www\.|https?:|[(]?\+\d|[(]?0\d{2}|\(0[ ]\d)")
ADDRESS_RE: Final = re.compile(
    r"(?:D-)?\d{5}[ ][A-ZÄÖÜ]"
    r"|[A-ZÄÖÜ][\w.-]*+(?:[ ][A-ZÄÖÜa-z][\w.-]*+){0,3}+[ ]\d{1,4}[ ]?[a-z]?(?:[,;]|$|[ ]\d{5}[ ])"
)
STREET_RE: Final = re.compile(r"(?:Str\.|Straße|Weg|Platz|Allee|Ring|Gasse)[ ]\d")
LINKING: Final = frozenset(("im", "am", "beim", "vom", "zum", "zur", "der", "des", "dem"))
DIGITS_RE: Final = re.compile(r"[\d ()/-]{1,16}+(?:$|,)")
MOST_BLANKS: Final = 3
"""A label that orders a section, `Partner vor Ort`, has fewer: more words could be a sentence."""
SIGNS: Final = frozenset("-./@:_")
"""At these `line_breaks` knows what to do."""
PHONE_RE: Final = re.compile(r"(?:\(?0|\+)\d[\d ()/–-]*+$")
DATA_RE: Final = re.compile(r"@|\bwww\.|(?<![\d.,])0\d{2,5}[ /)-]|\+49|\b\d{5}[ ][A-ZÄÖÜ]")


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a mark that is not that of an abbreviation."""
    end = END_RE.search(text)
    return end is not None and not (end[0] == "." and ends_in_abbreviation(text[:-1]))


def reads_as_text(text: str) -> bool:
    """Whether there are as many words in small letters as in sentences."""
    words_in = [word for word in text.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words_in)
    return small >= LEAST_SMALL * len(words_in) and len(words_in) > 4  # noqa: PLR2004


def is_heading(text: str) -> bool:
    """Whether a line names a Kreis and nothing else."""
    return text[-1] not in ",-" and parse_heading(text) is not None


def begins_own(text: str) -> bool:
    """Whether a line begins with what begins a line of its own: a bullet, a label."""
    if BULLET_LINE_RE.match(text) or BULLET_RE.match(text):
        return True
    label, colon, _ = text.partition(":")
    if colon and len(label) <= 40 and label_kind(label):  # noqa: PLR2004
        return True
    first, _, rest = text.partition(" ")
    return label_kind(first) is not None and rest[:1] in set("0123456789+(/:")


def is_torn(before: str, line: str) -> bool:
    """Whether an address was cut at a line end because it is too long for the column.

    >>> is_torn("eva.muster@kreis-altmue", "hlau.de"), is_torn("eva.muster@kreis.de", "und mehr")
    (True, False)
    """
    word, rest = before.rpartition(" ")[2], line.partition(" ")[0].rstrip(".,;)")
    if not ("@" in word or word.startswith(("www.", "http"))) or word[-1] in SIGNS:
        return False
    if word.rpartition(".")[2] in words("domain") and "." in word.rpartition("@")[2]:
        return False
    return rest.isascii() and rest.rpartition(".")[2].partition("/")[0] in words("domain")


def is_torn_data(before: str, line: str) -> bool:
    """Whether a number goes on, a house number stands below its street, a value below its label."""
    if STREET_RE.match(line):
        return True
    if line[0].isdigit() and (street_ending_re().search(before) or before.endswith("Str.")):
        return True
    if DIGITS_RE.match(line) and before[-1].isdigit() and PHONE_RE.search(before):
        return True
    if line[0] in "0123456789(+" and label_kind(before.rpartition(" ")[2]) is not None:
        return True
    return before.endswith(":") and label_kind(before) is not None


def needs_name(text: str) -> bool:
    """Whether a line ends with the kind of an office, as `im Landratsamt`: its name comes below."""
    head, _, word = text.rpartition(" ")
    return head.rpartition(" ")[2] in LINKING and head_of(word) is not None


def is_next(before: str, line: str) -> bool:
    """Whether the next line names an office or a function anew, or says what stands below it."""
    if line.count(" ") < MOST_BLANKS and subheading_kind(line) is not None:
        return True
    if "," in before or before.rpartition(" ")[2].islower():
        return False
    word = line.split(" ", 1)[0].strip(",;")
    return head_of(word) is not None or role_of(word) is not None


def has_data(text: str) -> bool:
    """Whether a line holds a number, an address or a mailbox."""
    return DATA_RE.search(text) is not None


def is_data(text: str) -> bool:
    """Whether a line begins with a number or a mailbox."""
    return OWN_WORD_RE.match(text) is not None


def is_address(text: str) -> bool:
    """Whether a line begins with a street and its number, or with a post code."""
    return ADDRESS_RE.match(text) is not None


def is_unfinished(text: str) -> bool:
    """Whether a line ends with a word or a sign that nothing ends with."""
    return OPEN_RE.search(text) is not None


def starts_small(text: str) -> bool:
    """Whether a line begins in the middle of a sentence."""
    return text[0].islower() and not is_data(text)


def is_bulleted(text: str) -> bool:
    """Whether a line begins with a bullet or the number of a list item."""
    return BULLET_LINE_RE.match(text) is not None
