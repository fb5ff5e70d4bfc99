r"""Brochures to measure speed on: as long as real ones, and each with words of its own.

They are five annotated brochures of `gold/work` in an order of their own, or the published one.
The same text again and again would flatter whoever keeps what he has read, spaCy's tokenizer and
ours alike. So each brochure gets other numbers, and half of its long nouns get another syllable:
words that occur in one brochure only are as frequent as in real ones.

>>> alike = renewed("Landkreis Celle\nDie Koordinierung: 05141 916-4370", random.Random(1))
>>> alike.split("\n")[0], len(alike) > 45, "Koordinierung: 05141 916-4370" in alike
('Landkreis Celle', True, False)
"""

import json
import random
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from pipeline.german import load_csv
from pipeline.german.bodies import body_nouns
from pipeline.german.kreise import parse_heading
from pipeline.german.roles import role_nouns

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "benchmarks" / "gold" / "work"
RAW: Final = ROOT / "raw"
JOINED: Final = 5
"""The annotated brochures are short: so many make one."""
SYLLABLES: Final = ("ba", "de", "fi", "go", "ku", "la", "mo", "ne", "ra", "si", "tu", "wo")
# inside a sentence, so that it is a noun
LONG_NOUN_RE: Final = re.compile(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{8,}\b")
LAST_DIGIT_RE: Final = re.compile(r"(?<=\d\d\d)\d\b")


def write_brochures(folder: Path, characters: int) -> list[Path]:
    """Write brochures of at least so many characters together; the same at every call."""
    paths = []
    for number, text in enumerate(brochures(characters)):
        paths.append(folder / f"brochure-{number:03}.txt")
        paths[-1].write_text(text, encoding="utf-8", newline="\n")
    return paths


def brochures(characters: int) -> Iterator[str]:
    """Yield brochures of 20,000 to 60,000 characters each."""
    chance = random.Random(7)
    annotated = [path.read_text("utf-8") for path in sorted(WORK.glob("*.txt"))]
    published = [path.read_text("utf-8") for path in sorted(RAW.glob("*.txt"))]
    while characters > 0:
        for pieces in (annotated, *([text] for text in published)):
            chosen = chance.sample(pieces, min(len(pieces), JOINED))
            text = renewed("\n\n".join(chosen), chance)
            characters -= len(text)
            yield text


def renewed(text: str, chance: random.Random) -> str:
    """Return the text with other numbers and nouns; headings stay what they are."""
    chosen: dict[str, str] = {}

    def noun(match: re.Match[str]) -> str:
        word = match[0]
        if word not in chosen:
            other = f"{word[:3]}{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}{word[3:]}"
            chosen[word] = other if chance.random() < 1 / 2 else word
        return chosen[word]

    def digit(_: re.Match[str]) -> str:
        return str(chance.randrange(10))

    return "\n".join(
        line if parse_heading(line) else LAST_DIGIT_RE.sub(digit, LONG_NOUN_RE.sub(noun, line))
        for line in text.split("\n")
    )


def write_terms(folder: Path) -> None:
    """Write what a pipeline of word lists is told of German: bodies, roles, towns, given names."""
    words = {
        "body": {form for noun in body_nouns() for form in (noun.lemma, noun.plural)},
        "role": {form for noun in role_nouns() for form in (noun.lemma, noun.plural)},
        "town": {row["place"] for row in load_csv("area_codes.csv")},
        "name": set(
            files("pipeline.german").joinpath("given_names.txt").read_text("utf-8").split()
        ),
    }
    terms = {label: sorted(filter(None, forms)) for label, forms in words.items()}
    (folder / "terms.json").write_text(json.dumps(terms), encoding="utf-8")
