"""What the privacy checks find in earlier versions: each text once, where it came in, and never what stands today."""

from datetime import date

import pytest

from strategy_tracker.app.looking.chosen_files import choose_files
from strategy_tracker.app.looking.privacy_in_history import privacy_in_history
from strategy_tracker.history.repository import git
from strategy_tracker.how_far import heard_by
from tests.cli.repository import carers

TODAY = date(2022, 10, 1)
PLAN, FIGURES = "strategies/carers.yaml", "measures/carers.yaml"
CHILD = "note: 'Jamie (7) came along'"


@pytest.fixture
def repo(tmp_path):
    made = carers(tmp_path / "repo").write(**{"strategy-tracker": "suppress_below: 5\n"})
    made.commit("Settings", "2022-01-16")
    return made


def past(root, paths=(), told=None):
    chosen = choose_files([root / path for path in paths], root, privacy=True)
    with heard_by(lambda *said: told.append(said) if told is not None else None):
        return privacy_in_history(chosen, TODAY)


def codes(root, paths=()):
    found = past(root, paths)
    assert not found.note
    return [(one.code, one.known[-10:], one.file, one.position.line) for one in found.diagnostics]


def test_what_was_taken_out_is_told_once_where_it_came_in(repo):
    sha = repo.change("note: Begun", CHILD).commit("Oops", "2022-02-01")
    repo.change("Write one form", "Write two forms").commit("Between", "2022-02-02")
    repo.change(CHILD, "note: Begun").commit("Out", "2022-02-03")
    (one,) = past(repo.root).diagnostics
    assert (one.code, one.severity, one.message) == ("personal-data", "error", "this looks like a name with an age")
    assert (one.file, one.position.line, one.source) == (PLAN, 17, "")
    assert one.known == f"commit {sha[:7]} of 2022-02-01"
    assert f"git show {sha[:10]}:{PLAN};" in one.next_step
    assert "Jamie" in repo.git("show", f"{sha[:10]}:{PLAN}").splitlines()[one.position.line - 1]


def test_what_stands_today_is_not_repeated_nor_what_was_allowed(repo):
    repo.change("note: Begun", CHILD).commit("Stays", "2022-02-01")
    repo.change("        text: Write one form", "        text: Call 020 7946 0018 # allow personal-data: the desk")
    repo.commit("Allowed", "2022-02-02")
    repo.change("Call 020 7946 0018 # allow personal-data: the desk", "Write").commit("Out", "2022-02-03")
    assert codes(repo.root) == []


def test_figures_and_counts_in_words_are_found_and_the_settings_of_today_grade_them(repo):
    repo.change("2022-01: 12", "2022-01: 3", FIGURES).commit("Small", "2022-02-01")
    repo.change("2022-01: 3", "2022-01: c", FIGURES).change("note: Begun", "note: Two children came")
    repo.commit("In words", "2022-02-02")
    repo.change("note: Two children came", "note: Begun").commit("Out", "2022-02-03")
    words = ("small-count-in-words", "2022-02-02", PLAN, 17)
    assert codes(repo.root) == [("small-number-kept", "2022-02-01", FIGURES, 15), words]
    repo.write(**{"strategy-tracker": "suppress_below: 5\nseverity: {small-number-kept: 'off'}\n"})
    assert codes(repo.root) == [words]
    assert codes(repo.root, ["measures"]) == []


def test_a_version_that_cannot_be_read_is_looked_through_line_by_line(repo):
    repo.change("note: Begun", "note: [Jamie (7) came").commit("Broken", "2022-02-01")
    repo.change("note: [Jamie (7) came", "note: Begun").commit("Out", "2022-02-02")
    assert codes(repo.root) == [("personal-data", "2022-02-01", PLAN, 17)]


def test_each_version_is_read_once_and_the_reading_is_told(repo, monkeypatch):
    for number in range(5):
        repo.change("Write one form", f"Write one form {number}").commit("On", "2022-02-01")
        repo.change(f"Write one form {number}", "Write one form").commit("Back", "2022-02-01")
    asked, told = [], []
    whole = git.objects

    def objects(root, names):
        asked.extend(names := list(names))
        return whole(root, names)

    monkeypatch.setattr("strategy_tracker.app.looking.privacy_in_history.objects", objects)
    past(repo.root, told=told)
    assert len(asked) == len(set(asked)) == 7
    assert ("reading earlier versions", 7, 7) in told


def test_it_says_what_it_does_not_know(repo, tmp_path):
    repo.change("note: Begun", CHILD).commit("Oops", "2022-02-01")
    repo.change(CHILD, "note: Begun").commit("Out", "2022-02-03")
    repo.git("clone", "--quiet", "--depth=1", repo.top.as_uri(), str(tmp_path / "shallow"))
    found = past(tmp_path / "shallow")
    assert found.diagnostics == []
    start = "not every earlier version was looked at: "
    assert found.note == f"{start}older commits are not in this clone: 'git fetch --unshallow' brings them"
    (repo.top / ".git").rename(tmp_path / "gone")
    assert past(repo.root).note.startswith(f"{start}this folder is not in a git repository")


def test_a_portfolio_put_together_from_two_folders_is_looked_through_in_both(tmp_path):
    repo = carers(tmp_path, "one")
    repo.change("note: Begun", CHILD).commit("Oops", "2022-02-01")
    repo.change(CHILD, "note: Begun").commit("Out", "2022-02-02")
    (tmp_path / "two" / "measures").mkdir(parents=True)
    repo.git("mv", f"one/{FIGURES}", f"two/{FIGURES}")
    repo.commit("Parted", "2022-02-03")
    (tmp_path / "plan" / "measures").mkdir(parents=True)
    repo.git("mv", "one/strategies", "plan/strategies")
    repo.git("mv", f"two/{FIGURES}", f"plan/{FIGURES}")
    sha = repo.commit("Together", "2022-03-01")
    found = past(tmp_path / "plan")
    assert [(one.file, one.known[-10:]) for one in found.diagnostics] == [(f"one/{PLAN}", "2022-02-01")]
    together = f"this portfolio was put together from 'one' and 'two', in commit {sha[:7]} of 2022-03-01"
    assert (
        found.note
        == f"not every earlier version was looked at: {together}, and where they were before that is not known"
    )
