from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.measures.counting_up import counting_year
from strategy_tracker.judging.measures.direction import (
    against_last_year,
    against_previous,
    same_season,
    trend,
)
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.model.dates.period import MARCH, YearEnd, parse_period
from tests.judging.measure_builder import measure, series


def short(readings: dict[str, Any], **keys: Any) -> Arrow:
    ordered = series(readings)
    return against_previous(measure(**keys), ordered, ordered[-1])


def long(readings: dict[str, Any], **keys: Any) -> Arrow:
    ordered = series(readings)
    return against_last_year(measure(**keys), ordered, ordered[-1])


def slope(readings: dict[str, Any], **keys: Any) -> Arrow:
    ordered = series(readings)
    return trend(measure(**keys), ordered, ordered[-1])


def months(*values: Any) -> dict[str, Any]:
    """Readings of successive months, from 2022-04 on."""
    return {f"{2022 + (n + 3) // 12}-{(n + 3) % 12 + 1:02d}": value for n, value in enumerate(values)}


def test_direction_is_better_or_worse_not_higher_or_lower() -> None:
    up, down, level = {"2022-01": 64, "2022-07": 83}, {"2022-01": 83, "2022-07": 64}, {"2022-01": 64, "2022-07": 64}
    found = {better: [short(each, better=better).kind for each in (up, down, level)] for better in ("higher", "lower")}
    assert found == {"higher": ["better", "worse", "same"], "lower": ["worse", "better", "same"]}


def test_part_of_a_year_of_a_count_is_never_held_against_a_whole_year() -> None:
    so_far = {"2019": 27, "2020": {"value": 11, "recorded": "2020-08"}}
    keys = {"unit": "count", "span": "period"}
    assert [found(so_far, **keys).words for found in (short, long)] == [
        "not enough data: 2020 was not over when its figure was recorded"
    ] * 2
    assert short(so_far | {"2021": 30}, **keys).words == "better: 27 in 2019 to 30 in 2021, +3"
    assert long(so_far | {"2021": 30}, **keys).kind == "none"
    assert short({"2019": 27, "2020": {"value": 11, "recorded": "2021-01"}}, **keys).kind == "worse"
    assert short({"2019": 27, "2020": {"value": 11, "recorded": "2020-08"}}, span="period").kind == "worse"


@pytest.mark.parametrize("better", ["none", None])
def test_context_and_unknown_directions_say_up_or_down_and_nothing_more(better: str | None) -> None:
    readings = ({"2022-01": 1, "2022-02": 2}, {"2022-01": 2, "2022-02": 1}, {"2022-01": 1, "2022-02": 1})
    assert [short(each, better=better).kind for each in readings] == ["up", "down", "level"]


def test_words_name_both_periods_both_values_and_the_change() -> None:
    assert short({"2022-01": 64, "2022-07": 83}).words == "better: 64% in 2022-01 to 83% in 2022-07, +19 points"
    assert short({"2022-01": 64, "2022-07": 63}).words == "worse: 64% in 2022-01 to 63% in 2022-07, -1 point"
    assert short({"2022-01": 64, "2022-07": 64}).words == "same: 64% in 2022-01 to 64% in 2022-07, no change"


def test_words_tell_two_near_values_apart() -> None:
    readings = {"2022-01": {"numerator": 100, "denominator": 300}, "2022-02": 33.34}
    assert short(readings).words == "better: 33.33% in 2022-01 to 33.34% in 2022-02, +0.01 points"


@pytest.mark.parametrize(("now", "kind"), [(65, "same"), (63, "same"), ("65.01", "better"), ("62.99", "worse")])
def test_a_change_within_the_dead_band_is_the_same(now: Any, kind: str) -> None:
    assert short({"2022-01": 64, "2022-02": Decimal(now)}, same_within="1 points").kind == kind


def test_the_dead_band_is_named() -> None:
    words = short({"2022-01": 64, "2022-02": 64.4}, same_within="1 points").words
    assert (
        words == "same: 64% in 2022-01 to 64.4% in 2022-02, +0.4 points, no more than the 1 point declared as no change"
    )


def test_the_dead_band_is_exact_for_recurring_decimals() -> None:
    readings = {"2022-01": {"numerator": 20, "denominator": 300}, "2022-02": {"numerator": 35, "denominator": 300}}
    assert short(readings, same_within="5 points").kind == "same"


@pytest.mark.parametrize(("targets", "kind"), [({"2022": 50}, "same"), ({"2022": 40}, "better"), ({}, "better")])
def test_a_dead_band_may_be_a_share_of_the_target(targets: dict[str, int], kind: str) -> None:
    assert short({"2022-01": 60, "2022-02": 65}, same_within="10% of target", targets=targets).kind == kind


def test_too_few_points_is_an_answer() -> None:
    only = {"2022-01": 64}
    assert short(only)[:2] == ("none", "not enough data: no earlier number of the same kind of period")
    assert long(only)[:2] == ("none", "not enough data: no reading for the same period last year")
    assert slope(only)[:2] == ("none", "not enough data: a trend needs 6 numbers and there is 1")


@pytest.mark.parametrize("reading", ["c", "x", "z", "low", "u", {"symbol": "u", "value": 5}, {"words": "about 5"}])
def test_no_arrow_ends_at_a_reading_without_a_number(reading: Any) -> None:
    readings = {"2021/22": 5, "2022/23": reading}
    for arrow in (short(readings), long(readings), slope(readings)):
        assert arrow.kind == "none"
        assert arrow.words.startswith("not enough data: the reading for 2022/23 ")


def test_no_arrow_starts_at_a_suppressed_reading_but_may_jump_over_it() -> None:
    readings = {"AY 2018/19": 31.0, "AY 2019/20": "c", "AY 2020/21": 38.2}
    assert short(readings).words == "better: 31.0% in AY 2018/19 to 38.2% in AY 2020/21, +7.2 points"
    assert long(readings).words == (
        "not enough data: the reading for AY 2019/20 is suppressed: it is neither zero nor missing"
    )


def test_only_the_same_kind_of_period_is_compared() -> None:
    assert short({"2019/20": 91, "2022-01": 64, "2022-08": 83}).words.startswith("better: 64% in 2022-01")
    assert short({"2019/20": 91, "2022-08": 83}).kind == "none"
    assert long({"2021": 91, "2021/22": 80, "2022": 83}).words.startswith("worse: 91% in 2021 to")


def test_a_day_and_a_month_are_one_series_for_the_one_before() -> None:
    assert short({"2022-01-31": 64, "2022-02": 83}).words == "better: 64% on 2022-01-31 to 83% in 2022-02, +19 points"
    assert short({"2022-01": 64, "2022-02-15": 60}).words == "worse: 64% in 2022-01 to 60% on 2022-02-15, -4 points"
    assert short({"2022-02": 64, "2022-02-28": 60}).kind == "none"
    assert short({"2022/23 Q1": 64, "2022-08": 60}).kind == "none"


@pytest.mark.parametrize("keys", [{"unit": "count"}, {"span": "period"}])
def test_a_day_is_not_held_against_a_month_that_is_the_sum_of_its_days(keys: dict[str, str]) -> None:
    assert short({"2022-01-31": 2, "2022-02": 83}, **keys).kind == "none"
    assert short({"2022-01-31": 2, "2022-02": 83}, **{"span": "snapshot", **keys}).kind == (
        "none" if "span" in keys else "better"
    )


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("2021-02", "2022-02"),
        ("2020-02", "2021-02"),
        ("2021/22 Q1", "2022/23 Q1"),
        ("2021-06-30", "2022-06-30"),
        ("2020-02-29", "2021-02-28"),
        ("AY 2020/21", "AY 2021/22"),
        ("2021/22", "2022/23"),
        ("2018..2020", "2019..2021"),
    ],
)
def test_the_long_arrow_starts_at_the_same_period_last_year(before: str, now: str) -> None:
    assert long({before: 5, now: 6}).kind == "better"


def test_the_long_arrow_does_not_make_do_with_another_period() -> None:
    assert long({"2021-06": 5, "2022-07": 6}).kind == "none"
    assert long({"2018..2020": 5, "2021..2023": 6}).kind == "none"
    assert short({"2018..2019": 5, "2018..2020": 6}).kind == "none"


# cumulative measures


@pytest.mark.parametrize(
    ("readings", "words"),
    [
        ({"2022-02": 80, "2022-03": 90, "2022-04": 5}, "no earlier number in 2022/23"),
        (
            {"2022-04": 5, "2022-05": 12},
            "cumulative in 2022/23, and no value is declared for the way there to hold it against",
        ),
    ],
)
def test_a_cumulative_measure_gets_no_short_arrow_across_a_year_end_nor_inside_a_year(
    readings: dict[str, int], words: str
) -> None:
    assert short(readings, span="cumulative")[:2] == ("none", f"not enough data: {words}")
    assert short(readings, span="period").kind != "none"


WAY: dict[str, Any] = {
    "unit": "count",
    "span": "cumulative",
    "targets": {"2022/23": 100},
    "profile": {"2022/23 Q1": 20, "2022/23 Q2": 50},
}


def test_a_cumulative_measure_is_held_against_what_was_expected_then_and_now() -> None:
    assert short({"2022/23 Q1": 19, "2022/23 Q2": 45}, **WAY).words == (
        "worse: 19 in 2022/23 Q1 (1 below the 20 expected) to 45 in 2022/23 Q2 (5 below the 50 expected)"
    )
    assert short({"2022/23 Q1": 19, "2022/23 Q2": 50}, **WAY).words == (
        "better: 19 in 2022/23 Q1 (1 below the 20 expected) to 50 in 2022/23 Q2 (exactly the 50 expected)"
    )
    assert short({"2022/23 Q1": 19, "2022/23 Q2": 49}, **WAY).kind == "same"
    assert short({"2022/23 Q1": 19, "2022/23 Q2": 45}, **WAY, better="lower").kind == "better"
    assert short({"2022/23 Q1": 22, "2022/23 Q2": 49}, **WAY, better="on-target").kind == "better"
    assert short({"2022/23 Q1": 19, "2022/23 Q2": 45}, **WAY, same_within="4 count").kind == "same"


@pytest.mark.parametrize(
    ("readings", "words"),
    [
        ({"2021/22 Q4": 90, "2022/23 Q1": 19}, "no earlier number in 2022/23"),
        (
            {"2022/23 Q2": 45, "2022/23 Q3": 70},
            "cumulative in 2022/23, and no value is declared for the way there to hold it against",
        ),
    ],
)
def test_without_what_was_expected_then_and_now_there_is_no_arrow(readings: dict[str, int], words: str) -> None:
    assert short(readings, **WAY)[:2] == ("none", f"not enough data: {words}")


def test_a_cumulative_measure_counts_in_the_years_of_its_targets() -> None:
    """Of a body that counts by calendar years, whatever the settings say: nothing runs from December to January."""
    keys: dict[str, Any] = {"unit": "count", "span": "cumulative", "targets": {"2025": 100, "2026": 120}}
    line = {"straight_line_from": {"on": "2024-12-31", "value": 0}}
    assert short({"2025-11": 90, "2025-12": 104, "2026-01": 8}, **keys).kind == "none"
    assert short({"2025-06": 40, "2025-09": 80}, **keys, **line).kind == "better"
    assert counting_year(measure(**keys), date(2026, 1, 31), MARCH).text == "2026"
    assert counting_year(measure(targets={"AY 2024/25": 1}), date(2025, 8, 31), MARCH).text == "AY 2024/25"
    assert counting_year(measure(targets={"AY 2024/25": 1}), date(2025, 9, 1), MARCH).text == "AY 2025/26"
    assert counting_year(measure(targets={"2025": 1, "2025/26": 1}), date(2026, 1, 31), MARCH).text == "2025/26"
    assert counting_year(measure(), date(2026, 1, 31), YearEnd(12)).text == "2026"


@given(st.lists(st.integers(0, 50), min_size=4, max_size=4), st.lists(st.integers(-40, 40), min_size=4, max_size=4))
def test_no_growth_is_better_or_worse_by_itself(steps: list[int], expected: list[int]) -> None:
    """Of two cumulative measures as far from what was expected, at all times, neither has another arrow."""
    quarters = [f"2022/23 Q{n}" for n in (1, 2, 3, 4)]
    keys = {"unit": "count", "span": "cumulative", "targets": {"2022/23": 500}}
    found = []
    for growth in (steps, [0, 0, 0, 0]):
        amounts = [sum(growth[: n + 1]) for n in range(4)]
        way = {quarter: amounts[n] - expected[n] for n, quarter in enumerate(quarters[:3])}
        readings = {quarter: amounts[n] for n, quarter in enumerate(quarters[:3])}
        found.append(short(readings, **keys, profile=way).kind)
    assert found[0] == found[1]


def test_a_cumulative_measure_keeps_its_long_arrow() -> None:
    assert long({"2021-05": 10, "2022-05": 12}, span="cumulative").kind == "better"


def test_the_trend_of_a_cumulative_measure_follows_one_time_of_year() -> None:
    saw = {f"{year}-{month:02d}": month + year - 2015 for year in range(2015, 2021) for month in (4, 5, 6)}
    arrow = slope(saw, span="cumulative")
    assert arrow.words == "better: rising over 6 readings, 2015-06 to 2020-06"


def test_the_end_of_february_is_one_season() -> None:
    assert same_season(parse_period("2023-02-28"), parse_period("2024-02-29"))


def test_seasons_of_days_are_days() -> None:
    days = [parse_period(text) for text in ("2021-06-30", "2022-06-30", "2022-06-23")]
    assert same_season(days[0], days[1])
    assert not same_season(days[0], days[2])


# on target is best


def test_nearer_to_target_is_better() -> None:
    keys: dict[str, Any] = {"better": "on-target", "targets": {"2022": 80}}
    arrow = short({"2022-01": 74, "2022-02": 83}, **keys)
    assert arrow.words == (
        "better: 74% in 2022-01 (6 points off target) to 83% in 2022-02 (3 points off target), +9 points"
    )
    assert short({"2022-01": 80, "2022-02": 83}, **keys).words == (
        "worse: 80% in 2022-01 to 83% in 2022-02 (3 points off target), +3 points"
    )
    assert short({"2022-01": 78, "2022-02": 82}, **keys).kind == "same"


def test_nearness_needs_a_target_for_both_readings() -> None:
    readings = {"2022-12": 74, "2023-01": 83}
    assert short(readings, better="on-target", targets={"2022": 80})[:2] == (
        "none",
        "not enough data: one of the two readings has no target to be near to",
    )


def test_a_trend_towards_the_target() -> None:
    values = (70, 95, 73, 85, 78, 81)
    assert slope(months(*values), better="on-target", targets={"2022": 80}).words == (
        "better: getting closer to target over 6 readings, 2022-04 to 2022-09"
    )
    moving_away = slope(months(*reversed(values)), better="on-target", targets={"2022": 80})
    assert moving_away.words.startswith("worse: moving away from target")
    assert slope(months(*values), better="on-target", targets={"2022-04": 80}).words == (
        "not enough data: not every reading has a target to be near to"
    )


# trends


def test_no_trend_is_claimed_from_fewer_than_six() -> None:
    assert slope(months(1, 2, 3, 4, 5)).words == "not enough data: a trend needs 6 numbers and there are 5"
    assert slope(months(1, 2, "c", 3, 4, 5)).kind == "none"
    assert slope(months(1, 2, 3, 4, 5, 6)).words == "better: rising over 6 readings, 2022-04 to 2022-09"


@pytest.mark.parametrize(
    ("better", "kinds"),
    [
        ("higher", ["better", "worse", "same"]),
        ("lower", ["worse", "better", "same"]),
        ("none", ["up", "down", "level"]),
    ],
)
def test_a_trend_has_its_own_words(better: str, kinds: list[str]) -> None:
    found = [slope(months(*values), better=better) for values in ((1, 5, 2, 6, 3, 7), (7, 3, 6, 2, 5, 1), (5,) * 6)]
    assert [arrow.words.split(" over ")[0] for arrow in found] == [
        f"{kinds[0]}: rising",
        f"{kinds[1]}: falling",
        f"{kinds[2]}: level",
    ]
    assert [arrow.kind for arrow in found] == kinds


@pytest.mark.parametrize(("band", "kind"), [("5 points", "same"), ("4.99 points", "better")])
def test_the_dead_band_holds_for_the_whole_line(band: str, kind: str) -> None:
    assert slope(months(1, 2, 3, 4, 5, 6), same_within=band).kind == kind


def test_the_trend_ends_at_the_reading_shown() -> None:
    ordered = series(months(1, 2, 3, 4, 5, 6, 0, 0))
    assert trend(measure(), ordered, ordered[5]).kind == "better"


@given(st.lists(st.integers(-1000, 1000), min_size=6, max_size=12))
def test_the_trend_is_the_sign_of_the_least_squares_slope(values: list[int]) -> None:
    middle = Decimal(len(values) - 1) / 2
    expected = sum((place - middle) * value for place, value in enumerate(values))
    kind = slope(months(*values), better="none").kind
    assert kind == ("level" if expected == 0 else "up" if expected > 0 else "down")


# promises

OPPOSITE = {
    "better": "better",
    "worse": "worse",
    "same": "same",
    "up": "down",
    "down": "up",
    "level": "level",
    "none": "none",
}
VALUES = st.lists(st.one_of(st.decimals(-100, 100, places=1), st.just("c")), min_size=1, max_size=14)


@given(VALUES, st.sampled_from(["higher", "lower", "none"]), st.decimals(0, 20, places=1))
def test_mirrored_data_gives_mirrored_arrows(values: list[Any], better: str, band: Decimal) -> None:
    swapped = {"higher": "lower", "lower": "higher", "none": "none"}[better]
    mirror = [value if value == "c" else -value for value in values]
    for direction in (short, long, slope):
        one = direction(months(*values), better=better, same_within=f"{band} points")
        two = direction(months(*mirror), better=swapped, same_within=f"{band} points")
        assert two.kind == (OPPOSITE[one.kind] if better == "none" else one.kind)


@given(VALUES)
def test_every_arrow_has_words(values: list[Any]) -> None:
    for arrow in (short(months(*values)), long(months(*values)), slope(months(*values))):
        assert arrow.words.startswith("not enough data: " if arrow.kind == "none" else f"{arrow.kind}: ")
        assert not arrow.words.endswith(".")


def test_months_of_these_tests_follow_each_other() -> None:
    periods = [parse_period(text) for text in months(*range(14))]
    assert all((after.start - before.end).days == 1 for before, after in pairwise(periods))
