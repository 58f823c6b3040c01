"""What bodies resolved of measures: what carries it out, who is asked, which minute a change has."""

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.meetings.measures_resolved import with_measures_resolved
from strategy_tracker.judging.meetings.minutes import NO_MINUTE
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import day, portfolio, priority, stand, strategy
from tests.judging.measure_builder import measure

TODAY = "2018-09-01"


def joined(*asked, **keys):
    """A portfolio with a board that was asked this, and one measure."""
    given = {"body": "Board", "meetings": [{"held": "2018-07-12", "asks": list(asked)}]}
    one = stand(strategy(priority(id="p"), governance=(given,)), TODAY)
    stood = stand_measure(measure(id="m", owner="Team", **keys), day(TODAY), DEFAULTS, "m.yaml", ())
    return with_measures_resolved(portfolio(one, measures=(stood,), today=TODAY))


def test_the_owner_of_the_measure_is_asked_where_nobody_is_named():
    found = joined({"id": "x", "text": "Say", "about": "m", "resolved": "answer-wanted"})
    (one,) = found.strategies[0].bodies[0].resolutions
    assert (one.owners, one.state) == (("Team",), "open")


def test_a_target_that_points_to_a_resolution_carries_it_out_and_has_its_minute():
    changed = [{"on": "2018-07-12", "target": "2018/19", "from": 90, "to": 80, "why": "w", "resolution": "s/x"}]
    asked = {"id": "x", "text": "Agree", "about": "m", "resolved": "agreed", "by": "M", "minute": "4"}
    found = joined(asked, targets={"2018/19": 80}, changed=changed)
    (one,) = found.strategies[0].bodies[0].resolutions
    assert (one.state, one.carried_out) == ("done", ("m: target for 2018/19 from 90% to 80%",))
    (step,) = found.measures["m"].changed
    assert (step.approved_by, step.minute) == ("Board", "minute 4 of 2018-07-12")


def test_a_withdrawal_agreed_by_the_board_without_a_minute_says_so():
    found = joined({"id": "x", "text": "Note"}, withdrawn={"on": "2018-08-01", "why": "w", "approved_by": "Board"})
    assert found.measures["m"].withdrawn.minute == NO_MINUTE


def test_where_nothing_was_asked_the_standing_is_the_same_one():
    stood = stand(strategy(priority(id="p"), governance=({"body": "Board", "held": ("2018-07-12",)},)), TODAY)
    given = portfolio(stood, today=TODAY)
    assert with_measures_resolved(given) is given
