"""Counts by colour over time, as one call gives them."""

from datetime import date

import pytest

from strategy_tracker.app.looking_back.trend import trend
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem
from tests.cli.repository import carers


@pytest.fixture
def portfolio(tmp_path):
    return open_portfolio(carers(tmp_path / "repo").root)


def test_each_month_from_the_first_commit_on(portfolio):
    found = trend(portfolio, date(2022, 3, 15))
    assert found.days == (date(2022, 1, 31), date(2022, 2, 28), date(2022, 3, 15))
    assert [one.total for one in found.counts if one.thing == "actions"] == [3, 3, 3]
    assert (found.item, found.wrong, found.unsure, found.shallow) == (None, (), "", False)


def test_each_quarter_of_one_item_and_from_a_day_on(portfolio):
    found = trend(portfolio, date(2022, 7, 1), item="seen-01", every="quarter", since=date(2022, 4, 1))
    assert found.days == (date(2022, 6, 30), date(2022, 7, 1))
    assert found.item.address == "carers/seen-01"
    assert [one.words for one in found.counts] == ["green", "amber, waiting"]


def test_an_item_that_is_not_there_is_a_problem(portfolio):
    with pytest.raises(Problem, match="has the id 'nothing'"):
        trend(portfolio, date(2022, 7, 1), item="nothing")
