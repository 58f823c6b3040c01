"""With --keep-going what has an error is left out, and no output tells of an emptiness or a silence that is none."""

import json
import re

import pytest

STRATEGY = """\
id: plan
title: Plan
starts: 2025-04-01
ends: 2028-03-31
governance:
  - {body: Board, every: quarter, held: [2025-13-01]}
priorities:
  - id: safe
    title: Broken
    measures: [rate]
    actions:
      - {id: safe-01, text: Light the paths, due: 2025-02-30}
  - id: green
    title: Whole
    measures: [other]
    actions:
      - {id: green-01, text: Plant, due: 2027-12-31, updates: [{on: 2025-12-01, state: in-progress, note: Begun}]}
      - {id: green-02, text: Water, updates: [{on: 2025-13-01, state: in-progress, note: Begun}]}
"""
MEASURES = """\
measures:
  - {id: other, title: Other, unit: count, better: none, readings: {2024/25: 3}}
  - id: rate
    title: Rate
    unit: percent
    better: higher
    frequency: quarter
    targets: {2025/26: 70}
    amber_within: 5 points
    readings: {2025/26 Q1: 66, 2025/26 Q2: 166}
"""
NEVER = (
    "no actions",
    "No action is on record",
    "No measure",
    "never had an update",
    "never updated",
    "no update has ever",
    "no meeting on record",
    "nobody is named who reviews",
    "no body on record",
    "reading late",
    "very silent",
    "waits for",
    "reading is late",
    "days late",
    "very stale",
    "66% misses",
)
COMMANDS = (
    ("status", "--why"),
    ("status", "--actions", "--measures"),
    ("overdue",),
    ("reviews",),
    ("show", "plan"),
    ("show", "rate"),
    *(("report", "--view", view) for view in ("pack", "highlight", "exceptions", "scorecard", "actions")),
    ("report", "--view", "self-evaluation"),
    ("export", "--format", "json"),
    ("export", "--format", "csv"),
)
KEEP_GOING = ("--keep-going", "--as-at", "2026-01-15")


@pytest.fixture
def broken(tmp_path, monkeypatch):
    for name, text in (("strategies/plan.yaml", STRATEGY), ("measures/all.yaml", MEASURES)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_output_calls_missing_silent_or_late_what_was_left_out(run, broken, command):
    code, out, _ = run(*command, *KEEP_GOING)
    assert code == 0
    assert [words for words in NEVER if words in out] == []


def test_nor_does_the_page(run, broken):
    assert run("dashboard", *KEEP_GOING, "-o", "page.html")[0] == 0
    page = (broken / "page.html").read_text(encoding="utf-8")
    assert [words for words in NEVER if words in page and words != "days late"] == []  # it can be sorted by them
    assert "1 action is left out because of errors." in page


def test_each_output_says_how_much_was_left_out(run, broken):
    told = "1 reading, 1 body and 2 actions"
    for command in (("status",), ("overdue",), ("report",)):
        assert told in run(*command, *KEEP_GOING)[1].replace("\n", " "), command
    out = run("status", *KEEP_GOING)[1]
    assert re.search(r"Broken .*\n  1 action left out because of an error\n", out)
    report = run("report", *KEEP_GOING)[1]
    assert "| Broken | 0 and 1 left out |" in report
    assert "Left out, since it could not be read: 2 more." in report
    data = json.loads(run("status", *KEEP_GOING, "--format", "json")[1])
    assert data["left_out_count"] == {"reading": 1, "body": 1, "action": 2}
    assert data["strategies"][0]["counts"]["actions"]["left_out"] == 2


def test_where_nothing_is_left_to_be_late_it_is_not_called_nothing(run, broken):
    assert run("overdue", *KEEP_GOING)[1].startswith(
        "Nothing that could be read is late, waiting for a word or silent\n"
    )
    assert "Of the actions that could be read, no owner has said that one is late." in run("report", *KEEP_GOING)[1]
