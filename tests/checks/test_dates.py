"""Dates in order, and the smells of dates nobody thought about."""

import pytest

from strategy_tracker.checks.dates import (
    due_dates_do_not_crowd,
    due_dates_make_sense,
    every_move_has_a_reason,
    every_move_is_on_record,
    moves_make_sense,
    owners_are_not_crowded,
    strategy_dates_in_order,
)
from strategy_tracker.model.settings import Settings

from .builder import action, found, strategy

DUE = "priorities.0.actions.0.due"
STEP = "priorities.0.actions.0.milestones.0.due"


def step(due):
    return [{"text": "Supplier appointed", "due": due}]


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"starts": "2018-04-01"},
        {"starts": "2018-04-01", "ends": "2018-04-01"},
        {"starts": "2018", "ends": "2018"},
        {"starts": "2018-06-01", "ends": "2018"},
        {"starts": "2018-06-01", "superseded": {"on": "2018"}},
    ],
)
def test_a_life_that_may_be_in_order_is_fine(keys):
    assert found(strategy_dates_in_order, strategy(**keys)) == []


def test_an_end_before_the_start_is_told():
    keys = {"starts": "2018-04-01", "ends": "2018-03", "superseded": {"on": "2017"}}
    assert found(strategy_dates_in_order, strategy(**keys)) == [
        ("dates-out-of-order", "ends"), ("dates-out-of-order", "superseded.on"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("on", "state", "forecast", "told"),
    [
        ("2018-07-02", "in-progress", "2018-07-01", True),
        ("2018-07-02", "not-started", "2018-06", True),
        ("2018-07-02", "in-progress", "2018-07", False),
        ("2018-07-02", "in-progress", "2018-07-02", False),
        ("2018-07", "in-progress", "2018-07-01", False),
        ("2018-07-02", "complete", "2018-07-01", False),
    ],
)
def test_a_forecast_lies_after_the_update_that_makes_it(on, state, forecast, told):
    given = strategy(action(updates=[{"on": on, "state": state, "forecast": forecast}]))
    route = "priorities.0.actions.0.updates.0.forecast"
    assert found(strategy_dates_in_order, given) == [("dates-out-of-order", route)] * told


@pytest.mark.parametrize(
    ("due", "code"),
    [
        ("2018-03-30", "due-before-start"),
        ("2018-03", "due-before-start"),
        ("2018", None),
        ("2018-04-02", None),
        ("2020-03-31", None),
        ("2020", None),
        ("2020-04-01", "due-after-end"),
        ("2021", "due-after-end"),
        ("2019-03-30", "due-on-weekend"),
        ("2019-03-31", "due-on-weekend"),
        ("2019-03", None),
    ],
)
def test_a_due_date_lies_in_the_life_of_the_strategy_on_a_working_day(due, code):
    life = {"starts": "2018-04-01", "ends": "2020-03-31"}
    expected = [(code, DUE)] if code else []
    assert found(due_dates_make_sense, strategy(action(due=due), **life)) == expected
    assert found(due_dates_make_sense, strategy(action(milestones=step(due)), **life)) == [
        (code, STEP) for code, _ in expected
    ]


def test_a_due_date_does_not_lie_before_its_action():
    assert found(due_dates_make_sense, strategy(action(starts="2018-05", due="2018-04-30"))) == [
        ("due-before-start", DUE)
    ]
    assert found(due_dates_make_sense, strategy(action(starts="2018-05", due="2018-05-01"))) == []


def test_one_date_before_both_starts_is_told_once():
    given = strategy(action(starts="2018-05", due="2017-05-01"), starts="2018")
    assert found(due_dates_make_sense, given) == [("due-before-start", DUE)]


def test_a_step_is_not_due_after_its_action():
    assert found(due_dates_make_sense, strategy(action(due="2018-07-06", milestones=step("2018-07-09")))) == [
        ("milestone-after-due", STEP)
    ]
    for due in ("2018-07-06", "2018-07-05"):
        assert found(due_dates_make_sense, strategy(action(due="2018-07-06", milestones=step(due)))) == []


def move(on, former):
    return {"on": on, "from": former, "why": "provider withdrew"}


def test_a_move_to_a_later_date_is_fine():
    assert found(moves_make_sense, strategy(action(due="2019-03-29", moved=[move("2018-11-01", "2018-12-31")]))) == []


def test_moves_are_followed_in_the_order_they_were_made():
    moved = [move("2019-02-01", "2019-03-29"), move("2018-11-01", "2018-12-31")]
    assert found(moves_make_sense, strategy(action(due="2019-06-28", moved=moved))) == []


@pytest.mark.parametrize(
    ("due", "moved", "expected"),
    [
        (None, [move("2018-11-01", "2018-12-31")], [("missing-key", "moved.0")]),
        ("2018-12-31", [move("2018-11-01", "2018-12-31")], [("moved-nowhere", "moved.0.from")]),
        ("2018-10-31", [move("2018-11-01", "2018-09-30")], [("due-already-past", "moved.0.on")]),
        ("2018-11", [move("2018-11-30", "2018-09-30")], []),
        (
            "2019-06-28",
            [move("2019-02-01", "2018-12-31"), move("2018-11-01", "2018-12-31")],
            [("moved-nowhere", "moved.1.from")],
        ),
    ],
)
def test_a_move_that_makes_no_sense_is_told(due, moved, expected):
    given = action(moved=moved, **({"due": due} if due else {}))
    assert found(moves_make_sense, strategy(given)) == [(code, f"priorities.0.actions.0.{at}") for code, at in expected]


@pytest.mark.parametrize(
    ("due", "keys", "told"),
    [
        ("2019-03-29", {"to": "2019-03-29"}, False),
        ("2019-03-29", {"to": "2019-02-28"}, True),
        ("2019-03", {"to": "2019-03"}, False),
        ("2019-03-29", {}, False),
    ],
)
def test_a_due_date_that_is_not_where_the_last_move_ended_is_told(due, keys, told):
    given = strategy(action(due=due, moved=[move("2018-11-01", "2018-12-31") | keys]))
    assert found(every_move_is_on_record, given) == [("moved-without-record", DUE)] * told


def test_a_milestone_that_is_not_where_its_last_move_ended_is_told():
    told = move("2018-11-01", "2018-12-31") | {"to": "2019-01-31"}
    given = strategy(action(due="2019-03-29", milestones=[*step("2019-02-28")]))
    assert found(every_move_is_on_record, given) == []
    given = strategy(action(due="2019-03-29", milestones=[step("2019-02-28")[0] | {"moved": [told]}]))
    assert found(every_move_is_on_record, given) == [("moved-without-record", STEP)]
    given = strategy(action(milestones=[{"text": "Supplier", "moved": [told]}]))
    assert found(moves_make_sense, given) == [("missing-key", STEP.replace("due", "moved.0"))]


def test_a_step_nobody_recorded_is_no_finding_once_the_next_move_left_from_there():
    first, second = move("2018-11-01", "2018-12-31"), move("2018-12-03", "2019-02-28")
    moved = [first | {"to": "2019-01-31"}, second | {"to": "2019-03-29"}]
    assert found(every_move_is_on_record, strategy(action(due="2019-03-29", moved=moved))) == []


def test_a_move_without_a_reason_is_asked_about_where_it_stands():
    bare = {"on": "2018-11-01", "from": "2018-12-31", "to": "2019-03-29"}
    given = strategy(action(due="2019-03-29", moved=[bare], milestones=[{"text": "Supplier", "moved": [bare]}]))
    inside = "priorities.0.actions.0"
    assert found(every_move_has_a_reason, given) == [
        ("moved-without-reason", f"{inside}.moved.0.from"),
        ("moved-without-reason", f"{inside}.milestones.0.moved.0.from"),
    ]
    assert found(every_move_has_a_reason, strategy(action(due="2019-03-29", moved=[bare | {"why": "Late"}]))) == []


def dated(*dues):
    return strategy(*(action(f"a-{n}", due=due) for n, due in enumerate(dues)))


@pytest.mark.parametrize(
    ("dues", "told"),
    [
        (["2019-03-29"] * 5 + ["2019-03-31"] * 3, True),
        (["2019-03-29"] * 4 + ["2019-03-31"] * 3, False),
        (["2019-03-29"] * 6 + ["2019-03-31"] * 2, False),
        (["2019-03-29"] * 6 + ["2019-03-31"] * 3, False),
        (["2019-03-30"] * 8, False),
        (["2019-03"] * 8, True),
        (["2019"] * 8, False),
    ],
)
def test_more_than_a_third_of_eight_dates_on_the_last_day_of_the_year_is_a_crowd(dues, told):
    assert len(found(due_dates_do_not_crowd, dated(*dues))) == told


def test_the_crowd_is_pointed_at_where_it_begins():
    given = dated(*["2019-03-29"] * 5, *["2019-03-31"] * 3)
    assert found(due_dates_do_not_crowd, given) == [("due-dates-crowd", "priorities.0.actions.5.due")]


def test_the_year_ends_when_the_settings_say():
    august = Settings.model_validate({"year_end": "31 August"})
    assert found(due_dates_do_not_crowd, dated(*["2019-03-31"] * 8), august) == []
    assert found(due_dates_do_not_crowd, dated(*["2019-08-31"] * 8), august)


def owned(count, owner="Head of Service", due="2019-05-1{}"):
    return strategy(*(action(f"a-{n}", owner=owner, due=due.format(n)) for n in range(count)))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (owned(8), True),
        (owned(7), False),
        (owned(8, due="2019-05"), True),
        (owned(8, due="2019"), False),
    ],
)
def test_eight_actions_of_one_owner_in_one_month_are_a_crowd(given, told):
    assert found(owners_are_not_crowded, given) == [("owner-crowd", DUE)] * told


def test_two_owners_are_not_one():
    actions = [action(f"a-{n}", owner=f"Post {n % 2}", due="2019-05-14") for n in range(10)]
    assert found(owners_are_not_crowded, strategy(*actions)) == []
