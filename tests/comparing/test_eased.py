"""What was made easier to meet, by whichever key; and that nothing else is called so."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.comparing.eased import eased, reason_of, rules_are_easier, target_is_easier
from strategy_tracker.judging.measures.rating import rate
from strategy_tracker.model.dates.period import parse_period
from tests.judging.measure_builder import measure

YEAR = parse_period("2022/23")
TARGET = {"targets": {"2022/23": 80}}
PLAN, BESIDE = {"better": "on-target"}, {"compared_with": "England"}
SILENT = "; the file does not say why"


@pytest.mark.parametrize(
    ("before", "after", "easier"),
    [
        ({"amber_within": "5 points"}, {"amber_within": "6 points"}, True),
        ({"amber_within": "5 points"}, {"amber_within": "4 points"}, False),
        ({"amber_within": "5 points"}, {"amber_within": "5% of target"}, False),
        ({"amber_within": "5 points"}, {"amber_within": "10% of target"}, True),
        ({"amber_within": "5 points"}, {"amber_from": 70}, True),
        ({"amber_within": "5 points"}, {}, True),  # a missed target is not rated, where it was red
        ({}, {"amber_within": "5 points"}, False),
        ({"amber_from": 70}, {"amber_from": 65}, True),
        ({"amber_from": 70}, {"amber_from": 75}, False),
        ({"amber_from": 70}, {"amber_from": 70, "targets": {"2022/23": {"value": 80, "amber_from": 60}}}, True),
        ({"band": "2 points"}, {"band": "1 points"}, True),
        ({"band": "2 points"}, {"band": "3 points"}, True),
        ({"green_within": "5% of target", "amber_if": "no-worse-than-last-year"}, {"amber_within": "1 points"}, False),
        ({"amber_within": "1 points"}, {"green_within": "5% of target", "amber_if": "no-worse-than-last-year"}, True),
        ({"better": "lower", "amber_from": 85}, {"better": "lower", "amber_from": 90}, True),
        ({"better": "lower", "amber_from": 85}, {"better": "higher", "amber_from": 75}, True),
        (PLAN | {"green_within": "2 points"}, PLAN | {"green_within": "3 points"}, True),
        (BESIDE | {"level_within": "1 points"}, BESIDE | {"level_within": "2 points"}, True),
        ({"same_within": "1 points"}, {"same_within": "5 points"}, False),
        ({"amber": "none"}, {}, True),
        ({"amber": "none"}, {"amber_within": "1 points"}, True),
        ({"amber_within": "1 points"}, {"amber": "none"}, False),
        ({"amber_within": "5 points"}, {"amber_within": "5 points", "green_within": "1 points"}, True),
        ({"amber_within": "5 points", "green_within": "1 points"}, {"amber_within": "5 points"}, False),
        ({"amber": "none", "exceeded_by": "5 points"}, {"amber": "none", "exceeded_by": "4 points"}, True),
        ({"amber": "none", "exceeded_by": "4 points"}, {"amber": "none", "exceeded_by": "5 points"}, False),
        ({"amber_within": {"lower_of": ["5 points", "5% of target"]}}, {"amber_within": "5 points"}, True),
        ({"amber_within": {"higher_of": ["5 points", "5% of target"]}}, {"amber_within": "5 points"}, False),
    ],
)  # fmt: skip
def test_tolerances_are_easier_where_some_figure_has_a_better_colour(before, after, easier):
    assert rules_are_easier(measure(**TARGET | before), measure(**TARGET | after)) is easier


def test_what_was_expected_on_the_way_is_a_rule_as_well():
    way = {"span": "cumulative", "profile": {"2022/23 Q1": 20}, "amber_within": "1 points"}
    lower = way | {"profile": {"2022/23 Q1": 10}}
    assert rules_are_easier(measure(**TARGET | way), measure(**TARGET | lower))
    assert list(eased(measure(**TARGET | way), measure(**TARGET | lower))) == [
        f"its colours are easier to have: profile was changed{SILENT}"
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            {"2022/23": 80},
            {"2022/23": 80, "2022/23 Q4": 70},
            "its target for 2022/23 Q4 was made easier to meet, 80% → 70%",
        ),
        (
            {"2022/23": 80, "2022/23 Q4": 90},
            {"2022/23": 80},
            "its target for 2022/23 Q4 was made easier to meet, 90% → 80%",
        ),
        ({"2022/23": 80}, {}, "its target for 2022/23 was taken away, 80% → none"),
        ({"2022/23": 80}, {"2022/2023": 80}, ""),
        ({"2022/23": 80}, {"2022/23": 80, "2023/24": 50}, ""),
        (
            {"2022/23": {"above": 80}},
            {"2022/23": 80},
            "its target for 2022/23 was made easier to meet, more than 80% → 80%",
        ),
        ({"2022/23": 80}, {"2022/23": {"above": 80}}, ""),
        (
            {"2022/23": 80},
            {"2022/23": {"from": 75, "to": 80}},
            "its target for 2022/23 was made easier to meet, 80% → 75% to 80%",
        ),
        ({"2022/23": {"from": 75, "to": 85}}, {"2022/23": {"from": 75, "to": 80}}, ""),
        (
            {"2022/23": {"not_below": "2017/18"}},
            {"2022/23": 70},
            "its target for 2022/23 was made easier to meet, no less than 74% (2017/18) → 70%",
        ),
        (
            {"2022/23": {"not_below": "2017/18"}},
            {},
            "its target for 2022/23 was taken away, no less than 74% (2017/18) → none",
        ),
    ],
)
def test_a_target_that_came_or_went_is_held_against_what_counts_in_its_place(before, after, told):
    one, two = (measure(targets=targets, readings={"2017/18": 74}) for targets in (before, after))
    found = list(eased(one, two))
    assert found == ([told + SILENT] if told else [])


def test_where_the_target_itself_is_best_every_move_is_told():
    one, two = (measure(better="on-target", targets={"2022/23": value}) for value in (80, 90))
    assert target_is_easier(one, two, YEAR) is None
    assert list(eased(one, two)) == [f"its target for 2022/23 was moved, 80% → 90%{SILENT}"]
    ranges = [measure(better="on-target", targets={"2022/23": {"from": 75, "to": top}}) for top in (80, 85)]
    assert list(eased(*ranges)) == [f"its target for 2022/23 was moved, 75% to 80% → 75% to 85%{SILENT}"]


def test_a_reason_is_of_the_target_it_was_given_for():
    step = {"on": "2022-05-01", "target": "2021/22", "from": 80, "to": 70, "why": "Fewer homes", "approved_by": "Board"}
    one = measure(targets={"2021/22": 80, "2022/23": 80})
    two = measure(targets={"2021/22": 70, "2022/23": 70}, changed=[step])
    assert reason_of(one, two, parse_period("2021/22"), None) == "Fewer homes; approved by Board"
    assert reason_of(one, two, YEAR, None) == ""


DISTANCE = st.integers(1, 30).flatmap(lambda n: st.sampled_from([f"{n} points", f"{n}% of target"]))
RULE = st.one_of(
    st.fixed_dictionaries({"amber_within": DISTANCE}),
    st.fixed_dictionaries({"amber_from": st.integers(40, 80)}),
    st.fixed_dictionaries({"band": DISTANCE}),
)


@settings(max_examples=100)
@given(RULE, RULE, st.integers(0, 120))
def test_no_figure_has_a_better_colour_unless_it_is_told(before, after, amount):
    one, two = measure(**TARGET | before), measure(**TARGET | after)
    was, now = (rate(each, YEAR, Decimal(amount)).colour for each in (one, two))
    order = ["red", "amber", "green"]
    if order.index(now) > order.index(was):
        assert rules_are_easier(one, two)
    elif before == after:
        assert not rules_are_easier(one, two)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"green": "5th"}, {"green": "6th"}, True),
        ({"green": "6th"}, {"green": "5th"}, False),
        ({"green": "5th", "amber": "10th"}, {"green": "5th", "amber": "12th"}, True),
        ({"green": "first quartile"}, {"green": "8th"}, False),
        ({"green": "first quartile"}, {"green": "9th"}, True),
        ({"green": "5th"}, None, True),
        (None, {"green": "5th"}, False),
    ],
)
def test_a_worse_place_that_will_do_is_easier(before, after, expected):
    ranks = {"2022/23": {"place": 4, "of": 32}}
    one, two = (measure(ranks=ranks, rank_within=rule) for rule in (before, after))
    assert rules_are_easier(one, two) is expected


def test_a_limit_that_was_changed_on_record_is_told_with_its_reason():
    step = {"on": "2023-05-01", "rule": "rank_within", "from": "green 5th", "to": "green 6th", "why": "More joined"}
    one, two = measure(rank_within={"green": "5th"}), measure(rank_within={"green": "6th"}, changed=[step])
    assert list(eased(one, two)) == [
        "its colours are easier to have: rank within green 5th → green 6th; More joined; no approval on record"
    ]
