"""One browser and one server for all tests of the page."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.review.brochures import page_of, serving, written

ARGUMENTS = [
    "--no-sandbox",  # on the server everything runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKS = 24
"""Brochures that the server has: each test takes one for itself."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; nothing is downloaded."""
    chromium = shutil.which("chromium")
    assert chromium, "these tests need a browser: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in which nothing may go wrong, nor lead to elsewhere."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(8000)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("request", lambda request: wrong.append(request.url) if _is_far(request.url) else None)
    yield page
    context.close()
    assert wrong == []


def _is_far(url: str) -> bool:
    return not url.startswith(("file:", "data:", "http://127.0.0.1:"))


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the brochure of these tests."""
    folder = tmp_path_factory.mktemp("page")
    return page_of(written(folder), folder)


class Desk(NamedTuple):
    """One brochure on the server."""

    address: str
    brochure: Path

    @property
    def corrections(self) -> Path:
        """Its corrections file."""
        return self.brochure.with_name(f"{self.brochure.stem}.corrections.toml")


@pytest.fixture(scope="session")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Desk]]:
    """Brochures on a real server, one after the other."""
    raw = tmp_path_factory.mktemp("raw")
    brochures = [written(raw, name=f"edition-{n:02}.txt") for n in range(1, DESKS + 1)]
    with serving(raw) as address:
        yield (Desk(f"{address}{n}/", brochures[n - 1]) for n in count(1))


@pytest.fixture
def desk(desks: Iterator[Desk]) -> Desk:
    """A brochure that no other test has touched."""
    return next(desks)
