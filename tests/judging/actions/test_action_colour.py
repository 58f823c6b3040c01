from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.model.settings import Settings
from strategy_tracker.model.values import read_interval
from tests.judging.action_builder import action, day, stood, update


def rating(of, today, **keys):
    return stood(of, today, **keys).rating[:2]


def why(of, today, **keys):
    return stood(of, today, **keys).rating.why


# the colour that follows from the state


@pytest.mark.parametrize(
    ("state", "colour", "word"),
    [
        ("complete", "blue", "complete"),
        ("delivered", "green", "delivered"),
        ("paused", "grey", "paused"),
        ("stopped", "grey", "stopped"),
        ("superseded", "grey", "superseded"),
    ],
)
def test_a_state_that_is_its_own_colour(state, colour, word):
    found = stood(action(update("2018-07-02", state, "red"), due="2018-06-30"), "2019-01-01")
    assert found.rating[:2] == (colour, word)
    assert found.rating.why == state
    assert found.rating.reason.startswith(f"said to be {state} on 2018-07-02")
    assert found.judgement is None


def test_delivered_awaits_sign_off():
    assert (
        stood(action(update("2018-07", "delivered")), "2019-01-01").rating.reason
        == "said to be delivered in 2018-07, awaiting sign-off"
    )


def test_complete_is_never_overdue():
    found = stood(
        action(update("2018-07-02", "complete"), due="2018-06-30", milestones=({"text": "m", "due": "2018-05-01"},)),
        "2019-01-01",
    )
    assert [found.due.kind, found.review.kind, found.milestones[0].clock.kind] == ["closed"] * 3


def test_a_paused_action_keeps_only_its_review_clock():
    found = stood(action(update("2018-07-02", "paused"), due="2018-06-30", every="week"), "2019-01-01")
    assert (found.due.kind, found.interval.kind, found.review.kind) == ("closed", "closed", "silent")


# not started


def test_not_started_before_its_start_date_is_grey():
    found = stood(action(update("2018-07-02", "not-started"), starts="2018-09-01", due="2019-01-31"), "2018-09-01")
    assert found.rating == ("grey", "not started", "due to start on 2018-09-01", "not-started")


def test_not_started_without_a_start_date_is_grey_until_it_is_due():
    found = action(update("2018-07-02", "not-started"), due="2018-09-01")
    assert stood(found, "2018-09-01").rating == (
        "grey",
        "not started",
        "said not to have started on 2018-07-02, and none of its dates has passed",
        "not-started",
    )
    assert rating(found, "2018-09-02") == ("amber", "amber, waiting")


def test_not_started_without_any_date_is_grey():
    assert rating(action(update("2018-07-02", "not-started")), "2018-09-01") == ("grey", "not started")


def test_a_late_start_counts_like_a_late_date():
    late = action(update("2018-07-02", "not-started"), starts="2018-09-01", due="2019-03-31")
    found = stood(late, "2018-09-11").rating
    assert found[:2] == ("amber", "amber, waiting")
    assert "10 days late to start (start date 2018-09-01)" in found.reason
    assert rating(late, "2018-10-01") == ("amber", "amber, waiting")
    assert rating(late, "2018-10-02") == ("red", "red, waiting")


def test_never_updated_before_its_start_date_is_not_started():
    found = stood(action(starts="2018-09-01"), "2018-08-01")
    assert found.rating == ("grey", "not started", "due to start on 2018-09-01", "not-started")
    assert found.review.words.startswith("never updated since its start date")


def test_never_updated_after_its_start_date_is_not_called_late():
    assert why(action(starts="2018-09-01"), "2018-10-01") == "no-update"


def test_a_judgement_on_what_has_not_started_is_mentioned():
    found = stood(action(update("2018-07-02", "not-started", "red"), starts="2018-09-01"), "2018-08-01")
    assert found.rating.reason == "due to start on 2018-09-01; its owner judged it red on 2018-07-02"
    assert found.judgement == "red"


# the worse of judgement and dates

ON_TIME, A_LITTLE_LATE, LATE = "2019-03-31", "2018-12-20", "2018-10-31"


@pytest.mark.parametrize(
    ("rag", "due", "colour", "code"),
    [
        ("green", ON_TIME, "green", "on-time"),
        ("green", A_LITTLE_LATE, "amber", "late"),
        ("green", LATE, "red", "late"),
        ("amber", ON_TIME, "amber", "judgement"),
        ("amber", A_LITTLE_LATE, "amber", "late"),
        ("amber", LATE, "red", "late"),
        ("red", ON_TIME, "red", "judgement"),
        ("red", A_LITTLE_LATE, "red", "judgement"),
        ("red", LATE, "red", "late"),
        (None, ON_TIME, "green", "on-time"),
        (None, A_LITTLE_LATE, "amber", "late"),
        (None, LATE, "red", "late"),
        ("green", None, "green", "judgement"),
        ("amber", None, "amber", "judgement"),
        ("red", None, "red", "judgement"),
    ],
)
def test_the_worse_of_judgement_and_dates(rag, due, colour, code):
    dates = {"due": due} if due else {}
    found = stood(action(update("2018-12-01", rag=rag), **dates), "2018-12-31").rating
    word = {A_LITTLE_LATE: ", waiting", LATE: ", late"}.get(due, "")
    assert (found.colour, found.word, found.why) == (colour, f"{colour}{word}", code)


@pytest.mark.parametrize(
    ("today", "colour"),
    [("2018-12-31", "green"), ("2019-01-01", "amber"), ("2019-01-31", "amber"), ("2019-02-01", "red")],
)
def test_late_is_amber_up_to_a_month_then_red(today, colour):
    assert stood(action(update("2018-12-01"), due="2018-12-31"), today).rating.colour == colour


@pytest.mark.parametrize(
    ("due", "today", "colour"),
    [("2019-02-28", "2019-03-31", "amber"), ("2019-02-28", "2019-04-01", "red"), ("2019-04-30", "2019-05-31", "amber")],
)
def test_who_was_due_at_the_end_of_a_month_is_red_after_the_end_of_the_next(due, today, colour):
    assert stood(action(update("2018-12-01"), due=due), today).rating.colour == colour


def test_how_long_late_is_amber_is_a_setting():
    fortnight = Settings.model_validate({"late_is_red_after": "2 weeks"})
    late = action(update("2018-12-01"), due="2018-12-31")
    assert stood(late, "2019-01-14", fortnight).rating.colour == "amber"
    assert stood(late, "2019-01-15", fortnight).rating.reason == (
        "its date decides: overdue by 15 days (due 2018-12-31), more than 2 weeks late is red; "
        "its owner gave no judgement; nothing said since 2018-12-01"
    )


def test_the_reason_names_which_of_the_two_decided():
    late = stood(action(update("2018-12-01", rag="green"), due=A_LITTLE_LATE), "2018-12-31")
    assert late.rating.reason == (
        "its date decides: overdue by 11 days (due 2018-12-20), up to one month late is amber; "
        "its owner judged it green on 2018-12-01; nothing said since 2018-12-01"
    )
    judged = stood(action(update("2018-12-01", rag="red"), due=ON_TIME), "2018-12-31")
    assert judged.rating.reason == (
        "its owner's judgement decides: judged red on 2018-12-01; "
        "by its date it would be green: due in 90 days (2019-03-31)"
    )
    undated = stood(action(update("2018-12-01", rag="red")), "2018-12-31")
    assert undated.rating.reason == "its owner's judgement decides: judged red on 2018-12-01; it has no date to meet"


def test_a_missed_interval_counts_as_late():
    found = stood(action(update("2018-12-01", rag="green"), every="6 weeks", done=("2018-11-01",)), "2018-12-20")
    assert (found.rating.colour, found.rating.why, found.interval.kind) == ("amber", "late", "passed")


def test_a_milestone_counts_until_it_is_done():
    step = {"text": "Supplier appointed", "due": "2018-09-30"}
    late = stood(action(update("2018-12-01", rag="green"), due=ON_TIME, milestones=(step,)), "2018-12-31")
    assert late.rating.colour == "red"
    assert "milestone 'Supplier appointed' overdue by 92 days (due 2018-09-30)" in late.rating.reason
    done = {**step, "done": "2018-12-30"}
    found = stood(action(update("2018-12-01", rag="green"), due=ON_TIME, milestones=(done,)), "2018-12-31")
    assert found.rating.colour == "green"
    assert found.milestones[0] == (
        "Supplier appointed",
        "2018-12-30",
        ("closed", day("2018-09-30"), 0, "done 2018-12-30 (due 2018-09-30)", ""),
        (),
        False,
        None,
    )
    not_yet = stood(action(update("2018-12-01", rag="green"), due=ON_TIME, milestones=(done,)), "2018-12-29")
    assert (not_yet.milestones[0].done, not_yet.rating.colour) == (None, "red")


def test_of_several_dates_the_latest_or_else_the_next_is_named():
    steps = ({"text": "one", "due": "2018-12-20"}, {"text": "two", "due": "2019-01-20"})
    found = action(update("2018-11-01"), due=ON_TIME, milestones=steps)
    assert "milestone 'one' due in 4 days" in stood(found, "2018-12-16").rating.reason
    assert "milestone 'one' overdue by 42 days" in stood(found, "2019-01-31").rating.reason


def test_milestones_without_a_date_or_already_done_are_no_date_to_meet():
    steps = ({"text": "one", "done": "2018-05-01"}, {"text": "two"})
    found = stood(action(update("2018-11-01"), milestones=steps), "2018-12-01")
    assert found.rating.why == "no-judgement"
    assert found.milestones[0].clock[:4] == ("closed", None, 0, "done 2018-05-01")


# not rated, with a reason


def test_of_no_update_and_no_date_nobody_has_said():
    assert stood(action(), "2018-06-01").rating == (
        "grey",
        "nobody has said",
        "no update has ever been recorded; no date can be held against it",
        "no-update",
    )


def test_no_judgement_and_no_date_is_not_rated():
    assert stood(action(update("2018-05-01", note="a word")), "2018-06-01").rating == (
        "grey",
        "not rated",
        "in progress, but its owner gave no judgement and no date on record can be held against it",
        "no-judgement",
    )


def test_only_the_latest_update_holds():
    found = stood(
        action(update("2018-05-01", rag="red", forecast="2019"), update("2018-06-01", note="a word")), "2018-06-01"
    )
    assert (found.rating.why, found.judgement, found.forecast) == ("no-judgement", None, None)


def test_a_date_to_come_is_not_green_where_nothing_was_ever_recorded():
    found = stood(action(due="2018-12-31"), "2018-12-01").rating
    assert found == (
        "grey",
        "nobody has said",
        "no update has ever been recorded; due in 30 days (2018-12-31)",
        "no-update",
    )


def test_a_date_past_speaks_where_nothing_was_ever_recorded():
    found = stood(action(due="2018-12-31"), "2019-01-10").rating
    assert (found.colour, found.why) == ("amber", "late")


def test_a_recurring_action_without_a_day_on_record_is_not_coloured_by_its_interval():
    found = stood(action(update("2018-12-01"), every="week"), "2019-01-10")
    assert (found.rating.colour, found.rating.why, found.interval.kind) == ("grey", "no-judgement", "uncounted")


# old judgements and disagreements


def test_an_old_judgement_keeps_red_and_amber_and_is_shown_as_old():
    judged = action(update("2018-07-02", rag="amber"))
    assert not stood(judged, "2018-10-02").judgement_is_old
    found = stood(judged, "2018-10-03")
    assert (found.judgement_is_old, found.rating.colour) == (True, "amber")
    assert "judged amber on 2018-07-02, longer ago than the quarter it is valid for" in found.rating.reason


def test_green_needs_a_word_within_the_review_cadence():
    since = "nobody has said since 2018-07-02, and a word is wanted every quarter"
    ahead = action(update("2018-07-02"), due="2019-12-31")
    assert stood(ahead, "2018-10-02").rating[:2] == ("green", "green")
    assert stood(ahead, "2018-10-03").rating == (
        "grey",
        "nobody has said",
        f"{since}; else green: its date decides: due in 454 days (2019-12-31); its owner gave no judgement",
        "no-word",
    )
    assert stood(action(update("2018-07"), due="2019-12-31"), "2018-10-31").rating.colour == "green"
    repeated = action(update("2018-07-02"), update("2018-09-30"), due="2019-12-31")
    assert stood(repeated, "2018-12-30").rating.colour == "green"
    judged = action(update("2018-07-02", rag="green"))
    assert stood(judged, "2018-10-03").rating.reason == (
        f"{since}; else green: its owner's judgement decides: judged green on 2018-07-02, "
        "longer ago than the quarter it is valid for; it has no date to meet"
    )
    assert rating(action(update("2018-07-02", "delivered"), due="2018-08-01"), "2020-01-01") == ("green", "delivered")


def test_a_draft_that_nobody_confirmed_is_no_word():
    drafted = update("2018-09-30", rag="green", drafted=True)
    assert stood(action(drafted, due="2019-12-31"), "2018-10-01").rating.reason.startswith(
        "nobody has said, and a word is wanted every quarter; else green: "
    )
    said = action(update("2018-06-01"), drafted, due="2019-12-31")
    assert stood(said, "2018-10-01").rating.reason.startswith("nobody has said since 2018-06-01, and a word is wanted")


WHEN = st.dates(date(2018, 4, 1), date(2020, 3, 31)).map(str)


SAID = st.tuples(WHEN, st.sampled_from(["in-progress", "delivered", None]), st.sampled_from(["green", "red", None]))


@given(st.lists(SAID), st.none() | WHEN, WHEN)
def test_whatever_is_on_record_nothing_is_green_without_a_word_of_late(said, due, today):
    updates = [update(on, state, rag, note="a word") for on, state, rag in said]
    found = stood(action(*updates, **({"due": due} if due else {})), today)
    known = [on for on, _, _ in said if on <= today]
    recent = bool(known) and day(today) <= read_interval("quarter").after(day(max(known)))
    if found.rating.colour == "green":
        assert found.rating.why == "delivered" or recent
    if found.rating.why == "no-word":
        assert known
        assert not recent


@pytest.mark.parametrize(
    ("own", "of_strategy", "of_settings", "old"),
    [
        ("month", "year", "year", True),
        (None, "month", "year", True),
        (None, None, "month", True),
        ("year", "month", "month", False),
    ],
)
def test_review_cadence_of_the_action_then_the_strategy_then_the_settings(own, of_strategy, of_settings, old):
    keys = {"review_every": own} if own else {}
    given_settings = Settings.model_validate({"review_every": of_settings})
    found = stood(
        action(update("2018-07-02", rag="green"), **keys), "2018-08-03", given_settings, review_every=of_strategy
    )
    assert found.judgement_is_old == old
    assert found.review.run_out == old


def test_judgement_and_dates_that_differ_are_listed_both_ways():
    hopeful = stood(action(update("2018-12-01", rag="green"), due=A_LITTLE_LATE), "2018-12-31")
    assert hopeful.disagreement == (
        "its owner judged it green on 2018-12-01, but by its date it is amber: "
        "overdue by 11 days (due 2018-12-20), up to one month late is amber"
    )
    worried = stood(action(update("2018-12-01", rag="red"), due=ON_TIME), "2018-12-31")
    assert worried.disagreement == (
        "its owner judged it red on 2018-12-01, but by its date it is green: due in 90 days (2019-03-31)"
    )


@pytest.mark.parametrize("keys", [{"due": A_LITTLE_LATE}, {}])
def test_no_disagreement_where_they_agree_or_one_is_silent(keys):
    assert not stood(action(update("2018-12-01", rag="amber"), **keys), "2018-12-31").disagreement
    assert not stood(action(update("2018-12-01"), due=LATE), "2018-12-31").disagreement
