"""The commits that changed a portfolio."""

from strategy_tracker.history.repository.walk import commit_files


def test_every_commit_with_what_it_changed(repo):
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "a\n:100644 b.yaml")
    (repo.root / "README.md").write_text("not data")
    repo.commit("Renamed", "2022-02-01")
    second, first = commit_files(repo.root, ("strategies",))
    assert (second.parents, first.parents) == (1, 0)
    assert {change.name for change in second.changes} == {"strategies/carers.yaml", "strategies/a\n:100644 b.yaml"}
    gone = next(change for change in second.changes if not change.after)
    assert gone.before == (first.changes[0].after,)
