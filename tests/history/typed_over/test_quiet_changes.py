"""What git knows was typed over: which commit, whose, and no more where it is on record by now."""

from datetime import date

import pytest

from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.history.repository.git import NoGit
from strategy_tracker.history.typed_over.quiet_changes import quiet_changes, quiet_dates
from tests.cli.repository import Repository, carers

TODAY = date(2022, 10, 1)
MOVED = "due: 2022-09-30\n        moved: [{on: 2022-05-01, from: 2022-06-30, to: 2022-09-30, why: Late}]"


def told(repo, **asked):
    found = quiet_changes(open_portfolio(repo.root), TODAY, **asked)
    return [(one.item, one.before, one.after, one.commit.author) for one in found]


DUE = ("carers/seen-01", "2022-06-30", "2022-09-30")


def test_what_is_not_committed_is_always_looked_at_and_has_no_author(repo):
    assert told(repo) == []
    repo.change("due: 2022-06-30", "due: 2022-09-30").change("2022: 80", "2022: 70", "measures/carers.yaml")
    assert told(repo) == [("schools", "80", "70", ""), (*DUE, "")]
    assert quiet_changes(open_portfolio(repo.root), TODAY)[0].commit.day == TODAY


def test_a_committed_change_names_its_commit_and_author(repo):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    assert told(repo) == []
    assert told(repo, everything=True) == told(repo, since="HEAD~1") == [(*DUE, "Ben")]
    assert told(repo, since="HEAD") == []


def test_line_endings_and_another_spelling_are_no_change(repo):
    path = repo.root / "strategies" / "carers.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").replace(b"due: 2022-06-30", b"'due':   '2022-06-30'"))
    assert told(repo) == []
    repo.commit("As Windows has it", "2022-05-01")
    assert told(repo, everything=True) == []


def test_what_is_on_record_by_now_is_not_told_any_more(repo):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    repo.change("due: 2022-09-30", MOVED)
    assert told(repo, everything=True) == []
    repo.commit("On record", "2022-05-02")
    assert told(repo, everything=True) == told(repo, since="HEAD~2") == []


def test_a_quiet_step_before_one_by_the_book_is_still_told(repo):
    repo.change("due: 2022-06-30", "due: 2022-07-31").commit("Later", "2022-04-01", "Ben")
    repo.change("due: 2022-07-31", MOVED.replace("from: 2022-06-30", "from: 2022-07-31")).commit("On", "2022-05-02")
    assert told(repo, everything=True) == [("carers/seen-01", "2022-06-30", "2022-07-31", "Ben")]


def test_what_was_taken_back_is_not_told(repo):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    repo.change("due: 2022-09-30", "due: 2022-06-30")
    assert told(repo, everything=True) == []
    repo.commit("Back", "2022-05-02", "Cat")
    assert told(repo, everything=True) == told(repo, since="HEAD~2") == []


def test_a_move_that_was_taken_off_the_record_is_told_however_it_was_written(repo):
    moved = "        moved:\n          - on: 2022-05-01\n            from: 2022-06-30\n            why: Late\n"
    repo.change("due: 2022-06-30\n", f"due: 2022-09-30\n{moved}").commit("By the book", "2022-05-01", "Ann")
    repo.change(moved, "")
    assert told(repo) == [(*DUE, "")]
    repo.commit("Erased", "2022-05-02", "Ben")
    assert told(repo, everything=True) == [(*DUE, "Ben")]
    assert [one.before for one in quiet_dates(open_portfolio(repo.root), TODAY)] == ["2022-06-30"]


def test_a_move_that_was_undone_whole_is_not_told(repo):
    repo.change("due: 2022-06-30", MOVED).commit("By the book", "2022-05-01", "Ann")
    repo.change(MOVED, "due: 2022-06-30")
    assert told(repo) == []
    repo.commit("Undone", "2022-05-02")
    assert told(repo, everything=True) == []


def test_each_of_two_steps_has_its_own_author(repo):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    repo.change("due: 2022-09-30", "due: 2022-12-31").commit("Later still", "2022-06-01", "Cat")
    second = ("carers/seen-01", "2022-09-30", "2022-12-31", "Cat")
    assert told(repo, everything=True) == [(*DUE, "Ben"), second]
    assert told(repo, since="HEAD~1") == [second]


def test_a_pull_request_brings_what_its_branch_did_and_not_what_main_did_meanwhile(repo):
    repo.git("checkout", "-q", "-b", "branch")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    repo.git("checkout", "-q", "main")
    repo.change("2022: 80", "2022: 70", "measures/carers.yaml").commit("Easier", "2022-05-02", "Cat")
    repo.git("checkout", "-q", "branch")
    assert told(repo, since="main") == [(*DUE, "Ben")]
    repo.git("merge", "-q", "--no-edit", "main", day="2022-05-03")
    assert told(repo, since="main") == [(*DUE, "Ben")]
    assert told(repo, everything=True) == [(*DUE, "Ben"), ("schools", "80", "70", "Cat")]


def test_a_merge_is_told_of_what_none_of_its_parents_has(repo):
    repo.git("checkout", "-q", "-b", "branch")
    repo.change("Write one form", "Write a form").commit("Words", "2022-05-01")
    repo.git("checkout", "-q", "main")
    repo.change("Hold a yearly forum", "Hold a forum").commit("Words", "2022-05-02")
    repo.git("merge", "-q", "--no-commit", "branch")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Merged", "2022-05-03", "Cat")
    assert told(repo, everything=True) == [(*DUE, "Cat")]


def test_a_portfolio_that_moved_in_its_repository_is_followed(tmp_path):
    repo = carers(tmp_path, "old")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    repo.git("mv", "old", "new")
    repo.root = repo.top / "new"
    repo.commit("Moved", "2022-05-02")
    assert told(repo, everything=True) == [(*DUE, "Ben")]
    assert told(repo) == told(repo, since="HEAD~1") == []


def test_a_file_that_was_renamed_is_known_again_by_its_ids(repo):
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "young-carers.yaml")
    repo.change("due: 2022-06-30", "due: 2022-09-30", "strategies/young-carers.yaml")
    assert told(repo) == [(*DUE, "")]
    repo.commit("Renamed", "2022-05-01", "Ben")
    assert told(repo, everything=True) == [(*DUE, "Ben")]


def test_a_version_with_a_fault_hides_nothing_of_the_rest(repo):
    repo.change("Hold a yearly forum", "Hold a yearly forum\n        colour: red")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    assert told(repo, everything=True) == [(*DUE, "Ben")]


def test_what_is_not_in_the_portfolio_any_more_is_not_told(repo):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    (repo.root / "strategies" / "carers.yaml").unlink()
    assert told(repo, everything=True) == []


def test_where_git_knows_nothing_that_is_said_and_not_taken_for_nothing(tmp_path):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "one.yaml").write_text("id: one\ntitle: One\n")
    with pytest.raises(NoGit):
        quiet_changes(open_portfolio(tmp_path), TODAY)
    repo = Repository(tmp_path)
    with pytest.raises(NoGit):
        quiet_changes(open_portfolio(tmp_path), TODAY)
    repo.commit("First", "2022-01-01")
    assert told(repo) == []
    with pytest.raises(NoGit, match="knows no revision 'nowhere'"):
        quiet_changes(open_portfolio(tmp_path), TODAY, since="nowhere")


def test_two_histories_without_a_common_commit_cannot_be_compared(repo):
    repo.git("checkout", "-q", "--orphan", "other")
    repo.commit("Elsewhere", "2022-05-01")
    with pytest.raises(NoGit, match="where 'main' and HEAD parted"):
        quiet_changes(open_portfolio(repo.root), TODAY, since="main")
