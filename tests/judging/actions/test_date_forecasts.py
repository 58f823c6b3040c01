"""What owners expected of the day an action is done is held against the day on which it was."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.actions.date_forecasts import stand_date_forecasts
from strategy_tracker.model.action import Update

TODAY = date(2022, 6, 1)


def said(on: str, forecast: str = "", state: str = "in-progress", **more: Any) -> dict[str, Any]:
    return {"on": on, "state": state, **({"forecast": forecast} if forecast else {}), **more}


def told(*updates: dict[str, Any], today: date = TODAY) -> list[tuple[str, int, str]]:
    read = sorted((Update.model_validate(one) for one in updates), key=lambda one: one.on.first, reverse=True)
    return [(one.verdict, one.days, one.words) for one in stand_date_forecasts(read, today)]


FIRST = said("2021-04-01", "2021-09")


def test_what_was_expected_is_held_against_the_day_it_was_done() -> None:
    assert told(FIRST, said("2022-02-10", state="complete", happened="2022-02-08")) == [
        ("too-hopeful", 131, "expected 2021-09 on 2021-04-01, done 2022-02-08: too hopeful, 131 days later")
    ]


@pytest.mark.parametrize(
    ("expected", "done", "verdict", "days"),
    [
        ("2021-09", "2021-09-01", "right", 0),
        ("2021-09", "2021-09-30", "right", 0),
        ("2021-09", "2021-10-01", "too-hopeful", 1),
        ("2021-09", "2021-08-31", "too-cautious", -1),
        ("2021-09-15", "2021-09", "right", 0),
        ("2021-09-15", "2021-10", "too-hopeful", 16),
        ("2021", "2021-06-30", "right", 0),
    ],
)
def test_a_part_of_a_date_is_right_for_every_day_it_can_mean(expected: str, done: str, verdict: str, days: int) -> None:
    ((found, apart, _),) = told(said("2021-01-01", expected), said("2022-01-01", state="complete", happened=done))
    assert (found, apart) == (verdict, days)


def test_every_date_is_kept_and_one_that_is_only_repeated_counts_once() -> None:
    found = told(FIRST, said("2021-07-01", "2021-09"), said("2021-10-01", "2021-12"), said("2021-11-01", "2021-09"))
    assert [words.partition(",")[0] for _, _, words in found] == [
        "expected 2021-09 on 2021-04-01",
        "expected 2021-12 on 2021-10-01",
        "expected 2021-09 on 2021-11-01",
    ]


def test_what_is_not_done_is_too_hopeful_once_its_day_has_passed() -> None:
    assert told(FIRST, today=date(2021, 9, 30)) == [("open", 0, "expected 2021-09 on 2021-04-01, not done yet")]
    assert told(FIRST, today=date(2021, 10, 1)) == [
        ("too-hopeful", 1, "expected 2021-09 on 2021-04-01, not done, 1 day later: too hopeful")
    ]


@pytest.mark.parametrize("state", ["paused", "stopped", "superseded"])
def test_of_what_was_halted_nobody_knows(state: str) -> None:
    assert told(FIRST, said("2021-12-01", state=state)) == [
        ("unknown", 0, f"expected 2021-09 on 2021-04-01, it is {state}")
    ]


def test_what_was_opened_again_was_not_done() -> None:
    again = said("2021-10-10"), said("2021-12-01", state="complete")
    assert told(FIRST, said("2021-09-20", state="delivered"), *again)[0][:2] == ("too-hopeful", 62)
    handed_over = told(FIRST, said("2021-09-20", state="delivered"), said("2021-12-01", state="complete"))
    assert handed_over[0][0] == "right"


def test_what_a_machine_drafted_is_nobodys_forecast() -> None:
    assert told({**FIRST, "drafted": True}) == []


DAYS = st.dates(date(2021, 1, 1), date(2021, 12, 31))


@given(DAYS, DAYS)
def test_days_apart_are_those_between(expected: date, done: date) -> None:
    complete = said("2022-01-01", state="complete", happened=str(done))
    ((verdict, days, _),) = told(said("2020-12-01", str(expected)), complete)
    assert days == (done - expected).days
    assert verdict == ("right" if not days else "too-hopeful" if days > 0 else "too-cautious")
