"""What became of what a body asked for: of its last meeting by states, of those before by what is open."""

from strategy_tracker.briefing.what_became import what_became
from tests.judging.action_builder import portfolio, priority, stand, strategy


def became(*meetings, today="2018-12-01", body="Board", others=(), **keys):
    given = {"body": "Board", "meetings": [{"held": held, "asks": list(asks)} for held, asks in meetings]}
    one = stand(strategy(priority(id="p"), governance=(given, *others), **keys), today)
    return what_became(portfolio(one, today=today), body)


def ask(name, due="2018-11-01", **keys):
    return {"id": name, "text": name, "resolved": "agreed", "by": "Head", "due": due, **keys}


FOUR = (ask("a", done="2018-10-01"), ask("b", done="2018-10-02"), ask("c"), ask("d", by=None, due="2019-01-31"))


def four():
    return [{key: value for key, value in one.items() if value} for one in FOUR]


def test_the_things_of_the_last_meeting_are_counted_by_how_far_they_are():
    found = became(("2018-07-12", four()))
    assert (found.meeting, found.total, dict(found.counts)) == ("2018-07-12", 4, {"done": 2, "late": 1, "no-owner": 1})
    assert [one.resolution.id for one in found.listed] == ["c", "d", "a", "b"]


def test_what_is_open_of_meetings_before_is_counted_apart():
    found = became(("2018-04-12", [ask("old"), ask("gone", done="2018-05-01")]), ("2018-07-12", [ask("new")]))
    assert (found.meeting, found.total, found.before) == ("2018-07-12", 1, 1)


def test_a_meeting_that_asked_for_nothing_hides_none_before_it():
    assert became(("2018-07-12", four()), ("2018-10-11", [{"id": "n", "text": "N", "resolved": "noted"}])).total == 4


def test_what_got_no_answer_is_counted_and_makes_no_list():
    found = became(("2018-07-12", [{"id": "n", "text": "N"}]))
    assert (found.unanswered, found.total, found.listed) == (1, 0, ())


def test_what_others_recommend_is_listed_for_every_body_and_counted_for_none():
    inspectors = {"body": "Inspectors", "role": "asks", "meetings": [{"held": "2018-06-01", "asks": [ask("r")]}]}
    found = became(("2018-07-12", []), others=(inspectors,))
    assert (found.total, [one.resolution.id for one in found.listed]) == (0, ["r"])


def test_where_nothing_was_asked_or_the_strategy_is_over_there_is_nothing_to_tell():
    assert became(("2018-07-12", [])) is None
    assert became(("2018-12-01", four())) is None
    assert became(("2018-07-12", [ask("c")]), ends="2018-10-31") is None
