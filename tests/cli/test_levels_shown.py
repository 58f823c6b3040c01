"""Levels of priorities and of measures, in every command that shows them."""

import json

import pytest

from .conftest import DAY

PLAN = """\
id: homes
title: Homes Plan
starts: 2025-01-01
ends: 2028-12-31
review_every: quarter
governance: [{body: Board, every: quarter, held: [2025-09-01]}]
priorities:
  - {id: warm, title: Homes are warm, owner: Director}
  - id: boilers
    title: Boilers work
    under: warm
    owner: Head of Repairs
    measures: [cold, calls]
    actions:
      - {id: boilers-01, text: Service each boiler, updates: [{on: 2025-09-20, state: in-progress, rag: green}]}
"""
FIGURES = """\
measures:
  - {id: cold, title: Cold homes, unit: percent, better: lower, level: outcome, owner: Analyst, targets: {2024: 5},
     amber_within: 1 points, readings: {2024: 4}}
  - {id: calls, title: Calls answered, unit: percent, better: higher, level: process, owner: Analyst,
     targets: {2024: 90}, amber_within: 1 points, readings: {2024: 80}}
"""


@pytest.fixture
def homes(tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "measures").mkdir()
    (tmp_path / "strategy-tracker.yaml").write_text("levels: [goal, objective, key result]\n", encoding="utf-8")
    (tmp_path / "strategies" / "homes.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "measures" / "figures.yaml").write_text(FIGURES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_headings_counts_and_filters_know_them(run, homes):
    assert "empty-priority" not in run("validate", "--as-at", DAY)[1]
    status = run("status", "--as-at", DAY)[1]
    goal = next(line for line in status.splitlines() if line.startswith("Goal: Homes are warm"))
    assert goal.split()[4:9] == ["·", "1", "·", "·", "·"]
    assert "· Objective: Boilers work" in status
    pack = run("report", "--as-at", DAY)[1]
    assert "### Objective: Boilers work" in pack
    assert "Under Goal: Homes are warm." in pack
    assert "**Measures by level**" in pack
    assert "| outcome | 1 | 1 |" in pack.partition("**Measures by level**")[2].partition("\n\n##")[0]
    assert "No action is on record" not in pack
    assert ["Level", "outcome"] in [line.split() for line in run("show", "cold", "--as-at", DAY)[1].splitlines()]
    found = json.loads(run("status", "--as-at", DAY, "--level", "process", "-f", "json")[1])
    assert [one["id"] for one in found["measures"]] == ["calls"]
    assert "boilers-01" in run("status", "--actions", "--level", "objective", "--as-at", DAY)[1]
    assert "no level is called 'pillar'" in "".join(run("status", "--level", "pillar", "--as-at", DAY)[1:])
    assert run("dashboard", "-o", "page.html", "--as-at", DAY)[0] == 0
    assert "Objective: Boilers work" in (homes / "page.html").read_text(encoding="utf-8")


def test_what_leads_nowhere_or_too_deep_is_refused(run, homes):
    path = homes / "strategies" / "homes.yaml"
    path.write_text(PLAN.replace("under: warm", "under: warmth"), encoding="utf-8")
    code, out, err = run("validate", "--as-at", DAY)
    assert (code, "this strategy has no priority 'warmth'" in out + err) == (1, True)
    (homes / "strategy-tracker.yaml").write_text("levels: [goal]\n", encoding="utf-8")
    path.write_text(PLAN, encoding="utf-8")
    code, out, err = run("validate", "--as-at", DAY)
    assert (code, "that is 2 levels, and 1 is named in 'levels'" in out + err) == (1, True)
