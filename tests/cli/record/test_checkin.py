"""`strategy checkin`: one screen for each thing that waits, every answer written at once, nothing lost."""

import io
import sys

import pytest

from strategy_tracker.cli.app import run as run_command
from strategy_tracker.files import write

FILE = "strategies/young-carers.yaml"
MEASURES = "measures/carers.yaml"


pytestmark = pytest.mark.usefixtures("today")


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


def test_keep_says_that_nothing_has_changed(small, checkin):
    checkin("keep\n\nquit\n", "--owner", "group manager", "--by", "Group Manager")
    text = (small / FILE).read_text(encoding="utf-8")
    assert "- on: 2025-10-01\n            no_change: true\n            by: Group Manager\n" in text


def test_keep_takes_a_note(small, checkin):
    checkin("keep\nThe printer is still looked for\nquit\n", "--owner", "group manager")
    text = (small / FILE).read_text(encoding="utf-8")
    assert "  no_change: true\n            note: The printer is still looked for\n" in text


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

    monkeypatch.setattr("strategy_tracker.cli.steps.writing.sys.stdin", Impatient("keep\n\n"))
    code = run_command(["checkin", "--owner", "Group Manager"])
    assert code in (0, 130)
    assert "no_change: true" in (small / FILE).read_text(encoding="utf-8")


def test_a_refused_answer_is_asked_again(small, checkin):
    _, _, err = checkin("banana\nupdate\n\nred\nstuck\n2024\nsoon\n\n", "--owner", "Group Manager")
    assert "'banana' is not one of: keep, update, skip, quit" in err
    assert "the forecast 2024 lies before the update" in err
    assert "expected by: 'soon' is not a date" in err
    assert "1 action updated" in err


def test_nothing_said_yet_cannot_be_kept(small, checkin):
    path = small / FILE
    path.write_text(
        path.read_text(encoding="utf-8").replace("starts: 2026-01-01", "due: 2025-09-01"),
        encoding="utf-8",
    )
    _, _, err = checkin("keep\n\n" * 20)
    assert "nothing has been said of it yet that could be kept" in err


def test_a_forecast_that_has_passed_cannot_be_kept(small, checkin):
    path = small / FILE
    path.write_text(path.read_text("utf-8").replace("forecast: 2025-12", "forecast: 2025-09-30"), encoding="utf-8")
    _, _, err = checkin("keep\nskip\n", "--owner", "Group Manager")
    assert "the forecast 2025-09-30 lies before the update; " in err
    assert "1 action skipped" in err


class TestReadings:
    """Late readings come after the actions."""

    PERFORMANCE = ("--owner", "Performance Team")

    def test_a_late_reading_is_shown_with_the_last_ones_and_written_as_record_does(self, small, checkin):
        code, out, err = checkin("2025/26 Q1 29\n", *self.PERFORMANCE)
        assert code == 0
        assert (
            "1 of 1: waiting\n  owner: Performance Team\n  Days until a first break\n  now red: 31 days is worse" in err
        )
        assert (
            "  last readings: 2023/24 Q4 30 days; 2024/25 Q4 31 days\n"
            "  the reading for the quarter to 2025-06-30 is 63 days late\n"
            "PERIOD VALUE, such as 2025/26 Q1 64; or nothing to skip: wrote measures/carers.yaml:26\n" in err
        )
        assert out.startswith("waiting: red → not rated\n  no target is declared for 2025/26 Q1\n")
        assert "readings: {2023/24 Q4: 30, 2024/25 Q4: 31, 2025/26 Q1: 29}" in (small / MEASURES).read_text("utf-8")
        assert "\n1 reading recorded\n  'git diff' shows what was written" in err

    def test_a_refused_answer_is_asked_again(self, small, checkin):
        answers = ("Q5 4", "2025/26 Q1", "2025/26 Q1 abc", "2011-12 3", "2024/25 Q4 33", "2026 5", "2025/26 Q1 105/262")
        before = (small / MEASURES).read_bytes()
        _, _, err = checkin("".join(f"{answer}\n" for answer in (*answers, "skip")), *self.PERFORMANCE)
        for said in (
            "'Q5' is not a period; write 2022/23",
            "there is no figure after 2025/26 Q1; write it as 2025/26 Q1 64",
            "'abc' is neither a number nor a symbol; write a plain number",
            "'2011-12' may be a financial year or a month",
            "'waiting' has a reading for 2024/25 Q4: 31; 'strategy record' with --revise replaces it",
            "a reading of 'waiting' for 2026, which has not begun",
            "'105/262' is a part of a whole, but the unit is days; type the number alone",
        ):
            assert said in err
        assert ("1 reading skipped" in err, (small / MEASURES).read_bytes() == before) == (True, True)

    def test_nothing_skips_it_quit_stops_and_both_are_counted(self, small, checkin):
        assert "\n1 reading skipped\n" in checkin("\n", *self.PERFORMANCE)[2]
        assert "\n1 reading still waiting\n" in checkin("quit\n", *self.PERFORMANCE)[2]
        assert "\n1 reading still waiting\n" in checkin("", *self.PERFORMANCE)[2]

    def test_actions_and_readings_are_counted_apart(self, small, checkin):
        err = checkin("keep\n\nskip\nskip\nskip\n2025/26 Q1 29\n")[2]
        assert "\n1 action kept, 1 reading recorded, 3 actions skipped\n" in err

    def test_once_it_is_there_it_waits_no_more(self, small, checkin):
        checkin("2025/26 Q1 29\n", *self.PERFORMANCE)
        assert checkin("", *self.PERFORMANCE)[2] == "nothing waits for a word\n"

    def test_a_reading_is_known_from_the_day_of_the_meeting(self, small, checkin):
        checkin("2025/26 Q1 29\n", "--on", "2025-09-30", *self.PERFORMANCE)
        text = (small / MEASURES).read_text("utf-8")
        assert "2025/26 Q1: {value: 29, recorded: 2025-09-30}" in text

    def test_ctrl_c_loses_nothing(self, small, run, monkeypatch):
        class Impatient(io.StringIO):
            def readline(self, *_):
                if line := super().readline():
                    return line
                raise KeyboardInterrupt

        monkeypatch.setattr("sys.stdin", Impatient("skip\n" * 4))
        code, _, err = run("checkin")
        assert (code, "4 actions skipped, 1 reading still waiting" in err) == (130, True)

    def test_one_known_in_words_takes_words(self, small, checkin):
        path = small / MEASURES
        told = "unit: narrative\n    frequency: quarter"
        path.write_text(
            path.read_text("utf-8").replace("unit: narrative", told).replace("{2024: {w", "{2024/25 Q4: {w"), "utf-8"
        )
        _, _, err = checkin("skip\n" * 4 + "2025/26 Q1 Better than a year ago\n")
        assert "PERIOD VALUE, such as 2025/26 Q1 better than last year; or nothing to skip: wrote" in err
        assert "2025/26 Q1: {words: Better than a year ago}" in path.read_text("utf-8")


def test_a_file_that_is_broken_meanwhile_costs_only_its_own_questions(small, checkin):
    path = small / MEASURES
    path.write_text(path.read_text("utf-8").replace("2024/25 Q3: 70", "2024/25 Q3: seventy"), encoding="utf-8")
    code, _, err = checkin("skip\n" * 4)
    assert code == 0
    assert "nothing was written: the file has an error at measures/carers.yaml:" in err
    assert "\n4 actions skipped, 1 reading skipped\n" in err


def test_what_could_not_be_read_is_said_before_the_first_question(small, checkin):
    (small / FILE).write_text("[", encoding="utf-8")
    code, _, err = checkin("skip\n" * 9)
    assert code == 0
    assert err.startswith(f"left out, because of 1 error in {FILE}:\n")
    assert "'strategy validate' explains each one\n" in err


def test_nothing_waiting_is_said(small, checkin):
    assert checkin("", "--owner", "Participation Officer")[::2] == (0, "nothing waits for a word\n")


def test_an_owner_whom_nobody_knows_is_a_mistype(checkin, small):
    code, _, err = checkin("", "--owner", "Gruop Manager")
    assert (code, err) == (2, "error: no owner is called 'Gruop Manager'\n  help: did you mean Group Manager?\n")


def test_a_wrong_day_is_refused(small, checkin):
    code, _, err = checkin("", "--on", "soon")
    assert (code, "'soon' is not a date" in err) == (2, True)
    code, _, err = checkin("", "--on", "2025-12-24")
    assert (code, err) == (2, "error: 2025-12-24 has not come yet\n  help: --on is the day of the meeting\n")


class TestWhatIsNotChanged:
    """Colour and forecast stay, whatever else is said; the word none takes them back."""

    MANAGER = ("--owner", "Group Manager")

    def said(self, small):
        return (small / FILE).read_text("utf-8").split("- on: 2025-10-01\n")[1].split("- id:")[0]

    def test_they_stay_where_only_a_note_is_new(self, small, checkin):
        _, _, err = checkin("update\n\n\nStill no printer\n\n", *self.MANAGER)
        assert "red, amber, green or none [red]: note: expected by, or none [2025-12]: wrote" in err
        assert "and this one does not" not in err
        said = self.said(small)
        assert ("rag: red" in said, "forecast: 2025-12" in said) == (True, True)

    def test_none_takes_them_back(self, small, checkin):
        _, _, err = checkin("update\n\nnone\nThe printer is back\nnone\n", *self.MANAGER)
        assert "and this one does not" not in err  # who was asked for it has not forgotten it
        assert "rag:" not in self.said(small)
        assert "forecast:" not in self.said(small)

    def test_a_forecast_that_has_passed_is_not_offered(self, small, checkin):
        path = small / FILE
        path.write_text(path.read_text("utf-8").replace("forecast: 2025-12", "forecast: 2025-09-30"), encoding="utf-8")
        _, _, err = checkin("update\n\n\nStill no printer\n\n", *self.MANAGER)
        assert "expected by: wrote" in err


class TestBack:
    """A step back, also over what is written already."""

    def test_inside_an_action_the_answers_stay(self, small, checkin):
        _, _, err = checkin("update\n\namber\nback\nback\nback\nupdate\n\ngreen\nAll agreed\nnone\nquit\n")
        assert err.count("keep, update, skip or quit") == 3
        assert "red, amber, green or none [amber]: " in err
        assert "- on: 2025-10-01\n            state: in-progress\n            rag: green" in (small / FILE).read_text(
            "utf-8"
        )

    def test_before_the_first_thing_there_is_none(self, small, checkin):
        assert "  this is the first question\n" in checkin("back\nquit\n")[2]

    def test_what_was_written_is_taken_back_and_offered_again(self, small, checkin):
        before = (small / FILE).read_bytes()
        _, _, err = checkin("update\n\namber\nHalf agreed\nnone\nback\nskip\nquit\n")
        assert "  taken back: young-carers/seen-02\n" in err
        assert (small / FILE).read_bytes() == before
        _, _, err = checkin("update\n\namber\nHalf agreed\nnone\nback\n\n\n\n\n\nquit\n")
        assert "note [Half agreed]: " in err
        assert (small / FILE).read_text("utf-8").count("note: Half agreed") == 1

    def test_what_was_changed_since_is_not_taken_back(self, small, checkin, monkeypatch):
        path = small / FILE

        class Colleague(io.StringIO):
            def readline(self, *_):
                line = super().readline()
                if line.startswith("back"):
                    path.write_text(path.read_text("utf-8").replace("Half agreed", "Half of it agreed"), "utf-8")
                return line

        monkeypatch.setattr(io, "StringIO", Colleague)
        _, _, err = checkin("update\n\namber\nHalf agreed\nnone\nback\nquit\n")
        assert "nothing was taken back: strategies/young-carers.yaml:" in err
        assert "note: Half of it agreed" in path.read_text("utf-8")


class TestABusyFile:
    """What was typed is kept and offered again where it cannot be written."""

    @pytest.fixture
    def held(self, monkeypatch):
        monkeypatch.setattr(write, "PATIENCE", 0.01)

        def called(folder, release_at):
            lock = write.locked(folder)
            lock.__enter__()

            class Meanwhile(io.StringIO):
                def readline(self, *_):
                    line = super().readline()
                    if line.strip() == release_at:
                        lock.__exit__(None, None, None)
                        return "\n"
                    return line

            monkeypatch.setattr(io, "StringIO", Meanwhile)
            return lock

        return called

    def test_enter_tries_again(self, small, checkin, held):
        lock = held(small, "now")
        _, out, err = checkin("update\n\namber\nHalf agreed\nnone\n\nnow\nquit\n", "--owner", "Group Manager")
        assert err.count("another command is writing to this portfolio and does not come to an end") == 2
        assert "again, change, skip or quit [again]: " in err
        assert "note: Half agreed" in (small / FILE).read_text("utf-8")
        assert "its owner judged it amber on 2025-10-01" in out
        del lock

    def test_what_is_left_is_said_as_a_command(self, small, checkin, held):
        lock = held(small, "never")
        _, _, err = checkin("update\n\namber\nHalf agreed\nnone\nskip\n" + "quit\n", "--by", "Head of Service")
        assert (
            "  not written; later: strategy update young-carers/seen-02 --state in-progress --rag amber "
            '--note "Half agreed" --by "Head of Service" --on 2025-10-01\n' in err
        )
        lock.__exit__(None, None, None)

    def test_a_reading_is_offered_again_too(self, small, checkin, held):
        lock = held(small, "now")
        answers = "2025/26 Q1 29\nchange\n\nnow\n"
        _, _, err = checkin(answers, "--owner", "Performance Team")
        assert "; or skip [2025/26 Q1 29]: " in err
        assert "2025/26 Q1: 29" in (small / MEASURES).read_text("utf-8")
        del lock

    def test_the_end_of_input_says_it_too(self, small, checkin, held):
        lock = held(small, "never")
        _, _, err = checkin("2025/26 Q1 29\n", "--owner", "Performance Team")
        assert 'not written; later: strategy record waiting "2025/26 Q1" 29\n' in err
        lock.__exit__(None, None, None)


@pytest.mark.parametrize("width", [20, 33, 40, 64, 80, 121])
def test_no_word_is_broken_at_any_width(small, run, monkeypatch, width):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    class Keyboard(io.StringIO):
        def readline(self, *_):
            sys.stderr.write("\n")
            return super().readline()

    def shown_at(columns):
        screen, before = Terminal(), (small / FILE).read_bytes()
        answers = "update\n\namber\nHalf agreed\nnone\n" + "skip\n" * 5
        with monkeypatch.context() as at:
            at.setenv("COLUMNS", str(columns))
            at.setattr("sys.stdin", Keyboard(answers))
            at.setattr("sys.stderr", screen)
            at.setattr("sys.stdout", screen)
            assert run_command(["checkin"]) == 0
        (small / FILE).write_bytes(before)
        return screen.getvalue()

    shown = shown_at(width)
    assert shown.split() == shown_at(1000).split()
    assert [line for line in shown.splitlines() if len(line.rstrip()) > width and len(line.split()) > 1] == []
