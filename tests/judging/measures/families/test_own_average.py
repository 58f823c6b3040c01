"""A figure beside the average of the same period in its own earlier years."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import is_red, stand_measure
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import YEAR, measure
from tests.oracle import rater

TODAY = date(2023, 4, 30)
YEARS = ("2019/20", "2020/21", "2021/22")


def asked(now: Any, before: dict[str, Any], **keys: Any) -> Measure:
    own = {"compared_with": "own-average", "over": "3 years", "readings": {**before, "2022/23": now}}
    return measure(**{**own, **keys})


def rated(now: Any, before: dict[str, Any], **keys: Any) -> Rating:
    return stand_measure(asked(now, before, **keys), TODAY, DEFAULTS, "", ()).rating


@pytest.mark.parametrize(
    ("better", "colours"),
    [("higher", ["green", "amber", "amber", "red"]), ("lower", ["red", "amber", "amber", "green"])],
)
def test_each_side_of_the_dead_band_is_one_step_away(better: str, colours: list[str]) -> None:
    before = dict(zip(YEARS, (70, 74, 75), strict=True))
    found = [rated(now, before, better=better, level_within="1 points").colour for now in (74.1, 74, 72, 71.9)]
    assert found == colours


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(50, 99)), min_size=4, max_size=4))
def test_shares_are_averaged_by_their_counts(parts: list[tuple[int, int]]) -> None:
    *before, now = [{"numerator": top, "denominator": bottom} for top, bottom in parts]
    found = rated(now, dict(zip(YEARS, before, strict=True)))
    average = rater.average([(Fraction(top), Fraction(bottom)) for top, bottom in parts[:3]])
    assert found.colour == rater.beside({}, "higher", average, 100 * Fraction(*parts[3]))


@given(st.lists(st.integers(0, 100), min_size=4, max_size=4))
def test_without_counts_it_is_the_mean_of_the_figures(figures: list[int]) -> None:
    found = rated(figures[3], dict(zip(YEARS, figures[:3], strict=True)))
    average = rater.average([Fraction(figure) for figure in figures[:3]])
    assert found.colour == rater.beside({}, "higher", average, Fraction(figures[3]))
    assert "2019/20 to 2021/22, the mean of 3" in found.reason


def test_one_year_with_a_typed_share_makes_it_the_mean_of_the_figures() -> None:
    before = {"2019/20": {"numerator": 1, "denominator": 1}, "2020/21": 50, "2021/22": 50}
    assert rated(66, before).reason == (
        "66% is 0.7 points worse than its own average (66.7% in 2019/20 to 2021/22, the mean of 3)"
    )


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        ({"2019/20": 70, "2020/21": "c", "2021/22": 75}, "but the reading for 2020/21 is suppressed: it is neither"),
        ({"2020/21": 70, "2021/22": 75}, "and there is none for 3 years before 2022/23"),
        ({"2019/20": 70, "2020/21": 75}, "and there is none for one year before 2022/23"),
        ({"2019/20 Q4": 70, "2020/21": 75, "2021/22": 75}, "and there is none for 3 years before 2022/23"),
    ],
)
def test_no_year_is_passed_over(before: dict[str, Any], reason: str) -> None:
    found = rated(70, before)
    assert found.why == "no-comparison"
    assert found.reason.startswith(f"its own average over 3 years needs a reading for each, {reason}")


def test_the_same_quarter_of_each_year_is_averaged() -> None:
    quarters = {f"{year} Q1": figure for year, figure in zip(YEARS, (10, 20, 30), strict=True)}
    noise = {f"{year} Q2": 99 for year in YEARS}
    keys = {"compared_with": "own-average", "over": "3 years", "readings": {**quarters, **noise, "2022/23 Q1": 20}}
    found = stand_measure(measure(**keys), date(2022, 7, 30), DEFAULTS, "", ()).rating
    assert (found.colour, found.reason) == (
        "amber", "20% is level with its own average (20% in 2019/20 Q1 to 2021/22 Q1, the mean of 3)",
    )  # fmt: skip


def test_with_nothing_amber_what_is_no_worse_is_green() -> None:
    before = dict.fromkeys(YEARS, 70)
    assert [rated(now, before, amber="none").colour for now in (70, 69)] == ["green", "red"]


def test_a_benchmark_of_that_name_stays_one() -> None:
    found = rated(70, dict.fromkeys(YEARS, 90), benchmarks={"own-average": {"2022/23": 60}})
    assert (found.colour, found.reason) == ("green", "70% is 10 points better than own-average (60% in 2022/23)")


def test_a_red_one_is_red_for_the_check_as_well() -> None:
    before = dict.fromkeys(YEARS, 70)
    assert is_red(asked(69, before), YEAR, TODAY)
    assert not is_red(asked(70, before), YEAR, TODAY)
    assert not is_red(asked(69, {}), YEAR, TODAY)
