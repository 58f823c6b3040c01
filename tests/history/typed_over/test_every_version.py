"""Every text that the repository holds of a portfolio's files, each once, wherever it lay and whoever merged it."""

import pytest

from strategy_tracker.history.repository.git import NoGit
from strategy_tracker.history.typed_over.every_version import every_version
from tests.cli.repository import Repository, carers

KINDS = ("strategies", "measures")
PLAN = "strategies/carers.yaml"


def listed(root):
    found, unsure = every_version(root, KINDS)
    assert not unsure
    assert len({one.sha for one in found}) == len(found)
    return [(one.commit.subject, one.path) for one in found if one.name == PLAN]


def test_a_text_that_comes_back_is_listed_where_it_came_first(tmp_path):
    repo = carers(tmp_path)
    repo.change("Write one form", "Write two forms").commit("Two", "2022-02-01")
    repo.change("Write two forms", "Write one form").commit("One again", "2022-03-01")
    assert listed(tmp_path) == [("First", PLAN), ("Two", PLAN)]


def test_former_folders_are_looked_through_and_their_texts_told_there(tmp_path):
    repo = carers(tmp_path, "old")
    repo.change("Write one form", "Write two forms").commit("Two", "2022-02-01")
    repo.git("mv", "old", "plan")
    repo.commit("Moved", "2022-03-01")
    assert listed(tmp_path / "plan") == [("First", f"old/{PLAN}"), ("Two", f"old/{PLAN}")]


def test_branches_tags_and_what_a_merge_threw_away_are_listed(tmp_path):
    repo = carers(tmp_path)
    for name in ("branch", "tag", "merged"):
        repo.git("checkout", "--quiet", "-b", name, "main")
        repo.change("Write one form", f"Write a {name}").commit(f"On {name}", "2022-02-01")
    repo.change("Write a merged", "Write one form").commit("Back", "2022-02-02")
    repo.git("checkout", "--quiet", "main")
    repo.commit("Beside it", "2022-02-03")
    repo.git("merge", "--quiet", "--no-ff", "--no-edit", "merged", day="2022-02-04")
    repo.git("branch", "-D", "merged")
    repo.git("tag", "kept", "tag")
    repo.git("branch", "-D", "tag")
    assert sorted(listed(tmp_path)) == [(one, PLAN) for one in ("First", "On branch", "On merged", "On tag")]


def test_without_a_commit_nobody_knows(tmp_path):
    with pytest.raises(NoGit, match="nothing has been committed yet"):
        every_version(Repository(tmp_path).root, KINDS)
