"""What git adds to the findings of files: what it says of each, and what it says where it cannot be asked."""

from datetime import date

import pytest

from strategy_tracker.app.looking.git_findings import NO_REPOSITORY, OF_GIT, findings_of_git, typed_over
from strategy_tracker.diagnostics import CODES
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.history.repository import git
from strategy_tracker.problem import Problem
from tests.cli.repository import Repository, carers

TODAY = date(2022, 10, 1)


@pytest.fixture
def repo(tmp_path):
    return carers(tmp_path / "repo")


def found(root, **asked):
    with findings_of_git(open_portfolio(root), TODAY, **asked) as waited:
        return waited()


def test_what_was_typed_over_is_never_an_error():
    assert {CODES[code].severity for code in OF_GIT - {"register-file-gone"}} == {"warning", "advice"}


def test_each_kind_of_change_has_its_code_its_words_and_its_place(repo):
    repo.change("due: 2022-06-30", "due: 2022-07-30").change("owner: Head of Service", "owner: Deputy")
    repo.change("Young carers are seen", "Carers are seen")
    repo.change("amber_within: 5 points", "amber_within: 9 points", "measures/carers.yaml")
    plan, inside, by = "strategies/carers.yaml", ("priorities", 0), "no reason is on record (not committed yet)"
    within = f"'amber_within' was changed from '5 points' to '9 points', and {by}"
    title = f"the title was changed from 'Young carers are seen' to 'Carers are seen', and {by}"
    owner = f"the owner was changed from 'Head of Service' to 'Deputy', and {by}"
    due = f"the due date went from 2022-06-30 to 2022-07-30, 30 days later, and {by.replace('reason', 'move')}"
    assert [(one.code, one.message, one.file, one.route) for one in found(repo.root).diagnostics] == [
        ("target-changed-quietly", within, "measures/carers.yaml", ("measures", 0, "amber_within")),
        ("wording-changed-quietly", title, plan, (*inside, "title")),
        ("owner-changed-quietly", owner, plan, (*inside, "owner")),
        ("date-moved-quietly", due, plan, (*inside, "actions", 0, "due")),
    ]


def test_a_value_that_was_taken_away_is_told_at_its_item(repo):
    repo.change("        due: 2022-06-30\n", "").change(
        "targets: {2022: 80}", "targets: {2023: 80}", "measures/carers.yaml"
    )
    one, two = found(repo.root).diagnostics
    assert one.message.startswith("the target for 2022, 80, was taken away, and no reason is on record")
    assert (one.route, two.route) == (("measures", 0, "targets"), ("priorities", 0, "actions", 0))
    assert "write it back" in two.help


def test_a_commit_is_named_with_its_author(repo):
    sha = repo.change("due: 2022-06-30", "due: 2022-06-29").commit("Sooner", "2022-05-01", "Ben")
    (one,) = found(repo.root, since="HEAD~1").diagnostics
    assert one.message.endswith(f"1 day earlier, and no move is on record (commit {sha[:7]} of 2022-05-01, Ben)")
    assert found(repo.root) == ((), (), "")
    assert (
        typed_over(open_portfolio(repo.root), TODAY, since="", everything=True)
        == found(repo.root, everything=True).changes
    )


def test_nothing_is_told_of_a_file_with_a_fault_whose_places_are_not_known(repo):
    repo.change("due: 2022-06-30", "due: 2022-06-29").change("Write one form", "Write one form\n        colour: red")
    assert found(repo.root).diagnostics == ()
    assert [one.item for one in found(repo.root).changes] == ["carers/seen-01"]


def test_without_a_repository_nothing_is_said_unless_the_past_was_asked_for(tmp_path):
    root = tmp_path / "strategies"
    root.mkdir()
    (root / "one.yaml").write_text("id: one\ntitle: One\n")
    assert found(tmp_path) == ((), (), "")
    assert found(tmp_path, everything=True).note == NO_REPOSITORY
    with pytest.raises(Problem, match="not in a git repository"):
        found(tmp_path, since="main")
    Repository(tmp_path)
    assert found(tmp_path) == ((), (), "")
    assert "nothing has been committed yet" in found(tmp_path, everything=True).note
    with pytest.raises(Problem, match="nothing has been committed yet"):
        found(tmp_path, since="main")


def test_where_git_cannot_be_asked_that_is_said(repo, monkeypatch):
    monkeypatch.setattr(git, "_PLAIN", ("--no-such-option",))
    assert found(repo.root).note.startswith("what was typed over since the last commit is not known: ")


def test_a_shallow_clone_says_that_older_commits_are_not_known(repo, tmp_path):
    repo.change("due: 2022-06-30", "due: 2022-06-29").commit("Sooner", "2022-05-01")
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.top}", str(tmp_path / "shallow"), folder=tmp_path)
    assert found(tmp_path / "shallow", everything=True).note.startswith("this is a shallow clone: ")
    assert found(tmp_path / "shallow") == ((), (), "")
