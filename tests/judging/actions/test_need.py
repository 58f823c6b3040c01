"""In which word an action needs somebody: late, waiting or silent, and never two of them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.judging.actions.need import with_need
from strategy_tracker.judging.standing.of_actions import Need
from strategy_tracker.judging.standing.rating import Rating
from tests.judging.action_builder import action, day, stood, update
from tests.oracle import needs

DUE = "2018-09-30"


@pytest.mark.parametrize(
    ("said", "word", "last"),
    [
        ((), "waiting", "no update has ever been recorded"),
        (("2018-07-02",), "waiting", "nothing said since 2018-07-02"),
        ((DUE,), "waiting", "nothing said since 2018-09-30"),
        (("2018-09",), "waiting", "nothing said since 2018-09"),
        (("2018-10-01",), "late", "last word 2018-10-01"),
        (("2018-07-02", "2018-10"), "late", "last word 2018-10"),
    ],
)
def test_a_date_that_passed_is_late_once_its_owner_has_spoken_and_waits_until_then(said, word, last):
    need = stood(action(*map(update, said), due=DUE, review_every="year"), "2018-10-04").need
    assert need == (word, day(DUE), 4, ("overdue by 4 days (due 2018-09-30)", last), None, DUE)


def test_the_date_that_passed_is_told_as_it_is_written():
    for due, text in (("2018-09", "2018-09"), ("2018-09-14", "2018-09-14")):
        assert stood(action(due=due), "2018-10-04").need.text == text
    missed = stood(action(update("2018-10-01"), every="week", done=("2018-09-01",)), "2018-10-04")
    assert missed.need.text == "2018-09-08"


def test_a_word_of_a_month_that_may_have_come_before_the_date_is_no_word_since():
    found = stood(action(update("2018-09"), due="2018-09-14"), "2018-10-04")
    assert (found.need.word, found.rating.word) == ("waiting", "amber, waiting")


def test_the_date_most_days_past_is_the_one_that_waits():
    steps = ({"text": "hall", "due": "2018-09-01"},)
    found = stood(action(update("2018-09-10"), due=DUE, milestones=steps), "2018-10-04")
    assert found.need.word == "late"
    assert found.need.words[:2] == (
        "milestone 'hall' overdue by 33 days (due 2018-09-01)",
        "overdue by 4 days (due 2018-09-30)",
    )


def test_silence_is_told_where_no_date_has_passed_and_kept_where_one_has():
    quiet = update("2018-07-02", note="begun")
    assert stood(action(quiet), "2018-10-04").need[:3] == ("silent", day("2018-10-02"), 2)
    assert stood(action(quiet), "2019-01-04").need.word == "very-silent"
    assert stood(action(quiet, due=DUE), "2018-10-04").need[::4] == ("waiting", "silent")


@pytest.mark.parametrize("state", ["delivered", "complete", "stopped", "superseded"])
def test_what_is_closed_and_what_is_in_no_running_strategy_needs_nobody(state):
    assert stood(action(update("2018-07-02", state), due=DUE), "2019-10-04").need is None
    assert stood(action(due=DUE), "2020-10-04").need is None


def test_red_and_amber_never_stand_without_the_word_and_other_colours_do():
    need = Need("very-silent", day(DUE), 4, ("silent for long",))
    assert with_need(Rating("red", "red", "why", "judgement"), need).word == "red, very silent"
    for colour in ("green", "blue", "grey"):
        assert with_need(Rating(colour, colour, "why", "x"), need).word == colour
    assert with_need(Rating("red", "red", "why", "judgement"), None).word == "red"


DAYS = st.dates(day("2018-04-01"), day("2019-12-31"))
WHENS = st.builds(lambda one, cut: one.isoformat()[:cut], DAYS, st.sampled_from([10, 10, 7]))
STATES = st.sampled_from([None, "not-started", "in-progress", "in-progress", "paused", "complete", "stopped"])
ACTIONS = st.fixed_dictionaries(
    {
        "updates": st.lists(
            st.fixed_dictionaries({"on": WHENS, "state": STATES, "note": st.just("news")}),
            max_size=3,
            unique_by=lambda one: needs.span(one["on"])[1],
        )
    },
    optional={
        "due": WHENS,
        "starts": WHENS,
        "every": st.sampled_from(["week", "6 weeks"]),
        "done": st.lists(WHENS, max_size=2).map(tuple),
        "milestones": st.lists(
            st.fixed_dictionaries({"text": st.just("step")}, optional={"due": WHENS, "done": WHENS}), max_size=2
        ).map(tuple),
    },
)


def word_of(given, today):
    keys = {key: value for key, value in given.items() if key != "updates"}
    found = stood(action(*given["updates"], **keys, review_every="4 weeks"), today)
    return found.need.word if found.need else None


@given(ACTIONS, DAYS)
def test_each_live_action_has_the_one_word_that_an_independent_reader_gives_it(given, today):
    assert word_of(given, today) == needs.word(given, today, begins=day("2018-04-01"))


@given(ACTIONS, DAYS, st.integers(1, 60))
def test_while_nobody_does_anything_no_word_gets_better(given, today, ahead):
    later = today + timedelta(days=ahead)
    told = [one for one in given["updates"] if needs.span(one["on"])[0] <= today]
    fixed = {**given, "updates": told, "done": tuple(d for d in given.get("done", ()) if needs.span(d)[0] <= today)}
    fixed["milestones"] = tuple({k: v for k, v in one.items() if k != "done"} for one in given.get("milestones", ()))
    order = [None, "silent", "very-silent", "waiting"]
    before, after = word_of(fixed, today), word_of(fixed, min(later, day("2020-03-31")))
    assert before == after == "late" or order.index(before) <= order.index(after)
