"""Git itself: what is asked of it, and what must never mislead."""

import pytest

from strategy_tracker.history.repository.git import NoGit, begun, contents, ever_held, git, is_clean
from strategy_tracker.history.repository.past_portfolio import Whereabouts
from tests.cli.repository import STRATEGY


def test_contents_are_read_by_name_each_once(repo):
    found = {blob.name: blob.sha for blob in Whereabouts(repo.root).files_in("HEAD", "")}
    held = contents(repo.root, [found["strategies/carers.yaml"], found["strategies/carers.yaml"], ""])
    assert held == {found["strategies/carers.yaml"]: STRATEGY.encode()}
    assert contents(repo.root, []) == {}
    with pytest.raises(NoGit, match="leaves out"):
        contents(repo.root, ["0" * 40])


@pytest.mark.parametrize("how", ["committed", "changed", "new", "nowhere"])
def test_whether_a_file_is_as_it_was_committed(repo, tmp_path, how):
    path = repo.root / "strategies" / "carers.yaml"
    if how == "changed":
        path.write_text("id: x\n")
    if how == "new":
        path = path.with_name("new.yaml")
        path.write_text("id: x\n")
    if how == "nowhere":
        path = tmp_path / "x.yaml"
    assert is_clean(path) is {"committed": True, "changed": False, "new": None, "nowhere": None}[how]


def test_what_a_file_ever_held(repo, tmp_path):
    repo.change("id: seen-02", "id: seen-03").commit("Second", "2022-02-01")
    held = ever_held(repo.root / "strategies" / "carers.yaml", "seen-02")
    assert held == b"-      - id: seen-02\n+      - id: seen-02"
    assert ever_held(tmp_path / "x.yaml", "x") == b""


def test_git_has_no_shell_no_prompt_and_none_of_its_variables(repo, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Mallory")
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Robot")
    told = git(repo.root, "-c", "alias.tell=!env", "tell").decode()
    assert "GIT_TERMINAL_PROMPT=0" in told
    assert "Mallory" not in told
    assert "Robot" not in told
    kept = git(repo.root, "-c", "alias.tell=!env", "tell", keep=["GIT_COMMITTER_NAME"]).decode()
    assert "GIT_COMMITTER_NAME=Robot" in kept


def test_what_git_says_is_said(repo):
    with pytest.raises(NoGit, match=r"^not a tree object$"):
        git(repo.root, "ls-tree", "HEAD:strategies/carers.yaml")
    assert git(repo.root, "ls-tree", "HEAD:strategies/carers.yaml", allow=range(256)) == b""


def test_git_at_work_gives_what_it_prints_when_it_is_waited_for(repo, tmp_path, monkeypatch):
    with begun(repo.root, "rev-parse", "HEAD") as printed:
        assert printed() == git(repo.root, "rev-parse", "HEAD")
    with begun(repo.root, "rev-parse", "nowhere") as printed, pytest.raises(NoGit, match="nowhere"):
        printed()
    with begun(tmp_path, "log") as printed, pytest.raises(NoGit, match="not in a git repository"):
        printed()
    monkeypatch.setenv("PATH", "")
    with begun(repo.root, "log") as printed, pytest.raises(NoGit, match="git is not installed"):
        printed()


def test_git_at_work_is_stopped_where_nobody_waits_for_it(repo):
    with begun(repo.root, "-c", "alias.wait=!sleep 600 #", "wait"):
        pass  # otherwise this test takes ten minutes
