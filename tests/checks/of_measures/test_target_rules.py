"""Targets that can be met and missed. Overlaps, floors and shares of nothing: test_measure_rules."""

import pytest

from strategy_tracker.checks.of_measures.target_rules import targets_make_sense
from tests.checks.builder import found, measures

PLACE = "measures.0.targets.2021/22"


@pytest.mark.parametrize(
    ("better", "target", "told"),
    [
        ("higher", {"above": 80}, False), ("lower", {"above": 80}, True), ("on-target", {"above": 80}, True),
        ("higher", {"below": 80}, True), ("lower", {"below": 80}, False), ("on-target", {"below": 80}, True),
        ("higher", {"not_below": "2017/18"}, False), ("lower", {"not_below": "2017/18"}, True),
        ("higher", {"not_above": "2017/18"}, True), ("lower", {"not_above": "2017/18"}, False),
        ("higher", {"from": 75, "to": 85}, False), ("on-target", {"from": 75, "to": 85}, False),
        ("none", {"above": 80}, False), ("higher", {"not_below": "2021/22"}, True),
        ("higher", {"not_below": "2022/23"}, True), ("higher", {"not_below": "2021/22 Q1"}, True),
        ("higher", {"not_below": "2020/21"}, False),
    ],
)  # fmt: skip
def test_a_target_is_on_the_good_side_and_looks_back(better, target, told):
    expected = [("impossible-target", PLACE)] * told
    assert found(targets_make_sense, measures(better=better, targets={"2021/22": target})) == expected


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"green_within": "1 points", "amber_within": "1 points"}, False),
        ({"green_within": "2 points", "amber_within": "1 points"}, True),
        ({"green_within": "5% of target", "amber_within": "1% of target"}, True),
        ({"green_within": "5% of target", "amber_within": "5 points"}, False),
        ({"green_within": "5 points", "amber_within": "5% of target"}, True),
        ({"green_within": "5 points", "amber_from": 86}, True),
        ({"green_within": "5 points", "amber_from": 85}, False),
        ({"green_within": {"higher_of": ["5 points", "1% of target"]}, "amber_within": "4 points"}, True),
        ({"green_within": {"lower_of": ["5 points", "1% of target"]}, "amber_within": "4 points"}, False),
    ],
)
def test_amber_ends_no_nearer_than_green(keys, told):
    expected = [("amber-inside-green", PLACE)] * told
    assert found(targets_make_sense, measures(better="higher", targets={"2021/22": 90}, **keys)) == expected


@pytest.mark.parametrize(
    ("better", "target", "told"),
    [
        ("lower", {"from": 0, "to": 5}, False), ("higher", {"from": 0, "to": 5}, True),
        ("on-target", {"from": 0, "to": 5}, True), ("lower", {"below": 0}, True),
    ],
)  # fmt: skip
def test_no_share_is_taken_of_an_end_that_is_nothing(better, target, told):
    keys = {"green_within": "5% of target"} if better == "on-target" else {"amber_within": "5% of target"}
    expected = [("percent-of-zero", PLACE)] * told
    assert found(targets_make_sense, measures(better=better, targets={"2021/22": target}, **keys)) == expected
