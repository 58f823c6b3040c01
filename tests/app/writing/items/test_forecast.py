"""The proposal of forecasts of a measure: all of them or none, and how its colour moves."""

from datetime import date

import pytest

from strategy_tracker.app.find_item import find
from strategy_tracker.app.writing.commit import commit
from strategy_tracker.app.writing.items.forecast import propose_forecasts
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.model.new_entries import NewReading
from strategy_tracker.problem import Problem
from tests.cli.conftest import write_portfolio

DAY = date(2025, 10, 1)


@pytest.fixture
def portfolio(tmp_path):
    return open_portfolio(write_portfolio(tmp_path))


def proposed(portfolio, *said):
    return propose_forecasts(portfolio, find(portfolio, "waiting", ("measure",)), said, DAY)


def test_several_are_written_together_and_a_second_time_they_are_there_already(portfolio):
    said = (NewReading("2025/26", "30"), NewReading("2026/27", "25", note=" New clinic "))
    made = proposed(portfolio, *said)
    assert made.colour.before.rating == made.colour.after.rating
    assert [(one.period, int(one.value), one.note) for one in made.colour.after.forecasts] == [
        ("2025/26", 30, None),
        ("2026/27", 25, "New clinic"),
    ]
    commit(made)
    again = proposed(portfolio, *said)
    assert (again.files, again.already) == (
        (),
        (
            "the forecast of 2025-10-01 for 'waiting' in 2025/26 is 30; "
            "the forecast of 2025-10-01 for 'waiting' in 2026/27 is 25"
        ),
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ((NewReading("2025/26", "30"), NewReading("2025/2026", "31")), "two forecasts are for one period"),
        ((NewReading("2025/26", "30"), NewReading("soon", "31")), "'soon' is not a period"),
        ((NewReading("2025/26", "30", on="soon"),), "--on: 'soon' is not a date"),
    ],
)
def test_one_that_cannot_be_stops_all(portfolio, said, message):
    with pytest.raises(Problem) as caught:
        proposed(portfolio, *said)
    assert message in caught.value.message
