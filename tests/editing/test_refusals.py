"""What a board could not use is refused, with one thing to do about it."""

import pytest

from strategy_tracker.editing.refusals import has_come, move_makes_sense, step_meant, update_makes_sense
from strategy_tracker.model.action import Milestone
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from tests.judging.action_builder import an_action, day, when

TODAY = day("2019-01-10")
SAID = NewUpdate("in-progress", on="2019-01-10")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"on": "2019-01-11"}, "2019-01-11 has not come yet"),
        ({"rag": "blue"}, "an owner's judgement is red, amber or green, not blue"),
        ({"rag": "green", "state": "paused"}, "an action that is paused has no red, amber or green"),
        ({"rag": "red"}, "red without a note"),
        ({"rag": "amber"}, "amber without a note"),
        ({"forecast": "2019-02", "state": "complete"}, "an action that is complete is not expected any more"),
        ({"forecast": "2018-12"}, "the forecast 2018-12 lies before the update"),
    ],
)
def test_an_update_that_says_nothing_or_two_things_is_refused(changes, message):
    with pytest.raises(Problem) as caught:
        update_makes_sense(SAID._replace(**changes), TODAY)
    assert caught.value.message == message
    assert caught.value.next_step


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"on": "2019"},
        {"rag": "green"},
        {"rag": "red", "note": "We hire one"},
        {"state": "complete"},
        {"forecast": "2019-01"},
        {"forecast": "2019-06", "state": "paused"},
    ],
)
def test_an_update_that_says_one_thing_is_not(changes):
    update_makes_sense(SAID._replace(**changes), TODAY)


def test_a_month_that_has_begun_has_come():
    has_come("2019-01", TODAY, "")
    with pytest.raises(Problem, match="2019-02 has not come yet"):
        has_come("2019-02", TODAY, "")


MOVED = {"on": "2018-06-01", "from": "2018-09-30", "why": "Late"}


@pytest.mark.parametrize(
    ("keys", "state", "due", "decided", "message"),
    [
        ({"due": "2018-12-31"}, "in-progress", "2018-12-31", "2019-01-10", "is due 2018-12-31 already"),
        ({"due": "2018-12-31"}, "complete", "2019-06-30", "2019-01-10", "is complete: its due date holds nobody"),
        ({"due": "2018-12-31"}, "in-progress", "2018-11-30", "2019-01-10", "2018-11-30 had passed on 2019-01-10"),
        ({"due": "2018-12-31"}, "in-progress", "2019-06-30", "2019-02-01", "2019-02-01 has not come yet"),
        (
            {"due": "2018-12-31", "moved": (MOVED,)}, "in-progress", "2019-06-30", "2018-05-01",
            "this move would come before that one",
        ),
    ],
)  # fmt: skip
def test_a_move_that_a_record_of_moves_could_not_show_is_refused(keys, state, due, decided, message):
    with pytest.raises(Problem, match=message):
        move_makes_sense(
            an_action(id="a", **keys), "a", "s/a", state, due=when(due), decided=when(decided), today=TODAY
        )


@pytest.mark.parametrize("keys", [{}, {"due": "2018-12-31"}, {"due": "2018-12-31", "moved": (MOVED,)}])
def test_any_other_move_is_not(keys):
    due, decided = when("2019-06-30"), when("2019-01-10")
    move_makes_sense(an_action(id="a", **keys), "a", "s/a", "in-progress", due=due, decided=decided, today=TODAY)


STEPS = [
    Milestone(text=text, done=done)
    for text, done in (("Venue 2 booked", None), ("Venue seen", "2018"), ("Invite", None))
]


@pytest.mark.parametrize(("typed", "number"), [("2", 1), (" invite ", 2), ("venue", 0), ("3", 2)])
def test_a_milestone_is_meant_by_its_number_or_by_words_that_only_one_open_one_has(typed, number):
    assert step_meant(STEPS, typed) == number


@pytest.mark.parametrize(("typed", "steps"), [("4", STEPS), ("x", STEPS), ("", STEPS), ("e", STEPS), ("1", [])])
def test_anything_else_is_refused_with_those_there_are(typed, steps):
    with pytest.raises(Problem) as caught:
        step_meant(steps, typed)
    assert caught.value.next_step == ("they are: 1 Venue 2 booked; 2 Venue seen; 3 Invite" if steps else "it has none")
