"""The hooks for pre-commit: what they are asked for, and a commit that they stop."""

import os
import re
import shlex
import sys

import pytest

from .conftest import PLAN, ROOT, in_ruamel, run, slow, write

HOOKS = {hook["id"]: hook for hook in in_ruamel(ROOT / ".pre-commit-hooks.yaml")}
CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks: [{{id: strategy-validate}}, {{id: strategy-privacy}}]
"""


def pre_commit(*arguments, cwd, home, check=False):
    return run(sys.executable, "-m", "pre_commit", *arguments, cwd=cwd, check=check, PRE_COMMIT_HOME=str(home))


def test_pre_commit_accepts_the_list_of_hooks(tmp_path):
    pre_commit("validate-manifest", ROOT / ".pre-commit-hooks.yaml", cwd=tmp_path, home=tmp_path, check=True)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_runs_a_command_that_exists(hook, sample):
    program, *arguments = shlex.split(HOOKS[hook]["entry"])
    assert program == "strategy"
    run(sys.executable, "-m", "strategy_tracker", *arguments, cwd=sample, PYTHONPATH=str(ROOT / "src"))


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_runs_for_the_files_of_a_portfolio_wherever_it_is(hook):
    wanted = re.compile(HOOKS[hook]["files"])
    for name in (
        "strategies/plan.yaml",
        "measures/deep/er/calls.yml",
        "practice/ideas.yaml",
        "strategy-tracker.yaml",
        "body/strategies/plan.yaml",
        "body/strategy-tracker.yaml",
    ):
        assert wanted.search(name), name
    for name in (
        "plan.yaml",
        "strategies/plan.txt",
        "old-strategies/plan.yaml",
        "my-strategy-tracker.yaml",
        "a/measures.yaml",
    ):
        assert not wanted.search(name), name


def test_both_hooks_read_the_whole_portfolio_because_files_name_each_other():
    assert all(hook["pass_filenames"] is False for hook in HOOKS.values())
    assert all(hook["language"] == "python" for hook in HOOKS.values())


@slow
def test_the_hooks_can_be_tried_on_a_repository_before_they_are_taken_in(checkout, sample, tmp_path):
    done = pre_commit("try-repo", checkout, "--all-files", "--verbose", cwd=sample, home=tmp_path / "home")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("ok: 1 strategy, 1 action, 1 measure") == 2


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where pre-commit keeps the environment it builds once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def guarded(checkout, sample, home):
    """The sample with the hooks installed in its git."""
    rev = run("git", "rev-parse", "HEAD", cwd=checkout).stdout.strip()
    config = CONFIG.format(repo=checkout.as_uri() if os.name == "nt" else checkout, rev=rev)
    write(sample, {".pre-commit-config.yaml": config})
    pre_commit("install", cwd=sample, home=home, check=True)
    return sample


def commits(folder, home):
    """Try to commit everything; what was said."""
    run("git", "add", "--all", cwd=folder)
    return run("git", "commit", "--message", "x", cwd=folder, check=False, PRE_COMMIT_HOME=str(home))


@slow
def test_a_commit_with_an_error_is_stopped_and_explained(guarded, home):
    write(guarded, {"strategies/plan.yaml": PLAN.replace("2026-03-31", "2026-02-30")})
    done = commits(guarded, home)
    assert done.returncode == 1
    assert "strategies/plan.yaml:12:40: error: there is no date '2026-02-30' in the calendar" in done.stderr
    assert run("git", "log", "--format=%s", cwd=guarded).stdout == "first\n"


@slow
def test_a_change_that_breaks_another_file_is_stopped(guarded, home):
    write(guarded, {"measures/calls.yaml": "measures: []\n"})
    done = commits(guarded, home)
    assert done.returncode == 1
    assert "strategies/plan.yaml:10:16: error:" in done.stderr
    assert "[unknown-reference]" in done.stderr


@slow
def test_personal_data_is_stopped_and_not_repeated(guarded, home):
    write(guarded, {"strategies/plan.yaml": PLAN.replace("Do it", "'Visit Sarah, 14, weekly'")})
    done = commits(guarded, home)
    assert done.returncode == 1
    assert done.stderr.count("this looks like a name with an age [personal-data]") == 1
    assert "Sarah" not in done.stderr


@slow
def test_a_sound_change_is_committed_and_other_files_wake_no_hook(guarded, home):
    write(guarded, {"strategies/plan.yaml": PLAN.replace("Do it", "Do it well")})
    done = commits(guarded, home)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("Passed") == 2
    write(guarded, {"notes.txt": "Changed\n"})
    assert commits(guarded, home).stderr.count("(no files to check)Skipped") == 2


@slow
def test_a_commit_that_only_deletes_wakes_no_hook_as_the_guide_says(guarded, home):
    assert commits(guarded, home).returncode == 0
    run("git", "rm", "--quiet", "measures/calls.yaml", cwd=guarded)
    assert run("git", "commit", "--message", "x", cwd=guarded, check=False, PRE_COMMIT_HOME=str(home)).returncode == 0
    assert "deletes" in (ROOT / "docs/howto/before-a-commit.md").read_text(encoding="utf-8")
