"""A brochure to review, and what is needed to look at it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.run import extract
from pipeline.write import contents

ROOT = Path(__file__).parents[2]

TEXT = """\
Ehrenamt im ländlichen Raum

Landkreis Börde

Der Landkreis Börde stärkt das Ehrenamt in seinen Dörfern. Am Vorhaben beteiligen sich das \
Jobcenter Börde, die Volkshochschule und der Kreissportbund.

Dr. Steffi Kern
Ehrenamtskoordinatorin, Landratsamt Börde, Fachdienst 04 - Ehrenamt
Tel. 030 23125-014, Fax 030 23125-015
E-Mail: steffi.kern@kreis-altmuehlau.de

„Ohne das Ehrenamt wäre es still bei uns.“
Murat Öztürk, Landrat

Landkreis Uckermark

Mobil sein heißt dabei sein: Ein Bürgerbus fährt seit dem Frühjahr von Dorf zu Dorf. \
Uns helfen die Tafel und das Jugendamt.

Linh Nguyen
Koordinatorin, Kreisverwaltung Uckermark
Tel. 040 66969-111
E-Mail: l.nguyen@@kreis-altmuehlau.de

Enzkreis

Im Enzkreis treffen sich die Vereine an jedem ersten Montag.

Jens Falk
Kreisverwaltung Enzkreis
E-Mail: bernd.wolf@kreis-altmuehlau.de
"""


def written(folder: Path, text: str = TEXT, name: str = "edition-1.txt") -> Path:
    """Return a brochure that was put into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def page_of(brochure: Path, folder: Path) -> Path:
    """Return the page that a run would write for a brochure."""
    result = extract(brochure)
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "page.html"
    page.write_bytes(bytes(contents(result.brochure, result.text)["page"]))
    return page


@contextmanager
def serving(raw: Path) -> Iterator[str]:
    """Serve a folder of brochures; the value is the address with its token."""
    command = [sys.executable, "-m", "pipeline", "review", str(raw), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT) as server:
        assert server.stdout
        try:
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found
            yield found[0]
        finally:
            server.terminate()
