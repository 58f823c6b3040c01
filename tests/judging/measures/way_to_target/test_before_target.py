"""Before a target is due: what is wanted, how far it is, and that it is reached; never a colour without a line."""

from datetime import date
from typing import Any

import pytest

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure

LATE = date(2030, 1, 1)


def stand(**keys: Any) -> MeasureStanding:
    return stand_measure(measure(**keys), LATE, DEFAULTS, "", ())


def told(**keys: Any) -> tuple[str, str, str, str]:
    return stand(**keys).rating


@pytest.mark.parametrize(
    ("keys", "word", "reason"),
    [
        (
            {"readings": {"2020/21": 74.2}, "targets": {"2021/22": 80}},
            "on the way",
            "74.2% in 2020/21; 80% wanted in 2021/22, 5.8 points to go",
        ),
        (
            {"readings": {"2020/21": 82}, "targets": {"2021/22": 80, "2022/23": 90}},
            "reached",
            "82% in 2020/21; the 80% wanted in 2021/22 is reached",
        ),
        (
            {"readings": {"2020/21": 30}, "targets": {"2025": 20}, "better": "lower", "unit": "count"},
            "on the way",
            "30 in 2020/21; 20 wanted in 2025, 10 to go",
        ),
        (
            {"readings": {"2020/21": 74}, "targets": {"2021/22": 80}, "better": None},
            "on the way",
            "74% in 2020/21; 80% wanted in 2021/22",
        ),
        (
            {"readings": {"2020/21": 74}, "targets": {"2021/22": 80}, "baseline": {"expected": "2023-12-31"}},
            "on the way",
            "74% in 2020/21; 80% wanted in 2021/22, 6 points to go; the baseline is expected by 2023-12-31",
        ),
        (
            {"readings": {"2020-06-30": 79.999}, "targets": {"2021-06-30": 80}},
            "on the way",
            "just under 80% on 2020-06-30; 80% wanted on 2021-06-30, just over 0 points to go",
        ),
    ],
)
def test_a_target_to_come_is_told_with_its_distance(keys: dict[str, Any], word: str, reason: str) -> None:
    assert told(**keys, amber_within=None)[:3] == ("grey", word, reason)


def test_a_snapshot_is_judged_on_its_day_and_not_before() -> None:
    keys: dict[str, Any] = {"span": "snapshot", "targets": {"2022/23": 80}, "amber_within": "1 points"}
    assert told(**keys, readings={"2022/23 Q2": 50})[3] == "on-the-way"
    assert told(**keys, readings={"2022/23 Q2": 85})[3] == "reached"
    assert told(**keys, readings={"2022/23 Q4": 50})[3] == "missed"
    assert told(**{**keys, "span": None}, readings={"2022/23 Q2": 50})[3] == "missed"


@pytest.mark.parametrize("period", ["2016-12-13", "2016-12", "2016", "2016/17 Q3"])
def test_a_target_for_a_day_counts_for_what_holds_that_day(period: str) -> None:
    keys: dict[str, Any] = {"targets": {"2016-12-13": 96}, "amber_within": "1 points", "readings": {period: 90}}
    assert told(**keys)[3] == "missed"
    assert told(**keys, span="period", unit="count")[3] == ("missed" if period == "2016-12-13" else "no-target")


def test_every_target_after_the_next_one_is_named_in_order() -> None:
    targets = {"2029/30": 90, "2020/21": 70, "2024/25": 85, "2026/27": {"above": 88}}
    coming = stand(targets=targets, readings={"2020/21": 74}).next_target
    assert coming
    assert [(one.period, one.value, one.wanted) for one in (coming, *coming.then)] == [
        ("2024/25", 85, ""),
        ("2026/27", 88, "more than 88%"),
        ("2029/30", 90, ""),
    ]


def test_a_target_that_counts_anew_is_no_target_to_come() -> None:
    keys: dict[str, Any] = {"unit": "count", "targets": {"2021/22": 80}, "readings": {"2020/21": 74}}
    stood = stand(span="cumulative", **keys)
    assert stood.rating.why == "no-target"
    assert stood.next_target
    assert (stood.next_target.period, stood.next_target.words) == ("2021/22", "")


def test_a_part_of_a_year_says_nothing_of_what_adds_up_over_it() -> None:
    keys: dict[str, Any] = {"unit": "count", "span": "period", "targets": {"2021/22": 80}}
    assert told(**keys, readings={"2020/21 Q1": 20})[3] == "no-target"
    assert told(**keys, readings={"2020/21": 70})[3] == "on-the-way"


LINE: dict[str, Any] = {"baseline": {"on": "2020-03-31", "value": 60}, "on_the_way": "straight-line"}


def test_a_line_runs_over_several_years_and_rates_what_is_on_it() -> None:
    keys: dict[str, Any] = {**LINE, "targets": {"2024/25": 80}, "amber_within": "2 points"}
    found = [told(**keys, readings={"2021/22": value})[0] for value in (68, 66, 65.9)]
    assert found == ["green", "amber", "red"]
    assert told(**keys, readings={"2021/22": 66})[2] == (
        "66% misses the 68.0% expected by 2022-03-31 (on the way to 80%) by just under 2 points, "
        "within the 2 points allowed"
    )
    assert told(**keys, readings={"2019/20": 60})[3] == "on-the-way"


def test_the_old_key_means_the_same() -> None:
    keys: dict[str, Any] = {"targets": {"2022/23": 70, "2024/25": 80}, "amber_within": "2 points"}
    for period in ("2020/21", "2021/22 Q3", "2022/23", "2023/24", "2024/25 Q1"):
        new, old = (
            told(**keys, **way, readings={period: 67}) for way in (LINE, {"straight_line_from": LINE["baseline"]})
        )
        assert new == old


def test_a_profile_runs_over_several_years() -> None:
    keys: dict[str, Any] = {"profile": {"2021/22": 70}, "targets": {"2024/25": 80}, "amber_within": "1 points"}
    found = {period: told(**keys, readings={period: 69.5})[3] for period in ("2020/21", "2021/22", "2022/23")}
    assert found == {"2020/21": "on-the-way", "2021/22": "near", "2022/23": "on-the-way"}


def test_a_target_for_several_years_is_judged_by_what_it_sums_up() -> None:
    several = {"targets": {"2020/21..2024/25": 1000}, "amber_within": "5% of target"}
    assert told(**several, unit="count", span="period", readings={"2024/25": 200})[3] == "not-due"
    assert told(**several, unit="count", span="period", readings={"2020/21..2024/25": 900})[3] == "missed"
    assert told(**several, unit="count", span="cumulative", readings={"2021/22": 400})[3] == "not-due"
    assert told(**several, unit="count", span="cumulative", readings={"2024/25": 990})[3] == "near"
    assert told(**several, unit="percent-change", readings={"2021/22": 1200})[3] == "met"


def test_a_figure_of_a_running_year_is_held_against_what_was_expected_by_the_day_it_was_recorded() -> None:
    keys: dict[str, Any] = {"unit": "count", "span": "cumulative", "targets": {"2022/23": 100}}
    keys |= {"readings": {"2022/23": {"value": 40, "recorded": "2022-08-31"}}, "amber_within": "5% of target"}

    def judged(day: date, **way: Any) -> tuple[str, str]:
        rating = stand_measure(measure(**keys, **way), day, DEFAULTS, "", ()).rating
        return rating.why, rating.reason

    assert judged(date(2022, 10, 4)) == (
        "not-due",
        (
            "not due: 2022/23 up to 2022-08-31 is part of 2022/23, whose target of 100 counts at its end, "
            "and no value is declared for the way there"
        ),
    )
    line = {"baseline": {"on": "2022-03-31", "value": 0}, "on_the_way": "straight-line"}
    assert judged(date(2022, 10, 4), **line)[0] == "near"
    assert judged(date(2023, 4, 1))[0] == "missed"
