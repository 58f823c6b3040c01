"""What a machine drafted is nobody's word: no answer, no end of silence, and no ground of a colour in silence."""

import pytest

from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.judging.unconfirmed import said_by_people, with_draft_of_action, with_draft_of_reading
from tests.judging.action_builder import action, an_update, priority, stand, stood, strategy, update

GREEN = Rating("green", "green", "its owner's judgement decides", "judgement")
DRAFT = an_update("2018-10-01", rag="green", drafted=True)


def test_only_what_people_said_is_left():
    said = an_update("2018-09-01")
    assert said_by_people([DRAFT, said]) == [said]


def test_a_colour_on_a_draft_says_so_in_word_and_reason():
    assert with_draft_of_action(GREEN, (DRAFT, None)) == GREEN._replace(
        word="green, not confirmed",
        reason="its owner's judgement decides; what was said on 2018-10-01 was drafted by a machine, "
        "and nobody has confirmed it",
    )
    assert with_draft_of_action(GREEN, (an_update("2018-09-01"), None)) == GREEN


def test_a_date_decides_without_the_draft_that_is_told_beside_it():
    late = GREEN._replace(colour="red", word="red", why="late")
    found = with_draft_of_action(late, (DRAFT,))
    assert (found.word, found.reason.endswith("nobody has confirmed it")) == ("red", True)


def test_where_there_is_no_colour_a_draft_is_no_ground_of_one():
    grey = Rating("grey", "not rated", "no target is declared", "no-target")
    assert with_draft_of_reading(grey, "2018/19") == grey
    assert with_draft_of_reading(GREEN, "2018/19").word == "green, not confirmed"


def test_a_draft_breaks_no_silence_and_is_no_word_since_a_date():
    one = action(update("2018-07-02"), update("2018-10-01", drafted=True), due="2018-09-01")
    found = stood(one, "2018-10-03")
    assert (found.review.kind, found.need.word, found.unconfirmed) == ("silent", "waiting", 1)


@pytest.mark.parametrize(("keys", "count"), [({"drafted": True}, 2), ({}, 1)])
def test_an_action_may_be_drafted_itself(keys, count):
    found = stood(action(update("2018-10-01", drafted=True), **keys), "2018-10-03")
    assert (found.drafted, found.unconfirmed, found.updates[0].drafted) == ("drafted" in keys, count, True)


def test_a_draft_is_no_answer_in_a_round_and_is_counted():
    body = {"body": "Board", "asks_before": "3 weeks", "held": ("2018-10-11",)}
    drafted = action(update("2018-10-01", drafted=True), id="a")
    asked = stand(strategy(priority(drafted), governance=(body,)), "2018-10-11").bodies[0].round.asked
    assert [(one.answered, one.drafted) for one in asked] == [(None, True)]
