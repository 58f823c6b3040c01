"""The way of a due date, step by step: whose word each step rests on."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.model.action import Move
from strategy_tracker.model.dates.date_steps import date_steps, moves_in_order, same_date, unrecorded
from strategy_tracker.model.values import read_when


def move(on, former, to=None, by=None):
    more = {"to": to} if to else {}
    return Move.model_validate({"on": on, "from": former, "why": "Late", "approved_by": by} | more)


def told(moves, due):
    found = date_steps(moves_in_order(moves), read_when(due))
    return [(str(one.former), str(one.to), one.move.approved_by if one.move else "nobody") for one in found]


def test_a_step_after_the_last_recorded_one_has_nobody_on_record():
    agreed = move("2027-06-01", "2027-07-30", "2027-09-30", "Culture Committee")
    assert told([agreed], "2027-09-30") == [("2027-07-30", "2027-09-30", "Culture Committee")]
    assert told([agreed], "2028-03-31") == [
        ("2027-07-30", "2027-09-30", "Culture Committee"),
        ("2027-09-30", "2028-03-31", "nobody"),
    ]
    assert unrecorded([agreed], read_when("2027-09-30")) is None
    assert str(unrecorded([agreed], read_when("2028-03-31")).to) == "2028-03-31"


def test_a_move_that_does_not_say_where_it_led_led_to_what_follows():
    moves = [move("2027-06-01", "2027-07-30", by="Cabinet"), move("2027-08-01", "2027-09-30")]
    assert told(moves, "2028-03-31") == [("2027-07-30", "2027-09-30", "Cabinet"), ("2027-09-30", "2028-03-31", None)]
    assert unrecorded(moves, read_when("2028-03-31")) is None


@pytest.mark.parametrize(("one", "other", "same"), [("2027", "2027", True), ("2027-02", "2027-03", False)])
def test_dates_are_the_same_where_they_mean_the_same_days(one, other, same):
    assert same_date(read_when(one), read_when(other)) is same
    assert same_date(read_when(one), None) is False


@given(st.lists(st.dates(), min_size=2, max_size=6, unique=True))
def test_moves_by_the_book_leave_no_step_without_somebody(days):
    days = [day.replace(year=2000 + day.year % 100, day=1) for day in days]
    pairs = list(pairwise(days))
    moves = [move(f"2100-01-{n + 1:02}", str(one), str(other), "Board") for n, (one, other) in enumerate(pairs)]
    assert unrecorded(moves, read_when(str(days[-1]))) is None
    assert all(one.move for one in date_steps(moves_in_order(moves), read_when(str(days[-1]))))
