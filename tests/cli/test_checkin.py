"""`strategy checkin`: one screen for each thing that waits, every answer written at once, nothing lost."""

import io

import pytest

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


def test_keep_says_again_what_was_said_with_a_word_of_its_own(small, checkin):
    checkin("keep\n\nquit\n", "--owner", "group manager", "--by", "Group Manager")
    text = (small / FILE).read_text(encoding="utf-8")
    kept = ["- on: 2025-10-01", "  state: in-progress", "  rag: red", "  note: no change", "  by: Group Manager"]
    assert "\n          ".join([*kept, "  forecast: 2025-12"]) in text


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
        told = "unit: narrative\n    frequency: year"
        path.write_text(
            path.read_text("utf-8").replace("unit: narrative", told).replace("{2024: {w", "{2023: {w"), "utf-8"
        )
        _, _, err = checkin("skip\n" * 4 + "2024 Better than a year ago\n")
        assert "PERIOD VALUE, such as 2024 better than last year; or nothing to skip: wrote" in err
        assert "2024: {words: Better than a year ago}" in path.read_text("utf-8")


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
