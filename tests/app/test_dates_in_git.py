"""What git knows of due dates besides the record, and what is said where it cannot be asked."""

from datetime import date

import pytest

from strategy_tracker.app.dates_in_git import dates_in_git
from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.standing import stand
from strategy_tracker.files.portfolio import open_portfolio
from tests.cli.repository import Repository, carers

TODAY = date(2022, 10, 1)
AGREED = "moved: [{on: 2022-04-01, from: 2022-06-30, to: 2022-09-30, why: Late, approved_by: Board}]"
BOARD = ("2022-06-30", "2022-09-30", "Board", None)


@pytest.fixture
def repo(tmp_path):
    made = carers(tmp_path / "repo")
    made.change("due: 2022-06-30", f"due: 2022-09-30\n        {AGREED}").commit("Agreed", "2022-04-01")
    return made


def told(portfolio, today=TODAY):
    """Every step of the first action's date, and what is not known."""
    known = dates_in_git(portfolio, today)
    action = stand(portfolio, today, in_git=known)[0].strategies[0].actions[0]
    return [(one.former, one.to, one.approved_by, one.since) for one in action.moves], known.not_known


def steps(repo, **moment):
    return told(open_moment(repo.root, TODAY, **moment).portfolio)[0]


def test_a_date_typed_over_stands_since_its_commit_and_the_approval_with_its_own_step(repo):
    assert steps(repo) == [BOARD]
    repo.change("due: 2022-09-30", "due: 2022-12-31")
    assert steps(repo) == [BOARD, ("2022-09-30", "2022-12-31", None, "")]
    repo.commit("Later", "2022-05-03")
    assert steps(repo) == [BOARD, ("2022-09-30", "2022-12-31", None, "2022-05-03")]
    repo.change("due: 2022-12-31", "due: 2023-03-31").commit("Later still", "2022-06-03")
    assert steps(repo) == [
        BOARD,
        ("2022-09-30", "2022-12-31", None, "2022-05-03"),
        ("2022-12-31", "2023-03-31", None, "2022-06-03"),
    ]


def test_a_date_with_no_record_at_all_has_its_first_one_from_git(tmp_path):
    repo = carers(tmp_path / "repo")
    repo.change("due: 2022-06-30", "due: 2022-12-31").commit("Later", "2022-05-03")
    assert steps(repo) == [("2022-06-30", "2022-12-31", None, "2022-05-03")]
    known = dates_in_git(open_portfolio(repo.root), TODAY)
    action = stand(open_portfolio(repo.root), TODAY, in_git=known)[0].strategies[0].actions[0]
    assert (action.original_due, action.slipped) == (date(2022, 6, 30), 184)


def test_an_earlier_moment_knows_what_its_own_commits_did(repo):
    repo.change("due: 2022-09-30", "due: 2022-12-31").commit("Later", "2022-05-03")
    repo.change("due: 2022-12-31", "due: 2023-03-31").commit("Later still", "2022-06-03")
    assert steps(repo, rev="HEAD~2") == [BOARD]
    assert steps(repo, rev="HEAD~1") == [BOARD, ("2022-09-30", "2022-12-31", None, "2022-05-03")]


def test_where_the_portfolio_was_moved_its_dates_are_still_known(repo):
    repo.change("due: 2022-09-30", "due: 2022-12-31").commit("Later", "2022-05-03")
    (repo.root / "inside").mkdir()
    for name in ("strategies", "measures"):
        repo.git("mv", name, "inside")
    repo.commit("Moved", "2022-06-01")
    repo.root = repo.root / "inside"
    assert steps(repo) == [BOARD, ("2022-09-30", "2022-12-31", None, "2022-05-03")]
    assert told(open_portfolio(repo.root))[0] == steps(repo, rev="HEAD")


def test_a_merge_brings_what_its_branch_typed(repo):
    repo.git("checkout", "-q", "-b", "branch")
    repo.change("due: 2022-09-30", "due: 2022-12-31").commit("Later", "2022-05-03")
    repo.git("checkout", "-q", "main")
    repo.change("text: Write one form", "text: Write a form").commit("Words", "2022-05-04")
    repo.git("merge", "-q", "--no-ff", "-m", "Together", "branch", day="2022-05-05")
    assert steps(repo) == [BOARD, ("2022-09-30", "2022-12-31", None, "2022-05-03")]


@pytest.mark.parametrize("value", ['\n          "2022-12-31"', " '2022-12-31'"])
def test_a_date_is_seen_wherever_it_stands(repo, value):
    repo.change("due: 2022-09-30", f"due:{value}").commit("Later", "2022-05-03")
    repo.change("text: Write one form", "text: Write a form").commit("Words", "2022-05-04")
    assert steps(repo) == [BOARD, ("2022-09-30", "2022-12-31", None, "2022-05-03")]


def test_without_git_it_is_said_that_nobody_can_know(repo, tmp_path):
    repo.change("due: 2022-09-30", "due: 2022-12-31")
    (repo.root / ".git").rename(tmp_path / "git")
    found, not_known = told(open_portfolio(repo.root))
    assert found == [BOARD, ("2022-09-30", "2022-12-31", None, None)]
    assert not_known == "whether a due date was typed over cannot be known: this folder is not in a git repository"


def test_a_repository_that_cannot_be_asked_says_why(tmp_path):
    repo = Repository(tmp_path / "repo")
    repo.write(strategies__one="id: one\ntitle: One\n")
    known = dates_in_git(open_portfolio(repo.root), TODAY)
    assert known.not_known == "whether a due date was typed over cannot be known: nothing has been committed yet"


def test_a_shallow_clone_says_so(repo, tmp_path):
    repo.change("due: 2022-09-30", "due: 2022-12-31").commit("Later", "2022-05-03")
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.top}", str(tmp_path / "shallow"), folder=tmp_path)
    found, not_known = told(open_portfolio(tmp_path / "shallow"))
    assert found[-1] == ("2022-09-30", "2022-12-31", None, None)
    assert not_known.endswith("older commits are not in this shallow clone")


def test_commits_that_another_moment_has_as_well_are_not_looked_at(repo):
    repo.change("due: 2022-09-30", "due: 2022-12-31").commit("Later", "2022-05-03")
    portfolio = open_portfolio(repo.root)
    assert dates_in_git(portfolio, TODAY, before="HEAD").typed == {}
    assert list(dates_in_git(portfolio, TODAY, before="HEAD~1").typed) == ["carers/seen-01"]
