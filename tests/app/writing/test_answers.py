"""What one answer means, and why it is asked for again."""

from datetime import date

import pytest

from strategy_tracker.app.find_item import find
from strategy_tracker.app.writing.answers import (
    forecast_of,
    last_done_of,
    reading_wanted,
    seen,
    takes_colour,
    takes_forecast,
    ticked_of,
)
from strategy_tracker.judging.standing.of_actions import MilestoneStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY

STEPS = [
    MilestoneStanding(text, done, Clock("none", None, 0, "")) for text, done in (("Plan", None), ("Book", "2025-08-01"))
]
SAID = NewUpdate("in-progress", on="2025-10-01")


@pytest.mark.parametrize(
    ("state", "colour", "forecast"),
    [("not-started", True, True), ("in-progress", True, True), ("paused", False, True), ("complete", False, False)],
)
def test_a_state_decides_what_is_asked_next(state, colour, forecast):
    assert (takes_colour(state), takes_forecast(state)) == (colour, forecast)


def test_a_text_has_no_characters_that_nobody_can_see():
    assert seen("dŵr\n", "the note") == "dŵr\n"
    with pytest.raises(Problem, match="the note: there is a character nobody can see"):
        seen("a\x1b[A", "the note")


def test_a_forecast_lies_after_the_update_and_none_is_none():
    assert forecast_of("2025-12", SAID, DAY) == "2025-12"
    assert forecast_of("", SAID, DAY) == ""
    with pytest.raises(Problem, match="lies before the update"):
        forecast_of("2025-09-01", SAID, DAY)
    with pytest.raises(Problem):
        forecast_of("soon", SAID, DAY)


def test_a_day_done_has_come():
    assert (last_done_of("2025-09-15", DAY), last_done_of("", DAY)) == ("2025-09-15", "")
    with pytest.raises(Problem, match="has not come yet"):
        last_done_of("2025-10-02", DAY)


@pytest.mark.parametrize(("typed", "numbers"), [("1", ("1",)), ("plan, 2", ("1",)), ("", ()), ("2", ())])
def test_milestones_are_meant_by_number_or_words_and_those_done_before_are_left_out(typed, numbers):
    assert ticked_of(typed, STEPS) == numbers


def test_a_milestone_that_is_not_there_is_refused():
    with pytest.raises(Problem, match="'3' is not one milestone"):
        ticked_of("1, 3", STEPS)


def test_the_reading_wanted_is_the_one_after_the_last(portfolio):
    assert reading_wanted(portfolio, find(portfolio, "calls"), date(2026, 1, 1)) == "2025/26 Q2 64"
