from datetime import date

import pytest

from strategy_tracker.judging.colour_counts import DayRatings, counted, ends
from strategy_tracker.judging.standing.rating import Rating, grey
from strategy_tracker.model.commit import Commit
from strategy_tracker.model.dates.period import YearEnd


@pytest.mark.parametrize(
    ("first", "last", "every", "days"),
    [
        ("2022-01-15", "2022-03-31", "month", ["2022-01-31", "2022-02-28", "2022-03-31"]),
        ("2022-01-15", "2022-03-10", "month", ["2022-01-31", "2022-02-28", "2022-03-10"]),
        ("2022-02-28", "2022-07-01", "quarter", ["2022-03-31", "2022-06-30", "2022-07-01"]),
        ("2023-12-31", "2024-03-01", "month", ["2023-12-31", "2024-01-31", "2024-02-29", "2024-03-01"]),
        ("2022-05-01", "2022-05-01", "month", ["2022-05-01"]),
        ("2022-05-01", "2022-04-01", "month", ["2022-04-01"]),
    ],
)
def test_the_ends_of_months_and_quarters(first, last, every, days):
    found = ends(date.fromisoformat(first), date.fromisoformat(last), every)
    assert [day.isoformat() for day in found] == days


@pytest.mark.parametrize(
    ("year_end", "days"),
    [
        (YearEnd(12), ["2022-03-31", "2022-06-30", "2022-07-01"]),
        (YearEnd(8), ["2022-02-28", "2022-05-31", "2022-07-01"]),
        (YearEnd(4, 5), ["2022-04-05", "2022-07-01"]),
    ],
)
def test_quarters_are_those_of_the_financial_year(year_end, days):
    found = ends(date(2022, 2, 1), date(2022, 7, 1), "quarter", year_end)
    assert [day.isoformat() for day in found] == days


def test_a_measure_that_was_withdrawn_is_counted_only_where_it_is_asked_for():
    day = date(2022, 7, 1)
    ratings = {"kept": Rating("red", "red", "", "missed"), "gone": grey("withdrawn", "", "withdrawn")}
    stood = DayRatings(day, Commit("a" * 40, day, "Ann", "First"), {}, ratings, {})
    _, measures = counted([stood])
    assert (measures.total, measures.counts["red"], measures.counts["grey"]) == (1, 1, 0)
    (alone,) = counted([stood], "gone", "measure")
    assert (alone.total, alone.words) == (1, "withdrawn")
