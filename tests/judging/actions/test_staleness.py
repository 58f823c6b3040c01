"""When an action is silent: nothing new for longer than somebody must look at it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.actions.clocks import known_updates
from strategy_tracker.judging.actions.staleness import Beginning, review_clock
from strategy_tracker.model.values import read_interval
from tests.judging.action_builder import an_update, day, when
from tests.judging.actions.test_clocks import DAYS, INTERVALS, SAID

QUARTER = read_interval("quarter")
BEGAN = Beginning(when("2018-04-01"), "the strategy began")
LATENESS = {"silent": 1, "very-silent": 2}


def review(updates, today, *, cadence=QUARTER, begins=BEGAN):
    return review_clock(known_updates(updates, day(today)), cadence, begins, day(today))


@pytest.mark.parametrize(
    ("today", "kind", "days"),
    [
        ("2018-07-02", "fresh", 0),
        ("2018-10-02", "fresh", 0),
        ("2018-10-03", "silent", 1),
        ("2019-01-02", "silent", 92),
        ("2019-01-03", "very-silent", 93),
    ],
)
def test_review_clock_day_by_day(today, kind, days):
    clock = review([an_update("2018-07-02")], today)
    assert (clock.kind, clock.due, clock.days) == (kind, day("2018-10-02"), days)


def test_the_words_of_a_silent_action():
    clock = review([an_update("2018-07-02")], "2019-02-01")
    assert clock.words == "silent for 214 days: last update 2018-07-02, a review is wanted every quarter"


def test_the_words_of_an_action_that_is_not_silent():
    clock = review([an_update("2018-07-02")], "2018-07-10")
    assert clock.words == "last update 2018-07-02; the next update is wanted by 2018-10-02"


def test_never_updated_counts_from_the_start():
    assert (
        review([], "2018-07-01").words
        == "never updated since the strategy began; the next update is wanted by 2018-07-01"
    )
    clock = review([], "2018-07-05")
    assert clock[:3] == ("silent", day("2018-07-01"), 4)
    assert clock.words.startswith("never updated in 95 days since the strategy began")
    assert review([], "2018-10-02").kind == "very-silent"


def test_never_updated_and_no_start_date_is_said_as_such():
    assert review([], "2018-07-05", begins=None)[:4] == (
        "none",
        None,
        0,
        "never updated, and the strategy has no start date to count from",
    )


def test_silence_does_not_count_from_before_the_start():
    early = [an_update("2017-11-02", note="ready to go")]
    assert review(early, "2018-07-01").kind == "fresh"
    assert review(early, "2018-07-02").words.startswith("no update in 92 days since the strategy began")


def test_a_bare_repeat_does_not_break_the_silence():
    updates = [an_update("2018-07-02", rag="green", note="news"), an_update("2018-10-01", rag="green")]
    clock = review(updates, "2018-10-03")
    assert clock[:3] == ("silent", day("2018-10-02"), 1)
    assert clock.words == (
        "silent for 93 days: last update with anything new 2018-07-02, repeated unchanged since, "
        "a review is wanted every quarter"
    )


@pytest.mark.parametrize(
    "news",
    [
        {"note": "a word"},
        {"evidence": ("minutes",)},
        {"forecast": "2019-01-01"},
        {"rag": "amber"},
        {"state": "not-started"},
    ],
)
def test_note_evidence_forecast_or_a_change_break_the_silence(news):
    repeat = {"rag": "green", "state": "in-progress"}
    updates = [an_update("2018-07-02", **repeat), an_update("2018-10-01", **{**repeat, **news})]
    assert review(updates, "2018-10-03").due == day("2019-01-01")


def test_the_first_update_ever_is_news():
    assert review([an_update("2018-07-02")], "2018-07-03").due == day("2018-10-02")


@pytest.mark.parametrize("state", ["complete", "delivered", "stopped", "superseded"])
def test_what_is_closed_needs_no_review(state):
    assert review([an_update("2018-07-02", state)], "2020-01-01")[:4] == (
        "closed",
        None,
        0,
        f"{state}; no more updates are wanted",
    )


def test_a_paused_action_must_still_be_looked_at():
    assert review([an_update("2018-07-02", "paused")], "2018-10-03").kind == "silent"


def test_days_of_silence_count_from_the_last_day_of_a_month_and_never_below_nothing():
    assert review([an_update("2018-07")], "2018-07-10").kind == "fresh"
    assert "silent for at least 93 days" in review([an_update("2018-07")], "2018-11-01").words


def test_a_strategy_that_began_in_some_month_or_year_has_been_silent_for_at_least_so_long():
    begins = Beginning(when("2018"), "the strategy began")
    words = review_clock([], read_interval("quarter"), begins, day("2019-04-05")).words
    assert words.startswith("never updated in at least 95 days since the strategy began")


def test_what_only_a_machine_drafted_is_no_update_but_it_is_not_said_that_there_was_never_one():
    def told(today):
        return review_clock([], read_interval("quarter"), BEGAN, day(today), drafted=True).words

    assert told("2018-07-05").startswith("no update that anybody confirmed in 95 days since the strategy began")
    assert told("2018-05-05").startswith("no update that anybody confirmed since the strategy began; the next")


@given(st.lists(SAID, max_size=3), INTERVALS, DAYS, st.integers(0, 900))
def test_one_more_day_without_news_never_makes_silence_shorter(updates, cadence, start, ahead):
    today = max([start, *(u.on.first for u in updates)]) + timedelta(days=ahead)
    begins = Beginning(when(start.isoformat()), "the strategy began")
    before, after = (
        review_clock(known_updates(updates, d), cadence, begins, d) for d in (today, today + timedelta(days=1))
    )
    assert (LATENESS.get(before.kind, 0), before.days) <= (LATENESS.get(after.kind, 0), after.days)


@given(st.lists(SAID, max_size=3), SAID, DAYS)
def test_one_more_update_with_something_new_never_makes_an_action_staler(updates, extra, today):
    if any(said.on.last >= extra.on.first for said in updates):
        return  # something said before can turn what was news after it into a repeat
    extra = extra.model_copy(update={"note": "news"})
    before, after = (
        review_clock(known_updates(said, today), QUARTER, BEGAN, today) for said in (updates, [*updates, extra])
    )
    if "closed" not in (before.kind, after.kind):
        assert before.days >= after.days
