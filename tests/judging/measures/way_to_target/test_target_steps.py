"""What a chart draws beside readings: each period's own target, once for each day, and the values that are amber."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.known_readings import known_readings
from strategy_tracker.judging.measures.rating import rate
from strategy_tracker.judging.measures.way_to_target.target_steps import target_steps
from strategy_tracker.judging.standing.of_measures import TargetStep
from tests.judging.measure_builder import measure

LATE = date(2030, 1, 1)


def steps(**keys: Any) -> tuple[TargetStep, ...]:
    tested = measure(**keys)
    return target_steps(tested, known_readings(tested.readings, tested.unit, LATE))


def told(**keys: Any) -> list[tuple[str, str, int]]:
    return [(str(one.start), str(one.end), int(one.value)) for one in steps(**keys)]


def test_each_period_has_its_own_target_while_there_are_readings() -> None:
    keys: dict[str, Any] = {"targets": {"2020/21": 60, "2021/22": 65, "2022/23": 70}}
    assert told(**keys, readings={"2020/21 Q4": 1, "2022/23 Q1": 2}) == [
        ("2021-01-01", "2021-03-31", 60),
        ("2021-04-01", "2022-03-31", 65),
        ("2022-04-01", "2022-06-30", 70),
    ]
    assert told(**keys) == []
    assert told(**keys, readings={"2023/24": 1}) == []


def test_the_narrowest_target_counts_and_a_gap_has_none() -> None:
    keys: dict[str, Any] = {"targets": {"2020/21": 60, "2020/21 Q2": 40, "2022/23": 70}}
    assert told(**keys, readings={"2020/21 Q1": 1, "2022/23": 2}) == [
        ("2020-04-01", "2020-06-30", 60),
        ("2020-07-01", "2020-09-30", 40),
        ("2020-10-01", "2021-03-31", 60),
        ("2022-04-01", "2023-03-31", 70),
    ]


def test_a_cumulative_measure_is_drawn_beside_what_was_expected() -> None:
    keys: dict[str, Any] = {"span": "cumulative", "unit": "count", "targets": {"2022/23": 100}}
    keys["profile"] = {"2022/23 Q1": 20, "2022/23 Q2": 50}
    readings = {"2022/23 Q1": 19, "2022/23 Q2": 45, "2022/23 Q3": "c", "2022/23 Q4": 99}
    assert told(**keys, readings=readings) == [
        ("2022-04-01", "2022-06-30", 20),
        ("2022-07-01", "2022-09-30", 50),
        ("2023-01-01", "2023-03-31", 100),
    ]
    assert [one.expected for one in steps(**keys, readings=readings)] == [True, True, False]


@pytest.mark.parametrize(
    ("keys", "amber"),
    [
        ({"amber_within": "5 points"}, [(75, 80)]),
        ({"amber_within": "5% of target"}, [(76, 80)]),
        ({"amber_within": "5 points", "better": "lower"}, [(80, 85)]),
        ({"amber_from": 70}, [(70, 80)]),
        ({"amber_from": 90}, []),
        ({"targets": {"2022/23": {"value": 80, "amber_from": 72}}}, [(72, 80)]),
        ({"band": "2 points"}, [(78, 82)]),
        ({"better": "on-target", "green_within": "2 points", "amber_within": "5 points"}, [(75, 78), (82, 85)]),
        ({"better": "on-target", "green_within": "2 points"}, []),
        ({"green_within": "5 points", "amber_if": "no-worse-than-last-year"}, []),
        ({}, []),
    ],
)
def test_amber_lies_beside_the_target(keys: dict[str, Any], amber: list[tuple[int, int]]) -> None:
    (found,) = steps(**{"targets": {"2022/23": 80}, "readings": {"2022/23": 1}, **keys})
    assert list(found.amber) == amber


@pytest.mark.parametrize("keys", [{"better": "none"}, {"compared_with": "England"}, {"targets": {}}])
def test_what_is_held_against_no_target_has_no_steps(keys: dict[str, Any]) -> None:
    assert steps(**{"targets": {"2022/23": 80}, "readings": {"2022/23": 1}, **keys}) == ()


PERIODS = st.sampled_from(["2021/22", "2021/22 Q2", "2022/23", "2022/23 Q3", "2022-05", "2021/22 Q4"])


@given(st.dictionaries(PERIODS, st.integers(0, 100)), st.dictionaries(PERIODS, st.integers(0, 100), min_size=1))
def test_no_two_steps_share_a_day_and_each_is_the_target_of_its_days(targets: dict[str, int], readings: Any) -> None:
    found = steps(targets=targets, readings=readings)
    for one, other in pairwise(found):
        assert one.end + timedelta(days=1) <= other.start
    assert all(one.start <= one.end for one in found)
    assert {one.period for one in found} <= set(targets)
    assert all(one.value == targets[one.period] for one in found)


RULES = st.sampled_from([{"amber_within": "5 points"}, {"band": "3 points"}, {"amber_from": 40}])


@given(RULES, st.sampled_from(["higher", "lower"]), st.decimals(0, 100, places=1))
def test_what_lies_within_amber_is_amber(rule: dict[str, Any], better: str, amount: Decimal) -> None:
    keys = {"targets": {"2022/23": 50}, "better": better, **rule, "readings": {"2022/23": 1}}
    (found,) = steps(**keys)
    tested = measure(**keys)
    colour = rate(tested, next(iter(tested.readings)), amount).colour
    for low, high in found.amber:
        if low < amount < high:
            assert colour == "amber"
    if colour == "amber":
        assert any(low <= amount <= high for low, high in found.amber)
