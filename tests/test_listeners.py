import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.errors import UnreadableError
from pipeline.events import Again, Began, Done, Ended, Event, Waiting
from pipeline.execute import Fault
from pipeline.listeners import Findings, Lines, Log, Records, Summary
from pipeline.report import MAX_ROWS, Row
from pipeline.state import Source
from pipeline.work import Failed, Unchanged, Written

SOURCE = Source("00", None, "heft.txt")
COUNTS = {"sections": 1, "contacts": 2, "phones": 3, "mails": 4, "partners": 5, "quotes": 6}


def record(file: str, infos: int = 0) -> dict[str, object]:
    return {"file": file, **COUNTS, "findings": {"error": 0, "warning": 0, "info": infos}}


def written(number: int, seconds: float = 0.0, infos: int = 0, told: str = "") -> Done:
    file = f"{number}.txt"
    rows = tuple(Row("info", file, "Börde", "text.residue", f"No. {n}.") for n in range(infos))
    made = Written(record(file, infos), SOURCE, None, rows, ({"kind": "added"},), told, seconds)
    return Done(number, Path(file), made)


def failed(number: int, trace: str = "") -> Done:
    path = Path(f"{number}.txt")
    error = UnreadableError(path, "the file is empty", "Export it again.")
    return Done(number, path, Failed(error, 1.5, trace), Path("out") / f"{number}.json")


def unchanged(number: int) -> Done:
    return Done(number, Path(f"{number}.txt"), Unchanged(record(f"{number}.txt")))


def said(event: Event) -> tuple[list[str], list[str]]:
    lines: list[str] = []
    complaints: list[str] = []
    Lines(lines.append, complaints.append)(event)
    return lines, complaints


COUNTED = "1 section, 2 contacts, 3 phones, 4 mails, 5 partners, 6 quotes (0 errors, 0 warnings, "


@pytest.mark.parametrize(
    ("event", "lines", "complaints"),
    [
        pytest.param(Began(3), [], [], id="begin"),
        pytest.param(written(1), [f"1.txt: {COUNTED}0 infos)"], [], id="written"),
        pytest.param(
            written(1, told="Landkreis Börde:\n  new\x1b"),
            [f"1.txt: {COUNTED}0 infos)", "  Landkreis Börde:\n    new\\x1b"],
            [],
            id="replaced",
        ),
        pytest.param(unchanged(1), [f"1.txt: unchanged, {COUNTED}0 infos)"], [], id="unchanged"),
        pytest.param(
            failed(1),
            [],
            [
                "error: 1.txt: the file is empty\n  Export it again.",
                "  Its earlier output stays and is stale: out/1.json",
            ],
            id="failed",
        ),
        pytest.param(Waiting(Path("out")), [], ["waiting for another run on out ..."], id="wait"),
        pytest.param(
            Again(Path("1.txt"), Fault("late", "9")),
            [],
            ["1.txt takes too long; it is tried again when the others are done"],
            id="again",
        ),
        pytest.param(Ended(0, 1.0, interrupted=False), [], [], id="end"),
    ],
)
def test_every_event_has_its_words(event: Event, lines: list[str], complaints: list[str]) -> None:
    assert said(event) == (lines, complaints)


def test_trace_of_a_fault_of_ours_steers_no_terminal() -> None:
    assert said(failed(1, "Trace\nin \x1b[31m"))[1][0] == "Trace\nin \\x1b[31m"


def test_interrupted_run_says_how_to_go_on() -> None:
    (complaint,) = said(Ended(4, 1.0, interrupted=True))[1]
    assert complaint.startswith("interrupted; 4 brochures are left.")


def findings(capsys: pytest.CaptureFixture[str], *events: Event) -> str:
    listener = Findings()
    for event in events:
        listener(event)
    listener.print()
    return capsys.readouterr().out


def test_findings_do_not_depend_on_who_was_done_first(capsys: pytest.CaptureFixture[str]) -> None:
    events = [written(number, infos=MAX_ROWS // 2) for number in range(5)]
    forth, back = findings(capsys, *events), findings(capsys, *reversed(events))
    assert forth == back
    assert f"{3 * (MAX_ROWS // 2)} more are in the JSON" in forth


def test_no_finding_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert findings(capsys, written(1), unchanged(2)) == ""


def test_findings_that_are_kept_are_bounded() -> None:
    listener = Findings()
    for number in range(30):
        listener(written(number, infos=MAX_ROWS))
    assert len(listener._kept) == MAX_ROWS
    assert listener.total == 30 * MAX_ROWS


def shown(*events: Event) -> list[list[str]]:
    listener, stream = Summary(), io.StringIO()
    for event in events:
        listener(event)
    Console(file=stream, width=80).print(listener.table())
    return [line.split() for line in stream.getvalue().splitlines() if line.strip()][2:]


def test_summary_counts_outcomes_and_names_the_slowest_five() -> None:
    events = [written(number, seconds=float(number)) for number in range(8)]
    assert shown(*events, unchanged(8), failed(9), Ended(2, 20.0, interrupted=True)) == [
        ["written", "8"],
        ["unchanged", "1"],
        ["failed", "1"],
        ["left", "2"],
        ["in", "all", "12", "20.0"],
        *(["slowest:", f"{number}.txt", f"{number}.0"] for number in (7, 6, 5, 4, 3)),
    ]


def test_one_brochure_has_no_summary(capsys: pytest.CaptureFixture[str]) -> None:
    listener = Summary()
    listener(written(0))
    listener(Ended(0, 1.0, interrupted=False))
    listener.print()
    assert capsys.readouterr() == ("", "")


def test_records_are_in_the_order_of_the_inputs() -> None:
    records = Records()
    for event in (written(2), failed(1), unchanged(0), failed(-1)):
        records(event)
    found = json.loads(records.as_json())
    assert [(each["file"], each["status"]) for each in found["brochures"]] == [
        ("0.txt", "unchanged"),
        ("2.txt", "written"),
    ]
    assert [each["path"] for each in found["errors"]] == ["-1.txt", "1.txt"]
    assert found["errors"][1]["stale"] == "out/1.json"
    assert found["brochures"][1]["changes"] == [{"kind": "added"}]


def test_log_has_a_line_per_event() -> None:
    stream = io.StringIO()
    log = Log(stream)
    events: list[Event] = [
        Began(3),
        Waiting(Path("out")),
        Again(Path("1.txt"), Fault("ended", "killed by SIGKILL")),
        written(0, seconds=0.25),
        unchanged(1),
        failed(2),
        Ended(0, 1.25, interrupted=False),
    ]
    for event in events:
        log(event)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line.pop("event") for line in lines] == [
        "began",
        "waiting",
        "again",
        "written",
        "unchanged",
        "failed",
        "ended",
    ]
    assert all(line.pop("time").endswith("+00:00") for line in lines)
    assert lines[0] == {"brochures": 3}
    assert lines[2] == {"path": "1.txt", "fault": "ended", "detail": "killed by SIGKILL"}
    assert (lines[3]["path"], lines[3]["seconds"], lines[3]["contacts"]) == ("0.txt", 0.25, 2)
    assert lines[5]["problem"] == "the file is empty"
    assert lines[6] == {"left": 0, "interrupted": False, "seconds": 1.25}
