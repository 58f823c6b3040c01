"""The counts at each meeting on record and at each frozen paper, by what was on record on its day."""

from datetime import date

import pytest

from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.reporting.counts_over_time import MANY, MOST, counts_over_time
from strategy_tracker.app.standing import stand
from strategy_tracker.briefing.edition import Edition
from strategy_tracker.cli.app import run as run_command
from tests.cli.repository import carers

TODAY = date(2022, 9, 30)


def meetings(*days):
    return f"governance:\n  - {{body: Board, held: [{', '.join(days)}]}}\npriorities:"


@pytest.fixture
def repo(tmp_path):
    made = carers(tmp_path / "repo")
    said = "note: Begun}\n          - {on: 2022-04-20, state: complete}"
    made.change("note: Begun}", said).commit("Done", "2022-05-02")
    made.change("priorities:", meetings("2022-02-01", "2022-05-10", "2022")).commit("Met", "2022-06-01")
    return made


def counted(root, body="Board", strategies=None, today=TODAY, edition=None):
    now = open_moment(root, today)
    standing, _ = stand(now.portfolio, now.today)
    found = counts_over_time(now, strategies or standing.strategies, body, edition or Edition())
    return found, [(str(one.day), {colour: n for colour, n in one.counts.items() if n}) for one in found.records]


def test_each_meeting_with_a_day_is_counted_by_what_was_known_then(repo):
    found, told = counted(repo.root)
    assert told == [("2022-02-01", {"green": 1, "grey": 2}), ("2022-05-10", {"blue": 1, "grey": 2})]
    assert (found.unread, found.lacking) == (False, "")
    assert counted(repo.root, today=date(2022, 5, 10))[1] == told[:1]
    assert counted(repo.root, body="Nobody")[1] == []


def test_a_paper_stands_for_itself_until_its_body_meets(repo, monkeypatch):
    monkeypatch.chdir(repo.root)
    for name, day in (("may", "2022-05-05"), ("july", "2022-07-01")):
        assert run_command(["freeze", name, "--body", "Board", "--on", day]) == 0
    assert [day for day, _ in counted(repo.root)[1]] == ["2022-02-01", "2022-05-10", "2022-07-01"]
    assert [day for day, _ in counted(repo.root, body="")[1]] == ["2022-02-01", "2022-05-10", "2022-07-01"]
    now = open_moment(repo.root, TODAY)
    standing, _ = stand(now.portfolio, now.today)
    many = standing.strategies * (MANY + 1)
    assert [day for day, _ in counted(repo.root, body="", strategies=many)[1]] == ["2022-05-05", "2022-07-01"]


def test_only_the_last_days_have_room(repo):
    days = [f"2022-06-{day:02}" for day in range(2, 12)]
    repo.change(meetings("2022-02-01", "2022-05-10", "2022"), meetings(*days)).commit("Often", "2022-06-12")
    assert [day for day, _ in counted(repo.root)[1]] == days[-MOST:]


def test_what_is_internal_is_counted_for_nobody_outside(repo):
    class Public(Edition):
        def earlier(self):
            return self

        def of(self, record):
            return None

    assert counted(repo.root, edition=Public())[1] == []


def test_what_could_not_be_read_then_is_said(repo):
    repo.change("due: 2022-06-30", "due: soon").commit("Wrong", "2022-07-01")
    repo.change("due: soon", "due: 2022-06-30").commit("Mended", "2022-08-01")
    repo.change("2022-05-10, 2022]", "2022-05-10, 2022-07-10]").commit("Met again", "2022-08-02")
    found, told = counted(repo.root)
    assert found.unread
    assert told[-1] == ("2022-07-10", {"grey": 2})


def test_without_git_it_says_why(small):
    found, told = counted(small, body="", today=date(2025, 10, 1))
    assert told == []
    assert found.lacking == "this folder is not in a git repository, so nothing is known of earlier moments"
