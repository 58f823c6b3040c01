"""What commits changed, read on both sides, cut down to what differs."""

from strategy_tracker.history.repository.uncommitted import Commits
from strategy_tracker.history.repository.walk import commit_files
from strategy_tracker.history.typed_over.commit_sides import commit_sides
from strategy_tracker.model.dates.period import MARCH


def sides(repo):
    commits = Commits(tuple(commit_files(repo.root, ("strategies", "measures"))), {})
    return list(commit_sides(repo.root, commits, MARCH))


def actions(loaded):
    return [a.id for one in loaded for p in getattr(one.record, "priorities", ()) for a in p.actions]


def test_only_what_differs_is_read_of_each_side(repo):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    last, first = sides(repo)
    ((before, after),) = last.parents
    assert (last.commit.author, actions(before), actions(after)) == ("Ben", ["seen-01"], ["seen-01"])
    ((before, after),) = first.parents
    assert (before, actions(after)) == ([], ["seen-01", "seen-02", "heard-01"])


def test_a_merge_has_a_pair_for_each_parent(repo):
    repo.git("checkout", "-q", "-b", "branch")
    repo.change("Write one form", "Write a form").commit("Words", "2022-05-01")
    repo.git("checkout", "-q", "main")
    repo.change("Hold a yearly forum", "Hold a forum").commit("Words", "2022-05-02")
    repo.git("merge", "-q", "--no-commit", "branch")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Merged", "2022-05-03")
    assert [actions(after) for _, after in sides(repo)[0].parents] == [["seen-01", "seen-02"], ["seen-01", "heard-01"]]


def test_a_side_with_a_fault_is_read_whole_and_says_so(repo):
    repo.change("Write one form", "Write one form\n        colour: red").commit("Wrong", "2022-05-01")
    ((before, after),) = sides(repo)[0].parents
    assert (actions(before), actions(after)) == (["seen-01", "seen-02", "heard-01"], ["seen-01", "heard-01"])
    assert [one.code for one in after[0].diagnostics] == ["unknown-key"]
