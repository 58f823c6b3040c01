"""What all commands that write have in common: nothing wrong is written, what is odd is said, and how to undo it."""

import errno
import os
import shlex
import sys
from datetime import date

import pytest

from strategy_tracker.app.writing.proposal import edited, load_whole
from strategy_tracker.cli import options
from strategy_tracker.editing.changes import Put
from strategy_tracker.files import write as store_write
from strategy_tracker.problem import Problem
from tests.cli.conftest import DAY
from tests.cli.repository import Repository

FILE = "strategies/young-carers.yaml"
FIRST = "young-carers/seen-01"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    class Clock(date):
        @classmethod
        def today(cls):
            return date(2025, 10, 1)

    monkeypatch.setattr(options, "date", Clock)


def settings(root, text):
    (root / "strategy-tracker.yaml").write_text(text, encoding="utf-8")


def test_what_validate_would_call_an_error_is_not_written(small, run):
    settings(small, "severity: {due-on-weekend: error}\n")
    before = (small / FILE).read_bytes()
    error = "error: nothing was written: 2025-12-06 is a Saturday\n  help: choose a working day\n"
    assert run("move", FIRST, "--to", "2025-12-06", "--why", "Snow") == (2, "", error)
    assert run("add", "action", "Meet", "--to", "heard", "--due", "2025-12-06") == (2, "", error)
    assert (small / FILE).read_bytes() == before


def test_an_error_that_was_there_before_stops_nobody(small, run):
    settings(small, "severity: {due-on-weekend: error}\n")
    assert run("update", FIRST, "--note", "Half are trained")[0] == 0  # 2025-09-20 was a Saturday


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_personal_data_is_refused_or_warned_of_by_every_command_as_the_settings_say(small, run, severity):
    settings(small, f"check_privacy: true\nseverity: {{personal-data: {severity}}}\n")
    note = "Ask mum.jones@example.org"
    for arguments in (
        ["update", FIRST, "--note", note],
        ["move", FIRST, "--to", "2025-12-05", "--why", note],
        ["record", "calls", "2025/26 Q1", "17", "--note", note],
        ["add", "action", note, "--to", "heard"],
    ):
        code, _, err = run(*arguments)
        if severity == "error":
            assert (code, "nothing was written: this looks like an e-mail address" in err) == (2, True), arguments
        else:
            assert (code, "[personal-data]\n  help: " in err) == (0, True), (arguments, err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("update", FIRST, "--note", "x"),
        ("record", "calls", "2025/26 Q1", "17"),
        ("move", FIRST, "--to", "2025-12-05", "--why", "Snow"),
        ("add", "action", "Meet", "--to", "heard"),
        ("add", "measure", "Meetings", "--unit", "count", "--file", "new"),
        ("add", "strategy", "Parks"),
        ("checkin",),
    ],
)
def test_nothing_is_written_by_other_settings_than_those_of_the_body(small, run, arguments):
    settings(small, "year_end: 31 August\nlate_is_red_after: soon\n")
    before = {path: path.read_bytes() for path in small.rglob("*.yaml")}
    code, out, err = run(*arguments)
    wrong = "error: nothing was written: the file has an error at strategy-tracker.yaml:2:20: 'soon' is not an interval"
    assert (code, out, err) == (2, "", f"{wrong}\n  help: strategy validate strategy-tracker.yaml\n")
    assert {path: path.read_bytes() for path in small.rglob("*.yaml")} == before


def test_a_new_strategy_is_checked_by_the_settings_too(small, run):
    settings(small, "check_privacy: true\nseverity: {personal-data: error}\n")
    code, _, err = run("add", "strategy", "Ask mum.jones@example.org")
    assert (code, "nothing was written: this looks like an e-mail address" in err) == (2, True)


def test_advice_can_wait(small, run):
    assert "advice" not in run("add", "action", "Meet again", "--to", "young-carers/heard")[2]


def test_a_change_that_would_not_read_back_is_refused(small, run):
    code, out, err = run("update", FIRST, "--note", "ok", "--by", "A\u2028B")
    assert (code, out, "nobody can see" in err) == (2, "", True)
    found = options.portfolio(small)
    file = next(one for one in found.files if one.name == FILE)
    impossible = Put(("priorities", 0, "actions", 0), "due", "2025-02-30")
    with pytest.raises(Problem, match="this would not be right: there is no date '2025-02-30' in the calendar"):
        edited(load_whole(file, found.settings), [impossible], date(2025, 10, 1), found.settings)


def test_a_strategy_that_is_over_can_be_written_to_and_it_is_said_by_every_command(small, run):
    said = "note: the strategy ended on 2020-03-31, so this only completes its record\n"
    assert said in run("move", "old-plan/plan-02", "--to", "2025-12-05")[2]
    assert said in run("add", "action", "Count again", "--to", "old-plan/seen")[2]
    assert "only completes its record" not in run("update", "seen-07", "--note", "x")[2]


def test_a_file_that_cannot_be_written_is_named(small, run, monkeypatch):
    def full(path, before, after):
        raise store_write.CannotWrite(f"'{path.name}' could not be written (No space left on device); it is as it was")

    monkeypatch.setattr(store_write, "replace", full)
    assert run("update", FIRST, "--note", "x") == (
        2,
        "",
        (
            "error: 'young-carers.yaml' could not be written (No space left on device); it is as it was\n"
            "  help: try again when that is mended\n"
        ),
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("update", FIRST, "--note", "Two \x1b[1mleft"),
        ("record", "calls", "2024/25", "17", "--note", "Two \x1b[1mleft"),
        ("move", FIRST, "--to", "2025-12-05", "--why", "Two \x1b[1mleft"),
    ],
)
def test_nobody_is_told_to_type_what_no_file_may_hold(small, run, arguments):
    assert run(*arguments) == (
        2,
        "",
        (
            "error: nothing was written: the text has a character nobody can see (U+001B)\n"
            "  help: delete it and type the text again\n"
        ),
    )


def test_where_nothing_can_be_written_no_other_name_is_asked_for(small, run, monkeypatch):
    def full(beside, data, mode):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store_write, "_write_new", full)
    err = run("add", "strategy", "Parks")[2]
    assert err.endswith("could not be written (No space left on device)\n  help: try again when that is mended\n")
    assert not (small / "strategies/parks.yaml").exists()


def way_back(err):
    """The command that undoes it, as it was printed, without its first word."""
    return shlex.split(err.partition("  undo: ")[2].partition("\n")[0])[1:]


def test_the_way_back_is_shown_from_where_the_person_stands(small, run, monkeypatch):
    folder = small.rename(small.parent / "our plans")
    (folder.parent / "elsewhere").mkdir()
    before = (folder / FILE).read_bytes()
    for here in (folder, folder / "measures", folder.parent, folder.parent / "elsewhere"):
        monkeypatch.chdir(here)
        back = way_back(run("update", FIRST, "--note", "x", "--root", str(folder))[2])
        assert run(*back)[0] == 0
        assert (folder / FILE).read_bytes() == before, back


def test_the_way_back_of_a_link_is_that_of_the_file_it_leads_to(small, run):
    (small / "kept").mkdir()
    (small / FILE).rename(small / "kept/plan.yaml")
    (small / FILE).symlink_to("../kept/plan.yaml")
    Repository(small).commit("First", "2025-09-30")
    before = (small / FILE).read_bytes()
    run(*way_back(run("update", FIRST, "--note", "x")[2]))
    assert ((small / FILE).read_bytes() == before, (small / FILE).is_symlink()) == (True, True)


def test_where_no_journal_can_be_kept_it_is_written_and_no_way_back_is_named(small, run, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(small / FILE / "no folder"))
    code, _, err = run("update", FIRST, "--note", "x")
    assert (code, err.count("wrote "), "undo:" in err) == (0, 1, False)


@pytest.mark.skipif(sys.platform == "win32", reason="hard links as on Unix")
def test_a_hard_link_that_parts_is_told_by_whatever_writes(run, small, tmp_path):
    path = small / "strategies" / "young-carers.yaml"
    before = path.read_bytes()
    os.link(path, tmp_path / "other.yaml")
    said = (
        "note: 'strategies/young-carers.yaml' had another name on this disk (a hard link), which keeps what it held "
        "before\n"
        "  help: copy the file to the other name, if both are to be the same; a link ('ln -s') stays one\n"
    )
    assert said in run("update", "seen-02", "--note", "Said once", "--on", "2025-09-30")[2]
    assert (tmp_path / "other.yaml").read_bytes() == before
    assert "hard link" not in run("update", "seen-02", "--note", "Said twice", "--on", "2025-09-30")[2]
    (tmp_path / "report.md").write_text("former")
    os.link(tmp_path / "report.md", tmp_path / "copy.md")
    assert "report.md' had another name" in run("report", "--as-at", DAY, "-o", str(tmp_path / "report.md"))[2]
