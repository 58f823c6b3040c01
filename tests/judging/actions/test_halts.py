"""Since when and why an action is halted, and who has yet to note it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.standing.of_actions import Halt
from tests.judging.action_builder import action, priority, stand, stood, strategy, update

STOPPED = update("2018-07-02", "stopped", note="The grant ended")


@pytest.mark.parametrize("state", ["paused", "stopped", "superseded"])
def test_a_halt_has_its_day_its_reason_and_who_agreed(state):
    said = update("2018-07-02", state, note="The grant ended", approved_by="Board")
    assert stood(action(said), "2018-08-01").halt == Halt(state, "2018-07-02", "The grant ended", "Board")
    assert stood(action(said), "2018-07-01").halt is None


@pytest.mark.parametrize("state", ["not-started", "in-progress", "delivered", "complete"])
def test_what_goes_on_or_was_finished_is_not_halted(state):
    assert stood(action(STOPPED, update("2018-07-09", state)), "2018-08-01").halt is None
    assert stood(action(), "2018-08-01").halt is None


def test_said_again_it_began_when_it_was_said_first_and_has_the_first_reason_given():
    again = action(
        update("2018-07-01", "paused"), update("2018-08-01", "paused", note="No money"),
        update("2018-09-01", "paused", note="Still none", approved_by="SMT"),
    )  # fmt: skip
    assert stood(again, "2018-12-01").halt == Halt("paused", "2018-07-01", "No money", "SMT")
    on = action(*again["updates"], update("2018-10-01"), update("2018-11-01", "paused"))
    assert stood(on, "2018-12-01").halt == Halt("paused", "2018-11-01", None, None)
    ended = action(*again["updates"], update("2018-10-01", "stopped", note="Given up"))
    assert stood(ended, "2018-12-01").halt == Halt("stopped", "2018-10-01", "Given up", None)


def noted(today, said=STOPPED, **keys):
    """Whether the body SMT, with these keys, has noted the one action that was halted."""
    found = stand(strategy(priority(action(said, id="a")), governance=({"body": "SMT", **keys},)), today)
    return found.bodies[0].to_note == ()


def test_a_halt_is_noted_by_a_meeting_held_after_it_and_before_today():
    assert not noted("2018-08-01")
    assert not noted("2018-08-01", held=("2018-06-01", "2018-07-02", "2018-08-01", "2018-09-01"))
    assert noted("2018-08-02", held=("2018-08-01",))
    assert not noted("2018-08-31", held=("2018-07",))
    assert noted("2018-09-01", held=("2018-08",))


def test_who_agreed_has_noted_it_and_a_group_at_work_need_not():
    agreed = STOPPED | {"approved_by": "smt "}
    assert noted("2018-08-01", agreed)
    assert not noted("2018-08-01", STOPPED | {"approved_by": "Board"})
    assert noted("2018-08-01", role="works")


def test_nothing_is_to_be_noted_of_a_strategy_that_is_over():
    assert noted("2020-06-01")


DAYS = st.dates(date(2018, 4, 1), date(2019, 12, 31))


@given(DAYS, st.lists(DAYS, max_size=3), DAYS)
def test_a_halt_is_raised_until_the_day_after_a_meeting_and_never_again(said, held, today):
    keys = {"held": tuple(map(str, held))}
    one = update(str(said), "paused", note="No money")
    met = any(said < day < today for day in held)
    assert noted(str(today), one, **keys) == (met or said > today)
    if met:
        assert noted(str(today + timedelta(days=1)), one, **keys)


def test_a_halt_began_on_the_day_it_happened_and_is_noted_by_a_meeting_after_it_was_said():
    paused = update("2018-09-01", "paused", note="No money", happened="2018-07-01")
    assert stood(action(paused), "2018-12-01").halt == Halt("paused", "2018-07-01", "No money", None, "2018-09-01")
    board = {"body": "Board", "held": ("2018-08-01",)}
    met = {"body": "SMT", "held": ("2018-10-01",)}
    found = stand(strategy(priority(action(paused, id="a-1")), governance=(board, met)), "2018-12-01")
    assert [body.to_note for body in found.bodies] == [("a-1",), ()]
