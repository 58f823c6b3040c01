"""`validate --history`, as a person and as a program meet it."""

import json

import pytest

from tests.cli.repository import carers

DAY = "2022-10-01"
CHILD = "note: 'Jamie (7) came along'"


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo", "plan")
    made.change("note: Begun", CHILD).commit("Oops", "2022-02-01")
    made.change(CHILD, "note: Begun").commit("Out", "2022-02-03")
    monkeypatch.chdir(made.root)
    return made


def test_a_name_in_the_history_fails_and_says_where_to_look(run, repo):
    assert run("validate", "--privacy", "--as-at", DAY)[0] == 0
    code, out, err = run("validate", "--history", "--as-at", DAY)
    sha = repo.git("rev-parse", "HEAD^")
    assert (code, err) == (1, "")
    assert (
        f"plan/strategies/carers.yaml (commit {sha[:7]} of 2022-02-01):17:68: error: "
        "this looks like a name with an age [personal-data]\n"
        f"  help: see it with git show {sha[:10]}:plan/strategies/carers.yaml; "
        "'strategy validate --help' says what to do about the history\n"
    ) in out
    assert "Jamie" not in out


def test_programs_are_told_the_commit_in_words_and_the_file_from_the_top(run, repo):
    sha = repo.git("rev-parse", "HEAD^")[:7]
    _, out, _ = run("validate", "--history", "--format", "json", "--as-at", DAY)
    last = json.loads(out)["diagnostics"][-1]
    assert (last["code"], last["file"], last["line"]) == ("personal-data", "plan/strategies/carers.yaml", 17)
    assert last["message"] == f"this looks like a name with an age, in commit {sha} of 2022-02-01"
    for form in ("concise", "github", "gitlab", "sarif", "junit"):
        code, out, _ = run("validate", "--history", "--format", form, "--as-at", DAY)
        assert code == 1
        assert f"this looks like a name with an age, in commit {sha}" in out, form


def test_what_is_not_known_is_a_note(run, repo, tmp_path):
    (repo.top / ".git").rename(tmp_path / "gone")
    code, _, err = run("validate", "--history", "--as-at", DAY)
    assert code == 0
    assert err.startswith("note: not every earlier version was looked at: this folder is not in a git repository")
