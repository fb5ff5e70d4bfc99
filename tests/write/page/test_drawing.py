import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from pipeline.write.page.drawing import Drawing
from pipeline.write.page.pictures import Pictures
from tests.read.typesetter import Part, Style, set_brochure

pytestmark = pytest.mark.timeout(60)  # each test starts a process

PARTS = [
    Part("heading", ("Landkreis Börde",)),
    Part("text", ("Der Landkreis ist groß und schön, und alle wohnen gern in ihm. " * 180,)),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(set_brochure(PARTS, Style()))
    return path


def drawn(path: Path, **limits: float) -> Pictures:
    with Drawing(path, 2**26, None, **limits) as drawing:  # type: ignore[arg-type] # by name
        return drawing.pictures()


def test_every_page_has_its_picture(source: Path) -> None:
    pictures = drawn(source)
    assert len(pictures.pages) > 1
    assert pictures.notice is None
    first = pictures.pages[0]
    kind, _, data = first.address.partition(",")
    assert kind == "data:image/jpeg;base64"
    with Image.open(io.BytesIO(base64.b64decode(data))) as picture:
        assert picture.width / picture.height == pytest.approx(first.width / first.height, rel=0.01)
        shades = {shade for shade, count in enumerate(picture.convert("L").histogram()) if count}
        assert min(shades) < 60  # there are letters on it
        assert max(shades) == 255


def test_equal_files_give_equal_pictures(source: Path) -> None:
    first, second = drawn(source), drawn(source)
    assert [each.address for each in first.pages] == [each.address for each in second.pages]


def test_pictures_are_bounded_in_bytes(source: Path) -> None:
    size = len(drawn(source).pages[0].address)
    pictures = drawn(source, most_bytes=size)
    assert len(pictures.pages) == 1
    assert pictures.notice
    assert "too large" in pictures.notice


def test_page_that_takes_too_long_is_given_up(source: Path) -> None:
    pictures = drawn(source, seconds=0.001)
    assert pictures == Pictures((), "Page 1 cannot be drawn; the text is complete.")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\nnothing", b"x" * 100_000])
def test_what_is_no_pdf_has_no_pictures(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "brochure.pdf"
    path.write_bytes(data)
    assert drawn(path).pages == ()


def test_missing_file_has_no_pictures(tmp_path: Path) -> None:
    assert drawn(tmp_path / "no.pdf").pages == ()


def test_drawing_ends_when_it_is_not_wanted(source: Path) -> None:
    drawing = Drawing(source, 2**26, None)
    with pytest.raises(RuntimeError), drawing:
        raise RuntimeError
    assert drawing._process.returncode is not None
