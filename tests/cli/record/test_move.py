"""`strategy move`: a due date never moves quietly."""

import pytest

FILE = "strategies/young-carers.yaml"
FIRST = "young-carers/seen-01"
WHY = ["--why", "Schools asked for the spring"]


pytestmark = pytest.mark.usefixtures("today")


def test_the_date_changes_and_the_one_it_had_stays_with_the_reason(small, run, lines):
    code, out, err = run("move", FIRST, "--to", "2025-12-31", *WHY, "--approved-by", "Senior Team")
    assert code == 0
    assert lines() == [
        "-         due: 2025-09-20",
        "+         due: 2025-12-31",
        "+         moved:",
        "+           - on: 2025-10-01",
        "+             from: 2025-09-20",
        "+             to: 2025-12-31",
        "+             why: Schools asked for the spring",
        "+             approved_by: Senior Team",
    ]
    assert out == (
        "seen-01: amber, waiting → green\n"
        "  its date decides: due in 91 days (2025-12-31); its owner judged it green on 2025-09-01\n"
        "  due 2025-12-31: 102 days later than the original date, 2025-09-20; moved once\n"
    )
    assert err.startswith(f"wrote {FILE}:")


def test_each_move_counts_and_the_original_date_stays_the_first(small, run, lines, today):
    run("move", FIRST, "--to", "2025-12-31", *WHY)
    today.day = (2025, 12, 1)
    code, out, _ = run("move", FIRST, "--to", "2026-02-27", "--why", "Illness")
    assert (code, out.splitlines()[-1]) == (
        0,
        "  due 2026-02-27: 160 days later than the original date, 2025-09-20; moved twice",
    )
    out = run("move", FIRST, "--to", "2025-12-02", "--why", "A supplier at last")[1]
    assert out.endswith("moved 3 times\n")
    assert [line.strip("+ ") for line in lines() if "from:" in line] == [
        "from: 2025-09-20",
        "from: 2025-12-31",
        "from: 2026-02-27",
    ]


def test_a_list_in_brackets_stays_in_brackets(small, run, lines):
    code, out, _ = run("move", "seen-02", "--to", "2025-12-05", "--why", "No paper", "--on", "2025-05")
    assert code == 0
    assert lines()[-1].startswith(
        "+         moved: [{on: 2025-04-12, from: 2025-04-20, why: The printer withdrew, approved_by: Senior Team}, "
        "{on: 2025-05, from: 2025-05-01, to: 2025-12-05, why: No paper}]"
    )
    assert "moved twice" in out


def test_comments_and_windows_line_endings_stay(small, run, lines, put):
    start = put("        due: 2025-09-20\n", "        due: 2025-09-20   # agreed in May\n", "\r\n")
    assert run("move", FIRST, "--to", "2025-12-31", *WHY)[0] == 0
    assert lines(start) == [
        "-         due: 2025-09-20   # agreed in May\r",
        "+         due: 2025-12-31   # agreed in May\r",
        "+         moved:\r",
        "+           - on: 2025-10-01\r",
        "+             from: 2025-09-20\r",
        "+             to: 2025-12-31\r",
        "+             why: Schools asked for the spring\r",
    ]


def test_a_person_who_writes_the_newest_first_finds_it_first(small, run, put):
    put(
        "why: The printer withdrew, approved_by: Senior Team}]",
        "why: Paper}, {on: 2025-04-02, from: 2025-04-10, why: Ink}]",
    )
    assert run("move", "seen-02", "--to", "2025-12-05", "--why", "Glue")[0] == 0
    assert "moved: [{on: 2025-10-01, from: 2025-05-01, to: 2025-12-05, why: Glue}, {on: 2025-04-12" in (
        small / FILE
    ).read_text("utf-8")


def test_a_date_typed_over_is_told_and_put_on_record_from_where_the_last_move_ended(small, run, put):
    put("from: 2025-04-20, why: The printer", "from: 2025-04-20, to: 2025-04-25, why: The printer")
    command = 'strategy move young-carers/seen-02 --to 2025-05-01 --why "…"'
    assert "led to 2025-04-25 [moved-without-record]" in run("validate")[2] + run("validate")[1]
    assert command in "".join(run("validate")[1:])
    assert "nobody on record" in " ".join(run("show", "seen-02")[1].split())
    assert run("move", "seen-02", "--to", "2025-05-01", "--why", "Ink", "--on", "2025-04-24")[0] == 0
    assert "from: 2025-04-25, to: 2025-05-01, why: Ink" in (small / FILE).read_text("utf-8")
    assert "moved-without-record" not in run("validate")[2]
    assert "nobody on" not in run("show", "seen-02")[1]


def test_a_date_brought_forward_is_a_move_too(small, run):
    out = run("move", "heard-01", "--to", "2025-10-20", "--why", "The hall is free")[1]
    assert out.endswith("due 2025-10-20: not later than the original date, 2025-10-31; moved once\n")


def test_a_year_or_a_month_is_a_date_where_the_day_is_not_known(small, run, lines):
    code, out, _ = run("move", FIRST, "--to", "2026", *WHY)
    assert (code, lines()[1]) == (0, "+         due: 2026")
    assert "467 days later" in out


def test_a_first_due_date_is_no_move(small, run, lines):
    code, out, err = run("move", "seen-07", "--to", "2026-03-27")
    assert (code, lines()) == (0, ["+         due: 2026-03-27"])
    assert out.endswith("  due 2026-03-27: its first due date, so no move is recorded\n")
    assert err.startswith("wrote ")


@pytest.mark.parametrize(
    ("action", "to", "warning"),
    [
        (FIRST, "2025-12-06", "2025-12-06 is a Saturday [due-on-weekend]\n  help: choose a working day"),
        (
            FIRST,
            "2028-06-30",
            (
                "due 2028-06-30, after the strategy ends (2028-03-31) [due-after-end]\n"
                "  help: correct the date or say what follows the strategy"
            ),
        ),
        (
            "seen-05",
            "2025-12-05",
            "due 2025-12-05, before the action starts (2026-01-01) [due-before-start]\n  help: correct the date",
        ),
        (
            "heard-01",
            "2025-10-03",
            (
                "due 2025-10-10, after the action itself (2025-10-03) [milestone-after-due]\n"
                "  help: correct one of the dates"
            ),
        ),
    ],
)
def test_an_odd_date_is_said_and_written(small, run, action, to, warning):
    code, _, err = run("move", action, "--to", to, *WHY)
    assert (code, err.partition("\n")[2]) == (0, f"  undo: strategy undo\nwarning: {warning}\n")


def test_an_oddity_that_was_there_before_or_is_switched_off_is_not_said(small, run, put):
    put("due: 2025-10-31", "due: 2025-11-01")  # a Saturday
    assert "warning" not in run("move", FIRST, "--to", "2025-12-31", *WHY)[2]
    (small / "strategy-tracker.yaml").write_text("severity: {due-on-weekend: off}\n", encoding="utf-8")
    assert "warning" not in run("move", FIRST, "--to", "2026-01-03", *WHY)[2]


@pytest.mark.parametrize(
    ("arguments", "message", "mend"),
    [
        ([FIRST], "there is no date to move to", "say --to DATE"),
        ([FIRST, "--to", "2025-12-31"], "a due date does not move without a reason", 'say --why "…"'),
        ([FIRST, "--to", "2025-09-20", *WHY], "'seen-01' is due 2025-09-20 already", "say another date"),
        ([FIRST, "--to", "2025-09-30", *WHY], "2025-09-30 had passed on 2025-10-01", "a date to come"),
        ([FIRST, "--to", "31/12/2025", *WHY], "--to: '31/12/2025' is not a date", "write it as 2025-12-31"),
        ([FIRST, "--to", "2025-02-30", *WHY], "--to: there is no date '2025-02-30' in the calendar", "write it as"),
        (
            [FIRST, "--to", "2025-12-31", "--on", "2025-11-01", *WHY],
            "2025-11-01 has not come yet",
            "the day the move was",
        ),
        (
            ["seen-04", "--to", "2025-12-31", *WHY],
            "'seen-04' is complete",
            "strategy update young-carers/seen-04 --state in-progress",
        ),
        (
            ["seen-02", "--to", "2025-12-31", "--on", "2025-04-01", *WHY],
            "it was moved on 2025-04-12, from 2025-04-20",
            "--on",
        ),
        (
            ["seeen-03", "--to", "2025-12-31", *WHY],
            "no action has the id 'seeen-03'",
            "did you mean young-carers/seen-03",
        ),
        (["seen-01", "--to", "2025-12-31", *WHY], "'seen-01' may be any of these:\n  old-plan/seen-01", "type more"),
        (["waiting", "--to", "2025-12-31", *WHY], "'waiting' is a measure, not an action", "'strategy record waiting'"),
        ([FIRST, "--too", "2025-12-31"], "--too", "move --help"),
    ],
)
def test_what_a_record_of_moves_could_not_show_is_refused(small, run, lines, arguments, message, mend):
    code, out, err = run("move", *arguments)
    assert (code, out, lines()) == (2, "", [])
    assert message in err.partition("  help: ")[0]
    assert mend in err.partition("  help: ")[2]


def test_a_milestone_moves_as_an_action_does_and_is_shown(small, run, lines):
    code, out, _ = run("move", "heard-01", "--milestone", "invit", "--to", "2025-10-20", *WHY)
    assert code == 0
    assert "moved: [{on: 2025-10-01, from: 2025-10-10, to: 2025-10-20, why: Schools asked" in lines()[-1]
    assert out.endswith(
        "  milestone 'Invitations sent' due 2025-10-20: 10 days later than the original date, 2025-10-10; moved once\n"
    )
    assert "Moves of milestones" in run("show", "heard-01")[1]
    assert (
        "Hold a yearly forum: Invitations sent | 1 October 2025 | 10 October 2025 | 20 October 2025"
        in run("report", "young-carers", "--view", "exceptions")[1]
    )
    assert "they are: 1 Venue booked; 2 Invitations sent" in run("move", "heard-01", "--milestone", "cake")[2]
    assert "help: it has none" in run("move", "seen-02", "--milestone", "1")[2]
    assert "'Venue booked' was done on" in run("move", "heard-01", "--milestone", "1", "--to", "2025-10-20", *WHY)[2]


def test_the_command_that_is_offered_names_the_action_also_where_another_has_its_id(small, run):
    run("update", FIRST, "--done")
    err = run("move", FIRST, "--to", "2025-12-31", *WHY)[2]
    assert f"strategy update {FIRST} --state in-progress" in err
    assert run("update", FIRST, "--state", "in-progress")[0] == 0


def test_a_dry_run_prints_the_diff_and_the_warnings_and_writes_nothing(small, run, lines):
    code, out, err = run("move", FIRST, "--to", "2025-12-06", *WHY, "--dry-run")
    assert (code, lines()) == (0, [])
    assert "-        due: 2025-09-20\n+        due: 2025-12-06\n" in out
    assert err == "warning: 2025-12-06 is a Saturday [due-on-weekend]\n  help: choose a working day\n"


def test_the_same_move_again_is_refused(small, run, lines):
    assert run("move", FIRST, "--to", "2025-12-31", *WHY)[0] == 0
    once = lines()
    assert run("move", FIRST, "--to", "2025-12-31", *WHY)[0] == 2
    assert lines() == once


def test_what_was_moved_is_sound_and_shown(small, run):
    assert run("move", FIRST, "--to", "2025-12-31", *WHY)[0] == 0
    assert run("validate")[0] == 0
    assert '"why": "Schools asked for the spring"' in run("show", FIRST, "--format", "json")[1]


def test_an_action_that_moves_in_the_file_meanwhile_is_not_mistaken_for_another(small, run, monkeypatch):
    from strategy_tracker.app.writing import commit

    stood = commit.commit

    def then_changed(proposal, journal):
        path = small / FILE
        path.write_text(path.read_text("utf-8").replace("id: seen-01", "id: seen-99"), encoding="utf-8")
        return stood(proposal, journal)

    monkeypatch.setattr(commit, "commit", then_changed)
    code, _, err = run("move", FIRST, "--to", "2025-12-31", *WHY)
    assert (code, "has moved in the file a moment ago" in err) == (2, True)

    def then_cut(proposal, journal):
        (small / FILE).write_text("id: young-carers\ntitle: Young Carers\n", encoding="utf-8")
        return stood(proposal, journal)

    monkeypatch.setattr(commit, "commit", then_cut)
    code, _, err = run("move", "young-carers/seen-02", "--to", "2025-12-31", *WHY)
    assert (code, "has moved in the file a moment ago" in err) == (2, True)


def test_ids_complete_in_the_shell(small):
    from strategy_tracker.cli.app import command

    parameter = next(one for one in command("move").params if one.name == "action")
    assert "heard-01" in [item.value for item in parameter.shell_complete(None, "heard")]


def test_piped_it_asks_nothing_and_adds_no_colour(small, run, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, _ = run("move", FIRST, "--to", "2025-12-31", *WHY)
    assert (code, "\x1b" in out) == (0, False)
