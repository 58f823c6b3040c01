import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.cli.app import COMMANDS, command
from strategy_tracker.cli.options import Rag, State, day, filters
from strategy_tracker.problem import Problem

from .conftest import DAY
from .repository import Repository

LOOKING = ["status", "overdue", "reviews", "validate"]


@pytest.mark.parametrize(
    "text",
    ["2022-10-4", "20221004", "today", "2022-W40-2", "2022-10-04 ", "2022", "２０２２-10-04"],
)
@pytest.mark.parametrize("command", LOOKING)
def test_a_mistyped_date_is_said_with_how_to_write_it(run, small, command, text):
    assert run(command, "--as-at", text) == (2, "", f"error: '{text}' is not a date\n  help: write it as 2022-10-04\n")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("30/06/2026", "write it as 2026-06-30"),
        ("30th June 2026", "write it as 2026-06-30"),
        ("4/10/2022", "write it as 2022-10-04 if it is 4 October: days come first"),
        ("June 2026", "write it as 2022-10-04"),
        ("ongoing", "write it as 2022-10-04"),
    ],
)
@pytest.mark.parametrize("command", LOOKING)
def test_a_date_as_people_write_it_is_answered_with_its_right_spelling(run, small, command, text, right):
    assert run(command, "--as-at", text) == (2, "", f"error: '{text}' is not a date\n  help: {right}\n")


@pytest.mark.parametrize("text", ["2022-13-01", "2022-02-30", "2023-02-29", "0000-01-01"])
@pytest.mark.parametrize("command", LOOKING)
def test_a_day_that_is_not_in_the_calendar_is_said_as_in_a_file(run, small, command, text):
    said = f"error: there is no date '{text}' in the calendar\n  help: correct it\n"
    assert run(command, "--as-at", text) == (2, "", said)


def test_a_day_is_today_where_none_is_given():
    assert day("") == date.today()  # noqa: DTZ011
    assert day("2022-10-04") == date(2022, 10, 4)
    with pytest.raises(Problem):
        day("2022-10-99")


def test_filters_are_told_in_one_thing():
    assert filters("head", "", "x", Rag.red, State.not_started).words() == (
        "owner 'head', strategy 'x', rag 'red', state 'not-started'"
    )
    assert filters("", "", "", None, None).words() == ""


@pytest.mark.parametrize("command", LOOKING)
def test_a_root_that_is_not_there_is_said(run, tmp_path, command):
    gone = tmp_path / "gone"
    assert run(command, "--root", str(gone)) == (
        2,
        "",
        f"error: there is no folder '{gone}'\n  help: go to the portfolio's folder, or name it with --root\n",
    )


@pytest.mark.parametrize("command", LOOKING)
def test_a_folder_without_a_strategy_has_nothing_to_read(run, tmp_path, monkeypatch, command):
    empty = tmp_path / "empty"
    empty.mkdir()
    mend = "  help: go to the portfolio's folder, or name it with --root\n"
    assert run(command, "--root", str(empty)) == (
        2,
        "",
        f"error: no strategy here: 'empty' has no file in 'strategies/'\n{mend}",
    )
    monkeypatch.chdir(empty)
    assert run(command) == (
        2,
        "",
        f"error: no strategy here: neither 'empty' nor a folder above it has a 'strategies' folder\n{mend}",
    )


@pytest.mark.parametrize("command", LOOKING)
def test_the_root_is_found_above_and_from_elsewhere(run, small, tmp_path, monkeypatch, command):
    here = run(command, "--as-at", DAY)
    monkeypatch.chdir(small / "strategies")
    assert run(command, "--as-at", DAY) == here
    monkeypatch.chdir(tmp_path)
    assert run(command, "--as-at", DAY, "--root", "portfolio") == here


@pytest.mark.parametrize(("option", "value"), [("--rag", "purple"), ("--state", "done"), ("--format", "pdf")])
def test_a_word_that_is_no_choice_is_refused_with_the_choices(run, small, option, value):
    code, out, err = run("status", option, value)
    assert (code, out) == (2, "")
    assert f"'{value}' is not one of " in err
    assert err.endswith("  help: strategy status --help\n")


@pytest.fixture
def faulty(small):
    (small / "strategies" / "broken.yaml").write_text("id: broken\ntitle: Broken\nowner: [\n")
    return small


LEFT_OUT = "left out, because of 1 error in strategies/broken.yaml:\n  strategies/broken.yaml:"
SHOWN = ["status", "overdue", "reviews"]


@pytest.mark.parametrize("command", SHOWN)
def test_files_with_errors_stop_a_command_and_are_named(run, faulty, command):
    code, out, err = run(command, "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith(LEFT_OUT)
    assert err.endswith("  help: 'strategy validate' explains each one; --keep-going shows the rest all the same\n")


@pytest.mark.parametrize("command", SHOWN)
def test_keep_going_shows_the_rest_and_says_what_was_left_out(run, faulty, command):
    code, out, err = run(command, "--as-at", DAY, "--keep-going")
    (faulty / "strategies" / "broken.yaml").unlink()
    assert "as at 1 October 2025, without what has an error in strategies/broken.yaml" in out
    out = out.replace(", without what has an error in strategies/broken.yaml", "")
    code_without, out_without, _ = run(command, "--as-at", DAY)
    assert (code, out.split()) == (code_without, out_without.split())  # a longer line may be broken
    assert err.startswith(LEFT_OUT)
    assert err.endswith("  help: 'strategy validate' explains each one\n")


def test_show_needs_only_the_files_of_its_thing(run, faulty):
    assert run("show", "seen-02", "--as-at", DAY)[0] == 0


def test_show_stops_where_a_file_it_needs_has_errors(run, small):
    path = small / "measures" / "carers.yaml"
    path.write_text(path.read_text() + "  - {id: more, title: More, unit: parsecs}\n")
    code, out, err = run("show", "waiting", "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith("left out, because of 1 error in measures/carers.yaml:\n")
    code, out, err = run("show", "waiting", "--as-at", DAY, "--keep-going")
    assert code == 0
    assert out.splitlines()[0].split() == ["Days", "until", "a", "first", "break", "waiting"]


def test_many_errors_are_counted(run, small):
    for number in range(13):
        (small / "strategies" / f"x{number:02}.yaml").write_text("id: [\n")
    code, out, err = run("status", "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith("left out, because of 13 errors in strategies/x00.yaml, strategies/x01.yaml, ")
    assert err.count("\n  strategies/x") == 10
    assert "\n  … and 3 more\n" in err


def test_a_faulty_file_s_name_cannot_steer_the_terminal(run, small):
    (small / "strategies" / "a\x1b[2J\nok: all well.yaml").write_text("id: [\n")
    code, out, err = run("status", "--as-at", DAY)
    assert (code, out) == (2, "")
    assert "\x1b" not in err
    assert "\nok: all well" not in err


def test_settings_with_errors_are_left_out_too(run, small):
    (small / "strategy-tracker.yaml").write_text("due_soon: soon\n")
    code, _, err = run("status", "--as-at", DAY)
    assert code == 2
    assert "strategy-tracker.yaml:1:" in err


@pytest.fixture
def recorded(small):
    """The small portfolio in git: a first commit, then one that changes its settings and closes an action."""
    repository = Repository(small)
    repository.commit("First", "2025-09-15")
    repository.change("state: paused", "state: stopped", "strategies/young-carers.yaml")
    repository.write(**{"strategy-tracker": "late_is_red_after: 2 years\n"}).commit("Second", "2025-09-30")
    return small


@pytest.mark.parametrize("command", [("status",), ("overdue",), ("reviews",), ("show", "seen-08")])
def test_an_earlier_moment_is_judged_at_its_own_day_and_named(run, recorded, command):
    code, out, err = run(*command, "--rev", "HEAD~1")
    assert (code, err) == (0, "")
    assert "as at 15 September 2025, from commit " in out
    assert "as at 20 September 2025, from commit " in run(*command, "--known-on", "2025-09-20")[1]
    assert "as at 1 October 2025, from commit " in run(*command, "--rev", "HEAD~1", "--as-at", DAY)[1]


def test_an_earlier_moment_shows_what_was_known_then(run, recorded):
    assert re.search(r"^State +paused", run("show", "seen-08", "--rev", "HEAD~1")[1], re.MULTILINE)
    assert "State           stopped" in run("show", "seen-08", "--rev", "HEAD")[1]


def test_the_settings_of_today_can_judge_an_earlier_moment(run, recorded):
    asked = ("show", "seen-02", "--rev", "HEAD~1", "--as-at", DAY)
    assert "▼ red, waiting: " in run(*asked)[1]
    out = " ".join(run(*asked, "--rules", "today")[1].split())
    assert ", by the settings of today" in out
    assert "2 years" in out


def test_two_moments_at_once_are_refused(run, recorded):
    assert run("status", "--rev", "HEAD", "--known-on", DAY) == (
        2,
        "",
        "error: --rev and --known-on name two moments\n  help: use one of them\n",
    )


@pytest.mark.parametrize("moment", [("--rev", "no-such-tag"), ("--known-on", "2001-01-01")])
def test_a_moment_that_never_was_is_said(run, recorded, moment):
    code, out, err = run("status", *moment)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert err.endswith("  help: 'git log --oneline' lists the moments there are\n")


def test_without_git_there_is_no_earlier_moment(run, small):
    code, out, err = run("status", "--rev", "HEAD")
    assert (code, out) == (2, "")
    assert err.startswith("error: ")


@pytest.mark.parametrize("command", [*SHOWN, "report"])
def test_what_validate_calls_an_error_is_left_out_and_the_page_says_so(run, small, command):
    path = small / "measures" / "carers.yaml"
    path.write_text(
        path.read_text() + "  - {id: more, title: More, unit: percent, better: higher, readings: {2024: 101}}\n"
    )
    code, out, err = run(command, "--as-at", DAY)
    if command == "reviews":  # no measure is read
        assert (code, err) == (0, "")
        return
    assert (code, out, "[out-of-range]" in err) == (2, "", True)
    code, out, err = run(command, "--as-at", DAY, "--keep-going")
    assert (code, "[out-of-range]" in err) == (0, True)
    assert "without what has an error in measures/carers.yaml" in out
    assert "101" not in out


def test_all_bad_files_at_once_are_told_of_by_every_command_that_looks(run, tmp_path, monkeypatch):
    cases = Path(__file__).parent.parent / "cases" / "bad"
    for kind in ("strategies", "measures", "practice"):
        for folder in sorted(cases.glob(f"*/{kind}")):
            shutil.copytree(folder, tmp_path / kind / folder.parent.name)
    monkeypatch.chdir(tmp_path)
    views = ("pack", "young", "highlight", "practice", "self-evaluation")
    asked = [("status",), ("reviews",), ("overdue", "--digest", "sent"), ("dashboard", "-o", "page")]
    for arguments in [*asked, *(("report", "--view", view) for view in views)]:
        assert run(*arguments, "--as-at", DAY)[0] == 2
        assert run(*arguments, "--as-at", DAY, "--keep-going")[0] == 0, arguments


def takers():
    """Every option of every command that takes a value, but for what git calls."""
    for name in COMMANDS:
        if name != "merge-driver":
            for one in command(name).params:
                if one.param_type_name == "option" and not one.is_flag:
                    yield from ((name, spelled) for spelled in one.opts)


@pytest.mark.parametrize(("name", "option"), [*takers()])
def test_an_option_without_a_value_is_wrong_usage(run, small, name, option):
    said = f"error: {option} is given without a value; leave it out, or give it one\n  help: strategy {name} --help\n"
    for typed in ([option, ""], [option, " "], *([[f"{option}="]] if option.startswith("--") else [])):
        assert run(name, *typed) == (2, "", said)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("merge-driver", "doctor")])
def test_an_argument_without_a_value_is_wrong_usage(run, small, name):
    before = sorted(small.rglob("*"))
    code, out, err = run(name, "")
    assert (code, out) == (2, "")
    assert err.startswith("error: an argument is given without a value; leave it out, or give it one\n")
    assert sorted(small.rglob("*")) == before


class TestPracticeClock:
    """A variable says which day it is, and every command says that it does."""

    def test_it_is_today_for_every_command(self, small, run, monkeypatch):
        monkeypatch.setenv("STRATEGY_TODAY", "2025-10-01")
        code, out, err = run("status")
        assert (code, "as at 1 October 2025" in out) == (0, True)
        assert err == "practice: 2025-10-01 is taken for today, because STRATEGY_TODAY says so\n"
        run("update", "young-carers/seen-01", "--note", "x")
        assert "on: 2025-10-01" in (small / "strategies/young-carers.yaml").read_text("utf-8")

    def test_a_day_that_is_asked_for_goes_before_it(self, small, run, monkeypatch):
        monkeypatch.setenv("STRATEGY_TODAY", "2025-10-01")
        assert "as at 2 October 2025" in run("status", "--as-at", "2025-10-02")[1]

    def test_what_is_no_day_is_refused(self, small, run, monkeypatch):
        monkeypatch.setenv("STRATEGY_TODAY", "soon")
        code, out, err = run("status")
        assert (code, out) == (2, "")
        assert "error: 'soon' is not a date\n" in err
