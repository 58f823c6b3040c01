"""A reading is expected for as long as a strategy that names its measure runs, in every output alike."""

from datetime import timedelta

import pytest
from pydantic_core import PydanticCustomError

from strategy_tracker.briefing.material import only
from strategy_tracker.judging.measures_in_use import (
    NO_STRATEGY,
    strategy_of_unnamed,
    wanted_while_running,
    with_what_is_missing,
)
from strategy_tracker.judging.standing.of_portfolio import UNNAMED
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.model.values import read_id
from tests.views.builders import DAY, measure, priority, standing, strategy

LATE = Clock("passed", DAY, 12, "12 days late")


def found(*phases):
    strategies = [
        strategy(priority(measures=("dental",)), name=f"plan-{number}", kind=kind) for number, kind in enumerate(phases)
    ]
    return standing(*strategies, measures=[measure("dental", late=LATE)])


def clock(one):
    return one.measures["dental"].late


def test_no_reading_is_late_for_strategies_that_are_over_or_to_come():
    assert clock(wanted_while_running(found("ended", "superseded"))).kind == "closed"
    assert clock(wanted_while_running(found("not-begun"))).kind == "none"
    assert clock(wanted_while_running(found("ended"))).words == found("ended").strategies[0].phase.words


def test_what_no_priority_names_is_known_and_may_be_told_as_a_strategy_is():
    hidden = measure("hidden", rating=Rating("grey", "not published", "not for publication", "not-published"))
    stands = standing(strategy(priority(measures=("a",))), measures=[measure("a"), measure("b"), hidden])
    assert [one.id for one in stands.unnamed] == ["b"]
    assert stands._replace(unread=("measures/x.yaml",)).unnamed == stands.unnamed
    assert stands._replace(unread=("strategies/x.yaml",)).unnamed == ()
    made = strategy_of_unnamed(("b",), "Exampleton", alone=False)
    assert (made.id, made.title, made.measures, made.actions) == (NO_STRATEGY, UNNAMED, ("b",), ())
    assert strategy_of_unnamed(("b",), None, alone=True).title == "Measures"
    with pytest.raises(PydanticCustomError):
        read_id(NO_STRATEGY)


def test_one_strategy_that_runs_is_enough_and_so_is_none_at_all():
    assert clock(wanted_while_running(found("ended", "running"))) == LATE
    assert clock(wanted_while_running(found("undated"))) == LATE
    assert clock(wanted_while_running(found())) == LATE


def test_a_report_of_the_strategy_that_is_over_says_no_more_than_it():
    assert clock(only(found("ended", "running"), ["plan-0"])).kind == "closed"


def gaps(*names):
    return (
        with_what_is_missing(
            standing(strategy(priority(measures=names), gaps=("no end date",)), measures=[measure("dental")])
        )
        .strategies[0]
        .gaps
    )


def test_measures_that_are_in_no_file_are_a_gap():
    told = "no file that can be read has {} of the measures that it names: {}"
    assert gaps("dental") == ("no end date",)
    assert gaps("dental", "eyes") == ("no end date", told.format(1, "eyes"))
    assert gaps("a", "b", "c", "d", "e")[1] == told.format(5, "a, b, c and 2 more")


def test_no_reading_is_late_for_a_time_before_the_strategy_began():
    def late(*starts):
        plans = [
            strategy(priority(measures=("dental",)), name=f"plan-{n}")._replace(starts=day)
            for n, day in enumerate(starts)
        ]
        read = measure("dental", late=LATE)._replace(frequency="year", read_to=DAY - timedelta(days=600))
        return clock(wanted_while_running(standing(*plans, measures=[read])))

    recent, old = DAY - timedelta(days=30), DAY - timedelta(days=2000)
    assert (late(recent).kind, late(recent).due > DAY) == ("on-time", True)
    assert late(old).kind == late(recent, old).kind == "passed"
    assert late(recent, None) == LATE
