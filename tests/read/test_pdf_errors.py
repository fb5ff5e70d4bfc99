"""PDFs that cannot be read: each says what is wrong with it and what helps."""

import io
import os
import signal
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UnreadableError
from pipeline.read import PdfOptions, read

EXPORT = "Export the brochure again."
SPLIT = "Leave the page out, or print it to a new PDF."
REBUILD = (
    "Export it again. If that is impossible, try --repair, which has Ghostscript rebuild it"
    " and may lose text."
)


def text(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Landkreis Börde")


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), (200, 200, 200))), 0, 0, 595, 842)


def blank(_canvas: Canvas) -> None:
    pass


def pages(*drawings: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), encrypt=encrypt)
    for drawing in drawings:
        drawing(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def objects(*bodies: bytes) -> bytes:
    """Put a file together by hand."""
    out, offsets = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj " % number + body + b" endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, len(out))
    return out + head + table + tail


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def one_page(content: bytes, *others: bytes) -> bytes:
    return objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</F 5 0 R>>>>>>",
        content,
        *others,
    )


def inflating() -> bytes:
    """More than a gigabyte of blanks."""
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(b" " * 10**7) for _ in range(120)) + packer.flush()
    return one_page(stream(data, b"/Filter/FlateDecode"))


def locked_by(handler: bytes) -> bytes:
    """A file that is encrypted by a way of its own, as shops for books have them."""
    return objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<<%s>>" % handler,
    ).replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]")


def nested() -> bytes:
    """Thirty drawings, each of which holds the next one twice."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F %d 0 R>>>>"
    return one_page(
        stream(b"/F Do"), *(stream(b"/F Do /F Do", form % min(6 + n, 34)) for n in range(30))
    )


LOCKED = pages(text, encrypt=StandardEncryption("geheim"))


@pytest.mark.parametrize(
    ("data", "options", "page", "problem", "remedy"),
    [
        pytest.param(
            LOCKED,
            PdfOptions(),
            None,
            "the file is encrypted and needs a password",
            "Give it with --password.",
            id="encrypted",
        ),
        pytest.param(
            LOCKED,
            PdfOptions(password="falsch"),
            None,
            "the password does not open the file",
            "Give the right one with --password.",
            id="wrong password",
        ),
        pytest.param(
            locked_by(b"/Filter/Adobe.PubSec/V 4"),
            PdfOptions(),
            None,
            "the file is encrypted in a way that cannot be read (unknown filter)",
            "Save it without protection in the program that opens it.",
            id="encrypted for certain readers",
        ),
        pytest.param(
            locked_by(b"/Filter/Standard/V 9/R 9"),
            PdfOptions(password="geheim"),
            None,
            "the file is encrypted in a way that cannot be read (unknown algorithm)",
            "Save it without protection in the program that opens it.",
            id="unknown encryption",
        ),
        pytest.param(
            pages(text)[:-12],
            PdfOptions(),
            None,
            "the file is damaged (its table of objects is broken or its end is missing)",
            REBUILD,
            id="cut off",
        ),
        pytest.param(
            b"%PDF-1.7\nnothing",
            PdfOptions(),
            None,
            "the file is damaged (its table of objects is broken or its end is missing)",
            REBUILD,
            id="head only",
        ),
        pytest.param(
            b"Landkreis",
            PdfOptions(),
            None,
            "this is no PDF, whatever its ending says",
            EXPORT,
            id="no PDF",
        ),
        pytest.param(
            objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"),
            PdfOptions(),
            None,
            "the file has no pages",
            EXPORT,
            id="no pages",
        ),
        pytest.param(
            pages(blank, blank),
            PdfOptions(),
            None,
            "the pages hold no text",
            "Export the brochure again, with its fonts.",
            id="blank pages",
        ),
        pytest.param(
            pages(picture, picture),
            PdfOptions(),
            None,
            "the file holds pictures without a text layer",
            "Add one, for example with `ocrmypdf -l deu brochure.pdf brochure-text.pdf`.",
            id="pictures",
        ),
        pytest.param(
            pages(text, text, text),
            PdfOptions(max_pages=2),
            None,
            "the file has 3 pages",
            "Split it, or raise the limit with --max-pages.",
            id="too many pages",
        ),
        pytest.param(
            nested(),
            PdfOptions(max_seconds=0.7),
            1,
            "reading it takes more than 0.7 seconds",
            SPLIT,
            id="nested drawings against the clock",
        ),
    ],
)
def test_problem_is_told(
    tmp_path: Path, data: bytes, options: PdfOptions, page: int | None, problem: str, remedy: str
) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read(path, pdf=options)
    assert (caught.value.problem, caught.value.remedy) == (problem, remedy)
    assert caught.value.page == page


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("trap", "problem"),
    [
        pytest.param(inflating, "reading it takes more than 1 GiB of memory", id="inflating"),
        pytest.param(
            nested,
            "it is no page that people made: it draws more than 100,000 lines and pictures",
            id="nested drawings",
        ),
    ],
)
def test_trap_costs_bounded_time_and_memory(
    tmp_path: Path, trap: Callable[[], bytes], problem: str
) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(trap())
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert (caught.value.problem, caught.value.page) == (problem, 1)


def test_password_opens_the_file(tmp_path: Path) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(LOCKED)
    assert read(path, pdf=PdfOptions(password="geheim")).characters == "Landkreis Börde\n"


def test_page_that_is_a_picture_is_told(tmp_path: Path) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(pages(text, picture))
    (remark,) = read(path).remarks
    assert remark.page == 2
    assert remark.message == (
        "Page 2 is a picture without a text layer; `ocrmypdf -l deu` adds one."
    )


@pytest.mark.timeout(60)  # starts Ghostscript
def test_damaged_file_is_read_after_repair(tmp_path: Path) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(pages(text)[:-12])
    raw = read(path, pdf=PdfOptions(repair=True))
    assert raw.characters == "Landkreis Börde\n"
    (remark,) = raw.remarks
    assert remark.kind == "rebuilt"
    assert remark.message == (
        "The file was rebuilt by Ghostscript before it was read; text may be lost."
    )


@pytest.mark.timeout(60)  # starts Ghostscript
@pytest.mark.parametrize(
    "data", [pytest.param(b"%PDF-1.7\nnothing", id="head only"), pytest.param(LOCKED, id="locked")]
)
def test_what_ghostscript_cannot_repair_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read(path, pdf=PdfOptions(repair=True))
    assert caught.value.problem == (
        "Ghostscript cannot repair the file (what it made of it holds no text)"
    )
    assert caught.value.remedy == "Export it again."


def test_ghostscript_has_its_time(tmp_path: Path) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(pages(text)[:-12])
    with pytest.raises(UnreadableError) as caught:
        read(path, pdf=PdfOptions(repair=True, max_seconds=0.0001))
    assert caught.value.problem == (
        "Ghostscript cannot repair the file (it takes more than 0.001 seconds)"
    )


def test_repair_without_ghostscript_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "brochure.pdf"
    path.write_bytes(pages(text)[:-12])
    with pytest.raises(UnreadableError) as caught:
        read(path, pdf=PdfOptions(repair=True))
    assert caught.value.problem == "the file cannot be repaired without Ghostscript"
    assert caught.value.remedy == "Install it (the command is `gs`)."


def test_process_that_dies_is_told(tmp_path: Path) -> None:
    def kill(_done: int, _total: int) -> None:
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii")
        for child in children.split():
            os.kill(int(child), signal.SIGKILL)

    path = tmp_path / "brochure.pdf"
    path.write_bytes(pages(*[text] * 40))
    with pytest.raises(UnreadableError) as caught:
        read(path, pdf=PdfOptions(progress=kill))
    assert caught.value.problem == "the PDF library failed on it (its process ended)"
    assert caught.value.remedy == SPLIT
    assert caught.value.page is not None


def test_scripts_and_attachments_are_ignored(tmp_path: Path) -> None:
    content = stream(b"BT /F1 12 Tf 50 700 Td (Landkreis) Tj ET")
    path = tmp_path / "brochure.pdf"
    path.write_bytes(
        objects(
            b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
            b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/EF<</F 6 0 R>>>>]>>>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>",
            content,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            stream(b"Landkreis Celle"),
        )
    )
    assert read(path).characters == "Landkreis\n"
