"""Any past moment: --rev, --known-on and --rules on every command that looks."""

import json
import os
import shutil
from pathlib import Path

import pytest

from .repository import MEASURES, STRATEGY, Repository, carers

LOOKING = [("status",), ("overdue",), ("show", "seen-01"), ("reviews",)]
HELP = "  help: 'git log --oneline' lists the moments there are\n"


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    monkeypatch.chdir(made.root)
    return made


def shown(run, *arguments):
    code, out, err = run(*arguments, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def standing(run, *arguments):
    """The title, the rating and the day of seen-01 at a moment."""
    found = shown(run, "show", "seen-01", *arguments)
    return found["action"]["text"], found["action"]["rating"]["word"], found["as_at"], found["known"]


@pytest.mark.parametrize("command", LOOKING)
def test_every_command_that_looks_takes_a_revision_and_says_which_it_was(run, repo, command):
    sha = repo.git("rev-parse", "--short=7", "HEAD")
    repo.change("spot young carers", "notice young carers").commit("Second", "2022-03-01")
    code, out, err = run(*command, "--rev", "HEAD~1")
    assert (code, err) == (0, "")
    assert f"commit {sha} of 2022-01-15" in out.replace("\n", " ")


def test_a_revision_is_judged_at_its_own_day_and_as_at_at_any(run, repo):
    text = "Train every school to spot young carers"
    known = f"commit {repo.git('rev-parse', '--short=7', 'HEAD')} of 2022-01-15"
    repo.change("Train every", "Teach each").commit("Second", "2022-08-02")
    assert standing(run, "--rev", "HEAD~1") == (text, "green", "2022-01-15", known)
    assert standing(run, "--rev", "HEAD~1", "--as-at", "2022-07-15") == (text, "amber, waiting", "2022-07-15", known)
    assert standing(run, "--known-on", "2022-08-01") == (text, "red, waiting", "2022-08-01", known)
    assert standing(run, "--known-on", "2022-08-02")[0] == "Teach each school to spot young carers"
    assert standing(run, "--known-on", "2022-08-02", "--as-at", "2022-01-20")[1:3] == ("green", "2022-01-20")


def test_a_day_before_the_first_commit_has_no_answer(run, repo):
    assert run("status", "--known-on", "2021-12-31") == (
        2,
        "",
        f"error: nothing was on record on 2021-12-31: the first commit is of 2022-01-15\n{HELP}",
    )


def test_the_last_commit_known_is_one_of_the_main_line(run, repo):
    repo.git("switch", "--quiet", "--create=branch")
    repo.change("Write one form", "Write no form").commit("On a branch", "2022-02-01")
    repo.git("switch", "--quiet", "main")
    repo.change("Hold a yearly forum", "Hold two forums").commit("On main", "2022-02-02")
    repo.git("merge", "--quiet", "--no-ff", "--no-edit", "branch", day="2022-03-01")
    assert shown(run, "show", "seen-02", "--known-on", "2022-02-20")["action"]["text"] == "Write one form"
    assert shown(run, "show", "heard-01", "--known-on", "2022-02-20")["action"]["text"] == "Hold two forums"
    assert shown(run, "show", "seen-02", "--known-on", "2022-03-01")["action"]["text"] == "Write no form"


def test_a_day_is_that_of_the_committer_s_own_calendar(run, repo):
    repo.change("Write one form", "Write no form")
    repo.commit("Late in Samoa", "2022-05-01T23:30:00-1100")
    assert shown(run, "show", "seen-02", "--known-on", "2022-05-01")["action"]["text"] == "Write no form"
    assert shown(run, "show", "seen-02", "--known-on", "2022-04-30")["action"]["text"] == "Write one form"


def test_a_revision_has_its_own_settings_and_rules_today_takes_those_on_disk(run, repo):
    sha = repo.git("rev-parse", "--short=7", "HEAD")
    repo.write(**{"strategy-tracker": "late_is_red_after: 3 days\n"}).commit("Stricter", "2022-07-01")
    day = ("--rev", "HEAD~1", "--as-at", "2022-07-10")
    assert standing(run, *day)[1] == "amber, waiting"
    assert standing(run, *day, "--rules", "today")[1] == "red, waiting"
    assert standing(run, *day, "--rules", "today")[3] == f"commit {sha} of 2022-01-15, by the settings of today"
    assert standing(run, "--rev", "HEAD", "--as-at", "2022-07-10")[1] == "red, waiting"


def test_two_moments_at_once_are_refused(run, repo):
    code, out, err = run("status", "--rev", "HEAD", "--known-on", "2022-02-01")
    assert (code, out, err) == (2, "", "error: --rev and --known-on name two moments\n  help: use one of them\n")


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("nowhere", "git knows no revision 'nowhere'"),
        ("--output=/tmp/owned", "'--output=/tmp/owned' is not a revision"),
        ("-1", "'-1' is not a revision"),
        ("^main", "'^main' is not a revision"),
        ("HEAD..HEAD", "'HEAD..HEAD' is not a revision"),
        ("a\nb", "'a\nb' is not a revision"),
        ("$(touch owned)", "git knows no revision '$(touch owned)'"),
        ("HEAD:strategies/carers.yaml", "git knows no revision 'HEAD:strategies/carers.yaml'"),
    ],
)
def test_what_is_no_revision_is_said(run, repo, revision, said):
    assert run("status", f"--rev={revision}") == (2, "", f"error: {said}\n{HELP}")
    assert not (repo.root / "owned").exists()


def test_a_tag_a_branch_and_a_hash_name_the_same_moment(run, repo):
    first = repo.git("rev-parse", "HEAD")
    repo.git("tag", "q1")
    repo.git("tag", "--annotate", "--message=x", "q1-signed-off")
    repo.git("branch", "before/spring")
    repo.change("Write one form", "Write no form").commit("Second", "2022-03-01")
    found = {
        run("status", "--rev", rev) for rev in ("q1", "q1-signed-off", "before/spring", first, first[:8], "HEAD~1")
    }
    assert len(found) == 1
    assert next(iter(found))[0] == 0


def test_names_of_tags_cannot_steer(run, repo):
    repo.git("tag", "v1;touch${IFS}owned")
    repo.git("tag", "$(touch${IFS}owned)")
    assert run("status", "--rev", "v1;touch${IFS}owned")[0] == 0
    assert run("status", "--rev", "$(touch${IFS}owned)")[0] == 0
    assert not (repo.root / "owned").exists()


def test_a_shallow_clone_says_that_commits_are_missing(run, repo, tmp_path, monkeypatch):
    repo.change("Write one form", "Write no form").commit("Second", "2022-03-01")
    repo.git("clone", "--quiet", "--depth=1", repo.top.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    missing = "; this is a shallow clone, older commits are not here: 'git fetch --unshallow' brings them\n"
    assert run("status", "--rev", "HEAD")[0] == 0
    assert run("status", "--rev", "HEAD~1") == (2, "", f"error: git knows no revision 'HEAD~1'{missing}{HELP}")
    said = f"error: nothing was on record on 2022-02-01: the first commit is of 2022-03-01{missing}{HELP}"
    assert run("status", "--known-on", "2022-02-01") == (2, "", said)


def test_a_partial_clone_says_what_is_missing(run, repo, tmp_path, monkeypatch):
    repo.change("Write one form", "Write no form").commit("Second", "2022-03-01")
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.git("clone", "--quiet", "--filter=blob:none", repo.top.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    code, out, err = run("status", "--rev", "HEAD~1")
    assert (code, out) == (2, "")
    assert err.startswith("error: ")


def test_a_detached_head_and_a_worktree_are_as_good_as_any(run, repo, tmp_path, monkeypatch):
    repo.change("Write one form", "Write no form").commit("Second", "2022-03-01")
    here = run("status", "--known-on", "2022-03-01", "--actions")
    repo.git("switch", "--quiet", "--detach", "HEAD")
    assert run("status", "--known-on", "2022-03-01", "--actions") == here
    repo.git("worktree", "add", "--quiet", str(tmp_path / "tree"), "HEAD~1")
    monkeypatch.chdir(tmp_path / "tree")
    assert run("status", "--rev", "main", "--actions") == here
    assert shown(run, "show", "seen-02", "--known-on", "2022-03-01")["action"]["text"] == "Write one form"


def test_a_portfolio_below_the_top_of_its_repository(run, tmp_path, monkeypatch):
    repo = carers(tmp_path / "repo", "data/the portfolio [1]")
    repo.write(**{"../strategies/other": "id: other\ntitle: Another portfolio's\n"})
    repo.change("Write one form", "Write no form").commit("Second", "2022-03-01")
    monkeypatch.chdir(repo.root)
    assert shown(run, "show", "seen-02", "--rev", "HEAD~1")["action"]["text"] == "Write one form"
    assert [s["id"] for s in shown(run, "status", "--rev", "HEAD")["strategies"]] == ["carers"]
    monkeypatch.chdir(tmp_path)
    assert run("status", "--rev", "HEAD", "--root", str(repo.root))[0] == 0


def test_a_repository_below_the_portfolio_is_said(run, tmp_path, monkeypatch):
    root = tmp_path / "plain"
    repo = Repository(root / "strategies")
    (repo.root / "carers.yaml").write_text(STRATEGY)
    repo.commit("First", "2022-01-15")
    monkeypatch.chdir(root)
    code, out, err = run("status", "--rev", "HEAD")
    assert (code, out) == (2, "")
    assert err.startswith(
        "error: only 'strategies' is in a git repository, not the whole portfolio, "
        "so no earlier moment of it is on record\n"
    )


@pytest.mark.parametrize("option", [("--rev", "HEAD"), ("--known-on", "2022-02-01")])
@pytest.mark.parametrize("command", LOOKING)
def test_a_folder_that_is_not_in_git_is_said_in_one_sentence(run, tmp_path, monkeypatch, command, option):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "carers.yaml").write_text(STRATEGY)
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command, *option)
    assert (code, out) == (2, "")
    assert err.startswith("error: this folder is not in a git repository, so nothing is known of earlier moments\n")
    assert "\n  help: " in err


def test_a_repository_without_a_commit(run, tmp_path, monkeypatch):
    repo = Repository(tmp_path / "repo").write(strategies__carers=STRATEGY)
    monkeypatch.chdir(repo.root)
    for command in (
        ("status", "--rev", "HEAD"),
        ("status", "--known-on", "2022-02-01"),
        ("diff",),
        ("diff", "x..HEAD"),
    ):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert err == "error: nothing has been committed yet\n  help: 'git commit' begins the record\n"


def test_a_computer_without_git(run, repo, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    from strategy_tracker.history.repository.git import place

    place.cache_clear()
    code, out, err = run("status", "--rev", "HEAD")
    assert (code, out) == (2, "")
    assert err.startswith("error: git is not installed\n")


def test_a_commit_without_the_portfolio_has_nothing_to_show(run, tmp_path, monkeypatch):
    repo = Repository(tmp_path / "repo")
    (repo.top / "README").write_text("x")
    sha = repo.commit("Before there was one", "2021-12-01")
    repo.write(strategies__carers=STRATEGY).commit("First", "2022-01-15")
    monkeypatch.chdir(repo.root)
    assert run("status", "--rev", "HEAD~1") == (
        2,
        "",
        f"error: commit {sha[:7]} of 2021-12-01 has no strategy in this folder\n{HELP}",
    )


def at(repo, revision):
    """A commit as people are told of it."""
    return repo.git("show", "--no-patch", "--format=commit %h of %cs", "--abbrev=7", revision).strip()


def test_errors_of_the_past_are_said_and_keep_going_shows_the_rest(run, repo):
    repo.write(strategies__broken="id: broken\nowner: [\n").commit("Broken", "2022-02-01")
    (repo.root / "strategies" / "broken.yaml").unlink()
    repo.commit("Mended", "2022-02-02")
    code, out, err = run("status", "--rev", "HEAD~1")
    assert (code, out) == (2, "")
    assert err.startswith(f"left out, because of 1 error in strategies/broken.yaml ({at(repo, 'HEAD~1')}):\n")
    assert "help: 'strategy explain yaml-syntax' says what it means; --keep-going" in err  # 'validate' reads the disk
    assert (
        "broken.yaml' cannot be read, and may have it: 'strategy status' of the same moment says why"
        in (run("show", "broken", "--rev", "HEAD~1")[2])
    )
    code, out, err = run("status", "--rev", "HEAD~1", "--keep-going")
    assert code == 0
    assert "Young Carers" in out
    assert run("status", "--rev", "HEAD")[0::2] == (0, "")


def test_links_and_hidden_files_of_the_past(run, repo):
    (repo.root / "strategies" / "link.yaml").symlink_to("../README.yaml")
    (repo.root / "strategies" / ".hidden.yaml").write_text("not yaml: [")
    (repo.root / "strategies" / "notes.txt").write_text("not data")
    repo.commit("A link", "2022-02-01")
    code, out, err = run("status", "--rev", "HEAD")
    assert (code, out) == (2, "")
    assert f"link.yaml ({at(repo, 'HEAD')}): a link, not followed at an earlier moment [outside-root]" in err
    assert run("status", "--rev", "HEAD~1")[0] == 0


def test_a_submodule_is_said(run, repo, tmp_path):
    other = Repository(tmp_path / "other")
    (other.top / "a.yaml").write_text("id: a\ntitle: A\n")
    other.commit("x", "2022-01-01")
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.top), "strategies/shared")
    repo.commit("A submodule", "2022-02-01")
    code, out, err = run("status", "--rev", "HEAD")
    assert (code, out) == (2, "")
    assert err.startswith("error: 'strategies/shared' is a submodule: what it held is in another repository\n")


def test_renamed_and_split_files_are_those_of_their_moment(run, repo):
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "ünï — carers.yaml")
    head, tail = MEASURES.split("  - id: calls")
    repo.write(measures__carers=head, measures__sub__calls=f"measures:\n  - id: calls{tail}")
    repo.commit("Renamed and split", "2022-02-01")
    for rev in ("HEAD~1", "HEAD"):
        assert shown(run, "show", "calls", "--rev", rev)["measure"]["title"] == "Calls to the helpline"
        assert shown(run, "show", "seen-01", "--rev", rev)["address"] == "carers/seen-01"


@pytest.fixture
def hostile(tmp_path, monkeypatch):
    """An environment and a configuration that try to mislead git."""
    other = carers(tmp_path / "other").change("Write one form", "Write nothing")
    other.commit("Other", "2022-01-16")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    monkeypatch.setenv("GIT_TRACE", "1")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "alias.log")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "!touch owned")


def test_git_s_own_variables_do_not_mislead(run, repo, hostile):
    assert shown(run, "show", "seen-02", "--rev", "HEAD")["action"]["text"] == "Write one form"
    assert shown(run, "show", "seen-02", "--known-on", "2022-02-01")["action"]["text"] == "Write one form"


def test_a_configuration_that_alters_output_alters_nothing(run, repo):
    before = run("status", "--rev", "HEAD"), run("diff", "HEAD"), run("history", "seen-01", "--as-at", "2022-02-01")
    for key, value in {
        "log.showSignature": "true",
        "log.date": "relative",
        "log.decorate": "full",
        "format.pretty": "raw",
        "color.ui": "always",
        "diff.renames": "copies",
        "diff.relative": "true",
        "diff.external": "false",
        "diff.noprefix": "true",
        "core.quotePath": "true",
        "log.showRoot": "false",
        "log.follow": "true",
        "core.pager": "touch owned",
        "alias.log": "!touch owned",
        "alias.cat-file": "!touch owned",
    }.items():
        repo.git("config", key, value)
    assert (
        run("status", "--rev", "HEAD"),
        run("diff", "HEAD"),
        run("history", "seen-01", "--as-at", "2022-02-01"),
    ) == before
    assert not (repo.root / "owned").exists()


@pytest.mark.skipif(os.name == "nt", reason="a hook here is a shell script")
def test_inside_a_hook_the_repository_is_still_found(repo):
    import sys

    hook = repo.top / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\n"{sys.executable}" -m strategy_tracker diff HEAD --format csv > .git/seen.csv\n')
    hook.chmod(0o755)
    repo.change("Write one form", "Write no form").commit("By way of a hook", "2022-03-01")
    assert "carers/seen-02" in (repo.top / ".git" / "seen.csv").read_text()


def test_a_folder_of_somebody_else_is_not_called_no_repository():
    from strategy_tracker.history.repository.git import _fault

    said = (
        "fatal: detected dubious ownership in repository at '/x'\n"
        "To add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /x\n"
    )
    found = _fault(said, 128, Path())
    assert str(found) == "git does not trust this folder: it belongs to somebody else"
    assert found.next_step == "git config --global --add safe.directory /x"
    assert str(_fault("error: one\nhint: two\n", 1, Path())) == "one"
    assert str(_fault("", 7, Path())) == "git ended with 7"


def test_a_bare_set_of_files_needs_no_settings(run, repo):
    assert not (repo.root / "strategy-tracker.yaml").exists()
    shutil.rmtree(repo.root / "measures")
    repo.commit("Strategies alone", "2022-02-01")
    assert run("status", "--rev", "HEAD")[0] == 0
    assert shown(run, "status", "--rev", "HEAD~1")["as_at"] == "2022-01-15"
