"""Pace: where a measure ends if it goes on as it did, and what is needed; a claim only from four numbers."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_outlook import PaceStanding
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure
from tests.judging.measures.outlook.page import table

LATER = date(2030, 1, 1)


def pace(readings: dict[str, Any], as_at: date = LATER, **keys: Any) -> PaceStanding | None:
    given = {"unit": "score", "targets": {"2022/23": 80}, "readings": readings, **keys}
    return stand_measure(measure(**given), as_at, DEFAULTS, "", ()).pace


def months(*values: Any, first: int = 4) -> dict[str, Any]:
    return {f"2022-{first + n:02d}": value for n, value in enumerate(values)}


def words(readings: dict[str, Any], **keys: Any) -> str:
    found = pace(readings, **keys)
    return found.words if found else ""


def test_where_it_ends_and_what_is_needed() -> None:
    found = pace(months(34, 38, 42, 46, 50))
    assert found is not None
    assert found.words == (
        "at this pace 78 by 2023-03-31, where 80 is wanted; 4.3 points a month are needed, 4 points came"
    )
    assert found.basis == "a straight line through 5 numbers, 2022-04 to 2022-08"
    assert (found.start, found.first, found.by, found.ends, found.came) == (
        date(2022, 8, 31), 50, date(2023, 3, 31), 78, 4,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("readings", "keys", "expected"),
    [
        (months(50, 48, 46, 44), {"better": "lower", "targets": {"2022/23": 20}, "unit": "count"},
         "at this pace 28 by 2023-03-31, where 20 is wanted; -3 a month are needed, -2 came"),
        (months(50, 49, 48, 47), {}, ("at this pace 39 by 2023-03-31, where 80 is wanted; "
         "4.1 points a month are needed, -1 point came")),
        (months(81, 81, 82, 83), {"unit": "percent"},
         "at this pace 88.6% by 2023-03-31, where 80% is wanted; it is met already, and 0.7 points a month came"),
        ({"2021/22 Q2": 20, "2021/22 Q3": 30, "2021/22 Q4": 40, "2022/23 Q1": 50}, {},
         "at this pace 80 by 2023-03-31, where 80 is wanted; 10 points a quarter are needed, 10 points came"),
        ({"2018/19": 40, "2019/20": 50, "2020/21": 55, "2021/22": 65}, {},
         "at this pace 73 by 2023-03-31, where 80 is wanted; 15 points a year are needed, 8 points came"),
    ],
)  # fmt: skip
def test_words(readings: dict[str, Any], keys: dict[str, Any], expected: str) -> None:
    assert words(readings, **keys) == expected


@pytest.mark.parametrize(
    ("target", "better", "expected"),
    [
        (
            {"above": 40},
            "higher",
            "where more than 40 is wanted; more than 0.9 points a month are needed, 1 point came",
        ),
        ({"above": 33}, "higher", "where more than 33 is wanted; more than 0 points a month are needed, 1 point came"),
        ({"above": 32}, "higher", "where more than 32 is wanted; it is met already, and 1 point a month came"),
        ({"from": 41, "to": 45}, "on-target", "where 41 to 45 is wanted; 1 point a month is needed, 1 point came"),
        ({"from": 30, "to": 35}, "on-target", "where 30 to 35 is wanted; it is met already, and 1 point a month came"),
        ({"not_below": "2021/22"}, "higher", "where no less than 41 (2021/22) is wanted; 1 point a month is needed"),
    ],
)
def test_what_is_wanted_may_be_more_than_a_value_a_range_or_an_earlier_reading(
    target: dict[str, Any], better: str, expected: str
) -> None:
    found = words({"2021/22": 41, **months(30, 31, 32, 33)}, targets={"2022/23": target}, better=better)
    assert found.startswith(f"at this pace 41 by 2023-03-31, {expected}")


def test_three_numbers_are_not_enough_and_four_are() -> None:
    assert words(months(1, 2, 3)) == "not enough data: a pace needs 4 numbers and there are 3"
    assert words(months(1)) == "not enough data: a pace needs 4 numbers and there is 1"
    assert words(months(1, 2, 3, 4)).startswith("at this pace 12 ")


def test_readings_without_a_number_are_passed_over() -> None:
    assert words(months(1, "c", 3, "x", 5)).endswith("there are 3")
    whole, gaps = pace(months(10, 12, 14, 16, 18)), pace(months(10, "c", 14, 16, 18, "c"))
    assert whole
    assert gaps
    assert (whole.ends, whole.start) == (gaps.ends, gaps.start)


def test_what_counts_up_is_followed_in_this_year_only() -> None:
    counted = {"unit": "count", "span": "cumulative", "targets": {"2022/23": 120}}
    before = {f"2021-{month:02d}": 30 * (month - 3) for month in range(4, 13)}
    found = words({**before, **months(8, 16, 24, 32)}, **counted)
    assert found == "at this pace 96 by 2023-03-31, where 120 is wanted; 11 a month are needed, 8 came"
    assert words({**before, **months(8, 16)}, **counted).endswith("needs 4 numbers and there are 2")


def test_what_counts_up_has_no_pace_into_the_next_year() -> None:
    assert pace(months(8, 16, 24, 32), unit="count", span="cumulative", targets={"2023/24": 120}) is None


@pytest.mark.parametrize(
    "keys",
    [{"targets": {}}, {"better": "none"}, {"better": None}, {"targets": {"2021/22": 80}}, {"compared_with": "England"},
     {"withdrawn": {"on": "2022-09-01", "why": "x"}}],
)  # fmt: skip
def test_nothing_is_said_where_there_is_nothing_to_reach(keys: dict[str, Any]) -> None:
    assert pace(months(1, 2, 3, 4), **keys) is None


def test_no_reading_has_no_pace() -> None:
    assert pace({}) is None
    assert pace(months("c", "c", "c", "c", "c")) is None


def test_an_earlier_day_has_the_pace_of_what_was_known_then() -> None:
    values = months(34, 38, 42, 46, 70, 90)
    assert pace(values, as_at=date(2022, 7, 31)) == pace(months(34, 38, 42, 46))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            {"unit": "percent"},
            "at this pace 100% before 2023-03-31, where 90% is wanted; 0.25 points a month are needed",
        ),
        ({"unit": "percent", "may_exceed": True}, "at this pace 120% by 2023-03-31, where 90% is wanted"),
    ],
)
def test_no_pace_leads_beyond_what_is_possible(keys: dict[str, Any], expected: str) -> None:
    assert words(months(76, 80, 84, 88), **keys, targets={"2022/23": 90}).startswith(expected)


def test_two_paces_that_differ_are_not_printed_as_the_same() -> None:
    assert "10.01 points a month are needed, 10 points came" in words(
        months(10, 20, 30, 40), targets={"2022/23": 120.08}
    )


NUMBERS = st.lists(st.integers(-50, 50), min_size=4, max_size=9)


@given(NUMBERS, st.integers(-50, 50))
def test_mirrored_data_have_the_mirrored_pace(values: list[int], target: int) -> None:
    one = pace(months(*values), targets={"2022/23": target})
    other = pace(months(*(-value for value in values)), better="lower", targets={"2022/23": -target})
    assert one
    assert other
    assert one.ends is not None
    assert other.ends is not None
    assert one.came is not None
    assert other.came is not None
    assert (one.ends, one.came) == (-other.ends, -other.came)
    assert (one.needed is None) == (other.needed is None)


@given(NUMBERS, st.integers(-50, 50))
def test_it_reaches_the_target_where_what_came_is_what_is_needed(values: list[int], target: int) -> None:
    found = pace(months(*values), targets={"2022/23": target})
    assert found
    assert found.ends is not None
    assert found.came is not None
    if found.needed is not None:
        assert (found.came >= found.needed) == (found.ends >= target)


@given(st.integers(-50, 50), st.integers(-9, 9), st.integers(4, 9))
def test_even_steps_go_on_evenly(first: int, step: int, count: int) -> None:
    found = pace(months(*(first + step * n for n in range(count))))
    assert found
    assert (found.came, found.ends) == (step, first + step * 11)


@given(NUMBERS)
def test_the_slope_is_that_of_a_second_computation(values: list[int]) -> None:
    n = len(values)
    exact = Fraction(
        n * sum(x * y for x, y in enumerate(values)) - sum(range(n)) * sum(values),
        n * sum(x * x for x in range(n)) - sum(range(n)) ** 2,
    )
    found = pace(months(*values))
    assert found
    assert found.came is not None
    assert abs(Fraction(found.came) - exact) < Fraction(1, 10**5)


@pytest.mark.parametrize("row", table("| From April 2022 | What is said |"))
def test_the_page_prints_what_is_said_of_a_pace(row: list[str]) -> None:
    assert words(months(*map(int, row[0].split(",")))) == row[1]
