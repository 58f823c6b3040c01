from decimal import Decimal

import pytest

from strategy_tracker.judging.standing.of_actions import Need
from strategy_tracker.judging.standing.of_measures import Arrow
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.screens.opening import action_steps, first_sentence, measure_steps
from tests.views.builders import DAY, action, measure, point

BETTER = Arrow("better", "", "2022-01", "64%", "+19 points")
POINTS = [point("2019/20", "91", "91%"), point("2022-01", "64", "64%"), point("2022-08", "83", "83%")]


def test_a_figure_is_told_beside_the_one_before_and_the_best_on_record():
    assert first_sentence(measure(points=POINTS, short=BETTER)) == (
        "83% in August 2022: 19 points better than in January 2022 (64%), "
        "8 points short of the best on record, 91% in 2019/20"
    )
    assert first_sentence(measure(points=POINTS[1:], short=BETTER)).endswith("better than in January 2022 (64%)")


@pytest.mark.parametrize(
    ("kind", "words"),
    [("worse", "19 points worse than in January 2022 (64%)"), ("same", "the same as in January 2022 (64%)"),
     ("up", "19 points higher than in January 2022 (64%)")],
)  # fmt: skip
def test_each_way_has_its_words(kind, words):
    (known,) = [measure(points=POINTS[2:], short=BETTER._replace(kind=kind), better=None)]
    assert first_sentence(known) == f"83% in August 2022: {words}"


def test_where_nothing_can_be_compared_the_figure_stands_alone_and_without_one_nothing_does():
    assert first_sentence(measure(points=[point("2022-08", "83", "83%")])) == "83% in August 2022"
    assert first_sentence(measure()) == ""
    undated = point("2022-08", "83", "83%")._replace(undated=True)
    assert first_sentence(measure(points=[undated])) == "83%, undated; printed in August 2022"


def test_the_best_of_a_measure_that_shall_fall_is_the_lowest():
    low = [point("2019", "5"), point("2020", "9"), point("2021", "7")]
    arrow = Arrow("better", "", "2020", "9", "-2")
    told = first_sentence(measure(points=low, short=arrow, better="lower", unit="count"))
    assert told == "7 in 2021: 2 better than in 2020 (9), 2 short of the best on record, 5 in 2019"
    assert low[0].amount == Decimal(5)


def test_a_date_that_has_passed_asks_for_one_of_two_commands_and_silence_for_a_word():
    passed = Clock("passed", DAY, 12, "overdue by 12 days")
    late = action(due=passed, need=Need("late", DAY, 12, ("overdue by 12 days", "last word 2025-09-20")))
    assert list(action_steps(late, "carers/seen-01")) == [
        'if it is done: strategy update carers/seen-01 --state complete --note "…"',
        'if it is not: strategy move carers/seen-01 --to DATE --why "…"',
    ]
    silent = action(need=Need("silent", DAY, 12, ("silent for 12 days",)))
    assert list(action_steps(silent, "a/b")) == ['what is known now: strategy update a/b --note "…"']
    assert list(action_steps(action(), "a/b")) == []


def test_a_measure_that_is_kept_takes_its_next_figure():
    assert list(measure_steps(measure())) == ["the next figure: strategy record trained PERIOD VALUE"]
