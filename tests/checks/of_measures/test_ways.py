"""Baselines, lines and running totals that contradict each other or the targets are told at the key that is wrong."""

import pytest

from strategy_tracker.checks.of_measures.ways import baselines_are_known, ways_make_sense
from tests.checks.builder import found, measures

POINT = {"on": "2020-03-31", "value": 60}
LATER = {"targets": {"2024/25": 80}}


@pytest.mark.parametrize(
    "keys",
    [
        {"baseline": POINT},
        {"baseline": POINT, "on_the_way": "straight-line"},
        {"baseline": {"expected": "2027"}, "on_the_way": "straight-line"},
        {"straight_line_from": POINT, "on_the_way": "straight-line"},
        {"baseline": POINT, "on_the_way": "profile", "profile": {"2022/23": 70}},
        {"straight_line_from": POINT, "profile": {"2022/23": 70}},
        {"baseline": POINT, "profile": {"2022/23": 70}},
        {"baseline": POINT, "targets": {"2018/19": 50, "2024/25": 80}},
        {"span": "cumulative", "counts_from": "2020/21"},
    ],
)
def test_what_fits_together_is_fine(keys):
    assert found(ways_make_sense, measures(**{**LATER, **keys})) == []


@pytest.mark.parametrize(
    ("keys", "code", "place"),
    [
        ({"on_the_way": "straight-line"}, "rule-incomplete", "on_the_way"),
        ({"on_the_way": "profile"}, "rule-incomplete", "on_the_way"),
        ({"counts_from": "2020/21"}, "rule-incomplete", "counts_from"),
        ({"baseline": POINT, "straight_line_from": POINT}, "two-rules", "straight_line_from"),
        (
            {"baseline": POINT, "on_the_way": "straight-line", "profile": {"2022/23": 70}},
            "two-rules",
            "profile",
        ),
        (
            {"straight_line_from": POINT, "on_the_way": "profile", "profile": {"2022/23": 70}},
            "two-rules",
            "straight_line_from",
        ),
        ({"baseline": {"on": "2025-03-31", "value": 60}}, "dates-out-of-order", "baseline.on"),
        ({"span": "cumulative", "counts_from": "2025-04-01"}, "dates-out-of-order", "counts_from"),
    ],
)
def test_a_contradiction_is_told_once_and_where_it_is(keys, code, place):
    assert found(ways_make_sense, measures(**LATER, **keys)) == [(code, f"measures.0.{place}")]


def test_a_baseline_is_asked_for_once_its_day_is_past():
    def asked(day, **more):
        return found(baselines_are_known, measures(baseline={"expected": day}, **more))

    assert asked("2026-01-15") == asked("2026") == []
    assert asked("2026-01-14") == asked("2025") == [("baseline-not-known", "measures.0.baseline.expected")]
    assert asked("2025", withdrawn={"on": "2025-12-01", "why": "no longer measured"}) == []


def test_a_baseline_of_a_day_that_has_not_come_is_told():
    assert found(baselines_are_known, measures(baseline={"on": "2026-01-16", "value": 5})) == [
        ("dated-tomorrow", "measures.0.baseline.on")
    ]
