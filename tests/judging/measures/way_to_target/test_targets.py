"""What a reading is held against: the narrowest target, and on the way there a declared value or a straight line."""

from decimal import Decimal
from typing import Any

from strategy_tracker.judging.measures.way_to_target.targets import expected_for, goal_for, target_for
from strategy_tracker.model.dates.period import parse_period
from tests.judging.measure_builder import YEAR, measure


def test_the_narrowest_target_that_holds_the_period_counts() -> None:
    tested = measure(targets={"2022/23": 80, "2022/23 Q1": 70, "2022-05": 60})
    found = {text: goal_for(tested, parse_period(text)) for text in ("2022-05", "2022-06", "2022/23 Q2", "2023-04")}
    assert found == {"2022-05": 60, "2022-06": 70, "2022/23 Q2": 80, "2023-04": None}


def test_a_reading_longer_than_the_target_has_none() -> None:
    assert target_for(measure(targets={"2022/23 Q4": 80}), YEAR) is None


def test_the_profile_of_the_very_period_comes_first() -> None:
    tested = measure(span="cumulative", profile={"2022-06": 10, "2022/23 Q1": 20}, targets={"2022/23": 100})
    assert goal_for(tested, parse_period("2022/23 Q1")) == 20
    assert goal_for(tested, parse_period("2022-06")) == 10


def test_a_straight_line_runs_to_the_target() -> None:
    line = {"on": "2022-03-31", "value": 0}
    tested = measure(unit="count", span="cumulative", straight_line_from=line, targets={"2022/23": 365})
    assert goal_for(tested, parse_period("2022-04")) == 30
    assert goal_for(tested, parse_period("2022-04-01")) == 1
    assert goal_for(tested, YEAR) == 365


def test_a_straight_line_of_an_earlier_year_says_nothing_of_this_one() -> None:
    line = {"on": "2021-03-31", "value": 0}
    keys: dict[str, Any] = {"straight_line_from": line, "targets": {"2022/23": 100}}
    assert goal_for(measure(span="cumulative", **keys), parse_period("2022-04")) is None
    assert goal_for(measure(span="snapshot", **keys), parse_period("2022-04")) is not None


def test_nothing_is_expected_before_the_line_begins() -> None:
    tested = measure(straight_line_from={"on": "2022-06-30", "value": 0}, targets={"2022/23": 100})
    assert expected_for(tested, parse_period("2022-06"), YEAR, Decimal(100)) is None
