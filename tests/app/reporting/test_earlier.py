"""Which moment a report and a dashboard are compared with, or why there is none."""

from datetime import date

import pytest

from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.reporting.earlier import Earlier, earlier_moment
from strategy_tracker.app.reporting.report_scope import LAST_MEETING, ReportRequest, meeting_of
from strategy_tracker.app.standing import stand
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY
from tests.cli.repository import Repository


@pytest.fixture
def repo(small):
    """The small portfolio with two commits, one on each side of the board's meeting of 20 April."""
    made = Repository(small)
    made.commit("First", "2025-04-15")
    made.change("2024/25 Q4: 31", "2024/25 Q4: 25", "measures/carers.yaml").commit("Restated", "2025-09-30")
    return made


def board(moment):
    standing, _ = stand(moment.portfolio, moment.today)
    return meeting_of(standing, ReportRequest(("young-carers",), "Carers Board"), {})[0]


@pytest.mark.parametrize("since", [LAST_MEETING, ""])
def test_it_is_the_day_the_body_last_met(repo, small, since):
    now = open_moment(small, DAY)
    found = earlier_moment(now, board(now), since)
    assert (found.on, found.commit.day, found.lacking) == (date(2025, 4, 20), date(2025, 4, 15), "")
    assert found.words.startswith("the last meeting of Carers Board, 20 April 2025 (commit ")


def test_a_day_needs_no_body(repo, small):
    found = earlier_moment(open_moment(small, DAY), None, date(2025, 5, 1))
    assert (found.on, found.commit.day) == (date(2025, 5, 1), date(2025, 4, 15))
    assert found.words.startswith("1 May 2025 (commit ")


def test_a_revision_is_judged_at_its_own_day(repo, small):
    found = earlier_moment(open_moment(small, DAY), None, "HEAD~1")
    assert (found.on, found.commit.day) == (date(2025, 4, 15), date(2025, 4, 15))
    assert found.words.startswith("'HEAD~1', 15 April 2025 (commit ")


def test_without_a_body_and_before_the_first_commit_there_is_none(repo, small):
    now = open_moment(small, DAY)
    assert earlier_moment(now, None, "").lacking.startswith("no body is named whose last meeting")
    assert "nothing was on record on 2025-01-01" in earlier_moment(now, None, date(2025, 1, 1)).lacking


def test_without_git_there_is_none_unless_one_was_named(now):
    found = earlier_moment(now, board(now), LAST_MEETING)
    assert found == Earlier(lacking=found.lacking)
    assert "git" in found.lacking
    with pytest.raises(Problem):
        earlier_moment(now, None, "HEAD~1")
