"""Places among others are possible, and their limits lie the right way round."""

import pytest

from strategy_tracker.checks.of_measures.measure_rules import families, red_figures_have_a_note, the_rule_is_complete
from strategy_tracker.checks.of_measures.others import comparators_make_sense, ranks_are_possible
from strategy_tracker.checks.of_measures.readings import no_period_stands_twice
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.dates.period import MARCH
from tests.checks.builder import found, measures, tidy

RULE = {"green": "first quartile", "amber": "third quartile"}
LAST = {"2022/23": {"place": 32, "of": 32}}


@pytest.mark.parametrize(
    "rule", [RULE, {"green": "5th"}, {"green": "5th", "amber": "6th"}, {"green": "5th", "amber": "first quartile"}]
)
def test_limits_the_right_way_round_are_fine(rule):
    assert found(ranks_are_possible, measures(rank_within=rule, ranks=LAST)) == []


@pytest.mark.parametrize(
    "rule", [{"green": "5th", "amber": "5th"}, {"green": "5th", "amber": "4th"},
             {"green": "second quartile", "amber": "first quartile"}],
)  # fmt: skip
def test_amber_reaches_further_than_green(rule):
    at = "measures.0.rank_within.amber"
    assert found(ranks_are_possible, measures(rank_within=rule)) == [("floor-beyond-target", at)]


def test_a_place_is_one_of_those_there_are_and_of_a_period_that_is_over():
    wrong = {"2022/23": {"place": 33, "of": 32}, "2025/26": {"place": 1, "of": 2}, "2027/28": {"place": 1, "of": 2}}
    assert found(ranks_are_possible, measures(ranks=wrong)) == [
        ("out-of-range", "measures.0.ranks.2022/23.place"),
        ("period-not-over", "measures.0.ranks.2025/26"),
        ("dated-in-future", "measures.0.ranks.2027/28"),
    ]
    twice = {"2022/23": {"place": 1, "of": 2}, "2022/2023": {"place": 1, "of": 2}}
    at = "measures.0.ranks.2022/2023"
    assert found(no_period_stands_twice, measures(ranks=twice)) == [("same-period-twice", at)]


def test_a_place_needs_no_direction_but_is_no_context():
    assert families(measures(rank_within=RULE).measures[0]) == ["rank_within"]
    assert found(the_rule_is_complete, measures(rank_within=RULE)) == []
    wrong = [("rule-incomplete", "measures.0.rank_within")]
    assert found(the_rule_is_complete, measures(rank_within=RULE, better="none")) == wrong


def test_a_red_place_has_a_note():
    red = measures(rank_within=RULE, ranks=LAST, readings={"2022/23": 50})
    assert found(red_figures_have_a_note, red) == [("red-without-note", "measures.0.readings.2022/23")]
    hidden = measures(rank_within=RULE, ranks=LAST, readings={"2022/23": "c"})
    assert found(red_figures_have_a_note, hidden) == []


def comparators(*rows, downloaded="2023-11-16"):
    listed = [{"geography": name, "figures": figures} for name, figures in rows]
    tree = {"source": "Tables", "downloaded": downloaded, "comparators": listed}
    return Comparators.model_validate(tidy(tree), context={"year_end": MARCH})


def test_a_file_of_comparators_is_possible_by_itself():
    fine = comparators(("England", {"1": {"2021/22": 5, "2020/21": "c"}}), ("London", {"1": {"2021/22": 5}}))
    assert found(comparators_make_sense, fine) == []
    tomorrow = comparators(downloaded="2027-01-01")
    assert found(comparators_make_sense, tomorrow) == [("dated-in-future", "downloaded")]


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        ({"note": "?"}, "empty-reading"),
        ({"value": 1, "words": "x"}, "mixed-reading"),
        ({"numerator": 1}, "half-a-fraction"),
    ],
)
def test_a_figure_of_others_is_one_thing(figure, code):
    at = "comparators.0.figures.1.2021/22"
    assert found(comparators_make_sense, comparators(("England", {"1": {"2021/22": figure}}))) == [(code, at)]


def test_a_figure_of_others_is_of_a_period_that_had_begun_and_stands_once():
    early = comparators(("England", {"1": {"2024/25": 5}}))
    assert found(comparators_make_sense, early) == [("dates-out-of-order", "comparators.0.figures.1.2024/25")]
    twice = comparators(("England", {"a1": {"2021/22": 5}}), ("ENGLAND", {"A 1": {"2021/2022": 5}}))
    assert found(comparators_make_sense, twice) == [("same-period-twice", "comparators.1.figures.A 1.2021/2022")]
