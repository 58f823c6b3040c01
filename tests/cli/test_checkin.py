"""`strategy checkin`: one screen for each thing that waits, every answer written at once, nothing lost."""

import io
from datetime import date

import pytest

from strategy_tracker.cli import options

FILE = "strategies/young-carers.yaml"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    class Clock(date):
        @classmethod
        def today(cls):
            return date(2025, 10, 1)

    monkeypatch.setattr(options, "date", Clock)


@pytest.fixture
def checkin(run, monkeypatch):
    def called(text, *arguments):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        return run("checkin", *arguments)

    return called


def test_it_walks_through_what_waits_and_sums_up(small, checkin):
    code, out, err = checkin("skip\n" * 20)
    assert (code, out) == (0, "")
    assert "young-carers/seen-01" in err
    assert "old-plan" not in err
    assert err.rstrip().endswith("'strategy checkin' goes on with what is left")
    assert "actions skipped" in err


def test_keep_says_again_what_was_said_with_a_word_of_its_own(small, checkin):
    checkin("keep\n\nquit\n", "--owner", "group manager", "--by", "Group Manager")
    text = (small / FILE).read_text(encoding="utf-8")
    assert (
        "- on: 2025-10-01\n            state: in-progress\n            rag: red\n            note: no change\n            by: Group Manager"
        in text
    )


def test_update_asks_and_writes(small, checkin):
    code, out, err = checkin("u\n\ngreen\nAll forms agreed\n\nq\n", "--owner", "Group Manager")
    assert code == 0
    assert "seen-02: red" in out
    assert "1 action updated" in err


def test_the_next_checkin_goes_on_with_what_is_left(small, checkin):
    first = checkin("skip\nquit\n")[2]
    assert "1 of " in first
    waiting = int(first.split("1 of ")[1].split(":")[0])
    checkin("keep\n\n", "--owner", "Group Manager")
    again = checkin("quit\n")[2]
    assert int(again.split("1 of ")[1].split(":")[0]) == waiting - 1


def test_the_end_of_piped_answers_is_a_way_to_quit(small, checkin):
    code, _, err = checkin("")
    assert code == 0
    assert "still waiting" in err


def test_ctrl_c_loses_nothing(small, checkin, monkeypatch):
    class Impatient(io.StringIO):
        def readline(self, *_):
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr("strategy_tracker.cli.writing.sys.stdin", Impatient("keep\n\n"))
    from strategy_tracker.cli.app import run as run_command

    code = run_command(["checkin", "--owner", "Group Manager"])
    assert code in (0, 130)
    assert "note: no change" in (small / FILE).read_text(encoding="utf-8")


def test_a_refused_answer_is_asked_again(small, checkin):
    _, _, err = checkin("banana\nupdate\n\nred\nstuck\n2024\nskip\n", "--owner", "Group Manager")
    assert "'banana' is not one of: keep, update, skip, quit" in err
    assert "the forecast 2024 lies before the update" in err
    assert "1 action skipped" in err


def test_nothing_said_yet_cannot_be_kept(small, checkin):
    path = small / FILE
    path.write_text(
        path.read_text(encoding="utf-8").replace("starts: 2026-01-01", "due: 2025-09-01"),
        encoding="utf-8",
    )
    _, _, err = checkin("keep\n\n" * 20)
    assert "nothing has been said of it yet that could be kept" in err


def test_nothing_waiting_is_said(small, checkin):
    assert checkin("", "--owner", "Nobody at all")[::2] == (0, "nothing waits for a word\n")


def test_a_wrong_day_is_refused(small, checkin):
    code, _, err = checkin("", "--on", "soon")
    assert (code, "'soon' is not a date" in err) == (2, True)
