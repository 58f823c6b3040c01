from decimal import Decimal

import pytest

from strategy_tracker.judging.meetings.rounds import asked_of_measure
from strategy_tracker.model.measures.measure import Measure
from tests.judging.action_builder import action, day, priority, stand, strategy, update

BOARD = {"body": "Board", "every": "quarter", "asks_before": "3 weeks", "grace": "5 days"}
HELD = ("2018-07-12", "2018-10-11")
"""Rounds open on 21 June and 20 September, and close on 17 July and 16 October."""


def body(today, *actions, **keys):
    given = strategy(priority(*actions, id="p", owner="Head"), governance=({**BOARD, "held": HELD, **keys},))
    return stand(given, today).bodies[0]


def asked(today, *actions, **keys):
    """What is asked of these actions on a day: the id, the day of the answer, and whether it is late."""
    return [(one.item, one.answered, one.late) for one in body(today, *actions, **keys).round.asked]


# which round is meant


def test_a_body_that_does_not_ask_has_no_round():
    assert body("2018-10-01", asks_before=None).round is None
    assert body("2018-10-01", role="works").round is None
    assert body("2018-10-01", asks_before=None).asks is None


@pytest.mark.parametrize(
    ("today", "meeting", "is_open"),
    [
        ("2018-06-21", "2018-07-12", True),
        ("2018-07-17", "2018-07-12", True),
        ("2018-07-18", "2018-07-12", False),
        ("2018-09-19", "2018-07-12", False),
        ("2018-09-20", "2018-10-11", True),
        ("2018-10-16", "2018-10-11", True),
    ],
)
def test_the_round_of_a_day_is_the_one_that_is_open_or_the_last_that_was(today, meeting, is_open):
    found = body(today).round
    assert (found.meeting, found.is_open) == (meeting, is_open)


def test_before_the_first_round_there_is_none_and_the_day_it_opens_is_known():
    found = body("2018-06-20")
    assert (found.round, found.asks) == (None, day("2018-06-21"))


def test_the_grace_of_one_meeting_is_over_before_the_next_round_is_told():
    often = {"every": "month", "asks_before": "month", "held": ("2018-07-12", "2018-08-09")}
    assert body("2018-07-17", **often).round.meeting == "2018-07-12"
    assert body("2018-07-18", **often).round.meeting == "2018-08-09"


def test_without_a_fixed_day_the_interval_says_when_the_next_meeting_is_wanted():
    found = body("2018-12-25")
    assert (found.round.meeting, found.round.opens, found.round.since) == (
        "2019-01-11", day("2018-12-21"), day("2018-10-11"),
    )  # fmt: skip
    assert body("2018-10-12").asks == day("2018-12-21")


def test_a_day_that_was_fixed_counts_where_the_interval_says_another():
    found = [body(today, next="2018-12-20") for today in ("2018-11-28", "2018-11-29", "2018-12-26", "2019-01-20")]
    assert [one.round.meeting for one in found] == ["2018-10-11", *["2018-12-20"] * 3]


def test_a_meeting_known_to_the_month_is_asked_for_from_its_first_day_on_and_met_on_its_last():
    found = body("2018-12-01", held=(), next="2018-12").round
    assert (found.opens, found.meets, found.closes) == (day("2018-11-10"), day("2018-12-31"), day("2019-01-05"))


def test_without_grace_a_round_closes_with_the_meeting():
    assert body("2018-10-11", grace=None).round.is_open
    assert not body("2018-10-12", grace=None).round.is_open


def test_a_strategy_that_is_over_or_has_not_begun_asks_nobody():
    held = ("2018-03-12", "2020-04-10")
    assert [body(today, held=held).round for today in ("2018-03-12", "2020-04-10")] == [None, None]


# who is asked, and what is an answer


@pytest.mark.parametrize(
    ("on", "answered", "late"),
    [
        ("2018-09-19", None, False),
        ("2018-09-20", "2018-09-20", False),
        ("2018-10-11", "2018-10-11", False),
        ("2018-10-12", "2018-10-12", True),
        ("2018-10-16", "2018-10-16", True),
        ("2018-10-17", None, False),
        ("2018-09", None, False),  # may have been said before the round opened
        ("2018-10", "2018-10", False),
    ],
)
def test_an_answer_is_an_update_said_while_the_round_is_open(on, answered, late):
    assert asked("2018-11-01", action(update(on), id="a")) == [("s/a", answered, late)]


def test_what_is_said_after_the_day_is_not_known_yet():
    one = action(update("2018-10-12"), id="a")
    assert asked("2018-10-11", one) == [("s/a", None, False)]


def test_of_several_answers_the_first_counts():
    one = action(update("2018-10-12"), update("2018-10-02"), id="a")
    assert asked("2018-10-16", one) == [("s/a", "2018-10-02", False)]


def test_a_date_that_is_moved_is_an_answer_also_that_of_a_milestone():
    move = {"on": "2018-10-02", "from": "2018-10-01", "why": "Late"}
    step = {"text": "Half", "due": "2018-12-01", "moved": (move,)}
    moved = action(id="a", due="2018-12-01", moved=(move,))
    stepped = action(id="b", milestones=(step,))
    assert asked("2018-10-16", moved, stepped) == [("s/a", "2018-10-02", False), ("s/b", "2018-10-02", False)]
    assert {one.answer for one in body("2018-10-16", moved, stepped).round.asked} == {"move"}


@pytest.mark.parametrize("state", ["complete", "delivered", "stopped", "superseded"])
def test_what_was_over_before_the_round_opened_is_not_asked_about(state):
    over = action(update("2018-09-19", state, note="Done"), id="a")
    meanwhile = action(update("2018-09-20", state, note="Done"), id="b")
    assert asked("2018-10-16", over, meanwhile) == [("s/b", "2018-09-20", False)]


def test_a_paused_action_is_asked_about_and_one_to_begin_after_the_meeting_is_not():
    paused = action(update("2018-09-01", "paused", note="No money"), id="a")
    later, now = action(id="b", starts="2018-10-12"), action(id="c", starts="2018-10-11")
    begun = action(update("2018-09-01"), id="d", starts="2018-10-12")
    assert [one[0] for one in asked("2018-10-16", paused, later, now, begun)] == ["s/a", "s/c", "s/d"]


def test_whose_it_is_where_it_stands_and_what_is_asked_for():
    own, decision = action(id="a", owner="Manager"), action(id="b", kind="decision")
    found = body("2018-10-16", own, decision).round.asked
    assert [(one.owners, one.asked_for, one.priorities) for one in found] == [
        (("Manager",), "update", ("s/p",)), (("Head",), "decision", ("s/p",)),
    ]  # fmt: skip
    nobody = strategy(priority(action(id="a")), governance=({**BOARD, "held": HELD},))
    assert stand(nobody, "2018-10-16").bodies[0].round.asked[0].owners == ()


# readings


def reading(readings, today="2018-10-16", **keys):
    """What is asked of a quarterly measure, whose figures are wanted a week after their quarter."""
    given = {"id": "m", "title": "M", "unit": "count", "frequency": "quarter", "lag": "7 days", **keys}
    measure = Measure.model_validate({**given, "readings": readings})
    found = asked_of_measure(measure, ("Team",), ("s/p",), body("2018-10-16").round, day(today))
    return found and (found.answered, found.late)


JUNE = {"2018/19 Q1": {"value": Decimal(1), "recorded": "2018-07-05"}}


def september(recorded=None):
    return {**JUNE, "2018/19 Q2": {"value": Decimal(2), **({"recorded": recorded} if recorded else {})}}


def test_a_reading_is_asked_for_that_falls_due_by_the_meeting():
    assert reading(JUNE) == (None, False)
    assert reading(JUNE, lag="20 days") is None
    assert reading(JUNE, frequency="year") is None


@pytest.mark.parametrize(
    ("recorded", "answered"),
    [
        ("2018-10-05", ("2018-10-05", False)),
        ("2018-10-12", ("2018-10-12", True)),
        ("2018-10-17", (None, False)),
        (None, ("", False)),
    ],
)
def test_a_reading_answers_on_the_day_it_was_recorded_or_on_none_where_that_is_not_said(recorded, answered):
    assert reading(september(recorded)) == answered


def test_a_figure_that_came_before_the_round_opened_is_not_asked_for():
    assert reading(september("2018-09-19"), today="2018-10-16") is None
    assert reading({**JUNE, "2018-05": {"value": Decimal(3), "recorded": "2018-10-02"}}) == (None, False)


def test_a_figure_that_was_late_before_the_round_opened_is_asked_for():
    assert reading({"2017/18 Q4": Decimal(1)}) == (None, False)
    assert reading({"2017/18 Q4": Decimal(1), **september("2018-10-02")}) == ("2018-10-02", False)


def test_a_measure_without_a_clock_or_given_up_is_not_asked_about():
    assert reading(JUNE, frequency=None) is None
    assert reading({}) is None
    assert reading(JUNE, withdrawn={"on": "2018-10-01", "why": "Not collected any more"}) is None


def test_a_drafted_figure_is_no_answer():
    drafted = {**JUNE, "2018/19 Q2": {"value": Decimal(2), "recorded": "2018-10-05", "drafted": True}}
    assert reading(drafted) == (None, False)
