"""The official register of the 400 Kreise, and the many ways in which their names are printed.

>>> found = parse_heading("LANDKREIS NEUSTADT A. D. WALDNAAB (Bayern)")
>>> found.kreis.official_name, found.kind_printed
('Landkreis Neustadt an der Waldnaab', True)
>>> parse_heading("Stadt Kassel").kreis.ags, parse_heading("Kassel").kreis.ags
('06611', '06633')
>>> parse_heading("Der Landkreis Kassel wächst.") is None
True
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Final

from pipeline.german import MOST_KEPT, bundeslaender, load_csv, load_toml
from pipeline.german.grammar import words

UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
NOT_IN_KEY_RE: Final = re.compile(r"[\W_]++")
STADT_KINDS: Final = frozenset({"Kreisfreie Stadt", "Stadtkreis"})
LONGEST_HEADING: Final = 90


@dataclass(frozen=True, slots=True)
class Kreis:
    """One row of the register."""

    ags: str
    name: str
    kind: str
    official_name: str
    land: str
    nuts3: str

    @property
    def is_stadt(self) -> bool:
        """Whether it is a kreisfreie Stadt."""
        return self.kind in STADT_KINDS


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names one Kreis and nothing else."""

    kreis: Kreis | None
    """None where a kind is printed (`Landkreis`), but no register knows the name."""
    kind_printed: bool
    name: str
    """The name as printed, without its kind and without additions."""
    addition: str
    """What is printed behind the name: a page number, a Bundesland, a remark in brackets."""


# Linear: each part is optional, bounded or a class that excludes the separator after it.
PREFIX_RE: Final = re.compile(
    r"""
    (?: [\#•▪■►▶*–—-]++ [ ]*+ )?+                # a bullet or Markdown marks
    (?: (?: \d{1,3}+ (?: \.\d{1,2}+ ){0,2}+ [.)]?+
          | [IVXL]{1,6}+ [.)] ) [ \t]++ )?      # a number: "3", "4.2", "II."
    """,
    re.VERBOSE,
)
# Searched in the last 60 characters only: a page number, dotted leaders or not, or a colon.
PAGE_NUMBER_RE: Final = re.compile(r"[ \t.·…_]*+(?:\bS(?:eite|\.)[ ]?)?(?<=[ \t.·…_])\d{1,3}$|:$")
BRACKET_RE: Final = re.compile(r"[ ]?\(([^()]{1,60})\)$")
TAIL_RE: Final = re.compile(r"[ ]?(?:[|/:,·•]|[ ][–—-])[ ]*([^|/:,·•]{1,40})$")
SPACED_RE: Final = re.compile(r"\b\w(?:[ ]\w){3,}\b")
# "Landkreis X", "X-Kreis", "Xkreis" where X is no register's: one to five words with a capital.
UNKNOWN_RE: Final = re.compile(
    r"""
    (?: (?: Landkreis | Kreis | LK | Lkr\. | LANDKREIS | KREIS ) [ ]
        (?P<behind> [A-ZÄÖÜ][\w.()/-]*+
          (?: [ ] (?: [A-ZÄÖÜ(][\w.()/-]*+ | [aiv]\.?[ ]?d\.
                    | an | am | im | in | der | und | - ) ){0,4} )
      | (?P<joined> [A-ZÄÖÜ][a-zäöüß]{3,} (?: -[A-ZÄÖÜ][a-zäöüß]+ ){0,3} -?[Kk]reis
          | [A-ZÄÖÜ]{4,} (?: -[A-ZÄÖÜ]+ ){0,3} -?KREIS )
    ) $
    """,
    re.VERBOSE,
)
NOT_A_KREIS: Final = words("no_kreis")


@lru_cache(maxsize=MOST_KEPT)
def key(printed: str) -> str:
    """Return the letters of a name, folded, so that ways of printing it compare equal.

    >>> key("L Ü N E B U R G") == key("Lueneburg") == key("Lüneburg")
    True
    """
    return NOT_IN_KEY_RE.sub("", printed.casefold().translate(UMLAUTS))


@cache
def register() -> tuple[Kreis, ...]:
    """Return all rows, in the order of their keys."""
    return tuple(Kreis(**row) for row in load_csv("kreise.csv"))


def _printed_forms(name: str, short_forms: dict[str, list[str]]) -> set[str]:
    """Return the name with each word in its full and short forms, and without a qualifier."""
    parts = re.split(
        r"(?<!\w)(an der|am|in der|im|Oberpfalz|Breisgau|Main|St\.|Städteregion|\([^)]+\))(?!\w)",
        name,
    )
    choices = [[part, *short_forms.get(part, [])] for part in parts]
    forms = {"".join(choice) for choice in product(*choices)}
    bare = re.split(r" (?:an der|am|in der|im|\()\b", name)[0].split(" (")[0]
    forms.add(re.sub(r"(?<=\w)-?kreis$", "", name, flags=re.IGNORECASE))  # "Rhein-Sieg"
    return forms | ({bare} if "-" not in name.removeprefix(bare) else set())


@cache
def _by_key() -> dict[str, tuple[Kreis, ...]]:
    """Map each printed form, as a key, to the Kreise that it can mean."""
    table = load_toml("kreise.toml")
    found: dict[str, dict[str, Kreis]] = {}
    for kreis in register():
        forms = _printed_forms(kreis.name, table["short_forms"]) | set(
            table["also"].get(kreis.ags, ())
        )
        forms |= {kreis.official_name}
        for form in forms:
            found.setdefault(key(form), {})[kreis.ags] = kreis
    exact = {key(kreis.name) for kreis in register()}
    return {
        form: tuple(kreise.values())
        for form, kreise in found.items()
        if form in exact or len({kreis.is_stadt for kreis in kreise.values()}) == len(kreise)
    }


@cache
def _kind_words() -> tuple[tuple[str, str, bool], ...]:
    """Return the words that print a kind, their keys, and whether they mean a city."""
    words = load_toml("kreise.toml")["kind_words"]
    pairs = [(word, False) for word in words["kreis"]] + [(word, True) for word in words["stadt"]]
    ordered = sorted(pairs, key=lambda pair: -len(pair[0]))  # the longest first
    return tuple((word, key(word), means_stadt) for word, means_stadt in ordered)


@cache
def _kind_edges() -> tuple[str, ...]:
    return tuple(edge for _, edge, _ in _kind_words())


@cache
def _land_keys() -> frozenset[str]:
    short = ("nrw", "rlp", "bw", "mv", "nds", "sh", "lsa", "bayern", "hessen")
    return frozenset(key(land) for land in bundeslaender()) | frozenset(short)


@cache
def _not_bare() -> frozenset[str]:
    return frozenset(map(key, load_toml("kreise.toml")["not_bare"]["names"])) | frozenset(
        key(land) for land in bundeslaender() if land not in {"Berlin", "Hamburg", "Bremen"}
    )


def find_kreis(printed: str) -> tuple[Kreis, bool] | None:
    """Return the Kreis that the whole of a printed name means, and whether its kind is printed.

    The kind printed decides between a city and the Landkreis of the same name; where none is
    printed, it is the Landkreis.
    """
    whole = key(printed)
    if whole in _by_key() and whole not in _not_bare():
        candidates = _by_key()[whole]
        return next((k for k in candidates if not k.is_stadt), candidates[0]), _prints_kind(printed)
    if not (whole.startswith(_kind_edges()) or whole.endswith(_kind_edges())):
        return None
    for word, edge, means_stadt in _kind_words():
        names = []
        if whole.startswith(edge):
            names.append(whole.removeprefix(edge))
        if whole.endswith(edge) and _stands_behind(printed, word):
            names.append(whole.removesuffix(edge))
        for name in names:
            for kreis in _by_key().get(name, ()):
                if kreis.is_stadt == means_stadt:
                    return kreis, True
    return None


def _stands_behind(printed: str, word: str) -> bool:
    """Whether the kind stands at the end: "Börde-Kreis", "Harzkreis", "Celle (Landkreis)"."""
    return (
        re.search(rf"(?:[ (,-]|(?<=\w)(?=kreis)){re.escape(word)}\)?$", printed, re.IGNORECASE)
        is not None
    )


def _prints_kind(printed: str) -> bool:
    return (
        re.search(r"kreis|\bstadt\b|region\b|verband\b|\blkr?\b", printed, re.IGNORECASE)
        is not None
    )


@lru_cache(maxsize=MOST_KEPT)
def parse_heading(line: str) -> Heading | None:
    """Return what a line says if it names one Kreis and nothing else."""
    if (
        len(line) > LONGEST_HEADING
        or not line
        or (line[-1] in ".,!?;" and not line.endswith(("d.", "r.", "f.", "M.")))
    ):
        return None
    named = PREFIX_RE.sub("", line, count=1)
    page = PAGE_NUMBER_RE.search(named, max(0, len(named) - 60))
    named, addition = (named[: page.start()], page.group().strip()) if page else (named, "")
    if SPACED_RE.search(named):
        named = _unspaced(named)
    if found := find_kreis(named):
        return Heading(*found, named, addition)
    return _without_addition(named, addition) or _unknown(named, addition)


def _unspaced(named: str) -> str:
    """Close up letter-spaced words; two blanks or more part the words."""
    words = re.split(r"[ ]{2,}", named)
    return " ".join(
        SPACED_RE.sub(lambda match: match.group().replace(" ", ""), word) for word in words
    )


def _without_addition(named: str, page: str) -> Heading | None:
    """Try the line without a remark in brackets, a Bundesland or a word behind a separator."""
    for pattern in (BRACKET_RE, TAIL_RE):
        tail = pattern.search(named)
        if tail and (found := find_kreis(named[: tail.start()])):
            is_land = key(tail[1]) in _land_keys()
            is_set_off = found[1] and tail[0].lstrip()[0] in "|:–—-·•"
            if pattern is BRACKET_RE or is_land or is_set_off:
                return Heading(*found, named[: tail.start()], f"{tail[1]} {page}".strip())
    *words, last = named.split(" ")
    if words and key(last) in _land_keys() and (found := find_kreis(" ".join(words))):
        return Heading(*found, " ".join(words), f"{last} {page}".strip())
    return None


def runs_on(line: str, below: str) -> bool:
    """Whether a heading goes on below: `Landkreis Sächsische` / `Schweiz-Osterzgebirge`."""
    heading = parse_heading(line)
    if heading is None or heading.kreis is not None:
        return False  # most lines name nothing, and many a Kreis is named on one
    whole = parse_heading(f"{line} {below}")
    return whole is not None and whole.kreis is not None and whole.kind_printed


def _unknown(named: str, addition: str) -> Heading | None:
    """Take `Landkreis X` for a Kreis that no register knows, or knows no more."""
    match = UNKNOWN_RE.match(named)
    if not match or (match["joined"] and named.casefold() in NOT_A_KREIS):
        return None
    if match["joined"] and not named.casefold().endswith("kreis"):
        return None
    first, joint, _ = (match["behind"] or "").partition(" und ")
    if joint and find_kreis(first):
        return None  # "Kreis Plön und Umgebung"
    words = named.split(" ")
    for length in range(len(words) - 1, 1, -1):
        if (found := find_kreis(" ".join(words[:length]))) and found[1]:
            return None  # "Landkreis Leer. Schule am Deich"
    return Heading(None, True, match["behind"] or match["joined"], addition)


@cache
def _former() -> frozenset[str]:
    return frozenset(key(row["name"]) for row in load_csv("former_kreise.csv"))


def is_former(printed: str) -> bool:
    """Whether a name is that of a Kreis which the reforms since 1990 have dissolved."""
    return key(printed) in _former()
