"""What is committed is what was given, on the branch that is checked out; files, index and hooks stay out of it."""

import subprocess

import pytest

from strategy_tracker.history.repository.commit_change import Author, can_commit, commit_change, on_branch
from strategy_tracker.history.repository.git import NoGit
from tests.app.conftest import MEASURES, PLAN
from tests.cli.repository import Repository

NAME = "strategies/plan.yaml"


@pytest.fixture
def root(tmp_path):
    """A portfolio of two files."""
    folder = tmp_path / "portfolio"
    for name, text in ((NAME, PLAN), ("measures/plan.yaml", MEASURES)):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def repository(root):
    """The plan, committed by somebody whom git knows."""
    made = Repository(root)
    made.commit("First", "2025-04-15")
    for key, value in (("user.name", "The Server"), ("user.email", "server@example.org")):
        ask(root, "config", key, value)
    return made


def ask(root, *arguments):
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def committed(root, data, name=NAME):
    before = on_branch(root, [name])[name]
    return commit_change(
        root, {name: (before, data)}, "What\n\nEntered-by: web form\n", Author("J. Doé", "j@example.org")
    )


def test_a_commit_has_its_author_its_words_and_only_that_file(root, repository):
    before = ask(root, "rev-parse", "HEAD")
    data = (root / NAME).read_bytes() + "# ž\n".encode()
    (root / NAME).write_bytes(data)
    sha = committed(root, data)
    assert ask(root, "log", "-1", "--format=%H|%P|%an <%ae>|%cn|%s|%(trailers:only)") == (
        f"{sha}|{before}|J. Doé <j@example.org>|The Server|What|Entered-by: web form"
    )
    assert ask(root, "show", "--format=", "--name-only") == NAME
    assert ask(root, "status", "--porcelain") == ""
    assert ask(root, "fsck", "--strict") == ""


def test_what_else_lies_there_is_left_as_it_is(root, repository):
    (root / "measures" / "plan.yaml").write_bytes(b"# by hand\n" + (root / "measures" / "plan.yaml").read_bytes())
    (root / "strategies" / "new.yaml").write_text("id: new\n", encoding="utf-8")
    ask(root, "add", "strategies/new.yaml")
    data = (root / NAME).read_bytes() + b"# x\n"
    (root / NAME).write_bytes(data + b"# by hand\n")
    committed(root, data)
    assert ask(root, "show", f"HEAD:{NAME}").encode() + b"\n" == data
    listed = sorted(line.strip() for line in ask(root, "status", "--porcelain").splitlines())
    assert listed == ["A  strategies/new.yaml", "M measures/plan.yaml", f"M {NAME}"]


def test_what_somebody_staged_of_the_same_file_stays_staged(root, repository):
    path = root / NAME
    first = path.read_bytes()
    path.write_bytes(first + b"# staged\n")
    ask(root, "add", NAME)
    committed(root, b"# x\n" + first)
    assert ask(root, "show", f":{NAME}").encode() + b"\n" == first + b"# staged\n"


def test_no_hook_runs_and_rights_stay(root, repository):
    hook = root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    (root / NAME).chmod(0o755)
    ask(root, "commit", "-qam", "Executable", "--no-verify")
    committed(root, (root / NAME).read_bytes() + b"# x\n")
    assert ask(root, "ls-tree", "HEAD", NAME).startswith("100755")


def test_a_portfolio_below_the_top_of_its_repository(tmp_path, root):
    below = tmp_path / 'a "b" \\ ž'
    root.rename(below)
    made = Repository(tmp_path)
    made.commit("First", "2025-04-15")
    for key, value in (("user.name", "S"), ("user.email", "s@example.org")):
        ask(below, "config", key, value)
    data = (below / NAME).read_bytes() + b"# x\n"
    (below / NAME).write_bytes(data)
    committed(below, data)
    assert ask(below, "show", f"HEAD:./{NAME}").encode() + b"\n" == data
    assert ask(below, "status", "--porcelain") == ""


@pytest.mark.parametrize("missing", ["name", "branch", "commit", "git"])
def test_where_nothing_can_be_committed_it_is_said(root, repository, missing, monkeypatch):
    if missing == "name":
        monkeypatch.setenv("HOME", str(root))  # whoever runs the tests may have told git who they are
        monkeypatch.setenv("XDG_CONFIG_HOME", str(root))
        ask(root, "config", "--unset-all", "user.email")
        ask(root, "config", "user.useConfigOnly", "true")
    elif missing == "branch":
        ask(root, "checkout", "-q", "--detach")
    elif missing == "commit":
        ask(root, "checkout", "-q", "--orphan", "new")
    else:
        (root / ".git").rename(root / "git")
    with pytest.raises(NoGit):
        can_commit(root)


def test_what_can_be_is(root, repository):
    can_commit(root)
