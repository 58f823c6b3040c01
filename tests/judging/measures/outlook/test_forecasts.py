"""Forecasts of a measure: each is kept, held against what came, and rates it only while nothing has come."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import is_red, stand_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.dates.period import parse_period
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure
from tests.judging.measures.outlook.page import table

AUTUMN, SPRING = date(2021, 11, 1), date(2022, 5, 1)
SAID = {"2021/22": {"value": 82, "on": "2021-10-04"}}


def stood(as_at: date = SPRING, **keys: Any) -> MeasureStanding:
    return stand_measure(measure(**{"forecasts": SAID, **keys}), as_at, DEFAULTS, "", ())


def told(as_at: date = SPRING, **keys: Any) -> list[tuple[str, str]]:
    return [(one.verdict, one.words) for one in stood(as_at, **keys).forecasts]


# held against what came


def test_a_forecast_is_held_against_what_came() -> None:
    assert told(readings={"2021/22": 76}) == [
        ("too-hopeful", "forecast 82% for 2021/22 on 2021-10-04, came out at 76%: too hopeful, 6 points less")
    ]


def test_every_forecast_is_kept_the_oldest_first() -> None:
    several = {"2021/22": [{"value": 78, "on": "2022-01-10", "by": "Analyst"}, {"value": 82, "on": "2021-10-04"}]}
    found = stood(forecasts=several, readings={"2021/22": 76}).forecasts
    assert [(one.on, one.value, one.by, one.apart) for one in found] == [
        ("2021-10-04", 82, None, -6),
        ("2022-01-10", 78, "Analyst", -2),
    ]


def test_before_it_was_made_a_forecast_is_not_known_and_before_it_came_out_it_is_open() -> None:
    assert told(date(2021, 10, 3)) == []
    assert told(AUTUMN, readings={"2021/22 Q1": 70}) == [
        ("open", "forecast 82% for 2021/22 on 2021-10-04, not come out yet")
    ]


def test_what_came_without_a_number_says_why() -> None:
    assert told(readings={"2021/22": "c"}) == [
        (
            "unknown",
            (
                "forecast 82% for 2021/22 on 2021-10-04; "
                "the reading for 2021/22 is suppressed: it is neither zero nor missing"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("keys", "came", "verdict"),
    [
        ({"better": "higher"}, 81, "too-hopeful"),
        ({"better": "higher"}, 83, "too-cautious"),
        ({"better": "lower"}, 81, "too-cautious"),
        ({"better": "lower"}, 83, "too-hopeful"),
        ({"better": "none"}, 81, "too-high"),
        ({"better": None}, 83, "too-low"),
        ({"better": "on-target", "targets": {"2021/22": 80}}, 79, "too-cautious"),
        ({"better": "on-target", "targets": {"2021/22": 80}}, 85, "too-hopeful"),
        ({"better": "on-target", "targets": {"2021/22": 80}}, 78, "too-high"),
        ({"better": "higher"}, 82, "right"),
        ({"same_within": "1 points"}, 81, "right"),
        ({"same_within": "1 points"}, 80.9, "too-hopeful"),
    ],
)
def test_too_hopeful_and_too_cautious_follow_which_way_is_better(
    keys: dict[str, Any], came: float, verdict: str
) -> None:
    assert [one for one, _ in told(**keys, readings={"2021/22": came})] == [verdict]


@pytest.mark.parametrize(
    ("came", "verdict"), [(81.5, "right"), (81.49, "too-hopeful"), (82.49, "right"), (82.5, "too-cautious")]
)
def test_a_forecast_is_right_where_it_is_what_came_as_far_as_it_was_rounded(came: float, verdict: str) -> None:
    assert [one for one, _ in told(readings={"2021/22": came})] == [verdict]


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ({"span": "snapshot"}, "too-hopeful"),
        ({"span": "cumulative", "unit": "count"}, "too-hopeful"),
        ({"span": "period"}, "open"),
        ({"unit": "count"}, "open"),
    ],
)
def test_the_last_month_is_the_outturn_of_a_year_unless_months_add_up(keys: dict[str, Any], verdict: str) -> None:
    assert [one for one, _ in told(**keys, readings={"2022-03": 76, "2022-02": 60})] == [verdict]


# rated on the expected outturn

RATED = {"rated_by": "forecast", "targets": {"2021/22": 80}, "amber_within": "5 points"}


def test_until_the_reading_is_there_it_is_rated_on_the_latest_forecast() -> None:
    several = {"2021/22": [{"value": 76, "on": "2021-10-20"}, {"value": 82, "on": "2021-10-04"}]}
    found = stood(AUTUMN, **RATED, forecasts=several, readings={"2021/22 Q1": 58})
    assert (found.rating.colour, found.rating.reason) == (
        "amber",
        (
            "by the forecast of 2021-10-20 for 2021/22: "
            "76% misses the target of 80% by 4 points, within the 5 points allowed"
        ),
    )
    assert (found.target, found.target_period, found.boundary, found.gap) == (80, "2021/22", None, None)
    assert found.next_target is None
    earlier = stood(date(2021, 10, 10), **RATED, forecasts=several, readings={"2021/22 Q1": 58})
    assert earlier.rating.colour == "green"


def test_once_the_reading_is_there_it_counts() -> None:
    found = stood(**RATED, readings={"2021/22": 70})
    assert found.rating.reason == "70% misses the target of 80% by 10 points, more than the 5 points allowed"
    assert stood(date(2022, 4, 15), **RATED, readings={"2021/22 Q3": 70}).rating.colour == "green"


@pytest.mark.parametrize(
    ("better", "expected", "colour"),
    [
        ("higher", 80, "green"), ("higher", 79.99, "amber"), ("higher", 75, "amber"), ("higher", 74.99, "red"),
        ("lower", 80, "green"), ("lower", 80.01, "amber"), ("lower", 85, "amber"), ("lower", 85.01, "red"),
    ],
)  # fmt: skip
def test_a_boundary_belongs_to_the_better_colour_of_a_forecast_too(better: str, expected: float, colour: str) -> None:
    said = {"2021/22": {"value": expected, "on": "2021-10-20"}}
    assert stood(AUTUMN, **RATED, better=better, forecasts=said).rating.colour == colour


def test_without_a_forecast_it_is_not_rated_and_says_so() -> None:
    found = stood(AUTUMN, **RATED, forecasts={}, readings={"2021/22 Q1": 90})
    assert (found.rating.colour, found.rating.why) == ("grey", "no-forecast")
    assert found.rating.reason == "it is rated on the forecast for 2021/22, and none is given"
    assert stood(AUTUMN, **RATED, forecasts={}).rating.why == "no-forecast"


def test_last_years_outturn_counts_until_there_is_a_forecast_for_this_year() -> None:
    keys = {**RATED, "targets": {"2021/22": 80, "2022/23": 85}, "readings": {"2021/22": 81}}
    assert stood(**keys, forecasts={}).rating.colour == "green"
    next_year = {"2022/23": {"value": 70, "on": "2022-04-20"}}
    assert stood(**keys, forecasts=next_year).rating.reason.startswith("by the forecast of 2022-04-20 for 2022/23: 70%")


def test_a_forecast_of_a_year_that_never_came_out_does_not_stay_for_ever() -> None:
    keys = {**RATED, "targets": {"2021/22": 80, "2022/23": 80}}
    assert stood(date(2023, 5, 1), **keys, readings={"2022/23": 81}).rating.reason == "81% meets the target of 80%"


def test_context_stays_context_and_a_comparator_its_own_rule() -> None:
    assert stood(AUTUMN, rated_by="forecast", better="none").rating.why == "context"
    beside = stood(AUTUMN, rated_by="forecast", compared_with="England", benchmarks={"England": {"2020/21": 70}})
    assert (
        beside.rating.reason
        == "by the forecast of 2021-10-04 for 2021/22: 82% is 12 points better than England (70% in 2020/21)"
    )


def test_only_what_a_period_came_out_at_is_a_red_reading() -> None:
    tested = measure(**RATED, forecasts=SAID, readings={"2021/22 Q1": 20, "2021/22": 20})
    assert not is_red(tested, parse_period("2021/22 Q1"), AUTUMN)
    assert is_red(tested, parse_period("2021/22"), SPRING)


@given(st.integers(0, 100), st.integers(0, 100), st.sampled_from(["higher", "lower"]))
def test_a_forecast_has_the_colour_that_the_same_reading_has(expected: int, target: int, better: str) -> None:
    rule = {"better": better, "targets": {"2021/22": target}, "amber_within": "5 points"}
    ahead = stood(AUTUMN, **rule, rated_by="forecast", forecasts={"2021/22": {"value": expected, "on": "2021-10-04"}})
    come = stood(**rule, forecasts={}, readings={"2021/22": expected})
    assert (ahead.rating.colour, ahead.rating.why) == (come.rating.colour, come.rating.why)


@given(st.integers(0, 100), st.integers(0, 100))
def test_what_was_too_hopeful_is_too_cautious_where_the_other_way_is_better(expected: int, came: int) -> None:
    said, readings = {"2021/22": {"value": expected, "on": "2021-10-04"}}, {"2021/22": came}
    pair = {told(better=better, forecasts=said, readings=readings)[0][0] for better in ("higher", "lower")}
    assert pair == ({"right"} if expected == came else {"too-hopeful", "too-cautious"})


@pytest.mark.parametrize("row", table("| Came | What is said |"))
def test_the_page_prints_what_is_said_of_a_forecast(row: list[str]) -> None:
    said = {"2022/23": {"value": 82, "on": "2022-10-04"}}
    ((verdict, words),) = told(date(2023, 5, 1), forecasts=said, readings={"2022/23": Decimal(row[0])})
    assert row[1] == f"{verdict.replace('-', ' ')}: {words}"
