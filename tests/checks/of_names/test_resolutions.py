"""What bodies resolved: it leads somewhere, is told once, and an approval points to an agreement."""

from strategy_tracker.checks.of_names.resolutions import (
    approvals_have_a_minute,
    asks,
    nothing_is_answered_twice,
    resolutions_are_in_order,
    resolutions_lead_somewhere,
    seal_is_whole,
    what_is_reserved_has_an_approval,
    what_is_reserved_of_measures,
    what_was_resolved_is_done_in_time,
)
from strategy_tracker.judging.standing.of_seals import SealStanding
from strategy_tracker.model.settings import DEFAULTS
from tests.checks.builder import TODAY, action, found, measure, measures, strategy

AT = "governance.0.meetings.0.asks"


def met(*asked, held="2018-07-12"):
    return {"held": held, "asks": list(asked)}


def board(*meetings, **action_keys):
    return strategy(action(id="a", **action_keys), governance=[{"body": "Board", "meetings": list(meetings)}])


def ask(**keys):
    return {"id": "x", "text": "Agree", **keys}


def test_meetings_are_read_oldest_first_whatever_their_order_in_the_file():
    one = board(met(ask(id="new"), held="2018-10-11"), met(ask(id="old")))
    assert [(each.id, route[3]) for each, route in asks(one)] == [("old", 1), ("new", 0)]


def test_what_is_decided_is_not_decided_again_and_what_is_deferred_may_come_back():
    later = met(ask(resolved="agreed"), held="2018-10-11")
    again = [("ask-answered-twice", "governance.0.meetings.1.asks.0.id")]
    for first, wanted in (("agreed", again), ("refused", again), ("noted", again), ("deferred", []), (None, [])):
        keys = {"resolved": first} if first else {}
        assert found(nothing_is_answered_twice, board(met(ask(**keys)), later)) == wanted, first


def test_one_meeting_answers_once_whatever_it_says():
    one = board(met(ask(resolved="deferred"), ask(resolved="agreed")))
    assert found(nothing_is_answered_twice, one) == [("ask-answered-twice", f"{AT}.1.id")]


def test_two_bodies_may_resolve_the_same():
    bodies = [{"body": name, "meetings": [met(ask(resolved="agreed"))]} for name in ("Board", "Executive")]
    assert found(nothing_is_answered_twice, strategy(action(), governance=bodies)) == []


def moved(**keys):
    return [{"on": "2018-07-12", "from": "2018-09-01", "to": "2018-10-01", "why": "late", **keys}]


def test_an_approval_points_to_a_resolution_that_is_agreed():
    place = "priorities.0.actions.0.moved.0.resolution"
    given = {"due": "2018-10-01", "moved": moved(approved_by="Board", resolution="x")}
    assert found(resolutions_lead_somewhere, board(met(ask(resolved="agreed")), **given)) == []
    assert found(resolutions_lead_somewhere, board(met(ask(resolved="refused")), **given)) == [
        ("approval-not-agreed", place)
    ]
    assert found(resolutions_lead_somewhere, board(met(ask(id="y")), **given)) == [("resolution-unknown", place)]


def test_what_was_refused_may_point_to_it_without_an_approval():
    given = {"due": "2018-10-01", "moved": moved(resolution="x")}
    assert found(resolutions_lead_somewhere, board(met(ask(resolved="refused")), **given)) == []


def test_steps_and_stops_point_to_resolutions_as_well():
    stop = {"on": "2018-07-12", "state": "stopped", "note": "no", "resolution": "z"}
    step = {"text": "Begin", "due": "2018-10-01", "moved": moved(resolution="z")}
    assert found(resolutions_lead_somewhere, board(met(), updates=[stop], milestones=[step])) == [
        ("resolution-unknown", "priorities.0.actions.0.updates.0.resolution"),
        ("resolution-unknown", "priorities.0.actions.0.milestones.0.moved.0.resolution"),
    ]


def test_actions_that_carry_out_are_there():
    one = board(met(ask(resolved="agreed", actions=["a", "b"])))
    assert found(resolutions_lead_somewhere, one) == [("ask-about-nothing", f"{AT}.0.actions.1")]


def test_nothing_is_done_or_due_before_the_meeting_that_asked_for_it():
    early = ask(resolved="answer-wanted", due="2018-07-01", done="2018-07-11")
    assert found(resolutions_are_in_order, board(met(early))) == [
        ("dates-out-of-order", f"{AT}.0.done"),
        ("dates-out-of-order", f"{AT}.0.due"),
    ]
    assert found(resolutions_are_in_order, board(met(ask(done="2018-07-12")))) == []


def test_what_was_to_be_done_by_a_day_and_is_not_is_late_and_what_nobody_answered_is_told():
    late = ask(id="late", resolved="answer-wanted", by="M", due="2018-08-01")
    done = ask(id="done", resolved="answer-wanted", by="M", due="2018-08-01", done="2018-08-02")
    assert found(what_was_resolved_is_done_in_time, board(met(late, done, ask()))) == [
        ("resolution-late", f"{AT}.0.id"),
        ("ask-without-answer", f"{AT}.2.id"),
    ]


def test_what_was_agreed_of_a_measure_may_be_carried_out_in_another_file():
    agreed = ask(about="heat-loss", resolved="agreed", by="M", due="2018-08-01")
    assert found(what_was_resolved_is_done_in_time, board(met(agreed))) == []
    assert found(what_was_resolved_is_done_in_time, board(met({**agreed, "to_do": "Write it down"})))


def test_an_approval_of_a_body_that_keeps_its_minutes_points_to_one():
    given = {"due": "2018-10-01", "moved": moved(approved_by="Board")}
    told = [("approval-without-minute", "priorities.0.actions.0.moved.0.approved_by")]
    assert found(approvals_have_a_minute, board(met(), **given)) == told
    assert found(approvals_have_a_minute, board(**given)) == []
    assert found(approvals_have_a_minute, board(met(held="2018-07-13"), **given)) == []
    given["moved"] = moved(approved_by="Board", resolution="x")
    assert found(approvals_have_a_minute, board(met(), **given)) == []


RESERVED = DEFAULTS.model_copy(update={"reserved": ("dates", "targets")})


def reserved(check, record, settings=RESERVED):
    return [(one.code, ".".join(map(str, one.route))) for one in check(record, TODAY, settings)]


def test_a_reserved_date_moves_with_an_agreement_alone():
    place = [("reserved-changed", "priorities.0.actions.0.moved.0.on")]
    check = what_is_reserved_has_an_approval
    for asked, keys, wanted in (
        (ask(), {}, place),
        (ask(), {"approved_by": "Board"}, []),
        (ask(resolved="agreed"), {"resolution": "x"}, []),
        (ask(resolved="refused"), {"resolution": "x"}, place),
    ):
        one = board(met(asked), due="2018-10-01", moved=moved(**keys))
        assert reserved(check, one) == wanted, keys
        assert reserved(check, one, DEFAULTS) == []


def test_a_reserved_target_changes_with_an_agreement_alone():
    changed = [
        {"on": "2018-07-12", "target": "2018/19", "from": 90, "to": 85, "why": "w"},
        {"on": "2018-07-12", "rule": "amber_within", "why": "w"},
        {"on": "2018-07-12", "target": "2019/20", "from": 90, "to": 85, "why": "w", "approved_by": "Board"},
    ]
    one = measures(measure("m", targets={"2018/19": 85, "2019/20": 85}, amber_within="5 points", changed=changed))
    assert reserved(what_is_reserved_of_measures, one) == [("reserved-changed", "measures.0.changed.0.on")]
    assert reserved(what_is_reserved_of_measures, one, DEFAULTS) == []


def test_a_seal_that_is_broken_is_told_and_more_loudly_where_it_is_reserved():
    whole = SealStanding("s/a", "due date", "2018-09", "2018-09", "Board", "2018-07", None, "x", False, "s", ("id",))
    assert list(seal_is_whole(whole)) == []
    for held, code in ((False, "changed-since-approved"), (True, "reserved-changed")):
        (told,) = seal_is_whole(whole._replace(now="2018-12", reserved=held))
        assert (told.code, told.file) == (code, "s")
        assert "was approved by Board in 2018-07; it is 2018-12 now" in told.message
