"""What a body is asked to do, each thing by its name."""

from strategy_tracker.briefing.requests import RequestedThing, requests
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.judging.attention import list_attention
from strategy_tracker.judging.standing.of_actions import MoveStanding, Need
from strategy_tracker.judging.standing.of_measures import RuleStepStanding
from strategy_tracker.judging.standing.rating import Clock
from tests.views.builders import DAY, RED, action, measure, priority, standing, strategy

DUE = Clock("on-time", DAY, 0, "due", "2025-10")


def asked(*actions, measures=(), changes=(), kind="running"):
    made = standing(strategy(priority(*actions), kind=kind), measures=measures)
    return {one.kind: one.things for one in requests(made, list_attention(made), changes)}


def test_nothing_is_asked_where_nothing_wants_a_word():
    assert asked(action()) == {}


def test_a_date_that_passed_in_silence_is_to_be_answered_the_longest_first():
    waits = [
        action(f"{days}", text=f"{days}", need=Need("waiting", DAY, days, ("x",), text="2025-07")) for days in (3, 9)
    ]
    assert asked(*waits)["answer"] == (
        RequestedThing("9", "2025-07", of_dates=True, item="9"),
        RequestedThing("3", "2025-07", of_dates=True, item="3"),
    )


def test_a_decision_without_a_date_is_asked_for_and_one_with_a_date_is_not():
    assert asked(action(kind="decision"))["decide"] == (RequestedThing("Train every school", item="seen-01"),)
    assert asked(action(kind="decision", due=DUE)) == {}
    assert asked(action(kind="decision", state="complete")) == {}
    assert asked(action(kind="decision"), kind="ended") == {}


def test_a_date_is_to_be_agreed_where_it_was_moved_or_is_expected_to_be():
    move = MoveStanding("2025-05-01", "2025-04", "2025-10", "No staff", None)
    assert asked(action(moves=(move,)))["approve"][0].was == "2025-04"
    assert asked(action(moves=(move._replace(approved_by="Board"),))) == {}
    late = action(due=DUE, forecast="2026-01")
    assert asked(late)["later"] == (
        RequestedThing("Train every school", "2025-10", "2026-01", of_dates=True, item="seen-01"),
    )


def test_what_was_eased_or_restated_is_to_be_noted():
    step = RuleStepStanding("2025-05-01", "target for 2025", "90%", "80%", None, None)
    assert asked(measures=(measure(changed=(step,)),))["eased"][0].text == "Schools with trained staff, target for 2025"
    change = Difference("restated", "trained", "measure", "Schools with trained staff", "80%", "70%")
    assert asked(changes=(change,))["restated"] == (
        RequestedThing("Schools with trained staff", "80%", "70%", item="trained"),
    )
    twice = (change, change, change._replace(before="suppressed"))
    assert len(asked(changes=twice)["restated"]) == 1  # nobody saw what was withheld


def test_what_is_red_without_a_corrective_action_is_asked_about():
    assert asked(action(rating=RED))["correct"] == (RequestedThing("Train every school", item="seen-01"),)
