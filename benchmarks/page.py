"""How a large page opens and scrolls in a real browser: `python -m benchmarks.page`.

A brochure of 400 sections is made of the working half of the gold brochures, read, and opened in
Chromium as a file. Printed are the time until it can be used, the longest time between two frames
while it scrolls from top to bottom, and what a search and a jump across the page take.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated, Final

import typer
from playwright.sync_api import Page, sync_playwright

from pipeline.german.kreise import parse_heading
from pipeline.run import extract
from pipeline.write import contents

WORK: Final = Path(__file__).parent / "gold" / "work"
ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]

MAX_SECONDS: Final = 2.0
"""Until a page of 400 sections can be used."""

SCROLL: Final = """async (id) => {
  const pane = document.getElementById(id), gaps = [];
  let before = await new Promise(requestAnimationFrame);
  const step = 400;
  for (let frames = 0; frames < 400; frames += 1) {
    pane.scrollTop += step;
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - before);
    before = now;
  }
  gaps.sort((a, b) => a - b);
  return [gaps[Math.floor(gaps.length / 2)], gaps[Math.floor(gaps.length * 0.95)], gaps.at(-1)];
}"""
SEARCH: Final = """async () => {
  const start = performance.now();
  const query = document.getElementById("query");
  query.value = "ehrenamt";
  query.dispatchEvent(new Event("input"));
  while (!document.getElementById("status").textContent) {
    await new Promise((done) => setTimeout(done, 5));
  }
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""
JUMP: Final = """async () => {
  document.getElementById("reset").click();
  const start = performance.now();
  [...document.querySelectorAll(".contact a.go")].at(-1).click();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""


def main(
    sections: Annotated[int, typer.Option(min=1, help="Sections of the brochure.")] = 400,
    runs: Annotated[int, typer.Option(min=1, help="Times that it is opened.")] = 5,
) -> None:
    """Print a table; ends with 1 if the page opens too slowly."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file, made = _page(Path(folder), sections)
        typer.echo(f"{sections} sections, {page_file.stat().st_size / 2**20:.1f} MiB of HTML")
        typer.echo(f"{'making the page':44}{made * 1000:8.0f} ms")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*ARGUMENTS]
        )
        opened = sorted(_open(browser.new_page(), page_file) for _ in range(runs))
        seconds = opened[len(opened) // 2]
        typer.echo(f"{'opening it, until the first frame (median)':44}{seconds * 1000:8.0f} ms")
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(page_file.as_uri())
        for pane in ("text", "list"):
            usual, most, longest = page.evaluate(SCROLL, pane)
            typer.echo(
                f"{f'scrolling #{pane}, frame: median, 95 %, longest':44}"
                f"{usual:8.0f} ms{most:8.0f} ms{longest:8.0f} ms"
            )
        typer.echo(f"{'searching':44}{page.evaluate(SEARCH):8.0f} ms")
        typer.echo(f"{'a value to its place at the other end':44}{page.evaluate(JUMP):8.0f} ms")
        browser.close()
    raise typer.Exit(seconds > MAX_SECONDS)


def _page(folder: Path, sections: int) -> tuple[Path, float]:
    brochure = folder / "brochure.txt"
    brochure.write_text(_text(sections), encoding="utf-8")
    result = extract(brochure)
    assert len(result.brochure.landkreise) == sections
    contents(result.brochure, result.text)  # not counted: loads what is loaded once
    start = perf_counter()
    html = contents(result.brochure, result.text)["page"]
    seconds = perf_counter() - start
    page_file = folder / "brochure.html"
    page_file.write_bytes(bytes(html))
    return page_file, seconds


def _text(sections: int) -> str:
    """Return so many sections, those of the gold brochures again and again."""
    parts = [part for source in sorted(WORK.glob("*.txt")) for part in _sections(source)]
    return "\n\n".join(parts[n % len(parts)] for n in range(sections))


def _sections(source: Path) -> list[str]:
    result = extract(source)
    return [
        result.text.characters[each.span.start : each.span.end]
        for each in result.brochure.landkreise
        if parse_heading(each.heading)
    ]


def _open(page: Page, page_file: Path) -> float:
    start = perf_counter()
    page.goto(page_file.as_uri(), wait_until="load")
    page.evaluate("() => new Promise(requestAnimationFrame)")
    seconds = perf_counter() - start
    page.close()
    return seconds


if __name__ == "__main__":
    typer.run(main)
