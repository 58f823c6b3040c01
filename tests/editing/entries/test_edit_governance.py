"""The lines of a body that a meeting changes, in the way its owner writes them."""

import pytest

from strategy_tracker.editing.changes import Append, Drop, Put
from strategy_tracker.editing.entries.edit_governance import is_past_plan, meeting_changes
from strategy_tracker.editing.refusals import Already
from strategy_tracker.model.new_entries import NewMeeting
from strategy_tracker.model.strategy import Body

PLACE = ("governance", 0)


def body(**said):
    return Body.model_validate({"body": "Board", **said})


@pytest.mark.parametrize(("held", "first"), [(("2025-01", "2024-01"), True), (("2024-01", "2025-01"), False)])
def test_a_day_goes_where_the_newest_ones_stand(held, first):
    (change,) = meeting_changes(body(held=held), PLACE, NewMeeting(held="2025-06-01"))
    assert isinstance(change, Append)
    assert (change.route, change.value, change.first) == ((*PLACE, "held"), "2025-06-01", first)


def test_one_day_may_stand_without_a_list():
    assert (
        meeting_changes(body(held="2025-01-02"), PLACE, NewMeeting(held="2025-06-01"))[0][:3]
        == Put(PLACE, "held", ("2025-01-02", "2025-06-01"))[:3]
    )


def test_the_plan_goes_once_it_is_past():
    planned = body(next="2025-06-01")
    assert (is_past_plan(planned, "2025-05-31"), is_past_plan(planned, "2025-06-01")) == (False, True)
    assert meeting_changes(planned, PLACE, NewMeeting(held="2025-06-01"))[-1] == Drop(PLACE, "next")


def test_nothing_new_changes_nothing():
    with pytest.raises(Already, match="'Board': met on 2025-06-01"):
        meeting_changes(body(held="2025-06-01"), PLACE, NewMeeting(held="2025-06-01"))
