"""`strategy meeting`: what it writes, says, and leaves alone."""

import pytest

from tests.cli.repository import Repository

pytestmark = pytest.mark.usefixtures("today")

FILE = "strategies/young-carers.yaml"


def test_it_says_what_it_wrote_and_when_the_next_one_is(small, run):
    code, out, err = run("meeting", "Carers Board", "--held", "2025-09-30", "--planned", "2026-03-30")
    assert (code, out) == (0, "")
    assert err.startswith(f"wrote {FILE}:")
    assert err.endswith("note: Carers Board: next meeting in 180 days, fixed for 2026-03-30\n")
    assert "Carers Board" in run("reviews")[1]


def test_a_dry_run_writes_nothing(small, run):
    before = (small / FILE).read_bytes()
    code, out, _ = run("meeting", "Carers Board", "--held", "2025-09-30", "--dry-run")
    assert (code, "+    held: [2025-04-20, 2025-09-30]" in out) == (0, True)
    assert (small / FILE).read_bytes() == before


def test_what_cannot_be_is_wrong_usage(small, run):
    assert run("meeting", "Carers Board")[::2] == (
        2,
        "error: a meeting has a day\n  help: say --held DATE, --planned DATE or both\n",
    )


def test_the_window_of_a_body_is_set_and_set_again_by_a_command(small, run):
    window = ("--asks-before", "3 weeks", "--grace", "5 days")
    assert run("meeting", "Carers Board", *window)[0] == 0
    text = (small / FILE).read_text("utf-8")
    assert "    papers_due: 7 days\n    asks_before: 3 weeks\n    grace: 5 days\n    held: [2025-04-20]\n" in text
    assert run("validate")[0] == 0
    assert (
        "already recorded, nothing was written: 'Carers Board': asks 3 weeks before"
        in run("meeting", "Carers Board", "--asks-before", "3 weeks")[2]
    )
    assert run("meeting", "Carers Board", "--grace", "8d")[0] == 0
    assert (small / FILE).read_text("utf-8") == text.replace("grace: 5 days", "grace: 8 days")
    code, _, err = run("meeting", "Carers Board", "--grace", "soon")
    assert (code, "--grace: " in err, (small / FILE).read_text("utf-8").count("grace")) == (2, True, 1)


BOARD_PAPER = ("Carers Board", "--held", "2025-09-30")


@pytest.fixture
def frozen(small, run, tmp_path):
    """The small portfolio in git, with a paper frozen for its board on 29 September."""
    made = Repository(small)
    made.commit("one", "2025-09-29")
    assert run("freeze", "2025-q2", "--body", "Carers Board", "--on", "2025-09-29")[0] == 0
    return small


def test_in_a_pipe_it_says_what_has_no_answer_and_how_one_is_given(frozen, run):
    code, out, err = run("meeting", *BOARD_PAPER)
    assert (code, out) == (0, "")
    assert "asks have no answer on record yet, about young-carers, of the paper frozen as 2025-q2" in err
    assert "  2025-09-30-note: Note where Young Carers Strategy 2025–2028 stands, in each of its 2 priorities" in err
    assert "  help: say what was resolved: --ask ID --resolved agreed --minute 14.2" in err


def test_a_person_goes_through_the_asks_and_each_answer_is_written_at_once(frozen, run, typed):
    typed("agree\n3.1\nback\n3.2\n\n\n\nskip\nquit\n")
    _, _, err = run("meeting", *BOARD_PAPER)
    text = (frozen / FILE).read_text("utf-8")
    assert "1 of " in err
    assert "      - held: 2025-09-30\n        paper: 2025-q2\n" in text
    assert "            resolved: agreed\n            minute: '3.2'\n" in text
    assert text.count("minute:") == 1
    typed("")
    assert "1 of " in run("meeting", *BOARD_PAPER)[2]


def test_what_cannot_be_is_asked_again_and_what_was_typed_is_offered(frozen, run, typed):
    typed("perhaps\nback\nanswer\n4\nHead of Service\n\nsoon\nanswer\n4\nHead of Service\n\n2025-11-30\nquit\n")
    _, _, err = run("meeting", *BOARD_PAPER)
    assert "'perhaps' is not one of" in err
    assert "this is the first question about it" in err
    assert "[Head of Service]" in err
    assert "            by: Head of Service\n            due: 2025-11-30\n" in (frozen / FILE).read_text("utf-8")


def test_one_answer_is_given_in_one_line(frozen, run):
    said = ("--ask", "2025-09-30-note", "--resolved", "noted", "--minute", "2")
    assert run("meeting", *BOARD_PAPER, *said)[0] == 0
    assert "  2025-09-30-note" not in run("meeting", *BOARD_PAPER)[2]
    assert run("meeting", *BOARD_PAPER, "--minute", "2")[::2] == (
        2,
        'error: what was resolved is about something\n  help: say what it was asked: --ask ID, or --ask "…"\n',
    )
    assert "--planned is of no ask" in run("meeting", *BOARD_PAPER, *said, "--planned", "2026-01-10")[2]


def test_without_a_paper_nothing_is_asked(small, run, typed):
    typed("noted\n")
    assert "1 of " not in run("meeting", *BOARD_PAPER)[2]
    assert "meetings" not in (small / FILE).read_text("utf-8")
