"""When a figure came, by git: the commit that brought it, and nothing where nobody knows."""

from datetime import date

import pytest

from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.history.figure_days import figure_days
from tests.cli.repository import Repository

FILE = "measures/homes.yaml"
OPENS = date(2026, 9, 21)


def measures(*readings):
    lines = "".join(f"      {period}: {value}\n" for period, value in readings)
    return f"measures:\n  - id: cold\n    title: Cold homes\n    unit: percent\n    readings:\n{lines}"


Q1, Q2, Q3 = ("2026/27 Q1", 15), ("2026/27 Q2", 14), ("2026/27 Q3", 13)


@pytest.fixture
def repo(tmp_path):
    made = Repository(tmp_path / "portfolio").write(strategies__homes="id: homes\ntitle: Homes\n")
    made.commit("Begin", "2026-04-01")
    return made


def put(repo, day, *readings):
    repo.write(measures__homes=measures(*readings))
    repo.commit("Figures", day)


def days(repo):
    found = figure_days(open_portfolio(repo.root), {FILE: ["cold"]}, OPENS)
    return {period: str(day) for (_, period), day in found.items()}


def test_a_figure_has_the_day_of_the_commit_that_brought_it(repo):
    for day, readings in (("2026-07-10", (Q1,)), ("2026-09-22", (Q1, Q2)), ("2026-10-15", (Q1, Q2, Q3))):
        put(repo, day, *readings)
    assert days(repo) == {"2026/27 Q1": "2026-07-10", "2026/27 Q2": "2026-09-22", "2026/27 Q3": "2026-10-15"}


def test_before_the_round_only_the_last_commit_is_looked_at(repo):
    for day, readings in (("2026-05-01", (Q1,)), ("2026-07-10", (Q1, Q2)), ("2026-10-15", (Q1, Q2, Q3))):
        put(repo, day, *readings)
    assert days(repo) == {"2026/27 Q1": "2026-07-10", "2026/27 Q2": "2026-07-10", "2026/27 Q3": "2026-10-15"}


def test_what_came_with_its_file_may_be_older_than_git_knows(repo):
    put(repo, "2026-10-01", Q1, Q2)
    put(repo, "2026-10-15", Q1, Q2, Q3)
    assert days(repo) == {"2026/27 Q3": "2026-10-15"}


def test_what_is_not_committed_has_no_day(repo):
    put(repo, "2026-07-10", Q1)
    repo.write(measures__homes=measures(Q1, Q2))
    assert days(repo) == {"2026/27 Q1": "2026-07-10"}
