import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.batch import Options, Run
from pipeline.read import MAX_BYTES, PdfOptions
from pipeline.read.inputs import find_inputs
from pipeline.read.pdf.document import read_pages
from pipeline.read.pdf.memory import PageMemory, settle

pytestmark = pytest.mark.timeout(60)

PAGES = [f"Landkreis Börde, Seite {page}: Wir fördern das Ehrenamt." for page in range(12)]


def pdf(pages: list[str], password: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1, encrypt=password)
    for page in pages:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(40, 800, page)
        canvas.drawString(40, 700, "Uns hilft das Jobcenter.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class Reading:
    """Reads with memory and without it, which gives the same; knows which pages were drawn."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "heft.d"

    def drawn(self, pages: list[str], software: str = "1", password: str | None = None) -> int:
        data, path = pdf(pages, password), Path("heft.pdf")
        memory = PageMemory(str(self.folder), software)
        before = self.kept()
        warm = read_pages(path, lambda: data, PdfOptions(password, memory=memory))
        settle(memory)
        assert warm == read_pages(path, lambda: data, PdfOptions(password))
        return len(self.kept() - before)

    def kept(self) -> set[int]:
        """Return the inodes of the pages: a page that is drawn anew is a new file."""
        return {file.stat().st_ino for file in self.folder.glob("*")}


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    made = Reading(tmp_path)
    assert made.drawn(PAGES) == len(PAGES)
    return made


def test_one_changed_page_costs_one(reading: Reading) -> None:
    assert reading.drawn([*PAGES[:5], "Hier steht etwas Neues.", *PAGES[6:]]) == 1


def test_page_that_moved_is_known(reading: Reading) -> None:
    assert reading.drawn(["Davor steht eine neue Seite.", *PAGES[1:], PAGES[0]]) == 1


def test_page_that_is_gone_is_forgotten(reading: Reading) -> None:
    assert reading.drawn(PAGES[:3]) == 0
    assert len(reading.kept()) == 3


def test_other_software_draws_all(reading: Reading) -> None:
    assert reading.drawn(PAGES, software="2") == len(PAGES)


def test_damaged_memory_is_drawn_anew(reading: Reading) -> None:
    for file in reading.folder.glob("*"):
        file.write_text("[1, 2]", encoding="utf-8")
    reading.drawn(PAGES)


def test_pages_of_a_run_that_died_are_taken_up(reading: Reading) -> None:
    reading.folder.rename(reading.folder.with_name("heft.d.new"))
    memory = PageMemory(str(reading.folder), "1")
    kept = {file.stat().st_ino for file in Path(memory.fresh).glob("*")}
    reading.drawn(PAGES)
    assert reading.kept() == kept


def test_encrypted_pages_are_not_kept(tmp_path: Path) -> None:
    assert Reading(tmp_path).drawn(PAGES[:2], password="geheim") == 0


def test_changed_brochure_is_read_with_the_pages_of_the_run_before(tmp_path: Path) -> None:
    raw, output = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    pages = output / ".kreislese" / "pages" / "heft.d"
    inodes = []
    for texts in (PAGES, [*PAGES[1:], "Hier steht etwas Neues."]):
        (raw / "heft.pdf").write_bytes(pdf(texts))
        work = Run(Options(output, MAX_BYTES), lambda _: None, lambda _: None)
        work.over(find_inputs([raw], output))
        assert [record["status"] for record in work.records] == ["written"]
        inodes.append({file.stat().st_ino for file in pages.iterdir()})
    assert len(inodes[0] & inodes[1]) == len(PAGES) - 1
    cold = Run(Options(tmp_path / "cold", MAX_BYTES), lambda _: None, lambda _: None)
    cold.over(find_inputs([raw], output))
    for name in ("heft.json", "heft.txt"):
        assert (output / name).read_bytes() == (tmp_path / "cold" / name).read_bytes()
