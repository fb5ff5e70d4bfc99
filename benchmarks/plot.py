"""Draws performance.json: `python -m benchmarks.plot performance.json performance.svg`.

Runs in .venv-bench, where matplotlib is.
"""

import json
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from matplotlib.axes import Axes

OURS: Final = "whole pipeline"
GROUP: Final = "Speed on text"
COLOURS: Final = {OURS: "#0b5d7a"}
PLAIN: Final = "#8a969c"
TICKS: Final = (100, 200, 500, 1000, 2000, 5000, 10000)


def main() -> None:
    """Draw characters per second of all contenders, and what each stage takes of ours."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "performance", "font.size": 9, "svg.fonttype": "path"})
    from matplotlib import pyplot as plt

    record, picture = map(Path, sys.argv[1:])
    figures = json.loads(record.read_text(encoding="utf-8"))["figures"][GROUP]
    canvas, (upper, lower) = plt.subplots(
        2, 1, figsize=(7.2, 3.6), layout="constrained", height_ratios=(5, 2)
    )
    draw_speeds(upper, [f for f in figures if is_contender(f)])
    draw_shares(lower, [f for f in figures if f["unit"] == "share"])
    canvas.savefig(picture, metadata={"Date": None})


def is_contender(figure: dict[str, Any]) -> bool:
    """Whether a figure is the speed of a whole tool."""
    return figure["unit"] == "characters/s" and not figure["name"].startswith("stage ")


def draw_speeds(axes: "Axes", figures: list[dict[str, Any]]) -> None:
    """Draw a point for each tool; the line through it goes from the lowest to the highest round."""
    for figure in sorted(figures, key=lambda figure: median(figure["values"])):
        values = [value / 1000 for value in figure["values"]]
        middle = median(values)
        spread = [[middle - min(values)], [max(values) - middle]]
        colour = COLOURS.get(figure["name"], PLAIN)
        axes.errorbar(middle, figure["name"], xerr=spread, fmt="o", color=colour, capsize=3)
    axes.set_xscale("log")
    axes.set_xticks(TICKS, [f"{tick:,}" for tick in TICKS])
    axes.minorticks_off()
    axes.set_xlim(TICKS[0], TICKS[-1])
    axes.grid(axis="x", color="#e3e7e9")
    axes.set_axisbelow(True)
    axes.margins(y=0.15)
    axes.set_xlabel("thousand characters per second, logarithmic; further right is better")
    axes.spines[["top", "right"]].set_visible(False)


def draw_shares(axes: "Axes", figures: list[dict[str, Any]]) -> None:
    """Draw one bar, parted by what each stage takes."""
    left = 0.0
    for number, figure in enumerate(figures):
        share = 100 * median(figure["values"])
        stage = figure["name"].removeprefix("share of ")
        axes.barh(
            "stages", share, left=left, color="#b4bfc4" if number % 2 else "#d5dcdf", height=0.6
        )
        if share > 4:  # noqa: PLR2004 - else the name does not fit
            turned = {"rotation": 90} if share < 2 * len(stage) else {}
            axes.text(left + share / 2, 0, stage, ha="center", va="center", **turned)
        left += share
    axes.set_xlim(0, 100)
    axes.set_xlabel("percent of the time of the whole pipeline")
    axes.spines[["top", "right"]].set_visible(False)


if __name__ == "__main__":
    main()
