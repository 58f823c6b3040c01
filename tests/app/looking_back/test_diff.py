"""The changes between two moments, as one call gives them."""

from datetime import date

import pytest

from strategy_tracker.app.looking_back.diff import diff
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem
from tests.cli.repository import carers

DAY = date(2022, 4, 1)


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    monkeypatch.chdir(made.root)
    made.change("due: 2022-06-30", "due: 2022-09-30")
    made.change("2022-01: 70", "2022-01: 60", "measures/carers.yaml").commit("Second", "2022-02-01")
    return made


def kinds(found):
    return [one.kind for one in found.changes]


def test_two_commits_are_each_judged_at_their_own_day(repo):
    found = diff(open_portfolio(repo.root), "HEAD~1..HEAD", DAY)
    assert kinds(found) == ["due", "restated", "colour"]
    assert (found.moments.was, found.moments.today) == (date(2022, 1, 15), date(2022, 2, 1))
    assert (found.wrong, found.mistyped) == ((), None)


def test_the_files_on_disk_are_judged_today_or_both_at_one_day(repo):
    portfolio = open_portfolio(repo.root)
    assert diff(portfolio, "HEAD~1", DAY).moments.today == DAY
    found = diff(portfolio, "HEAD~1", DAY, as_at=date(2022, 3, 1)).moments
    assert (found.new, found.was, found.today) == (None, date(2022, 3, 1), date(2022, 3, 1))


def test_only_what_a_folder_holds_and_a_path_that_nothing_has(repo):
    portfolio = open_portfolio(repo.root)
    assert kinds(diff(portfolio, "HEAD~1", DAY, path="measures")) == ["restated", "colour"]
    found = diff(portfolio, "HEAD~1", DAY, path="nothing")
    assert (found.changes, str(found.mistyped)) == ((), "neither moment has a file or folder 'nothing'")


def test_what_cannot_be_read_is_told_with_what_can(repo):
    repo.write(strategies__broken="id: [")
    found = diff(open_portfolio(repo.root), "HEAD~1", DAY)
    assert kinds(found) == ["due", "restated", "colour"]
    assert [one.file for one in found.wrong] == ["strategies/broken.yaml"]
    assert found.moments.unread == ("strategies/broken.yaml",)


def test_a_moment_that_is_not_there_is_a_problem(repo):
    with pytest.raises(Problem, match="git knows no revision 'measures'") as error:
        diff(open_portfolio(repo.root), "measures", DAY)
    assert error.value.next_step == "a file or folder comes second: strategy diff HEAD measures"
