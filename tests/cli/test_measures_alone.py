"""Measures without a strategy are a portfolio, and those that no priority names are in every output or in none."""

import json
import re
import subprocess

import pytest

from .conftest import DAY

TREES = """\
measures:
  - id: trees
    title: Trees planted
    unit: count
    better: higher
    owner: Head of Parks
    targets: {2024: 40}
    amber_within: 5 trees
    readings: {2023: 30, 2024: 38}
"""
HEADING = "Not named by any priority"


@pytest.fixture
def alone(tmp_path, monkeypatch):
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / "trees.yaml").write_text(TREES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def beside(small):
    (small / "measures" / "trees.yaml").write_text(TREES, encoding="utf-8")
    return small


def page(path):
    text = path.read_text(encoding="utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_measures_alone_are_checked_shown_and_exported(run, alone):
    assert run("validate")[0] == 0
    code, out, _ = run("status", "--measures", "--as-at", DAY)
    assert code == 0
    assert out.splitlines()[:2] == ["measures: 1 better", "as at 1 October 2025 · 1 measure"]
    assert "Trees planted                                           38 2024      40  ◆ amber\n" in out
    assert HEADING not in out
    code, out, _ = run("status", "--as-at", DAY, "-f", "json")
    assert (code, [one["id"] for one in json.loads(out)["measures"]]) == (0, ["trees"])
    assert run("export", "-f", "csv", "--as-at", DAY)[1].count("trees") == 2
    assert "Trees planted" in run("show", "trees", "--as-at", DAY)[1]
    assert run("record", "trees", "2022", "20")[0] == 0


@pytest.mark.parametrize("view", ["pack", "scorecard", "self-evaluation"])
def test_a_report_of_measures_alone_is_of_so_many_measures(run, alone, view):
    code, out, _ = run("report", "--view", view, "--as-at", DAY)
    assert code == 0
    assert out.startswith("# 1 measure\n")
    assert "Trees planted" in out
    assert "Actions by priority" not in out


def test_a_dashboard_of_measures_alone_is_one_page(run, alone):
    assert run("dashboard", "-o", "d.html", "--as-at", DAY)[0] == 0
    told = page(alone / "d.html")
    assert "Rated 1 of 1 measure: 1 amber." in told
    assert "38 misses the target of 40" in told
    assert "What will we do?" not in told


def test_what_no_priority_names_stands_under_its_own_heading(run, beside):
    assert HEADING in run("status", "--as-at", DAY)[1]
    out = run("status", "--measures", "--why", "--as-at", DAY)[1]
    assert "Trees planted" in out.partition(HEADING)[2]
    assert ",,measure,trees,Trees planted," in run("status", "-f", "csv", "--as-at", DAY)[1]
    for view in ("pack", "scorecard", "self-evaluation"):
        assert "Trees planted" in run("report", "--view", view, "--as-at", DAY)[1].rpartition(f"# {HEADING}")[2]
    assert run("dashboard", "-o", "d.html", "--as-at", DAY)[0] == 0
    assert "Trees planted" in page(beside / "d.html").rpartition(HEADING)[2]


@pytest.mark.parametrize("asked", [("young-carers",), ("--for", "Senior Team")])
def test_who_asks_for_some_strategies_is_not_told_of_measures_of_none(run, beside, asked):
    assert "Trees planted" not in run("report", *asked, "--as-at", DAY)[1]
    assert run("dashboard", *asked, "-o", "d.html", "--as-at", DAY)[0] == 0
    assert "Trees planted" not in page(beside / "d.html")


def test_the_public_is_told_of_them_where_they_are_public(run, beside):
    settings = beside / "strategy-tracker.yaml"
    settings.write_text("suppress_below: 5\n", encoding="utf-8")
    report = ("report", "--public", "--as-at", DAY)
    hidden = run(*report)
    assert "Trees planted" not in hidden[1]
    path = beside / "measures" / "trees.yaml"
    path.write_text(TREES.replace("    unit", "    public: true\n    unit"), encoding="utf-8")
    shown = run(*report)
    assert (shown[0], "Trees planted" in shown[1]) == (0, True)


def test_measures_alone_have_a_past(run, alone):
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "Trees")):
        who = ("-c", "user.name=Lead", "-c", "user.email=lead@example.org")
        subprocess.run(["git", *who, *command], check=True, cwd=alone)
    assert run("status", "--rev", "HEAD")[0] == 0
    assert run("history", "trees")[0] == 0


def test_a_target_missed_with_no_amber_declared_stands_on_every_first_page(run, alone, tmp_path):
    path = alone / "measures" / "trees.yaml"
    path.write_text(TREES.replace("    amber_within: 5 trees\n", ""), encoding="utf-8")
    first, *others = run("status", "--as-at", DAY)[1].splitlines()
    assert first == "1 target missed, no amber declared · none late · measures: 1 better"
    assert others[others.index("Target missed, and no amber is declared") + 1].split() == [
        "○", "Trees", "planted", "38", "target", "40", "trees",
    ]  # fmt: skip
    code, out, _ = run("overdue", "--as-at", DAY, "-f", "json", "--fail-on", "no-amber-rule")
    (one,) = json.loads(out)["items"]
    assert (code, one["kind"], one["owner"], one["item"]) == (1, "no-amber-rule", "Head of Parks", "trees")
    said = "1 target is missed; nobody declared what counts as amber."
    pack = run("report", "--as-at", DAY)[1]
    missed = "1 missed a target without a rule that says what is amber."
    assert pack.index(missed) < pack.index("## Needs your attention")
    assert "Ask what counts as amber where a target is missed and nobody has said: " in pack
    assert "Nothing is red" not in pack
    assert missed in run("report", "--view", "highlight", "--as-at", DAY)[1]
    assert run("dashboard", "-o", str(tmp_path / "page"), "--as-at", DAY)[0] == 0
    first = page(tmp_path / "page" / "index.html")
    assert said in first
    assert "Target missed, and no amber is declared" in first
    assert "Nothing is" not in first
