"""Three rounds of an invented board, as a person sees them: in time, late, and not at all."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.repository import Repository

ROUNDS = Path(__file__).parents[2] / "cases" / "good" / "rounds"
GOLDEN = Path(__file__).parent / "golden"
CLOSED = {"first": "2025-07-19", "second": "2025-10-18", "third": "2026-01-17"}
"""The last day of each round."""


@pytest.fixture
def rounds(tmp_path, monkeypatch):
    """A copy of the invented board's portfolio, with the current folder in it."""
    root = tmp_path / "rounds"
    shutil.copytree(ROUNDS, root)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("name", CLOSED)
def test_each_round_looks_as_it_did(run, rounds, golden, name):
    code, out, err = run("reviews", "--as-at", CLOSED[name])
    assert (code, err) == (0, "")
    golden(GOLDEN / f"round-{name}.txt", out)


def test_the_counts_of_every_round_are_data(run, rounds):
    for day, counts in zip(CLOSED.values(), ((5, 5, 1), (5, 4, 1), (5, 4, 1)), strict=True):
        found = json.loads(run("reviews", "--as-at", day, "--format", "json")[1])["reviews"][0]["round"]["counts"]
        assert (found["owners"], found["answered"], found["late"]) == counts
        row = next(csv.DictReader(io.StringIO(run("reviews", "--as-at", day, "--format", "csv")[1])))
        assert tuple(int(row[f"owners_{name}"]) for name in ("asked", "answered", "late")) == counts
        body = json.loads(run("status", "--as-at", day, "--format", "json")[1])["strategies"][0]["bodies"][0]
        assert body["round"]["counts"] == found


def test_status_says_it_in_a_line_and_so_does_the_bare_command(run, rounds, monkeypatch):
    line = "Housing Board, meeting 13 October 2025: 4 of 5 owners have answered, 1 late\n"
    assert line in run("status", "--as-at", "2025-10-18")[1]
    monkeypatch.setenv("STRATEGY_TODAY", "2025-10-18")
    assert line in run()[1]


def test_who_has_not_answered_is_overdue_while_the_round_is_open(run, rounds):
    code, out, _ = run("overdue", "--as-at", "2025-10-18", "--fail-on", "unanswered")
    assert code == 1
    assert "1 unanswered" in out
    assert "Housing Board, round" in out
    assert "Housing Board, meeting 13 October 2025: 4 of 5 owners have answered, 1 late\n" in out
    counted = json.loads(run("overdue", "--as-at", "2025-10-18", "--format", "json")[1])["rounds"][0]
    assert (counted["body"], counted["counts"]["answered"]) == ("Housing Board", 4)
    assert run("overdue", "--as-at", "2025-10-18", "--fail-on", "unanswered", "--owner", "Repairs")[0] == 0
    assert run("overdue", "--as-at", "2025-10-19", "--fail-on", "unanswered")[0] == 0


def test_a_filter_counts_only_what_is_asked_of_whom_it_names(run, rounds):
    for command in ("reviews", "status"):
        out = run(command, "--as-at", "2025-10-18", "--owner", "Assets")[1]
        assert "0 of 1 owner has answered" in out
    item = json.loads(run("overdue", "--as-at", "2025-10-18", "--owner", "Assets", "--format", "json")[1])["items"][0]
    assert (item["kind"], item["item"], item["due"]) == ("unanswered", "Housing Board", "2025-10-13")


def test_a_message_asks_for_each_thing_that_has_no_word_yet(run, rounds):
    assert run("overdue", "--as-at", "2026-01-15", "--digest", "chase")[0] == 0
    told = (rounds / "chase" / "Performance Team.md").read_text(encoding="utf-8")
    assert "Housing Board, round before 2026-01-12" in told
    assert "strategy record cold-homes PERIOD VALUE" in told
    assert "Housing Board, meeting 2026-01-12: 4 of 5 owners have answered, 1 late" in told


def test_a_round_of_a_past_day_is_counted_by_what_was_said_by_then(run, rounds):
    def counted(day):
        return json.loads(run("reviews", "--as-at", day, "--format", "json")[1])["reviews"][0]["round"]["counts"]

    days = ("2025-09-22", "2025-10-01", "2025-10-03", "2025-10-15")
    assert [counted(day)["answered"] for day in days] == [0, 0, 2, 4]


def test_a_build_server_gets_a_finding_for_each_owner(run, rounds):
    out = run("overdue", "--as-at", "2025-10-18", "--format", "github", "--owner", "Assets")[1]
    assert "::warning" in out
    assert "round before 2025-10-13': unanswered" in out


def test_a_paper_says_who_has_answered_and_what_there_is_no_word_of(run, rounds):
    paper = run("report", "--for", "Housing Board", "--as-at", "2025-10-18")[1]
    assert "\nBefore the meeting of Housing Board on 13 October 2025, 4 of 5 owners have answered, 1 late." in paper
    assert "Housing Board asks from 22 September 2025 to 18 October 2025: 4 of 5 owners have answered, 1 late." in paper
    assert "| Head of Assets | ◆ 0 of 1 | – | Replace the boilers in Ash Court |" in paper
    assert "| Homes are warm | 3 of 4 owners have answered, 1 late |" in paper
    assert "Who has answered" in run("report", "--view", "exceptions", "--as-at", "2025-10-18")[1]
    assert "4 of 5 owners have answered" in run("report", "--view", "highlight", "--as-at", "2025-10-18")[1]


def test_a_paper_of_a_body_that_does_not_ask_is_as_it_was(run, rounds):
    path = rounds / "strategies/warm-homes.yaml"
    text = path.read_text(encoding="utf-8").replace("    asks_before: 3 weeks\n    grace: 5 days\n", "")
    path.write_text(text, encoding="utf-8")
    for asked in (("report", "--for", "Housing Board"), ("status",), ("reviews",), ("overdue",)):
        out = run(*asked, "--as-at", "2025-10-18")[1]
        assert "have answered" not in out
        assert "asks" not in out


def test_a_page_says_who_has_answered(run, rounds):
    assert run("dashboard", "-o", "page.html", "--as-at", "2025-10-18")[0] == 0
    page = (rounds / "page.html").read_text(encoding="utf-8")
    assert "Housing Board asks from 22 September 2025 to 18 October 2025: 4 of 5 owners have answered, 1 late." in page


@pytest.mark.parametrize(("day", "answered"), [("2025-10-01", "2025-10-01"), ("2025-10-16", "2025-10-16, late")])
def test_git_says_when_a_figure_came_that_does_not_say_it(run, tmp_path, monkeypatch, day, answered):
    repo = Repository(tmp_path / "repo")
    strategy, figures = (ROUNDS / name for name in ("strategies/warm-homes.yaml", "measures/housing.yaml"))
    whole, last = figures.read_text(encoding="utf-8"), "      2025/26 Q2: {value: 14, recorded: 2025-10-15}\n"
    repo.write(strategies__homes=strategy.read_text(encoding="utf-8"), measures__homes=whole.replace(last, ""))
    repo.commit("Before", "2025-09-01")
    repo.write(measures__homes=whole.replace(last, "      2025/26 Q2: 14\n"))
    repo.commit("The figure", day)
    monkeypatch.chdir(repo.root)
    asked = json.loads(run("reviews", "--as-at", "2025-10-18", "--format", "json")[1])["reviews"][0]["round"]["asked"]
    [found] = [one for one in asked if one["item"] == "cold-homes"]
    assert found["answered"] + (", late" if found["late"] else "") == answered
    before = json.loads(run("reviews", "--known-on", "2025-09-30", "--format", "json")[1])["reviews"][0]["round"]
    assert [one["answered"] for one in before["asked"] if one["item"] == "cold-homes"] == [None]
