"""Counts that add up over a year: decided early where nothing can change them any more, and never before."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.independent_rater import Year, colour_of
from tests.judging.measure_builder import measure

CEILING: dict[str, Any] = {
    "unit": "count",
    "better": "lower",
    "span": "cumulative",
    "targets": {"2022/23": 40},
    "amber_within": "10% of target",
}
TARGET = {**CEILING, "better": "higher", "amber_within": "10% of target"}


def stand(keys: dict[str, Any], readings: dict[str, Any], today: date = date(2023, 4, 30)) -> MeasureStanding:
    return stand_measure(measure(**{**keys, "readings": readings}), today, DEFAULTS, "", ())


RUNNING: dict[str, Any] = {
    "unit": "count",
    "span": "cumulative",
    "counts_from": "2020/21",
    "targets": {"2022/23": 400, "2024/25": 1000},
}


def test_a_running_total_is_held_against_the_next_of_its_targets() -> None:
    assert stand(RUNNING, {"2021/22": 300}).rating.why == "not-due"
    assert stand(RUNNING, {"2021/22": 410}).rating.reason.endswith("for the count can only grow")
    assert stand(RUNNING, {"2022/23": 380}).rating.why == "no-rule"
    line = {"baseline": {"on": "2020-03-31", "value": 0}, "on_the_way": "straight-line"}
    assert stand({**RUNNING, **line}, {"2021/22": 300}).rating.why == "met"


@pytest.mark.parametrize("keys", [RUNNING, {**RUNNING, "counts_from": None, "targets": {"2020/21..2024/25": 1000}}])
def test_a_running_total_has_no_arrow_and_no_new_beginning(keys: dict[str, Any]) -> None:
    readings = {"2020/21": 100, "2021/22": 200, "2022/23 Q1": 210, "2022/23 Q2": 220}
    found = stand(keys, readings)
    assert {found.short.kind, found.long.kind, found.trend.kind} == {"none"}
    assert "can only grow" in found.short.words
    assert not any(each.anew for each in found.points)


def test_a_total_of_a_year_begins_anew_beside_one_of_several() -> None:
    targets = {"2020/21": 100, "2021/22": 100, "2020/21..2024/25": 1000}
    found = stand({**RUNNING, "counts_from": None, "targets": targets}, {"2020/21": 100, "2021/22 Q1": 20})
    assert [each.anew for each in found.points] == [False, True]


def test_a_ceiling_already_broken_is_red_whatever_part_of_the_year_has_gone() -> None:
    found = stand(CEILING, {"2022/23 Q1": 20, "2022/23 Q2": 45})
    assert found.rating[:2] == ("red", "red")
    assert found.rating.reason == (
        "45 misses the target of 40 for 2022/23 by 5, more than the 4 (10% of target) allowed; "
        "decided before 2022/23 is over, for the count can only grow"
    )
    assert (found.gap, found.boundary, found.target) == (-5, 44, 40)


def test_a_target_already_passed_is_green_whatever_part_of_the_year_has_gone() -> None:
    found = stand(TARGET, {"2022/23 Q2": 40})
    assert found.rating.colour == "green"
    assert found.rating.reason.startswith("40 meets the target of 40 for 2022/23; decided before")


@pytest.mark.parametrize("figure", [39, 40, 44])
def test_what_can_still_change_is_not_decided(figure: int) -> None:
    """A ceiling still kept, and one missed by so little that it is amber and may become red."""
    assert stand(CEILING, {"2022/23 Q2": figure}).rating.why == "not-due"
    if figure < 40:
        assert stand(TARGET, {"2022/23 Q2": figure}).rating.why == "not-due"


def test_what_is_decided_comes_before_what_was_expected_by_now() -> None:
    late_start = {"profile": {"2022/23 Q2": 60}}
    assert stand({**CEILING, **late_start}, {"2022/23 Q2": 45}).rating.colour == "red"
    assert stand({**TARGET, **late_start}, {"2022/23 Q2": 45}).rating.colour == "green"
    assert stand({**CEILING, **late_start}, {"2022/23 Q2": 39}).rating.colour == "green"


def test_a_ceiling_broken_without_an_amber_rule_is_not_rated_and_says_so_early() -> None:
    keys = {key: value for key, value in CEILING.items() if key != "amber_within"}
    found = stand(keys, {"2022/23 Q2": 45}).rating
    assert found.why == "no-rule"
    assert found.reason.startswith("45 missed the target of 40 for 2022/23 but no amber boundary is declared; decided")


@pytest.mark.parametrize("unit", ["percent", "percent-change", "score"])
def test_shares_and_averages_may_fall_again(unit: str) -> None:
    keys = {**CEILING, "unit": unit}
    assert stand(keys, {"2022/23 Q2": 45}).rating.why == "not-due"


def test_what_fell_in_the_same_year_may_fall_again() -> None:
    assert stand(CEILING, {"2022/23 Q1": 60, "2022/23 Q2": 45}).rating.why == "not-due"
    assert stand(CEILING, {"2021/22 Q4": 60, "2022/23 Q1": 45}).rating.colour == "red"
    assert stand({**CEILING, "unit": "pounds"}, {"2022/23 Q1": 60, "2022/23 Q2": 55}).rating.why == "not-due"


def test_what_is_not_known_yet_decides_nothing() -> None:
    readings = {"2022/23 Q1": 20, "2022/23 Q2": 45}
    assert stand(CEILING, readings, date(2022, 8, 1)).rating.why == "not-due"


def test_too_much_of_what_should_be_on_target_is_decided_and_too_little_is_not() -> None:
    keys = {**CEILING, "better": "on-target", "green_within": "2 count", "amber_within": "5 count"}
    assert stand(keys, {"2022/23 Q2": 46}).rating.colour == "red"
    assert stand(keys, {"2022/23 Q2": 44}).rating.why == "not-due"
    assert stand(keys, {"2022/23 Q2": 20}).rating.why == "not-due"


def test_a_figure_of_one_period_decides_nothing_about_the_year() -> None:
    assert stand({**CEILING, "span": "period"}, {"2022/23 Q2": 45}).rating.why == "missed"


AMOUNTS = st.integers(-20, 120)


@st.composite
def years(draw: st.DrawFn) -> Year:
    """A year with up to four quarters gone, and one rule or none."""
    better, unit = draw(st.sampled_from(["higher", "lower"])), draw(st.sampled_from(["count", "days", "percent"]))
    figures = draw(st.lists(AMOUNTS, min_size=1, max_size=4))
    if draw(st.booleans()):
        figures = sorted(figures)
    target = draw(AMOUNTS)
    way = draw(st.none() | st.lists(AMOUNTS, min_size=3, max_size=3))
    distance = draw(st.integers(0, 30))
    toward = target - distance if better == "higher" else target + distance
    rule = draw(st.sampled_from([None, ("tolerance", distance), ("band", distance), ("floor", toward)]))
    return Year(
        better,
        unit,
        [Fraction(each) for each in figures],
        Fraction(target),
        None if way is None else [Fraction(each) for each in way],
        None if rule is None else (rule[0], Fraction(rule[1])),
    )


def as_declared(year: Year) -> tuple[dict[str, Any], dict[str, Any]]:
    """The keys of a measure and its readings."""
    name, distance = year.rule or ("", Fraction(0))
    key = {"tolerance": "amber_within", "band": "band", "floor": "amber_from"}.get(name)
    rule = {key: int(distance) if name == "floor" else f"{int(distance)} points"} if key else {}
    way = {f"2022/23 Q{n}": int(each) for n, each in enumerate(year.way or (), 1)}
    keys = {"unit": year.unit, "better": year.better, "span": "cumulative", "targets": {"2022/23": int(year.target)}}
    readings = {f"2022/23 Q{n}": Decimal(int(each)) for n, each in enumerate(year.figures, 1)}
    return {**keys, **rule, "profile": way}, readings


@settings(max_examples=100)
@given(years())
def test_a_second_rater_gives_the_same_colours(year: Year) -> None:
    keys, readings = as_declared(year)
    assert stand(keys, readings).rating.colour == colour_of(year)


RANK = {"red": 0, "grey": 0, "amber": 1, "green": 2}


@settings(max_examples=100)
@given(years(), st.integers(0, 50))
def test_a_step_towards_the_target_never_worsens_a_colour(year: Year, step: int) -> None:
    """The last figure is a better one, and as likely to be able to fall as before."""
    keys, readings = as_declared(year._replace(figures=year.figures[-1:]))
    name, amount = next(iter(readings.items()))
    better = {name: amount + step if year.better == "higher" else max(amount - step, min(amount, Decimal(0)))}
    assert RANK[stand(keys, better).rating.colour] >= RANK[stand(keys, readings).rating.colour]


@settings(max_examples=100)
@given(years(), st.integers(0, 100))
def test_what_is_decided_stays_so_however_the_year_goes_on(year: Year, more: int) -> None:
    keys, readings = as_declared(year._replace(figures=sorted(year.figures)[-1:]))
    first = stand(keys, readings).rating
    if "decided before" in first.reason:
        (amount,) = readings.values()
        last = stand(keys, {**readings, "2022/23 Q4": amount + more}).rating
        assert (last.colour, last.why) == (first.colour, first.why)
