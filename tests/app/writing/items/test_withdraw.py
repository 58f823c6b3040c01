"""The proposal to withdraw a measure."""

from datetime import date

import pytest

from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.withdraw import propose_withdrawal
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewWithdrawal
from strategy_tracker.problem import Problem
from tests.cli.conftest import write_portfolio

DAY = date(2025, 10, 1)


@pytest.fixture
def portfolio(tmp_path):
    return open_portfolio(write_portfolio(tmp_path))


def test_it_says_how_the_measure_stood_and_stands_and_keeps_its_figures(portfolio):
    made = propose_withdrawal(portfolio, "waiting", NewWithdrawal("Nobody waits any more", "Board"), DAY)
    assert (made.colour.before.rating.word, made.colour.after.rating.word) == ("red", "withdrawn")
    assert made.colour.before.points == made.colour.after.points
    commit(made)
    again = propose_withdrawal(portfolio, "waiting", NewWithdrawal("Nobody waits any more", "Board"), DAY)
    assert (again.files, again.already) == ((), "'waiting' was withdrawn on 2025-10-01: Nobody waits any more")


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (NewWithdrawal(" "), "a measure is not withdrawn without a reason"),
        (NewWithdrawal("x", on="2026-01-01"), "2026-01-01 has not come yet"),
        (NewWithdrawal("x", on="soon"), "--on: 'soon' is not a date"),
    ],
)
def test_what_says_nothing_is_a_problem(portfolio, new, message):
    with pytest.raises(Problem) as caught:
        propose_withdrawal(portfolio, "waiting", new, DAY)
    assert message in caught.value.message
