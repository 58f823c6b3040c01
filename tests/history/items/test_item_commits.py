"""What git and the disk know of one item, also where no file has it any more."""

from datetime import date

from strategy_tracker.history.items.item_commits import life_of, withdrawn
from strategy_tracker.history.items.versions import ItemPath
from strategy_tracker.history.repository.walk import begin_log

ACTION = ItemPath("carers/seen-02", "action", "strategies/carers.yaml")
TODAY = date(2022, 10, 4)


def life(repo, as_at=TODAY):
    with begin_log(repo.root) as pending:
        return life_of(repo.root, ACTION, as_at, TODAY, pending)


def told(found):
    return [
        (str(one.day), one.kind, one.commit.sha[:7] if one.commit and one.commit.sha else "") for one in found.events
    ]


def test_commits_and_what_is_not_committed_are_told(repo):
    sha = repo.change("Write one form", "Write two forms").commit("Reworded", "2022-03-01")
    repo.change("Write two forms", "Write three forms")
    found = life(repo)
    assert found.words == "Write three forms"
    assert told(found)[:2] == [("2022-10-04", "reworded", ""), ("2022-03-01", "reworded", sha[:7])]
    assert told(found)[-1][:2] == ("2022-01-15", "added")


def test_what_was_committed_later_is_not_told(repo):
    repo.change("Write one form", "Write two forms").commit("Reworded", "2022-03-01")
    assert life(repo, date(2022, 2, 1)).words == "Write one form"


def test_what_no_file_has_any_more_is_found_where_it_was(repo):
    repo.change("      - id: seen-02\n        text: Write one form\n", "").commit("Withdrawn", "2022-03-01")
    assert withdrawn(repo.root, "seen-02") == ItemPath("carers/seen-02", "action", "strategies/carers.yaml")
    assert withdrawn(repo.root, "never-01") is None


def test_it_is_found_as_well_where_nobody_has_committed_that_it_went(repo):
    (repo.root / "measures/carers.yaml").unlink()
    assert withdrawn(repo.root, "calls") == ItemPath("calls", "measure", "measures/carers.yaml")
