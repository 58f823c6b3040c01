"""What git does not know here is said: it may not be asked, or a part of its record is not in this clone."""

import shutil

import pytest

from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import NoGit, git, place
from strategy_tracker.history.repository.out_of_sight import why_ids_are_unknown, why_reports_are_unknown


@pytest.fixture
def cloned(repo, tmp_path):
    """Clones the repository, made known as the other copy, with some options."""
    repo.commit("Second", "2022-02-01")

    def clone(*options):
        copy = tmp_path / f"copy{len(list(tmp_path.iterdir()))}"
        repo.git("clone", "--quiet", *options, repo.top.as_uri(), str(copy))
        return copy

    return clone


def test_a_whole_clone_knows_every_id_and_a_folder_without_git_none(repo, cloned, tmp_path):
    assert why_ids_are_unknown(repo.root) is None
    assert why_ids_are_unknown(cloned()) is None
    (tmp_path / "plain").mkdir()
    assert str(why_ids_are_unknown(tmp_path / "plain")).startswith("this folder is not in a git repository")


def test_a_shallow_clone_and_one_without_contents_do_not(repo, cloned):
    repo.git("config", "uploadpack.allowFilter", "true")
    assert str(why_ids_are_unknown(cloned("--depth=1"))) == "older commits are not in this clone"
    assert str(why_ids_are_unknown(cloned("--filter=blob:none"))) == "this clone leaves out contents of older commits"


@pytest.mark.parametrize("damage", ["no head", "elsewhere", "no objects"])
def test_a_repository_that_git_cannot_read_is_not_called_none(repo, damage):
    inside = repo.top / ".git"
    if damage == "no head":
        (inside / "HEAD").unlink()
    else:
        shutil.rmtree(inside / "objects" if damage == "no objects" else inside)
    if damage == "elsewhere":
        inside.write_text("gitdir: /nowhere/.git/worktrees/plan\n", encoding="utf-8")
    with pytest.raises(NoGit) as found:
        commit_at(repo.root, "HEAD")
    assert not found.value.is_without_record
    assert "but git cannot read it as a repository" in str(found.value)
    assert why_ids_are_unknown(repo.root / "strategies")


def test_without_git_nothing_is_known(repo, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path / "no-programs"))
    place.cache_clear()
    assert str(why_ids_are_unknown(repo.root)) == "git is not installed"


def test_reports_may_not_have_been_fetched_where_there_is_another_copy(repo, cloned):
    assert why_reports_are_unknown(repo.root) is None
    copy = cloned()
    assert why_reports_are_unknown(copy).next_step == "git fetch --tags"
    repo.git("tag", "reported/2022-q1")
    repo.git("fetch", "--tags", "--quiet", folder=copy)
    assert why_reports_are_unknown(copy) is None
    git(copy, "config", "remote.origin.tagOpt", "--no-tags")
    assert why_reports_are_unknown(copy)


def test_a_name_that_git_does_not_know_may_be_a_report_that_was_not_fetched(cloned):
    copy = cloned("--no-tags")
    with pytest.raises(NoGit, match="git knows no revision '2022-q1'; reports are tags") as found:
        commit_at(copy, "2022-q1")
    assert found.value.next_step == "git fetch --tags"
    for way in ("HEAD~7", "0123abc", "main@{2}"):
        with pytest.raises(NoGit) as found:
            commit_at(copy, way)
        assert "tags" not in str(found.value)
