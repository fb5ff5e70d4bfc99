"""The parts of `make bench`: what is read, who reads it, and what is made of the figures."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.contenders.ours import STAGES
from benchmarks.figures import Figure, is_worse, ratio
from benchmarks.performance_page import lines
from benchmarks.texts import brochures, write_terms

SHORTEST, LONGEST = 20_000, 60_000


def ran(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)


def test_brochures_are_as_long_as_real_ones_and_differ() -> None:
    texts = list(brochures(200_000))
    assert all(SHORTEST < len(text) < LONGEST for text in texts)
    assert len(set(texts)) == len(texts)
    assert texts == list(brochures(200_000))


def test_terms_are_four_lists(tmp_path: Path) -> None:
    write_terms(tmp_path)
    terms = json.loads((tmp_path / "terms.json").read_text(encoding="utf-8"))
    assert {"amt", "Celle", "Eva"} <= {term for each in terms.values() for term in each}
    assert len(terms) == 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        text = "Landkreis Celle\n\nTel. 030 23125-014\nE-Mail: info@kreis-altmuehlau.de\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_stages_make_up_the_whole(folder: Path) -> None:
    done = ran("-m", "benchmarks.contenders.ours", str(folder))
    told = json.loads(done.stdout)
    seconds = told["seconds"]
    assert told["found"] == 1
    assert sum(seconds[stage] for stage in STAGES) <= seconds["extract"]
    assert seconds["extract"] + seconds["json"] == pytest.approx(seconds["whole"])
    assert seconds["extract"] + seconds["files"] == pytest.approx(seconds["published"])


def test_matcher_finds_a_number_and_a_mail(folder: Path) -> None:
    done = ran("-m", "benchmarks.contenders.matcher", str(folder))
    assert json.loads(done.stdout)["found"] == 2


def test_network_is_forbidden() -> None:
    guard = (
        "from benchmarks.contenders.passing import forbid_network; forbid_network(); import socket"
    )
    done = ran("-c", f"{guard}; socket.create_connection(('127.0.0.1', 9))")
    assert "asked the network" in done.stderr


@pytest.mark.parametrize(
    ("now", "more_is_better", "worse"),
    [
        pytest.param((0.4, 0.5), True, True, id="less than ever"),
        pytest.param((0.4, 0.7), True, False, id="spreads overlap"),
        pytest.param((1.1, 1.2), True, False, id="more, as it should be"),
        pytest.param((1.1, 1.2), False, True, id="more, as it should not be"),
    ],
)
def test_worse_is_outside_the_spread(
    now: tuple[float, ...], *, more_is_better: bool, worse: bool
) -> None:
    before = Figure("ours / theirs", (0.6, 0.8, 1.0), more_is_better=more_is_better)
    assert is_worse(Figure("ours / theirs", now, more_is_better=more_is_better), before) is worse


def test_page_says_whether_a_goal_is_reached() -> None:
    figure = ratio("ours / theirs", (3.0, 4.0), (2.0, 8.0), more_is_better=True, goal=1.1)
    page = "\n".join(lines({"cores": "2"}, {"Speed": [figure]}))
    assert "| ours / theirs | 1.00 | 0.50 | 1.50 | at least 1.10: missed |" in page
    assert Figure.of(figure.record()) == figure
