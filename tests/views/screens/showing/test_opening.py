from datetime import date
from decimal import Decimal

import pytest

from strategy_tracker.judging.standing.of_actions import Need
from strategy_tracker.judging.standing.of_measures import Arrow, NextTarget
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.views.screens.showing.opening import (
    action_steps,
    first_of_action,
    first_sentence,
    measure_steps,
    step_lines,
)
from tests.views.builders import DAY, action, measure, point, update

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
    assert first_sentence(measure(points=[point("2022-08-31", "83", "83%")])) == "83% on 31 August 2022"
    assert first_sentence(measure()) == ""
    undated = point("2022-08", "83", "83%")._replace(undated=True)
    assert first_sentence(measure(points=[undated])) == "83%, undated; printed in August 2022"


def test_how_far_it_is_to_a_target_that_is_not_due_yet_is_said():
    not_due = Rating("grey", "not rated", "not due: 2022-07 is part of 2022", "not-due")
    known = measure(points=[point("2022-07", "88", "88%")], target=Decimal(100), target_period="2022", rating=not_due)
    assert first_sentence(known) == "88% in July 2022: 12 points to go to the 100% wanted for 2022"
    assert first_sentence(known._replace(target=Decimal(80))) == "88% in July 2022"
    assert first_sentence(known._replace(rating=not_due._replace(why="missed"))) == "88% in July 2022"
    later = known._replace(target=None, next_target=NextTarget("2023", Decimal(95), "7 points to go"))
    assert first_sentence(later) == "88% in July 2022: 7 points to go to the 95% wanted for 2023"


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
        ('strategy update carers/seen-01 --state complete --note "…"', "if it took place"),
        ('strategy move carers/seen-01 --to DATE --why "…"', "if it did not"),
    ]
    silent = action(need=Need("silent", DAY, 12, ("silent for 12 days",)))
    assert list(action_steps(silent, "a/b")) == [('strategy update a/b --note "…"', "write down what is known now")]
    assert list(action_steps(action(), "a/b")) == []


def test_a_measure_that_is_kept_takes_its_next_figure():
    (step,) = measure_steps(measure())
    assert step == ("strategy record trained PERIOD VALUE", "write down the next figure")
    assert list(step_lines([step], 80)) == ["strategy record trained PERIOD VALUE   write down the next figure"]
    assert list(step_lines([step], 50)) == ["strategy record trained PERIOD VALUE", "  write down the next figure"]


PASSED = Clock("passed", DAY, 12, "overdue by 12 days (due 2025-09-19)", "2025-09-19")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"due": PASSED, "need": Need("waiting", DAY, 12, (PASSED.words, "x"), None, PASSED.text)},
         "Due on 19 September, 12 days ago: nothing was said since, so whether it took place is not known"),
        ({"due": PASSED, "need": Need("late", DAY, 12, (PASSED.words, "x"), None, PASSED.text),
          "updates": (update("2025-09-25"),)},
         "Due on 19 September, 12 days ago; its last word is of 25 September"),
        ({"need": Need("waiting", DAY, 12, ("missed by 3 days (last done 2025-09)", "x"))},
         "Missed by 3 days (last done September 2025): nothing was said since, so whether it took place is not known"),
        ({"need": Need("silent", DAY, 9, ("silent for 9 days: last update 2025-06-22",))},
         "Silent for 9 days: last update 22 June 2025"),
        ({"state": "complete", "updates": (update("2025-08"),)}, "Complete: its last word is of August"),
        ({"due": Clock("on-time", date(2025, 11, 30), 0, "due in 60 days", "2025-11")}, "Due in November, in 60 days"),
        ({"due": Clock("due-today", DAY, 0, "due today", "2025-10-01")}, "Due on 1 October, today"),
        ({}, ""),
    ],
)  # fmt: skip
def test_an_action_is_told_in_a_sentence_before_its_colour(given, words):
    assert first_of_action(action(**given), DAY) == words
