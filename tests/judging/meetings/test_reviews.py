from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.meetings.reviews import in_order, phase_of
from strategy_tracker.judging.standing.rating import Clock
from tests.judging.action_builder import day, stand, strategy
from tests.views.builders import strategy as made


def phase(today, **keys):
    return phase_of(strategy(**keys), day(today))


def met(today, of_strategy=None, **keys):
    """The standing of one body with these keys."""
    return stand(strategy(governance=({"body": "SMT", **keys},), **(of_strategy or {})), today).bodies[0]


def test_a_body_that_has_ended_meets_no_more_and_misses_nothing():
    ended = {"every": "quarter", "held": ["2018-07-12"], "until": "2018-12"}
    assert met("2018-12-31", **ended).clock.kind == "missed"
    clock = met("2019-01-01", **ended).clock
    assert (clock.kind, clock.due, clock.words) == ("closed", None, "it ended in 2018-12")


# the life of a strategy


@pytest.mark.parametrize(
    ("today", "kind", "words"),
    [
        ("2018-03-31", "not-begun", "the strategy begins on 2018-04-01"),
        ("2018-04-01", "running", "the strategy runs from 2018-04-01 to 2020-03-31"),
        ("2020-03-31", "running", "the strategy runs from 2018-04-01 to 2020-03-31"),
        ("2020-04-01", "ended", "the strategy ended on 2020-03-31"),
    ],
)
def test_phase_day_by_day(today, kind, words):
    assert phase(today)[:2] == (kind, words)


def test_a_year_begins_on_its_first_day_and_ends_on_its_last():
    years = {"starts": "2018", "ends": "2020"}
    kinds = [phase(today, **years).kind for today in ("2017-12-31", "2018-01-01", "2020-12-31", "2021-01-01")]
    assert kinds == ["not-begun", "running", "running", "ended"]
    assert phase("2021-01-01", **years) == ("ended", "the strategy ended in 2020", day("2020-12-31"))


def test_superseded_from_its_day_and_for_good():
    replaced = {"superseded": {"on": "2019-06-01", "by": "Strategy 2019"}}
    found = [phase(today, **replaced) for today in ("2019-05-31", "2019-06-01", "2021-01-01")]
    assert [one.kind for one in found] == ["running", "superseded", "superseded"]
    assert [one.ended for one in found] == [None, day("2019-06-01"), day("2019-06-01")]
    assert phase("2021-01-01", **replaced).words == "the strategy was superseded by Strategy 2019 on 2019-06-01"
    assert phase("2021-01-01", superseded={"on": "2019-06"}).words == "the strategy was superseded in 2019-06"


def test_without_any_date_it_is_undated():
    nothing = {"starts": None, "ends": None}
    assert phase("2019-01-01", **nothing) == ("undated", "the strategy has no dates and is treated as running", None)
    assert phase("2019-01-01", **nothing, superseded={"on": "2020"}) == ("running", "the strategy runs", None)
    assert phase("2019-01-01", starts=None).words == "the strategy runs to 2020-03-31"
    assert phase("2019-01-01", ends=None).words == "the strategy runs from 2018-04-01"


def test_what_can_still_be_changed_comes_first():
    kinds = ("ended", "not-begun", "running", "superseded", "undated")
    assert [one.id for one in in_order(made(name=kind, kind=kind) for kind in kinds)] == [
        "running", "undated", "not-begun", "superseded", "ended",
    ]  # fmt: skip


# meetings

HELD = ("2018-07-12", "2018-10-11")


def test_the_next_meeting_is_an_interval_after_the_last():
    found = met("2018-11-01", every="quarter", held=HELD)
    assert found.clock[:4] == (
        "on-time",
        day("2019-01-11"),
        0,
        "next meeting in 71 days, by 2019-01-11 (last met 2018-10-11, every quarter)",
    )
    assert (found.body, found.every, found.held) == ("SMT", "quarter", ("2018-10-11", "2018-07-12"))


@pytest.mark.parametrize(
    ("today", "kind"), [("2018-12-12", "due-soon"), ("2019-01-11", "due-today"), ("2019-01-12", "missed")]
)
def test_a_meeting_comes_near_and_is_missed(today, kind):
    assert met(today, every="quarter", held=HELD).clock.kind == kind


def test_a_missed_meeting_is_said_without_blame():
    clock = met("2019-01-23", every="quarter", held=HELD).clock
    assert clock.days == 12
    assert clock.words == (
        "no meeting recorded; one was wanted 12 days ago, by 2019-01-11 (last met 2018-10-11, every quarter)"
    )


def test_a_body_without_a_meeting_on_record_has_missed_none():
    nothing = Clock("none", None, 0, "no meeting on record, to meet every quarter")
    assert [met(today, every="quarter").clock for today in ("2018-04-02", "2018-07-02", "2020-03-31")] == [nothing] * 3
    assert met("2018-07-02", {"starts": None}, every="quarter").clock == nothing
    planned = met("2018-05-01", every="quarter", next="2018-05-20")
    assert (planned.clock.kind, planned.clock.due) == ("due-soon", day("2018-05-20"))


def test_a_group_that_works_in_the_strategy_misses_no_review():
    works = {"role": "works", "held": HELD}
    found = met("2019-01-23", every="quarter", **works)
    assert (found.role, met("2019-01-23").role) == ("works", "reviews")
    assert found.clock[:4] == ("none", None, 0, "last met 2018-10-11, every quarter")
    assert met("2018-11-01", every="quarter", **works).clock == met("2018-11-01", every="quarter", held=HELD).clock
    assert met("2019-02-06", next="2019-02-05", **works).clock[:4] == (
        "none", None, 0, "last met 2018-10-11; one was fixed for 2019-02-05",
    )  # fmt: skip


def test_who_reviews_and_who_works_are_told_apart():
    both = ({"body": "Board"}, {"body": "Panel", "role": "works"}, {"body": "Council", "role": "reviews"})
    found = stand(strategy(governance=both), "2019-01-01")
    assert [one.body for one in found.reviewing] == ["Board", "Council"]
    assert [one.body for one in found.working] == ["Panel"]
    assert not any("interval" in gap for gap in found.gaps)
    alone = stand(strategy(governance=both[1:2]), "2019-01-01")
    assert "no governance: nobody is named who reviews it" in alone.gaps


def test_a_meeting_after_today_is_not_yet_held():
    found = met("2018-10-10", every="quarter", held=HELD)
    assert (found.held, found.clock.due) == (("2018-07-12",), day("2018-10-12"))
    assert met("2018-10-10", every="quarter", held=("2018-10",)).held == ("2018-10",)


def test_a_fixed_date_counts_until_it_has_passed():
    fixed = {"every": "quarter", "held": HELD, "next": "2019-02-05"}
    assert met("2019-02-05", **fixed).clock[:4] == (
        "due-today",
        day("2019-02-05"),
        0,
        "next meeting today, fixed for 2019-02-05",
    )
    assert met("2019-01-31", **fixed).clock.words == "next meeting in 5 days, fixed for 2019-02-05"
    assert met("2019-02-06", **fixed).clock[:2] == ("missed", day("2019-01-11"))


def test_no_interval_and_no_date_is_said_as_such():
    assert met("2018-11-01", held=HELD).clock[:4] == ("none", None, 0, "how often it meets is not said")
    trustees = met("2018-11-01", held=HELD, plural=True)
    assert (trustees.clock.words, trustees.plural) == ("how often they meet is not said", True)


def test_a_body_without_minutes_is_only_named():
    named = {"body": "Board"}
    assert met("2018-11-01").clock[:4] == ("none", None, 0, "no meeting on record")
    stands = stand(strategy(governance=(named, {"body": "Cabinet", "held": HELD})), "2019-01-01")
    assert "no meeting interval for 1 of 1 body with a meeting on record" in stands.gaps
    assert not any("interval" in gap for gap in stand(strategy(governance=(named,)), "2019-01-01").gaps)


def test_a_fixed_date_without_an_interval_is_missed_unless_they_met():
    missed = met("2019-02-06", next="2019-02-05", held=HELD).clock
    assert missed[:3] == ("missed", day("2019-02-05"), 1)
    assert missed.words == "no meeting recorded; one was wanted 1 day ago, by 2019-02-05 (fixed for 2019-02-05)"
    assert met("2019-02-06", next="2019-02-05").clock[2:4] == (0, "no meeting on record; one was fixed for 2019-02-05")
    assert met("2019-02-06", next="2019-02-05", held=("2019-02-05",)).clock.kind == "none"


def test_a_weekly_meeting_is_not_soon_all_the_time():
    assert met("2018-10-12", every="week", held=HELD).clock.kind == "on-time"


def test_papers_are_due_before_the_next_meeting():
    assert met("2018-11-01", every="quarter", held=HELD, papers_due="7 days").papers == day("2019-01-04")
    assert met("2018-11-01", every="quarter", held=HELD).papers is None
    assert met("2019-02-01", every="quarter", held=HELD, papers_due="7 days").papers is None


def test_outside_the_life_of_a_strategy_no_meeting_is_missed():
    after = met("2020-04-01", every="quarter", held=HELD, next="2020-05-01", papers_due="7 days")
    assert (after.clock[:4], after.papers) == (("closed", None, 0, "the strategy ended on 2020-03-31"), None)
    assert met("2018-01-01", every="quarter").clock[:4] == ("none", None, 0, "the strategy begins on 2018-04-01")


def test_what_is_written_of_a_body_is_shown():
    found = met("2018-11-01", kind="board", paper_by="Head of Service", note="open to all")
    assert (found.kind, found.paper_by, found.note, found.every) == ("board", "Head of Service", "open to all", None)


DAYS = st.dates(date(2018, 4, 1), date(2019, 12, 31))


@given(st.lists(DAYS, max_size=3), st.sampled_from(["week", "quarter", "year"]), st.integers(0, 60))
def test_one_more_day_without_a_meeting_never_makes_it_less_missed(held, every, ahead):
    today = max([day("2018-04-01"), *held]) + timedelta(days=ahead)
    keys = {"every": every, "held": tuple(map(str, held))}
    before, after = (met(d, {"ends": None}, **keys).clock for d in (today, today + timedelta(days=1)))
    assert (before.run_out, before.days) <= (after.run_out, after.days)


@given(
    st.lists(DAYS, max_size=3), st.none() | st.sampled_from(["week", "year"]), st.none() | DAYS, DAYS,
    st.sampled_from(["reviews", "works"]),
)  # fmt: skip
def test_only_a_body_that_reviews_and_met_before_can_miss_a_meeting(held, every, fixed, today, role):
    keys = {"every": every, "next": fixed and str(fixed), "held": tuple(map(str, held)), "role": role}
    found = met(today, {"ends": None}, **{key: value for key, value in keys.items() if value})
    if role == "works" or not any(one <= today for one in held):
        assert not found.clock.run_out
    assert found.clock.run_out == (found.clock.days > 0)
