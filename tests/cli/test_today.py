"""`strategy` alone says what needs somebody where there is a portfolio, and all commands where there is none."""

import pytest

from .repository import Repository

pytestmark = pytest.mark.usefixtures("today")


def test_in_a_portfolio_it_says_what_needs_somebody(small, run):
    Repository(small).commit("First", "2025-09-30")
    code, out, err = run()
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "1 October 2025 · Young Carers Strategy 2025–2028 and 1 ended strategy"
    assert lines[1].startswith(run("overdue")[1].splitlines()[0])
    assert lines[2] == "Carers Board: next meeting on 20 October, in 19 days"
    assert lines[3] == "Nothing waits to be committed"
    assert lines[5:] == [
        "strategy status     where everything stands",
        "strategy overdue    who is asked for what",
        "strategy checkin    record what they say",
        "strategy report     the paper for that meeting",
        "strategy --help     all commands",
    ]


def test_each_command_it_names_works(small, run):
    for line in run()[1].partition("\n\n")[2].splitlines():
        words = line.partition("    ")[0].removeprefix("strategy ")
        if words not in ("--help", "checkin"):
            name, *rest = words.replace('"', "").split(" ", 2)
            assert run(name, *rest)[0] == 0, words


def test_what_waits_to_be_committed_is_counted_and_without_git_that_is_said(small, run):
    assert "Not in a git repository: nothing is kept of earlier days\n" in run()[1]
    Repository(small).commit("First", "2025-09-30")
    run("update", "young-carers/seen-01", "--note", "x")
    assert "\n1 file has changes that wait to be committed\n" in run()[1]


def test_a_file_with_an_error_is_told_first(small, run):
    (small / "measures/carers.yaml").write_text("[", encoding="utf-8")
    lines = run()[1].splitlines()
    assert lines[1] == "1 file has errors and could not be read"
    assert "strategy validate" in "\n".join(lines)


def test_without_a_portfolio_it_is_the_help(tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = run()
    assert (code, out) == (2, "")
    assert err.startswith("Usage: strategy [OPTIONS] COMMAND [ARGS]...")


def test_where_the_files_need_a_newer_version_it_says_upgrade_and_nothing_else(small, run):
    (small / "strategy-tracker.yaml").write_text("requires: '>=99.0'\n", encoding="utf-8")
    code, out, err = run()
    assert (code, out, err.count("\n")) == (2, "", 2)
    assert "  help: upgrade it: " in err
