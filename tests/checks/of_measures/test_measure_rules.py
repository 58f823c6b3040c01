"""The declared rule of a measure: one, complete, in the right unit, with targets it can work on."""

import pytest

from strategy_tracker.checks.of_measures.measure_rules import (
    distances_have_the_unit,
    families,
    one_rule_is_declared,
    red_figures_have_a_note,
    the_rule_is_complete,
)
from strategy_tracker.checks.of_measures.target_rules import targets_make_sense
from strategy_tracker.judging.measures.measure_standing import is_red
from tests.checks.builder import TODAY, found, measure, measures

FAMILIES = {
    "tolerance": {"better": "higher", "amber_within": "5 points"},
    "floor": {"better": "higher", "amber_from": 85},
    "floor of each target": {"better": "higher", "targets": {"2021/22": {"value": 90, "amber_from": 85}}},
    "floor and another one of a target": {
        "better": "higher", "amber_from": 85, "targets": {"2021/22": {"value": 90, "amber_from": 80}},
    },
    "band": {"better": "lower", "band": "2 points"},
    "two tolerances": {"better": "higher", "green_within": "1% of target", "amber_within": "5% of target",
                       "targets": {"2021/22": 90}},
    "green within, and a floor": {"better": "lower", "green_within": "1 points",
                                  "targets": {"2021/22": {"value": 90, "amber_from": 95}}},
    "green or red": {"better": "higher", "amber": "none"},
    "green or red, within": {"better": "higher", "amber": "none", "green_within": "1 points"},
    "green or red, on target": {"better": "on-target", "amber": "none"},
    "green or red, on plan": {"better": "on-target", "amber": "none", "green_within": "1 points"},
    "green or red beside another": {"better": "higher", "compared_with": "England", "amber": "none",
                                    "benchmarks": {"England": {"2021/22": 70}}},
    "green or red by place": {"better": "higher", "rank_within": {"green": "5th"}, "amber": "none"},
    "own average": {"better": "higher", "compared_with": "own-average", "over": "3 years"},
    "exceeded": {"better": "higher", "amber_within": "5 points", "exceeded_by": "25% of target"},
    "lower of two": {"better": "lower", "amber_within": {"lower_of": ["5% of target", "3 points"]}},
    "plan is best": {"better": "on-target", "green_within": "2 points"},
    "plan is best, with amber": {"better": "on-target", "green_within": "2 points", "amber_within": "5 points"},
    "softened": {"better": "lower", "green_within": "10% of target", "amber_if": "no-worse-than-last-year"},
    "comparator": {"better": "higher", "compared_with": "England", "level_within": "1 points",
                   "benchmarks": {"England": {"2021/22": 70}}},
    "none": {"better": "none", "targets": {"2021/22": 90}},
    "nothing said": {},
}  # fmt: skip


@pytest.mark.parametrize("keys", FAMILIES.values(), ids=FAMILIES)
@pytest.mark.parametrize(
    "check", [one_rule_is_declared, the_rule_is_complete, distances_have_the_unit, targets_make_sense]
)
def test_each_family_is_fine_by_itself(check, keys):
    assert found(check, measures(**keys)) == []


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ({"amber_within": "5 points", "amber_from": 85}, "amber_from"),
        ({"amber_within": "5 points", "band": "5 points"}, "band"),
        ({"amber_from": 85, "band": "5 points"}, "band"),
        ({"amber_within": "5 points", "targets": {"2021/22": {"value": 90, "amber_from": 85}}}, "targets"),
        ({"amber_within": "5 points", "amber": "none"}, "amber"),
        ({"amber_from": 85, "amber": "none"}, "amber"),
        ({"amber": "none", "targets": {"2021/22": {"value": 90, "amber_from": 85}}}, "amber"),
        ({"green_within": "5 points", "amber_if": "no-worse-than-last-year", "amber": "none"}, "amber"),
        ({"amber": "none", "band": "5 points"}, "band"),
        ({"green_within": "1 points", "band": "5 points"}, "band"),
        ({"green_within": "1 points", "compared_with": "England"}, "compared_with"),
        ({"compared_with": "England", "level_within": "1 points", "amber": "none"}, "level_within"),
        ({"green_within": "1 points", "amber_within": "5 points", "amber_from": 85}, "amber_from"),
        ({"rank_within": {"green": "5th", "amber": "9th"}, "amber": "none"}, "rank_within"),
        ({"better": "on-target", "green_within": "1 points", "amber_within": "5 points", "amber": "none"}, "amber"),
        ({"amber_within": "5 points", "amber_if": "no-worse-than-last-year"}, "green_within"),
        ({"band": "5 points", "compared_with": "England"}, "compared_with"),
        ({"better": "on-target", "green_within": "5 points", "band": "5 points"}, "band"),
    ],
)
def test_two_rules_are_told_at_the_second(keys, at):
    assert found(one_rule_is_declared, measures(**{"better": "higher", **keys})) == [("two-rules", f"measures.0.{at}")]


def test_only_the_measure_that_is_wrong_is_told():
    wrong = measure("b", better="higher", band="5 points", amber_from=5)
    assert found(one_rule_is_declared, measures(measure("a"), wrong)) == [("two-rules", "measures.1.band")]


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ({"amber_within": "5 points"}, "amber_within"),
        ({"better": "none", "band": "5 points"}, "band"),
        ({"better": "on-target", "amber_within": "5 points"}, "amber_within"),
        ({"better": "on-target", "band": "5 points"}, "band"),
        ({"better": "on-target", "amber_from": 85}, "amber_from"),
        ({"better": "on-target", "targets": {"2021/22": {"value": 90, "amber_from": 85}}}, "targets"),
        ({"better": "higher", "green_within": "5 points"}, "green_within"),
        ({"better": "lower", "amber_if": "no-worse-than-last-year"}, "amber_if"),
        ({"better": "on-target", "green_within": "5 points", "exceeded_by": "5 points"}, "exceeded_by"),
        ({"better": "higher", "compared_with": "own-average"}, "compared_with"),
        ({"better": "higher", "over": "3 years", "amber": "none"}, "over"),
        ({"better": "higher", "compared_with": "own-average", "over": "6 months"}, "over"),
        ({"better": "higher", "compared_with": "own-average", "over": "3 weeks"}, "over"),
        ({"unit": "rank", "better": "lower", "compared_with": "own-average", "over": "3 years"}, "compared_with"),
    ],
)
def test_a_rule_that_lacks_a_part_is_told_where_it_stands(keys, at):
    assert found(the_rule_is_complete, measures(**keys)) == [("rule-incomplete", f"measures.0.{at}")]


def test_a_comparator_has_figures_to_compare_with():
    keys = {"better": "higher", "compared_with": "Wales", "benchmarks": {"England": {"2021/22": 70}}}
    assert found(the_rule_is_complete, measures(**keys)) == [("unknown-reference", "measures.0.compared_with")]


@pytest.mark.parametrize(
    ("unit", "key", "distance"),
    [
        ("percent", "amber_within", "5 points"),
        ("percent", "amber_within", "1 point"),
        ("percent", "band", "5% of target"),
        ("percent", "green_within", "10 percent of target"),
        ("days", "band", "3 days"),
        ("days", "band", "1 day"),
        ("pounds", "band", "100 pounds"),
        ("count", "band", "3 visits"),
        ("rate-per-10000", "same_within", "2 points"),
    ],
)
def test_a_distance_in_the_unit_of_its_measure_is_fine(unit, key, distance):
    assert found(distances_have_the_unit, measures(unit=unit, **{key: distance})) == []


@pytest.mark.parametrize(
    ("keys", "distance", "fits"),
    [
        ({"unit": "money"}, "5000 pounds", True),
        ({"unit": "money"}, "5000 GBP", True),
        ({"unit": "money"}, "5000 euros", False),
        ({"unit": "money", "currency": "EUR"}, "5000 euros", True),
        ({"unit": "money", "currency": "CHF"}, "5000 CHF", True),
        ({"unit": "money", "currency": "CHF"}, "5000 pounds", False),
        ({"unit": "pounds", "currency": "CHF"}, "5000 pounds", True),
        ({"unit": "millions"}, "2 passengers", True),
    ],
)
def test_a_distance_in_money_names_its_currency(keys, distance, fits):
    told = found(distances_have_the_unit, measures(amber_within=distance, **keys))
    assert told == [("distance-unit", "measures.0.amber_within")] * (not fits)


@pytest.mark.parametrize(
    ("unit", "key", "distance"),
    [
        ("percent", "amber_within", "5 days"),
        ("days", "band", "3 weeks"),
        ("days", "level_within", "5% of target"),
        ("percent", "same_within", "5% of target"),
        ("hours", "green_within", "2 visits"),
    ],
)
def test_a_distance_in_another_unit_is_told(unit, key, distance):
    assert found(distances_have_the_unit, measures(unit=unit, **{key: distance})) == [
        ("distance-unit", f"measures.0.{key}")
    ]


@pytest.mark.parametrize(
    "periods",
    [
        ["2021/22", "2022/23"],
        ["2021/22", "2021/22 Q1", "2021/22 Q2"],
        ["2021/22 Q1", "2021/22"],
        ["2022", "2022-06", "2022-06-30"],
        ["AY 2021/22", "AY 2022/23"],
        ["2020/21..2024/25", "2022/23", "2025/26"],
        ["2018..2020", "2019..2021"],
    ],
)
def test_targets_side_by_side_or_one_inside_the_other_are_fine(periods):
    assert found(targets_make_sense, measures(targets=dict.fromkeys(periods, 90))) == []


@pytest.mark.parametrize(
    ("periods", "second"),
    [
        (["2021/22", "2022"], "2022"),
        (["2022", "2021/22"], "2021/22"),
        (["2021/22", "AY 2021/22"], "AY 2021/22"),
        (["2021/22", "2021/2022"], "2021/2022"),
        (["2021/22", "2021/22 Q1..2021/22 Q4"], "2021/22 Q1..2021/22 Q4"),
        (["2018..2020", "2020..2024"], "2020..2024"),
        (["2022-06", "2021/22 Q1", "2022/23 Q1", "2021/22", "2021/2022 Q1"], "2021/2022 Q1"),
    ],
)
def test_targets_that_claim_the_same_days_are_told_at_the_later_one(periods, second):
    assert found(targets_make_sense, measures(targets=dict.fromkeys(periods, 90))) == [
        ("overlapping-targets", f"measures.0.targets.{second}")
    ]


@pytest.mark.parametrize("key", ["amber_within", "band", "green_within"])
def test_a_share_of_a_target_of_nothing_is_told(key):
    targets = {"2021/22": 0, "2022/23": 1}
    assert found(targets_make_sense, measures(better="lower", targets=targets, **{key: "5% of target"})) == [
        ("percent-of-zero", "measures.0.targets.2021/22")
    ]
    assert found(targets_make_sense, measures(better="lower", targets=targets, **{key: "5 points"})) == []


@pytest.mark.parametrize(
    ("better", "floor", "told"),
    [
        ("higher", 95, True), ("higher", 90, False), ("higher", 85, False), ("lower", 85, True), ("lower", 90, False),
        ("lower", 95, False), ("on-target", 85, False), ("none", 95, False), (None, 85, False),
    ],
)  # fmt: skip
def test_a_floor_lies_on_the_far_side_of_its_target_in_both_directions(better, floor, told):
    keys = {"better": better} if better else {}
    expected = [("floor-beyond-target", "measures.0.targets.2021/22")] * told
    assert found(targets_make_sense, measures(amber_from=floor, targets={"2021/22": 90}, **keys)) == expected
    own = {"2021/22": {"value": 90, "amber_from": floor}}
    assert found(targets_make_sense, measures(targets=own, **keys)) == expected
    assert found(targets_make_sense, measures(targets=own, amber_from=90, **keys)) == expected


def test_a_rule_is_named_by_the_key_that_declares_it():
    for keys, names in [
        (FAMILIES["plan is best, with amber"], ["green_within"]),
        (FAMILIES["softened"], ["green_within"]),
        (FAMILIES["floor and another one of a target"], ["amber_from", "targets"]),
        (FAMILIES["none"], []),
    ]:
        assert families(measures(**keys).measures[0]) == names


def test_thousands_of_targets_that_do_not_overlap_are_no_burden():
    targets = {f"{year}/{year + 1} Q{n}": 90 for year in range(1900, 2190) for n in (1, 2, 3, 4)}
    assert found(targets_make_sense, measures(targets=targets)) == []


RULES = {
    "tolerance": {"targets": {"2021/22": 90, "2020/21": 80}, "amber_within": "5 points"},
    "share": {"targets": {"2021/22": 90}, "amber_within": "10% of target"},
    "floor": {"targets": {"2021/22": 90}, "amber_from": 85},
    "band": {"targets": {"2021/22": 90}, "band": "2 points"},
    "plan is best": {"targets": {"2021/22": 90}, "green_within": "2 points", "amber_within": "5 points"},
    "softened": {"targets": {"2021/22": 90}, "green_within": "2 points", "amber_if": "no-worse-than-last-year"},
    "comparator": {
        "targets": {"2021/22": 70}, "compared_with": "England", "benchmarks": {"England": {"2021/22 Q4": 90}},
    },
    "on the way": {
        "targets": {"2021/22": 70}, "span": "cumulative", "profile": {"2021/22 Q4": 90}, "amber_within": "5 points",
    },
}  # fmt: skip
CHECKS = {"better": "higher", "amber_within": "5 points", "targets": {"2021/22": 90}}


@pytest.mark.parametrize(
    ("readings", "at"),
    [
        ({"2021/22": 84}, "measures.0.readings.2021/22"),
        ({"2021/22": {"numerator": 84, "denominator": 100}}, "measures.0.readings.2021/22"),
        ({"2020/21": {"value": 50, "note": "Bad"}, "2021/22": 84}, "measures.0.readings.2021/22"),
        ({"2021/22": 85}, None),  # amber
        ({"2021/22": 90}, None),  # green
        ({"2021/22": {"value": 84, "note": "Clinics reopen in May"}}, None),
        ({"2020/21": 50}, None),  # no target, no colour
        ({"2021/22": "c"}, None),
        ({"2021/22": 84, "2022/23": 70}, None),  # the last one is shown, and has no target
        ({"2021/22": 84, "2099/00": 99}, "measures.0.readings.2021/22"),  # known only when its year is over
        ({}, None),
    ],
)
def test_the_figure_that_is_red_now_says_what_will_be_done(readings, at):
    told = found(red_figures_have_a_note, measures(**CHECKS, readings=readings))
    assert told == ([("red-without-note", at)] if at else [])


def test_a_red_beside_others_says_so_too():
    rivals = {"better": "higher", "compared_with": "England", "benchmarks": {"England": {"2021/22": 70}}}
    assert found(red_figures_have_a_note, measures(**rivals, readings={"2021/22": 69})) == [
        ("red-without-note", "measures.0.readings.2021/22")
    ]
    assert found(red_figures_have_a_note, measures(**rivals, readings={"2021/22": 71})) == []


@pytest.mark.parametrize("better", ["higher", "lower", "on-target"])
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_no_red_figure_is_passed_over_by_any_rule(rule, better):
    for amount in range(60, 121):
        record = measures(better=better, **rule, readings={"2020/21": 88, "2021/22 Q4": amount})
        (one,) = record.measures
        red = is_red(one, list(one.readings)[-1], TODAY)
        assert bool(found(red_figures_have_a_note, record)) == red, amount
