import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.actions.clocks import (
    dated,
    days_from,
    days_words,
    due_clock,
    interval_clock,
    known_updates,
    latest_of,
    start_clock,
)
from strategy_tracker.model.values import read_interval
from tests.judging.action_builder import an_update, day, when

SOON = read_interval("30 days")
SIX_WEEKS = read_interval("6 weeks")

DAYS = st.dates(date(2017, 1, 1), date(2021, 12, 31))
WHENS = st.one_of(
    DAYS.map(lambda d: when(d.isoformat())),
    DAYS.map(lambda d: when(d.isoformat()[:7])),
    DAYS.map(lambda d: when(d.isoformat()[:4])),
)
INTERVALS = st.sampled_from(["day", "week", "6 weeks", "month", "quarter", "6 months", "year", "31 days"]).map(
    read_interval
)


def due(text, today, state="in-progress", due_soon=SOON):
    return due_clock(when(text) if text else None, state, day(today), due_soon)


def interval(done, today, *, every=SIX_WEEKS, state="in-progress"):
    return interval_clock(every, tuple(map(when, done)), state=state, today=day(today), due_soon=SOON)


def test_days_and_dates_are_put_in_words():
    assert [days_words(days) for days in (1, 0, 12, 1339)] == ["1 day", "0 days", "12 days", "1,339 days"]


@pytest.mark.parametrize(
    ("dates", "words"),
    [(["2022-08-31"], "92 days"), (["2022-08"], "at least 92 days"), (["2022"], "at least 92 days"),
     (["2022-08-31", "2022-09"], "at least 92 days"), ([], "92 days")],
)  # fmt: skip
def test_days_from_a_month_or_a_year_are_the_fewest_that_it_can_mean(dates, words):
    assert days_from(92, *map(when, dates)) == words
    assert (dated(when("2018-07-02")), dated(when("2018-07")), dated(when("2018"))) == (
        "on 2018-07-02",
        "in 2018-07",
        "in 2018",
    )


# the start clock


@pytest.mark.parametrize(
    ("state", "today", "kind", "days", "words"),
    [
        ("not-started", "2018-08-31", "none", 0, "due to start in 2018-08"),
        ("not-started", "2018-09-01", "passed", 1, "1 day late to start (start date 2018-08)"),
        (None, "2018-08-31", "none", 0, "due to start in 2018-08"),
        (None, "2018-09-01", "closed", 0, "never updated; the start date was 2018-08"),
        ("in-progress", "2018-09-01", "closed", 0, "in-progress; the start date was 2018-08"),
        ("complete", "2018-07-01", "closed", 0, "complete; the start date was 2018-08"),
    ],
)
def test_a_start_is_late_only_where_it_is_said_not_to_have_begun(state, today, kind, days, words):
    assert start_clock(when("2018-08"), state, day(today))[:4] == (kind, day("2018-08-31"), days, words)


def test_a_start_of_which_nobody_said_whether_it_was_made_is_not_called_late():
    clock = start_clock(when("2018-08"), None, day("2018-09-01"), spoken=True)
    assert clock[::3] == ("closed", "nobody said whether it has begun; the start date was 2018-08")


def test_without_a_start_date_no_start_is_late():
    assert start_clock(None, "not-started", day("2018-09-01"))[:4] == ("none", None, 0, "no start date")


# the due clock


@pytest.mark.parametrize(
    ("today", "kind", "days", "words"),
    [
        ("2018-11-30", "on-time", 0, "due in 31 days (2018-12-31)"),
        ("2018-12-01", "due-soon", 0, "due in 30 days (2018-12-31)"),
        ("2018-12-30", "due-soon", 0, "due in 1 day (2018-12-31)"),
        ("2018-12-31", "due-today", 0, "due today (2018-12-31)"),
        ("2019-01-01", "passed", 1, "overdue by 1 day (due 2018-12-31)"),
        ("2019-01-12", "passed", 12, "overdue by 12 days (due 2018-12-31)"),
    ],
)
def test_due_clock_day_by_day(today, kind, days, words):
    assert due("2018-12-31", today)[:4] == (kind, day("2018-12-31"), days, words)


def test_an_action_without_a_date_has_no_due_clock():
    assert due(None, "2019-01-01")[:4] == ("none", None, 0, "no date")


def test_a_month_or_a_year_is_due_on_its_last_day():
    assert due("2018-12", "2018-12-31").kind == "due-today"
    assert due("2018-12", "2019-01-01").words == "overdue by 1 day (due 2018-12)"
    assert due("2018", "2018-12-31").kind == "due-today"


@pytest.mark.parametrize("state", ["delivered", "complete", "paused", "stopped", "superseded"])
def test_a_due_date_cannot_be_missed_by_what_is_closed_or_paused(state):
    assert due("2018-12-31", "2019-06-01", state)[:4] == (
        "closed",
        day("2018-12-31"),
        0,
        f"{state}; the due date was 2018-12-31",
    )


@pytest.mark.parametrize("state", [None, "not-started", "in-progress"])
def test_a_due_date_is_missed_in_every_other_state(state):
    assert due("2018-12-31", "2019-01-01", state).kind == "passed"


# the interval clock


@pytest.mark.parametrize(
    ("today", "kind", "days", "words"),
    [
        ("2018-08-02", "due-soon", 0, "wanted again in 11 days (last done 2018-07-02, wanted every 6 weeks)"),
        ("2018-08-13", "due-today", 0, "wanted again today (last done 2018-07-02, wanted every 6 weeks)"),
        ("2018-08-16", "passed", 3, "missed by 3 days (last done 2018-07-02, wanted every 6 weeks)"),
    ],
)
def test_interval_clock_counts_from_the_day_last_done(today, kind, days, words):
    assert interval(["2018-07-02", "2018-05-20"], today)[:4] == (kind, day("2018-08-13"), days, words)


@pytest.mark.parametrize("state", [None, "in-progress"])
def test_an_interval_without_a_day_on_record_has_nothing_to_count_from(state):
    clock = interval([], "2028-05-14", state=state)
    assert clock[:4] == ("uncounted", None, 0, "no day is recorded on which it was done, wanted every 6 weeks")
    assert interval(["2028-06-01"], "2028-05-14").kind == "uncounted"


def test_an_action_that_does_not_recur_has_no_interval():
    assert interval([], "2018-05-14", every=None)[:4] == ("none", None, 0, "does not recur")


def test_what_is_done_later_than_today_is_not_known_yet():
    assert interval(["2018-07-02", "2018-08-10"], "2018-08-09").words.startswith(
        "wanted again in 4 days (last done 2018-07-02"
    )


def test_a_month_done_counts_from_its_last_day():
    assert interval(["2018-07"], "2018-07-10").due == day("2018-09-11")
    assert latest_of((when("2018-07"), when("2018-07-31")), day("2018-07-31")) == when("2018-07-31")


@pytest.mark.parametrize("state", ["complete", "delivered", "paused", "stopped", "superseded"])
def test_an_interval_does_not_run_while_closed_or_paused(state):
    clock = interval(["2018-07-02"], "2019-07-02", state=state)
    assert (clock.kind, clock.days) == ("closed", 0)
    assert clock.words == f"{state}; last done 2018-07-02, wanted every 6 weeks"


def test_what_recurs_faster_than_due_soon_is_not_soon_all_the_time():
    assert interval(["2018-07-02"], "2018-07-03", every=read_interval("week")).kind == "on-time"
    assert interval(["2018-07-02"], "2018-07-09", every=read_interval("week")).kind == "due-today"
    assert interval(["2018-07-02"], "2018-07-03", every=read_interval("year")).kind == "on-time"


# which update is the latest


def test_an_update_counts_from_the_first_day_it_can_mean():
    assert known_updates([an_update("2018-07")], day("2018-06-30")) == []
    assert len(known_updates([an_update("2018-07")], day("2018-07-01"))) == 1


def test_the_latest_update_is_the_one_with_the_latest_last_day_then_the_latest_first():
    month, exact, earlier = an_update("2018-07"), an_update("2018-07-31"), an_update("2018-07-30")
    assert known_updates([earlier, exact, month], day("2018-08-01")) == [exact, month, earlier]


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ({"state": "complete"}, {"state": "in-progress", "rag": "red"}),
        ({"state": "paused"}, {"state": "in-progress"}),
        ({"rag": "red"}, {"rag": "amber", "note": "zzz"}),
        ({"rag": "amber"}, {"rag": "green"}),
        ({"rag": "green"}, {}),
        ({"note": "b"}, {"note": "a"}),
        ({"forecast": "2019"}, {}),
    ],
)
def test_updates_of_one_day_are_told_apart_by_what_they_say(newer, older):
    new, old = an_update("2018-07-02", **newer), an_update("2018-07-02", **older)
    for order in ([new, old], [old, new]):
        assert known_updates(order, day("2018-07-02")) == [new, old]


# promises

SAID = st.builds(
    an_update,
    st.sampled_from(["2018-07-02", "2018-07", "2018", "2018-09-10"]),
    st.sampled_from(["not-started", "in-progress", "paused", "complete"]),
    st.sampled_from([None, "red", "amber", "green"]),
    note=st.sampled_from([None, "a", "b"]),
    forecast=st.sampled_from([None, "2019", "2019-03"]),
    by=st.sampled_from([None, "Head of Service"]),
)


@given(st.lists(SAID, max_size=4), DAYS)
def test_the_order_of_updates_in_the_file_does_not_matter(updates, today):
    orders = {tuple(map(str, known_updates(order, today))) for order in itertools.permutations(updates)}
    assert len(orders) == 1


@given(WHENS, DAYS, INTERVALS)
def test_one_more_day_never_makes_a_due_date_less_overdue(due_date, today, due_soon):
    before, after = (due_clock(due_date, "in-progress", d, due_soon) for d in (today, today + timedelta(days=1)))
    order = ["on-time", "due-soon", "due-today", "passed"]
    assert order.index(before.kind) <= order.index(after.kind)
    assert before.days <= after.days


@given(st.lists(WHENS, min_size=1, max_size=3), INTERVALS, st.integers(0, 900))
def test_one_more_day_without_news_never_makes_an_interval_less_missed(done, every, ahead):
    today = max(w.first for w in done) + timedelta(days=ahead)
    before, after = (
        interval_clock(every, done, state=None, today=d, due_soon=SOON) for d in (today, today + timedelta(days=1))
    )
    assert (before.run_out, before.days) <= (after.run_out, after.days)
