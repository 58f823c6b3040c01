"""How far each thing is that a body was asked: every rule of it on its own."""

import pytest

from tests.judging.action_builder import action, priority, stand, strategy, update

HELD = "2018-07-12"


def resolutions(today, *asked, actions=(), **body):
    """What a board was asked on 12 July, as it stands on a day."""
    given = {"body": "Board", "meetings": [{"held": HELD, "asks": list(asked)}], **body}
    return stand(strategy(priority(*actions, id="p", owner="Head"), governance=(given,)), today).bodies[0].resolutions


def one(today="2018-09-01", actions=(), role=None, **keys):
    body = {"role": role} if role else {}
    (found,) = resolutions(today, {"id": "x", "text": "Ask", **keys}, actions=actions, **body)
    return found


def state(today="2018-09-01", **keys):
    found = one(today, **keys)
    return found.state, found.words


def test_a_body_without_meetings_on_record_has_no_resolutions():
    board = {"body": "Board", "held": (HELD,)}
    assert stand(strategy(priority(), governance=(board,)), "2018-09-01").bodies[0].resolutions == ()


def test_before_the_meeting_nothing_was_asked():
    assert resolutions("2018-07-11", {"id": "x", "text": "Ask"}) == ()


def test_the_day_of_a_meeting_counts_as_one_that_it_met():
    given = {"body": "Board", "every": "quarter", "held": ("2018-04-12",), "meetings": [{"held": HELD}]}
    body = stand(strategy(priority(), governance=(given,)), "2018-07-20").bodies[0]
    assert (body.held, body.clock.due.isoformat()) == ((HELD, "2018-04-12"), "2018-10-12")


@pytest.mark.parametrize("word", ["noted", "agreed", "refused"])
def test_a_decision_by_itself_leaves_nothing_to_do(word):
    assert state(resolved=word) == ("closed", "nothing to do")


def test_without_an_answer_it_says_so():
    assert state() == ("unanswered", "asked on 2018-07-12, and no answer is on record")


def test_who_is_to_do_it_by_when_makes_it_something_to_do():
    wanted = {"resolved": "agreed", "by": "Manager", "due": "2018-09-01"}
    assert state(**wanted) == ("open", "due 2018-09-01")
    assert state("2018-09-02", **wanted) == ("late", "1 day late, due 2018-09-01")
    assert one("2018-09-02", **wanted).owners == ("Manager",)


def test_a_due_date_known_to_the_month_is_late_after_its_last_day():
    assert state("2018-08-31", resolved="agreed", due="2018-08", by="M")[0] == "open"
    assert state("2018-09-01", resolved="agreed", due="2018-08", by="M")[0] == "late"


def test_nobody_to_do_it_is_told_and_lateness_before_that():
    assert state(resolved="answer-wanted") == (
        "no-owner",
        "nobody is named to do it; no day on record by which it is due",
    )
    assert state(resolved="answer-wanted", due="2018-08-01")[0] == "late"


def test_the_owner_of_what_it_is_about_is_asked_where_nobody_is_named():
    acts = [action(id="a", owner="Manager"), action(id="b", owner="Deputy")]
    assert one(resolved="answer-wanted", about="a", actions=()).owners == ()
    found = resolutions(
        "2018-09-01",
        {"id": "x", "text": "Ask", "resolved": "answer-wanted", "about": "a"},
        {"id": "y", "text": "Ask", "resolved": "agreed", "about": "a", "actions": ["b"]},
        {"id": "z", "text": "Ask", "resolved": "answer-wanted", "about": "p"},
        actions=acts,
    )
    assert [each.owners for each in found] == [("Manager",), ("Deputy",), ("Head",)]


def test_it_is_done_on_the_day_the_record_says_and_how_late_that_was():
    wanted = {"resolved": "agreed", "by": "M", "due": "2018-08-01"}
    assert state(done="2018-08-01", **wanted) == ("done", "done 2018-08-01")
    assert state(done="2018-08-05", **wanted) == ("done", "done 2018-08-05, 4 days after it was due")
    assert state("2018-08-04", done="2018-08-05", **wanted)[0] == "late"


def test_it_is_done_with_all_the_actions_that_carry_it_out():
    def with_actions(*states):
        acts = [action(update("2018-08-01", word), id=f"a{n}", owner="M") for n, word in enumerate(states)]
        asked = {"id": "x", "text": "Ask", "resolved": "agreed", "actions": [a["id"] for a in acts]}
        return resolutions("2018-09-01", asked, actions=acts)[0]

    assert with_actions("complete", "complete").words == "done with a0, a1"
    assert with_actions("complete", "in-progress").state == "open"
    assert with_actions("complete", "stopped").state == "open"


def test_an_answer_about_an_action_is_the_first_word_after_the_meeting():
    def answered(*days, **keys):
        acts = [action(*(update(day, **keys) for day in days), id="a", owner="M")]
        asked = {"id": "x", "text": "Ask", "resolved": "answer-wanted", "about": "a"}
        return resolutions("2018-09-01", asked, actions=acts)[0]

    assert answered("2018-07-12").state == "open"
    assert answered("2018-07-12", "2018-08-20", "2018-08-02").words == "answered by the update of 2018-08-02"
    assert answered("2018-08-02", drafted=True).state == "open"


def test_a_word_is_not_what_was_asked_for_where_more_was():
    acts = [action(update("2018-08-02"), id="a", owner="M")]
    asked = {"id": "x", "text": "Ask", "resolved": "answer-wanted", "about": "a", "to_do": "Bring a plan"}
    assert resolutions("2018-09-01", asked, actions=acts)[0].state == "open"


def pointing(**keys):
    moved = {"on": "2018-07-12", "from": "2018-08-01", "to": "2018-12-01", "why": "late", "resolution": "x"}
    return resolutions(
        "2018-09-01",
        {"id": "x", "text": "Ask", "about": "a", **keys},
        actions=[action(id="a", owner="M", due="2018-12-01", moved=[moved])],
    )[0]


def test_what_points_to_it_is_told_and_carries_it_out():
    assert pointing(resolved="agreed").carried_out == ("a moved to 2018-12-01",)
    assert pointing(resolved="agreed", by="M").words == "carried out: a moved to 2018-12-01"
    assert pointing(resolved="agreed", by="M", to_do="Write a plan").state == "open"
    assert pointing(resolved="refused").carried_out == ()


def test_a_stop_carries_it_out_as_well():
    stop = update("2018-07-12", "stopped", note="no", resolution="x")
    found = resolutions(
        "2018-09-01", {"id": "x", "text": "Stop it", "resolved": "agreed", "by": "M"}, actions=[action(stop, id="a")]
    )
    assert found[0].words == "carried out: a stopped on 2018-07-12"


def test_what_is_deferred_waits_for_its_day_and_comes_back_with_its_id():
    assert state(resolved="deferred") == ("open", "deferred, to no day on record")
    later = {"resolved": "deferred", "due": "2018-10-11"}
    assert state("2018-10-11", **later) == ("open", "deferred to 2018-10-11")
    assert state("2018-10-12", **later) == ("late", "deferred to 2018-10-11, and not back yet")
    back = [
        {"held": "2018-10-11", "asks": [{"id": "x", "text": "Ask again", "resolved": "agreed", "minute": "9"}]},
        {"held": HELD, "asks": [{"id": "x", "text": "Ask", **later}]},
    ]
    (found,) = resolutions("2018-10-20", meetings=back)
    assert (found.first, found.meeting, found.decision, found.state) == (
        HELD,
        "2018-10-11",
        "agreed on 2018-10-11 (minute 9)",
        "closed",
    )
    (then,) = resolutions("2018-10-10", meetings=back)
    assert (then.text, then.state) == ("Ask", "open")


def test_what_inspectors_recommend_is_to_be_done_whatever_was_answered():
    found = one(role="asks", by="M", due="2018-08-01")
    assert (found.state, found.decision) == ("late", "recommended on 2018-07-12")
    assert state(role="asks", resolved="refused") == ("closed", "nothing to do")


def test_who_asks_from_outside_misses_no_review_and_notes_nothing():
    given = {"body": "Inspectors", "role": "asks", "every": "year", "meetings": [{"held": "2016-07-12"}]}
    found = stand(strategy(priority(), governance=(given,)), "2018-09-01")
    assert (found.bodies[0].clock.kind, found.reviewing, [b.body for b in found.asking]) == ("none", (), ["Inspectors"])


def test_once_the_strategy_is_over_nothing_of_it_is_late():
    given = {"body": "Board", "meetings": [{"held": HELD, "asks": [{"id": "x", "text": "A", "resolved": "agreed",
             "by": "M", "due": "2018-08-01"}]}]}  # fmt: skip
    found = stand(strategy(priority(), governance=(given,), ends="2018-08-31"), "2018-09-02").bodies[0].resolutions[0]
    assert (found.state, found.words) == ("closed", "the strategy ended on 2018-08-31")


def test_a_meeting_that_is_planned_may_have_its_asks_and_is_none_that_was_held():
    given = {"body": "Board", "every": "quarter", "next": HELD, "meetings": [{"held": HELD, "asks": [
        {"id": "x", "text": "Note"}]}]}  # fmt: skip
    one = strategy(priority(), governance=(given,))
    assert (stand(one, "2018-07-01").bodies[0].held, stand(one, "2018-07-01").bodies[0].resolutions) == ((), ())
    after = stand(one, "2018-08-01").bodies[0]
    assert (after.held, after.resolutions[0].words) == ((), "asked on 2018-07-12, and no answer is on record")
