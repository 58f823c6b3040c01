from strategy_tracker.judging.meetings.count_answers import (
    answers_words,
    asked_in,
    asked_owners,
    count_round,
    rounds_of_bodies,
)
from strategy_tracker.judging.standing.of_rounds import AskedThing, RoundStanding
from tests.judging.action_builder import day, portfolio
from tests.views.builders import body, strategy


def thing(item, *owners, answered=None, late=False, where=("s/p",)):
    return AskedThing(item, "update", owners, where, answered, "update" if answered else None, late)


def a_round(*asked, meeting="2018-10-11"):
    met = day(meeting)
    return RoundStanding(meeting, met, met, met, is_open=True, since=None, asked=asked)


MIXED = (
    thing("a", "Head", answered="2018-10-01"),
    thing("b", "Head", "Manager"),
    thing("c", "Chief", answered="2018-10-01"),
    thing("d", "Chief", answered="2018-10-12", late=True),
    thing("e"),
)


def test_an_owner_has_answered_when_nothing_is_left_that_was_asked():
    assert asked_owners(MIXED) == (
        ("Chief", 2, 2, (), "2018-10-12", True), ("Head", 2, 1, ("b",), None, False),
        ("Manager", 1, 0, ("b",), None, False),
    )  # fmt: skip


def test_late_is_who_answered_and_said_something_of_it_after_the_meeting():
    assert count_round(MIXED)[:6] == (3, 1, 1, 5, 3, 1)
    assert count_round(MIXED).words() == "1 of 3 owners have answered, 1 late; 1 without an owner to ask"


def test_words_of_one_and_of_nobody():
    assert count_round(MIXED[:1]).words() == "1 of 1 owner has answered"
    assert count_round(()).words() == "nobody is asked"
    assert count_round(MIXED[4:]).words() == "nobody is asked; 1 without an owner to ask"


def test_a_reading_that_does_not_say_its_day_is_an_answer():
    assert count_round((thing("m", "Team", answered=""),)).answered == 1


def test_one_meeting_of_a_body_is_counted_over_all_its_strategies_and_what_two_ask_for_once():
    one = strategy(name="s", bodies=(body("Board", round=a_round(thing("m", "Team"), thing("s/a", "Head"))),))
    other = strategy(name="t", bodies=(body("Board", round=a_round(thing("m", "Team", where=("t/q",)))),))
    panel = strategy(name="u", bodies=(body("Panel", round=a_round(thing("u/a", "Head"), meeting="2018-10-04")),))
    found = rounds_of_bodies(portfolio(one, other, panel))
    assert [(each.body, each.strategies, len(each.round.asked)) for each in found] == [
        ("Panel", ("u",), 1), ("Board", ("s", "t"), 2),
    ]  # fmt: skip
    assert found[1].round.asked[0].priorities == ("s/p", "t/q")
    assert answers_words(found[1]) == "Board, meeting 2018-10-11: 0 of 2 owners have answered"
    assert [each.item for each in asked_in(found[1].round.asked, "t/q")] == ["m"]
