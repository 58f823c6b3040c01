from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.attention import AttentionItem, list_asked, list_coming
from strategy_tracker.judging.filters import Filters, narrow, unknown_name
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.model.values import read_interval
from tests.judging.action_builder import action, day, measure, portfolio, priority, stand, strategy, update

TODAY = "2018-12-31"
NOW = "2018-12-30"
MONTH = read_interval("month")


def overdue(*actions, measures=(), within=None, today=TODAY, **keys):
    standing = portfolio(stand(strategy(priority(*actions, id="p"), **keys), today), measures=measures, today=today)
    return list_asked(standing, within)


def test_a_late_action_with_its_owner():
    late = action(update(NOW), id="a", text="write the plan", due="2018-12-20", owner="Head")
    (found,) = overdue(late)
    assert found[:8] == (
        ("late",), "Head", ("s",), "s/a", "write the plan", day("2018-12-20"), 11,
        "overdue by 11 days (due 2018-12-20); last word 2018-12-30",
    )  # fmt: skip
    assert (found.owners, found.when, found.thing, found.colour) == (("Head",), "2018-12-20", "action", "amber")


def test_a_date_that_was_moved_is_told_with_its_first_one_and_who_is_on_record():
    def move(on, former, to):
        return {"on": on, "from": former, "to": to, "why": "Late", "approved_by": "Board"}

    moves = (move("2018-09-01", "2018-10-01", "2018-11-01"), move("2018-10-01", "2018-11-01", "2018-12-20"))
    by_the_book = action(update(NOW), id="a", due="2018-12-20", moved=moves)
    (found,) = overdue(by_the_book)
    assert (found.original_due, found.words.split("; ")[-1]) == (day("2018-10-01"), "first due 2018-10-01, moved twice")
    step = {"text": "Venue", "due": "2018-12-20", "moved": moves[:1]}
    (found,) = overdue(action(update(NOW), id="a", due="2018-12-20", moved=moves[:1], milestones=(step,)))
    assert found.words.split("; ")[-2:] == [
        "first due 2018-10-01, moved twice, 1 of them with nobody on record",
        "'Venue' first due 2018-10-01, moved twice, 1 of them with nobody on record",
    ]


def test_an_inherited_owner_is_asked_and_told_as_inherited():
    late = action(update(NOW), id="a", text="write the plan", due="2018-12-20")
    (found,) = overdue(late, owner="Director")
    assert (found.owner, found.owner_from) == ("Director", "strategy")


def test_a_milestone_that_has_passed_is_told_with_its_action():
    steps = ({"text": "Supplier appointed", "due": "2018-12-21"},)
    (found,) = overdue(action(update(NOW), id="a", due="2019-12-20", milestones=steps))
    assert (found.kind, found.item, found.text, found.days) == ("late", "s/a", "do it", 10)
    assert found.words == "milestone 'Supplier appointed' overdue by 10 days (due 2018-12-21); last word 2018-12-30"


def test_an_action_is_listed_once_with_every_date_that_has_passed_and_those_to_come():
    several = action(
        update("2018-06-29"), id="a", text="plan", due="2018-12-20", every="week", done=("2018-12-01",),
        milestones=({"text": "hall", "due": "2019-01-02"},),
    )  # fmt: skip
    (found,) = overdue(several, within=MONTH)
    assert (found.kind, found.days, found.due, found.silence) == ("waiting", 23, day("2018-12-08"), "very-silent")
    assert found.words == (
        "missed by 23 days (last done 2018-12-01, wanted every week); overdue by 11 days (due 2018-12-20); "
        "nothing said since 2018-06-29; due in 2 days (2019-01-02)"
    )
    assert [c.kind for c in overdue(action(update("2018-09-29")))] == ["silent"]


def test_a_date_to_come_is_listed_for_itself_whether_or_not_its_action_needs_somebody():
    steps = ({"text": "hall", "due": "2019-01-02"},)
    standing = portfolio(stand(strategy(priority(action(update("2018-06-29"), milestones=steps))), TODAY), today=TODAY)
    assert [(c.kind, c.text, c.days) for c in list_coming(standing, day("2019-01-02"))] == [("upcoming", "hall", -2)]
    assert list_coming(standing, day("2019-01-01")) == ()


@pytest.mark.parametrize(
    ("one", "gate", "holds"),
    [
        ("late", "late", True), ("waiting", "late", True), ("late", "waiting", False),
        ("silent", "silent", True), ("very-silent", "silent", True), ("silent", "very-silent", False),
        ("waiting", "silent", False), ("late-reading", "late", False),
    ],
)  # fmt: skip
def test_a_gate_on_a_word_holds_for_what_it_turns_into(one, gate, holds):
    item = AttentionItem((one,), None, ("s",), "s/a", "do it", None, 1, "")
    assert item.is_any_of([gate]) is holds
    assert item._replace(kinds=(one, "very-silent")).is_any_of(["silent"]) is True


def test_a_late_start_is_told_as_one():
    late = action(update(NOW, "not-started"), id="a", starts="2018-09-01", due="2019-12-20")
    (found,) = overdue(late)
    assert (found.kind, found.item, found.due, found.days) == ("late", "s/a", day("2018-09-01"), 121)
    assert found.words == "121 days late to start (start date 2018-09-01); last word 2018-12-30"
    assert overdue(action(update(NOW), starts="2018-09-01")) == ()
    assert overdue(action(update(NOW, "not-started"), starts="2019-01-05"), within=MONTH) == ()


def test_a_missed_meeting_is_chased_with_who_writes_the_paper():
    body = {"body": "SMT", "every": "quarter", "held": ("2018-09-29",), "paper_by": "Head"}
    (found,) = overdue(governance=(body,))
    assert found[:7] == (("missed-review",), "Head", ("s",), "SMT", "SMT", day("2018-12-29"), 2)


def test_what_falls_due_inside_the_window_is_upcoming():
    soon = action(
        update(NOW),
        id="a",
        due="2019-01-31",
        every="week",
        done=("2018-12-31",),
        milestones=({"text": "step", "due": "2019-02-01"},),
    )
    body = {"body": "SMT", "next": "2019-01-05"}
    found = overdue(soon, within=MONTH, governance=(body,))
    assert [(c.kind, c.item, c.days) for c in found] == [
        ("upcoming", "SMT", -5),
        ("upcoming", "s/a", -7),
        ("upcoming", "s/a", -31),
    ]
    assert overdue(soon, within=None, governance=(body,)) == ()


def test_due_today_is_upcoming_and_closed_is_not():
    assert [c.days for c in overdue(action(update(NOW), due=TODAY), within=MONTH)] == [0]
    assert overdue(action(update(NOW, "complete"), due="2019-01-05"), within=MONTH) == ()


def test_most_late_first_then_by_item():
    some = [
        action(update(NOW), id="b", due="2018-12-20"),
        action(update(NOW), id="c", due="2018-12-01"),
        action(update(NOW), id="a", due="2018-12-20"),
        action(update(NOW), id="d", due="2019-01-10"),
    ]
    assert [c.item for c in overdue(*some, within=MONTH)] == ["s/c", "s/a", "s/b", "s/d"]


def test_a_late_reading_names_every_strategy_it_serves():
    late = measure("dental", late=12, owner="Performance Team")
    (found,) = overdue(action(update(NOW), measures=("dental",)), measures=[late])
    assert found[:8] == (
        ("late-reading",), "Performance Team", ("s",), "dental", "Measure dental", day("2018-07-31"), 12,
        "12 days late",
    )  # fmt: skip
    assert (found.owners, found.when, found.thing) == (("Performance Team",), "2018-07-31", "measure")
    assert [c.strategies for c in overdue(measures=[late])] == [()]
    assert overdue(measures=[measure("dental")]) == ()


def test_a_reading_that_only_a_strategy_now_over_wanted_is_not_chased():
    late = measure("dental", late=12)
    wanted = action(measures=("dental",))
    assert overdue(wanted, measures=[late], today="2020-04-01") == ()
    old, new = strategy(priority(wanted)), strategy(priority(wanted), ends="2021", id="new")
    both = portfolio(stand(old, "2020-04-01"), stand(new, "2020-04-01"), measures=[late], today="2020-04-01")
    assert [c.strategies for c in list_asked(both) if c.kind == "late-reading"] == [("s", "new")]


def test_a_target_missed_without_amber_waits_for_that_while_its_strategy_runs():
    rating = Rating("grey", "not rated", "60% missed the target of 80%", "no-rule")
    missed = measure("dental", owner="Performance Team")._replace(rating=rating, gap=Decimal(-20))
    wanted = action(update(NOW), measures=("dental",))
    (found,) = overdue(wanted, measures=[missed])
    assert found[:8] == (
        ("no-amber-rule",), "Performance Team", ("s",), "dental", "Measure dental", None, 0, rating.reason,
    )  # fmt: skip
    assert overdue(wanted, measures=[missed], today="2020-04-01") == ()
    assert overdue(wanted, measures=[missed._replace(gap=Decimal(0))]) == ()
    late = measure("dental", late=12)._replace(rating=rating, gap=Decimal(-20))
    (found,) = overdue(wanted, measures=[late])
    assert (found.kinds, found.words) == (("no-amber-rule", "late-reading"), f"{rating.reason}; 12 days late")


DAYS = st.dates(day("2018-04-01"), day("2021-12-31")).map(str)


@given(st.lists(DAYS, min_size=1, max_size=4), DAYS)
def test_after_the_end_of_a_strategy_nobody_is_chased(dates, today):
    some = [action(update(d), due=d, every="week") for d in dates]
    body = {"body": "SMT", "every": "week", "held": tuple(dates)}
    found = overdue(*some, within=MONTH, today=max(today, "2020-04-01"), governance=(body,))
    assert found == ()


def _board(*asks):
    return ({"body": "Board", "paper_by": "Clerk", "meetings": [{"held": "2018-10-01", "asks": list(asks)}]},)


def test_what_a_body_asked_for_is_chased_like_an_action_and_comes_in_its_time():
    late = {"id": "x", "text": "Ask", "to_do": "Bring a plan", "resolved": "agreed", "by": "Head", "due": "2018-12-01"}
    soon = {"id": "y", "text": "Say why", "resolved": "answer-wanted", "due": "2019-01-10"}
    open_ = {"id": "z", "text": "Say", "resolved": "answer-wanted", "by": "Head", "due": "2019-03-01"}
    found = overdue(governance=_board(late, soon, open_), within=MONTH)
    told = [(one.kind, one.owner, one.item, one.text, one.days, one.words) for one in found]
    assert told == [
        ("late-resolution", "Head", "s/x", "Bring a plan", 30,
         "30 days late, due 2018-12-01; Board: agreed on 2018-10-01"),
    ]  # fmt: skip
    named = {**soon, "by": "Clerk"}
    assert [one.item for one in overdue(governance=_board(named), within=MONTH)] == ["s/y"]
    standing = portfolio(stand(strategy(priority(id="p"), governance=_board(named)), TODAY), today=TODAY)
    assert [one.kind for one in list_coming(standing, day("2019-01-31"))] == ["upcoming"]


def test_an_owner_is_shown_what_bodies_asked_of_them_and_not_the_missed_meeting_of_another():
    late = {"id": "x", "text": "Ask", "resolved": "agreed", "by": "Head", "due": "2018-12-01"}
    board = {**_board(late)[0], "every": "month"}
    standing = portfolio(stand(strategy(priority(id="p"), governance=(board,)), TODAY), today=TODAY)
    kinds = {
        name: [one.kind for one in list_asked(narrow(standing, Filters(owner=name)))] for name in ("Head", "Clerk", "")
    }
    assert kinds == {
        "Head": ["late-resolution"],
        "Clerk": ["missed-review"],
        "": ["late-resolution", "missed-review"],
    }
    assert unknown_name(standing, Filters(owner="Head")) is None
