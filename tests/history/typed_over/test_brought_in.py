"""Ids given to something else, and updates of long ago, in real commits."""

from datetime import date

import pytest

from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.history.repository.uncommitted import looked_up, uncommitted
from strategy_tracker.history.typed_over.brought_in import late_updates, used_ids
from strategy_tracker.history.typed_over.commit_sides import commit_sides
from strategy_tracker.history.typed_over.quiet_changes import changed_now, committed, parted
from tests.cli.repository import MEASURES

TODAY = date(2022, 10, 1)
OLD = "      - id: seen-02\n        text: Write one form\n"
NEW = "      - id: seen-02\n        text: Open a drop-in\n"


def look(repo, since="", everything=False):
    portfolio = open_portfolio(repo.root)
    with looked_up(repo.root) as listed:
        commits = uncommitted(portfolio, TODAY, listed())
    before = "" if everything else parted(repo.root, since) if since else "HEAD"
    older = committed(repo.root, before) if since or everything else ()
    commits = commits._replace(listed=(*commits.listed, *older))
    sides = list(commit_sides(repo.root, commits, portfolio.settings.year_end))
    return portfolio, sides, changed_now(portfolio, sides), before


def used(repo, **asked):
    return [(one.item, one.former, one.commit.author, one.route) for one in used_ids(*look(repo, **asked))]


def late(repo, **asked):
    return [(one.item, str(one.on), one.commit.author, one.route) for one in late_updates(*look(repo, **asked)[:3])]


ROUTE = ("priorities", 0, "actions", 1, "id")
AGAIN = ("carers/seen-02", "Write one form", "", ROUTE)


def test_an_id_that_is_typed_for_something_else_is_told_wherever_it_is_looked_for(repo):
    repo.change(OLD, "").commit("Gone", "2022-03-01")
    assert used(repo, everything=True) == []
    repo.change("  - id: heard\n", f"{NEW}  - id: heard\n")
    assert used(repo) == used(repo, everything=True) == used(repo, since="HEAD~1") == [AGAIN]
    repo.commit("Another", "2022-04-01", "Ben")
    ben = (*AGAIN[:2], "Ben", ROUTE)
    assert used(repo) == []
    assert used(repo, since="HEAD~1") == used(repo, since="HEAD~2") == used(repo, everything=True) == [ben]


def test_what_came_back_as_it_was_and_what_was_only_reworded_or_moved_is_the_same(repo):
    repo.change(OLD, "").commit("Gone", "2022-03-01")
    repo.change("  - id: heard\n", f"{OLD.replace('Write one', 'WRITE  one')}  - id: heard\n")
    assert used(repo) == used(repo, everything=True) == []
    repo.commit("Back", "2022-04-01")
    repo.change("WRITE  one form", "Write a form")
    assert used(repo) == used(repo, everything=True) == []
    repo.change("      - id: seen-02\n        text: Write a form\n", "")
    repo.change("        text: Hold a yearly forum\n", "        text: Hold a yearly forum\n" + OLD)
    assert used(repo) == []


def test_measures_and_whole_strategies_are_told_too(repo):
    calls = MEASURES[MEASURES.index("  - id: calls") :]
    repo.change(calls, "", "measures/carers.yaml")
    (repo.root / "strategies" / "carers.yaml").unlink()
    repo.commit("Gone", "2022-03-01")
    repo.change("measures:\n", "measures:\n  - {id: calls, title: Visits, unit: count}\n", "measures/carers.yaml")
    repo.write(strategies__other="id: carers\ntitle: Other\npriorities: [{id: seen, title: Sight}]\n")
    assert sorted(one[:2] for one in used(repo)) == [("calls", "Calls to the helpline"), ("carers", "Young Carers")]
    assert sorted(one[:2] for one in used(repo, everything=True)) == [
        ("calls", "Calls to the helpline"),
        ("carers", "Young Carers"),
        ("carers/seen", "Young carers are seen"),
    ]


def test_what_git_cannot_see_is_not_told(repo, tmp_path):
    repo.change(OLD, "").commit("Gone", "2022-03-01")
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.top}", str(tmp_path / "shallow"), folder=tmp_path)
    repo.root = tmp_path / "shallow"
    repo.change("  - id: heard\n", f"{NEW}  - id: heard\n")
    assert used(repo) == []


UPDATES = "        updates:\n          - {on: 2022-01-10, state: in-progress, rag: green, note: Begun}\n"


@pytest.mark.parametrize(("on", "told"), [("2021-09-01", True), ("2022-09-01", False)])
def test_an_update_of_long_ago_names_the_commit_that_brought_it(repo, on, told):
    repo.change(UPDATES, f"{UPDATES}          - {{on: {on}, state: in-progress}}\n")
    found = ("carers/seen-01", on, "", ("priorities", 0, "actions", 0, "updates", 1, "on"))
    assert late(repo) == [found] * told
    repo.change(f"on: {on}", "on: 2021-01-01").commit("More", "2022-09-20", "Ben")
    assert [one[1:3] for one in late(repo, since="HEAD~1")] == [("2021-01-01", "Ben")]
    assert late(repo) == []
    repo.change("on: 2021-01-01", "on: 2022-09-20")
    assert late(repo, everything=True) == []
