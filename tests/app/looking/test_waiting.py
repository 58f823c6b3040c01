"""Each thing that waits is found in its file, at its line, with the period a late reading is of."""

import pytest

from strategy_tracker.app.looking.waiting import periods, places
from strategy_tracker.app.standing import stand
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.judging.attention import list_asked
from tests.app.conftest import DAY


@pytest.fixture
def found(small):
    """The small portfolio, its standing, and what is late in it."""
    portfolio = open_portfolio(small)
    standing = stand(portfolio, DAY)[0]
    return portfolio, standing, list_asked(standing)


def test_a_thing_is_said_at_the_line_of_its_id_and_a_meeting_under_governance(small, found):
    portfolio, _, late = found
    place = places(portfolio)
    for one in late:
        file, position = place(one)
        line = (small / file).read_text(encoding="utf-8").splitlines()[position.line - 1]
        wanted = "governance:" if one.kind in ("missed-review", "review") else f"id: {one.item.rpartition('/')[2]}"
        assert wanted in line, one


def test_an_earlier_moment_has_no_lines(found):
    portfolio, _, late = found
    assert {places(portfolio._replace(known="commit 1"))(one)[1] for one in late} == {None}


def test_a_late_reading_is_of_the_period_after_the_last(found):
    portfolio, standing, late = found
    assert periods(late, standing, portfolio) == {"waiting": "2025/26 Q1"}
    assert periods((), standing, portfolio) == {}
