"""`strategy update`: the diff is the lines that were meant, and nothing a board could not use is written."""

import io

import pytest

FILE = "strategies/young-carers.yaml"


pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def answers(monkeypatch):
    """Answers a person would type, in a terminal or through a pipe."""

    def given(text: str, terminal: bool = True):
        stream = io.StringIO(text)
        stream.isatty = lambda: terminal
        monkeypatch.setattr("sys.stdin", stream)

    given("", terminal=False)
    return given


@pytest.fixture
def added(small):
    """The lines a command added to the strategy, and proof that it removed none."""
    before = (small / FILE).read_text(encoding="utf-8").splitlines()

    def lines():
        after = (small / FILE).read_text(encoding="utf-8").splitlines()
        rest = list(after)
        for line in before:
            assert line in rest, f"lost: {line}"
            rest.remove(line)
        return [line.strip() for line in rest]

    return lines


def test_an_update_adds_its_own_lines_and_touches_nothing_else(small, run, added, answers):
    code, out, err = run("update", "heard-01", "--rag", "amber", "--note", "Two rooms fell through: looking again")
    assert code == 0
    assert added() == [
        "- {on: 2025-10-01, state: in-progress, rag: amber, note: 'Two rooms fell through: looking again'}"
    ]
    assert out.startswith("heard-01: green → amber\n  its owner's judgement decides: judged amber on 2025-10-01")
    assert err.startswith(f"wrote {FILE}:")


def test_a_block_of_keys_is_followed_by_a_block_of_keys(small, run, added, answers):
    run("update", "seen-02", "--rag", "red", "--note", "Still none", "--by", "Group Manager", "--evidence", "Minutes 5")
    assert [line for line in added() if line not in ("state: in-progress", "rag: red")] == [
        "- on: 2025-10-01",
        "note: Still none",
        "by: Group Manager",
        "evidence: Minutes 5",
    ]


def test_a_note_of_several_lines_may_come_from_windows(small, run, answers):
    assert run("update", "seen-07", "--note", "One school.\r\nTwo to come.")[0] == 0
    said = run("show", "seen-07", "--format", "json")[1]
    assert r'"One school.\nTwo to come."' in said


def test_done_completes_and_says_so(small, run, added, answers):
    code, out, _ = run("update", "young-carers/seen-01", "--done", "--note", "All trained")
    assert (code, out.splitlines()[0]) == (0, "seen-01: amber, waiting → complete")
    assert added() == ["- {on: 2025-10-01, state: complete, note: All trained}"]


def test_a_milestone_is_ticked_by_its_number_or_its_words(small, run, answers):
    assert run("update", "heard-01", "--tick", "invit")[0] == 0
    text = (small / FILE).read_text(encoding="utf-8")
    assert "{text: Invitations sent, due: 2025-10-10, done: 2025-10-01}" in text
    code, _, err = run("update", "heard-01", "--tick", "1")
    assert (code, "'Venue booked' was done on 2025-08-20" in err) == (2, True)
    code, _, err = run("update", "heard-01", "--tick", "cake")
    assert (code, "they are: 1 Venue booked; 2 Invitations sent" in err) == (2, True)


def test_a_recurring_action_can_be_put_on_record_as_done(small, run, answers):
    assert run("update", "seen-03", "--did", "2025-09-30")[0] == 0
    assert "done: [2025-09-30, 2025-09-15, 2025-08-15]" in (small / FILE).read_text(encoding="utf-8")
    code, _, err = run("update", "seen-03", "--did", "2025-09-30")
    assert (code, "on record as done on 2025-09-30" in err) == (2, True)
    code, _, err = run("update", "young-carers/seen-01", "--did", "2025-09-30")
    assert (code, "does not recur" in err) == (2, True)


def test_a_stop_is_written_with_its_reason_and_who_agreed_and_may_be_said_again(small, run, added, answers):
    said = ("--state", "stopped", "--note", "The grant ended", "--approved-by", "Carers Board")
    assert run("update", "young-carers/seen-01", *said)[0] == 0
    assert any("state: stopped, note: The grant ended, approved_by: Carers Board" in line for line in added())
    assert run("update", "young-carers/seen-01", "--state", "stopped", "--by", "Head")[0] == 0
    out = run("show", "young-carers/seen-01")[1]
    assert "The grant ended; approved by Carers Board\n" in out
    assert "To be noted by  Senior Team" in out


def test_a_second_day_joins_a_first_one_written_alone(small, run, answers):
    assert run("update", "seen-06", "--did", "2025-09-29")[0] == 0
    assert "done: [2025-06-01, 2025-09-29]" in (small / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--rag", "red"], "red without a note"),
        (["--rag", "amber"], "amber without a note"),
        (["--state", "superseded", "--by", "Head"], "superseded without a reason"),
        (["--rag", "blue", "--note", "x"], "an owner's judgement is red, amber or green, not blue"),
        (["--done", "--rag", "green"], "an action that is complete has no red, amber or green"),
        (["--done", "--state", "paused"], "--done and --state paused say two things"),
        (["--note", "x", "--on", "2025-12-24"], "2025-12-24 has not come yet"),
        (["--note", "x", "--on", "tomorrow"], "--on: 'tomorrow' is not a date"),
        (["--note", "x", "--forecast", "2025-02-30"], "there is no date '2025-02-30' in the calendar"),
        (["--note", "x", "--forecast", "2025-01"], "the forecast 2025-01 lies before the update"),
        (["--by", "Head of Service"], "there is nothing to record"),
        (["--note", "A bell\x07"], "the text has a character nobody can see (U+0007)"),
        (["--done", "--forecast", "2026"], "an action that is complete is not expected any more"),
        (["--did", "2025-12-24"], "2025-12-24 has not come yet"),
        (["--tick", "1"], "'1' is not one milestone of this action"),
        ([], "there is nothing to record"),
    ],
)
def test_what_a_board_could_not_use_is_refused_and_nothing_is_written(small, run, added, answers, arguments, message):
    code, out, err = run("update", "young-carers/seen-01", *arguments)
    assert (code, out, added()) == (2, "", [])
    assert message in err
    assert "  help: " in err


def test_a_mistyped_id_offers_the_nearest_and_a_short_one_lists_what_it_may_be(small, run, answers):
    code, _, err = run("update", "seeen-03", "--note", "x")
    assert (code, "did you mean young-carers/seen-03" in err) == (2, True)
    code, _, err = run("update", "02", "--note", "x")
    assert (code, "young-carers/seen-02" in err, "old-plan/plan-02" in err) == (2, True, True)


def test_a_dry_run_prints_the_diff_and_writes_nothing(small, run, added, answers):
    code, out, err = run("update", "young-carers/seen-01", "--note", "x", "--dry-run")
    assert (code, err, added()) == (0, "", [])
    assert f"+++ b/{FILE}" in out
    assert "+          - {on: 2025-10-01, state: in-progress, note: x}" in out


def test_a_file_with_an_error_is_not_written_to(small, run, answers):
    path = small / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("due: 2025-09-20", "due: 2025-02-30"), encoding="utf-8")
    before = path.read_bytes()
    code, out, err = run("update", "seen-02", "--note", "x")
    assert (code, out, path.read_bytes() == before) == (2, "", True)
    assert "there is no date '2025-02-30'" in err


def test_without_options_in_a_terminal_it_asks_with_the_last_word_in_view(small, run, added, answers):
    answers("\nx\namb\n\nTwo schools refuse\n2025-12\n")
    code, _, err = run("update", "young-carers/seen-01")
    assert code == 0
    assert added() == [
        "- {on: 2025-10-01, state: in-progress, rag: amber, note: Two schools refuse, forecast: 2025-12}"
    ]
    assert "last update 2025-09-01: in-progress; green; Half are trained" in err
    assert "overdue by 11 days" in err
    assert "'x' is not one of: red, amber, green" in err


def test_a_stop_is_asked_for_its_reason_and_who_agreed(small, run, added, answers):
    answers("stopped\n\nThe grant ended\nCarers Board\n")
    code, _, err = run("update", "young-carers/seen-01")
    assert code == 0
    assert "stopped: why" in err
    (line,) = added()
    assert "state: stopped, note: The grant ended, approved_by: Carers Board" in line


def test_stopping_in_the_middle_of_the_questions_writes_nothing(small, run, added, answers):
    answers("in-progress\n")
    assert run("update", "young-carers/seen-01")[0] == 130
    assert added() == []


def test_a_person_who_writes_the_newest_first_finds_it_first(small, run, answers):
    path = small / FILE
    two = """- {on: 2025-06-15, state: in-progress, rag: green}
          - {on: 2025-05-15, state: not-started}"""
    path.write_text(
        path.read_text(encoding="utf-8").replace("- {on: 2025-06-15, state: in-progress, rag: green}", two),
        encoding="utf-8",
    )
    run("update", "seen-07", "--note", "x")
    text = path.read_text(encoding="utf-8")
    assert text.index("note: x}") < text.index("2025-06-15, state: in-progress, rag")


class TestASecondTime:
    def test_the_same_words_again_write_nothing(self, small, run, added, answers):
        for word in ("wrote ", "already recorded, nothing was written: 'seen-07' has the update {on: 2025-10-01"):
            code, _, err = run("update", "seen-07", "--note", "Shared twice", "--evidence", "Minutes 5")
            assert (code, err.startswith(word)) == (0, True)
        assert added() == ["- {on: 2025-10-01, state: in-progress, note: Shared twice, evidence: Minutes 5}"]

    def test_a_better_colour_on_the_same_day_does_not_hide_the_worse_one_and_the_line_to_take_out_is_named(
        self, small, run, answers
    ):
        run("update", "seen-07", "--rag", "red", "--note", "Nobody shares")
        code, out, err = run("update", "seen-07", "--rag", "green")
        number = (
            (small / FILE)
            .read_text("utf-8")
            .splitlines()
            .index("          - {on: 2025-10-01, state: in-progress, rag: red, note: Nobody shares}")
        )
        assert (code, out.splitlines()[0]) == (0, "seen-07: red")
        assert err.endswith(
            "note: the update of 2025-10-01 still holds (in-progress, red, Nobody shares): "
            "of two on one day, the further on or the worse counts\n"
            f"  help: if that one was mistyped, take it out at {FILE}:{number + 1}\n"
        )

    def test_an_update_of_an_earlier_day_takes_the_state_of_that_day_and_says_that_a_later_one_holds(
        self, small, run, added, answers
    ):
        _, out, err = run("update", "seen-04", "--on", "2025-05", "--note", "Half have one")
        assert added() == ["- {on: 2025-05, note: Half have one}"]  # of that day nobody has said a state
        assert out.startswith("seen-04: complete\n")
        assert "note: the update of 2025-06-01 still holds (complete): the latest one counts" in err

    def test_a_colour_that_is_not_said_again_is_told_of(self, small, run, answers):
        run(
            "update",
            "seen-07",
            "--rag",
            "red",
            "--note",
            "Nobody shares",
            "--forecast",
            "2026-01",
            "--on",
            "2025-09-30",
        )
        err = run("update", "seen-07", "--note", "Asked again")[2]
        assert err.endswith(
            "note: the update of 2025-09-30 said red and expected 2026-01, and this one does not\n"
            "  help: where that is still so, say it again: --rag red --forecast 2026-01\n"
        )
        assert "this one does not" not in run("update", "seen-07", "--rag", "green", "--on", "2025-10-02")[2]
        assert "this one does not" not in run("update", "seen-07", "--done")[2]

    def test_an_action_that_goes_on_after_all_needs_its_state_and_is_told_so(self, small, run, answers):
        code, _, err = run("update", "seen-04", "--rag", "green")
        assert (code, "or say --state in-progress if it goes on" in err) == (2, True)
        out = run("update", "seen-04", "--rag", "green", "--state", "in-progress")[1]
        assert out.startswith("seen-04: complete → green\n")


def test_what_was_worked_on_has_begun(small, run, answers):
    run("update", "heard-01", "--state", "not-started", "--on", "2025-09-30")
    assert run("update", "heard-01", "--tick", "2")[0] == 0
    assert "- {on: 2025-10-01, state: in-progress}" in (small / FILE).read_text("utf-8")


def test_a_milestone_is_meant_by_its_number_before_its_words_and_by_words_if_only_one_is_open(small, run, answers):
    path = small / FILE
    text = path.read_text("utf-8").replace("text: Venue booked", "text: Hall of 2025 sent for")
    path.write_text(text, encoding="utf-8")
    assert run("update", "heard-01", "--tick", "sent")[0] == 0
    assert "{text: Invitations sent, due: 2025-10-10, done: 2025-10-01}" in path.read_text("utf-8")
    code, _, err = run("update", "heard-01", "--tick", "2")
    assert (code, "'Invitations sent' was done on 2025-10-01" in err) == (2, True)


def test_a_date_known_to_the_year_is_written_as_files_have_it(small, run, added, answers):
    assert run("update", "seen-07", "--on", "2025", "--note", "Begun", "--forecast", "2026")[0] == 0
    assert added() == ["- {on: 2025, state: in-progress, note: Begun, forecast: 2026}"]


@pytest.mark.parametrize("on", ["2025-06", "2025"])
def test_a_month_or_a_year_that_holds_an_update_leaves_the_state_it_said(small, run, added, answers, on):
    assert run("update", "seen-04", "--on", on, "--note", "Minutes 6")[0] == 0  # complete on 2025-06-01
    assert added() == [f"- {{on: {on}, state: complete, note: Minutes 6}}"]


def test_a_strategy_that_has_ended_can_be_completed_and_it_is_said(small, run, answers):
    code, out, err = run("update", "old-plan/seen-01", "--done", "--evidence", "Minutes 1", "--evidence", "Minutes 2")
    assert (code, out.splitlines()[0]) == (0, "seen-01: nobody has said → complete")
    assert err.endswith("note: the strategy ended on 2020-03-31, so this only completes its record\n")
    text = (small / "strategies/old-plan.yaml").read_text("utf-8")
    assert "updates: [{on: 2025-10-01, state: complete, evidence: [Minutes 1, Minutes 2]}]" in text


def test_an_action_that_moves_in_the_file_meanwhile_is_not_mistaken_for_another(small, run, answers, monkeypatch):
    from strategy_tracker.app.writing import commit

    stood = commit.commit

    def then_changed(proposal, journal):
        path = small / FILE
        path.write_text(path.read_text("utf-8").replace("id: seen-07", "id: seen-99"), encoding="utf-8")
        return stood(proposal, journal)

    monkeypatch.setattr(commit, "commit", then_changed)
    code, _, err = run("update", "seen-07", "--note", "x")
    assert (code, "'young-carers/seen-07' has moved in the file a moment ago" in err) == (2, True)


class TestQuestions:
    def test_a_date_that_cannot_be_is_asked_again_and_nothing_typed_before_is_lost(self, small, run, added, answers):
        answers("\ngreen\nAs planned\nsoon\n2024\n2025-12\n")
        code, _, err = run("update", "young-carers/seen-01")
        assert (code, added()) == (
            0, ["- {on: 2025-10-01, state: in-progress, rag: green, note: As planned, forecast: 2025-12}"]
        )  # fmt: skip
        assert "expected by: 'soon' is not a date; write it as" in err
        assert "the forecast 2024 lies before the update; correct one of the dates" in err

    def test_milestones_that_are_open_are_shown_and_ticked(self, small, run, added, answers):
        answers("\n\n\n\n3\n1, 2\n")
        code, _, err = run("update", "heard-01", "--by", "Participation Officer")
        assert code == 0
        assert "  1 Venue booked: done 2025-08-20\n  2 Invitations sent: due in 9 days (2025-10-10)\n" in err
        assert "'3' is not one milestone of this action; they are: 1 Venue booked; 2 Invitations sent" in err
        text = (small / FILE).read_text("utf-8")
        assert "{text: Invitations sent, due: 2025-10-10, done: 2025-10-01}" in text
        assert "- {on: 2025-10-01, state: in-progress, rag: green, by: Participation Officer}" in text  # kept

    def test_a_recurring_action_is_asked_when_it_was_done(self, small, run, answers):
        answers("\n\nRead\n\n2025-12-01\n2025-09-30\n")
        code, _, err = run("update", "seen-06")
        assert (code, "2025-12-01 has not come yet; say a day on which it was done" in err) == (0, True)
        assert "done: [2025-06-01, 2025-09-30]" in (small / FILE).read_text("utf-8")

    def test_a_closed_action_is_asked_for_no_colour_and_no_forecast(self, small, run, added, answers):
        answers("complete\nAll trained\n")
        assert run("update", "young-carers/seen-01")[0] == 0
        assert added() == ["- {on: 2025-10-01, state: complete, note: All trained}"]


def test_no_change_is_said_in_one_word(run, small, added):
    said = ("update", "young-carers/seen-01", "--no-change", "--by", "Head of Service", "--on", "2025-09-20")
    assert run(*said)[0] == 0
    assert added() == ["- {on: 2025-09-20, no_change: true, by: Head of Service}"]
    shown = " ".join(run("show", "young-carers/seen-01", "--as-at", "2025-09-20")[1].split())
    assert "20 September 2025 in progress ● green Head of Service no change since" in shown
    assert "already recorded, nothing was written" in run(*said)[2]


def test_no_change_beside_a_change_or_of_nothing_is_refused(run, small):
    code, _, err = run("update", "young-carers/seen-01", "--no-change", "--rag", "red", "--note", "Late")
    assert (code, "say two things" in err) == (2, True)
    path = small / "strategies/young-carers.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "id: seen-01\n", "id: seen-00\n        text: New\n      - id: seen-01\n"
    )
    path.write_text(text, encoding="utf-8")
    code, _, err = run("update", "seen-00", "--no-change")
    assert (code, "nothing was said of 'seen-00' yet" in err) == (2, True)
    assert path.read_text(encoding="utf-8") == text


def test_how_much_is_complete_is_written_as_a_number(small, run, added, answers):
    code, _, said = run(
        "update", "young-carers/seen-02", "--complete", "40%", "--state", "in-progress", "--note", "Half"
    )
    assert (code, "complete: 40" in added()) == (0, True), said
    assert run("update", "young-carers/seen-02", "--complete", "140")[0] == 2


def test_a_measure_is_judged_and_has_no_state(small, run, answers):
    code, out, _ = run("update", "waiting", "--rag", "green", "--by", "Board")
    assert code == 0
    assert "judged green by Board" in out, out
    assert run("update", "waiting", "--done")[0] == 2


def test_an_answered_form_is_an_update_of_the_action_it_names(small, run, added, answers):
    answers(
        "### Which action\n\nheard-01\n\n### How is it going\n\namber\n\n### What should the board know\n\nLate",
        terminal=False,
    )
    code, out, _ = run("update", "-")
    assert code == 0
    assert added() == ["- {on: 2025-10-01, state: in-progress, rag: amber, note: Late}"]
    assert out.startswith("heard-01: green → amber")


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("### Which action\n\nheard-99\n", [], "no action or measure or ask has the id 'heard-99'"),
        ("### Which action\n\nheard-01\n", [], "there is nothing to record"),
        ("### Which action\n\nheard-01\n", ["--rag", "red"], "the form says what is to be said"),
        ("Hello\n", [], "none of the questions of the form stands here, such as '### Which action'"),
    ],
)
def test_a_form_that_says_no_one_thing_writes_nothing(small, run, added, answers, text, more, said):
    answers(text, terminal=False)
    code, _, err = run("update", "-", *more)
    assert code == 2
    assert said in " ".join(err.split())
    assert added() == []
