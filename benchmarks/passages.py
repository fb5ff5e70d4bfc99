"""Short labelled passages, run through the whole program as the only section of a brochure."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline import extract
from schemas import Brochure


def brochure_of(passage: dict[str, Any]) -> Brochure:
    """Return what is read out of a passage below a heading, and its sub-heading if it has one."""
    lead = "Hier steht, wie man uns erreicht." if "contacts" in passage else ""
    parts = ["Landkreis Celle", lead, passage.get("under", ""), passage["text"]]
    with TemporaryDirectory() as folder:
        path = Path(folder, "passage.txt")
        path.write_text("\n\n".join(filter(None, parts)) + "\n", encoding="utf-8")
        return extract(path)


def fold(value: str) -> str:
    """Return a value as it is compared: white space folded, case and marks at the ends dropped."""
    return " ".join(value.split()).casefold().strip(" .,;:")


def print_row(title: str, right: int, wrong: int, missed: int) -> None:
    """Print precision, recall and F1."""
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{title:20}{precision:7.3f}{recall:7.3f}{f1:7.3f}{right:6}{wrong:5}{missed:5}")
