"""What a character costs in inputs made to be slow, against normal text: `make worst`.

Each input is one piece of text again and again, some with other words each time, in a section, once
for a quarter of a megabyte and once for a whole one; each in a process of its own, from file to
record. `ratio` is the cost per character of the megabyte against that of the brochures of
`gold/work`, measured in the same process; `growth` that against its own quarter: 1.0 is linear.
Seconds are those of the processor.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from time import process_time
from typing import Annotated, Final, NamedTuple

import typer

from benchmarks.figures import short
from benchmarks.performance_page import write_between
from benchmarks.texts import ROOT, brochures
from pipeline.errors import BrochureError
from pipeline.read import MAX_LINES, line_ends
from pipeline.run import extract

MEGABYTE: Final = 1_000_000
MOST: Final = 3.0
"""What a character may cost, in characters of normal text."""

SECTION: Final = "Landkreis Celle\n\nTafel "
ASKED: Final = ("0", ".", " ", "„", '"', "'", "a-a-a-", "@", "A", "\n")
"""The kinds that nobody can do without: digits, dots, blanks, quotation marks, ..."""
MARKS: Final = (
    *("1.", "1/1/1/", "0 ", "0 0 0 ", "1-", "(1)", ". ", ".. ", ",", ", ", ";", ": ", "-", "- "),
    *("– ", "_", "*", "• ", "| ", "/", "\\", "&", "%20", "…", "(", "((( ", "(a ", ")", "[", "<a>"),
    *("“", "”", "‚", "‘", "»", "«", "›", "„a", "„a “ ", "„ “ ", "»a«", "'a' ", '"a" '),
)
ODD: Final = (
    *("\t", "\u00a0", "\u00ad", "a\u00ad", "\u0301", "a\u0301", "\u200b", "\u202e", "😀", "👩‍👩‍👧"),
    *("\r", "\f", "\ufffd", "ï»¿", "Ã¼", "ﬁ", "ſ", "ß", "İ"),
)
LINES: Final = (
    *("x\n", "-\n", "a-\n", "A-\nb", "1\n", "• x\n", "Kreis\n", "Landkreis X\n"),
    *("Landkreis Celle\n", "Stadt Kassel\n\n", "Ziele\n\n", "Telefon:\n", "Ansprechpartner\n"),
    *("Eva Kurz\n", "Landrätin\n", "Kontakt: Eva Kurz\n", "29221 Celle\n", "Seite 1\n"),
    *("..... 1\n", "a .... 1\n", "• Jobcenter\n", "Tel. 030 23125-014\n", "Impressum\n"),
    *("Eva Kurz\nTel. 030 23125-014\n", "„Wir packen es an.“\n– Eva Kurz, Landrätin\n"),
)
WORDS: Final = (
    *("a", "ä", "A ", "a ", "Aa ", "A. ", "a.", "a.b.", "Dr. ", "Prof. Dr. ", "e. V. ", "z. B. "),
    *("word ", "und ", "mit ", "von ", "des ", "sagt ", "Kreis-", "-kreis ", "-innen ", "*in "),
    *("H a r z ", "L a n d k r e i s ", "Landkreis ", "Landkreis Celle ", "Ab- und ", "AB "),
    *("Der Landkreis fördert das Ehrenamt. ", "Der Landkreis fördert das Ehrenamt gern und "),
    *("gemeinsam mit dem ", "unterstützt durch ", "beteiligen sich ", "wirken mit "),
    *("die Tafel, ", "Jugendamt ", "Jugendamt, ", "Jobcenter und ", "Amt für ", "Frau A "),
    *("Eva Kurz ", "Eva Kurz, ", "Landrätin ", "so Eva Kurz, ", "„Wir “, sagt "),
)
CONTACTS: Final = (
    *("@a", "a@", "a@b", "a@b.de ", "a (at) b (dot) de ", "(at)", "at ", "www.", "www.a.de "),
    *("www.a.de/", "http://", "https://a", "//", "Tel. ", "Tel.: 0", "Tel. 030 23125-014 "),
    *("030 ", "+49", "+49 30 ", "(030) ", "/-1", "-0, -1", "DW 1 ", "ext. 1 ", "Durchwahl "),
    *("12345 Ort ", "Straße 1 ", "Str. 1, ", "straße", "Am ", "An der ", "Postfach 1 ", "Raum 1 "),
    *("1.1.2020 ", "8.30–12.00 Uhr ", "Fachbereich 1 ", "1. ", "S. 1 ", "Foto: "),
)
STAFF: Final = (
    *("Kurz, Eva\n", "Kurz, Eva; ", "Eva Kurz / Jan Roth\n", "Frau Kurz und Herr Roth, ", "1.\n"),
    *("Eva Kurz   030 23125-014   kurz@kreis-celle.de\n", "Kurz, Eva 014 kurz@kreis-celle.de\n"),
    *("Frau Kurz | Raum 12 | 030 23125-014\n", "Nachname\tVorname\tTelefon\nKurz\tEva\t014\n"),
    *("Eva Kurz\nJan Roth\nTel. 030 23125-014, -015\n\n", "Eva Kurz\nTel. 030 23125-014 (Kurz)\n"),
    *("Eva Kurz\nTel. 030 23125-014\nFax für alle: 030 23125-016\n", "Leitung: Eva Kurz\n", "?\n"),
    *(
        "Telefon\n030 23125-014\n",
        "030 23125-0\n",
        "-014\n",
        "12345\n",
        "\f1\n",
        "1\n\n",
        "- 1 -\n",
    ),
)
SPEAKERS: Final = (
    *("„Wir packen es an.“\n\n", "„Wir packen es gemeinsam an.“ ", "„Wir “, so Kurz. ", "Sie "),
    *("„Wir packen es an“, sagt sie. ", "Eva Kurz: Ja.\n", "„Wir gehen.“ – so der 34-Jährige. "),
    *("Eva Kurz hilft. „Wir packen es an“, sagt sie.\n\n", "Eva Kurz und ", "sagt er: „Wir“. "),
    *("Eva Kurz ist da. Sie sagt: „Ja, das ist gut.“ ", "Frau Kurz: „Das ist gut für uns alle.“\n"),
)
PARTNERS: Final = (
    *("mit dem der die ", "zur Seite ", "dem Jugendamt Celle zur Seite ", "Mitglieder sind "),
    *("Partner sind das Jugendamt Celle, ", "Die Caritas beteiligt sich und ", "AWO, ", "wir, "),
    *("unterstützt durch das Jugendamt Celle und ", "unterstützt das Jugendamt ", "Caritas, "),
    *("beteiligen sich Jugendamt und ", "Das Jugendamt hilft ", "• Caritasverband Celle e. V.\n"),
    *("Eva Kurz, Leiterin der Caritas, ", "Kinder-, Jugend- und ", "für die Stadt ", ", die das, "),
)
# `{word}` and `{number}` are others each time: what has been read once is no help here.
VARIED: Final = (
    *(
        "Eva K{word}\n",
        "E. K{word}\n",
        "K{word}, Eva\n",
        "- Eva K{word} -\n",
        "Dr. Eva von K{word}\n",
    ),
    *("Q{word}amt\n", "Leiterin der Q{word}\n", "Amt für Q{word}\n", "Q{word}:in\n", "{number}\n"),
    *("030 23125-{number}\n", "030 2312{number}\n", "Frau K{word} DW {number}\n", "ver-\n{word}\n"),
    *("Eva K{word}, 030 23125-{number} (Frau R{word})\n", "Q{word} {number} | Q{word}\n"),
    *(
        "Jugendamt, Tel. 030 23125-0\nEva K{word}, Tel. 030 23125-{number}\n",
        "\fCeller Q{word}\n1\n",
    ),
    *("Eva Kurz, wurst{word}@kreis-celle.de\n", "Eva Kurz\nx@{word}.de\n", "x{word}@b.de\n"),
    *(
        "Eva K{word}\nTel. 030 23125-014\n\n„Wir packen es an“, sagt Jan R{word}.\n\n",
        "Ziele\nQ{word}\n",
    ),
    *("Frau K{word} sagt: „Das ist gut für uns alle.“ ", "die Q{word} GmbH und ", "Q{word} "),
    *("Jugendamt Celle\nPostfach 1\nAnsprechpartner:\n", "{word} (at) {word} (punkt) de\n"),
    *("Jugendamt, Tel. 030 23125-014\nEva Kurz, Tel. 030 23125-015\n", "Neustadt Q{word}\n\n"),
)
PROSE: Final = (
    "Der Kreis ist schön, und hier leben Menschen, die sich gern für andere einsetzen." * 2
)
ABOVE: Final = {
    "x{word}@b.de\n": "Eva Kurz\n" + "".join(f"Amt für Q{i}\n" for i in range(3000)),
    "Neustadt Q{word}\n\n": f"{PROSE}\n\nGifhorn\n\n{PROSE}\n\nTel. 030 23125-014\n\n",
}
"""What some of them stand below."""
INPUTS: Final = (
    *(*ASKED, *MARKS, *ODD, *LINES, *WORDS, *CONTACTS, *STAFF, *SPEAKERS, *PARTNERS),
    *VARIED,
)


class Cost(NamedTuple):
    """What one input costs."""

    unit: str
    ratio: float
    growth: float
    megabytes: float
    """Peak memory."""


def main(
    size: Annotated[int, typer.Option(min=1000, help="Characters of each input.")] = MEGABYTE,
    jobs: Annotated[int, typer.Option(min=1, help="Processes at a time.")] = 2,
    only: Annotated[list[str] | None, typer.Option(help="A piece of text instead of all.")] = None,
    page: Annotated[bool, typer.Option(help="Write the slowest to docs/performance.md.")] = False,
) -> None:
    """Print all costs, the greatest first."""
    units = only or INPUTS
    with ThreadPoolExecutor(jobs) as threads:
        costs = sorted(threads.map(lambda unit: in_process(unit, size), units), key=by_ratio)
    print(f"{'input':48}{'ratio':>8}{'growth':>8}{'peak MB':>9}")
    for cost in costs:
        print(f"{cost.unit!r:48}{cost.ratio:8.2f}{cost.growth:8.2f}{cost.megabytes:9.0f}")
    if page:
        write_between("worst inputs", "make worst", lines(costs))


def by_ratio(cost: Cost) -> float:
    """Return what is sorted by."""
    return -cost.ratio


def in_process(unit: str, size: int) -> Cost:
    """Return the cost of one input."""
    code = "import sys, json; from benchmarks.worst_inputs import *; tell(*json.loads(sys.argv[1]))"
    command = [sys.executable, "-c", code, json.dumps([unit, size])]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    cost = Cost(*json.loads(done.stdout))
    print(f"{cost.unit!r} {cost.ratio:.2f}", file=sys.stderr)
    return cost


def tell(unit: str, size: int) -> None:
    """Print the cost of one input."""
    texts = brochures(MEGABYTE // 10)
    seconds_of(next(texts))  # not counted: loads what is loaded once
    normal = [per_character(text) for text in texts]
    small = per_character(repeated(unit, size // 4))
    large = per_character(repeated(unit, size))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    print(json.dumps([unit, large / (sum(normal) / len(normal)), large / small, peak]))


def repeated(unit: str, size: int) -> str:
    """Return a text of so many characters; of fewer if they would be more lines than are read."""
    lines_left = MAX_LINES - SECTION.count("\n") - 1
    above = ABOVE.get(unit, "")
    length = len(with_word(unit, 0))
    count = min(size // length, (lines_left - above.count("\n")) // max(1, line_ends(unit)))
    if unit == with_word(unit, 0):
        return SECTION + above + unit * count
    return SECTION + above + "".join(with_word(unit, i) for i in range(count))


def with_word(unit: str, i: int) -> str:
    """Return the unit with a word that no other time has, and a number, of four signs each."""
    letters = "".join(ascii_lowercase[i // 26**place % 26] for place in range(4))
    return unit.replace("{word}", letters).replace("{number}", f"{i % 10_000:04}")


def per_character(text: str) -> float:
    """Return the seconds that one character costs."""
    return seconds_of(text) / len(text)


def seconds_of(text: str) -> float:
    """Return the seconds from the file to the record; what is refused is a result as well."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "edition-1.txt")
        path.write_text(text, encoding="utf-8", newline="")
        start = process_time()
        with suppress(BrochureError):
            extract(path)
        return process_time() - start


def lines(costs: list[Cost]) -> Iterator[str]:
    """Yield the kinds that are asked for, and whatever else costs more than it may."""
    yield f"{len(costs)} inputs; below are {len(ASKED)} common ones and all above {short(MOST)}.\n"
    yield "| input, again and again | ratio | growth | peak MB |"
    yield "|---|---:|---:|---:|"
    for cost in costs:
        if cost.unit in ASKED or cost.ratio > MOST:
            cells = short(cost.ratio), short(cost.growth), f"{cost.megabytes:.0f}"
            yield f"| `{cost.unit!r}` | {' | '.join(cells)} |"
    yield ""


if __name__ == "__main__":
    typer.run(main)
