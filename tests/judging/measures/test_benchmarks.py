from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.benchmarks import benchmark_for, compare
from strategy_tracker.judging.standing.of_measures import Comparison
from strategy_tracker.model.dates.period import parse_period
from tests.judging.measure_builder import known, measure, series

NATIONAL = {"AY 2018/19": 17.8, "AY 2019/20": 24.3, "AY 2020/21": 28.8}


def beside(reading: Any, figures: dict[str, Any], period: str = "AY 2020/21", **keys: Any) -> Comparison:
    return compare(measure(**keys), "England", series(figures), known(period, reading))


@pytest.mark.parametrize(
    ("reading", "kind", "words"),
    [
        (38.2, "above", "9.4 points above England (28.8% in AY 2020/21)"),
        (28.8, "level", "level with England (28.8% in AY 2020/21)"),
        (27.8, "below", "1.0 points below England (28.8% in AY 2020/21)"),
    ],
)
def test_position_with_figures_and_period(reading: float, kind: Any, words: str) -> None:
    assert beside(reading, NATIONAL) == Comparison("England", kind, words)


@pytest.mark.parametrize("better", ["higher", "lower", "on-target", "none", None])
def test_a_position_does_not_depend_on_the_better_side(better: str | None) -> None:
    assert beside(38.2, NATIONAL, better=better).kind == "above"


@pytest.mark.parametrize(
    ("reading", "kind"), [("29.8", "level"), ("27.8", "level"), ("29.81", "above"), ("27.79", "below")]
)
def test_level_within_is_a_dead_band(reading: str, kind: str) -> None:
    assert beside(Decimal(reading), NATIONAL, level_within="1 points").kind == kind


def test_the_dead_band_is_named() -> None:
    words = beside(29, NATIONAL, level_within="1 points").words
    assert words == "level with England (28.8% in AY 2020/21): 0.2 points above, within 1 point"


def test_the_dead_band_may_be_a_share_of_the_figure() -> None:
    assert beside(31, {"AY 2020/21": 30}, level_within="10% of target").kind == "level"


def test_the_same_period_comes_before_a_later_or_an_earlier_one() -> None:
    assert beside(20, NATIONAL, "AY 2019/20").words == "4.3 points below England (24.3% in AY 2019/20)"


def test_without_the_same_period_the_latest_earlier_one_counts_and_is_named() -> None:
    assert beside(30, NATIONAL, "AY 2022/23").words == "1.2 points above England (28.8% in AY 2020/21)"


def test_only_the_same_kind_of_period_is_compared() -> None:
    assert beside(30, NATIONAL, "2021/22") == Comparison(
        "England", "none", "no figure of England to put beside that of 2021/22"
    )
    assert beside(30, NATIONAL, "AY 2017/18").kind == "none"


def test_suppression_leaves_no_position() -> None:
    assert beside("c", NATIONAL).kind == "none"
    assert beside(30, {**NATIONAL, "AY 2020/21": "c"}) == Comparison(
        "England",
        "none",
        "England: the reading for AY 2020/21 is suppressed: it is neither zero nor missing",
    )


def test_a_position_says_where_the_figure_of_others_is_from() -> None:
    assert beside(30, {"AY 2020/21": {"value": 20, "source": "National tables"}}).source == "National tables"
    assert beside(30, NATIONAL).source is None


def test_no_reading_has_no_position_but_the_figure_of_others_is_told() -> None:
    words = "no figure of our own; England: 28.8% in AY 2020/21"
    assert compare(measure(), "England", series(NATIONAL), None) == Comparison("England", "none", words)
    assert compare(measure(), "England", series({"AY 2020/21": "c"}), None).words == "no reading yet"


def test_an_undated_figure_of_others_stands_beside_any_reading_where_no_dated_one_does() -> None:
    undated = {"2022-08": {"value": 3, "undated": True}}
    assert beside(9, undated, "2022-06") == Comparison("England", "above", "6 points above England (3%, undated)")
    assert beside(9, undated | {"2022-05": 4}, "2022-06").words == "5 points above England (4% in 2022-05)"


def test_an_earlier_figure_beside_that_of_others_is_told_and_is_no_position() -> None:
    readings = series({"2019/20": 44, "2022-06": 45})
    found = compare(measure(unit="count"), "England", series({"2019/20": 64}), readings[-1], readings)
    words = "no figure of England to put beside that of 2022-06; earlier, 20 below England (64 in 2019/20)"
    assert found == Comparison("England", "none", words)


def test_a_cumulative_measure_is_put_beside_the_same_time_of_year() -> None:
    figures = series({"2021-06": 20, "2022-03": 90})
    june = parse_period("2022-06")
    found = [benchmark_for(measure(span=span), figures, june) for span in ("cumulative", "snapshot")]
    assert [each.period.text for each in found if each] == ["2021-06", "2022-03"]


@given(st.decimals(-100, 100, places=1), st.decimals(-100, 100, places=1), st.decimals(0, 20, places=1))
def test_mirrored_data_gives_mirrored_positions(one: Decimal, other: Decimal, band: Decimal) -> None:
    level = f"{band} points"
    straight = beside(one, {"AY 2020/21": other}, level_within=level)
    mirrored = beside(-one, {"AY 2020/21": -other}, level_within=level)
    assert mirrored.kind == {"above": "below", "below": "above", "level": "level"}[straight.kind]


@given(st.permutations(list(NATIONAL.items())))
def test_the_order_of_figures_does_not_matter(items: list[tuple[str, float]]) -> None:
    figures = [known(period, value) for period, value in items]
    assert compare(measure(), "England", figures, known("AY 2021/22", 30)).words.endswith("(28.8% in AY 2020/21)")
