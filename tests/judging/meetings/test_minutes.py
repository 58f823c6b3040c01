"""Which minute an approval stands in: what it points to, or that none is on record."""

import pytest

from strategy_tracker.judging.meetings.minutes import NO_MINUTE
from tests.judging.action_builder import action, priority, stand, strategy, update

HELD = "2018-07-12"


def stood(asked=(), body="Board", **keys):
    """An action as it stands on 1 September, after a board met on 12 July and was asked this."""
    given = {"body": "Board", "meetings": [{"held": HELD, "asks": [*asked, {"id": "other", "text": "Note"}]}]}
    acts = (action(id="a", due="2018-12-01", **keys),)
    found = stand(strategy(priority(*acts, id="p"), governance=(given,)), "2018-09-01")
    return found.actions[0]


def moved(on="2018-07-12", **keys):
    return [{"on": on, "from": "2018-08-01", "to": "2018-12-01", "why": "late", **keys}]


def resolved(**keys):
    return ({"id": "x", "text": "Agree", "about": "a", "resolved": "agreed", **keys},)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({"minute": "14.2"}, ("Board", "minute 14.2 of 2018-07-12")),
        ({}, ("Board", "agreed on 2018-07-12")),
        ({"resolved": "refused", "minute": "3"}, (None, "Board: refused on 2018-07-12 (minute 3)")),
    ],
)
def test_a_move_that_points_to_a_resolution_has_its_minute_and_its_body(asked, wanted):
    (move,) = stood(resolved(**asked), moved=moved(resolution="x")).moves
    assert (move.approved_by, move.minute) == wanted


@pytest.mark.parametrize(
    ("by", "on", "minute"),
    [
        ("Board", "2018-07-12", NO_MINUTE),
        ("The other board", "2018-07-12", None),
        ("board", "2018-07-20", NO_MINUTE),
        ("Board", "2018-07-11", None),
        ("Director", "2018-07-12", None),
    ],
)
def test_an_approval_by_a_body_that_keeps_its_minutes_since_then_says_that_there_is_none(by, on, minute):
    (move,) = stood(moved=moved(on, approved_by=by)).moves
    assert (move.approved_by, move.minute) == (by, minute)


def test_what_leads_nowhere_says_nothing():
    assert stood(moved=moved(approved_by="Board", resolution="gone")).moves[0].minute is None


def test_halts_updates_and_milestones_have_theirs_as_well():
    stop = update("2018-07-12", "stopped", note="no money", resolution="x")
    step = {"text": "Step", "due": "2018-12-01", "moved": moved(resolution="x")}
    found = stood(resolved(), updates=[stop], milestones=[step])
    minutes = (found.halt.minute, found.updates[0].minute, found.milestones[0].moves[0].minute)
    assert minutes == ("agreed on 2018-07-12",) * 3
