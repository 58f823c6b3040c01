"""What an update or a move changes in a file, in the way its owner writes."""

from decimal import Decimal

import pytest

from strategy_tracker.editing.changes import Append, Put
from strategy_tracker.editing.entries.edit_action import move_changes, update_changes
from strategy_tracker.editing.refusals import Already
from strategy_tracker.model.new_entries import NewDueDate, NewUpdate
from strategy_tracker.problem import Problem
from tests.judging.action_builder import an_action, update

ROUTE = ("priorities", 0, "actions", 0)


def changed(action, **said):
    return list(update_changes(action, ROUTE, NewUpdate(**{"state": "in-progress", "on": "2019-01-10"} | said)))


def test_an_update_holds_only_what_is_said_in_the_order_of_the_model():
    (found,) = changed(an_action(), note="News", rag="green", evidence=("Minutes 4",), forecast="2019")
    assert found == Append(
        (*ROUTE, "updates"),
        {
            "on": "2019-01-10", "state": "in-progress", "rag": "green", "note": "News",
            "forecast": Decimal(2019), "evidence": "Minutes 4",
        },
    )  # fmt: skip
    assert list(found.value) == ["on", "state", "rag", "note", "forecast", "evidence"]


def test_it_stands_first_where_the_newest_does():
    newest_first = an_action(update("2018-06-01"), update("2018-05-01"))
    assert [one.first for one in changed(newest_first)] == [True]
    assert [one.first for one in changed(an_action(update("2018-05-01"), update("2018-06-01")))] == [False]


def test_what_was_said_before_is_no_change_unless_something_is_done_with_it():
    action = an_action(update("2019-01-10"), milestones=({"text": "Booked"},))
    with pytest.raises(Already, match=r"has the update \{on: 2019-01-10, state: in-progress\}"):
        changed(action)
    (found,) = changed(action, ticked=("1",))
    assert (found.route, found.key, found.value) == ((*ROUTE, "milestones", 0), "done", "2019-01-10")


def test_a_milestone_is_done_once():
    with pytest.raises(Problem, match="'Booked' was done on 2018"):
        changed(an_action(milestones=({"text": "Booked", "done": "2018"},)), ticked=("1",))


def test_a_second_day_done_makes_a_list_of_the_first():
    first, *_ = changed(an_action(every="month", done="2018-12-01"), did="2019-01-05")
    assert (first.key, first.value) == ("done", ("2018-12-01", "2019-01-05"))
    first, *_ = changed(an_action(every="month", done=("2018-12-01", "2018-11-01")), did="2019-01-05")
    assert (first.route, first.value, first.first) == ((*ROUTE, "done"), "2019-01-05", True)


@pytest.mark.parametrize(
    ("keys", "message"),
    [({}, "does not recur"), ({"every": "month", "done": "2019-01-05"}, "is on record as done on 2019-01-05")],
)
def test_a_day_done_is_of_something_that_recurs_and_stands_once(keys, message):
    with pytest.raises(Problem, match=message):
        changed(an_action(**keys), did="2019-01-05")


def test_a_first_due_date_is_no_move():
    (found,) = move_changes(an_action(), ROUTE, NewDueDate("2019-06-30", on="2019-01-10"))
    assert (found.route, found.key, found.value) == (ROUTE, "due", "2019-06-30")


def test_a_move_keeps_the_former_date_and_its_reason():
    action = an_action(due="2018")
    put, append = move_changes(action, ROUTE, NewDueDate("2019", "Late", "Board", "2019-01-10"))
    assert isinstance(put, Put)
    assert put.value == Decimal(2019)
    former, to = Decimal(2018), Decimal(2019)
    assert append.value == {"on": "2019-01-10", "from": former, "to": to, "why": "Late", "approved_by": "Board"}
    with pytest.raises(Problem, match="does not move without a reason"):
        move_changes(action, ROUTE, NewDueDate("2019", on="2019-01-10"))
