"""Every move of a portfolio, as its files and git know it."""

from datetime import date

import pytest

from strategy_tracker.app.looking_back.slips import slipped_dates
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem
from tests.cli.repository import carers

TODAY = date(2022, 10, 1)
MOVED = "due: 2022-09-30\n        moved: [{on: 2022-05-01, from: 2022-06-30, to: 2022-09-30, why: Late}]"


@pytest.fixture
def repo(tmp_path):
    made = carers(tmp_path / "repo")
    made.change("due: 2022-06-30", MOVED).commit("Moved", "2022-05-01")
    return made.change("due: 2022-09-30", "due: 2022-12-30")


def told(repo, **asked):
    found = slipped_dates(open_portfolio(repo.root), TODAY, **asked)
    return [(one.on, one.former, one.to, one.recorded) for one in found.slips], found.unknown


FIRST, SECOND = ("2022-05-01", "2022-06-30", "2022-09-30", True), ("2022-10-01", "2022-09-30", "2022-12-30", False)


def test_moves_on_record_and_typed_over(repo):
    assert told(repo) == ([FIRST, SECOND], "")
    repo.commit("Later", "2022-09-20", "Ben")
    assert told(repo)[0][1][0] == "2022-09-20"


def test_one_strategy_and_one_time(repo):
    repo.write(strategies__other="id: other\ntitle: Other\n")
    assert told(repo, strategy="other") == ([], "")
    assert told(repo, strategy="carers")[0] == [FIRST, SECOND]
    assert told(repo, as_at=date(2022, 6, 1))[0] == [FIRST]
    assert told(repo, since=date(2022, 6, 1))[0] == told(repo, since="HEAD", as_at=TODAY)[0][1:] == [SECOND]
    with pytest.raises(Problem, match="'seen-01' is an action, not a strategy"):
        told(repo, strategy="seen-01")


def test_without_git_the_files_are_told_and_that_there_is_no_more(tmp_path):
    repo = carers(tmp_path / "repo").change("due: 2022-06-30", MOVED).change("due: 2022-09-30", "due: 2022-12-30")
    (repo.root / ".git").rename(tmp_path / "git")
    found, unknown = told(repo)
    assert found == [FIRST, ("", "2022-09-30", "2022-12-30", False)]
    assert unknown.startswith("only what the files record is told: this folder is not in a git repository")


def test_a_shallow_clone_says_so(repo, tmp_path):
    repo.commit("Later", "2022-09-20")
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.top}", str(tmp_path / "shallow"), folder=tmp_path)
    repo.root = tmp_path / "shallow"
    assert told(repo)[1].startswith("this is a shallow clone")


def test_what_cannot_be_read_is_said(repo):
    repo.change("text: Write one form", "text: Write one form\n        colour: red")
    found = slipped_dates(open_portfolio(repo.root), TODAY)
    assert [one.code for one in found.wrong] == ["unknown-key"]
    assert len(found.slips) == 2
