"""Has Ghostscript write a damaged file anew, as far as it understands it."""

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from pipeline.errors import Place
from pipeline.read.pdf.problems import unreadable

if TYPE_CHECKING:
    from pipeline.read import PdfOptions

NAMES: Final = ("gs", "gswin64c", "gswin32c")
PAGES: Final = 10
"""It may take as long for the whole file as so many pages may."""
COMMAND: Final = ("-dSAFER", "-sstdout=%stderr", "-o", "-", "-sDEVICE=pdfwrite")
"""What is said goes to standard error, for standard output is the file."""


def rebuilt(path: Place, data: bytes, options: "PdfOptions") -> bytes:
    """Return the file as Ghostscript writes it; raises UnreadableError."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        raise unreadable(path, "no ghostscript")
    password = (f"-sPDFPassword={options.password}",) if options.password else ()
    seconds = PAGES * options.max_seconds
    try:
        done = subprocess.run(
            [program, *COMMAND, *password, "-"],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        detail = f"it takes more than {seconds:g} seconds"
        raise unreadable(path, "repair", detail) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        raise unreadable(path, "repair", " ".join(said.split())[:160])
    return done.stdout
