r"""Words, numbers and addresses that a narrow column broke at the line end become whole again.

What is left of the word moves up and the line feed goes behind it, so that lines stay lines. A
hyphen that stands for a part to come (`Haupt-` / `und Ehrenamt`), a dash and a plain line end stay.
Source: Amtliches Regelwerk der deutschen Rechtschreibung, § 40 to 55 (hyphen), § 107 to 112
(division at the line end); lists of words in german/line_breaks.toml.

>>> join_line_breaks("Die Zuge-\nwanderten im Nord-\nSüd-Gefälle, Haupt-\nund Ehrenamt")
('Die Zugewanderten\nim Nord-Süd-Gefälle,\nHaupt-\nund Ehrenamt', 2)
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from pipeline.german.line_breaks import (
    coupled_in,
    host_re,
    is_coupled,
    is_coupled_in_capitals,
    is_whole,
    shows_ellipsis,
    words,
)

LONGEST: Final = 120
"""What is longer is no word and no address: keeps the work per line end within bounds."""
MOST_PASSES: Final = 24
"""Each pass halves a word in many pieces; no text of any length needs more."""

# Linear: the sign is the anchor, what follows are disjoint possessive classes. A unit that would
# end in a hyphen takes the next word along, or its new line end would be a break of its own.
END_RE: Final = re.compile(
    r"""
    (?P<sign> [-‐‑–\xad¬@./] ) (?<= \S. )
    (?: (?<= [-‐‑–\xad¬] ) | (?= [ \t]*+ \n [ \t]*+ [0-9a-z] ) )
    [ \t]*+ \n [ \t]*+
    (?P<unit> [0-9]++ (?: [ ] [0-9]{2,4}+ (?! \w ) )*+ \S*+        # a number in its groups
            | (?: \S*[-‐‑] [ \t]++ (?= \S ) )*+ \S++ )
    (?P<gap> [ \t]++ (?= \S ) )?+
    """,
    re.VERBOSE,
)
# A line that begins with a sign which no word begins with: "integration" / "@kreis.de".
START_RE: Final = re.compile(
    r"\n(?<=\S\n)[ \t]*+(?P<unit>[@.:*_/-][0-9a-z]\S*+)(?P<gap>[ \t]++(?=\S))?+"
)

SEGMENT_RE: Final = re.compile(r"\w*$")
LEAD_RE: Final = re.compile(r"[^\W\d_]*+")
WEB_RE: Final = re.compile(r"https?:|\bwww\b|@")
AT_BEFORE_RE: Final = re.compile(r"[(\[]at[)\]][ ]?[\w.-]*$", re.IGNORECASE)
AT_BEHIND_RE: Final = re.compile(r"[\w.+-]++[ ]?[(\[]at[)\]]", re.IGNORECASE)
LOCAL_RE: Final = re.compile(r"[a-z0-9][a-z0-9._+-]*+$")
PHONE_RE: Final = re.compile(r"(?:\(0|(?<!\d)0|\+\d)[\d ()/.-]{3,20}+$")
EXTENSION_RE: Final = re.compile(r"-\d{1,6}+(?!\w)")
ENDING_RE: Final = re.compile(r"in(?:nen)?\b")


class Break(NamedTuple):
    """A line end and what stands on both sides of it."""

    before: str
    """The line up to the sign, its last characters."""
    word: str
    """The last word of it."""
    unit: str
    """What would move up."""
    rest: str
    """What follows on the same line."""
    pairs: Callable[[], frozenset[str]]
    """Coupled words that the text prints within a line."""

    @property
    def segment(self) -> str:
        """The letters and digits before the hyphen, without what an earlier hyphen couples."""
        found = SEGMENT_RE.search(self.word)
        return found[0] if found else ""

    @property
    def lead(self) -> str:
        """The letters that the next line begins with."""
        found = LEAD_RE.match(self.unit)
        return found[0] if found else ""

    @property
    def is_web(self) -> bool:
        """Whether the line ends within an address on the web or of mail."""
        return bool(WEB_RE.search(self.word.casefold()) or AT_BEFORE_RE.search(self.before))


def join_line_breaks(
    characters: str, pairs: Callable[[], frozenset[str]] | None = None
) -> tuple[str, int]:
    """Return the text with broken words made whole, and the number of line ends repaired.

    Where the characters are part of a text, `pairs` finds the coupled words of all of it.
    """
    pairs = pairs or coupled_in(characters)
    count = 0
    for _ in range(MOST_PASSES):
        characters, done = _join_once(characters, pairs)
        if not done:
            break
        count += done
    return characters, count


def _join_once(characters: str, pairs: Callable[[], frozenset[str]]) -> tuple[str, int]:
    """Join what can be seen at once; the next pass sees words that were broken twice."""
    count = 0
    for pattern in (END_RE, START_RE):
        pieces: list[str] = []
        done = position = 0
        while match := pattern.search(characters, position):
            joint = _joint(match, pairs)
            # What would have moved up may end a line at which the next part does.
            position = match.end() if joint is not None else match.start("unit")
            if joint is not None:
                line_feed = "\n" if match["gap"] else ""
                pieces += characters[done : match.start()], joint, match["unit"], line_feed
                done = match.end()
                count += 1
        if pieces:
            characters = "".join((*pieces, characters[done:]))
    return characters, count


def _break_at(match: re.Match[str], pairs: Callable[[], frozenset[str]]) -> Break:
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - LONGEST) : start].rpartition("\n")[2]
    return Break(before, before.split()[-1], match["unit"][:LONGEST], text[end : end + 20], pairs)


def _joint(match: re.Match[str], pairs: Callable[[], frozenset[str]]) -> str | None:
    """Return what comes between the two parts when they are joined; None if they stay apart."""
    at = _break_at(match, pairs)
    if len(at.word) == LONGEST or not any(map(str.isalnum, at.word)):
        return None  # a rule: "-----"
    if match.re is START_RE:
        return "" if START_RULES[at.unit[0]](at) else None
    sign = match["sign"]
    if sign in "\xad¬":
        return "" if at.lead and at.word[-1].isalpha() else None
    if sign in "-‐‑":
        verdict = next(found for rule in HYPHEN_RULES if (found := rule(at)))
        return {JOIN: "", KEEP: sign, LEAVE: None}[verdict]
    return sign if END_RULES[sign](at) else None


# --- after a hyphen -----------------------------------------------------------------------------

# No year: "2021-" / "Bericht".
OPEN_NUMBER_RE: Final = re.compile(r"(?!(?:19|20)\d\d\Z)\d{4}")
JOIN: Final = "join"
KEEP: Final = "keep"
LEAVE: Final = "leave"


def _of_sign(at: Break) -> str | None:
    """Move a comma up to its word; quotation marks, brackets and bullets begin something new."""
    if at.unit[0] == ",":
        return KEEP
    return None if at.unit[0].isalnum() else LEAVE


def _of_address(at: Break) -> str | None:
    """Keep the hyphen: who sets an address divides it at a hyphen that it has, or nowhere."""
    unit = at.unit.casefold()
    is_mail = "@" in unit or AT_BEHIND_RE.match(f"{unit}{at.rest}")
    return KEEP if at.is_web or is_mail or host_re().match(unit) else None


def _of_ellipsis(at: Break) -> str | None:
    """Leave `Haupt-` / `und Ehrenamt`: the hyphen stands for what both have in common."""
    behind = at.unit[len(at.lead) :][:1]
    if behind in {"-", "@"} or is_whole(at.segment, at.lead):
        return None
    following = at.rest.split(None, 1)[0] if at.rest.strip() else ""
    word = f"{at.lead}." if behind == "." else at.lead
    return LEAVE if shows_ellipsis(word, following) else None


def _of_number(at: Break) -> str | None:
    """`06571 14-` / `2390`, `18-` / `jährig`: beside a figure no word was divided.

    A word between two hyphens is set apart: `-Stadthaus-` above the post code. A number to which
    extensions are to come ends its line: `Tel. 089 99998-` above `Eva Kurz   123`.
    """
    is_number = at.segment.isdigit() and OPEN_NUMBER_RE.match(at.segment)
    if (at.word.startswith("-") and at.unit[0].isdigit()) or (is_number and at.unit[0].isupper()):
        return LEAVE
    return KEEP if at.unit[0].isdigit() or at.segment[-1:].isdigit() else None


def _of_mark(at: Break) -> str | None:
    """`Mitarbeiter/-` / `innen`, `Mo.-` / `Fr.`: a word is divided between letters only."""
    return None if at.segment else KEEP


def _of_capitals(at: Break) -> str | None:
    """Divide a word in capitals, unless we know that its parts are coupled: nothing shows it."""
    if not (at.segment.isupper() and at.lead.isupper() and len(at.lead) > 1):
        return None
    in_coupling = "-" in at.word  # "RHEIN-SIEG-" / "KREIS" goes on as it began
    printed = f"{at.segment}-{at.lead}" in at.pairs()
    return KEEP if in_coupling or printed or is_coupled_in_capitals(at.segment, at.lead) else JOIN


def _of_capital(at: Break) -> str | None:
    """`Nord-` / `Süd`: within a German word no capital stands, but for `MitarbeiterInnen`."""
    if not at.lead[:1].isupper():
        return None
    return JOIN if ENDING_RE.match(at.unit.lower()) and at.segment[-1:].islower() else KEEP


def _of_small_letter(at: Break) -> str:
    """Divide the word, unless the language or the text itself couples the two parts."""
    inside = words("inside")  # "Otto-" / "von-Guericke", "Eins-zu-" / "eins"
    goes_on = at.unit[len(at.lead) :][:1] == "-" and at.lead in inside
    went_on = "-" in at.word and at.segment in inside
    printed = f"{at.segment.casefold()}-{at.lead}" in at.pairs()
    return KEEP if goes_on or went_on or printed or is_coupled(at.segment, at.lead) else JOIN


# In order of precedence: each but the last says nothing where it does not know.
HYPHEN_RULES: Final[tuple[Callable[[Break], str | None], ...]] = (
    _of_sign,
    _of_address,
    _of_ellipsis,
    _of_number,
    _of_mark,
    _of_capitals,
    _of_capital,
    _of_small_letter,
)


# --- after other signs, and before them ---------------------------------------------------------


def _ends_range(at: Break) -> bool:
    """`8.00–` / `12.00`, `Mo–` / `Do`: other en dashes at a line end stand between clauses."""
    if at.unit[0].isdigit():
        return at.word.rstrip(".")[-1:].isdigit()
    return at.segment in words("calendar") and at.lead in words("calendar")


def _ends_mailbox(at: Break) -> bool:
    return bool(LOCAL_RE.search(at.word)) and bool(host_re().match(at.unit))


def _ends_label(at: Break) -> bool:
    """`www.` / `kreis.de`, `eva.` / `muster@kreis.de`; a full stop behind an address ends it."""
    token = at.unit.rstrip(".,;:)>")
    if not at.is_web:
        in_local_part = "." in at.word or at.before.removesuffix(at.word).rstrip().endswith(":")
        return "@" in token and in_local_part and bool(LOCAL_RE.fullmatch(at.word))
    host, _, path = at.word.rpartition("//")[2].rpartition("@")[2].partition("/")
    if path:
        return token in words("file")
    labels = host.removeprefix("www.").split(".")
    if len(labels) > 1 and labels[-1] in words("domain"):
        return False
    return token.partition("/")[0] in words("domain") or bool(host_re().match(token))


def _ends_path(at: Break) -> bool:
    """`www.kreis.de/` / `rat-und-hilfe`: a plain word behind it may be the sentence going on."""
    if not (at.is_web or host_re().match(at.word)):
        return False
    return bool(host_re().match(at.unit)) or any(sign in at.unit[:-1] for sign in "-_./?=")


def _begins_domain(at: Break) -> bool:
    return bool(LOCAL_RE.search(at.word)) and bool(host_re().match(at.unit, 1))


def _begins_label(at: Break) -> bool:
    """`www.kreis` / `.de/rat`, `eva` / `.muster@kreis.de`."""
    if at.is_web:
        return at.unit[1:].rstrip(".,;:)>").partition("/")[0] in words("domain")
    return "@" in at.unit and bool(LOCAL_RE.fullmatch(at.word))


def _begins_extension(at: Break) -> bool:
    """`040 66969` / `-117`, `Teilnehmer/` / `-innen`; a bullet has a blank behind it."""
    if at.word[-1] == "/":
        return bool(ENDING_RE.match(at.unit, 1))
    return bool(PHONE_RE.search(at.before)) and bool(EXTENSION_RE.match(at.unit))


def _begins_ending(at: Break) -> bool:
    """`Teilnehmer` / `:innen`."""
    return at.word[-1].isalpha() and bool(ENDING_RE.match(at.unit, 1))


END_RULES: Final = {"–": _ends_range, "@": _ends_mailbox, ".": _ends_label, "/": _ends_path}
START_RULES: Final = {
    "@": _begins_domain,
    ".": _begins_label,
    "-": _begins_extension,
    **dict.fromkeys("*:_/", _begins_ending),
}
