"""A strategy that is known by its measures alone, or by its actions, in every command that would miss the rest."""

import json

import pytest

from .conftest import DAY, write_portfolio

MEASURES = """\
id: force
title: Police Plan
plan: measures
starts: 2025-01-01
ends: 2028-12-31
governance: [{body: Commissioner, every: quarter, held: [2025-09-01]}]
priorities:
  - {id: calls-come, title: Calls are answered, measures: [answered]}
  - {id: homes, title: Homes are safe, measures: [burglary]}
"""
FIGURES = """\
measures:
  - {id: answered, title: Calls answered in time, unit: percent, better: higher, owner: Chief, targets: {2025: 90},
     amber_within: 5 points, readings: {2025: {value: 91, recorded: 2025-09-01, state: provisional}}}
  - {id: burglary, title: Burglaries, unit: count, counts: events, better: lower, owner: Chief, targets: {2024: 40},
     amber_within: 5 burglaries, readings: {2024: 38}}
"""
ACTIONS = """\
id: campaign
title: Campaign
plan: actions
starts: 2025-01-01
ends: 2028-12-31
review_every: quarter
governance: [{body: Board, every: quarter, held: [2025-09-01]}]
priorities:
  - id: heard
    title: People hear of us
    owner: Head of Press
    actions:
      - {id: heard-01, text: Print a leaflet, updates: [{on: 2025-09-20, state: in-progress, rag: green}]}
"""
OF_ACTIONS = ("No action", "no action", "0 actions", "Actions", "What will we do", "date to come", "evidence")
OF_MEASURES = ("No measure", "no measure", "0 measures", "Measures", "How will we know", "direction of travel")


@pytest.fixture(params=["measures", "actions"])
def alone(request, tmp_path, monkeypatch):
    """A portfolio of one such strategy, and what no output of it may say."""
    (tmp_path / "strategies").mkdir()
    (tmp_path / "measures").mkdir()
    of_measures = request.param == "measures"
    (tmp_path / "strategies" / "plan.yaml").write_text(MEASURES if of_measures else ACTIONS, encoding="utf-8")
    if of_measures:
        (tmp_path / "measures" / "figures.yaml").write_text(FIGURES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return OF_ACTIONS if of_measures else OF_MEASURES


def test_nothing_asks_for_what_it_lacks_on_purpose(run, alone, tmp_path):
    told = run("validate", "--as-at", DAY)[1]
    assert [code for code in ("empty-priority", "no-measures") if code in told] == []
    status = run("status", "--as-at", DAY)[1]
    assert "not on record" not in status
    assert [words for words in alone if words in status] == []
    views = ("pack", "highlight", "self-evaluation", "young")
    for view in views:
        text = run("report", "--view", view, "--as-at", DAY)[1]
        assert (view, [words for words in alone if words in text.partition("Glossary")[0]]) == (view, [])
    assert run("dashboard", "-o", str(tmp_path / "page"), "--as-at", DAY)[0] == 0
    page = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "page").rglob("*.html"))
    assert [words for words in (*alone[:2], alone[4]) if words in page] == []
    plan = json.loads(run("status", "--as-at", DAY, "-f", "json")[1])["strategies"][0]["plan"]
    other = "scorecard" if plan == "actions" else "actions"
    assert f"It is known by its {plan} alone" in run("report", "--view", other, "--as-at", DAY)[1]


def test_beside_others_it_has_no_figure_where_it_has_nothing(run, tmp_path, monkeypatch):
    root = write_portfolio(tmp_path / "portfolio")
    (root / "strategies" / "campaign.yaml").write_text(ACTIONS, encoding="utf-8")
    monkeypatch.chdir(root)
    out = run("status", "campaign", "--as-at", DAY)[1]
    assert "Measures" not in out
    assert "Measures" in run("status", "--as-at", DAY)[1]
    assert "plan: cannot" not in run("validate")[1]


def test_another_word_is_refused_with_those_there_are(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    text = ACTIONS.replace("plan: actions", "plan: budgets")
    (tmp_path / "strategies" / "plan.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, out, err = run("validate")
    assert code == 1
    assert "measures" in out + err
    assert "actions" in out + err
