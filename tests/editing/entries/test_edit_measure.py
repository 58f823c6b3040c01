"""A withdrawal and a judgement of a measure as they stand in a file."""

import pytest

from strategy_tracker.editing.changes import Append, Put
from strategy_tracker.editing.entries.edit_measure import judgement_change, withdrawal_change
from strategy_tracker.editing.refusals import Already
from strategy_tracker.model.new_entries import NewUpdate, NewWithdrawal
from strategy_tracker.problem import Problem
from tests.judging.measure_builder import measure

ROUTE = ("measures", 0)
NEW = NewWithdrawal("The survey ended", "Board", "2022-07-01")


def test_only_what_is_said_is_written_before_the_readings():
    change = withdrawal_change(measure(), ROUTE, NEW)
    assert isinstance(change, Put)
    assert change.value == {"on": "2022-07-01", "why": "The survey ended", "approved_by": "Board"}
    assert "readings" not in change.after
    assert withdrawal_change(measure(), ROUTE, NEW._replace(approved_by="")).value == {
        "on": "2022-07-01", "why": "The survey ended",
    }  # fmt: skip


def test_without_a_reason_nothing_is_withdrawn():
    with pytest.raises(Problem, match="not withdrawn without a reason"):
        withdrawal_change(measure(), ROUTE, NEW._replace(why=""))


def test_a_withdrawal_is_not_written_over_but_its_missing_reason_is_filled_in():
    held = {"on": "2022-07-01", "why": "The survey ended", "approved_by": "Board"}
    with pytest.raises(Already, match="was withdrawn on 2022-07-01"):
        withdrawal_change(measure(withdrawn=held), ROUTE, NEW)
    with pytest.raises(Problem, match="was withdrawn on 2022-07-01: The survey ended"):
        withdrawal_change(measure(withdrawn=held), ROUTE, NEW._replace(why="Another"))
    assert withdrawal_change(measure(withdrawn={"on": "2022-07-01"}), ROUTE, NEW).value["why"] == "The survey ended"


JUDGED = NewUpdate(rag="green", on="2022-07-01", by="Board")


def test_a_judgement_is_added_before_the_readings_with_only_what_is_said():
    change = judgement_change(measure(), ROUTE, JUDGED)
    assert isinstance(change, Append)
    assert (change.route, change.value) == ((*ROUTE, "judgements"), {"on": "2022-07-01", "rag": "green", "by": "Board"})
    assert "readings" not in change.after


def test_the_newest_judgement_stands_where_the_newest_one_stands():
    days = [{"on": "2022-05-01", "rag": "red"}, {"on": "2022-04-01", "rag": "red"}]
    assert judgement_change(measure(judgements=days), ROUTE, JUDGED).first
    assert not judgement_change(measure(judgements=days[::-1]), ROUTE, JUDGED).first


def test_a_judgement_has_a_colour_a_reason_unless_green_and_is_said_once():
    with pytest.raises(Problem, match="judged by a colour"):
        judgement_change(measure(), ROUTE, JUDGED._replace(rag=""))
    with pytest.raises(Problem, match="amber without a note"):
        judgement_change(measure(), ROUTE, JUDGED._replace(rag="amber"))
    held = {"on": "2022-07-01", "rag": "green", "by": "Board"}
    with pytest.raises(Already, match="has the judgement"):
        judgement_change(measure(judgements=[held]), ROUTE, JUDGED)
