"""One page of an open PDF as ink: runs in a process of its own, so that a trap costs no more."""

import warnings
from typing import Any

import pdfplumber.page

from pipeline.read.pdf.canvas import Canvas, sort_drawings
from pipeline.read.pdf.fragments import find_fragments
from pipeline.read.pdf.ink import Box, Fragment, Hidden, Page, turn


class LossError(Exception):
    """Part of a page's data is damaged."""


def draw(page: pdfplumber.page.Page, known: dict[Any, tuple[str, float]]) -> Page:
    """Return what a page carries; `known` keeps what glyphs mean from page to page."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        canvas = Canvas(page, known)
    if any("Data-loss" in str(each.message) for each in caught):
        raise LossError("part of its data cannot be unpacked")
    width, height = float(page.width), float(page.height)
    turned, fragments = find_fragments(canvas.glyphs, width, height)
    drawn = sort_drawings(canvas)

    def upright(boxes: list[Box]) -> tuple[Box, ...]:
        return tuple(turn(box, turned, width, height) for box in boxes) if turned else tuple(boxes)

    grounds = upright([*drawn.grounds, *drawn.pictures])
    return Page(
        page.page_number,
        width,
        height,
        turned,
        tuple(_seen(fragment, grounds) for fragment in fragments),
        upright(drawn.boxes),
        upright(drawn.rules),
        _share(drawn.pictures, Box(0.0, 0.0, width, height)),
    )


def _seen(fragment: Fragment, grounds: tuple[Box, ...]) -> Fragment:
    """White text on a coloured ground is seen."""
    if fragment.hidden is not Hidden.WHITE:
        return fragment
    x, y = (fragment.box.x0 + fragment.box.x1) / 2, (fragment.box.top + fragment.box.bottom) / 2
    seen = any(ground.holds(x, y) for ground in grounds)
    return fragment._replace(hidden=Hidden.NO) if seen else fragment


def _share(pictures: list[Box], page: Box) -> float:
    """Return the share of the page that pictures cover, at most 1."""
    covered = 0.0
    for box in pictures:
        covered += Box(
            max(box.x0, page.x0),
            max(box.top, page.top),
            min(box.x1, page.x1),
            min(box.bottom, page.bottom),
        ).area
    return min(1.0, covered / page.area) if page.area else 0.0
