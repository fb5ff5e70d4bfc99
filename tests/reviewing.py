"""A brochure as it is read, and what becomes of it with corrections."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.corrections.book import Book
from pipeline.corrections.file import parse_file
from pipeline.run import Reading, Result, judge, understand
from schemas import Brochure, Finding

NOWHERE = Path("brochure.corrections.toml")

BROCHURE = """\
Landkreis Celle

Wir wollen, dass alle mitmachen, auch Jan Roth (Telefon 030 23125-020). Unterstützt werden wir \
durch das Jobcenter Celle und die Volkshochschule.

Im Büro hängt das Bild von Ute Lang an der Wand.

„Wir packen an und geben nicht auf.“
– Eva Kurz, Landrätin

Eva Kurz
Ehrenamtskoordinatorin
Landratsamt Celle
Am Markt 3, 29221 Celle
Tel. 030 23125-014
Fax 030 23125-015
eva.kurz@kreis-celle.de

Foto: Archiv

Landkreis Börde

Hier geschieht nichts.
"""

KURZ = "03351/eva-kurz"
AT_KURZ = "/landkreise/0/contacts/1"


@cache
def read(characters: str = BROCHURE) -> Reading:
    """Return what the program reads in a text."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "brochure.txt")
        path.write_text(characters, encoding="utf-8")
        return understand(path)


def book(toml: str) -> Book:
    """Return the book of a corrections file."""
    return Book(NOWHERE, parse_file(toml, NOWHERE), None, toml)


def reviewed(corrections: str | Book, characters: str = BROCHURE) -> Result:
    """Return the record of a text with corrections."""
    return judge(
        read(characters), book(corrections) if isinstance(corrections, str) else corrections
    )


def entry(**keys: object) -> str:
    """Return a correction as it stands in the file; values are TOML."""
    return "[[correction]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


def findings(brochure: Brochure) -> list[Finding]:
    return [*brochure.findings, *(f for each in brochure.landkreise for f in each.findings)]


def remarks(brochure: Brochure) -> list[tuple[str, str]]:
    """Return what is said about corrections, with where."""
    return [(f.code, f.path) for f in findings(brochure) if f.code.startswith("correction.")]
