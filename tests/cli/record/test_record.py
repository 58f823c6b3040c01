"""`strategy record`: one line of a file changes, and a figure that is replaced stays in view."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from strategy_tracker.cli import options
from tests.cli.repository import Repository

FILE = "measures/carers.yaml"
Q2 = "2025/26 Q2"
TO_COME = "{value: 88, state: provisional, note: Two schools to come}"


pytestmark = pytest.mark.usefixtures("today")


def test_a_figure_is_one_line_after_the_period_before_it_and_the_answer_says_what_it_does(small, run, lines):
    code, out, err = run("record", "schools-trained", Q2, "91.5")
    assert code == 0
    assert lines() == ["+       2025/26 Q2: 91.5"]
    assert out == (
        "schools-trained: amber → green\n"
        "  91.5% meets the target of 90%\n"
        "  against the period before: better: 88% in 2025/26 Q1 to 91.5% in 2025/26 Q2, +3.5 points\n"
        "  against the same period last year: not enough data: the reading for 2024/25 Q2 is suppressed: "
        "it is neither zero nor missing\n"
    )
    assert err == f"wrote {FILE}:17\n  undo: strategy undo\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["91%"], "2025/26 Q2: 91"),
        ([" 91.50 % "], "2025/26 Q2: 91.50"),
        (["c"], "2025/26 Q2: c"),
        (["LOW"], "2025/26 Q2: low"),
        (["105/262"], "2025/26 Q2: {numerator: 105, denominator: 262}"),
        (["91", "--provisional"], "2025/26 Q2: {value: 91, state: provisional}"),
        (["91", "--note", "Held: two late"], "2025/26 Q2: {value: 91, note: 'Held: two late'}"),
        (
            ["c", "--note", "Few", "--provisional", "--source", "Dashboard", "--on", "2025-09"],
            "2025/26 Q2: {symbol: c, note: Few, state: provisional, source: Dashboard, recorded: 2025-09}",
        ),
    ],
)
def test_a_reading_is_written_as_short_as_it_can_be(small, run, lines, arguments, line):
    assert run("record", "schools-trained", Q2, *arguments)[0] == 0
    assert lines() == [f"+       {line}"]


def test_readings_in_braces_stay_in_braces_and_a_measure_without_any_gets_its_first(small, run, lines):
    assert run("record", "waiting", Q2, "25")[0] == 0
    assert run("record", "calls", Q2, "17")[0] == 0
    assert [line for line in lines() if line[0] == "+"] == [
        "+     readings: {2023/24 Q4: 30, 2024/25 Q4: 31, 2025/26 Q2: 25}",
        "+     readings:",
        "+       2025/26 Q2: 17",
    ]


def test_a_period_between_two_others_goes_between_them_and_an_early_one_before_them(small, run, lines, put):
    start = put("      2024/25 Q2: c\n", "")
    assert run("record", "schools-trained", "2024/25 Q2", "66")[0] == 0
    assert run("record", "schools-trained", "2022/23 Q4", "50")[0] == 0
    assert lines(start) == ["+       2022/23 Q4: 50", "+       2024/25 Q2: 66"]
    text = (small / FILE).read_text(encoding="utf-8")
    assert "2024/25 Q1: 64\n      2024/25 Q2: 66\n" in text
    assert "readings:\n      2022/23 Q4: 50\n      2023/24 Q4: 60\n" in text


def test_a_person_who_writes_the_newest_first_finds_it_first(small, run, put):
    put("{2022/23: 4.5, 2023/24: 0, 2024/25: -4}", "{2023/24: 0, 2022/23: 4.5}   # newest first")
    for year, value in (("2024/25", "-4"), ("2021/22", "1"), ("2025/26", "3")):
        assert run("record", "staff", year, value)[0] == 0
    first = "2025/26: {value: 3, recorded: 2025-10-01}, 2024/25: -4"
    wanted = f"    readings: {{{first}, 2023/24: 0, 2022/23: 4.5, 2021/22: 1}}   # newest first\n"
    assert wanted in (small / FILE).read_text(encoding="utf-8")


def test_comments_and_windows_line_endings_stay(small, run, lines, put):
    start = put("      2024/25 Q4: 76.5\n", "      2024/25 Q4: 76.5   # checked twice\n", "\r\n")
    assert run("record", "schools-trained", Q2, "91")[0] == 0
    assert run("record", "schools-trained", "2024/25 Q4", "77", "--revise")[0] == 0
    assert lines(start) == [
        "-       2024/25 Q4: 76.5   # checked twice\r",
        "+       2024/25 Q4: {value: 77, state: revised, was: [{value: 76.5, until: 2025-10-01}]}   # checked twice\r",
        "+       2025/26 Q2: 91\r",
    ]


@pytest.mark.parametrize("typed", [["-0.4"], ["--", "-0.4"], ["\N{MINUS SIGN}0.4"], ["-0.4%"]])
def test_a_negative_figure_is_typed_as_it_is_or_pasted_with_its_own_minus(small, run, lines, typed):
    assert run("record", "staff", "2025/26", *typed)[0] == 0
    assert lines()[1] == (
        "+     readings: {2022/23: 4.5, 2023/24: 0, 2024/25: -4, 2025/26: {value: -0.4, recorded: 2025-10-01}}"
    )


def test_a_negative_figure_may_follow_a_flag_and_the_value_of_an_option_stays_as_typed(small, run, lines):
    assert run("record", "staff", "2023/24", "--revise", "-0.4", "--note", "-5")[0] == 0
    assert "2023/24: {value: -0.4, note: '-5', state: revised, was: [{value: 0, until: 2025-10-01}]}" in lines()[1]


@pytest.mark.parametrize("typed", [["--nte", "-0.4"], ["-n", "-0.4"], ["-0.4", "-x"], ["-0.4x"]])
def test_a_mistyped_option_is_still_refused(small, run, lines, typed):
    code, out, err = run("record", "staff", "2025/26", *typed)
    assert (code, out, lines()) == (2, "", [])
    assert err.endswith("  help: strategy record --help\n")


def test_a_period_still_running_counts_from_the_day_it_is_recorded(small, run, lines):
    code, out, _ = run("record", "schools-trained", "2025/26 Q3", "93")
    assert (code, lines()) == (0, ["+       2025/26 Q3: {value: 93, recorded: 2025-10-01}"])
    assert "93% meets" in out


def test_a_measure_known_in_words_takes_words(small, run, lines):
    code, out, _ = run("record", "mood", "2025-09", "Better than last year")
    assert code == 0
    assert lines()[1] == ("+     readings: {2024: {words: mostly well}, 2025-09: {words: Better than last year}}")
    assert out.startswith("mood: not rated\n")


def test_another_kind_of_period_is_noticed_and_not_refused(small, run):
    code, out, err = run("record", "schools-trained", "2024/25", "77")
    assert code == 0
    assert "note: the other readings of 'schools-trained' are for quarters" in err
    assert out.endswith("  2024/25 is not the latest reading: colour and arrows are those of 2025/26 Q1\n")
    assert "are for financial years" in run("record", "carers-known", "2024", "12")[2]
    assert "note:" not in run("record", "calls", Q2, "17")[2]


def test_what_is_there_already_is_shown_and_not_replaced_unasked(small, run, lines):
    code, out, err = run("record", "schools-trained", "2025/26 Q1", "90")
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        f"error: 'schools-trained' has a reading for 2025/26 Q1: {TO_COME}",
        "  help: 'strategy record' with --revise replaces it and keeps what it was",
    ]
    assert lines() == []


@pytest.mark.parametrize("note", [[], ["--note", "Two schools to come"]])
def test_the_same_figure_again_writes_nothing(small, run, lines, note):
    code, out, err = run("record", "schools-trained", "2025/26 Q1", "88.0", "--provisional", *note)
    assert (code, out, lines()) == (0, "", [])
    assert err == f"already recorded, nothing was written: 'schools-trained' for 2025/26 Q1 is {TO_COME}\n"
    assert run("record", "schools-trained", "2024/25 Q4", "76.5")[0] == 0


@pytest.mark.parametrize("note", [[], ["--note", "Two schools to come"]])
def test_a_provisional_figure_typed_as_a_firm_one_is_not_called_recorded(small, run, lines, note):
    code, out, err = run("record", "schools-trained", "2025/26 Q1", "88.0", *note)
    assert (code, out, lines()) == (2, "", [])
    assert err.splitlines() == [
        f"error: nothing was written: 'schools-trained' for 2025/26 Q1 is provisional: {TO_COME}",
        "  help: if it is confirmed, 'strategy record' with --revise makes it final",
    ]


def test_recording_twice_is_recording_once(small, run, lines):
    for words in ("wrote", "already recorded"):
        code, _, err = run("record", "schools-trained", Q2, "105/262", "--source", "Dashboard")
        assert (code, err.startswith(words)) == (0, True)
    assert len(lines()) == 1


UNSAID = """\
note: 'schools-trained' for 2024/25 Q3 is revised, and no reason is on record
  help: say it with --why "…"
"""
REVISIONS = [
    ("2024/25 Q4", ["77"], "{value: 77, state: revised, was: [{value: 76.5, until: 2025-10-01}]}"),
    (
        "2024/25 Q4",
        ["105/262"],
        "{numerator: 105, denominator: 262, state: revised, was: [{value: 76.5, until: 2025-10-01}]}",
    ),
    ("2024/25 Q2", ["66"], "{value: 66, state: revised, was: [{symbol: c, until: 2025-10-01}]}"),
    ("2024/25 Q3", ["c"], "{symbol: c, state: revised, was: [{value: 70, until: 2025-10-01}]}"),
    ("2024/25 Q3", ["71", "--on", "2025-06-01"], "{value: 71, state: revised, was: [{value: 70, until: 2025-06-01}]}"),
    (
        "2025/26 Q1",
        ["90"],
        "{value: 90, state: revised, note: Two schools to come, was: [{value: 88, until: 2025-10-01}]}",
    ),
    (
        "2025/26 Q1",
        ["90", "--provisional", "--note", "One to come"],
        "{value: 90, state: provisional, note: One to come, was: [{value: 88, until: 2025-10-01}]}",
    ),
    ("2025/26 Q1", ["88"], "{value: 88, state: final, note: Two schools to come}"),
    (
        "2025/26 Q1",
        ["88", "--provisional", "--note", "None to come"],
        "{value: 88, state: provisional, note: None to come}",
    ),
]


@pytest.mark.parametrize(("period", "arguments", "reading"), REVISIONS)
def test_a_revision_keeps_what_the_reading_was(small, run, lines, period, arguments, reading):
    code, _, err = run("record", "schools-trained", period, *arguments, "--revise")
    assert (code, err.startswith(f"wrote {FILE}:")) == (0, True)
    assert [line for line in lines() if line[0] == "+"] == [f"+       {period}: {reading}"]
    assert run("validate")[0] == 0


def at_a_terminal(monkeypatch, text):
    stream = io.StringIO(text)
    stream.isatty = lambda: True
    monkeypatch.setattr("sys.stdin", stream)


def test_the_reason_of_a_revision_stands_beside_the_figure(small, run, lines):
    why = "Two schools were counted twice"
    code, _, err = run("record", "schools-trained", "2024/25 Q3", "71", "--revise", "--why", why)
    assert (code, err.startswith(f"wrote {FILE}:"), "note:" in err) == (0, True, False)
    reading = f"{{value: 71, state: revised, was: [{{value: 70, until: 2025-10-01, why: {why}}}]}}"
    assert [line for line in lines() if line[0] == "+"] == [f"+       2024/25 Q3: {reading}"]
    told = f"revised: it was 70% until 2025-10-01 ({why})"
    assert told in " ".join(run("show", "schools-trained")[1].split())
    assert told in run("export", "--format", "csv")[1]


def test_the_reason_of_a_revision_is_asked_for_at_a_terminal(small, run, lines, monkeypatch):
    at_a_terminal(monkeypatch, "Typed twice\n")
    code, _, err = run("record", "schools-trained", "2024/25 Q3", "71", "--revise")
    assert (code, err.startswith("why was it revised, for whoever asks in a year: ")) == (0, True)
    assert "why: Typed twice" in "".join(lines())


@pytest.mark.parametrize(
    "arguments",
    [
        ["2024/25 Q3", "71", "--revise", "--why", "Typed twice"],
        ["2024/25 Q3", "71", "--revise", "--note", "Typed twice"],
        ["2024/25 Q2", "66", "--revise"],
        ["2024/25 Q3", "c", "--revise"],
        ["2024/25 Q3", "70", "--revise"],
    ],
)
def test_nobody_is_asked_for_a_reason_where_no_firm_figure_became_another_or_it_is_given(
    small, run, monkeypatch, arguments
):
    at_a_terminal(monkeypatch, "")
    code, _, err = run("record", "schools-trained", *arguments)
    assert (code, "why was it revised" in err, "no reason is on record" in err) == (0, False, False)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([Q2, "91"], "--why says why a figure was revised"),
        (["2024/25 Q3", "70", "--revise"], "the figure is the same"),
    ],
)
def test_a_reason_is_of_a_revision(small, run, lines, arguments, message):
    code, _, err = run("record", "schools-trained", *arguments, "--why", "Typed twice")
    assert (code, lines()) == (2, [])
    assert message in err


def test_a_second_revision_adds_to_the_first(small, run, lines):
    for value in ("77", "c", "78"):
        assert run("record", "schools-trained", "2024/25 Q4", value, "--revise")[0] == 0
    [line] = [line for line in lines() if line[0] == "+"]
    assert (
        "was: [{value: 76.5, until: 2025-10-01}, {value: 77, until: 2025-10-01}, {symbol: c, until: 2025-10-01}]"
        in line
    )
    assert "value: 78" in line
    out = run("show", "schools-trained", "--as-at", "2025-04-01")[1]
    assert "revised: it was 76.5% until 2025-10-01" in " ".join(out.split())
    assert "then suppressed until 2025-10-01" in " ".join(out.split())


def test_a_reading_on_lines_changes_key_by_key(small, run, lines, put):
    block = """\
      2025/26 Q1:
        value: 88.2   # from the form
        numerator: 75
        denominator: 85
        note: 'Two schools to come'
"""
    start = put(f"      2025/26 Q1: {TO_COME}\n", block)
    assert (
        run("record", "schools-trained", "2025/26 Q1", "76/85", "--revise")[0] == 2
    )  # there is a comment at the value
    assert lines(start) == []
    start = put("   # from the form", "")
    assert run("record", "schools-trained", "2025/26 Q1", "76/85", "--revise")[0] == 0
    assert lines(start) == [
        "-         value: 88.2",
        "-         numerator: 75",
        "+         numerator: 76",
        "+         state: revised",
        "+         was:",
        "+           - value: 88.2",
        "+             numerator: 75",
        "+             denominator: 85",
        "+             until: 2025-10-01",
    ]


def test_an_unreliable_number_that_became_reliable_is_a_revision(small, run, lines, put):
    put("2024/25 Q3: 70", "2024/25 Q3: {symbol: u, value: 70}")
    assert run("record", "schools-trained", "2024/25 Q3", "70", "--revise")[0] == 0
    assert "was: [{value: 70, symbol: u, until: 2025-10-01}]" in " ".join(lines())


def test_the_same_year_written_in_full_is_the_same_period(small, run, lines, put):
    put("readings: {2024/25: {value: 1250,", "readings: {2024/2025: {value: 1250,")
    assert "has a reading for 2024/2025" in run("record", "grants", "2024/25", "1300")[2]
    assert run("record", "grants", "2024/25", "1300", "--revise")[0] == 0
    assert "2024/2025: {value: 1300, state: revised" in (small / FILE).read_text(encoding="utf-8")


def test_a_number_withheld_later_is_not_told_by_what_is_printed(small, run):
    code, out, err = run("record", "spent", "2024/25", "c", "--revise")
    assert (code, "500" in out) == (0, False)
    assert "note: the file and its history still hold what it was" in err
    out = run("show", "spent")[1]
    assert "revised: what it was before is withheld as well" in out
    assert "500" not in out


@pytest.mark.parametrize(
    ("arguments", "message", "mend"),
    [
        (
            ["schools-trained", Q2, "100.1"],
            "100.1 for 'schools-trained' in 2025/26 Q2: a percentage over 100",
            "correct",
        ),
        (["schools-trained", Q2, "101/100"], "nothing was written: 101 of 100", "correct one of them"),
        (["schools-trained", Q2, "1/0"], "a denominator of 0", "correct"),
        (["schools-trained", Q2, "1/"], "'' is neither a number nor a symbol", "such as 105/262"),
        (["schools-trained", Q2, "--", "-1"], "less than 0", "correct"),
        (["calls", Q2, "--", "-17"], "less than 0", "correct"),
        (["calls", Q2, "17/20"], "'17/20' is a part of a whole, but the unit is count", "type the number alone"),
        (["waiting", Q2, "25%"], "'25%' is neither a number nor a symbol", "without quotes, commas, plus or %"),
        (["calls", Q2, "1,234"], "'1,234' is neither", "without quotes, commas"),
        (["calls", Q2, "many"], "'many' is neither a number nor a symbol", "one of c, x, z, low, u"),
        (["calls", "2011-12", "5"], "'2011-12' may be a financial year or a month", "write 2011/12 for the year"),
        (["calls", "Q2", "5"], "'Q2' is not a period", "write 2022/23"),
        (["calls", "2026", "5"], "a reading of 'calls' for 2026, which has not begun", "correct the date"),
        (["calls", Q2, "5", "--on", "2025-12-24"], "2025-12-24 has not come yet", "a day that has come"),
        (
            ["calls", Q2, "5", "--on", "2025-06-30"],
            "recorded 2025-06-30, before 2025/26 Q2 began",
            "the day or the period",
        ),
        (
            ["grants", "2024/25", "1300", "--revise", "--on", "2025-04-20"],
            "until 2025-04-20, but the value before it was there until 2025-05-01",
            "the oldest value comes first",
        ),
        (["calls", Q2, "5", "--on", "soon"], "--on: 'soon' is not a date", "write it as"),
        (["calls", Q2, "5", "--revise"], "'calls' has no reading for 2025/26 Q2 to revise", "leave --revise out"),
        (["schools-trained", "2024/25 Q4", "120", "--revise"], "a percentage over 100", "correct"),
        (["shools-trained", Q2, "5"], "no measure has the id 'shools-trained'", "did you mean schools-trained?"),
        (
            ["seen-02", Q2, "5"],
            "'seen-02' is an action, not a measure",
            "'strategy update seen-02' says how it is going",
        ),
        (
            ["seen-01", Q2, "5"],
            "'seen-01' is an action, not a measure",
            "'strategy update seen-01' says how it is going",
        ),
        (["listen", Q2, "5"], "'listen' is a commitment, not a measure", "'strategy show listen' shows it"),
        (["sen-99", Q2, "5"], "no measure has the id 'sen-99'", "lists ids"),
        (["calls", Q2, "5", "--nte", "x"], "--nte", "record --help"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(small, run, lines, arguments, message, mend):
    code, out, err = run("record", *arguments)
    assert (code, out, lines()) == (2, "", [])
    assert message in err.partition("  help: ")[0]
    assert mend in err.partition("  help: ")[2]


@pytest.mark.parametrize(
    ("period", "value", "code", "told"),
    [
        ("2025/26", "5", "period-not-over", "a reading of 'calls' for 2025/26, which is not over until 2026-03-31"),
        (Q2, "17.5", "count-with-a-part", "17.5 for 'calls' in 2025/26 Q2 is not a whole number"),
    ],
)
def test_what_may_be_meant_is_taken_and_asked_about(small, run, lines, period, value, code, told):
    done, _, err = run("record", "calls", period, value)
    assert (done, bool(lines())) == (0, True)
    assert told in err
    assert f"[{code}]" in err
    assert "  help: " in err


def test_a_figure_so_far_is_taken_without_a_question_where_it_says_so(run):
    assert "period-not-over" not in run("record", "calls", "2025/26", "5", "--note", "To the end of September")[2]
    assert "period-not-over" not in run("record", "calls", "2025", "5", "--provisional")[2]


def test_nothing_of_nothing_is_a_figure_that_is_not_rated(small, run):
    code, out, _ = run("record", "schools-trained", Q2, "0/0")
    assert code == 0
    assert "not rated\n  the reading for 2025/26 Q2 is a share of 0: there was nothing to measure\n" in out
    assert run("validate")[0] == 0


def test_a_figure_is_not_revised_before_it_was_known(small, run, lines):
    assert run("record", "calls", "2025/26 Q1", "5", "--on", "2025-07-15")[0] == 0
    written = lines()
    code, out, err = run("record", "calls", "2025/26 Q1", "6", "--revise", "--on", "2025-07-14")
    assert (code, out, lines()) == (2, "", written)
    assert "'calls' for 2025/26 Q1 became known on 2025-07-15, after 2025-07-14" in err
    assert run("record", "calls", "2025/26 Q1", "6", "--revise", "--on", "2025-07-16")[0] == 0


@pytest.mark.parametrize(
    "former", ["until: 2025-05-01", "value: 1200, symbol: c", "numerator: 5", "symbol: c, words: few"]
)
def test_a_former_value_typed_by_hand_is_one_thing(small, run, put, former):
    put("was: [{value: 1200, until: 2025-05-01}]", f"was: [{{{former}}}]")
    code, out, _ = run("validate")
    assert (code, "a former value is one thing: a number, a symbol or words [wrong-shape]" in out) == (1, True)


@pytest.mark.parametrize(
    "former", ["symbol: u, value: 1200", "numerator: 5, denominator: 9", "words: few, until: 2025"]
)
def test_a_former_value_may_be_all_that_a_reading_may_be(small, run, put, former):
    put("was: [{value: 1200, until: 2025-05-01}]", f"was: [{{{former}}}]")
    assert run("validate")[0] == 0
    assert run("show", "grants")[0] == 0


def test_a_settings_file_may_allow_what_a_check_refuses(small, run):
    (small / "strategy-tracker.yaml").write_text("severity: {out-of-range: off}\n", encoding="utf-8")
    assert run("record", "calls", Q2, "17.5")[0] == 0


def test_a_part_of_an_id_is_enough_and_one_that_may_be_two_is_not(small, run, lines):
    assert run("record", "trained", Q2, "91")[0] == 0
    measured = (small / FILE).read_text(encoding="utf-8")
    (small / FILE).write_text(measured + "  - {id: staff-trained, title: T, unit: count}\n", encoding="utf-8")
    code, out, err = run("record", "trained", Q2, "91")
    assert (code, out) == (2, "")
    assert "'trained' may be any of these:" in err


def test_ids_complete_in_the_shell(small):
    from strategy_tracker.cli.app import command

    parameter = next(one for one in command("record").params if one.name == "measure")
    assert "schools-trained" in [item.value for item in parameter.shell_complete(None, "schools")]


@pytest.mark.parametrize("arguments", [[Q2, "91"], ["2024/25 Q3", "71", "--revise"]])
def test_a_dry_run_prints_the_diff_and_writes_nothing(small, run, lines, arguments):
    code, out, err = run("record", "schools-trained", *arguments, "--dry-run")
    assert (code, lines()) == (0, [])
    assert f"+++ b/{FILE}" in out
    assert f"+      {arguments[0]}: " in out
    assert err == ("" if "--revise" not in arguments else UNSAID)


def test_a_file_with_an_error_is_not_written_to(small, run, lines, put):
    start = put("2024/25 Q3: 70", "2024/25 Q3: seventy")
    code, out, err = run("record", "schools-trained", Q2, "91")
    assert (code, out, lines(start)) == (2, "", [])
    assert "nothing was written: the file has an error" in err


def test_a_measure_that_moves_while_it_is_recorded_is_not_mistaken_for_its_neighbour(small, run, monkeypatch):
    from strategy_tracker.app import find_item

    find = find_item.find

    def then_moved(*arguments):
        found = find(*arguments)
        path = small / FILE
        text = path.read_text(encoding="utf-8").replace(
            "measures:\n", "measures:\n  - {id: new, title: N, unit: count}\n"
        )
        path.write_text(text, encoding="utf-8")
        return found

    monkeypatch.setattr(find_item, "find", then_moved)
    code, _, err = run("record", "schools-trained", Q2, "91")
    assert (code, "'schools-trained' has moved in the file a moment ago" in err) == (2, True)


def test_through_a_pipe_it_says_the_same_and_how_to_undo_it(small):
    Repository(small).commit("First", "2025-09-30")
    source = str(Path(options.__file__).parents[2])
    result = subprocess.run(
        [sys.executable, "-m", "strategy_tracker", "record", "calls", "2025/26 Q1", "17"],
        cwd=small, capture_output=True, text=True, encoding="utf-8", check=False, input="",
        env={**os.environ, "PYTHONPATH": source},
    )  # fmt: skip
    assert (result.returncode, result.stdout.splitlines()[0]) == (0, "calls: not rated")
    assert result.stderr == f"wrote {FILE}:60\n  undo: strategy undo\n"


class TestSeveral:
    """Many figures at once: all of them, or none, and every one that cannot be is named by its place."""

    def table(self, monkeypatch, text):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    def test_pairs_of_one_measure_are_one_edit_each_in_its_place(self, small, run, lines):
        code, out, err = run("record", "schools-trained", "2025/26 Q2=91.5", "2023/24 Q3=58", "2025/26 Q3=92")
        assert code == 0
        assert lines() == [
            "+       2023/24 Q3: 58",
            "+       2025/26 Q2: 91.5",
            "+       2025/26 Q3: {value: 92, recorded: 2025-10-01}",
        ]
        assert out.startswith("schools-trained: amber → green\n")
        assert err.count("wrote ") == 1

    def test_a_table_of_readings_may_be_of_several_measures(self, small, run, lines, monkeypatch):
        head = "Measure\tPeriod\tValue\tNote\n"
        rows = f"schools-trained\t{Q2}\t91.5%\tOne school closed\n\nwaiting\t2025/26 Q1\t29\t\nmood\t2023\t\t\n"
        self.table(monkeypatch, head + rows)
        code, out, err = run("record", "-", "--source", "Performance Team")
        assert (code, err.count("wrote ")) == (0, 1)
        assert "+       2025/26 Q2: {value: 91.5, note: One school closed, source: Performance Team}" in lines()
        assert sum("source: Performance Team" in line for line in lines()) == 2
        assert [line for line in out.splitlines() if not line.startswith(" ")] == [
            "schools-trained: amber → green",
            "waiting: red → not rated",
        ]

    @pytest.mark.parametrize("mark", ["\t", ",", ";"])
    def test_a_row_for_each_measure_and_a_column_for_each_period(self, small, run, lines, monkeypatch, mark):
        rows = (("", Q2, "2024/25 Q2"), ("schools-trained", "91.5", ""), ("waiting", "", "31"))
        self.table(monkeypatch, "\ufeff" + "\r\n".join(mark.join(row) for row in rows))
        code, _, err = run("record", "-")
        assert (code, err.count("wrote "), lines()[0]) == (0, 1, "+       2025/26 Q2: 91.5")
        assert "readings: {2023/24 Q4: 30, 2024/25 Q2: 31, 2024/25 Q4: 31}" in (small / FILE).read_text("utf-8")

    def test_two_columns_of_one_measure_need_no_heading(self, small, run, lines, monkeypatch):
        self.table(monkeypatch, f"2023/24 Q3,58\n{Q2},91.5\n")
        assert run("record", "schools-trained", "-")[0] == 0
        assert lines() == ["+       2023/24 Q3: 58", "+       2025/26 Q2: 91.5"]

    def test_each_bad_cell_is_named_by_its_line_and_nothing_is_written(self, small, run, lines, monkeypatch):
        rows = (
            f"measure,period,value\nschools-trained,{Q2},91.5\nwaiting,2025/26 Q1,abc\nnobody,2025,3\n"
            f"schools-trained,{Q2},92\nwaiting,soon,3\nschools-trained,2024/25 Q3,71\n"
        )
        self.table(monkeypatch, rows)
        code, out, err = run("record", "-")
        assert (code, out, lines()) == (2, "", [])
        assert err.splitlines()[0] == "error: nothing was written: 5 readings cannot be"
        assert [line.split(":")[0].strip() for line in err.splitlines()[1:-1]] == [f"line {n}" for n in (3, 4, 5, 6, 7)]
        assert f"line 5: {Q2} of 'schools-trained' stands in line 2 as well" in err
        assert err.splitlines()[-1] == "  help: correct that, and give it all again"

    @pytest.mark.parametrize(
        ("table", "said"),
        [
            ("", "there is no table on standard input"),
            ("measure,period,value\nwaiting,2025,\n", "there is no figure in the table"),
            ("name,figure\nwaiting,3\n", "the first row of the table does not say what its columns are"),
            ("measure,2025/26 Q1,Target\nwaiting,3,4\n", "line 1: the column 'Target' is no period"),
            ("measure,period,value,target\nwaiting,2025,3,4\n", "'target' is no column of a table of readings"),
            ("period,value\n2025,3\n", "the table does not say which measure each figure is of"),
            ("measure,period,value\nwaiting,2025,3,4\n", "line 2 has 4 cells, and the first row 3"),
            ('measure,period,value\nwaiting,"2025,3\n', "of the table cannot be read"),
        ],
    )
    def test_a_table_that_does_not_say_what_it_is_is_refused(self, small, run, lines, monkeypatch, table, said):
        self.table(monkeypatch, table)
        code, _, err = run("record", "-")
        assert (code, lines()) == (2, [])
        assert said in err

    def test_what_the_file_says_already_is_told_and_the_rest_is_written(self, small, run, lines):
        code, _, err = run("record", "schools-trained", "2024/25 Q4=76.5", f"{Q2}=91.5")
        assert (code, lines()) == (0, ["+       2025/26 Q2: 91.5"])
        assert "note: 'schools-trained' for 2024/25 Q4 is 76.5; it stays as it is\n" in err
        code, _, err = run("record", "schools-trained", "2024/25 Q4=76.5", f"{Q2}=91.5")
        assert (code, err) == (
            0,
            (
                "already recorded, nothing was written: 'schools-trained' for 2024/25 Q4 is 76.5; "
                "'schools-trained' for 2025/26 Q2 is 91.5\n"
            ),
        )

    @pytest.mark.parametrize("figures", [[], ["2025"], ["2025=3", "4"], ["2025", "3", "2026", "4"], ["=4"], ["2025="]])
    def test_what_is_no_period_and_figure_is_refused(self, small, run, lines, figures):
        code, out, err = run("record", "waiting", *figures)
        assert (code, out, lines()) == (2, "", [])
        assert "period and its figure" in err

    def test_revised_figures_keep_what_they_were(self, small, run, lines):
        assert run("record", "waiting", "2023/24 Q4=32", "2024/25 Q4=33", "--revise")[0] == 0
        assert (small / FILE).read_text("utf-8").count("until: 2025-10-01") == 2


# what is expected


def test_a_forecast_is_kept_and_changes_no_figure(small, run, lines):
    code, out, err = run("record", "schools-trained", "2025/26", "95%", "--forecast", "--note", "All but one")
    assert (code, out) == (
        0,
        "schools-trained: amber\n  88% misses the target of 90% by 2 points, within the 5 points allowed\n",
    )
    assert lines() == [
        "+     forecasts:",
        "+       2025/26:",
        "+         - value: 95",
        "+           on: 2025-10-01",
        "+           note: All but one",
    ]
    assert "wrote measures/carers.yaml:" in err
    assert "Forecast       95% for 2025/26 on 1 October 2025, not come out yet\n" in run("show", "schools-trained")[1]


def test_a_table_holds_no_forecasts(small, run):
    assert run("record", "-", "--forecast") == (
        2,
        "",
        "error: a table holds figures that came\n  help: strategy record ID 2025/26=70 2026/27=75 --forecast\n",
    )


def test_the_first_figures_of_a_measure_make_none_late_that_nobody_was_asked_for(small, run):
    old = "  - {id: walks, title: Walks led, unit: count, counts: events, frequency: quarter, readings: {}}\n"
    path = small / FILE
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + old, encoding="utf-8")
    assert run("record", "walks", "2022/23 Q4=5", "2023/24 Q1=7")[0] == 0
    assert path.read_text(encoding="utf-8").count("recorded: 2025-10-01") == 2
    assert "walks" not in run("overdue")[1]
    shown = run("show", "walks")[1]
    assert "Next figure the reading for the quarter to 31 December 2025 is expected by" in " ".join(shown.split())


GROUPED = """measures:
  - id: carers
    title: Young carers
    unit: count
    better: none
    by: {sex: [girls, boys], area: [north, south]}
    readings:
      2023/24: {value: 70, by: {sex: {girls: 40, boys: 30}, area: {north: 50, south: 20}}}
"""


def test_the_figures_of_groups_are_typed_after_the_total(small, run):
    path = small / "measures/groups.yaml"
    path.write_text(GROUPED, encoding="utf-8")
    assert run("record", "carers", "2024/25", "60", "girls=35", "boys=c", "area/north=60")[0] == 0
    line = "      2024/25: {value: 60, by: {sex: {girls: 35, boys: c}, area: {north: 60}}}\n"
    assert path.read_text(encoding="utf-8") == GROUPED + line


def test_groups_that_were_not_typed_stay_as_they_are(small, run):
    path = small / "measures/groups.yaml"
    path.write_text(GROUPED, encoding="utf-8")
    assert run("record", "carers", "2023/24", "70", "boys=31", "girls=39", "--revise")[0] == 0
    assert "by: {sex: {girls: 39, boys: 31}, area: {north: 50, south: 20}}" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "message", "mend"),
    [
        ("girl=3", "'carers' has no group 'girl'", "did you mean 'girls'?"),
        ("girls=", "'girls=' does not say a group and its figure", "write it as women=40"),
        ("girls=many", "'many' is neither a number nor a symbol",
         "write a plain number, a part of a whole such as 105/262, or one of c, x, z, low, u"),
    ],
)  # fmt: skip
def test_a_group_that_is_none_is_refused(small, run, typed, message, mend):
    (small / "measures/groups.yaml").write_text(GROUPED, encoding="utf-8")
    assert run("record", "carers", "2024/25", "60", typed) == (2, "", f"error: {message}\n  help: {mend}\n")
