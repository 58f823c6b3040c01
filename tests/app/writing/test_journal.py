"""The journal of writes: places and hashes, never a text, and whole whatever happens while it is written."""

import os
import stat
import sys

import pytest

from strategy_tracker.app.writing import journal as journals
from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.record import propose_reading
from strategy_tracker.app.writing.items.update import propose_update
from strategy_tracker.app.writing.journal import journal_of
from strategy_tracker.model.new_entries import NewReading, NewUpdate
from tests.app.conftest import DAY
from tests.cli.repository import Repository

ON = DAY.isoformat()


@pytest.fixture
def journal(root):
    return journal_of(root, ON)


def write(portfolio, journal, note="Two schools left"):
    return commit(propose_update(portfolio, "safe-01", NewUpdate(note=note), DAY), journal)


def test_it_knows_what_was_written_where_and_when_and_no_word_of_it(portfolio, journal):
    write(portfolio, journal)
    (one,) = journal.writes()
    assert (one.on, one.item, [file.name for file in one.files], one.sure) == (
        ON, "plan/safe-01", ["strategies/plan.yaml"], True,
    )  # fmt: skip
    kept = journal.path.read_text("utf-8")
    assert not [word for word in ("Two schools left", "schools", "Train every", "in-progress") if word in kept]


def test_a_replaced_text_is_an_object_of_git_and_only_its_name_is_kept(root, portfolio):
    Repository(root).commit("First", "2025-09-30")
    journal = journal_of(root, ON)
    commit(propose_reading(portfolio, "calls", NewReading("2025/26 Q1", "16", revise=True), DAY), journal)
    (one,) = journal.writes()
    assert len(one.files[0].blob) == 40
    assert "calls answered" not in journal.path.read_text("utf-8").lower()
    assert [span.removed for span in one.files[0].spans(root)] == [b"15"]


def test_in_git_it_lies_with_the_clone_and_without_in_the_person_s_own_folder(root, journal, monkeypatch):
    assert str(journal.path).startswith(os.environ["XDG_STATE_HOME"])
    Repository(root)
    assert journal_of(root, ON).path.is_relative_to(root / ".git/strategy-tracker")


def test_each_person_has_one_of_their_own(root, portfolio, monkeypatch):
    Repository(root).commit("First", "2025-09-30")
    write(portfolio, journal_of(root, ON))
    monkeypatch.setattr(journals.getpass, "getuser", lambda: "somebody else")
    assert journal_of(root, ON).writes() == []


def test_a_folder_that_was_moved_keeps_its_journal_in_git(root, portfolio):
    Repository(root).commit("First", "2025-09-30")
    write(portfolio, journal_of(root, ON))
    moved = root.rename(root.with_name("moved"))
    assert len(journal_of(moved, ON).writes()) == 1


def test_a_line_of_which_only_a_part_was_written_is_passed_over(portfolio, journal):
    write(portfolio, journal)
    with journal.path.open("a", encoding="utf-8") as file:
        file.write('{"write": {"name": "half')
    write(portfolio, journal, "One school left")
    assert len(journal.writes()) == 2


@pytest.mark.parametrize(
    "line", ["[]", "7", "null", '{"write": 1}', '{"write": {}}', '{"made": [1]}', '{"a": 1, "b": 2}']
)
def test_what_is_no_line_of_it_is_passed_over(portfolio, journal, line):
    write(portfolio, journal)
    with journal.path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert len(journal.writes()) == 1


def test_it_does_not_grow_for_ever(portfolio, journal, monkeypatch):
    monkeypatch.setattr(journals, "MOST", 2)
    for number in range(30):
        write(portfolio, journal, f"Note {number}")
    assert len(journal.path.read_text("utf-8").split()) < 30 * 40
    assert len([line for line in journal.path.read_text("utf-8").splitlines() if line]) <= 2 * 10 * 2
    assert len(journal.writes()) >= 2


@pytest.mark.skipif(sys.platform == "win32", reason="rights are those of the folder there")
def test_nobody_else_reads_it(portfolio, journal):
    write(portfolio, journal)
    assert stat.S_IMODE(journal.path.stat().st_mode) & 0o077 == 0


def test_where_nobody_has_a_home_nothing_is_kept(root, monkeypatch):
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setattr(journals.Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert journal_of(root, ON) is None
