"""Forecasts are scored in counts, by whoever made them and what they are of, and never averaged."""

from decimal import Decimal

from strategy_tracker.judging.forecast_score import VERDICTS, by_owner, by_strategy, scored
from strategy_tracker.judging.standing.of_outlook import DateForecastStanding, ForecastStanding
from tests.views.builders import DAY, action, measure, priority, standing, strategy

HOPEFUL = ForecastStanding(
    "2021/22", DAY, "2021-10-04", Decimal(82), None, None, Decimal(76), Decimal(-6), "too-hopeful", "w"
)
OPEN = ForecastStanding("2022/23", DAY, "2021-12-01", Decimal(84), None, None, None, None, "open", "w")
LATE = DateForecastStanding("2021-04-01", "2021-09", None, "2022-02-08", 131, "too-hopeful", "w")
RIGHT = LATE._replace(on="2021-05-01", done="2021-09-03", days=0, verdict="right")


def held():
    """A measure that two strategies name, one that none does, and an action."""
    shared, alone = (
        measure("shared", forecasts=(HOPEFUL, OPEN), owner="Analyst"),
        measure("alone", forecasts=(HOPEFUL,), owner=None),
    )
    one = priority(action("seen-01", forecasts=(LATE, RIGHT), owner="Lead"), measures=("shared",))
    two = priority(name="heard", measures=("shared",))
    return standing(strategy(one), strategy(two, name="other"), measures=(shared, alone))


def names(scores):
    return [(score.name, {verdict: n for verdict, n in score.counts.items() if n}) for score in scores]


def test_every_forecast_is_listed_the_oldest_first_with_what_came():
    found = scored(held())
    assert [(one.item, one.on, one.expected, one.came, one.apart) for one in found] == [
        ("young-carers/seen-01", "2021-04-01", "2021-09", "2022-02-08", "131 days later"),
        ("young-carers/seen-01", "2021-05-01", "2021-09", "2021-09-03", None),
        ("alone", "2021-10-04", "82%", "76%", "6 points less"),
        ("shared", "2021-10-04", "82%", "76%", "6 points less"),
        ("shared", "2021-12-01", "84%", None, None),
    ]
    assert [one.gap for one in found] == [131, 0, Decimal(-6), Decimal(-6), None]


def test_they_are_counted_by_owner_and_what_nobody_owns_comes_last():
    found = by_owner(scored(held()))
    assert names(found) == [
        ("Analyst", {"too-hopeful": 1, "open": 1}),
        ("Lead", {"right": 1, "too-hopeful": 1}),
        (None, {"too-hopeful": 1}),
    ]
    assert all(tuple(score.counts) == VERDICTS for score in found)


def test_a_measure_of_two_strategies_is_counted_in_each():
    assert names(by_strategy(scored(held()))) == [
        ("other", {"too-hopeful": 1, "open": 1}),
        ("young-carers", {"right": 1, "too-hopeful": 2, "open": 1}),
        (None, {"too-hopeful": 1}),
    ]


def test_one_thing_can_be_asked_for():
    asked = {
        ("young-carers", "strategy"): 4, ("other/heard", "priority"): 2, ("young-carers/seen-01", "action"): 2,
        ("shared", "measure"): 2, ("alone", "measure"): 1,
    }  # fmt: skip
    assert {key: len(scored(held(), *key)) for key in asked} == asked
