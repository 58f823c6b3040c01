"""Directions and positions are counted without any target, each measure once, and only of what is shown."""

from datetime import date

import pytest

from strategy_tracker.judging.measure_counts import add_counts, count_measures
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.measure_builder import measure

TODAY = date(2024, 4, 1)


def stood(now, before=None, england=None, **keys):
    readings = {"2022/23": now} | ({"2021/22": before} if before is not None else {})
    others = {"England": {"2022/23": england}} if england is not None else {}
    given = {"readings": readings, "benchmarks": others, **keys}
    return stand_measure(measure(**given), TODAY, DEFAULTS, "", ())


def test_a_portfolio_without_targets_says_what_it_can():
    found = count_measures([
        *[stood(80, 70, 60)] * 7, *[stood(60, 70, 80)] * 3, *[stood(70, 70, 70)] * 3,
        *[stood(80, None, 60, better="lower")] * 2, *[stood(60, None, 80, better=None)] * 3,
    ])  # fmt: skip
    assert found.words() == (
        "7 better, 3 worse, 3 the same; 9 above, 3 level, 6 below their comparators "
        "(7 on the better side, 5 on the worse)"
    )
    assert found.positions == (9, 3, 6, 7, 5, 0)
    assert found.directions == (7, 3, 3, 0, 5, 0)


@pytest.mark.parametrize(
    ("better", "amount", "sides"),
    [("higher", 80, (1, 0)), ("higher", 60, (0, 1)), ("lower", 80, (0, 1)), ("lower", 60, (1, 0)),
     ("on-target", 80, (0, 0)), ("none", 80, (0, 0)), (None, 80, (0, 0)), ("higher", 70, (0, 0))],
)  # fmt: skip
def test_better_and_worse_are_told_where_it_is_known_which_side_is_good(better, amount, sides):
    found = count_measures([stood(amount, None, 70, better=better)]).positions
    assert (found.better, found.worse) == sides


def test_a_measure_with_several_benchmarks_is_counted_once_by_the_one_that_counts():
    others = {"London": {"2021/22": "c"}, "England": {"2022/23": 60}, "Wales": {"2022/23": 80}}
    assert count_measures([stood(70, benchmarks=others)]).positions[:3] == (1, 0, 0)
    assert count_measures([stood(70, benchmarks=others, compared_with="Wales")]).positions[:3] == (0, 0, 1)


def test_what_is_not_shown_or_was_withdrawn_is_not_counted():
    gone = {"on": "2023-05-01", "why": "counted otherwise"}
    found = count_measures([stood("c", 70, 60), stood(70, "c", "c"), stood(80, 70, 60, withdrawn=gone)])
    assert (found.positions.total, found.positions.unknown, found.words()) == (0, 2, "")


def test_one_measure_has_one_comparator_and_counts_add_up():
    one = count_measures([stood(80, None, 60)])
    assert one.words() == "1 above its comparator (1 on the better side)"
    assert add_counts([one, one, one]).positions == (3, 0, 0, 3, 0, 0)
