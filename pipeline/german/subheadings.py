"""Words that order a section, and what stands under them.

>>> subheading_kind("Partner vor Ort:"), subheading_kind("IHRE ANSPRECHPERSON")
('partners', 'contact')
"""

from functools import cache, lru_cache
from typing import Final, Literal, get_args

from pipeline.german import MOST_KEPT, load_toml

SubheadingKind = Literal["partners", "contact", "quote", "topic", "outside"]
MOST_WORDS: Final = 8
FIRST: Final = 3


@cache
def _stems() -> dict[str, SubheadingKind]:
    kinds = {kind["name"]: kind["stems"] for kind in load_toml("subheadings.toml")["kind"]}
    return {_folded(stem): kind for kind in get_args(SubheadingKind) for stem in kinds[kind]}


@cache
def _first_letters() -> frozenset[str]:
    """Return the first letters of all stems: most lines begin with none of them."""
    return frozenset(stem[:FIRST] for stem in _stems())


@lru_cache(maxsize=MOST_KEPT)
def subheading_kind(line: str) -> SubheadingKind | None:
    """Return what stands under a line that is a known sub-heading; None for any other line.

    The longest known beginning decides, and it must end at the end of a word, but for the
    endings of German (`Ansprechpartnerinnen`, `Kontaktdaten`).
    """
    folded = _folded(line)
    if folded[:FIRST] not in _first_letters():
        return None
    words = folded.split(" ")
    if len(words) > MOST_WORDS:
        return None
    kind = _kind_of(words)
    if kind is None and words[0] in load_toml("subheadings.toml")["ours"]["words"]:
        kind = _kind_of(words[1:])
        return None if kind == "outside" else kind
    return kind


def _kind_of(words: list[str]) -> SubheadingKind | None:
    """Return what the longest known beginning says."""
    for length in range(min(5, len(words)), 0, -1):
        if kind := _longest(" ".join(words[:length])):
            return kind
    return None


@cache
def _fact_labels() -> frozenset[str]:
    return frozenset(load_toml("subheadings.toml")["facts"]["labels"])


def is_fact_label(label: str) -> bool:
    """Whether a label announces one fact: `Laufzeit`, `Einwohner (2023)`.

    >>> is_fact_label("Laufzeit"), is_fact_label("Einwohner (2023)"), is_fact_label("Baustein 1")
    (True, True, False)
    """
    return _folded(label).partition(" (")[0] in _fact_labels()


def before_figures() -> frozenset[str]:
    """Return the words that may stand before the figure or the year of a fact: `rund`, `Sommer`."""
    return frozenset(load_toml("subheadings.toml")["facts"]["before_figures"])


def is_imprint(passage: str) -> bool:
    """Whether a line says what one may do with the document, as an imprint does.

    >>> is_imprint("Nachdruck mit Quellenangabe gestattet."), is_imprint("Gestattet ist alles.")
    (True, False)
    """
    return any(words in passage for words in load_toml("subheadings.toml")["imprint"]["marks"])


def _folded(line: str) -> str:
    return line.casefold().strip(" :.?!–-•#*_+=")


ENDINGS: Final = (
    "", "s", "n", "en", "e", "er", "in", "innen", "nen", "person", "personen", "partner", "stelle",
    "stellen", "kreise", ":innen", "*innen", "_innen", "/in", "/innen", ":in", "*in", "(in)",
)  # fmt: skip


def _longest(beginning: str) -> SubheadingKind | None:
    stems = _stems()
    for ending in ENDINGS:
        if beginning.endswith(ending) and (
            kind := stems.get(beginning.removesuffix(ending) if ending else beginning)
        ):
            return kind
    return None
