"""Writing down a figure, without a terminal; and a program with every stream closed proposes, commits and undoes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import strategy_tracker
from strategy_tracker.app.writing.items.record import propose_reading, reading_of_line
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


def test_a_reading_shows_its_line_its_colour_and_both_arrows(portfolio, texts):
    before = texts()
    made = propose_reading(portfolio, "calls", NewReading("2025/26 Q2", "17"), DAY)
    assert [line for line in made.diff.splitlines()[2:] if line[:1] in "+-"] == ["+      2025/26 Q2: 17"]
    assert (made.colour.before.reading.period, made.colour.after.reading.period) == ("2025/26 Q1", "2025/26 Q2")
    assert [sentence.partition(":")[0] for sentence in made.colour.sentences] == [
        "against the period before",
        "against the same period last year",
    ]
    assert texts() == before


def test_an_older_reading_says_whose_colour_it_is(portfolio):
    made = propose_reading(portfolio, "calls", NewReading("2024/25 Q3", "13"), DAY)
    assert made.colour.sentences[-1].endswith("colour and arrows are those of 2025/26 Q1")


def test_a_figure_that_is_there_changes_only_where_that_is_said(portfolio):
    with pytest.raises(Problem, match="'calls' has a reading for 2025/26 Q1: 15"):
        propose_reading(portfolio, "calls", NewReading("2025/26 Q1", "16"), DAY)
    made = propose_reading(portfolio, "calls", NewReading("2025/26 Q1", "16", revise=True), DAY)
    reading = next(one for key, one in made.files[0].after.measures[0].readings.items() if key.text == "2025/26 Q1")
    assert (str(reading.value), str(reading.was[0].value)) == ("16", "15")
    assert propose_reading(portfolio, "calls", NewReading("2025/26 Q1", "15"), DAY).already == (
        "'calls' for 2025/26 Q1 is 15"
    )


def test_notes_say_what_a_reader_of_the_figure_would_miss(portfolio):
    made = propose_reading(portfolio, "calls", NewReading("2025-08", "6"), DAY)
    assert [note.message for note in made.notes] == [
        "the other readings of 'calls' are for quarters; no arrow joins different kinds of period"
    ]
    made = propose_reading(portfolio, "calls", NewReading("2025/26 Q1", "c", revise=True), DAY)
    assert "the file and its history still hold what it was" in made.notes[0].message


def test_one_line_says_a_period_and_a_figure(portfolio):
    assert reading_of_line(portfolio, "2025/26 Q2 17") == NewReading("2025/26 Q2", "17")
    with pytest.raises(Problem, match="there is no figure after 2025/26 Q2"):
        reading_of_line(portfolio, "2025/26 Q2")


PROGRAM = """
import json, os, sys
for stream in (0, 1, 2):
    os.close(stream)
sys.stdin = sys.stdout = sys.stderr = None
from datetime import date
from pathlib import Path
import strategy_tracker
from strategy_tracker import NewDueDate, NewReading, NewUpdate, commit, undo

folder, answer, day = Path(sys.argv[1]), Path(sys.argv[2]), date(2025, 10, 1)
texts = lambda: [path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml"))]
start, came = texts(), []
for proposed in (
    lambda: strategy_tracker.propose_update(folder, "safe-01", NewUpdate(rag="red", note="No trainer; we hire"), day),
    lambda: strategy_tracker.propose_move(folder, "safe-01", NewDueDate("2026-03-06", "Snow"), day),
    lambda: strategy_tracker.propose_reading(folder, "calls", NewReading("2025/26 Q2", "17"), day),
):
    proposal = proposed()
    untouched = texts() == start
    receipt = commit(proposal)
    written = texts() != start
    undo(receipt)
    came.append([untouched, written, texts() == start, proposal.colour.before.rating.colour,
                 proposal.colour.after.rating.colour, [[one.file.name, one.edit.line] for one in receipt.files]])
modules = [name for name in sys.modules if name.startswith("strategy_tracker.cli") or name in ("typer", "rich")]
answer.write_text(json.dumps([came, modules]))
"""


@pytest.mark.parametrize("git", [True, False])
def test_a_program_without_a_terminal_or_any_stream_proposes_commits_and_undoes(root, tmp_path, git):
    if git:
        for arguments in (
            ["init", "-q"],
            ["add", "-A"],
            ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
        ):
            subprocess.run(["git", *arguments], cwd=root, check=True)
    source = str(Path(strategy_tracker.__file__).parents[1])
    answer = tmp_path / "answer.json"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(root), str(answer)],
        env={**os.environ, "PYTHONPATH": source},
        check=False,
    )
    assert done.returncode == 0
    came, modules = json.loads(answer.read_text())
    assert modules == []
    assert came == [
        [True, True, True, "green", "red", [["strategies/plan.yaml", 19]]],
        [True, True, True, "green", "green", [["strategies/plan.yaml", 15]]],
        [True, True, True, "grey", "grey", [["measures/plan.yaml", 10]]],
    ]
