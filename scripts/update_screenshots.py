"""Take the pictures of the page in docs/ anew, of a fictional brochure; look at them then.

Needs Debian's Chromium: `python -m scripts.update_screenshots`
"""

import io
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from pipeline.run import extract
from pipeline.write import contents

ROOT: Final = Path(__file__).parents[1]
BROCHURE: Final = ROOT / "benchmarks" / "gold" / "work" / "ehrenamt-verbindet.txt"
COLOURS: Final = 224
"""Of the pictures: what all of them need, at half the size."""


class Shot(NamedTuple):
    """One picture."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"]
    keys: tuple[str, ...]


SHOTS: Final = (
    Shot("review-1440.png", 1440, 900, "light", ("j", "j")),
    Shot("review-768.png", 768, 900, "dark", ("j", "j", "n")),
    Shot("review-375.png", 375, 780, "light", ("j", "j", "j")),
)


def main() -> None:
    """Write all pictures."""
    result = extract(BROCHURE)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "page.html")
        page.write_bytes(bytes(contents(result.brochure, result.text)["page"]))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for shot in SHOTS:
            take(browser, page, shot)
        browser.close()


def take(browser: Browser, page: Path, shot: Shot) -> None:
    """Write one picture."""
    tab = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme=shot.scheme,
        reduced_motion="reduce",
    )
    tab.goto(page.as_uri())
    for key in shot.keys:
        tab.keyboard.press(key)
        tab.wait_for_timeout(200)
    picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(
        ROOT / "docs" / shot.name, optimize=True
    )
    tab.close()


if __name__ == "__main__":
    main()
