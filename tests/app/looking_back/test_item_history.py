"""The life of an item, as one call gives it."""

from datetime import date

import pytest

from strategy_tracker.app.looking_back.item_history import item_history
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem
from tests.cli.repository import carers

DAY = date(2022, 4, 1)


@pytest.fixture
def repo(tmp_path):
    made = carers(tmp_path / "repo")
    made.change("Write one form", "Write two forms").commit("Second", "2022-02-01", "Ben")
    made.change("Write two forms", "Write three forms")
    return made


def told(repo, item="seen-02", **keys):
    return [
        (one.day.isoformat(), one.kind)
        for one in item_history(open_portfolio(repo.root), item, DAY, **keys).life.events
    ]


def test_it_is_told_from_all_commits_and_from_what_is_not_committed(repo):
    assert told(repo) == [("2022-04-01", "reworded"), ("2022-02-01", "reworded"), ("2022-01-15", "added")]


def test_it_is_cut_down_to_a_time_or_to_what_a_revision_does_not_hold(repo):
    assert told(repo, as_at=date(2022, 2, 15)) == [("2022-02-01", "reworded"), ("2022-01-15", "added")]
    assert told(repo, since=date(2022, 2, 15)) == [("2022-04-01", "reworded")]
    assert told(repo, since="HEAD~1") == [("2022-04-01", "reworded"), ("2022-02-01", "reworded")]


def test_what_no_file_has_any_more_is_found_in_the_commits(repo):
    repo.change("      - id: seen-02\n        text: Write three forms\n", "").commit("Gone", "2022-03-01")
    assert told(repo)[0] == ("2022-03-01", "withdrawn")
    with pytest.raises(Problem, match="has the id 'nothing'"):
        told(repo, "nothing")


def test_what_was_put_together_from_two_folders_is_told_from_then_on(tmp_path):
    repo = carers(tmp_path / "repo", "a")
    repo.write(**{"../b/strategies/others": "id: others\ntitle: Others\n"}).commit("Two", "2022-02-01")
    (repo.top / "all").mkdir()
    repo.git("mv", "a/strategies", "a/measures", "all/")
    repo.git("mv", "b/strategies/others.yaml", "all/strategies/")
    repo.commit("Together", "2022-03-01")
    life = item_history(open_portfolio(repo.top / "all"), "seen-02", DAY).life
    assert [(one.day.isoformat(), one.kind) for one in life.events] == [("2022-03-01", "added")]
    assert life.notes[-1].startswith(
        "nothing is told from before this portfolio was put together from 'a' and 'b', in "
    )
