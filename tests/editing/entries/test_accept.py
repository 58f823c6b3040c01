import pytest

from strategy_tracker.editing.entries.accept import acceptance
from strategy_tracker.editing.refusals import Already
from strategy_tracker.problem import Problem
from tests.judging.action_builder import an_action, update

AT = ("priorities", 0, "actions", 0)
DONE = update("2018-10-01", "delivered", by="Manager")


def accepted(*updates, by="Board", on="2018-10-11"):
    found = acceptance(an_action(*updates, id="a"), AT, ("Head",), by, on)
    return [(one.route[4:], one.key, str(one.value)) for one in found]


def test_it_stands_on_the_latest_update_that_says_it_is_finished():
    later = update("2018-10-05", None, note="Photographs are filed")
    assert accepted(update("2018-07-02"), DONE, later) == [
        (("updates", 1), "accepted_by", "Board"), (("updates", 1), "accepted_on", "2018-10-11"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("updates", "by", "on", "message"),
    [
        ((update("2018-07-02"),), "Board", "2018-10-11", "is not said to be delivered or complete"),
        ((DONE, update("2018-10-02")), "Board", "2018-10-11", "is not said to be delivered or complete"),
        ((DONE,), "manager", "2018-10-11", "'manager' reported it, and cannot accept it as well"),
        ((update("2018-10-01", "complete"),), "Head", "2018-10-11", "'Head' reported it"),
        ((DONE,), "Board", "2018-09-30", "2018-09-30 lies before 2018-10-01"),
    ],
)
def test_what_cannot_be_accepted_is_refused(updates, by, on, message):
    with pytest.raises(Problem, match=message):
        accepted(*updates, by=by, on=on)


def test_what_was_accepted_is_so_already():
    with pytest.raises(Already, match="'a' was accepted by Board on 2018-10-05"):
        accepted({**DONE, "accepted_by": "Board", "accepted_on": "2018-10-05"})
