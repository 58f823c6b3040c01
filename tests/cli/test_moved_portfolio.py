"""A portfolio that was moved inside its repository: every command that looks back finds it where it was."""

import json

import pytest

from strategy_tracker import __version__

from .repository import carers


@pytest.fixture
def repo(tmp_path, monkeypatch, run):
    """A report frozen in `plans`, which was then renamed, and figures that were restated quietly after that."""
    made = carers(tmp_path / "repo", "plans")
    for key, value in (("user.name", "Ann"), ("user.email", "ann@example.org")):
        made.git("config", key, value)
    monkeypatch.chdir(made.root)
    assert run("freeze", "q1", "--on", "2022-01-31", "--body", "Board")[0] == 0
    made.git("mv", "plans", "strategy-plans")
    made.commit("Renamed", "2022-02-10")
    made.root = made.top / "strategy-plans"
    monkeypatch.chdir(made.root)
    made.change("2022-01: 70", "2022-01: 60", "measures/carers.yaml")
    made.change("due: 2022-06-30", "due: 2022-09-30").commit("Restated", "2022-03-10", "Ben")
    return made


@pytest.mark.parametrize("old", ["q1", "HEAD~2"])
def test_a_difference_is_one_of_what_changed_and_not_of_where_it_lay(run, repo, old):
    code, out, err = run("diff", old, "--format", "json")
    assert (code, err) == (0, "")
    kinds = {one["kind"] for one in json.loads(out)["changes"]}
    assert {"due", "restated"} <= kinds
    assert not kinds & {"added", "withdrawn", "settings"}


def test_counts_go_back_to_before_it_was_moved(run, repo):
    rows = run("trend", "--as-at", "2022-03-31", "--format", "csv")[1].splitlines()
    assert [row.split(",")[:2] for row in rows[1:] if ",actions," in row] == [
        ["2022-01-31", "actions"],
        ["2022-02-28", "actions"],
        ["2022-03-31", "actions"],
    ]


def test_a_report_is_listed_and_is_the_same_when_it_is_worked_out_again(run, repo):
    assert json.loads(run("freeze", "--list", "--format", "json")[1])["reports"][0]["folder"] == "plans"
    assert run("freeze", "--check", "q1")[:2] == (
        0,
        f"the same: 'q1', reported to Board as at 2022-01-31, version {__version__}\n",
    )


def test_an_earlier_moment_is_shown(run, repo):
    assert run("status", "--rev", "HEAD~2")[0] == 0
    assert "70%" in run("show", "schools", "--known-on", "2022-02-01")[1]


def test_a_paper_and_a_page_are_compared_with_it(run, repo, tmp_path):
    paper = run("report", "--since", "q1", "--as-at", "2022-04-01", "--format", "markdown")[1]
    assert "2 changes since 'q1', 31 January 2022" in paper
    assert (
        "| Schools with trained staff | 70% | 60% | for January 2022, -10 points; the file does not say why |" in paper
    )
    page = tmp_path / "out" / "index.html"
    assert run("dashboard", "--since", "q1", "--as-at", "2022-04-01", "--output", str(page.parent))[0] == 0
    assert "restated figure" in page.read_text(encoding="utf-8")
