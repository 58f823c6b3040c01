"""A standing cut down to what was asked for, and why nothing is left of it."""

import pytest

from strategy_tracker.app.looking.status import Filters, status
from strategy_tracker.app.moment import open_moment
from strategy_tracker.problem import Problem
from tests.app.conftest import DAY


def actions(found):
    return [action.id for strategy in found.standing.strategies for action in strategy.actions]


def test_without_a_filter_everything_stands(now):
    found = status(now, Filters())
    assert {one.id for one in found.standing.strategies} == {"young-carers", "old-plan"}
    assert (found.wrong, found.mistyped, found.is_empty) == ((), None, False)
    assert len(found.standing.measures["waiting"].points) == 2


def test_counts_need_no_former_readings(now):
    assert status(now, Filters(), whole=False).standing.measures["waiting"].points == ()


@pytest.mark.parametrize("item", ["young-carers/heard", "heard"])
def test_an_item_is_a_filter_too(now, item):
    found = status(now, Filters(), item)
    assert actions(found) == ["heard-01"]
    assert found.filters == Filters(strategy="young-carers", priority="heard")


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(strategy="old-plan", priority="seen"), "'heard' and --strategy name two things"),
        (Filters(priority="seen"), "'heard' and --priority name two things"),
    ],
)
def test_an_item_and_a_filter_that_name_two_things_are_not_chosen_between(now, filters, said):
    with pytest.raises(Problem, match=said):
        status(now, filters, "heard")


def test_a_filter_that_nothing_fits_is_no_mistype(now):
    found = status(now, Filters(owner="Performance Team", strategy="old-plan"))
    assert found.is_empty
    assert found.mistyped is None


def test_a_name_that_nothing_has_is_said_with_the_nearest(now):
    found = status(now, Filters(owner="head of servise"))
    assert found.is_empty
    assert (found.mistyped.message, found.mistyped.next_step) == (
        "no owner is called 'head of servise'",
        "did you mean Head of Service?",
    )


def test_what_could_not_be_read_comes_with_the_rest(small):
    (small / "measures" / "more.yaml").write_text("measures: [{id: Bad}]\n", encoding="utf-8")
    found = status(open_moment(small, DAY), Filters())
    assert {one.file for one in found.wrong} == {"measures/more.yaml"}
    assert len(found.standing.strategies) == 2
